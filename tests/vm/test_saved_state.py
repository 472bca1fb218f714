"""What is true when nobody is there to ask."""

from pathlib import Path

import pytest

from davit_vm.saved_state import SavedState, load, save, truth
from davit_vm.status import Forward, State, Status


def saved(state: State) -> SavedState:
    forward = Forward(protocol="tcp", host_ip="127.0.0.1", host_port=80, guest_port=1)
    return SavedState(
        status=Status(state=state, home="/m", supervisor_pid=1, qemu_pid=2, forwards=(forward,))
    )


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    assert load(path) is None
    save(path, saved(State.READY))
    assert load(path) == saved(State.READY)
    path.write_text("{")
    assert load(path) is None


@pytest.mark.parametrize("state", list(State))
def test_a_living_supervisor_is_believed(state: State) -> None:
    assert truth(saved(state), supervisor_alive=True, qemu_alive=True).state is state


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.READY, State.FAILED),
        (State.STARTING, State.FAILED),
        (State.STOPPING, State.FAILED),
        (State.PAUSED, State.FAILED),
        (State.ASLEEP, State.STOPPED),
        (State.STOPPED, State.STOPPED),
        (State.FAILED, State.FAILED),
    ],
)
def test_without_processes_nothing_runs_and_a_way_out_is_named(
    state: State, expected: State
) -> None:
    status = truth(saved(state), supervisor_alive=False, qemu_alive=False)
    assert status.state is expected
    assert (status.supervisor_pid, status.qemu_pid, status.forwards) == (None, None, ())
    if state is not expected is State.FAILED:
        assert status.problem is not None
        assert "davit machine start" in status.problem.hint


def test_a_qemu_that_nobody_looks_after_is_told(tmp_path: Path) -> None:
    status = truth(saved(State.READY), supervisor_alive=False, qemu_alive=True)
    assert status.problem is not None
    assert "nothing looks after it" in status.problem.what
    assert status.qemu_pid == 2
