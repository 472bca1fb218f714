"""What the machine's records are told as."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state import machine
from davit_desktop.state.machine import GIB, HostFacts, Mark
from davit_vm.status import Boot, Check, Problem, Resources, StageTime, State, Status

HOST = HostFacts(cpus=4, memory=8 * GIB, disk_free=100 * GIB)


def status(state: State, *stages: StageTime, **more: object) -> Status:
    return Status(state=state, home="/m", stages=stages, **more)  # type: ignore[arg-type]


def done(name: str, seconds: float = 1.0) -> StageTime:
    return StageTime(name=name, seconds=seconds)


def marks(stages: tuple[machine.Stage, ...]) -> dict[str, Mark]:
    return {stage.name: stage.mark for stage in stages}


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_word_an_icon_and_a_colour(state: State) -> None:
    look = machine.look(status(state))
    assert look.word
    assert look.icon.startswith("state-")
    assert look.tone


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        (State.ABSENT, {"start"}),
        (State.STOPPED, {"start"}),
        (State.STARTING, {"stop"}),
        (State.READY, {"stop", "restart"}),
        (State.PAUSED, {"stop"}),
        (State.ASLEEP, {"start", "stop"}),
        (State.STOPPING, set()),
        (State.FAILED, {"start"}),
    ],
)
def test_verbs_follow_the_state(state: State, verbs: set[str]) -> None:
    now = status(state)
    can = {"start": machine.can_start, "stop": machine.can_stop, "restart": machine.can_restart}
    assert {verb for verb, may in can.items() if may(now)} == verbs


def test_a_failed_machine_whose_guest_lives_is_in_rescue() -> None:
    now = status(State.FAILED, qemu_pid=7)
    assert machine.look(now).word == "Rescue"
    assert not machine.can_start(now)
    assert machine.can_stop(now)
    assert machine.can_restart(now)


def test_nothing_can_be_done_to_a_machine_not_yet_seen() -> None:
    assert not machine.can_start(None)
    assert not machine.can_stop(None)
    assert machine.look(None).word == "Looking…"


def test_a_start_shows_what_is_done_what_runs_and_what_is_to_come() -> None:
    rows = machine.stages_of(status(State.STARTING, done("qemu"), StageTime(name="kernel")))
    assert [row.name for row in rows] == list(machine.STAGES)
    assert [row.mark for row in rows[:3]] == [Mark.DONE, Mark.RUNNING, Mark.WAITING]


def test_between_two_stages_the_next_one_counts_as_running() -> None:
    assert marks(machine.stages_of(status(State.STARTING, done("qemu"))))["kernel"] is Mark.RUNNING
    assert marks(machine.stages_of(status(State.STARTING)))["qemu"] is Mark.RUNNING


def test_the_stage_that_failed_is_marked_and_none_after_it_is_hidden() -> None:
    rows = machine.stages_of(status(State.FAILED, done("qemu"), StageTime(name="kernel")))
    assert marks(rows)["kernel"] is Mark.FAILED
    assert marks(rows)["endpoint"] is Mark.WAITING


def test_a_stage_of_a_newer_machine_is_shown_by_its_name() -> None:
    (row,) = machine.stages_of(status(State.READY, done("polish")))
    assert (row.title, row.mark) == ("Polish", Mark.DONE)


def test_before_the_first_start_there_are_no_stages() -> None:
    assert machine.stages_of(status(State.ABSENT)) == ()
    assert machine.stages_of(status(State.STOPPED)) == ()


@given(st.integers(0, 7), st.booleans(), st.sampled_from(list(State)))
def test_each_stage_is_told_once_and_at_most_one_is_under_way(
    count: int, lasting: bool, state: State
) -> None:
    names = machine.STAGES[:count]
    times = [done(name) for name in names]
    if lasting and times:
        times[-1] = StageTime(name=names[-1])
    rows = machine.stages_of(status(state, *times))
    assert len({row.name for row in rows}) == len(rows)
    assert sum(row.mark in (Mark.RUNNING, Mark.FAILED) for row in rows) <= 1


def test_the_stage_under_way_began_when_the_last_one_ended() -> None:
    now = status(State.STARTING, done("qemu", 2.5), StageTime(name="kernel"), started_at=100.0)
    assert machine.running_since(now) == 102.5
    assert machine.running_since(status(State.READY, done("qemu"), started_at=1.0)) == 0


def test_a_problem_keeps_its_four_parts() -> None:
    told = machine.told(Problem(what="Cannot start", why="no disk", hint="Buy one", details="raw"))
    assert (told.title, told.reason, told.advice, told.details) == (
        "Cannot start",
        "no disk",
        "Buy one",
        "raw",
    )


def test_more_than_the_computer_can_bear_is_advised_against() -> None:
    assert not machine.cpu_advice(2, HOST)
    assert "All" in machine.cpu_advice(4, HOST)
    assert "has 4" in machine.cpu_advice(5, HOST)
    assert not machine.memory_advice(6 * GIB, HOST)
    assert machine.memory_advice(7 * GIB, HOST)
    assert not machine.disk_advice(100 * GIB, None, HOST)
    assert not machine.disk_advice(120 * GIB, 30 * GIB, HOST), "what it takes already is not free"
    assert machine.disk_advice(120 * GIB, 10 * GIB, HOST)


def test_settings_are_named_as_a_person_does() -> None:
    assert machine.settings_words([]) == ""
    assert machine.settings_words(["memory"]) == "memory"
    assert machine.settings_words(["cpus", "memory", "shares"]) == "CPUs, memory and shared folders"
    assert machine.settings_words(["http_proxy", "https_proxy"]) == "proxy"


@pytest.mark.parametrize(
    ("text", "ports"),
    [("", ()), ("5432", (5432,)), ("8000, 5432 8000", (5432, 8000)), (" ALL ", "all")],
)
def test_ports_are_read(text: str, ports: object) -> None:
    assert machine.parse_ports(text) == ports


@pytest.mark.parametrize("text", ["0", "65536", "http", "80-90", "all 80", "８０", "-1", "8 0x50"])
def test_what_is_no_port_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is not a port"):
        machine.parse_ports(text)


@given(st.text(max_size=40))
def test_any_text_is_ports_or_refused(text: str) -> None:
    with suppress(ValueError):
        ports = machine.parse_ports(text)
        assert ports == "all" or all(isinstance(p, int) and 0 < p < 65536 for p in ports)


def test_an_unusual_idle_time_is_among_the_choices() -> None:
    assert (7 * 60, "After 7 min") in machine.idle_choices(7 * 60)
    assert machine.idle_choices(0) == machine.IDLE_CHOICES


def test_what_giving_back_may_free_is_what_the_host_gives_beyond_what_is_used() -> None:
    truth = machine.disk_truth(Resources(disk_size=64, guest_disk_used=10, disk_on_host=25))
    assert truth is not None
    assert truth.reclaimable == 15
    assert machine.disk_truth(Resources()) is None
    stopped = machine.disk_truth(Resources(disk_size=64, disk_on_host=25))
    assert stopped is not None
    assert stopped.reclaimable is None


def test_a_boot_is_told_with_its_end() -> None:
    ready = Boot(started_at=1, accelerator="kvm", image="a", outcome="ready", seconds=2)
    failed = Boot(
        started_at=1,
        accelerator="tcg",
        image="a",
        outcome="failed",
        seconds=2,
        stages=(done("qemu"), StageTime(name="kernel")),
        ending="crashed",
    )
    assert (machine.outcome(ready).word, machine.ending(ready)) == ("Ready", "Still running")
    assert (machine.outcome(failed).word, machine.ending(failed)) == ("Failed", "")
    assert marks(machine.stages_of_boot(failed))["kernel"] is Mark.FAILED


def test_checks_are_summed_up_in_one_sentence() -> None:
    good = Check(name="QEMU", ok=True, detail="")
    bad = Check(name="KVM", ok=False, detail="")
    untried = Check(name="Guest", ok=None, detail="")
    assert machine.checks_summary([good, good]) == "2 checks passed."
    assert machine.checks_summary([good, bad]) == "1 of 2 checks needs attention."
    assert machine.checks_summary([good, untried]) == "1 check passed, 1 could not be tried."
