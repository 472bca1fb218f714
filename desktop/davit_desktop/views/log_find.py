"""Find in a log: the search that is under way, the match one is at, and what the filter shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from davit_desktop.logs.query import BadPattern, Query
from davit_desktop.logs.rows import Rows
from davit_desktop.logs.search import LogSearch
from davit_desktop.translation import tr
from davit_desktop.views.log_bar import LogBar
from davit_desktop.views.log_view import LogView

_TYPING_MS = 120
_PATIENCE_MS = 150  # that what was shown stays while a new choice is being found


class Finder(QObject):
    """Joins bar, view and rows. `tell` is called from the search's thread when it found more."""

    started = Signal()  # a search that wants the earlier lines, too

    def __init__(self, bar: LogBar, view: LogView, tell: Callable[[], None]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._view = view
        self._tell = tell
        self._rows: Rows | None = None
        self.search: LogSearch | None = None
        self.problem = ""
        self._jump_pending = False
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.search_now)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._show_found)
        bar.typed.connect(self._typing.start)
        bar.query_changed.connect(self.search_now)
        bar.conditions_changed.connect(self.search_now)
        bar.step.connect(self.go)

    def set_rows(self, rows: Rows | None) -> None:
        """Search here from now on."""
        self.end()
        self._rows = rows
        if rows is not None:
            self.search_now()

    def end(self) -> None:
        """Stop searching."""
        self._typing.stop()
        self._patience.stop()
        self.problem = ""
        self._rows = None
        self._jump_pending = False
        if self.search is not None:
            self.search.cancel()
            self.search = None
        self._view.set_matcher(None)

    def refresh(self) -> None:
        """The rows have changed."""
        search = self.search
        if search is not None:
            search.poke()
            if search.done:
                if self._patience.isActive():
                    self._show_found()
                if self._jump_pending:
                    self._jump_pending = False
                    self._jump()
        self.show_count()

    def search_now(self) -> None:
        """Search for what is in the bar."""
        self._typing.stop()
        bar, rows, before = self._bar, self._rows, self.search
        self.search = None
        self.problem = ""
        self._jump_pending = False
        if before is not None:
            before.cancel()
        text = bar.field.text()
        query = Query(text, case=bar.case.isChecked(), regex=bar.regex.isChecked())
        if rows is not None and (text or not bar.conditions.show_all):
            try:
                self.search = LogSearch(
                    rows.spool,
                    query if text else None,
                    self._tell,
                    context=bar.context,
                    only_matches=bar.filter.isChecked(),
                    conditions=bar.conditions,
                )
            except BadPattern as error:
                self.problem = str(error)
            else:
                self._jump_pending = bool(text)
                self.started.emit()
        bar.set_invalid(bool(self.problem))
        self._view.set_matcher(self.search.matcher if self.search is not None else None)
        self._view.set_current(None)
        if self.search is None or not self.search.hides:
            self._show_found()
        else:
            self._patience.start()
        self._tell()

    def _show_found(self) -> None:
        """Show the lines that the search chose."""
        self._patience.stop()
        if self._rows is not None:
            search = self.search
            self._rows.filter = search if search is not None and search.hides else None
            self._view.show_others()

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was chosen last."""
        return not self._patience.isActive()

    def key(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), or search for what was just typed."""
        if self._typing.isActive():
            self.search_now()
        else:
            self.go(by)

    def go(self, by: int) -> None:
        """Go to the next match (1) or the previous one (-1), around the ends."""
        search = self.search
        if search is None or search.count == 0:
            return
        current = self._view.current
        if current is None:
            self._jump()
            return
        at = search.position(current)
        if by > 0 and search.is_hit(current):
            at += 1
        elif by < 0:
            at -= 1
        self._view.set_current(search.hit(at % search.count))
        self.show_count()

    def _jump(self) -> None:
        """To the match nearest below the top of the screen, else to the last one."""
        search = self.search
        if search is None or search.count == 0 or self._view.current is not None:
            return
        at = min(search.position(self._view.top_line), search.count - 1)
        self._view.set_current(search.hit(at))
        self.show_count()

    def show_count(self) -> None:
        """Tell how many lines match, and at which of them one is."""
        search = self.search
        words = ""
        some = search is not None and search.count > 0
        if search is not None and search.query is not None:
            count = search.count
            current = self._view.current
            if current is not None and search.is_hit(current):
                words = f"{search.position(current) + 1:,}/{count:,}"
            else:
                words = f"{count:,}" if count else (tr("no match") if search.done else "0")
            if not search.done:
                words += " …"
        self._bar.count.setText(words)
        self._bar.next.setEnabled(some)
        self._bar.previous.setEnabled(some)
