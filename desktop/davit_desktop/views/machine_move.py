"""Everything of the machine into one file, and out of it again: the way to another computer."""

import shlex
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.session import Session
from davit_desktop.translation import mark, sentences, tr
from davit_desktop.views import text
from davit_desktop.views.icons import TextButton
from davit_desktop.views.settings_rows import Section
from davit_vm.status import State

_EXPORT = mark("Cannot export the machine")
_IMPORT = mark("Cannot import into the machine")
_STILL = (State.STOPPED, State.FAILED, State.ABSENT, State.ASLEEP)
_PARTS = 1000  # that progress is counted in
_SUFFIX = ".davit"


class MoveSection(QWidget):
    """Owns the section of the settings; only there over a machine."""

    problem = Signal(object)
    settled = Signal(str)  # the title of a problem that is over
    said = Signal(str, str)

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        assert session.machine is not None
        self._session = session
        self._machine = session.machine
        self._actions = actions
        self._working: Action | None = None
        self.dialog: QFileDialog | QMessageBox | None = None
        self.section = Section(tr("Move to another computer"))
        self.export_button = TextButton(tr("Export everything…"), "save")
        self.export_button.clicked.connect(self.ask_export)
        self.section.add(
            "machine_export",
            tr("From this computer"),
            self.export_button,
            hint=tr(
                "Writes all containers, images and volumes to one file. "
                "The machine stops for it, and starts again if it ran."
            ),
        )
        self.import_button = TextButton(tr("Import…"), "folder")
        self.import_button.clicked.connect(self.ask_import)
        self.section.add(
            "machine_import",
            tr("To this computer"),
            self.import_button,
            hint=tr("Puts the content of such a file in the place of what the machine holds."),
        )
        self._machine.news.subscribe(self._update)
        self._update()

    def _update(self) -> None:
        status = self._machine.status
        busy = self._working is not None and self._working.running
        known = status is not None and not busy
        self.export_button.setEnabled(
            known and status is not None and status.state is not State.ABSENT
        )
        self.import_button.setEnabled(known)

    def ask_export(self) -> None:
        """Ask where to, and after that whether running containers may be stopped."""
        name = time.strftime("davit-%Y-%m-%d") + _SUFFIX
        dialog = QFileDialog(self.window(), tr("Export everything"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is never overwritten
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        self._open(dialog)

    def export_to(self, path: Path) -> None:
        """Export to a file that is not there yet."""
        running = sum(c.running for c in self._session.containers.values())
        if running:
            self._ask(
                tr("Export everything"),
                tr("%n running container(s) will be stopped in good order.", "", running),
                tr("Those with a restart policy start again with the machine. Data stays."),
                tr("Stop and export"),
                lambda: self._export(path),
            )
        else:
            self._export(path)

    def ask_import(self) -> None:
        """Ask for the file, and after that whether what is here may go."""
        dialog = QFileDialog(self.window(), tr("Import into the machine"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Exported machines (*{suffix})").format(suffix=_SUFFIX), tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda chosen: self.import_from(Path(chosen)))
        self._open(dialog)

    def import_from(self, path: Path) -> None:
        """Import at once where there is nothing to lose."""
        status = self._machine.status
        if status is not None and status.state is State.ABSENT:
            self._import(path)
            return
        said = [tr("All containers, images and volumes of the machine will be deleted for good.")]
        taken = status.resources.disk_on_host if status is not None else None
        if taken is not None:
            said.append(tr("They take {size} on this computer.").format(size=text.binary(taken)))
        self._ask(
            tr("Import into the machine"),
            sentences(*said),
            tr("Those of {name} come in their place, once the file has been found whole.").format(
                name=text.visible(path.name)
            ),
            tr("Replace everything"),
            lambda: self._import(path),
            danger=True,
        )

    def _export(self, path: Path) -> None:
        async def work(action: Action) -> None:
            await self._stopped(
                action, lambda: self._machine.machine.export(path, _progress(action))
            )

        def done(_: None) -> None:
            self.settled.emit(tr(_EXPORT))
            self.said.emit(tr("Exported to {name}").format(name=path.name), str(path))

        self._start(
            tr("Exporting the machine"),
            work,
            _EXPORT,
            f"export --stop {shlex.quote(str(path))}",
            done,
        )

    def _import(self, path: Path) -> None:
        async def work(action: Action) -> None:
            await self._stopped(
                action, lambda: self._machine.machine.import_(path, _progress(action))
            )

        def done(_: None) -> None:
            self.settled.emit(tr(_IMPORT))
            self.said.emit(tr("Imported {name}").format(name=path.name), str(path))

        self._start(
            tr("Importing into the machine"),
            work,
            _IMPORT,
            f"import {shlex.quote(str(path))}",
            done,
        )

    async def _stopped(self, action: Action, work: Callable[[], Awaitable[object]]) -> None:
        """Do it while the machine stands still; it runs again afterwards if it ran."""
        machine = self._machine.machine
        state = (await machine.status()).state
        ran = state not in _STILL
        if ran or state is State.ASLEEP:
            action.line(tr("Stopping the machine…"))
            await machine.stop()
        try:
            action.line(tr("Copying the disk…"))
            await work()
        finally:
            if ran:
                action.line(tr("Starting the machine…"))
                await machine.start()

    def _start(
        self,
        title: str,
        work: Callable[[Action], Awaitable[None]],
        failure: str,
        command: str,
        done: Callable[[None], None],
    ) -> None:
        self._working = self._actions.start(
            title,
            work,
            failure=tr(failure),
            command=f"davit machine {command}",
            done=done,
            failed=self.problem.emit,
        )
        self._working.changed.connect(self._update)
        self._update()

    def _ask(
        self,
        title: str,
        question: str,
        more: str,
        verb: str,
        do: Callable[[], None],
        *,
        danger: bool = False,
    ) -> None:
        box = QMessageBox(self.window())
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(more)
        agree = TextButton(verb, look="danger" if danger else "", token="red" if danger else "text")
        agree.setAutoDefault(False)
        box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)

        def answered() -> None:
            self.dialog = None
            if box.clickedButton() is agree:
                do()
            box.deleteLater()

        box.finished.connect(answered)
        self.dialog = box
        box.open()

    def _open(self, dialog: QFileDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _progress(action: Action) -> Callable[[float], None]:
    return lambda part: action.progress(int(part * _PARTS), _PARTS)


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
