"""Which of the listed files fits this installation, and which is newer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_desktop.updates.offers import Here, find
from davit_desktop.updates.versions import newer, order

HERE = Here(version="1.2", os="linux", architecture="x86_64", packaging="deb", image="aaa")


def target(version: str, **custom: str) -> dict[str, object]:
    known = {"kind": "installer", "packaging": "deb", "os": "linux", "arch": "x86_64"}
    return {
        "length": 9,
        "hashes": {"sha256": "0" * 64},
        "custom": {**known, "version": version, **custom},
    }


def guest(version: str, image: str, **custom: str) -> dict[str, object]:
    return target(version, kind="guest", packaging="", os="any", image=image, **custom)


def test_the_newest_that_fits() -> None:
    listed = {
        "a": target("1.3"),
        "b": target("1.10"),
        "c": target("2.0", os="windows"),
        "d": target("2.0", arch="aarch64"),
        "e": target("2.0", packaging="rpm"),
        "f": target("2.0", minimum="1.5"),
        "g": target("1.1"),
        "h": target("2.0rc"),
    }
    found = find(listed, HERE)
    assert found.davit is not None
    assert found.davit.version == "1.10"
    assert find(listed, HERE, ["b"]).davit != found.davit


def test_a_guest_is_offered_to_those_whose_image_is_in_the_list() -> None:
    listed = {
        "a": guest("10", "aaa"),
        "b": guest("11", "bbb"),
        "c": guest("12", "ccc", minimum="9"),
    }
    found = find(listed, HERE)
    assert found.guest is not None
    assert found.guest.image == "bbb"
    for image in ("", "made here", "bbb"):
        other = Here(version="1.2", os="linux", architecture="x86_64", packaging="deb", image=image)
        assert find(listed, other).guest is None


@pytest.mark.parametrize(
    "spoilt",
    [
        {},
        [],
        {"length": -1},
        {"length": "9"},
        {"hashes": {}},
        {"hashes": {"sha256": "../../etc/passwd"}},
        {"custom": {"kind": "firmware", "version": "9"}},
        {"custom": {"kind": "installer", "version": "x" * 99}},
        {"custom": {"kind": "installer", "version": 9}},
        {"custom": {"kind": "installer", "version": "9", "notes": "x" * 50_000}},
    ],
)
def test_what_cannot_be_understood_is_no_offer(spoilt: object) -> None:
    raw = {**target("9"), **spoilt} if isinstance(spoilt, dict) and spoilt else spoilt
    assert not find({"a": raw}, HERE).any


@pytest.mark.parametrize("path", ["", "/", "a/.hidden", "a\\b", "a/b\nc", "a/"])
def test_a_name_that_could_lead_elsewhere_is_no_offer(path: str) -> None:
    assert not find({path: target("9")}, HERE).any


numbers = st.lists(st.integers(0, 99), min_size=1, max_size=4)


@settings(max_examples=40)
@given(numbers, numbers)
def test_versions_are_ordered_as_their_numbers(one: list[int], other: list[int]) -> None:
    def text(parts: list[int]) -> str:
        return ".".join(map(str, parts))

    def padded(parts: list[int]) -> list[int]:
        return parts + [0] * (4 - len(parts))

    assert newer(text(one), text(other)) == (padded(one) > padded(other))


@settings(max_examples=40)
@given(st.text(max_size=20))
def test_no_text_upsets_the_order(text: str) -> None:
    assert not newer(text, text)


def test_candidates_come_before_the_release() -> None:
    assert newer("1.2", "1.2rc9")
    assert newer("1.2rc1", "1.1")
    assert order("1.2-beta") is None
