"""A search finds the lines that match, each once, while the log grows at both ends."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.logs import ansi
from davit_desktop.logs.conditions import Conditions
from davit_desktop.logs.entries import Entry, Level, Stream
from davit_desktop.logs.query import BadPattern, Matcher, Query, Term, matcher, terms
from davit_desktop.logs.search import LogSearch
from davit_desktop.logs.spool import LogSpool

lines_strategy = st.lists(
    st.one_of(
        st.text("aAbB x1é\t", max_size=12).map(str.encode),
        st.binary(max_size=12).map(lambda data: data.replace(b"\n", b"")),
        st.sampled_from([b"", b"\x1b[31mab\x1b[0mb", b"a\x1b[1mb", b"\xff\xfeab", b"AB"]),
        st.lists(
            st.sampled_from(
                [
                    b"a",
                    b"B",
                    b"1",
                    b"m",
                    b"\x1b[1m",
                    b"\x1b[0;31m",
                    b"\x1b]0;ab\x07",
                    b"\x1b[2K",
                    b"\x1b",
                ]
            ),
            max_size=6,
        ).map(b"".join),
    ),
    max_size=20,
)
plain = st.text("aAbBé x1m.", min_size=1, max_size=3)
patterns = st.sampled_from(
    [
        *("a", "a+b", "^a", "b$", "^$", "x*", "[^a]+", r"\s+", r"a\s*b", "a|b", r"\Aa", r"b\Z"),
        *("(?!a)b", r"a\s*+$", "(?s)a.b", "é", r"\d", r"\bb", r"\w{2,}", r"[^x]b", r"(?<=a)b"),
        *(".*", "a$|^b"),
    ]
)


def expected(lines: list[bytes], query: Query, first: int) -> list[int]:
    texts = [ansi.strip(line.decode("utf-8", "surrogateescape")) for line in lines]
    if query.regex:
        pattern = regex.compile(query.text, regex.M | (0 if query.case else regex.I))
        return [i for i, text in enumerate(texts, first) if pattern.search(text)]
    if query.case:
        return [i for i, text in enumerate(texts, first) if query.text in text]
    return [i for i, text in enumerate(texts, first) if query.text.lower() in text.lower()]


@given(lines_strategy.filter(bool), st.builds(Query, plain, st.booleans()))
def test_plain_search_is_the_search_of_every_line(lines, query) -> None:
    chunk = b"".join(line + b"\n" for line in lines)
    found = list(Matcher(query).matching_lines(chunk, -7, 5))
    assert found == expected(lines, query, -7)


@given(lines_strategy.filter(bool), st.builds(Query, patterns, st.booleans(), st.just(True)))
def test_regex_search_is_the_search_of_every_line(lines, query) -> None:
    chunk = b"".join(line + b"\n" for line in lines)
    found = list(Matcher(query).matching_lines(chunk, 5, 5))
    assert found == expected(lines, query, 5)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("disk", [("disk", True)]),
        ("disk AND full", [("disk", True), ("full", True)]),
        ("disk  AND  NOT  so full", [("disk", True), ("so full", False)]),
        ("AND NOT debug", [("debug", False)]),
        ("NOT a AND b AND NOT c", [("a", False), ("b", True), ("c", False)]),
        ("NOT FOUND", [("NOT FOUND", True)]),
        ("DOES NOT EXIST", [("DOES NOT EXIST", True)]),
        ("a and not b", [("a and not b", True)]),
        ("BAND AND", [("BAND AND", True)]),
        ("AND b", [("AND b", True)]),
        ("a AND NOT", [("a", True), ("NOT", True)]),
        ("a AND ", [("a AND ", True)]),
        ("", [("", True)]),
    ],
)
def test_and_and_not_join_what_a_line_must_have(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert terms(Query(text)) == tuple(Term(*term) for term in wanted)
    assert terms(Query(text, regex=True)) == (Term(text),)


@given(
    lines_strategy.filter(bool),
    st.lists(st.tuples(plain.filter(str.strip).map(str.strip), st.booleans()), min_size=1),
    st.booleans(),
)
def test_a_joined_search_is_what_its_terms_say_of_every_line(lines, parts, case) -> None:
    text = " ".join(f"AND {'' if wanted else 'NOT '}{term}" for term, wanted in parts)
    query = Query(text.removeprefix("AND "), case)
    chunk = b"".join(line + b"\n" for line in lines)
    wanted = set(range(9, 9 + len(lines)))
    for term in terms(query):
        found = set(expected(lines, Query(term.text, case), 9))
        wanted = wanted & found if term.wanted else wanted - found
    assert list(matcher(query).matching_lines(chunk, 9, 5)) == sorted(wanted)


def test_what_a_joined_search_wants_is_where_it_is_marked() -> None:
    found = matcher(Query("disk AND NOT full AND is")).places("the disk is not so")
    assert found == [(4, 8), (9, 11)]


@given(st.text("aAbé", max_size=20), plain)
def test_places_are_where_the_text_is(text, needle) -> None:
    for start, end in Matcher(Query(needle, case=True)).places(text):
        assert text[start:end] == needle


@pytest.mark.parametrize("wrong", ["(", "[a", "a{2,1}", "*"])
def test_a_wrong_expression_is_refused_in_words(wrong: str) -> None:
    with pytest.raises(BadPattern, match="Not a regular expression"):
        Matcher(Query(wrong, regex=True))


class Searches:
    """Makes searches over one spool and waits for them."""

    def __init__(self, folder: Path) -> None:
        self.spool = LogSpool(folder, segment_bytes=200)
        self.made: list[LogSearch] = []

    def write(self, *lines: bytes) -> None:
        self.spool.append([Entry(Stream.OUT, 1, line) for line in lines])

    def search(self, query: Query, **options) -> LogSearch:
        found = LogSearch(self.spool, query, lambda: None, **options)
        self.made.append(found)
        return self.wait(found)

    def wait(self, search: LogSearch) -> LogSearch:
        search.poke()
        until(lambda: search.done)
        return search

    def close(self) -> None:
        for search in self.made:
            search.cancel()
            search.join(5)
        self.spool.close()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    waiting = threading.Event()
    while not condition():
        assert time.monotonic() < deadline
        waiting.wait(0.002)


def hits(search: LogSearch) -> list[int]:
    return [search.hit(i) for i in range(search.count)]


def rows(search: LogSearch) -> list[int]:
    return [search.row(i) for i in range(search.row_count)]


@pytest.fixture
def searches(tmp_path: Path) -> Iterator[Searches]:
    made = Searches(tmp_path)
    yield made
    made.close()


def test_lines_that_arrive_later_are_found(searches: Searches) -> None:
    searches.write(b"error one", b"fine")
    search = searches.search(Query("error"))
    assert hits(search) == [0]
    searches.write(b"fine", b"another ERROR")
    assert hits(searches.wait(search)) == [0, 3]
    assert search.position(3) == 1
    assert search.is_hit(3)
    assert not search.is_hit(2)


def test_lines_put_before_are_found_before(searches: Searches, tmp_path: Path) -> None:
    searches.write(b"error now")
    search = searches.search(Query("error"))
    earlier = LogSpool(tmp_path)
    earlier.append([Entry(Stream.OUT, 1, line) for line in (b"error then", b"fine")])
    searches.spool.put_before(earlier, 2)
    assert hits(searches.wait(search)) == [-2, 0]


def test_context_surrounds_hits_without_repeating(searches: Searches) -> None:
    searches.write(*(b"x" if i in (3, 5, 20) else b"." for i in range(30)))
    search = searches.search(Query("x"), context=2)
    assert rows(search) == [1, 2, 3, 4, 5, 6, 7, 18, 19, 20, 21, 22]
    assert hits(search) == [3, 5, 20]


def test_lines_that_were_let_go_are_no_longer_counted(tmp_path: Path) -> None:
    made = Searches(tmp_path)
    made.spool.close()
    made.spool = LogSpool(tmp_path, segment_bytes=100, limit_bytes=1000)
    try:
        for _ in range(20):
            made.write(b"hit hit hit")
        search = made.search(Query("hit"))
        for _ in range(200):
            made.write(b"miss miss miss")
        made.wait(search)
        assert made.spool.first > 20
        assert search.count == 0
    finally:
        made.close()


def test_an_expression_that_explodes_is_stopped(searches: Searches) -> None:
    searches.write(b"a" * 5000 + b"!")
    start = time.monotonic()
    search = searches.search(Query(r"(a|aa|a?)+(b|c)*$", regex=True), pattern_seconds=0.2)
    assert "takes longer" in search.problem
    assert time.monotonic() - start < 5


NS = 1_000_000_000


def stored(spool: LogSpool, texts: list[str], *, start: int = 1) -> None:
    """`text` or `text@source`; each a second later, errors to the error stream."""
    entries = []
    for at, text in enumerate(texts, start):
        word, _, source = text.partition("@")
        bad = word.startswith("bad")
        stream, level = (Stream.ERR, Level.ERROR) if bad else (Stream.OUT, Level.INFO)
        number = int(source or 0)
        entries.append(Entry(stream, at * NS, word.encode(), source=number, level=level))
    spool.append(entries)


def shown(search: LogSearch, spool: LogSpool) -> list[bytes]:
    return [spool.lines(search.row(at), 1, 99)[0].data.strip() for at in range(search.row_count)]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        (Conditions(hidden_streams=frozenset({Stream.OUT})), [b"bad1", b"bad2"]),
        (Conditions(hidden_levels=frozenset({Level.ERROR})), [b"a", b"b", b"c"]),
        (Conditions(hidden_sources=frozenset({0})), [b"b", b"bad2"]),
        (Conditions(since_ns=3 * NS, until_ns=4 * NS), [b"b", b"bad2"]),
    ],
)
def test_conditions_choose_lines(searches: Searches, conditions, expected) -> None:
    stored(searches.spool, ["a", "bad1", "b@1", "bad2@1", "c"])
    search = searches.search(None, conditions=conditions)
    assert shown(search, searches.spool) == expected
    assert search.hides
    assert search.count == 0
    stored(searches.spool, ["bad3@1"], start=4)
    searches.wait(search)
    visible = Level.ERROR not in conditions.hidden_levels
    assert (shown(search, searches.spool)[-1] == b"bad3") == visible


def test_matches_are_looked_for_in_what_conditions_show(searches: Searches) -> None:
    stored(searches.spool, ["bad a", "a", "bad b", "x", "a"])
    conditions = Conditions(hidden_levels=frozenset({Level.ERROR}))
    search = searches.search(Query("a"), only_matches=False, conditions=conditions)
    assert search.count == 2
    assert shown(search, searches.spool) == [b"a", b"x", b"a"]


@given(
    st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=6), min_size=1, max_size=5),
    st.integers(0, 3),
    st.booleans(),
)
def test_context_is_that_of_a_search_from_the_start(batches, context, hide) -> None:
    """However the lines arrive: at the end, before the start, or late."""
    conditions = Conditions(hidden_sources=frozenset({1})) if hide else Conditions()
    spool = LogSpool(Path(tempfile.gettempdir()), segment_bytes=10_000)
    search = LogSearch(spool, Query("a"), lambda: None, context=context, conditions=conditions)
    earlier = LogSpool(Path(tempfile.gettempdir()))
    try:
        clock = 100
        for at, batch in enumerate(batches):
            texts = [
                Entry(Stream.OUT, clock + place, char.encode(), source=(at + place) % 3)
                for place, char in enumerate(batch)
            ]
            if at == 2:
                earlier.append(texts)
                spool.put_before(earlier, len(texts))
            else:
                spool.place(texts)
            clock += 2  # batches overlap, so that lines come late
            search.poke()
            until(lambda: search.done)
        lines = spool.lines(spool.first, spool.end - spool.first, 9)
        allowed = [line for line in lines if not hide or line.source != 1]
        near = {
            allowed[place].number
            for at, line in enumerate(allowed)
            if line.data == b"a"
            for place in range(max(0, at - context), min(len(allowed), at + context + 1))
        }
        assert list(search.rows(0, 999)) == sorted(near)
    finally:
        search.cancel()
        search.join(5)
        spool.close()
        earlier.close()
