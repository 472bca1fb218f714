"""A build at work, as those see it who asked for it."""

import asyncio

from davit_engine.build.history import BuildState
from davit_engine.errors import Conflict
from davit_engine.images.records import Image


class RunningBuild:
    def __init__(self, id: str) -> None:
        self.id = id
        self.task: asyncio.Task[Image]
        self.ending = BuildState.CANCELLED
        """What it is called once it is cancelled."""
        self.stopped = False
        """Whether somebody ended it; what it says of that may be any error."""

    async def image(self) -> Image:
        """What it came to. Who stops waiting ends the build.

        Raises why it failed; Conflict when somebody else ended it.
        """
        try:
            await self.over()
        except asyncio.CancelledError:
            self.stop(BuildState.CANCELLED)
            await self.over()
            raise
        if self.stopped and (self.task.cancelled() or self.task.exception()):
            raise Conflict(f"the build was {self.ending}")
        return self.task.result()

    def stop(self, ending: BuildState) -> None:
        if not self.task.done():
            self.ending, self.stopped = ending, True
            self.task.cancel()

    async def over(self) -> None:
        """Wait until it has ended, well or not."""
        await asyncio.wait({self.task})
        if not self.task.cancelled():
            self.task.exception()
