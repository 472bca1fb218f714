"""Which lines are shown, by what is known of them without their text (pure)."""

from __future__ import annotations

from array import array
from typing import Final

import msgspec

from davit_desktop.logs.entries import Kind, Level, Stream
from davit_desktop.logs.segment import FLAG_BITS, fields


class Conditions(msgspec.Struct, frozen=True):
    """Hidden streams, containers and levels, and the times between which lines are shown.

    A time of 0 is no limit. Marks have no level and are shown with any.
    """

    hidden_streams: frozenset[Stream] = frozenset()
    hidden_sources: frozenset[int] = frozenset()
    hidden_levels: frozenset[Level] = frozenset()
    since_ns: int = 0
    until_ns: int = 0

    @property
    def show_all(self) -> bool:
        """Whether nothing is hidden."""
        return self == EVERYTHING

    def shows(self, flags: int) -> bool:
        """Whether the flags of a record are of a line to show, whatever its time."""
        stream, kind, level, source, _ = fields(flags)
        if source in self.hidden_sources:
            return False
        return kind > Kind.PIECE or (
            stream not in self.hidden_streams and level not in self.hidden_levels
        )


EVERYTHING: Final = Conditions()


class _Verdicts(dict[int, bool]):
    def __init__(self, conditions: Conditions) -> None:
        super().__init__()
        self._conditions = conditions

    def __missing__(self, flags: int) -> bool:
        verdict = self[flags] = self._conditions.shows(flags)
        return verdict


class Selector:
    """Conditions made ready for many lines."""

    def __init__(self, conditions: Conditions) -> None:
        self._verdicts = _Verdicts(conditions)
        self._since = conditions.since_ns
        self._until = conditions.until_ns or 1 << 64

    def select(self, words: array[int], first: int) -> array[int]:
        """Numbers of the lines to show; `words` are the records of lines from number `first`."""
        verdicts = self._verdicts
        flags = words[::2]
        if not self._since and self._until == 1 << 64:
            return array("q", [n for n, w in enumerate(flags, first) if verdicts[w >> FLAG_BITS]])
        since, until = self._since, self._until
        return array(
            "q",
            [
                n
                for n, (w, time) in enumerate(zip(flags, words[1::2], strict=True), first)
                if since <= time <= until and verdicts[w >> FLAG_BITS]
            ],
        )
