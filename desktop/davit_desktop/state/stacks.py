"""Compose projects as stacks of containers (pure)."""

from collections.abc import Iterable

import msgspec

from davit_desktop.state.containers import COMPOSE_PROJECT, Container, Look
from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr

_FILES = "com.docker.compose.project.config_files"
_MOST_FILES = 20  # that are told; nobody has as many
_FOLDER = "com.docker.compose.project.working_dir"


class Stack(msgspec.Struct, frozen=True, kw_only=True):
    """One Compose project, made of at least one container, ordered by service and name."""

    name: str
    containers: tuple[Container, ...]

    @property
    def running(self) -> int:
        return sum(container.running for container in self.containers)

    @property
    def services(self) -> tuple[str, ...]:
        """The names of its services, each once."""
        return tuple(dict.fromkeys(c.service or c.name for c in self.containers))

    @property
    def ports(self) -> tuple[PortMapping, ...]:
        """What its containers publish, by port of this computer."""
        ports = {port for c in self.containers for port in c.ports if port.published}
        return tuple(sorted(ports, key=lambda port: (port.host_port, port.protocol)))

    @property
    def folder(self) -> str:
        """The working directory that the command line was in, where its engine runs."""
        return self._label(_FOLDER)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it was made from, those in the folder by their names."""
        files = list(dict.fromkeys(filter(None, self._label(_FILES).split(","))))[:_MOST_FILES]
        start = f"{self.folder.rstrip('/')}/"
        return tuple(file.removeprefix(start) if self.folder else file for file in files)

    def _label(self, key: str) -> str:
        found = (container.labels.get(key, "") for container in self.containers)
        return next(filter(None, found), "")


def stacks(containers: Iterable[Container]) -> tuple[Stack, ...]:
    """The Compose projects among these containers, by name."""
    members: dict[str, list[Container]] = {}
    for container in containers:
        if container.project:
            members.setdefault(container.project, []).append(container)
    return tuple(
        Stack(name=name, containers=tuple(sorted(own, key=lambda c: (c.service, c.name))))
        for name, own in sorted(members.items())
    )


def stack_look(stack: Stack) -> Look:
    """Word, icon and colour for a stack: how much of it runs."""
    running, total = stack.running, len(stack.containers)
    words = tr("{running} running of {total}").format(running=running, total=total)
    if running:
        return Look(words, "state-running", "green")
    return Look(words, "state-exited", "grey")


def project_label(name: str) -> str:
    """The label of everything that belongs to a project, as a filter wants it."""
    return f"{COMPOSE_PROJECT}={name}"
