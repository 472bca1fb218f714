"""What single flags of `run` hold: ports, sizes, devices and the like, read in docker's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from ipaddress import ip_address

from davit_desktop.client.run_spec import Device, PortMapping, RunSpecError, Ulimit
from davit_desktop.client.units import format_bytes, parse_bytes


def integer(text: str) -> int:
    try:
        return int(text, 0)
    except ValueError:
        raise ValueError(f'strconv.ParseInt: parsing "{text}": invalid syntax') from None


def size_text(value: int) -> str:
    return "-1" if value == -1 else format_bytes(value)


def swap(text: str) -> int:
    return -1 if text == "-1" else parse_bytes(text)


def cpus(text: str) -> int:
    try:
        nano = Decimal(text) * 1_000_000_000
        if not nano.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise ValueError(f"failed to parse {text} as a rational number") from None
    if nano != nano.to_integral_value():
        raise ValueError("value is too precise")
    return int(nano)


def cpus_text(nano: int) -> str:
    return f"{Decimal(nano).scaleb(-9).normalize():f}"


def variable(text: str) -> str:
    if not text or text.startswith("="):
        raise ValueError(f"invalid environment variable: {text}")
    return text


def stream_name(text: str) -> str:
    if text.lower() not in ("stdin", "stdout", "stderr"):
        raise ValueError("valid streams are STDIN, STDOUT and STDERR")
    return text.lower()


def address(text: str) -> str:
    try:
        return str(ip_address(text.strip()))
    except ValueError:
        raise ValueError(f"IP address is not correctly formatted: {text}") from None


def extra_host(text: str) -> str:
    name, separator, address = text.partition("=" if "=" in text else ":")
    if not separator or not name:
        raise ValueError(f'bad format for add-host: "{text}"')
    if address != "host-gateway":
        if address.startswith("[") and address.endswith("]"):
            address = address[1:-1]
        try:
            ip_address(address)
        except ValueError:
            raise ValueError(f'invalid IP address in add-host: "{address}"') from None
    return f"{name}:{address}"


def capability(text: str) -> str:
    name = text.strip().upper()
    return name if name == "ALL" or name.startswith("CAP_") else f"CAP_{name}"


def pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key, value


def tmpfs(text: str) -> tuple[str, str]:
    target, _, options = text.partition(":")
    return target, options


def sysctl(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    allowed = ("kernel.msg", "kernel.sem", "kernel.shm", "fs.mqueue.", "net.")
    if not equals or not key.startswith(allowed):
        raise ValueError(f"sysctl '{text}' is not allowed")
    return key, value


def ulimit(text: str) -> Ulimit:
    name, equals, values = text.partition("=")
    soft, colon, hard = values.partition(":")
    if not equals or not name:
        raise ValueError(f"invalid ulimit argument: {text}")
    try:
        low = int(soft)
        high = int(hard) if colon else low
    except ValueError:
        raise ValueError(f"invalid ulimit argument: {text}") from None
    if high != -1 and (low > high or low == -1):
        raise ValueError(
            f"ulimit soft limit must be less than or equal to hard limit: {low} > {high}"
        )
    return Ulimit(name=name, soft=low, hard=high)


def device(text: str) -> Device:
    parts = text.split(":")
    if len(parts) > 3 or not parts[0]:
        raise RunSpecError(f"invalid device specification: {text}")
    host, inside, permissions = parts[0], parts[0], "rwm"
    if len(parts) == 3:
        inside, permissions = parts[1] or host, parts[2]
        if not _is_device_mode(permissions):
            raise RunSpecError(f"bad mode specified: {permissions}")
    elif len(parts) == 2:
        if _is_device_mode(parts[1]):
            permissions = parts[1]
        else:
            inside = parts[1]
    return Device(on_host=host, in_container=inside, permissions=permissions)


def _is_device_mode(text: str) -> bool:
    return bool(text) and len(set(text)) == len(text) and set(text) <= set("rwm")


def device_rate(parse: Callable[[str], int]) -> Callable[[str], tuple[str, int]]:
    def read(text: str) -> tuple[str, int]:
        path, colon, rate = text.rpartition(":")
        if not colon or not path.startswith("/dev/"):
            raise ValueError(f"bad format for device path: {text}")
        try:
            return path, parse(rate)
        except ValueError:
            raise ValueError(f"invalid rate for device: {text}") from None

    return read


_PORT_RANGE = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")


def _port_range(text: str, what: str) -> range:
    match = _PORT_RANGE.fullmatch(text)
    if match is None:
        raise RunSpecError(f"invalid {what}: {text}")
    low, high = int(match[1]), int(match[2] or match[1])
    if low > high or high > 65535:
        raise RunSpecError(f"invalid {what}: {text}")
    return range(low, high + 1)


def parse_port(text: str) -> list[PortMapping]:
    """The mappings of one -p: [[ip:][host port]:]container port[/protocol], ports or ranges.

    Raises RunSpecError in docker's words.
    """
    address, slash, protocol = text.partition("/")
    protocol = protocol.lower() if slash else "tcp"
    if protocol not in ("tcp", "udp", "sctp"):
        raise RunSpecError(f"invalid proto: {protocol}")
    head, _, container = address.rpartition(":")
    ip, _, host = head.rpartition(":")
    if ip.startswith("[") and ip.endswith("]"):
        ip = ip[1:-1]
    if ip:
        try:
            ip_address(ip)
        except ValueError:
            raise RunSpecError(f"invalid IP address: {ip}") from None
    if not container:
        raise RunSpecError(f"no port specified: {text}<empty>")
    inside = _port_range(container, "containerPort")
    if not host:
        return [PortMapping(container_port=p, protocol=protocol, host_ip=ip) for p in inside]
    outside = _port_range(host, "hostPort")
    if len(outside) != len(inside):
        if len(inside) != 1:
            raise RunSpecError(
                f"invalid ranges specified for container and host Ports: {container} and {host}"
            )
        return [
            PortMapping(container_port=inside[0], protocol=protocol, host_ip=ip, host_port=host)
        ]
    return [
        PortMapping(container_port=i, protocol=protocol, host_ip=ip, host_port=str(o))
        for i, o in zip(inside, outside, strict=True)
    ]


def expose(text: str) -> list[str]:
    if ":" in text:
        raise RunSpecError(f"invalid port format for --expose: {text}")
    ports, slash, protocol = text.partition("/")
    protocol = protocol.lower() if slash else "tcp"
    if protocol not in ("tcp", "udp", "sctp"):
        raise RunSpecError(f"invalid proto: {protocol}")
    try:
        return [f"{port}/{protocol}" for port in _port_range(ports, "port")]
    except RunSpecError:
        raise RunSpecError(f"invalid range format for --expose: {ports}") from None
