"""One container: a header with its state and verbs, and tabs."""

from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Phase, Session
from davit_desktop.state.containers import Container
from davit_desktop.state.exit_words import why_stopped
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.chips import PortChips
from davit_desktop.views.container_inspect import ContainerInspect
from davit_desktop.views.container_logs import ContainerLogs
from davit_desktop.views.container_rows import ContainerRow, state_look, uptime
from davit_desktop.views.container_tab import TAB_KEYS, Tab
from davit_desktop.views.container_verbs import (
    ContainerVerbs,
    can_pause,
    can_resume,
    can_stop,
    first_web_port,
)
from davit_desktop.views.elided_link import ElidedLink
from davit_desktop.views.files import FilesView
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.logs import LogPanel
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.ports import PortsView
from davit_desktop.views.stats import StatsView
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.terminal import TerminalTab


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What the tabs hold."""

    logs: LogPanel
    terminal: TerminalTab
    files: FilesView
    inspect: ContainerInspect
    stats: StatsView
    ports: PortsView


def contents(
    session: Session, actions: Actions, verbs: ContainerVerbs
) -> Generator[None, None, Contents]:
    """Make what the tabs hold, one after the other, as long as nobody waits for it."""
    logs = LogPanel()
    yield
    terminal = TerminalTab(session, actions, verbs)
    yield
    files = FilesView(session, actions)
    yield
    inspect = ContainerInspect(session, actions)
    yield
    stats = StatsView(session, actions)
    yield
    ports = PortsView(session, actions)
    yield
    return Contents(
        logs=logs, terminal=terminal, files=files, inspect=inspect, stats=stats, ports=ports
    )


class ContainerDetail(Page):
    """The page of one container. Leaves by itself when the container is deleted."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        made: Contents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._id = ""
        self.has_page: Callable[[str], bool] = lambda page: False
        """Whether the window has a page of this name, for links."""
        self._undecided = False  # the tab was not asked for: one with a terminal shows that
        self._known = False  # whether the session has listed it; a new one comes a moment later
        self.logs = made.logs
        logs = ContainerLogs(session, actions, self.logs)
        logs.problem.connect(self.problems.show_problem)
        logs.setup_requested.connect(lambda: self.went.emit("welcome", "", ""))
        logs.machine_requested.connect(lambda: self.went.emit("machine", "", ""))
        self.terminal = made.terminal
        self.files = made.files
        self.inspect = made.inspect
        self.stats = made.stats
        self.ports = made.ports
        self._entries = (
            Tab("logs", tr("Logs"), logs, logs),
            Tab("terminal", tr("Terminal"), self.terminal, self.terminal),
            Tab("files", tr("Files"), self.files, self.files),
            Tab("inspect", tr("Inspect"), self.inspect, self.inspect),
            Tab("stats", tr("Stats"), self.stats, self.stats),
            Tab("ports", tr("Ports"), self.ports, self.ports),
        )
        assert self.tab_keys == TAB_KEYS
        self._build()
        self._leave = [
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
        ]
        verbs.busy_changed.connect(self._update)
        verbs.problem.connect(self.problems.show_problem)
        verbs.settled.connect(self.problems.forget)
        self.files.said.connect(self.said)
        self.inspect.leads = lambda kind: kind == "files" or bool(self._page_for(kind))
        self.inspect.linked.connect(self._follow_link)
        self.ports.open_requested.connect(verbs.open_port)
        self.ports.copy_requested.connect(verbs.copy_port)
        self.terminal.own_found.connect(self._on_own_terminal)
        self.terminal.said.connect(self.said)

    @property
    def container(self) -> Container | None:
        """The container shown, while the engine knows it."""
        return self._session.containers.get(self._id)

    @property
    def tab_keys(self) -> tuple[str, ...]:
        """The tabs, in their order."""
        return tuple(entry.key for entry in self._entries)

    def show_container(self, id: str, tab: str = "") -> None:
        """Show a container, on a tab; on its logs by default."""
        if id != self._id:
            self.leave()
            self._id = id
            self._known = False
            for entry in self._entries:
                entry.content.show_container(id)
            self.tabs.setCurrentIndex(0)
            self._undecided = not tab
        for place, entry in enumerate(self._entries):
            if entry.key == tab:
                self.tabs.setCurrentIndex(place)
        self._update()
        self.tabs.currentWidget().setFocus()

    @override
    def enter(self, subject: str, tab: str) -> None:
        self.show_container(subject, tab)

    @override
    def holds(self, subject: str) -> bool:
        return subject in self._session.containers and not self._verbs.hidden(subject)

    @override
    def leave(self) -> None:
        """Show nothing any more and let go of the streams."""
        if self._id:
            self._id = ""
            for entry in self._entries:
                entry.content.leave()

    @override
    def focus_search(self) -> None:
        self._entries[self.tabs.currentIndex()].content.focus_search()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the containers (Alt+Left)"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        self._name = ElidedLabel("", "title")
        head.addWidget(self._name, 1)
        self._primary = TextButton(tr("Start"), "play", look="primary")
        self._primary.clicked.connect(self._on_primary)
        self._restart = TextButton(tr("Restart"), "restart")
        self._restart.clicked.connect(lambda: self._do("restart"))
        self._browser = TextButton(tr("Open in browser"), "browser")
        self._browser.clicked.connect(lambda: self._do("browser"))
        self._more = IconButton("more", tr("More…"))
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        for widget in (self._browser, self._primary, self._restart, self._more):
            head.addWidget(widget)
        layout.addLayout(head)
        facts = QHBoxLayout()
        facts.setContentsMargins(38, 0, 0, 0)
        facts.setSpacing(8)
        self._mark = Mark(size=16)
        self._state = plain_label("", "strong")
        self._since = plain_label("", "muted")
        self._id_button = TextButton("", "copy", look="link")
        self._id_button.setToolTip(tr("Copy the id"))
        self._id_button.setIconSize(QSize(14, 14))
        self._id_button.clicked.connect(lambda: self._do("copy_id"))
        self._image = ElidedLink()
        self._image.clicked.connect(lambda: self._follow_link("image", self._image_id()))
        self._chips = PortChips(most=3)
        self._chips.open_requested.connect(self._verbs.open_port)
        self._chips.copy_requested.connect(self._verbs.copy_port)
        facts.addWidget(self._mark)
        facts.addWidget(self._state)
        facts.addWidget(self._since)
        facts.addWidget(self._id_button)
        facts.addWidget(self._image, 1)
        layout.addLayout(facts)
        ports = QHBoxLayout()
        ports.setContentsMargins(38, 0, 0, 0)
        ports.addWidget(self._chips, 1)
        layout.addLayout(ports)
        self._why = ElidedLabel("", "muted")
        self._why.setContentsMargins(38, 0, 0, 0)
        layout.addWidget(self._why)
        layout.addWidget(self.problems)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Container"))
        for entry in self._entries:
            self.tabs.addTab(entry.widget, entry.title)
        layout.addWidget(self.tabs, 1)

    def _update(self) -> None:
        if not self._id:
            return
        container = self.container
        if container is None:
            if self._known and self._session.connection.phase is Phase.ONLINE:
                self.leave()
                self.left.emit()
            elif not self._known:
                self._name.set_text(self._id[:12])
            return
        self._known = True
        row = ContainerRow(container=container, busy=self._verbs.busy.get(container.id, ""))
        told = state_look(row)
        self._name.set_text(container.name)
        self._mark.show_mark(told.icon, told.tone)
        self._mark.setAccessibleName(told.word)
        self._state.setText(told.word)
        self._since.setText(uptime(row))
        self._id_button.setText(container.short_id)
        self._id_button.setAccessibleName(tr("Copy the id {id}").format(id=container.short_id))
        self._image.set_text(container.image, link=bool(self._page_for("image")))
        why = why_stopped(container)
        self._why.set_text(why)
        self._why.setVisible(bool(why))
        self._chips.set_ports([p for p in container.ports if p.published], container.running)
        self._say_primary(container)
        for button in (self._primary, self._restart):
            button.setEnabled(not row.busy)
        self._restart.setVisible(can_stop(container))
        self._browser.setVisible(container.running and first_web_port(container) is not None)

    def _on_own_terminal(self, id: str) -> None:
        if id == self._id and self._undecided and self.tabs.currentIndex() == 0:
            self.tabs.setCurrentWidget(self.terminal)

    def _image_id(self) -> str:
        return self.container.image_id if self.container is not None else ""

    def _page_for(self, kind: str) -> str:
        """The window's page for an image, a network or a volume; empty when it has none."""
        return next((page for page in (kind, f"{kind}s") if self.has_page(page)), "")

    def _follow_link(self, kind: str, which: str) -> None:
        if kind == "files":
            self.tabs.setCurrentWidget(self.files)
            self.files.open_path(which)
        elif page := self._page_for(kind):
            self.went.emit(page, which, "")

    def _say_primary(self, container: Container) -> None:
        words, icon, look = tr("Start"), "play", "primary"
        if can_resume(container):
            words = tr("Resume")
        elif can_stop(container):
            words, icon, look = tr("Stop"), "stop", ""
        self._primary.setText(words)
        self._primary.setAccessibleName(words)
        self._primary.setToolTip(text.tool_tip(f"{words} {container.name}"))
        self._primary.set_look(look)
        self._primary.set_icon(icon)

    def _on_primary(self) -> None:
        container = self.container
        if container is not None:
            self._verbs.toggle([container])

    def _do(self, verb: str) -> None:
        container = self.container
        if container is None:
            return
        match verb:
            case "restart":
                self._verbs.restart([container])
            case "pause":
                self._verbs.pause([container])
            case "resume":
                self._verbs.resume([container])
            case "kill":
                self._verbs.kill([container])
            case "delete":
                self._verbs.delete([container])
            case "browser":
                self._verbs.open_first_port(container)
            case "copy_id":
                self._verbs.copy_ids([container])
            case "copy_command":
                self._verbs.copy_command(container)

    def _fill_menu(self) -> None:
        self._menu.clear()
        container = self.container
        if container is None:
            return
        for words, verb, enabled in (
            (tr("Resume"), "resume", can_resume(container)),
            (tr("Pause"), "pause", can_pause(container)),
            (tr("Kill"), "kill", can_stop(container)),
            ("", "", True),
            (tr("Copy id"), "copy_id", True),
            (tr("Copy as docker command"), "copy_command", True),
            ("", "", True),
            (tr("Delete"), "delete", True),
        ):
            if not words:
                self._menu.addSeparator()
                continue
            if verb == "resume" and not enabled:
                continue
            entry = self._menu.addAction(words)
            entry.setEnabled(enabled)
            entry.triggered.connect(lambda _=False, verb=verb: self._do(verb))
