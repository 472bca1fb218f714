"""What the list shows after a listing and after each event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.types import Actor, ContainerSummary, Event, Port
from davit_desktop.state import containers as rows
from davit_desktop.state.containers import Container, Health, State, look

NOW = 1_700_000_000.0


def summary(**changes: object) -> ContainerSummary:
    known = {"id": "a" * 64, "names": ("/web",), "image": "nginx", "state": "running"}
    return ContainerSummary(**(known | changes))  # type: ignore[arg-type]


def event(action: str, id: str = "a" * 64, kind: str = "container", **attributes: str) -> Event:
    return Event(
        type=kind,
        action=action,
        actor=Actor(id=id, attributes=attributes),
        time=int(NOW) + 60,
        time_nano=int((NOW + 60) * 1e9),
    )


def listed(**changes: object) -> dict[str, Container]:
    return rows.listed([summary(**changes)], NOW, {})


def only(containers: rows.Containers) -> Container:
    (row,) = containers.values()
    return row


@pytest.mark.parametrize(
    ("status", "ago"),
    [
        ("Up Less than a second", 0),
        ("Up 1 second", 1),
        ("Up About a minute", 60),
        ("Up About an hour", 3600),
        ("Up 2 hours (healthy)", 7200),
        ("Up 3 weeks", 3 * 7 * 86400),
        ("Up 5 minutes (Paused)", 300),
    ],
)
def test_a_listing_tells_how_long_it_runs(status: str, ago: float) -> None:
    assert only(listed(status=status)).since == NOW - ago


def test_a_listing_tells_the_exit_code() -> None:
    row = only(listed(state="exited", status="Exited (137) 4 minutes ago"))
    assert (row.state, row.exit_code, row.since) == (State.EXITED, 137, NOW - 240)


@pytest.mark.parametrize(
    ("status", "health"),
    [
        ("Up 2 hours (healthy)", Health.HEALTHY),
        ("Up 2 hours (unhealthy)", Health.UNHEALTHY),
        ("Up 2 seconds (health: starting)", Health.STARTING),
        ("Up 2 hours", Health.NONE),
    ],
)
def test_a_listing_tells_the_health(status: str, health: Health) -> None:
    assert only(listed(status=status)).health is health


def test_ports_on_both_families_are_shown_once() -> None:
    row = only(
        listed(
            ports=(
                Port(ip="0.0.0.0", private_port=80, public_port=8080),
                Port(ip="::", private_port=80, public_port=8080),
                Port(private_port=443),
            )
        )
    )
    assert [p.label for p in row.ports] == ["0.0.0.0:8080 → 80/tcp", "443/tcp"]


def test_a_start_shows_at_once_and_asks_for_the_ports() -> None:
    after, relist = rows.folded(listed(state="exited"), event("start"))
    assert only(after).state is State.RUNNING
    assert only(after).since == NOW + 60
    assert relist


def test_the_end_carries_its_exit_code() -> None:
    after, _ = rows.folded(listed(), event("die", exitCode="3"))
    assert only(after).state is State.EXITED
    assert only(after).exit_code == 3


def test_an_exit_code_that_is_not_one_is_ignored() -> None:
    after, _ = rows.folded(listed(), event("die", exitCode="x" * 99))
    assert only(after).exit_code == 0


def test_running_out_of_memory_is_told_after_the_end() -> None:
    after, _ = rows.folded(listed(), event("oom"))
    after, _ = rows.folded(after, event("die", exitCode="137"))
    assert look(only(after)).word == "Out of memory (137)"


def test_out_of_memory_survives_a_listing_of_the_same_run() -> None:
    before, _ = rows.folded(listed(), event("oom"))
    before, _ = rows.folded(before, event("die", exitCode="137"))
    after = rows.listed([summary(state="exited", status="Exited (137) 1 second ago")], NOW, before)
    assert only(after).oom


def test_a_deleted_container_leaves_without_a_question() -> None:
    after, relist = rows.folded(listed(), event("destroy"))
    assert (dict(after), relist) == ({}, False)


def test_a_container_nobody_knew_is_asked_about() -> None:
    assert rows.folded({}, event("create")) == ({}, True)


@pytest.mark.parametrize(
    "action", ["exec_create: sh", "exec_start: sh", "exec_die", "top", "resize"]
)
def test_looking_at_a_container_changes_nothing(action: str) -> None:
    before = listed()
    after, relist = rows.folded(before, event(action))
    assert after is before
    assert not relist


def test_events_of_other_things_change_nothing() -> None:
    before = listed()
    assert rows.folded(before, event("pull", kind="image")) == (before, False)


def test_health_and_names_follow_events() -> None:
    after, _ = rows.folded(listed(), event("health_status: unhealthy"))
    after, _ = rows.folded(after, event("rename", name="/shop"))
    assert (only(after).health, only(after).name) == (Health.UNHEALTHY, "shop")


def test_a_new_listing_of_some_drops_those_that_went() -> None:
    both = rows.listed([summary(), summary(id="b" * 64, names=("/db",))], NOW, {})
    after = rows.refreshed(both, ["a" * 64], [], NOW)
    assert [row.name for row in after.values()] == ["db"]


@given(
    actions=st.lists(
        st.sampled_from(["create", "start", "die", "oom", "pause", "unpause", "kill", "destroy"])
    ),
    status=st.text(max_size=30),
    state=st.text(max_size=10),
)
def test_any_story_gives_rows_that_can_be_told(actions: list[str], status: str, state: str) -> None:
    known: rows.Containers = listed(status=status, state=state)
    for action in actions:
        known, _ = rows.folded(known, event(action))
    for row in known.values():
        assert look(row).word


def test_every_state_has_a_word_an_icon_and_a_colour() -> None:
    for state in State:
        told = look(Container(id="a", name="n", image="i", state=state))
        assert told.word
        assert told.icon.startswith("state-")
        assert told.tone
