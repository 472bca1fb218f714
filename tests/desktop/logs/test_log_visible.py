"""What is drawn of a text is visible, in order, and leads back to the text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs.visible import cells

anything = st.one_of(
    st.text(max_size=40),
    st.text("ab\t\x00\x1b\u202e\u200b\udcff日é\u0301", max_size=40),
    st.binary(max_size=40).map(lambda data: data.decode("utf-8", "surrogateescape")),
)


@given(anything)
def test_nothing_drawn_is_invisible_or_moves_text(text: str) -> None:
    text = text.replace("\n", "")
    for char in cells(text).shown:
        if char in text:
            assert unicodedata.category(char) not in ("Cc", "Cs")
            assert unicodedata.bidirectional(char) not in (
                *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
            )


@given(anything)
def test_every_place_of_the_text_is_found_again_from_its_cell(text: str) -> None:
    text = text.replace("\n", "")
    drawn = cells(text)
    assert list(drawn.source) == sorted(drawn.source)
    assert list(drawn.column) == sorted(drawn.column)
    assert len(drawn.source) == len(drawn.column) == len(drawn.shown) + 1
    assert drawn.source[-1] == len(text) == drawn.length
    for place in range(len(text) + 1):
        at = drawn.shown_index(place)
        assert drawn.source[at] == place
        column = drawn.column[at]
        if at == len(drawn.shown) or drawn.column[at + 1] > column:
            assert drawn.source_at(column) == place


def test_controls_have_pictures_and_others_names() -> None:
    assert cells("a\x00\x1b\x7f").shown == "a\u2400\u241b\u2421"
    assert cells(b"\xff\xfe".decode("utf-8", "surrogateescape")).shown == "\\xff\\xfe"
    assert cells("gpj.\u202eexe").shown == "gpj.<U+202E>exe"
    assert cells("zero\u200bwidth").shown == "zero<U+200B>width"
    assert cells("\x9b31m").shown == "\\x9b31m"


def test_tabs_reach_the_next_stop() -> None:
    assert cells("a\tb").shown == "a       b"
    assert cells("12345678\tb").width == 17


def test_wide_and_combining_characters_take_their_cells() -> None:
    assert cells("日本").width == 4
    assert cells("e\u0301x").width == 2
