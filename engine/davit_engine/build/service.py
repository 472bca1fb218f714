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
from davit_engine.build.args import EPOCH, PROXIES, BuildArgs, epoch_ns, platform_args
from davit_engine.build.cache import BuildCache, CacheEntry
from davit_engine.build.cache_mounts import CacheMount, CacheMounts
from davit_engine.build.dockerfile import DockerfileError
from davit_engine.build.emulation import check_plan
from davit_engine.build.events import Warned
from davit_engine.build.history import BuildHistory, BuildRecord, BuildState, new_build_id
from davit_engine.build.instructions import Dockerfile, parse_dockerfile
from davit_engine.build.job import Job, Works
from davit_engine.build.journal import Journal
from davit_engine.build.loans import Loan, Loans
from davit_engine.build.pruning import MOUNT, REGULAR, choose, prunable
from davit_engine.build.reporting import Reporter
from davit_engine.build.repositories import fetch, is_repository, parse_repository
from davit_engine.build.request import BuildRequest
from davit_engine.build.run_step import BUILD_LABEL
from davit_engine.build.running import RunningBuild
from davit_engine.build.stage_runs import StageRuns
from davit_engine.build.stages import StageNames, plan
from davit_engine.build.transcript import Line, Send, continuation_warnings
from davit_engine.build.words import WordError, expand
from davit_engine.config import Config
from davit_engine.containers.service import Containers
from davit_engine.errors import InvalidParameter, NotModified
from davit_engine.images.manifest import wanted_platform
from davit_engine.images.records import Image
from davit_engine.images.reference import parse_reference
from davit_engine.images.service import Images
from davit_engine.kernel.binfmt import emulators
from davit_engine.kernel.blocking import finished
from davit_engine.lookup import Filters
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.store import Store

KEEP_GIT: Final = "BUILDKIT_CONTEXT_KEEP_GIT_DIR"
"""The build argument that leaves .git in a context that is a repository."""

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
        self.history = BuildHistory(config.paths.build_records)
        self.loans = Loans()
        self._running: dict[str, RunningBuild] = {}
        self._cache = BuildCache(store, images)
        self._cache_mounts = CacheMounts(config.paths.build_caches)
        self._works = Works(
            images=images,
            containers=containers,
            snapshotter=snapshotter,
            cache=self._cache,
            cache_mounts=self._cache_mounts,
            secrets_folder=config.paths.build_secrets,
        )

    async def start(self) -> None:
        """Delete what interrupted builds left, and load the records of all."""
        for folder in list(self._folder.iterdir()):
            await finished(None, shutil.rmtree, folder, ignore_errors=True)
        for id in await self.history.start():
            for container in self._works.containers.list(
                all=True, limit=None, filters=Filters({"label": (f"{BUILD_LABEL}={id}",)})
            ):
                await self._works.containers.remove(container.id, force=True, volumes=True)

    async def close(self) -> None:
        """End the builds that are at work."""
        running = list(self._running.values())
        for build in running:
            build.stop(BuildState.INTERRUPTED)
        await asyncio.gather(*(build.over() for build in running))

    async def begin(
        self, request: BuildRequest, archive: AsyncIterator[bytes], send: Send
    ) -> RunningBuild:
        """Start to build what the Dockerfile in the archive tells, and give the outcome its names.

        `send` gets the transcript. Raises InvalidParameter for names that are none, NotFound for
        secrets that nobody lent.
        """
        names = [parse_reference(tag).tagged for tag in request.tags]
        for name in names:
            if name.digest:
                raise InvalidParameter("build tag cannot contain a digest")
        tags = tuple(name.familiar for name in names)
        loan = self.loans.take(request.loan) if request.loan else Loan({}, ())
        record = BuildRecord(
            id=new_build_id(),
            started=time.time_ns(),
            tags=tags,
            dockerfile=request.dockerfile,
            target=request.target,
            platform=request.platform,
            folder=request.folder or request.remote,
        )
        journal = await self.history.begin(record)
        build = RunningBuild(record.id)
        build.task = asyncio.create_task(
            self._recorded(build, record, journal, request, loan, archive, send)
        )
        self._running[record.id] = build
        return build

    def cancel(self, id: str) -> None:
        """Raises NotFound, and NotModified for one that has ended."""
        build = self._running.get(self.history.get(id).id)
        if build is None:
            raise NotModified(f"build {id} has ended")
        build.stop(BuildState.CANCELLED)

    async def _recorded(
        self,
        build: RunningBuild,
        record: BuildRecord,
        journal: Journal,
        request: BuildRequest,
        loan: Loan,
        archive: AsyncIterator[bytes],
        send: Send,
    ) -> Image:
        reporter = Reporter(record.id, journal, request.dockerfile)
        ended = BuildState.FAILED
        image = None
        try:
            async with journal:
                await reporter.began(record)
                try:
                    image = await self._build(request, loan, record.tags, archive, send, reporter)
                except BaseException as error:
                    # Who asked for it may have gone away before it was told.
                    if build.stopped or isinstance(error, ConnectionError | asyncio.CancelledError):
                        ended = build.ending
                        reporter.ended_by(ended)
                    elif isinstance(error, Exception):
                        reporter.failed(error)
                    raise
                ended = BuildState.DONE
                await reporter.finished(record, image)
                return image
        finally:
            del self._running[record.id]
            self.loans.end(loan)
            await self.history.end(reporter.ended(record, ended, image))

    async def _build(
        self,
        request: BuildRequest,
        loan: Loan,
        tags: Sequence[str],
        archive: AsyncIterator[bytes],
        send: Send,
        reporter: Reporter,
    ) -> Image:
        """Raises InvalidParameter before anything was sent for what is wrong with the Dockerfile,
        StepFailed for a command that failed.
        """
        async with self._private_folder() as folder:
            text = None
            if is_repository(request.remote):
                repository = parse_repository(request.remote)
                keep_git = request.args.get(KEEP_GIT) in ("1", "true")
                root = await fetch(repository, folder / "clone", keep_git=keep_git)
            else:
                files = folder / "context"
                files.mkdir()
                if request.remote:
                    text = await self._remote(request.remote, folder, files, reporter)
                else:
                    await context.receive(reporter.received(archive), files)
                root = os.open(files, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                text = text or await context.read_dockerfile(root, request.dockerfile)
                await self.history.keep_dockerfile(reporter.id, text)
                try:
                    dockerfile = await finished(None, parse_dockerfile, text)
                    for warning in lint.warnings(dockerfile):
                        await reporter.warned(warning)
                    lint.check(dockerfile)
                    await context.leave_out(root, request.dockerfile)
                    image = await self._built(
                        request, loan, dockerfile, folder, root, send, reporter
                    )
                except DockerfileError as error:
                    raise error.named(request.dockerfile) from error
            finally:
                os.close(root)
        await send(Line(stream=f"Successfully built {image.id.removeprefix('sha256:')[:12]}\n"))
        for tag in tags:
            await self._images.tag(image.id, tag)
            await send(Line(stream=f"Successfully tagged {tag}\n"))
        return image

    async def _remote(
        self, address: str, folder: Path, files: Path, reporter: Reporter
    ) -> str | None:
        """Fetch the context, or only a Dockerfile: its text."""
        archive = folder / "remote"
        with archive.open("xb") as file:
            async with self._images.download(address, reporter.progress_now) as chunks:
                async for chunk in chunks:
                    await finished(None, file.write, chunk)
        return await context.take_file(archive, files)

    async def _built(
        self,
        request: BuildRequest,
        loan: Loan,
        dockerfile: Dockerfile,
        folder: Path,
        root: int,
        send: Send,
        reporter: Reporter,
    ) -> Image:
        platform = wanted_platform(request.platform, self._images.platform)
        args = BuildArgs(request.args, platform_args(platform, self._images.platform))
        for arg in dockerfile.args:
            for name, default in arg.args:
                try:
                    value = default and expand(default, args.above(), dockerfile.escape)
                except WordError as error:
                    raise arg.node.word_error(error) from error
                args.add(name, value)
        planned = plan(dockerfile, args, request.target, request.labels)
        check_plan(planned, platform, self._images.platform, await finished(None, emulators))
        for warning in continuation_warnings(dockerfile.lines):
            await send(Line(stream=warning))
        for step, arg in enumerate(dockerfile.args, start=1):
            await send(Line(stream=f"Step {step}/{planned.steps} : {arg.text}"))
            await send(Line(stream="\n"))
        await reporter.planned(planned)
        names = StageNames(dockerfile.stages)
        runs = StageRuns(planned)
        job = Job(
            works=self._works,
            request=request,
            loan=loan,
            reporter=reporter,
            escape=dockerfile.escape,
            context=root,
            folder=folder,
            platform=platform,
            above=args.defaults,
            epoch_ns=epoch_ns(request.args),
            steps=planned.steps,
            at_once=asyncio.Semaphore(STEPS_AT_ONCE),
            stage=runs.outcome,
            find_stage=lambda index, name: names.find(name, before=index),
        )
        outcomes = await runs.build(job, send)
        image = outcomes[-1].image
        if image is None:
            raise InvalidParameter("No image was generated. Is your Dockerfile empty?")
        self._cache.finished(image)
        used = set(args.used).union(*(outcome.used for outcome in outcomes))
        left = sorted(
            name for name in request.args if name not in {*used, *PROXIES, EPOCH, KEEP_GIT}
        )
        if left:
            words = f"One or more build-args [{' '.join(left)}] were not consumed"
            await send(Line(stream=f"[Warning] {words}\n"))
            await reporter.put(Warned(text=words))
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

    async def prune(
        self, filters: Filters, *, all: bool, keep_bytes: int = 0
    ) -> tuple[list[str], int]:
        """Forget cached steps and delete cache mounts; their ids, and the bytes that came free.

        Those that were used last stay, as many as `keep_bytes` hold.
        """
        if filters.values("label"):
            return [], 0  # No step has labels, so none is meant.
        mounts = await self._cache_mounts.mounts()
        known = prunable(self._cache.entries(), mounts)
        chosen = choose(known, filters, time.time_ns(), all=all, keep_bytes=keep_bytes)
        freed = await self._cache.forget({one.id for one in chosen if one.kind == REGULAR})
        for one in chosen:
            if one.kind == MOUNT:
                await self._cache_mounts.remove(one.id)
                freed += one.size
        return [one.id for one in chosen], freed
