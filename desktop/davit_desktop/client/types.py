"""Records of the Docker Engine API's JSON that we show, tolerant of null and unknown fields.

Attribute names are Docker's in snake case. A field that the engine leaves out or sends as null
has its default, so a list is never None. `decode` is the only way in. Whatever we merely pass on
(inspect, info, version) stays `Json`.

Source: Docker Engine API v1.45, https://docs.docker.com/reference/api/engine/version/v1.45/
"""

from __future__ import annotations

import contextlib
from typing import Any, TypeVar

import msgspec

from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.translation import tr

Json = dict[str, Any]
T = TypeVar("T")


class _Record(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """Docker's usual spelling: PascalCase."""


class _Lower(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of the API that are spelled in lower case."""


class Port(_Record, frozen=True):
    """A port a container exposes; `public_port` is 0 when it is not published."""

    ip: str = msgspec.field(default="", name="IP")
    private_port: int = 0
    public_port: int = 0
    type: str = "tcp"


class Mount(_Record, frozen=True):
    type: str = ""
    name: str = ""
    source: str = ""
    destination: str = ""
    driver: str = ""
    mode: str = ""
    rw: bool = msgspec.field(default=True, name="RW")
    propagation: str = ""


class EndpointSummary(_Record, frozen=True):
    """How a container is joined to one network."""

    network_id: str = msgspec.field(default="", name="NetworkID")
    endpoint_id: str = msgspec.field(default="", name="EndpointID")
    gateway: str = ""
    ip_address: str = msgspec.field(default="", name="IPAddress")
    mac_address: str = ""
    aliases: tuple[str, ...] = ()


class SummaryNetworks(_Record, frozen=True):
    networks: dict[str, EndpointSummary] = {}


class SummaryHostConfig(_Record, frozen=True):
    network_mode: str = ""


class ContainerSummary(_Record, frozen=True):
    """A row of `GET /containers/json`. `created` is in Unix seconds, sizes in bytes."""

    id: str
    names: tuple[str, ...] = ()
    image: str = ""
    image_id: str = msgspec.field(default="", name="ImageID")
    command: str = ""
    created: int = 0
    ports: tuple[Port, ...] = ()
    size_rw: int = 0
    size_root_fs: int = 0
    labels: dict[str, str] = {}
    state: str = ""
    status: str = ""
    host_config: SummaryHostConfig = SummaryHostConfig()
    network_settings: SummaryNetworks = SummaryNetworks()
    mounts: tuple[Mount, ...] = ()

    @property
    def name(self) -> str:
        """The container's own name; names that links give it have a second slash."""
        for name in self.names:
            if "/" not in name[1:]:
                return name.removeprefix("/")
        return self.id[:12]


class CreatedContainer(_Record, frozen=True):
    id: str
    warnings: tuple[str, ...] = ()


class WaitError(_Record, frozen=True):
    message: str = ""


class ExitStatus(_Record, frozen=True):
    """How a container ended. `error.message` is non-empty when it could not be waited for."""

    status_code: int = 0
    error: WaitError = WaitError()


class Top(_Record, frozen=True):
    titles: tuple[str, ...] = ()
    processes: tuple[tuple[str, ...], ...] = ()


class Change(_Record, frozen=True):
    """A path that differs from the image. `kind`: 0 modified, 1 added, 2 deleted."""

    path: str
    kind: int = 0


class PathStat(_Lower, frozen=True, rename={"link_target": "linkTarget"}):
    """A path inside a container. `mode` holds Go's os.FileMode bits."""

    name: str = ""
    size: int = 0
    mode: int = 0
    mtime: str = ""
    link_target: str = ""

    @property
    def is_dir(self) -> bool:
        return bool(self.mode & 1 << 31)

    @property
    def is_symlink(self) -> bool:
        return bool(self.mode & 1 << 27)


class ImageSummary(_Record, frozen=True):
    """A row of `GET /images/json`. `created` is in Unix seconds, sizes in bytes.

    `containers` and `shared_size` are -1 when the engine has not counted.
    """

    id: str
    parent_id: str = ""
    repo_tags: tuple[str, ...] = ()
    repo_digests: tuple[str, ...] = ()
    created: int = 0
    size: int = 0
    shared_size: int = -1
    labels: dict[str, str] = {}
    containers: int = -1


class HistoryLayer(_Record, frozen=True):
    """A line of an image's history; `created` in Unix seconds, `id` "<missing>" when unknown."""

    id: str = ""
    created: int = 0
    created_by: str = ""
    tags: tuple[str, ...] = ()
    size: int = 0
    comment: str = ""


class Descriptor(_Lower, frozen=True, rename={"media_type": "mediaType"}):
    """Names a manifest or a blob."""

    media_type: str = ""
    digest: str = ""
    size: int = 0


class Distribution(_Record, frozen=True):
    """What a registry holds under a name."""

    descriptor: Descriptor = Descriptor()


class Tags(_Record, frozen=True):
    """The tags that a registry has of a repository."""

    name: str = ""
    tags: tuple[str, ...] = ()


class Reclaimable(_Record, frozen=True):
    """What a prune of images would delete: their ids, and the bytes that come free."""

    images: tuple[str, ...] = ()
    size: int = 0


class LayerLine(_Record, frozen=True, gc=False):
    """A line about the files of an image's layers; `type` is layer, file, wasted or end.

    `layer`: `layer`, `diff_id`, `size` (bytes of its files), `created_by`. `file`: `path`,
    `change` (added, changed, removed), `kind`, `mode`, `size`, `link`, `hidden` (bytes of lower
    layers that nobody sees any more because of it). `wasted`: `path`, `layer` that holds it, `by`
    which layer it is hidden, `size`. `end`: `size` and `wasted` of all, `wasted_in` each layer,
    `left_out` lines.
    """

    type: str = ""
    layer: int = 0
    diff_id: str = ""
    digest: str = ""
    created_by: str = ""
    path: str = ""
    change: str = ""
    kind: str = ""
    mode: int = 0
    size: int = 0
    link: str = ""
    hidden: int = 0
    by: int = 0
    wasted: int = 0
    wasted_in: tuple[int, ...] = ()
    left_out: int = 0


class DeletedImage(_Record, frozen=True):
    """One step of removing an image: either a name untagged or an object deleted."""

    untagged: str = ""
    deleted: str = ""


class ProgressDetail(_Lower, frozen=True):
    """Bytes done and to do; `total` is 0 when it is not known."""

    current: int = 0
    total: int = 0


_NOT_TRACKED = ProgressDetail()


class ProgressError(_Lower, frozen=True):
    code: int = 0
    message: str = ""


class Progress(
    _Lower, frozen=True, rename={"detail": "progressDetail", "error_detail": "errorDetail"}
):
    """A line of the progress of pull, push, load or import.

    `id` is the layer (12 digits) or the tag, empty for lines about the whole. `progress` is the
    bar as the engine draws it.
    """

    status: str = ""
    id: str = ""
    progress: str = ""
    detail: ProgressDetail = _NOT_TRACKED
    stream: str = ""
    error: str = ""
    error_detail: ProgressError = ProgressError()
    aux: Any = None

    @property
    def is_tracked(self) -> bool:
        """Whether it is the newest state of `id`, to be shown in place of the one before."""
        return self.detail is not _NOT_TRACKED


class Actor(_Record, frozen=True):
    id: str = msgspec.field(default="", name="ID")
    attributes: dict[str, str] = {}


class Event(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={
        "type": "Type",
        "action": "Action",
        "actor": "Actor",
        "time_nano": "timeNano",
    },
):
    """Something that happened: `type` "container", `action` "start", `actor.id` the object.

    `action` may carry detail after a colon ("exec_start: sh", "health_status: healthy").
    `time` is in seconds, `time_nano` in nanoseconds since 1970.
    """

    type: str = ""
    action: str = ""
    actor: Actor = Actor()
    scope: str = ""
    time: int = 0
    time_nano: int = 0


class VolumeUsage(_Record, frozen=True):
    """-1 means not counted."""

    size: int = -1
    ref_count: int = -1


class Listener(_Record, frozen=True):
    """A socket in a container that waits for others; "0.0.0.0" and "::" are every address."""

    protocol: str
    address: str
    port: int


class Volume(_Record, frozen=True):
    name: str
    driver: str = "local"
    mountpoint: str = ""
    created_at: str = ""
    labels: dict[str, str] = {}
    options: dict[str, str] = {}
    scope: str = ""
    usage_data: VolumeUsage = VolumeUsage()


class IpamPool(_Record, frozen=True):
    subnet: str = ""
    ip_range: str = msgspec.field(default="", name="IPRange")
    gateway: str = ""


class Ipam(_Record, frozen=True):
    driver: str = "default"
    config: tuple[IpamPool, ...] = ()
    options: dict[str, str] = {}


class NetworkMember(_Record, frozen=True):
    name: str = ""
    ipv4_address: str = msgspec.field(default="", name="IPv4Address")
    ipv6_address: str = msgspec.field(default="", name="IPv6Address")
    mac_address: str = ""


class Network(_Record, frozen=True):
    """`containers` is filled by inspect only."""

    id: str
    name: str = ""
    created: str = ""
    scope: str = "local"
    driver: str = ""
    enable_ipv6: bool = msgspec.field(default=False, name="EnableIPv6")
    ipam: Ipam = msgspec.field(default=Ipam(), name="IPAM")
    internal: bool = False
    attachable: bool = False
    ingress: bool = False
    containers: dict[str, NetworkMember] = {}
    options: dict[str, str] = {}
    labels: dict[str, str] = {}


class CreatedId(_Record, frozen=True):
    """The answer of create calls that answer only with an id."""

    id: str
    warning: str = ""


class Pruned(_Record, frozen=True):
    """What a prune removed; the engine fills the list of the kind that was asked for."""

    containers_deleted: tuple[str, ...] = ()
    images_deleted: tuple[DeletedImage, ...] = ()
    volumes_deleted: tuple[str, ...] = ()
    networks_deleted: tuple[str, ...] = ()
    caches_deleted: tuple[str, ...] = ()
    space_reclaimed: int = 0


class LoginAnswer(_Record, frozen=True):
    status: str = ""
    identity_token: str = ""


class CpuUsage(_Lower, frozen=True):
    """Nanoseconds of CPU time since the container started."""

    total_usage: int = 0
    percpu_usage: tuple[int, ...] = ()
    usage_in_kernelmode: int = 0
    usage_in_usermode: int = 0


class CpuStats(_Lower, frozen=True):
    cpu_usage: CpuUsage = CpuUsage()
    system_cpu_usage: int = 0
    online_cpus: int = 0


class MemoryStats(_Lower, frozen=True):
    usage: int = 0
    limit: int = 0
    stats: dict[str, int] = {}


class InterfaceStats(_Lower, frozen=True):
    rx_bytes: int = 0
    tx_bytes: int = 0


class BlkioEntry(_Lower, frozen=True):
    op: str = ""
    value: int = 0


class BlkioStats(_Lower, frozen=True):
    io_service_bytes_recursive: tuple[BlkioEntry, ...] = ()


class PidsStats(_Lower, frozen=True):
    current: int = 0
    limit: int = 0


class StatsSample(_Lower, frozen=True):
    """One sample of `GET /containers/{id}/stats`; `client.stats` turns it into percentages."""

    id: str = ""
    name: str = ""
    read: str = ""
    cpu_stats: CpuStats = CpuStats()
    precpu_stats: CpuStats = CpuStats()
    memory_stats: MemoryStats = MemoryStats()
    networks: dict[str, InterfaceStats] = {}
    blkio_stats: BlkioStats = BlkioStats()
    pids_stats: PidsStats = PidsStats()


def decode(data: bytes | str, type: type[T]) -> T:
    """The JSON document as a value of `type`; null members count as left out.

    Raises UnexpectedAnswer when it is not JSON or not of that shape.
    """
    try:
        # Most answers hold no null where a value belongs; then this is fifteen times quicker.
        with contextlib.suppress(msgspec.ValidationError):
            return msgspec.json.decode(data, type=type)
        return msgspec.convert(_without_null(msgspec.json.decode(data)), type)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UnexpectedAnswer(
            tr("The engine's answer could not be understood: {error}").format(error=error)
        ) from error


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_null(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    return value
