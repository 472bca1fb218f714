"""What `-o` says of a network: the options of each driver, parsed once (pure)."""

import ipaddress
import re
from collections.abc import Mapping
from typing import Final

import msgspec

from davit_engine.errors import Forbidden, InvalidParameter

MTU: Final = "com.docker.network.driver.mtu"
BRIDGE_NAME: Final = "com.docker.network.bridge.name"
ICC: Final = "com.docker.network.bridge.enable_icc"
MASQUERADE: Final = "com.docker.network.bridge.enable_ip_masquerade"
HOST_BINDING: Final = "com.docker.network.bridge.host_binding_ipv4"
GATEWAY_MODES: Final = {
    4: "com.docker.network.bridge.gateway_mode_ipv4",
    6: "com.docker.network.bridge.gateway_mode_ipv6",
}
INTERFACE_PREFIX: Final = "com.docker.network.container_iface_prefix"

_INTERFACE_NAME: Final = re.compile(r"[a-zA-Z0-9_.-]{1,15}")
_TRUE: Final = frozenset(("1", "t", "T", "TRUE", "true", "True"))
_FALSE: Final = frozenset(("0", "f", "F", "FALSE", "false", "False"))
"""As Go's strconv.ParseBool takes them."""

_MACVLAN_MODES: Final = {"private": 1, "vepa": 2, "": 4, "bridge": 4, "passthru": 8}
_IPVLAN_MODES: Final = {"": 0, "l2": 0, "l3": 1, "l3s": 2}
"""MACVLAN_MODE_… and IPVLAN_MODE_… (linux/if_link.h)."""


class BridgeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Options of the bridge driver."""

    name: str = ""
    mtu: int = 0
    """0 means that of the way outside."""
    icc: bool = True
    masquerade: bool = True
    host_binding: str = ""
    """Host address for published ports; empty takes the engine's."""
    routed: frozenset[int] = frozenset()
    """IP versions without address translation: the outside routes to the containers."""
    interface_prefix: str = "eth"


class ChildOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Options of the macvlan and ipvlan drivers."""

    parent: str = ""
    mode: int
    mtu: int = 0
    layer3: bool = False


def bridge(options: Mapping[str, str]) -> BridgeOptions:
    """Raises InvalidParameter naming the option."""
    name = options.get(BRIDGE_NAME, "")
    if name and not _INTERFACE_NAME.fullmatch(name):
        raise InvalidParameter(f"invalid bridge name {name!r}: at most 15 letters and digits")
    binding = options.get(HOST_BINDING, "")
    if binding:
        try:
            binding = str(ipaddress.IPv4Address(binding))
        except ValueError as error:
            raise InvalidParameter(
                f"failed to parse {HOST_BINDING} value: {binding} (nil ip)"
            ) from error
    routed = set()
    for version, option in GATEWAY_MODES.items():
        mode = options.get(option, "nat")
        if mode not in ("nat", "routed"):
            raise InvalidParameter(
                f"failed to parse {option} value: {mode} (unknown gateway mode {mode}: use nat or "
                "routed)"
            )
        if mode == "routed":
            routed.add(version)
    prefix = options.get(INTERFACE_PREFIX, "eth")
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_-]{0,10}", prefix):
        raise InvalidParameter(f"invalid value for {INTERFACE_PREFIX}: {prefix!r}")
    return BridgeOptions(
        name=name,
        mtu=_mtu(options),
        icc=_boolean(options, ICC),
        masquerade=_boolean(options, MASQUERADE),
        host_binding=binding,
        routed=frozenset(routed),
        interface_prefix=prefix,
    )


def child(driver: str, options: Mapping[str, str]) -> ChildOptions:
    """`driver` is macvlan or ipvlan. Raises InvalidParameter and Forbidden."""
    parent = options.get("parent", "")
    if parent == "lo":
        raise InvalidParameter(f"loopback interface is not a valid {driver} parent link")
    if parent and not _INTERFACE_NAME.fullmatch(parent):
        raise InvalidParameter(
            f"invalid parent interface {parent!r}: at most 15 letters and digits"
        )
    mode = options.get(f"{driver}_mode", "")
    modes, default = (_MACVLAN_MODES, "bridge") if driver == "macvlan" else (_IPVLAN_MODES, "l2")
    if mode not in modes:
        raise InvalidParameter(
            f"requested {driver} mode '{mode}' is not valid, '{default}' mode is the {driver} "
            "driver default"
        )
    if options.get("ipvlan_flag", "bridge") not in ("", "bridge"):
        raise Forbidden("only the ipvlan flag 'bridge' is offered")
    return ChildOptions(
        parent=parent, mode=modes[mode], mtu=_mtu(options), layer3=mode in ("l3", "l3s")
    )


def _mtu(options: Mapping[str, str]) -> int:
    text = options.get(MTU, "")
    if not text:
        return 0
    if not (text.isascii() and text.isdecimal() and 68 <= int(text[:9]) <= 65535):
        raise InvalidParameter(f"failed to parse {MTU} value: {text} (no MTU: use 68 to 65535)")
    return int(text)


def _boolean(options: Mapping[str, str], option: str) -> bool:
    text = options.get(option, "true")
    if text not in _TRUE | _FALSE:
        raise InvalidParameter(
            f'failed to parse {option} value: {text} (strconv.ParseBool: parsing "{text}": '
            "invalid syntax)"
        )
    return text in _TRUE
