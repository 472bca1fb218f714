"""What can be done to a Compose project as a whole; there is no file of it to read, only labels."""

import asyncio
import shlex
from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, Signal

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import NotFound
from davit_desktop.client.types import Json, Network, Volume
from davit_desktop.pending_deletes import Doomed, Step
from davit_desktop.session import Session
from davit_desktop.state.problem import Problem
from davit_desktop.state.stacks import Stack, project_label
from davit_desktop.translation import tr
from davit_desktop.views.container_verbs import ContainerVerbs


class Belongings(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine holds for a project beside its containers; -1 is a size nobody counted."""

    networks: tuple[Network, ...] = ()
    volumes: tuple[Volume, ...] = ()
    sizes: dict[str, int] = {}


class StackVerbs(QObject):
    """Verbs on whole stacks. `problem` and `settled` are as those of the containers' verbs."""

    problem = Signal(object)  # Problem
    said = Signal(str, str)  # a toast: its words and its tool tip

    def __init__(
        self, session: Session, actions: Actions, containers: ContainerVerbs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.containers = containers

    async def belongings(self, name: str, *, sizes: bool = False) -> Belongings:
        """Networks and volumes that carry the project's label, with sizes where they are asked."""
        engine, filters = self._session.engine, {"label": [project_label(name)]}
        networks = await engine.networks(filters)
        volumes = await engine.volumes(filters)
        counted = _sizes(await engine.df(["volume"])) if sizes and volumes else {}
        return Belongings(
            networks=tuple(networks),
            volumes=tuple(volumes),
            sizes={volume.name: counted.get(volume.name, -1) for volume in volumes},
        )

    def delete(self, stacks: Sequence[Stack]) -> None:
        """Delete containers and networks; it can be taken back, and volumes stay."""
        for stack in stacks:
            containers = list(stack.containers)
            self.containers.delete(
                containers, tr("Deleted stack {name}").format(name=stack.name), self._rest(stack)
            )

    def _rest(self, stack: Stack) -> Doomed:
        """The networks, once the containers have gone."""
        ids = [container.id for container in stack.containers]
        name = stack.name
        title = tr("Deleting the networks of {name}").format(name=name)

        async def delete(action: Action) -> None:
            deletes = self.containers.deletes
            await deletes.finish(ids)
            left = [c for c in self._session.containers.values() if c.project == name]
            if any(not deletes.holds(container.id) for container in left):
                return  # some were brought back, and need them
            networks = (await self.belongings(name)).networks
            words = [shlex.quote(network.name) for network in networks]
            action.command = f"docker network rm {' '.join(words)}" if words else ""
            for network in networks:
                await self._session.engine.remove_network(network.id)

        return Doomed(
            key=f"stack {name}",
            name=tr("networks of {name}").format(name=name),
            delete=Step(
                title=title,
                failure=tr("Cannot delete the networks of {name}").format(name=name),
                command="",
                work=delete,
            ),
            failed=self.problem.emit,
        )

    def delete_with_volumes(self, stack: Stack, belongings: Belongings) -> Action:
        """Stop and delete everything of a stack now, with the data in its volumes."""
        engine = self._session.engine
        ids = [container.id for container in stack.containers]
        running = [container.id for container in stack.containers if container.running]
        total = len(ids) + len(belongings.networks) + len(belongings.volumes)

        async def work(action: Action) -> None:
            async def stop(id: str) -> None:
                with suppress(NotFound):  # it removes itself when it stops
                    await engine.stop(id)

            action.progress(0, total, tr("Stopping"))
            for ended in await asyncio.gather(*map(stop, running), return_exceptions=True):
                if ended is not None:
                    raise ended
            done = 0
            for id in ids:
                with suppress(NotFound):
                    await engine.remove_container(id, volumes=True)
                done += 1
                action.progress(done, total, tr("Deleting containers"))
            for network in belongings.networks:
                await engine.remove_network(network.id)
                done += 1
                action.progress(done, total, tr("Deleting networks"))
            for volume in belongings.volumes:
                await engine.remove_volume(volume.name)
                done += 1
                action.progress(done, total, tr("Deleting volumes"))

        def failed(problem: Problem) -> None:
            self.problem.emit(problem)

        name = stack.name
        return self._actions.start(
            tr("Deleting {name} and its volumes").format(name=name),
            work,
            failure=tr("Cannot delete {name} and its volumes").format(name=name),
            subject=f"stack {name}",
            command=f"docker compose -p {shlex.quote(name)} down --volumes",
            done=lambda _: self.said.emit(
                tr("Deleted stack {name} and its volumes").format(name=name), ""
            ),
            failed=failed,
        )


def _sizes(answer: Json) -> dict[str, int]:
    return {
        str(volume.get("Name") or ""): int((volume.get("UsageData") or {}).get("Size", -1))
        for volume in answer.get("Volumes") or ()
    }
