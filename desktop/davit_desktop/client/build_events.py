"""What Davit's engine tells of a build, line by line, and its record of one that it keeps (pure).

What is new to us in an event is passed over; nothing in it is to be trusted.
"""

from __future__ import annotations

import msgspec

from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.client.streams import LONGEST_LINE
from davit_desktop.client.types import decode
from davit_desktop.translation import tr


class _Lower(msgspec.Struct, frozen=True, kw_only=True):
    pass


class PlannedStep(_Lower, frozen=True):
    """`id` is stage and place ("0.1"; "0.0" is FROM), `line` to `end_line` where it stands."""

    id: str
    instruction: str = ""
    line: int = 0
    end_line: int = 0


class PlannedStage(_Lower, frozen=True):
    """`needs` are the numbers of the stages that must be there first."""

    index: int = 0
    name: str = ""
    base: str = ""
    platform: str = ""
    needs: tuple[int, ...] = ()
    steps: tuple[PlannedStep, ...] = ()


class BuildEvent(_Lower, frozen=True):
    """One line; `kind` says which members mean anything.

    `build`: `id`, `started` (Unix nanoseconds), `dockerfile`, `target`, `platform`, `folder`.
    `plan`: `stages`. `step`: `id`, `state` (running, then cached, done, failed or cancelled), `at`
    (Unix nanoseconds), `image`, `bytes`. `output`: `id`, `stream`, `text`. `progress`: `id`,
    `what`, `status`, `current`, `total` in bytes. `warning`: `rule`, `text`, `line`, `column`,
    `url`. `error`: `id`, `text`, `line`, `column`, `code` (of a command's end), `hint`. `cut`:
    `bytes` of events that were not kept. `result`: `image`, `tags`, `cached` of `steps`, `duration`
    in milliseconds.
    """

    kind: str = ""
    id: str = ""
    started: int = 0
    dockerfile: str = ""
    target: str = ""
    platform: str = ""
    folder: str = ""
    stages: tuple[PlannedStage, ...] = ()
    state: str = ""
    at: int = 0
    image: str = ""
    bytes: int = 0
    stream: str = ""
    text: str = ""
    what: str = ""
    status: str = ""
    current: int = 0
    total: int = 0
    rule: str = ""
    line: int = 0
    column: int = 0
    url: str = ""
    code: int = 0
    hint: str = ""
    tags: tuple[str, ...] = ()
    cached: int = 0
    steps: int = 0
    duration: int = 0


class BuildRecord(_Lower, frozen=True):
    """A build that the engine remembers. `state` is running, done, failed, cancelled or
    interrupted; `started` in Unix nanoseconds, `duration` in milliseconds."""

    id: str
    started: int = 0
    duration: int = 0
    state: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    dockerfile: str = ""
    target: str = ""
    platform: str = ""
    folder: str = ""
    steps: int = 0
    cached: int = 0
    error: str = ""


class Finding(_Lower, frozen=True, rename="pascal"):
    """What a check of a Dockerfile found at a place in it; an error has no `rule`."""

    detail: str = ""
    rule: str = ""
    line: int = 0
    column: int = 0


class Check(_Lower, frozen=True, rename="pascal"):
    """What is wrong with a Dockerfile, and what is likely a mistake."""

    error: Finding | None = None
    warnings: tuple[Finding, ...] = ()


class RawLines:
    """Chunks of a stream of events in, whole lines out as they are."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, chunk: bytes) -> list[bytes]:
        """Raises UnexpectedAnswer for a line without end."""
        self._rest += chunk
        *whole, rest = bytes(self._rest).split(b"\n") if b"\n" in chunk else [bytes(self._rest)]
        self._rest = bytearray(rest)
        if len(rest) > LONGEST_LINE:
            raise UnexpectedAnswer(tr("The engine sent a line without end."))
        return [line for line in whole if line.strip()]

    def finish(self) -> list[bytes]:
        """The last one, when no newline ended it."""
        rest, self._rest = bytes(self._rest), bytearray()
        return [rest] if rest.strip() else []


def event_of(line: bytes) -> BuildEvent:
    """Raises UnexpectedAnswer for what is no such event."""
    return decode(line, BuildEvent)
