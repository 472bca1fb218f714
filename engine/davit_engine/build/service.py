"""Build images: take the context in, plan the stages, build those that are needed side by side."""

import asyncio
import contextlib
import os
import secrets
import shutil
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Final

from davit_engine.build import context, lint
from davit_engine.build.args import PROXIES, BuildArgs, platform_args
from davit_engine.build.cache import BuildCache, CacheEntry
from davit_engine.build.cache_mounts import CacheMount, CacheMounts
from davit_engine.build.dockerfile import DockerfileError
from davit_engine.build.instructions import Dockerfile, parse_dockerfile
from davit_engine.build.request import BuildRequest
from davit_engine.build.stages import Plan, find_stage, plan
from davit_engine.build.steps import Job, Outcome, StageBuild, Works
from davit_engine.build.transcript import Line, Section, Send, Transcript
from davit_engine.build.words import WordError, expand
from davit_engine.config import Config
from davit_engine.containers.service import Containers
from davit_engine.errors import InvalidParameter
from davit_engine.images.manifest import wanted_platform
from davit_engine.images.records import Image
from davit_engine.images.reference import parse_reference
from davit_engine.images.service import Images
from davit_engine.kernel.blocking import finished
from davit_engine.lookup import Filters, parse_time
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.store import Store

STEPS_AT_ONCE: Final = 4


class Builder:
    """All builds of the daemon."""

    def __init__(
        self,
        config: Config,
        store: Store,
        images: Images,
        containers: Containers,
        snapshotter: Snapshotter,
    ) -> None:
        self._folder = config.paths.builds
        self._images = images
        self._cache = BuildCache(store, images)
        self._cache_mounts = CacheMounts(config.paths.build_caches)
        self._works = Works(
            images=images,
            containers=containers,
            snapshotter=snapshotter,
            cache=self._cache,
            cache_mounts=self._cache_mounts,
        )

    async def start(self) -> None:
        """Delete what interrupted builds left."""
        for folder in list(self._folder.iterdir()):
            await finished(None, shutil.rmtree, folder, ignore_errors=True)

    async def build(
        self, request: BuildRequest, archive: AsyncIterator[bytes], send: Send
    ) -> Image:
        """Build what the Dockerfile in the archive tells, and give the outcome its names.

        Raises InvalidParameter before anything was sent for what is wrong with the request or the
        Dockerfile; StepFailed for a command that failed.
        """
        names = [parse_reference(tag).tagged for tag in request.tags]
        for name in names:
            if name.digest:
                raise InvalidParameter("build tag cannot contain a digest")
        async with self._private_folder() as folder:
            files = folder / "context"
            files.mkdir()
            text = None
            if request.remote:
                text = await self._remote(request.remote, folder, files)
            else:
                await context.receive(archive, files)
            root = os.open(files, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                text = text or await context.read_dockerfile(root, request.dockerfile)
                try:
                    dockerfile = await finished(None, parse_dockerfile, text)
                except DockerfileError as error:
                    raise error.named(request.dockerfile) from error
                lint.check(dockerfile)
                await context.leave_out(root, request.dockerfile)
                image = await self._built(request, dockerfile, folder, root, send)
            finally:
                os.close(root)
        await send(Line(stream=f"Successfully built {image.id.removeprefix('sha256:')[:12]}\n"))
        for name in names:
            await self._images.tag(image.id, name.familiar)
            await send(Line(stream=f"Successfully tagged {name.familiar}\n"))
        return image

    async def _remote(self, address: str, folder: Path, files: Path) -> str | None:
        """Fetch the context, or only a Dockerfile: its text."""
        if not address.startswith(("http://", "https://")) or address.endswith(".git"):
            raise InvalidParameter(
                f"unable to prepare context: {address}: only tars and Dockerfiles on the web are "
                "fetched; clone a repository and send its folder"
            )
        archive = folder / "remote"
        with archive.open("xb") as file:
            async with self._images.download(address) as chunks:
                async for chunk in chunks:
                    await finished(None, file.write, chunk)
        return await context.take_file(archive, files)

    async def _built(
        self, request: BuildRequest, dockerfile: Dockerfile, folder: Path, root: int, send: Send
    ) -> Image:
        platform = wanted_platform(request.platform, self._images.platform)
        args = BuildArgs(request.args, platform_args(platform, self._images.platform))
        for arg in dockerfile.args:
            for name, default in arg.args:
                try:
                    value = default and expand(default, args.above(), dockerfile.escape)
                except WordError as error:
                    raise arg.node.error(str(error), error.offset) from error
                args.add(name, value)
        planned = plan(dockerfile, args, request.target, request.labels)
        for step, arg in enumerate(dockerfile.args, start=1):
            await send(Line(stream=f"Step {step}/{planned.steps} : {arg.text}"))
            await send(Line(stream="\n"))
        run = _Run(planned)
        job = Job(
            works=self._works,
            request=request,
            escape=dockerfile.escape,
            context=root,
            folder=folder,
            platform=platform,
            above=args.defaults,
            steps=planned.steps,
            at_once=asyncio.Semaphore(STEPS_AT_ONCE),
            stage=run.outcome,
            find_stage=lambda index, name: find_stage(dockerfile.stages[:index], name),
        )
        outcomes = await run.build(job, send)
        image = outcomes[-1].image
        if image is None:
            raise InvalidParameter("No image was generated. Is your Dockerfile empty?")
        self._cache.finished(image)
        used = set(args.used).union(*(outcome.used for outcome in outcomes))
        left = sorted(name for name in request.args if name not in used and name not in PROXIES)
        if left:
            named = " ".join(left)
            await send(
                Line(stream=f"[Warning] One or more build-args [{named}] were not consumed\n")
            )
        return image

    @contextlib.asynccontextmanager
    async def _private_folder(self) -> AsyncIterator[Path]:
        folder = self._folder / secrets.token_hex(8)
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            await finished(None, shutil.rmtree, folder, ignore_errors=True)

    # The cache

    def cached(self) -> Sequence[CacheEntry]:
        """The steps that need not be done again, newest first."""
        return self._cache.entries()

    async def cache_mounts(self) -> Sequence[CacheMount]:
        return await self._cache_mounts.mounts()

    async def prune(self, filters: Filters, *, all: bool) -> tuple[list[str], int]:
        """Forget cached steps and delete cache mounts; their ids, and the bytes that came free."""
        if filters.values("label"):
            return [], 0  # No step has labels, so none is meant.
        before_ns = time.time_ns()
        for value in (*filters.values("until"), *filters.values("unused-for")):
            before_ns = min(before_ns, parse_time(value, time.time_ns()))
        kinds = filters.values("type")
        ids: list[str] = []
        freed = 0
        if not kinds or "regular" in kinds:
            ids, freed = await self._cache.prune(filters, all=all, before_ns=before_ns)
        if not kinds or "exec.cachemount" in kinds:
            wanted = filters.values("id")
            for mount in await self._cache_mounts.mounts():
                if mount.in_use or mount.used_ns > before_ns:
                    continue
                if wanted and not mount.key.startswith(tuple(wanted)):
                    continue
                await self._cache_mounts.remove(mount.key)
                ids.append(mount.key)
                freed += mount.size
        return ids, freed


class _Run:
    """The stages of one build at work."""

    def __init__(self, planned: Plan) -> None:
        loop = asyncio.get_running_loop()
        self._planned = planned
        self._outcomes: dict[int, asyncio.Future[Outcome]] = {
            stage.index: loop.create_future() for stage in planned.stages
        }

    async def outcome(self, index: int) -> Outcome:
        return await asyncio.shield(self._outcomes[index])

    async def build(self, job: Job, send: Send) -> list[Outcome]:
        stages = self._planned.stages
        transcript = Transcript(send, len(stages))
        failed: list[tuple[Section, Exception]] = []
        tasks = [
            asyncio.create_task(self._stage(job, place, transcript, failed))
            for place in range(len(stages))
        ]
        try:
            waiting = set(tasks)
            while waiting and not failed:
                _, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for future in self._outcomes.values():
                future.cancel()
        if failed:
            section, error = failed[0]
            await transcript.tell(section)
            raise error
        return [outcome for task in tasks if (outcome := task.result()) is not None]

    async def _stage(
        self,
        job: Job,
        place: int,
        transcript: Transcript,
        failed: list[tuple[Section, Exception]],
    ) -> Outcome | None:
        planned = self._planned.stages[place]
        section = transcript.sections[place]
        try:
            outcome = await StageBuild(job, planned, section).run()
        except Exception as error:  # noqa: BLE001 - raised again once the others have ended
            failed.append((section, error))
            return None
        self._outcomes[planned.index].set_result(outcome)
        section.ended = True
        await transcript.advance()
        return outcome
