"""Variables, quotes and modifiers of the Dockerfile reference."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_engine.build.words import WordError, expand, expand_words

VALUES = {"a": "foobarbaz", "empty": "", "two": "x y", "path": "/usr/local/bin/tool.tar.gz"}


@pytest.mark.parametrize(
    ("word", "result"),
    [
        ("$a", "foobarbaz"),
        ("${a}s", "foobarbazs"),
        ("$as", ""),
        (r"\$a", "$a"),
        ("'$a'", "$a"),
        ('"$a \\" \\x"', 'foobarbaz " \\x'),
        ("x\\ y", "x y"),
        ("$", "$"),
        ("${no:-w}", "w"),
        ("${empty:-w}", "w"),
        ("${empty-w}", ""),
        ("${no-w}", "w"),
        ("${a:+w}", "w"),
        ("${empty:+w}", ""),
        ("${empty+w}", "w"),
        ("${no:-${a}}", "foobarbaz"),
        ('${no:-"a b"}', "a b"),
        ("${a#*a}", "rbaz"),
        ("${a##*a}", "z"),
        ("${a%a*}", "foobarb"),
        ("${a%%a*}", "foob"),
        ("${a#f?o}", "barbaz"),
        ("${a#x}", "foobarbaz"),
        ("${a/ba/X}", "fooXrbaz"),
        ("${a//ba/X}", "fooXrXz"),
        ("${a//a}", "foobrbz"),
        ("${path##*/}", "tool.tar.gz"),
        ("${path%%.*}", "/usr/local/bin/tool"),
    ],
)
def test_expansion(word: str, result: str) -> None:
    assert expand(word, VALUES) == result


def test_a_variable_may_bring_several_words() -> None:
    assert expand_words("$two", VALUES) == ["x", "y"]
    assert expand_words('"$two"', VALUES) == ["x y"]
    assert expand_words("$empty", VALUES) == []


def test_heredocs_keep_their_quotes() -> None:
    assert expand("'$a' \\$a \\n", VALUES, quotes=False) == "'foobarbaz' $a \\n"


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("'a", "matching single-quote"),
        ('"a', "matching double-quote"),
        ("${a", "missing }"),
        ("${a:-b", "missing }"),
        ("${}", "expected a name"),
        ("${a:x}", "unsupported modifier (:x)"),
        ("${no:?it is needed}", "no: it is needed"),
        ("${a:-" * 100, "nested deeper"),
    ],
)
def test_what_cannot_be_expanded(word: str, words: str) -> None:
    with pytest.raises(WordError, match=re.escape(words)):
        expand(word, VALUES)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="a$${}:-+?#%/*'\"\\ \x00", max_size=40))
def test_any_word_is_expanded_or_refused(word: str) -> None:
    place = 0
    try:
        expand(word, VALUES)
        expand_words(word, VALUES)
    except WordError as error:
        place = error.offset
    assert 0 <= place <= len(word)


def test_patterns_of_an_attacker_take_no_time() -> None:
    value = {"v": "a" * 5000}
    assert expand("${v##" + "*a" * 20 + "b}", value) == "a" * 5000
