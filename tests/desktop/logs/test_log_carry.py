"""A colour goes on in the lines after it, as far as it should."""

from davit_desktop.logs.ansi import PLAIN, Style
from davit_desktop.logs.carry import style_after
from davit_desktop.logs.entries import Kind, Stream
from davit_desktop.logs.spool import LogLine


def line(number: int, data: bytes, stream: Stream = Stream.OUT, kind: Kind = Kind.LINE) -> LogLine:
    return LogLine(number, stream, 0, kind, data, len(data))


RED = Style(foreground=1)


def test_a_colour_that_is_not_reset_goes_on() -> None:
    before = [line(0, b"\x1b[31mError:"), line(1, b"  in a second line")]
    assert style_after(before, Stream.OUT) == RED


def test_a_reset_ends_it() -> None:
    for reset in (b"\x1b[0m", b"\x1b[m"):
        before = [line(0, b"\x1b[31mError:"), line(1, b"more" + reset), line(2, b"plain")]
        assert style_after(before, Stream.OUT) == PLAIN


def test_attributes_add_up_over_lines() -> None:
    before = [line(0, b"\x1b[0m\x1b[31mred"), line(1, b"\x1b[1mand bold")]
    assert style_after(before, Stream.OUT) == Style(foreground=1, bold=True)


def test_streams_have_colours_of_their_own() -> None:
    before = [line(0, b"\x1b[31mError:", Stream.ERR)]
    assert style_after(before, Stream.OUT) == PLAIN
    assert style_after(before, Stream.ERR) == RED


def test_another_run_of_the_container_begins_plain() -> None:
    before = [line(0, b"\x1b[31mError:"), line(1, b"", kind=Kind.STARTED)]
    assert style_after(before, Stream.OUT) == PLAIN
