"""The name server that containers see at 127.0.0.11, in the network namespace of each.

Images have that address built in. The engine answers there itself: its sockets are in the
container's namespace, at ports of their own, so that the container may have a name server on port
53; rules in that namespace lead what is sent to 127.0.0.11:53 to them.
"""

import os
import socket
from pathlib import Path
from typing import Final

from davit_engine.errors import EngineError, SystemFailure
from davit_engine.kernel import netns
from davit_engine.kernel.nftables import Nftables

ADDRESS: Final = "127.0.0.11"
_TABLE: Final = "davit_dns"


def open_sockets(namespace: Path) -> tuple[socket.socket, socket.socket]:
    """UDP and TCP sockets, bound, to which the namespace leads questions. Blocking.

    Whatever an earlier daemon led elsewhere is led here. Raises SystemFailure.
    """
    udp = tcp = None
    try:
        target = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
        try:
            with netns.inside(target):
                udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                udp.bind((ADDRESS, 0))
                tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                tcp.bind((ADDRESS, 0))
                _lead(udp.getsockname()[1], tcp.getsockname()[1])
        finally:
            os.close(target)
    except BaseException as error:
        for opened in (udp, tcp):
            if opened is not None:
                opened.close()
        if isinstance(error, OSError):
            raise SystemFailure(f"cannot answer names at {ADDRESS}: {error}") from error
        raise
    return udp, tcp


def _lead(udp: int, tcp: int) -> None:
    nftables = Nftables()
    try:
        nftables.run(rules(udp, tcp))
    except EngineError as error:
        raise SystemFailure(f"cannot lead questions to {ADDRESS}: {error}") from error
    finally:
        nftables.close()


def rules(udp: int, tcp: int) -> str:
    return f"""\
table ip {_TABLE}
delete table ip {_TABLE}
table ip {_TABLE} {{
    chain output {{
        type nat hook output priority -100; policy accept;
        ip daddr {ADDRESS} udp dport 53 dnat to {ADDRESS}:{udp}
        ip daddr {ADDRESS} tcp dport 53 dnat to {ADDRESS}:{tcp}
    }}
}}
"""
