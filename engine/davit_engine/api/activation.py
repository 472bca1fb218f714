"""Sockets that systemd opened before the engine started, for `-H fd://` (sd_listen_fds(3))."""

import os
import socket
from collections.abc import MutableMapping
from typing import Final

from davit_engine.errors import InvalidParameter

FIRST_DESCRIPTOR: Final = 3


def inherited(environment: MutableMapping[str, str] = os.environ) -> list[socket.socket]:
    """The listening Unix sockets that were handed over; asked for once, then gone from the
    environment, so that no program that the engine starts takes them for its own.

    Raises InvalidParameter where there are none, and for sockets of another kind: who may connect
    to an address is checked only where the engine opens it.
    """
    meant_for = environment.pop("LISTEN_PID", "")
    count = environment.pop("LISTEN_FDS", "")
    environment.pop("LISTEN_FDNAMES", None)
    if meant_for != str(os.getpid()) or not count.isdecimal() or int(count) == 0:
        raise InvalidParameter(
            "cannot listen on fd://: no socket was handed over. It is for davit-engine.socket of "
            "systemd; elsewhere use unix:///path/to/socket"
        )
    return [_take(number) for number in range(FIRST_DESCRIPTOR, FIRST_DESCRIPTOR + int(count))]


def _take(descriptor: int) -> socket.socket:
    try:
        listener = socket.socket(fileno=descriptor)
    except OSError as error:
        raise InvalidParameter(
            f"cannot listen on fd://: descriptor {descriptor} is not a socket ({error.strerror})"
        ) from error
    if (
        listener.family != socket.AF_UNIX
        or listener.type != socket.SOCK_STREAM
        or not listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
    ):
        listener.close()
        raise InvalidParameter(
            f"cannot listen on fd://: descriptor {descriptor} is not a listening Unix stream "
            "socket; name TCP addresses with -H tcp://"
        )
    listener.set_inheritable(False)
    listener.setblocking(False)
    return listener
