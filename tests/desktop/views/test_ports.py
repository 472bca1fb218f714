"""What is said about a port, from its state and a probe."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from davit_desktop.client.types import Listener
from davit_desktop.probe import Answer, Probe
from davit_desktop.state.ports import PortMapping
from davit_desktop.views.chips import layout_chips
from davit_desktop.views.port_findings import Look, judge

WEB = PortMapping(container_port=80, host_ip="127.0.0.1", host_port=8080)


SERVED = (Listener(protocol="tcp", address="0.0.0.0", port=80),)


@pytest.mark.parametrize(
    ("look", "tone", "words"),
    [
        (Look(probe=Probe(answer=Answer.OPEN, milliseconds=2.4)), "green", "Answers in 2 ms"),
        (Look(probe=Probe(answer=Answer.CLOSED_AT_ONCE)), "orange", "only on its own 127.0.0.1"),
        (
            Look(probe=Probe(answer=Answer.CLOSED_AT_ONCE), listeners=SERVED),
            "orange",
            "takes connections and hangs up",
        ),
        (
            Look(probe=Probe(answer=Answer.REFUSED, detail="Connection refused")),
            "red",
            "Connection refused",
        ),
        (Look(probe=Probe(answer=Answer.SILENT)), "red", "No answer"),
        (Look(), "blue", "Asking"),
        (Look(listeners=()), "orange", "Nothing listens on 80/tcp in the container yet"),
        (
            Look(listeners=(Listener(protocol="tcp", address="127.0.0.1", port=80),)),
            "orange",
            "Listens on 127.0.0.1 inside",
        ),
        (
            Look(listeners=(Listener(protocol="tcp", address="::", port=3000),)),
            "orange",
            "listens on 3000/tcp: publish that",
        ),
        (Look(forward="8080 is taken by nginx"), "red", "not open: 8080 is taken by nginx"),
    ],
)
def test_what_was_seen_in_words(look: Look, tone: str, words: str) -> None:
    told = judge(WEB, look, running=True)
    assert told.tone == tone
    assert words in told.text


def test_udp_is_judged_by_what_listens() -> None:
    port = msgspec.structs.replace(WEB, protocol="udp")
    served = (Listener(protocol="udp", address="0.0.0.0", port=80),)
    assert judge(port, Look(listeners=served), running=True).tone == "green"
    assert "Nothing listens on 80/udp" in judge(port, Look(listeners=SERVED), running=True).text
    assert "cannot be asked" in judge(port, Look(), running=True).text


def test_a_stopped_container_is_not_asked() -> None:
    assert "not running" in judge(WEB, Look(), running=False).text


def test_a_port_that_is_only_exposed_is_called_so() -> None:
    assert "not published" in judge(PortMapping(container_port=80), Look(), running=True).text


@pytest.mark.parametrize("count", [1, 2, 3, 7])
@pytest.mark.parametrize("width", [60, 120, 400])
def test_chips_stay_in_their_cell(qapp: QApplication, count: int, width: int) -> None:
    ports = [
        PortMapping(container_port=80 + n, host_ip="0.0.0.0", host_port=8080 + n)
        for n in range(count)
    ]
    area = QRectF(10, 10, width, 48)
    placed = layout_chips(ports, area, QFontMetrics(qapp.font()))
    assert placed
    for _, _, place in placed:
        assert area.contains(place)
    hidden = [words for port, words, _ in placed if port is None]
    assert hidden == ([f"+{count - 2}"] if count > 2 else [])


def test_no_ports_need_no_chips(qapp: Any) -> None:
    assert layout_chips([], QRectF(0, 0, 100, 48), QFontMetrics(qapp.font())) == []
