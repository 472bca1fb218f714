"""What steps of a build print, as lines of sources."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.build_log import LONGEST_ENTRY, BuildLog
from davit_desktop.logs.entries import Kind, Level, Stream
from davit_desktop.logs.ingest import Phase

PARTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(Stream), st.text(alphabet="a\n\r\0é\x1b")),
    max_size=20,
)


@given(parts=PARTS)
def test_every_byte_of_a_step_is_there_in_order(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[int, Stream, str]]
) -> None:
    log = BuildLog(tmp_path_factory.getbasetemp() / "log", lambda: None)
    try:
        for source, stream, text in parts:
            log.feed(source, stream, text, 1)
            log.flush()
        log.end()
        lines = log.spool.lines(0, 10_000, 1 << 30)
        for source in range(3):
            for stream in Stream:
                told = "".join(text for s, which, text in parts if (s, which) == (source, stream))
                kept = [x.data for x in lines if (x.source, x.stream) == (source, stream)]
                wanted = told.encode().split(b"\n")
                assert kept == (wanted if wanted[-1] else wanted[:-1])
    finally:
        log.close()


def test_a_prompt_is_seen_before_its_line_ends(tmp_path: Path) -> None:
    news: list[int] = []
    log = BuildLog(tmp_path, lambda: news.append(1))
    log.feed(3, Stream.OUT, "10 %", 1)
    log.flush()
    assert [(entry.data, entry.source) for entry in log.unended] == [(b"10 %", 3)]
    assert (log.spool.end, len(news)) == (0, 1)
    log.feed(3, Stream.OUT, " done\nERROR: no\n", 1)
    log.end(Phase.FAILED, "it went")
    assert log.unended == ()
    lines = log.spool.lines(0, 9, 99)
    assert [(line.data, line.level) for line in lines] == [
        (b"10 % done", Level.NONE),
        (b"ERROR: no", Level.ERROR),
    ]
    assert (log.phase, log.problem) == (Phase.FAILED, "it went")
    log.close()


def test_a_line_without_end_fills_no_memory(tmp_path: Path) -> None:
    log = BuildLog(tmp_path, lambda: None)
    for _ in range(40):
        log.feed(0, Stream.OUT, "x" * 100_000, 1)
    log.flush()
    assert sum(len(entry.data) for entry in log.unended) <= LONGEST_ENTRY
    assert {line.kind for line in log.spool.lines(0, 9, 1)} == {Kind.PIECE}
    log.close()
