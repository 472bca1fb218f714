"""Build one stage: an image for every step, as Docker's classic builder makes them."""

import asyncio
import codecs
import contextlib
import hashlib
import os
import posixpath
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.build import copying, effects, ignore, sources
from davit_engine.build.args import BuildArgs
from davit_engine.build.cache import BuildCache, cache_key
from davit_engine.build.cache_mounts import CacheMounts
from davit_engine.build.dockerfile import Node, is_heredoc
from davit_engine.build.events import State, Warned
from davit_engine.build.instructions import (
    Arg,
    Cmd,
    Copy,
    HealthcheckOf,
    Instruction,
    Maintainer,
    Run,
    Workdir,
    parse_trigger,
)
from davit_engine.build.mounts import RunMount
from davit_engine.build.reporting import Reporter, StepFailed, step_id
from davit_engine.build.request import BuildRequest, login
from davit_engine.build.sources import Options, Source
from davit_engine.build.stages import Planned
from davit_engine.build.transcript import Line, Section
from davit_engine.build.words import WordError, expand, expand_words
from davit_engine.containers import users
from davit_engine.containers.model import (
    Config,
    HealthConfig,
    LogConfig,
    Mount,
    TmpfsOptions,
)
from davit_engine.containers.rootfs import Root
from davit_engine.containers.service import Containers
from davit_engine.errors import EngineError, InvalidParameter, NotFound, SystemFailure
from davit_engine.images.document import History, RunConfig
from davit_engine.images.manifest import Platform
from davit_engine.images.records import Image, Progress
from davit_engine.images.reference import parse_reference
from davit_engine.images.service import Images
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.paths import open_in_root
from davit_engine.snapshots.snapshotter import Snapshotter

RED: Final = "\x1b[91m"
PLAIN: Final = "\x1b[0m"
SCRATCH: Final = "scratch"
BUILD_LABEL: Final = "org.davit.build"
"""On a step's container the id of its build, for who cleans up after a crash."""
SCRIPT: Final = "/dev/pipes/EOF"


class Works(msgspec.Struct, frozen=True, kw_only=True):
    """What builds are made with."""

    images: Images
    containers: Containers
    snapshotter: Snapshotter
    cache: BuildCache
    cache_mounts: CacheMounts


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a stage came to."""

    image: Image | None
    """None for nothing: FROM scratch, and no step after it."""
    config: RunConfig
    used: frozenset[str]
    """The build arguments that it asked for."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One build, as its stages see it."""

    works: Works
    request: BuildRequest
    reporter: Reporter
    escape: str
    context: int
    """Descriptor of the context's folder."""
    folder: Path
    """The build's own."""
    platform: Platform
    above: Mapping[str, str | None]
    """Arguments before the first FROM, and those of the platform."""
    steps: int
    at_once: asyncio.Semaphore
    """Bounds the steps that work at the same time."""
    stage: Callable[[int], Awaitable[Outcome]]
    find_stage: Callable[[int, str], int | None]
    """Of a stage's number and a name: the earlier stage of that name."""


class StageBuild:
    def __init__(self, job: Job, planned: Planned, section: Section) -> None:
        self._job = job
        self._works = job.works
        self._planned = planned
        self._say = section
        self._args = BuildArgs(job.request.args, job.above)
        self._image: Image | None = None
        self._config = RunConfig()
        self._author = ""
        self._cmd_set = False
        self._key = ""
        self._left: list[str] = []
        """Containers of the present step."""
        self._step = ""
        """Its id in reports …"""
        self._hit = False
        """… and whether the cache had it."""

    async def run(self) -> Outcome:
        """Raises StepFailed, and what the parts of the engine raise."""
        number = self._planned.first_step
        stage = self._planned.stage
        await self._told(number, stage.node.text)
        async with self._reported(0, stage.node):
            await self._begin()
        await self._say.write(f" ---> {self._short}\n")
        for place, instruction in enumerate(stage.instructions, start=1):
            await self._told(number + place, instruction.text)
            async with self._reported(place, instruction.node):
                await self._dispatch(instruction)
            await self._say.write(f" ---> {self._short}\n")
        if self._image is not None:
            await self._say.put(Line(aux={"ID": self._image.id}))
        return Outcome(image=self._image, config=self._config, used=frozenset(self._args.used))

    async def _told(self, number: int, text: str) -> None:
        await self._say.write(f"Step {number}/{self._job.steps} : {text}")
        await self._say.write("\n")

    @property
    def _short(self) -> str:
        return self._image.id.removeprefix("sha256:")[:12] if self._image else ""

    @contextlib.asynccontextmanager
    async def _reported(self, number: int, node: Node) -> AsyncIterator[None]:
        reporter = self._job.reporter
        self._step = id = step_id(self._planned.index, number)
        self._hit = False
        await reporter.step(id, State.RUNNING)
        try:
            yield
        except asyncio.CancelledError:
            reporter.cancelled(id)
            raise
        except Exception as error:
            reporter.failed(error, id, node)
            raise
        image = self._image
        size = 0
        if image is not None and number == 0:
            size = image.size
        elif image is not None and not image.document.history[-1].empty_layer:
            size = image.layers[-1].size
        state = State.CACHED if self._hit and number else State.DONE
        await reporter.step(id, state, image, size)

    # FROM

    async def _begin(self) -> None:
        planned = self._planned
        if planned.base_stage is not None:
            outcome = await self._job.stage(planned.base_stage)
            self._image, config = outcome.image, outcome.config
        elif planned.base == SCRATCH:
            config = RunConfig()
        else:
            self._image = await self._found(planned.base, planned.platform)
            config = self._image.document.config
        self._author = self._image.document.author if self._image else ""
        self._config = effects.begun(config)
        triggers = list(self._config.on_build)
        if not triggers:
            return
        self._config = msgspec.structs.replace(self._config, on_build=[])
        await self._say.write(
            f"# Executing {len(triggers)} build trigger{'s' if len(triggers) > 1 else ''}\n"
        )
        for trigger in triggers:
            await self._dispatch(parse_trigger(trigger))

    async def _found(self, name: str, platform: str = "") -> Image:
        """An image of that name, fetched if it is not here or a fresh one is wanted."""
        images = self._works.images
        asked = platform or self._job.request.platform or None
        if not self._job.request.pull:
            with contextlib.suppress(NotFound):
                return await images.find(name, asked)
        reference = parse_reference(name).tagged
        waiting: list[Progress] = []
        news = asyncio.Event()

        def report(progress: Progress) -> None:
            waiting.append(progress)
            news.set()

        credentials = login(self._job.request.logins, reference.domain)
        task = asyncio.create_task(
            images.pull(reference.familiar, credentials, report, platform=asked)
        )
        task.add_done_callback(lambda _: news.set())
        try:
            while not task.done() or waiting:
                await news.wait()
                news.clear()
                for progress in [waiting.pop(0) for _ in range(len(waiting))]:
                    await self._say.put(Line(progress=progress))
                    await self._job.reporter.progress(self._step, progress)
            return await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    # Every other instruction

    async def _dispatch(self, instruction: Instruction) -> None:
        done = False
        try:
            await self._do(instruction)
            done = True
        except WordError as error:
            raise instruction.node.word_error(error) from error
        except OSError as error:
            raise SystemFailure(f"{instruction.node.keyword} failed: {error}") from error
        finally:
            if self._job.request.force_remove or (done and self._job.request.remove):
                await self._remove_containers()
            self._left.clear()

    async def _do(self, instruction: Instruction) -> None:
        match instruction:
            case Arg():
                await self._arg(instruction)
            case Maintainer():
                self._author = self._expand(instruction.name)
                await self._configure(self._config, f"MAINTAINER {self._author}")
            case Run():
                await self._run(instruction)
            case Copy():
                await self._copy(instruction)
            case Workdir():
                await self._workdir(instruction)
            case _:
                if isinstance(instruction, HealthcheckOf):
                    before = self._config.healthcheck
                    if before is not None and before.test and before.test[0] != "NONE":
                        told = " ".join(before.test)
                        await self._say.write(f"Note: overriding previous HEALTHCHECK: [{told}]\n")
                config, comment = effects.apply(
                    self._config,
                    instruction,
                    self._expand,
                    lambda word: expand_words(word, self._values, self._job.escape),
                    cmd_set=self._cmd_set,
                )
                await self._configure(config, comment)
                if isinstance(instruction, Cmd) and instruction.command.words:
                    self._cmd_set = True

    @property
    def _values(self) -> dict[str, str]:
        env = dict(entry.partition("=")[::2] for entry in self._config.env)
        return {**self._args.visible(self._config.env), **env}

    def _expand(self, word: str) -> str:
        return expand(word, self._values, self._job.escape)

    async def _arg(self, instruction: Arg) -> None:
        told = []
        for name, default in instruction.args:
            name = self._expand(name)
            value = None if default is None else self._expand(default)
            told.append(name if value is None else f"{name}={_masked(name, value)}")
            self._args.add(name, value)
        await self._configure(self._config, f"ARG {' '.join(told)}")

    # Steps that change the configuration only

    async def _configure(self, config: RunConfig, comment: str) -> None:
        created_by = effects.comment_of(config, comment)
        self._config = config
        if await self._cached(created_by, {}):
            return
        # Nothing has to run for that; the line is what clients of the classic builder know.
        await self._pretend(lookup.new_id(), created_by)

    async def _pretend(self, container: str, created_by: str) -> None:
        short = lookup.short(container)
        await self._say.write(f" ---> Running in {short}\n")
        await self._commit(None, created_by, {}, container)
        if self._job.request.remove:
            await self._say.write(f"Removing intermediate container {short}\n")

    async def _workdir(self, instruction: Workdir) -> None:
        path = effects.working_dir(self._config, self._expand(instruction.path))
        self._config = msgspec.structs.replace(self._config, working_dir=path)
        created_by = effects.comment_of(self._config, f"WORKDIR {path}", spaced=False)
        if await self._cached(created_by, {}):
            return
        container = lookup.new_id()
        await self._say.write(f" ---> Running in {lookup.short(container)}\n")
        await self._written(lambda root: copying.make_folder(root, path), created_by, {}, container)
        if self._job.request.remove:
            await self._say.write(f"Removing intermediate container {lookup.short(container)}\n")

    # RUN

    async def _run(self, instruction: Run) -> None:
        config = self._config
        command = effects.resolved(instruction.command, config)
        visible = self._args.visible(config.env)
        shown = self._args.shown(visible)
        saved = list(command)
        if visible:
            told = [f"{name}={_masked(name, value)}" for name, value in sorted(shown.items())]
            saved = [f"|{len(told)}", *told, *command]
        created_by = " ".join(saved)
        async with contextlib.AsyncExitStack() as stack:
            mounts, known = await self._mounts(instruction.mounts, stack)
            details: dict[str, object] = {
                "arguments": sorted(shown.items()),
                "command": command,
                "network": instruction.network or self._job.request.host_config.network_mode,
                "mounts": known,
            }
            if await self._cached(created_by, details):
                return
            if self._image is None:
                raise InvalidParameter(
                    "RUN cannot work in an empty image: FROM scratch has no files; copy a program "
                    "there first"
                )
            if instruction.command.by_shell and instruction.command.words[0].startswith("#!"):
                command = [*effects.shell_of(config), SCRIPT]
                mounts.append(await finished(None, self._script, instruction.command.words[0]))
            async with self._job.at_once:
                await self._run_now(instruction, command, visible, mounts, created_by, details)

    def _script(self, text: str) -> Mount:
        """A heredoc that names its interpreter, as a program for the step."""
        file = self._job.folder / lookup.new_id()
        file.write_text(text)
        file.chmod(0o755)
        return Mount(type="bind", source=str(file), target=SCRIPT, read_only=True)

    async def _run_now(
        self,
        instruction: Run,
        command: Sequence[str],
        visible: Mapping[str, str],
        mounts: Sequence[Mount],
        created_by: str,
        details: Mapping[str, object],
    ) -> None:
        assert self._image is not None
        config = self._config
        wanted = Config(
            image=self._image.id,
            user=config.user,
            env=[*config.env, *(f"{name}={value}" for name, value in visible.items())],
            working_dir=config.working_dir,
            cmd=list(command),
            # One empty word: the image's own does not count.
            entrypoint=[""],
            labels={**config.labels, BUILD_LABEL: self._job.reporter.id},
            healthcheck=HealthConfig(test=["NONE"]),
            attach_stdout=True,
            attach_stderr=True,
        )
        host_config = msgspec.structs.replace(
            self._job.request.host_config,
            mounts=list(mounts) or None,
            log_config=LogConfig(type="none"),
            network_mode=instruction.network or self._job.request.host_config.network_mode,
        )
        platform = str(self._image.platform) if self._job.request.platform else None
        id, warnings = await self._works.containers.create(None, wanted, host_config, {}, platform)
        self._left.append(id)
        try:
            for warning in warnings:
                await self._say.write(f" ---> [Warning] {warning}\n")
                await self._job.reporter.put(Warned(text=warning, line=instruction.node.line))
            await self._say.write(f" ---> Running in {lookup.short(id)}\n")
            code = await self._ran(id)
        except asyncio.CancelledError:
            await self._remove_containers()
            raise
        if code:
            raise StepFailed(
                f"The command '{' '.join(command)}' returned a non-zero code: {code}", code
            )
        layer = self._works.containers.difference(id)
        try:
            await self._commit(layer, created_by, details, id)
        finally:
            await layer.aclose()

    async def _ran(self, id: str) -> int:
        """Start a container and pass on what it says; its exit code."""
        containers = self._works.containers
        attachment = await containers.attach(
            id, stdin=False, stdout=True, stderr=True, stream=True, logs=False
        )
        decoders = {
            number: codecs.getincrementaldecoder("utf-8")(errors="replace") for number in (1, 2)
        }
        try:
            ended = containers.waiter(id, "next-exit")
            await containers.start(id)
            async for number, data in attachment:
                text = decoders[number].decode(data)
                if text:
                    await self._say.write(text if number == 1 else f"{RED}{text}{PLAIN}")
                    stream = "stdout" if number == 1 else "stderr"
                    await self._job.reporter.output(self._step, stream, text)
            return await ended
        finally:
            await attachment.aclose()

    async def _remove_containers(self) -> None:
        for id in list(self._left):
            removal = asyncio.create_task(
                self._works.containers.remove(id, force=True, volumes=True)
            )
            try:
                await asyncio.shield(removal)
            except asyncio.CancelledError:
                await asyncio.wait({removal})
                raise
            except NotFound:
                pass
            self._left.remove(id)
            await self._say.write(f"Removing intermediate container {lookup.short(id)}\n")

    async def _mounts(
        self, wanted: Sequence[RunMount], stack: contextlib.AsyncExitStack
    ) -> tuple[list[Mount], list[object]]:
        """The mounts of a step, and what of them decides about the cache."""
        mounts: list[Mount] = []
        known: list[object] = []
        for mount in wanted:
            target = effects.inside(self._config, self._expand(mount.target))
            if mount.kind == "tmpfs":
                options = TmpfsOptions(size_bytes=mount.size)
                mounts.append(Mount(type="tmpfs", target=target, tmpfs_options=options))
                known.append(("tmpfs", target, mount.size))
            elif mount.kind == "cache":
                if mount.stage or mount.source:
                    raise InvalidParameter(
                        "--mount=type=cache: from and source are not offered; the cache begins "
                        "empty"
                    )
                folder = await stack.enter_async_context(
                    self._works.cache_mounts.taken(self._expand(mount.id), mount)
                )
                mounts.append(
                    Mount(type="bind", source=str(folder), target=target, read_only=mount.read_only)
                )
                known.append(("cache", target))
            else:
                root = await self._root(mount.stage, stack)
                source = self._expand(mount.source).strip("/")
                found = Source(path=source, root=root)
                digest = await finished(None, _digest_of, found)
                path = await finished(None, _real_path, root, source)
                mounts.append(Mount(type="bind", source=path, target=target, read_only=True))
                known.append(("bind", target, digest))
        return mounts, known

    # COPY and ADD

    async def _copy(self, instruction: Copy) -> None:
        async with contextlib.AsyncExitStack() as stack:
            root = await self._root(instruction.stage, stack)
            found = await self._sources(instruction, root, stack)
            target = self._expand(instruction.target)
            chown = self._expand(instruction.chown)
            mode = _mode(self._expand(instruction.chmod))
            owner = await self._owner(chown)
            options = Options(
                owner=owner if chown or not instruction.stage else None,
                mode=mode,
                exclude=tuple(ignore.parse_pattern(text) for text in instruction.exclude),
            )
            async with self._job.at_once:
                digest = await finished(None, sources.digest, found, options)
                place = effects.inside(self._config, target)
                flag = f"--chown={chown} " if chown else ""
                created_by = effects.comment_of(
                    self._config, f"{instruction.keyword} {flag}{digest} in {target} ", spaced=False
                )
                folder = target.endswith(("/", "/.")) or target in (".", "..")
                if len(instruction.sources) > 1 and not folder:
                    raise InvalidParameter(
                        f"When using {instruction.keyword} with more than one source file, the "
                        "destination must be a directory and end with a /"
                    )
                # A single pattern that fits many: BuildKit, too, makes a folder of any target.
                folder = folder or len(found) > 1
                details: dict[str, object] = {
                    "place": place,
                    "folder": folder,
                    "mode": mode,
                    "names": [source.path for source in found],
                    "parents": instruction.parents,
                }
                if await self._cached(created_by, details):
                    return
                local = not instruction.stage and instruction.keyword == "ADD"
                plan = copying.Plan(
                    sources=tuple(found),
                    target=place,
                    folder=folder,
                    options=options,
                    unpack=local,
                    parents=instruction.parents,
                )
                await self._written(lambda root: copying.copy(root, plan), created_by, details, "")

    async def _root(self, stage: str, stack: contextlib.AsyncExitStack) -> int:
        """Where files come from: the context, an earlier stage, or an image."""
        if not stage:
            return self._job.context
        index = self._job.find_stage(self._planned.index, stage)
        if index is not None:
            image = (await self._job.stage(index)).image
        else:
            image = await self._found(stage)
        key = lookup.new_id()
        if image is not None:
            stack.enter_context(self._works.containers.holding(key, image))
        view = await self._works.snapshotter.view(image.chain if image else ())
        stack.push_async_callback(self._works.snapshotter.unmount, view.name)
        root = os.open(view, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        stack.callback(os.close, root)
        return root

    async def _sources(
        self, instruction: Copy, root: int, stack: contextlib.AsyncExitStack
    ) -> list[Source]:
        found: list[Source] = []
        heredocs = list(instruction.heredocs)
        for word in instruction.sources:
            if heredocs and is_heredoc(word):
                heredoc = heredocs.pop(0)
                text = heredoc.content
                if heredoc.expand:
                    text = expand(text, self._values, self._job.escape, quotes=False)
                found.append(Source(path=heredoc.name, content=text.encode()))
                continue
            word = self._expand(word)
            if instruction.keyword == "ADD" and _is_git(word):
                raise InvalidParameter(
                    f"ADD {word}: repositories are not fetched; clone it and send it as context"
                )
            if instruction.keyword == "ADD" and word.startswith(("http://", "https://")):
                found.append(await self._fetched(word, instruction.checksum, stack))
            else:
                found += await finished(None, sources.find, root, word, instruction.keyword)
        if not found:
            raise InvalidParameter(f"{instruction.keyword} failed: no source files were specified")
        return found

    async def _fetched(
        self, address: str, checksum: str, stack: contextlib.AsyncExitStack
    ) -> Source:
        """A file from the web, in a folder of its own."""
        name = posixpath.basename(address.partition("?")[0].partition("#")[0].rstrip("/"))
        if not name or address.count("/") < 3:
            raise InvalidParameter(f"cannot determine filename for source {address}")
        folder = self._job.folder / lookup.new_id()
        folder.mkdir(mode=0o700)
        file = folder / "file"
        digest = hashlib.sha256()
        async with self._works.images.download(address) as chunks:
            with file.open("xb") as out:
                async for chunk in chunks:
                    digest.update(chunk)
                    await finished(None, out.write, chunk)
        if checksum and checksum != f"sha256:{digest.hexdigest()}":
            raise InvalidParameter(
                f"digest mismatch sha256:{digest.hexdigest()}: {checksum} ({address})"
            )
        file.chmod(0o600)
        named = folder / name
        if name in (".", "..") or "/" in name:
            raise InvalidParameter(f"cannot determine filename for source {address}")
        file.rename(named)
        root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        stack.callback(os.close, root)
        return Source(path=name, root=root, remote=True)

    async def _owner(self, chown: str) -> tuple[int, int]:
        """Who gets what is copied; names are those of the image."""
        if not chown:
            return 0, 0
        user, colon, group = chown.partition(":")
        wanted = f"{user}:{group if colon and group else user}"
        passwd = groups = ""
        if not all(part.isascii() and part.isdecimal() for part in wanted.split(":")):
            async with self._view() as folder:
                with Root(folder) as root:
                    passwd, groups = root.read_text("etc/passwd"), root.read_text("etc/group")
        who = users.resolve(wanted, (), passwd, groups)
        return who.uid, who.gid

    @contextlib.asynccontextmanager
    async def _view(self) -> AsyncIterator[Path]:
        image = self._image
        with contextlib.ExitStack() as stack:
            if image is not None:
                stack.enter_context(self._works.containers.holding(lookup.new_id(), image))
            view = await self._works.snapshotter.view(image.chain if image else ())
            try:
                yield view
            finally:
                await self._works.snapshotter.unmount(view.name)

    # Images

    async def _cached(self, created_by: str, details: Mapping[str, object]) -> bool:
        """Go on with what an earlier build made of the same, if there is any."""
        if not self._job.request.use_cache:
            return False
        key = self._step_key(created_by, details)
        image = self._works.cache.find(key) or await self._of_others(created_by, key)
        if image is None:
            return False
        self._image, self._key = image, key
        self._hit = True
        await self._say.write(" ---> Using cache\n")
        return True

    async def _of_others(self, created_by: str, key: str) -> Image | None:
        """The step as an image of `--cache-from` has it, if its history so far is ours."""
        before = self._image.document.history if self._image else ()
        chain = self._image.chain if self._image else ()
        for name in self._job.request.cache_from:
            try:
                other = self._works.images.get(name)
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
            parent = self._image.id if self._image else ""
            image = await self._works.images.create(
                parent,
                None,
                msgspec.structs.replace(self._config, image=parent),
                author=self._author,
                created_by=created_by,
                platform=self._job.platform,
                layer_of=None if step.empty_layer else other,
            )
            self._works.cache.add(key, self._key, image, created_by)
            return image
        return None

    def _step_key(self, created_by: str, details: Mapping[str, object]) -> str:
        config = msgspec.structs.replace(self._config, image="")
        return cache_key(
            self._image.id if self._image else "",
            str(self._image.platform if self._image else self._job.platform),
            created_by,
            {**details, "config": msgspec.to_builtins(config), "author": self._author},
        )

    async def _written(
        self,
        write: Callable[[int], None],
        created_by: str,
        details: Mapping[str, object],
        container: str,
    ) -> None:
        """Commit what a function writes into the root."""
        key = lookup.new_id()
        chain = self._image.chain if self._image else ()
        snapshotter = self._works.snapshotter
        with contextlib.ExitStack() as stack:
            if self._image is not None:
                stack.enter_context(self._works.containers.holding(key, self._image))
            await snapshotter.prepare(key, chain)
            try:
                folder = await snapshotter.mount(key, chain)
                await finished(None, _on, folder, write)
                layer = snapshotter.diff(key, chain)
                try:
                    await self._commit(layer, created_by, details, container)
                finally:
                    await layer.aclose()
            finally:
                await snapshotter.remove(key)

    async def _commit(
        self,
        layer: AsyncIterator[bytes] | None,
        created_by: str,
        details: Mapping[str, object],
        container: str,
    ) -> None:
        parent = self._image.id if self._image else ""
        key = self._step_key(created_by, details)
        image = await self._works.images.create(
            parent,
            layer,
            msgspec.structs.replace(self._config, image=parent),
            author=self._author,
            created_by=created_by,
            container=container,
            platform=self._job.platform,
        )
        self._works.cache.add(key, self._key, image, created_by)
        self._image, self._key = image, key


def _words_of(steps: Sequence[History]) -> list[tuple[str, bool]]:
    return [(step.created_by, step.empty_layer) for step in steps]


def _on(folder: Path, write: Callable[[int], None]) -> None:
    root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        write(root)
    finally:
        os.close(root)


def _digest_of(source: Source) -> str:
    try:
        return sources.digest([source], Options())
    except OSError as error:
        raise InvalidParameter(
            f"failed to compute the checksum of {source.path}: {error.strerror}"
        ) from error


def _real_path(root: int, path: str) -> str:
    """Where a path inside a root is on this machine."""
    handle = open_in_root(root, path or ".", os.O_PATH)
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    finally:
        os.close(handle)


def _mode(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or len(text) > 5 or any(char not in "01234567" for char in text):
        raise InvalidParameter(
            f"invalid chmod parameter: '{text[:64]}'. it should be octal string and between 0 and "
            "07777"
        )
    mode = int(text, 8)
    if mode > 0o7777:
        raise InvalidParameter(
            f"invalid chmod parameter: '{text}'. it should be octal string and between 0 and 07777"
        )
    return mode


def _is_git(word: str) -> bool:
    return word.startswith(("git://", "git@", "ssh://")) or (
        word.partition("#")[0].endswith(".git") and "://" in word
    )


_SECRETIVE: Final = ("PASSWORD", "PASSWD", "PASS", "SECRET", "TOKEN", "CREDENTIALS", "APIKEY")


def _masked(name: str, value: str) -> str:
    """The value as the history shows it: not that of an argument whose name says it is secret."""
    words = name.upper().replace("-", "_").split("_")
    secret = any(word in _SECRETIVE for word in words) or "KEY" in words[1:]
    return "******" if secret and value else value
