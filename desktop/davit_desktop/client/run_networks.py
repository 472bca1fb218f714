"""--network and the flags that belong to the first one: to NetworkChoices and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from davit_desktop.client.flags import Given
from davit_desktop.client.run_kinds import many
from davit_desktop.client.run_mounts import field_text, fields
from davit_desktop.client.run_spec import NetworkChoice, RunSpecError
from davit_desktop.client.run_values import integer


def parse_network(text: str) -> NetworkChoice:
    if "=" not in text:
        return NetworkChoice(name=text)
    values: dict[str, Any] = {}
    for part in fields(text):
        key, equals, value = part.partition("=")
        if not equals or not value:
            raise ValueError(f"invalid key/value pair format in network options: {part}")
        match key.lower():
            case "name" | "ip" | "ip6":
                values[key.lower()] = value
            case "mac-address":
                values["mac_address"] = value
            case "alias":
                values["aliases"] = (*values.get("aliases", ()), value)
            case "link-local-ip":
                values["link_local_ips"] = (*values.get("link_local_ips", ()), value)
            case "driver-opt":
                option, _, setting = value.partition("=")
                values.setdefault("driver_options", {})[option] = setting
            case "gw-priority":
                values["gateway_priority"] = integer(value)
            case _:
                raise ValueError(f"invalid field key {key}")
    if "name" not in values:
        raise ValueError("network name/id is not specified")
    return NetworkChoice(**values)


def network_text(network: NetworkChoice) -> str:
    if network == NetworkChoice(name=network.name) and "=" not in network.name:
        return network.name
    parts = [f"name={network.name}"]
    parts += [f"alias={alias}" for alias in network.aliases]
    parts += [f"ip={network.ip}"] if network.ip else []
    parts += [f"ip6={network.ip6}"] if network.ip6 else []
    parts += [f"link-local-ip={ip}" for ip in network.link_local_ips]
    parts += [f"mac-address={network.mac_address}"] if network.mac_address else []
    parts += [f"driver-opt={k}={v}" for k, v in network.driver_options.items()]
    parts += [f"gw-priority={network.gateway_priority}"] if network.gateway_priority else []
    return ",".join(map(field_text, parts))


def networks_of(by_name: Mapping[str, list[Given]]) -> tuple[NetworkChoice, ...]:
    def texts(name: str) -> tuple[str, ...]:
        return tuple(item.text for item in by_name.get(name, ()))

    networks: list[NetworkChoice] = list(many(parse_network).read(by_name.get("network", [])))
    names = [network.name for network in networks]
    for name in names:
        if names.count(name) > 1:
            raise RunSpecError(f'network "{name}" is specified multiple times')
    changes: dict[str, Any] = {}
    if texts("network-alias"):
        changes["aliases"] = texts("network-alias")
    if texts("link-local-ip"):
        changes["link_local_ips"] = texts("link-local-ip")
    for flag, field in (("ip", "ip"), ("ip6", "ip6"), ("mac-address", "mac_address")):
        if texts(flag) and texts(flag)[-1]:
            changes[field] = texts(flag)[-1]
    if not changes:
        return tuple(networks)
    first = networks[0] if networks else NetworkChoice()
    for field, value in changes.items():
        if getattr(first, field):
            raise RunSpecError(
                f"conflicting options: cannot specify both --{field.replace('_', '-')} "
                "and per-network"
            )
        first = msgspec.structs.replace(first, **{field: value})
    return (first, *networks[1:])
