"""What `docker run` is asked for, as a value: from a command line, to the API, and back.

    spec = parse_run(["-p", "8080:80", "nginx"])   # run_command
    body = create_body(spec)                       # run_body, for POST /containers/create
    command_words(spec)                            # run_command: ["-p", "8080:80", "nginx"]

`parse_run(command_words(spec)) == spec` for every spec that parse_run can give. Nothing there reads
files or the environment by itself: `Surroundings` brings them. Errors are FlagError (a flag that
cannot be read) and RunSpecError (flags that do not fit together), both in docker's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec


class RunSpecError(ValueError):
    """Flags that do not fit together, or that this client refuses; the message is docker's."""


def _no_files(path: str) -> str:
    raise FileNotFoundError(2, "no such file or directory", path)


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What a command line refers to outside itself."""

    environ: Mapping[str, str] = {}  # for `-e NAME`
    directory: str = "/"  # absolute, for `-v ./here:/there`; empty leaves such paths as they are
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
