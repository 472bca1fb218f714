"""The bar above a log: what to show, what to find, how to show it, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from davit_desktop.logs.conditions import Conditions
from davit_desktop.logs.entries import Level, Stream
from davit_desktop.logs.stamps import StampStyle
from davit_desktop.translation import mark, sentences, tr
from davit_desktop.views.icons import SIZE, IconButton, icon
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import tool_tip, visible

_STAMPS = {
    StampStyle.OFF: mark("No times"),
    StampStyle.TIME: mark("Time of day"),
    StampStyle.ISO: mark("Full date and time (UTC)"),
    StampStyle.RELATIVE: mark("How long ago"),
}
_LEVELS = {
    Level.ERROR: mark("Errors"),
    Level.WARN: mark("Warnings"),
    Level.INFO: mark("Information"),
    Level.DEBUG: mark("Debugging"),
    Level.TRACE: mark("Traces"),
    Level.NONE: mark("Lines without a level"),
}
_STREAMS = {Stream.OUT: mark("Standard output"), Stream.ERR: mark("Standard error")}
_CONTEXTS = (0, 1, 3, 5, 10)


class Toggle(QToolButton):
    """A button that stays pressed; its words are tool tip and accessible name."""

    def __init__(self, words: str, *, name: str = "", text: str = "") -> None:
        super().__init__()
        self._icon_name = name
        self.setCheckable(True)
        self.setText(text)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._tint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            # A style sheet makes the button's own palette transparent, so the window's is asked.
            self.setIcon(icon(self._icon_name, QGuiApplication.palette(), "text"))


class MenuButton(Toggle):
    """A button that opens a menu; it looks pressed while the menu restricts something."""

    def __init__(self, words: str, menu: QMenu, *, name: str = "", text: str = "") -> None:
        super().__init__(words, name=name, text=text)
        self.setCheckable(False)
        self._words = words
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(menu)

    def say(self, told: str) -> None:
        """Tell what is chosen; nothing for the usual."""
        words = f"{self._words}: {told}" if told else self._words
        self.setToolTip(tool_tip(words))
        self.setAccessibleName(words)
        self.setCheckable(bool(told))
        self.setChecked(bool(told))


class ChoicesMenu(QMenu):
    """A menu of check marks, which stays open while they are set."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._set(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._set(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _set(action: QAction | None) -> bool:
        if action is None or not action.isEnabled() or action.isSeparator():
            return False
        action.trigger()
        return True


class LogBar(QWidget):
    """Controls and their state; who shows a log listens. In a narrow window it takes two rows."""

    query_changed = Signal()
    typed = Signal()  # into the search field
    step = Signal(int)  # to the next match (1) or the previous one (-1)
    conditions_changed = Signal()
    range_toggled = Signal(bool)
    wrap_changed = Signal(bool)
    spread_changed = Signal(bool)
    stamps_changed = Signal(StampStyle)
    follow_wanted = Signal(bool)
    clear_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal(bool, bool)  # with times, with colour codes

    def __init__(self) -> None:
        super().__init__()
        self.conditions = Conditions()
        self.context = 0
        self._names: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._find = self._row(self._finding())
        self._tools = self._row(self._tooling())
        self._grid.setColumnStretch(0, 1)
        self._one_row: bool | None = None
        self._arrange()

    @staticmethod
    def _row(widgets: Sequence[QWidget]) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
        layout.addStretch(0)
        return row

    def _finding(self) -> list[QWidget]:
        self._sources_menu = ChoicesMenu(self)
        self.sources = MenuButton(tr("Containers and streams"), self._sources_menu, name="stack")
        self._sources_menu.aboutToShow.connect(self._fill_sources)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in the log"))
        self.field.setToolTip(
            sentences(
                tr("Find in the log (Ctrl+F)"),
                tr(
                    "“disk AND NOT full” finds lines that have the one and not the other; "
                    "“AND NOT debug” finds all but some."
                ),
            )
        )
        self.field.setAccessibleName(tr("Find in the log"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(140)
        self.field.setMaximumWidth(480)
        self.field.textChanged.connect(lambda: self.typed.emit())
        self.count = plain_label("", "muted")
        self.count.setAccessibleName(tr("Matching lines"))
        self.previous = IconButton("chevron-up", tr("Previous match (Shift+Enter, Shift+F3)"))
        self.next = IconButton("chevron-down", tr("Next match (Enter, F3)"))
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.case = Toggle(tr("Match upper and lower case"), text="Aa")
        self.regex = Toggle(tr("Regular expression"), text=".*")
        self.filter = Toggle(tr("Show only lines that match"), name="filter")
        self.around = MenuButton(
            tr("Lines shown around each match"), self._context_menu(), text="± 0"
        )
        self.around.hide()
        for toggle in (self.case, self.regex):
            toggle.toggled.connect(lambda: self.query_changed.emit())
        self.filter.toggled.connect(self._show_filter)
        return [
            *(self.sources, self.field, self.count, self.previous, self.next),
            *(self.case, self.regex, self.filter, self.around),
        ]

    def _tooling(self) -> list[QWidget]:
        self._levels_menu = ChoicesMenu(self)
        self.levels = MenuButton(tr("Levels"), self._levels_menu, name="levels")
        self._fill_levels()
        self.range = Toggle(tr("Only lines from some time"), name="range")
        self.range.clicked.connect(self.range_toggled)
        self.spread = Toggle(tr("Spread lines of JSON"), name="json")
        self.spread.toggled.connect(self.spread_changed)
        self.wrap = Toggle(tr("Wrap long lines"), name="wrap")
        self.wrap.setChecked(True)
        self.wrap.toggled.connect(self.wrap_changed)
        self.times = MenuButton(tr("Times before the lines"), self._stamp_menu(), name="clock")
        self.follow = Toggle(tr("Follow: stay at the newest line"), name="follow")
        self.follow.setChecked(True)
        self.follow.clicked.connect(self.follow_wanted)
        clear = IconButton("clear", tr("Clear the view"), token="text")
        clear.clicked.connect(lambda: self.clear_wanted.emit())
        copy = IconButton("copy", tr("Copy the selection, or everything shown"), token="text")
        copy.clicked.connect(lambda: self.copy_wanted.emit())
        self.save = MenuButton(tr("Save to a file"), self._save_menu(), name="save")
        return [
            *(self.levels, self.range, self.spread, self.wrap, self.times, self.follow),
            *(clear, copy, self.save),
        ]

    # Menus

    def _context_menu(self) -> QMenu:
        menu = QMenu(self)
        for count in _CONTEXTS:
            words = tr("%n line(s) before and after", "", count)
            menu.addAction(
                words if count else tr("Matching lines only"), partial(self.set_context, count)
            )
        return menu

    def _stamp_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for style, words in _STAMPS.items():
            action = QAction(tr(words), menu, checkable=True)
            action.setChecked(style is StampStyle.OFF)
            action.triggered.connect(lambda _=False, style=style: self._choose_stamps(style))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _choose_stamps(self, style: StampStyle) -> None:
        self.times.say("" if style is StampStyle.OFF else tr(_STAMPS[style]))
        self.stamps_changed.emit(style)

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, stamps, colors in (
            (tr("Save as text…"), False, False),
            (tr("Save with times…"), True, False),
            (tr("Save with times and colour codes…"), True, True),
            (tr("Save exactly as written, with colour codes…"), False, True),
        ):
            menu.addAction(words, partial(self.save_wanted.emit, stamps, colors))
        return menu

    def _fill_levels(self) -> None:
        menu = self._levels_menu
        menu.clear()
        menu.addAction(tr("All levels"), lambda: self._hide_levels(frozenset()))
        menu.addAction(
            tr("Warnings and errors"),
            lambda: self._hide_levels(frozenset(_LEVELS) - {Level.WARN, Level.ERROR}),
        )
        menu.addSeparator()
        for level, words in _LEVELS.items():
            hidden = self.conditions.hidden_levels
            self._check(menu, tr(words), level not in hidden, partial(self._turn_level, level))

    def _turn_level(self, level: Level) -> None:
        self._hide_levels(self.conditions.hidden_levels ^ {level})

    def _hide_levels(self, hidden: frozenset[Level]) -> None:
        self._set(hidden_levels=hidden)
        self._refresh_checks(self._levels_menu, [level not in hidden for level in _LEVELS])

    def _fill_sources(self) -> None:
        menu, shown = self._sources_menu, self.conditions
        menu.clear()
        for stream, words in _STREAMS.items():
            checked = stream not in shown.hidden_streams
            self._check(menu, tr(words), checked, partial(self._turn_stream, stream))
        if len(self._names) < 2:
            return
        menu.addSeparator()
        menu.addAction(tr("All containers"), lambda: self._hide_sources(frozenset()))
        menu.addAction(
            tr("No container"), lambda: self._hide_sources(frozenset(range(len(self._names))))
        )
        menu.addSeparator()
        for number, name in enumerate(self._names):
            checked = number not in shown.hidden_sources
            words = name.replace("&", "&&")
            self._check(menu, words, checked, partial(self._turn_source, number))

    def _turn_stream(self, stream: Stream) -> None:
        self._set(hidden_streams=self.conditions.hidden_streams ^ {stream})

    def _turn_source(self, number: int) -> None:
        self._hide_sources(self.conditions.hidden_sources ^ {number})

    def _hide_sources(self, hidden: frozenset[int]) -> None:
        self._set(hidden_sources=hidden)
        checks = [stream not in self.conditions.hidden_streams for stream in _STREAMS]
        checks += [number not in hidden for number in range(len(self._names))]
        self._refresh_checks(self._sources_menu, checks)

    @staticmethod
    def _check(menu: QMenu, words: str, on: bool, turned: Callable[[], None]) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: turned())

    @staticmethod
    def _refresh_checks(menu: QMenu, checks: Sequence[bool]) -> None:
        actions = [action for action in menu.actions() if action.isCheckable()]
        for action, on in zip(actions, checks, strict=False):
            action.setChecked(on)

    # State

    def show_names(self, names: Sequence[str]) -> None:
        """The containers that may be chosen, by their numbers."""
        self._names = tuple(visible(name) for name in names)
        self._say_conditions()

    def show_only(self, source: int | None) -> None:
        """Hide the lines of all but one of the names; None shows those of all."""
        others = frozenset(range(len(self._names))) - {source}
        self._set(hidden_sources=frozenset() if source is None else others)

    def set_times(self, since_ns: int, until_ns: int) -> None:
        """Show only lines between these times; 0 is no limit."""
        self._set(since_ns=since_ns, until_ns=until_ns)

    def show_everything(self) -> None:
        """Hide no line any more."""
        self.conditions = Conditions()
        self._fill_levels()
        self.filter.setChecked(False)
        self._say_conditions()
        self.conditions_changed.emit()

    def set_context(self, count: int) -> None:
        """Show this many lines before and after each match when filtering."""
        self.context = count
        self.around.setText(f"± {count}")
        self.query_changed.emit()

    def set_invalid(self, invalid: bool) -> None:
        """Mark the search field when what is in it cannot be searched for."""
        if bool(self.field.property("invalid")) != invalid:
            self.field.setProperty("invalid", invalid)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _set(self, **changes: object) -> None:
        changed = msgspec.structs.replace(self.conditions, **changes)
        if changed != self.conditions:
            self.conditions = changed
            self._say_conditions()
            self.conditions_changed.emit()

    def _say_conditions(self) -> None:
        shown = self.conditions
        told = [
            tr(words) for stream, words in _STREAMS.items() if stream not in shown.hidden_streams
        ]
        parts = [] if not shown.hidden_streams else told or [tr("No stream")]
        if shown.hidden_sources:
            left = [n for i, n in enumerate(self._names) if i not in shown.hidden_sources]
            parts += (
                left[:3]
                if 0 < len(left) <= 3
                else [
                    tr("{count} of {all} containers").format(count=len(left), all=len(self._names))
                ]
            )
        self.sources.say(", ".join(parts))
        seen = [tr(words) for level, words in _LEVELS.items() if level not in shown.hidden_levels]
        self.levels.say("" if not shown.hidden_levels else ", ".join(seen) or tr("None"))

    def _show_filter(self, on: bool) -> None:
        self.around.setVisible(on)
        self.query_changed.emit()
        self._arrange()

    # Room

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        width = max(self._find.minimumSizeHint().width(), self._tools.minimumSizeHint().width())
        return QSize(width, hint.height())

    def _arrange(self) -> None:
        """One row where there is room for both halves, two where there is not."""
        needed = self._find.minimumSizeHint().width() + self._tools.sizeHint().width() + 8
        one_row = self.width() >= needed + 60  # the count of matches takes room later
        if one_row == self._one_row:
            return
        self._one_row = one_row
        for part in (self._find, self._tools):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._find, 0, 0)
        if one_row:
            self._grid.addWidget(self._tools, 0, 1)
        else:
            self._grid.addWidget(self._tools, 1, 0, Qt.AlignmentFlag.AlignRight)
