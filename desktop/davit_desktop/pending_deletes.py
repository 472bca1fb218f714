"""Deletions that can be taken back: the thing is hidden at once and deleted when the time is over.

The engine has no bin. Until the time is over it still holds the thing, so that another window or a
command line sees the truth, and whatever ends this program leaves the thing where it was.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from davit_desktop.actions import Action, Actions
from davit_desktop.state.problem import Problem

SECONDS = 10.0
_GRACE = 0.5  # seconds for a click on a toast that is just going
_LINGER = 2.0  # seconds in which a listing may still hold what was deleted


@dataclass(frozen=True, kw_only=True)
class Step:
    """One action of the window, in the words of `Actions.start`."""

    title: str
    failure: str
    command: str
    work: Callable[[Action], Awaitable[object]]


def _nothing(_: Problem) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class Doomed:
    """What is to be deleted: `delete` does it for good, and not before `prepare` has ended well.

    `prepare` is what happens at once, such as a stop; `restore` takes that back. `key` is an id
    that the lists know it by.
    """

    key: str
    name: str
    delete: Step
    prepare: Step | None = None
    restore: Step | None = None
    failed: Callable[[Problem], None] = _nothing


@dataclass(eq=False)
class _Entry:
    doomed: Doomed
    batch: int
    at_work: bool = False
    due: bool = False
    back: bool = False  # taken back
    settled: asyncio.Event = field(default_factory=asyncio.Event)


class PendingDeletes(QObject):
    """Give it what to delete and hide every key that it `holds`; `changed` says to look again."""

    changed = Signal()
    said = Signal(str, str, object)  # a toast: its words, its tool tip, what Undo calls

    def __init__(
        self, actions: Actions, parent: QObject | None = None, *, seconds: float = SECONDS
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._seconds = seconds
        self._entries: dict[str, _Entry] = {}  # what is hidden
        self._unsettled: set[_Entry] = set()
        self._timers: set[asyncio.TimerHandle] = set()
        self._batches = 0

    @property
    def pending(self) -> tuple[Doomed, ...]:
        """What can still be taken back, the oldest first."""
        return tuple(entry.doomed for entry in self._undoable())

    def holds(self, key: str) -> bool:
        """Whether a list must not show this."""
        return key in self._entries

    def put(self, doomed: Sequence[Doomed], words: str) -> None:
        """Hide these now and delete them when the time is over; `words` stand beside Undo."""
        fresh = [one for one in doomed if one.key not in self._entries]
        if not fresh:
            return
        self._batches += 1
        entries = [_Entry(one, self._batches) for one in fresh]
        for entry in entries:
            self._entries[entry.doomed.key] = entry
            self._unsettled.add(entry)
            self._later(self._seconds + _GRACE, partial(self._now, entry))
        self.changed.emit()
        keys = [one.key for one in fresh]
        self.said.emit(words, ", ".join(one.name for one in fresh), lambda: self.undo(keys))
        for entry in entries:
            if entry.doomed.prepare is not None:
                self._run(entry, entry.doomed.prepare)

    def undo(self, keys: Collection[str]) -> None:
        """Take back what is not being deleted yet."""
        entries = [entry for entry in self._undoable() if entry.doomed.key in keys]
        for entry in entries:
            entry.back = True
            del self._entries[entry.doomed.key]
        self.changed.emit()
        for entry in entries:
            self._go_on(entry)

    def undo_last(self) -> None:
        """Take back what was deleted together last."""
        entries = self._undoable()
        if entries:
            last = entries[-1].batch
            self.undo([entry.doomed.key for entry in entries if entry.batch == last])

    async def finish(self, keys: Collection[str] | None = None) -> None:
        """Delete these now, or everything, and wait until it is done or has failed."""
        entries = [e for e in self._unsettled if keys is None or e.doomed.key in keys]
        for entry in entries:
            self._now(entry)
        for entry in entries:
            await entry.settled.wait()
        if keys is None:
            for timer in self._timers:
                timer.cancel()

    async def free(self, name: str) -> None:
        """Delete now what has this name, for another thing that wants it."""
        await self.finish([e.doomed.key for e in self._unsettled if e.doomed.name == name])

    def _undoable(self) -> list[_Entry]:
        return [entry for entry in self._entries.values() if not entry.due]

    def _now(self, entry: _Entry) -> None:
        if not entry.back and not entry.due:
            entry.due = True
            self.changed.emit()
            self._go_on(entry)

    def _go_on(self, entry: _Entry) -> None:
        if entry.at_work:
            return
        if entry.back:
            if entry.doomed.restore is not None:
                self._run(entry, entry.doomed.restore)
            else:
                self._settle(entry)
        elif entry.due:
            self._run(entry, entry.doomed.delete)

    def _run(self, entry: _Entry, step: Step) -> None:
        doomed = entry.doomed
        entry.at_work = True

        async def work(action: Action) -> None:
            try:
                await step.work(action)
            except asyncio.CancelledError:
                self._give_up(entry)
                raise

        def done(_: None) -> None:
            entry.at_work = False
            if step is doomed.prepare:
                self._go_on(entry)
                return
            if step is doomed.delete:
                self._later(_LINGER, lambda: self._forget(entry))
            self._settle(entry)

        def failed(problem: Problem) -> None:
            self._give_up(entry)
            doomed.failed(problem)

        self._actions.start(
            step.title,
            work,
            failure=step.failure,
            subject=doomed.key,
            command=step.command,
            done=done,
            failed=failed,
        )

    def _give_up(self, entry: _Entry) -> None:
        """Show the thing again: it is where it was."""
        entry.at_work = False
        entry.due = True
        self._forget(entry)
        self._settle(entry)

    def _settle(self, entry: _Entry) -> None:
        self._unsettled.discard(entry)
        entry.settled.set()

    def _forget(self, entry: _Entry) -> None:
        if self._entries.get(entry.doomed.key) is entry:
            del self._entries[entry.doomed.key]
            self.changed.emit()

    def _later(self, seconds: float, call: Callable[[], None]) -> None:
        def now() -> None:
            self._timers.discard(timer)
            call()

        timer = asyncio.get_running_loop().call_later(seconds, now)
        self._timers.add(timer)
