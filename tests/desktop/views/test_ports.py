"""What is said about a port, from its state and a probe."""

from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from davit_desktop.probe import Answer, Probe
from davit_desktop.state.ports import PortMapping
from davit_desktop.views.chips import layout_chips
from davit_desktop.views.ports import verdict

WEB = PortMapping(container_port=80, host_ip="127.0.0.1", host_port=8080)


@pytest.mark.parametrize(
    ("answer", "tone", "words"),
    [
        (Probe(answer=Answer.OPEN, milliseconds=2.4), "green", "Answers in 2 ms"),
        (Probe(answer=Answer.CLOSED_AT_ONCE), "orange", "hangs up at once"),
        (Probe(answer=Answer.REFUSED, detail="Connection refused"), "red", "Connection refused"),
        (Probe(answer=Answer.SILENT), "red", "No answer"),
        (None, "blue", "Asking"),
    ],
)
def test_a_probe_in_words(answer: Probe | None, tone: str, words: str) -> None:
    told = verdict(WEB, answer, running=True)
    assert told.tone == tone
    assert words in told.words


def test_a_stopped_container_is_not_asked() -> None:
    assert "not running" in verdict(WEB, None, running=False).words


def test_a_port_that_is_only_exposed_is_called_so() -> None:
    assert "not published" in verdict(PortMapping(container_port=80), None, running=True).words


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
