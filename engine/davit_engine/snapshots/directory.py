"""Layers as folders: works on every Linux that has overlayfs.

A layer is unpacked in a folder that nobody sees, written to disk as a whole (syncfs), and only then
renamed to its key. One whose entries depend on the layers beneath is applied through an overlay of
these, and kept under its chain id.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from davit_engine.archive.apply import Applied, NeedsParents, Options, Whiteouts, apply
from davit_engine.kernel.mounts import syncfs, unmount
from davit_engine.kernel.overlayfs import mount_overlay
from davit_engine.kernel.trees import remove_tree
from davit_engine.snapshots import upper
from davit_engine.snapshots.layer import LayerForm, LayerRecord, Layers, Root
from davit_engine.snapshots.snapshotter import chain_ids
from davit_engine.snapshots.unpacking import Unpacking

_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


class DirectoryLayers:
    """Makes layers as folders. Fulfils `LayerForm`."""

    name = "directory"

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def recover(self, users: Mapping[str, Sequence[str]]) -> None:
        """Nothing outlives the daemon but the folders themselves."""

    def make(self, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        return self.make_for(self, chain, run)

    def make_for(self, form: LayerForm, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        """Make a layer alone if that is possible, else above its parents as `form` shows them."""
        if chain[-1] not in self._layers:  # else it was the lowest of a chain, where it differs
            try:
                return self.make_alone(chain, run)
            except NeedsParents:
                pass
        return self.make_above(chain, run, form)

    def make_alone(self, chain: Sequence[str], run: Unpacking) -> LayerRecord:
        """Raises NeedsParents unless the layer is the lowest of its chain."""
        diff_id = chain[-1]
        # Where nothing lies beneath, overlayfs would show the names of whiteouts.
        lowest = len(chain) == 1
        options = Options(
            whiteouts=Whiteouts.DELETE if lowest else Whiteouts.OVERLAY, standalone=not lowest
        )
        with self._layers.making(diff_id) as made:
            files = made / "fs"
            files.mkdir(mode=0o755)
            applied = self._apply(files, diff_id, run, options)
            return self._layers.publish(diff_id, made, record_of(diff_id, applied, self.name))

    def make_above(self, chain: Sequence[str], run: Unpacking, form: LayerForm) -> LayerRecord:
        """Apply the layer to its parents, which `form` can show, and keep what changed."""
        diff_id, key = chain[-1], chain_ids(chain)[-1]
        with self._layers.making(key) as made:
            files, work, merged = made / "fs", made / "work", made / "merged"
            for folder in (files, work, merged):
                folder.mkdir(mode=0o755)
            lowers = form.acquire(made.name, chain[:-1])
            try:
                self._layers.root(chain[:-1]).give(files)
                mount_overlay(merged, lowers, upper=files, work=work)
                try:
                    applied = self._apply(merged, diff_id, run, Options(whiteouts=Whiteouts.DELETE))
                finally:
                    unmount(merged)
            finally:
                form.release(made.name)
            handle = os.open(made, _FOLDER)
            try:
                remove_tree(handle, b"work")
                remove_tree(handle, b"merged")
            finally:
                os.close(handle)
            record = record_of(diff_id, applied, self.name, above=Root.of(files))
            return self._layers.publish(key, made, record)

    def _apply(self, folder: Path, diff_id: str, run: Unpacking, options: Options) -> Applied:
        root = os.open(folder, _FOLDER)
        try:
            with run.tar(diff_id, folder) as reader:
                applied = apply(reader, root, options)
            syncfs(root, folder)
        finally:
            os.close(root)
        return applied

    def size_on_disk(self, key: str) -> int:
        root = os.open(self._layers.files(key), _FOLDER)
        try:
            return upper.usage(root).size
        finally:
            os.close(root)

    def forget(self, key: str) -> None:
        """Nothing holds a folder."""

    def acquire(self, user: str, chain: Sequence[str]) -> list[Path]:
        """The folders of a chain, topmost first and never none, kept for `user`. Idempotent."""
        folders = [self._layers.files(key) for key in reversed(self._layers.resolve(chain))]
        return folders or [self._layers.empty]

    def release(self, user: str) -> None:
        """`user` needs its layers no more. Idempotent."""


def record_of(
    diff_id: str, applied: Applied, kind: str, *, above: Root | None = None
) -> LayerRecord:
    """`above` is the root of a layer that was made above its parents."""
    root = above
    if root is None and applied.root is not None:
        entry = applied.root
        root = Root(mode=entry.mode, uid=entry.uid, gid=entry.gid, xattrs=entry.xattrs)
    return LayerRecord(
        diff_id=diff_id,
        size=applied.size,
        kind=kind,
        root=root,
        opaque=applied.opaque and above is None,
        dependent=applied.dependent,
        above=above is not None,
    )
