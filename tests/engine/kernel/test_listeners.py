"""Listening sockets are read from the kernel's tables as they are."""

import os
import socket
from contextlib import ExitStack

import pytest

from davit_engine.kernel.listeners import Listener, listeners


def test_sockets_of_this_process_are_found() -> None:
    with ExitStack() as open_:
        wanted = set()
        for family, kind, protocol, address in (
            (socket.AF_INET, socket.SOCK_STREAM, "tcp", "127.0.0.1"),
            (socket.AF_INET, socket.SOCK_STREAM, "tcp", "0.0.0.0"),
            (socket.AF_INET6, socket.SOCK_STREAM, "tcp", "::1"),
            (socket.AF_INET, socket.SOCK_DGRAM, "udp", "127.0.0.1"),
            (socket.AF_INET6, socket.SOCK_DGRAM, "udp", "::"),
        ):
            made = open_.enter_context(socket.socket(family, kind))
            made.bind((address, 0))
            if kind == socket.SOCK_STREAM:
                made.listen()
            wanted.add(Listener(protocol, address, made.getsockname()[1]))
        bound = open_.enter_context(socket.socket())
        bound.bind(("127.0.0.1", 0))
        found = set(listeners(os.getpid()))
        assert wanted <= found
        assert bound.getsockname()[1] not in {listener.port for listener in found}


def test_a_process_that_has_gone_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        listeners(2**22 + 1)
