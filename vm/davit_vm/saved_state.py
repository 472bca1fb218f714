"""What the supervisor writes down, for those who ask without it and for the one after it."""

from pathlib import Path

import msgspec

from davit_vm.config import MachineConfig, write_durably
from davit_vm.host.host import ProcessIdentity
from davit_vm.status import Problem, State, Status

RUNNING = frozenset({State.STARTING, State.READY, State.PAUSED, State.STOPPING})
"""States in which there should be a QEMU."""


class SavedState(msgspec.Struct, frozen=True, kw_only=True):
    """The content of state.json."""

    status: Status
    supervisor: ProcessIdentity | None = None
    qemu: ProcessIdentity | None = None
    config: MachineConfig | None = None
    """What QEMU was started with; the settings may have changed since."""
    ssh_port: int = 0
    gate_port: int = 0
    """Ports on 127.0.0.1 that lead to the guest's SSH server and to the engine's gate."""
    trimmed_at: float = 0.0


def load(path: Path) -> SavedState | None:
    """None when there is none or it cannot be read: then nothing is known of the past."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=SavedState)
    except (OSError, msgspec.MsgspecError):
        return None


def save(path: Path, state: SavedState) -> None:
    write_durably(path, msgspec.json.encode(state))


def truth(saved: SavedState, *, supervisor_alive: bool, qemu_alive: bool) -> Status:
    """The saved status, put right where processes have gone since it was written."""
    status = saved.status
    if supervisor_alive:
        return status
    status = msgspec.structs.replace(status, supervisor_pid=None)
    if qemu_alive:
        return msgspec.structs.replace(
            status,
            state=State.FAILED,
            problem=Problem(
                what="The machine runs, but nothing looks after it",
                why="its supervisor ended without stopping it",
                hint="Take it over again: davit machine start",
            ),
        )
    status = msgspec.structs.replace(status, qemu_pid=None, forwards=())
    if status.state in RUNNING:
        return msgspec.structs.replace(
            status,
            state=State.FAILED,
            problem=Problem(
                what="The machine is no longer running",
                why="QEMU and the supervisor ended without a word, as when the computer restarts",
                hint="Start it: davit machine start",
            ),
        )
    if status.state is State.ASLEEP:
        return msgspec.structs.replace(status, state=State.STOPPED)
    return status
