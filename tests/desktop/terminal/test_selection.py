"""What is selected reads as it was written."""

from davit_desktop.terminal import selection
from davit_desktop.terminal.emulator import Emulator
from davit_desktop.terminal.selection import Place, Selection


def line_of(written: str) -> selection.LineOf:
    emulator = Emulator(10, 6)
    emulator.feed(written.encode())
    return emulator.screen.line


def test_lines_are_joined_where_they_were_only_wrapped() -> None:
    read = line_of("0123456789abc\r\nnext  \r\n")
    everything = Selection(Place(0, 0), Place(2, 10))
    assert selection.text(everything, read) == "0123456789abc\nnext"


def test_a_selection_may_be_drawn_backwards() -> None:
    read = line_of("one\r\ntwo")
    assert selection.text(Selection(Place(1, 2), Place(0, 1)), read) == "ne\ntw"


def test_a_wide_character_is_copied_once() -> None:
    read = line_of("a漢b")
    assert selection.text(Selection(Place(0, 0), Place(0, 4)), read) == "a漢b"


def test_a_double_click_takes_a_path_and_a_triple_click_the_whole_line() -> None:
    read = line_of("ls /etc/hosts.d (x)")
    word = selection.word_at(Place(0, 5), read)
    assert selection.text(word, read) == "/etc/ho"
    whole = selection.line_at(Place(1, 2), read, 0, 5)
    assert selection.text(whole, read) == "ls /etc/hosts.d (x)"


def test_nothing_is_taken_beside_the_text() -> None:
    read = line_of("ab")
    beside = selection.word_at(Place(0, 7), read)
    assert selection.text(beside, read) == ""


def test_a_drag_by_words_keeps_the_first_word() -> None:
    first = Selection(Place(0, 4), Place(0, 6))
    before = Selection(Place(0, 0), Place(0, 2))
    after = Selection(Place(1, 0), Place(1, 3))
    assert selection.joined(first, before).span == (Place(0, 0), Place(0, 6))
    assert selection.joined(first, after).span == (Place(0, 4), Place(1, 3))


def test_a_text_is_found_whatever_its_case_and_by_cells() -> None:
    read = line_of("one ONE\r\n漢one\r\nStraße")
    lines = [(number, read(number)) for number in range(3)]
    found = selection.matches("One", lines)
    assert found == [
        Selection(Place(0, 0), Place(0, 3)),
        Selection(Place(0, 4), Place(0, 7)),
        Selection(Place(1, 2), Place(1, 5)),
    ]
    (strasse,) = selection.matches("STRASSE", lines)
    assert selection.text(strasse, read) == "Straße"
    assert selection.matches("", lines) == []
