"""Looks at published ports while somebody looks at them: from outside, and from inside."""

import asyncio
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError
from davit_desktop.client.types import Listener
from davit_desktop.machine_session import MachineSession
from davit_desktop.probe import Probe, probe
from davit_desktop.session import Session
from davit_desktop.state.containers import Container
from davit_desktop.state.ports import PortMapping
from davit_desktop.views.port_findings import Finding, Look, judge

_EVERY = 5_000  # milliseconds
_AT_ONCE = 16  # connections


class PortWatch(QObject):
    """Ask with `finding`; `looked` says that there is news. Looks while it is switched on."""

    looked = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        containers: Callable[[], Iterable[Container]],
        parent: QObject,
    ) -> None:
        """`containers` are those whose ports are looked at, asked for at each look."""
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._containers = containers
        self._probes: dict[tuple[str, PortMapping], Probe] = {}
        self._listeners: dict[str, list[Listener]] = {}
        self._looking: Action | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def switch(self, *, on: bool) -> None:
        """Look again and again, the first time now; or stop."""
        if on:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def forget(self) -> None:
        """What was seen is of another time."""
        self._probes.clear()
        self._listeners.clear()

    def finding(self, container: Container, port: PortMapping) -> Finding:
        """How a port stands, as far as it was looked at."""
        look = Look(
            probe=self._probes.get((container.id, port)),
            listeners=self._listeners.get(container.id),
            forward=_forward(self._session.machine, port),
        )
        return judge(port, look, running=container.running)

    def look(self) -> None:
        """Look once, unless a look is under way."""
        if self._looking is not None and self._looking.running:
            return
        chosen = [c for c in self._containers() if c.running]
        asked = [(c.id, p) for c in chosen for p in c.ports if p.browsable]
        served = [c.id for c in chosen if any(p.published for p in c.ports)]
        limit = asyncio.Semaphore(_AT_ONCE)

        async def ask(port: PortMapping) -> Probe:
            async with limit:
                return await probe(port.connect_host, port.host_port)

        async def look_inside(id: str) -> list[Listener] | None:
            async with limit:
                return await _inside(self._session.engine, id)

        async def work(_: Action) -> None:
            answers = await asyncio.gather(*(ask(port) for _, port in asked))
            found = await asyncio.gather(*map(look_inside, served))
            self._probes = dict(zip(asked, answers, strict=True))
            self._listeners = {
                id: listeners
                for id, listeners in zip(served, found, strict=True)
                if listeners is not None
            }

        self._looking = self._actions.start_quiet(work, done=lambda _: self.looked.emit())


async def _inside(engine: EngineClient, id: str) -> list[Listener] | None:
    """What listens in a container; None where the engine cannot tell, as another than Davit's."""
    try:
        return await engine.listeners(id)
    except ApiError:
        return None


def _forward(machine: MachineSession | None, port: PortMapping) -> str:
    """Why the machine does not forward a port; empty when it does, or there is no machine."""
    if machine is None or machine.status is None:
        return ""
    for forward in machine.status.forwards:
        if (forward.protocol, forward.host_port) == (port.protocol, port.host_port):
            return forward.problem
    return ""
