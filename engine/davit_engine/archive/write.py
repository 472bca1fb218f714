"""Write a tar stream: ustar headers, with pax records for what does not fit (POSIX pax(1))."""

from typing import Final

from davit_engine.archive.entry import Entry, Kind

BLOCK: Final = 512
END: Final = bytes(2 * BLOCK)
_MAX_OCTAL_7: Final = 8**7 - 1
_MAX_OCTAL_11: Final = 8**11 - 1
_DEVICES: Final = (Kind.CHARACTER, Kind.BLOCK)


def header(entry: Entry) -> bytes:
    """What precedes an entry's content: its block, after pax records where needed.

    Times are written to the second, as Docker writes layers.
    """
    records: list[tuple[bytes, bytes]] = []
    name = entry.path or b"."
    if entry.kind is Kind.DIRECTORY:
        name += b"/"
    if len(name) > 100 or not name.isascii():
        records.append((b"path", name))
    if len(entry.link) > 100 or not entry.link.isascii():
        records.append((b"linkpath", entry.link))
    if entry.size > _MAX_OCTAL_11:
        records.append((b"size", b"%d" % entry.size))
    if entry.uid > _MAX_OCTAL_7:
        records.append((b"uid", b"%d" % entry.uid))
    if entry.gid > _MAX_OCTAL_7:
        records.append((b"gid", b"%d" % entry.gid))
    seconds = entry.mtime_ns // 1_000_000_000
    if not 0 <= seconds <= _MAX_OCTAL_11:
        records.append((b"mtime", b"%d" % seconds))
    records += [
        (b"SCHILY.xattr." + key.encode(errors="surrogateescape"), value)
        for key, value in sorted(entry.xattrs.items())
    ]
    block = _block(
        name=name[:100] if name.isascii() else _ascii(name),
        mode=entry.mode,
        uid=entry.uid if entry.uid <= _MAX_OCTAL_7 else 0,
        gid=entry.gid if entry.gid <= _MAX_OCTAL_7 else 0,
        size=entry.size if entry.size <= _MAX_OCTAL_11 else 0,
        seconds=seconds if 0 <= seconds <= _MAX_OCTAL_11 else 0,
        flag=entry.kind.value,
        link=entry.link[:100] if entry.link.isascii() else _ascii(entry.link),
        device=(entry.major, entry.minor) if entry.kind in _DEVICES else None,
    )
    if not records:
        return block
    payload = b"".join(_record(key, value) for key, value in records)
    last = entry.path.rpartition(b"/")[2]
    extended = _block(
        name=b"PaxHeaders.0/" + _ascii(last)[:80],
        mode=0,
        uid=0,
        gid=0,
        size=len(payload),
        seconds=0,
        flag=b"x",
        link=b"",
        device=None,
    )
    return extended + payload + padding(len(payload)) + block


def padding(size: int) -> bytes:
    """What follows `size` bytes of content up to the next block."""
    return bytes(-size % BLOCK)


def _block(
    *,
    name: bytes,
    mode: int,
    uid: int,
    gid: int,
    size: int,
    seconds: int,
    flag: bytes,
    link: bytes,
    device: tuple[int, int] | None,
) -> bytes:
    numbers = b"%07o\0%07o\0%07o\0%011o\0%011o\0" % (mode, uid, gid, size, seconds)
    devices = b"%07o\0%07o\0" % device if device else bytes(16)
    tail = flag + link.ljust(100, b"\0") + b"ustar\x0000" + bytes(64) + devices + bytes(167)
    start = name.ljust(100, b"\0") + numbers
    total = sum(start) + sum(tail) + 8 * ord(" ")
    return start + b"%06o\0 " % total + tail


def _record(key: bytes, value: bytes) -> bytes:
    """`LENGTH key=value`, where the length counts itself."""
    rest = len(key) + len(value) + 3
    length = rest + len(str(rest))
    if length != rest + len(str(length)):
        length = rest + len(str(length))
    return b"%d %b=%b\n" % (length, key, value)


def _ascii(name: bytes) -> bytes:
    return name.decode("ascii", errors="replace").replace("�", "_").encode()[:100]
