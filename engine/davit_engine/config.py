"""Settings read once at start, and the name of every file and folder the daemon uses."""

import hashlib
import ipaddress
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter
from davit_engine.id_ranges import parse_pool

API_VERSION: Final = "1.45"
MIN_API_VERSION: Final = "1.24"
DEFAULT_SOCKET: Final = "unix:///run/davit/engine.sock"


class AddressPool(msgspec.Struct, frozen=True, kw_only=True):
    """A range from which subnets of `size` bits are taken for new networks."""

    base: str
    size: int


class RuntimeProgram(msgspec.Struct, frozen=True, kw_only=True):
    """An OCI runtime beside the usual one, as in dockerd's `runtimes`."""

    path: str
    runtime_args: tuple[str, ...] = msgspec.field(default=(), name="runtimeArgs")


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """What the daemon was told; spelt as in dockerd's daemon.json with dashes for underscores."""

    hosts: tuple[str, ...] = (DEFAULT_SOCKET,)
    data_root: Path = Path("/var/lib/davit")
    exec_root: Path = Path("/run/davit")
    pidfile: Path = Path("/run/davit/engine.pid")
    group: str = "davit"
    gate: str = ""
    """ADDRESS:PORT of the gate (api/gate.py); empty opens none."""
    gate_key: Path | None = None
    """File with the gate's key; needed with `gate`."""
    tls: bool = False
    """As dockerd's; refused without `tlsverify`."""
    tlsverify: bool = False
    """TCP is for clients with a certificate that `tlscacert` signed."""
    tlscacert: Path | None = None
    tlscert: Path | None = None
    tlskey: Path | None = None
    host_channel: Path | None = None
    """In a virtual machine: the port or socket through which its host opens ports and shares
    folders. None: ports and folders are this machine's own."""
    host_gateway_ip: str = ""
    """What `host-gateway` and host.docker.internal mean; empty takes the network's gateway."""
    live_restore: bool = True
    """Whether containers run on while the daemon is stopped."""
    debug: bool = False
    bridge: str = ""
    """Name of the default bridge; empty chooses davit0, or a name of its own beside others."""
    bip: str = ""
    """Address of the default bridge with prefix length; empty takes one from the pools."""
    default_address_pools: tuple[AddressPool, ...] = (
        AddressPool(base="172.17.0.0/12", size=16),
        AddressPool(base="192.168.0.0/16", size=20),
    )
    ip: str = "127.0.0.1"
    """Host address for published ports when `-p` names none."""
    dns: tuple[str, ...] = ()
    dns_search: tuple[str, ...] = ()
    insecure_registries: tuple[str, ...] = ()
    """Host[:port] or CIDR; loopback is always among them, as in Docker."""
    registry_mirrors: tuple[str, ...] = ()
    """Base URLs tried before Docker Hub."""
    certs_dir: Path = Path("/etc/davit/certs.d")
    """Folders HOST[:PORT] with ca.crt, client.cert and client.key, as Docker's certs.d."""
    cgroup_parent: str = ""
    """Parent cgroup of containers; empty chooses /davit, or a name of its own beside others."""
    userns_remap: str = ""
    """auto: containers have users of their own unless they say `--userns=host`. Empty: the other
    way round."""
    userns_range: str = "1879048192:268304384"
    """START:COUNT of the ids that such containers get theirs from. Between what systemd gives to
    containers and to foreign files, and below 2^31, where some programs take ids for negative."""
    runtime: str = "crun"
    """Name or path of the OCI runtime."""
    runtimes: dict[str, RuntimeProgram] = msgspec.field(default_factory=dict)
    """More OCI runtimes by the name that `--runtime` chooses; crun and runc need not be named."""
    conmon: str = "conmon"
    mkfs_erofs: str = "mkfs.erofs"
    snapshotter: str = "auto"
    """auto, erofs or directory."""
    max_concurrent_downloads: int = 4
    max_concurrent_uploads: int = 4
    labels: tuple[str, ...] = ()
    log_driver: str = "json-file"
    """Of containers that name none."""
    log_opts: dict[str, str] = msgspec.field(default_factory=dict)
    """Options of that driver for containers that do not give them."""
    shutdown_timeout: int = 15

    @property
    def instance(self) -> str:
        """Empty for the usual daemon; six hex digits where several run side by side."""
        if self.exec_root == Path("/run/davit"):
            return ""
        return hashlib.sha256(str(self.exec_root).encode()).hexdigest()[:6]

    @property
    def bridge_name(self) -> str:
        return self.bridge or (f"dv{self.instance}-0" if self.instance else "davit0")

    @property
    def nft_table(self) -> str:
        return f"davit_{self.instance}" if self.instance else "davit"

    @property
    def containers_cgroup(self) -> str:
        return self.cgroup_parent or (f"/davit-{self.instance}" if self.instance else "/davit")

    @property
    def paths(self) -> "Paths":
        return Paths(data=self.data_root, exec=self.exec_root)


class Paths(msgspec.Struct, frozen=True, kw_only=True):
    """Every file and folder below the data root (survives reboot) and the exec root (does not)."""

    data: Path
    exec: Path

    @property
    def lock(self) -> Path:
        """Locked for as long as a daemon owns the data root; holds its pid."""
        return self.data / "lock"

    @property
    def database(self) -> Path:
        return self.data / "meta.db"

    @property
    def blobs(self) -> Path:
        """Content-addressed blobs: `sha256/<hex>`."""
        return self.data / "blobs"

    @property
    def ingest(self) -> Path:
        """Blobs on their way in; same file system as `blobs`."""
        return self.data / "ingest"

    @property
    def layers(self) -> Path:
        """Unpacked layers, one entry each, owned by the snapshotter."""
        return self.data / "layers"

    @property
    def snapshots(self) -> Path:
        """Writable layers of containers: `<container id>/{upper,work,merged}`."""
        return self.data / "snapshots"

    @property
    def containers(self) -> Path:
        """Per container: hosts, hostname, resolv.conf, the log, config.json."""
        return self.data / "containers"

    @property
    def builds(self) -> Path:
        """Builds at work: a folder each, with the context."""
        return self.data / "builds"

    @property
    def build_records(self) -> Path:
        """What is known of builds: a folder each."""
        return self.data / "build-records"

    @property
    def build_caches(self) -> Path:
        """What RUN --mount=type=cache keeps: a folder each."""
        return self.data / "build-caches"

    @property
    def volumes(self) -> Path:
        """Named volumes: `<name>/_data`."""
        return self.data / "volumes"

    @property
    def bundles(self) -> Path:
        """OCI bundles of running containers: `<container id>/config.json`."""
        return self.exec / "bundles"

    @property
    def build_secrets(self) -> Path:
        """Secrets of the steps that builds execute now: a tmpfs each."""
        return self.exec / "build-secrets"

    @property
    def mapped(self) -> Path:
        """Mounts for containers with users of their own, while they are being started."""
        return self.exec / "mapped"

    @property
    def runtime(self) -> Path:
        """State of the usual OCI runtime (`crun --root`)."""
        return self.exec / "runtime"

    @property
    def other_runtimes(self) -> Path:
        """State of each other OCI runtime, in a folder with its name."""
        return self.exec / "runtimes"

    @property
    def exits(self) -> Path:
        """One file per ended container or exec, written by conmon; its text is the exit code."""
        return self.exec / "exits"

    @property
    def attach(self) -> Path:
        """conmon's attach sockets: `<id>/attach`."""
        return self.exec / "attach"

    @property
    def netns(self) -> Path:
        """Pinned network namespaces."""
        return self.exec / "netns"


def load_config(path: Path, overrides: dict[str, object]) -> Config:
    """The settings from a daemon.json-like file (may be absent) with command line values on top.

    Raises InvalidParameter naming the file and the key.
    """
    values: dict[str, object] = {}
    if path.exists():
        try:
            document = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
        except msgspec.DecodeError as error:
            raise InvalidParameter(f"{path} is not a JSON object: {error}") from error
        values = {key.replace("-", "_"): value for key, value in document.items()}
        unknown = sorted(set(values) - set(Config.__struct_fields__))
        if unknown:
            known = ", ".join(name.replace("_", "-") for name in Config.__struct_fields__)
            raise InvalidParameter(
                f"{path}: unknown setting {unknown[0].replace('_', '-')!r}; known are {known}"
            )
    values |= overrides
    try:
        config = msgspec.convert(values, Config, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise InvalidParameter(f"{path}: {error}") from error
    _check_addresses(config)
    _check_users(config)
    if config.tls and not config.tlsverify:
        raise InvalidParameter(
            "refusing --tls without --tlsverify: it would hide what is said, and let everybody say "
            "it. Give clients certificates, and their authority as --tlscacert"
        )
    if config.gate and config.gate_key is None:
        raise InvalidParameter(
            f"refusing to open a gate at {config.gate} without a key: whoever reaches it would own "
            "this machine. Give the file with the key as --gate-key"
        )
    return config


def _path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str | Path):
        return Path(value).absolute()
    raise msgspec.ValidationError(f"expected a path, got {value!r}")


def _check_users(config: Config) -> None:
    parse_pool(config.userns_range)
    if config.userns_remap not in ("", "auto"):
        raise InvalidParameter(
            f"userns-remap {config.userns_remap!r}: this engine gives each container users of its "
            "own, so auto is the only choice; leave it out to use the host's"
        )


def _check_addresses(config: Config) -> None:
    try:
        ipaddress.ip_address(config.ip)
        if config.host_gateway_ip:
            ipaddress.IPv4Address(config.host_gateway_ip)
        if config.bip:
            ipaddress.ip_interface(config.bip)
        for pool in config.default_address_pools:
            base = ipaddress.ip_network(pool.base, strict=False)
            if not base.prefixlen <= pool.size <= base.max_prefixlen:
                raise InvalidParameter(
                    f"default-address-pools: size {pool.size} does not fit into {pool.base}"
                )
    except ValueError as error:
        raise InvalidParameter(f"bad address in the settings: {error}") from error
