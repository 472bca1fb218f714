"""Sockets that wait for others in a process's network namespace, from /proc/PID/net (proc(5))."""

import ipaddress
import socket
import sys
from pathlib import Path
from typing import Final

import msgspec

_LISTEN: Final = "0A"  # tcp: TCP_LISTEN (include/net/tcp_states.h)
_UNCONNECTED: Final = "07"  # udp: TCP_CLOSE, which stands for bound and not connected
_MOST: Final = 4096  # lines of one table


class Listener(msgspec.Struct, frozen=True, order=True):
    """A socket that takes connections or datagrams; `address` "0.0.0.0" or "::" is every one."""

    protocol: str
    address: str
    port: int


def listeners(pid: int) -> list[Listener]:
    """What listens where the process lives. Raises OSError when it is gone."""
    found: set[Listener] = set()
    for protocol, tables, state in (
        ("tcp", ("tcp", "tcp6"), _LISTEN),
        ("udp", ("udp", "udp6"), _UNCONNECTED),
    ):
        for table in tables:
            try:
                text = Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii")
            except FileNotFoundError:
                if not Path(f"/proc/{pid}").exists():
                    raise
                continue  # a kernel without IPv6
            found.update(parse(text, protocol, state))
    return sorted(found)


def parse(table: str, protocol: str, state: str) -> list[Listener]:
    """The sockets of one table that are in a state; lines that say something else are left out."""
    found = []
    for line in table.splitlines()[1 : _MOST + 1]:
        words = line.split()
        if len(words) > 3 and words[3] == state:
            address, _, port = words[1].partition(":")
            found.append(Listener(protocol, _address(address), int(port, 16)))
    return found


def _address(text: str) -> str:
    """Each four bytes are printed as a number of the machine's own byte order."""
    raw = bytes.fromhex(text)
    if sys.byteorder == "little":
        raw = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    if len(raw) == 4:
        return socket.inet_ntoa(raw)
    address = ipaddress.IPv6Address(raw)
    return str(address.ipv4_mapped or address)
