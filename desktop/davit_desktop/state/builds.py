"""A build as its events tell it, folded into stages and steps; and the list of builds (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from davit_desktop.client.build_events import BuildEvent, BuildRecord, PlannedStage
from davit_desktop.translation import mark, tr

MOST_STEPS = 10_000
"""Steps of one build that are looked at; an engine that tells of more is not believed."""

_MOST_WARNINGS = 500


class StepState(StrEnum):
    """How a step stands; WAITING until the engine says anything of it."""

    WAITING = "waiting"
    RUNNING = "running"
    CACHED = "cached"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_STATES = {state.value: state for state in StepState}

STATE_WORDS: Mapping[StepState, str] = {
    StepState.WAITING: mark("Waiting"),
    StepState.RUNNING: mark("Running"),
    StepState.CACHED: mark("From cache"),
    StepState.DONE: mark("Done"),
    StepState.FAILED: mark("Failed"),
    StepState.CANCELLED: mark("Cancelled"),
}
"""For `tr`."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One instruction. `number` of `total` counts within its stage; times are Unix nanoseconds."""

    id: str
    stage: int = 0
    number: int = 1
    total: int = 1
    instruction: str = ""
    line: int = 0
    end_line: int = 0
    state: StepState = StepState.WAITING
    started: int = 0
    ended: int = 0
    image: str = ""
    bytes: int = 0

    @property
    def over(self) -> bool:
        return self.state not in (StepState.WAITING, StepState.RUNNING)

    def seconds(self, now: int) -> float | None:
        """How long it took, or has been running; None for one that did nothing."""
        if not self.started or self.state is StepState.WAITING:
            return None
        return max(0, (self.ended if self.over else now) - self.started) / 1e9


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """One FROM and what follows; `needs` are the numbers of the stages it takes from."""

    index: int
    name: str = ""
    base: str = ""
    platform: str = ""
    needs: tuple[int, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.name or f"stage-{self.index}"


class LintWarning(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the Dockerfile that is likely a mistake."""

    text: str
    rule: str = ""
    line: int = 0
    column: int = 0
    url: str = ""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why a build ended without an image; `step` is empty when it was none of them."""

    text: str
    step: str = ""
    line: int = 0
    column: int = 0
    code: int = 0
    hint: str = ""


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is being fetched; `total` is 0 when nobody knows."""

    step: str = ""
    status: str = ""
    current: int = 0
    total: int = 0


class Result(msgspec.Struct, frozen=True, kw_only=True):
    image: str
    tags: tuple[str, ...] = ()
    cached: int = 0
    steps: int = 0
    duration: int = 0
    """Milliseconds."""


class Build(msgspec.Struct, frozen=True, kw_only=True):
    """One build, as far as it has been told. `newest` is the last time that an event gave."""

    id: str = ""
    started: int = 0
    newest: int = 0
    dockerfile: str = ""
    target: str = ""
    platform: str = ""
    folder: str = ""
    stages: tuple[Stage, ...] = ()
    steps: Mapping[str, Step] = {}
    transfers: Mapping[str, Transfer] = {}
    warnings: tuple[LintWarning, ...] = ()
    failure: Failure | None = None
    result: Result | None = None
    cut: int = 0
    """Bytes of events that nobody kept."""

    @property
    def over(self) -> bool:
        return self.failure is not None or self.result is not None

    @property
    def finished(self) -> int:
        return sum(step.over for step in self.steps.values())

    def name(self, step: Step) -> str:
        """ "[build 2/5]", without the stage's name where there is only one."""
        stage = next((each for each in self.stages if each.index == step.stage), None)
        place = f"{step.number}/{step.total}"
        if stage is None or len(self.stages) < 2:
            return f"[{place}]"
        return f"[{stage.title} {place}]"

    def step_at(self, line: int) -> Step | None:
        """The step whose instruction stands on that line of the Dockerfile."""
        for step in self.steps.values():
            if step.line <= line <= max(step.line, step.end_line):
                return step
        return None


def steps_of(build: Build, stage: Stage) -> list[Step]:
    return [build.steps[id] for id in stage.steps if id in build.steps]


def stage_state(build: Build, stage: Stage) -> StepState:
    """How a stage stands: the worst of its steps, cached when all that it made was."""
    steps = steps_of(build, stage)
    states = [step.state for step in steps]
    for state in (StepState.FAILED, StepState.CANCELLED, StepState.RUNNING):
        if state in states:
            return state
    if not steps or StepState.WAITING in states:
        begun = any(step.over for step in steps)
        return StepState.RUNNING if begun and not build.over else StepState.WAITING
    made = states[1:] or states
    return StepState.CACHED if all(s is StepState.CACHED for s in made) else StepState.DONE


def stage_seconds(build: Build, stage: Stage, now: int) -> float | None:
    """From its first step's beginning to its last one's end, or to `now` while it runs."""
    steps = [step for step in steps_of(build, stage) if step.started]
    if not steps:
        return None
    ends = [step.ended or (build.newest if build.over else now) for step in steps]
    return max(0, max(ends) - min(step.started for step in steps)) / 1e9


def folded(build: Build, event: BuildEvent) -> Build:
    """The build after one more event; what is not understood changes nothing."""
    replace = msgspec.structs.replace
    match event.kind:
        case "build":
            return replace(
                build,
                id=event.id,
                started=event.started,
                newest=max(build.newest, event.started),
                dockerfile=event.dockerfile,
                target=event.target,
                platform=event.platform,
                folder=event.folder,
            )
        case "plan":
            return _planned(build, event.stages)
        case "step":
            return _stepped(build, event)
        case "progress":
            key = f"{event.id}\n{event.what}"
            if key not in build.transfers and len(build.transfers) >= MOST_STEPS:
                return build
            transfer = Transfer(
                step=event.id,
                status=event.status,
                current=max(0, event.current),
                total=max(0, event.total),
            )
            return replace(build, transfers={**build.transfers, key: transfer})
        case "warning" if len(build.warnings) < _MOST_WARNINGS:
            warning = LintWarning(
                text=event.text,
                rule=event.rule,
                line=event.line,
                column=event.column,
                url=event.url,
            )
            return replace(build, warnings=(*build.warnings, warning))
        case "error" if not build.over:
            failure = Failure(
                text=event.text,
                step=event.id,
                line=event.line,
                column=event.column,
                code=event.code,
                hint=event.hint,
            )
            return replace(build, failure=failure)
        case "cut":
            return replace(build, cut=build.cut + max(0, event.bytes))
        case "result" if not build.over:
            result = Result(
                image=event.image,
                tags=event.tags,
                cached=event.cached,
                steps=event.steps,
                duration=event.duration,
            )
            return replace(build, result=result)
    return build


def _planned(build: Build, stages: Sequence[PlannedStage]) -> Build:
    known: dict[int, Stage] = {}
    steps: dict[str, Step] = {}
    for planned in stages:
        if planned.index in known or len(steps) + len(planned.steps) > MOST_STEPS:
            continue
        fresh = {step.id: step for step in planned.steps if step.id not in steps}
        known[planned.index] = Stage(
            index=planned.index,
            name=planned.name,
            base=planned.base,
            platform=planned.platform,
            needs=tuple(sorted({need for need in planned.needs if need < planned.index})),
            steps=tuple(fresh),
        )
        for number, step in enumerate(fresh.values(), 1):
            before = build.steps.get(step.id, Step(id=step.id))
            steps[step.id] = msgspec.structs.replace(
                before,
                stage=planned.index,
                number=number,
                total=len(fresh),
                instruction=step.instruction,
                line=step.line,
                end_line=step.end_line,
            )
    kept = tuple(
        msgspec.structs.replace(stage, needs=tuple(n for n in stage.needs if n in known))
        for stage in sorted(known.values(), key=lambda stage: stage.index)
    )
    return msgspec.structs.replace(build, stages=kept, steps=steps)


def _stepped(build: Build, event: BuildEvent) -> Build:
    step = build.steps.get(event.id)
    if step is None or event.state not in _STATES:
        return build
    state = _STATES[event.state]
    if step.over:
        return build  # nothing that has ended begins again
    changed = msgspec.structs.replace(
        step,
        state=state,
        started=step.started or event.at,
        ended=event.at if state is not StepState.RUNNING else 0,
        image=event.image or step.image,
        bytes=max(0, event.bytes) or step.bytes,
    )
    return msgspec.structs.replace(
        build,
        steps={**build.steps, step.id: changed},
        newest=max(build.newest, event.at),
    )


# The list


class BuildState(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


BUILD_WORDS: Mapping[str, str] = {
    BuildState.RUNNING: mark("Building"),
    BuildState.DONE: mark("Done"),
    BuildState.FAILED: mark("Failed"),
    BuildState.CANCELLED: mark("Cancelled"),
    BuildState.INTERRUPTED: mark("Interrupted"),
}
"""For `tr`."""


def title(record: BuildRecord) -> str:
    """What a build is called: its first name, else where it was made from, else its id."""
    if record.tags:
        return record.tags[0]
    folder = record.folder.rstrip("/\\").replace("\\", "/").rpartition("/")[2]
    return folder or record.id[:12]


def state_words(state: str) -> str:
    return tr(BUILD_WORDS[state]) if state in BUILD_WORDS else state


def cache_share(cached: int, steps: int) -> str:
    """ "7 of 9 from cache"; nothing for a build of no steps."""
    if steps <= 0:
        return ""
    return tr("{cached} of {steps} from cache").format(cached=cached, steps=steps)


def running(records: Iterable[BuildRecord]) -> int:
    """How many of them have not ended."""
    return sum(record.state == BuildState.RUNNING for record in records)
