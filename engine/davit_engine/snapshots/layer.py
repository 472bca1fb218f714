"""Layers on disk: their keys, their folder and the small record that makes one exist.

layers/<hex>/layer.json     what it is; written last, so that its presence means "complete"
layers/<hex>/fs             its files, or where its image is mounted
layers/<hex>/layer.erofs    its image, when it is kept as one
layers/<hex>.<random>.tmp   one that is being made
layers/.trash/...           ones that are being deleted
layers/.empty               a folder with nothing in it, below images without layers
"""

import os
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

import msgspec

from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.snapshots.snapshotter import Chain, LayerInfo, chain_ids
from davit_engine.snapshots.trash import Trash
from davit_engine.snapshots.unpacking import Unpacking

_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
_TEMPORARY: Final = ".tmp"
_RECORD: Final = "layer.json"
MEDIA_TYPES: Final = frozenset(
    {
        "application/vnd.oci.image.layer.v1.tar",
        "application/vnd.oci.image.layer.v1.tar+gzip",
        "application/vnd.oci.image.layer.v1.tar+zstd",
        "application/vnd.oci.image.layer.nondistributable.v1.tar",
        "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd",
        "application/vnd.docker.image.rootfs.diff.tar",
        "application/vnd.docker.image.rootfs.diff.tar.gzip",
        "application/vnd.docker.image.rootfs.diff.tar.zstd",
        "application/vnd.docker.image.rootfs.foreign.diff.tar",
        "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
    }
)
"""Only archives: an image of a file system is never taken from outside, only made here."""


class Root(msgspec.Struct, frozen=True, kw_only=True):
    """Owner, mode and attributes of a root folder."""

    mode: int
    uid: int
    gid: int
    xattrs: dict[str, bytes] = {}

    @classmethod
    def of(cls, folder: Path) -> "Root":
        status = folder.stat()
        return cls(
            mode=status.st_mode & 0o7777,
            uid=status.st_uid,
            gid=status.st_gid,
            xattrs={
                name: os.getxattr(folder, name)
                for name in os.listxattr(folder)
                if not name.startswith("trusted.overlay.")
            },
        )

    def give(self, folder: Path) -> None:
        """Make a folder look like this."""
        os.chown(folder, self.uid, self.gid)
        folder.chmod(self.mode)
        for name, value in self.xattrs.items():
            os.setxattr(folder, name, value)


class LayerRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The content of layer.json."""

    diff_id: str
    size: int
    kind: str
    """directory or erofs."""
    root: Root | None = None
    """Whose the root folder is, if the layer says so; otherwise a lower layer does."""
    opaque: bool = False
    """Whether the layer hides all below it."""
    dependent: bool = False
    """Whether it would look otherwise above other layers; then its key is a chain id."""
    above: bool = False
    """Whether it was made above its parents."""

    @property
    def info(self) -> LayerInfo:
        return LayerInfo(diff_id=self.diff_id, size=self.size)


def check_digest(digest: str) -> str:
    """The digest, if it is one we name files by. Raises InvalidParameter."""
    if not _DIGEST.fullmatch(digest):
        raise InvalidParameter(f"{digest[:100]!r} is not a sha256 digest of a layer")
    return digest


class Layers:
    """The layers folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.empty = folder / ".empty"
        self.trash = Trash(folder / ".trash")
        self._records: dict[str, LayerRecord] = {}

    def prepare(self) -> None:
        """Make the folders, sweep what a crash left, learn what there is."""
        self.folder.mkdir(mode=0o711, parents=True, exist_ok=True)
        self.empty.mkdir(mode=0o755, exist_ok=True)
        self._records.clear()
        for entry in sorted(self.folder.iterdir()):
            if entry.name.startswith("."):
                continue
            record = _read_record(entry)
            if entry.name.endswith(_TEMPORARY) or record is None:
                self.trash.discard(entry)
            else:
                self._records[f"sha256:{entry.name}"] = record
        self.trash.sweep()

    def path(self, key: str) -> Path:
        return self.folder / check_digest(key).removeprefix("sha256:")

    def files(self, key: str) -> Path:
        """The folder of a layer's files, mounted or not."""
        return self.path(key) / "fs"

    def image(self, key: str) -> Path:
        return self.path(key) / "layer.erofs"

    def __contains__(self, key: str) -> bool:
        return key in self._records

    def keys(self) -> list[str]:
        return list(self._records)

    def record(self, key: str) -> LayerRecord:
        return self._records[key]

    def find(self, chain: Chain) -> str | None:
        """The key of the topmost layer of a chain, if there."""
        if not chain:
            return None
        for diff_id in chain:
            check_digest(diff_id)
        own = chain_ids(chain)[-1]
        if own in self._records:
            return own
        found = self._records.get(chain[-1])
        if found is None or found.above or (found.dependent and len(chain) > 1):
            return None
        return chain[-1]

    def resolve(self, chain: Chain) -> list[str]:
        """The keys of all layers of a chain that can be seen, lowest first.

        Raises SystemFailure when one is missing.
        """
        keys: list[str] = []
        for depth in range(1, len(chain) + 1):
            key = self.find(chain[:depth])
            if key is None:
                raise SystemFailure(
                    f"layer {chain[depth - 1]} is not on disk; pull the image again"
                )
            if self._records[key].opaque:
                keys.clear()
            if key in keys:
                # All that it brings or hides shows further up; overlayfs takes no folder twice.
                keys.remove(key)
            keys.append(key)
        return keys

    def root(self, chain: Sequence[str]) -> Root:
        """What the root folder of a chain looks like: the topmost layer that says so decides."""
        for key in reversed(self.resolve(chain)):
            root = self._records[key].root
            if root is not None:
                return root
        return Root(mode=0o755, uid=0, gid=0)

    @contextmanager
    def making(self, key: str) -> Iterator[Path]:
        """A folder to make a layer in, which is discarded unless `publish` was called."""
        path = self.folder / f"{self.path(key).name}.{secrets.token_hex(4)}{_TEMPORARY}"
        path.mkdir(mode=0o711)
        try:
            yield path
        finally:
            if path.exists():
                self.trash.discard(path)

    def publish(self, key: str, made: Path, record: LayerRecord) -> LayerRecord:
        """Make a finished layer visible, durably. Its files are on disk already."""
        with (made / _RECORD).open("xb") as file:
            file.write(msgspec.json.encode(record))
            file.flush()
            os.fsync(file.fileno())
        _fsync_folder(made)
        try:
            made.rename(self.path(key))
        except OSError:
            # Somebody else made the same layer meanwhile; theirs is as good.
            found = _read_record(self.path(key))
            if found is None:
                raise
            self._records[key] = found
            return found
        _fsync_folder(self.folder)
        self._records[key] = record
        return record

    def remove(self, key: str) -> None:
        """Forget a layer; its space comes back a little later."""
        path = self.path(key)
        self._records.pop(key, None)
        self.trash.discard(path)
        _fsync_folder(self.folder)


class LayerForm(Protocol):
    """How layers are kept and shown. All methods block; they are called in threads."""

    name: str

    def recover(self, users: Mapping[str, Sequence[str]]) -> None:
        """Learn who still uses layers: the mounted snapshots and their chains."""
        ...

    def make(self, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        """Make the topmost layer of a chain and publish it."""
        ...

    def acquire(self, user: str, chain: Sequence[str]) -> list[Path]:
        """The folders of a chain, topmost first and never none, kept for `user`. Idempotent."""
        ...

    def release(self, user: str) -> None:
        """`user` needs its layers no more. Idempotent."""
        ...

    def size_on_disk(self, key: str) -> int:
        """What a layer takes on disk."""
        ...

    def forget(self, key: str) -> None:
        """A layer is about to be removed; nobody uses it."""
        ...


def _read_record(folder: Path) -> LayerRecord | None:
    try:
        return msgspec.json.decode((folder / _RECORD).read_bytes(), type=LayerRecord)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError):
        return None


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
