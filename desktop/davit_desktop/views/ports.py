"""The ports of one container: where each leads, and whether anything answers there right now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.state.containers import Container
from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.port_findings import Finding
from davit_desktop.views.port_watch import PortWatch
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.text import visible


class PortsView(QWidget):
    """One card for each port. Asks the published ones while it is seen."""

    open_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._cards: dict[PortMapping, _PortCard] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        self._area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._none = EmptyState("port")
        self._none.say(
            tr("No ports"),
            tr(
                "The container publishes no port, and its image names none. A port is published "
                "when the container is run."
            ),
            "",
            "docker run -p 127.0.0.1:8080:80 …",
        )
        layout.addWidget(self._area, 1)
        layout.addWidget(self._none, 1)
        self._watch = PortWatch(session, actions, self._shown, self)
        self._watch.looked.connect(self._update)
        self._leave = session.containers_news.subscribe(self._update)

    def show_container(self, id: str) -> None:
        """Show this container's ports."""
        self._id = id
        self._watch.forget()
        self._update()
        if id and self.isVisible():
            self._watch.look()

    def leave(self) -> None:
        """Show none any more."""
        self.show_container("")

    def focus_search(self) -> None:
        """There is nothing to search."""

    @property
    def words(self) -> list[str]:
        """The verdicts as they stand, for those who cannot see them."""
        return [card.finding.text for card in self._cards.values()]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()
        self._watch.switch(on=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.switch(on=False)

    def _container(self) -> Container | None:
        return self._session.containers.get(self._id)

    def _shown(self) -> list[Container]:
        container = self._container()
        return [container] if container else []

    def _update(self) -> None:
        container = self._container()
        ports: Sequence[PortMapping] = container.ports if container else ()
        if tuple(self._cards) != tuple(ports):
            for card in self._cards.values():
                self._rows.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._cards = {port: self._card(port) for port in ports}
        if container is not None:
            for port, card in self._cards.items():
                finding = self._watch.finding(container, port)
                card.show_finding(finding, running=container.running)
        self._area.setVisible(bool(ports))
        self._none.setVisible(not ports)

    def _card(self, port: PortMapping) -> "_PortCard":
        card = _PortCard(port)
        card.opened.connect(self.open_requested)
        card.copied.connect(self.copy_requested)
        self._rows.insertWidget(self._rows.count() - 1, card)
        return card


class _PortCard(QFrame):
    opened = Signal(object)
    copied = Signal(object)

    def __init__(self, port: PortMapping) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.finding = Finding(icon="", tone="grey", words="")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(12)
        self._mark = Mark(size=20)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(plain_label(port.label, "strong"))
        self._told = plain_label("", "muted")
        self._told.setWordWrap(True)
        words.addWidget(self._told)
        self._fix = plain_label("")
        self._fix.setWordWrap(True)
        words.addWidget(self._fix)
        if port.exposed_to_network:
            exposed = plain_label(tr("Visible on your network: bound to all addresses"), "muted")
            exposed.setWordWrap(True)
            words.addWidget(exposed)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._open = TextButton(tr("Open in browser"), "browser")
        self._open.clicked.connect(lambda: self.opened.emit(port))
        self._open.setVisible(port.browsable)
        copy = IconButton("copy", tr("Copy the address"))
        copy.clicked.connect(lambda: self.copied.emit(port))
        copy.setVisible(port.published)
        layout.addWidget(self._open)
        layout.addWidget(copy)

    def show_finding(self, finding: Finding, *, running: bool) -> None:
        """Say what the last look found."""
        self.finding = finding
        self._mark.show_mark(finding.icon, finding.tone)
        self._told.setText(visible(finding.words))
        self._fix.setText(visible(finding.fix))
        self._fix.setVisible(bool(finding.fix))
        self.setAccessibleName(visible(finding.text))
        self._open.setEnabled(running)
