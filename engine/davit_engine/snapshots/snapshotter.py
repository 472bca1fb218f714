"""Port: layers, writable snapshots above them, and their mounts; the life of both told once, here.

A *layer* is the read-only outcome of one image layer. Its key is its diff id, the sha256 of the
uncompressed tar, so two images that hold the same layer share it whatever lies beneath. A *chain*
is a tuple of diff ids, lowest first. A layer whose tar can only be applied above its parents (an
entry that passes through a symbolic link of a lower layer, or whose folder only a lower layer has)
is kept under its chain id; callers never see the difference, they always name a chain. Only the
collector does: a layer may go when no chain in use has its key among `chain_keys`.

A *snapshot* is one container's writable layer above a chain. Its key is the container's id. It is
prepared once, mounted and unmounted as often as the container starts and stops, and removed with
it. Nothing in a layer ever changes after `unpack` returned; nothing in a snapshot is lost before
`remove`.

Durability: when `unpack` returns, the layer survives a power cut and matches its diff id; before
that, nothing of it is visible, and what a crash leaves is swept by `recover`.
"""

import hashlib
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

import msgspec

Chain = Sequence[str]


class LayerInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One unpacked layer."""

    diff_id: str
    size: int
    """Bytes of its files' content, as `docker images` counts."""


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    size: int
    """Bytes."""
    inodes: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One path of a snapshot that differs from the image."""

    path: str
    """Absolute inside the container."""
    kind: Literal["modified", "added", "deleted"]


def chain_ids(chain: Chain) -> list[str]:
    """The chain id, as the OCI image specification defines it, of every part from the bottom up."""
    ids: list[str] = []
    for diff_id in chain:
        if ids:
            both = f"{ids[-1]} {diff_id}".encode()
            ids.append(f"sha256:{hashlib.sha256(both).hexdigest()}")
        else:
            ids.append(diff_id)
    return ids


def chain_keys(chain: Chain) -> set[str]:
    """Every key under which a layer of this chain may be kept."""
    return {*chain, *chain_ids(chain)}


class Snapshotter(Protocol):
    """What the engine asks of a storage technology."""

    name: str
    """erofs or directory; shown by `docker info`."""

    async def recover(self) -> None:
        """Sweep what a crash left half-made. Called once, before anything else.

        Snapshots stay, mounted or not; `snapshots` tells which there are.
        """
        ...

    async def close(self) -> None:
        """End the threads. Mounts stay."""
        ...

    async def has(self, chain: Chain) -> bool:
        """Whether the topmost layer of the chain is unpacked and usable."""
        ...

    async def unpack(
        self,
        chain: Chain,
        open_blob: Callable[[], BinaryIO],
        media_type: str,
        progress: Callable[[int], None],
    ) -> LayerInfo:
        """Make the topmost layer of `chain` from its (compressed) blob; the others exist.

        `open_blob` gives the blob from its start, readable in a worker thread. `progress` is
        called, from any thread, with the blob bytes consumed so far. Doing it twice is not an
        error and costs nothing the second time. Raises InvalidParameter naming the entry for
        an archive that is not acceptable or a digest that does not match; SystemFailure when the
        disk refuses.
        """
        ...

    async def layer(self, chain: Chain) -> LayerInfo | None:
        """The topmost layer of the chain, or None."""
        ...

    async def layers(self) -> list[str]:
        """The keys of all layers there are, for the collector."""
        ...

    async def remove_layer(self, key: str) -> int:
        """Delete a layer that no chain in use names; the bytes it gave back. Idempotent."""
        ...

    async def snapshots(self) -> list[str]:
        """The keys of all snapshots there are; one that no container names may be removed."""
        ...

    async def prepare(self, key: str, chain: Chain) -> None:
        """Make the empty writable snapshot `key` above the chain. AlreadyExists if there is one."""
        ...

    async def mount(
        self, key: str, chain: Chain, *, read_only: bool = False, mapping: Path | None = None
    ) -> Path:
        """Mount the snapshot; the folder that is the root file system. Idempotent.

        `mapping` is a user namespace (kernel/idmap.py): the owners are shown as it maps them, and
        kept on disk as they are in images. What is mounted already stays as it is.
        The mount belongs to the caller's mount namespace. Device nodes in it are unusable.
        Raises NotFound for a snapshot, SystemFailure for a layer that is not there.
        """
        ...

    async def unmount(self, key: str) -> None:
        """Undo `mount`. Idempotent."""
        ...

    async def view(self, chain: Chain) -> Path:
        """Mount the chain alone, read-only; to be undone with `unmount(str(path.name))`."""
        ...

    async def changes(
        self, key: str, chain: Chain, hollow: Collection[str] = frozenset()
    ) -> list[Change]:
        """What differs from the image, sorted by path; works mounted or not.

        `hollow` are absolute paths that are left out while they are empty: mount points.
        """
        ...

    def diff(
        self,
        key: str,
        chain: Chain,
        hollow: Collection[str] = frozenset(),
        *,
        newest_ns: int | None = None,
    ) -> AsyncGenerator[bytes, None]:
        """The snapshot's own files as an uncompressed layer tar (OCI whiteouts).

        What is younger than `newest_ns` (Unix) is told as of that time.
        Works while a container writes there. Close the iterator when leaving it early.
        """
        ...

    async def usage(self, key: str) -> Usage:
        """What the snapshot's own files take."""
        ...

    async def remove(self, key: str) -> None:
        """Unmount and delete the snapshot. Idempotent."""
        ...
