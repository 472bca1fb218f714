"""What a client's bind means: a folder here, or one of a virtual machine's host."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from davit_engine.errors import Forbidden, InvalidParameter, SystemFailure
from davit_engine.folders import HostFolders, NativeFolders, Place, is_below
from davit_engine.host_channel import HostChannel
from fakes.machine_host import MachineHost


@pytest.fixture
async def host() -> AsyncIterator[MachineHost]:
    with tempfile.TemporaryDirectory(prefix="dvs-") as folder:
        playing = MachineHost(Path(folder) / "channel")
        await playing.start()
        yield playing
        await playing.stop()


@pytest.fixture
async def folders(host: MachineHost) -> AsyncIterator[HostFolders]:
    channel = HostChannel(host.path)
    channel.start()
    yield HostFolders(channel, ["/var/lib/davit"], "/run/davit/engine.sock")
    await channel.aclose()


async def test_a_folder_of_this_machine_is_where_it_is_said(tmp_path: Path) -> None:
    assert await NativeFolders().locate(str(tmp_path)) == Place(str(tmp_path))


async def test_a_missing_folder_is_made_or_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "a/b")
    with pytest.raises(InvalidParameter, match=f"bind source path does not exist: {missing}"):
        await NativeFolders().locate(missing)
    await NativeFolders().locate(missing, create=True)
    assert Path(missing).is_dir()


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemFailure, match=f"mount source path '{tmp_path}/file/x'"):
        await NativeFolders().locate(f"{tmp_path}/file/x", create=True)


async def test_a_folder_of_the_host_is_asked_for(host: MachineHost, folders: HostFolders) -> None:
    host.folders[r"C:\Users\me"] = "/host/c/Users/me"
    place = await folders.locate(r"C:\Users\me", read_only=True, create=True)
    assert place == Place("/host/c/Users/me")
    assert host.asked[0]["params"] == {"path": r"C:\Users\me", "read_only": True, "create": True}


async def test_a_share_for_reading_only_says_so(host: MachineHost, folders: HostFolders) -> None:
    host.answers = lambda request: {"result": {"guest_path": "/host/x", "read_only": True}}
    assert await folders.locate("/x") == Place("/host/x", read_only=True)


async def test_a_folder_that_is_not_shared_is_denied_with_what_to_do(folders: HostFolders) -> None:
    with pytest.raises(Forbidden, match=r"Mounts denied: /secret .* davit machine set"):
        await folders.locate("/secret")


async def test_a_folder_missing_on_the_host_reads_as_one_missing_here(
    host: MachineHost, folders: HostFolders
) -> None:
    host.answers = lambda request: {"error": {"kind": "missing", "message": "no such folder"}}
    with pytest.raises(InvalidParameter, match="bind source path does not exist: /gone"):
        await folders.locate("/gone")


async def test_other_failures_keep_the_hosts_words(host: MachineHost, folders: HostFolders) -> None:
    host.answers = lambda request: {"error": {"kind": "failed", "message": "the disk is full"}}
    with pytest.raises(SystemFailure, match="cannot bind /x of the host: the disk is full"):
        await folders.locate("/x")


@pytest.mark.parametrize(
    "place", ["", "relative", "/etc", "/host", "/hosting/x", "/host/../etc", "/host/x/../../etc"]
)
async def test_a_host_cannot_name_a_place_outside_of_its_folders(
    host: MachineHost, folders: HostFolders, place: str
) -> None:
    host.answers = lambda request: {"result": {"guest_path": place}}
    with pytest.raises(SystemFailure, match="impossible place"):
        await folders.locate("/x")


@pytest.mark.parametrize(
    "path", ["/dev", "/proc/1", "/etc/localtime", "/var/lib/davit", "/dev/../sys"]
)
async def test_what_only_makes_sense_in_the_machine_is_the_machines_own(
    host: MachineHost, folders: HostFolders, path: str
) -> None:
    await folders.locate(path, create=True) if path != "/var/lib/davit" else None
    assert is_below(path, (*("/dev", "/proc", "/sys", "/etc/localtime"), "/var/lib/davit"))
    assert host.asked == []


@pytest.mark.parametrize("path", ["/devices", "/home/me/dev", "/dev/../home", "/", "C:/dev"])
def test_what_only_looks_like_it_is_the_hosts(path: str) -> None:
    assert not is_below(path, ("/dev", "/proc"))


@pytest.mark.parametrize("path", ["/var/run/docker.sock", "/run/docker.sock"])
async def test_dockers_socket_is_this_engines(folders: HostFolders, path: str) -> None:
    assert await folders.locate(path) == Place("/run/davit/engine.sock")
