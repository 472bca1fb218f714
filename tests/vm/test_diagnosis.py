"""Each check on a real folder, the real QEMU and real sockets; the guest is played."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from davit_vm import config as settings_file
from davit_vm import diagnosis, provision, saved_state, seed
from davit_vm.config import GIB, MIB
from davit_vm.endpoint.gate import GREETING, client_proof, server_proof
from davit_vm.host.detect import detect_host
from davit_vm.paths import Paths, machine_paths
from davit_vm.saved_state import SavedState
from davit_vm.status import Check, Forward, Problem, Resources, Share, State, Status

HOST = detect_host()


@pytest.fixture
def image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guest image that nobody boots."""
    folder = _make_image(tmp_path / "image")
    monkeypatch.setenv("DAVIT_GUEST_IMAGE", str(folder))
    return folder


def _make_image(folder: Path) -> Path:
    folder.mkdir()
    for name in ("kernel", "initrd", "root.erofs"):
        (folder / name).write_bytes(name.encode())
    disk = folder / "data.qcow2"
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", disk, "64M"], check=True, timeout=60)
    files = {
        file.name: {
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            "size": file.stat().st_size,
        }
        for file in folder.iterdir()
    }
    document = {
        "version": "abcabcabcabc",
        "architecture": HOST.facts().architecture,
        "engine": "0.1.0",
        "command_line": "quiet",
        "files": files,
    }
    (folder / "image.json").write_text(json.dumps(document))
    return folder


@pytest.fixture
def paths(tmp_path: Path, template: Path, image: Path) -> Paths:
    """A machine that has been created and never started."""
    return machine_paths(shutil.copytree(template, tmp_path / "m"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAVIT_GUEST_IMAGE", str(_make_image(folder / "image")))
        asyncio.run(_make_machine(machine_paths(folder / "m")))
    return folder / "m"


async def _make_machine(paths: Paths) -> None:
    changes = {"disk": 2 * GIB, "memory": 768 * MIB, "accelerator": "tcg", "shares": ()}
    config = settings_file.default_config(HOST.facts())
    await provision.create(paths, provision.changed_settings(config, changes, HOST.facts()))


def stopped(paths: Paths) -> Status:
    return Status(state=State.STOPPED, home=str(paths.home))


async def found(paths: Paths, status: Status) -> dict[str, Check]:
    return {check.name: check for check in await diagnosis.diagnose(paths.home, status)}


async def test_a_machine_that_is_well_and_stopped(paths: Paths) -> None:
    before = {path: path.read_bytes() for path in paths.home.rglob("*") if path.is_file()}
    checks = await found(paths, stopped(paths))
    well = {name for name, check in checks.items() if check.ok}
    assert well == {
        "folder", "settings", "QEMU", "accelerator", "guest image", "data disk",
        "space on this computer", "memory of this computer", "shared folders",
    }  # fmt: skip
    assert not [check for check in checks.values() if check.ok is False]
    assert checks["supervisor"].detail == "the machine is stopped"
    assert checks["engine"].detail == "needs: engine's gate"
    assert "abcabcabcabc" in checks["guest image"].detail
    after = {path: path.read_bytes() for path in paths.home.rglob("*") if path.is_file()}
    assert after == before


async def test_a_computer_without_a_machine_is_looked_at_too(tmp_path: Path, image: Path) -> None:
    paths = machine_paths(tmp_path / "none")
    settings = settings_file.default_config(HOST.facts())
    checks = await found(paths, Status(state=State.ABSENT, home=str(paths.home)))
    assert checks["folder"].ok is None
    assert "davit machine start" in checks["folder"].hint
    assert checks["QEMU"].ok
    assert checks["guest image"].ok
    assert settings.shares[0].path in checks["shared folders"].detail
    assert not paths.home.exists()


@pytest.mark.parametrize("name", ["ssh_key", "host_key", "gate_key"])
async def test_a_key_that_others_can_read_is_found(paths: Paths, name: str) -> None:
    key: Path = getattr(paths, name)
    key.chmod(0o644)
    check = (await found(paths, stopped(paths)))["folder"]
    assert check.ok is False
    assert check.detail == f"{key} is open to others (0644)"
    assert check.hint == f"Close it: chmod 600 {key}"


async def test_what_needs_a_missing_qemu_is_not_tried(paths: Paths) -> None:
    config = msgspec.structs.replace(settings_file.load(paths.settings), qemu="/nowhere/qemu")
    settings_file.save(config, paths.settings)
    checks = await found(paths, stopped(paths))
    assert checks["QEMU"].ok is False
    assert "/nowhere/qemu" in checks["QEMU"].detail
    assert checks["QEMU"].hint
    for name in ("accelerator", "data disk"):
        assert (checks[name].ok, checks[name].detail) == (None, "needs: QEMU")


async def test_an_image_with_a_changed_byte_is_found(paths: Paths) -> None:
    kernel = paths.images / "abcabcabcabc" / "kernel"
    kernel.write_bytes(kernel.read_bytes()[::-1])
    check = (await found(paths, stopped(paths)))["guest image"]
    assert check.ok is False
    assert "kernel is not the file that was built" in check.detail


async def test_a_disk_that_is_none_is_found_and_kept(paths: Paths) -> None:
    paths.data_disk.write_bytes(b"not a disk")
    check = (await found(paths, stopped(paths)))["data disk"]
    assert (check.ok, "not in qcow2 format" in check.detail) == (False, True)
    assert paths.data_disk.read_bytes() == b"not a disk"


async def test_a_shared_folder_that_went_away_is_found(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    share = settings_file.SharedFolder(path=str(folder))
    config = msgspec.structs.replace(settings_file.load(paths.settings), shares=(share,))
    settings_file.save(config, paths.settings)
    assert (await found(paths, stopped(paths)))["shared folders"].ok
    folder.rmdir()
    checks = await found(paths, stopped(paths))
    assert checks["settings"].ok is False
    assert str(folder) in checks["settings"].detail
    assert checks["shared folders"].detail == "needs: settings"


async def test_a_supervisor_that_died_is_found(paths: Paths) -> None:
    status = Status(state=State.READY, home=str(paths.home))
    gone = HOST.identity(os.getpid())
    assert gone is not None
    gone = msgspec.structs.replace(gone, started=gone.started - 1000)
    saved_state.save(paths.state, SavedState(status=status, supervisor=gone))
    checks = await found(paths, status)
    assert checks["supervisor"].ok is False
    assert checks["QEMU process"].ok is False
    assert checks["QEMU monitor"].detail == "needs: supervisor"


async def test_a_qemu_without_supervisor_is_walked_to(paths: Paths, guest: Guest) -> None:
    saved = saved_state.load(paths.state)
    assert saved is not None
    saved_state.save(paths.state, msgspec.structs.replace(saved, supervisor=None))
    problem = Problem(what="The machine runs, but nothing looks after it.")
    status = msgspec.structs.replace(ready(paths), state=State.FAILED, problem=problem)
    checks = await found(paths, status)
    assert checks["supervisor"].ok is False
    for name in ("data disk", "QEMU process", "engine's gate", "engine"):
        assert checks[name].ok, checks[name]


async def test_a_paused_machine_is_not_waited_for(paths: Paths, guest: Guest) -> None:
    status = msgspec.structs.replace(ready(paths), state=State.PAUSED)
    checks = await found(paths, status)
    assert checks["QEMU process"].ok
    for name in ("engine's gate", "SSH"):
        assert (checks[name].ok, checks[name].detail) == (None, "the machine is paused")


async def test_a_failure_is_told_again(paths: Paths) -> None:
    problem = Problem(what="QEMU ended", why="killed", hint="davit machine start")
    status = msgspec.structs.replace(stopped(paths), state=State.FAILED, problem=problem)
    check = (await found(paths, status))["QEMU process"]
    assert (check.ok, check.detail) == (False, "QEMU ended: killed")
    assert check.hint == "davit machine start"


class Guest:
    """The engine's gate of a guest, as far as the checks knock at it."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"

    async def gate(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            server_nonce = os.urandom(32)
            writer.write(GREETING + server_nonce)
            proof = await reader.readexactly(64)
            if proof[32:] != client_proof(self.key, server_nonce, proof[:32]):
                return
            writer.write(server_proof(self.key, server_nonce, proof[:32]))
            await self.http(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # a check that only knocks
        finally:
            writer.close()

    async def http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self.answer)
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()


@pytest.fixture
async def guest(paths: Paths) -> AsyncIterator[Guest]:
    """A machine that looks ready: gate and endpoint answer, this process plays its processes."""
    guest = Guest(seed.gate_key(paths))
    gate = await asyncio.start_server(guest.gate, "127.0.0.1", 0)
    endpoint = await asyncio.start_unix_server(guest.http, paths.docker_socket)
    me = HOST.identity(os.getpid())
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        saved_state.save(
            paths.state,
            SavedState(
                status=ready(paths),
                supervisor=me,
                qemu=me,
                ssh_port=unused.getsockname()[1],  # bound, and nobody listens
                gate_port=gate.sockets[0].getsockname()[1],
            ),
        )
        paths.console_log.write_text(
            "davit-beacon: kernel\r\nnoise\r\ndavit-beacon: data clean\r\ndavit-beacon: ready\r\n"
        )
        try:
            yield guest
        finally:
            for server in (gate, endpoint):
                server.close()
                await server.wait_closed()


def ready(paths: Paths) -> Status:
    return Status(
        state=State.READY,
        home=str(paths.home),
        resources=Resources(guest_memory_total=768 * MIB),
    )


async def test_the_way_to_the_engine_is_walked(paths: Paths, guest: Guest) -> None:
    checks = await found(paths, ready(paths))
    for name in ("supervisor", "QEMU process", "QEMU monitor", "start", "engine's gate", "engine"):
        assert checks[name].ok, checks[name]
    assert checks["Docker endpoint"].ok
    assert f"unix://{paths.docker_socket}" in checks["Docker endpoint"].detail
    assert "kernel, data, ready" in checks["start"].detail
    assert (checks["SSH"].ok, checks["clock"].ok) == (False, None)
    assert checks["published ports"].detail == "none"


async def test_a_gate_with_another_key_is_found(paths: Paths, guest: Guest) -> None:
    guest.key = os.urandom(32)
    checks = await found(paths, ready(paths))
    assert checks["engine's gate"].ok is False
    assert checks["engine"].detail == "needs: engine's gate"


async def test_an_engine_that_stumbles_is_found(paths: Paths, guest: Guest) -> None:
    guest.answer = b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"
    checks = await found(paths, ready(paths))
    assert (checks["engine"].ok, checks["Docker endpoint"].ok) == (False, None)


async def test_a_start_that_failed_tells_its_stage(paths: Paths, guest: Guest) -> None:
    paths.console_log.write_text("davit-beacon: kernel\ndavit-beacon: failed data no super block\n")
    check = (await found(paths, ready(paths)))["start"]
    assert (check.ok, "no super block" in check.detail) == (False, True)
    assert "davit machine repair" in check.hint


async def test_ports_and_folders_with_problems_are_named(paths: Paths, guest: Guest) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        forward = Forward(protocol="tcp", host_ip="127.0.0.1", host_port=port, guest_port=1)
        status = msgspec.structs.replace(
            ready(paths),
            forwards=(forward,),
            shares=(Share(path="/home/me", transport="9p", problem="it is gone"),),
        )
        check = (await found(paths, status))["published ports"]
    assert check.ok is False
    assert f"127.0.0.1:{port}/tcp: " in check.detail
    blocked = msgspec.structs.replace(forward, problem="in use by nginx (pid 1)")
    status = msgspec.structs.replace(status, forwards=(blocked,))
    assert "nginx" in (await found(paths, status))["published ports"].detail


async def test_a_monitor_that_tells_nothing_is_found(paths: Paths, guest: Guest) -> None:
    status = msgspec.structs.replace(ready(paths), resources=Resources())
    assert (await found(paths, status))["QEMU monitor"].ok is False
