"""The logs of several containers come in one order of time, whole, each in its own order."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.ingest import History, LogSource, Phase
from davit_desktop.logs.merging import Order, merged
from fakes.log_engine import LogEngine, LogEngineClient


class Merged:
    """A source of several containers' logs, and patience."""

    def __init__(
        self, folder: Path, *engines: LogEngine, tail: int = 2000, others: Sequence[LogEngine] = ()
    ) -> None:
        self._changed = threading.Event()
        self._engines = {engine.name: engine for engine in (*engines, *others)}
        self.source = LogSource(
            lambda: LogEngineClient(self._engines),
            [engine.name for engine in engines],
            folder,
            self._changed.set,
            tail=tail,
        )

    def join(self, engine: LogEngine) -> None:
        self.source.add(engine.name)

    def lines(self) -> list[tuple[int, bytes]]:
        spool = self.source.spool
        found = spool.lines(spool.first, spool.end - spool.first, 1 << 21)
        return [(line.source, line.data) for line in found if line.kind <= Kind.PIECE]

    def kinds(self) -> list[tuple[int, Kind]]:
        spool = self.source.spool
        found = spool.lines(spool.first, spool.end - spool.first, 1 << 21)
        return [(line.source, line.kind) for line in found]

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 30
        while not condition():
            assert time.monotonic() < deadline, (self.source.phase, self.lines()[-5:])
            self._changed.wait(0.05)
            self._changed.clear()

    def close(self) -> None:
        self.source.close()
        self.source.join(5)


@pytest.fixture
def web() -> LogEngine:
    return LogEngine("web")


@pytest.fixture
def db() -> LogEngine:
    return LogEngine("db")


@pytest.fixture
def merge(tmp_path: Path) -> Iterator[Callable[..., Merged]]:
    made: list[Merged] = []

    def make(*engines: LogEngine, **options: Any) -> Merged:
        made.append(Merged(tmp_path, *engines, **options))
        return made[-1]

    yield make
    for each in made:
        each.close()


def in_turn(first: LogEngine, second: LogEngine, count: int) -> list[tuple[int, bytes]]:
    """Both write by turns; what is expected of it."""
    start = max(first._now, second._now)
    first.advance_to(start)
    second.advance_to(start + 500_000)
    for number in range(count):
        first.write(b"first %d" % number)
        second.write(b"second %d" % number)
    return [
        (source, name + b" %d" % number)
        for number in range(count)
        for source, name in enumerate((b"first", b"second"))
    ]


def test_what_was_written_is_shown_by_time(merge, web: LogEngine, db: LogEngine) -> None:
    expected = in_turn(web, db, 50)
    both = merge(web, db)
    both.until(lambda: both.source.history is History.WHOLE)
    assert both.lines() == expected


def test_what_is_written_later_follows_by_time(merge, web: LogEngine, db: LogEngine) -> None:
    both = merge(web, db)
    both.until(lambda: both.source.phase is Phase.FOLLOWING)
    expected = in_turn(web, db, 300)
    both.until(lambda: len(both.lines()) == 600)
    assert both.lines() == expected


def test_late_lines_of_a_slow_container_go_where_they_belong(
    merge, web: LogEngine, db: LogEngine
) -> None:
    both = merge(web, db)
    both.until(lambda: both.source.phase is Phase.FOLLOWING)
    db.advance_to(web._now + 500_000)
    web.write(b"web 1", b"web 2", b"web 3")
    both.until(lambda: len(both.lines()) == 3)
    db.write(b"db 1", b"db 2")
    both.until(lambda: len(both.lines()) == 5)
    assert both.lines() == [
        (0, b"web 1"), (1, b"db 1"), (0, b"web 2"), (1, b"db 2"), (0, b"web 3")
    ]  # fmt: skip


def test_only_what_is_complete_is_shown_until_earlier_lines_are_there(
    merge, web: LogEngine, db: LogEngine
) -> None:
    db.write(b"long ago")
    expected = in_turn(web, db, 1000)
    web.write(*[b"web"] * 500)
    both = merge(web, db, tail=400)  # 200 of each
    both.until(lambda: both.source.history is History.MORE)
    assert both.lines() == [(0, b"web")] * 200
    both.source.load_history()
    both.until(lambda: both.source.history is History.WHOLE)
    assert both.lines() == [(1, b"long ago"), *expected, *[(0, b"web")] * 500]


def test_a_container_that_comes_later_joins(merge, web: LogEngine, db: LogEngine) -> None:
    web.write(b"web 1")
    both = merge(web, others=[db])
    both.until(lambda: both.source.phase is Phase.FOLLOWING)
    db.advance_to(web._now)
    db.write(b"db 1")
    both.join(db)
    both.until(lambda: (1, b"db 1") in both.lines())
    web.advance_to(db._now)
    web.write(b"web 2")
    both.until(lambda: len(both.lines()) == 3)
    assert both.lines() == [(0, b"web 1"), (1, b"db 1"), (0, b"web 2")]


def test_a_container_that_joins_before_the_first_is_shown_is_not_forgotten(
    merge, web: LogEngine, db: LogEngine
) -> None:
    web.write(b"web")
    db.write(b"db")
    both = merge(web, others=[db])
    both.join(db)
    both.until(lambda: sorted(both.lines()) == [(0, b"web"), (1, b"db")])


def test_the_start_of_one_that_joined_is_heard(merge, web: LogEngine, db: LogEngine) -> None:
    db.write(b"old")
    db.stop()
    both = merge(web, others=[db])
    both.until(lambda: both.source.phase is Phase.FOLLOWING)
    both.join(db)
    both.until(lambda: (1, b"old") in both.lines())
    db.start()
    db.write(b"new")
    both.until(lambda: (1, b"new") in both.lines())


def test_one_that_is_gone_does_not_keep_others(merge, web: LogEngine, db: LogEngine) -> None:
    db.exists = False
    web.write(b"here")
    both = merge(web, db)
    both.until(lambda: both.lines() == [(0, b"here")])
    both.until(lambda: both.source.phase is Phase.FOLLOWING)
    assert both.source.problem == ""


def test_restarts_of_each_are_marked(merge, web: LogEngine, db: LogEngine) -> None:
    web.write(b"old")
    web.exit_code = 7
    web.stop()
    web.start()
    web.write(b"new")
    db.write(b"db")
    both = merge(web, db)
    both.until(lambda: len(both.lines()) == 3)
    marks = [(source, kind) for source, kind in both.kinds() if kind > Kind.PIECE]
    assert marks == [(0, Kind.STOPPED), (0, Kind.STARTED)]


times = st.lists(st.integers(0, 50), max_size=8)


@given(st.lists(times, min_size=1, max_size=4))
def test_merging_keeps_every_line_and_each_ones_order(parts: list[list[int]]) -> None:
    entries = [
        [Entry(Stream.OUT, time_ns, b"%d" % at, source=source) for at, time_ns in enumerate(part)]
        for source, part in enumerate(parts)
    ]
    everything = [entry for part in entries for entry in part]
    for result in (list(merged(entries)), Order().sorted(everything)):
        assert sorted(result) == sorted(everything)
        for source, part in enumerate(entries):
            assert [entry for entry in result if entry.source == source] == part
        if all(part == sorted(part) for part in parts):
            assert [e.time_ns for e in result] == sorted(e.time_ns for e in everything)
