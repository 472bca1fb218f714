"""The terminals of one container, in tabs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.terminal.programs import (
    SHELLS,
    DebugProgram,
    OwnProgram,
    Program,
    ShellProgram,
)
from davit_desktop.terminal.session import TerminalSession
from davit_desktop.translation import tr
from davit_desktop.views.container_verbs import ContainerVerbs, can_start
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.icons import IconButton
from davit_desktop.views.terminal_debug import DebugDialog, ProgramDialog
from davit_desktop.views.terminal_pane import TerminalPane
from davit_desktop.views.text import tool_tip, visible

_ROOT = "0"


class TerminalGroup(QWidget):
    """Tabs with a terminal each; what is open stays open while the page shows something else."""

    copied = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        container: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._id = container
        self._shell = ""  # the one that was found
        self._own: bool | None = None  # whether it has a terminal of its own that can be joined
        self._own_reads = False
        self._opened = False
        self.panes: list[TerminalPane] = []
        self._build()
        self._leave = [
            session.containers_news.subscribe(self._update),
            session.connection_news.subscribe(self._update),
        ]
        verbs.busy_changed.connect(self._update)
        self._update()

    @property
    def current(self) -> TerminalPane | None:
        """The terminal that is seen."""
        at = self.tabs.currentIndex()
        return self.panes[at] if 0 <= at < len(self.panes) else None

    def set_own(self, has: bool, reads: bool) -> None:
        """Tell whether the container has a terminal of its own, and whether it reads keys."""
        self._own, self._own_reads = has, reads
        self.open_first()

    def open_first(self) -> None:
        """Open the first terminal once it is known which, when the page is looked at."""
        container = self._session.containers.get(self._id)
        ready = container is not None and container.running
        if self._own is not None and not self._opened and ready and self.isVisible():
            self._opened = True
            self.open_own() if self._own else self.open_shell()

    def open_shell(self, argv: Sequence[str] = (), user: str = "") -> None:
        """Open a terminal with a command, or with the first shell that is found."""
        name = self._container_name
        client = self._session.engine
        shells = (self._shell,) if self._shell else SHELLS
        commands = [argv] if argv else [(shell,) for shell in shells]
        programs = [ShellProgram(client, self._id, name, words, user) for words in commands]
        label = argv[0].rpartition("/")[2] if argv else self._shell or tr("Shell")
        if user:
            label = f"{label} ({'root' if user == _ROOT else user})"
        self._open(programs, label)

    def open_own(self) -> None:
        """Open the terminal that the container was given."""
        program = OwnProgram(
            self._session.engine, self._id, self._container_name, interactive=self._own_reads
        )
        self._open([program], tr("Container"))

    def open_debug(self, image: str) -> None:
        """Open a shell from another image beside the container."""
        client, name = self._session.engine, self._container_name
        self._open([DebugProgram(client, self._id, name, image)], tr("Debug shell"))

    def close_tab(self, at: int) -> None:
        """Close a terminal and end what runs in it."""
        if 0 <= at < len(self.panes):
            pane = self.panes.pop(at)
            self.tabs.removeTab(at)
            self._stack.removeWidget(pane)
            pane.close_session()
            pane.deleteLater()
            self._update()
            if (current := self.current) is not None:
                current.setFocus()
            else:
                self.empty.button.setFocus()

    def close_all(self) -> None:
        """End every terminal, for good."""
        for leave in self._leave:
            leave()
        for pane in self.panes:
            pane.close_session()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        self.tabs = QTabBar()
        self.tabs.setDocumentMode(True)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setMinimumWidth(1)  # otherwise it is as wide as two tabs at least
        self.tabs.setAccessibleName(tr("Terminals"))
        self.tabs.currentChanged.connect(self._on_current)
        self._plus = IconButton("plus", tr("New terminal (Ctrl+Shift+N)"))
        self._plus.clicked.connect(lambda: self.open_shell())
        self._more = IconButton("more", tr("Other terminals…"))
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        head.addWidget(self.tabs, 0)
        head.addWidget(self._plus)
        head.addStretch(1)
        head.addWidget(self._more)
        layout.addWidget(self._head)
        self._stack = QStackedWidget()
        self.empty = EmptyState("terminal")
        self.empty.button.clicked.connect(self._press)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)

    @property
    def _container_name(self) -> str:
        container = self._session.containers.get(self._id)
        return container.name if container is not None else self._id[:12]

    def _open(self, programs: Sequence[Program], label: str) -> None:
        terminal = TerminalSession(programs, self._on_found)
        pane = TerminalPane(
            self._session, self._actions, self._verbs, terminal, self._id, self._free(label)
        )
        pane.debug_wanted.connect(self._ask_debug)
        pane.view.wanted.connect(self._on_wanted)
        pane.view.rang.connect(lambda: self._on_bell(pane))
        self.panes.append(pane)
        self._stack.addWidget(pane)
        self.tabs.blockSignals(True)  # the first would be shown before it is complete
        at = self.tabs.addTab("")
        close = IconButton("close", "")
        close.setIconSize(QSize(14, 14))
        close.clicked.connect(lambda: self.close_tab(self.panes.index(pane)))
        self.tabs.setTabButton(at, QTabBar.ButtonPosition.RightSide, close)
        self._label(pane)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)
        self._update()
        self._on_current()

    def _free(self, label: str) -> str:
        """The label, with a number when it is taken."""
        names = {pane.name for pane in self.panes}
        number = 1
        name = label
        while name in names:
            number += 1
            name = f"{label} {number}"
        return name

    def _label(self, pane: TerminalPane) -> None:
        at = self.panes.index(pane)
        name = visible(pane.name)
        self.tabs.setTabText(at, f"● {name}" if pane.rang else name)
        self.tabs.setTabToolTip(at, tool_tip(pane.terminal.program.command))
        button = self.tabs.tabButton(at, QTabBar.ButtonPosition.RightSide)
        words = tr("Close {name} (Ctrl+Shift+W)").format(name=name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        container = visible(self._container_name)
        pane.view.setAccessibleName(
            tr("Terminal {name} in {container}").format(name=name, container=container)
        )

    def _on_found(self, program: Program) -> None:
        if not isinstance(program, ShellProgram) or program.name not in SHELLS:
            return
        self._shell = program.name
        for pane in self.panes:
            if pane.terminal.program is program and pane.name.startswith(tr("Shell")):
                pane.name = self._free(
                    program.name.rpartition("/")[2] + pane.name.removeprefix(tr("Shell"))[:8]
                )
            self._label(pane)

    def _on_bell(self, pane: TerminalPane) -> None:
        if pane is not self.current or not self.isVisible():
            pane.rang = True
            self._label(pane)

    def _on_current(self) -> None:
        pane = self.current
        if pane is not None:
            pane.rang = False
            self._label(pane)
            self._stack.setCurrentWidget(pane)
            self.setFocusProxy(pane)
            if self.isVisible():
                pane.setFocus()

    def _on_wanted(self, what: str) -> None:
        at = self.tabs.currentIndex()
        match what:
            case "new":
                self.open_shell()
            case "close":
                self.close_tab(at)
            case "next" | "previous":
                step = 1 if what == "next" else -1
                self.tabs.setCurrentIndex((at + step) % max(1, len(self.panes)))
            case "find" if self.current is not None:
                self.current.search.enter()
            case "command" if self.current is not None:
                self.current.copy_command()
                self.copied.emit(self.current.terminal.program.command)

    def _update(self) -> None:
        container = self._session.containers.get(self._id)
        running = container is not None and container.running
        self._head.setVisible(bool(self.panes))
        self._plus.setEnabled(running)
        self._more.setEnabled(running)
        self.setFocusProxy(self.current or self.empty.button)
        if not self.panes:
            self._stack.setCurrentWidget(self.empty)
        if container is None:
            return
        name = visible(container.name)
        if running:
            self.empty.say(tr("No terminal is open"), "", tr("Open terminal"), "")
        else:
            self.empty.say(
                tr("{name} is not running").format(name=name),
                tr("A terminal can be opened while it runs."),
                tr("Start container") if can_start(container) else "",
                f"docker start {name}" if can_start(container) else "",
            )
        self.empty.button.setEnabled(not self._verbs.busy.get(self._id))
        self.open_first()

    def _press(self) -> None:
        container = self._session.containers.get(self._id)
        if container is None:
            return
        if container.running:
            self.open_shell()
        else:
            self._verbs.start([container])

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(tr("New terminal")).triggered.connect(lambda: self.open_shell())
        as_root = self._menu.addAction(tr("New terminal as root"))
        as_root.triggered.connect(lambda: self.open_shell(user=_ROOT))
        other = self._menu.addAction(tr("New terminal with…"))
        other.triggered.connect(self._ask_program)
        if self._own:
            own = self._menu.addAction(tr("The container's own terminal"))
            own.triggered.connect(lambda: self.open_own())
        self._menu.addSeparator()
        self._menu.addAction(tr("Debug shell…")).triggered.connect(self._ask_debug)

    def _ask_program(self) -> None:
        dialog = ProgramDialog(self._shell or SHELLS[-2], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.open_shell)
        dialog.open()

    def _ask_debug(self) -> None:
        images = [tag for image in self._session.images for tag in image.repo_tags]
        dialog = DebugDialog(images, self._container_name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.open_debug)
        dialog.open()
