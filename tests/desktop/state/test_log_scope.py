"""A scope says whose logs are shown, and is remembered as a subject."""

import pytest

from davit_desktop.state.containers import COMPOSE_PROJECT, Container, State
from davit_desktop.state.log_scope import (
    Scope,
    Whose,
    members,
    of_containers,
    of_stack,
    parse,
    projects,
)


def container(id: str, state: State, project: str = "") -> Container:
    labels = {COMPOSE_PROJECT: project} if project else {}
    return Container(id=id, name=f"name-{id}", image="x", state=state, labels=labels)


CONTAINERS = {
    each.id: each
    for each in (
        container("c", State.RUNNING, "shop"),
        container("b", State.EXITED, "shop"),
        container("a", State.RUNNING),
    )
}


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        (Scope(), ["a", "c"]),
        (Scope(Whose.ALL), ["a", "b", "c"]),
        (of_stack("shop"), ["b", "c"]),
        (of_containers(["b", "gone"]), ["b"]),
    ],
)
def test_a_scope_holds_its_containers_by_name(scope: Scope, ids: list[str]) -> None:
    assert members(scope, CONTAINERS) == [(id, f"name-{id}") for id in ids]
    assert parse(scope.subject) == scope


def test_the_stacks_are_named() -> None:
    assert projects(CONTAINERS) == ["shop"]


def test_nonsense_is_the_usual() -> None:
    assert parse("what") == Scope()
