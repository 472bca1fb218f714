"""Which share holds a path: by the folders themselves, not by their names."""

import os
import stat
from pathlib import Path

import pytest

from davit_vm.config import SharedFolder
from davit_vm.errors import MachineError, NotShared, ShareFailed, ShareMissing
from davit_vm.shares.place import Shares


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("src/app", "src-secret", "other/inner"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def _shares(*folders: Path, read_only: tuple[Path, ...] = ()) -> Shares:
    return Shares(
        [SharedFolder(path=str(folder), read_only=folder in read_only) for folder in folders],
        windows=False,
    )


async def _place(shares: Shares, path: object, **how: bool) -> tuple[str, bool]:
    return await shares.place(str(path), **({"read_only": False, "create": False} | how))


async def test_a_folder_and_a_file_of_a_share(home: Path) -> None:
    (home / "src" / "file").write_bytes(b"")
    shares = _shares(home / "src")
    assert await _place(shares, home / "src") == (f"/host{home}/src", False)
    assert await _place(shares, f"{home}/src/app/") == (f"/host{home}/src/app", False)
    assert await _place(shares, home / "src" / "file") == (f"/host{home}/src/file", False)
    assert await _place(shares, home / "src", read_only=True) == (f"/host{home}/src", True)


async def test_a_sibling_that_begins_alike_is_not_shared(home: Path) -> None:
    shares = _shares(home / "src")
    for path in (home / "src-secret", f"{home}/src/../src-secret", home):
        with pytest.raises(NotShared) as caught:
            await _place(shares, path)
        assert "davit machine set --share" in caught.value.hint


async def test_links_count_as_what_they_lead_to(home: Path) -> None:
    (home / "src" / "out").symlink_to(home / "src-secret")
    (home / "in").symlink_to("src/app")
    (home / "src" / "loop").symlink_to("loop")
    shares = _shares(home / "src")
    assert await _place(shares, home / "in") == (f"/host{home}/src/app", False)
    with pytest.raises(NotShared):
        await _place(shares, home / "src" / "out")
    with pytest.raises(MachineError):
        await _place(shares, home / "src" / "loop" / "x")


async def test_a_share_that_is_named_through_a_link(home: Path) -> None:
    (home / "link").symlink_to("src")
    shares = _shares(home / "link")
    assert await _place(shares, home / "src" / "app") == (f"/host{home}/link/app", False)
    assert await _place(shares, home / "link" / "app") == (f"/host{home}/link/app", False)


async def test_the_innermost_share_decides(home: Path) -> None:
    shares = _shares(home, home / "other" / "inner", read_only=(home / "other" / "inner",))
    assert (await _place(shares, home / "other"))[1] is False
    assert await _place(shares, home / "other" / "inner") == (f"/host{home}/other/inner", True)


async def test_a_missing_folder_is_made_when_asked(home: Path) -> None:
    shares = _shares(home / "src")
    wanted = home / "src" / "new" / "deep"
    with pytest.raises(ShareMissing):
        await _place(shares, wanted)
    before = os.umask(0o077)
    try:
        assert await _place(shares, wanted, create=True) == (f"/host{wanted}", False)
    finally:
        os.umask(before)
    assert stat.S_IMODE(wanted.stat().st_mode) == 0o755
    assert await _place(shares, wanted, create=True) == (f"/host{wanted}", False)


async def test_nothing_is_made_outside_or_in_a_read_only_share(home: Path) -> None:
    shares = _shares(home / "src", read_only=(home / "src",))
    with pytest.raises(ShareMissing, match="read-only"):
        await _place(shares, home / "src" / "new", create=True)
    with pytest.raises(NotShared):
        await _place(shares, home / "src-secret" / "new", create=True)
    assert not (home / "src" / "new").exists()
    assert not (home / "src-secret" / "new").exists()


async def test_a_dangling_link_out_of_the_share_makes_nothing(home: Path) -> None:
    (home / "src" / "out").symlink_to(home / "src-secret" / "new")
    with pytest.raises(NotShared):
        await _place(_shares(home / "src"), home / "src" / "out" / "x", create=True)
    assert list((home / "src-secret").iterdir()) == []


@pytest.mark.parametrize("path", ["", "relative", "a\0b", "/a\0b"])
async def test_what_is_no_path_is_refused(home: Path, path: str) -> None:
    with pytest.raises(ShareFailed):
        await _place(_shares(home), path)


async def test_below_a_file_there_is_nothing(home: Path) -> None:
    (home / "src" / "file").write_bytes(b"")
    with pytest.raises(ShareFailed, match="not a folder"):
        await _place(_shares(home / "src"), home / "src" / "file" / "x", create=True)


async def test_a_share_that_cannot_be_carried_says_why(home: Path) -> None:
    shares = _shares()
    folders = [SharedFolder(path=str(home / "src")), SharedFolder(path=str(home / "gone"))]
    shares.use(folders, "sftp")
    assert [(share.transport, bool(share.problem)) for share in shares.states] == [
        ("sftp", False),
        ("sftp", True),
    ]
    shares.tell(shares.mounts[0], "sshfs ended")
    with pytest.raises(ShareFailed, match="sshfs ended"):
        await _place(shares, home / "src")
    shares.stopped()
    assert all(not share.transport and not share.problem for share in shares.states)
