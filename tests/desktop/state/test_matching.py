"""The palette's letters find what a person means, and never what does not hold them."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.matching import fit


def _best(wanted: str, *texts: str) -> str:
    found = [(fit(wanted, text), text) for text in texts]
    return max((score, text) for score, text in found if score is not None)[1]


def test_letters_side_by_side_beat_scattered_ones() -> None:
    assert _best("sto", "Settings to export", "Stop web") == "Stop web"


def test_the_start_of_a_word_beats_its_middle() -> None:
    assert _best("log", "Catalog", "View logs") == "View logs"


def test_words_may_come_in_any_order() -> None:
    assert fit("web stop", "Stop web") is not None
    assert fit("stop db", "Stop web") is None


def test_shorter_words_come_first_when_both_fit() -> None:
    assert _best("images", "Images of all platforms", "Images") == "Images"


@given(st.text(max_size=8), st.text(max_size=40))
def test_what_fits_holds_every_letter_in_order(wanted: str, text: str) -> None:
    held = fit(wanted, text) is not None
    for part in wanted.casefold().split():
        letters = iter(text.casefold())
        if held:
            assert all(letter in letters for letter in part)


@given(st.text(), st.text(), st.text())
def test_a_part_always_fits(before: str, part: str, after: str) -> None:
    if len(part.split()) == 1:
        assert fit(part, before + part + after) is not None or (
            part.casefold() not in (before + part + after).casefold()
        )
