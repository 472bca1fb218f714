"""Nothing has run yet: one click runs the bundled web page and opens it."""

import asyncio
from collections.abc import Callable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from davit_desktop import probe
from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError, Conflict, NotFound
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Session
from davit_desktop.state.ports import PortMapping, mappings_of_inspect
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.empty import EmptyState

IMAGE = "davit/welcome"
NAME = "welcome"
COMMAND = "docker run -d --name welcome -p 127.0.0.1::80 davit/welcome"
_READY = 10.0  # seconds in which the page must answer
_LOADED = 10.0  # seconds that an engine may take, at its first start, to load what came with it
_LOOK_EVERY = 0.2  # seconds


class FirstContainer(msgspec.Struct, frozen=True):
    """The container that was started, and the port its page is on."""

    id: str
    port: PortMapping | None


class PageSilent(ApiError):
    """The container runs, but its page does not answer."""


async def run_first_container(engine: EngineClient, action: Action) -> FirstContainer:
    """Make and start the welcome container, and wait until its page answers."""
    action.progress(0, 3, tr("Creating the container"))
    await _wait_for_image(engine)
    id = await _made(engine)
    action.progress(1, 3, tr("Starting it"))
    await engine.start(id)
    action.progress(2, 3, tr("Waiting for its page"))
    document = await engine.inspect_container(id)
    port = next((p for p in mappings_of_inspect(document) if p.browsable), None)
    if port is not None and not await probe.wait_for_answer(
        port.connect_host, port.host_port, _READY
    ):
        raise PageSilent(
            0, tr("The container runs, but {address} does not answer").format(address=port.address)
        )
    return FirstContainer(id, port)


async def _made(engine: EngineClient) -> str:
    """The container's id: a new one, or the one that was made when this was done before."""
    try:
        made = await engine.create_container(
            {
                "Image": IMAGE,
                "ExposedPorts": {"80/tcp": {}},
                "HostConfig": {"PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1"}]}},
            },
            name=NAME,
        )
    except Conflict:
        document = await engine.inspect_container(NAME)
        if (document.get("Config") or {}).get("Image") != IMAGE:
            raise
        return str(document["Id"])
    return made.id


async def _wait_for_image(engine: EngineClient) -> None:
    """Raises NotFound when the engine does not hold the image."""
    ours = ((await engine.version()).get("Platform") or {}).get("Name") == "Davit"
    deadline = asyncio.get_running_loop().time() + (_LOADED if ours else 0.0)
    while True:
        try:
            await engine.inspect_image(IMAGE)
            return
        except NotFound as error:
            if asyncio.get_running_loop().time() >= deadline:
                raise NotFound(
                    error.status,
                    tr(
                        "This engine does not hold {image}, which comes with Davit's own engine"
                    ).format(image=IMAGE),
                ) from error
        await asyncio.sleep(_LOOK_EVERY)


def run_first(
    session: Session,
    actions: Actions,
    done: Callable[[FirstContainer], None],
    failed: Callable[[Problem], None],
    deletes: PendingDeletes | None = None,
) -> Action:
    """Run it as an action of the window; one of its name among `deletes` goes before."""

    async def work(action: Action) -> FirstContainer:
        if deletes is not None:
            await deletes.free(NAME)
        return await run_first_container(session.engine, action)

    return actions.start(
        tr("Running your first container"),
        work,
        failure=tr("Cannot run your first container"),
        command=COMMAND,
        done=done,
        failed=failed,
    )


class FirstRun(EmptyState):
    """The empty state of the containers page."""

    opened = Signal(object)  # PortMapping
    started = Signal(str)  # container id
    problem = Signal(object)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        deletes: PendingDeletes | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("containers", "accent", parent)
        self._deletes = deletes
        self._session = session
        self._actions = actions
        self.say(
            tr("No containers yet"),
            tr(
                "A container is a program with all it needs, apart from the rest of your computer. "
                "This one is a small web page that came with Davit: it needs no network."
            ),
            tr("Run your first container"),
            COMMAND,
        )
        self.button.set_icon("play")
        self.button.clicked.connect(self._run)

    def _run(self) -> None:
        self.button.setEnabled(False)
        run_first(self._session, self._actions, self._done, self._failed, self._deletes)

    def _done(self, first: FirstContainer) -> None:
        self.button.setEnabled(True)
        self.started.emit(first.id)
        if first.port is not None:
            self.opened.emit(first.port)

    def _failed(self, problem: Problem) -> None:
        self.button.setEnabled(True)
        self.problem.emit(problem)
