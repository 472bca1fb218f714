"""Container and image configuration to an OCI runtime spec (pure).

The defaults are Docker's, or stricter: see DEFAULT_CAPABILITIES and DEFAULT_PIDS. The order of the
mounts is the order in which the runtime makes them, so a deeper target follows a shallower one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from davit_engine.containers import seccomp
from davit_engine.containers.model import Container, HostConfig, MountPoint, ThrottleDevice
from davit_engine.containers.users import User
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.abilities import Abilities

SPEC_VERSION: Final = "1.0.2"
DEFAULT_PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
DEFAULT_SHM: Final = 64 << 20
"""Bytes of /dev/shm."""
DEFAULT_PIDS: Final = 2048
"""Processes a container may have when nothing is said; Docker sets no limit."""
NO_PIDS_LIMIT: Final = 1 << 22
"""The most that a kernel can have (PID_MAX_LIMIT); runtimes disagree on how to say "no limit"."""
CPU_PERIOD: Final = 100_000
"""Microseconds over which `--cpus` is enforced."""

DEFAULT_CAPABILITIES: Final = (
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_FSETID",
    "CAP_FOWNER",
    "CAP_SETGID",
    "CAP_SETUID",
    "CAP_SETFCAP",
    "CAP_SETPCAP",
    "CAP_NET_BIND_SERVICE",
    "CAP_SYS_CHROOT",
    "CAP_KILL",
)
"""Docker's default less MKNOD, NET_RAW and AUDIT_WRITE; ping works through ping_group_range."""

ALL_CAPABILITIES: Final = tuple(
    f"CAP_{name}"
    for name in [
        "CHOWN",
        "DAC_OVERRIDE",
        "DAC_READ_SEARCH",
        "FOWNER",
        "FSETID",
        "KILL",
        "SETGID",
        "SETUID",
        "SETPCAP",
        "LINUX_IMMUTABLE",
        "NET_BIND_SERVICE",
        "NET_BROADCAST",
        "NET_ADMIN",
        "NET_RAW",
        "IPC_LOCK",
        "IPC_OWNER",
        "SYS_MODULE",
        "SYS_RAWIO",
        "SYS_CHROOT",
        "SYS_PTRACE",
        "SYS_PACCT",
        "SYS_ADMIN",
        "SYS_BOOT",
        "SYS_NICE",
        "SYS_RESOURCE",
        "SYS_TIME",
        "SYS_TTY_CONFIG",
        "MKNOD",
        "LEASE",
        "AUDIT_WRITE",
        "AUDIT_CONTROL",
        "SETFCAP",
        "MAC_OVERRIDE",
        "MAC_ADMIN",
        "SYSLOG",
        "WAKE_ALARM",
        "BLOCK_SUSPEND",
        "AUDIT_READ",
        "PERFMON",
        "BPF",
        "CHECKPOINT_RESTORE",
    ]
)
"""In the order of capability.h, so that position N is capability number N."""

MASKED_PATHS: Final = (
    "/proc/acpi",
    "/proc/asound",
    "/proc/interrupts",
    "/proc/kcore",
    "/proc/keys",
    "/proc/latency_stats",
    "/proc/sched_debug",
    "/proc/scsi",
    "/proc/timer_list",
    "/proc/timer_stats",
    "/sys/devices/virtual/powercap",
    "/sys/firmware",
)
READONLY_PATHS: Final = (
    "/proc/bus",
    "/proc/fs",
    "/proc/irq",
    "/proc/sys",
    "/proc/sysrq-trigger",
)

_SHARED_MEMORY: Final = ("rbind", "rprivate", "nosuid", "noexec", "nodev")

_DEVICES: Final = ((1, 3), (1, 5), (1, 7), (1, 8), (1, 9), (5, 0), (5, 2))
"""null, zero, full, random, urandom, tty and ptmx; terminals (136:*) are added below."""


class Host(msgspec.Struct, frozen=True, kw_only=True):
    """What the specification depends on besides the container."""

    machine: str
    """As uname names it."""
    cgroup_version: int
    capabilities: frozenset[str]
    """What the daemon itself may give away."""
    cpus: int
    abilities: Abilities = Abilities()
    runtimes: tuple[str, ...] = ("crun",)
    """Names that `--runtime` may choose from; the first is taken when nothing is said."""


class Device(msgspec.Struct, frozen=True, kw_only=True):
    """A device node to make in the container."""

    path: str
    type: str
    """c or b."""
    major: int
    minor: int
    mode: int
    uid: int
    gid: int
    access: str


class Namespaces(msgspec.Struct, frozen=True, kw_only=True):
    """Per kind: a path to join, "" for a new one, None for the host's."""

    user: str | None = None
    network: str | None = ""
    pid: str | None = ""
    ipc: str | None = ""
    uts: str | None = ""
    cgroup: str | None = None


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What the service found out or prepared before the specification is written."""

    root: str
    """The mounted root file system."""
    user: User
    namespaces: Namespaces
    files: Mapping[str, str] = {}
    """Our own files over the image's: target to path on the host."""
    sources: Mapping[str, str] = {}
    """Target to path on the host, for every bind and volume of the container."""
    devices: Sequence[Device] = ()
    cgroup: str
    init: str = ""
    """Path on the host of a small init program; empty runs the program itself as process 1."""
    block_devices: Mapping[str, tuple[int, int]] = {}
    seccomp: Mapping[str, object] | None = None
    """A profile the client gave, resolved; None takes the default."""


def build(container: Container, around: Surroundings, host: Host) -> dict[str, object]:
    """The OCI runtime configuration of a container."""
    config, host_config = container.config, container.host_config
    privileged = host_config.privileged
    capabilities = capability_set(host_config, host)
    process: dict[str, object] = {
        "terminal": config.tty,
        "user": user(around.user),
        "args": [*([INIT_PATH, "--"] if around.init else []), container.path, *container.args],
        "env": environment(container, around.user.home),
        "cwd": config.working_dir or "/",
        "capabilities": {
            kind: list(capabilities) for kind in ("bounding", "effective", "permitted")
        },
        "noNewPrivileges": "no-new-privileges" in security_options(host_config),
    }
    profile = security_options(host_config).get("apparmor", "unconfined")
    if profile != "unconfined" and host.abilities.apparmor:
        process["apparmorProfile"] = profile
    if config.tty and host_config.console_size != (0, 0):
        height, width = host_config.console_size
        process["consoleSize"] = {"height": height, "width": width}
    if container.ids is None:
        # With users of its own it may set neither itself; see user_namespaces.set_from_outside.
        process["oomScoreAdj"] = host_config.oom_score_adj
        process["rlimits"] = rlimits(host_config)
    linux: dict[str, object] = {
        "resources": {
            **resources(host_config, host, around.block_devices),
            "devices": device_rules(host_config, around.devices),
        },
        "cgroupsPath": around.cgroup,
        "namespaces": namespaces(around.namespaces),
        "devices": [
            {
                "path": device.path,
                "type": device.type,
                "major": device.major,
                "minor": device.minor,
                "fileMode": device.mode,
                "uid": device.uid,
                "gid": device.gid,
            }
            for device in around.devices
        ],
        "maskedPaths": _paths(host_config.masked_paths, MASKED_PATHS, host_config),
        "readonlyPaths": _paths(host_config.readonly_paths, READONLY_PATHS, host_config),
    }
    if around.namespaces.network is not None or host_config.sysctls:
        linux["sysctl"] = sysctls(
            host_config,
            own_network=around.namespaces.network is not None,
            groups=container.ids.size if container.ids else 1 << 31,
        )
    filter_ = seccomp_filter(host_config, around, capabilities, host)
    if filter_ is not None:
        linux["seccomp"] = filter_
    propagations = {mount.propagation for mount in container.mounts}
    if propagations & {"shared", "rshared"}:
        linux["rootfsPropagation"] = "shared"
    elif propagations & {"slave", "rslave"}:
        linux["rootfsPropagation"] = "slave"
    specification: dict[str, object] = {
        "ociVersion": SPEC_VERSION,
        "process": process,
        "root": {"path": around.root, "readonly": host_config.readonly_rootfs},
        "mounts": mounts(container, around, host, privileged=privileged),
        "linux": linux,
    }
    if around.namespaces.uts is not None and not around.namespaces.uts:
        specification["hostname"] = config.hostname
        if config.domainname:
            specification["domainname"] = config.domainname
    if host_config.annotations:
        specification["annotations"] = dict(host_config.annotations)
    return specification


def rlimits(host_config: HostConfig) -> list[dict[str, object]]:
    """The limits of `--ulimit`, which hold for every process of the container."""
    return [
        {"type": f"RLIMIT_{limit.name.upper()}", "soft": limit.soft, "hard": limit.hard}
        for limit in host_config.ulimits or ()
    ]


INIT_PATH: Final = "/sbin/docker-init"
"""Where the init program appears in the container, as in Docker."""


MOUNT_POINTS: Final = frozenset(
    (
        *("/dev", "/dev/console", "/dev/mqueue", "/dev/pts", "/dev/shm", "/proc", "/sys"),
        *("/etc/hostname", "/etc/hosts", "/etc/resolv.conf", INIT_PATH),
    )
)
"""Where something is mounted in every container, whatever its image has there."""


def user(who: User) -> dict[str, object]:
    return {
        "uid": who.uid,
        "gid": who.gid,
        "additionalGids": list(dict.fromkeys((who.gid, *who.groups))),
    }


def environment(container: Container, home: str) -> list[str]:
    """The container's variables over the ones every container has.

    `home` is always among them: without it the runtime looks it up in the image's /etc/passwd
    itself, and waits for ever when that is a fifo.
    """
    config = container.config
    base = {"PATH": DEFAULT_PATH, "HOSTNAME": config.hostname, "HOME": home}
    if config.tty:
        base["TERM"] = "xterm"
    given = dict(entry.partition("=")[::2] for entry in config.env if "=" in entry)
    return [f"{key}={value}" for key, value in {**base, **given}.items()]


def capability_set(host_config: HostConfig, host: Host) -> tuple[str, ...]:
    """What the container's process may hold. Raises InvalidParameter for an unknown name."""
    added = {capability(name) for name in host_config.cap_add or ()}
    dropped = {capability(name) for name in host_config.cap_drop or ()}
    if host_config.privileged:
        wanted = set(ALL_CAPABILITIES)
    else:
        wanted = set() if "ALL" in dropped else set(DEFAULT_CAPABILITIES)
        if "ALL" in added:
            wanted = set(ALL_CAPABILITIES)
        wanted |= added - {"ALL"}
        wanted -= dropped - {"ALL"}
    return tuple(name for name in ALL_CAPABILITIES if name in wanted & host.capabilities)


def capability(name: str) -> str:
    upper = name.upper()
    if upper == "ALL":
        return upper
    full = upper if upper.startswith("CAP_") else f"CAP_{upper}"
    if full not in ALL_CAPABILITIES:
        raise InvalidParameter(f'unknown capability: "{full}"')
    return full


def security_options(host_config: HostConfig) -> dict[str, str]:
    """`--security-opt` as key to value; a lone key has the value "true".

    Raises InvalidParameter for a key that the engine does not know.
    """
    options = {}
    for option in host_config.security_opt or ():
        separator = "=" if "=" in option else ":"
        key, given, value = option.partition(separator)
        if option == "disable":
            key, given, value = "label", "=", "disable"
        if not given and key != "no-new-privileges":
            raise InvalidParameter(f'invalid --security-opt 1: "{option}"')
        if key == "no-new-privileges":
            if value.lower() not in ("", "true", "false", "1", "0", "t", "f"):
                raise InvalidParameter(f'invalid --security-opt 2: "{option}"')
            if value.lower() in ("false", "0", "f"):
                continue
        elif key not in ("seccomp", "apparmor", "label", "systempaths"):
            raise InvalidParameter(f'invalid --security-opt 2: "{option}"')
        options[key] = value or "true"
    return options


def seccomp_filter(
    host_config: HostConfig, around: Surroundings, capabilities: Sequence[str], host: Host
) -> Mapping[str, object] | None:
    choice = security_options(host_config).get("seccomp", "")
    if choice == "unconfined" or (host_config.privileged and not choice):
        return None
    if around.seccomp is not None:
        return around.seccomp
    return seccomp.default_profile(host.machine, frozenset(capabilities))


def _paths(given: list[str] | None, default: Sequence[str], host_config: HostConfig) -> list[str]:
    if given is not None:
        return given
    unmasked = security_options(host_config).get("systempaths") == "unconfined"
    return [] if host_config.privileged or unmasked else list(default)


def namespaces(chosen: Namespaces) -> list[dict[str, str]]:
    kinds = {
        "user": chosen.user,
        "network": chosen.network,
        "pid": chosen.pid,
        "ipc": chosen.ipc,
        "uts": chosen.uts,
        "cgroup": chosen.cgroup,
    }
    listed = [{"type": "mount"}]
    for kind, path in kinds.items():
        if path is not None:
            listed.append({"type": kind, **({"path": path} if path else {})})
    return listed


def sysctls(host_config: HostConfig, *, own_network: bool, groups: int) -> dict[str, str]:
    """`groups` is how many group ids the container has."""
    values = {}
    if own_network:
        values["net.ipv4.ip_unprivileged_port_start"] = "0"
        values["net.ipv4.ping_group_range"] = f"0 {groups - 1}"
    return {**values, **(host_config.sysctls or {})}


def mounts(
    container: Container, around: Surroundings, host: Host, *, privileged: bool
) -> list[dict[str, object]]:
    host_config = container.host_config
    writable = "rw" if privileged else "ro"
    shm = host_config.shm_size or DEFAULT_SHM
    system = [
        _mount("/proc", "proc", "proc", "nosuid", "noexec", "nodev"),
        _mount("/dev", "tmpfs", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k"),
        _mount(
            *("/dev/pts", "devpts", "devpts", "nosuid", "noexec", "newinstance"),
            *("ptmxmode=0666", "mode=0620", "gid=5"),
        ),
        _mount("/sys", "sysfs", "sysfs", "nosuid", "noexec", "nodev", writable),
        _mount("/sys/fs/cgroup", "cgroup", "cgroup", writable, "nosuid", "noexec", "nodev"),
    ]
    if around.namespaces.ipc is not None:
        system.append(_mount("/dev/mqueue", "mqueue", "mqueue", "nosuid", "noexec", "nodev"))
    if "/dev/shm" in around.files:
        system.append(_mount("/dev/shm", "bind", around.files["/dev/shm"], *_SHARED_MEMORY))
    elif host_config.ipc_mode != "none":
        system.append(
            _mount(
                *("/dev/shm", "tmpfs", "shm", "nosuid", "noexec", "nodev"),
                *("mode=1777", f"size={shm}"),
            )
        )
    if around.namespaces.network is None and around.namespaces.user is not None:
        # Only the users of a network namespace may mount its sysfs; the host's is shown instead.
        system[3] = _mount(
            "/sys", "bind", "/sys", "rbind", "nosuid", "noexec", "nodev", writable, "rslave"
        )
    wanted = {mount.target: mount for mount in container.mounts}
    listed = [entry for entry in system if entry["destination"] not in wanted]
    for target, path in around.files.items():
        if target not in wanted and target != "/dev/shm":
            read_only = ["ro"] if host_config.readonly_rootfs else []
            listed.append(_mount(target, "bind", path, "rbind", "rprivate", *read_only))
    if around.init:
        listed.append(_mount(INIT_PATH, "bind", around.init, "bind", "ro"))
    for target in sorted(wanted, key=lambda path: (path.count("/"), path)):
        listed.append(_user_mount(wanted[target], around.sources))
    return listed


def _user_mount(mount: MountPoint, sources: Mapping[str, str]) -> dict[str, object]:
    if mount.type == "tmpfs":
        options = mount.tmpfs_options.split(",") if mount.tmpfs_options else []
        chosen = ["nosuid", "nodev", "noexec"]
        if "exec" in options:
            chosen.remove("noexec")
        if "dev" in options:
            chosen.remove("nodev")
        if "suid" in options:
            chosen.remove("nosuid")
        rest = [option for option in options if option not in ("exec", "dev", "suid", *chosen)]
        return _mount(mount.target, "tmpfs", "tmpfs", *chosen, *rest)
    recursion = "bind" if mount.non_recursive else "rbind"
    read_only = "ro" if mount.non_recursive or mount.writable_below else "rro"
    return _mount(
        mount.target,
        "bind",
        sources[mount.target],
        recursion,
        mount.propagation or "rprivate",
        "rw" if mount.read_write else read_only,
    )


def _mount(target: str, type_: str, source: str, *options: str) -> dict[str, object]:
    return {"destination": target, "type": type_, "source": source, "options": list(options)}


def device_rules(host_config: HostConfig, devices: Sequence[Device]) -> list[dict[str, object]]:
    """The device control group: everything denied but what is listed."""
    if host_config.privileged:
        return [{"allow": True, "access": "rwm"}]
    rules: list[dict[str, object]] = [{"allow": False, "access": "rwm"}]
    for major, minor in _DEVICES:
        rules.append(_rule("c", major, minor, "rwm"))
    rules.append({"allow": True, "type": "c", "major": 136, "access": "rwm"})
    rules += [_rule(device.type, device.major, device.minor, device.access) for device in devices]
    for text in host_config.device_cgroup_rules or ():
        rules.append(parse_device_rule(text))
    return rules


def _rule(type_: str, major: int, minor: int, access: str) -> dict[str, object]:
    return {"allow": True, "type": type_, "major": major, "minor": minor, "access": access}


def parse_device_rule(text: str) -> dict[str, object]:
    """`--device-cgroup-rule` "c 42:* rmw". Raises InvalidParameter."""
    fields = text.split()
    major, colon, minor = fields[1].partition(":") if len(fields) == 3 else ("", "", "")
    numbers = all(part == "*" or part.isdecimal() for part in (major, minor))
    if not (colon and numbers and fields[0] in ("a", "b", "c") and set(fields[2]) <= set("rwm")):
        raise InvalidParameter(f"invalid device cgroup rule format: '{text}'")
    rule: dict[str, object] = {"allow": True, "type": fields[0], "access": fields[2]}
    if major != "*":
        rule["major"] = int(major)
    if minor != "*":
        rule["minor"] = int(minor)
    return rule


def resources(
    host_config: HostConfig, host: Host, block_devices: Mapping[str, tuple[int, int]]
) -> dict[str, object]:
    """OCI linux.resources without the devices."""
    memory: dict[str, object] = {}
    if host_config.memory > 0:
        memory["limit"] = host_config.memory
        if host.abilities.swap:
            memory["swap"] = host_config.memory_swap or 2 * host_config.memory
    if host_config.memory_reservation > 0:
        memory["reservation"] = host_config.memory_reservation
    if host_config.kernel_memory_tcp:
        memory["kernelTCP"] = host_config.kernel_memory_tcp
    if host_config.oom_kill_disable and host.cgroup_version == 1:
        memory["disableOOMKiller"] = True
    swappiness = host_config.memory_swappiness
    if swappiness is not None and swappiness >= 0 and host.cgroup_version == 1:
        memory["swappiness"] = swappiness
    cpu: dict[str, object] = {}
    if host_config.cpu_shares > 0:
        cpu["shares"] = host_config.cpu_shares
    if host_config.nano_cpus > 0:
        cpu["period"] = CPU_PERIOD
        cpu["quota"] = host_config.nano_cpus * CPU_PERIOD // 10**9
    if host_config.cpu_period > 0:
        cpu["period"] = host_config.cpu_period
    if host_config.cpu_quota:
        cpu["quota"] = host_config.cpu_quota
    if host_config.cpuset_cpus:
        cpu["cpus"] = host_config.cpuset_cpus
    if host_config.cpuset_mems:
        cpu["mems"] = host_config.cpuset_mems
    if host_config.cpu_realtime_period:
        cpu["realtimePeriod"] = host_config.cpu_realtime_period
    if host_config.cpu_realtime_runtime:
        cpu["realtimeRuntime"] = host_config.cpu_realtime_runtime
    limits: dict[str, object] = {}
    if memory:
        limits["memory"] = memory
    if cpu:
        limits["cpu"] = cpu
    # Clients send 0 for "not said", so "no limit" is -1 only.
    pids = host_config.pids_limit or DEFAULT_PIDS
    if pids > 0:
        limits["pids"] = {"limit": pids}
    block = _block_io(host_config, block_devices)
    if block:
        limits["blockIO"] = block
    return limits


def _block_io(host_config: HostConfig, numbers: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    def throttle(entries: Sequence[ThrottleDevice]) -> list[dict[str, int]]:
        listed = []
        for entry in entries:
            major, minor = numbers[entry.path]
            listed.append({"major": major, "minor": minor, "rate": entry.rate})
        return listed

    block: dict[str, object] = {}
    if host_config.blkio_weight:
        block["weight"] = host_config.blkio_weight
    for key, entries in (
        ("throttleReadBpsDevice", host_config.blkio_device_read_bps),
        ("throttleWriteBpsDevice", host_config.blkio_device_write_bps),
        ("throttleReadIOPSDevice", host_config.blkio_device_read_i_ops),
        ("throttleWriteIOPSDevice", host_config.blkio_device_write_i_ops),
    ):
        if entries:
            block[key] = throttle(entries)
    if host_config.blkio_weight_device:
        block["weightDevice"] = [
            {"major": numbers[e.path][0], "minor": numbers[e.path][1], "weight": e.weight}
            for e in host_config.blkio_weight_device
        ]
    return block
