"""`davit stats`."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing

from davit_desktop.cli.command import command, option
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError, NotFound
from davit_desktop.client.stats import usage
from davit_desktop.client.types import StatsSample
from davit_desktop.client.units import human_memory, human_size_3

_HEADERS = {
    "Container": "CONTAINER",
    "ID": "CONTAINER ID",
    "Name": "NAME",
    "CPUPerc": "CPU %",
    "MemUsage": "MEM USAGE / LIMIT",
    "MemPerc": "MEM %",
    "NetIO": "NET I/O",
    "BlockIO": "BLOCK I/O",
    "PIDs": "PIDS",
}
_COLUMNS = ("ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs")
_REDRAW = 0.5  # seconds
_RELIST = 2.0
_CLEAR = "\x1b[H\x1b[J"


@command(
    "stats",
    "[OPTIONS] [CONTAINER...]",
    "Display a live stream of container(s) resource usage statistics",
    words=(0, None),
)
@option("all", "a", help="Show all containers (default shows just running)")
@option("format", metavar="string", help=FORMAT_HELP)
@option("no-stream", help="Disable streaming stats and only pull the first result")
@option("no-trunc", help="Do not truncate output")
async def stats(
    client: EngineClient, words: list[str], all: bool, format: str, no_stream: bool, no_trunc: bool
) -> None:
    for word in words:
        await client.inspect_container(word)  # one that is not there ends the command at once
    if no_stream:
        names = words or [c.id for c in await client.containers(all=all)]
        samples = await asyncio.gather(*(_one_sample(client, name) for name in names))
        rows = [
            stats_row(name, sample, no_trunc=no_trunc)
            for name, sample in zip(names, samples, strict=True)
            if sample is not None
        ]
        sys.stdout.write(listed(format, _HEADERS, _COLUMNS, rows))
        return
    await _Screen(client, words, all, format, no_trunc).run()


class _Screen:
    """The newest sample of every container, drawn again and again."""

    def __init__(
        self, client: EngineClient, names: list[str], all: bool, format: str, no_trunc: bool
    ) -> None:
        self._client = client
        self._names = names
        self._all = all
        self._format = format
        self._no_trunc = no_trunc
        self._samples: dict[str, StatsSample] = {}
        self._followed: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Until interrupted. Raises ClientError when the engine goes away."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._follow_list(group))
                while True:
                    self._draw()
                    await asyncio.sleep(_REDRAW)
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from failures

    async def _follow_list(self, group: asyncio.TaskGroup) -> None:
        while True:
            names = self._names or [c.id for c in await self._client.containers(all=self._all)]
            for name in names:
                task = self._followed.get(name)
                if task is None or task.done():
                    self._followed[name] = group.create_task(self._follow(name))
            for name in [name for name in self._followed if name not in names]:
                self._followed.pop(name).cancel()
                self._samples.pop(name, None)
            await asyncio.sleep(_RELIST)

    async def _follow(self, name: str) -> None:
        try:
            async with aclosing(self._client.stats(name)) as samples:
                async for sample in samples:
                    self._samples[name] = sample
        except NotFound:
            self._samples.pop(name, None)

    def _draw(self) -> None:
        rows = [
            stats_row(name, self._samples.get(name, StatsSample(id=name)), no_trunc=self._no_trunc)
            for name in self._followed
        ]
        clear = _CLEAR if sys.stdout.isatty() else ""
        sys.stdout.write(clear + listed(self._format, _HEADERS, _COLUMNS, rows))
        sys.stdout.flush()


async def _one_sample(client: EngineClient, name: str) -> StatsSample | None:
    try:
        async with aclosing(client.stats(name, stream=False)) as samples:
            async for sample in samples:
                return sample
    except ClientError as error:
        print(error, file=sys.stderr)
    return None


def stats_row(name: str, sample: StatsSample, *, no_trunc: bool) -> Row:
    figures = usage(sample)
    received = human_size_3(figures.network_received)
    read = human_size_3(figures.block_read)
    return {
        "Container": name,
        "ID": sample.id if no_trunc else sample.id[:12],
        "Name": sample.name.removeprefix("/") or "--",
        "CPUPerc": f"{figures.cpu_percent:.2f}%",
        "MemUsage": f"{human_memory(figures.memory_used)} / {human_memory(figures.memory_limit)}",
        "MemPerc": f"{figures.memory_percent:.2f}%",
        "NetIO": f"{received} / {human_size_3(figures.network_sent)}",
        "BlockIO": f"{read} / {human_size_3(figures.block_written)}",
        "PIDs": str(figures.processes),
    }
