"""Finish what leaves nothing behind, also when the task that does it is cancelled again."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any


async def finish(work: Coroutine[Any, Any, object]) -> None:
    """Run `work` to its end; a cancellation meanwhile is raised afterwards."""
    task = asyncio.create_task(work, name="clean up")
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            cancelled = not task.cancelled()
    if cancelled:
        raise asyncio.CancelledError
    task.result()


async def cancel(*tasks: "asyncio.Task[Any] | None") -> None:
    """Cancel the tasks and wait until they have ended; how they ended does not matter any more."""
    found = [task for task in tasks if task is not None]
    for task in found:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(*found, return_exceptions=True)
