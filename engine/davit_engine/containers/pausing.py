"""Freeze containers and let them go on: for a client, for the time of a commit, before an end.

A pause is recorded before it is made. A daemon that dies in between leaves a container that says
it is paused and can be let go on, never a frozen one that says it runs.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import msgspec

from davit_engine.containers import health, lifecycle
from davit_engine.containers.health_checks import HealthChecks
from davit_engine.containers.model import Container
from davit_engine.containers.records import Records
from davit_engine.containers.runs import Runs, attributes
from davit_engine.errors import Conflict, EngineError, NotFound
from davit_engine.events import EventBus
from davit_engine.runtime.runtime import Runtime


class Pausing:
    """Pauses and resumes; the health checks rest in between."""

    def __init__(
        self, records: Records, runs: Runs, checks: HealthChecks, events: EventBus, runtime: Runtime
    ) -> None:
        self._records = records
        self._runs = runs
        self._checks = checks
        self._events = events
        self._runtime = runtime

    async def pause(self, id: str, *, by_commit: bool = False) -> None:
        """Raises Conflict unless it runs unpaused."""
        async with self._records.lock(id):
            container = self._records.get(id)
            if container.state.status == "paused":
                raise Conflict(f"Container {container.id} is already paused")
            lifecycle.require_alive(container)
            self._checks.cease(id)
            before = container.state
            state = msgspec.structs.replace(
                before,
                status="paused",
                paused_by_commit=by_commit,
                health=health.unwatched(before.health),
            )
            container = msgspec.structs.replace(container, state=state)
            try:
                await asyncio.wrap_future(self._records.save(container, durable=False))
                await self._runtime.pause(id)
            except BaseException as error:
                self._records.set_state(
                    id, status="running", paused_by_commit=False, health=before.health
                )
                if isinstance(error, EngineError) and not self._runs.has_process(id):
                    raise Conflict(f"container {id} is not running") from error
                with contextlib.suppress(EngineError):
                    await self._runs.thaw(id)
                self._checks.begin(id)
                raise
        self._emit(container, "pause")

    async def unpause(self, id: str) -> None:
        """Raises Conflict unless it is paused."""
        async with self._records.lock(id):
            container = self._records.get(id)
            if container.state.status != "paused":
                raise Conflict(f"Container {container.id} is not paused")
            await self._runs.thaw(id)
            container = self._records.set_state(id, status="running", paused_by_commit=False)
            self._checks.begin(id)
        self._emit(container, "unpause")

    @contextlib.asynccontextmanager
    async def paused(self, container: Container) -> AsyncIterator[None]:
        """For the time of a commit, unless it does not run or is paused already."""
        paused = False
        if container.state.status == "running":
            with contextlib.suppress(Conflict):
                await self.pause(container.id, by_commit=True)
                paused = True
        try:
            yield
        finally:
            if paused:
                with contextlib.suppress(Conflict, NotFound):
                    await self.unpause(container.id)

    async def release(self) -> None:
        """Let go on what an earlier daemon paused for a commit that it did not live to finish."""
        for container in self._records:
            if container.state.status == "paused" and container.state.paused_by_commit:
                await self.unpause(container.id)

    def _emit(self, container: Container, action: str) -> None:
        self._events.publish("container", action, container.id, attributes(container))
