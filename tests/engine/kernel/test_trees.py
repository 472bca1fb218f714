"""Folder trees of any depth."""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.kernel.trees import MAX_DEPTH, remove_tree, walk


@pytest.fixture
def fd(tmp_path: Path) -> Iterator[int]:
    handle = os.open(tmp_path, os.O_RDONLY | os.O_DIRECTORY)
    yield handle
    os.close(handle)


@pytest.fixture
def few_descriptors() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def dig(fd: int, depth: int) -> None:
    """Folders that are nested more deeply than any path can say."""
    here = os.dup(fd)
    for _ in range(depth):
        os.mkdir("deep", dir_fd=here)
        below = os.open("deep", os.O_RDONLY | os.O_DIRECTORY, dir_fd=here)
        os.close(here)
        here = below
    os.close(os.open("end", os.O_CREAT | os.O_WRONLY, 0o600, dir_fd=here))
    os.close(here)


@pytest.mark.usefixtures("few_descriptors")
def test_a_tree_deeper_than_any_path_is_removed(fd: int, tmp_path: Path) -> None:
    dig(fd, 3000)
    remove_tree(fd, b"deep")
    assert list(tmp_path.iterdir()) == []


def test_walking_too_deep_is_an_error_not_a_crash(fd: int) -> None:
    dig(fd, MAX_DEPTH + 50)
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    assert before[0] > MAX_DEPTH, "this test needs many open files"
    with pytest.raises(OSError, match="nested too deeply"):
        list(walk(fd))
    remove_tree(fd, b"deep")


def test_a_walk_tells_folders_before_their_content_in_order(fd: int, tmp_path: Path) -> None:
    for name in ("b", "a", "a/2", "a/1"):
        (tmp_path / name).mkdir()
    (tmp_path / "a/2/file").touch()
    assert [node.path for node in walk(fd, ordered=True)] == [
        b"a",
        b"a/1",
        b"a/2",
        b"a/2/file",
        b"b",
    ]


def test_a_walk_does_not_follow_links(fd: int, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/")
    assert [node.path for node in walk(fd)] == [b"link"]


def test_what_vanishes_during_a_walk_is_left_out(fd: int, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    seen = []
    for node in walk(fd, ordered=True):
        seen.append(node.path)
        if node.path == b"a":
            (tmp_path / "a").rmdir()
            (tmp_path / "b").rmdir()
    assert seen == [b"a", b"c"]


def test_removing_a_link_leaves_its_target(fd: int, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/file").touch()
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree/link").symlink_to("../kept")
    (tmp_path / "link").symlink_to("kept")
    for name in (b"tree", b"link", b"missing"):
        remove_tree(fd, name)
    assert (tmp_path / "kept/file").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_removing_can_be_ended_early(fd: int, tmp_path: Path) -> None:
    (tmp_path / "tree/inner").mkdir(parents=True)
    remove_tree(fd, b"tree", go_on=lambda: False)
    assert (tmp_path / "tree").exists()
