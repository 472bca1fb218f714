"""What a shared folder promises, whichever way it is contained: files work, nothing leads out.

The guest's side is paramiko's SFTP client, speaking to the server over a pair of sockets.
"""

import contextlib
import itertools
import os
import random
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import paramiko
import pytest
from paramiko.sftp import CMD_DATA, CMD_READ, CMD_WRITE, int64

from davit_vm.shares.sftp import FolderServer
from davit_vm.shares.tree import DescriptorTree, PathTree, Tree

SECRET = b"the secret of the host"

TREES: dict[str, Callable[[Path], Tree]] = {"descriptors": DescriptorTree, "paths": PathTree}


class _SocketChannel:
    """As much of a paramiko channel as its SFTP server needs, on a socket."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.recv = connection.recv
        self.send = connection.send

    def get_transport(self) -> "_SocketChannel":
        return self

    def get_log_channel(self) -> str:
        return "test"

    def get_hexdump(self) -> bool:
        return False

    def get_name(self) -> str:
        return "test"

    def close(self) -> None:
        self._connection.close()


class Shared:
    """A folder of the host, the way to it from the guest, and what lies beside it."""

    def __init__(self, tmp_path: Path, tree: Callable[[Path], Tree], *, read_only: bool) -> None:
        self.folder = tmp_path / "home" / "src"
        self.folder.mkdir(parents=True)
        self.sibling = tmp_path / "home" / "src-secret"
        self.sibling.mkdir()
        (self.sibling / "file").write_bytes(SECRET)
        (self.sibling / "folder").mkdir()
        self.tree = tree(self.folder)
        near, far = socket.socketpair()
        server = FolderServer(_SocketChannel(far), self.tree, read_only=read_only)
        self._thread = threading.Thread(target=server.serve)
        self._thread.start()
        self._near, self._far = near, far
        self.client = paramiko.SFTPClient(_SocketChannel(near))

    def outside(self) -> dict[str, tuple[int, int, bytes]]:
        """Everything beside the share, to be compared."""
        return {
            str(path): (
                path.lstat().st_mode,
                path.lstat().st_mtime_ns,
                path.read_bytes() if path.is_file() else b"",
            )
            for path in [self.sibling, *self.sibling.rglob("*"), self.folder.parent]
        }

    def close(self) -> None:
        self._near.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)
        self._near.close()
        self._far.close()
        self.tree.close()


@pytest.fixture(params=sorted(TREES))
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shared]:
    share = Shared(tmp_path, TREES[request.param], read_only=False)
    yield share
    share.close()


@pytest.fixture(params=sorted(TREES))
def read_only(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shared]:
    share = Shared(tmp_path, TREES[request.param], read_only=True)
    yield share
    share.close()


# ---- files work


def test_what_one_side_writes_the_other_reads(shared: Shared) -> None:
    content = random.Random(1).randbytes(3_000_000)
    with shared.client.open("/file", "wb") as file:
        file.set_pipelined(True)
        file.write(content)
    assert (shared.folder / "file").read_bytes() == content
    (shared.folder / "back").write_bytes(content[::-1])
    with shared.client.open("back", "rb") as file:
        assert file.read() == content[::-1]
        file.seek(1_000_000)
        assert file.read(10) == content[::-1][1_000_000:1_000_010]


def test_writing_in_the_middle_appending_and_cutting(shared: Shared) -> None:
    (shared.folder / "file").write_bytes(b"0123456789")
    with shared.client.open("/file", "r+b") as file:
        file.seek(4)
        file.write(b"xx")
    with shared.client.open("/file", "ab") as file:
        file.write(b"end")
    assert (shared.folder / "file").read_bytes() == b"0123xx6789end"
    shared.client.truncate("/file", 4)
    assert (shared.folder / "file").read_bytes() == b"0123"
    with shared.client.open("/file", "r+b") as file:
        file.truncate(2)
    assert (shared.folder / "file").read_bytes() == b"01"


def test_a_new_file_has_the_mode_that_the_guest_gives(shared: Shared) -> None:
    before = os.umask(0o077)
    try:
        shared.client.open("/file", "wb").close()
        shared.client.mkdir("/folder", 0o755)
    finally:
        os.umask(before)
    assert stat.S_IMODE((shared.folder / "file").stat().st_mode) == 0o644
    assert stat.S_IMODE((shared.folder / "folder").stat().st_mode) == 0o755


def test_modes_and_times_are_set_and_owners_are_not(shared: Shared) -> None:
    file = shared.folder / "file"
    file.write_bytes(b"")
    owner = file.stat().st_uid, file.stat().st_gid
    shared.client.chmod("/file", 0o4751)
    assert stat.S_IMODE(file.stat().st_mode) == 0o751
    shared.client.utime("/file", (1_000_000_000, 1_100_000_000))
    assert (file.stat().st_atime, file.stat().st_mtime) == (1_000_000_000, 1_100_000_000)
    shared.client.chown("/file", 33, 33)
    assert (file.stat().st_uid, file.stat().st_gid) == owner
    found = shared.client.stat("/file")
    assert (found.st_uid, found.st_gid, found.st_size) == (0, 0, 0)


def test_folders_are_made_listed_and_removed(shared: Shared) -> None:
    shared.client.mkdir("/many")
    for number in range(700):
        (shared.folder / "many" / f"file {number} ü").write_bytes(bytes(number))
    listed = shared.client.listdir_attr("/many")
    assert {entry.filename: entry.st_size for entry in listed} == {
        f"file {number} ü": number for number in range(700)
    }
    with pytest.raises(OSError, match="Failure"):
        shared.client.rmdir("/many")
    for entry in listed:
        shared.client.remove(f"/many/{entry.filename}")
    shared.client.rmdir("/many")
    assert shared.client.listdir("/") == []
    with pytest.raises(FileNotFoundError):
        shared.client.stat("/many")


def test_renaming_replaces_only_when_asked_to(shared: Shared) -> None:
    (shared.folder / "old").write_bytes(b"old")
    (shared.folder / "new").write_bytes(b"new")
    with pytest.raises(OSError, match="Failure"):
        shared.client.rename("/old", "/new")
    shared.client.posix_rename("/old", "/new")
    assert (shared.folder / "new").read_bytes() == b"old"
    assert shared.client.listdir("/") == ["new"]


def test_links_inside_work(shared: Shared) -> None:
    (shared.folder / "a" / "b").mkdir(parents=True)
    (shared.folder / "a" / "file").write_bytes(b"through a link")
    shared.client.symlink("../file", "/a/b/link")
    shared.client.symlink("a/b", "/shortcut")
    shared.client.symlink("loop", "/loop")
    assert shared.client.readlink("/a/b/link") == "../file"
    assert stat.S_ISLNK(shared.client.lstat("/a/b/link").st_mode)
    assert shared.client.stat("/shortcut/link").st_size == len(b"through a link")
    with shared.client.open("/shortcut/link", "rb") as file:
        assert file.read() == b"through a link"
    assert shared.client.listdir("/shortcut") == ["link"]
    (shared.folder / "absolute").symlink_to(shared.folder / "a" / "file")
    with shared.client.open("/absolute", "rb") as file:
        assert file.read() == b"through a link"
    with pytest.raises(OSError, match=r".*"):
        shared.client.stat("/loop/x")


def _extended(client: paramiko.SFTPClient, tag: str, *values: object) -> bytes:
    kind, message = client._request(200, tag, *values)
    return bytes([kind]) + message.get_remainder()


def test_the_extensions_of_openssh(shared: Shared) -> None:
    (shared.folder / "file").write_bytes(b"x")
    _extended(shared.client, "hardlink@openssh.com", "/file", "/other")
    assert (shared.folder / "other").stat().st_ino == (shared.folder / "file").stat().st_ino
    with shared.client.open("/file", "r+b") as file:
        _extended(shared.client, "fsync@openssh.com", file.handle)
    answer = _extended(shared.client, "statvfs@openssh.com", "/")
    numbers = [int.from_bytes(answer[1 + 8 * i : 9 + 8 * i], "big") for i in range(11)]
    assert numbers[0] * numbers[2] > 0
    with pytest.raises(OSError, match="unsupported"):
        _extended(shared.client, "lsetstat@openssh.com", "/file")


# ---- nothing leads out


def _attempts(client: paramiko.SFTPClient, path: str) -> list[Callable[[], Any]]:
    """Every verb that follows the last link of a path."""
    return [
        lambda: client.open(path, "rb").read(),
        lambda: client.open(path, "wb").write(b"overwritten"),
        lambda: client.stat(path),
        lambda: client.listdir(path),
        lambda: client.chmod(path, 0o777),
        lambda: client.utime(path, (1, 1)),
        lambda: client.truncate(path, 0),
        lambda: client.mkdir(path + "/made"),
        lambda: client.rmdir(path + "/folder"),
        lambda: client.remove(path + "/file"),
        lambda: client.posix_rename(path + "/file", "/taken"),
        lambda: client.posix_rename("/own", path + "/planted"),
        lambda: client.symlink("x", path + "/link"),
        lambda: _extended(client, "hardlink@openssh.com", path + "/file", "/linked"),
        lambda: _extended(client, "hardlink@openssh.com", "/own", path + "/planted"),
        lambda: client.readlink(path + "/file"),
        lambda: client.lstat(path + "/file"),
    ]


def test_paths_that_go_up_stay_at_the_top(shared: Shared) -> None:
    (shared.folder / "own").write_bytes(b"own")
    before = shared.outside()
    for path in (
        "/../src-secret",
        "../src-secret",
        "/../../home/src-secret",
        "/own/../../src-secret",
        "//..//src-secret",
        f"/../{'../' * 40}{shared.sibling}",
        str(shared.sibling),
    ):
        for attempt in _attempts(shared.client, path):
            # Some work: at the top `..` is the top, so `/../new` is a name like any other.
            with contextlib.suppress(OSError):
                assert attempt() not in (SECRET, ["file", "folder"])
    assert shared.outside() == before


def test_links_that_lead_out_are_refused_by_every_verb(shared: Shared) -> None:
    (shared.folder / "own").write_bytes(b"own")
    (shared.folder / "deep" / "er").mkdir(parents=True)
    links = {
        "absolute": str(shared.sibling),
        "relative": "../src-secret",
        "deep/er/up": "../../../src-secret",
        "top": "/",
        "twice": "absolute",
        "dotted": "deep/../../src-secret",
        "back": "../src/../src-secret",
    }
    for name, target in links.items():
        (shared.folder / name).symlink_to(target)
    before = shared.outside()
    for name in links:
        suffix = str(shared.sibling) if name == "top" else ""
        for attempt in _attempts(shared.client, f"/{name}{suffix}"):
            with pytest.raises(OSError, match=r".*"):
                attempt()
    for name in links:
        with pytest.raises(OSError, match=r".*"):
            shared.client.open(f"/{name}/file", "rb")
    assert shared.outside() == before


def test_only_files_are_opened(shared: Shared) -> None:
    os.mkfifo(shared.folder / "fifo")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(shared.folder / "socket"))
    (shared.folder / "device").symlink_to("/dev/zero")
    for name in ("fifo", "socket", "device"):
        for mode in ("rb", "r+b", "wb"):
            with pytest.raises(OSError, match=r".*"):
                shared.client.open(f"/{name}", mode)
    listener.close()
    assert stat.S_ISFIFO(shared.client.stat("/fifo").st_mode)


def test_read_only_holds_for_every_verb(read_only: Shared) -> None:
    (read_only.folder / "file").write_bytes(b"as it was")
    (read_only.folder / "empty").mkdir()
    client = read_only.client
    with client.open("/file", "rb") as file:
        assert file.read() == b"as it was"
        for attempt in (
            lambda: file.truncate(0),
            lambda: file.chmod(0o777),
            lambda: file.utime((1, 1)),
        ):
            with pytest.raises(PermissionError):
                attempt()
    before = sorted((str(path), path.stat().st_mode) for path in read_only.folder.rglob("*"))
    for attempt in (
        lambda: client.open("/file", "r+b"),
        lambda: client.open("/file", "wb"),
        lambda: client.open("/file", "ab"),
        lambda: client.open("/new", "xb"),
        lambda: client.remove("/file"),
        lambda: client.rename("/file", "/new"),
        lambda: client.posix_rename("/file", "/new"),
        lambda: client.mkdir("/new"),
        lambda: client.rmdir("/empty"),
        lambda: client.symlink("file", "/new"),
        lambda: client.chmod("/file", 0o777),
        lambda: client.chown("/file", 1, 1),
        lambda: client.utime("/file", (1, 1)),
        lambda: client.truncate("/file", 0),
        lambda: _extended(client, "hardlink@openssh.com", "/file", "/new"),
    ):
        with pytest.raises(PermissionError):
            attempt()
    assert before == sorted(
        (str(path), path.stat().st_mode) for path in read_only.folder.rglob("*")
    )
    assert (read_only.folder / "file").read_bytes() == b"as it was"


PIECES = (
    "..", "..", ".", "", "a", "a", "a", "b", "b", "file", "file", "self",
    "out", "up", "top", "self", "src", "src-secret", "home",
    "...", "..\\src-secret", "A", "fi\u0301le", "a\n", " ", "con", "file:stream", "\x00", "x" * 300,
)  # fmt: skip


def _hostile_path(chance: random.Random, shared: Shared) -> str:
    pieces = [chance.choice(PIECES) for _ in range(chance.randint(1, 9))]
    path = "/".join(pieces)
    match chance.randint(0, 4):
        case 0:
            return "/" + path
        case 1:
            return f"{shared.folder}/{path}"
        case 2:
            return f"{shared.sibling}/{path}"
        case _:
            return path


def _plant(shared: Shared) -> None:
    for name in ("a", "a/b"):
        folder = shared.folder / name
        if not folder.is_dir():
            folder.unlink(missing_ok=True)
            folder.mkdir()
    for name, target in {
        "out": str(shared.sibling),
        "a/up": "../../src-secret",
        "a/b/top": "/",
        "self": ".",
        "a/self": "../a",
        "up": "..",
    }.items():
        link = shared.folder / name
        if not link.is_symlink() and not link.exists():
            link.symlink_to(target)


def _one_try(tree: Tree, chance: random.Random, path: str, other: str) -> bytes:
    """Any verb; what it read, if anything."""
    match chance.randint(0, 12):
        case 0 | 1 | 2:
            descriptor = tree.open(path, os.O_RDONLY, None)
            try:
                return os.read(descriptor, 100)
            finally:
                os.close(descriptor)
        case 3:
            descriptor = tree.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                os.write(descriptor, b"written by the guest")
            finally:
                os.close(descriptor)
        case 4:
            return "\n".join(entry.name for entry in tree.entries(path)).encode()
        case 5:
            tree.stat(path, follow=True)
        case 6:
            tree.chmod(path, 0o777)
        case 7:
            tree.utime(path, 1.0, 1.0)
        case 8:
            tree.make_folder(path, 0o755)
        case 9:
            tree.remove(path)
        case 10:
            tree.rename(path, other, replace=True)
        case 11:
            tree.symlink(chance.choice(("..", "/", "../../src-secret", other)), path)
        case 12:
            tree.link(path, other)
    return b""


def test_ten_thousand_hostile_paths_never_lead_out(shared: Shared) -> None:
    chance = random.Random(20)
    before = shared.outside()
    worked = 0
    for number in range(10_000):
        if number % 20 == 0:
            _plant(shared)
        path, other = _hostile_path(chance, shared), _hostile_path(chance, shared)
        try:
            read = _one_try(shared.tree, chance, path, other)
        except (OSError, ValueError):
            continue
        worked += 1
        assert SECRET not in read
    assert worked > 250
    assert shared.outside() == before


def test_links_that_are_swapped_meanwhile_never_lead_out(tmp_path: Path) -> None:
    shared = Shared(tmp_path, DescriptorTree, read_only=False)
    before = shared.outside()
    inside = shared.folder / "inside"
    inside.mkdir()
    (inside / "file").write_bytes(b"harmless")
    door = shared.folder / "door"
    done = threading.Event()

    def swap() -> None:
        spare = shared.folder / "spare"
        while not done.is_set():
            for target in ("inside", "../src-secret", str(shared.sibling)):
                spare.symlink_to(target)
                spare.replace(door)
                time.sleep(0)
            door.unlink()
            inside.rename(door)
            time.sleep(0)
            door.rename(inside)

    attacker = threading.Thread(target=swap)
    # Between any two system calls, rather than once in a while.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    attacker.start()
    chance = random.Random(3)
    worked = 0
    try:
        for tried in itertools.count():
            if tried > 12_000 and worked > 200:
                break
            try:
                match chance.randint(0, 4):
                    case 0 | 1:
                        descriptor = shared.tree.open("door/file", os.O_RDONLY, None)
                        try:
                            assert os.read(descriptor, 100) != SECRET
                        finally:
                            os.close(descriptor)
                    case 2:
                        descriptor = shared.tree.open("door/new", os.O_WRONLY | os.O_CREAT, 0o644)
                        os.close(descriptor)
                    case 3:
                        shared.tree.chmod("door/file", 0o777)
                    case 4:
                        names = [entry.name for entry in shared.tree.entries("door")]
                        assert "folder" not in names
                worked += 1
            except OSError:
                continue
    finally:
        done.set()
        attacker.join()
        sys.setswitchinterval(interval)
    assert shared.outside() == before
    shared.close()


def test_numbers_that_are_too_large_are_survived(shared: Shared) -> None:
    (shared.folder / "file").write_bytes(b"x")
    with shared.client.open("/file", "r+b") as file:
        for offset in (2**63 - 1, 2**63, 2**64 - 1):
            with pytest.raises((OSError, EOFError), match=r".*"):
                shared.client._request(CMD_READ, file.handle, int64(offset), 2**32 - 1)
            with pytest.raises(OSError, match="Failure"):
                shared.client._request(CMD_WRITE, file.handle, int64(offset), b"x")
        kind, answer = shared.client._request(CMD_READ, file.handle, int64(0), 2**32 - 1)
        assert (kind, answer.get_binary()) == (CMD_DATA, b"x")


def test_open_files_are_limited_and_given_back(shared: Shared) -> None:
    (shared.folder / "file").write_bytes(b"x")
    before = len(list(Path("/proc/self/fd").iterdir()))
    files = [shared.client.open("/file", "rb") for _ in range(100)]
    assert len(list(Path("/proc/self/fd").iterdir())) >= before + 100
    for file in files:
        file.close()
    assert shared.client.stat("/file").st_size == 1
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 2
