"""What a build tells, in the order of the Dockerfile though its stages are built side by side.

The stage whose turn it is speaks at once; what the others say is kept until then. One that has
said a lot waits for its turn: those before it never wait for it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import msgspec

from davit_engine.build.dockerfile import Lines
from davit_engine.images.records import Progress

RED: Final = "\x1b[91m"
PLAIN: Final = "\x1b[0m"
HELD_MAX: Final = 8 << 20
"""Characters that a stage may say before its turn."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One JSON object for the client."""

    stream: str = ""
    aux: dict[str, str] | None = None
    progress: Progress | None = None
    """A line of a pull."""


Send = Callable[[Line], Awaitable[None]]


async def unsaid(line: Line) -> None:
    """The `Send` of a build whose transcript nobody reads."""


class Transcript:
    def __init__(self, send: Send, stages: int) -> None:
        self._send = send
        self.sections = [Section(send) for _ in range(stages)]
        self._at = 0
        """Those before have ended, and what they said is told."""
        if self.sections:
            self.sections[0].turn.set()

    async def advance(self) -> None:
        """Give the turn to the first stage that has not ended."""
        while (at := self._at) < len(self.sections):
            section = self.sections[at]
            await section.release()
            if not section.ended:
                return
            # Another stage that ended meanwhile may have come further.
            self._at = max(self._at, at + 1)

    async def tell(self, upto: "Section") -> None:
        """At the end of a build that failed: what was kept up to the stage that did."""
        for section in self.sections:
            await section.release()
            if section is upto:
                return


def continuation_warnings(lines: Lines) -> list[str]:
    """What the classic builder says before its first step of lines that end nowhere."""
    gaps = lines.empty_continuations
    told = [
        f"[WARNING]: Empty continuation line found in: {node.text}\n"
        for node in lines.nodes
        if any(node.line < gap <= node.end_line for gap in gaps)
    ]
    if told:
        told.append("[WARNING]: Empty continuation lines will become errors in a future release.\n")
    return [f"{RED}{text}{PLAIN}" for text in told]


class Section:
    """What one stage says."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._held: list[Line] = []
        self._size = 0
        self._lock = asyncio.Lock()
        self.turn = asyncio.Event()
        self.ended = False

    async def write(self, text: str) -> None:
        await self.put(Line(stream=text))

    async def put(self, line: Line) -> None:
        if self._send is unsaid:
            return
        if not self.turn.is_set():
            self._held.append(line)
            self._size += len(line.stream) + 100
            if self._size > HELD_MAX:
                await self.turn.wait()
            return
        async with self._lock:
            await self._send(line)

    async def release(self) -> None:
        """Say what was kept, and from now on at once."""
        async with self._lock:
            while self._held:
                held, self._held = self._held, []
                for line in held:
                    await self._send(line)
            self.turn.set()
