"""Networks and volumes as Docker JSON (pure)."""

from collections.abc import Mapping

from davit_engine.api.convert.configs import Json
from davit_engine.api.convert.times import timestamp, timestamp_seconds
from davit_engine.networks.network import Member, Network, Subnet
from davit_engine.volumes import Volume


def network(value: Network, members: Mapping[str, Member]) -> Json:
    """One network; `members` are the containers on it by id."""
    return {
        "Name": value.name,
        "Id": value.id,
        "Created": timestamp(value.created_ns),
        "Scope": value.scope,
        "Driver": value.driver,
        "EnableIPv6": value.ipv6,
        "IPAM": {
            "Driver": value.ipam_driver,
            "Options": value.ipam_options,
            "Config": [_subnet(subnet) for subnet in value.subnets] or None,
        },
        "Internal": value.internal,
        "Attachable": value.attachable,
        "Ingress": value.ingress,
        "ConfigFrom": {"Network": value.config_from},
        "ConfigOnly": value.config_only,
        "Containers": {
            id: {
                "Name": member.container_name,
                "EndpointID": member.address.endpoint_id,
                "MacAddress": member.address.mac_address,
                "IPv4Address": member.address.ipv4,
                "IPv6Address": member.address.ipv6,
            }
            for id, member in members.items()
        },
        "Options": value.options,
        "Labels": value.labels,
    }


def _subnet(value: Subnet) -> Json:
    result: Json = {"Subnet": value.subnet}
    if value.ip_range:
        result["IPRange"] = value.ip_range
    if value.gateway:
        result["Gateway"] = value.gateway
    if value.auxiliary:
        result["AuxiliaryAddresses"] = value.auxiliary
    return result


def volume(value: Volume, mountpoint: str, usage: tuple[int, int] | None = None) -> Json:
    """One volume; `usage` is (containers that name it, bytes)."""
    result: Json = {
        "CreatedAt": timestamp_seconds(value.created_ns),
        "Driver": value.driver,
        "Labels": value.labels or None,
        "Mountpoint": mountpoint,
        "Name": value.name,
        "Options": value.options or None,
        "Scope": value.scope,
    }
    if usage is not None:
        count, size = usage
        result["UsageData"] = {"RefCount": count, "Size": size}
    return result
