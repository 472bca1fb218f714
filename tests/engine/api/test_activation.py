"""Sockets that systemd opened: which are taken, and that their paths stay."""

import os
import socket
from pathlib import Path

import pytest

from davit_engine import errors
from davit_engine.api import activation
from davit_engine.api.engine import Engine
from davit_engine.api.server import make_app, serve
from fakes.api import Api


def handed_over(
    monkeypatch: pytest.MonkeyPatch, listener: socket.socket, *, pid: int | None = None
) -> None:
    monkeypatch.setattr(activation, "FIRST_DESCRIPTOR", listener.detach())
    monkeypatch.setenv("LISTEN_PID", str(pid or os.getpid()))
    monkeypatch.setenv("LISTEN_FDS", "1")
    monkeypatch.setenv("LISTEN_FDNAMES", "davit-engine.socket")


def listening(path: Path) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    return listener


async def test_the_engine_answers_on_the_socket_and_leaves_it_to_systemd(
    faked: Engine, short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = short_path / "s.sock"
    systemds = listening(path)
    for _ in range(2):
        handed_over(monkeypatch, systemds.dup())
        served = await serve(make_app(faked), ["fd://"], "")
        assert served.addresses == [f"unix://{path}"]
        client = Api(path, served, faked)
        assert (await client.get("/_ping")).body == b"OK"
        await client.session.close()
        await served.aclose()
        assert path.exists()
    systemds.close()


def test_what_was_handed_over_is_not_passed_on(
    short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_over(monkeypatch, listening(short_path / "s.sock"))
    (taken,) = activation.inherited()
    assert not any(name.startswith("LISTEN_") for name in os.environ)
    assert not taken.get_inheritable()
    taken.close()


def test_sockets_of_another_process_are_not_ours(
    short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with listening(short_path / "s.sock") as listener:
        handed_over(monkeypatch, listener.dup(), pid=1)
        with pytest.raises(errors.InvalidParameter, match="no socket was handed over"):
            activation.inherited()
        os.close(activation.FIRST_DESCRIPTOR)


@pytest.mark.parametrize("kind", [socket.AF_INET, socket.AF_UNIX])
def test_other_kinds_are_refused(
    kind: socket.AddressFamily, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_over(monkeypatch, socket.socket(kind))
    with pytest.raises(errors.InvalidParameter, match="not a listening Unix stream socket"):
        activation.inherited()


def test_a_descriptor_that_is_no_socket_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(activation, "FIRST_DESCRIPTOR", reading)
    with pytest.raises(errors.InvalidParameter, match="is not a socket"):
        activation.inherited({"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"})
    os.close(reading)
    os.close(writing)
