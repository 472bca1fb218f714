"""Bytes of files as text, and back without harm."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.file_text import folded, hex_dump, read, why_not_editable


@given(st.binary(max_size=300))
def test_what_may_be_edited_comes_back_as_it_was(data: bytes) -> None:
    found = read(data)
    if found is not None and not why_not_editable(found, data):
        assert found.encoded(found.text) == data


@given(st.text(max_size=100))
def test_text_is_text(text: str) -> None:
    data = text.encode()
    found = read(data)
    assert (found is None) == (b"\0" in data) or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe"))


def test_encodings_are_told() -> None:
    for data, encoding in (
        (b"plain", "UTF-8"),
        ("\ufeffmarked".encode(), "UTF-8 with BOM"),
        (b"\xff\xfeh\0i\0", "UTF-16 LE"),
        (b"one\r\ntwo\r\n", "UTF-8, CRLF"),
        (b"caf\xe9", "Latin-1?"),
    ):
        found = read(data)
        assert found is not None
        assert found.encoding == encoding
        assert why_not_editable(found, data) == ""
    assert read(b"\x7fELF\0\0") is None


def test_a_character_cut_at_the_end_is_no_reason_to_call_it_binary() -> None:
    found = read("ä".encode()[:1] and b"caf\xc3", whole=False)
    assert found is not None
    assert (found.text, found.encoding) == ("caf", "UTF-8")


def test_what_an_editor_would_spoil_is_not_edited() -> None:
    for data in (b"a\rb", b"a\r\nb\n", "rtl \u202e x".encode(), b"\x1b[31m", b"x" * 30_000):
        found = read(data)
        assert found is not None
        assert why_not_editable(found, data)


def test_long_lines_fold_and_lose_nothing() -> None:
    text = "x" * 5000 + "\n" + "y"
    lines = folded(text)
    assert max(map(len, lines)) <= 2000
    assert "".join(lines) == text.replace("\n", "")


def test_a_dump_tells_place_bytes_and_text() -> None:
    dump = hex_dump(bytes(range(60, 80)))
    assert dump.startswith("00000000  3c 3d 3e 3f 40 41 42 43  44 45")
    assert dump.endswith("LMNO")
