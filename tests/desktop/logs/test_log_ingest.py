"""A source holds the whole log, in order, whatever happens to engine, connection and container."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from davit_desktop.logs.entries import Entry, Kind, Stream
from davit_desktop.logs.ingest import History, LogSource, Phase
from davit_desktop.logs.spool import LogSpool
from fakes.log_engine import EPOCH, LogEngine


class Source:
    """A source of a fake engine's log, and patience."""

    def __init__(self, engine: LogEngine, folder: Path, tail: int, limit: int) -> None:
        self._changed = threading.Event()
        spool = LogSpool(folder, segment_bytes=2000, limit_bytes=limit)
        self.source = LogSource(
            engine.client, ["writer"], folder, self._changed.set, tail=tail, spool=spool
        )

    def entries(self) -> list[Entry]:
        spool = self.source.spool
        lines = spool.lines(spool.first, spool.end - spool.first, 1 << 21)
        return [
            Entry(n.stream, n.time_ns, n.data, n.kind, n.source, n.level, n.code) for n in lines
        ]

    def texts(self) -> list[bytes]:
        return [e.data for e in self.entries() if e.kind <= Kind.PIECE]

    def kinds(self) -> list[Kind]:
        return [entry.kind for entry in self.entries()]

    def until(self, condition: Callable[[], object]) -> None:
        deadline = time.monotonic() + 60
        while not condition():
            assert time.monotonic() < deadline, (self.source.phase, self.source.problem)
            self._changed.wait(0.05)
            self._changed.clear()

    def close(self) -> None:
        self.source.close()
        self.source.join(5)


Open = Callable[..., Source]


@pytest.fixture
def engine() -> LogEngine:
    return LogEngine()


@pytest.fixture
def open_source(engine: LogEngine, tmp_path: Path) -> Iterator[Open]:
    made: list[Source] = []

    def make(tail: int = 100, limit: int = 1 << 30) -> Source:
        made.append(Source(engine, tmp_path, tail, limit))
        return made[-1]

    yield make
    for source in made:
        source.close()


def numbered(first: int, last: int) -> list[bytes]:
    return [b"line %d" % i for i in range(first, last)]


def test_the_end_comes_first_and_new_lines_follow(engine: LogEngine, open_source: Open) -> None:
    engine.write(*numbered(0, 500))
    source = open_source(tail=10)
    source.until(lambda: source.texts() == numbered(490, 500))
    assert engine.requests[0] == {"since": "", "tail": "10", "follow": "False"}
    engine.write(*numbered(500, 600), stream=Stream.ERR)
    source.until(lambda: source.texts() == numbered(490, 600))
    assert source.entries()[-1].stream is Stream.ERR
    assert source.source.phase is Phase.FOLLOWING


def test_earlier_lines_come_when_asked_for(engine: LogEngine, open_source: Open) -> None:
    engine.write(*numbered(0, 3000))
    source = open_source(tail=10)
    source.until(lambda: source.source.history is History.MORE)
    source.source.load_history()
    source.until(lambda: source.source.history is History.WHOLE)
    assert source.texts() == numbered(0, 3000)
    assert source.source.spool.first == -2990
    engine.write(b"more")
    source.until(lambda: source.texts()[-1] == b"more")


def test_earlier_lines_come_in_growing_parts(engine: LogEngine, open_source: Open) -> None:
    engine.write(*numbered(0, 50_000), step_ns=1000)
    source = open_source(tail=10)
    source.until(lambda: source.source.history is History.MORE)
    source.source.load_history(whole=False)
    source.until(lambda: source.source.spool.first == 10 - 20_000)
    source.until(lambda: source.source.history is History.MORE)
    engine.write(*numbered(50_000, 50_010))
    source.source.load_history(whole=False)
    source.until(lambda: len(source.texts()) == 50_010)
    source.source.load_history(whole=False)
    source.until(lambda: source.source.history is History.WHOLE)
    assert source.texts() == numbered(0, 50_010)


def test_equal_lines_at_the_seam_are_neither_lost_nor_repeated(
    engine: LogEngine, open_source: Open
) -> None:
    engine.write(b"first")
    engine.write(*[b"same"] * 50, step_ns=0)
    source = open_source(tail=20)
    source.until(lambda: source.source.history is History.MORE)
    source.source.load_history()
    source.until(lambda: source.source.history is History.WHOLE)
    assert source.texts() == [b"first"] + [b"same"] * 50


def test_a_short_log_is_whole_at_once(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"a", b"b")
    source = open_source()
    source.until(lambda: source.source.history is History.WHOLE)
    assert source.texts() == [b"a", b"b"]


def test_lines_that_were_rotated_away_meanwhile_do_not_stop_the_rest(
    engine: LogEngine, open_source: Open
) -> None:
    engine.write(*numbered(0, 100))
    source = open_source(tail=10)
    source.until(lambda: source.source.history is History.MORE)
    engine.forget(95)
    source.source.load_history()
    source.until(lambda: source.source.history is History.WHOLE)
    assert source.texts() == numbered(90, 100)
    assert source.kinds()[0] is Kind.GAP


def test_a_broken_stream_goes_on_where_it_was(engine: LogEngine, open_source: Open) -> None:
    engine.write(*numbered(0, 20))
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FOLLOWING)
    engine.break_streams()
    source.until(lambda: source.source.phase is Phase.BROKEN)
    engine.write(*numbered(20, 40))
    engine.come_back()
    source.until(lambda: len(source.texts()) >= 40)
    assert source.texts() == numbered(0, 40)
    assert all(entry.kind is Kind.LINE for entry in source.entries())


def test_more_lines_than_a_resumed_stream_begins_with_are_no_gap(
    engine: LogEngine, open_source: Open
) -> None:
    engine.write(*numbered(0, 20))
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FOLLOWING)
    engine.break_streams()
    engine.write(*numbered(20, 25_000), step_ns=1000)
    engine.come_back()
    source.until(lambda: len(source.texts()) >= 25_000)
    assert source.texts() == numbered(0, 25_000)


def test_lines_lost_by_rotation_leave_a_mark(engine: LogEngine, open_source: Open) -> None:
    engine.write(*numbered(0, 20))
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FOLLOWING)
    engine.break_streams()
    # What is written before the stream has ended still goes through it.
    source.until(lambda: source.source.phase is not Phase.FOLLOWING)
    engine.write(*numbered(20, 40))
    engine.forget(30)
    engine.come_back()
    source.until(lambda: source.texts() and source.texts()[-1] == b"line 39")
    assert source.texts() == numbered(0, 20) + numbered(30, 40)
    assert [e.kind for e in source.entries()].index(Kind.GAP) == 20


def test_a_restart_is_marked_between_the_runs(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"old run")
    source = open_source()
    source.until(lambda: source.texts() == [b"old run"])
    engine.exit_code = 3
    engine.stop()
    source.until(lambda: source.source.phase is Phase.ENDED)
    engine.start()
    engine.write(b"new run")
    source.until(lambda: source.texts() == [b"old run", b"new run"])
    marks = [e for e in source.entries() if e.kind is Kind.STARTED]
    ends = [e for e in source.entries() if e.kind is Kind.STOPPED]
    assert source.entries()[1:3] == [ends[0], marks[0]]
    assert (ends[0].time_ns, ends[0].code) == (engine.finished_ns, 3)
    assert [mark.time_ns for mark in marks] == [engine.started_ns]


def test_a_silent_restart_is_marked_too(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"old run")
    source = open_source()
    source.until(lambda: source.texts() == [b"old run"])
    engine.stop()
    source.until(lambda: source.source.phase is Phase.ENDED)
    engine.start()
    source.until(lambda: source.entries()[-1].kind is Kind.STARTED)


def test_a_restart_before_opening_is_marked(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"old run")
    engine.stop()
    engine.start()
    engine.write(b"new run")
    source = open_source()
    source.until(lambda: len(source.texts()) == 2)
    kinds = [e.kind for e in source.entries()]
    assert kinds == [Kind.LINE, Kind.STOPPED, Kind.STARTED, Kind.LINE]


def test_a_first_run_has_no_mark(engine: LogEngine, open_source: Open) -> None:
    engine.started_ns = EPOCH + 1_500_000  # Docker notes the start after the first lines
    engine.write(b"a", b"b", b"c")
    source = open_source()
    source.until(lambda: source.texts() == [b"a", b"b", b"c"])
    assert all(entry.kind is Kind.LINE for entry in source.entries())


def test_a_prompt_is_shown_before_its_line_ends(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"welcome")
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FOLLOWING)
    engine.write_unended(b"name? ")
    source.until(lambda: [e.data for e in source.source.unended] == [b"name? "])
    assert source.texts() == [b"welcome"]
    engine.write(b"joe")
    source.until(lambda: source.texts() == [b"welcome", b"name? joe"])
    assert source.source.unended == ()


def test_an_old_prompt_is_continued_after_opening(engine: LogEngine, open_source: Open) -> None:
    engine.write_unended(b"name? ")
    engine.write_unended(b"jo")
    source = open_source()
    source.until(lambda: [e.data for e in source.source.unended] == [b"name? jo"])
    engine.write(b"e")
    source.until(lambda: source.texts() == [b"name? joe"])


def test_the_log_of_a_stopped_container_is_whole_with_its_last_words(
    engine: LogEngine, open_source: Open
) -> None:
    engine.write(b"a")
    engine.write_unended(b"last words")
    engine.stop()
    source = open_source()
    source.until(lambda: source.source.phase is Phase.ENDED)
    assert source.texts() == [b"a", b"last words"]


def test_a_container_that_is_gone_is_said_to_be(engine: LogEngine, open_source: Open) -> None:
    engine.exists = False
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FAILED)
    assert "No such container" in source.source.problem


def test_an_engine_that_starts_later_is_waited_for(engine: LogEngine, open_source: Open) -> None:
    engine.write(b"hello")
    engine.reachable = False
    source = open_source()
    source.until(lambda: source.source.phase is Phase.BROKEN)
    engine.come_back()
    source.until(lambda: source.texts() == [b"hello"])


def test_a_limit_keeps_the_newest(engine: LogEngine, open_source: Open) -> None:
    source = open_source(limit=20_000)
    for start in range(0, 5000, 500):
        engine.write(*numbered(start, start + 500))
        source.until(lambda start=start: source.texts()[-1:] == [b"line %d" % (start + 499)])
    assert source.source.spool.dropped > 0
    assert source.source.spool.size <= 20_000


def test_closing_ends_the_thread(engine: LogEngine, open_source: Open) -> None:
    source = open_source()
    source.until(lambda: source.source.phase is Phase.FOLLOWING)
    source.close()
    assert "log source" not in [t.name for t in threading.enumerate() if t.is_alive()]
