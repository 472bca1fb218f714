"""Values of secrets are hidden in what steps print."""

from hypothesis import given
from hypothesis import strategies as st

from davit_engine.build.veil import Veil


def shown(values: list[bytes], pieces: list[str]) -> str:
    veil = Veil(values)
    return "".join([veil.show(piece) for piece in pieces] + [veil.rest()])


@given(
    st.text(alphabet="ab\n", min_size=4, max_size=8),
    st.lists(st.text(alphabet="ab\n", max_size=6), max_size=10),
)
def test_however_it_is_cut_a_value_never_shows(value: str, pieces: list[str]) -> None:
    said = shown([value.encode()], pieces)
    for line in value.splitlines():
        if len(line.strip()) >= 4:
            assert line.strip() not in said


def test_the_rest_is_untouched() -> None:
    assert shown([b"secret"], ["a sec", "ond sec", "ret", " thing sec"]) == "a second *** thing sec"
    assert shown([], ["any", "thing"]) == "anything"


def test_each_line_of_a_key_is_hidden() -> None:
    key = b"-----BEGIN-----\nabcdef\nghijkl\n-----END-----\n"
    assert shown([key], ["x abcdef y ghijkl"]) == "x *** y ***"
