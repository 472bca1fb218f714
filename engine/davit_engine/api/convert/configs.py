"""What a container is made from, as Docker JSON (pure)."""

from typing import Any, Final

import msgspec

from davit_engine.containers.model import Config, HostConfig
from davit_engine.images.document import RunConfig

Json = dict[str, Any]

DEFAULT_SHM_SIZE: Final = 64 * 1024 * 1024

_OMITTED_WHEN_EMPTY: Final = (
    "Annotations",
    "StorageOpt",
    "Tmpfs",
    "Sysctls",
    "Mounts",
    "Init",
    "KernelMemory",
    "KernelMemoryTCP",
)


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
    if value.oom_kill_disable is None and cgroupns == "host":
        # Only cgroups of version 1, which share the host's namespace, can switch it off.
        result["OomKillDisable"] = False
    if value.memory_swappiness == -1:
        result["MemorySwappiness"] = None
    if value.pids_limit is not None and value.pids_limit <= 0:
        result["PidsLimit"] = None
    for name in _OMITTED_WHEN_EMPTY:
        if result[name] is None or result[name] == {} or result[name] == []:
            del result[name]
    if "Mounts" in result:
        result["Mounts"] = [without_empty(mount) for mount in result["Mounts"]]
    return result


def without_empty(value: Json) -> Json:
    """Go's omitempty, all the way down."""
    return {
        key: without_empty(item) if isinstance(item, dict) else item
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
        result["Healthcheck"] = without_empty(
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
