"""The ports of one container: where each leads, and whether anything answers there right now."""

import asyncio
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.probe import Answer, Probe, probe
from davit_desktop.session import Session
from davit_desktop.state.containers import Container
from davit_desktop.state.ports import PortMapping
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.status_bar import Mark

_PROBE_EVERY = 5_000  # milliseconds, while the page is seen


class Verdict(msgspec.Struct, frozen=True):
    """What a probe means to a person."""

    icon: str
    tone: str
    words: str


def verdict(port: PortMapping, answer: Probe | None, running: bool) -> Verdict:
    """The words for a probe of a port."""
    inner = f"{port.container_port}/{port.protocol}"
    if not port.published:
        return Verdict("state-created", "grey", "Exposed by the image, but not published")
    if not running:
        return Verdict("state-exited", "grey", "Not open: the container is not running")
    if port.protocol != "tcp":
        return Verdict(
            "state-unknown", "grey", f"Published; {port.protocol.upper()} cannot be asked"
        )
    if answer is None:
        return Verdict("state-busy", "blue", "Asking…")
    match answer.answer:
        case Answer.OPEN:
            return Verdict("state-healthy", "green", f"Answers in {answer.milliseconds:.0f} ms")
        case Answer.CLOSED_AT_ONCE:
            return Verdict(
                "state-unhealthy",
                "orange",
                f"The forward is open, but hangs up at once: nothing listens on {inner} in the "
                "container, or only on its own 127.0.0.1",
            )
        case Answer.REFUSED:
            return Verdict(
                "state-failed",
                "red",
                f"Refused: {answer.detail or 'nothing listens'}. Either the forward failed, or "
                f"nothing listens on {inner} in the container",
            )
        case Answer.SILENT:
            return Verdict("state-failed", "red", "No answer: something drops the connection")


class PortsView(QWidget):
    """One card for each port. Asks the published ones while it is seen."""

    open_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._answers: dict[PortMapping, Probe] = {}
        self._asking: Action | None = None
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
            "No ports",
            "The container publishes no port, and its image names none. A port is published when "
            "the container is run.",
            "",
            "docker run -p 127.0.0.1:8080:80 …",
        )
        layout.addWidget(self._area, 1)
        layout.addWidget(self._none, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(_PROBE_EVERY)
        self._timer.timeout.connect(self._ask)
        self._leave = session.containers_news.subscribe(self._update)

    def show_container(self, id: str) -> None:
        """Show this container's ports."""
        self._id = id
        self._answers.clear()
        self._update()
        self._ask()

    def leave(self) -> None:
        """Show none any more."""
        self.show_container("")

    def focus_search(self) -> None:
        """There is nothing to search."""

    @property
    def words(self) -> list[str]:
        """The verdicts as they stand, for those who cannot see them."""
        return [card.verdict.words for card in self._cards.values()]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update()
        self._timer.start()
        self._ask()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _container(self) -> Container | None:
        return self._session.containers.get(self._id)

    def _update(self) -> None:
        container = self._container()
        ports: Sequence[PortMapping] = container.ports if container else ()
        running = container is not None and container.running
        if tuple(self._cards) != tuple(ports):
            for card in self._cards.values():
                self._rows.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._cards = {port: self._card(port) for port in ports}
        if not running:
            self._answers.clear()
        for port, card in self._cards.items():
            card.show_verdict(verdict(port, self._answers.get(port), running), running)
        self._area.setVisible(bool(ports))
        self._none.setVisible(not ports)

    def _card(self, port: PortMapping) -> "_PortCard":
        card = _PortCard(port)
        card.opened.connect(self.open_requested)
        card.copied.connect(self.copy_requested)
        self._rows.insertWidget(self._rows.count() - 1, card)
        return card

    def _ask(self) -> None:
        container = self._container()
        unseen = not self.isVisible() or self.window().isMinimized()
        if unseen or container is None or not container.running:
            return
        if self._asking is not None and self._asking.running:
            return
        ports = [port for port in container.ports if port.browsable]

        async def work(action: Action) -> dict[PortMapping, Probe]:
            answers = await asyncio.gather(*(probe(p.connect_host, p.host_port) for p in ports))
            return dict(zip(ports, answers, strict=True))

        id = self._id
        self._asking = self._actions.start_quiet(work, done=lambda found: self._told(id, found))

    def _told(self, id: str, answers: dict[PortMapping, Probe]) -> None:
        if id == self._id:
            self._answers = answers
            self._update()


class _PortCard(QFrame):
    opened = Signal(object)
    copied = Signal(object)

    def __init__(self, port: PortMapping) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.verdict = Verdict("", "grey", "")
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
        if port.exposed_to_network:
            exposed = plain_label("Visible on your network: bound to all addresses", "muted")
            exposed.setWordWrap(True)
            words.addWidget(exposed)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._open = TextButton("Open in browser", "browser")
        self._open.clicked.connect(lambda: self.opened.emit(port))
        self._open.setVisible(port.browsable)
        copy = IconButton("copy", "Copy the address")
        copy.clicked.connect(lambda: self.copied.emit(port))
        copy.setVisible(port.published)
        layout.addWidget(self._open)
        layout.addWidget(copy)

    def show_verdict(self, verdict: Verdict, running: bool) -> None:
        """Say what the last probe found."""
        self.verdict = verdict
        self._mark.show_mark(verdict.icon, verdict.tone)
        self._told.setText(verdict.words)
        self.setAccessibleName(verdict.words)
        self._open.setEnabled(running)
