"""Statistics that outlive the window: a small file for each container of an engine; no Qt.

A file is a magic word and records of one length, each with a check sum, only ever added to. What a
crash leaves half written is not a record, and the next write cuts it off. A file that has grown to
two days is written anew with the last one; containers nobody has measured for a week are forgotten.
"""

import hashlib
import logging
import os
import re
import struct
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from davit_desktop.state.stats import DAY, STEP, Point

log = logging.getLogger(__name__)

_MAGIC = b"DVTSTAT1"
_RECORD = struct.Struct("<dfQQffffI")
_SUM = struct.Struct("<I")
_LENGTH = _RECORD.size + _SUM.size
_MOST = int(2 * DAY / STEP)
_FORGOTTEN = 7 * DAY
_FILES = 300


class StatsHistory:
    """The files of one engine. Its calls block for a moment; give them to a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def of_engine(cls, host: str) -> "StatsHistory":
        """Where this user's window keeps them for the engine at this address."""
        digest = hashlib.sha256(host.encode()).hexdigest()[:16]
        cache = platformdirs.user_cache_path("davit", appauthor=False)
        return cls(cache / "stats" / digest)

    def load(self, id: str) -> list[Point]:
        """The last day's points of a container; none for what cannot be read."""
        file = self._file(id)
        if file is None:
            return []
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            log.warning("Cannot read %s: %s", file, error)
            return []
        since = time.time() - DAY
        return [point for point in _points(data) if since <= point.time <= time.time() + STEP]

    def append(self, id: str, points: Sequence[Point]) -> None:
        """Keep these too; a failure is only logged, for the window goes on without."""
        file = self._file(id)
        if file is None or not points:
            return
        try:
            self._append(file, points)
        except OSError as error:
            log.warning("Cannot keep statistics in %s: %s", file, error)

    def sweep(self) -> None:
        """Delete what nobody has added to for long, and the oldest beyond a bearable number."""
        try:
            files = sorted(
                ((file.stat().st_mtime, file) for file in self._folder.iterdir()), reverse=True
            )
        except OSError:
            return
        old = time.time() - _FORGOTTEN
        for place, (changed, file) in enumerate(files):
            if changed < old or place >= _FILES:
                file.unlink(missing_ok=True)

    def _append(self, file: Path, points: Sequence[Point]) -> None:
        content = b"".join(map(_record, points))
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("ab") as end:
            size = os.fstat(end.fileno()).st_size
            if size < len(_MAGIC):
                end.truncate(0)
                content = _MAGIC + content
            else:
                torn = (size - len(_MAGIC)) % _LENGTH
                if torn:
                    end.truncate(size - torn)
            end.write(content)
        if size > len(_MAGIC) + _MOST * _LENGTH:
            kept = _points(file.read_bytes())[-_MOST // 2 :]
            fresh = file.with_suffix(".new")
            fresh.write_bytes(_MAGIC + b"".join(map(_record, kept)))
            fresh.replace(file)

    def _file(self, id: str) -> Path | None:
        return self._folder / f"{id}.stats" if re.fullmatch(r"[0-9a-f]{12,64}", id) else None


def _record(point: Point) -> bytes:
    packed = _RECORD.pack(
        point.time,
        point.cpu_percent,
        min(point.memory_used, 2**64 - 1),
        min(point.memory_limit, 2**64 - 1),
        point.network_in,
        point.network_out,
        point.disk_read,
        point.disk_written,
        min(point.processes, 2**32 - 1),
    )
    return packed + _SUM.pack(zlib.crc32(packed))


def _points(data: bytes) -> list[Point]:
    if not data.startswith(_MAGIC):
        return []
    found = []
    for at in range(len(_MAGIC), len(data) - _LENGTH + 1, _LENGTH):
        packed = data[at : at + _RECORD.size]
        (told,) = _SUM.unpack_from(data, at + _RECORD.size)
        if told != zlib.crc32(packed):
            continue
        moment, cpu, used, limit, into, out, read, written, processes = _RECORD.unpack(packed)
        found.append(
            Point(
                time=moment,
                cpu_percent=cpu,
                memory_used=used,
                memory_limit=limit,
                network_in=into,
                network_out=out,
                disk_read=read,
                disk_written=written,
                processes=processes,
            )
        )
    return sorted(found, key=lambda point: point.time)
