"""Paths inside a root that somebody else controls."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_engine.kernel.paths import (
    fd_path,
    mkdirs_in_root,
    open_beneath,
    open_in_root,
    read_in_root,
)

LOOP = os.strerror(errno.ELOOP)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "root"
    (place / "var").mkdir(parents=True)
    (place / "run").mkdir()
    (place / "run/pid").write_text("7")
    (place / "var/run").symlink_to("/run")
    (tmp_path / "secret").write_text("secret")
    (place / "out").symlink_to("../secret")
    (place / "escape").symlink_to("/proc/self/root")
    return place


@pytest.fixture
def root_fd(root: Path) -> Iterator[int]:
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    yield handle
    os.close(handle)


def test_absolute_links_lead_inside(root_fd: int) -> None:
    assert read_in_root(root_fd, "/var/run/pid", 100) == b"7"
    assert read_in_root(root_fd, "../../var/run/pid", 100) == b"7"


@pytest.mark.parametrize("path", ["out", "/out", "var/../../secret", "escape/etc/passwd"])
def test_nothing_leads_outside(path: str, root_fd: int) -> None:
    with pytest.raises(FileNotFoundError):
        open_in_root(root_fd, path, os.O_RDONLY)


def test_magic_links_are_refused(tmp_path: Path) -> None:
    proc = os.open("/proc/self", os.O_RDONLY | os.O_DIRECTORY)
    try:
        with pytest.raises(OSError, match=LOOP):
            open_in_root(proc, f"fd/{proc}", os.O_RDONLY)
    finally:
        os.close(proc)


def test_beneath_follows_no_link_and_does_not_climb(root_fd: int) -> None:
    with pytest.raises(OSError, match=LOOP):
        open_beneath(root_fd, "var/run/pid", os.O_RDONLY)
    for path in ("../secret", "/run/pid"):
        with pytest.raises(OSError, match=os.strerror(errno.EXDEV)):
            open_beneath(root_fd, path, os.O_RDONLY)
    os.close(open_beneath(root_fd, "run/pid", os.O_RDONLY))


def test_descriptors_are_closed_on_exec(root_fd: int) -> None:
    handle = open_in_root(root_fd, "run/pid", os.O_RDONLY)
    assert not os.get_inheritable(handle)
    os.close(handle)


def test_errors_name_the_path(root_fd: int) -> None:
    with pytest.raises(FileNotFoundError, match="no/such/file"):
        open_in_root(root_fd, "no/such/file", os.O_RDONLY)


def test_folders_are_made_through_links(root: Path, root_fd: int) -> None:
    os.close(mkdirs_in_root(root_fd, "/var/run/a/b", 0o700))
    assert (root / "run/a/b").is_dir()
    (root / "dangling").symlink_to("/new/place")
    os.close(mkdirs_in_root(root_fd, "dangling/x"))
    assert (root / "new/place/x").is_dir()
    os.close(mkdirs_in_root(root_fd, "../../up"))
    assert (root / "up").is_dir()
    os.close(mkdirs_in_root(root_fd, "/"))


def test_making_folders_ends_in_a_loop_or_below_a_file(root: Path, root_fd: int) -> None:
    (root / "a").symlink_to("b")
    (root / "b").symlink_to("a")
    with pytest.raises(OSError, match=LOOP):
        mkdirs_in_root(root_fd, "a/x")
    (root / "self").symlink_to("self/x")
    with pytest.raises(OSError, match=LOOP):
        mkdirs_in_root(root_fd, "self")
    with pytest.raises(NotADirectoryError):
        mkdirs_in_root(root_fd, "run/pid/x")


def test_reading_never_waits_and_has_an_end(root: Path, root_fd: int) -> None:
    os.mkfifo(root / "fifo")
    with pytest.raises(OSError, match="not a regular file"):
        read_in_root(root_fd, "fifo", 10)
    (root / "long").write_bytes(bytes(11))
    with pytest.raises(OSError, match="longer than 10"):
        read_in_root(root_fd, "long", 10)
    with pytest.raises(OSError, match="not a regular file"):
        read_in_root(root_fd, "run", 10)


def test_a_path_to_a_descriptor_leads_to_the_file(root: Path, root_fd: int) -> None:
    assert (Path(os.fsdecode(fd_path(root_fd, b"run"))) / "pid").read_text() == "7"


def test_nobody_wins_a_race_against_the_kernel(root: Path, root_fd: int, tmp_path: Path) -> None:
    """A component is swapped with a link outside while it is opened thousands of times."""
    (root / "d").mkdir()
    (root / "d/secret").write_text("inside")
    (root / "evil").symlink_to("../..")
    (tmp_path / "d").mkdir()
    ends = threading.Event()

    def swap() -> None:
        while not ends.is_set():
            (root / "d").rename(root / "kept")
            (root / "evil").rename(root / "d")
            (root / "d").rename(root / "evil")
            (root / "kept").rename(root / "d")

    attacker = threading.Thread(target=swap)
    attacker.start()
    try:
        opened = 0
        for _ in range(5000):
            try:
                handle = open_in_root(root_fd, "d/secret", os.O_RDONLY)
            except FileNotFoundError:
                continue
            with os.fdopen(handle) as file:
                assert file.read() == "inside"
            opened += 1
    finally:
        ends.set()
        attacker.join()
    assert opened
