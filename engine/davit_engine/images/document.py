"""The image configuration document: what to run and how the image came to be (pure).

Its sha256 is the image's id. Formats: OCI image-spec config.md and Docker's v1.2 extension of it.
"""

from typing import Final, TypeVar

import msgspec

from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.manifest import LAYERS_MAX, Platform, serves
from davit_engine.images.reference import parse_sha256
from davit_engine.lookup import parse_time

T = TypeVar("T")

DOCUMENT_MAX: Final = 8 * 1024 * 1024
"""Bytes; the largest images seen have some ten thousand."""


class _Wire(msgspec.Struct, frozen=True, kw_only=True, rename="pascal", omit_defaults=True):
    """Docker's JSON: PascalCase keys."""


class Healthcheck(_Wire, frozen=True):
    """Times in nanoseconds; 0 inherits."""

    test: list[str] = msgspec.field(default_factory=list)
    interval: int = 0
    timeout: int = 0
    start_period: int = 0
    start_interval: int = 0
    retries: int = 0


class RunConfig(_Wire, frozen=True):
    """What a container of the image gets unless it is told otherwise."""

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
    cmd: list[str] | None = None
    healthcheck: Healthcheck | None = None
    args_escaped: bool = False
    image: str = ""
    volumes: dict[str, dict[str, object]] = msgspec.field(default_factory=dict)
    working_dir: str = ""
    entrypoint: list[str] | None = None
    on_build: list[str] = msgspec.field(default_factory=list)
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    stop_signal: str = ""
    stop_timeout: int | None = None
    shell: list[str] | None = None


class History(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of the build, lowest first in the document."""

    created: str = ""
    created_by: str = ""
    author: str = ""
    comment: str = ""
    empty_layer: bool = False


class RootFS(msgspec.Struct, frozen=True, kw_only=True):
    type: str = "layers"
    diff_ids: tuple[str, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    architecture: str = ""
    variant: str = ""
    os: str = ""
    os_version: str = msgspec.field(default="", name="os.version")
    created: str = ""
    """RFC 3339."""
    author: str = ""
    comment: str = ""
    container: str = ""
    docker_version: str = ""
    config: RunConfig = RunConfig()
    rootfs: RootFS = RootFS()
    history: tuple[History, ...] = ()

    @property
    def created_ns(self) -> int:
        """Nanoseconds since the epoch; 0 when absent or not a time."""
        return timestamp_ns(self.created)

    @property
    def remark(self) -> str:
        """The comment; where there is none, that of the last step."""
        return self.comment or (self.history[-1].comment if self.history else "")

    @property
    def platform(self) -> Platform:
        return Platform(architecture=self.architecture, os=self.os, variant=self.variant)


def timestamp_ns(text: str) -> int:
    """Nanoseconds since the epoch of an RFC 3339 time; 0 when it is none."""
    try:
        return max(parse_time(text, 0), 0) if "T" in text else 0
    except (InvalidParameter, OverflowError):
        return 0


def parse_document(raw: bytes) -> Document:
    """Raises InvalidParameter for anything that cannot be an image's configuration."""
    if len(raw) > DOCUMENT_MAX:
        raise InvalidParameter(
            f"the image configuration is {len(raw)} bytes long; at most {DOCUMENT_MAX} are taken"
        )
    document = decode_tolerant(raw, Document, "image configuration")
    if document.rootfs.type != "layers":
        raise InvalidParameter(
            f"image configuration: rootfs type {document.rootfs.type!r} is not known"
        )
    if len(document.rootfs.diff_ids) > LAYERS_MAX:
        raise InvalidParameter(f"image configuration: more than {LAYERS_MAX} layers")
    for diff_id in document.rootfs.diff_ids:
        parse_sha256(diff_id)
    return document


def check_platform(document: Document, wanted: Platform | None = None, name: str = "") -> None:
    """Raises InvalidParameter for what cannot run on Linux, NotFound for the wrong platform."""
    if document.os not in ("linux", ""):
        raise InvalidParameter(
            f'image operating system "{document.os[:32]}" cannot be used on this platform'
        )
    if wanted is not None and not serves(document.platform, wanted):
        raise NotFound(
            f"image with reference {name} was found but does not match the specified "
            f"platform: wanted {wanted}, actual: {document.platform.normal}"
        )


def render_document(document: Document) -> bytes:
    return msgspec.json.encode(document)


def decode_tolerant(raw: bytes, kind: type[T], what: str) -> T:
    """JSON to a record; a null counts as absent, and a lone string as a list where one is due.

    Raises InvalidParameter naming `what`.
    """
    try:
        return msgspec.convert(_cleaned(msgspec.json.decode(raw)), kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise InvalidParameter(f"invalid {what}: {error}") from error


_WORD_LISTS: Final = frozenset({"Cmd", "Entrypoint", "Shell"})


def _cleaned(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: [item] if key in _WORD_LISTS and isinstance(item, str) else _cleaned(item)
            for key, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [_cleaned(item) for item in value if item is not None]
    return value
