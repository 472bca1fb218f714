"""A guest image that came as one file: a .tar.xz with image.json first and what it lists.

The archive may come from anybody: only plain files are read, under the names and in the sizes that
its own manifest gives, and each is compared with its SHA-256 before it is used.
"""

import contextlib
import errno
import lzma
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from davit_vm.errors import HostDiskFull, ImageDamaged, ImageMissing
from davit_vm.qemu.guest_image import load_image, verify_image

_MANIFEST: Final = "image.json"
_MOST_MANIFEST: Final = 1024 * 1024
_MOST_FILE: Final = 4 * 1024**3
_MOST_FILES: Final = 16
_CHUNK: Final = 1024 * 1024


@contextlib.contextmanager
def unpacked(archive: Path, place: Path) -> Iterator[Path]:
    """A folder below `place` with the verified image; it goes with the block.

    Raises ImageMissing, ImageDamaged and HostDiskFull.
    """
    what = f"Cannot use the guest image {archive}"
    folder = Path(tempfile.mkdtemp(prefix=".image-", dir=place))
    try:
        try:
            with archive.open("rb") as source:
                _require_space(folder, archive.stat().st_size, what)
                _unpack(source, folder, what)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise _full(what, archive.stat().st_size, folder) from error
            raise ImageMissing(what, (error.strerror or str(error)).lower()) from error
        verify_image(load_image(folder))
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unpack(source: IO[bytes], folder: Path, what: str) -> None:
    names: set[str] = set()
    try:
        with tarfile.open(fileobj=source, mode="r|*") as archive:
            for member in archive:
                first = not names
                if first != (member.name == _MANIFEST):
                    raise ImageDamaged(what, f"{_MANIFEST} is not its first file")
                if member.issparse() or not member.isreg() or Path(member.name).name != member.name:
                    raise ImageDamaged(what, f"it holds {member.name!r}, which is no plain file")
                if member.name in names or len(names) == _MOST_FILES:
                    raise ImageDamaged(what, "it holds more files than an image has")
                if not 0 <= member.size <= (_MOST_MANIFEST if first else _MOST_FILE):
                    raise ImageDamaged(what, f"{member.name} claims to have {member.size} bytes")
                names.add(member.name)
                content = archive.extractfile(member)
                assert content is not None
                with content, (folder / member.name).open("xb") as output:
                    shutil.copyfileobj(content, output, _CHUNK)
                if (folder / member.name).stat().st_size != member.size:
                    raise ImageDamaged(what, "it is cut off")
    except (tarfile.TarError, EOFError, ValueError, lzma.LZMAError, zlib.error) as error:
        raise ImageDamaged(what, "it is not an image in a tar, or is cut off") from error
    if not names:
        raise ImageDamaged(what, "it is empty")


def _require_space(folder: Path, size: int, what: str) -> None:
    if size > shutil.disk_usage(folder).free:
        raise _full(what, size, folder)


def _full(what: str, size: int, folder: Path) -> HostDiskFull:
    free = shutil.disk_usage(folder).free
    return HostDiskFull(
        what,
        f"it needs more than {size // 2**20} MiB where {folder.parent} lies, "
        f"and {free // 2**20} MiB are free",
        "Delete files to make room.",
    )
