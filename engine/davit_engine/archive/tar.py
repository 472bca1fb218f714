"""Read a tar stream: ustar, pax and GNU long names, strictly (POSIX pax(1), GNU tar manual).

Whatever is ambiguous or reaches outside is refused with the entry's name, so that no other reader
of the same archive can see something else than we do. What is decided here:

- `..` in a name is refused; absolute names and `.` are folded into the root.
- Numbers are octal or base-256, never negative, owners below 2^32 - 1; times are clamped.
- Sparse files, multi-volume parts and unknown types are refused; global headers are ignored.
- Extended attributes that speak to the host are dropped and counted, see `entry.ALLOWED_XATTRS`.
"""

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final

from davit_engine.archive.entry import ALLOWED_XATTRS, Entry, Kind, Limits, show
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.paths import MAX_NAME, MAX_PATH

_BLOCK: Final = 512
_HEADER: Final = struct.Struct("100s8s8s8s12s12s8sc100s6s2s32s32s8s8s155s12s")
_OCTAL: Final = re.compile(rb"[ \0]*([0-7]*)[ \0]*")
_DECIMAL: Final = re.compile(rb"[0-9]{1,19}")
_SECONDS: Final = re.compile(rb"(-?)([0-9]{1,19})(?:\.([0-9]*))?")
_ZEROS: Final = bytes(_BLOCK)
_KINDS: Final = {kind.value: kind for kind in Kind} | {b"\0": Kind.FILE, b"7": Kind.FILE}
_XATTR: Final = "SCHILY.xattr."
_MAX_ID: Final = 2**32 - 2
_MAX_SIZE: Final = 2**63 - 1
_MAX_TIME: Final = 253_402_300_799
"""The end of the year 9999; file systems clamp further on their own."""
_MAX_MAJOR: Final = 2**12 - 1
_MAX_MINOR: Final = 2**20 - 1
_SLASHES: Final = re.compile(rb"(?:^|/)(?:\.?(?:/|$)|\.\.(?:/|$))")
_EMPTY: Final[dict[str, bytes]] = {}


class TarReader:
    """Entries in the archive's order. The content of each is read, or skipped, before the next.

    `chunk` gives the next bytes of the uncompressed stream, of any length, empty at its end.
    """

    def __init__(self, chunk: Callable[[], bytes], limits: Limits | None = None) -> None:
        self._next_chunk = chunk
        self._limits = limits or Limits()
        self._data = b""
        self._at = 0
        self._content = 0
        self._padding = 0
        self._entries = 0
        self.dropped_xattrs: dict[str, int] = {}
        """Names of attributes that were left out, and how often."""

    def __iter__(self) -> Iterator[Entry]:
        while (entry := self.next()) is not None:
            yield entry

    def next(self) -> Entry | None:
        """The next entry, None at the end. Raises InvalidParameter."""
        self._skip(self._content)
        if self._padding:
            self._skip_padding()
        self._content = self._padding = 0
        pax: dict[str, bytes] = {}
        long_name: bytes | None = None
        long_link: bytes | None = None
        extended = False
        while True:
            block = self._block(eof=not extended)
            if block is None:
                return None
            fields = _HEADER.unpack(block)
            _check_sum(block, fields[6])
            flag = fields[7]
            if flag in b"xgLK":
                extended = flag != b"g" or extended
                payload = self._payload(_number(fields[4], "size", fields[0]), fields[0])
                if flag == b"x":
                    pax = _pax_records(payload)
                elif flag == b"L":
                    long_name = payload.split(b"\0", 1)[0]
                elif flag == b"K":
                    long_link = payload.split(b"\0", 1)[0]
                self._entries += 1
                self._check_count()
                continue
            self._entries += 1
            self._check_count()
            entry = self._entry(fields, block, pax, long_name, long_link)
            self._content = entry.size
            self._padding = -entry.size % _BLOCK
            return entry

    def content(self) -> Iterator[memoryview]:
        """The content of the entry that `next` gave last, in pieces."""
        while self._content:
            available = len(self._data) - self._at
            if available == 0:
                self._fill()
                continue
            size = min(available, self._content)
            piece = memoryview(self._data)[self._at : self._at + size]
            self._at += size
            self._content -= size
            yield piece

    def drain(self) -> None:
        """Read what follows the end, which a digest of the stream covers too."""
        self._data, self._at = b"", 0
        while self._next_chunk():
            pass

    def _entry(
        self,
        fields: tuple[bytes, ...],
        block: bytes,
        pax: dict[str, bytes],
        long_name: bytes | None,
        long_link: bytes | None,
    ) -> Entry:
        raw_name = pax.get("path") or long_name or _name(fields, block)
        kind = _KINDS.get(fields[7])
        if kind is None:
            raise InvalidParameter(
                f"{show(raw_name)}: entries of type {show(fields[7])} are not accepted"
            )
        path = clean(raw_name)
        if kind is Kind.FILE and raw_name.endswith(b"/"):
            kind = Kind.DIRECTORY
        if not path and kind is not Kind.DIRECTORY:
            raise InvalidParameter(f"{show(raw_name)}: the root can only be a folder")
        size = _number(fields[4], "size", path)
        uid = _number(fields[2], "uid", path)
        gid = _number(fields[3], "gid", path)
        mtime_ns = _time(fields[5])
        xattrs = _EMPTY
        if pax:
            if "size" in pax:
                size = _decimal(pax["size"], "size", path)
            if "uid" in pax:
                uid = _decimal(pax["uid"], "uid", path)
            if "gid" in pax:
                gid = _decimal(pax["gid"], "gid", path)
            if "mtime" in pax:
                mtime_ns = _pax_time(pax["mtime"], path)
            xattrs = self._xattrs(pax, path)
        if uid > _MAX_ID or gid > _MAX_ID:
            raise InvalidParameter(f"{show(path)}: owner {uid}:{gid} is out of range")
        if kind is not Kind.FILE:
            size = 0  # some writers put the size of a link's target or of a folder there
        elif size > self._limits.size:
            raise InvalidParameter(f"{show(path)}: {size} bytes are more than is accepted")
        link = b""
        if kind is Kind.HARDLINK or kind is Kind.SYMLINK:
            link = pax.get("linkpath") or long_link or fields[8].split(b"\0", 1)[0]
            if not link or len(link) > MAX_PATH:
                raise InvalidParameter(f"{show(path)}: a link needs a target of 1 to 4095 bytes")
            if kind is Kind.HARDLINK:
                link = clean(link)
        major = minor = 0
        if kind is Kind.CHARACTER or kind is Kind.BLOCK:
            major, minor = _number(fields[13], "major", path), _number(fields[14], "minor", path)
            if major > _MAX_MAJOR or minor > _MAX_MINOR:
                raise InvalidParameter(f"{show(path)}: device {major}:{minor} is out of range")
        return Entry(
            path=path,
            kind=kind,
            mode=_number(fields[1], "mode", path) & 0o7777,
            uid=uid,
            gid=gid,
            size=size,
            mtime_ns=mtime_ns,
            link=link,
            major=major,
            minor=minor,
            xattrs=xattrs,
        )

    def _xattrs(self, pax: dict[str, bytes], path: bytes) -> dict[str, bytes]:
        kept = {}
        for key, value in pax.items():
            if key.startswith("GNU.sparse."):
                raise InvalidParameter(f"{show(path)}: sparse entries are not accepted")
            if key.startswith(_XATTR):
                name = key[len(_XATTR) :]
                if name in ALLOWED_XATTRS or (
                    name.startswith("user.") and not name.startswith("user.overlay.")
                ):
                    if len(name) > MAX_NAME or len(value) > 65536:
                        raise InvalidParameter(
                            f"{show(path)}: an extended attribute is larger than Linux allows"
                        )
                    kept[name] = value
                else:
                    shown = show(name.encode(errors="surrogateescape"))
                    if shown in self.dropped_xattrs or len(self.dropped_xattrs) < 100:
                        self.dropped_xattrs[shown] = self.dropped_xattrs.get(shown, 0) + 1
        return kept or _EMPTY

    def _check_count(self) -> None:
        if self._entries > self._limits.entries:
            raise InvalidParameter(f"the archive has more than {self._limits.entries} entries")

    def _payload(self, size: int, name: bytes) -> bytes:
        if size > self._limits.header:
            raise InvalidParameter(f"{show(name)}: an extended header of {size} bytes is too long")
        payload = self._take(size)
        self._skip(-size % _BLOCK)
        return payload

    def _block(self, *, eof: bool) -> bytes | None:
        """The next header, None at the end of the archive."""
        at = self._at
        block = self._data[at : at + _BLOCK]
        if len(block) == _BLOCK:
            self._at = at + _BLOCK
        else:
            if len(block) == 0:
                self._data, self._at = self._next_chunk(), 0
                if not self._data:
                    if eof:
                        return None
                    raise InvalidParameter("the archive ends after an extended header")
            block = self._take(_BLOCK)
        if block != _ZEROS:
            return block
        if not eof:
            raise InvalidParameter("the archive ends after an extended header")
        if self._at == len(self._data):
            self._data, self._at = self._next_chunk(), 0
        if self._data and self._take(_BLOCK) != _ZEROS:
            raise InvalidParameter("an empty header in the middle of the archive")
        return None

    def _take(self, size: int) -> bytes:
        pieces = []
        while size:
            piece = self._data[self._at : self._at + size]
            if piece:
                self._at += len(piece)
                size -= len(piece)
                pieces.append(piece)
            else:
                self._fill()
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _skip(self, size: int) -> None:
        while size:
            step = min(size, len(self._data) - self._at)
            if step == 0:
                self._fill()
            self._at += step
            size -= step

    def _skip_padding(self) -> None:
        """What fills the last block of a file; some writers leave out the archive's very last."""
        while self._padding:
            if self._at == len(self._data):
                self._data, self._at = self._next_chunk(), 0
                if not self._data:
                    return
            step = min(self._padding, len(self._data) - self._at)
            self._at += step
            self._padding -= step

    def _fill(self) -> None:
        self._data, self._at = self._next_chunk(), 0
        if not self._data:
            raise InvalidParameter("the archive is cut off in the middle of an entry")


def clean(name: bytes) -> bytes:
    """A name as a relative path without empty, `.` or `..` parts; raises InvalidParameter."""
    if b"\0" in name:
        raise InvalidParameter(f"{show(name)}: a name must not hold a null byte")
    path = name.strip(b"/") if name[:1] == b"/" or name[-1:] == b"/" else name
    if _SLASHES.search(path):
        parts = [part for part in path.split(b"/") if part not in (b"", b".")]
        if b".." in parts:
            raise InvalidParameter(f"{show(name)}: a name must not contain '..'")
        path = b"/".join(parts)
    if len(path) > MAX_NAME and (
        len(path) > MAX_PATH or max(map(len, path.split(b"/"))) > MAX_NAME
    ):
        raise InvalidParameter(f"{show(name)}: the name is longer than Linux allows")
    return path


def _name(fields: tuple[bytes, ...], block: bytes) -> bytes:
    name = fields[0].split(b"\0", 1)[0]
    if fields[9] == b"ustar\0" and fields[15][0]:
        prefix = fields[15][:131] if block[508:] == b"tar\0" else fields[15]
        head = prefix.split(b"\0", 1)[0]
        return head + b"/" + name if head else name
    return name


def _check_sum(block: bytes, field: bytes) -> None:
    found = _OCTAL.fullmatch(field)
    expected = int(found[1] or b"0", 8) if found else -1
    total = sum(block) - sum(field) + 8 * ord(" ")
    if total == expected:
        return
    # Some old writers summed signed characters.
    signed = total - 256 * sum(byte > 127 for byte in block[:148] + block[156:])
    if signed != expected:
        raise InvalidParameter("not a tar archive, or a damaged one: a header's checksum is wrong")


def _number(field: bytes, what: str, path: bytes) -> int:
    if field[0] & 0x80:
        if field[0] & 0x40:
            raise InvalidParameter(f"{show(path)}: a negative {what}")
        value = int.from_bytes(field, "big") & ((1 << (8 * len(field) - 1)) - 1)
        if value > _MAX_SIZE:
            raise InvalidParameter(f"{show(path)}: {what} {value} is out of range")
        return value
    found = _OCTAL.fullmatch(field)
    if not found:
        raise InvalidParameter(f"{show(path)}: {what} {show(field)} is not a number")
    return int(found[1] or b"0", 8)


def _decimal(value: bytes, what: str, path: bytes) -> int:
    if not _DECIMAL.fullmatch(value) or int(value) > _MAX_SIZE:
        raise InvalidParameter(f"{show(path)}: {what} {show(value)} is not acceptable")
    return int(value)


def _time(field: bytes) -> int:
    """Nanoseconds, with what no file system holds clamped."""
    if field[0] & 0x80:
        if field[0] & 0x40:
            return 0
        return min(int.from_bytes(field, "big") & ((1 << 95) - 1), _MAX_TIME) * 1_000_000_000
    found = _OCTAL.fullmatch(field)
    if not found:
        raise InvalidParameter(f"{show(field)} is not a time")
    return min(int(found[1] or b"0", 8), _MAX_TIME) * 1_000_000_000


def _pax_time(value: bytes, path: bytes) -> int:
    found = _SECONDS.fullmatch(value)
    if not found:
        raise InvalidParameter(f"{show(path)}: {show(value)} is not a time")
    if found[1]:
        return 0
    nanoseconds = int((found[3] or b"")[:9].ljust(9, b"0"))
    return min(int(found[2]), _MAX_TIME) * 1_000_000_000 + nanoseconds


def _pax_records(payload: bytes) -> dict[str, bytes]:
    """The records of an extended header; later ones win, an empty value takes the record back."""
    records: dict[str, bytes] = {}
    at = 0
    while at < len(payload):
        space = payload.find(b" ", at, at + 20)
        length = payload[at:space] if space > 0 else b""
        if not _DECIMAL.fullmatch(length):
            raise InvalidParameter("an extended header's record has no length")
        end = at + int(length)
        equals = payload.find(b"=", space + 1, end)
        if end > len(payload) or end <= space + 2 or payload[end - 1] != 0x0A or equals < 0:
            raise InvalidParameter("an extended header's record is malformed")
        key = payload[space + 1 : equals]
        value = payload[equals + 1 : end - 1]
        if not key or b"\0" in key:
            raise InvalidParameter("an extended header's record has an impossible name")
        if key in (b"path", b"linkpath") and b"\0" in value:
            raise InvalidParameter(f"{show(value)}: a name must not hold a null byte")
        records[key.decode(errors="surrogateescape")] = value
        at = end
    return {key: value for key, value in records.items() if value or key.startswith(_XATTR)}
