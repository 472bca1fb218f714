"""Run a coroutine for a widget: progress, cancel, report.

Every long thing the window does is an `Action` here, so it has an owner, shows in the task drawer,
survives a change of page and is waited for at the end.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from davit_desktop.client.errors import ClientError
from davit_desktop.state.problem import Problem, problem
from davit_vm.errors import MachineError

log = logging.getLogger(__name__)

T = TypeVar("T")
_REMEMBERED = 100
_LINES = 500
_SPREAD = 0.05  # seconds between two reports of progress


class Phase(StrEnum):
    """How an action stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Action(QObject):
    """One thing being done. `command` is the docker command that does the same.

    `current` of `total` are in whatever unit the work counts; total 0 means that nobody knows.
    """

    changed = Signal()

    def __init__(self, title: str, subject: str, command: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.subject = subject
        self.command = command
        self.phase = Phase.RUNNING
        self.started = time.time()
        self.ended = 0.0
        self.current = 0
        self.total = 0
        self.status = ""
        self.lines: deque[str] = deque(maxlen=_LINES)
        self.problem: Problem | None = None
        self._task: asyncio.Task[None] | None = None
        self._announced = False

    def progress(self, current: int, total: int, status: str = "") -> None:
        """Called by the work: how far it is."""
        self.current, self.total = current, total
        if status:
            self.status = status
        self._announce()

    def line(self, text: str) -> None:
        """Called by the work: one line of output."""
        self.lines.append(text)
        self.status = text
        self._announce()

    def cancel(self) -> None:
        """Ask the work to end; `changed` tells when it has."""
        if self._task is not None:
            self._task.cancel()

    @property
    def running(self) -> bool:
        return self.phase is Phase.RUNNING

    def _announce(self) -> None:
        if not self._announced:
            self._announced = True
            asyncio.get_running_loop().call_later(_SPREAD, self._tell)

    def _tell(self) -> None:
        self._announced = False
        if self.running:
            self.changed.emit()


class Actions(QObject):
    """All actions of the window: those that run and the last that did."""

    started = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: deque[Action] = deque()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def running(self) -> list[Action]:
        return [action for action in self.history if action.running]

    def start(
        self,
        title: str,
        work: Callable[[Action], Awaitable[T]],
        *,
        failure: str,
        subject: str = "",
        command: str = "",
        done: Callable[[T], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> Action:
        """Run `work`, then call `done` with its result or `failed` with the words for its error.

        `title` is said while it runs ("Starting web"), `failure` begins the problem ("Cannot start
        web"), `subject` is the id of the thing it is done to. A cancelled action calls neither.
        """
        action = Action(title, subject, command, self)
        task = asyncio.get_running_loop().create_task(
            self._run(action, work, failure, done, failed), name=title
        )
        action._task = task
        self._tasks.add(task)

        def ended(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if action.running:  # cancelled before its first step
                self._end(action, Phase.CANCELLED)

        task.add_done_callback(ended)
        self.history.append(action)
        while len(self.history) > _REMEMBERED and not self.history[0].running:
            self.history.popleft().deleteLater()
        self.started.emit(action)
        return action

    def start_quiet(
        self,
        work: Callable[[Action], Awaitable[T]],
        *,
        done: Callable[[T], None],
        failure: str = "",
        failed: Callable[[Problem], None] | None = None,
    ) -> Action:
        """Run something small: not remembered, and its failure only logged unless `failed` asks."""
        action = Action("", "", "", self)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a timer of Qt's was due after the end: nobody looks any more
            action.phase = Phase.CANCELLED
            return action

        async def run() -> None:
            try:
                result = await work(action)
            except (ClientError, MachineError) as error:
                log.info("Nothing came of a look: %s", error)
                action.phase = Phase.FAILED
                if failed is not None:
                    failed(problem(failure, error))
                return
            finally:
                action.deleteLater()
                if action.running:
                    action.phase = Phase.DONE
            done(result)

        task = loop.create_task(run())
        action._task = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return action

    async def close(self) -> None:
        """Cancel what runs and wait until it has ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(
        self,
        action: Action,
        work: Callable[[Action], Awaitable[T]],
        failure: str,
        done: Callable[[T], None] | None,
        failed: Callable[[Problem], None] | None,
    ) -> None:
        try:
            result = await work(action)
        except asyncio.CancelledError:
            self._end(action, Phase.CANCELLED)
            raise
        except Exception as error:
            if not isinstance(error, ClientError | MachineError):
                log.exception("%s failed", action.title)
            action.problem = problem(failure, error)
            self._end(action, Phase.FAILED)
            if failed is not None:
                failed(action.problem)
            return
        self._end(action, Phase.DONE)
        if done is not None:
            done(result)

    def _end(self, action: Action, phase: Phase) -> None:
        action.phase = phase
        action.ended = time.time()
        action.changed.emit()
        self.finished.emit(action)
