"""Run the health checks: one task for each container that has a check and runs unpaused.

The status is saved when it changes; the results in between stay in memory until then, as a disk
write for each probe would cost more than the probe.
"""

import asyncio
import logging
import time
from typing import Final

import msgspec

from davit_engine.containers import health
from davit_engine.containers.attachment import Attachment
from davit_engine.containers.execs import ExecConfig, Execs
from davit_engine.containers.health import Check
from davit_engine.containers.model import Health, HealthLog
from davit_engine.containers.records import Records
from davit_engine.containers.runs import Runs, attributes
from davit_engine.errors import Conflict, EngineError
from davit_engine.events import EventBus

log = logging.getLogger(__name__)

START_LIMIT: Final = 30.0
"""Seconds the runtime may take to start a probe; they are not part of the probe's own time."""

LOOK: Final = 0.02
"""Seconds between two looks whether the runtime has started a probe."""

LAST_WORDS: Final = 2.0
"""Seconds that are waited for output which a probe's children still hold open."""

KILLED: Final = 137


class HealthChecks:
    """The health of every container that runs."""

    def __init__(self, records: Records, runs: Runs, execs: Execs, events: EventBus) -> None:
        self._records = records
        self._runs = runs
        self._execs = execs
        self._events = events
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._ceasing: set[asyncio.Task[None]] = set()

    def begin(self, id: str) -> None:
        """Probe a container from now on, if it has a check and is not paused."""
        self.cease(id)
        container = self._records.get(id)
        check = health.check(container.config)
        if check is not None and container.state.status == "running":
            self._tasks[id] = asyncio.create_task(self._watch(id, check))

    def cease(self, id: str) -> None:
        """Probe it no more. A probe that runs is killed and its result does not count."""
        task = self._tasks.pop(id, None)
        if task is not None and not task.done():
            task.cancel()
            self._ceasing.add(task)
            task.add_done_callback(self._ceasing.discard)

    async def close(self) -> None:
        """End all probes; the next daemon goes on with the results so far."""
        watched = tuple(self._tasks)
        for id in watched:
            self.cease(id)
        await asyncio.gather(*self._ceasing, return_exceptions=True)
        for id in watched:
            if id in self._records:
                self._records.save(self._records.get(id), durable=False)

    async def _watch(self, id: str, check: Check) -> None:
        while True:
            await asyncio.sleep(self._delay(id, check) / 10**9)
            began = time.time_ns()
            try:
                code, output = await self._probe(id, check)
            except Conflict:
                # It ends or was paused this very moment, and whoever did that ends this task.
                await asyncio.sleep(check.interval / 10**9)
                continue
            except EngineError as error:
                log.debug("health check of %s: %s", self._records.get(id).name, error)
                code, output = health.FAILED_TO_RUN, str(error)
            ended = time.time_ns()
            self._record(
                id, check, HealthLog(start_ns=began, end_ns=ended, exit_code=code, output=output)
            )

    def _delay(self, id: str, check: Check) -> int:
        """Nanoseconds until the next probe: also after a restart of the daemon, or a pause."""
        state = self._records.get(id).state
        known = state.health or Health()
        now = time.time_ns()
        pause = health.pause_before_probe(check, known, started_ns=state.started_ns, now_ns=now)
        last = max(state.started_ns, known.log[-1].end_ns if known.log else 0)
        # The clock may have been set back.
        return min(max(last + pause - now, 0), pause)

    def _record(self, id: str, check: Check, result: HealthLog) -> None:
        container = self._records.get(id)
        before = container.state.health or Health()
        after = health.after_probe(check, before, result, started_ns=container.state.started_ns)
        container = msgspec.structs.replace(
            container, state=msgspec.structs.replace(container.state, health=after)
        )
        if after.status == before.status:
            self._records.replace(container)
            return
        self._records.save(container, durable=False)
        self._events.publish(
            "container", f"health_status: {after.status}", id, attributes(container)
        )

    async def _probe(self, id: str, check: Check) -> tuple[int, str]:
        """Run the check's command once: its exit code and output.

        Raises Conflict when the container ends meanwhile, EngineError when it cannot be run.
        """
        config = ExecConfig(cmd=list(check.command), attach_stdout=True, attach_stderr=True)
        exec_id = self._execs.create(self._records.get(id), config)
        try:
            attachment = await self._execs.start(exec_id, detach=False, console_size=None)
            assert attachment is not None
            output = health.Output()
            reading = asyncio.create_task(_read(attachment, output))
            ending = asyncio.create_task(self._execs.finished(exec_id))
            try:
                return await self._outcome(id, exec_id, check, output, reading, ending)
            finally:
                self._execs.kill(exec_id)
                reading.cancel()
                ending.cancel()
                await asyncio.gather(reading, ending, return_exceptions=True)
                await attachment.aclose()
        finally:
            self._execs.discard(exec_id)

    async def _outcome(
        self,
        id: str,
        exec_id: str,
        check: Check,
        output: health.Output,
        reading: "asyncio.Task[None]",
        ending: "asyncio.Task[int | None]",
    ) -> tuple[int, str]:
        latest = time.monotonic() + START_LIMIT
        while not ending.done() and not self._execs.get(exec_id).pid:
            if time.monotonic() > latest:
                return health.FAILED_TO_RUN, f"timed out starting health check for container {id}"
            await asyncio.wait({ending}, timeout=LOOK)
        done, _ = await asyncio.wait({ending}, timeout=check.timeout / 10**9)
        if not done:
            return health.FAILED_TO_RUN, health.too_slow(check, output.text())
        await asyncio.wait({reading}, timeout=LAST_WORDS)
        refusal = self._execs.refusal(exec_id)
        code = ending.result()
        if (refusal or code == KILLED) and await self._runs.ends(id):
            raise Conflict(f"container {id} is not running")
        if refusal or code is None:
            return health.FAILED_TO_RUN, refusal
        return code, output.text()


async def _read(attachment: Attachment, output: health.Output) -> None:
    async for _, data in attachment:
        output.add(data)
