"""Log where the event loop was when it did not answer for 50 ms; for development."""

import asyncio
import logging
import sys
import threading
import time
import traceback

log = logging.getLogger(__name__)

LIMIT = 0.05  # seconds
_EVERY = 0.1


class Watchdog:
    """A thread that pings the loop and, when the answer is late, logs the loop's own stack."""

    def __init__(self, loop: asyncio.AbstractEventLoop, limit: float = LIMIT) -> None:
        self._loop = loop
        self._limit = limit
        self._main = threading.get_ident()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self.stalls = 0

    def start(self) -> None:
        """Watch the loop of the calling thread."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._stop.set()
        self._thread.join(timeout=2)

    def _watch(self) -> None:
        while not self._stop.wait(_EVERY):
            answered = threading.Event()
            asked = time.monotonic()
            try:
                self._loop.call_soon_threadsafe(answered.set)
            except RuntimeError:  # the loop is closed
                return
            if answered.wait(self._limit):
                continue
            frame = sys._current_frames().get(self._main)
            stack = "".join(traceback.format_stack(frame, limit=12)) if frame else ""
            while not answered.wait(0.5) and not self._stop.is_set():
                pass
            self.stalls += 1
            took = (time.monotonic() - asked) * 1000
            log.warning("The event loop stood still for %.0f ms at\n%s", took, stack)
