"""Escape sequences: colours are understood, everything else disappears, text never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.ansi import PLAIN, Run, Style, parse, rgb, strip

hostile = st.lists(
    st.one_of(
        st.text(max_size=5),
        st.sampled_from(
            [
                "\x1b",
                "\x1b[",
                "\x1b]",
                "\x1bP",
                "\x1b\\",
                "\x07",
                "[",
                "m",
                ";",
                "31",
                "38;5;",
                "0",
                "\x1b[31m",
                "\x1b[0m",
                "\x1b]0;t\x07",
                "\x1b[2J",
                "\x1b[38;2;1;2;3m",
                "\x1b(B",
            ]
        ),
    ),
    max_size=30,
).map("".join)


@given(hostile)
def test_text_and_runs_fit_together(text: str) -> None:
    styled = parse(text)
    assert styled.text == strip(text)
    end = 0
    for run in styled.runs:
        assert end <= run.start < run.end <= len(styled.text)
        assert run.style != PLAIN
        end = run.end


@given(hostile)
def test_characters_are_only_removed_with_a_whole_sequence(text: str) -> None:
    left = iter(text)
    assert all(char in left for char in parse(text).text)
    if "\x1b" not in text:
        assert parse(text).text == text


@given(st.lists(hostile, max_size=5))
def test_stripping_a_chunk_keeps_its_lines(lines: list[str]) -> None:
    lines = [line.replace("\n", "") for line in lines]
    assert strip("\n".join(lines)) == "\n".join(strip(line) for line in lines)


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b]0;evil title\x07",
        "\x1b]0;evil title\x1b\\",
        "\x1b]8;;https://evil.example\x1b\\",
        "\x1b]52;c;ZXZpbA==\x07",
        '\x1bP$q"p\x1b\\',
        "\x1b_payload\x1b\\",
        "\x1b[2J",
        "\x1b[10;10H",
        "\x1b[?1049h",
        "\x1b[6n",
        "\x1b[>c",
        "\x1bc",
        "\x1b7",
        "\x1b(B",
        "\x1b#8",
    ],
)
def test_everything_but_colour_is_removed(sequence: str) -> None:
    assert parse(f"a{sequence}b") == ("ab", (), PLAIN)


@pytest.mark.parametrize("broken", ["\x1b", "\x1b[", "\x1b[31", "\x1b]0;title", "\x1bPdata"])
def test_a_broken_sequence_stays_and_hides_nothing(broken: str) -> None:
    assert parse(f"a{broken}").text == f"a{broken}"


@pytest.mark.parametrize(
    ("codes", "style"),
    [
        ("31", Style(foreground=1)),
        ("91", Style(foreground=9)),
        ("44", Style(background=4)),
        ("104", Style(background=12)),
        ("1;3;4", Style(bold=True, italic=True, underline=True)),
        ("2;7;9", Style(faint=True, inverse=True, strike=True)),
        ("38;5;208", Style(foreground=208)),
        ("48;5;22", Style(background=22)),
        ("38;2;1;2;3", Style(foreground=(1, 2, 3))),
        ("38:2::1:2:3", Style(foreground=(1, 2, 3))),
        ("38:2:1:2:3", Style(foreground=(1, 2, 3))),
        ("38:5:9", Style(foreground=9)),
        ("38;5;208;1", Style(foreground=208, bold=True)),
        ("38;2;1;2;3;4", Style(foreground=(1, 2, 3), underline=True)),
        ("4:3", Style(underline=True)),
        ("31;0;32", Style(foreground=2)),
        ("1;22;3;23;4;24;7;27;9;29;31;39;41;49", PLAIN),
        ("38;5;999", PLAIN),
        ("38;5", PLAIN),
        ("38", PLAIN),
        ("8", PLAIN),
        ("99999999", PLAIN),
        ("", PLAIN),
    ],
)
def test_sgr_codes(codes: str, style: Style) -> None:
    styled = parse(f"\x1b[{codes}mx")
    assert styled.text == "x"
    assert styled.after == style
    assert styled.runs == (() if style == PLAIN else (Run(0, 1, style),))


def test_a_style_goes_on_where_a_line_ended() -> None:
    first = parse("\x1b[31mred")
    assert parse("still", first.after).runs == (Run(0, 5, Style(foreground=1)),)


def test_palette_colours() -> None:
    assert rgb(3) is None
    assert rgb(16) == (0, 0, 0)
    assert rgb(231) == (255, 255, 255)
    assert rgb(208) == (255, 135, 0)
    assert rgb(232) == (8, 8, 8)
    assert rgb((1, 2, 3)) == (1, 2, 3)
