"""Build one stage: an image for every step, as Docker's classic builder makes them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.build import copying, effects
from davit_engine.build.args import masked
from davit_engine.build.copy_step import CopyStep
from davit_engine.build.dockerfile import Node
from davit_engine.build.events import State
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
from davit_engine.build.job import Job, Outcome
from davit_engine.build.reporting import step_id
from davit_engine.build.run_step import RunStep
from davit_engine.build.stage_state import StageState
from davit_engine.build.stages import Planned
from davit_engine.build.transcript import Line, Section
from davit_engine.build.words import WordError, expand_words
from davit_engine.errors import SystemFailure
from davit_engine.images.document import RunConfig

SCRATCH: Final = "scratch"


class StageBuild:
    def __init__(self, job: Job, planned: Planned, section: Section) -> None:
        self._stage = StageState(job, planned, section)
        self._runner = RunStep(self._stage)
        self._copier = CopyStep(self._stage)
        self._cmd_set = False

    async def run(self) -> Outcome:
        """Raises StepFailed, and what the parts of the engine raise."""
        stage = self._stage
        number = stage.planned.first_step
        wanted = stage.planned.stage
        await self._told(number, wanted.node.text)
        async with self._reported(0, wanted.node):
            await self._begin()
        await stage.say.write(f" ---> {stage.short}\n")
        for place, instruction in enumerate(wanted.instructions, start=1):
            await self._told(number + place, instruction.text)
            async with self._reported(place, instruction.node):
                await self._dispatch(instruction)
            await stage.say.write(f" ---> {stage.short}\n")
        if stage.image is not None:
            await stage.say.put(Line(aux={"ID": stage.image.id}))
        return Outcome(
            image=stage.image,
            config=stage.config,
            used=frozenset(stage.args.used),
        )

    async def _told(self, number: int, text: str) -> None:
        stage = self._stage
        await stage.say.write(f"Step {number}/{stage.job.steps} : {text}")
        await stage.say.write("\n")

    @contextlib.asynccontextmanager
    async def _reported(self, number: int, node: Node) -> AsyncIterator[None]:
        stage = self._stage
        reporter = stage.job.reporter
        stage.step = id = step_id(stage.planned.index, number)
        stage.hit = False
        await reporter.step(id, State.RUNNING)
        try:
            yield
        except asyncio.CancelledError:
            reporter.cancelled(id)
            raise
        except Exception as error:
            reporter.failed(error, id, node)
            raise
        image = stage.image
        size = 0
        if image is not None and number == 0:
            size = image.size
        elif image is not None and not image.document.history[-1].empty_layer:
            size = image.layers[-1].size
        state = State.CACHED if stage.hit and number else State.DONE
        await reporter.step(id, state, image, size)

    # FROM

    async def _begin(self) -> None:
        stage = self._stage
        planned = stage.planned
        if planned.base_stage is not None:
            outcome = await stage.job.stage(planned.base_stage)
            stage.image, config = outcome.image, outcome.config
        elif planned.base == SCRATCH:
            config = RunConfig()
        else:
            stage.image = await stage.found(planned.base, planned.platform)
            config = stage.image.document.config
        stage.author = stage.image.document.author if stage.image else ""
        stage.config = effects.begun(config)
        triggers = list(stage.config.on_build)
        if not triggers:
            return
        stage.config = msgspec.structs.replace(stage.config, on_build=[])
        await stage.say.write(
            f"# Executing {len(triggers)} build trigger{'s' if len(triggers) > 1 else ''}\n"
        )
        for trigger in triggers:
            await self._dispatch(parse_trigger(trigger))

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
            if self._stage.job.request.force_remove or (done and self._stage.job.request.remove):
                await self._runner.remove_containers()

    async def _do(self, instruction: Instruction) -> None:
        stage = self._stage
        match instruction:
            case Arg():
                await self._arg(instruction)
            case Maintainer():
                stage.author = stage.expand(instruction.name)
                await self._configure(stage.config, f"MAINTAINER {stage.author}")
            case Run():
                await self._runner.run(instruction)
            case Copy():
                await self._copier.copy(instruction)
            case Workdir():
                await self._workdir(instruction)
            case _:
                if isinstance(instruction, HealthcheckOf):
                    before = stage.config.healthcheck
                    if before is not None and before.test and before.test[0] != "NONE":
                        told = " ".join(before.test)
                        await stage.say.write(f"Note: overriding previous HEALTHCHECK: [{told}]\n")
                config, comment = effects.apply(
                    stage.config,
                    instruction,
                    stage.expand,
                    lambda word: expand_words(word, stage.values, stage.job.escape),
                    cmd_set=self._cmd_set,
                )
                await self._configure(config, comment)
                if isinstance(instruction, Cmd) and instruction.command.words:
                    self._cmd_set = True

    async def _arg(self, instruction: Arg) -> None:
        stage = self._stage
        told = []
        for name, default in instruction.args:
            name = stage.expand(name)
            value = None if default is None else stage.expand(default)
            told.append(name if value is None else f"{name}={masked(name, value)}")
            stage.args.add(name, value)
        await self._configure(stage.config, f"ARG {' '.join(told)}")

    # Steps that change the configuration only

    async def _configure(self, config: RunConfig, comment: str) -> None:
        created_by = effects.comment_of(config, comment)
        self._stage.config = config
        if await self._stage.cached(created_by, {}):
            return
        # Nothing has to run for that; the line is what clients of the classic builder know.
        await self._pretend(lookup.new_id(), created_by)

    async def _pretend(self, container: str, created_by: str) -> None:
        stage = self._stage
        short = lookup.short(container)
        await stage.say.write(f" ---> Running in {short}\n")
        await stage.commit(None, created_by, {}, container)
        if stage.job.request.remove:
            await stage.say.write(f"Removing intermediate container {short}\n")

    async def _workdir(self, instruction: Workdir) -> None:
        stage = self._stage
        path = effects.working_dir(stage.config, stage.expand(instruction.path))
        stage.config = msgspec.structs.replace(stage.config, working_dir=path)
        created_by = effects.comment_of(stage.config, f"WORKDIR {path}", spaced=False)
        if await stage.cached(created_by, {}):
            return
        container = lookup.new_id()
        await stage.say.write(f" ---> Running in {lookup.short(container)}\n")
        await stage.written(lambda root: copying.make_folder(root, path), created_by, {}, container)
        if stage.job.request.remove:
            await stage.say.write(f"Removing intermediate container {lookup.short(container)}\n")
