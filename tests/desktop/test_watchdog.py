"""A loop that stands still is told where it stood."""

import asyncio
import logging
import time
from typing import Any

import pytest

from davit_desktop.watchdog import Watchdog


def stand_still() -> None:
    time.sleep(0.3)


async def test_a_stall_is_logged_with_its_place(
    caplog: pytest.LogCaptureFixture, until: Any
) -> None:
    watchdog = Watchdog(asyncio.get_running_loop())
    watchdog.start()
    try:
        with caplog.at_level(logging.WARNING):
            stand_still()
            await until(lambda: watchdog.stalls)
        assert "stand_still" in caplog.text
    finally:
        watchdog.stop()
