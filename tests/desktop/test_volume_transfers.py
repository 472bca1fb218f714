"""An archive is read through before anything is made of it."""

import io
import tarfile
from pathlib import Path

import pytest

from davit_desktop.client.errors import TransferFailed
from davit_desktop.volume_transfers import length, look


def _archive(path: Path, mode: str) -> bytes:
    with tarfile.open(path, mode) as archive:
        for name, content in (("./conf/app", b"a=1"), ("./big", b"x" * 50_000), ("/abs", b"")):
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("./link")
        link.type, link.linkname = tarfile.SYMTYPE, "conf"
        archive.addfile(link)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["", "gz", "bz2", "xz"])
async def test_an_archive_tells_what_it_holds(tmp_path: Path, kind: str) -> None:
    _archive(tmp_path / "a", f"w:{kind}")
    found = await look(tmp_path / "a")
    assert (found.entries, found.size) == (4, 50_003)
    assert found.tops == ("conf", "big", "abs", "link")


@pytest.mark.parametrize("kind", ["", "gz", "xz"])
async def test_half_an_archive_is_none(tmp_path: Path, kind: str) -> None:
    whole = _archive(tmp_path / "a", f"w:{kind}")
    (tmp_path / "half").write_bytes(whole[: len(whole) // 3])
    with pytest.raises(TransferFailed, match="half"):
        await look(tmp_path / "half")


@pytest.mark.parametrize("content", [b"", b"not an archive" * 100, b"\x1f\x8b\x08broken" * 9])
async def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(TransferFailed):
        await look(tmp_path / "x")


async def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for ask in (look, length):
        with pytest.raises(TransferFailed, match="No such file"):
            await ask(tmp_path / "absent")
