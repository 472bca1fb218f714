"""What can be done to containers: the verbs, their words, and what is said when they are done."""

import asyncio
import shlex
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from davit_desktop import probe
from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import Conflict, NotFound
from davit_desktop.pending_deletes import Doomed, PendingDeletes, Step
from davit_desktop.session import Session
from davit_desktop.state.containers import Container, State
from davit_desktop.state.docker_command import run_command
from davit_desktop.state.ports import PortMapping
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views import text

Work = Callable[[EngineClient, str], Awaitable[object]]


def can_start(container: Container) -> bool:
    return container.state in (State.CREATED, State.EXITED)


def can_stop(container: Container) -> bool:
    return container.running


def can_pause(container: Container) -> bool:
    return container.state is State.RUNNING


def can_resume(container: Container) -> bool:
    return container.state is State.PAUSED


def can_delete(container: Container) -> bool:
    return container.state is not State.REMOVING


class ContainerVerbs(QObject):
    """Runs verbs as actions. `busy` and `failures` tell, by id, what is going on with a row.

    A container does one thing at a time. What is asked of it meanwhile comes next, the last wish
    replacing an earlier one; Kill alone waits for nothing, for it is what ends a slow stop.
    """

    busy_changed = Signal()
    problem = Signal(object)  # Problem
    settled = Signal(str)  # the title of a problem that no longer holds
    said = Signal(str, str)  # a toast: its words and its tool tip
    deleted = Signal(str)  # id

    def __init__(
        self,
        session: Session,
        actions: Actions,
        deletes: PendingDeletes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.deletes = deletes
        deletes.changed.connect(self.busy_changed)
        self.busy: dict[str, str] = {}
        self.failures: dict[str, Problem] = {}  # what last failed, until it is tried again
        self._doing: dict[str, str] = {}
        self._ends: dict[str, asyncio.Event] = {}
        self._next: dict[str, tuple[str, Callable[[], None]]] = {}

    def start(self, containers: Sequence[Container]) -> None:
        """Start those that can start."""
        self._each(filter(can_start, containers), "start", lambda e, id: e.start(id))

    def stop(self, containers: Sequence[Container]) -> None:
        """Ask those that run to end, and let the engine kill them after their grace period."""
        self._each(filter(can_stop, containers), "stop", lambda e, id: e.stop(id))

    def restart(self, containers: Sequence[Container]) -> None:
        """Stop and start again."""
        self._each(filter(can_delete, containers), "restart", lambda e, id: e.restart(id))

    def pause(self, containers: Sequence[Container]) -> None:
        """Freeze the processes."""
        self._each(filter(can_pause, containers), "pause", lambda e, id: e.pause(id))

    def resume(self, containers: Sequence[Container]) -> None:
        """Let frozen processes go on."""
        self._each(filter(can_resume, containers), "unpause", lambda e, id: e.unpause(id))

    def kill(self, containers: Sequence[Container]) -> None:
        """End the processes at once."""
        for container in filter(can_stop, containers):
            self._kill(container)

    def delete(self, containers: Sequence[Container], words: str = "", *after: Doomed) -> None:
        """Hide containers and stop those that run; they are deleted when Undo is over.

        `words` say what was deleted, where it is more than them; `after` goes with them.
        """
        chosen = [c for c in containers if can_delete(c) and not self.deletes.holds(c.id)]
        if not chosen:
            return
        if not words and len(chosen) == 1:
            words = tr("Deleted {name}").format(name=chosen[0].name)
        elif not words:
            words = tr("Deleted %n container(s)", "", len(chosen))
        doomed = [self._doomed(container) for container in chosen]
        self.deletes.put([*doomed, *after], text.visible(words))
        for container in chosen:
            self._next.pop(container.id, None)
            self.deleted.emit(container.id)

    def hidden(self, id: str) -> bool:
        """Whether it has been deleted as far as the person is concerned."""
        return self.deletes.holds(id)

    def toggle(self, containers: Sequence[Container]) -> None:
        """Stop if any of them runs, start otherwise; paused ones go on."""
        paused = [c for c in containers if can_resume(c)]
        running = [c for c in containers if can_stop(c) and not can_resume(c)]
        if running:
            self.stop(running)
        elif paused:
            self.resume(paused)
        else:
            self.start(containers)

    def copy_ids(self, containers: Sequence[Container]) -> None:
        """Put the whole ids on the clipboard, one a line."""
        ids = "\n".join(container.id for container in containers)
        QGuiApplication.clipboard().setText(ids)
        words = tr("Copied %n id(s)", "", len(containers))
        if len(containers) == 1:
            words = tr("Copied the id of {name}").format(name=text.visible(containers[0].name))
        self.said.emit(words, ids)

    def copy_command(self, container: Container) -> None:
        """Put the docker run command that would make it again on the clipboard."""

        async def work(action: Action) -> str:
            document = await self._session.engine.inspect_container(container.id)
            try:
                image = await self._session.engine.inspect_image(str(document.get("Image") or ""))
            except NotFound:
                image = None
            return run_command(document, image)

        def done(command: str) -> None:
            QGuiApplication.clipboard().setText(command)
            self.said.emit(tr("Copied the docker command"), command)

        self._actions.start(
            tr("Reading {name}").format(name=container.name),
            work,
            failure=tr("Cannot read {name}").format(name=container.name),
            subject=container.id,
            command=f"docker inspect {shlex.quote(container.name)}",
            done=done,
            failed=self.problem.emit,
        )

    def open_first_port(self, container: Container) -> None:
        """Open the lowest published port in the browser, if there is one."""
        port = first_web_port(container)
        if port is not None and container.running:
            self.open_port(port)

    def open_port(self, port: PortMapping) -> None:
        """Open the browser: https where the port is known for it or answers a TLS handshake."""
        if port.certainly_tls or port.certainly_plain:
            self._browse(port.url(tls=port.certainly_tls))
            return

        async def work(action: Action) -> bool:
            return await probe.speaks_tls(port.connect_host, port.host_port)

        self._actions.start(
            tr("Opening {address}").format(address=port.address),
            work,
            failure=tr("Cannot open {address}").format(address=port.address),
            done=lambda tls: self._browse(port.url(tls)),
            failed=self.problem.emit,
        )

    def copy_port(self, port: PortMapping) -> None:
        """Put the address on the clipboard."""
        QGuiApplication.clipboard().setText(port.address)
        self.said.emit(tr("Copied {address}").format(address=port.address), "")

    def _browse(self, url: str) -> None:
        if not QDesktopServices.openUrl(QUrl(url)):
            QGuiApplication.clipboard().setText(url)
            self.said.emit(tr("No browser was found. Copied {address}").format(address=url), url)

    def _each(self, containers: "filter[Container]", command: str, work: Work) -> None:
        for container in containers:
            self._one(container, command, work)

    def _one(self, container: Container, command: str, work: Work) -> None:
        doing, title, fault = _WORDS[command]
        if container.id in self._doing:
            self._do_next(container.id, doing, lambda: self._one(container, command, work))
            return
        failure = tr(fault).format(name=container.name)

        async def run(action: Action) -> None:
            with self._then_next(container.id):
                await work(self._session.engine, container.id)

        self._begin(container.id, doing)
        self._actions.start(
            tr(title).format(name=container.name),
            run,
            failure=failure,
            subject=container.id,
            command=f"docker {command} {shlex.quote(container.name)}",
            done=lambda _: self.settled.emit(failure),
            failed=lambda problem: self._failed(container, problem),
        )

    def _failed(self, container: Container, problem: Problem) -> None:
        self.failures[container.id] = problem
        self.busy_changed.emit()
        self.problem.emit(problem)

    def _kill(self, container: Container) -> None:
        failure = tr("Cannot kill {name}").format(name=container.name)
        self._next.pop(container.id, None)
        self._say_busy(container.id)
        self._actions.start(
            tr("Killing {name}").format(name=container.name),
            lambda action: self._session.engine.kill(container.id),
            failure=failure,
            subject=container.id,
            command=f"docker kill {shlex.quote(container.name)}",
            done=lambda _: self.settled.emit(failure),
            failed=lambda problem: self._failed(container, problem),
        )

    def _doomed(self, container: Container) -> Doomed:
        """What the deletion of a container consists of.

        One that removes itself when it stops is stopped only at the end: until then it can be
        taken back.
        """
        engine, id = self._session.engine, container.id
        quoted = shlex.quote(container.name)
        runs = container.running and self._doing.get(id) != _STOPPING
        paused = can_resume(container)
        removes_itself = False

        async def stop(action: Action) -> None:
            nonlocal removes_itself
            async with self._turn(id, _STOPPING):
                try:
                    document = await engine.inspect_container(id)
                    removes_itself = bool((document.get("HostConfig") or {}).get("AutoRemove"))
                    if removes_itself:
                        action.command = f"docker inspect {quoted}"
                    else:
                        await engine.stop(id)
                except NotFound:
                    pass  # somebody was faster

        async def start(action: Action) -> None:
            async with self._turn(id, _STARTING):
                await engine.start(id)
                if paused:
                    await engine.pause(id)

        async def remove(action: Action) -> None:
            async with self._turn(id, _DELETING):
                try:
                    if removes_itself:
                        action.command = f"docker stop {quoted}"
                        await engine.stop(id)
                    await engine.remove_container(id)
                except NotFound:
                    pass  # somebody was faster, or it removes itself when stopped
                except Conflict as error:
                    if "already in progress" not in error.message:
                        raise

        failure = tr("Cannot delete {name}").format(name=container.name)
        return Doomed(
            key=id,
            name=container.name,
            delete=Step(
                title=tr("Deleting {name}").format(name=container.name),
                failure=failure,
                command=f"docker rm {quoted}",
                work=remove,
            ),
            prepare=Step(
                title=tr("Stopping {name}").format(name=container.name),
                failure=failure,
                command=f"docker stop {quoted}",
                work=stop,
            )
            if container.running
            else None,
            restore=Step(
                title=tr("Starting {name}").format(name=container.name),
                failure=tr("Cannot start {name}").format(name=container.name),
                command=f"docker start {quoted}",
                work=start,
            )
            if runs
            else None,
            failed=lambda problem: self._failed(container, problem),
        )

    def _begin(self, id: str, doing: str) -> None:
        self._doing[id] = doing
        self._ends[id] = asyncio.Event()
        self.failures.pop(id, None)
        self._say_busy(id)

    @asynccontextmanager
    async def _turn(self, id: str, doing: str) -> AsyncIterator[None]:
        """Wait until nothing is done to it, then hold while this is."""
        while id in self._doing:
            await self._ends[id].wait()
        self._begin(id, doing)
        with self._then_next(id):
            yield

    @contextmanager
    def _then_next(self, id: str) -> Iterator[None]:
        """Holds while a verb is done; at its end comes what was asked meanwhile, if anything."""
        try:
            yield
        except asyncio.CancelledError:
            self._next.pop(id, None)
            raise
        finally:
            self._doing.pop(id, None)
            self._ends.pop(id).set()
            following = self._next.pop(id, None)
            self._say_busy(id)
            if following is not None:
                following[1]()

    def _do_next(self, id: str, doing: str, verb: Callable[[], None]) -> None:
        if self._doing[id] != doing:
            self._next[id] = (doing, verb)
            self._say_busy(id)

    def _say_busy(self, id: str) -> None:
        now, following = self._doing.get(id, ""), self._next.get(id, ("", None))[0]
        if now and following:
            self.busy[id] = tr("{now}, then {next}").format(now=tr(now), next=tr(following).lower())
        elif now or following:
            self.busy[id] = tr(now or following)
        else:
            self.busy.pop(id, None)
        self.busy_changed.emit()


_DELETING = mark("Deleting")
_STARTING = mark("Starting")
_STOPPING = mark("Stopping")
_WORDS = {
    "start": (_STARTING, mark("Starting {name}"), mark("Cannot start {name}")),
    "stop": (_STOPPING, mark("Stopping {name}"), mark("Cannot stop {name}")),
    "restart": (mark("Restarting"), mark("Restarting {name}"), mark("Cannot restart {name}")),
    "pause": (mark("Pausing"), mark("Pausing {name}"), mark("Cannot pause {name}")),
    "unpause": (mark("Resuming"), mark("Resuming {name}"), mark("Cannot resume {name}")),
}


def first_web_port(container: Container) -> PortMapping | None:
    """The port that "Open in browser" means: one known for the web, else the lowest."""
    ports = [port for port in container.ports if port.browsable]
    known = [port for port in ports if port.certainly_tls or port.certainly_plain]
    return next(iter(known or ports), None)
