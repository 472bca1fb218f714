"""The ports page: every published port of every container, and whether it works end to end."""

from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state.containers import Container
from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import IconButton
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.port_findings import Finding
from davit_desktop.views.port_watch import PortWatch
from davit_desktop.views.table_model import Column
from davit_desktop.views.text import visible

_GOOD = ("green", "blue", "grey")


@dataclass(frozen=True)
class PortRow:
    """A published port of a container that runs."""

    container: Container
    port: PortMapping
    finding: Finding

    @property
    def key(self) -> str:
        port = self.port
        return f"{self.container.id} {port.host_ip} {port.host_port} {port.protocol}"


def _columns() -> tuple[Column[PortRow], ...]:
    return (
        Column(
            key="host",
            title=tr("Port of this computer"),
            text=lambda row: row.port.address,
            tip=lambda row: (
                f"{row.port.label}\n{tr('Visible on your network')}"
                if row.port.exposed_to_network
                else row.port.label
            ),
            sort=lambda row: row.port.host_port,
            mark=lambda row: (
                ("network-exposed", "amber") if row.port.exposed_to_network else ("port", "muted")
            ),
            sample="127.0.0.100:65535",
            look="strong",
        ),
        Column(
            key="inner",
            title=tr("In the container"),
            text=lambda row: f"{row.port.container_port}/{row.port.protocol}",
            sort=lambda row: row.port.container_port,
            sample="65535/sctp___",
            look="muted",
        ),
        Column(
            key="container", title=tr("Container"), text=lambda row: row.container.name, share=2
        ),
        Column(
            key="finding",
            title=tr("State"),
            text=lambda row: row.finding.words,
            tip=lambda row: row.finding.text,
            mark=lambda row: (row.finding.icon, row.finding.tone),
            share=4,
        ),
    )


class PortsPage(ListPage[PortRow]):
    """Looks at the ports while it is seen; the fix for the selected one stands below."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Ports"),
            _columns(),
            lambda row: row.key,
            icon="port",
            filter_words=tr("Filter by port or container"),
            offline=EngineOff(session, actions),
            parent=parent,
        )
        self._session = session
        self._verbs = verbs
        self._watch = PortWatch(session, actions, self._containers, self)
        self._watch.looked.connect(self._update)
        look = IconButton("refresh", tr("Look again"))
        look.clicked.connect(self._watch.look)
        self.head.addWidget(look)
        self.add_verb(
            "open",
            tr("Open in browser"),
            "browser",
            lambda chosen: verbs.open_port(chosen[0].port),
            keys="Return",
            usable=lambda chosen: len(chosen) == 1 and chosen[0].port.browsable,
        )
        self.add_verb("copy", tr("Copy the address"), "copy", self._copy, keys="Ctrl+C")
        self.add_verb(
            "container",
            tr("Open container"),
            "containers",
            lambda chosen: self.went.emit("container", chosen[0].container.id, "ports"),
            usable=lambda chosen: len(chosen) == 1,
        )
        self.add_verb(
            "logs",
            tr("View logs"),
            "logs",
            lambda chosen: self.went.emit("container", chosen[0].container.id, "logs"),
            keys="L",
            usable=lambda chosen: len(chosen) == 1,
        )
        self.nothing.say(
            tr("No ports are published"),
            tr("A container's port is opened on this computer when the container is run with it."),
            "",
            "docker run -p 127.0.0.1:8080:80 …",
        )
        self.fix = wrapped("", "")
        self.fix.setAccessibleName(tr("What mends the selected port"))
        self.body.addWidget(self.fix)
        self.list.doubleClicked.connect(lambda _: self.verbs["open"].trigger())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_fix())
        for news in (session.containers_news, session.connection_news):
            self.destroyed.connect(news.subscribe(self._update))
        verbs.deletes.changed.connect(self._update)
        self._update()

    def _containers(self) -> list[Container]:
        return [c for c in self._session.containers.values() if not self._verbs.hidden(c.id)]

    def _update(self) -> None:
        if not self.isVisible():
            return
        if not self._session.listed and self._session.connection.phase is not Phase.OFFLINE:
            return
        rows = [
            PortRow(container, port, self._watch.finding(container, port))
            for container in self._containers()
            if container.running
            for port in container.ports
            if port.published
        ]
        self.set_rows(rows)
        broken = sum(row.finding.tone not in _GOOD for row in rows)
        words = tr("%n port(s)", "", len(rows)) if rows else ""
        self.say_summary(f"{words} · {tr('%n to look at', '', broken)}" if broken else words)
        self._show_fix()

    def _show_fix(self) -> None:
        chosen = self.list.selected()
        words = chosen[0].finding.text if len(chosen) == 1 and chosen[0].finding.fix else ""
        self.fix.setText(visible(words))
        self.fix.setVisible(bool(words))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()
        self._watch.switch(on=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.switch(on=False)

    def _copy(self, chosen: list[PortRow]) -> None:
        addresses = "\n".join(row.port.address for row in chosen)
        QGuiApplication.clipboard().setText(addresses)
        self.said.emit(tr("Copied"), addresses)
