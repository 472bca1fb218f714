"""Names of shared folders on both sides."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.config import SharedFolder
from davit_vm.errors import BadSetting
from davit_vm.shares.folders import guest_path, host_path, mounts, seed_lines

NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters='/\\:\0<>"|?*', exclude_categories=("Cc",)),
    min_size=1,
    max_size=12,
).filter(lambda name: name not in (".", "..") and not name.endswith((".", " ")))


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("/home/me", "/host/home/me"),
        ("/", "/host"),
        ("/home//me/./src/", "/host/home/me/src"),
    ],
)
def test_unix_paths_keep_their_names(path: str, inside: str) -> None:
    assert guest_path(host_path(path, windows=False)) == inside


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        (r"C:\Users\me", "/host/c/Users/me"),
        ("C:/Users/me", "/host/c/Users/me"),
        ("c:\\", "/host/c"),
        ("/c/Users/me", "/host/c/Users/me"),
        ("/d", "/host/d"),
        (r"\\server\share\x", "/host/unc/server/share/x"),
        ("//server/share/x", "/host/unc/server/share/x"),
    ],
)
def test_windows_paths_have_their_drive_as_a_folder(path: str, inside: str) -> None:
    assert guest_path(host_path(path, windows=True)) == inside


@pytest.mark.parametrize("path", ["", "src", "./src", "a\0b", "C:src"])
@pytest.mark.parametrize("windows", [False, True])
def test_a_path_begins_at_the_root(path: str, windows: bool) -> None:
    with pytest.raises(BadSetting):
        host_path(path, windows=windows)


@given(st.lists(NAMES, max_size=6), st.lists(NAMES, max_size=6))
def test_different_paths_have_different_places(one: list[str], other: list[str]) -> None:
    unix = [guest_path(PurePosixPath("/", *parts)) for parts in (one, other)]
    windows = [guest_path(PureWindowsPath("C:\\", *parts)) for parts in (one, other)]
    for first, second in (unix, windows):
        assert first.startswith("/host")
        assert ".." not in first.split("/")
        assert (first == second) == (one == other)


def _shares(*paths: str, read_only: tuple[str, ...] = ()) -> tuple[SharedFolder, ...]:
    return tuple(SharedFolder(path=path, read_only=path in read_only) for path in paths)


def test_a_folder_is_mounted_before_what_lies_in_it() -> None:
    made = mounts(
        _shares("/home/me/src/deep", "/data", "/home/me", read_only=("/home/me/src/deep",)),
        windows=False,
    )
    assert [(mount.host_path, mount.read_only) for mount in made] == [
        ("/data", False),
        ("/home/me", False),
        ("/home/me/src/deep", True),
    ]
    assert len({mount.tag for mount in made}) == 3
    assert all(len(mount.tag) <= 31 for mount in made)


def test_a_share_inside_of_another_that_changes_nothing_is_left_out() -> None:
    made = mounts(
        _shares("/home/me", "/home/me/a", "/home/me/b", "/home/me/b/c", read_only=("/home/me/b",)),
        windows=False,
    )
    assert [mount.host_path for mount in made] == ["/home/me", "/home/me/b", "/home/me/b/c"]


def test_named_twice_the_stricter_counts() -> None:
    made = mounts(
        (SharedFolder(path="/a/"), SharedFolder(path="/a", read_only=True)), windows=False
    )
    assert [(mount.host_path, mount.read_only) for mount in made] == [("/a", True)]


def test_a_share_does_not_go_up() -> None:
    with pytest.raises(BadSetting):
        mounts(_shares("/home/me/../you"), windows=False)


def test_the_guest_is_told_in_lines() -> None:
    made = mounts(_shares("/a", "/b c", read_only=("/a",)), windows=False)
    assert seed_lines(made) == "davit-share-0\tro\t/host/a\ndavit-share-1\trw\t/host/b c\n"
