"""The machine's states, what may follow what, and the one object that moves between them.

Whatever happens, also a cancellation, ends in a state of the table, and a state in which the
machine does not run leaves no QEMU and no connection behind: that is the promise of `Driver.boot`
and `Guest.stop`, and `Machine` relies on it.
"""

import asyncio
import copy
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, Literal, Protocol

import msgspec

from davit_vm.errors import Cancelled, MachineError, NotRunning, WrongState
from davit_vm.status import Boot, Problem, StageTime, State

log = logging.getLogger(__name__)

TRANSITIONS: Final[Mapping[State, frozenset[State]]] = {
    State.ABSENT: frozenset({State.STOPPED}),
    State.STOPPED: frozenset({State.STARTING, State.ABSENT}),
    State.STARTING: frozenset({State.READY, State.FAILED, State.STOPPED}),
    State.READY: frozenset({State.PAUSED, State.STOPPING, State.STOPPED, State.FAILED}),
    State.PAUSED: frozenset({State.READY, State.STOPPING, State.STOPPED, State.FAILED}),
    State.STOPPING: frozenset({State.STOPPED, State.ASLEEP}),
    State.ASLEEP: frozenset({State.STARTING, State.STOPPED}),
    State.FAILED: frozenset({State.STARTING, State.STOPPED}),
}

Command = Literal[
    "start", "put to sleep", "pause", "resume", "reclaim", "upgrade", "repair", "change"
]

ALLOWED: Final[Mapping[Command, frozenset[State]]] = {
    "start": frozenset(
        {State.STOPPED, State.ASLEEP, State.FAILED, State.STARTING, State.READY, State.ABSENT}
    ),
    "put to sleep": frozenset({State.READY}),
    "pause": frozenset({State.READY, State.PAUSED}),
    "resume": frozenset({State.READY, State.PAUSED}),
    "reclaim": frozenset({State.READY}),
    "upgrade": frozenset({State.STOPPED, State.ASLEEP, State.FAILED, State.READY}),
    "repair": frozenset({State.STOPPED, State.ASLEEP, State.FAILED}),
    "change": frozenset(State) - {State.STARTING, State.STOPPING, State.PAUSED},
}
"""States in which a command may be given; `stop` may be given always."""

_ADVICE: Final[Mapping[State, str]] = {
    State.ABSENT: "Create it: davit machine create",
    State.STOPPED: "Start it: davit machine start",
    State.STARTING: "Wait until it is ready, or stop it: davit machine stop",
    State.READY: "Stop it first: davit machine stop",
    State.PAUSED: "Let it go on: davit machine resume",
    State.ASLEEP: "Wake it: davit machine start",
    State.STOPPING: "Wait until it has stopped.",
    State.FAILED: "Start it: davit machine start",
}

BACK_OFF: Final = (1.0, 5.0, 20.0)
"""Seconds before each restart after a crash; as many restarts as there are numbers."""
WINDOW: Final = 600.0
"""Seconds after which a crash is forgotten."""


def may_follow(state: State, following: State) -> bool:
    return following in TRANSITIONS[state]


def require(command: Command, state: State) -> None:
    """Raises WrongState, in words, when the command may not be given now."""
    if state not in ALLOWED[command]:
        raise WrongState(f"Cannot {command} the machine", f"it is {state}", _ADVICE[state])


def next_pause(crashes: list[float], now: float) -> float | None:
    """Seconds until the restart after the last of these crashes; None when there were too many."""
    recent = sum(1 for crash in crashes if now - crash < WINDOW)
    return BACK_OFF[recent - 1] if 1 <= recent <= len(BACK_OFF) else None


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a start while it lasts."""

    accelerator: str = ""
    note: str = ""
    """Why it is slower than it could be."""
    image: str = ""
    stages: tuple[StageTime, ...] = ()
    began: float | None = None
    """When the guest started, in seconds since the epoch, for one that is only taken over."""


class Guest(Protocol):
    """A machine that runs."""

    async def ended(self) -> MachineError | None:
        """Wait until QEMU is gone, and clean up after it. None when the guest shut itself down."""
        ...

    async def stop(self) -> str:
        """Stop it and leave nothing behind, however long it resists; says what was needed."""
        ...


class Driver(Protocol):
    """Starts machines."""

    async def boot(self, tell: Callable[[Start], None]) -> Guest:
        """Return when the engine answers. On failure or cancellation nothing is left behind."""
        ...


class Journal(Protocol):
    """Where boots are written down."""

    def began(self, boot: Boot) -> None: ...

    def ended(self, ending: str) -> None: ...


class Machine:
    """Starts, stops and restarts one machine, and keeps it running.

    Methods may be called at any time and from several tasks; a caller that is cancelled leaves what
    it asked for going on. `changed` is called after each change, with its kind and a sentence.
    """

    def __init__(
        self,
        driver: Driver,
        journal: Journal,
        changed: Callable[[Literal["state", "stage", "note", "problem"], str], None],
        *,
        state: State = State.STOPPED,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._driver = driver
        self._journal = journal
        self._changed = changed
        self._sleep = sleep
        self.state = state
        self.error: MachineError | None = None
        """Why the machine failed; None in every other state."""
        self.start_record = Start()
        self.started_at: float | None = None
        self.guest: Guest | None = None
        self._activity: asyncio.Task[None] | None = None
        """The start, stop or restart that goes on."""
        self._guard: asyncio.Task[None] | None = None
        self._goal: Literal[State.STOPPED, State.ASLEEP] = State.STOPPED
        self._crashes: list[float] = []

    @property
    def problem(self) -> Problem | None:
        return None if self.error is None else self.error.problem

    async def start(self) -> None:
        """Return at READY. Raises what the start raised, WrongState, or Cancelled after a stop."""
        require("start", self.state)
        if self.state is State.READY:
            return
        if self.state is not State.STARTING:
            await self._quit_activity()
            if State.STARTING in TRANSITIONS[self.state]:
                # Whoever asks for a start by hand has it tried again as often as the first time.
                self._crashes.clear()
                self._move(State.STARTING, "The machine starts.")
                self._activity = asyncio.create_task(self._boot(), name="start")
        await self._wait_for_activity()
        self._raise_unless_ready()

    async def wake(self) -> None:
        """As `start`, for a request that found the machine asleep or restarting."""
        while self.state in (State.STOPPING, State.STARTING) or self._restarting:
            await self._wait_for_activity()
        if self.state is State.PAUSED:
            return
        if self.state is State.STOPPED:
            raise NotRunning("The machine is stopped", "", _ADVICE[State.STOPPED])
        if self.state is State.FAILED:
            self._raise_unless_ready()
        await self.start()

    async def stop(self) -> None:
        """Return at STOPPED; a start that goes on is cancelled. Stopping twice is not an error."""
        self._goal = State.STOPPED
        if self.state in (State.READY, State.PAUSED):
            self._begin_to_stop()
        if self.state is State.STOPPING:
            await self._wait_for_activity()
        await self._quit_activity()
        if self.state is State.READY:
            await self.stop()
        elif self.state not in (State.STOPPED, State.ABSENT):
            self._move(State.STOPPED, "The machine is stopped.")

    async def fall_asleep(self) -> None:
        """Stop, to be woken by the next request. Raises WrongState."""
        require("put to sleep", self.state)
        self._goal = State.ASLEEP
        self._begin_to_stop()
        await self._wait_for_activity()

    def stands_still(self) -> None:
        """The guest's processors were stopped."""
        if self.state is State.READY:
            self._move(State.PAUSED, "The machine is paused.")

    def goes_on(self) -> None:
        """The guest's processors run again."""
        if self.state is State.PAUSED:
            self._move(State.READY, "The machine goes on.")

    async def work_on(self, work: Callable[[], Awaitable[None]], text: str) -> None:
        """Run `work` while the machine is kept from starting; back to STOPPED afterwards.

        A stop cancels it. Raises what it raises, and Cancelled.
        """
        require("repair", self.state)
        await self._quit_activity()
        require("repair", self.state)
        self.start_record = Start()
        self._move(State.STARTING, text)
        self._activity = asyncio.create_task(self._work(work), name="work")
        await self._wait_for_activity()
        if self.error is not None:
            raise copy.copy(self.error).with_traceback(None)
        if self._activity is not None and self._activity.cancelled():
            raise Cancelled("The machine was not mended", "it was stopped meanwhile")

    async def _work(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except MachineError as error:
            self._fail(error)
        except BaseException:
            self._move(State.STOPPED, "The work was broken off.")
            raise
        else:
            self._move(State.STOPPED, "The machine is stopped.")

    async def aclose(self) -> None:
        """Let go of the machine as it is."""
        for task in (self._activity, self._guard):
            if task is not None and not task.done():
                task.cancel()
                await asyncio.wait([task])

    @property
    def busy(self) -> bool:
        """Whether something goes on, such as a pause before a restart."""
        return self._activity is not None and not self._activity.done()

    @property
    def _restarting(self) -> bool:
        return self.state is State.FAILED and self.busy

    def _begin_to_stop(self) -> None:
        guest, self.guest = self.guest, None
        assert guest is not None
        self._move(State.STOPPING, "The machine stops its containers and powers down.")
        self._activity = asyncio.create_task(self._stop(guest), name="stop")

    async def _stop(self, guest: Guest) -> None:
        if self._guard is not None:
            self._guard.cancel()
            await asyncio.wait([self._guard])
        how = await guest.stop()
        goal = self._goal
        self._journal.ended("stopped" if goal is State.STOPPED else "asleep")
        if how:
            self._changed("note", how)
        word = "stopped" if goal is State.STOPPED else "asleep; the next request wakes it"
        self._move(goal, f"The machine is {word}.")

    async def _boot(self) -> None:
        """From STARTING to READY, FAILED or STOPPED; raises only a cancellation."""
        began, clock = time.time(), time.monotonic()
        self.start_record, self.started_at = Start(), began

        def write_down(outcome: Literal["ready", "failed", "cancelled"]) -> None:
            self._journal.began(
                Boot(
                    started_at=began,
                    accelerator=self.start_record.accelerator,
                    image=self.start_record.image,
                    outcome=outcome,
                    seconds=round(time.monotonic() - clock, 3),
                    stages=self.start_record.stages,
                    problem=self.problem,
                    ended_at=None if outcome == "ready" else time.time(),
                    ending="" if outcome == "ready" else outcome,
                )
            )

        try:
            guest = await self._driver.boot(self._tell)
        except MachineError as error:
            self._fail(error)
            write_down("failed")
        except asyncio.CancelledError:
            write_down("cancelled")
            self._move(State.STOPPED, "The start was cancelled.")
            raise
        except Exception as error:
            log.exception("the start failed")
            self._fail(_unforeseen(error))
            write_down("failed")
        else:
            self.guest = guest
            if self.start_record.began is None:
                write_down("ready")
            else:
                self.started_at = self.start_record.began
            self._guard = asyncio.create_task(self._watch(guest), name="guard")
            seconds = time.monotonic() - clock
            self._move(State.READY, f"The machine is ready, after {seconds:.1f} s.")

    async def _watch(self, guest: Guest) -> None:
        """Wait for the end that nobody asked for, and start again."""
        try:
            error = await guest.ended()
        except Exception as problem:
            log.exception("the end of the guest is not understood")
            error = _unforeseen(problem)
        self.guest = None
        if error is None:
            self._journal.ended("stopped")
            self._move(State.STOPPED, "The guest has shut itself down.")
            return
        self._journal.ended("crashed")
        self._activity = asyncio.current_task()
        self._fail(error)
        await self._restart()

    async def _restart(self) -> None:
        while self.state is State.FAILED:
            self._crashes.append(time.monotonic())
            pause = next_pause(self._crashes, time.monotonic())
            if pause is None:
                self._changed(
                    "note",
                    f"The machine failed {len(BACK_OFF) + 1} times; it is not restarted any more.",
                )
                return
            self._changed("note", f"The machine is restarted in {pause:.0f} s.")
            await self._sleep(pause)
            self._move(State.STARTING, "The machine starts again.")
            await self._boot()

    def _tell(self, start: Start) -> None:
        before, self.start_record = self.start_record, start
        if start.note and start.note != before.note:
            self._changed("note", start.note)
        ended = len([stage for stage in start.stages if stage.seconds is not None])
        if start.stages != before.stages:
            last = start.stages[ended - 1] if ended else None
            self._changed("stage", f"{last.name} after {last.seconds:.1f} s" if last else "qemu")

    def _fail(self, error: MachineError) -> None:
        self.error = error
        self._move(State.FAILED, str(error))

    def _move(self, following: State, text: str) -> None:
        if not may_follow(self.state, following):
            raise AssertionError(f"{following} may not follow {self.state}")
        self.state = following
        if following is not State.FAILED:
            self.error = None
        self._changed("problem" if following is State.FAILED else "state", text)

    async def _wait_for_activity(self) -> None:
        task = self._activity
        if task is not None and not task.done():
            await asyncio.wait([task])

    async def _quit_activity(self) -> None:
        task = self._activity
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait([task])

    def _raise_unless_ready(self) -> None:
        if self.state is State.READY:
            return
        if self.error is None:
            raise Cancelled("The machine did not start", "it was stopped meanwhile")
        error = copy.copy(self.error)
        raise error.with_traceback(None)


def _unforeseen(error: Exception) -> MachineError:
    return MachineError(
        "The machine failed",
        f"{type(error).__name__}: {error}",
        "The supervisor's log has the whole story: davit machine logs",
    )
