"""The docker command that would make a container like this one (pure)."""

import shlex
from collections.abc import Iterator
from typing import Any

from davit_desktop.client.types import Json

_COMPOSE = "com.docker.compose."
_USUAL_SHM = 64 << 20


def run_command(container: Json, image: Json | None = None) -> str:
    """`docker run …` from inspect documents; what the image sets by itself is left out."""
    return shlex.join(["docker", "run", *run_words(container, image)])


def run_words(container: Json, image: Json | None = None) -> list[str]:
    """The words after `docker run`."""
    config: Json = container.get("Config") or {}
    words = ["-d"]
    words += _options(container, config, (image or {}).get("Config") or {})
    words.append(str(config.get("Image") or container.get("Image") or ""))
    return words + _arguments(config, (image or {}).get("Config") or {})


def _options(container: Json, config: Json, base: Json) -> list[str]:
    return [
        *_identity(container, config),
        *_network(container),
        *_storage(container),
        *_process(config, base),
        *_limits(container.get("HostConfig") or {}),
        *_rarer(container.get("HostConfig") or {}, config, base),
    ]


def _identity(container: Json, config: Json) -> Iterator[str]:
    host: Json = container.get("HostConfig") or {}
    if name := str(container.get("Name") or "").removeprefix("/"):
        yield from ("--name", name)
    if config.get("OpenStdin"):
        yield "-i"
    if config.get("Tty"):
        yield "-t"
    if host.get("AutoRemove"):
        yield "--rm"
    hostname = str(config.get("Hostname") or "")
    if hostname and not str(container.get("Id") or "").startswith(hostname):
        yield from ("--hostname", hostname)


def _network(container: Json) -> Iterator[str]:
    host: Json = container.get("HostConfig") or {}
    mode = str(host.get("NetworkMode") or "default")
    if mode not in ("default", "bridge"):
        yield from ("--network", mode)
    for inner, bindings in (host.get("PortBindings") or {}).items():
        for binding in bindings or ():
            outer = str(binding.get("HostPort") or "")
            address = str(binding.get("HostIp") or "")
            if ":" in address:
                address = f"[{address}]"
            port = str(inner).removesuffix("/tcp")
            if address:
                yield from ("-p", f"{address}:{outer}:{port}")
            else:
                yield from ("-p", f"{outer}:{port}" if outer else port)


def _storage(container: Json) -> Iterator[str]:
    host: Json = container.get("HostConfig") or {}
    for bind in host.get("Binds") or ():
        yield from ("-v", str(bind))
    for mount in host.get("Mounts") or ():
        parts = [f"type={mount.get('Type', 'volume')}"]
        if mount.get("Source"):
            parts.append(f"source={mount['Source']}")
        parts.append(f"target={mount.get('Target', '')}")
        if mount.get("ReadOnly"):
            parts.append("readonly")
        yield from ("--mount", ",".join(parts))
    for path, options in (host.get("Tmpfs") or {}).items():
        yield from ("--tmpfs", f"{path}:{options}" if options else str(path))


def _process(config: Json, base: Json) -> Iterator[str]:
    for variable in config.get("Env") or ():
        if variable not in (base.get("Env") or ()) and not (
            not base and str(variable).startswith("PATH=")
        ):
            yield from ("-e", str(variable))
    for key, value in (config.get("Labels") or {}).items():
        if (base.get("Labels") or {}).get(key) != value and not str(key).startswith(_COMPOSE):
            yield from ("--label", f"{key}={value}")
    entrypoint = config.get("Entrypoint") or []
    if base and entrypoint and entrypoint != (base.get("Entrypoint") or []):
        yield from ("--entrypoint", str(entrypoint[0]))
    if config.get("User") and config.get("User") != base.get("User"):
        yield from ("--user", str(config["User"]))
    if config.get("WorkingDir") and config.get("WorkingDir") != base.get("WorkingDir"):
        yield from ("--workdir", str(config["WorkingDir"]))


def _limits(host: Json) -> Iterator[str]:
    restart: Json = host.get("RestartPolicy") or {}
    policy = str(restart.get("Name") or "")
    if policy not in ("", "no"):
        count = restart.get("MaximumRetryCount") or 0
        yield from ("--restart", f"{policy}:{count}" if count else policy)
    if host.get("Memory"):
        yield from ("--memory", str(host["Memory"]))
    if host.get("NanoCpus"):
        yield from ("--cpus", f"{host['NanoCpus'] / 1e9:g}")
    for flag, key in (
        ("--privileged", "Privileged"),
        ("--read-only", "ReadonlyRootfs"),
        ("--init", "Init"),
    ):
        if host.get(key):
            yield flag
    for flag, key in (
        ("--cap-add", "CapAdd"),
        ("--cap-drop", "CapDrop"),
        ("--security-opt", "SecurityOpt"),
        ("--dns", "Dns"),
        ("--add-host", "ExtraHosts"),
    ):
        for value in host.get(key) or ():
            yield from (flag, str(value))


def _rarer(host: Json, config: Json, base: Json) -> Iterator[str]:
    """What few containers have; the engine's own defaults are left out."""
    memory, swap = host.get("Memory") or 0, host.get("MemorySwap") or 0
    if swap and swap != 2 * memory:
        yield from ("--memory-swap", str(swap))
    if host.get("ShmSize") not in (None, 0, _USUAL_SHM):
        yield from ("--shm-size", str(host["ShmSize"]))
    for flag, key in (
        ("--memory-reservation", "MemoryReservation"),
        ("--pids-limit", "PidsLimit"),
        ("--cpu-shares", "CpuShares"),
        ("--cpuset-cpus", "CpusetCpus"),
        ("--oom-score-adj", "OomScoreAdj"),
        ("--pid", "PidMode"),
        ("--uts", "UTSMode"),
        ("--userns", "UsernsMode"),
    ):
        if host.get(key):
            yield from (flag, str(host[key]))
    if str(host.get("IpcMode") or "").startswith(("host", "container:")):
        yield from ("--ipc", str(host["IpcMode"]))
    for flag, key in (
        ("--group-add", "GroupAdd"),
        ("--volumes-from", "VolumesFrom"),
        ("--dns-search", "DnsSearch"),
    ):
        for value in host.get(key) or ():
            yield from (flag, str(value))
    for limit in host.get("Ulimits") or ():
        yield from ("--ulimit", f"{limit.get('Name')}={limit.get('Soft')}:{limit.get('Hard')}")
    for device in host.get("Devices") or ():
        parts = (device.get(k) for k in ("PathOnHost", "PathInContainer", "CgroupPermissions"))
        yield from ("--device", ":".join(str(part) for part in parts if part))
    for key, value in (host.get("Sysctls") or {}).items():
        yield from ("--sysctl", f"{key}={value}")
    if config.get("StopSignal") and config.get("StopSignal") != base.get("StopSignal"):
        yield from ("--stop-signal", str(config["StopSignal"]))
    if config.get("StopTimeout") is not None:
        yield from ("--stop-timeout", str(config["StopTimeout"]))


def _arguments(config: Json, base: Json) -> list[str]:
    entrypoint: list[Any] = config.get("Entrypoint") or []
    command: list[Any] = config.get("Cmd") or []
    if base and entrypoint and entrypoint != (base.get("Entrypoint") or []):
        # --entrypoint takes one word; the others go before the command.
        return [*map(str, entrypoint[1:]), *map(str, command)]
    if command == (base.get("Cmd") or []):
        return []
    return [str(word) for word in command]
