"""A terminal at work: a program's stream drives an emulator, and what is typed goes back.

`run` is the whole life of one joining: it owns the stream and the tasks around it, and ends the
program when it is cancelled. It may be called again when it has returned.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import aclosing
from enum import StrEnum

from davit_desktop.client.engine import HijackedStream
from davit_desktop.client.errors import ApiError, ClientError
from davit_desktop.news import News
from davit_desktop.terminal.emulator import Emulator
from davit_desktop.terminal.programs import NOT_RUNNABLE, Program, Size, not_there

log = logging.getLogger(__name__)

_SLICE = 0.008  # seconds of work before the window gets its turn
_FRAME = 0.033  # seconds between two drawings
_SETTLE = 0.08  # seconds that a size must hold before a program is told
_GOODBYE = 2.5  # seconds for a program to be ended
_MOST_EARLY = 65536  # of those, that are kept for a program that is tried after this one
_MOST_WAITING = 64 << 20  # bytes typed or pasted that may wait to be sent


class State(StrEnum):
    """How it stands with the program."""

    IDLE = "idle"
    STARTING = "starting"
    OPEN = "open"
    ENDED = "ended"  # `status` is its exit status, when it is known
    REFUSED = "refused"  # `error` says why it could not be started
    LOST = "lost"  # the connection broke; `error` says how


class TerminalSession:
    """One terminal. `programs` are tried in turn until one is found."""

    def __init__(self, programs: Sequence[Program], found: Callable[[Program], None]) -> None:
        """`found` is told which program could be started."""
        self.programs = tuple(programs)
        self.program = self.programs[0]
        self.emulator = Emulator()
        self.state = State.IDLE
        self.status: int | None = None
        self.missing = False  # whether it ended because none of the programs is there
        self.error: ClientError | None = None
        self.changed = News()
        self.output = News(gather=_FRAME)
        self._found = found
        self._waiting = bytearray()
        self._early: bytearray | None = None  # sent before it was known that the program is there
        self._typed = asyncio.Event()
        self._size = Size(80, 24)
        self._resized = asyncio.Event()

    @property
    def open(self) -> bool:
        """Whether keys reach the program."""
        return self.state is State.OPEN

    def send(self, data: bytes) -> None:
        """Pass bytes on to the program, soon; what is typed before it is there waits for it."""
        there = self.state in (State.STARTING, State.OPEN)
        if there and self.program.interactive and data:
            if len(self._waiting) + len(data) <= _MOST_WAITING:
                self._waiting += data
            self._typed.set()

    def resize(self, size: Size) -> None:
        """Tell emulator and program of another size."""
        if size != self._size:
            self._size = size
            self.emulator.resize(size.columns, size.rows)
            self._resized.set()
            self.output.publish()

    async def run(self) -> None:
        """Start the program and stay until it ends; cancelled, end it."""
        lost = self.state is State.LOST
        self._turn(State.STARTING)
        self._waiting.clear()
        try:
            if lost:
                await self._end()  # what the broken connection left behind
            for program in self.programs:
                self.program = program
                self.missing = not await self._join(program)
                if not self.missing:
                    break
            self._turn(State.ENDED)
        except ClientError as error:
            self.missing = False
            self.error = error
            self._turn(State.LOST if self.state is State.OPEN else State.REFUSED)
        except BaseException:
            await self._end()
            self._turn(State.ENDED)
            raise

    async def _join(self, program: Program) -> bool:
        """Stay with a program; False when it is not there."""
        before = await program.before()
        try:
            stream = await program.open(self._size)
        except ApiError as error:
            if not_there(error.message.encode(), program.name):
                return False
            raise
        try:
            await self._obey(before)
            if not await self._stay(stream, program):
                return False
        finally:
            await stream.aclose()
        self.status = await program.ended()
        return True

    async def _stay(self, stream: HijackedStream, program: Program) -> bool:
        """Obey the output to its end; False when all of it is that there is no such program."""
        self._turn(State.OPEN)
        self._resized.set()
        self._early = bytearray()
        if self._waiting:
            self._typed.set()
        helpers = (
            asyncio.create_task(self._write(stream)),
            asyncio.create_task(self._follow_size(program)),
        )
        try:
            async with aclosing(stream.frames()) as frames:
                begun = False
                async for _, data in frames:
                    if not begun:
                        if not_there(data, program.name) and await program.ended() in NOT_RUNNABLE:
                            self._waiting[:0] = self._early or b""  # for the next one
                            return False
                        begun, self._early = True, None
                        self._found(program)
                    await self._obey(data)
        finally:
            for task in helpers:
                task.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
        return True

    async def _obey(self, data: bytes) -> None:
        """Feed the emulator in slices, so that nothing else has to wait."""
        emulator = self.emulator
        emulator.write(data)
        while emulator.run(_SLICE):
            self._answer()
            await asyncio.sleep(0)
        self._answer()

    def _answer(self) -> None:
        self.output.publish()
        replies = self.emulator.replies()
        if replies and self.open and len(self._waiting) < 4096:
            self.send(replies)

    async def _write(self, stream: HijackedStream) -> None:
        while True:
            await self._typed.wait()
            self._typed.clear()
            data = bytes(self._waiting[:65536])
            del self._waiting[:65536]
            if self._waiting:
                self._typed.set()
            if self._early is not None and len(self._early) < _MOST_EARLY:
                self._early += data
            try:
                await stream.write(data)
            except ClientError as error:
                log.debug("Nobody reads what is typed: %s", error)
                return

    async def _follow_size(self, program: Program) -> None:
        told: Size | None = None
        while True:
            await self._resized.wait()
            await asyncio.sleep(_SETTLE)
            self._resized.clear()
            if self._size == told:
                continue
            told = self._size
            try:
                await program.resize(told)
            except ApiError as error:
                log.debug("The size was not taken: %s", error)
            except ClientError as error:
                log.debug("The size could not be told: %s", error)
                return

    async def _end(self) -> None:
        try:
            async with asyncio.timeout(_GOODBYE):
                await self.program.hang_up()
        except (ClientError, TimeoutError) as error:
            log.info("A program in a terminal may go on: %s", error)

    def _turn(self, state: State) -> None:
        self.state = state
        if state is State.STARTING:
            self.status = self.error = None
            self.missing = False
        self.changed.publish()
