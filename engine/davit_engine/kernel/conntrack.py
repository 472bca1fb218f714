"""Make the kernel forget connections it follows, through ctnetlink (linux/nfnetlink_conntrack.h).

Address translation is decided with a connection's first packet. A UDP "connection" ends only when
nobody sends for minutes, so an old decision can outlive what it led to.
"""

import os
import socket
import struct
from collections.abc import Iterator
from typing import Final

_NETLINK_NETFILTER: Final = 12
_HEADER: Final = struct.Struct("=IHHIIBBH")
"""struct nlmsghdr and struct nfgenmsg: family, version, resource id."""
_GET: Final = 1 << 8 | 1
_DELETE: Final = 1 << 8 | 2
_REQUEST: Final = 0x1
_ACK: Final = 0x4
_DUMP: Final = 0x300
_ERROR: Final = 2
_DONE: Final = 3
_CTA_TUPLE_ORIG: Final = 1
_CTA_TUPLE_PROTO: Final = 2
_CTA_PROTO_NUM: Final = 1
_CTA_PROTO_DST_PORT: Final = 3


def forget_udp(ports: set[int]) -> int:
    """Forget UDP traffic to these destination ports; how many entries that were.

    Blocking; acts in the thread's network namespace. Raises OSError.
    """
    with socket.socket(
        socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, _NETLINK_NETFILTER
    ) as netlink:
        netlink.bind((0, 0))
        forgotten = 0
        for family in (socket.AF_INET, socket.AF_INET6):
            netlink.send(_message(_GET, _REQUEST | _DUMP, family, b""))
            tuples = [entry.get(_CTA_TUPLE_ORIG, b"") for entry in _answers(netlink)]
            for tuple_ in [found for found in tuples if _udp_port(found) in ports]:
                attribute = struct.pack("=HH", 4 + len(tuple_), _CTA_TUPLE_ORIG | 0x8000) + tuple_
                netlink.send(_message(_DELETE, _REQUEST | _ACK, family, attribute))
                netlink.recv(1 << 16)  # Gone by itself meanwhile is as good.
                forgotten += 1
    return forgotten


def _answers(netlink: socket.socket) -> Iterator[dict[int, bytes]]:
    while True:
        data = netlink.recv(1 << 17)
        offset = 0
        while offset + 16 <= len(data):
            length, kind = struct.unpack_from("=IH", data, offset)
            if kind == _DONE:
                return
            if kind == _ERROR:
                (code,) = struct.unpack_from("=i", data, offset + 16)
                raise OSError(-code, os.strerror(-code))
            yield _attributes(data[offset + _HEADER.size : offset + length])
            offset += (length + 3) & ~3


def _udp_port(tuple_: bytes) -> int | None:
    protocol = _attributes(_attributes(tuple_).get(_CTA_TUPLE_PROTO, b""))
    if protocol.get(_CTA_PROTO_NUM, b"\0")[0] != socket.IPPROTO_UDP:
        return None
    return int.from_bytes(protocol.get(_CTA_PROTO_DST_PORT, b""), "big")


def _message(kind: int, flags: int, family: int, body: bytes) -> bytes:
    length = _HEADER.size + len(body)
    return _HEADER.pack(length, kind, flags, 0, 0, family, 0, 0) + body


def _attributes(data: bytes) -> dict[int, bytes]:
    found = {}
    offset = 0
    while offset + 4 <= len(data):
        length, kind = struct.unpack_from("=HH", data, offset)
        if length < 4:
            break
        found[kind & 0x3FFF] = data[offset + 4 : offset + length]
        offset += (length + 3) & ~3
    return found
