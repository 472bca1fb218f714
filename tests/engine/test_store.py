"""The metadata store: what is committed survives, as a whole or not at all."""

import asyncio
import sqlite3
from pathlib import Path

import msgspec
import pytest

from davit_engine.errors import SystemFailure
from davit_engine.store import MIGRATIONS, Delete, Put, Store


class Record(msgspec.Struct):
    name: str


async def test_a_committed_record_is_found_by_the_next_store(tmp_path: Path) -> None:
    store = Store(tmp_path / "meta.db")
    await store.commit(
        [Put("volumes", "a", Record("first")), Put("volumes", "b", Record("second"))]
    )
    await store.commit([Delete("volumes", "b")])
    store.close()
    reopened = Store(tmp_path / "meta.db")
    assert reopened.load("volumes", Record) == {"a": Record("first")}
    reopened.close()


async def test_commits_keep_the_order_in_which_they_were_submitted(tmp_path: Path) -> None:
    store = Store(tmp_path / "meta.db")
    for number in range(200):
        store.submit([Put("volumes", "a", Record(str(number)))], durable=False)
    await store.commit([])
    assert store.load("volumes", Record) == {"a": Record("199")}
    store.close()


async def test_who_stops_waiting_takes_nothing_back_and_harms_nobody(tmp_path: Path) -> None:
    store = Store(tmp_path / "meta.db")
    for number in range(20):
        task = asyncio.create_task(store.commit([Put("volumes", str(number), Record("x"))]))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with asyncio.timeout(30):
        await store.commit([Put("volumes", "last", Record("y"))])
    assert len(store.load("volumes", Record)) == 21
    store.close()


async def test_a_failed_commit_changes_nothing_and_says_where(tmp_path: Path) -> None:
    store = Store(tmp_path / "meta.db")
    outside = sqlite3.connect(tmp_path / "meta.db")
    outside.execute("DROP TABLE networks")
    outside.close()
    with pytest.raises(SystemFailure, match=r"meta\.db"):
        await store.commit([Put("volumes", "a", Record("x")), Put("networks", "n", Record("y"))])
    assert store.load("volumes", Record) == {}
    await store.commit([Put("volumes", "b", Record("still works"))])
    store.close()


def test_a_newer_schema_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "meta.db"
    Store(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    newer.close()
    with pytest.raises(SystemFailure, match="newer Davit"):
        Store(path)


def test_a_file_that_is_no_database_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "meta.db"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(SystemFailure, match="keep a copy"):
        Store(path)
    assert path.read_bytes().startswith(b"not a database")


async def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    store = Store(tmp_path / "meta.db")
    await store.commit([Put("volumes", "broken", {"nome": 1})])
    with pytest.raises(SystemFailure, match="'broken' in volumes"):
        store.load("volumes", Record)
    store.close()
