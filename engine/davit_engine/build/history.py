"""The records of builds: what was built, when, and how it ended. The last `RECORDS_MAX` are kept.

A folder each, below the data root: the record, the events, the Dockerfile.
"""

import logging
import secrets
import shutil
from collections.abc import AsyncIterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.build.events import Failed, encode
from davit_engine.build.journal import Journal, replay
from davit_engine.errors import Conflict, NotFound
from davit_engine.kernel.blocking import finished

log = logging.getLogger(__name__)

RECORDS_MAX: Final = 100
INTERRUPTED: Final = "the engine ended while this was being built"

_RECORD: Final = "record.json"
_EVENTS: Final = "events.ndjson"
_DOCKERFILE: Final = "Dockerfile"


class BuildState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    """By the daemon's end."""


class BuildRecord(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    started: int
    """Unix nanoseconds."""
    duration: int | None = None
    """Milliseconds; None while it runs."""
    state: BuildState = BuildState.RUNNING
    tags: tuple[str, ...] = ()
    image: str = ""
    dockerfile: str = ""
    """Its path, as the client gave it."""
    target: str = ""
    platform: str = ""
    folder: str = ""
    """What the client called its context."""
    steps: int = 0
    """Without FROM."""
    cached: int = 0
    error: str = ""


class BuildHistory:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._records: dict[str, BuildRecord] = {}
        self._journals: dict[str, Journal] = {}
        """Of builds that run."""

    async def start(self) -> Sequence[str]:
        """Load the records; the ids of the builds that the daemon's end interrupted."""
        self._records, interrupted = await finished(None, self._load)
        await self._forget_oldest()
        return interrupted

    def _load(self) -> tuple[dict[str, BuildRecord], Sequence[str]]:
        found = []
        interrupted = []
        for folder in self._folder.iterdir():
            try:
                record = msgspec.json.decode((folder / _RECORD).read_bytes(), type=BuildRecord)
            except (OSError, msgspec.MsgspecError) as error:
                log.warning("forgetting a build whose record cannot be read: %s", error)
                shutil.rmtree(folder, ignore_errors=True)
                continue
            if record.state is BuildState.RUNNING:
                record = self._interrupted(folder, record)
                interrupted.append(record.id)
            found.append(record)
        found.sort(key=lambda one: one.started)
        return {record.id: record for record in found}, interrupted

    def _interrupted(self, folder: Path, record: BuildRecord) -> BuildRecord:
        events = folder / _EVENTS
        with events.open("a+b") as file:
            file.seek(0)
            whole = file.read().rpartition(b"\n")
            file.truncate(len(whole[0]) + len(whole[1]))
            last_ns = events.stat().st_mtime_ns
            file.write(encode(Failed(text=INTERRUPTED)))
        record = msgspec.structs.replace(
            record,
            state=BuildState.INTERRUPTED,
            duration=max(0, last_ns - record.started) // 1_000_000,
            error=INTERRUPTED,
        )
        _write(folder, record)
        return record

    # Writing

    async def begin(self, record: BuildRecord) -> Journal:
        """Keep a record, and a journal that is to be entered at once."""
        await finished(None, self._make, record)
        self._records[record.id] = record
        self._journals[record.id] = journal = Journal(self._folder / record.id / _EVENTS)
        return journal

    def _make(self, record: BuildRecord) -> None:
        folder = self._folder / record.id
        folder.mkdir(mode=0o700)
        # There may be who follows before the first event.
        (folder / _EVENTS).touch()
        _write(folder, record)

    async def keep_dockerfile(self, id: str, text: str) -> None:
        file = self._folder / id / _DOCKERFILE
        await finished(None, file.write_text, text, errors="surrogateescape")

    async def end(self, record: BuildRecord) -> None:
        """The journal is closed."""
        self._records[record.id] = record
        self._journals.pop(record.id, None)
        await finished(None, _write, self._folder / record.id, record)
        await self._forget_oldest()

    async def _forget_oldest(self) -> None:
        ended = [id for id in self._records if id not in self._journals]
        for id in ended[: max(0, len(self._records) - RECORDS_MAX)]:
            await self.remove(id)

    async def remove(self, id: str) -> None:
        """Raises NotFound, and Conflict for one that runs."""
        record = self.get(id)
        if record.id in self._journals:
            raise Conflict(f"build {record.id} is running: cancel it first")
        del self._records[record.id]
        await finished(None, shutil.rmtree, self._folder / record.id, ignore_errors=True)

    # Reading

    def records(self) -> Sequence[BuildRecord]:
        """Newest first."""
        return list(reversed(self._records.values()))

    def get(self, id: str) -> BuildRecord:
        """By id or unique prefix. Raises NotFound."""
        return self._records[lookup.find(dict.fromkeys(self._records, ""), id, "build")]

    def update(self, record: BuildRecord) -> None:
        """What is known by now of one that runs."""
        self._records[record.id] = record

    def events(self, id: str, *, follow: bool) -> AsyncIterator[bytes]:
        """Raises NotFound at once."""
        record = self.get(id)
        journal = self._journals.get(record.id)
        if journal is not None and follow:
            return journal.follow()
        size = journal.written if journal is not None else None
        return replay(self._folder / record.id / _EVENTS, size)

    async def dockerfile(self, id: str) -> str:
        """Raises NotFound, also for a build that ended before there was one."""
        file = self._folder / self.get(id).id / _DOCKERFILE
        try:
            return await finished(None, file.read_text, errors="replace")
        except FileNotFoundError:
            raise NotFound(f"build {id} ended before its Dockerfile was read") from None


def new_build_id() -> str:
    return secrets.token_hex(8)


def _write(folder: Path, record: BuildRecord) -> None:
    new = folder / f"{_RECORD}.new"
    new.write_bytes(msgspec.json.encode(record))
    new.rename(folder / _RECORD)
