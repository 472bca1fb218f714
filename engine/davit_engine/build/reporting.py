"""What a build reports of itself while it is at work: its steps, their output, why it failed."""

import time
from collections.abc import AsyncIterator
from typing import Final

import msgspec

from davit_engine.build.dockerfile import DockerfileError, Node
from davit_engine.build.events import (
    BuildBegan,
    Event,
    Failed,
    Finished,
    Output,
    PlanMade,
    PlannedStage,
    PlannedStep,
    Progressed,
    State,
    StepChanged,
    Warned,
)
from davit_engine.build.history import INTERRUPTED, BuildRecord, BuildState
from davit_engine.build.journal import Journal
from davit_engine.build.lint import Warning
from davit_engine.build.sources import SourceMissing
from davit_engine.build.stages import Plan
from davit_engine.errors import EngineError
from davit_engine.images.records import Image, Progress

SHOWN_MAX: Final = 80
"""Characters of an instruction in an error."""

CONTEXT_INTERVAL: Final = 0.5
"""Seconds between two words on how much of the context is here."""

_HINTS: Final = {
    126: "the program is there but cannot be executed: is it a program, with its mode +x?",
    127: "the program was not found in the image: is it installed in this stage, and in PATH?",
    137: "it was killed, perhaps for lack of memory: give the build more with --memory",
    139: "it crashed (segmentation fault)",
}


class StepFailed(EngineError):
    """A command of the Dockerfile ended with another status than 0."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class Reporter:
    """Of one build."""

    def __init__(self, id: str, journal: Journal, dockerfile: str) -> None:
        self.id = id
        self._journal = journal
        self._dockerfile = dockerfile
        self.steps = 0
        self.cached = 0
        self.failure: Failed | None = None
        """The first that was reported."""

    async def put(self, event: Event) -> None:
        await self._journal.put(event)

    async def began(self, record: BuildRecord) -> None:
        await self.put(
            BuildBegan(
                id=record.id,
                started=record.started,
                dockerfile=record.dockerfile,
                target=record.target,
                platform=record.platform,
                folder=record.folder,
            )
        )

    async def received(self, archive: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """The context as it comes in, counted."""
        size = 0
        told = time.monotonic()
        async for chunk in archive:
            size += len(chunk)
            yield chunk
            if time.monotonic() - told > CONTEXT_INTERVAL:
                told = time.monotonic()
                await self.put(Progressed(what="context", current=size))
        await self.put(Progressed(what="context", current=size, total=size))

    async def planned(self, plan: Plan) -> None:
        stages = tuple(planned_stage(plan, place) for place in range(len(plan.stages)))
        self.steps = sum(len(stage.steps) - 1 for stage in stages)
        await self.put(PlanMade(stages=stages))

    async def warned(self, warning: Warning) -> None:
        await self.put(
            Warned(
                rule=warning.rule,
                text=warning.detail,
                line=warning.line,
                column=warning.column,
                url=warning.url,
            )
        )

    async def step(self, id: str, state: State, image: Image | None = None, size: int = 0) -> None:
        self.cached += state is State.CACHED
        event = StepChanged(
            id=id, state=state, at=time.time_ns(), image=image.id if image else "", bytes=size
        )
        await self.put(event)

    def cancelled(self, id: str) -> None:
        self._journal.put_now(StepChanged(id=id, state=State.CANCELLED, at=time.time_ns()))

    def failed(self, error: Exception, id: str = "", node: Node | None = None) -> None:
        """Why the build ends; of several reasons the first counts."""
        if id:
            self._journal.put_now(StepChanged(id=id, state=State.FAILED, at=time.time_ns()))
        if self.failure is None:
            self.failure = fault(error, self._dockerfile, id, node)
            self._journal.put_now(self.failure)

    def ended_by(self, state: BuildState) -> None:
        words = INTERRUPTED if state is BuildState.INTERRUPTED else "the build was cancelled"
        self.failure = Failed(text=words)
        self._journal.put_now(self.failure)

    async def finished(self, record: BuildRecord, image: Image) -> None:
        ended = self.ended(record, BuildState.DONE, image)
        await self.put(
            Finished(
                image=image.id,
                tags=record.tags,
                cached=self.cached,
                steps=self.steps,
                duration=ended.duration or 0,
            )
        )

    def ended(self, record: BuildRecord, state: BuildState, image: Image | None) -> BuildRecord:
        """The record of the build's end."""
        return msgspec.structs.replace(
            record,
            state=state,
            duration=max(0, time.time_ns() - record.started) // 1_000_000,
            image=image.id if image else "",
            steps=self.steps,
            cached=self.cached,
            error=self.failure.text if self.failure else "",
        )

    async def output(self, id: str, stream: str, text: str) -> None:
        await self.put(Output(id=id, stream=stream, text=text))

    def progress_now(self, progress: Progress, id: str = "") -> None:
        """Of a fetch from the web."""
        self._journal.put_now(
            Progressed(
                id=id,
                what=progress.id or "context",
                status=progress.status,
                current=progress.current,
                total=progress.total,
            )
        )

    async def progress(self, id: str, progress: Progress) -> None:
        await self.put(
            Progressed(
                id=id,
                what=progress.id,
                status=progress.status,
                current=progress.current,
                total=progress.total,
            )
        )


def planned_stage(plan: Plan, place: int) -> PlannedStage:
    planned = plan.stages[place]
    nodes = [planned.stage.node, *(one.node for one in planned.stage.instructions)]
    return PlannedStage(
        index=planned.index,
        name=planned.stage.name,
        base=planned.base,
        platform=planned.platform,
        needs=planned.needs,
        steps=tuple(
            PlannedStep(
                id=step_id(planned.index, number),
                instruction=node.text,
                line=node.line,
                end_line=node.end_line,
            )
            for number, node in enumerate(nodes)
        ),
    )


def step_id(stage: int, number: int) -> str:
    """0 is FROM."""
    return f"{stage}.{number}"


def fault(error: Exception, dockerfile: str, id: str, node: Node | None) -> Failed:
    """An error as a person looks for it in the file."""
    if isinstance(error, DockerfileError):
        place = f"{dockerfile}:{error.line}:{error.column}"
        return Failed(id=id, text=f"{place}: {error.what}", line=error.line, column=error.column)
    if isinstance(error, EngineError):
        words = str(error)
    else:
        words = f"the engine failed unexpectedly ({type(error).__name__}); its log says more"
    code = error.code if isinstance(error, StepFailed) else 0
    hint = error.hint if isinstance(error, SourceMissing) else _HINTS.get(code, "")
    if node is None:
        return Failed(id=id, text=words, code=code)
    shown = node.text if len(node.text) <= SHOWN_MAX else f"{node.text[: SHOWN_MAX - 1]}…"
    line, column = node.place(0)
    return Failed(
        id=id,
        text=f"{dockerfile}:{line}: {shown}: {f'exit code {code}' if code else words}",
        line=line,
        column=column,
        code=code,
        hint=hint,
    )
