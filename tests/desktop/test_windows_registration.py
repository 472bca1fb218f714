"""The search path of Windows, as text."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.windows_registration import path_with, path_without

FOLDER = r"C:\Users\Zoë\AppData\Local\Programs\Davit"
entries = st.lists(st.text("ab%\\ :\"'", max_size=8), max_size=6).map(";".join)


def test_the_folder_comes_last_and_once() -> None:
    path = r"%USERPROFILE%\bin;C:\Tools"
    once = path_with(path, FOLDER)
    assert once == rf"{path};{FOLDER}"
    assert path_with(once, FOLDER) == once
    assert path_with("", FOLDER) == FOLDER


def test_it_is_found_in_any_spelling() -> None:
    path = rf'C:\Tools;"{FOLDER.upper()}\";;C:\Other '
    assert path_without(path, FOLDER) == r"C:\Tools;;C:\Other "


@given(entries)
def test_the_rest_is_left_as_it_was(path: str) -> None:
    assert path_without(path, FOLDER) == path
    assert path_without(path_with(path, FOLDER), FOLDER) == path.rstrip(";")
