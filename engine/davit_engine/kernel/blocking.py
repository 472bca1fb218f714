"""Let a thread finish what it began, also when the task that waits for it is cancelled."""

import asyncio
import functools
from collections.abc import Callable
from concurrent.futures import Executor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def finished(
    executor: Executor | None, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """Run the function on a thread of the executor (None: the event loop's own).

    A cancellation is passed on once the function has returned, so that its effect is complete
    when the caller undoes it, and no lock is given up early.
    """
    call = functools.partial(function, *args, **kwargs)
    future = asyncio.get_running_loop().run_in_executor(executor, call)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        await asyncio.wait([future])
        if not future.cancelled():
            future.exception()
        raise
