"""Applying an archive to a folder: what replaces what, whose it is, and who else is there."""

import os
import stat
import threading
from pathlib import Path

import pytest

from davit_engine.archive.apply import (
    OPAQUE_XATTR,
    Applied,
    NeedsParents,
    Options,
    Whiteouts,
    apply,
)
from davit_engine.archive.tar import TarReader
from davit_engine.errors import InvalidParameter, SystemFailure
from davit_engine.kernel.mounts import mount, unmount
from fixtures.hostile import archive, folder, hardlink, member, symlink

pytestmark = pytest.mark.root

DELETE = Options(whiteouts=Whiteouts.DELETE)
ORDINARY = Options(whiteouts=Whiteouts.ORDINARY)
OVERLAY = Options()


def unpack(root: Path, options: Options, *members: bytes) -> Applied:
    pieces = iter([archive(*members)])
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        return apply(TarReader(lambda: next(pieces, b"")), handle, options)
    finally:
        os.close(handle)


def names(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*"))


def test_the_outcome_is_told(tmp_path: Path) -> None:
    applied = unpack(
        tmp_path, OVERLAY, folder("./", 0o711), member("a", b"12345"), hardlink("b", "a")
    )
    assert (applied.size, applied.entries, applied.dependent) == (5, 3, False)
    assert applied.root is not None
    assert applied.root.mode == 0o711
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o711


def test_later_entries_replace_earlier_ones(tmp_path: Path) -> None:
    unpack(
        tmp_path,
        OVERLAY,
        folder("d"),
        member("d/old", b"1"),
        folder("d", 0o700),
        member("f", b"1"),
        folder("f"),
        member("f/in", b"2"),
        folder("g"),
        member("g/in", b"1"),
        member("g", b"file"),
        symlink("s", "/etc"),
        folder("s"),
        member("s/in", b"3"),
    )
    assert names(tmp_path) == ["d", "d/old", "f", "f/in", "g", "s", "s/in"]
    assert stat.S_IMODE((tmp_path / "d").stat().st_mode) == 0o700
    assert (tmp_path / "g").read_bytes() == b"file"


def test_folders_keep_their_times_whatever_is_made_in_them(tmp_path: Path) -> None:
    old = b"00000000777\0"
    unpack(tmp_path, OVERLAY, member("d", kind=b"5", mtime=old, mode=0o755), member("d/x", b"1"))
    assert (tmp_path / "d").stat().st_mtime == 0o777


def test_whiteouts_become_what_overlayfs_understands(tmp_path: Path) -> None:
    unpack(
        tmp_path,
        OVERLAY,
        member(".wh.gone"),
        folder("d"),
        member("d/.wh..wh..opq"),
        member(".wh.again"),
        folder("again"),
    )
    gone = (tmp_path / "gone").lstat()
    assert stat.S_ISCHR(gone.st_mode)
    assert gone.st_rdev == 0
    for name in ("d", "again"):
        assert os.getxattr(tmp_path / name, OPAQUE_XATTR) == b"y"


def test_whiteouts_delete_what_was_there_before(tmp_path: Path) -> None:
    for name in ("old/a", "old/b", "kept/x", "part/was"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    unpack(
        tmp_path,
        DELETE,
        member("old/c", b"1"),
        member("old/.wh..wh..opq"),
        member(".wh.kept"),
        member("part/new", b"1"),
        member(".wh.part"),
        member(".wh.never-there"),
    )
    assert names(tmp_path) == ["old", "old/c", "part", "part/new"]


def test_whiteouts_are_files_like_any_other_outside_of_layers(tmp_path: Path) -> None:
    unpack(tmp_path, ORDINARY, member(".wh.x", b"1"), folder("d"), member("d/.wh..wh..opq"))
    assert names(tmp_path) == [".wh.x", "d", "d/.wh..wh..opq"]


@pytest.mark.parametrize(
    "members",
    [
        [member("missing/x", b"1")],
        [member("missing/.wh.x")],
        [hardlink("x", "below")],
        [symlink("l", "d"), folder("d"), member("l/x", b"1")],
    ],
)
def test_what_depends_on_lower_layers_is_noticed(members: list[bytes], tmp_path: Path) -> None:
    with pytest.raises(NeedsParents):
        unpack(tmp_path, Options(standalone=True), *members)


def test_a_folder_replaced_by_a_link_depends_on_nothing(tmp_path: Path) -> None:
    unpack(tmp_path, Options(standalone=True), folder("d"), symlink("d", "/"))
    assert (tmp_path / "d").is_symlink()


def test_kinds_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    options = Options(whiteouts=Whiteouts.ORDINARY, keep_kinds=True)
    with pytest.raises(InvalidParameter, match="cannot overwrite directory"):
        unpack(tmp_path, options, member("folder", b"1"))
    with pytest.raises(InvalidParameter, match="cannot overwrite non-directory"):
        unpack(tmp_path, options, folder("file"))
    unpack(tmp_path, options, folder("folder"), member("file", b"1"))


def test_owners_can_be_set_for_all(tmp_path: Path) -> None:
    options = Options(whiteouts=Whiteouts.ORDINARY, owners=False, owner=(7, 8))
    unpack(
        tmp_path,
        options,
        member("file", b"1", uid=b"0001750\0"),
        folder("folder"),
        symlink("link", "x"),
    )
    for name in ("file", "folder", "link"):
        status = (tmp_path / name).lstat()
        assert (status.st_uid, status.st_gid) == (7, 8)


def test_a_full_disk_is_not_the_archives_fault(tmp_path: Path) -> None:
    mount("none", tmp_path, "tmpfs", 0, "size=64k")
    try:
        with pytest.raises(SystemFailure, match="'big': No space left"):
            unpack(tmp_path, OVERLAY, member("big", bytes(1 << 20)))
    finally:
        unmount(tmp_path)


def test_special_files_do_not_change_a_links_target(tmp_path: Path) -> None:
    """While a process in the container swaps every new name for a link to the outside."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"alive")
    victim.chmod(0o600)
    root = tmp_path / "root"
    root.mkdir()
    ends = threading.Event()

    def swap() -> None:
        while not ends.is_set():
            for path in root.iterdir():
                if not path.is_symlink():
                    path.unlink(missing_ok=True)
                    try:
                        path.symlink_to(victim)
                    except FileExistsError:
                        continue

    attacker = threading.Thread(target=swap)
    attacker.start()
    try:
        for _ in range(30):
            for number in range(20):
                fifo = member(f"x{number}", kind=b"6", mode=0o4777, uid=b"0001750\0")
                try:
                    unpack(root, ORDINARY, fifo)
                except InvalidParameter:
                    continue  # the attacker may spoil their own files
    finally:
        ends.set()
        attacker.join()
    status = victim.stat()
    assert (stat.S_IMODE(status.st_mode), status.st_uid) == (0o600, 0)
    assert victim.read_bytes() == b"alive"


def test_replacing_a_folder_keeps_descriptors_right(tmp_path: Path) -> None:
    """A folder that was open is replaced; entries below its name go to the new one."""
    unpack(
        tmp_path,
        OVERLAY,
        folder("a"),
        folder("a/b"),
        member("a/b/old", b"1"),
        member("a", b"now a file"),
        folder("a"),
        folder("a/b"),
        member("a/b/new", b"2"),
    )
    assert names(tmp_path) == ["a", "a/b", "a/b/new"]


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    unpack(tmp_path, OVERLAY, *(member(f"d{n}/x", b"1") for n in range(200)))
    with pytest.raises(InvalidParameter):
        unpack(tmp_path, OVERLAY, member("e/x", b"1"), member("../x"))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
