"""Names of images."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.reference import InvalidReference, parse_reference

DIGEST = "sha256:" + "a" * 64


@pytest.mark.parametrize(
    ("text", "full", "familiar"),
    [
        ("nginx", "docker.io/library/nginx", "nginx"),
        ("nginx:1.27", "docker.io/library/nginx:1.27", "nginx:1.27"),
        ("bitnami/redis", "docker.io/bitnami/redis", "bitnami/redis"),
        ("localhost/x", "localhost/x", "localhost/x"),
        ("127.0.0.1:5000/pf/x:1", "127.0.0.1:5000/pf/x:1", "127.0.0.1:5000/pf/x:1"),
        (f"nginx@{DIGEST}", f"docker.io/library/nginx@{DIGEST}", f"nginx@{DIGEST}"),
        ("docker.io/library/nginx:1", "docker.io/library/nginx:1", "nginx:1"),
        ("index.docker.io/a/b", "docker.io/a/b", "a/b"),
        ("a__b/c-d.e:T_1", "docker.io/a__b/c-d.e:T_1", "a__b/c-d.e:T_1"),
        ("[::1]:5000/x", "[::1]:5000/x", "[::1]:5000/x"),
    ],
)
def test_names_in_full_and_as_people_write_them(text: str, full: str, familiar: str) -> None:
    reference = parse_reference(text)
    assert (reference.full(), reference.familiar()) == (full, familiar)


@pytest.mark.parametrize(
    "text",
    ["", ":1", "a:1:2", "a//b", "/a", "a/", "a b", "a@sha256:1", "a:", "-a", "a..b", "a:.x", "é",
     "0123456789abcdef" * 4, "x/../y", "a\n"],
)  # fmt: skip
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(InvalidReference, match="invalid re"):
        parse_reference(text)


def test_capitals_are_named_as_the_reason() -> None:
    with pytest.raises(InvalidReference, match="must be lowercase"):
        parse_reference("Nginx")


def test_latest_is_added_only_where_nothing_is_said() -> None:
    assert parse_reference("nginx").tagged().familiar() == "nginx:latest"
    assert parse_reference("nginx:1").tagged().familiar() == "nginx:1"
    assert parse_reference(f"nginx@{DIGEST}").tagged().familiar() == f"nginx@{DIGEST}"


@given(st.text(max_size=30))
def test_anything_is_either_refused_or_reads_back(text: str) -> None:
    try:
        reference = parse_reference(text)
    except InvalidReference:
        return
    assert parse_reference(reference.full()) == reference
    assert parse_reference(reference.familiar()) == reference
