"""Whose logs are shown together: all, those that run, a stack's, or chosen ones (pure)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from davit_desktop.state.containers import Container


class Whose(StrEnum):
    """Which containers."""

    RUNNING = "running"
    ALL = "all"
    STACK = "stack"
    CHOSEN = "chosen"


class Scope(msgspec.Struct, frozen=True):
    """`project` is the stack's; `ids` are the chosen ones."""

    whose: Whose = Whose.RUNNING
    project: str = ""
    ids: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The scope as the window remembers it on the way back."""
        detail = self.project if self.whose is Whose.STACK else ",".join(self.ids)
        return f"{self.whose}:{detail}"


def of_stack(project: str) -> Scope:
    """The containers of a Compose project, those that come later too."""
    return Scope(Whose.STACK, project)


def of_containers(ids: Iterable[str]) -> Scope:
    """These containers."""
    return Scope(Whose.CHOSEN, ids=tuple(ids))


def parse(subject: str) -> Scope:
    """The scope of a subject; those that run for anything else."""
    word, _, detail = subject.partition(":")
    match word:
        case Whose.STACK:
            return of_stack(detail)
        case Whose.CHOSEN:
            return of_containers(id for id in detail.split(",") if id)
        case Whose.ALL:
            return Scope(Whose.ALL)
    return Scope()


def members(scope: Scope, containers: Mapping[str, Container]) -> list[tuple[str, str]]:
    """Ids and names of the containers in a scope, by name."""
    found = [c for c in containers.values() if _in(scope, c)]
    return [(c.id, c.name) for c in sorted(found, key=lambda c: (c.name, c.id))]


def projects(containers: Mapping[str, Container]) -> list[str]:
    """The Compose projects there are."""
    return sorted({c.project for c in containers.values() if c.project})


def _in(scope: Scope, container: Container) -> bool:
    match scope.whose:
        case Whose.ALL:
            return True
        case Whose.STACK:
            return container.project == scope.project
        case Whose.CHOSEN:
            return container.id in scope.ids
    return container.running
