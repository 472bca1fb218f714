"""Tables, templates and JSON lines of rows."""

from __future__ import annotations

import json

import pytest

from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.listing import listed
from davit_desktop.cli.table import render, shortened

HEADERS = {"ID": "CONTAINER ID", "Names": "NAMES", "Ports": "PORTS"}
ROWS = [
    {"ID": "0123456789ab", "Names": "a", "Ports": "", "Label": lambda name: f"<{name}>"},
    {"ID": "ba9876543210", "Names": "much-longer", "Ports": "80/tcp", "Label": lambda name: ""},
]


def test_columns_are_as_wide_as_their_content_and_three_spaces() -> None:
    assert render(["CONTAINER ID", "PORTS", "NAMES"], [["0123456789ab", "", "web"]]) == (
        "CONTAINER ID   PORTS     NAMES\n"
        "0123456789ab             web\n"
    )  # fmt: skip


def test_the_last_column_is_not_padded() -> None:
    assert render(["A", "B"], []) == "A         B\n"


def test_rows_may_have_more_columns_than_the_header() -> None:
    assert render(["A"], [["x", "y"]]) == "A\nx         y\n"


def test_the_usual_table() -> None:
    text = listed("", HEADERS, ("ID", "Names"), ROWS)
    assert text.splitlines() == [
        "CONTAINER ID   NAMES",
        "0123456789ab   a",
        "ba9876543210   much-longer",
    ]


def test_a_table_of_ones_own_has_the_right_headings() -> None:
    text = listed(r"table {{.Names}}\t{{.Ports}}", HEADERS, (), ROWS)
    assert text.splitlines() == ["NAMES         PORTS", "a             ", "much-longer   80/tcp"]


def test_json_is_one_object_a_line_without_what_needs_an_argument() -> None:
    lines = listed("json", HEADERS, (), ROWS).splitlines()
    assert json.loads(lines[0]) == {"ID": "0123456789ab", "Names": "a", "Ports": ""}
    assert listed("{{json .}}", HEADERS, (), ROWS).splitlines() == lines


def test_a_template_and_a_placeholder_with_an_argument() -> None:
    text = listed('{{.Names}}{{.Label "x"}}', HEADERS, (), ROWS)
    assert text == "a<x>\nmuch-longer\n"


def test_a_placeholder_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandFailed, match=r"failed to execute template: .*Nope"):
        listed("{{.Nope}}", HEADERS, (), ROWS)


def test_shortened_ends_in_an_ellipsis() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abcdefg", 6) == "abcde…"
