"""Choose and find lines of a spool in a thread of its own, and keep up as the spool grows."""

from __future__ import annotations

import threading
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence

from davit_desktop.logs.conditions import EVERYTHING, Conditions, Selector
from davit_desktop.logs.query import Query, TooSlow, matcher
from davit_desktop.logs.spool import LogSpool
from davit_desktop.translation import tr

CHUNK_BYTES = 1 << 20
_MOST_RECORDS = 1 << 16  # looked at before what was found is made known
PATTERN_SECONDS = 2.0
"""How long a regular expression may take over one chunk."""


class LogSearch:
    """Which lines of a spool to show, and which of them match. Raises BadPattern when it is made.

    Without a query no line matches. `only_matches` shows the matching lines and `context` lines
    around each, of those that `conditions` let through; else all that they let through.
    `changed` is called from the search's thread.
    """

    def __init__(
        self,
        spool: LogSpool,
        query: Query | None,
        changed: Callable[[], None],
        *,
        context: int = 0,
        only_matches: bool = True,
        conditions: Conditions = EVERYTHING,
        pattern_seconds: float = PATTERN_SECONDS,
    ) -> None:
        self.query = query
        self.matcher = matcher(query) if query is not None else None
        self.conditions = conditions
        self.context = context if query is not None and only_matches else 0
        self.problem = ""
        self._only_matches = query is not None and only_matches
        self._spool = spool
        self._changed = changed
        self._pattern_seconds = pattern_seconds
        self._selector = None if conditions.show_all else Selector(conditions)
        self._lock = threading.Lock()
        self._hits: array[int] = array("q")
        self._allowed: array[int] = array("q")  # unused without a selector
        self._around: array[int] = array("q")  # hits with their context
        self._from = self._to = spool.first  # lines that have been searched
        self._shift = spool.shift
        self._wake = threading.Event()
        self._cancelled = False
        self._thread = threading.Thread(target=self._run, name="log search", daemon=True)
        self._thread.start()

    @property
    def hides(self) -> bool:
        """Whether there may be lines that are not shown."""
        return self._only_matches or self._selector is not None

    @property
    def done(self) -> bool:
        """Whether every line there is has been searched."""
        return bool(self.problem) or (
            self._to >= self._spool.end
            and self._from <= self._spool.first
            and self._shift == self._spool.shift
        )

    def poke(self) -> None:
        """The spool has changed."""
        self._wake.set()

    def cancel(self) -> None:
        """Stop, without waiting for it."""
        self._cancelled = True
        self._wake.set()

    def join(self, timeout: float) -> None:
        self._thread.join(timeout)

    @property
    def count(self) -> int:
        """Matching lines that are still kept."""
        with self._lock:
            return len(self._hits) - self._gone(self._hits)

    def hit(self, index: int) -> int:
        """The number of the `index`th matching line that is kept."""
        with self._lock:
            return self._hits[self._gone(self._hits) + index]

    def position(self, number: int) -> int:
        """How many matching lines come before line `number`."""
        with self._lock:
            return bisect_left(self._hits, number) - self._gone(self._hits)

    def is_hit(self, number: int) -> bool:
        with self._lock:
            at = bisect_left(self._hits, number)
            return at < len(self._hits) and self._hits[at] == number

    @property
    def row_count(self) -> int:
        """Lines to show."""
        with self._lock:
            rows = self._rows
            return len(rows) - self._gone(rows)

    def row(self, index: int) -> int:
        with self._lock:
            rows = self._rows
            return rows[self._gone(rows) + index]

    def rows(self, index: int, count: int) -> Sequence[int]:
        """The numbers of up to `count` lines to show from the `index`th on."""
        with self._lock:
            rows = self._rows
            begin = self._gone(rows) + index
            return rows[begin : begin + count]

    def row_position(self, number: int) -> int:
        """How many of the lines to show come before line `number`."""
        with self._lock:
            rows = self._rows
            return bisect_left(rows, number) - self._gone(rows)

    def hidden_after(self, number: int) -> int:
        """How many lines are left out between a shown line and the next one, which must be there.

        Only lines that were left out because they do not match count.
        """
        with self._lock:
            at = bisect_left(self._rows, number) + 1
            if not self._only_matches or at >= len(self._rows):
                return 0
            lines = self._lines
            return bisect_left(lines, self._rows[at]) - bisect_left(lines, number) - 1

    @property
    def _rows(self) -> Sequence[int]:
        if self.context:
            return self._around
        return self._hits if self._only_matches else self._lines

    @property
    def _lines(self) -> Sequence[int]:
        return range(self._from, self._to) if self._selector is None else self._allowed

    def _gone(self, numbers: Sequence[int]) -> int:
        first = self._spool.first
        return bisect_left(numbers, first) if numbers and numbers[0] < first else 0

    def _run(self) -> None:
        while not self._cancelled:
            if self._shift != self._spool.shift:
                self._follow_shifts()
            elif self._from > self._spool.first:
                self._search_earlier()
            elif self._to < self._spool.end:
                self._search_next()
            else:
                self._wake.wait()
                self._wake.clear()
            if self.problem:
                self._changed()
                return

    def _search_next(self) -> None:
        start = max(self._to, self._spool.first)
        stop = self._spool.end if self.query is not None else start + _MOST_RECORDS
        allowed, hits, end = self._chosen(start, min(stop, self._spool.end))
        with self._lock:
            if self._shift != self._spool.shift:
                return  # these lines have moved meanwhile
            if self._from == self._to:
                self._from = start
            self._hits.extend(hits)
            self._allowed.extend(allowed)
            self._to = end
            self._settle_context(start)
        self._changed()

    def _search_earlier(self) -> None:
        # Earlier lines arrive in one piece; what is found in them is made known in one, too.
        start, stop = self._spool.first, self._from
        found: array[int] = array("q")
        shown: array[int] = array("q")
        at = start
        while at < stop and not self._cancelled and not self.problem:
            allowed, hits, at = self._chosen(max(at, self._spool.first), stop)
            found.extend(hits)
            shown.extend(allowed)
        if self._cancelled:
            return
        with self._lock:
            self._hits = found + self._hits
            self._allowed = shown + self._allowed
            self._from = start
            self._settle_context(start)
        self._changed()

    def _follow_shifts(self) -> None:
        """Lines have been put between others: search again from the first that moved."""
        with self._lock:
            shifts = self._spool.shifts(self._shift)
            self._shift += len(shifts)
            low = min((places[0] for places in shifts), default=self._to)
            if low < self._to:
                self._to = max(low, self._from)
                del self._hits[bisect_left(self._hits, self._to) :]
                del self._allowed[bisect_left(self._allowed, self._to) :]
                self._settle_context(self._to)

    def _settle_context(self, changed: int) -> None:
        """Bring hits with context up to date; hits and lines are new from number `changed` on."""
        if not self.context:
            return
        lines, hits, rows = self._lines, self._hits, self._around
        begin = max(0, bisect_left(lines, changed) - self.context)
        if begin >= len(lines):
            return
        del rows[bisect_left(rows, lines[begin]) :]
        first = bisect_left(hits, lines[max(0, begin - self.context)])
        for at in range(first, len(hits)):
            place = bisect_left(lines, hits[at])
            end = place + self.context + 1
            rows.extend(lines[max(begin, place - self.context) : end])
            begin = max(begin, end)

    def _chosen(self, start: int, stop: int) -> tuple[array[int], array[int], int]:
        """Of the next lines from `start`: those to show, those that match, and where they end."""
        hits: array[int] = array("q")
        if self.query is not None:
            hits, end = self._matching(start, stop)
        else:
            end = stop
        allowed: array[int] = array("q")
        if self._selector is not None:
            for first, words in self._spool.records(start, end):
                allowed.extend(self._selector.select(words, first))
            if hits and len(allowed) < end - start:
                shown = set(allowed)
                hits = array("q", [hit for hit in hits if hit in shown])
        time.sleep(0)  # a busy search must not keep the window from its turn
        return allowed, hits, end

    def _matching(self, start: int, stop: int) -> tuple[array[int], int]:
        assert self.matcher is not None
        chunk = self._spool.chunk(start, CHUNK_BYTES)
        end = min(chunk.end, stop)
        if not chunk.data:
            return array("q"), max(end, min(self._spool.first, stop), start)
        try:
            hits = self.matcher.matching_lines(chunk.data, chunk.first, self._pattern_seconds)
        except TooSlow:
            self.problem = tr(
                "Stopped: this expression takes longer than {seconds} s on a part of the log. "
                "Try a simpler one, without nested repetition."
            ).format(seconds=f"{self._pattern_seconds:g}")
            return array("q"), end
        if chunk.end > stop:
            del hits[bisect_left(hits, stop) :]
        return hits, end
