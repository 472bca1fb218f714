"""Typed records in one SQLite file.

Every table maps a key to one JSON record. Services keep their records in memory, where a plain
function checks and changes them; the store is what survives. A commit is a list of operations that
becomes visible as a whole or not at all.

One thread writes. Commits that wait are joined into one transaction, so a burst costs one fsync.
`durable=False` leaves the fsync to the next durable commit or checkpoint: the file stays
consistent, but the change may be lost in a power cut. It is meant for state that a reboot
invalidates anyway.
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from davit_engine.errors import SystemFailure

T = TypeVar("T")

APPLICATION_ID: Final = 0x64767431
"""The SQLite header field that marks the file as ours ("dvt1")."""

_FIRST_TABLES: Final = (
    "containers",
    "images",
    "tags",
    "layers",
    "networks",
    "volumes",
    "leases",
    "intents",
    "settings",
)
TABLES: Final = (*_FIRST_TABLES, "build_cache")

MIGRATIONS: Final[Sequence[Sequence[str]]] = (
    tuple(
        f"CREATE TABLE {table} (key TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID"
        for table in _FIRST_TABLES
    ),
    ("CREATE TABLE build_cache (key TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID",),
)
"""Statements that lead from schema version N to N + 1; the version is SQLite's `user_version`."""


class Put(msgspec.Struct, frozen=True):
    """Write `record` under `key`, replacing what was there."""

    table: str
    key: str
    record: object


class Delete(msgspec.Struct, frozen=True):
    """Forget `key`; not an error when there is none."""

    table: str
    key: str


class _Commit(msgspec.Struct, frozen=True):
    statements: list[tuple[str, tuple[object, ...]]]
    durable: bool
    done: Future[None]


class Store:
    """The engine's metadata. Open once; `close` before exit."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = _open(path)
        self._queue: queue.SimpleQueue[_Commit | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="store", daemon=True)
        self._thread.start()

    def load(self, table: str, record_type: type[T]) -> dict[str, T]:
        """All records of a table. Called at start, before anything is written.

        Raises SystemFailure naming the table and key when a record does not fit its type.
        """
        rows = {}
        for key, record in self._connection.execute(f"SELECT key, record FROM {_checked(table)}"):
            try:
                rows[key] = msgspec.json.decode(record, type=record_type)
            except msgspec.DecodeError as error:
                raise SystemFailure(
                    f"the database holds a damaged record {key!r} in {table}: {error}"
                ) from error
        return rows

    async def commit(self, operations: Iterable[Put | Delete], *, durable: bool = True) -> None:
        """Apply all operations, or none. Returns when the change is on disk (if `durable`).

        Who is cancelled while it waits has changed the store all the same.
        """
        await asyncio.wrap_future(self.submit(operations, durable=durable))

    def submit(self, operations: Iterable[Put | Delete], *, durable: bool = True) -> Future[None]:
        """As `commit`, without waiting. Commits are applied in the order of submission."""
        statements = [_statement(operation) for operation in operations]
        done: Future[None] = Future()
        # Whoever stops waiting takes nothing back; a cancelled future would end the thread.
        done.set_running_or_notify_cancel()
        self._queue.put(_Commit(statements, durable, done))
        return done

    def close(self) -> None:
        """Write what waits, fold the log into the file and close it."""
        self._queue.put(None)
        self._thread.join()
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _write(self) -> None:
        while True:
            first = self._queue.get()
            if first is None:
                return
            batch = [first]
            stop = False
            while not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    stop = True
                    break
                batch.append(more)
            self._apply(batch)
            if stop:
                return

    def _apply(self, batch: list[_Commit]) -> None:
        durable = any(commit.durable for commit in batch)
        error: BaseException | None = None
        try:
            self._connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            for commit in batch:
                for sql, parameters in commit.statements:
                    self._connection.execute(sql, parameters)
            self._connection.execute("COMMIT")
        except sqlite3.Error as caught:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            error = SystemFailure(f"cannot write the database {self._path}: {caught}")
            error.__cause__ = caught
        for commit in batch:
            if error is None:
                commit.done.set_result(None)
            else:
                commit.done.set_exception(error)


def _checked(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"no table {table!r}")
    return table


def _statement(operation: Put | Delete) -> tuple[str, tuple[object, ...]]:
    table = _checked(operation.table)
    if isinstance(operation, Put):
        record = msgspec.json.encode(operation.record)
        return f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (operation.key, record)
    return f"DELETE FROM {table} WHERE key = ?", (operation.key,)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA trusted_schema=OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise SystemFailure(
                f"{path} was written by a newer Davit (schema {version}, this one knows "
                f"{len(MIGRATIONS)}). Install that version again, or use another data root."
            )
        for step, statements in enumerate(MIGRATIONS[version:], start=version + 1):
            connection.execute("BEGIN IMMEDIATE")
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={step}")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise SystemFailure(
            f"cannot open the database {path}: {error}. Nothing was changed; keep a copy of the "
            "file before you move it away to start with an empty one."
        ) from error
    except BaseException:
        connection.close()
        raise
    return connection
