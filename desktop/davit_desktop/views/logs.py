"""A log that follows, searches and stays fast: the view, the bar above it, and what they need."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import platformdirs
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop.client.engine import EngineClient
from davit_desktop.logs.entries import Entry
from davit_desktop.logs.export import save
from davit_desktop.logs.ingest import History, LogClient, LogSource, Phase
from davit_desktop.logs.rows import Rows
from davit_desktop.logs.spool import LogSpool
from davit_desktop.translation import tr
from davit_desktop.views.icons import TextButton
from davit_desktop.views.log_bar import LogBar
from davit_desktop.views.log_copy import open_link, to_clipboard
from davit_desktop.views.log_find import Finder
from davit_desktop.views.log_range import RangeRow
from davit_desktop.views.log_view import LogView
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible

_REFRESH_MS = 33
_MOST_COPIED = 32 << 20

Member = tuple[str, str]
"""The id and the name of a container."""


class Source(Protocol):
    """Where the lines of a panel come from; another thread may fill it."""

    @property
    def spool(self) -> LogSpool: ...
    @property
    def history(self) -> History: ...
    @property
    def phase(self) -> Phase: ...
    @property
    def problem(self) -> str: ...
    @property
    def unended(self) -> tuple[Entry, ...]: ...
    @property
    def earlier_loaded(self) -> int: ...
    def load_history(self, *, whole: bool = True) -> None:
        """Fetch the lines before the first one."""

    def close(self) -> None:
        """Stop, and give the disk space back."""


def _end(running: list[Source], finder: Finder) -> None:
    for source in running:
        source.close()
    if finder.search is not None:
        finder.search.cancel()


def client_like(client: EngineClient) -> LogClient:
    """A client of the same engine for another event loop."""
    if client.host == EngineClient.default_host():
        return EngineClient()  # with the certificates that the environment names
    return EngineClient(client.host)


class LogPanel(QWidget):
    """The log of one container or several. `show_containers` begins, `close_source` ends it."""

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
        self._source: Source | None = None
        self._rows: Rows | None = None
        self._members: list[Member] = []
        self._told = False  # news is on its way through the event loop
        self._save_stop = threading.Event()
        self._save_wanted: tuple[Path, bool, bool] | None = None
        self._save_problem = ""
        self._save_name = ""
        self.waiting_words = tr(
            "Nothing written yet. Lines appear here as the container writes them."
        )
        self.ended_words = ""  # for a source that wrote nothing; empty for what fits containers
        self.view = LogView()
        self.bar = LogBar()
        self.range = RangeRow()
        self._refresh_timer = QTimer(self, interval=_REFRESH_MS, singleShot=True)
        self._refresh_timer.timeout.connect(self._refresh)
        self._news.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._save_ended.connect(self._end_save, Qt.ConnectionType.QueuedConnection)
        self.finder = Finder(self.bar, self.view, self._tell)
        self._build()
        self._running: list[Source] = []  # threads that must not outlive the panel
        self.destroyed.connect(partial(_end, self._running, self.finder))

    # What others call

    def show_container(self, client: EngineClient, container_id: str, name: str) -> None:
        """Show and follow the log of a container, from its end."""
        self.show_containers(client, [(container_id, name)], name)

    def show_containers(self, client: EngineClient, members: Sequence[Member], title: str) -> None:
        """Show and follow the logs of containers in one order of time, from their end."""
        self.close_source()
        ids = [id for id, _ in members]
        source = LogSource(lambda: self._connect(client), ids, self._folder, self._tell)
        self._show_source(source, members, title)

    def _show_source(self, source: Source, members: Sequence[Member], title: str) -> None:
        self._members = list(members)
        self._source = source
        self._rows = Rows(source.spool)
        self.view.setAccessibleName(tr("Log of {name}").format(name=visible(title)))
        self._running[:] = [source]
        self._save_name = title
        self.view.set_rows(self._rows)
        self._show_names()
        self.finder.set_rows(self._rows)
        self.view.set_spread_all(self.bar.spread.isChecked())
        self._refresh()

    def add_containers(self, members: Sequence[Member]) -> None:
        """Follow more containers, and call those that are followed by their present names."""
        if not isinstance(self._source, LogSource):
            return
        names = dict(members)
        known = {id for id, _ in self._members}
        changed = [(id, names.get(id, name)) for id, name in self._members]
        for id, name in members:
            if id not in known:
                changed.append((id, name))
                self._source.add(id)
        if changed != self._members:
            self._members = changed
            self._show_names()

    def close_source(self) -> None:
        """Stop following and free what was kept on disk."""
        self._save_stop.set()
        self.finder.end()
        if self._source is not None:
            self._source.close()
            self._source = None
        self._running.clear()
        self._rows = None
        self._members = []
        self._save_wanted = None
        self._save_problem = ""
        self.view.set_rows(None)
        self.bar.show_names(())
        self._close_range()
        self.bar.show_everything()
        self._refresh()

    def focus_search(self) -> None:
        """Put the cursor into the search field, with the selected word in it."""
        selection = self.view.selection
        if selection is not None and selection[0][0] == selection[1][0]:
            text = self.view.selected_bytes().decode("utf-8", "replace")
            if len(text) <= 200:
                self.bar.field.setText(text)
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    @property
    def rows(self) -> Rows | None:
        return self._rows

    @property
    def source(self) -> Source | None:
        return self._source

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple(self._members)

    # Building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.range)
        self.range.hide()
        line = QFrame()
        line.setProperty("look", "line")
        layout.addWidget(line)
        self._problem = plain_label("", "red")
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(12, 8, 12, 8)
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
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._show_all = TextButton(tr("Show all lines"), None, self.view)
        self._show_all.clicked.connect(self._show_everything)
        self._show_all.hide()
        view, bar = self.view, self.bar
        view.follow_changed.connect(bar.follow.setChecked)
        view.new_lines_changed.connect(self._show_pill)
        view.near_top.connect(self._load_part)
        view.link_clicked.connect(open_link)
        view.installEventFilter(self)
        bar.wrap_changed.connect(view.set_wrap)
        bar.spread_changed.connect(view.set_spread_all)
        bar.stamps_changed.connect(view.set_stamps)
        bar.follow_wanted.connect(view.set_follow)
        bar.clear_wanted.connect(self.clear)
        bar.copy_wanted.connect(self.copy)
        bar.save_wanted.connect(lambda stamps, colors: self._ask_file(stamps=stamps, colors=colors))
        bar.range_toggled.connect(self._open_range)
        self.range.changed.connect(bar.set_times)
        self.range.closed.connect(self._close_range)
        self.finder.started.connect(self._load_history)
        self.setFocusProxy(view)

    def _show_names(self) -> None:
        names = [visible(name) for _, name in self._members]
        self.view.set_names(names)
        self.bar.show_names(names)

    def _open_range(self, on: bool) -> None:
        if not on:
            self._close_range()
            return
        self.range.show()
        self.range.setFocus()

    def _close_range(self) -> None:
        self.range.clear()
        self.range.hide()
        self.bar.range.setChecked(False)

    def _show_everything(self) -> None:
        self._close_range()
        self.bar.show_everything()

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
        self.finder.refresh()
        self.view.refresh()
        self._show_problem()
        self._show_nothing()
        self._show_note()
        whole = source is not None and source.history is History.WHOLE
        if self._save_wanted is not None and whole:
            self._start_save(*self._save_wanted)

    def _show_problem(self) -> None:
        source = self._source
        words = self.finder.problem or self._save_problem
        if not words and self.finder.search is not None:
            words = self.finder.search.problem
        if not words and source is not None:
            words = source.problem
            if source.phase is Phase.BROKEN:
                again = tr("{problem} Trying again; the log goes on where it stopped.")
                words = again.format(problem=words)
        self._problem.setText(visible(words))
        self._problem.setVisible(bool(words))

    def _show_nothing(self) -> None:
        words, hidden = "", False
        source, rows = self._source, self._rows
        if source is not None and rows is not None and rows.count == 0:
            if rows.filter is not None:
                hidden = rows.filter.done and source.history is not History.LOADING
                count = rows.spool.end - rows.first
                words = tr("No line matches; %n line(s) hidden.", "", count) if hidden else ""
            elif rows.hidden:
                words = tr("Cleared. New lines appear here.")
            elif source.phase is Phase.FOLLOWING:
                words = self.waiting_words
            elif source.phase is Phase.ENDED:
                one = len(self._members) == 1
                words = tr("This container wrote nothing.") if one else tr("Nothing was written.")
                words = self.ended_words or words
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))
        self._show_all.setVisible(hidden)

    def _show_note(self) -> None:
        """What there is above the first line."""
        source, rows = self._source, self._rows
        words = ""
        if source is not None and rows is not None:
            at_top = self.view.verticalScrollBar().value() < 3
            if rows.hidden:
                words = tr("%n line(s) cleared. Show them", "", rows.hidden) if at_top else ""
            elif source.history is History.LOADING:
                words = tr("Reading earlier lines… {count}").format(
                    count=f"{source.earlier_loaded:,}"
                )
            elif at_top and source.history is History.MORE and rows.count:
                words = tr("Read earlier lines")
            elif at_top and source.spool.dropped:
                words = tr("%n older line(s) are no longer kept here", "", source.spool.dropped)
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
            self._load_part()

    def _load_part(self) -> None:
        if self._source is not None and self._source.history is History.MORE:
            self._source.load_history(whole=False)
            self._tell()

    def _load_history(self) -> None:
        if self._source is not None:
            self._source.load_history()
            self._tell()

    def _show_pill(self, count: int) -> None:
        words = tr("%n new line(s)", "", count)
        self._pill.setText(words)
        self._pill.setAccessibleName(tr("{lines}. Go to the newest").format(lines=words))
        self._pill.setVisible(count > 0)
        self._place_overlays()

    def _to_end(self) -> None:
        self.view.clear_selection()
        self.view.set_follow(True)
        self.view.setFocus()

    def _place_overlays(self) -> None:
        area = self.view.viewport().geometry()
        for widget in (self._pill, self._note, self._show_all):
            widget.adjustSize()
            widget.move(area.left() + (area.width() - widget.width()) // 2, area.top() + 8)
        self._pill.move(self._pill.x(), area.bottom() - self._pill.height() - 12)
        self._show_all.move(self._show_all.x(), area.center().y() + 20)
        self._nothing.setGeometry(area)

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
            self._save_problem = tr(
                "More than {size} MB is too much for the clipboard. Save the log to a file instead."
            ).format(size=_MOST_COPIED >> 20)
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
        name = "".join(c if c.isalnum() or c in "-_." else "-" for c in self._save_name)
        suggested = str(Path.home() / f"{name}.log")
        path, _ = QFileDialog.getSaveFileName(self, tr("Save log"), suggested)
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
        exactly = colors and not stamps
        names = [name for _, name in self._members] if len(self._members) > 1 else []

        def run() -> None:
            problem = ""
            try:
                save(
                    rows,
                    path,
                    with_stamps=stamps,
                    with_ansi=colors,
                    names=() if exactly else names,
                    stop=stop.is_set,
                )
            except OSError as error:
                problem = tr("Cannot save the log to {path}: {reason}. Try another folder.").format(
                    path=path, reason=error.strerror
                )
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
        in_search = self.bar.field.hasFocus()
        in_range = self.range.since.hasFocus() or self.range.until.hasFocus()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            commands: dict[int, Callable[[], None]] = {
                Qt.Key.Key_F: self.focus_search,
                Qt.Key.Key_Equal: lambda: self.view.zoom(1),
                Qt.Key.Key_Plus: lambda: self.view.zoom(1),
                Qt.Key.Key_Minus: lambda: self.view.zoom(-1),
                Qt.Key.Key_0: lambda: self.view.zoom(0),
            }
            if not in_search and not in_range:
                commands[Qt.Key.Key_C] = self.copy
            return commands.get(key)
        by = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_F3 or (in_search and enter):
            return lambda: self.finder.key(by)
        if in_search and key == Qt.Key.Key_Escape:
            return self._leave_search
        if in_range and key == Qt.Key.Key_Escape:
            return self._leave_range
        return None

    def _leave_search(self) -> None:
        self.bar.field.clear()
        self.finder.search_now()
        self.view.setFocus()

    def _leave_range(self) -> None:
        self._close_range()
        self.view.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_wanted is None:
            self._refresh_timer.stop()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        action = menu.addAction(tr("Copy"), self.copy)
        action.setEnabled(self.view.selection is not None)
        menu.addAction(tr("Select all"), self.view.select_all)
        menu.addSeparator()
        menu.addAction(tr("Find…"), self.focus_search)
        menu.addAction(tr("Clear the view"), self.clear)
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
