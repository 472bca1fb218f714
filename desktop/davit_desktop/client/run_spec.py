"""What `docker run` is asked for, as a value: from a command line, to the API, and back.

    spec = parse_run(["-p", "8080:80", "nginx"])
    body = spec.to_create_body()         # for POST /containers/create
    spec.to_command()                    # ["-p", "8080:80", "nginx"]

`parse_run(spec.to_command()) == spec` for every spec that parse_run can give. Nothing here reads
files or the environment by itself: `Surroundings` brings them. Errors are FlagError (a flag that
cannot be read) and RunSpecError (flags that do not fit together), both in docker's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from ipaddress import ip_address
from posixpath import join, normpath
from typing import Any

import msgspec

from davit_desktop.client.flags import Flag, FlagError, Given, invalid, parse_bool, scan
from davit_desktop.client.types import Json
from davit_desktop.client.units import format_bytes, format_duration, parse_bytes, parse_duration


class RunSpecError(ValueError):
    """Flags that do not fit together, or that this client refuses; the message is docker's."""


def _no_files(path: str) -> str:
    raise FileNotFoundError(2, "no such file or directory", path)


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a command line refers to outside itself."""

    environ: Mapping[str, str] = {}  # for `-e NAME`
    directory: str = "/"  # absolute, for `-v ./here:/there`
    read_text: Callable[[str], str] = _no_files  # for --env-file and the like; raises OSError


class PortMapping(msgspec.Struct, frozen=True, kw_only=True):
    """One published port. `host_port` is empty for any free port; "8000-8010" is one of a range.

    An empty `host_ip` leaves the address to the engine.
    """

    container_port: int
    protocol: str = "tcp"
    host_ip: str = ""
    host_port: str = ""

    def text(self) -> str:
        ip = f"[{self.host_ip}]" if ":" in self.host_ip else self.host_ip
        protocol = "" if self.protocol == "tcp" else f"/{self.protocol}"
        if ip:
            return f"{ip}:{self.host_port}:{self.container_port}{protocol}"
        host = f"{self.host_port}:" if self.host_port else ""
        return f"{host}{self.container_port}{protocol}"


class MountSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A --mount. Which of the options count depends on `type`: bind, volume, tmpfs or image."""

    type: str = "volume"
    source: str = ""
    target: str = ""
    read_only: bool = False
    consistency: str = ""
    bind_propagation: str = ""
    bind_recursive: str = ""  # enabled, disabled, writable or readonly
    volume_nocopy: bool = False
    volume_subpath: str = ""
    volume_driver: str = ""
    volume_options: dict[str, str] = {}
    volume_labels: dict[str, str] = {}
    image_subpath: str = ""
    tmpfs_size: int = 0  # bytes
    tmpfs_mode: int = 0


class NetworkChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A network to join. `name` is also "host", "none", "container:NAME" or "default"."""

    name: str = "default"
    aliases: tuple[str, ...] = ()
    ip: str = ""
    ip6: str = ""
    link_local_ips: tuple[str, ...] = ()
    mac_address: str = ""
    driver_options: dict[str, str] = {}
    gateway_priority: int = 0

    @property
    def is_user_defined(self) -> bool:
        return self.name not in ("default", "bridge", "host", "none") and not (
            self.name.startswith("container:")
        )


class Device(msgspec.Struct, frozen=True, kw_only=True):
    on_host: str
    in_container: str
    permissions: str = "rwm"


class Ulimit(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    soft: int
    hard: int


class RunSpec(msgspec.Struct, frozen=True, kw_only=True):
    """Everything `run` and `create` can be told. Defaults are docker's; sizes are bytes and
    durations nanoseconds."""

    image: str
    command: tuple[str, ...] = ()

    # How the command line behaves
    name: str = ""
    platform: str = ""
    pull: str = "missing"
    quiet: bool = False
    detach: bool = False
    detach_keys: str = ""
    attach: tuple[str, ...] = ()  # stdin, stdout, stderr
    sig_proxy: bool = True
    cidfile: str = ""

    # The process
    interactive: bool = False
    tty: bool = False
    entrypoint: str | None = None  # "" clears the image's
    env: tuple[str, ...] = ()  # NAME=value; a bare NAME removes the image's
    workdir: str = ""
    user: str = ""
    group_add: tuple[str, ...] = ()
    init: bool | None = None
    stop_signal: str = ""
    stop_timeout: int | None = None  # seconds
    labels: dict[str, str] = {}
    annotations: dict[str, str] = {}

    # Life
    rm: bool = False
    restart: str = "no"  # or always, unless-stopped, on-failure[:N]
    no_healthcheck: bool = False
    health_cmd: str = ""
    health_interval: int = 0
    health_timeout: int = 0
    health_start_period: int = 0
    health_start_interval: int = 0
    health_retries: int = 0
    log_driver: str = ""
    log_opt: dict[str, str] = {}

    # Network
    ports: tuple[PortMapping, ...] = ()
    publish_all: bool = False
    expose: tuple[str, ...] = ()  # port/protocol
    networks: tuple[NetworkChoice, ...] = ()
    hostname: str = ""
    domainname: str = ""
    add_host: tuple[str, ...] = ()  # name:address
    dns: tuple[str, ...] = ()
    dns_option: tuple[str, ...] = ()
    dns_search: tuple[str, ...] = ()
    link: tuple[str, ...] = ()

    # Files
    volumes: tuple[str, ...] = ()  # [source:]target[:options], sources absolute or names
    volume_driver: str = ""
    volumes_from: tuple[str, ...] = ()
    mounts: tuple[MountSpec, ...] = ()
    tmpfs: dict[str, str] = {}  # target to options
    read_only: bool = False
    storage_opt: dict[str, str] = {}
    shm_size: int = 0

    # Limits
    memory: int = 0
    memory_reservation: int = 0
    memory_swap: int = 0  # -1: no limit
    memory_swappiness: int = -1
    nano_cpus: int = 0
    cpu_shares: int = 0
    cpu_period: int = 0
    cpu_quota: int = 0
    cpu_rt_period: int = 0
    cpu_rt_runtime: int = 0
    cpuset_cpus: str = ""
    cpuset_mems: str = ""
    pids_limit: int = 0
    oom_kill_disable: bool = False
    oom_score_adj: int = 0
    ulimits: tuple[Ulimit, ...] = ()
    blkio_weight: int = 0
    blkio_weight_device: dict[str, int] = {}
    device_read_bps: dict[str, int] = {}
    device_write_bps: dict[str, int] = {}
    device_read_iops: dict[str, int] = {}
    device_write_iops: dict[str, int] = {}

    # Isolation
    privileged: bool = False
    cap_add: tuple[str, ...] = ()
    cap_drop: tuple[str, ...] = ()
    security_opt: tuple[str, ...] = ()
    devices: tuple[Device, ...] = ()
    device_cgroup_rule: tuple[str, ...] = ()
    sysctl: dict[str, str] = {}
    pid: str = ""
    ipc: str = ""
    uts: str = ""
    userns: str = ""
    cgroupns: str = ""
    cgroup_parent: str = ""
    runtime: str = ""

    @property
    def attached(self) -> tuple[str, ...]:
        """The streams the command line joins: those of -a, else both outputs; stdin too for -i."""
        if self.detach:
            return ()
        streams = self.attach or ("stdout", "stderr")
        if self.interactive and "stdin" not in streams:
            return ("stdin", *streams)
        return streams

    def to_create_body(self) -> Json:
        """The body of POST /containers/create; what is at its default is left out."""
        attached = self.attached
        body: Json = {
            "Image": self.image,
            "AttachStdin": "stdin" in attached,
            "AttachStdout": "stdout" in attached,
            "AttachStderr": "stderr" in attached,
            "OpenStdin": self.interactive,
            "StdinOnce": self.interactive and "stdin" in attached,
            "Tty": self.tty,
            "Cmd": list(self.command) or None,
            "Entrypoint": None if self.entrypoint is None else [self.entrypoint],
            "Env": list(self.env),
            "Labels": self.labels,
            "WorkingDir": self.workdir,
            "User": self.user,
            "Hostname": self.hostname,
            "Domainname": self.domainname,
            "StopSignal": self.stop_signal,
            "StopTimeout": self.stop_timeout,
            "Healthcheck": self._healthcheck(),
            "ExposedPorts": self._exposed(),
            "Volumes": {v: {} for v in self.volumes if ":" not in v},
            "HostConfig": self._host_config(),
            "NetworkingConfig": self._endpoints(),
        }
        return _without_empty(body, keep=("Image", "HostConfig", "StopTimeout", "Entrypoint"))

    def to_command(self) -> list[str]:
        """The words after `docker run` that ask for this."""
        words: list[str] = []
        for option in _OPTIONS:
            value = getattr(self, option.field)
            if value == option.default:
                continue
            for text in option.kind.write(value):
                words += _flag_words(option.flag, text)
        words += _network_words(self.networks)
        if self.image.startswith("-"):
            words.append("--")
        return [*words, self.image, *self.command]

    def _exposed(self) -> Json:
        ports = [f"{p.container_port}/{p.protocol}" for p in self.ports]
        return {port: {} for port in (*ports, *self.expose)}

    def _healthcheck(self) -> Json | None:
        if self.no_healthcheck:
            return {"Test": ["NONE"]}
        check = {
            "Test": ["CMD-SHELL", self.health_cmd] if self.health_cmd else None,
            "Interval": self.health_interval,
            "Timeout": self.health_timeout,
            "StartPeriod": self.health_start_period,
            "StartInterval": self.health_start_interval,
            "Retries": self.health_retries,
        }
        return _without_empty(check) or None

    def _port_bindings(self) -> Json:
        bindings: Json = {}
        for port in self.ports:
            key = f"{port.container_port}/{port.protocol}"
            binding = {"HostIp": port.host_ip, "HostPort": port.host_port}
            bindings.setdefault(key, []).append(binding)
        return bindings

    def _endpoints(self) -> Json | None:
        endpoints: Json = {}
        for index, network in enumerate(self.networks):
            ipam = {
                "IPv4Address": network.ip,
                "IPv6Address": network.ip6,
                "LinkLocalIPs": list(network.link_local_ips),
            }
            endpoint = {
                "Aliases": list(network.aliases),
                "IPAMConfig": _without_empty(ipam),
                "MacAddress": network.mac_address,
                "DriverOpts": network.driver_options,
                "GwPriority": network.gateway_priority,
                "Links": list(self.link) if index == 0 and network.is_user_defined else [],
            }
            endpoint = _without_empty(endpoint)
            if endpoint or network.is_user_defined:
                endpoints[network.name] = endpoint
        return {"EndpointsConfig": endpoints} if endpoints else None

    def _host_config(self) -> Json:
        policy, _, retries = self.restart.partition(":")
        security, masked = _system_paths(self.security_opt)
        config: Json = {
            "AutoRemove": self.rm,
            "Binds": [volume for volume in self.volumes if ":" in volume],
            "VolumeDriver": self.volume_driver,
            "VolumesFrom": list(self.volumes_from),
            "Mounts": [_mount_body(mount) for mount in self.mounts],
            "Tmpfs": self.tmpfs,
            "ReadonlyRootfs": self.read_only,
            "StorageOpt": self.storage_opt,
            "ShmSize": self.shm_size,
            "NetworkMode": self.networks[0].name if self.networks else "default",
            "PortBindings": self._port_bindings(),
            "PublishAllPorts": self.publish_all,
            "ExtraHosts": list(self.add_host),
            "Dns": list(self.dns),
            "DnsOptions": list(self.dns_option),
            "DnsSearch": list(self.dns_search),
            "Links": list(self.link),
            "RestartPolicy": {"Name": policy, "MaximumRetryCount": int(retries or 0)},
            "LogConfig": _without_empty({"Type": self.log_driver, "Config": self.log_opt}),
            "Annotations": self.annotations,
            "ContainerIDFile": self.cidfile,
            "GroupAdd": list(self.group_add),
            "Init": self.init,
            "Memory": self.memory,
            "MemoryReservation": self.memory_reservation,
            "MemorySwap": self.memory_swap,
            "MemorySwappiness": None if self.memory_swappiness == -1 else self.memory_swappiness,
            "NanoCpus": self.nano_cpus,
            "CpuShares": self.cpu_shares,
            "CpuPeriod": self.cpu_period,
            "CpuQuota": self.cpu_quota,
            "CpuRealtimePeriod": self.cpu_rt_period,
            "CpuRealtimeRuntime": self.cpu_rt_runtime,
            "CpusetCpus": self.cpuset_cpus,
            "CpusetMems": self.cpuset_mems,
            "PidsLimit": self.pids_limit,
            "OomKillDisable": self.oom_kill_disable,
            "OomScoreAdj": self.oom_score_adj,
            "Ulimits": [{"Name": u.name, "Soft": u.soft, "Hard": u.hard} for u in self.ulimits],
            "BlkioWeight": self.blkio_weight,
            "BlkioWeightDevice": _rates(self.blkio_weight_device, "Weight"),
            "BlkioDeviceReadBps": _rates(self.device_read_bps),
            "BlkioDeviceWriteBps": _rates(self.device_write_bps),
            "BlkioDeviceReadIOps": _rates(self.device_read_iops),
            "BlkioDeviceWriteIOps": _rates(self.device_write_iops),
            "Privileged": self.privileged,
            "CapAdd": list(self.cap_add),
            "CapDrop": list(self.cap_drop),
            "SecurityOpt": security,
            "Devices": [
                {
                    "PathOnHost": d.on_host,
                    "PathInContainer": d.in_container,
                    "CgroupPermissions": d.permissions,
                }
                for d in self.devices
            ],
            "DeviceCgroupRules": list(self.device_cgroup_rule),
            "Sysctls": self.sysctl,
            "PidMode": self.pid,
            "IpcMode": self.ipc,
            "UTSMode": self.uts,
            "UsernsMode": self.userns,
            "CgroupnsMode": self.cgroupns,
            "CgroupParent": self.cgroup_parent,
            "Runtime": self.runtime,
        }
        config = _without_empty(config, keep=("Init", "MemorySwappiness"))
        if masked is not None:  # an empty list unmasks; leaving it out means the default
            config["MaskedPaths"] = config["ReadonlyPaths"] = masked
        return config


# Kinds of values: text from the command line to a field's value and back


class _Kind:
    """`read` turns the texts a flag was given, in order, into the field's value."""

    def __init__(
        self, read: Callable[[list[Given]], Any], write: Callable[[Any], Iterable[str]]
    ) -> None:
        self.read = read
        self.write = write


def _one(parse: Callable[[str], Any], write: Callable[[Any], str] = str) -> _Kind:
    """The last one given counts."""

    def read(given: list[Given]) -> Any:
        value = None
        for item in given:
            try:
                value = parse(item.text)
            except FlagError:
                raise
            except ValueError as error:
                raise invalid(item.flag, item.text, str(error)) from error
        return value

    return _Kind(read, lambda value: [write(value)])


def _many(parse: Callable[[str], Any], write: Callable[[Any], str] = str) -> _Kind:
    """All of them count; a parser may turn one text into several values."""

    def read(given: list[Given]) -> Any:
        values: list[Any] = []
        for item in given:
            try:
                value = parse(item.text)
            except RunSpecError:
                raise
            except ValueError as error:
                raise invalid(item.flag, item.text, str(error)) from error
            values += value if isinstance(value, list) else [value]
        return tuple(values)

    return _Kind(read, lambda values: [write(value) for value in values])


def _pairs(
    parse: Callable[[str], tuple[str, Any]],
    write: Callable[[str, Any], str] = lambda key, value: f"{key}={value}",
) -> _Kind:
    many = _many(parse)
    return _Kind(
        lambda given: dict(many.read(given)),
        lambda values: [write(key, value) for key, value in values.items()],
    )


def _read_switch(given: list[Given]) -> bool:
    return [parse_bool(item.flag, item.text) for item in given][-1]


_SWITCH = _Kind(_read_switch, lambda value: ["true" if value else "false"])
_TEXT = _one(str)
_TEXTS = _many(str)


def _integer(text: str) -> int:
    try:
        return int(text, 0)
    except ValueError:
        raise ValueError(f'strconv.ParseInt: parsing "{text}": invalid syntax') from None


def _write_size(value: int) -> str:
    return "-1" if value == -1 else format_bytes(value)


def _swap(text: str) -> int:
    return -1 if text == "-1" else parse_bytes(text)


def _cpus(text: str) -> int:
    try:
        nano = Decimal(text) * 1_000_000_000
        if not nano.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise ValueError(f"failed to parse {text} as a rational number") from None
    if nano != nano.to_integral_value():
        raise ValueError("value is too precise")
    return int(nano)


def _write_cpus(nano: int) -> str:
    return f"{Decimal(nano).scaleb(-9).normalize():f}"


def _env(text: str) -> str:
    if not text or text.startswith("="):
        raise ValueError(f"invalid environment variable: {text}")
    return text


def _stream_name(text: str) -> str:
    if text.lower() not in ("stdin", "stdout", "stderr"):
        raise ValueError("valid streams are STDIN, STDOUT and STDERR")
    return text.lower()


def _address(text: str) -> str:
    try:
        return str(ip_address(text.strip()))
    except ValueError:
        raise ValueError(f"IP address is not correctly formatted: {text}") from None


def _extra_host(text: str) -> str:
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


def _capability(text: str) -> str:
    name = text.strip().upper()
    return name if name == "ALL" or name.startswith("CAP_") else f"CAP_{name}"


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key, value


def _tmpfs(text: str) -> tuple[str, str]:
    target, _, options = text.partition(":")
    return target, options


def _sysctl(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    allowed = ("kernel.msg", "kernel.sem", "kernel.shm", "fs.mqueue.", "net.")
    if not equals or not key.startswith(allowed):
        raise ValueError(f"sysctl '{text}' is not allowed")
    return key, value


def _ulimit(text: str) -> Ulimit:
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


def _device(text: str) -> Device:
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


def _device_rate(parse: Callable[[str], int]) -> Callable[[str], tuple[str, int]]:
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


def _expose(text: str) -> list[str]:
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


def _fields(text: str) -> list[str]:
    """Comma-separated fields; a field in double quotes may hold commas ("" is a quote)."""
    fields, field, quoted, at = [], "", False, 0
    while at < len(text):
        letter = text[at]
        if quoted:
            if letter == '"' and text[at + 1 : at + 2] == '"':
                field, at = field + '"', at + 1
            elif letter == '"':
                quoted = False
            else:
                field += letter
        elif letter == '"' and not field:
            quoted = True
        elif letter == ",":
            fields.append(field)
            field = ""
        else:
            field += letter
        at += 1
    if quoted:
        raise ValueError("a quoted field is not closed")
    return [*fields, field]


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "," in text or text.startswith('"') else text


_MOUNT_KEYS = {
    "type": "type",
    "source": "source",
    "src": "source",
    "target": "target",
    "dst": "target",
    "destination": "target",
    "readonly": "read_only",
    "ro": "read_only",
    "consistency": "consistency",
    "bind-propagation": "bind_propagation",
    "bind-recursive": "bind_recursive",
    "bind-nonrecursive": "bind_nonrecursive",
    "volume-nocopy": "volume_nocopy",
    "volume-subpath": "volume_subpath",
    "volume-driver": "volume_driver",
    "volume-opt": "volume_options",
    "volume-label": "volume_labels",
    "image-subpath": "image_subpath",
    "tmpfs-size": "tmpfs_size",
    "tmpfs-mode": "tmpfs_mode",
}
_MOUNT_SWITCHES = ("read_only", "volume_nocopy", "bind_nonrecursive")


def parse_mount(text: str) -> MountSpec:
    """One --mount. Raises ValueError in docker's words."""
    values: dict[str, Any] = {}
    for part in _fields(text):
        key, equals, value = part.partition("=")
        name = _MOUNT_KEYS.get(key.lower())
        if not equals and name not in _MOUNT_SWITCHES:
            raise ValueError(f"invalid field '{part}' must be a key=value pair")
        match name:
            case None:
                raise ValueError(f"unexpected key '{key}' in '{part}'")
            case "bind_nonrecursive":
                if _mount_switch(key, value or "true"):
                    values["bind_recursive"] = "disabled"
            case "read_only" | "volume_nocopy":
                values[name] = _mount_switch(key, value or "true")
            case "volume_options" | "volume_labels":
                option, _, setting = value.partition("=")
                values.setdefault(name, {})[option] = setting
            case "tmpfs_size":
                values[name] = _mount_number(key, value, parse_bytes)
            case "tmpfs_mode":
                values[name] = _mount_number(key, value, lambda mode: int(mode, 8))
            case "bind_recursive":
                if value not in ("enabled", "disabled", "writable", "readonly"):
                    raise ValueError(
                        f"invalid value for {key}: {value} "
                        '(must be "enabled", "disabled", "writable", or "readonly")'
                    )
                values[name] = "" if value == "enabled" else value
            case "type":
                values[name] = value.lower()
            case _:
                values[name] = value
    mount = MountSpec(**values)
    if not mount.type:
        raise ValueError("type is required")
    if not mount.target:
        raise ValueError("target is required")
    for prefix in ("bind", "volume", "tmpfs", "image"):
        used = any(name.startswith(f"{prefix}_") and values[name] for name in values)
        if used and mount.type != prefix:
            raise ValueError(f"cannot mix '{prefix}-*' options with mount type '{mount.type}'")
    if mount.bind_recursive == "readonly" and not mount.read_only:
        raise ValueError(
            "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction"
        )
    return mount


def _mount_switch(key: str, value: str) -> bool:
    if value.lower() in ("true", "1"):
        return True
    if value.lower() in ("false", "0"):
        return False
    raise ValueError(f"invalid value for {key}: {value}")


def _mount_number(key: str, value: str, parse: Callable[[str], int]) -> int:
    try:
        return parse(value)
    except ValueError:
        raise ValueError(f"invalid value for {key}: {value}") from None


def _write_mount(mount: MountSpec) -> str:
    parts = [f"type={mount.type}"]
    for key, name in (
        ("source", "source"),
        ("target", "target"),
        ("consistency", "consistency"),
        ("bind-propagation", "bind_propagation"),
        ("bind-recursive", "bind_recursive"),
        ("volume-subpath", "volume_subpath"),
        ("volume-driver", "volume_driver"),
        ("image-subpath", "image_subpath"),
    ):
        if value := getattr(mount, name):
            parts.append(f"{key}={value}")
    parts += ["readonly"] if mount.read_only else []
    parts += ["volume-nocopy"] if mount.volume_nocopy else []
    parts += [f"volume-opt={k}={v}" for k, v in mount.volume_options.items()]
    parts += [f"volume-label={k}={v}" for k, v in mount.volume_labels.items()]
    parts += [f"tmpfs-size={mount.tmpfs_size}"] if mount.tmpfs_size else []
    parts += [f"tmpfs-mode={mount.tmpfs_mode:o}"] if mount.tmpfs_mode else []
    return ",".join(map(_field, parts))


def _mount_body(mount: MountSpec) -> Json:
    driver = {"Name": mount.volume_driver, "Options": mount.volume_options}
    return _without_empty(
        {
            "Type": mount.type,
            "Source": mount.source,
            "Target": mount.target,
            "ReadOnly": mount.read_only,
            "Consistency": mount.consistency,
            "BindOptions": _without_empty(
                {
                    "Propagation": mount.bind_propagation,
                    "NonRecursive": mount.bind_recursive == "disabled",
                    "ReadOnlyNonRecursive": mount.bind_recursive == "writable",
                    "ReadOnlyForceRecursive": mount.bind_recursive == "readonly",
                }
            ),
            "VolumeOptions": _without_empty(
                {
                    "NoCopy": mount.volume_nocopy,
                    "Subpath": mount.volume_subpath,
                    "Labels": mount.volume_labels,
                    "DriverConfig": _without_empty(driver),
                }
            ),
            "ImageOptions": _without_empty({"Subpath": mount.image_subpath}),
            "TmpfsOptions": _without_empty(
                {"SizeBytes": mount.tmpfs_size, "Mode": mount.tmpfs_mode}
            ),
        }
    )


def _network(text: str) -> NetworkChoice:
    if "=" not in text:
        return NetworkChoice(name=text)
    values: dict[str, Any] = {}
    for part in _fields(text):
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
                values["gateway_priority"] = _integer(value)
            case _:
                raise ValueError(f"invalid field key {key}")
    if "name" not in values:
        raise ValueError("network name/id is not specified")
    return NetworkChoice(**values)


def _write_network(network: NetworkChoice) -> str:
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
    return ",".join(map(_field, parts))


def _network_words(networks: tuple[NetworkChoice, ...]) -> list[str]:
    """The first network's usual options are flags of their own, as people write them."""
    words: list[str] = []
    for index, network in enumerate(networks):
        if index or network.driver_options or network.gateway_priority:
            words += ["--network", _write_network(network)]
            continue
        if network.name != "default" or len(networks) > 1 or network == NetworkChoice():
            words += ["--network", _write_network(NetworkChoice(name=network.name))]
        for alias in network.aliases:
            words += _flag_words(_BY_NAME["network-alias"], alias)
        for name, text in (
            ("ip", network.ip),
            ("ip6", network.ip6),
            ("mac-address", network.mac_address),
        ):
            words += _flag_words(_BY_NAME[name], text) if text else []
        for ip in network.link_local_ips:
            words += _flag_words(_BY_NAME["link-local-ip"], ip)
    return words


# The table of flags


class _Option(msgspec.Struct, frozen=True):
    flag: Flag
    field: str
    kind: _Kind
    default: Any


def _option(
    name: str, short: str, metavar: str, kind: _Kind, help: str, field: str = ""
) -> _Option:
    field = field or name.replace("-", "_")
    default = _DEFAULTS.get(field)
    return _Option(Flag(name, short, metavar, help), field, kind, default)


_DEFAULTS = {
    info.name: (
        info.default
        if info.default is not msgspec.NODEFAULT
        else info.default_factory()
        if info.default_factory is not msgspec.NODEFAULT
        else None
    )
    for info in msgspec.structs.fields(RunSpec)
}

_SIZE = _one(parse_bytes, _write_size)
_DURATION = _one(parse_duration, format_duration)
_INTEGER = _one(_integer)
_PAIRS = _pairs(_pair)
_BPS = _pairs(_device_rate(parse_bytes), lambda path, rate: f"{path}:{format_bytes(rate)}")
_IOPS = _pairs(_device_rate(int), lambda path, rate: f"{path}:{rate}")
_ADDRESSES = _many(_address)

_OPTIONS = (
    _option("name", "", "string", _TEXT, "Assign a name to the container"),
    _option("detach", "d", "", _SWITCH, "Run container in background and print container ID"),
    _option("interactive", "i", "", _SWITCH, "Keep STDIN open even if not attached"),
    _option("tty", "t", "", _SWITCH, "Allocate a pseudo-TTY"),
    _option(
        "rm",
        "",
        "",
        _SWITCH,
        "Automatically remove the container and its associated anonymous volumes when it exits",
    ),
    _option(
        "restart",
        "",
        "string",
        _TEXT,
        'Restart policy to apply when a container exits (default "no")',
    ),
    _option("attach", "a", "list", _many(_stream_name), "Attach to STDIN, STDOUT or STDERR"),
    _option(
        "detach-keys",
        "",
        "string",
        _TEXT,
        "Override the key sequence for detaching a container",
    ),
    _option("sig-proxy", "", "", _SWITCH, "Proxy received signals to the process (default true)"),
    _option("cidfile", "", "string", _TEXT, "Write the container ID to the file"),
    _option("platform", "", "string", _TEXT, "Set platform if server is multi-platform capable"),
    _option(
        "pull",
        "",
        "string",
        _TEXT,
        'Pull image before running ("always", "missing", "never") (default "missing")',
    ),
    _option("quiet", "q", "", _SWITCH, "Suppress the pull output"),
    _option(
        "publish",
        "p",
        "list",
        _many(parse_port, PortMapping.text),
        "Publish a container's port(s) to the host",
        "ports",
    ),
    _option("publish-all", "P", "", _SWITCH, "Publish all exposed ports to random ports"),
    _option("expose", "", "list", _many(_expose), "Expose a port or a range of ports"),
    _option("env", "e", "list", _many(_env), "Set environment variables"),
    _option("volume", "v", "list", _TEXTS, "Bind mount a volume", "volumes"),
    _option(
        "mount",
        "",
        "mount",
        _many(parse_mount, _write_mount),
        "Attach a filesystem mount to the container",
        "mounts",
    ),
    _option(
        "tmpfs",
        "",
        "list",
        _pairs(_tmpfs, lambda target, options: f"{target}:{options}" if options else target),
        "Mount a tmpfs directory",
    ),
    _option("volumes-from", "", "list", _TEXTS, "Mount volumes from the specified container(s)"),
    _option("volume-driver", "", "string", _TEXT, "Optional volume driver for the container"),
    _option("read-only", "", "", _SWITCH, "Mount the container's root filesystem as read only"),
    _option("storage-opt", "", "list", _PAIRS, "Storage driver options for the container"),
    _option("shm-size", "", "bytes", _SIZE, "Size of /dev/shm"),
    _option("workdir", "w", "string", _TEXT, "Working directory inside the container"),
    _option(
        "user",
        "u",
        "string",
        _TEXT,
        "Username or UID (format: <name|uid>[:<group|gid>])",
    ),
    _option("group-add", "", "list", _TEXTS, "Add additional groups to join"),
    _option("entrypoint", "", "string", _TEXT, "Overwrite the default ENTRYPOINT of the image"),
    _option(
        "init",
        "",
        "",
        _SWITCH,
        "Run an init inside the container that forwards signals and reaps processes",
    ),
    _option("stop-signal", "", "string", _TEXT, "Signal to stop the container"),
    _option("stop-timeout", "", "int", _INTEGER, "Timeout (in seconds) to stop a container"),
    _option("label", "l", "list", _PAIRS, "Set meta data on a container", "labels"),
    _option(
        "annotation",
        "",
        "map",
        _PAIRS,
        "Add an annotation to the container (passed through to the OCI runtime) (default map[])",
        "annotations",
    ),
    _option("hostname", "h", "string", _TEXT, "Container host name"),
    _option("domainname", "", "string", _TEXT, "Container NIS domain name"),
    _option(
        "add-host", "", "list", _many(_extra_host), "Add a custom host-to-IP mapping (host:ip)"
    ),
    _option("dns", "", "list", _ADDRESSES, "Set custom DNS servers"),
    _option("dns-option", "", "list", _TEXTS, "Set DNS options"),
    _option("dns-search", "", "list", _TEXTS, "Set custom DNS search domains"),
    _option("link", "", "list", _TEXTS, "Add link to another container"),
    _option("memory", "m", "bytes", _SIZE, "Memory limit"),
    _option("memory-reservation", "", "bytes", _SIZE, "Memory soft limit"),
    _option(
        "memory-swap",
        "",
        "bytes",
        _one(_swap, _write_size),
        "Swap limit equal to memory plus swap: '-1' to enable unlimited swap",
    ),
    _option(
        "memory-swappiness",
        "",
        "int",
        _INTEGER,
        "Tune container memory swappiness (0 to 100) (default -1)",
    ),
    _option("cpus", "", "decimal", _one(_cpus, _write_cpus), "Number of CPUs", "nano_cpus"),
    _option("cpu-shares", "c", "int", _INTEGER, "CPU shares (relative weight)"),
    _option(
        "cpu-period",
        "",
        "int",
        _INTEGER,
        "Limit CPU CFS (Completely Fair Scheduler) period",
    ),
    _option("cpu-quota", "", "int", _INTEGER, "Limit CPU CFS (Completely Fair Scheduler) quota"),
    _option("cpu-rt-period", "", "int", _INTEGER, "Limit CPU real-time period in microseconds"),
    _option("cpu-rt-runtime", "", "int", _INTEGER, "Limit CPU real-time runtime in microseconds"),
    _option("cpuset-cpus", "", "string", _TEXT, "CPUs in which to allow execution (0-3, 0,1)"),
    _option("cpuset-mems", "", "string", _TEXT, "MEMs in which to allow execution (0-3, 0,1)"),
    _option(
        "pids-limit",
        "",
        "int",
        _INTEGER,
        "Tune container pids limit (set -1 for unlimited)",
    ),
    _option("oom-kill-disable", "", "", _SWITCH, "Disable OOM Killer"),
    _option("oom-score-adj", "", "int", _INTEGER, "Tune host's OOM preferences (-1000 to 1000)"),
    _option(
        "ulimit",
        "",
        "ulimit",
        _many(_ulimit, lambda u: f"{u.name}={u.soft}:{u.hard}"),
        "Ulimit options (default [])",
        "ulimits",
    ),
    _option(
        "blkio-weight",
        "",
        "uint16",
        _INTEGER,
        "Block IO (relative weight), between 10 and 1000, or 0 to disable (default 0)",
    ),
    _option(
        "blkio-weight-device",
        "",
        "list",
        _IOPS,
        "Block IO weight (relative device weight) (default [])",
    ),
    _option(
        "device-read-bps",
        "",
        "list",
        _BPS,
        "Limit read rate (bytes per second) from a device (default [])",
    ),
    _option(
        "device-write-bps",
        "",
        "list",
        _BPS,
        "Limit write rate (bytes per second) to a device (default [])",
    ),
    _option(
        "device-read-iops",
        "",
        "list",
        _IOPS,
        "Limit read rate (IO per second) from a device (default [])",
    ),
    _option(
        "device-write-iops",
        "",
        "list",
        _IOPS,
        "Limit write rate (IO per second) to a device (default [])",
    ),
    _option("privileged", "", "", _SWITCH, "Give extended privileges to this container"),
    _option("cap-add", "", "list", _many(_capability), "Add Linux capabilities"),
    _option("cap-drop", "", "list", _many(_capability), "Drop Linux capabilities"),
    _option("security-opt", "", "list", _TEXTS, "Security Options"),
    _option(
        "device",
        "",
        "list",
        _many(_device, lambda d: f"{d.on_host}:{d.in_container}:{d.permissions}"),
        "Add a host device to the container",
        "devices",
    ),
    _option(
        "device-cgroup-rule",
        "",
        "list",
        _TEXTS,
        "Add a rule to the cgroup allowed devices list",
    ),
    _option("sysctl", "", "map", _pairs(_sysctl), "Sysctl options (default map[])"),
    _option("pid", "", "string", _TEXT, "PID namespace to use"),
    _option("ipc", "", "string", _TEXT, "IPC mode to use"),
    _option("uts", "", "string", _TEXT, "UTS namespace to use"),
    _option("userns", "", "string", _TEXT, "User namespace to use"),
    _option("cgroupns", "", "string", _TEXT, "Cgroup namespace to use (host|private)"),
    _option("cgroup-parent", "", "string", _TEXT, "Optional parent cgroup for the container"),
    _option("runtime", "", "string", _TEXT, "Runtime to use for this container"),
    _option("no-healthcheck", "", "", _SWITCH, "Disable any container-specified HEALTHCHECK"),
    _option("health-cmd", "", "string", _TEXT, "Command to run to check health"),
    _option(
        "health-interval",
        "",
        "duration",
        _DURATION,
        "Time between running the check (ms|s|m|h) (default 0s)",
    ),
    _option(
        "health-timeout",
        "",
        "duration",
        _DURATION,
        "Maximum time to allow one check to run (ms|s|m|h) (default 0s)",
    ),
    _option(
        "health-start-period",
        "",
        "duration",
        _DURATION,
        "Start period for the container to initialize before starting health-retries "
        "countdown (ms|s|m|h) (default 0s)",
    ),
    _option(
        "health-start-interval",
        "",
        "duration",
        _DURATION,
        "Time between running the check during the start period (ms|s|m|h) (default 0s)",
    ),
    _option(
        "health-retries",
        "",
        "int",
        _INTEGER,
        "Consecutive failures needed to report unhealthy",
    ),
    _option("log-driver", "", "string", _TEXT, "Logging driver for the container"),
    _option("log-opt", "", "list", _PAIRS, "Log driver options"),
)

# Flags that are not a field of their own; a few are spellings docker hides.
_OTHER_FLAGS = (
    Flag("env-file", "", "list", "Read in a file of environment variables"),
    Flag("label-file", "", "list", "Read in a line delimited file of labels"),
    Flag("network", "", "network", "Connect a container to a network"),
    Flag("net", "", "network"),
    Flag("network-alias", "", "list", "Add network-scoped alias for the container"),
    Flag("net-alias", "", "list"),
    Flag("ip", "", "string", "IPv4 address (e.g., 172.30.100.104)"),
    Flag("ip6", "", "string", "IPv6 address (e.g., 2001:db8::33)"),
    Flag("link-local-ip", "", "list", "Container IPv4/IPv6 link-local addresses"),
    Flag("mac-address", "", "string", "Container MAC address (e.g., 92:d0:c6:0a:29:33)"),
    Flag("dns-opt", "", "list"),
    Flag("gpus", "", "gpu-request"),
    Flag("isolation", "", "string"),
    Flag("kernel-memory", "", "bytes"),
    Flag("disable-content-trust"),
    Flag("use-api-socket"),
)

FLAGS: tuple[Flag, ...] = (*(option.flag for option in _OPTIONS), *_OTHER_FLAGS)
"""Every flag that parse_run reads, with docker's help; those without a help text are hidden."""

_BY_NAME = {flag.name: flag for flag in FLAGS}
_SPELLINGS = {"dns-opt": "dns-option", "net": "network", "net-alias": "network-alias"}


def _flag_words(flag: Flag, text: str) -> list[str]:
    dashed = f"-{flag.short}" if flag.short else f"--{flag.name}"
    if flag.is_switch:
        return [dashed if text == "true" else f"--{flag.name}={text}"]
    return [dashed, text]


# Reading a command line


def parse_run(argv: Sequence[str], surroundings: Surroundings | None = None) -> RunSpec:
    """The words after `docker run` (or `create`) as a value.

    Raises FlagError for a flag that cannot be read, RunSpecError for the rest; both are docker's
    own sentences.
    """
    given, words = scan(argv, FLAGS)
    return spec_from(given, words, surroundings or Surroundings())


def spec_from(given: Sequence[Given], words: Sequence[str], surroundings: Surroundings) -> RunSpec:
    """The second half of parse_run, for a caller that has looked at the flags itself."""
    if not words:
        raise RunSpecError("an image is needed: the first word after the flags")
    by_name: dict[str, list[Given]] = {}
    for item in given:
        by_name.setdefault(_SPELLINGS.get(item.flag.name, item.flag.name), []).append(item)
    _refuse(by_name)
    values: dict[str, Any] = {}
    for option in _OPTIONS:
        if items := by_name.get(option.flag.name):
            values[option.field] = option.kind.read(items)
    values["networks"] = _networks(by_name)
    files = [item.text for item in by_name.get("env-file", ())]
    values["env"] = tuple(environment(values.get("env", ()), files, surroundings))
    values["labels"] = {**_label_files(by_name, surroundings), **values.get("labels", {})}
    values["volumes"] = tuple(
        _absolute_source(volume, surroundings) for volume in values.get("volumes", ())
    )
    values["mounts"] = tuple(
        _absolute_mount(mount, surroundings) for mount in values.get("mounts", ())
    )
    values["security_opt"] = tuple(
        _security_option(option, surroundings) for option in values.get("security_opt", ())
    )
    spec = RunSpec(image=words[0], command=tuple(words[1:]), **values)
    _check(spec)
    return spec


def _refuse(by_name: Mapping[str, list[Given]]) -> None:
    if "gpus" in by_name:
        raise RunSpecError("--gpus is not supported: containers here cannot be given GPUs")
    if "use-api-socket" in by_name and _read_switch(by_name["use-api-socket"]):
        raise RunSpecError(
            "--use-api-socket is not supported; mount the engine's socket with -v instead"
        )
    isolation = [item.text for item in by_name.get("isolation", ())]
    if isolation and isolation[-1] not in ("", "default"):
        raise RunSpecError(f"--isolation {isolation[-1]} is for Windows containers only")


def _networks(by_name: Mapping[str, list[Given]]) -> tuple[NetworkChoice, ...]:
    def texts(name: str) -> tuple[str, ...]:
        return tuple(item.text for item in by_name.get(name, ()))

    networks: list[NetworkChoice] = list(_many(_network).read(by_name.get("network", [])))
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


def _read(path: str, surroundings: Surroundings) -> str:
    try:
        return surroundings.read_text(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RunSpecError(f"open {path}: {why}") from error
    except UnicodeDecodeError as error:
        raise RunSpecError(f"{path} is not UTF-8 text") from error


def _settings(path: str, text: str, what: str) -> list[str]:
    lines = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = line.removesuffix("\r").lstrip()
        if not line or line.startswith("#"):
            continue
        key = line.partition("=")[0]
        if not key:
            raise RunSpecError(f"invalid {what} file ({path}): no variable name on line '{line}'")
        if re.search(r"\s", key):
            raise RunSpecError(
                f"invalid {what} file ({path}): variable '{key}' contains whitespaces "
                f"(line {number})"
            )
        lines.append(line)
    return lines


def _from_environment(entries: Iterable[str], surroundings: Surroundings) -> list[str]:
    """A bare NAME takes its value from the environment, or stays bare when it has none there."""
    return [
        f"{entry}={surroundings.environ[entry]}"
        if "=" not in entry and entry in surroundings.environ
        else entry
        for entry in entries
    ]


def environment(
    entries: Iterable[str], files: Iterable[str], surroundings: Surroundings
) -> list[str]:
    """The variables of --env-file and -e together. Raises RunSpecError."""
    found: list[str] = []
    for path in files:
        lines = _settings(path, _read(path, surroundings), "env")
        # In a file a name without a value counts only where the environment has one.
        found += [entry for entry in _from_environment(lines, surroundings) if "=" in entry]
    return found + _from_environment(entries, surroundings)


def _label_files(by_name: Mapping[str, list[Given]], surroundings: Surroundings) -> dict[str, str]:
    labels: dict[str, str] = {}
    for item in by_name.get("label-file", ()):
        for line in _settings(item.text, _read(item.text, surroundings), "label"):
            key, _, value = line.partition("=")
            labels[key] = value
    return labels


def _absolute_source(volume: str, surroundings: Surroundings) -> str:
    source, colon, rest = volume.partition(":")
    if colon and source.startswith("."):
        return f"{normpath(join(surroundings.directory, source))}:{rest}"
    return volume


def _absolute_mount(mount: MountSpec, surroundings: Surroundings) -> MountSpec:
    if mount.type == "bind" and mount.source.startswith("."):
        source = normpath(join(surroundings.directory, mount.source))
        return msgspec.structs.replace(mount, source=source)
    return mount


def _security_option(option: str, surroundings: Surroundings) -> str:
    if option in ("no-new-privileges", "writable-cgroups"):
        return option
    key, separator, value = option.partition("=" if "=" in option else ":")
    if not separator:
        raise RunSpecError(f'Invalid --security-opt: "{option}"')
    if key != "seccomp" or value in ("unconfined", "builtin") or value.startswith("{"):
        return option
    try:
        text = surroundings.read_text(value)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RunSpecError(
            f"opening seccomp profile ({value}) failed: open {value}: {why}"
        ) from error
    try:
        profile = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise RunSpecError(
            f"compacting json for seccomp profile ({value}) failed: {error}"
        ) from error
    return f"seccomp={msgspec.json.encode(profile).decode()}"


def _system_paths(options: Sequence[str]) -> tuple[list[str], list[str] | None]:
    """Docker turns systempaths=unconfined into empty lists of masked and read-only paths."""
    rest = [option for option in options if option != "systempaths=unconfined"]
    return rest, None if len(rest) == len(options) else []


def _check(spec: RunSpec) -> None:
    if spec.rm and spec.restart not in ("no", ""):
        raise RunSpecError("conflicting options: cannot specify both --restart and --rm")
    if spec.detach and spec.attach:
        raise RunSpecError("conflicting options: cannot specify both --attach and --detach")
    if spec.pull not in ("always", "missing", "never", ""):
        raise RunSpecError(
            f'invalid pull option: \'{spec.pull}\': must be one of "always", "missing" or "never"'
        )
    health = (
        spec.health_cmd
        or spec.health_interval
        or spec.health_timeout
        or spec.health_start_period
        or spec.health_start_interval
        or spec.health_retries
    )
    if spec.no_healthcheck and health:
        raise RunSpecError("--no-healthcheck conflicts with --health-* options")
    for name, value in (
        ("health-interval", spec.health_interval),
        ("health-timeout", spec.health_timeout),
        ("health-start-period", spec.health_start_period),
        ("health-start-interval", spec.health_start_interval),
        ("health-retries", spec.health_retries),
    ):
        if value < 0:
            raise RunSpecError(f"--{name} cannot be negative")
    policy, colon, retries = spec.restart.partition(":")
    if colon and (not retries.isdecimal() or not policy):
        raise RunSpecError("invalid restart policy format: maximum retry count must be an integer")
    if spec.memory_swappiness != -1 and not 0 <= spec.memory_swappiness <= 100:
        raise RunSpecError(
            f"invalid value: {spec.memory_swappiness}. Valid memory swappiness range is 0-100"
        )
    if spec.log_driver == "none" and spec.log_opt:
        raise RunSpecError("invalid logging opts for driver none")
    if spec.nano_cpus < 0:
        raise RunSpecError("--cpus cannot be negative")
    _check_namespaces(spec)
    if any(not key or not value for key, value in spec.storage_opt.items()):
        raise RunSpecError("invalid storage option")


def _check_namespaces(spec: RunSpec) -> None:
    if spec.pid not in ("", "host") and not spec.pid.startswith("container:"):
        raise RunSpecError("--pid: invalid PID mode")
    if spec.uts not in ("", "host"):
        raise RunSpecError("--uts: invalid UTS mode")
    if spec.userns not in ("", "host") and spec.userns.partition(":")[0] != "auto":
        raise RunSpecError("--userns: invalid USER mode")
    if spec.cgroupns not in ("", "host", "private"):
        raise RunSpecError("--cgroupns: invalid CGROUP mode")


# Shapes of JSON


def _rates(rates: Mapping[str, int], word: str = "Rate") -> list[Json]:
    return [{"Path": path, word: rate} for path, rate in rates.items()]


def _without_empty(values: Json, keep: Sequence[str] = ()) -> Json:
    """Without members that say nothing; those in `keep` say something even when falsy."""
    return {
        key: value for key, value in values.items() if value or (key in keep and value is not None)
    }
