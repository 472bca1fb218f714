"""The supervisor as a process of its own, with a QEMU that has no guest, through the front door."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from davit_vm import Machine, MachineConfig, MachineError, State, seed
from davit_vm.config import GIB
from davit_vm.config import save as save_settings
from davit_vm.errors import AlreadyCreated, BadSetting, NotRunning, UpgradeFailed, WrongState
from davit_vm.front_door import ALREADY_RUNS
from davit_vm.host.detect import detect_host
from davit_vm.paths import machine_paths
from davit_vm.status import Event, Status
from fakes.gate import FakeEngine
from fakes.qemu import SCRIPT_VARIABLE, install
from fakes.tiny_image import make_image
from fakes.waiting import until

BEACONS = ("kernel", "root", "network", "data clean", "engine", "ready")


class World:
    def __init__(self, folder: Path, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.engine = engine
        self.machine = Machine(folder / "m")
        self.paths = machine_paths(folder / "m")
        self._environment = monkeypatch

    def play(self, *lines: str, **more: Any) -> None:
        """What the next QEMU's guest does."""
        console = [[0.0, f"davit-beacon: {line}"] for line in lines]
        script = {"console": console, "carry": {"2375": self.engine.address[1]}, **more}
        # A supervisor that runs already has its environment, so the script stands in a file.
        (self.folder / "script.json").write_text(json.dumps(script))

    async def status(self) -> Status:
        return await self.machine.status()

    async def reaches(self, state: State, seconds: float = 20.0) -> Status:
        async with asyncio.timeout(seconds):
            while (status := await self.status()).state is not state:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        return status

    async def request(self, path: str = "/_ping") -> bytes:
        reader, writer = await asyncio.open_unix_connection(self.paths.docker_socket)
        writer.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        try:
            return await asyncio.wait_for(reader.read(), 20)
        finally:
            writer.close()

    def processes(self) -> list[psutil.Process]:
        marks = (str(self.paths.home), str(self.paths.qmp_socket))
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                words = process.cmdline()
                if process.pid != os.getpid() and any(mark in w for mark in marks for w in words):
                    found.append(process)
        return found

    async def all_end(self, seconds: float = 15.0) -> None:
        """The supervisor and QEMU, by themselves."""
        _, alive = await asyncio.to_thread(psutil.wait_procs, self.processes(), seconds)
        assert alive == []


def gone(pid: int | None) -> bool:
    return pid is None or detect_host().identity(pid) is None


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    program = install(tmp_path / "bin")
    # The fake reads its script when it starts, whoever starts it.
    text = program.read_text().replace(
        "exec ", f'export {SCRIPT_VARIABLE}="$(cat {tmp_path}/script.json)"\nexec '
    )
    program.write_text(text)
    monkeypatch.setenv("DAVIT_GUEST_IMAGE", str(make_image(tmp_path / "image", "v1")))
    paths = machine_paths(tmp_path / "m")
    detect_host().make_private_folder(paths.home)
    config = MachineConfig(cpus=1, memory=GIB, disk=GIB, qemu=str(program))
    save_settings(config, paths.settings)
    seed.ensure_keys(paths)
    async with FakeEngine(seed.gate_key(paths)).listening() as engine:
        world = World(tmp_path, engine, monkeypatch)
        world.play(*BEACONS)
        yield world
        left = world.processes()
        for process in left:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(left, 5)


async def test_a_machine_starts_serves_and_stops_with_its_supervisor(world: World) -> None:
    await world.machine.start()
    status = await world.status()
    assert status.state is State.READY
    assert status.endpoint == world.machine.endpoint
    assert status.supervisor_pid != os.getpid()
    assert (await world.request()).endswith(b"OK")
    await world.machine.stop()
    assert (await world.status()).state is State.STOPPED
    await world.all_end()
    assert not world.paths.docker_socket.exists()
    assert not world.paths.control_socket.exists()
    (boot,) = await world.machine.history()
    assert (boot.outcome, boot.ending) == ("ready", "stopped")


async def test_many_callers_get_one_supervisor_and_one_machine(world: World) -> None:
    others = [Machine(world.paths.home) for _ in range(3)]
    await asyncio.gather(*(machine.start() for machine in others))
    assert len(await world.machine.history()) == 1
    assert len({(await machine.status()).supervisor_pid for machine in others}) == 1
    await world.machine.stop()


async def test_a_second_supervisor_says_who_is_first_and_goes(world: World) -> None:
    await world.machine.start()
    pid = (await world.status()).supervisor_pid
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "davit_vm", "run", "--home", str(world.paths.home),
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, words = await second.communicate()
    assert second.returncode == ALREADY_RUNS
    assert str(pid) in words.decode()
    await world.machine.stop()


async def test_a_killed_supervisor_is_replaced_and_the_machine_taken_over(world: World) -> None:
    await world.machine.start()
    before = await world.status()
    assert await world.machine.configure(memory=GIB // 2) == ("memory",)
    assert before.supervisor_pid is not None
    os.kill(before.supervisor_pid, signal.SIGKILL)
    await until(lambda: gone(before.supervisor_pid))
    orphan = await world.status()
    assert orphan.state is State.FAILED
    assert orphan.problem is not None
    assert "nothing looks after it" in orphan.problem.what
    await world.machine.start()
    after = await world.status()
    assert after.qemu_pid == before.qemu_pid
    assert after.supervisor_pid != before.supervisor_pid
    assert after.started_at == before.started_at
    assert after.stages == before.stages
    assert after.pending_restart == ("memory",)
    assert (await world.request()).endswith(b"OK")
    assert len(await world.machine.history()) == 1
    await world.machine.stop()


async def test_an_orphaned_machine_can_be_stopped(world: World) -> None:
    await world.machine.start()
    before = await world.status()
    assert before.supervisor_pid is not None
    os.kill(before.supervisor_pid, signal.SIGKILL)
    await until(lambda: gone(before.supervisor_pid))
    await world.machine.stop()
    assert gone(before.qemu_pid)
    assert (await world.status()).state is State.STOPPED


async def test_when_everything_was_killed_the_next_start_is_a_new_one(world: World) -> None:
    await world.machine.start()
    before = await world.status()
    for pid in (before.supervisor_pid, before.qemu_pid):
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
    await until(lambda: gone(before.supervisor_pid) and gone(before.qemu_pid))
    assert (await world.status()).state is State.FAILED
    await world.machine.start()
    assert [boot.ending for boot in await world.machine.history()] == ["killed", ""]
    await world.machine.stop()


async def test_a_killed_qemu_is_noticed_and_started_again(world: World) -> None:
    await world.machine.start()
    before = await world.status()
    assert before.qemu_pid is not None
    os.kill(before.qemu_pid, signal.SIGKILL)
    async with asyncio.timeout(20):
        async with contextlib.aclosing(world.machine.events()) as events:
            states = []
            async for event in events:
                if event.status is not None:
                    states.append(event.status.state)
                if len(states) > 1 and states[-1] is State.READY != states[-2]:
                    break
    assert (await world.status()).qemu_pid not in (None, before.qemu_pid)
    crashed, _ = await world.machine.history()
    assert crashed.ending == "crashed"
    await world.machine.stop()


async def test_a_failed_start_is_told_now_and_later(world: World) -> None:
    world.play("kernel", "root", "failed data bad superblock")
    with pytest.raises(MachineError, match="bad superblock") as failure:
        await world.machine.start()
    assert failure.value.kind == "data-disk-unreadable"
    await world.all_end()
    status = await world.status()
    assert status.state is State.FAILED
    assert status.problem is not None
    assert "export" in status.problem.hint


async def test_a_stop_cancels_a_start(world: World) -> None:
    world.play("kernel")
    starting = asyncio.create_task(world.machine.start())
    await world.reaches(State.STARTING)
    await world.machine.stop()
    with pytest.raises(MachineError):
        await starting
    await world.all_end()


async def test_it_sleeps_when_idle_and_a_request_wakes_it(world: World) -> None:
    await world.machine.configure(idle_stop=1)
    await world.machine.start()
    before = await world.status()
    status = await world.reaches(State.ASLEEP)
    assert status.qemu_pid is None
    assert status.supervisor_pid == before.supervisor_pid
    assert (await world.request()).endswith(b"OK")
    assert (await world.status()).qemu_pid not in (None, before.qemu_pid)
    await world.machine.stop()


async def test_running_containers_keep_it_awake(world: World) -> None:
    world.engine.answers["/davit/v1/idle"] = b'{"idle":false}'
    await world.machine.configure(idle_stop=1)
    await world.machine.start()
    asked = len(world.engine.asked)
    await until(lambda: world.engine.asked[asked:].count("/davit/v1/idle") >= 3)
    assert (await world.status()).state is State.READY
    await world.machine.stop()


async def test_settings_that_need_a_start_are_named_until_then(world: World) -> None:
    assert await world.machine.configure(memory=GIB // 2) == ()
    await world.machine.start()
    assert await world.machine.configure(memory=GIB) == ("memory",)
    assert (await world.status()).pending_restart == ("memory",)
    await world.machine.restart()
    assert (await world.status()).pending_restart == ()
    assert (await world.status()).memory == GIB
    await world.machine.stop()


async def test_a_setting_that_cannot_be_met_changes_nothing(world: World) -> None:
    before = await world.machine.config()
    for changes in ({"cpus": 4096}, {"teapot": 1}, {"memory": "much"}):
        with pytest.raises(BadSetting):
            await world.machine.configure(**changes)
    assert await world.machine.config() == before


async def test_pausing_and_going_on(world: World) -> None:
    with pytest.raises(NotRunning):
        await world.machine.pause()
    await world.machine.start()
    await world.machine.pause()
    assert (await world.status()).state is State.PAUSED
    with pytest.raises(WrongState):
        await world.machine.reclaim()
    await world.machine.resume()
    assert (await world.status()).state is State.READY
    await world.machine.pause()
    await world.machine.stop()
    assert (await world.status()).state is State.STOPPED


async def test_an_upgrade_that_gets_ready_stays(world: World) -> None:
    await world.machine.start()
    await world.machine.upgrade(make_image(world.folder / "image2", "v2"))
    status = await world.status()
    assert (status.state, status.image) == (State.READY, "v2")
    await world.machine.stop()


async def test_an_upgrade_that_does_not_get_ready_is_undone(world: World) -> None:
    await world.machine.start()
    bad = make_image(world.folder / "image2", "v2")
    # The guest of the new image fails; that of the old one comes up again.
    program = world.folder / "bin" / "qemu-system-x86_64"
    program.write_text(
        program.read_text().replace(
            "exec ", f'case "$*" in *images/v2*) export {SCRIPT_VARIABLE}='
            '\'{"console": [[0, "davit-beacon: failed root it is bad"]]}\' ;; esac\nexec ',
        )
    )  # fmt: skip
    with pytest.raises(UpgradeFailed, match="it is bad"):
        await world.machine.upgrade(bad)
    status = await world.status()
    assert (status.state, status.image) == (State.READY, "v1")
    await world.machine.stop()


async def test_events_without_a_machine_wait_for_one(world: World) -> None:
    heard: list[Event] = []

    async def listen() -> None:
        async with contextlib.aclosing(world.machine.events()) as events:
            async for event in events:
                heard.append(event)

    listening = asyncio.create_task(listen())
    await until(lambda: heard)
    assert heard[0].status is not None
    assert heard[0].status.state is State.STOPPED
    await world.machine.start()
    await until(lambda: heard[-1].status and heard[-1].status.state is State.READY)
    await world.machine.stop()
    listening.cancel()
    await asyncio.wait([listening])


async def test_reset_deletes_the_data_and_keeps_the_settings(world: World) -> None:
    await world.machine.start()
    config = await world.machine.config()
    await world.machine.reset()
    assert not world.paths.data_disk.exists()
    assert await world.machine.config() == config
    assert (await world.status()).state is State.STOPPED
    await world.all_end()


async def test_creating_lays_everything_out_once(world: World, tmp_path: Path) -> None:
    program = str(tmp_path / "bin" / "qemu-system-x86_64")
    machine = Machine(tmp_path / "other")
    assert (await machine.status()).state is State.ABSENT
    await machine.create(MachineConfig(cpus=1, memory=GIB, disk=GIB, qemu=program))
    assert (await machine.status()).state is State.STOPPED
    assert {path.name for path in machine.home.iterdir()} >= {
        "machine.json", "data.qcow2", "id_ed25519", "host_key", "gate.key", "images"
    }  # fmt: skip
    with pytest.raises(AlreadyCreated):
        await machine.create()


def test_the_front_door_imports_lightly() -> None:
    code = "import sys, davit_vm; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert not {b"paramiko", b"qemu", b"cryptography", b"psutil"} & set(answer.stdout.split())
