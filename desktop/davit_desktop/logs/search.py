"""Find lines of a spool in a thread of its own, and keep up as the spool grows."""

from __future__ import annotations

import threading
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable

from davit_desktop.logs.query import Matcher, Query, TooSlow
from davit_desktop.logs.spool import LogSpool

CHUNK_BYTES = 1 << 20
PATTERN_SECONDS = 2.0
"""How long a regular expression may take over one chunk."""


class LogSearch:
    """Lines that match a query, in order. Raises BadPattern when it is made.

    `changed` is called from the search's thread.
    """

    def __init__(
        self,
        spool: LogSpool,
        query: Query,
        changed: Callable[[], None],
        *,
        context: int = 0,
        pattern_seconds: float = PATTERN_SECONDS,
    ) -> None:
        self.query = query
        self.matcher = Matcher(query)
        self.problem = ""
        self._spool = spool
        self._changed = changed
        self._context = context
        self._pattern_seconds = pattern_seconds
        self._lock = threading.Lock()
        self._hits: array[int] = array("q")
        self._rows = self._hits if context == 0 else array("q")
        self._from = self._to = spool.first  # lines that have been searched
        self._wake = threading.Event()
        self._cancelled = False
        self._thread = threading.Thread(target=self._run, name="log search", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether every line there is has been searched."""
        return bool(self.problem) or (
            self._to >= self._spool.end and self._from <= self._spool.first
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
        """Matching lines and the lines of context around them."""
        with self._lock:
            return len(self._rows) - self._gone(self._rows)

    def row(self, index: int) -> int:
        with self._lock:
            return self._rows[self._gone(self._rows) + index]

    def row_position(self, number: int) -> int:
        """How many of the rows come before line `number`."""
        with self._lock:
            return bisect_left(self._rows, number) - self._gone(self._rows)

    def _gone(self, numbers: array[int]) -> int:
        first = self._spool.first
        return bisect_left(numbers, first) if numbers and numbers[0] < first else 0

    def _run(self) -> None:
        while not self._cancelled:
            if self._from > self._spool.first:
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
        hits, end = self._matching(start, self._spool.end)
        with self._lock:
            self._hits.extend(hits)
            if self._context:
                self._rows.extend(self._with_context(hits, after=self._last_row()))
            self._to = end
        self._changed()

    def _search_earlier(self) -> None:
        # Earlier lines arrive in one piece; their hits are made known in one piece, too.
        start, stop = self._spool.first, self._from
        found: array[int] = array("q")
        at = start
        while at < stop and not self._cancelled and not self.problem:
            hits, at = self._matching(max(at, self._spool.first), stop)
            found.extend(hits)
        if self._cancelled:
            return
        with self._lock:
            if self._context:
                rows = self._with_context(found, after=None)
                last = rows[-1] if rows else start - 1
                rows.extend(row for row in self._rows if row > last)
                self._hits = found + self._hits
                self._rows = rows
            else:
                self._hits = self._rows = found + self._hits
            self._from = start
        self._changed()

    def _matching(self, start: int, stop: int) -> tuple[array[int], int]:
        chunk = self._spool.chunk(start, CHUNK_BYTES)
        end = min(chunk.end, stop)
        if not chunk.data:
            return array("q"), max(end, min(self._spool.first, stop), start)
        try:
            hits = self.matcher.matching_lines(chunk.data, chunk.first, self._pattern_seconds)
        except TooSlow:
            self.problem = (
                f"Stopped: this expression takes longer than {self._pattern_seconds:g} s "
                "on a part of the log. Try a simpler one, without nested repetition."
            )
            return array("q"), end
        if chunk.end > stop:
            del hits[bisect_left(hits, stop) :]
        time.sleep(0)  # a busy search must not keep the window from its turn
        return hits, end

    def _last_row(self) -> int:
        return self._rows[-1] if self._rows else self._spool.first - 1

    def _with_context(self, hits: array[int], *, after: int | None) -> array[int]:
        last = self._spool.first - 1 if after is None else after
        rows: array[int] = array("q")
        for hit in hits:
            begin = max(last + 1, hit - self._context)
            last = max(last, hit + self._context)
            rows.extend(range(begin, last + 1))
        return rows
