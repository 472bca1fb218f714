"""Starts with a QEMU that has no guest: how far they come, and that failed ones leave nothing."""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from davit_vm import boot, provision, seed, stages
from davit_vm import guest as guest_module
from davit_vm.boot import Boot, Prepared
from davit_vm.config import GIB, MachineConfig
from davit_vm.config import save as save_settings
from davit_vm.errors import BootFailed, DataDiskUnreadable, HostDiskFull, MachineError
from davit_vm.guest import LiveGuest, Wiring
from davit_vm.host.detect import detect_host
from davit_vm.host.host import Accelerator
from davit_vm.machine import Start
from davit_vm.paths import Paths
from davit_vm.ports import Ports
from davit_vm.qemu.command import Acceleration
from davit_vm.qemu.probe import Choice
from davit_vm.shares.place import Shares
from fakes.gate import FakeEngine, GateTo
from fakes.qemu import SCRIPT_VARIABLE, install
from fakes.tiny_image import make_image
from fakes.waiting import until

BEACONS = ("kernel", "root", "network", "data clean", "engine", "ready")


class World:
    """A machine's folder, a fake QEMU, a fake engine, and what the driver told."""

    def __init__(self, paths: Paths, engine: FakeEngine, gate: GateTo) -> None:
        self.paths = paths
        self.engine = engine
        self.host = detect_host()
        self.told: list[Start] = []
        self.notes: list[str] = []
        self.prepared: list[Prepared] = []
        self.confirmed = 0
        self.known: Start | None = None
        self.wiring = Wiring(
            host=self.host,
            paths=paths,
            gate=gate,
            ports=Ports(self.host),
            shares=Shares(()),
            note=self.notes.append,
            paused=lambda: self.notes.append("paused"),
            resumed=lambda: self.notes.append("resumed"),
        )
        self.driver = self.new_driver()

    def new_driver(self) -> Boot:
        return Boot(self.wiring, self.prepared.append, lambda: self.known, self.confirm)

    def confirm(self) -> None:
        self.confirmed += 1

    async def boot(self) -> LiveGuest:
        return await self.driver.boot(self.told.append)

    def qemus(self) -> list[int]:
        """Pids of this machine's QEMUs that live."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if str(self.paths.qmp_socket).encode() in (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
        return found

    def leftovers(self) -> list[str]:
        keep = {"supervisor.lock", "seed"}
        files = [path.name for path in self.paths.runtime.iterdir() if path.name not in keep]
        return files + [f"pid {pid}" for pid in self.qemus()]


def play(monkeypatch: pytest.MonkeyPatch, *lines: str, **more: Any) -> None:
    script = {"console": [[0.0, f"davit-beacon: {line}"] for line in lines], **more}
    monkeypatch.setenv(SCRIPT_VARIABLE, json.dumps(script))


@pytest.fixture
async def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    program = install(tmp_path / "bin")
    paths = Paths(home=tmp_path / "m", runtime=tmp_path / "m" / "run")
    detect_host().make_private_folder(paths.home)
    detect_host().make_private_folder(paths.runtime)
    image = make_image(tmp_path / "image", "v1")
    config = MachineConfig(cpus=1, memory=GIB, disk=GIB, qemu=str(program), image=str(image))
    save_settings(config, paths.settings)
    seed.ensure_keys(paths)
    play(monkeypatch, *BEACONS)
    async with FakeEngine(seed.gate_key(paths)).listening() as engine, GateTo(engine) as gate:
        world = World(paths, engine, gate)
        yield world
        assert world.leftovers() == []


async def test_a_start_tells_its_stages_and_ends_when_the_engine_answers(world: World) -> None:
    guest = await world.boot()
    assert [time.name for time in world.told[-1].stages] == [
        "qemu", "kernel", "root", "network", "data", "engine", "endpoint"
    ]  # fmt: skip
    assert all(time.seconds is not None for time in world.told[-1].stages)
    assert world.told[-1].accelerator == "tcg"
    assert world.engine.asked == ["/_ping"]
    assert world.confirmed == 1
    assert guest.ssh_port != guest.gate_port
    assert await guest.stop() == ""


async def test_a_lost_beacon_does_not_stop_a_start(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "kernel", "data clean", "ready")
    guest = await world.boot()
    assert world.told[-1].stages[-1].name == "endpoint"
    await guest.stop()


async def test_the_disk_grows_to_its_setting_before_the_start(world: World) -> None:
    guest = await world.boot()
    assert provision.disk_size(world.paths) == GIB
    await guest.stop()
    save_settings(
        provision.changed_settings(
            provision.settings(world.paths), {"disk": 2 * GIB}, world.host.facts()
        ),
        world.paths.settings,
    )
    guest = await world.boot()
    assert provision.disk_size(world.paths) == 2 * GIB
    await guest.stop()


async def test_a_failure_that_the_guest_tells_is_told_with_the_console(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "kernel", "root", "failed data bad superblock")
    with pytest.raises(DataDiskUnreadable, match="bad superblock") as failure:
        await world.boot()
    assert "davit-beacon: root" in failure.value.details
    assert world.confirmed == 0


@pytest.mark.parametrize("beacons", [0, 1, 5])
async def test_a_start_that_hangs_is_given_up_at_its_stage(
    world: World, monkeypatch: pytest.MonkeyPatch, beacons: int
) -> None:
    monkeypatch.setattr(stages, "limit", lambda stage, accelerator: 0.5)
    play(monkeypatch, *BEACONS[:beacons])
    with pytest.raises(MachineError, match="did not end within"):
        await world.boot()


async def test_a_guest_that_keeps_talking_is_given_up_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "limit", lambda stage, accelerator: 0.5)
    console = [[0.05, "davit-beacon: hello"]] * 400
    monkeypatch.setenv(SCRIPT_VARIABLE, json.dumps({"console": console}))
    with pytest.raises(BootFailed, match="did not end within"):
        await asyncio.wait_for(world.boot(), 15)


async def test_an_engine_that_does_not_answer_is_given_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "limit", lambda stage, accelerator: 1.0)
    world.engine.silent = True
    with pytest.raises(BootFailed, match="endpoint"):
        await world.boot()


async def test_a_qemu_that_dies_in_a_start_is_quoted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "kernel", exit=[0.1, 1, "qemu: write: No space left on device"])
    with pytest.raises(HostDiskFull, match="is full"):
        await world.boot()


async def test_a_kernel_that_gives_up_in_emulation_is_started_once_more(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mark = tmp_path / "gave-up"
    play(monkeypatch, *BEACONS, reset_once=[1.0, str(mark)])
    guest = await world.boot()
    assert mark.exists()
    await guest.stop()


@pytest.mark.parametrize("reached", ["qemu", "data", "engine"])
async def test_a_start_that_is_cancelled_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, reached: str
) -> None:
    world.engine.silent = True
    until_there = {"qemu": 0, "data": 4, "engine": 6}[reached]
    play(monkeypatch, *BEACONS[:until_there])
    starting = asyncio.create_task(world.boot())
    await until(
        lambda: (
            world.told
            and any(
                time.name == reached and time.seconds is not None for time in world.told[-1].stages
            )
        )
    )
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting


async def test_an_accelerator_that_does_not_boot_gives_way_to_emulation(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "limit", lambda stage, accelerator: 0.7)
    condemned: list[tuple[Accelerator, str]] = []

    async def choose(*_: object) -> Choice:
        if condemned:
            play(monkeypatch, *BEACONS)
            tcg = Acceleration(accelerator=Accelerator.TCG, cpu="max")
            return Choice(acceleration=tcg, note="slower")
        play(monkeypatch)
        return Choice(acceleration=Acceleration(accelerator=Accelerator.KVM, cpu="host"))

    def condemn(*arguments: Any) -> None:
        condemned.append((arguments[2], arguments[4]))

    monkeypatch.setattr(boot, "choose", choose)
    monkeypatch.setattr(boot, "condemn", condemn)
    guest = await world.boot()
    assert [accelerator for accelerator, _ in condemned] == ["kvm"]
    assert (world.told[-1].accelerator, world.told[-1].note) == ("tcg", "slower")
    await guest.stop()


async def test_a_guest_outlives_its_supervisor_and_is_taken_over(world: World) -> None:
    first = await world.boot()
    await first.close()
    assert first.process.alive
    world.known = Start(accelerator="tcg", image="v1", began=5.0)
    second = await world.new_driver().boot(world.told.append)
    assert second.process.identity == first.process.identity
    assert (second.ssh_port, second.gate_port) == (first.ssh_port, first.gate_port)
    assert world.told[-1] == world.known
    await second.stop()


async def test_a_guest_that_cannot_be_taken_over_is_ended_and_started_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await world.boot()
    await first.close()
    world.paths.console_log.write_bytes(b"davit-beacon: failed engine it fell over\n")
    second = await world.new_driver().boot(world.told.append)
    assert second.process.identity.pid != first.process.identity.pid
    assert not first.process.alive
    await second.stop()


async def test_a_guest_that_ignores_the_power_button_is_ended(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boot, "POWER_DOWN", 0.1)
    monkeypatch.setattr(boot, "_ENGINE_STOP", 0.0)
    play(monkeypatch, *BEACONS, ignores_power=True)
    guest = await world.boot()
    assert "did not power down" in await guest.stop()


async def test_the_power_button_is_pressed_again_when_the_guest_did_not_hear_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_module, "_PRESS_AGAIN", 0.05)
    guest = await world.boot()
    heard, presses = guest.monitor.power_down, 0

    async def press() -> None:
        nonlocal presses
        presses += 1
        if presses > 1:
            await heard()

    monkeypatch.setattr(guest.monitor, "power_down", press)
    assert await guest.stop() == ""
    assert presses > 1


async def test_the_death_of_qemu_is_noticed_and_explained(world: World) -> None:
    guest = await world.boot()
    ending = asyncio.create_task(guest.ended())
    os.kill(guest.process.identity.pid, signal.SIGKILL)
    error = await asyncio.wait_for(ending, 5)
    assert error is not None
    assert "SIGKILL" in error.why
    assert "memory" in error.hint


async def test_a_guest_that_shuts_itself_down_is_no_failure(world: World) -> None:
    guest = await world.boot()
    await guest.monitor.power_down()
    assert await asyncio.wait_for(guest.ended(), 5) is None


async def test_a_pause_from_outside_is_noticed(world: World) -> None:
    guest = await world.boot()
    await guest.monitor.pause()
    await until(lambda: "paused" in world.notes)
    await guest.monitor.resume()
    await until(lambda: "resumed" in world.notes)
    await guest.monitor.pause()
    assert await guest.stop() == ""


async def test_a_rescue_is_there_when_the_guest_has_refused_the_disk(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "kernel", "root", "network", "failed data rescue")
    guest = await world.driver.rescue()
    settings = (world.paths.seed / "settings").read_text()
    assert "RESCUE=1" in settings
    await guest.stop()
