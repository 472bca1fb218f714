"""RUN: a container, and what it changed as a layer."""

import asyncio
import codecs
import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.build import effects, sources
from davit_engine.build.args import masked
from davit_engine.build.emulation import require_runnable
from davit_engine.build.events import Warned
from davit_engine.build.instructions import (
    Run,
)
from davit_engine.build.lent_mounts import lent
from davit_engine.build.mounts import RunMount
from davit_engine.build.reporting import StepFailed
from davit_engine.build.scratch_mounts import changeable
from davit_engine.build.sources import Options, Source
from davit_engine.build.stage_state import StageState
from davit_engine.build.transcript import PLAIN, RED
from davit_engine.build.veil import Veil
from davit_engine.containers.model import (
    Config,
    HealthConfig,
    LogConfig,
    Mount,
    TmpfsOptions,
)
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.kernel.binfmt import emulators
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.paths import open_in_root

BUILD_LABEL: Final = "org.davit.build"
"""On a step's container the id of its build, for who cleans up after a crash."""
SCRIPT: Final = "/dev/pipes/EOF"


class RunStep:
    def __init__(self, stage: StageState) -> None:
        self._stage = stage
        self._left: list[str] = []
        """Containers of the present step."""

    async def run(self, instruction: Run) -> None:
        stage = self._stage
        self._left.clear()
        config = stage.config
        command = effects.resolved(instruction.command, config)
        visible = stage.args.visible(config.env)
        shown = stage.args.shown(visible)
        saved = list(command)
        if visible:
            told = [f"{name}={masked(name, value)}" for name, value in sorted(shown.items())]
            saved = [f"|{len(told)}", *told, *command]
        created_by = " ".join(saved)
        async with contextlib.AsyncExitStack() as stack:
            mounts, known = await self._mounts(instruction.mounts, stack)
            details: dict[str, object] = {
                "arguments": sorted(shown.items()),
                "command": command,
                "network": instruction.network or stage.job.request.host_config.network_mode,
                "mounts": known,
            }
            plain = not known and all(masked(*item) == item[1] for item in shown.items())
            if await stage.cached(created_by, details, told=plain):
                return
            if stage.image is None:
                raise InvalidParameter(
                    "RUN cannot work in an empty image: FROM scratch has no files; copy a program "
                    "there first"
                )
            # The base image alone tells where nobody asked for a platform.
            own = stage.works.images.platform
            require_runnable(stage.image.platform, own, await finished(None, emulators))
            if instruction.command.by_shell and instruction.command.words[0].startswith("#!"):
                command = [*effects.shell_of(config), SCRIPT]
                mounts.append(await finished(None, self._script, instruction.command.words[0]))
            mounts += await self._caches(instruction.mounts, stack)
            async with stage.job.at_once:
                borrowed = await stack.enter_async_context(
                    lent(self._placed(instruction), stage.job.loan, stage.works.secrets_folder)
                )
                mounts += borrowed.mounts
                id = await self._made(instruction, command, visible, mounts, borrowed.environment)
                layer = stage.works.containers.difference(id, stage.job.epoch_ns)
                try:
                    await stage.commit(layer, created_by, details, id)
                finally:
                    await layer.aclose()

    def _placed(self, instruction: Run) -> list[RunMount]:
        """The mounts with absolute targets."""
        placed = []
        for mount in instruction.mounts:
            target = self._stage.expand(mount.target)
            if target:
                target = effects.inside(self._stage.config, target)
            placed.append(msgspec.structs.replace(mount, target=target))
        return placed

    def _script(self, text: str) -> Mount:
        """A heredoc that names its interpreter, as a program for the step."""
        file = self._stage.job.folder / lookup.new_id()
        file.write_text(text)
        file.chmod(0o755)
        return Mount(type="bind", source=str(file), target=SCRIPT, read_only=True)

    async def _made(
        self,
        instruction: Run,
        command: Sequence[str],
        visible: Mapping[str, str],
        mounts: Sequence[Mount],
        secret_environment: Sequence[str],
    ) -> str:
        """The id of a container in which the command ended well."""
        stage = self._stage
        assert stage.image is not None
        config = stage.config
        wanted = Config(
            image=stage.image.id,
            user=config.user,
            env=[*config.env, *(f"{name}={value}" for name, value in visible.items())],
            working_dir=config.working_dir,
            cmd=list(command),
            # One empty word: the image's own does not count.
            entrypoint=[""],
            labels={**config.labels, BUILD_LABEL: stage.job.reporter.id},
            healthcheck=HealthConfig(test=["NONE"]),
            attach_stdout=True,
            attach_stderr=True,
        )
        host_config = msgspec.structs.replace(
            stage.job.request.host_config,
            mounts=list(mounts) or None,
            log_config=LogConfig(type="none"),
            network_mode=instruction.network or stage.job.request.host_config.network_mode,
        )
        asked = stage.job.request.platform or stage.planned.platform
        platform = str(stage.image.platform) if asked else None
        id, warnings = await stage.works.containers.create(None, wanted, host_config, {}, platform)
        self._left.append(id)
        try:
            for warning in warnings:
                await stage.say.write(f" ---> [Warning] {warning}\n")
                await stage.job.reporter.put(Warned(text=warning, line=instruction.node.line))
            await stage.say.write(f" ---> Running in {lookup.short(id)}\n")
            with stage.works.containers.secret_environment(id, secret_environment):
                code = await self._ran(id)
        except asyncio.CancelledError:
            await self.remove_containers()
            raise
        if code:
            raise StepFailed(
                f"The command '{' '.join(command)}' returned a non-zero code: {code}", code
            )
        return id

    async def _ran(self, id: str) -> int:
        """Start a container and pass on what it says; its exit code."""
        stage = self._stage
        containers = stage.works.containers
        attachment = await containers.attach(
            id, stdin=False, stdout=True, stderr=True, stream=True, logs=False
        )
        decoders = {
            number: codecs.getincrementaldecoder("utf-8")(errors="replace") for number in (1, 2)
        }
        veils = {number: Veil(stage.job.loan.secrets.values()) for number in (1, 2)}
        try:
            ended = containers.waiter(id, "next-exit")
            await containers.start(id)
            async for number, data in attachment:
                await self._say(number, veils[number].show(decoders[number].decode(data)))
            for number, veil in veils.items():
                await self._say(number, veil.rest())
            return await ended
        finally:
            await attachment.aclose()

    async def _say(self, number: int, text: str) -> None:
        if text:
            stage = self._stage
            await stage.say.write(text if number == 1 else f"{RED}{text}{PLAIN}")
            stream = "stdout" if number == 1 else "stderr"
            await stage.job.reporter.output(stage.step, stream, text)

    async def remove_containers(self) -> None:
        for id in list(self._left):
            removal = asyncio.create_task(
                self._stage.works.containers.remove(id, force=True, volumes=True)
            )
            try:
                await asyncio.shield(removal)
            except asyncio.CancelledError:
                await asyncio.wait({removal})
                raise
            except NotFound:
                pass
            self._left.remove(id)
            await self._stage.say.write(f"Removing intermediate container {lookup.short(id)}\n")

    async def _mounts(
        self, wanted: Sequence[RunMount], stack: contextlib.AsyncExitStack
    ) -> tuple[list[Mount], list[object]]:
        """The mounts of a step, and what of them decides about the cache."""
        stage = self._stage
        mounts: list[Mount] = []
        known: list[object] = []
        for mount in wanted:
            target = effects.inside(stage.config, stage.expand(mount.target))
            if mount.kind in ("secret", "ssh"):
                known.append((mount.kind, mount.target and target, mount.id, mount.env))
            elif mount.kind == "tmpfs":
                options = TmpfsOptions(size_bytes=mount.size)
                mounts.append(Mount(type="tmpfs", target=target, tmpfs_options=options))
                known.append(("tmpfs", target, mount.size))
            elif mount.kind == "cache":
                known.append(("cache", target))
            else:
                root = await stage.root(mount.stage, stack)
                source = stage.expand(mount.source).strip("/")
                found = Source(path=source, root=root)
                digest = await finished(None, _digest_of, found)
                path = await finished(None, _real_path, root, source)
                known.append(("bind", target, digest, mount.read_only))
                if not mount.read_only:
                    place = await stack.enter_async_context(
                        changeable(Path(path), stage.job.folder)
                    )
                    path = str(place)
                mounts.append(
                    Mount(type="bind", source=path, target=target, read_only=mount.read_only)
                )
        return mounts, known

    async def _caches(
        self, wanted: Sequence[RunMount], stack: contextlib.AsyncExitStack
    ) -> list[Mount]:
        """The cache mounts of a step that is not in the cache."""
        stage = self._stage
        caches = [
            msgspec.structs.replace(mount, id=stage.expand(mount.id))
            for mount in wanted
            if mount.kind == "cache"
        ]
        folders: dict[str, Path] = {}
        # Each once and in one order, or steps that lock several would wait for each other for ever.
        for mount in sorted(caches, key=lambda mount: (mount.id, mount.sharing)):
            if mount.id not in folders:
                seed = await self._seed(mount, stack) if mount.stage else None
                folders[mount.id] = await stack.enter_async_context(
                    stage.works.cache_mounts.taken(mount.id, mount, seed)
                )
        return [
            Mount(
                type="bind",
                source=str(folders[mount.id]),
                target=effects.inside(stage.config, stage.expand(mount.target)),
                read_only=mount.read_only,
            )
            for mount in caches
        ]

    async def _seed(self, mount: RunMount, stack: contextlib.AsyncExitStack) -> int:
        """The folder that a new cache mount begins with."""
        root = await self._stage.root(mount.stage, stack)
        source = self._stage.expand(mount.source).strip("/")
        try:
            seed = open_in_root(root, source or ".", os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            raise InvalidParameter(
                f"--mount=type=cache: there is no folder {source!r} in {mount.stage}: "
                f"{error.strerror}"
            ) from error
        stack.callback(os.close, seed)
        return seed


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
