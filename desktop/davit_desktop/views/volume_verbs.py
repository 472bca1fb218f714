"""What can be done to volumes; the questions before, and the actions."""

import shlex
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from davit_desktop import volume_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.session import Session
from davit_desktop.state import volumes as state
from davit_desktop.state.problem import Problem
from davit_desktop.state.volumes import User, VolumeRow
from davit_desktop.transfers import local_name
from davit_desktop.translation import tr
from davit_desktop.views.text import size, visible
from davit_desktop.views.volume_dialogs import (
    CloneDialog,
    CreateVolumeDialog,
    DeletionDialog,
    ExportDialog,
    ImportDialog,
    named,
)
from davit_desktop.views.volume_watch import VolumeWatch
from davit_desktop.volume_transfers import Contents

_OWN_LABELS = "com.docker."


class VolumeVerbs(QObject):
    """Each verb asks what it must and then runs as an action."""

    problem = Signal(object)  # Problem
    settled = Signal(str)  # the title of a problem that no longer holds
    said = Signal(str, str)  # a toast: its words and its tool tip
    filled = Signal(str)  # the volume whose files are others now

    def __init__(
        self, session: Session, actions: Actions, watch: VolumeWatch, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._watch = watch
        self._window = window
        self.dialog: QDialog | None = None
        watch.changed.connect(self._tell_sizes)

    @property
    def _names(self) -> list[str]:
        return [row.name for row in self._watch.rows]

    # Make and delete

    def create(self) -> None:
        """Ask for a name and make a volume."""
        dialog = CreateVolumeDialog(self._names, self._window)

        def create() -> None:
            wish = dialog.wish
            name = wish.name.strip()

            async def work(_: Action) -> None:
                await self._session.engine.create_volume(
                    name, wish.driver.strip(), wish.option_pairs, wish.label_pairs
                )

            self._do(
                name,
                tr("Creating volume {name}"),
                tr("Cannot create volume {name}"),
                state.create_command(wish),
                work,
                tr("Created volume {name}"),
            )

        self._open(dialog, create)

    def delete(self, chosen: Sequence[VolumeRow]) -> None:
        """Ask, for nothing brings them back; what containers use is refused by name."""
        for row in chosen:
            if row.users:
                self.problem.emit(_in_use(row))
        free = [row for row in chosen if not row.users]
        if not free:
            return
        kept = len(chosen) - len(free)
        question = tr("Delete the volume {name}?").format(name=visible(free[0].short_name))
        if len(free) > 1:
            question = tr("Delete %n volume(s)?", "", len(free))
        note = tr("%n volume(s) in use stay.", "", kept) if kept else ""
        title = tr("Delete volume") if len(free) == 1 else tr("Delete volumes")
        dialog = DeletionDialog(title, question, [("", free)], self._window, note=note)
        self._open(dialog, lambda: self._delete(free))

    def prune(self) -> None:
        """Show what no container uses, and delete it when that is wanted."""
        rows = self._watch.rows
        dialog = DeletionDialog(
            tr("Prune unused volumes"),
            "",
            [
                (tr("Anonymous only"), state.unused(rows, named=False)),
                (tr("All unused"), state.unused(rows, named=True)),
            ],
            self._window,
            note=tr("No container uses them, running or not."),
        )
        self._open(dialog, lambda: self._delete(dialog.chosen))

    def _delete(self, rows: Sequence[VolumeRow]) -> None:
        for row in rows:

            async def work(_: Action, name: str = row.name) -> None:
                await self._session.engine.remove_volume(name)

            self._do(
                row.name,
                tr("Deleting volume {name}"),
                tr("Cannot delete volume {name}"),
                shlex.join(["docker", "volume", "rm", row.name]),
                work,
                tr("Deleted volume {name}") if len(rows) == 1 else "",
                shown=row.short_name,
            )
        if len(rows) > 1:
            self.said.emit(tr("Deleting %n volume(s)", "", len(rows)), "")

    def empty(self, row: VolumeRow) -> None:
        """Ask, then delete all files of the volume, which stays with those that use it."""
        running = [user for user in row.users if user.running]
        dialog = DeletionDialog(
            tr("Empty volume"),
            tr("Delete all files of the volume {name}?").format(name=visible(row.short_name)),
            [("", [row])],
            self._window,
            note=tr("Running containers use it: {names}.").format(names=named(running))
            if running
            else "",
            verb=tr("Empty volume"),
        )
        self._open(dialog, lambda: self._empty(row))

    def _empty(self, row: VolumeRow) -> None:
        async def work(_: Action) -> None:
            await volume_transfers.empty(self._session.engine, row.name)

        self._do(
            row.name,
            tr("Emptying volume {name}"),
            tr("Cannot empty volume {name}"),
            state.empty_command(row.name),
            work,
            tr("Emptied volume {name}"),
            shown=row.short_name,
            fills=row.name,
        )

    def copy_name(self, row: VolumeRow) -> None:
        """The name into the clipboard."""
        QGuiApplication.clipboard().setText(row.name)
        self.said.emit(tr("Copied the name of the volume"), row.name)

    # Copies

    def export(self, row: VolumeRow) -> None:
        """Ask where to, then write the volume to an archive."""
        if not row.running:
            self._choose_export(row, ())
            return
        dialog = ExportDialog(row, self._window)
        self._open(dialog, lambda: self._choose_export(row, dialog.pause.users))

    def _choose_export(self, row: VolumeRow, pause: Sequence[User]) -> None:
        dialog = self._file_dialog(tr("Export volume"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Archives (*.tar)"), tr("Compressed archives (*.tar.gz *.tgz)")])
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("tar.gz" if "gz" in chosen else "tar")
        )
        dialog.setDefaultSuffix("tar")
        dialog.selectFile(f"{local_name(row.short_name)}.tar")
        self._open(dialog, lambda: self.export_to(row, Path(dialog.selectedFiles()[0]), pause))

    def export_to(self, row: VolumeRow, target: Path, pause: Sequence[User] = ()) -> None:
        """Write the volume to an archive, which is there only when it is whole."""
        engine = self._session.engine

        async def work(action: Action) -> None:
            async with volume_transfers.paused(engine, pause):
                await volume_transfers.export(
                    engine, row.name, target, _reported(action, row.size or 0)
                )

        self._do(
            row.name,
            tr("Exporting volume {name}"),
            tr("Cannot export volume {name}"),
            state.export_command(row.name, str(target), [user.name for user in pause]),
            work,
            tr("Exported volume {name}"),
            shown=row.short_name,
            tip=str(target),
        )

    def clone(self, row: VolumeRow) -> None:
        """Ask for a name, then copy the volume."""
        dialog = CloneDialog(row, self._names, self._window)
        self._open(
            dialog, lambda: self.clone_to(row, dialog.name.text().strip(), dialog.pause.users)
        )

    def clone_to(self, row: VolumeRow, name: str, pause: Sequence[User] = ()) -> None:
        """Copy the volume into a new one, which is there only when it is whole."""
        engine = self._session.engine
        labels = {k: v for k, v in row.labels.items() if not k.startswith(_OWN_LABELS)}

        async def work(action: Action) -> None:
            async with (
                volume_transfers.fresh(engine, name, labels),
                volume_transfers.paused(engine, pause),
            ):
                await volume_transfers.copy(
                    engine, row.name, name, _reported(action, row.size or 0)
                )

        self._do(
            row.name,
            tr("Cloning volume {name}"),
            tr("Cannot clone volume {name}"),
            state.clone_command(row.name, name, [user.name for user in pause]),
            work,
            tr("Cloned volume {name}"),
            shown=row.short_name,
            tip=name,
            fills=name,
        )

    def import_file(self, target: str = "") -> None:
        """Ask for an archive, then where it goes; `target` is the volume offered first."""
        dialog = self._file_dialog(tr("Import volume"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)"), tr("All files (*)")]
        )
        self._open(dialog, lambda: self.offer_import(Path(dialog.selectedFiles()[0]), target))

    def offer_import(self, file: Path, target: str = "") -> None:
        """Read an archive through, then ask where it goes."""
        failure = tr("Cannot import {file}").format(file=file.name)

        def show(contents: Contents) -> None:
            self.settled.emit(failure)
            dialog = ImportDialog(file, contents, self._watch.rows, target, self._window)
            dialog.compare_wanted.connect(lambda name: self._compare(dialog, name))
            if dialog.chosen is not None:
                self._compare(dialog, dialog.chosen.name)
            self._open(dialog, lambda: self._import(dialog))

        async def work(action: Action) -> Contents:
            return await volume_transfers.look(file)

        self._actions.start(
            tr("Reading {file}").format(file=file.name),
            work,
            command=shlex.join(["tar", "-tf", str(file)]),
            failure=failure,
            done=show,
            failed=self.problem.emit,
        )

    def _compare(self, dialog: ImportDialog, name: str) -> None:
        async def work(_: Action) -> list[str]:
            return await volume_transfers.replaced(self._session.engine, name, dialog.contents.tops)

        def done(names: list[str]) -> None:
            if self.dialog is dialog:
                dialog.say_replaced(name, names)

        self._actions.start_quiet(work, done=done)

    def _import(self, dialog: ImportDialog) -> None:
        row = dialog.chosen
        name = row.name if row is not None else dialog.name.text().strip()
        self.import_into(name, dialog.file, new=row is None, pause=dialog.pause.users)

    def import_into(self, name: str, file: Path, *, new: bool, pause: Sequence[User] = ()) -> None:
        """Unpack an archive into a volume; a new one is there only when it is whole."""
        engine = self._session.engine

        async def work(action: Action) -> None:
            report = _reported(action, await volume_transfers.length(file))
            if new:
                async with volume_transfers.fresh(engine, name):
                    await volume_transfers.fill(engine, name, file, report)
            else:
                async with volume_transfers.paused(engine, pause):
                    await volume_transfers.fill(engine, name, file, report)

        self._do(
            name,
            tr("Importing volume {name}"),
            tr("Cannot import volume {name}"),
            state.import_command(name, str(file), new=new, paused=[u.name for u in pause]),
            work,
            tr("Imported volume {name}"),
            tip=str(file),
            fills=name,
        )

    # How

    def _do(
        self,
        name: str,
        title: str,
        failure: str,
        command: str,
        work: Callable[[Action], Awaitable[None]],
        said: str,
        *,
        shown: str = "",
        tip: str = "",
        fills: str = "",
    ) -> None:
        words = shown or name
        failure = failure.format(name=words)
        self.settled.emit(failure)

        def done(_: None) -> None:
            if said:
                self.said.emit(said.format(name=visible(words)), tip)
            if fills:
                self.filled.emit(fills)
            self._watch.count_again()

        def failed(problem: Problem) -> None:
            self.problem.emit(problem)
            self._watch.count_again()

        self._actions.start(
            title.format(name=words),
            work,
            subject=name,
            command=command,
            failure=failure,
            done=done,
            failed=failed,
        )

    def _tell_sizes(self) -> None:
        if isinstance(self.dialog, DeletionDialog):
            self.dialog.take_sizes(self._watch.row)

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        downloads = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(downloads))
        return dialog

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        self.dialog = dialog
        if isinstance(dialog, DeletionDialog):
            self._watch.count_again()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def closed() -> None:
            if self.dialog is dialog:
                self.dialog = None

        dialog.finished.connect(closed)
        dialog.accepted.connect(accepted)
        dialog.open()


def _in_use(row: VolumeRow) -> Problem:
    return Problem(
        title=tr("Cannot delete volume {name}").format(name=row.short_name),
        reason=tr("It is used by {names}").format(names=named(row.users)),
        advice=tr("Delete these containers first; stopped ones count too.", "", len(row.users)),
    )


def _reported(action: Action, total: int) -> volume_transfers.Progress:
    def report(done: int) -> None:
        current = min(done, total) if total else done  # an archive is larger than its files
        status = size(current)
        if total:
            status = tr("{done} of {total}").format(done=status, total=size(total))
        action.progress(current, total, status)

    return report
