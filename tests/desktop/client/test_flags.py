"""Reading flags as Go's pflag does."""

from __future__ import annotations

import pytest

from davit_desktop.client.flags import Flag, FlagError, parse_bool, scan, usage_lines

TABLE = (
    Flag("tty", "t", "", "Allocate a pseudo-TTY"),
    Flag("interactive", "i", "", "Keep STDIN open"),
    Flag("env", "e", "list", "Set environment variables"),
    Flag("name", "", "string", "Assign a name"),
    Flag("hidden"),
)


def read(*argv: str, interspersed: bool = False) -> tuple[list[tuple[str, str]], list[str]]:
    given, words = scan(argv, TABLE, interspersed=interspersed)
    return [(item.flag.name, item.text) for item in given], words


@pytest.mark.parametrize(
    ("argv", "given"),
    [
        (["--name", "x"], [("name", "x")]),
        (["--name=x=y"], [("name", "x=y")]),
        (["--name="], [("name", "")]),
        (["--tty"], [("tty", "true")]),
        (["--tty=false"], [("tty", "false")]),
        (["-it"], [("interactive", "true"), ("tty", "true")]),
        (["-ite", "A=1"], [("interactive", "true"), ("tty", "true"), ("env", "A=1")]),
        (["-eA=1"], [("env", "A=1")]),
        (["-e=A=1"], [("env", "A=1")]),
        (["-e", "-x"], [("env", "-x")]),
    ],
)
def test_spellings(argv: list[str], given: list[tuple[str, str]]) -> None:
    assert read(*argv, "image") == (given, ["image"])


def test_flags_after_the_first_word_belong_to_the_command() -> None:
    assert read("-t", "image", "-i", "--foo") == ([("tty", "true")], ["image", "-i", "--foo"])


def test_interspersed_flags_are_found_anywhere() -> None:
    assert read("a", "-t", "b", "--", "-i", interspersed=True) == (
        [("tty", "true")],
        ["a", "b", "-i"],
    )


def test_two_dashes_end_the_flags() -> None:
    assert read("--", "-t") == ([], ["-t"])


def test_a_dash_alone_is_a_word() -> None:
    assert read("-", "-t", interspersed=True) == ([("tty", "true")], ["-"])


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--foo"], "unknown flag: --foo"),
        (["-z"], "unknown shorthand flag: 'z' in -z"),
        (["-itz"], "unknown shorthand flag: 'z' in -z"),
        (["--name"], "flag needs an argument: --name"),
        (["-ite"], "flag needs an argument: 'e' in -e"),
    ],
)
def test_mistakes_are_worded_as_docker_words_them(argv: list[str], message: str) -> None:
    with pytest.raises(FlagError) as failure:
        read(*argv)
    assert str(failure.value) == message


def test_a_switch_takes_only_truth_values() -> None:
    assert parse_bool(TABLE[0], "1") is True
    assert parse_bool(TABLE[0], "F") is False
    with pytest.raises(FlagError, match='invalid argument "x" for "-t, --tty" flag'):
        parse_bool(TABLE[0], "x")


def test_help_shows_columns_and_hides_what_has_no_words() -> None:
    assert usage_lines(TABLE) == [
        "  -e, --env list      Set environment variables",
        "  -i, --interactive   Keep STDIN open",
        "      --name string   Assign a name",
        "  -t, --tty           Allocate a pseudo-TTY",
    ]
