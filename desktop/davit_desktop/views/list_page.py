"""A page that is one list: title, verbs, filter, the list, and what stands in its place."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import IconButton
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.row_list import RowList
from davit_desktop.views.table_model import Column, RowsProxy, TableModel

Row = TypeVar("Row")

_QUIET = 60  # milliseconds without a key before the filter acts


class ListPage(Page, Generic[Row]):
    """A list of rows with verbs on what is selected.

    Subclasses add buttons to `head`, call `add_verb` for each verb, fill `nothing`, and call
    `set_rows`.
    """

    def __init__(
        self,
        title: str,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        *,
        icon: str,
        filter_words: str,
        offline: EngineOff | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`offline` is shown while no engine answers, on pages whose rows come from one."""
        super().__init__(parent)
        self.model: TableModel[Row] = TableModel(columns, key, self)
        self.proxy: RowsProxy[Row] = RowsProxy(self.model, self)
        self.list: RowList[Row] = RowList(self.proxy, tuple(columns), title)
        self.filter = QLineEdit()
        self.nothing = EmptyState(icon)
        self.offline = offline
        self.verbs: dict[str, QAction] = {}
        self._buttons: dict[str, IconButton] = {}
        self._absent: set[str] = set()  # verbs that are not offered at all
        self._usable: dict[str, Callable[[list[Row]], bool]] = {}
        self._listed = False
        self._build(title, filter_words)

    # For subclasses

    def matches(self, row: Row, wanted: str) -> bool:
        """Whether every word of the filter is in one of the row's cells."""
        cells = "\n".join(column.text(row) for column in self.model.columns).lower()
        return all(word in cells for word in wanted.lower().split())

    def add_verb(
        self,
        key: str,
        words: str,
        icon: str,
        slot: Callable[[list[Row]], object],
        *,
        keys: str = "",
        usable: Callable[[list[Row]], bool] = bool,
        apart: bool = False,
    ) -> QAction:
        """A verb on the selected rows: a button, an entry of the menu, and keys in the list.

        `apart` sets it off from the one before, as Delete must be.
        """
        action = QAction(words, self)
        plain = words.rstrip("…")
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: slot(self.list.selected()))
        self.list.addAction(action)
        button = IconButton(icon, action.toolTip())
        button.clicked.connect(action.trigger)
        if apart:
            self._bar.addSpacing(16)
            line = QAction(self)
            line.setSeparator(True)
            self.list.addAction(line)
            self.list.insertAction(action, line)
        self._bar.addWidget(button)
        self.verbs[key] = action
        self._buttons[key] = button
        self._usable[key] = usable
        self._update_verbs()
        return action

    def offer_verb(self, key: str, *, offered: bool) -> None:
        """Show a verb or leave it out, where not every engine has it."""
        if (key not in self._absent) == offered:
            return
        (self._absent.discard if offered else self._absent.add)(key)
        self.verbs[key].setVisible(offered)
        self.refresh_stack()
        self._update_verbs()

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows."""
        self._listed = True
        self.model.set_rows(rows)
        self.refresh_stack()
        self._update_verbs()

    def forget_rows(self) -> None:
        """The rows are not known any more: show that they are awaited."""
        self._listed = False
        self.model.set_rows(())
        self.refresh_stack()

    def say_summary(self, words: str) -> None:
        """A few words beside the title."""
        self._summary.set_text(words)

    def select(self, key: str) -> None:
        """Select one row and bring it into sight."""
        index = self.proxy.mapFromSource(self.model.index_of(key))
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def refresh_stack(self) -> None:
        """Show the list, or what stands in its place."""
        total = len(self.model.rows())
        if total == 0 and self.offline is not None and self.offline.wanted:
            self.offline.refresh()
            shown: QWidget = self.offline
        elif total == 0:
            shown = self.nothing if self._listed else self._skeleton
        elif self.proxy.shown() == 0:
            self._hidden.say(
                tr("The filter hides %n row(s)", "", total), "", tr("Clear filter"), ""
            )
            shown = self._hidden
        else:
            shown = self.list
        self._stack.setCurrentWidget(shown)
        usable = shown in (self.list, self._hidden)
        self.filter.setVisible(usable)
        for key, button in self._buttons.items():
            button.setVisible(usable and key not in self._absent)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self.apply_filter()
        self.list.setFocus()

    def apply_filter(self) -> None:
        """Hide what the filter's words are not in."""
        wanted = self.filter.text().strip()
        self.proxy.set_predicate((lambda row: self.matches(row, wanted)) if wanted else None)
        self.refresh_stack()
        self._update_verbs()

    # What the window asks

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject:
            self.select(subject)
        self.list.setFocus()

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Making

    def _build(self, title: str, filter_words: str) -> None:
        self.body = layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(plain_label(title, "title"))
        self._summary = ElidedLabel("", "muted")
        self.head.addWidget(self._summary, 1)
        layout.addLayout(self.head)
        layout.addWidget(self.problems)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(8)
        self.filter.setPlaceholderText(filter_words)
        self.filter.setAccessibleName(filter_words)
        self.filter.setMaximumWidth(360)
        self._filter_icon = self.filter.addAction(
            icons.icon("search", self.palette(), "muted", 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._bar.addWidget(self.filter, 4)
        self._bar.addStretch(1)
        layout.addLayout(self._bar)
        self._stack = QStackedWidget()
        self._hidden = EmptyState("search")
        self._skeleton = Skeleton()
        places = [self.list, self.nothing, self._hidden, self._skeleton]
        for widget in (*places, *([self.offline] if self.offline else [])):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self._filter_timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._filter_timer.timeout.connect(self.apply_filter)
        self.filter.textChanged.connect(lambda: self._filter_timer.start())
        for keys, slot in (("Esc", self.clear_filter), ("Down", self.list.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self.filter)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._update_verbs())
        self._hidden.button.clicked.connect(self.clear_filter)
        if self.offline is not None:
            self.offline.problem.connect(self.problems.show_problem)
            self.offline.setup_requested.connect(lambda: self.went.emit("welcome", "", ""))
            self.offline.machine_requested.connect(lambda: self.went.emit("machine", "", ""))
        self.refresh_stack()

    def _update_verbs(self) -> None:
        chosen = self.list.selected()
        for key, action in self.verbs.items():
            usable = bool(chosen) and self._usable[key](chosen)
            action.setEnabled(usable)
            self._buttons[key].setEnabled(usable)

    def _menu_at(self, where: QPoint) -> None:
        if self.list.indexAt(where).isValid():
            menu = QMenu(self)
            menu.addActions(self.list.actions())
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.list.viewport().mapToGlobal(where))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_filter_icon"):
            self._filter_icon.setIcon(icons.icon("search", self.palette(), "muted", 16))
