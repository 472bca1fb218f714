"""Engine records to Docker JSON (pure).

Every function gives plain dictionaries whose keys stand in dockerd's order, with null and [] where
dockerd 26.1 puts them; `tests/engine/api/golden` holds its answers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, Final

import msgspec

from davit_engine.containers.model import (
    Config,
    Container,
    Endpoint,
    Health,
    HostConfig,
    MountPoint,
    State,
)
from davit_engine.events import Event
from davit_engine.images.document import RunConfig
from davit_engine.images.records import HistoryEntry, Image, Progress, Removed
from davit_engine.lookup import short
from davit_engine.networks.network import Member, Network, Subnet
from davit_engine.volumes import Volume

Json = dict[str, Any]

ZERO_TIME: Final = "0001-01-01T00:00:00Z"
SECOND: Final = 10**9
DEFAULT_SHM_SIZE: Final = 64 * 1024 * 1024


def timestamp(ns: int) -> str:
    """RFC 3339 in UTC with nanoseconds, trailing zeros cut; 0 is Go's zero time."""
    if ns <= 0:
        return ZERO_TIME
    whole = datetime.fromtimestamp(ns // SECOND, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    fraction = f"{ns % SECOND:09d}".rstrip("0")
    return f"{whole}.{fraction}Z" if fraction else f"{whole}Z"


def timestamp_seconds(ns: int) -> str:
    """RFC 3339 in UTC, whole seconds."""
    return timestamp(ns // SECOND * SECOND)


def duration(ns: int) -> str:
    """Docker's approximate words for a span of time."""
    seconds = ns // SECOND
    minutes = seconds // 60
    hours = int(ns / (3600 * SECOND) + 0.5)
    if seconds < 1:
        return "Less than a second"
    if seconds == 1:
        return "1 second"
    if seconds < 60:
        return f"{seconds} seconds"
    if minutes == 1:
        return "About a minute"
    if minutes < 60:
        return f"{minutes} minutes"
    if hours == 1:
        return "About an hour"
    if hours < 48:
        return f"{hours} hours"
    if hours < 24 * 7 * 2:
        return f"{hours // 24} days"
    if hours < 24 * 30 * 2:
        return f"{hours // 24 // 7} weeks"
    if hours < 24 * 365 * 2:
        return f"{hours // 24 // 30} months"
    return f"{hours // 24 // 365} years"


def status_text(state: State, now_ns: int) -> str:
    """The STATUS column of `docker ps`."""
    up = duration(max(now_ns - state.started_ns, 0))
    ago = duration(max(now_ns - state.finished_ns, 0))
    match state.status:
        case "running":
            health = _health_word(state.health)
            return f"Up {up} ({health})" if health else f"Up {up}"
        case "paused":
            return f"Up {up} (Paused)"
        case "restarting":
            return f"Restarting ({state.exit_code}) {ago} ago"
        case "removing":
            return "Removal In Progress"
        case "dead":
            return "Dead"
        case "created":
            return "Created"
    if not state.finished_ns:
        return ""
    return f"Exited ({state.exit_code}) {ago} ago"


def _health_word(health: Health | None) -> str:
    if health is None or health.status == "none":
        return ""
    return "health: starting" if health.status == "starting" else health.status


def command_text(path: str, args: Iterable[str]) -> str:
    """The COMMAND column of `docker ps`, before it is cut: words with a space are quoted."""
    return " ".join((path, *(f"'{word}'" if " " in word else word for word in args)))


# Containers


def is_running(container: Container) -> bool:
    return container.state.status in {"running", "paused", "restarting"}


def was_started(container: Container) -> bool:
    """Whether a start was ever tried: before it, dockerd names neither files nor networks."""
    return container.state.status != "created" or bool(container.state.error)


def container_summary(
    container: Container,
    *,
    image: str,
    now_ns: int,
    volume_path: Callable[[str], PurePath],
    usage: tuple[int, int] | None = None,
) -> Json:
    """One element of GET /containers/json.

    `usage` is (writable layer, root file system) in bytes, `volume_path` finds a named volume.
    """
    sizes: Json = {}
    if usage is not None:
        writable, root = usage
        sizes = ({"SizeRw": writable} if writable else {}) | ({"SizeRootFs": root} if root else {})
    return {
        "Id": container.id,
        "Names": [f"/{container.name}"],
        "Image": image,
        "ImageID": container.image_id,
        "Command": command_text(container.path, container.args),
        "Created": container.created_ns // SECOND,
        "Ports": port_summaries(container),
        **sizes,
        "Labels": container.config.labels,
        "State": container.state.status,
        "Status": status_text(container.state, now_ns),
        "HostConfig": {"NetworkMode": network_mode(container.host_config)}
        | (
            {"Annotations": container.host_config.annotations}
            if container.host_config.annotations
            else {}
        ),
        "NetworkSettings": {
            "Networks": {
                endpoint.network_name: endpoint_settings(container, endpoint)
                | {"Aliases": None, "Links": None, "DNSNames": None, "DriverOpts": None}
                for endpoint in container.endpoints
            }
        },
        "Mounts": mount_points(container, volume_path),
    }


def container_inspect(
    container: Container,
    *,
    version: tuple[int, int],
    driver: str,
    runtime: str,
    cgroupns: str,
    volume_path: Callable[[str], PurePath],
    snapshot: PurePath,
    files: PurePath,
    log: PurePath | None,
    namespace: PurePath,
    bridge: str,
    exec_ids: Sequence[str],
    usage: tuple[int, int] | None = None,
) -> Json:
    """GET /containers/{id}/json.

    `snapshot` and `files` are the folders of the writable layer and of hosts, hostname and
    resolv.conf; `log` is the log file, `namespace` the pinned network namespace. `runtime` and
    `cgroupns` are what stands for "not said".
    """
    touched = was_started(container)
    writable, root = usage or (0, 0)
    return {
        "Id": container.id,
        "Created": timestamp(container.created_ns),
        "Path": container.path,
        "Args": list(container.args),
        "State": state(container.state),
        "Image": container.image_id,
        "ResolvConfPath": str(files / "resolv.conf") if touched else "",
        "HostnamePath": str(files / "hostname") if touched else "",
        "HostsPath": str(files / "hosts") if touched else "",
        "LogPath": str(log) if touched and log else "",
        "Name": f"/{container.name}",
        "RestartCount": container.state.restart_count,
        "Driver": driver,
        "Platform": container.platform,
        "MountLabel": "",
        "ProcessLabel": "",
        "AppArmorProfile": "",
        "ExecIDs": list(exec_ids) or None,
        "HostConfig": host_config(container.host_config, runtime=runtime, cgroupns=cgroupns),
        "GraphDriver": {
            "Data": {
                "MergedDir": str(snapshot / "merged"),
                "UpperDir": str(snapshot / "upper"),
                "WorkDir": str(snapshot / "work"),
            },
            "Name": driver,
        },
        **({"SizeRw": writable, "SizeRootFs": root} if usage is not None else {}),
        "Mounts": mount_points(container, volume_path),
        "Config": config(container.config),
        "NetworkSettings": network_settings(
            container, version=version, namespace=namespace, bridge=bridge
        ),
    }


def state(value: State) -> Json:
    result: Json = {
        "Status": value.status,
        "Running": value.status in {"running", "paused", "restarting"},
        "Paused": value.status == "paused",
        "Restarting": value.status == "restarting",
        "OOMKilled": value.oom_killed,
        "Dead": value.status == "dead",
        "Pid": value.process.pid if value.process else 0,
        "ExitCode": value.exit_code,
        "Error": value.error,
        "StartedAt": timestamp(value.started_ns),
        "FinishedAt": timestamp(value.finished_ns),
    }
    if value.health is not None:
        result["Health"] = {
            "Status": value.health.status,
            "FailingStreak": value.health.failing_streak,
            "Log": [
                {
                    "Start": timestamp(entry.start_ns),
                    "End": timestamp(entry.end_ns),
                    "ExitCode": entry.exit_code,
                    "Output": entry.output,
                }
                for entry in value.health.log
            ],
        }
    return result


_OMITTED_WHEN_EMPTY: Final = ("Annotations", "StorageOpt", "Tmpfs", "Sysctls", "Mounts", "Init")


def network_mode(value: HostConfig) -> str:
    return "bridge" if value.network_mode in {"", "default"} else value.network_mode


def host_config(value: HostConfig, *, runtime: str, cgroupns: str) -> Json:
    """The host configuration with the values that stand for what was not given."""
    result: Json = msgspec.to_builtins(value)
    result["NetworkMode"] = network_mode(value)
    result["ConsoleSize"] = list(value.console_size)
    result["RestartPolicy"]["Name"] = value.restart_policy.name or "no"
    result["ShmSize"] = value.shm_size or DEFAULT_SHM_SIZE
    result["IpcMode"] = value.ipc_mode or "private"
    result["CgroupnsMode"] = value.cgroupns_mode or cgroupns
    result["Runtime"] = value.runtime or runtime
    result["MemorySwap"] = value.memory_swap or value.memory * 2
    result["LogConfig"]["Type"] = value.log_config.type or "json-file"
    if value.memory_swappiness == -1:
        result["MemorySwappiness"] = None
    if value.pids_limit is not None and value.pids_limit <= 0:
        result["PidsLimit"] = None
    for name in _OMITTED_WHEN_EMPTY:
        if result[name] is None or result[name] == {} or result[name] == []:
            del result[name]
    if "Mounts" in result:
        result["Mounts"] = [_without_empty(mount) for mount in result["Mounts"]]
    return result


def _without_empty(value: Json) -> Json:
    """Go's omitempty, all the way down."""
    return {
        key: _without_empty(item) if isinstance(item, dict) else item
        for key, item in value.items()
        if item not in (None, "", 0, False, [], {})
    }


def config(value: Config | RunConfig) -> Json:
    """A container's or an image's configuration."""
    result: Json = {
        "Hostname": value.hostname,
        "Domainname": value.domainname,
        "User": value.user,
        "AttachStdin": value.attach_stdin,
        "AttachStdout": value.attach_stdout,
        "AttachStderr": value.attach_stderr,
    }
    if value.exposed_ports:
        result["ExposedPorts"] = value.exposed_ports
    result |= {
        "Tty": value.tty,
        "OpenStdin": value.open_stdin,
        "StdinOnce": value.stdin_once,
        "Env": list(value.env),
        "Cmd": _words(value.cmd),
    }
    if value.healthcheck is not None:
        check = value.healthcheck
        result["Healthcheck"] = _without_empty(
            {
                "Test": list(check.test),
                "Interval": check.interval,
                "Timeout": check.timeout,
                "StartPeriod": check.start_period,
                "StartInterval": check.start_interval,
                "Retries": check.retries,
            }
        )
    if value.args_escaped:
        result["ArgsEscaped"] = True
    result |= {
        "Image": value.image,
        "Volumes": value.volumes or None,
        "WorkingDir": value.working_dir,
        "Entrypoint": _words(value.entrypoint),
    }
    if isinstance(value, Config):
        if value.network_disabled:
            result["NetworkDisabled"] = True
        if value.mac_address:
            result["MacAddress"] = value.mac_address
    result |= {
        "OnBuild": list(value.on_build) if value.on_build else None,
        "Labels": value.labels if isinstance(value, Config) else value.labels or None,
    }
    if value.stop_signal:
        result["StopSignal"] = value.stop_signal
    if value.stop_timeout is not None:
        result["StopTimeout"] = value.stop_timeout
    if value.shell:
        result["Shell"] = list(value.shell)
    return result


def _words(value: list[str] | str | None) -> list[str] | None:
    return [value] if isinstance(value, str) else value


def mount_points(container: Container, volume_path: Callable[[str], PurePath]) -> list[Json]:
    """Docker does not list what `--tmpfs` mounts, only what `--mount type=tmpfs` does."""
    hidden = container.host_config.tmpfs or {}
    return [
        _mount_point(mount, volume_path)
        for mount in container.mounts
        if not (mount.type == "tmpfs" and mount.target in hidden)
    ]


def _mount_point(mount: MountPoint, volume_path: Callable[[str], PurePath]) -> Json:
    result: Json = {"Type": mount.type}
    source = mount.source
    if mount.type == "volume" and not source:
        source = str(volume_path(mount.name))
    if mount.name:
        result["Name"] = mount.name
    result |= {"Source": source, "Destination": mount.target}
    if mount.driver:
        result["Driver"] = mount.driver
    return result | {
        "Mode": mount.mode,
        "RW": mount.read_write,
        "Propagation": mount.propagation,
    }


def network_settings(
    container: Container, *, version: tuple[int, int], namespace: PurePath, bridge: str
) -> Json:
    running = is_running(container)
    mode = network_mode(container.host_config)
    own = bool(container.endpoints)
    sandbox = running and own and mode != "host"
    default = next(
        (endpoint for endpoint in container.endpoints if endpoint.network_name == "bridge"), None
    )
    address = endpoint_settings(container, default) if default else {}
    return {
        "Bridge": bridge if default and was_started(container) else "",
        "SandboxID": container.id if sandbox else "",
        "SandboxKey": str(namespace) if sandbox else "",
        "Ports": port_map(container) if running else {},
        "HairpinMode": False,
        "LinkLocalIPv6Address": "",
        "LinkLocalIPv6PrefixLen": 0,
        "SecondaryIPAddresses": None,
        "SecondaryIPv6Addresses": None,
        "EndpointID": address.get("EndpointID", ""),
        "Gateway": address.get("Gateway", ""),
        "GlobalIPv6Address": address.get("GlobalIPv6Address", ""),
        "GlobalIPv6PrefixLen": address.get("GlobalIPv6PrefixLen", 0),
        "IPAddress": address.get("IPAddress", ""),
        "IPPrefixLen": address.get("IPPrefixLen", 0),
        "IPv6Gateway": address.get("IPv6Gateway", ""),
        "MacAddress": address.get("MacAddress", ""),
        "Networks": {
            endpoint.network_name: _with_short_id(
                container, endpoint, endpoint_settings(container, endpoint), version
            )
            for endpoint in container.endpoints
        },
    }


def _with_short_id(
    container: Container, endpoint: Endpoint, settings: Json, version: tuple[int, int]
) -> Json:
    """Before 1.45 the aliases on a user-defined network held the short id."""
    if version < (1, 45) and endpoint.network_name not in {"bridge", "host", "none"}:
        aliases = settings["Aliases"] or []
        if short(container.id) not in aliases:
            settings["Aliases"] = [*aliases, short(container.id)]
    return settings


def endpoint_settings(container: Container, endpoint: Endpoint) -> Json:
    """Docker's EndpointSettings."""
    wished = endpoint.config
    ipv4, _, ipv4_length = endpoint.ipv4.partition("/")
    ipv6, _, ipv6_length = endpoint.ipv6.partition("/")
    ipam = None
    if wished.ipam_config is not None:
        ipam = _without_empty(
            {
                "IPv4Address": wished.ipam_config.ipv4_address,
                "IPv6Address": wished.ipam_config.ipv6_address,
                "LinkLocalIPs": wished.ipam_config.link_local_ips,
            }
        )
    return {
        "IPAMConfig": ipam,
        "Links": wished.links,
        "Aliases": wished.aliases,
        "MacAddress": endpoint.mac_address or wished.mac_address,
        "NetworkID": endpoint.network_id if was_started(container) else "",
        "EndpointID": endpoint.endpoint_id,
        "Gateway": endpoint.ipv4_gateway,
        "IPAddress": ipv4,
        "IPPrefixLen": int(ipv4_length or 0),
        "IPv6Gateway": endpoint.ipv6_gateway,
        "GlobalIPv6Address": ipv6,
        "GlobalIPv6PrefixLen": int(ipv6_length or 0),
        "DriverOpts": wished.driver_opts,
        "DNSNames": list(endpoint.dns_names) or None,
    }


def port_map(container: Container) -> Json:
    """Docker's PortMap: null for an exposed port that is not published."""
    if not any(endpoint.endpoint_id for endpoint in container.endpoints):
        return {}
    if network_mode(container.host_config) in {"host", "none"}:
        return {}
    result: Json = {
        _port_key(port): None
        for port in (*container.config.exposed_ports, *container.host_config.port_bindings)
    }
    for mapping in container.ports:
        bindings = result.get(f"{mapping.container_port}/{mapping.protocol}") or []
        bindings.append({"HostIp": mapping.host_ip, "HostPort": str(mapping.host_port)})
        result[f"{mapping.container_port}/{mapping.protocol}"] = bindings
    return dict(sorted(result.items()))


def _port_key(port: str) -> str:
    return port if "/" in port else f"{port}/tcp"


def port_summaries(container: Container) -> list[Json]:
    """The PORTS column of `docker ps`."""
    if not is_running(container):
        return []
    result: list[Json] = []
    for key, bindings in port_map(container).items():
        number, _, protocol = key.partition("/")
        if not number.isdecimal():
            continue
        if bindings is None:
            result.append({"PrivatePort": int(number), "Type": protocol})
        result.extend(
            {
                "IP": binding["HostIp"],
                "PrivatePort": int(number),
                "PublicPort": int(binding["HostPort"]),
                "Type": protocol,
            }
            for binding in bindings or ()
        )
    return sorted(result, key=lambda port: (port["PrivatePort"], port["Type"]))


# Events


def event(value: Event, *, version: tuple[int, int]) -> Json:
    """One line of GET /events, with the members that older clients read doubled."""
    result: Json = {}
    if value.type in {"container", "image"} and version < (1, 52):
        result = {"status": value.action} | ({"id": value.id} if value.id else {})
        if image := value.attributes.get("image"):
            result["from"] = image
    return result | {
        "Type": value.type,
        "Action": value.action,
        "Actor": {"ID": value.id, "Attributes": dict(sorted(value.attributes.items()))},
        "scope": "local",
        "time": value.time_ns // SECOND,
        "timeNano": value.time_ns,
    }


# Images


def image_summary(
    image: Image, *, version: tuple[int, int], containers: int = -1, shared_size: int = -1
) -> Json:
    """One element of GET /images/json; -1 stands for "not counted"."""
    result: Json = {
        "Containers": containers,
        "Created": image.created_ns // SECOND,
        "Id": image.id,
        "Labels": image.document.config.labels or None,
        "ParentId": image.parent,
        "RepoDigests": list(image.digests),
        "RepoTags": list(image.tags),
        "SharedSize": shared_size,
        "Size": image.size,
    }
    if version < (1, 44):
        result["VirtualSize"] = image.size
    if version < (1, 43):
        # Older clients expect these words where a dangling image has no names.
        result["RepoTags"] = result["RepoTags"] or ["<none>:<none>"]
        result["RepoDigests"] = result["RepoDigests"] or ["<none>@<none>"]
    return result


def image_inspect(image: Image, *, version: tuple[int, int], driver: str) -> Json:
    """GET /images/{name}/json."""
    document = image.document
    older: Json = {}
    if version < (1, 45):
        older = {"ContainerConfig": config(RunConfig()) | {"Env": None}}
        if document.container:
            older = {"Container": document.container} | older
    result: Json = {
        "Id": image.id,
        "RepoTags": list(image.tags),
        "RepoDigests": list(image.digests),
        "Parent": image.parent,
        "Comment": document.comment,
        "Created": timestamp(image.created_ns),
        **older,
        "DockerVersion": document.docker_version,
        "Author": document.author,
        "Config": config(document.config),
        "Architecture": document.architecture,
    }
    if document.variant:
        result["Variant"] = document.variant
    result["Os"] = document.os
    if document.os_version:
        result["OsVersion"] = document.os_version
    result["Size"] = image.size
    if version < (1, 44):
        result["VirtualSize"] = image.size
    return result | {
        "GraphDriver": {"Data": None, "Name": driver},
        "RootFS": {"Type": "layers", "Layers": list(image.chain)},
        "Metadata": {"LastTagTime": timestamp(image.tagged_ns)},
    }


def history_entry(entry: HistoryEntry) -> Json:
    return {
        "Comment": entry.comment,
        "Created": entry.created_ns // SECOND,
        "CreatedBy": entry.created_by,
        "Id": entry.id,
        "Size": entry.size,
        "Tags": list(entry.tags) or None,
    }


def removed(entry: Removed) -> Json:
    return {"Untagged": entry.untagged} if entry.untagged else {"Deleted": entry.deleted}


def progress(value: Progress) -> Json:
    """One progress line of a pull, push or load."""
    if value.stream:
        return {"stream": value.status}
    if value.aux is not None:
        return {"progressDetail": {}, "aux": value.aux}
    result: Json = {"status": value.status}
    if value.current is not None:
        detail: Json = {"current": value.current}
        if value.total:
            detail["total"] = value.total
        result["progressDetail"] = detail
        if bar := progress_bar(value.current, value.total or 0):
            result["progress"] = bar
    elif value.id and not value.status.startswith("Pulling from "):
        result["progressDetail"] = {}
    if value.id:
        result["id"] = value.id
    return result


def progress_error(message: str) -> Json:
    """The last line of a progress stream that failed."""
    return {"errorDetail": {"message": message}, "error": message}


def progress_bar(current: int, total: int) -> str:
    """Docker's bar of fifty characters with the sizes behind it."""
    if current <= 0 and total <= 0:
        return ""
    if total <= 0:
        return f"{size_text(current):>8}"
    filled = min(int(current / total * 100) // 2, 50)
    sizes = f"{size_text(current):>8}"
    if current <= total:
        sizes += f"/{size_text(total)}"
    return f"[{'=' * filled}>{' ' * (50 - filled)}] {sizes}"


def size_text(size: float) -> str:
    """Four significant digits and a decimal unit, as 3.623MB."""
    units = ("B", "kB", "MB", "GB", "TB", "PB", "EB")
    index = 0
    while size >= 1000 and index < len(units) - 1:
        size /= 1000
        index += 1
    return f"{size:.4g}{units[index]}"


def attributes_match(attributes: Mapping[str, str], labels: Iterable[str]) -> bool:
    """Whether an event's attributes hold every label term, KEY or KEY=VALUE."""
    for term in labels:
        key, equals, value = term.partition("=")
        if key not in attributes or (equals and attributes[key] != value):
            return False
    return True


# Networks and volumes


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
        "ConfigFrom": {"Network": ""},
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
