"""Containers as Docker JSON (pure)."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from davit_engine.api.convert.configs import Json, config, host_config, network_mode
from davit_engine.api.convert.endpoints import (
    endpoint_settings,
    network_settings,
    port_summaries,
    was_started,
)
from davit_engine.api.convert.times import SECOND, duration, timestamp
from davit_engine.containers.model import Container, Health, MountPoint, State


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
