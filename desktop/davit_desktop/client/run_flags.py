"""The flags of `run` and `create`: one table, for reading, writing and the help text."""

from __future__ import annotations

from typing import Any

import msgspec

from davit_desktop.client.flags import Flag
from davit_desktop.client.run_kinds import SWITCH, TEXT, TEXTS, Kind, many, one, pairs
from davit_desktop.client.run_mounts import mount_text, parse_mount
from davit_desktop.client.run_spec import PortMapping, RunSpec
from davit_desktop.client.run_values import (
    address,
    capability,
    cpus,
    cpus_text,
    device,
    device_rate,
    expose,
    extra_host,
    integer,
    pair,
    parse_port,
    size_text,
    stream_name,
    swap,
    sysctl,
    tmpfs,
    ulimit,
    variable,
)
from davit_desktop.client.units import format_bytes, format_duration, parse_bytes, parse_duration


class Option(msgspec.Struct, frozen=True):
    flag: Flag
    field: str
    kind: Kind
    default: Any


def _option(name: str, short: str, metavar: str, kind: Kind, help: str, field: str = "") -> Option:
    field = field or name.replace("-", "_")
    default = _DEFAULTS.get(field)
    return Option(Flag(name, short, metavar, help), field, kind, default)


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

_SIZE = one(parse_bytes, size_text)
_DURATION = one(parse_duration, format_duration)
_INTEGER = one(integer)
_PAIRS = pairs(pair)
_BPS = pairs(device_rate(parse_bytes), lambda path, rate: f"{path}:{format_bytes(rate)}")
_IOPS = pairs(device_rate(int), lambda path, rate: f"{path}:{rate}")
_ADDRESSES = many(address)

OPTIONS = (
    _option("name", "", "string", TEXT, "Assign a name to the container"),
    _option("detach", "d", "", SWITCH, "Run container in background and print container ID"),
    _option("interactive", "i", "", SWITCH, "Keep STDIN open even if not attached"),
    _option("tty", "t", "", SWITCH, "Allocate a pseudo-TTY"),
    _option(
        "rm",
        "",
        "",
        SWITCH,
        "Automatically remove the container and its associated anonymous volumes when it exits",
    ),
    _option(
        "restart",
        "",
        "string",
        TEXT,
        'Restart policy to apply when a container exits (default "no")',
    ),
    _option("attach", "a", "list", many(stream_name), "Attach to STDIN, STDOUT or STDERR"),
    _option(
        "detach-keys",
        "",
        "string",
        TEXT,
        "Override the key sequence for detaching a container",
    ),
    _option("sig-proxy", "", "", SWITCH, "Proxy received signals to the process (default true)"),
    _option("cidfile", "", "string", TEXT, "Write the container ID to the file"),
    _option("platform", "", "string", TEXT, "Set platform if server is multi-platform capable"),
    _option(
        "pull",
        "",
        "string",
        TEXT,
        'Pull image before running ("always", "missing", "never") (default "missing")',
    ),
    _option("quiet", "q", "", SWITCH, "Suppress the pull output"),
    _option(
        "publish",
        "p",
        "list",
        many(parse_port, PortMapping.text),
        "Publish a container's port(s) to the host",
        "ports",
    ),
    _option("publish-all", "P", "", SWITCH, "Publish all exposed ports to random ports"),
    _option("expose", "", "list", many(expose), "Expose a port or a range of ports"),
    _option("env", "e", "list", many(variable), "Set environment variables"),
    _option("volume", "v", "list", TEXTS, "Bind mount a volume", "volumes"),
    _option(
        "mount",
        "",
        "mount",
        many(parse_mount, mount_text),
        "Attach a filesystem mount to the container",
        "mounts",
    ),
    _option(
        "tmpfs",
        "",
        "list",
        pairs(tmpfs, lambda target, options: f"{target}:{options}" if options else target),
        "Mount a tmpfs directory",
    ),
    _option("volumes-from", "", "list", TEXTS, "Mount volumes from the specified container(s)"),
    _option("volume-driver", "", "string", TEXT, "Optional volume driver for the container"),
    _option("read-only", "", "", SWITCH, "Mount the container's root filesystem as read only"),
    _option("storage-opt", "", "list", _PAIRS, "Storage driver options for the container"),
    _option("shm-size", "", "bytes", _SIZE, "Size of /dev/shm"),
    _option("workdir", "w", "string", TEXT, "Working directory inside the container"),
    _option(
        "user",
        "u",
        "string",
        TEXT,
        "Username or UID (format: <name|uid>[:<group|gid>])",
    ),
    _option("group-add", "", "list", TEXTS, "Add additional groups to join"),
    _option("entrypoint", "", "string", TEXT, "Overwrite the default ENTRYPOINT of the image"),
    _option(
        "init",
        "",
        "",
        SWITCH,
        "Run an init inside the container that forwards signals and reaps processes",
    ),
    _option("stop-signal", "", "string", TEXT, "Signal to stop the container"),
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
    _option("hostname", "h", "string", TEXT, "Container host name"),
    _option("domainname", "", "string", TEXT, "Container NIS domain name"),
    _option("add-host", "", "list", many(extra_host), "Add a custom host-to-IP mapping (host:ip)"),
    _option("dns", "", "list", _ADDRESSES, "Set custom DNS servers"),
    _option("dns-option", "", "list", TEXTS, "Set DNS options"),
    _option("dns-search", "", "list", TEXTS, "Set custom DNS search domains"),
    _option("link", "", "list", TEXTS, "Add link to another container"),
    _option("memory", "m", "bytes", _SIZE, "Memory limit"),
    _option("memory-reservation", "", "bytes", _SIZE, "Memory soft limit"),
    _option(
        "memory-swap",
        "",
        "bytes",
        one(swap, size_text),
        "Swap limit equal to memory plus swap: '-1' to enable unlimited swap",
    ),
    _option(
        "memory-swappiness",
        "",
        "int",
        _INTEGER,
        "Tune container memory swappiness (0 to 100) (default -1)",
    ),
    _option("cpus", "", "decimal", one(cpus, cpus_text), "Number of CPUs", "nano_cpus"),
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
    _option("cpuset-cpus", "", "string", TEXT, "CPUs in which to allow execution (0-3, 0,1)"),
    _option("cpuset-mems", "", "string", TEXT, "MEMs in which to allow execution (0-3, 0,1)"),
    _option(
        "pids-limit",
        "",
        "int",
        _INTEGER,
        "Tune container pids limit (set -1 for unlimited)",
    ),
    _option("oom-kill-disable", "", "", SWITCH, "Disable OOM Killer"),
    _option("oom-score-adj", "", "int", _INTEGER, "Tune host's OOM preferences (-1000 to 1000)"),
    _option(
        "ulimit",
        "",
        "ulimit",
        many(ulimit, lambda u: f"{u.name}={u.soft}:{u.hard}"),
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
    _option("privileged", "", "", SWITCH, "Give extended privileges to this container"),
    _option("cap-add", "", "list", many(capability), "Add Linux capabilities"),
    _option("cap-drop", "", "list", many(capability), "Drop Linux capabilities"),
    _option("security-opt", "", "list", TEXTS, "Security Options"),
    _option(
        "device",
        "",
        "list",
        many(device, lambda d: f"{d.on_host}:{d.in_container}:{d.permissions}"),
        "Add a host device to the container",
        "devices",
    ),
    _option(
        "device-cgroup-rule",
        "",
        "list",
        TEXTS,
        "Add a rule to the cgroup allowed devices list",
    ),
    _option("sysctl", "", "map", pairs(sysctl), "Sysctl options (default map[])"),
    _option("pid", "", "string", TEXT, "PID namespace to use"),
    _option("ipc", "", "string", TEXT, "IPC mode to use"),
    _option("uts", "", "string", TEXT, "UTS namespace to use"),
    _option("userns", "", "string", TEXT, "User namespace to use"),
    _option("cgroupns", "", "string", TEXT, "Cgroup namespace to use (host|private)"),
    _option("cgroup-parent", "", "string", TEXT, "Optional parent cgroup for the container"),
    _option("runtime", "", "string", TEXT, "Runtime to use for this container"),
    _option("no-healthcheck", "", "", SWITCH, "Disable any container-specified HEALTHCHECK"),
    _option("health-cmd", "", "string", TEXT, "Command to run to check health"),
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
    _option("log-driver", "", "string", TEXT, "Logging driver for the container"),
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

FLAGS: tuple[Flag, ...] = (*(option.flag for option in OPTIONS), *_OTHER_FLAGS)
"""Every flag that parse_run reads, with docker's help; those without a help text are hidden."""

BY_NAME = {flag.name: flag for flag in FLAGS}
SPELLINGS = {"dns-opt": "dns-option", "net": "network", "net-alias": "network-alias"}


def flag_words(flag: Flag, text: str) -> list[str]:
    dashed = f"-{flag.short}" if flag.short else f"--{flag.name}"
    if flag.is_switch:
        return [dashed if text == "true" else f"--{flag.name}={text}"]
    return [dashed, text]
