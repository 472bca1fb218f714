"""A layer in overlayfs' form, mounted, is what deleting and writing in place would have made."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from davit_engine.archive.apply import NeedsParents, Options, Whiteouts, apply
from davit_engine.archive.tar import TarReader
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.mounts import unmount
from davit_engine.kernel.overlayfs import mount_overlay
from fixtures.hostile import archive, folder, hardlink, member, symlink

pytestmark = pytest.mark.root

BASE = archive(
    folder("a"),
    folder("a/b", 0o700),
    member("a/b/c", b"base"),
    member("a/c", b"base"),
    folder("b"),
    member("b/a", b"base"),
    symlink("c", "a"),
)


class Shown(bytes):
    """A member that a failing example can be read from."""

    def __repr__(self) -> str:
        name, link = self[:100].rstrip(b"\0"), self[157:257].rstrip(b"\0")
        return f"<{self[156:157].decode()} {name.decode()} {link.decode()}>"


parts = st.sampled_from("abc")
names = st.lists(parts, min_size=1, max_size=3).map("/".join)


def beside(name: str, marker: str) -> str:
    head, _, last = name.rpartition("/")
    return f"{head}/{marker}{last}" if head else f"{marker}{last}"


members = st.one_of(
    names.map(folder),
    st.builds(lambda name, content: member(name, content), names, st.binary(max_size=3)),
    st.builds(symlink, names, st.sampled_from(["a", "/b", "../c", "x"])),
    st.builds(hardlink, names, names),
    names.map(lambda name: member(beside(name, ".wh."))),
    names.map(lambda name: member(f"{name}/.wh..wh..opq")),
).map(Shown)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="davit-apply-", dir="/var/tmp") as name:
        yield Path(name)


def unpack(data: bytes, root: Path, options: Options) -> None:
    pieces = iter([data])
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        apply(TarReader(lambda: next(pieces, b"")), handle, options)
    finally:
        os.close(handle)


def tree(root: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for path in sorted(root.rglob("*")):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue  # overlayfs lists whiteouts in folders that only one layer has
        name = str(path.relative_to(root))
        if stat.S_ISLNK(status.st_mode):
            found[name] = str(path.readlink())
        elif stat.S_ISREG(status.st_mode):
            found[name] = path.read_bytes()
        else:
            found[name] = stat.S_IMODE(status.st_mode)
    return found


@given(st.lists(members, max_size=7))
@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
def test_both_ways_lead_to_the_same_files(place: Path, made: list[bytes]) -> None:
    data = archive(*made)
    lower, layer, merged, plain = (place / name for name in ("lower", "layer", "merged", "plain"))
    for path in (lower, layer, merged, plain):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
    unpack(BASE, lower, Options())
    unpack(BASE, plain, Options())
    try:
        unpack(data, layer, Options(standalone=True))
        alone = True
    except NeedsParents:
        assume(False)
    except InvalidParameter:
        alone = False
    try:
        unpack(data, plain, Options(whiteouts=Whiteouts.DELETE))
    except InvalidParameter:
        assert not alone
        return
    assert alone
    mount_overlay(merged, [layer, lower], read_only=True)
    try:
        assert tree(merged) == tree(plain)
    finally:
        unmount(merged)
