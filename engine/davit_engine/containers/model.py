"""Container, its configuration and its state, as frozen records (pure).

Config, HostConfig and what they hold keep Docker's own field names in their JSON form (Engine API
v1.45, definitions ContainerConfig and HostConfig): they are stored and shown as the client gave
them, after the checks. A null from a client is dropped before decoding and means "not given".
"""

from typing import Final, Literal

import msgspec

from davit_engine.id_ranges import IdRange

FOR_CLIENTS: Final = frozenset(("args_escaped", "container_id_file"))
"""Fields that the engine only keeps and shows: they mean something to whoever sent them."""


class _Wire(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """Docker's JSON: PascalCase keys."""


class HealthConfig(_Wire, frozen=True):
    test: list[str] = msgspec.field(default_factory=list)
    interval: int = 0
    """Nanoseconds, as all times here; 0 inherits."""
    timeout: int = 0
    start_period: int = 0
    start_interval: int = 0
    retries: int = 0


class Config(_Wire, frozen=True):
    """What runs: independent of the host."""

    hostname: str = ""
    domainname: str = ""
    user: str = ""
    attach_stdin: bool = False
    attach_stdout: bool = False
    attach_stderr: bool = False
    exposed_ports: dict[str, dict[str, object]] = msgspec.field(default_factory=dict)
    tty: bool = False
    open_stdin: bool = False
    stdin_once: bool = False
    env: list[str] = msgspec.field(default_factory=list)
    cmd: list[str] | str | None = None
    healthcheck: HealthConfig | None = None
    args_escaped: bool = False
    image: str = ""
    volumes: dict[str, dict[str, object]] = msgspec.field(default_factory=dict)
    working_dir: str = ""
    entrypoint: list[str] | str | None = None
    network_disabled: bool = False
    mac_address: str = ""
    on_build: list[str] | None = None
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    stop_signal: str = ""
    stop_timeout: int | None = None
    shell: list[str] | None = None


class PortBinding(_Wire, frozen=True):
    host_ip: str = ""
    host_port: str = ""
    """One port, a range "8000-8010", or empty for any free port."""


class RestartPolicy(_Wire, frozen=True):
    name: str = ""
    """"" and no, always, unless-stopped, on-failure."""
    maximum_retry_count: int = 0


class LogConfig(_Wire, frozen=True):
    type: str = ""
    config: dict[str, str] = msgspec.field(default_factory=dict)


class DeviceMapping(_Wire, frozen=True):
    path_on_host: str = ""
    path_in_container: str = ""
    cgroup_permissions: str = "rwm"


class DeviceRequest(_Wire, frozen=True):
    driver: str = ""
    count: int = 0
    device_ids: list[str] = msgspec.field(default_factory=list, name="DeviceIDs")
    capabilities: list[list[str]] = msgspec.field(default_factory=list)
    options: dict[str, str] = msgspec.field(default_factory=dict)


class Ulimit(_Wire, frozen=True):
    name: str = ""
    soft: int = 0
    hard: int = 0


class WeightDevice(_Wire, frozen=True):
    path: str = ""
    weight: int = 0


class ThrottleDevice(_Wire, frozen=True):
    path: str = ""
    rate: int = 0


class BindOptions(_Wire, frozen=True):
    propagation: str = ""
    non_recursive: bool = False
    create_mountpoint: bool = False
    read_only_non_recursive: bool = False
    read_only_force_recursive: bool = False


class DriverConfig(_Wire, frozen=True):
    name: str = ""
    options: dict[str, str] = msgspec.field(default_factory=dict)


class VolumeOptions(_Wire, frozen=True):
    no_copy: bool = False
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    driver_config: DriverConfig | None = None
    subpath: str = ""


class TmpfsOptions(_Wire, frozen=True):
    size_bytes: int = 0
    mode: int = 0


class ImageOptions(_Wire, frozen=True):
    subpath: str = ""


class Mount(_Wire, frozen=True):
    """A mount as asked for with `--mount`."""

    type: str = ""
    """bind, volume, tmpfs or image."""
    source: str = ""
    target: str = ""
    read_only: bool = False
    consistency: str = ""
    bind_options: BindOptions | None = None
    volume_options: VolumeOptions | None = None
    image_options: ImageOptions | None = None
    tmpfs_options: TmpfsOptions | None = None


class HostConfig(_Wire, frozen=True):
    """How and where it runs: depends on the host."""

    binds: list[str] | None = None
    container_id_file: str = msgspec.field(default="", name="ContainerIDFile")
    log_config: LogConfig = LogConfig()
    network_mode: str = "default"
    port_bindings: dict[str, list[PortBinding]] = msgspec.field(default_factory=dict)
    restart_policy: RestartPolicy = RestartPolicy()
    auto_remove: bool = False
    volume_driver: str = ""
    volumes_from: list[str] | None = None
    console_size: tuple[int, int] = (0, 0)
    """Height and width in characters."""
    annotations: dict[str, str] | None = None
    cap_add: list[str] | None = None
    cap_drop: list[str] | None = None
    cgroupns_mode: str = ""
    dns: list[str] = msgspec.field(default_factory=list)
    dns_options: list[str] = msgspec.field(default_factory=list)
    dns_search: list[str] = msgspec.field(default_factory=list)
    extra_hosts: list[str] | None = None
    group_add: list[str] | None = None
    ipc_mode: str = ""
    cgroup: str = ""
    links: list[str] | None = None
    oom_score_adj: int = 0
    pid_mode: str = ""
    privileged: bool = False
    publish_all_ports: bool = False
    readonly_rootfs: bool = False
    security_opt: list[str] | None = None
    storage_opt: dict[str, str] | None = None
    tmpfs: dict[str, str] | None = None
    uts_mode: str = msgspec.field(default="", name="UTSMode")
    userns_mode: str = ""
    shm_size: int = 0
    """Bytes; 0 means 64 MiB."""
    sysctls: dict[str, str] | None = None
    runtime: str = ""
    isolation: str = ""
    cpu_shares: int = 0
    memory: int = 0
    """Bytes; 0 means no limit."""
    nano_cpus: int = 0
    cgroup_parent: str = ""
    blkio_weight: int = 0
    blkio_weight_device: list[WeightDevice] = msgspec.field(default_factory=list)
    blkio_device_read_bps: list[ThrottleDevice] = msgspec.field(default_factory=list)
    blkio_device_write_bps: list[ThrottleDevice] = msgspec.field(default_factory=list)
    blkio_device_read_i_ops: list[ThrottleDevice] = msgspec.field(
        default_factory=list, name="BlkioDeviceReadIOps"
    )
    blkio_device_write_i_ops: list[ThrottleDevice] = msgspec.field(
        default_factory=list, name="BlkioDeviceWriteIOps"
    )
    cpu_period: int = 0
    """Microseconds."""
    cpu_quota: int = 0
    """Microseconds per period; 0 means no limit."""
    cpu_realtime_period: int = 0
    cpu_realtime_runtime: int = 0
    cpuset_cpus: str = ""
    cpuset_mems: str = ""
    devices: list[DeviceMapping] = msgspec.field(default_factory=list)
    device_cgroup_rules: list[str] | None = None
    device_requests: list[DeviceRequest] | None = None
    kernel_memory: int | None = None
    """Of clients older than API 1.42; never in force."""
    kernel_memory_tcp: int | None = msgspec.field(default=None, name="KernelMemoryTCP")
    memory_reservation: int = 0
    memory_swap: int = 0
    """Memory plus swap in bytes; -1 means unlimited swap, 0 twice the memory limit."""
    memory_swappiness: int | None = None
    oom_kill_disable: bool | None = None
    pids_limit: int | None = None
    """None and 0 mean the engine's default; -1 no limit."""
    ulimits: list[Ulimit] | None = None
    cpu_count: int = 0
    cpu_percent: int = 0
    io_maximum_i_ops: int = msgspec.field(default=0, name="IOMaximumIOps")
    io_maximum_bandwidth: int = msgspec.field(default=0, name="IOMaximumBandwidth")
    mounts: list[Mount] | None = None
    masked_paths: list[str] | None = None
    """None means the engine's list, an empty list none at all."""
    readonly_paths: list[str] | None = None
    init: bool | None = None


class IPAMConfig(msgspec.Struct, frozen=True, kw_only=True):
    ipv4_address: str = msgspec.field(default="", name="IPv4Address")
    ipv6_address: str = msgspec.field(default="", name="IPv6Address")
    link_local_ips: list[str] = msgspec.field(default_factory=list, name="LinkLocalIPs")


class EndpointConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What a client asks for on one network (the writable half of Docker's EndpointSettings)."""

    ipam_config: IPAMConfig | None = msgspec.field(default=None, name="IPAMConfig")
    links: list[str] | None = msgspec.field(default=None, name="Links")
    aliases: list[str] | None = msgspec.field(default=None, name="Aliases")
    mac_address: str = msgspec.field(default="", name="MacAddress")
    driver_opts: dict[str, str] | None = msgspec.field(default=None, name="DriverOpts")


class PortMapping(msgspec.Struct, frozen=True, kw_only=True):
    """One published port that is, or was last, in force."""

    container_port: int
    protocol: Literal["tcp", "udp", "sctp"]
    host_ip: str
    host_port: int
    guest_port: int = 0
    """In a virtual machine: where what the host carries arrives on the machine's own address."""


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A container's place on one network. Addresses are empty while it does not run."""

    network_id: str
    network_name: str
    config: EndpointConfig = EndpointConfig()
    endpoint_id: str = ""
    ipv4: str = ""
    """Address with prefix length, as 172.17.0.2/16."""
    ipv4_gateway: str = ""
    ipv6: str = ""
    ipv6_gateway: str = ""
    mac_address: str = ""
    interface: str = ""
    """Name inside the container, as eth0."""
    dns_names: tuple[str, ...] = ()


class MountPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One mount of a container, resolved: what binds, mounts, tmpfs and volumes-from became."""

    type: Literal["bind", "volume", "tmpfs", "image"]
    name: str = ""
    """Volume name; empty for others."""
    source: str = ""
    """Path on the host, or the image as it was named; empty for tmpfs."""
    image_id: str = ""
    layers: tuple[str, ...] = ()
    """Diff ids of the image's layers, lowest first."""
    target: str
    driver: str = ""
    mode: str = ""
    """What stood behind the last colon of `-v`."""
    read_write: bool = True
    propagation: str = ""
    copy_up: bool = False
    """Whether an empty volume takes the image's files at first start."""
    anonymous: bool = False
    non_recursive: bool = False
    writable_below: bool = False
    """Whether a read-only mount leaves the mounts below it as they are."""
    create_source: bool = False
    """Whether a missing bind source is made (`-v` does, `--mount` does not)."""
    subpath: str = ""
    tmpfs_options: str = ""
    """Options of a tmpfs mount, as size=64m,mode=1777."""


class HealthLog(msgspec.Struct, frozen=True, kw_only=True):
    start_ns: int
    end_ns: int
    exit_code: int
    output: str


class Health(msgspec.Struct, frozen=True, kw_only=True):
    status: str = "starting"
    failing_streak: int = 0
    log: tuple[HealthLog, ...] = ()


Status = Literal["created", "running", "paused", "restarting", "removing", "exited", "dead"]


class ProcessIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """A process named so that a recycled pid is not mistaken for it."""

    pid: int
    start_time: int
    """Field 22 of /proc/PID/stat, clock ticks since boot."""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the process. Times are nanoseconds since the epoch, 0 for never."""

    status: Status = "created"
    process: ProcessIdentity | None = None
    """The container's first process while it runs."""
    shim: ProcessIdentity | None = None
    boot_id: str = ""
    """The boot during which `process` and `shim` are meant."""
    exit_code: int = 0
    error: str = ""
    oom_killed: bool = False
    started_ns: int = 0
    finished_ns: int = 0
    restart_count: int = 0
    manually_stopped: bool = False
    """Stopped by a client: restart policies leave it alone."""
    health: Health | None = None
    paused_by_commit: bool = False
    """Paused only while it is committed: a daemon that finds it so lets it go on."""


class Container(msgspec.Struct, frozen=True, kw_only=True):
    """One container. Replaced, never edited; `containers.service` holds the present one."""

    id: str
    """64 hexadecimal digits. Never changes."""
    name: str
    """Without the leading slash. Unique. Changed by rename."""
    created_ns: int
    image_id: str
    """sha256:… of the image configuration."""
    layers: tuple[str, ...]
    """Diff ids of the image's layers, lowest first: kept alive by this container."""
    path: str
    args: tuple[str, ...]
    config: Config
    host_config: HostConfig
    mounts: tuple[MountPoint, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    ports: tuple[PortMapping, ...] = ()
    """Published ports while it runs."""
    platform: str = "linux"
    state: State = State()
    ids: IdRange | None = None
    """The user and group ids of its own user namespace; None in the host's."""
