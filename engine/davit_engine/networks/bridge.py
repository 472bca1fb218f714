"""Bridges, veth pairs, macvlan and ipvlan interfaces, and host settings.

Everything here blocks, and runs on one thread that is in the host's network namespace.
"""

import contextlib
import errno
import ipaddress
import logging
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from davit_engine.errors import InvalidParameter, SystemFailure, Unsupported
from davit_engine.kernel import netlink, netns
from davit_engine.networks.ipam import Range
from davit_engine.networks.network import Attachment

_SYSCTL: Final = Path("/proc/sys/net")

_log = logging.getLogger(__name__)


class Links:
    """The kernel's links, as far as the engine makes them."""

    def __init__(self, owner: str) -> None:
        """`owner` is written on bridges and tells ours from others of the same name."""
        self._owner = owner
        self._host = netlink.Netlink()
        self._indexes: dict[str, int] = {}

    def close(self) -> None:
        self._host.close()

    def make_bridge(
        self, name: str, addresses: Sequence[str], *, mtu: int, mac_address: str
    ) -> None:
        """Create the bridge, or take over our own, and give it exactly these addresses.

        `addresses` are in CIDR form. Raises SystemFailure naming the bridge, which is gone again
        if it was not there before.
        """
        created = True
        try:
            try:
                self._host.run([netlink.bridge(name, mtu=mtu, mac_address=mac_address)])
            except netlink.NetlinkError as error:
                if error.errno != errno.EEXIST:
                    raise
                created = False
            self._set_up(name, addresses, created=created)
        except BaseException as error:
            if created:
                self.remove([name])
            if isinstance(error, OSError):
                raise SystemFailure(f"cannot set up the bridge {name}: {error}") from error
            raise

    def _set_up(self, name: str, addresses: Sequence[str], *, created: bool) -> None:
        link = self._host.link(name)
        if not created and (link.kind, link.alias) != ("bridge", self._owner):
            raise SystemFailure(
                f"the interface {name} exists and was not made by this engine. Choose another name "
                f"for the bridge, or remove the interface with `ip link delete {name}`."
            )
        interfaces = [ipaddress.ip_interface(address) for address in addresses]
        wanted = {(i.ip.packed, i.network.prefixlen) for i in interfaces}
        present = {(a.address, a.prefix) for a in self._host.addresses() if a.index == link.index}
        messages = [netlink.set_alias(link.index, self._owner), netlink.up(link.index)]
        messages += [
            netlink.remove_address(link.index, address, prefix)
            for address, prefix in present - wanted
            if not address.startswith(b"\xfe\x80")
        ]
        # Also those already there: a repeat is harmless.
        messages += [netlink.add_address(link.index, *address) for address in sorted(wanted)]
        _write(f"ipv6/conf/{name}/accept_ra", "0")
        _write(f"ipv4/conf/{name}/route_localnet", "1")
        if any(len(address) == 16 for address, _ in wanted):
            _write(f"ipv6/conf/{name}/disable_ipv6", "0")
        self._host.run(messages)
        self._indexes[name] = link.index

    def remove(self, names: Iterable[str]) -> None:
        """Links that are already gone are not an error."""
        for name in names:
            self._indexes.pop(name, None)
            try:
                self._host.run([netlink.remove_link(name)])
            except netlink.NetlinkError as error:
                if error.errno != errno.ENODEV:
                    raise SystemFailure(f"cannot remove the interface {name}: {error}") from error

    def attach(self, attachment: Attachment, namespace: Path) -> None:
        """Make the pair and its addresses; nothing is left when it fails.

        Raises SystemFailure.
        """
        target = -1
        try:
            target = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
            self._host.run([self._creation(attachment, target)])
            try:
                if attachment.driver == "bridge":
                    self._plug_in(attachment)
                with netns.inside(target):
                    _configure(attachment)
            except BaseException:
                if attachment.driver == "bridge":
                    self.remove([attachment.host_interface])
                else:
                    _unplug(attachment.interface, target)
                raise
        except OSError as error:
            raise SystemFailure(
                f"cannot connect {attachment.interface} to {attachment.master}: {error}"
            ) from error
        finally:
            if target >= 0:
                os.close(target)

    def _creation(self, attachment: Attachment, target: int) -> bytes:
        master = self._index(attachment.master)
        if attachment.driver == "macvlan":
            return netlink.macvlan(
                attachment.interface,
                parent=master,
                mode=attachment.mode,
                mac_address=attachment.mac_address,
                mtu=attachment.mtu,
                netns=target,
            )
        if attachment.driver == "ipvlan":
            return netlink.ipvlan(
                attachment.interface,
                parent=master,
                mode=attachment.mode,
                mtu=attachment.mtu,
                netns=target,
            )
        return netlink.veth(
            attachment.host_interface,
            master=master,
            mtu=attachment.mtu,
            peer=attachment.interface,
            peer_mac=attachment.mac_address,
            peer_netns=target,
        )

    def check_driver(self, driver: str, parent: str, mode: int) -> None:
        """Raises Unsupported where the kernel lacks the interfaces of macvlan or ipvlan."""
        trial = f"{parent[:13]}.t"
        make = {"macvlan": netlink.macvlan, "ipvlan": netlink.ipvlan}[driver]
        own = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._host.run([make(trial, parent=self._index(parent), mode=mode, mtu=0, netns=own)])
            self.remove([trial])
        except netlink.NetlinkError as error:
            if error.errno == errno.EOPNOTSUPP:
                raise Unsupported(
                    f"this kernel has no {driver} interfaces (module {driver}); use the bridge "
                    "driver"
                ) from error
            raise SystemFailure(f"cannot make {driver} interfaces on {parent}: {error}") from error
        finally:
            os.close(own)

    def make_parent(self, name: str, *, isolated: bool) -> bool:
        """Let `name` be there for macvlan and ipvlan; whether it was made now.

        `isolated` makes a pair that leads nowhere; else a missing PARENT.ID becomes a VLAN
        interface. Raises InvalidParameter, Unsupported and SystemFailure.
        """
        try:
            self._indexes[name] = self._host.link(name).index
        except netlink.NetlinkError as error:
            if error.errno != errno.ENODEV:
                raise
        else:
            return False
        try:
            if isolated:
                self._make_pair(name)
            else:
                self._make_vlan(name)
        except netlink.NetlinkError as error:
            raise SystemFailure(f"cannot make the parent interface {name}: {error}") from error
        self._indexes[name] = self._host.link(name).index
        return True

    def _make_pair(self, name: str) -> None:
        ends = (name, f"{name[:-1]}_")
        self._host.run([netlink.loose_pair(*ends)])
        indexes = [self._host.link(end).index for end in ends]
        self._host.run([netlink.set_alias(index, self._owner) for index in indexes])
        self._host.run([netlink.up(index) for index in indexes])

    def _make_vlan(self, name: str) -> None:
        below, dot, tag = name.rpartition(".")
        if not dot:
            raise InvalidParameter(
                f"-o parent interface was not found on the host: {name}; "
                "a VLAN of one is named as in eth0.10"
            )
        if not tag.isdecimal() or not 1 <= int(tag) <= 4094:
            raise InvalidParameter(
                f"vlan id must be between 1-4094, received: {tag}, in the parent {name}"
            )
        try:
            parent = self._host.link(below).index
        except netlink.NetlinkError as error:
            raise InvalidParameter(
                f"-o parent interface was not found on the host: {below}"
            ) from error
        try:
            self._host.run([netlink.vlan(name, parent=parent, id=int(tag))])
        except netlink.NetlinkError as error:
            if error.errno == errno.EOPNOTSUPP:
                raise Unsupported(
                    f"this kernel has no VLAN interfaces (module 8021q), so {name} cannot be made; "
                    "name a parent that exists"
                ) from error
            raise

    def detach(self, namespace: Path, interface: str) -> None:
        """Remove an interface inside a container. Idempotent. Raises SystemFailure."""
        try:
            target = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return
        try:
            _unplug(interface, target)
        except OSError as error:
            raise SystemFailure(f"cannot remove {interface}: {error}") from error
        finally:
            os.close(target)

    def _plug_in(self, attachment: Attachment) -> None:
        port = self._host.link(attachment.host_interface).index
        # The previous owner of the address may linger, and with it what the bridge learned.
        messages = [netlink.behind_port(port, attachment.mac_address)]
        # With br_netfilter a connection to one's own published port never leaves the bridge.
        hairpin = _read("bridge/bridge-nf-call-iptables") == "1"
        if hairpin or attachment.isolated:
            messages.append(
                netlink.bridge_port(port, isolated=attachment.isolated, hairpin=hairpin)
            )
        self._host.run(messages)

    def set_default_route(self, namespace: Path, attachment: Attachment) -> None:
        """Let the default routes of the namespace lead where the attachment says."""
        target = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
        try:
            with netns.inside(target), netlink.Netlink() as inner:
                index = inner.link(attachment.interface).index
                inner.run(_default_routes(index, attachment))
        except OSError as error:
            raise SystemFailure(
                f"cannot lead the default route through {attachment.interface}: {error}"
            ) from error
        finally:
            os.close(target)

    def silence(self, namespace: Path) -> None:
        """Take the addresses of a dead namespace away, so that they can be given out again.

        The kernel frees the namespace, and the links in it, a while after its last process ended;
        until then it would answer for the addresses. Removing the links here would take 20 ms.
        """
        try:
            target = os.open(namespace, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return
        try:
            with netns.inside(target), netlink.Netlink() as inner:
                gone = [
                    netlink.remove_address(a.index, a.address, a.prefix)
                    for a in inner.addresses()
                    if a.index != 1
                ]
                inner.run(gone)
        except OSError as error:
            # EINVAL: the pin was lost and the path is a plain file; the kernel has freed it.
            _log.debug("cannot silence %s: %s", namespace, error)
        finally:
            os.close(target)

    def present(self) -> list[netlink.Link]:
        return self._host.links()

    def used_ranges(self, without: Iterable[str], *, older_than: str = "") -> list[Range]:
        """What the host's routes and addresses cover, but for default routes and our bridges.

        `older_than`: only those on links that were there before this one.
        """
        ours = set(without)
        links = self._host.links()
        latest = next((link.index for link in links if link.name == older_than), None)
        skipped = {
            link.index
            for link in links
            if link.name in ours or (latest is not None and link.index > latest)
        }
        ranges = {
            (route.destination, route.prefix)
            for route in self._host.routes()
            if route.prefix and route.index not in skipped
        } | {
            (address.address, address.prefix)
            for address in self._host.addresses()
            if address.index not in skipped
        }
        return [ipaddress.ip_network((address, prefix), strict=False) for address, prefix in ranges]

    def outside_mtu(self) -> int:
        """The MTU towards the outside, at most Docker's 1500."""
        mtus = {link.index: link.mtu for link in self._host.links()}
        defaults = [mtus[r.index] for r in self._host.routes() if not r.prefix and r.index in mtus]
        return min([1500, *defaults])

    def _index(self, name: str) -> int:
        if name not in self._indexes:
            self._indexes[name] = self._host.link(name).index
        return self._indexes[name]


def enable_forwarding(ipv6: bool) -> None:
    """Let the host route between its interfaces. Raises SystemFailure."""
    if ipv6:
        _keep_router_advertisements()
    names = ["ipv4/ip_forward"] + (["ipv6/conf/all/forwarding"] if ipv6 else [])
    for name in names:
        path = _SYSCTL / name
        try:
            if path.read_text().strip() != "1":
                _log.info("turning on /proc/sys/net/%s", name)
                path.write_text("1")
        except OSError as error:
            raise SystemFailure(f"cannot turn on forwarding ({path}): {error}") from error


def _configure(attachment: Attachment) -> None:
    if any(":" in address for address in (attachment.ipv6, *attachment.others)):
        _write(f"ipv6/conf/{attachment.interface}/disable_ipv6", "0")
    with netlink.Netlink() as inner:
        index = inner.link(attachment.interface).index
        messages = [netlink.up(index)]
        for text in filter(None, (attachment.ipv4, attachment.ipv6, *attachment.others)):
            interface = ipaddress.ip_interface(text)
            messages.append(
                netlink.add_address(index, interface.ip.packed, interface.network.prefixlen)
            )
        inner.run(messages + _default_routes(index, attachment))


def _default_routes(index: int, attachment: Attachment) -> list[bytes]:
    if attachment.direct:
        families = [":" in text for text in (attachment.ipv4, attachment.ipv6) if text]
        return [netlink.direct_default_route(index, ipv6=ipv6) for ipv6 in families]
    return [
        netlink.default_route(index, ipaddress.ip_address(gateway).packed)
        for gateway in (attachment.ipv4_gateway, attachment.ipv6_gateway)
        if gateway
    ]


def _unplug(interface: str, namespace: int) -> None:
    with netns.inside(namespace), netlink.Netlink() as inner:
        try:
            inner.run([netlink.remove_link(interface)])
        except netlink.NetlinkError as error:
            if error.errno != errno.ENODEV:
                raise


def _read(name: str) -> str | None:
    """None for what this kernel does not have."""
    try:
        return (_SYSCTL / name).read_text().strip()
    except FileNotFoundError:
        return None


def _write(name: str, value: str) -> None:
    with contextlib.suppress(FileNotFoundError):  # A kernel without IPv6.
        (_SYSCTL / name).write_text(value)


def _keep_router_advertisements() -> None:
    # A host that forwards ignores router advertisements, and with them loses its own default
    # route, unless accept_ra is 2 (ip-sysctl.rst).
    for path in (_SYSCTL / "ipv6/conf").glob("*/accept_ra"):
        if path.parent.name not in ("all", "default") and path.read_text().strip() == "1":
            path.write_text("2")
