"""Links, addresses and routes through rtnetlink.

Messages are laid out by hand (linux/rtnetlink.h, linux/if_link.h): the library for it, pyroute2,
costs the idle daemon 14 MB and takes milliseconds per message, and a container start sends a dozen.

A socket belongs to the network namespace in which it was opened, whatever its owner does later.
"""

import errno
import os
import socket
import struct
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

Request = Literal["new", "set", "delete", "get"]

_HEADER: Final = struct.Struct("=IHHII")
"""struct nlmsghdr: length, type, flags, sequence, port."""
_LINK: Final = struct.Struct("=BxHiII")
"""struct ifinfomsg: family, type, index, flags, change."""
_ADDRESS: Final = struct.Struct("=BBBBI")
"""struct ifaddrmsg: family, prefix length, flags, scope, index."""
_NEIGHBOUR: Final = struct.Struct("=BxxxiHBB")
"""struct ndmsg: family, index, state, flags, type."""
_ROUTE: Final = struct.Struct("=BBBBBBBBI")
"""struct rtmsg: family, dst_len, src_len, tos, table, protocol, scope, type, flags."""
_ATTRIBUTE: Final = struct.Struct("=HH")

_NLM_F_REQUEST: Final = 0x1
_NLM_F_ACK: Final = 0x4
_NLM_F_DUMP: Final = 0x300
_NLM_F_REPLACE: Final = 0x100
_NLM_F_EXCL: Final = 0x200
_NLM_F_CREATE: Final = 0x400
_NLMSG_ERROR: Final = 2
_NLMSG_DONE: Final = 3

_RTM_NEWLINK: Final = 16
_RTM_DELLINK: Final = 17
_RTM_GETLINK: Final = 18
_RTM_SETLINK: Final = 19
_RTM_NEWADDR: Final = 20
_RTM_DELADDR: Final = 21
_RTM_GETADDR: Final = 22
_RTM_NEWROUTE: Final = 24
_RTM_GETROUTE: Final = 26
_RTM_NEWNEIGH: Final = 28

_IFLA_ADDRESS: Final = 1
_IFLA_IFNAME: Final = 3
_IFLA_MTU: Final = 4
_IFLA_LINK: Final = 5
_IFLA_MASTER: Final = 10
_IFLA_LINKINFO: Final = 18
_IFLA_IFALIAS: Final = 20
_IFLA_NET_NS_FD: Final = 28
_IFLA_INFO_KIND: Final = 1
_IFLA_INFO_DATA: Final = 2
_IFLA_INFO_SLAVE_KIND: Final = 4
_IFLA_INFO_SLAVE_DATA: Final = 5
_IFLA_BRPORT_MODE: Final = 4
_IFLA_BRPORT_ISOLATED: Final = 33
_VETH_INFO_PEER: Final = 1
_IFLA_MACVLAN_MODE: Final = 1
_IFLA_IPVLAN_MODE: Final = 1
_IFLA_VLAN_ID: Final = 1
_IFA_ADDRESS: Final = 1
_IFA_LOCAL: Final = 2
_IFA_BROADCAST: Final = 4
_IFA_FLAGS: Final = 8
_IFA_F_NODAD: Final = 0x02
_AF_BRIDGE: Final = 7
_NDA_LLADDR: Final = 2
_NUD_NOARP: Final = 0x40
_NTF_MASTER: Final = 0x04
_RTA_DST: Final = 1
_RTA_OIF: Final = 4
_RTA_GATEWAY: Final = 5
_RT_TABLE_MAIN: Final = 254
_RTPROT_BOOT: Final = 3
_RTN_UNICAST: Final = 1
_RT_SCOPE_LINK: Final = 253
_IFF_UP: Final = 1
_NLA_F_NESTED: Final = 0x8000


class NetlinkError(OSError):
    """The kernel refused one message of a batch."""


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One network interface."""

    index: int
    name: str
    kind: str
    """bridge, veth, dummy …; empty for hardware."""
    mtu: int
    master: int
    """Index of the bridge it belongs to, or 0."""
    parent: int = 0
    """Index of the interface it was made on, or 0."""
    up: bool
    mac_address: str
    alias: str = ""
    """Free text that whoever made the link may put there."""


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One address of an interface."""

    index: int
    address: bytes
    """4 or 16 bytes."""
    prefix: int


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """One route of the main table."""

    index: int
    destination: bytes
    """4 or 16 bytes."""
    prefix: int


def bridge(name: str, *, mtu: int, mac_address: str = "") -> bytes:
    """Create a bridge that is up."""
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, _IFF_UP, _IFF_UP)
    body += _text(_IFLA_IFNAME, name) + _number(_IFLA_MTU, mtu)
    if mac_address:
        body += _attribute(_IFLA_ADDRESS, _mac(mac_address))
    body += _nest(_IFLA_LINKINFO, _text(_IFLA_INFO_KIND, "bridge"))
    return _message(_RTM_NEWLINK, _NLM_F_CREATE | _NLM_F_EXCL, body)


def veth(name: str, *, master: int, mtu: int, peer: str, peer_mac: str, peer_netns: int) -> bytes:
    """Create a pair: `name` here, up, in the bridge `master`, and `peer`, down.

    `peer_netns` is a file descriptor of the namespace that gets the peer.
    """
    other = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
    other += _text(_IFLA_IFNAME, peer) + _number(_IFLA_MTU, mtu)
    other += _attribute(_IFLA_ADDRESS, _mac(peer_mac)) + _number(_IFLA_NET_NS_FD, peer_netns)
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, _IFF_UP, _IFF_UP)
    body += _text(_IFLA_IFNAME, name) + _number(_IFLA_MTU, mtu) + _number(_IFLA_MASTER, master)
    body += _nest(
        _IFLA_LINKINFO,
        _text(_IFLA_INFO_KIND, "veth"),
        _nest(_IFLA_INFO_DATA, _nest(_VETH_INFO_PEER, other)),
    )
    return _message(_RTM_NEWLINK, _NLM_F_CREATE | _NLM_F_EXCL, body)


def macvlan(
    name: str, *, parent: int, mode: int, mtu: int, netns: int, mac_address: str = ""
) -> bytes:
    """Create a MAC VLAN interface, down, in the namespace behind the descriptor `netns`.

    An `mtu` of 0 takes the parent's, here and below.
    """
    return _child(
        "macvlan", name, parent, mtu, netns, _number(_IFLA_MACVLAN_MODE, mode), mac_address
    )


def ipvlan(name: str, *, parent: int, mode: int, mtu: int, netns: int) -> bytes:
    """Create an IP VLAN interface, down, in the namespace behind the descriptor `netns`."""
    data = _attribute(_IFLA_IPVLAN_MODE, struct.pack("=H", mode))
    return _child("ipvlan", name, parent, mtu, netns, data)


def _child(
    kind: str, name: str, parent: int, mtu: int, netns: int, data: bytes, mac_address: str = ""
) -> bytes:
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
    body += _text(_IFLA_IFNAME, name) + _number(_IFLA_LINK, parent)
    body += _number(_IFLA_NET_NS_FD, netns)
    if mtu:
        body += _number(_IFLA_MTU, mtu)
    if mac_address:
        body += _attribute(_IFLA_ADDRESS, _mac(mac_address))
    body += _nest(_IFLA_LINKINFO, _text(_IFLA_INFO_KIND, kind), _nest(_IFLA_INFO_DATA, data))
    return _message(_RTM_NEWLINK, _NLM_F_CREATE | _NLM_F_EXCL, body)


def vlan(name: str, *, parent: int, id: int) -> bytes:
    """Create an 802.1Q interface that is up."""
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, _IFF_UP, _IFF_UP)
    body += _text(_IFLA_IFNAME, name) + _number(_IFLA_LINK, parent)
    data = _attribute(_IFLA_VLAN_ID, struct.pack("=H", id))
    body += _nest(_IFLA_LINKINFO, _text(_IFLA_INFO_KIND, "vlan"), _nest(_IFLA_INFO_DATA, data))
    return _message(_RTM_NEWLINK, _NLM_F_CREATE | _NLM_F_EXCL, body)


def loose_pair(name: str, peer: str) -> bytes:
    """Create a pair of interfaces, down and plugged into nothing."""
    other = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0) + _text(_IFLA_IFNAME, peer)
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0) + _text(_IFLA_IFNAME, name)
    data = _nest(_IFLA_INFO_DATA, _nest(_VETH_INFO_PEER, other))
    body += _nest(_IFLA_LINKINFO, _text(_IFLA_INFO_KIND, "veth"), data)
    return _message(_RTM_NEWLINK, _NLM_F_CREATE | _NLM_F_EXCL, body)


def bridge_port(index: int, *, isolated: bool, hairpin: bool) -> bytes:
    """Settings of a bridge's port.

    `isolated`: exchange nothing with the bridge's other isolated ports. `hairpin`: a frame may
    leave through the port that it came from.
    """
    settings = _attribute(_IFLA_BRPORT_MODE, bytes([hairpin]))
    settings += _attribute(_IFLA_BRPORT_ISOLATED, bytes([isolated]))
    information = _nest(
        _IFLA_LINKINFO,
        _text(_IFLA_INFO_SLAVE_KIND, "bridge"),
        _nest(_IFLA_INFO_SLAVE_DATA, settings),
    )
    return _message(_RTM_NEWLINK, 0, _LINK.pack(socket.AF_UNSPEC, 0, index, 0, 0) + information)


def behind_port(index: int, mac_address: str) -> bytes:
    """Let a bridge know that this address is behind the port, whatever it learned before."""
    body = _NEIGHBOUR.pack(_AF_BRIDGE, index, _NUD_NOARP, _NTF_MASTER, 0)
    body += _attribute(_NDA_LLADDR, _mac(mac_address))
    return _message(_RTM_NEWNEIGH, _NLM_F_CREATE | _NLM_F_REPLACE, body)


def up(index: int) -> bytes:
    return _message(_RTM_SETLINK, 0, _LINK.pack(socket.AF_UNSPEC, 0, index, _IFF_UP, _IFF_UP))


def set_alias(index: int, alias: str) -> bytes:
    body = _LINK.pack(socket.AF_UNSPEC, 0, index, 0, 0) + _text(_IFLA_IFALIAS, alias)
    return _message(_RTM_SETLINK, 0, body)


def remove_link(name: str) -> bytes:
    body = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0) + _text(_IFLA_IFNAME, name)
    return _message(_RTM_DELLINK, 0, body)


def add_address(index: int, address: bytes, prefix: int) -> bytes:
    return _message(_RTM_NEWADDR, _NLM_F_CREATE | _NLM_F_REPLACE, _address(index, address, prefix))


def remove_address(index: int, address: bytes, prefix: int) -> bytes:
    return _message(_RTM_DELADDR, 0, _address(index, address, prefix))


def _address(index: int, address: bytes, prefix: int) -> bytes:
    body = _ADDRESS.pack(_family(address), prefix, 0, 0, index)
    body += _attribute(_IFA_LOCAL, address) + _attribute(_IFA_ADDRESS, address)
    if len(address) == 4 and prefix < 31:
        last = int.from_bytes(address, "big") | ((1 << (32 - prefix)) - 1)
        return body + _attribute(_IFA_BROADCAST, last.to_bytes(4, "big"))
    # Duplicate detection would leave the address unusable for a second; ours are unique anyway.
    return body + _number(_IFA_FLAGS, _IFA_F_NODAD) if len(address) == 16 else body


def default_route(index: int, gateway: bytes) -> bytes:
    """Set the default route of the gateway's address family, replacing another."""
    header = _ROUTE.pack(
        _family(gateway), 0, 0, 0, _RT_TABLE_MAIN, _RTPROT_BOOT, 0, _RTN_UNICAST, 0
    )
    body = header + _attribute(_RTA_GATEWAY, gateway) + _number(_RTA_OIF, index)
    return _message(_RTM_NEWROUTE, _NLM_F_CREATE | _NLM_F_REPLACE, body)


def direct_default_route(index: int, *, ipv6: bool) -> bytes:
    """Set the default route of a family to lead through an interface without a gateway."""
    family = socket.AF_INET6 if ipv6 else socket.AF_INET
    scope = 0 if ipv6 else _RT_SCOPE_LINK
    header = _ROUTE.pack(family, 0, 0, 0, _RT_TABLE_MAIN, _RTPROT_BOOT, scope, _RTN_UNICAST, 0)
    body = header + _number(_RTA_OIF, index)
    return _message(_RTM_NEWROUTE, _NLM_F_CREATE | _NLM_F_REPLACE, body)


class Netlink:
    """An rtnetlink socket in the caller's network namespace. Blocking; one thread at a time."""

    def __init__(self) -> None:
        self._socket = socket.socket(
            socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, socket.NETLINK_ROUTE
        )
        self._socket.bind((0, 0))
        self._sequence = 0

    def close(self) -> None:
        self._socket.close()

    def __enter__(self) -> "Netlink":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, messages: Sequence[bytes]) -> None:
        """Apply messages in order, each of which may hold several, in one system call.

        Later ones are tried even when one fails. Raises NetlinkError for the first that failed.
        """
        batch = bytearray().join(messages)
        count = 0
        offset = 0
        while offset < len(batch):
            length, kind, flags, _, _ = _HEADER.unpack_from(batch, offset)
            self._sequence += 1
            count += 1
            _HEADER.pack_into(batch, offset, length, kind, flags, self._sequence, 0)
            offset += length
        self._socket.send(batch)
        first_error: NetlinkError | None = None
        answered = 0
        while answered < count:
            for kind, sequence, body in _split(self._socket.recv(1 << 16)):
                if kind != _NLMSG_ERROR or sequence <= self._sequence - count:
                    continue
                answered += 1
                (code,) = struct.unpack_from("=i", body)
                if code and first_error is None:
                    first_error = NetlinkError(-code, os.strerror(-code))
        if first_error is not None:
            raise first_error

    def links(self) -> list[Link]:
        request = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0)
        return [_parse_link(body) for body in self._dump(_RTM_GETLINK, request)]

    def link(self, name: str) -> Link:
        """Raises NetlinkError ENODEV."""
        body = _LINK.pack(socket.AF_UNSPEC, 0, 0, 0, 0) + _text(_IFLA_IFNAME, name)
        self._sequence += 1
        self._socket.send(_with_sequence(_message(_RTM_GETLINK, 0, body, ack=0), self._sequence))
        while True:
            for kind, sequence, answer in _split(self._socket.recv(1 << 16)):
                if sequence != self._sequence:
                    continue
                if kind == _RTM_NEWLINK:
                    return _parse_link(answer)
                if kind == _NLMSG_ERROR:
                    (code,) = struct.unpack_from("=i", answer)
                    raise NetlinkError(-code or errno.ENODEV, os.strerror(-code or errno.ENODEV))

    def addresses(self) -> list[Address]:
        found = []
        for body in self._dump(_RTM_GETADDR, _ADDRESS.pack(0, 0, 0, 0, 0)):
            _, prefix, _, _, index = _ADDRESS.unpack_from(body)
            attributes = _attributes(body[_ADDRESS.size :])
            address = attributes.get(_IFA_LOCAL) or attributes.get(_IFA_ADDRESS)
            if address:
                found.append(Address(index=index, address=address, prefix=prefix))
        return found

    def routes(self) -> list[Route]:
        """Unicast routes of the main table, default routes included."""
        found = []
        for body in self._dump(_RTM_GETROUTE, _ROUTE.pack(0, 0, 0, 0, 0, 0, 0, 0, 0)):
            family, prefix, _, _, table, _, _, kind, _ = _ROUTE.unpack_from(body)
            size = {socket.AF_INET: 4, socket.AF_INET6: 16}.get(family)
            if table != _RT_TABLE_MAIN or kind != _RTN_UNICAST or size is None:
                continue
            attributes = _attributes(body[_ROUTE.size :])
            oif = attributes.get(_RTA_OIF)
            found.append(
                Route(
                    index=int.from_bytes(oif, "little") if oif else 0,
                    destination=attributes.get(_RTA_DST, bytes(size)),
                    prefix=prefix,
                )
            )
        return found

    def _dump(self, kind: int, body: bytes) -> list[bytes]:
        self._sequence += 1
        message = _message(kind, _NLM_F_DUMP, body, ack=0)
        self._socket.send(_with_sequence(message, self._sequence))
        found: list[bytes] = []
        while True:
            for answer, sequence, content in _split(self._socket.recv(1 << 17)):
                if sequence != self._sequence:
                    continue
                if answer == _NLMSG_DONE:
                    return found
                if answer == _NLMSG_ERROR:
                    (code,) = struct.unpack_from("=i", content)
                    raise NetlinkError(-code, os.strerror(-code))
                found.append(content)


def _message(kind: int, flags: int, body: bytes, ack: int = _NLM_F_ACK) -> bytes:
    return _HEADER.pack(_HEADER.size + len(body), kind, _NLM_F_REQUEST | ack | flags, 0, 0) + body


def _with_sequence(message: bytes, sequence: int) -> bytes:
    length, kind, flags, _, port = _HEADER.unpack_from(message)
    return _HEADER.pack(length, kind, flags, sequence, port) + message[_HEADER.size :]


def _attribute(kind: int, payload: bytes) -> bytes:
    return _ATTRIBUTE.pack(4 + len(payload), kind) + payload + bytes(-len(payload) % 4)


def _nest(kind: int, *children: bytes) -> bytes:
    return _attribute(kind | _NLA_F_NESTED, b"".join(children))


def _text(kind: int, text: str) -> bytes:
    return _attribute(kind, text.encode() + b"\0")


def _number(kind: int, number: int) -> bytes:
    return _attribute(kind, struct.pack("=I", number))


def _mac(text: str) -> bytes:
    return bytes.fromhex(text.replace(":", ""))


def _family(address: bytes) -> int:
    return socket.AF_INET if len(address) == 4 else socket.AF_INET6


def _split(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Type, sequence number and body of each message."""
    offset = 0
    while offset + _HEADER.size <= len(data):
        length, kind, _, sequence, _ = _HEADER.unpack_from(data, offset)
        if length < _HEADER.size:
            return
        yield kind, sequence, data[offset + _HEADER.size : offset + length]
        offset += (length + 3) & ~3


def _attributes(data: bytes) -> dict[int, bytes]:
    found = {}
    offset = 0
    while offset + _ATTRIBUTE.size <= len(data):
        length, kind = _ATTRIBUTE.unpack_from(data, offset)
        if length < _ATTRIBUTE.size:
            break
        found[kind & 0x3FFF] = data[offset + _ATTRIBUTE.size : offset + length]
        offset += (length + 3) & ~3
    return found


def _parse_link(body: bytes) -> Link:
    _, _, index, flags, _ = _LINK.unpack_from(body)
    attributes = _attributes(body[_LINK.size :])
    information = _attributes(attributes.get(_IFLA_LINKINFO, b""))
    return Link(
        index=index,
        name=attributes.get(_IFLA_IFNAME, b"").rstrip(b"\0").decode(errors="replace"),
        kind=information.get(_IFLA_INFO_KIND, b"").rstrip(b"\0").decode(errors="replace"),
        mtu=int.from_bytes(attributes.get(_IFLA_MTU, b""), "little"),
        master=int.from_bytes(attributes.get(_IFLA_MASTER, b""), "little"),
        parent=int.from_bytes(attributes.get(_IFLA_LINK, b""), "little"),
        up=bool(flags & _IFF_UP),
        mac_address=attributes.get(_IFLA_ADDRESS, b"").hex(":"),
        alias=attributes.get(_IFLA_IFALIAS, b"").rstrip(b"\0").decode(errors="replace"),
    )
