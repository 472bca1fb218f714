"""The activity page: what was done from this window, with its docker command and how it ended."""

import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions, Phase
from davit_desktop.journal import Entry, Journal, script
from davit_desktop.state.problem import problem
from davit_desktop.translation import mark, tr
from davit_desktop.views.icons import TextButton
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.table_model import Column
from davit_desktop.views.text import seconds, visible

_RUNNING = "running"
_TICK = 1_000  # milliseconds between two looks at what runs

_RESULTS = {
    _RUNNING: (mark("Running"), "state-busy", "blue"),
    Phase.DONE.value: (mark("Done"), "check", "green"),
    Phase.FAILED.value: (mark("Failed"), "state-failed", "red"),
    Phase.CANCELLED.value: (mark("Cancelled"), "close", "grey"),
}


def entry_of(action: Action, number: int) -> Entry:
    """What the journal keeps of an action, whether it has ended or still runs."""
    told = action.problem
    return Entry(
        number=number,
        title=action.title,
        result=action.phase.value,
        started=action.started,
        ended=action.ended,
        command=action.command,
        subject=action.subject,
        problem=f"{told.title}: {told.reason}" if told else "",
        details=told.text if told else "",
    )


def _when(entry: Entry) -> str:
    moment = time.localtime(entry.started)
    today = time.localtime()[:3] == moment[:3]
    return time.strftime("%H:%M:%S" if today else "%m-%d %H:%M:%S", moment)


def _result(entry: Entry) -> str:
    words, _, _ = _RESULTS.get(entry.result, ("", "", ""))
    return tr(words) if words else entry.result


def _look(entry: Entry) -> tuple[str, str]:
    _, icon, tone = _RESULTS.get(entry.result, ("", "info", "muted"))
    return icon, tone


def _took(entry: Entry) -> str:
    return seconds((entry.ended or time.time()) - entry.started)


def _columns() -> tuple[Column[Entry], ...]:
    return (
        Column(
            key="when",
            title=tr("When"),
            text=_when,
            sort=lambda entry: entry.number,
            sample="12-30 23:59:59",
            look="muted",
        ),
        Column(
            key="title",
            title=tr("What"),
            text=lambda entry: entry.title,
            share=5,
            look="strong",
        ),
        Column(
            key="result",
            title=tr("Result"),
            text=_result,
            tip=lambda entry: entry.problem or _result(entry),
            mark=_look,
            sample="Cancelled",
        ),
        Column(
            key="took",
            title=tr("Took"),
            text=_took,
            sort=lambda entry: entry.duration,
            sample="59 min 59 s",
            right=True,
            look="muted",
        ),
        Column(
            key="command",
            title=tr("Command"),
            text=lambda entry: entry.command,
            share=4,
            look="code",
        ),
    )


class ActivityPage(ListPage[Entry]):
    """The journal, newest first, with what runs at its head."""

    def __init__(self, actions: Actions, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Activity"),
            _columns(),
            lambda entry: str(entry.number),
            icon="activity",
            filter_words=tr("Filter by words or command"),
            parent=parent,
        )
        self._actions = actions
        self._journal = journal
        self._number = journal.next_number
        self._running: dict[Action, int] = {}
        self.dialog: QFileDialog | QMessageBox | None = None
        self.nothing.say(
            tr("Nothing was done yet"),
            tr("What you do in this window is listed here, with the command that does the same."),
            "",
            "",
        )
        self.export_button = TextButton(tr("Export as script…"), "save")
        self.export_button.clicked.connect(self.export)
        self.clear_button = TextButton(tr("Clear…"))
        self.clear_button.clicked.connect(self.clear)
        self.head.addWidget(self.clear_button)
        self.head.addWidget(self.export_button)
        self.add_verb(
            "copy",
            tr("Copy as docker command"),
            "copy",
            self._copy,
            keys="Ctrl+C",
            usable=lambda chosen: any(entry.command for entry in chosen),
        )
        self.add_verb("copy_problem", tr("Copy details"), "info", self._copy_details)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details of what is selected"))
        self.details.setProperty("look", "code")
        self.details.setMaximumHeight(140)
        self.body.addWidget(self.details)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        actions.started.connect(self._on_started)
        actions.finished.connect(self._on_finished)
        self.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._refresh)
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._tick.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _on_started(self, action: Action) -> None:
        self._running[action] = self._number
        self._number += 1
        self._refresh()

    def _on_finished(self, action: Action) -> None:
        number = self._running.pop(action, None)
        if number is not None:
            self._journal.add(entry_of(action, number))
            self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible() and self._listed:
            return
        running = [entry_of(action, number) for action, number in self._running.items()]
        self.set_rows([*self._journal.entries, *running])
        failed = sum(entry.result == Phase.FAILED for entry in self._journal.entries)
        self.say_summary(tr("%n failed", "", failed) if failed else "")
        self.export_button.setEnabled(bool(self._journal.entries))
        self.clear_button.setEnabled(bool(self._journal.entries))
        self._show_details()

    def _show_details(self) -> None:
        chosen = self.list.selected()
        self.details.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            entry = chosen[0]
            parts = (entry.command, entry.details)
            words = "\n\n".join(
                "\n".join(visible(line) for line in part.splitlines()) for part in parts if part
            )
            if words != self.details.toPlainText():
                self.details.setPlainText(words)

    # What a person does

    def _copy(self, chosen: list[Entry]) -> None:
        commands = [entry.command for entry in sorted(chosen, key=lambda e: e.number)]
        QGuiApplication.clipboard().setText("\n".join(filter(None, commands)))
        self.said.emit(tr("Copied"), "\n".join(filter(None, commands)))

    def _copy_details(self, chosen: list[Entry]) -> None:
        lines = [
            "\n".join(filter(None, (f"{_when(e)} {e.title}: {_result(e)}", e.command, e.details)))
            for e in chosen
        ]
        QGuiApplication.clipboard().setText("\n\n".join(lines))
        self.said.emit(tr("Copied"), "")

    def export(self) -> None:
        """Ask for a file and write what is selected, or everything, as a shell script."""
        chosen = self.list.selected()
        entries = chosen if len(chosen) > 1 else list(self._journal.entries)
        start = str(Path.home() / "davit-activity.sh")
        dialog = QFileDialog(self, tr("Export as script"), start)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(lambda name: self.write_script(Path(name), entries))
        self._open(dialog)

    def write_script(self, path: Path, entries: list[Entry]) -> None:
        """Write the script; a file that cannot be written is told on the page."""
        try:
            path.write_text(script(entries), encoding="utf-8")
            path.chmod(0o700)
        except OSError as error:
            self.problems.show_problem(problem(tr("Cannot write {file}").format(file=path), error))
            return
        self.said.emit(tr("Saved as {file}").format(file=path.name), str(path))

    def clear(self) -> None:
        """Ask, then forget the journal."""
        box = QMessageBox(self)
        box.setWindowTitle(tr("Clear activity"))
        count = len(self._journal.entries)
        box.setText(tr("The journal of %n action(s) will be forgotten.", "", count))
        box.setInformativeText(tr("Containers, images and volumes stay as they are."))
        clear = box.addButton(tr("Clear activity"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)

        def answered() -> None:
            if box.clickedButton() is clear:
                try:
                    self._journal.clear()
                except OSError as error:
                    self.problems.show_problem(problem(tr("Cannot clear the activity"), error))
                self._refresh()

        box.finished.connect(answered)
        self._open(box)

    def _open(self, dialog: QFileDialog | QMessageBox) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
