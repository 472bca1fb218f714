"""Holes, links, modes, times and attributes of files on their way through export, cp and commit."""

import os
import tarfile
from pathlib import Path

import pytest

from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root

SCRIPT = """
mkdir /d
dd if=/dev/zero of=/d/holes bs=1 count=1 seek=200M 2>/dev/null
echo one > /d/first; ln /d/first /d/second; ln -s first /d/link; mkfifo /d/pipe
chown 12:34 /d/first; chmod 4750 /d/first; touch -d '2001-02-03 04:05:06' /d/first
"""
CAPABILITY = bytes.fromhex("0100000200040000000000000000000000000000")
ATTRIBUTES = {"user.colour": b"blue", "security.capability": CAPABILITY}
SIZE = 200 * 1024 * 1024 + 1


@pytest.fixture(scope="module")
def container(engine: Engine, registry: Registry) -> str:
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)
    id = engine.docker("run", "-d", "--init", image, "sleep", "1000").stdout.strip()
    engine.docker("exec", id, "sh", "-c", SCRIPT)
    for name, value in ATTRIBUTES.items():
        os.setxattr(inside(engine, id) / "d/first", name, value)
    return id


def inside(engine: Engine, id: str) -> Path:
    pid = engine.docker("inspect", "-f", "{{.State.Pid}}", id).stdout.strip()
    return Path(f"/proc/{pid}/root")


def test_an_export_holds_them(engine: Engine, container: str, tmp_path: Path) -> None:
    target = tmp_path / "root.tar"
    engine.docker("export", "-o", str(target), container)
    with tarfile.open(target) as archive:
        members = {member.name: member for member in archive if member.name.startswith("d/")}
    assert members["d/holes"].size == SIZE
    first, second = members["d/first"], members["d/second"]
    assert (first.mode, first.uid, first.gid, first.mtime) == (0o4750, 12, 34, 981173106)
    assert (second.islnk(), second.linkname) == (True, "d/first")
    assert members["d/link"].linkname == "first"
    assert members["d/pipe"].isfifo()
    told = {
        key.removeprefix("SCHILY.xattr."): value.encode("utf-8", "surrogateescape")
        for key, value in first.pax_headers.items()
        if key.startswith("SCHILY.xattr.")
    }
    assert told == ATTRIBUTES


def test_a_copy_out_and_in_again_keeps_them(engine: Engine, container: str, tmp_path: Path) -> None:
    engine.docker("cp", "-q", "-a", f"{container}:/d", str(tmp_path))
    holes, first, second = (tmp_path / "d" / name for name in ("holes", "first", "second"))
    assert holes.stat().st_size == SIZE
    assert first.stat().st_ino == second.stat().st_ino
    assert (tmp_path / "d/link").readlink() == Path("first")
    holes.unlink()
    engine.docker("cp", "-q", "-a", f"{tmp_path / 'd'}", f"{container}:/again")
    script = "stat -c '%a %u %g %Y %h' /again/first; ls -i /again/first /again/second"
    rows = engine.docker("exec", container, "sh", "-c", script).stdout.splitlines()
    # Files that the client wrote are its user's.
    assert rows[0] == f"4750 {os.getuid()} {os.getgid()} 981173106 2"
    assert rows[1].split()[0] == rows[2].split()[0]


def test_a_commit_keeps_them(engine: Engine, container: str) -> None:
    engine.docker("commit", container, "special:1")
    id = engine.docker("run", "-d", "--init", "special:1", "sleep", "1000").stdout.strip()
    folder = inside(engine, id) / "d"
    status = (folder / "first").stat()
    assert status.st_nlink == 2
    assert (status.st_mode & 0o7777, status.st_uid, status.st_gid) == (0o4750, 12, 34)
    assert (folder / "holes").stat().st_size == SIZE
    assert {
        name: os.getxattr(folder / "first", name) for name in os.listxattr(folder / "first")
    } == ATTRIBUTES
    engine.docker("rm", "-f", id)
    engine.docker("rmi", "special:1")


def test_links_to_devices_in_place_of_the_engines_files_harm_no_device(
    engine: Engine, registry: Registry, tmp_path: Path
) -> None:
    archive = tmp_path / "links.tar"
    with tarfile.open(archive, "w") as tar:
        for name, target in (
            ("hosts", "../dev/null"),
            ("resolv.conf", "/dev/zero"),
            ("hostname", "also"),
            ("also", "/proc/1/comm"),
        ):
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            tar.addfile(link)
    script = "echo gone > /dev/null; test -c /dev/null -a -c /dev/zero && cat /etc/host* /etc/res*"
    image = registry.image("busybox:latest")
    engine.docker("create", "--name", "linked", "-h", "nulled", image, "sh", "-c", script)
    copied = engine.request("PUT", "/containers/linked/archive?path=/etc", archive.read_bytes())
    assert copied.status == 200
    said = engine.docker("start", "-a", "linked").stdout
    assert said.startswith("nulled\n")
    assert "127.0.0.1\tlocalhost" in said
    assert "nameserver" in said
    assert not [
        line for line in engine.docker("diff", "linked").stdout.splitlines() if "dev" in line
    ]
