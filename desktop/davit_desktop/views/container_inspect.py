"""The Inspect tab of a container: reads the document when it is looked at."""

import asyncio

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import Json
from davit_desktop.session import Phase, Session
from davit_desktop.state.containers import Container
from davit_desktop.views.inspect import InspectView, Prepared


class ContainerInspect(InspectView):
    """Follows one container; asks again when it changes, only while it is seen."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._asked: Container | None = None
        self._was_online = session.connection.phase is Phase.ONLINE
        self._leave = [
            session.containers_news.subscribe(self._ask),
            session.connection_news.subscribe(self._on_connection),
            session.networks_news.subscribe(self._ask_anew),
        ]

    def show_container(self, id: str) -> None:
        """Show this container's document."""
        self._id = id
        self._asked = None
        self.show_document({})
        self._ask()

    def leave(self) -> None:
        """Show nothing any more."""
        self._id = ""
        self._asked = None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asked = None  # what changed meanwhile was not asked for
        self._ask()

    def _ask_anew(self) -> None:
        """It may have been connected to a network, or cut off from one."""
        self._asked = None
        self._ask()

    def _on_connection(self) -> None:
        online = self._session.connection.phase is Phase.ONLINE
        if online and not self._was_online:
            self._asked = None
        self._was_online = online
        self._ask()

    def _ask(self) -> None:
        """Read the document when it is looked at and the container is another than it told."""
        container = self._session.containers.get(self._id)
        if container is None or container == self._asked or not self.isVisible():
            return
        self._asked = container

        async def work(action: Action) -> tuple[Json, Prepared]:
            document = await self._session.engine.inspect_container(container.id)
            return document, await asyncio.to_thread(self.prepare, document)

        def done(told: tuple[Json, Prepared]) -> None:
            if container.id == self._id:
                self.show_document(*told)

        self._actions.start_quiet(work, done=done)
