"""What COPY and ADD copy: found inside a root, hashed, and packed for its place in the image.

A root is the unpacked context, or the mounted files of a stage or an image. Paths are looked up in
it by the kernel: a link leads inside of the root or nowhere.
"""

import difflib
import errno
import hashlib
import itertools
import os
import posixpath
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import msgspec

from davit_engine.archive.entry import Entry, Kind
from davit_engine.archive.pack import make_entry, xattrs
from davit_engine.archive.write import END, header, padding
from davit_engine.build import ignore
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.paths import fd_path, open_in_root
from davit_engine.kernel.trees import walk

_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_PIECE: Final = 1 << 20
NAMES_MAX: Final = 1000
"""Of a folder in which a name is looked for that could have been meant."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One file or folder to copy."""

    path: str
    """Inside the root, without a slash at the front; "" is the root itself."""
    root: int = -1
    """Descriptor of the root."""
    content: bytes | None = None
    """Of a heredoc, which has no root."""
    remote: bool = False
    """Whether it comes from the web; such archives stay archives."""
    pivot: int = 0
    """With `--parents`: how many components of the path stay behind (`/./`)."""

    @property
    def name(self) -> str:
        return posixpath.basename(self.path)


class SourceMissing(InvalidParameter):
    """There is nothing of that name; `hint` says what there is."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Options(msgspec.Struct, frozen=True, kw_only=True):
    owner: tuple[int, int] | None = None
    """None keeps the owners, as for what comes from a stage."""
    mode: int | None = None
    exclude: tuple[ignore.Pattern, ...] = ()


def find(root: int, wanted: str, keyword: str) -> list[Source]:
    """What a word of COPY or ADD names; nothing for wildcards that nothing fits.

    Raises InvalidParameter.
    """
    path = posixpath.normpath("/".join(part for part in wanted.split("/") if part) or ".")
    if path == ".." or path.startswith("../"):
        raise InvalidParameter(
            f"{keyword} failed: forbidden path outside the build context: {wanted} ()"
        )
    path = "" if path == "." else path
    pivot = 0
    if "/./" in wanted:
        before = posixpath.normpath(wanted.partition("/./")[0].strip("/") or ".")
        pivot = 0 if before == "." else before.count("/") + 1
    if not ignore.is_pattern(path):
        try:
            os.close(open_in_root(root, path or ".", os.O_PATH))
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                raise SourceMissing(
                    f"{keyword} failed: file not found in build context or excluded by "
                    f".dockerignore: stat {path}: file does not exist",
                    _near(root, path),
                ) from error
            raise InvalidParameter(f"{keyword} failed: {wanted}: {error.strerror}") from error
        return [Source(path=path, root=root, pivot=pivot)]
    return [
        Source(path=match, root=root, pivot=pivot)
        for match in _matching(root, ignore.parse_pattern(path.removeprefix("!")).components)
    ]


def _near(root: int, path: str) -> str:
    """What lies in the folder where a name was looked for, and may have been meant."""
    folder, _, name = path.rpartition("/")
    try:
        handle = open_in_root(root, folder or ".", os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return f"there is no folder {folder} either"
    try:
        with os.scandir(handle) as entries:
            names = [entry.name for entry in itertools.islice(entries, NAMES_MAX)]
    finally:
        os.close(handle)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f"did you mean {posixpath.join(folder, near[0])}?"
    same = [one for one in names if one.lower() == name.lower()]
    return f"did you mean {posixpath.join(folder, same[0])}?" if same else ""


def _matching(root: int, pattern: Sequence[str]) -> list[str]:
    """The paths that fit, sorted; a folder that fits is not looked into."""
    found: list[str] = []
    taken: set[str] = set()
    for node in walk(root, ordered=True):
        text = os.fsdecode(node.path)
        folder = text
        while (folder := folder.rpartition("/")[0]) and folder not in taken:
            pass
        if not folder and ignore.matches(pattern, text.split("/")):
            found.append(text)
            if node.is_directory:
                taken.add(text)
    return sorted(found)


Item = tuple[Entry, Iterable[bytes]]


def is_folder(source: Source) -> bool:
    if source.content is not None:
        return False
    handle = open_in_root(source.root, source.path or ".", os.O_PATH)
    try:
        return stat.S_ISDIR(os.fstat(handle).st_mode)
    finally:
        os.close(handle)


def items(source: Source, options: Options) -> Iterator[Item]:
    """A file as one entry with an empty path; of a folder what is in it, not itself.

    The content of each is to be read, or left, before the next.
    """
    if source.content is not None:
        entry = Entry(path=b"", kind=Kind.FILE, mode=0o644, size=len(source.content))
        yield _changed(entry, options), (source.content,)
        return
    handle = open_in_root(source.root, source.path or ".", os.O_PATH)
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            yield from _below(handle, options)
        elif stat.S_ISREG(status.st_mode):
            # Opened through the descriptor: the name may be a link.
            file = os.open(fd_path(handle), os.O_RDONLY | os.O_CLOEXEC)
            try:
                entry = make_entry(b"", os.fstat(file), xattrs=xattrs(fd_path(file)))
                yield _changed(entry, options), _content(file, entry.size)
            finally:
                os.close(file)
        elif stat.S_ISSOCK(status.st_mode):
            raise InvalidParameter(f"{source.path}: a socket cannot be copied")
        else:
            yield _changed(make_entry(b"", status), options), ()
    finally:
        os.close(handle)


def _below(folder: int, options: Options) -> Iterator[Item]:
    linked: dict[tuple[int, int], bytes] = {}
    for node in walk(folder, ordered=True):
        if options.exclude and ignore.excluded(os.fsdecode(node.path), options.exclude):
            continue
        status = node.status
        if status.st_nlink > 1 and stat.S_ISREG(status.st_mode):
            first = linked.setdefault((status.st_dev, status.st_ino), node.path)
            if first != node.path:
                entry = make_entry(node.path, status, kind=Kind.HARDLINK, link=first)
                yield _changed(entry, options), ()
                continue
        if stat.S_ISREG(status.st_mode):
            file = os.open(node.name, _READ, dir_fd=node.parent_fd)
            try:
                status = os.fstat(file)
                if not stat.S_ISREG(status.st_mode):
                    continue
                entry = make_entry(node.path, status, xattrs=xattrs(fd_path(file)))
                yield _changed(entry, options), _content(file, entry.size)
            finally:
                os.close(file)
        elif stat.S_ISLNK(status.st_mode):
            link = os.readlink(node.name, dir_fd=node.parent_fd)
            yield _changed(make_entry(node.path, status, link=link), options), ()
        elif not stat.S_ISSOCK(status.st_mode) and not node.is_whiteout:
            yield _changed(make_entry(node.path, status), options), ()


def _changed(entry: Entry, options: Options) -> Entry:
    uid, gid = options.owner or (entry.uid, entry.gid)
    mode = entry.mode
    if options.mode is not None and entry.kind is not Kind.SYMLINK:
        mode = options.mode
    return msgspec.structs.replace(entry, uid=uid, gid=gid, mode=mode)


def _content(file: int, size: int) -> Iterator[bytes]:
    """Exactly so many bytes."""
    left = size
    while left:
        piece = os.read(file, min(left, _PIECE))
        if not piece:
            raise InvalidParameter("a file shrank while it was copied")
        left -= len(piece)
        yield piece


def digest(sources: Sequence[Source], options: Options) -> str:
    """What would be copied, as `file:…`, `dir:…` or `multi:…`; names count, times do not."""
    digests: list[tuple[str, str]] = []
    for source in sources:
        kind = "dir" if is_folder(source) else "file"
        whole = hashlib.sha256(source.path.encode(errors="surrogateescape") + b"\0")
        for entry, content in items(source, options):
            known = (
                entry.path,
                entry.kind.value,
                entry.mode,
                entry.uid,
                entry.gid,
                entry.link,
                entry.major,
                entry.minor,
                sorted(entry.xattrs.items()),
            )
            inner = hashlib.sha256()
            for piece in content:
                inner.update(piece)
            whole.update(repr(known).encode() + inner.digest())
        digests.append((kind, whole.hexdigest()))
    if len(digests) == 1:
        return ":".join(digests[0])
    together = hashlib.sha256()
    for kind, one in digests:
        together.update(f"{kind}\0{one}\n".encode())
    return f"multi:{together.hexdigest()}"


def packed(source: Source, place: bytes, options: Options) -> Iterator[bytes]:
    """The members of an archive that hold a source at that path of the image."""
    for entry, content in items(source, options):
        inner = place + b"/" + entry.path if place and entry.path else place or entry.path
        link = entry.link
        if entry.kind is Kind.HARDLINK and place:
            link = place + b"/" + link
        entry = msgspec.structs.replace(entry, path=inner, link=link)
        yield header(entry)
        if entry.kind is Kind.FILE:
            yield from content
            yield padding(entry.size)


def chunks(pieces: Iterator[bytes]) -> Callable[[], bytes]:
    """What a TarReader takes."""

    def chunk() -> bytes:
        waiting: list[bytes] = []
        size = 0
        for piece in pieces:
            waiting.append(piece)
            size += len(piece)
            if size >= _PIECE:
                break
        return b"".join(waiting)

    return chunk


def archive(parts: Iterable[Iterator[bytes]]) -> Iterator[bytes]:
    for part in parts:
        yield from part
    yield END
