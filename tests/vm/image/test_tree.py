"""A file system as a table, and the archive made of it."""

import tarfile
from pathlib import Path

from davit_image.tree import (
    EPOCH,
    File,
    Folder,
    Link,
    Tree,
    add_parents,
    drop_empty_folders,
    scan,
    without,
    write_tar,
)


def test_modes_do_not_depend_on_who_unpacked(tmp_path: Path) -> None:
    (tmp_path / "tool").write_bytes(b"x")
    (tmp_path / "tool").chmod(0o700)
    (tmp_path / "text").write_bytes(b"y")
    (tmp_path / "text").chmod(0o600)
    (tmp_path / "link").symlink_to("tool")

    tree = scan(tmp_path)

    assert tree == {
        "tool": File(tmp_path / "tool", 0o755),
        "text": File(tmp_path / "text", 0o644),
        "link": Link("tool"),
    }


def test_a_pattern_takes_what_is_below_it() -> None:
    tree: Tree = {"usr/share/doc": Folder(), "usr/share/doc/a/b": File(b""), "usr/share": Folder()}

    assert without(tree, ["usr/share/doc"]) == {"usr/share": Folder()}


def test_folders_without_files_go_but_for_those_to_keep() -> None:
    tree: Tree = {"a": Folder(), "b": Folder(), "b/c": File(b""), "d": Folder(), "d/e": Folder()}

    assert drop_empty_folders(tree, keep=["d/e"]).keys() == {"b", "b/c", "d", "d/e"}


def test_parents_are_added_once() -> None:
    tree: Tree = {"a": Folder(0o700), "a/b/c": File(b"")}

    add_parents(tree)

    assert tree == {"a": Folder(0o700), "a/b": Folder(), "a/b/c": File(b"")}


def test_the_archive_is_the_same_for_every_order(tmp_path: Path) -> None:
    tree: Tree = {"b": File(b"text", 0o600), "a": Folder(0o1777), "c": Link("b")}

    write_tar(tree, tmp_path / "one")
    write_tar(dict(reversed(tree.items())), tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with tarfile.open(tmp_path / "one") as archive:
        told = [(member.name, member.mode, member.uid, member.mtime) for member in archive]
    assert told == [("a", 0o1777, 0, EPOCH), ("b", 0o600, 0, EPOCH), ("c", 0o777, 0, EPOCH)]
