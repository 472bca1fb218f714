"""A line's level is found in the shapes that programs write, and a record keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.entries import Level, Stream
from davit_desktop.logs.levels import RECORD_NS, Levels, level_of


@pytest.mark.parametrize(
    ("line", "level"),
    [
        (b'{"time":1,"level":"error","msg":"INFO"}', Level.ERROR),
        (b'{"severity":"WARNING","message":"x"}', Level.WARN),
        (b'{"level":30,"msg":"pino"}', Level.INFO),
        (b'{"msg":"level is none"}', Level.NONE),
        (b"ts=1 level=warn msg=ERROR", Level.WARN),
        (b'time="2026" level="debug" msg=x', Level.DEBUG),
        (b"2026-11-21 22:00:00.123 [error] 12#12: open() failed", Level.ERROR),
        (b"2026-11-21T22:00:00Z  INFO app: up", Level.INFO),
        (b"\x1b[33mWARN\x1b[0m careful", Level.WARN),
        (b"WARNING:root:careful", Level.WARN),
        (b"fatal: no such thing", Level.ERROR),
        (b"E0102 15:04:05.678901 1 server.go:1] bad", Level.ERROR),
        (b"I0102 15:04:05.678901 1 server.go:1] fine", Level.INFO),
        (b"[trace] x", Level.TRACE),
        (b"GET /errors/ERRORS_1 200", Level.NONE),
        (b"informational page", Level.NONE),
        (b"", Level.NONE),
    ],
)
def test_the_level_is_found(line: bytes, level: Level) -> None:
    assert level_of(line) is level


@given(st.binary(max_size=200))
def test_any_bytes_have_some_level(line: bytes) -> None:
    assert level_of(line) in Level


def test_lines_of_a_record_keep_its_level() -> None:
    levels = Levels()
    assert levels.of(Stream.ERR, 1, b"ERROR it broke") is Level.ERROR
    assert levels.of(Stream.ERR, 2, b"  at main.py:1") is Level.ERROR
    assert levels.of(Stream.OUT, 3, b"hello") is Level.NONE
    assert levels.of(Stream.ERR, 3, b"INFO fine") is Level.INFO
    assert levels.of(Stream.ERR, 4, b"and more") is Level.INFO
    assert levels.of(Stream.ERR, 5 + RECORD_NS, b"much later") is Level.NONE
