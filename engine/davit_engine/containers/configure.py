"""From a client's request and an image to the configuration that a container keeps (pure).

What the request leaves out comes from the image, as `docker create` documents; what cannot work is
refused here, with Docker's words where it has some, before anything is made.
"""

import re
from collections.abc import Mapping
from typing import Final

import msgspec

from davit_engine.containers import logging_options, spec
from davit_engine.containers.model import (
    Config,
    HealthConfig,
    HostConfig,
    PortBinding,
    RestartPolicy,
)
from davit_engine.errors import InvalidParameter

_HOSTNAME: Final = re.compile(r"[a-zA-Z0-9]([a-zA-Z0-9_.-]{0,62})")
_PORT: Final = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?(?:/(tcp|udp|sctp))?")


def words(value: list[str] | str | None) -> list[str] | None:
    """A command given as a list, or as one string meant as a single word."""
    if value is None:
        return None
    return [value] if isinstance(value, str) else list(value)


class ImageDefaults(msgspec.Struct, frozen=True, kw_only=True):
    """What an image says about running it."""

    env: tuple[str, ...] = ()
    cmd: tuple[str, ...] | None = None
    entrypoint: tuple[str, ...] | None = None
    working_dir: str = ""
    user: str = ""
    exposed_ports: tuple[str, ...] = ()
    volumes: tuple[str, ...] = ()
    labels: Mapping[str, str] = {}
    stop_signal: str = ""
    healthcheck: HealthConfig | None = None
    shell: tuple[str, ...] | None = None
    on_build: tuple[str, ...] | None = None


def merge(request: Config, image: ImageDefaults, host_name: str, host_config: HostConfig) -> Config:
    """The container's own configuration; `host_name` is for one that asks for none.

    Raises InvalidParameter.
    """
    entrypoint, cmd = words(request.entrypoint), words(request.cmd)
    if entrypoint is None:
        entrypoint = list(image.entrypoint) if image.entrypoint is not None else None
        if cmd is None and image.cmd is not None:
            cmd = list(image.cmd)
    elif entrypoint == [""]:
        entrypoint = None
    if not (entrypoint or cmd):
        raise InvalidParameter("no command specified")
    exposed: dict[str, dict[str, object]] = {}
    for port in (*request.exposed_ports, *image.exposed_ports, *host_config.port_bindings):
        exposed |= {f"{number}/{protocol}": {} for number, protocol in parse_port(port)}
    volumes: dict[str, dict[str, object]] = {target: {} for target in image.volumes}
    merged = msgspec.structs.replace(
        request,
        hostname=request.hostname or host_name,
        user=request.user or image.user,
        exposed_ports=exposed,
        env=_environment(image.env, request.env),
        cmd=cmd,
        entrypoint=entrypoint,
        volumes=volumes | request.volumes,
        working_dir=request.working_dir or image.working_dir,
        labels={**image.labels, **request.labels},
        stop_signal=request.stop_signal or image.stop_signal,
        healthcheck=_healthcheck(request.healthcheck, image.healthcheck),
        shell=request.shell or (list(image.shell) if image.shell else None),
        on_build=request.on_build or (list(image.on_build) if image.on_build else None),
    )
    if merged.working_dir and not merged.working_dir.startswith("/"):
        raise InvalidParameter(
            f"the working directory '{merged.working_dir}' is invalid, it needs to be an "
            "absolute path"
        )
    check_config(merged)
    return merged


def command(config: Config) -> tuple[str, tuple[str, ...]]:
    """Program and arguments of a merged configuration."""
    path, *arguments = (words(config.entrypoint) or []) + (words(config.cmd) or [])
    return path, tuple(arguments)


def _environment(image: tuple[str, ...], request: list[str]) -> list[str]:
    """The request's variables first, then the image's that it does not name, as Docker orders."""
    named = {entry.partition("=")[0] for entry in request}
    return list(request) + [entry for entry in image if entry.partition("=")[0] not in named]


def _healthcheck(request: HealthConfig | None, image: HealthConfig | None) -> HealthConfig | None:
    if request is None or image is None:
        return request or image
    return HealthConfig(
        test=request.test or image.test,
        interval=request.interval or image.interval,
        timeout=request.timeout or image.timeout,
        start_period=request.start_period or image.start_period,
        start_interval=request.start_interval or image.start_interval,
        retries=request.retries or image.retries,
    )


def parse_port(text: str) -> list[tuple[int, str]]:
    """`80`, `80/tcp` or `8000-8010/udp` as (port, protocol). Raises InvalidParameter."""
    match = re.fullmatch(_PORT, text)
    if match:
        first = int(match[1])
        last = int(match[2] or match[1])
        if 0 < first <= last < 65536:
            return [(port, match[3] or "tcp") for port in range(first, last + 1)]
    raise InvalidParameter(f"invalid port specification: {text!r}")


def check_config(config: Config) -> None:
    """Refuse what no container can have. Raises InvalidParameter."""
    if config.hostname and not re.fullmatch(_HOSTNAME, config.hostname):
        raise InvalidParameter(f"invalid hostname format: {config.hostname}")
    for entry in config.env:
        if not entry.partition("=")[0]:
            raise InvalidParameter(f"invalid environment variable: {entry}")
    everything = [
        *config.env,
        *(words(config.cmd) or ()),
        *(words(config.entrypoint) or ()),
        config.user,
        config.working_dir,
        *config.volumes,
    ]
    for text in everything:
        if "\0" in text:
            raise InvalidParameter(
                f"a NUL character is not allowed in a command, path or variable: {text!r}"
            )
    if config.stop_signal:
        parse_signal(config.stop_signal)
    if config.stop_timeout is not None and config.stop_timeout < -1:
        raise InvalidParameter(f"invalid stop timeout {config.stop_timeout}: use seconds, or -1")
    health = config.healthcheck
    if health is not None:
        _check_health(health)


def _check_health(health: HealthConfig) -> None:
    if health.test and health.test[0] not in ("NONE", "CMD", "CMD-SHELL"):
        raise InvalidParameter(f"Unknown healthcheck type {health.test[0]!r} (expected 'CMD')")
    for name in ("interval", "timeout", "start_period", "start_interval"):
        value = getattr(health, name)
        if value < 0 or 0 < value < 10**6:
            label = name.title().replace("_", "")
            raise InvalidParameter(f"{label} in Healthcheck cannot be less than 1ms")
    if health.retries < 0:
        raise InvalidParameter("Retries in Healthcheck cannot be negative")


_SIGNALS: Final = {
    name: number
    for number, name in enumerate(
        [
            "HUP",
            "INT",
            "QUIT",
            "ILL",
            "TRAP",
            "ABRT",
            "BUS",
            "FPE",
            "KILL",
            "USR1",
            "SEGV",
            "USR2",
            "PIPE",
            "ALRM",
            "TERM",
            "STKFLT",
            "CHLD",
            "CONT",
            "STOP",
            "TSTP",
            "TTIN",
            "TTOU",
            "URG",
            "XCPU",
            "XFSZ",
            "VTALRM",
            "PROF",
            "WINCH",
            "IO",
            "PWR",
            "SYS",
        ],
        start=1,
    )
}


def parse_signal(text: str) -> int:
    """The number of a signal given as TERM, SIGTERM, RTMIN+3 or 15. Raises InvalidParameter."""
    name = text.upper().removeprefix("SIG")
    if name.isdecimal() and 0 < int(name) <= 64:
        return int(name)
    if name in _SIGNALS:
        return _SIGNALS[name]
    realtime = re.fullmatch(r"RTM(IN\+?|AX-?)(\d{0,2})", name)
    if realtime:
        offset = int(realtime[2] or 0)
        number = 34 + offset if realtime[1].startswith("IN") else 64 - offset
        if 34 <= number <= 64:
            return number
    raise InvalidParameter(f"invalid signal: {text}")


def check_host_config(host_config: HostConfig, host: spec.Host) -> HostConfig:
    """Refuse what no container can have, and fill in what Docker shows for "not said".

    Limits are looked at by `limits.check`, before. Raises InvalidParameter.
    """
    if host_config.cgroup:
        raise InvalidParameter(
            f"invalid cgroup specification: {host_config.cgroup!r}; name a group above the "
            "container's with CgroupParent"
        )
    if "" in (host_config.annotations or {}):
        raise InvalidParameter(
            "invalid Annotations: the empty string is not permitted as an annotation key"
        )
    spec.security_options(host_config)
    for field, names in (("CapAdd", host_config.cap_add), ("CapDrop", host_config.cap_drop)):
        for name in names or ():
            try:
                spec.capability(name)
            except InvalidParameter as error:
                raise InvalidParameter(f"invalid {field}: {error}") from error
    if host_config.shm_size < 0:
        raise InvalidParameter("SHM size can not be less than 0")
    if not -1000 <= host_config.oom_score_adj <= 1000:
        raise InvalidParameter(
            f"Invalid value {host_config.oom_score_adj}, range for oom score adj is [-1000, 1000]"
        )
    _check_restart(host_config)
    logging_options.check(host_config.log_config)
    _check_modes(host_config, host)
    for rule in host_config.device_cgroup_rules or ():
        spec.parse_device_rule(rule)
    for limit in host_config.ulimits or ():
        if limit.name not in _ULIMITS:
            raise InvalidParameter(f"invalid ulimit type: {limit.name}")
        if limit.hard >= 0 and not 0 <= limit.soft <= limit.hard:
            raise InvalidParameter(
                f"ulimit soft limit must be less than or equal to hard limit: "
                f"{limit.soft} > {limit.hard}"
            )
    bindings = port_bindings(host_config.port_bindings)
    return msgspec.structs.replace(
        host_config,
        port_bindings=bindings,
        network_mode=_network_mode(host_config.network_mode),
        restart_policy=host_config.restart_policy
        if host_config.restart_policy.name
        else RestartPolicy(name="no"),
        shm_size=host_config.shm_size or spec.DEFAULT_SHM,
        ipc_mode=host_config.ipc_mode or "private",
        cgroupns_mode=host_config.cgroupns_mode or _cgroup_namespace(host),
        runtime=host_config.runtime or host.runtimes[0],
        masked_paths=host_config.masked_paths
        if host_config.masked_paths is not None
        else ([] if host_config.privileged else list(spec.MASKED_PATHS)),
        readonly_paths=host_config.readonly_paths
        if host_config.readonly_paths is not None
        else ([] if host_config.privileged else list(spec.READONLY_PATHS)),
    )


def _cgroup_namespace(host: spec.Host) -> str:
    return "private" if host.cgroup_version == 2 else "host"


_ULIMITS: Final = frozenset(
    [
        "core",
        "cpu",
        "data",
        "fsize",
        "locks",
        "memlock",
        "msgqueue",
        "nice",
        "nofile",
        "nproc",
        "rss",
        "rtprio",
        "rttime",
        "sigpending",
        "stack",
    ]
)


def _network_mode(mode: str) -> str:
    return "bridge" if mode in ("", "default") else mode


def _check_restart(host_config: HostConfig) -> None:
    policy = host_config.restart_policy
    if policy.name not in ("", "no", "always", "unless-stopped", "on-failure"):
        raise InvalidParameter(
            f"invalid restart policy: unknown policy '{policy.name}'; use one of 'no', 'always', "
            "'on-failure', or 'unless-stopped'"
        )
    if policy.maximum_retry_count and policy.name != "on-failure":
        raise InvalidParameter(
            "invalid restart policy: maximum retry count can only be used with 'on-failure'"
        )
    if policy.maximum_retry_count < 0:
        raise InvalidParameter("invalid restart policy: maximum retry count cannot be negative")
    if host_config.auto_remove and policy.name not in ("", "no"):
        raise InvalidParameter("can't create 'AutoRemove' container with restart policy")


def warnings(host_config: HostConfig, host: spec.Host) -> list[str]:
    """What is kept, but without effect on this host."""
    said = []
    if host_config.network_mode == "host" and host_config.port_bindings:
        said.append("Published ports are discarded when using host network mode")
    options = spec.security_options(host_config)
    if options.get("apparmor", "unconfined") != "unconfined" and not host.abilities.apparmor:
        said.append("Your kernel does not support AppArmor. AppArmor profile discarded.")
    if options.get("label", "disable") != "disable":
        lacking = "This engine sets no SELinux labels"
        if not host.abilities.selinux:
            lacking = "Your kernel does not support SELinux"
        said.append(f"{lacking}. Security labels discarded.")
    if host_config.log_config.config.get("compress") == "true":
        said.append("Rotated logs are kept uncompressed. Log option compress discarded.")
    return said


def _check_modes(host_config: HostConfig, host: spec.Host) -> None:
    for label, mode in (("pid", host_config.pid_mode), ("IPC", host_config.ipc_mode)):
        allowed = ("", "host", "private", "shareable", "none") if label == "IPC" else ("", "host")
        if mode not in allowed and not re.fullmatch(r"container:.+", mode):
            raise InvalidParameter(f"invalid {label} mode: {mode}")
    if host_config.uts_mode not in ("", "host"):
        raise InvalidParameter(f"invalid UTS mode: {host_config.uts_mode}")
    if host_config.cgroupns_mode not in ("", "host", "private"):
        raise InvalidParameter(f"invalid cgroup namespace mode: {host_config.cgroupns_mode}")
    if host_config.runtime and host_config.runtime not in host.runtimes:
        raise InvalidParameter(f"unknown or invalid runtime name: {host_config.runtime}")
    if host_config.isolation not in ("", "default"):
        raise InvalidParameter(f"invalid isolation '{host_config.isolation}' on linux")
    for request in host_config.device_requests or ():
        wanted = ", ".join(word for group in request.capabilities for word in group)
        if request.driver == "cdi":
            raise InvalidParameter(
                "could not select device driver 'cdi': this engine takes no CDI devices; give "
                f"{', '.join(request.device_ids) or 'them'} as device nodes"
            )
        raise InvalidParameter(
            f"could not select device driver {request.driver!r} with capabilities: [[{wanted}]]"
        )
    if host_config.storage_opt:
        raise InvalidParameter(
            "--storage-opt is supported only for overlay over xfs with 'pquota' mount option"
        )


def port_bindings(asked: Mapping[str, list[PortBinding]]) -> dict[str, list[PortBinding]]:
    """Published ports with one container port a key. Raises InvalidParameter."""
    bindings: dict[str, list[PortBinding]] = {}
    for key, chosen in asked.items():
        ports = parse_port(key)
        for number, protocol in ports:
            for binding in chosen or [PortBinding()]:
                host_ports(binding)
                bindings.setdefault(f"{number}/{protocol}", []).append(binding)
    return bindings


def host_ports(binding: PortBinding) -> tuple[int, ...]:
    """The candidates for a host port, none for "any". Raises InvalidParameter."""
    if not binding.host_port or binding.host_port == "0":
        return ()
    try:
        return tuple(port for port, _ in parse_port(binding.host_port))
    except InvalidParameter as error:
        raise InvalidParameter(f'invalid port specification: "{binding.host_port}"') from error


def published_all(config: Config, bindings: Mapping[str, list[PortBinding]]) -> list[str]:
    """The exposed ports that `-P` adds to the bindings."""
    return [port for port in config.exposed_ports if port not in bindings]
