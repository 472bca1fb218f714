"""Addresses of repositories: what is fetched, and what never is."""

import pytest

from davit_engine.build.repositories import Repository, is_repository, parse_repository
from davit_engine.errors import InvalidParameter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://h.example/a.git", Repository(address="https://h.example/a.git")),
        (
            "https://h.example/a.git#v1:sub/dir/",
            Repository(address="https://h.example/a.git", ref="v1", folder="sub/dir"),
        ),
        ("git@h.example:a/b.git#main", Repository(address="git@h.example:a/b.git", ref="main")),
        ("git://h.example/a#:sub", Repository(address="git://h.example/a", folder="sub")),
        ("ssh://git@h.example:22/a", Repository(address="ssh://git@h.example:22/a")),
        ("github.com/a/b", Repository(address="https://github.com/a/b")),
    ],
)
def test_addresses(text: str, found: Repository) -> None:
    assert is_repository(text)
    assert parse_repository(text) == found


@pytest.mark.parametrize(
    "text", ["https://h.example/a.tar.gz", "https://h.example/a.git/x", "file:///a.git", "dir", ""]
)
def test_what_is_no_repository(text: str) -> None:
    assert not is_repository(text)


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/a.git",
        "ext::sh -c id.git",
        "git://-oProxyCommand=id/a.git",
        "ssh://-oProxyCommand=id/a.git",
        "git@-oProxyCommand=id:a.git",
        "-u@h:a.git",
        "https://h/a.git#--upload-pack=id",
        "https://h/a.git#a..b",
        "https://h/a.git#main:../..",
        "https://h/a.git#main:a/../../b",
        "https://169.254.169.254/a.git",
        "https://user:password@h/a.git",
        "https:///a.git",
        "https://h/a b.git",
        "https://h/a.git#x\ny",
    ],
)
def test_what_is_never_fetched(text: str) -> None:
    with pytest.raises(InvalidParameter):
        parse_repository(text)
