"""Layer blobs out of folders: overlayfs' whiteouts become the image format's."""

import hashlib
import io
import os
import stat
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from backports import zstd
from isal import igzip

from images.layout import Layer, Layout

OPAQUE_XATTR = "trusted.overlay.opaque"


def layer_from_tree(
    layout: Layout, tree: Path, *, created_by: str, compression: str = "gzip"
) -> Layer:
    """Everything below `tree`, which may be an upper folder of overlayfs."""
    with _blob(layout, compression) as (archive, finish):
        for path in _walk(tree):
            _add(archive, path, path.relative_to(tree).as_posix())
    return finish(created_by)


def layer_from_files(
    layout: Layout,
    files: Mapping[str, bytes | str],
    *,
    created_by: str,
    compression: str = "gzip",
) -> Layer:
    """A layer from path to content: bytes are a file, text is a symbolic link's target.

    Paths that end in a slash are folders; files below bin/ and sbin/ are executable.
    """
    with _blob(layout, compression) as (archive, finish):
        for name in _with_parents(files):
            entry = tarfile.TarInfo(name.rstrip("/"))
            content = files.get(name, b"")
            entry.mode = 0o755
            if name.endswith("/"):
                entry.type = tarfile.DIRTYPE
                entry.mode = 0o1777 if name == "tmp/" else 0o755
                archive.addfile(entry)
            elif isinstance(content, str):
                entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, content, 0o777
                archive.addfile(entry)
            else:
                entry.mode = 0o755 if Path(name).parent.name in ("bin", "sbin") else 0o644
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    return finish(created_by)


class _Tee:
    """Hash and count what passes on its way to a file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _blob(layout: Layout, compression: str) -> Iterator[tuple[tarfile.TarFile, Any]]:
    partial = layout.root / f".layer.{os.getpid()}"
    outer: _Tee
    inner: _Tee

    def finish(created_by: str) -> Layer:
        return Layer(
            digest="sha256:" + outer.sha256.hexdigest(),
            size=outer.size,
            diff_id="sha256:" + inner.sha256.hexdigest(),
            compression=compression,
            created_by=created_by,
        )

    with partial.open("wb") as file:
        outer = _Tee(file)
        if compression == "gzip":
            compressor: Any = igzip.IGzipFile(fileobj=outer, mode="wb", compresslevel=2, mtime=0)
        else:
            compressor = zstd.open(outer, "wb")
        with compressor:
            inner = _Tee(compressor)
            with tarfile.open(fileobj=inner, mode="w|", format=tarfile.PAX_FORMAT) as archive:
                yield archive, finish
    layout.adopt(partial, "sha256:" + outer.sha256.hexdigest())


def _walk(tree: Path) -> Iterator[Path]:
    for path in sorted(tree.iterdir()):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    status = path.lstat()
    if stat.S_ISCHR(status.st_mode) and status.st_rdev == 0:
        archive.addfile(_entry(str(Path(name).parent / f".wh.{path.name}")))
        return
    entry = archive.gettarinfo(str(path), name)
    if entry is None:  # a socket
        return
    entry.mtime = int(entry.mtime)
    entry.uname = entry.gname = ""
    if entry.isreg():  # a further hard link to the same file is not regular any more
        with path.open("rb") as file:
            archive.addfile(entry, file)
        return
    archive.addfile(entry)
    if entry.isdir() and OPAQUE_XATTR in os.listxattr(path, follow_symlinks=False):
        archive.addfile(_entry(f"{name}/.wh..wh..opq"))


def _entry(name: str) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.mode = 0o600
    return entry


def _with_parents(files: Mapping[str, object]) -> list[str]:
    names = set(files)
    for name in files:
        names |= {f"{parent}/" for parent in Path(name).parents if parent != Path()}
    return sorted(names)
