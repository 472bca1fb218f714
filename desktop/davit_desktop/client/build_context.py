"""What a build is made from: a folder, an archive or a Dockerfile on stdin, or an address.

A folder becomes a tar in a fixed order, read as it is sent: without what its .dockerignore leaves
out, with links as links, and owned by nobody in particular. The Dockerfile, and the .dockerignore
that goes with it, may lie elsewhere; they then travel under names of their own, as docker's do.
https://docs.docker.com/build/concepts/context/
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import stat
import tarfile
import zlib
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from davit_desktop.client import build_ignore
from davit_desktop.client.build_ignore import Found, Pattern
from davit_desktop.client.errors import ClientError
from davit_desktop.translation import tr

DOCKERFILE = "Dockerfile"
IGNORE = ".dockerignore"

_PIECE = 1 << 20
_LARGEST_TEXT = 8 << 20  # bytes of a Dockerfile or .dockerignore
_BLOCK = 512
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
_GIT = ("git://", "github.com/", "git@")

Pieces = Generator[bytes, None, None]


class ContextFailed(ClientError):
    """The folder, or a file in it, cannot be sent; the message says which and why."""


class BuildContext(msgspec.Struct, frozen=True, kw_only=True):
    """`remote` is an address that the engine fetches; else `pieces` makes the archive to send.

    `dockerfile` is where the engine finds it there; `text` is what it says, where that is known.
    `folder` is what to call the whole.
    """

    remote: str = ""
    folder: str = ""
    dockerfile: str = DOCKERFILE
    text: str | None = None
    pieces: Callable[[], Pieces] | None = None

    async def chunks(self, *, compress: bool = False) -> AsyncIterator[bytes]:
        """The archive, read in a thread while the last part of it is on its way."""
        if self.pieces is None:
            return
        pieces = self.pieces()
        batches = _batches(_gzipped(pieces) if compress else pieces)
        try:
            while batch := await _in_thread(lambda: next(batches, b"")):
                yield batch
        finally:
            batches.close()
            pieces.close()


def is_remote(context: str) -> bool:
    """Whether the engine is to fetch it, as docker tells addresses from folders."""
    return context.startswith(("http://", "https://", *_GIT))


def from_address(address: str, dockerfile: str = "") -> BuildContext:
    return BuildContext(remote=address, folder=address, dockerfile=dockerfile)


def from_folder(folder: str, dockerfile: str = "", text: bytes | None = None) -> BuildContext:
    """A folder of this computer. `dockerfile` is a path of this computer, empty for the folder's
    own; `text` is a Dockerfile that is no file. Raises ContextFailed.
    """
    root = Path(folder)
    try:
        root = root.resolve(strict=True)
        if not root.is_dir():
            raise NotADirectoryError(0, "not a folder")
    except OSError as error:
        raise ContextFailed(
            tr("Cannot build from {folder}: {reason}").format(folder=folder, reason=_why(error))
        ) from error
    inner, ignore_text = DOCKERFILE, None
    if text is None:
        path = _dockerfile_path(root, dockerfile)
        text = _read(path)
        ignore_text = _read_if_there(path.with_name(f"{path.name}{IGNORE}"))
        inner = _inside(root, path)
    else:
        inner = ""
    own = _read_if_there(root / IGNORE)
    added: dict[str, bytes] = {}
    if not inner:
        inner = f".dockerfile.{hashlib.sha256(text).hexdigest()[:20]}"
        added[inner] = text
    if ignore_text is not None or inner in added:
        # The engine reads it too, and drops from the context what only it and we need.
        used = own if ignore_text is None else ignore_text
        hidden = [] if own is not None else [IGNORE]
        hidden += [inner] if inner in added else []
        told = (used or b"").decode("utf-8", "replace").rstrip("\n")
        added[IGNORE] = "\n".join([*filter(None, [told]), *hidden, ""]).encode()
    effective = ignore_text if ignore_text is not None else own
    patterns = build_ignore.parse_ignore((effective or b"").decode("utf-8", "replace"))
    kept = frozenset({inner, IGNORE})

    def pieces() -> Pieces:
        return _archive(str(root), patterns, kept, added)

    return BuildContext(
        folder=str(root), dockerfile=inner, text=text.decode("utf-8", "replace"), pieces=pieces
    )


def from_stream(stream: BinaryIO, dockerfile: str = "") -> BuildContext:
    """An archive, or the text of a Dockerfile, that can be read once. Raises ContextFailed."""
    head = _read_up_to(stream, _BLOCK)
    if is_archive(head):

        def pieces() -> Pieces:
            yield head
            while piece := stream.read(_PIECE):
                yield piece

        return BuildContext(dockerfile=dockerfile or DOCKERFILE, pieces=pieces)
    if dockerfile:
        raise ContextFailed(
            tr("The Dockerfile is named twice: what comes on stdin is no archive, so it is one too")
        )
    text = head + _read_up_to(stream, _LARGEST_TEXT)
    return from_text(text)


def from_text(text: bytes) -> BuildContext:
    """Only a Dockerfile, with no files beside it."""

    def pieces() -> Pieces:
        yield from _file_of(DOCKERFILE, text)
        yield b"\0" * 2 * _BLOCK

    return BuildContext(text=text.decode("utf-8", "replace"), pieces=pieces)


def dockerfiles(folder: Path) -> list[str]:
    """Names in a folder that look like Dockerfiles, the one that counts by itself first."""
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.is_file()]
    except OSError:
        return []
    found = [name for name in names if _looks_like_one(name)]
    return sorted(found, key=lambda name: (name != DOCKERFILE, name.lower() != "dockerfile", name))


def is_archive(head: bytes) -> bool:
    """Whether these first bytes are those of a tar, plain or compressed."""
    if head.startswith(_COMPRESSED):
        return True
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _looks_like_one(name: str) -> bool:
    low = name.lower()
    if low.endswith(IGNORE):
        return False
    stem = low in ("dockerfile", "containerfile")
    return stem or low.startswith("dockerfile.") or low.endswith(".dockerfile")


# Where the Dockerfile is


def _dockerfile_path(root: Path, wanted: str) -> Path:
    path = Path(wanted) if wanted else root / DOCKERFILE
    if not wanted and not path.exists() and (root / "dockerfile").exists():
        path = root / "dockerfile"
    if not path.is_file():
        words = tr("There is no Dockerfile at {path}. Name it with -f.")
        raise ContextFailed(words.format(path=path))
    return Path(os.path.abspath(path))  # noqa: PTH100  (links in it are looked at apart)


def _inside(root: Path, path: Path) -> str:
    """The path in the context, empty for one that lies, or leads, outside of it."""
    try:
        real = path.resolve(strict=True)
        real.relative_to(root)
        return (path.parent.resolve(strict=True) / path.name).relative_to(root).as_posix()
    except (ValueError, OSError):
        return ""


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_TEXT + 1)
    except OSError as error:
        raise _unreadable(str(path), error) from error
    if len(text) > _LARGEST_TEXT:
        raise ContextFailed(tr("{path} is too large for what it is").format(path=path))
    return text


def _read_if_there(path: Path) -> bytes | None:
    return _read(path) if path.is_file() else None


def _read_up_to(stream: BinaryIO, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


# The archive


def _archive(
    root: str, patterns: tuple[Pattern, ...], kept: frozenset[str], added: Mapping[str, bytes]
) -> Pieces:
    for name in sorted(added):
        yield from _file_of(name, added[name])
    names: dict[tuple[int, int], str] = {}  # of files that have several, the first
    for path, status in _walk(root, patterns, kept - added.keys(), added):
        yield from _member(root, path, status, names)
    yield b"\0" * 2 * _BLOCK


def _walk(
    root: str, patterns: tuple[Pattern, ...], kept: frozenset[str], added: Mapping[str, bytes]
) -> Iterator[tuple[str, os.stat_result]]:
    """What is to be sent, folders before what is in them; of left-out folders those needed."""
    above = {name.rpartition("/")[0] for name in kept}
    above |= {f"{folder[:at]}" for folder in above for at in _slashes(folder)}
    waiting: list[tuple[str, os.stat_result]] = []  # folders that are sent if anything in them is
    stack = [(iter(_entries(root, "")), build_ignore.at_root(patterns), 0)]
    while stack:
        entries, found, depth = stack[-1]
        entry = next(entries, None)
        if entry is None:
            stack.pop()
            del waiting[depth:]
            continue
        path, name, status = entry
        if path in added:
            continue
        here: Found = build_ignore.below(found, name, patterns) if patterns else found
        wanted = not here.excluded or path in kept
        if stat.S_ISDIR(status.st_mode):
            if here.closed and path not in above:
                continue
            waiting.append((path, status))
            if wanted:
                yield from waiting
                waiting.clear()
            stack.append((iter(_entries(root, path)), here, len(waiting)))
        elif wanted and not stat.S_ISSOCK(status.st_mode):
            yield from waiting
            waiting.clear()
            yield path, status


def _slashes(path: str) -> Iterator[int]:
    return (at for at, char in enumerate(path) if char == "/")


def _entries(root: str, folder: str) -> list[tuple[str, str, os.stat_result]]:
    where = os.path.join(root, folder) if folder else root  # noqa: PTH118
    found = []
    try:
        with os.scandir(where) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                found.append((path, entry.name, entry.stat(follow_symlinks=False)))
    except FileNotFoundError:
        return []  # it went while we were on the way
    except OSError as error:
        raise _unreadable(where, error) from error
    return sorted(found, key=lambda each: os.fsencode(each[1]))


def _member(
    root: str, path: str, status: os.stat_result, names: dict[tuple[int, int], str]
) -> Pieces:
    where = os.path.join(root, path)  # noqa: PTH118
    info = tarfile.TarInfo(path)
    # Windows has no such bits: what is sent from there may be run, as docker has it.
    info.mode = stat.S_IMODE(status.st_mode) if os.name == "posix" else 0o755
    info.mtime = max(0, int(status.st_mtime))
    if stat.S_ISREG(status.st_mode):
        several = status.st_nlink > 1 and status.st_ino
        first = names.setdefault((status.st_dev, status.st_ino), path) if several else path
        if first == path:
            yield from _file(where, info)
            return
        info.type, info.linkname = tarfile.LNKTYPE, first
        yield _header(info)
        return
    if stat.S_ISDIR(status.st_mode):
        info.type = tarfile.DIRTYPE
    elif stat.S_ISLNK(status.st_mode):
        info.type = tarfile.SYMTYPE
        info.linkname = _link(where)
    elif stat.S_ISFIFO(status.st_mode):
        info.type = tarfile.FIFOTYPE
    else:
        info.type = tarfile.BLKTYPE if stat.S_ISBLK(status.st_mode) else tarfile.CHRTYPE
        info.devmajor, info.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
    yield _header(info)


def _link(where: str) -> str:
    try:
        return os.readlink(where)  # noqa: PTH115
    except OSError as error:
        raise _unreadable(where, error) from error


def _file(where: str, info: tarfile.TarInfo) -> Pieces:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        number = os.open(where, flags | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _unreadable(where, error) from error
    with os.fdopen(number, "rb", buffering=0) as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            raise ContextFailed(tr("{path} changed while it was read").format(path=where))
        left = info.size = status.st_size
        yield _header(info)
        while left:
            try:
                piece = file.read(min(left, _PIECE))
            except OSError as error:
                raise _unreadable(where, error) from error
            if not piece:
                raise ContextFailed(tr("{path} shrank while it was read").format(path=where))
            left -= len(piece)
            yield piece
    yield b"\0" * (-info.size % _BLOCK)


def _file_of(name: str, content: bytes) -> Pieces:
    info = tarfile.TarInfo(name)
    info.mode, info.size = 0o600, len(content)
    yield _header(info)
    yield content + b"\0" * (-len(content) % _BLOCK)


def _header(info: tarfile.TarInfo) -> bytes:
    # GNU's form takes names as the bytes that they are.
    return info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def _gzipped(pieces: Pieces) -> Pieces:
    packer = zlib.compressobj(wbits=31)
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


def _batches(pieces: Pieces) -> Pieces:
    """The same bytes in fewer pieces: a thread is asked for each."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield b"".join(waiting)
            waiting, size = [], 0
    if size:
        yield b"".join(waiting)


async def _in_thread(read: Callable[[], bytes]) -> bytes:
    """As `asyncio.to_thread`, which would leave a generator running when it is cancelled."""
    reading = asyncio.get_running_loop().run_in_executor(None, read)
    try:
        return await asyncio.shield(reading)
    except asyncio.CancelledError:
        await asyncio.wait([reading])
        raise


def _unreadable(path: str, error: OSError) -> ContextFailed:
    return ContextFailed(tr("Cannot read {path}: {reason}").format(path=path, reason=_why(error)))


def _why(error: OSError) -> str:
    return error.strerror or str(error)
