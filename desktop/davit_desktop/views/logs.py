"""A log that follows, searches and stays fast: the log view and the bar above it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop.client.engine import EngineClient
from davit_desktop.logs.export import save
from davit_desktop.logs.ingest import History, LogClient, LogSource, Phase
from davit_desktop.logs.links import is_web_address
from davit_desktop.logs.query import BadPattern, Query
from davit_desktop.logs.rows import Rows
from davit_desktop.logs.search import LogSearch
from davit_desktop.logs.stamps import StampStyle
from davit_desktop.logs.visible import picture
from davit_desktop.views.icons import SIZE, IconButton, TextButton, icon
from davit_desktop.views.log_view import LogView
from davit_desktop.views.messages import plain_label

_REFRESH_MS = 33
_TYPING_MS = 120
_MOST_COPIED = 32 << 20

_STAMPS = {
    StampStyle.OFF: "No times",
    StampStyle.TIME: "Time of day",
    StampStyle.ISO: "Full date and time (UTC)",
    StampStyle.RELATIVE: "How long ago",
}


def _end(running: list[LogSource | LogSearch]) -> None:
    for thread in running:
        if isinstance(thread, LogSource):
            thread.close()
        else:
            thread.cancel()


def client_like(client: EngineClient) -> LogClient:
    """A client of the same engine for another event loop."""
    if client.host == EngineClient.default_host():
        return EngineClient()  # with the certificates that the environment names
    return EngineClient(client.host)


class _Toggle(QToolButton):
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


class LogPanel(QWidget):
    """The log of one container. `show_container` begins, `close_source` ends and frees it."""

    saved = Signal(str)  # the path of a file that was written
    _news = Signal()
    _save_ended = Signal(str, str)  # path, problem

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        connect: Callable[[EngineClient], LogClient] = client_like,
        folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._connect = connect
        self._folder = folder or platformdirs.user_cache_path("davit", appauthor=False) / "logs"
        self._source: LogSource | None = None
        self._rows: Rows | None = None
        self._search: LogSearch | None = None
        self._jump_pending = False
        self._told = False  # news is on its way through the event loop
        self._save_stop = threading.Event()
        self._save_wanted: tuple[Path, bool, bool] | None = None
        self._search_problem = ""
        self._save_problem = ""
        self._around = 0
        self._save_name = ""
        self.view = LogView()
        self._build()
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._refresh_timer.timeout.connect(self._refresh)
        self._typing_timer = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing_timer.timeout.connect(self._search_now)
        self._news.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._save_ended.connect(self._end_save, Qt.ConnectionType.QueuedConnection)
        self._running: list[LogSource | LogSearch] = []  # threads that must not outlive the panel
        self.destroyed.connect(partial(_end, self._running))

    # What others call

    def show_container(self, client: EngineClient, container_id: str, name: str) -> None:
        """Show and follow the log of a container, from its end."""
        self.close_source()
        self._source = LogSource(
            lambda: self._connect(client), [container_id], self._folder, self._tell
        )
        self._rows = Rows(self._source.spool)
        self.view.setAccessibleName(f"Log of {name}")
        self._running[:] = [self._source]
        self._save_name = name
        self.view.set_rows(self._rows)
        self._search_now()
        self._refresh()

    def close_source(self) -> None:
        """Stop following and free what was kept on disk."""
        self._save_stop.set()
        if self._search is not None:
            self._search.cancel()
            self._search = None
        if self._source is not None:
            self._source.close()
            self._source = None
        self._running.clear()
        self._rows = None
        self._save_wanted = None
        self._search_problem = self._save_problem = ""
        self.view.set_matcher(None)
        self.view.set_rows(None)
        self._refresh()

    def focus_search(self) -> None:
        """Put the cursor into the search field, with the selected word in it."""
        selection = self.view.selection
        if selection is not None and selection[0][0] == selection[1][0]:
            text = self.view.selected_bytes().decode("utf-8", "replace")
            if len(text) <= 200:
                self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @property
    def rows(self) -> Rows | None:
        return self._rows

    @property
    def source(self) -> LogSource | None:
        return self._source

    # Building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 8, 0, 8)
        bar.setSpacing(4)
        self._field = QLineEdit()
        self._field.setPlaceholderText("Find in the log")
        self._field.setToolTip("Find in the log (Ctrl+F)")
        self._field.setAccessibleName("Find in the log")
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(140)
        self._field.setMaximumWidth(320)
        self._field.textChanged.connect(lambda: self._typing_timer.start())
        self._count = plain_label("", "muted")
        self._count.setAccessibleName("Matching lines")
        self._previous = IconButton("chevron-up", "Previous match (Shift+Enter, Shift+F3)")
        self._next = IconButton("chevron-down", "Next match (Enter, F3)")
        self._previous.clicked.connect(lambda: self.go_to_match(-1))
        self._next.clicked.connect(lambda: self.go_to_match(1))
        self._case = _Toggle("Match upper and lower case", text="Aa")
        self._regex = _Toggle("Regular expression", text=".*")
        self._filter = _Toggle("Show only lines that match", name="filter")
        self._context = QToolButton()
        self._context.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._context.setMenu(self._context_menu())
        self._context.setText("± 0")
        self._context.setToolTip("Lines shown around each match")
        self._context.setAccessibleName("Lines shown around each match")
        self._context.hide()
        for toggle in (self._case, self._regex):
            toggle.toggled.connect(lambda: self._search_now())
        self._filter.toggled.connect(self._set_filter)
        self._wrap = _Toggle("Wrap long lines", name="wrap")
        self._wrap.setChecked(True)
        self._wrap.toggled.connect(lambda on: self.view.set_wrap(on))
        self._times = QToolButton()
        self._times.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._times.setMenu(self._stamp_menu())
        self._times.setToolTip("Times before the lines")
        self._times.setAccessibleName("Times before the lines")
        self._times.setIconSize(QSize(SIZE, SIZE))
        self._follow = _Toggle("Follow: stay at the newest line", name="follow")
        self._follow.setChecked(True)
        self._follow.clicked.connect(lambda on: self.view.set_follow(on))
        clear = IconButton("clear", "Clear the view", token="text")
        clear.clicked.connect(self.clear)
        copy = IconButton("copy", "Copy the selection, or everything shown", token="text")
        copy.clicked.connect(self.copy)
        self._save = QToolButton()
        self._save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._save.setMenu(self._save_menu())
        self._save.setToolTip("Save to a file")
        self._save.setAccessibleName("Save to a file")
        self._save.setIconSize(QSize(SIZE, SIZE))
        bar.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._case, self._regex):
            bar.addWidget(widget)
        bar.addWidget(self._filter)
        bar.addWidget(self._context)
        bar.addStretch(1)
        for tool in (self._wrap, self._times, self._follow, clear, copy, self._save):
            bar.addWidget(tool)
        layout.addLayout(bar)
        line = QFrame()
        line.setProperty("look", "line")
        layout.addWidget(line)
        self._problem = plain_label("", "red")
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(12, 6, 12, 6)
        self._problem.hide()
        layout.addWidget(self._problem)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        layout.addWidget(self.view, 1)
        self._pill = TextButton("", "chevron-down", self.view, look="primary")
        self._pill.clicked.connect(lambda: self._to_end())
        self._pill.hide()
        self._note = TextButton("", None, self.view)
        self._note.clicked.connect(self._note_clicked)
        self._note.hide()
        self._nothing = plain_label("", "muted", self.view)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.follow_changed.connect(self._follow.setChecked)
        self.view.new_lines_changed.connect(self._show_pill)
        self.view.near_top.connect(self._load_history)
        self.view.link_clicked.connect(open_link)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)
        self._tint()

    def _stamp_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for style, words in _STAMPS.items():
            action = QAction(words, menu, checkable=True)
            action.setChecked(style is StampStyle.OFF)
            action.triggered.connect(lambda _=False, style=style: self.view.set_stamps(style))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _context_menu(self) -> QMenu:
        menu = QMenu(self)
        for count in (0, 1, 3, 5, 10):
            words = "Matching lines only" if count == 0 else f"{count} before and after"
            menu.addAction(words, partial(self.set_context, count))
        return menu

    def set_context(self, count: int) -> None:
        """Show this many lines before and after each match when filtering."""
        self._around = count
        self._context.setText(f"± {count}")
        self._search_now()

    def _save_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Save as text…", lambda: self._ask_file(stamps=False, colors=False))
        menu.addAction("Save with times…", lambda: self._ask_file(stamps=True, colors=False))
        menu.addAction(
            "Save exactly as written, with colour codes…",
            lambda: self._ask_file(stamps=False, colors=True),
        )
        return menu

    def _tint(self) -> None:
        self._times.setIcon(icon("clock", self.palette(), "text"))
        self._save.setIcon(icon("save", self.palette(), "text"))

    # News from the source and the search, which call from their own threads

    def _tell(self) -> None:
        if not self._told and isValid(self):
            self._told = True
            self._news.emit()

    def _hear(self) -> None:
        self._told = False
        if not self.isVisible() and self._save_wanted is None:
            return  # nobody looks; showEvent catches up
        if not self._refresh_timer.isActive():
            self._refresh_timer.start()

    def _refresh(self) -> None:
        source, rows = self._source, self._rows
        if source is not None and rows is not None:
            rows.unended = source.unended
            if self._search is not None:
                self._search.poke()
        self.view.refresh()
        self._show_count()
        self._show_problem()
        self._show_nothing()
        self._show_note()
        if self._jump_pending and self._search is not None and self._search.done:
            self._jump_pending = False
            self._jump()
        whole = source is not None and source.history is History.WHOLE
        if self._save_wanted is not None and whole:
            self._start_save(*self._save_wanted)

    def _show_problem(self) -> None:
        source = self._source
        words = self._search_problem or self._save_problem
        if not words and self._search is not None:
            words = self._search.problem
        if not words and source is not None:
            if source.phase is Phase.BROKEN:
                words = f"{source.problem} Trying again; the log goes on where it stopped."
            else:
                words = source.problem
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _show_nothing(self) -> None:
        words = ""
        source, rows = self._source, self._rows
        if source is not None and rows is not None and rows.count == 0:
            if rows.filter is not None:
                words = "No line matches." if rows.filter.done else ""
            elif rows.hidden:
                words = "Cleared. New lines appear here."
            elif source.phase is Phase.FOLLOWING:
                words = "Nothing written yet. Lines appear here as the container writes them."
            elif source.phase is Phase.ENDED:
                words = "This container wrote nothing."
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _show_note(self) -> None:
        """What there is above the first line."""
        source, rows = self._source, self._rows
        words = ""
        if source is not None and rows is not None:
            at_top = self.view.verticalScrollBar().value() < 3
            if rows.hidden:
                words = f"{rows.hidden:,} lines cleared. Show them" if at_top else ""
            elif source.history is History.LOADING:
                words = f"Reading earlier lines… {source.earlier_loaded:,}"
            elif at_top and source.history is History.MORE and rows.count:
                words = "Read earlier lines"
            elif at_top and source.spool.dropped:
                words = f"{source.spool.dropped:,} older lines are no longer kept here"
        self._note.setText(words)
        self._note.setAccessibleName(words)
        self._note.setVisible(bool(words))
        self._place_overlays()

    def _note_clicked(self) -> None:
        if self._rows is not None and self._rows.hidden:
            self._rows.unclear()
            self.view.refresh()
            self._refresh()
        else:
            self._load_history()

    def _load_history(self) -> None:
        if self._source is not None:
            self._source.load_history()
            self._tell()

    def _show_pill(self, count: int) -> None:
        words = f"{count:,} new line{'' if count == 1 else 's'}"
        self._pill.setText(words)
        self._pill.setAccessibleName(f"{words}. Go to the newest")
        self._pill.setVisible(count > 0)
        self._place_overlays()

    def _to_end(self) -> None:
        self.view.clear_selection()
        self.view.set_follow(True)
        self.view.setFocus()

    def _place_overlays(self) -> None:
        area = self.view.viewport().geometry()
        for widget in (self._pill, self._note):
            widget.adjustSize()
        left = area.left() + (area.width() - self._pill.width()) // 2
        self._pill.move(left, area.bottom() - self._pill.height() - 12)
        left = area.left() + (area.width() - self._note.width()) // 2
        self._note.move(left, area.top() + 8)
        self._nothing.setGeometry(area)

    # Search

    def _query(self) -> Query | None:
        text = self._field.text()
        if not text:
            return None
        return Query(text, case=self._case.isChecked(), regex=self._regex.isChecked())

    def _search_now(self) -> None:
        self._typing_timer.stop()
        if self._search is not None:
            self._search.cancel()
            self._running.remove(self._search)
            self._search = None
        self._search_problem = ""
        self._jump_pending = False
        query = self._query()
        rows = self._rows
        if query is not None and rows is not None:
            context = self._around if self._filter.isChecked() else 0
            try:
                self._search = LogSearch(rows.spool, query, self._tell, context=context)
            except BadPattern as error:
                self._search_problem = str(error)
            else:
                self._running.append(self._search)
                self._jump_pending = True
                self._load_history()
        invalid = bool(self._search_problem)
        if self._field.property("invalid") != invalid:
            self._field.setProperty("invalid", invalid)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
        self.view.set_matcher(self._search.matcher if self._search is not None else None)
        self.view.set_current(None)
        self._apply_filter()
        self._refresh()

    def _set_filter(self, on: bool) -> None:
        self._context.setVisible(on)
        self._search_now()

    def _apply_filter(self) -> None:
        if self._rows is None:
            return
        self._rows.filter = self._search if self._filter.isChecked() else None
        self.view.refresh()

    def go_to_match(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), around the ends."""
        search = self._search
        if search is None or search.count == 0:
            return
        current = self.view.current
        if current is None:
            self._jump()
            return
        at = search.position(current)
        if by > 0 and search.is_hit(current):
            at += 1
        elif by < 0:
            at -= 1
        self.view.set_current(search.hit(at % search.count))
        self._show_count()

    def _jump(self) -> None:
        """To the match nearest below the top of the screen, else to the last one."""
        search = self._search
        if search is None or search.count == 0 or self.view.current is not None:
            return
        at = min(search.position(self.view.top_line), search.count - 1)
        self.view.set_current(search.hit(at))
        self._show_count()

    def _show_count(self) -> None:
        search = self._search
        words = ""
        if search is not None:
            count = search.count
            current = self.view.current
            if current is not None and search.is_hit(current):
                words = f"{search.position(current) + 1:,}/{count:,}"
            else:
                words = f"{count:,}" if count else ("no match" if search.done else "0")
            if not search.done:
                words += " …"
        self._count.setText(words)
        some = search is not None and search.count > 0
        self._next.setEnabled(some)
        self._previous.setEnabled(some)

    # Copy, clear, save

    def copy(self) -> None:
        """Copy the selection, or everything shown when nothing is selected."""
        rows = self._rows
        if rows is None:
            return
        try:
            if self.view.selection is not None:
                data = self.view.selected_bytes(_MOST_COPIED)
            else:
                everything = rows.copy((rows.first, 0), (rows.end, 0), _MOST_COPIED)
                data = b"".join(everything)
        except OverflowError:
            self._save_problem = (
                f"More than {_MOST_COPIED >> 20} MB is too much for the clipboard. "
                "Save the log to a file instead."
            )
            self._show_problem()
            return
        to_clipboard(data)

    def clear(self) -> None:
        """Hide the lines there are; a note offers to show them again."""
        if self._rows is not None:
            self._rows.clear()
            self.view.clear_selection()
            self.view.set_follow(True)
            self._refresh()

    def _ask_file(self, *, stamps: bool, colors: bool) -> None:
        if self._rows is None:
            return
        suggested = str(Path.home() / f"{self._save_name}.log")
        path, _ = QFileDialog.getSaveFileName(self, "Save log", suggested)
        if path:
            self.save_to(Path(path), stamps=stamps, colors=colors)

    def save_to(self, path: Path, *, stamps: bool, colors: bool) -> None:
        """Write the rows to a file in the background, the earlier ones fetched first."""
        self._save_problem = ""
        self._save_wanted = (path, stamps, colors)
        self._load_history()
        self._refresh()

    def _start_save(self, path: Path, stamps: bool, colors: bool) -> None:
        rows = self._rows
        assert rows is not None
        self._save_wanted = None
        self._save_stop = stop = threading.Event()

        def run() -> None:
            problem = ""
            try:
                save(rows, path, with_stamps=stamps, with_ansi=colors, stop=stop.is_set)
            except OSError as error:
                problem = f"Cannot save the log to {path}: {error.strerror}. Try another folder."
            if isValid(self) and not stop.is_set():
                self._save_ended.emit(str(path), problem)

        threading.Thread(target=run, name="log save", daemon=True).start()

    def _end_save(self, path: str, problem: str) -> None:
        self._save_problem = problem
        self._show_problem()
        if not problem:
            self.saved.emit(path)

    # Events

    @override
    def event(self, event: QEvent) -> bool:
        # Claimed before a shortcut of the window can take them: they mean this log.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._command(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
        else:
            command()

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = event.key()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        in_field = self._field.hasFocus()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            commands: dict[int, Callable[[], None]] = {
                Qt.Key.Key_F: self.focus_search,
                Qt.Key.Key_Equal: lambda: self.view.zoom(1),
                Qt.Key.Key_Plus: lambda: self.view.zoom(1),
                Qt.Key.Key_Minus: lambda: self.view.zoom(-1),
                Qt.Key.Key_0: lambda: self.view.zoom(0),
            }
            if not in_field:
                commands[Qt.Key.Key_C] = self.copy
            return commands.get(key)
        back = bool(modifiers & shift)
        if key == Qt.Key.Key_F3 or (in_field and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            return lambda: self._find_key(-1 if back else 1)
        if in_field and key == Qt.Key.Key_Escape:
            return self._leave_search
        return None

    def _find_key(self, by: int) -> None:
        if self._typing_timer.isActive():
            self._search_now()
        else:
            self.go_to_match(by)

    def _leave_search(self) -> None:
        self._field.clear()
        self._search_now()
        self.view.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        action = menu.addAction("Copy", self.copy)
        action.setEnabled(self.view.selection is not None)
        menu.addAction("Select all", self.view.select_all)
        menu.addSeparator()
        menu.addAction("Find…", self.focus_search)
        menu.addAction("Clear the view", self.clear)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_overlays()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_save"):
            self._tint()


def to_clipboard(data: bytes) -> None:
    """The text itself; where it is not UTF-8, readable text and, beside it, the bytes."""
    clipboard = QGuiApplication.clipboard()
    try:
        clipboard.setText(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        mime = QMimeData()
        mime.setText("".join(picture(c) if "\ud800" <= c <= "\udfff" else c for c in text))
        mime.setData("application/octet-stream", data)
        clipboard.setMimeData(mime)


def open_link(address: str) -> None:
    """Hand a web address to the system's browser; anything else is left alone."""
    if is_web_address(address):
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
