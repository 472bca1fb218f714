"""The keys that leave a container running."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.cli.detach import DEFAULT_KEYS, DetachFilter, parse_keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [(DEFAULT_KEYS, b"\x10\x11"), ("a,b", b"ab"), ("ctrl-@", b"\0"), ("ctrl-[,ctrl-_", b"\x1b\x1f"),
     ("ctrl-P", b"\x10")],
)  # fmt: skip
def test_names_of_keys(text: str, keys: bytes) -> None:
    assert parse_keys(text) == keys


@pytest.mark.parametrize("text", ["ctrl-", "ctrl-!", "ctrl-ab", "foo", "", "é"])
def test_what_is_no_key_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="unknown character"):
        parse_keys(text)


def test_the_sequence_detaches_and_nothing_of_it_is_sent() -> None:
    keys = DetachFilter(b"\x10\x11")
    assert keys.feed(b"ls\n") == b"ls\n"
    assert keys.feed(b"x\x10") == b"x"
    assert not keys.detached
    assert keys.feed(b"\x11rest") == b""
    assert keys.detached


def test_half_a_sequence_is_sent_once_it_is_none() -> None:
    keys = DetachFilter(b"\x10\x11")
    assert keys.feed(b"\x10") == b""
    assert keys.feed(b"a") == b"\x10a"
    assert keys.feed(b"\x10\x10") == b"\x10"
    assert keys.feed(b"\x11") == b""
    assert keys.detached


@given(st.lists(st.binary(max_size=6)))
def test_everything_before_the_sequence_arrives(chunks: list[bytes]) -> None:
    keys = DetachFilter(b"ab")
    sent = b"".join(keys.feed(chunk) for chunk in chunks)
    typed = b"".join(chunks)
    before, found, _ = typed.partition(b"ab")
    assert keys.detached == bool(found)
    if found:
        assert sent == before
    else:
        assert typed in (sent, sent + b"a")
