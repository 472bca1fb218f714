"""Values of secrets are hidden in what steps print."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from davit_engine.build.veil import Veil


def shown(values: list[bytes], pieces: list[str]) -> str:
    veil = Veil(values)
    return "".join([veil.show(piece) for piece in pieces] + [veil.rest()])


LETTERS = st.text(alphabet="ab", max_size=6)


@given(
    st.text(alphabet="ab", min_size=4, max_size=6), LETTERS, LETTERS, st.sets(st.integers(1, 17))
)
def test_however_it_is_cut_a_value_never_shows(
    value: str, before: str, after: str, cuts: set[int]
) -> None:
    text = before + value + after
    places = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    said = shown([value.encode()], [text[a:b] for a, b in pairwise(places)])
    assert value not in said
    assert "***" in said


def test_the_rest_is_untouched() -> None:
    assert shown([b"secret"], ["a sec", "ond sec", "ret", " thing sec"]) == "a second *** thing sec"
    assert shown([], ["any", "thing"]) == "anything"


def test_each_line_of_a_key_is_hidden() -> None:
    key = b"-----BEGIN-----\nabcdef\nghijkl\n-----END-----\n"
    assert shown([key], ["x abcdef y ghijkl"]) == "x *** y ***"
