"""A build folded from what the engine tells of it, and from what it should not tell."""

from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from davit_desktop.client.build_events import BuildEvent, BuildRecord, PlannedStage, PlannedStep
from davit_desktop.state import builds
from davit_desktop.state.build_graph import drawn
from davit_desktop.state.builds import Build, StepState, folded


def plan(*stages: tuple[str, tuple[int, ...], int]) -> BuildEvent:
    """A plan of stages with a name, what they need, and a number of steps."""
    return BuildEvent(
        kind="plan",
        stages=tuple(
            PlannedStage(
                index=index,
                name=name,
                needs=needs,
                steps=tuple(
                    PlannedStep(id=f"{index}.{n}", instruction=f"RUN {n}", line=index * 10 + n,
                                end_line=index * 10 + n)
                    for n in range(count)
                ),
            )
            for index, (name, needs, count) in enumerate(stages)
        ),
    )  # fmt: skip


def step(id: str, state: str, at: int = 0, **more: int) -> BuildEvent:
    return BuildEvent(kind="step", id=id, state=state, at=at, **more)


def of(*events: BuildEvent) -> Build:
    build = Build()
    for event in events:
        build = folded(build, event)
    return build


TWO = plan(("compile", (), 2), ("", (0,), 2))


def test_a_build_from_its_beginning_to_its_end() -> None:
    build = of(
        BuildEvent(kind="build", id="b1", started=5, dockerfile="Dockerfile", folder="/app"),
        TWO,
        step("0.0", "running", 10_000_000_000),
        step("0.0", "done", 12_500_000_000, bytes=7),
        step("0.1", "cached", 12_500_000_000),
        step("1.0", "running", 13_000_000_000),
    )
    assert (build.id, build.folder, build.finished, build.over) == ("b1", "/app", 2, False)
    first, _, waiting = (build.steps[id] for id in ("0.0", "0.1", "1.1"))
    assert (first.state, first.seconds(0), first.bytes) == (StepState.DONE, 2.5, 7)
    assert build.name(first) == "[compile 1/2]"
    assert build.name(waiting) == "[stage-1 2/2]"
    assert build.steps["1.0"].seconds(15_000_000_000) == 2
    assert waiting.seconds(99) is None
    compile, last = build.stages
    assert builds.stage_state(build, compile) is StepState.CACHED
    assert builds.stage_state(build, last) is StepState.RUNNING
    assert builds.stage_seconds(build, compile, 0) == 2.5
    ended = folded(build, BuildEvent(kind="result", image="sha256:1", cached=1, steps=2))
    assert ended.over
    assert ended.result is not None
    assert folded(ended, BuildEvent(kind="error", text="too late")).failure is None


def test_a_failure_names_its_step_and_line() -> None:
    build = of(TWO, BuildEvent(kind="error", id="1.1", text="exit code 3", line=11, code=3))
    assert build.failure is not None
    assert (build.failure.step, build.failure.line) == ("1.1", 11)
    found = build.step_at(11)
    assert found is not None
    assert found.id == "1.1"
    assert build.step_at(5) is None


def test_of_one_stage_the_steps_need_no_name() -> None:
    build = of(plan(("", (), 3)))
    assert build.name(build.steps["0.2"]) == "[3/3]"


def test_what_has_ended_does_not_begin_again() -> None:
    build = of(TWO, step("0.0", "failed", 1), step("0.0", "running", 2))
    assert build.steps["0.0"].state is StepState.FAILED


TEXT = st.text(max_size=5)
NUMBERS = st.integers(-5, 2**62)
EVENTS = st.builds(
    BuildEvent,
    kind=st.sampled_from(["build", "plan", "step", "output", "progress", "warning", "error", "cut",
                          "result", "of tomorrow"]),
    id=st.sampled_from(["0.0", "0.1", "1.0", "", "x"]),
    state=st.sampled_from(["running", "done", "cached", "failed", "cancelled", "odd"]),
    at=NUMBERS, started=NUMBERS, current=NUMBERS, total=NUMBERS, line=NUMBERS, bytes=NUMBERS,
    text=TEXT, what=TEXT,
    stages=st.lists(
        st.builds(
            PlannedStage,
            index=st.integers(-1, 4),
            name=TEXT,
            needs=st.lists(st.integers(-1, 5), max_size=4).map(tuple),
            steps=st.lists(
                st.builds(PlannedStep, id=st.sampled_from(["0.0", "0.1", "1.0"]), line=NUMBERS,
                          end_line=NUMBERS),
                max_size=3,
            ).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(EVENTS, max_size=20))
def test_whatever_is_told_makes_a_build_that_can_be_shown(events: list[BuildEvent]) -> None:
    build = of(*events)
    known = {stage.index for stage in build.stages}
    for stage in build.stages:
        assert set(stage.needs) <= known - {stage.index}
        builds.stage_state(build, stage)
        seconds = builds.stage_seconds(build, stage, 2**62)
        assert seconds is None or seconds >= 0
        for one in builds.steps_of(build, stage):
            assert 1 <= one.number <= one.total
            assert (one.seconds(0) or 0) >= 0
            assert build.name(one)
    drawing = drawn(build.stages)
    assert len(drawing.boxes) == len(build.stages)
    assert not (build.failure and build.result)


@settings(max_examples=20)
@given(st.lists(EVENTS, max_size=8))
def test_an_event_comes_back_from_its_line(events: list[BuildEvent]) -> None:
    for event in events:
        assert msgspec.json.decode(msgspec.json.encode(event), type=BuildEvent) == event


@given(
    st.lists(st.lists(st.integers(0, 30), max_size=5), min_size=1, max_size=30).map(
        lambda needs: [(f"s{n}", tuple(sorted({m for m in each if m < n})), 1)
                       for n, each in enumerate(needs)]
    )
)  # fmt: skip
def test_no_two_stages_share_a_place_and_every_line_leads_right(
    stages: list[tuple[str, tuple[int, ...], int]],
) -> None:
    build = of(plan(*stages))
    drawing = drawn(build.stages)
    places = {(box.column, box.row) for box in drawing.boxes}
    passing = [p for wire in drawing.wires for p in wire.points[1:-1]]
    assert len(places) == len(stages)
    assert not places & set(passing), "a line that passes crosses no box"
    at = {box.stage: (box.column, box.row) for box in drawing.boxes}
    for wire in drawing.wires:
        assert wire.points[0] == at[wire.source]
        assert wire.points[-1] == at[wire.target]
        assert all(right[0] == left[0] + 1 for left, right in pairwise(wire.points))
    assert all(0 <= box.row < drawing.rows for box in drawing.boxes)


def test_what_another_stage_brings_along_gets_no_line_of_its_own() -> None:
    build = of(plan(("base", (), 1), ("a", (0,), 1), ("", (0, 1), 1)))
    wires = {(wire.source, wire.target) for wire in drawn(build.stages).wires}
    assert wires == {(0, 1), (1, 2)}


def test_a_record_is_called_by_what_a_person_called_it() -> None:
    record = BuildRecord(id="0123456789abcdef", folder="/home/ada/shop/")
    assert builds.title(record) == "shop"
    assert builds.title(msgspec.structs.replace(record, tags=("shop:1", "shop:2"))) == "shop:1"
    assert builds.title(msgspec.structs.replace(record, folder="")) == "0123456789ab"
    assert builds.title(msgspec.structs.replace(record, folder="C:\\src\\shop")) == "shop"
    assert builds.cache_share(7, 9) == "7 of 9 from cache"
    assert builds.cache_share(0, 0) == ""
