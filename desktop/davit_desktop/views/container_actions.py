"""The verbs of the selected containers as actions: their words, keys and menus."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from davit_desktop.state.containers import Container
from davit_desktop.translation import tr
from davit_desktop.views import chips
from davit_desktop.views.container_verbs import (
    ContainerVerbs,
    can_delete,
    can_pause,
    can_resume,
    can_start,
    can_stop,
    first_web_port,
)

Selection = Callable[[], Sequence[Container]]

_ONE = ("open", "run_again", "rename", "copy_command", "commit", "export", "limits")
_ORDER = (
    ("open", "logs", "terminal", "browser"),
    ("start", "stop", "restart", "pause", "resume", "kill"),
    ("run_again", "rename", "limits", "commit", "export"),
    ("copy_id", "copy_command", "pin"),
    ("delete",),
)


class ContainerActions(QObject):
    """Actions for a list of containers; `by_name` has them all."""

    opened = Signal(str)  # tab
    asked = Signal(str, object)  # what a dialog is wanted for, Container

    def __init__(self, verbs: ContainerVerbs, selection: Selection, widget: QWidget) -> None:
        super().__init__(widget)
        self._verbs = verbs
        self._selection = selection
        self._widget = widget
        self._pinned: Callable[[Container], bool] | None = None
        self._pin: Callable[[], None] = lambda: None
        self._tabs: frozenset[str] = frozenset({"logs"})
        self.by_name: dict[str, QAction] = {}
        entries: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("open", tr("Open"), "Return", lambda: self.opened.emit("")),
            ("toggle", tr("Start or stop"), "Space", lambda: verbs.toggle(selection())),
            ("start", tr("Start"), "", lambda: verbs.start(selection())),
            ("stop", tr("Stop"), "", lambda: verbs.stop(selection())),
            ("restart", tr("Restart"), "", lambda: verbs.restart(selection())),
            ("pause", tr("Pause"), "", lambda: verbs.pause(selection())),
            ("resume", tr("Resume"), "", lambda: verbs.resume(selection())),
            ("kill", tr("Kill"), "", lambda: verbs.kill(selection())),
            ("browser", tr("Open in browser"), "B", lambda: self._one(verbs.open_first_port)),
            ("logs", tr("View logs"), "L", lambda: self.opened.emit("logs")),
            ("terminal", tr("Open terminal"), "T", lambda: self.opened.emit("terminal")),
            ("run_again", tr("Run another like it…"), "", lambda: self._ask("run_again")),
            ("rename", tr("Rename…"), "F2", lambda: self._ask("rename")),
            ("limits", tr("Limits and restart policy…"), "", lambda: self._ask("limits")),
            ("commit", tr("Commit to image…"), "", lambda: self._ask("commit")),
            ("export", tr("Export files…"), "", lambda: self._ask("export")),
            ("copy_id", tr("Copy id"), "", lambda: verbs.copy_ids(selection())),
            ("copy_command", tr("Copy as docker command"), "", self._copy_command),
            ("pin", tr("Pin to the top"), "P", lambda: self._pin()),
            ("delete", tr("Delete"), "Del", lambda: verbs.delete(selection())),
        )
        for name, words, key, slot in entries:
            action = QAction(words, self)
            if key:
                keys = [QKeySequence(key)]
                action.setShortcuts([*keys, QKeySequence("Enter")] if key == "Return" else keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.by_name[name] = action
            widget.addAction(action)

    def offer_pins(self, pinned: Callable[[Container], bool], toggle: Callable[[], None]) -> None:
        """Let containers be pinned in the list that these are the verbs of."""
        self._pinned, self._pin = pinned, toggle
        self.update()

    def offer_tabs(self, tabs: Iterable[str]) -> None:
        """Name the tabs of a container's page; what needs another is not offered."""
        self._tabs = frozenset(tabs)
        self.update()

    def update(self, on_group: bool = False) -> None:
        """Enable what can be done to the selection; Return on a group folds it."""
        chosen = self._selection()
        a = self.by_name
        one = len(chosen) == 1
        for name in _ONE:
            a[name].setEnabled(one)
        a["open"].setEnabled(one or on_group)
        a["logs"].setEnabled(bool(chosen))
        a["copy_id"].setEnabled(bool(chosen))
        a["toggle"].setEnabled(bool(chosen))
        a["pin"].setVisible(self._pinned is not None)
        a["pin"].setEnabled(bool(chosen) and self._pinned is not None)
        pinned = self._pinned is not None and bool(chosen) and all(map(self._pinned, chosen))
        a["pin"].setText(tr("Unpin") if pinned else tr("Pin to the top"))
        runs = one and chosen[0].running
        a["terminal"].setVisible("terminal" in self._tabs)
        a["terminal"].setEnabled(runs and a["terminal"].isVisible())
        a["browser"].setEnabled(runs and first_web_port(chosen[0]) is not None)
        for name, can in (
            ("start", can_start),
            ("stop", can_stop),
            ("pause", can_pause),
            ("resume", can_resume),
            ("kill", can_stop),
            ("delete", can_delete),
            ("restart", can_stop),
        ):
            a[name].setEnabled(any(can(c) for c in chosen))
        paused = any(can_resume(c) for c in chosen)
        a["resume"].setVisible(paused)
        a["pause"].setVisible(not paused or any(can_pause(c) for c in chosen))

    def menu(self) -> QMenu:
        """The menu of the selected containers. Delete is the last, after a line."""
        menu = QMenu(self._widget)
        self.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put the verbs that make sense for the selection into a menu."""
        self.update()
        chosen = self._selection()
        for block in _ORDER:
            if menu.actions():
                menu.addSeparator()
            for name in block:
                menu.addAction(self.by_name[name])
                if name == "browser" and len(chosen) == 1:
                    self._add_ports(menu, chosen[0])

    def ports_menu(self, container: Container) -> QMenu:
        """Each published port with what can be done to it."""
        menu = QMenu(self._widget)
        self._fill_ports(menu, container)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def group_menu(
        self,
        containers: Sequence[Container],
        opened: Callable[[], None],
        logs: Callable[[], None],
    ) -> QMenu:
        """The menu of a Compose project; `opened` is to show its page, `logs` its logs."""
        menu = QMenu(self._widget)
        verbs = self._verbs
        menu.addAction(tr("Open stack")).triggered.connect(lambda: opened())
        menu.addAction(tr("View logs")).triggered.connect(lambda: logs())
        menu.addSeparator()
        for words, verb, can in (
            (tr("Start all"), verbs.start, can_start),
            (tr("Stop all"), verbs.stop, can_stop),
            (tr("Restart all"), verbs.restart, can_stop),
            (tr("Pause all"), verbs.pause, can_pause),
            (tr("Resume all"), verbs.resume, can_resume),
        ):
            entry = menu.addAction(words)
            entry.setEnabled(any(can(container) for container in containers))
            entry.triggered.connect(lambda _=False, verb=verb: verb(containers))
        menu.addSeparator()
        entry = menu.addAction(tr("Delete %n container(s)", "", len(containers)))
        entry.triggered.connect(lambda: verbs.delete(containers))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_ports(self, menu: QMenu, container: Container) -> None:
        if any(port.published for port in container.ports):
            self._fill_ports(menu.addMenu(tr("Ports")), container)

    def _fill_ports(self, menu: QMenu, container: Container) -> None:
        for port in container.ports:
            if port.published:
                inner = menu.addMenu(port.label)
                chips.fill_port_menu(
                    inner, port, container.running, self._verbs.open_port, self._verbs.copy_port
                )

    def _copy_command(self) -> None:
        self._one(self._verbs.copy_command)

    def _ask(self, what: str) -> None:
        self._one(lambda container: self.asked.emit(what, container))

    def _one(self, verb: Callable[[Container], None]) -> None:
        chosen = self._selection()
        if len(chosen) == 1:
            verb(chosen[0])
