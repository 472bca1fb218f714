"""One call for each of several objects: go on after a failure, fail at the end, as docker does."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Sequence

from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.client.errors import ApiError


async def each(
    names: Sequence[str], call: Callable[[str], Awaitable[object]], *, show: bool = True
) -> None:
    """Prints each name that succeeded. Raises CommandFailed, already printed, if any did not."""
    failed = False
    for name in names:
        try:
            await call(name)
        except ApiError as error:
            print(worded(error), file=sys.stderr)
            failed = True
        else:
            if show:
                print(name, flush=True)
    if failed:
        raise CommandFailed


def confirmed(question: str, *, force: bool) -> bool:
    """Whether the person agrees; nothing but a yes is one."""
    if force:
        return True
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
