"""Keep the kernel's rules as the firewall's text says."""

import logging
import re
import socket
from collections.abc import Sequence
from typing import Final

import msgspec

from davit_engine.errors import SystemFailure
from davit_engine.kernel.nftables import Nftables
from davit_engine.networks import firewall
from davit_engine.networks.firewall import Bridge, Forward

_NETLINK_NETFILTER: Final = 12
_NFNLGRP_NFTABLES: Final = 7
_SOL_NETLINK: Final = 270
_NETLINK_ADD_MEMBERSHIP: Final = 1

_log = logging.getLogger(__name__)


class Rules:
    """The engine's table. Blocking, and used from one thread (but for `watch`)."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._nftables = Nftables()
        self._listing = ""

    def replace(self, bridges: Sequence[Bridge], forwards: Sequence[Forward], gateway: str) -> None:
        """Write everything anew, in one transaction."""
        self._nftables.run(firewall.ruleset(self._table, bridges, forwards, gateway))
        self._listing = self._list()

    def add(self, forwards: Sequence[Forward]) -> None:
        self._nftables.run(firewall.addition(self._table, forwards))

    def remove(self, forwards: Sequence[Forward]) -> None:
        self._nftables.run(firewall.removal(self._table, forwards))

    def intact(self) -> bool:
        """Whether the table is as it was last written; elements are not compared."""
        try:
            return self._list() == self._listing
        except SystemFailure:
            return False

    def delete(self) -> None:
        """Leave nothing. Idempotent."""
        self._nftables.run(firewall.deletion(self._table))

    def close(self) -> None:
        self._nftables.close()

    def obstacles(self) -> list["Obstacle"]:
        """Chains of other programs that drop packets of containers unless they are told."""
        return parse_obstacles(self._nftables.run("list chains\n"), self._table)

    def _list(self) -> str:
        return self._nftables.run(firewall.listing(self._table))


class Obstacle(msgspec.Struct, frozen=True):
    """A foreign chain whose policy is drop."""

    chain: str
    """FAMILY TABLE CHAIN."""
    hook: str
    """forward: containers may not reach the outside; input: nor the engine's name server."""


def parse_obstacles(listing: str, table: str) -> list[Obstacle]:
    """From the output of `list chains`, what is not in our table."""
    found = []
    family = name = chain = ""
    for line in listing.splitlines():
        words = line.split()
        hook = re.search(r"hook (forward|input)\b.*policy drop", line)
        if words[:1] == ["table"]:
            family, name = words[1], words[2]
        elif words[:1] == ["chain"]:
            chain = words[1]
        elif hook and name != table:
            found.append(Obstacle(f"{family} {name} {chain}", hook[1]))
    return found


class Watch:
    """Tells when somebody may have changed the table. Give `fileno()` to the event loop."""

    def __init__(self, table: str) -> None:
        self._marker = table.encode() + b"\0"
        self._socket = socket.socket(
            socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_NONBLOCK, _NETLINK_NETFILTER
        )
        self._socket.bind((0, 0))
        self._socket.setsockopt(_SOL_NETLINK, _NETLINK_ADD_MEMBERSHIP, _NFNLGRP_NFTABLES)

    def fileno(self) -> int:
        return self._socket.fileno()

    def close(self) -> None:
        self._socket.close()

    def read(self) -> bool:
        """Take the waiting notices; whether one of them is about our table."""
        concerned = False
        while True:
            try:
                notice = self._socket.recv(1 << 16)
            except BlockingIOError:
                return concerned
            except OSError as error:
                # ENOBUFS: notices were lost, and one may have been ours.
                _log.debug("lost notices about nftables: %s", error)
                concerned = True
                continue
            concerned = concerned or self._marker in notice
