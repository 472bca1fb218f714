"""How far one stage has come, and what each kind of step needs to get further."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from davit_engine import lookup
from davit_engine.build.args import BuildArgs
from davit_engine.build.cache import cache_key
from davit_engine.build.job import Job
from davit_engine.build.request import login
from davit_engine.build.stages import Planned
from davit_engine.build.transcript import Line, Section
from davit_engine.build.words import expand
from davit_engine.errors import EngineError, NotFound
from davit_engine.images.document import History, RunConfig
from davit_engine.images.manifest import wanted_platform
from davit_engine.images.records import Image, Progress
from davit_engine.images.reference import parse_reference
from davit_engine.kernel.blocking import finished


class StageState:
    """`image` and `config` change with each step that ends."""

    def __init__(self, job: Job, planned: Planned, section: Section) -> None:
        self.job = job
        self.works = job.works
        self.planned = planned
        self.say = section
        self.args = BuildArgs(job.request.args, job.above)
        self.image: Image | None = None
        self.config = RunConfig()
        self.platform = job.platform
        """Of what begins with nothing."""
        if planned.platform:
            self.platform = wanted_platform(planned.platform, job.works.images.platform)
        self.author = ""
        self.step = ""
        """The present step's id in reports …"""
        self.hit = False
        """… and whether the cache had it."""
        self._key = ""

    @property
    def short(self) -> str:
        return self.image.id.removeprefix("sha256:")[:12] if self.image else ""

    @property
    def values(self) -> dict[str, str]:
        env = dict(entry.partition("=")[::2] for entry in self.config.env)
        return {**self.args.visible(self.config.env), **env}

    def expand(self, word: str) -> str:
        return expand(word, self.values, self.job.escape)

    # What it stands on and takes from

    async def found(self, name: str, platform: str = "") -> Image:
        """An image of that name, fetched if it is not here or a fresh one is wanted."""
        images = self.works.images
        asked = platform or self.job.request.platform or None
        if not self.job.request.pull:
            with contextlib.suppress(NotFound):
                return await images.find(name, asked)
        reference = parse_reference(name).tagged
        waiting: list[Progress] = []
        news = asyncio.Event()

        def report(progress: Progress) -> None:
            waiting.append(progress)
            news.set()

        credentials = login(self.job.request.logins, reference.domain)
        task = asyncio.create_task(
            images.pull(reference.familiar, credentials, report, platform=asked)
        )
        task.add_done_callback(lambda _: news.set())
        try:
            while not task.done() or waiting:
                await news.wait()
                news.clear()
                for progress in [waiting.pop(0) for _ in range(len(waiting))]:
                    await self.say.put(Line(progress=progress))
                    await self.job.reporter.progress(self.step, progress)
            return await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def root(self, stage: str, stack: contextlib.AsyncExitStack) -> int:
        """Where files come from: the context, an earlier stage, or an image."""
        if not stage:
            return self.job.context
        index = self.job.find_stage(self.planned.index, stage)
        if index is not None:
            image = (await self.job.stage(index)).image
        else:
            image = await self.found(stage)
        key = lookup.new_id()
        if image is not None:
            stack.enter_context(self.works.containers.holding(key, image))
        view = await self.works.snapshotter.view(image.chain if image else ())
        stack.push_async_callback(self.works.snapshotter.unmount, view.name)
        root = os.open(view, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        stack.callback(os.close, root)
        return root

    @contextlib.asynccontextmanager
    async def view(self) -> AsyncIterator[Path]:
        image = self.image
        with contextlib.ExitStack() as stack:
            if image is not None:
                stack.enter_context(self.works.containers.holding(lookup.new_id(), image))
            view = await self.works.snapshotter.view(image.chain if image else ())
            try:
                yield view
            finally:
                await self.works.snapshotter.unmount(view.name)

    # What its steps make

    async def cached(
        self, created_by: str, details: Mapping[str, object], *, told: bool = True
    ) -> bool:
        """Go on with what an earlier build made of the same, if there is any.

        `told`: `created_by`, all that is known of a step of `--cache-from`, tells it apart.
        """
        if not self.job.request.use_cache:
            return False
        key = self._step_key(created_by, details)
        image = self.works.cache.find(key)
        if image is None and told:
            image = await self._of_others(created_by, key)
        if image is None:
            return False
        self.image, self._key = image, key
        self.hit = True
        await self.say.write(" ---> Using cache\n")
        return True

    async def _of_others(self, created_by: str, key: str) -> Image | None:
        """The step as an image of `--cache-from` has it, if its history so far is ours."""
        before = self.image.document.history if self.image else ()
        chain = self.image.chain if self.image else ()
        for name in self.job.request.cache_from:
            try:
                other = self.works.images.get(name)
            except EngineError:
                continue  # Docker, too, goes on without those that are not here.
            steps = other.document.history
            if (
                len(steps) <= len(before)
                or _words_of(steps[: len(before)]) != _words_of(before)
                or other.chain[: len(chain)] != chain
                or steps[len(before)].created_by != created_by
            ):
                continue
            step = steps[len(before)]
            if not step.empty_layer and len(other.chain) == len(chain):
                continue
            parent = self.image.id if self.image else ""
            image = await self.works.images.create(
                parent,
                None,
                msgspec.structs.replace(self.config, image=parent),
                author=self.author,
                created_by=created_by,
                platform=self.platform,
                layer_of=None if step.empty_layer else other,
            )
            self.works.cache.add(key, self._key, image, created_by)
            return image
        return None

    def _step_key(self, created_by: str, details: Mapping[str, object]) -> str:
        if self.job.epoch_ns is not None:
            details = {**details, "epoch": self.job.epoch_ns}
        config = msgspec.structs.replace(self.config, image="")
        return cache_key(
            self.image.id if self.image else "",
            str(self.image.platform if self.image else self.platform),
            created_by,
            {**details, "config": msgspec.to_builtins(config), "author": self.author},
        )

    async def written(
        self,
        write: Callable[[int], None],
        created_by: str,
        details: Mapping[str, object],
        container: str,
    ) -> None:
        """Commit what a function writes into the root."""
        key = lookup.new_id()
        chain = self.image.chain if self.image else ()
        snapshotter = self.works.snapshotter
        with contextlib.ExitStack() as stack:
            if self.image is not None:
                stack.enter_context(self.works.containers.holding(key, self.image))
            await snapshotter.prepare(key, chain)
            try:
                folder = await snapshotter.mount(key, chain)
                await finished(None, _on, folder, write)
                layer = snapshotter.diff(key, chain, newest_ns=self.job.epoch_ns)
                try:
                    await self.commit(layer, created_by, details, container)
                finally:
                    await layer.aclose()
            finally:
                await snapshotter.remove(key)

    async def commit(
        self,
        layer: AsyncIterator[bytes] | None,
        created_by: str,
        details: Mapping[str, object],
        container: str,
    ) -> None:
        parent = self.image.id if self.image else ""
        key = self._step_key(created_by, details)
        image = await self.works.images.create(
            parent,
            layer,
            msgspec.structs.replace(self.config, image=parent),
            author=self.author,
            created_by=created_by,
            # A random id would make each build another image.
            container=container if self.job.epoch_ns is None else "",
            platform=self.platform,
            created_ns=self.job.epoch_ns,
        )
        self.works.cache.add(key, self._key, image, created_by)
        self.image, self._key = image, key


def _words_of(steps: Sequence[History]) -> list[tuple[str, bool]]:
    return [(step.created_by, step.empty_layer) for step in steps]


def _on(folder: Path, write: Callable[[int], None]) -> None:
    root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        write(root)
    finally:
        os.close(root)
