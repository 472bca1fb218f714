"""What programs write ends on the screen as xterm would show it, and nothing can break it."""

import gc
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.ansi import Style
from davit_desktop.terminal.emulator import CursorShape, Emulator, MouseMode
from davit_desktop.terminal.rows import STUB
from davit_desktop.terminal.screen import MOST, SCROLLBACK


def fed(data: str | bytes, columns: int = 20, rows: int = 5) -> Emulator:
    emulator = Emulator(columns, rows)
    emulator.feed(data.encode() if isinstance(data, str) else data)
    return emulator


def shown(emulator: Emulator) -> list[str]:
    screen = emulator.screen
    found = [
        screen.line(len(screen.scrollback) + row).text.rstrip() for row in range(screen.height)
    ]
    while found and not found[-1]:
        found.pop()
    return found


def style_at(emulator: Emulator, x: int, y: int) -> Style:
    return emulator.screen.rows[y].styles[x]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("one\r\ntwo", ["one", "two"]),
        ("abc\b\bX", ["aXc"]),
        ("a\tb", ["a       b"]),
        ("x" * 20 + "y", ["x" * 20, "y"]),
        ("x" * 20 + "\r\ny", ["x" * 20, "y"]),
        ("\x1b[?7l" + "x" * 25 + "y", ["x" * 19 + "y"]),
        ("abcdef\x1b[3D\x1b[K", ["abc"]),
        ("abcdef\x1b[3D\x1b[1K", ["    ef"]),
        ("abcdef\x1b[4D\x1b[2P", ["abef"]),
        ("abcdef\x1b[4D\x1b[2@", ["ab  cdef"]),
        ("abcdef\x1b[4D\x1b[2X", ["ab  ef"]),
        ("ab\x1b[3b", ["abbbb"]),
        ("abc\x1b[4h\x1b[1GX", ["Xabc"]),
        ("1\r\n2\r\n3\x1b[2;1H\x1b[L", ["1", "", "2", "3"]),
        ("1\r\n2\r\n3\x1b[1;1H\x1b[M", ["2", "3"]),
        ("1\r\n2\r\n3\r\n4\r\n5\x1b[2;4r\x1b[4;1H\n", ["1", "3", "4", "", "5"]),
        ("1\r\n2\r\n3\r\n4\r\n5\x1b[2;4r\x1b[2;1H\x1bM", ["1", "", "2", "3", "5"]),
        ("1\r\n2\x1b[S", ["2"]),
        ("1\r\n2\x1b[T", ["", "1", "2"]),
        ("\x1b(0lqk\x1b(B lqk", ["┌─┐ lqk"]),
        ("\x1b)0\x0eqq\x0fqq", ["──qq"]),
        ("a\x1b7\x1b[5;5Hb\x1b8c", ["ac", "", "", "", "    b"]),
        ("main\x1b[?1049hother\x1b[?1049l!", ["main!"]),
        ("漢字", ["漢字"]),
        ("漢字\x1b[2GX", [" X字"]),
        ("漢字\x1b[3GX", ["漢X"]),
        ("x" * 19 + "漢", ["x" * 19, "漢"]),
        ("e\u0301a", ["e\u0301a"]),
        ("\x1b]0;title\x07text", ["text"]),
        ("\x1b]0;title\x1b\\text", ["text"]),
        ("\x1b]52;c;aGVsbG8=\x07text", ["text"]),
        ("\x1bP$qm\x1b\\text", ["text"]),
        ("\x1bPhidden\x1b\\\x1b_hidden\x1b\\\x1b^hidden\x1b\\text", ["text"]),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", ["link"]),
        ("\x1b]0;never ended\r\ntext", ["", "text"]),
        ("\x1b[31\x18text", ["text"]),
        ("\x1b[>4;2mtext\x1b[?4mtext", ["texttext"]),
        ("\x1b#8\x1b[2J", []),
        (b"\xff\xfe ok \xc3", ["\ufffd\ufffd ok"]),
        ("\x80\x9b31mtext", ["31mtext"]),
        ("\x1bctext", ["text"]),
        ("abc\x1b[99999999999999999999Cd", ["abc                d"]),
    ],
)
def test_output_is_shown_as_a_terminal_shows_it(written: str | bytes, seen: list[str]) -> None:
    assert shown(fed(written)) == seen


def test_sequences_may_come_in_pieces() -> None:
    whole = "a\x1b[38;5;120mb\x1b]0;t\x1b\\c漢\x1b(0q\x1b(B\r\nd".encode()
    emulator = Emulator(20, 5)
    for byte in whole:
        emulator.feed(bytes([byte]))
    assert shown(emulator) == ["abc漢─", "d"]
    assert style_at(emulator, 1, 0) == Style(foreground=120)


@pytest.mark.parametrize(
    ("parameters", "style"),
    [
        ("1;3;4;7;9", Style(bold=True, italic=True, underline=True, inverse=True, strike=True)),
        ("31;44", Style(foreground=1, background=4)),
        ("91;104", Style(foreground=9, background=12)),
        ("38;5;208", Style(foreground=208)),
        ("48;2;1;2;3", Style(background=(1, 2, 3))),
        ("38:2::1:2:3", Style(foreground=(1, 2, 3))),
        ("1;22", Style()),
        ("", Style()),
    ],
)
def test_styles_reach_the_cells(parameters: str, style: Style) -> None:
    assert style_at(fed(f"\x1b[{parameters}mx"), 0, 0) == style


def test_erasing_paints_the_background() -> None:
    emulator = fed("\x1b[44m\x1b[K")
    assert style_at(emulator, 19, 0) == Style(background=4)


def test_a_wide_character_takes_two_cells_and_goes_as_one() -> None:
    emulator = fed("漢")
    assert emulator.screen.rows[0].chars[:2] == ["漢", STUB]
    emulator.feed(b"\x1b[2GX")
    assert emulator.screen.rows[0].chars[:2] == [" ", "X"]


def test_lines_that_leave_the_screen_can_be_scrolled_back_to() -> None:
    emulator = fed("".join(f"{n}\r\n" for n in range(SCROLLBACK + 500)))
    screen = emulator.screen
    assert len(screen.scrollback) == SCROLLBACK
    assert screen.line(SCROLLBACK - 1).text == str(SCROLLBACK + 500 - 5)
    assert screen.scrolled == SCROLLBACK + 500 - 4


@given(
    st.lists(st.sampled_from(["", "a", "bcd", "x" * 19]), min_size=1, max_size=60),
    st.integers(0, 6),
)
def test_many_lines_at_once_end_as_one_by_one(lines: list[str], before: int) -> None:
    prefix = "p\r\n" * before
    fast = fed(prefix + "\r\n".join(lines))
    slow = Emulator(20, 5)
    for char in prefix + "\r\n".join(lines):
        slow.feed(char.encode())
    assert [fast.screen.line(i).text for i in range(fast.screen.count)] == [
        slow.screen.line(i).text for i in range(slow.screen.count)
    ]
    assert (fast.screen.cursor.x, fast.screen.cursor.y) == (
        slow.screen.cursor.x,
        slow.screen.cursor.y,
    )
    assert fast.screen.scrolled == slow.screen.scrolled


def test_the_second_screen_leaves_no_trace() -> None:
    emulator = fed("one\x1b[?1049h" + "x\r\n" * 50)
    assert not emulator.screen.scrollback
    emulator.feed(b"\x1b[?1049l")
    assert shown(emulator) == ["one"]


def test_narrower_and_wider_again_keeps_the_text() -> None:
    emulator = fed("0123456789abcdef\r\n$ ls")
    emulator.resize(10, 5)
    assert shown(emulator) == ["0123456789", "abcdef", "$ ls"]
    assert (emulator.screen.cursor.x, emulator.screen.cursor.y) == (4, 2)
    emulator.resize(20, 5)
    assert shown(emulator) == ["0123456789abcdef", "$ ls"]


def test_lower_and_higher_again_keeps_the_text() -> None:
    emulator = fed("1\r\n2\r\n3\r\n4\r\n5")
    emulator.resize(20, 2)
    assert shown(emulator) == ["4", "5"]
    emulator.resize(20, 5)
    assert shown(emulator) == ["1", "2", "3", "4", "5"]


def test_modes_are_known_to_keys_and_mouse() -> None:
    modes = fed("\x1b[?1h\x1b[?2004h\x1b[?1002;1006h\x1b[?1004h\x1b[5 q\x1b[?25l").modes
    assert modes.application_cursor
    assert modes.bracketed_paste
    assert modes.mouse is MouseMode.DRAGS
    assert modes.mouse_sgr
    assert modes.focus
    assert modes.cursor_shape is CursorShape.BAR
    assert not modes.cursor_visible


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("\x1b[c", b"\x1b[?62;22c"),
        ("\x1b[6n", b"\x1b[1;1R"),
        ("\x1b[5n", b"\x1b[0n"),
        ("\x1b[?2004$p", b"\x1b[?2004;2$y"),
        ("\x1b[?31337$p", b"\x1b[?31337;0$y"),
        ("\x1b]11;?\x07", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"),
        ("\x1bP$qrm -rf\r\x1b\\", b"\x1bP0$r\x1b\\"),
        ("\x05", b""),
        ("\x1b]0;rm -rf /\r\x07\x1b[21t", b""),
        ("\x1b]52;c;?\x07", b""),
        ("\x1b]4;1;?\x07", b""),
    ],
)
def test_queries_get_fixed_answers_or_none(asked: str, answer: bytes) -> None:
    assert fed(asked).replies() == answer


def test_a_flood_of_queries_is_not_answered_in_full() -> None:
    assert len(fed("\x1b[6n" * 100_000).replies()) <= 512


def test_the_bell_is_counted() -> None:
    assert fed("\x07\x07").bells == 2


_SEQUENCES = st.sampled_from(
    [
        b"\x1b[",
        b"\x1b]",
        b"\x1bP",
        b"\x1b",
        b"\x1b\\",
        b"\x07",
        b"\r\n",
        b"\r",
        b"\n",
        b"\t",
        b"\x08",
        b"\x1b[?1049h",
        b"\x1b[?1049l",
        b"\x1b[?6h",
        b"\x1b[2;4r",
        b"\x1b[4h",
        b"\x1bM",
        b"\x1bD",
        b"\x1b[65535;65535H",
        b"\x1b[999999S",
        b"\x1b[999L",
        b"\x1b[3J",
        b"\x1b[2J",
        b"\x1bc",
        b"\x1b[99999b",
        b"\x1b[3g",
        b"\x1b[44m",
        b"\x1b[K",
        b"\x1b[2P",
        b"\x1b[2@",
        b"\x1b[?7l",
        "漢".encode(),
        "é".encode(),
        "\u200d\u202e".encode(),
        b"\xff",
        b"abc",
        b"x" * 50,
    ]
)


@given(st.lists(st.one_of(_SEQUENCES, st.binary(max_size=8)), max_size=60), st.data())
def test_no_bytes_and_no_size_break_the_screen(pieces: list[bytes], data: st.DataObject) -> None:
    emulator = Emulator(12, 4)
    for piece in pieces:
        emulator.feed(piece)
        if data.draw(st.integers(0, 9)) == 0:
            emulator.resize(data.draw(st.integers(0, 40)), data.draw(st.integers(0, 12)))
        screen = emulator.screen
        assert len(screen.rows) == screen.height
        assert all(len(row.chars) == len(row.styles) == screen.columns for row in screen.rows)
        assert 0 <= screen.cursor.x < screen.columns
        assert 0 <= screen.cursor.y < screen.height
        assert 0 <= screen.top <= screen.bottom < screen.height
        for row in screen.rows:
            assert row.chars[0] != STUB
            for x, char in enumerate(row.chars):
                assert not row.simple or len(char) == 1
                assert x < row.reach or (char, row.styles[x]) == (" ", Style())
        assert len(screen.lines(0, screen.count)) == screen.count


@pytest.fixture
def no_collections() -> Iterator[None]:
    """What the other tests of this process left is not the terminal's to clean up."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize(
    "hostile",
    [
        b"\x1b]0;" + b"x" * 3_000_000,
        b"\x1b[" + b"1;" * 1_000_000,
        b"\x1b[9999999b" * 200_000,
        b"a\x1b[99999b" * 2_000,
        b"e" + "\u0301".encode() * 300_000,
        b"\x1b7" * 500_000,
        b"\x1b[2J" * 100_000,
    ],
    ids=["title", "parameters", "repeats", "letters", "marks", "saves", "clears"],
)
def test_a_slice_of_work_is_short_whatever_was_written(
    hostile: bytes, no_collections: None
) -> None:
    emulator = Emulator(200, 50)
    worst = 0.0
    began = time.perf_counter()
    for at in range(0, len(hostile), 65536):
        emulator.write(hostile[at : at + 65536])
        more = True
        while more and time.perf_counter() - began < 1.0:
            start = time.thread_time()
            more = emulator.run(0.008)
            worst = max(worst, time.thread_time() - start)
    assert worst < 0.1
    assert len(emulator.screen.scrollback) <= SCROLLBACK
    assert all(len(char) < 16 for row in emulator.screen.rows for char in row.chars)


def test_many_colours_cost_scrollback_rather_than_memory() -> None:
    emulator = Emulator(100, 5)
    line = "".join(f"\x1b[38;5;{16 + n % 200}mx" for n in range(100)) + "\r\n"
    emulator.feed((line * 5_000).encode())
    assert 1_000 < len(emulator.screen.scrollback) <= 4_000
    emulator.feed(b"\x1b[3J" + b"plain\r\n" * 20_000)
    assert len(emulator.screen.scrollback) == SCROLLBACK


def test_a_size_is_bounded() -> None:
    emulator = Emulator(80, 24)
    emulator.resize(65535, 65535)
    assert (emulator.screen.columns, emulator.screen.height) == MOST
