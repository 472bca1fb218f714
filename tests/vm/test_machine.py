"""The state table, and that every start, stop and failure ends in a state of it."""

import asyncio
from collections.abc import Callable

import pytest

from davit_vm.errors import BootFailed, Cancelled, MachineError, NotRunning, QemuFailed, WrongState
from davit_vm.machine import (
    ALLOWED,
    BACK_OFF,
    TRANSITIONS,
    WINDOW,
    Machine,
    Start,
    may_follow,
    next_pause,
    require,
)
from davit_vm.status import Boot, StageTime, State
from fakes.waiting import until


class FakeGuest:
    """Runs until it is told to `die`, or stopped."""

    def __init__(self) -> None:
        self.gone: asyncio.Future[MachineError | None] = asyncio.Future()
        self.stopping = asyncio.Event()
        self.may_stop = asyncio.Event()
        self.may_stop.set()
        self.stops = 0

    def die(self, error: MachineError | None) -> None:
        self.gone.set_result(error)

    async def ended(self) -> MachineError | None:
        return await self.gone

    async def stop(self) -> str:
        self.stops += 1
        self.stopping.set()
        await self.may_stop.wait()
        return ""


class FakeDriver:
    """Boots when it may; `outcomes` are the errors of the next boots."""

    def __init__(self) -> None:
        self.outcomes: list[MachineError | Exception | None] = []
        self.may_finish = asyncio.Event()
        self.may_finish.set()
        self.guests: list[FakeGuest] = []
        self.cleaned = 0
        self.boots = 0

    async def boot(self, tell: Callable[[Start], None]) -> FakeGuest:
        self.boots += 1
        tell(Start(accelerator="tcg", stages=(StageTime(name="qemu"),)))
        try:
            await self.may_finish.wait()
        except asyncio.CancelledError:
            self.cleaned += 1
            raise
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome is not None:
            raise outcome
        tell(Start(accelerator="tcg", stages=(StageTime(name="qemu", seconds=0.1),)))
        self.guests.append(FakeGuest())
        return self.guests[-1]


class Notebook:
    def __init__(self) -> None:
        self.boots: list[Boot] = []
        self.endings: list[str] = []

    def began(self, boot: Boot) -> None:
        self.boots.append(boot)

    def ended(self, ending: str) -> None:
        self.endings.append(ending)


class World:
    def __init__(self, state: State = State.STOPPED) -> None:
        self.driver = FakeDriver()
        self.journal = Notebook()
        self.news: list[tuple[str, str]] = []
        self.states: list[State] = []
        self.pauses: list[float] = []
        self.machine = Machine(
            self.driver, self.journal, self._changed, state=state, sleep=self._sleep
        )

    def _changed(self, kind: str, text: str) -> None:
        self.news.append((kind, text))
        if kind in ("state", "problem"):
            self.states.append(self.machine.state)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    @property
    def guest(self) -> FakeGuest:
        return self.driver.guests[-1]


@pytest.fixture
async def world() -> World:
    return World()


def test_every_state_can_be_left_and_reached() -> None:
    assert set(TRANSITIONS) == set(State)
    reached = set().union(*TRANSITIONS.values())
    assert reached == set(State)
    assert all(TRANSITIONS.values())


def test_a_stopped_machine_is_never_ready_without_starting() -> None:
    for state in (State.STOPPED, State.ASLEEP, State.FAILED, State.ABSENT, State.STOPPING):
        assert not may_follow(state, State.READY)


def test_nothing_leaves_a_machine_that_cannot_be_stopped() -> None:
    for state in set(State) - {State.STOPPED}:
        seen = {state}
        while State.STOPPED not in seen:
            more = seen.union(*(TRANSITIONS[s] for s in seen))
            assert more != seen, f"{state} never comes to stopped"
            seen = more


@pytest.mark.parametrize(
    ("command", "state"),
    [(command, state) for command in ALLOWED for state in State if state not in ALLOWED[command]],
)
def test_a_forbidden_command_is_refused_with_the_state_and_a_way_out(
    command: str, state: State
) -> None:
    with pytest.raises(WrongState) as refusal:
        require(command, state)  # type: ignore[arg-type]
    assert state in refusal.value.why
    assert refusal.value.hint


async def test_a_start_ends_ready_and_is_written_down(world: World) -> None:
    await world.machine.start()
    assert world.machine.state is State.READY
    assert world.states == [State.STARTING, State.READY]
    assert [boot.outcome for boot in world.journal.boots] == ["ready"]
    assert ("stage", "qemu after 0.1 s") in world.news
    await world.machine.stop()


async def test_two_starts_share_one_boot(world: World) -> None:
    await asyncio.gather(world.machine.start(), world.machine.start())
    await world.machine.start()
    assert world.driver.boots == 1
    await world.machine.stop()


async def test_a_failed_start_says_why_to_everyone_who_waited(world: World) -> None:
    world.driver.outcomes = [BootFailed("no root", "the disk is gone", "upgrade")]
    outcomes = await asyncio.gather(
        world.machine.start(), world.machine.start(), return_exceptions=True
    )
    assert [type(outcome) for outcome in outcomes] == [BootFailed, BootFailed]
    assert world.machine.state is State.FAILED
    assert world.machine.problem is not None
    assert world.machine.problem.why == "the disk is gone"
    assert world.journal.boots[0].problem == world.machine.problem


async def test_a_start_after_a_failed_one_begins_anew(world: World) -> None:
    world.driver.outcomes = [BootFailed("no")]
    with pytest.raises(BootFailed):
        await world.machine.start()
    await world.machine.start()
    assert world.machine.state is State.READY
    assert world.machine.problem is None
    await world.machine.stop()


async def test_an_unforeseen_error_is_a_failed_start_too(world: World) -> None:
    world.driver.outcomes = [ZeroDivisionError("oops")]
    with pytest.raises(MachineError, match="oops"):
        await world.machine.start()
    assert world.machine.state is State.FAILED


async def test_stopping_a_start_cancels_it_and_leaves_nothing(world: World) -> None:
    world.driver.may_finish.clear()
    starting = asyncio.create_task(world.machine.start())
    await until(lambda: world.driver.boots)
    await world.machine.stop()
    with pytest.raises(Cancelled):
        await starting
    assert world.machine.state is State.STOPPED
    assert world.driver.cleaned == 1
    assert [boot.outcome for boot in world.journal.boots] == ["cancelled"]


async def test_a_caller_that_leaves_does_not_undo_its_start(world: World) -> None:
    world.driver.may_finish.clear()
    starting = asyncio.create_task(world.machine.start())
    await until(lambda: world.driver.boots)
    starting.cancel()
    await asyncio.wait([starting])
    world.driver.may_finish.set()
    await until(lambda: world.machine.state is State.READY)
    await world.machine.stop()


async def test_stopping_twice_is_not_an_error(world: World) -> None:
    await world.machine.stop()
    await world.machine.start()
    await asyncio.gather(world.machine.stop(), world.machine.stop())
    await world.machine.stop()
    assert world.machine.state is State.STOPPED
    assert world.guest.stops == 1
    assert world.journal.endings == ["stopped"]


async def test_a_start_during_a_stop_is_refused(world: World) -> None:
    await world.machine.start()
    world.guest.may_stop.clear()
    stopping = asyncio.create_task(world.machine.stop())
    await world.guest.stopping.wait()
    with pytest.raises(WrongState):
        await world.machine.start()
    world.guest.may_stop.set()
    await stopping


async def test_a_request_wakes_a_sleeping_machine(world: World) -> None:
    await world.machine.start()
    await world.machine.fall_asleep()
    assert world.machine.state is State.ASLEEP
    assert world.journal.endings == ["asleep"]
    await world.machine.wake()
    assert world.machine.state is State.READY
    await world.machine.stop()


async def test_a_request_while_it_falls_asleep_waits_and_wakes_it(world: World) -> None:
    await world.machine.start()
    world.guest.may_stop.clear()
    sleeping = asyncio.create_task(world.machine.fall_asleep())
    await world.guest.stopping.wait()
    waking = asyncio.create_task(world.machine.wake())
    world.driver.guests[0].may_stop.set()
    await asyncio.gather(sleeping, waking)
    assert world.machine.state is State.READY
    await world.machine.stop()


async def test_a_stop_while_it_falls_asleep_stops_it(world: World) -> None:
    await world.machine.start()
    world.guest.may_stop.clear()
    sleeping = asyncio.create_task(world.machine.fall_asleep())
    await world.guest.stopping.wait()
    stopping = asyncio.create_task(world.machine.stop())
    await asyncio.sleep(0)
    world.guest.may_stop.set()
    await asyncio.gather(sleeping, stopping)
    assert world.machine.state is State.STOPPED
    with pytest.raises(NotRunning):
        await world.machine.wake()


async def test_a_request_does_not_start_a_machine_that_was_stopped(world: World) -> None:
    with pytest.raises(NotRunning):
        await world.machine.wake()
    assert world.driver.boots == 0


async def test_death_of_qemu_is_told_and_the_machine_starts_again(world: World) -> None:
    await world.machine.start()
    world.guest.die(QemuFailed("QEMU failed", "it was ended by SIGKILL"))
    await until(lambda: world.driver.boots == 2 and world.machine.state is State.READY)
    assert world.states[-3:] == [State.FAILED, State.STARTING, State.READY]
    assert world.journal.endings == ["crashed"]
    assert world.pauses == [BACK_OFF[0]]
    assert ("problem", "QEMU failed: it was ended by SIGKILL") in world.news
    await world.machine.stop()


async def test_it_gives_up_after_as_many_restarts_as_there_are_pauses(world: World) -> None:
    await world.machine.start()
    world.driver.outcomes = [QemuFailed("QEMU failed", "again")] * 9
    world.guest.die(QemuFailed("QEMU failed", "first"))
    await until(lambda: not world.machine.busy and world.machine.state is State.FAILED)
    assert world.pauses == list(BACK_OFF)
    assert world.driver.boots == 1 + len(BACK_OFF)
    with pytest.raises(QemuFailed, match="again"):
        await world.machine.wake()


async def test_a_request_waits_for_a_restart(world: World) -> None:
    await world.machine.start()
    world.driver.may_finish.clear()
    world.guest.die(QemuFailed("QEMU failed"))
    await until(lambda: world.driver.boots == 2)
    waking = asyncio.create_task(world.machine.wake())
    await asyncio.sleep(0)
    world.driver.may_finish.set()
    await waking
    assert world.machine.state is State.READY
    await world.machine.stop()


async def test_a_stop_between_crash_and_restart_stops_it(world: World) -> None:
    await world.machine.start()
    world.driver.may_finish.clear()
    world.guest.die(QemuFailed("QEMU failed"))
    await until(lambda: world.driver.boots == 2)
    await world.machine.stop()
    assert world.machine.state is State.STOPPED
    assert not world.machine.busy


async def test_a_paused_machine_goes_on_or_stops(world: World) -> None:
    world.machine.stands_still()
    assert world.machine.state is State.STOPPED
    await world.machine.start()
    world.machine.stands_still()
    assert world.machine.state is State.PAUSED
    await world.machine.wake()
    world.machine.goes_on()
    assert world.machine.state is State.READY
    world.machine.stands_still()
    await world.machine.stop()
    assert world.machine.state is State.STOPPED


async def test_a_guest_that_shuts_itself_down_is_stopped_not_failed(world: World) -> None:
    await world.machine.start()
    world.guest.die(None)
    await until(lambda: world.machine.state is State.STOPPED)
    assert world.driver.boots == 1


async def test_work_keeps_the_machine_from_starting_and_ends_stopped(world: World) -> None:
    going_on, may_end = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        going_on.set()
        await may_end.wait()

    working = asyncio.create_task(world.machine.work_on(work, "mending"))
    await going_on.wait()
    starting = asyncio.create_task(world.machine.start())
    may_end.set()
    await working
    with pytest.raises(Cancelled):
        await starting
    assert world.machine.state is State.STOPPED
    assert world.driver.boots == 0


async def test_work_that_fails_fails_the_machine(world: World) -> None:
    async def work() -> None:
        raise MachineError("cannot mend", "too broken")

    with pytest.raises(MachineError, match="too broken"):
        await world.machine.work_on(work, "mending")
    assert world.machine.state is State.FAILED


async def test_work_is_refused_while_the_machine_runs(world: World) -> None:
    await world.machine.start()
    with pytest.raises(WrongState):
        await world.machine.work_on(asyncio.Event().wait, "mending")  # type: ignore[arg-type]
    await world.machine.stop()


def test_old_crashes_are_forgotten() -> None:
    assert next_pause([0.0], 0.0) == BACK_OFF[0]
    assert next_pause([0.0, 1.0], 1.0) == BACK_OFF[1]
    assert next_pause([0.0, 1.0, 2.0, 3.0], 3.0) is None
    assert next_pause([0.0, 1.0, 2.0, WINDOW + 3], WINDOW + 3) == BACK_OFF[0]


async def test_a_guest_that_is_taken_over_is_no_new_boot() -> None:
    world = World()

    async def adopt(tell: Callable[[Start], None]) -> FakeGuest:
        tell(Start(accelerator="tcg", began=123.0))
        world.driver.guests.append(FakeGuest())
        return world.guest

    world.driver.boot = adopt  # type: ignore[method-assign]
    await world.machine.start()
    assert world.machine.started_at == 123.0
    assert world.journal.boots == []
    await world.machine.stop()
