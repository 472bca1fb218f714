"""Another guest image: data stays, and an image that does not come up is taken back."""

from pathlib import Path

import pytest

from davit_vm import MachineError, State
from fixtures import guest_image
from fixtures.machine import MachineEngine, RegistrySeenFromTheGuest
from fixtures.registry import Registry

pytestmark = [pytest.mark.root, pytest.mark.qemu]


@pytest.fixture
def kept(machine: MachineEngine, registry: Registry) -> str:
    """A container whose file must outlive everything; its name."""
    busybox = RegistrySeenFromTheGuest(registry).image("busybox:latest")
    machine.docker("rm", "-f", "kept", check=False)
    machine.docker("run", "--name", "kept", busybox, "sh", "-c", "echo here")
    return "kept"


def test_an_image_that_does_not_come_up_is_taken_back(
    machine: MachineEngine, guest: Path, kept: str, tmp_path: Path
) -> None:
    before = machine.status().image
    broken = guest_image.changed(
        guest, tmp_path / "broken", command_line="rdinit=/none root=/dev/none"
    )
    with pytest.raises(MachineError) as refused:
        machine.wait(machine.machine.upgrade(broken))
    assert "back" in str(refused.value)
    status = machine.until(State.READY)
    assert status.image == before
    assert machine.docker("logs", kept).stdout == "here\n"


def test_a_damaged_image_is_refused_before_anything_is_touched(
    machine: MachineEngine, guest: Path, kept: str, tmp_path: Path
) -> None:
    running = machine.status().qemu_pid
    damaged = guest_image.changed(guest, tmp_path / "damaged", command_line="davit.damaged=1")
    with (damaged / "root.erofs").open("r+b") as root:
        root.seek(1 << 20)
        root.write(b"\0" * 4096)
    with pytest.raises(MachineError):
        machine.wait(machine.machine.upgrade(damaged))
    assert machine.status().qemu_pid == running
    assert machine.docker("logs", kept).stdout == "here\n"


def test_a_new_image_keeps_the_data(
    machine: MachineEngine, guest: Path, kept: str, tmp_path: Path
) -> None:
    newer = guest_image.changed(guest, tmp_path / "newer", command_line="davit.newer=1")
    machine.wait(machine.machine.upgrade(newer))
    status = machine.until(State.READY)
    assert status.image == guest_image.version(newer)
    assert machine.docker("logs", kept).stdout == "here\n"
    assert "davit.newer" in machine.guest("cat", "/proc/cmdline")
