"""What is done to files: uploads, downloads, new names, and the questions before."""

import posixpath
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from davit_desktop import transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.files import readable
from davit_desktop.file_source import FileSource
from davit_desktop.state.files import FileRow
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views import text
from davit_desktop.views.icons import TextButton

_NAMED = 5


class FileDeeds(QObject):
    """Each deed is an action; `changed` names the folder that is another afterwards."""

    said = Signal(str, str)
    problem = Signal(object)  # Problem
    settled = Signal(str)  # the title of a problem that no longer holds
    changed = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._window = parent
        self.dialog: QFileDialog | QMessageBox | QInputDialog | None = None

    # Out

    def download(self, source: FileSource, rows: Sequence[FileRow]) -> None:
        """Ask where to, then copy files and whole folders to this computer."""
        wanted = [row for row in rows if not row.deleted]
        if not wanted:
            return
        if len(wanted) == 1 and not wanted[0].is_folder:
            row = wanted[0]
            name = transfers.local_name(row.name)
            self._choose(
                tr("Download {name}").format(name=row.name),
                name,
                lambda paths: self._download(source, row, paths[0]),
            )
            return

        def into(paths: list[Path]) -> None:
            for row in wanted:
                name = transfers.local_name(row.name)
                self._download(source, row, transfers.free_name(paths[0], name))

        self._choose(tr("Download into a folder"), "", into, folder=True)

    def download_tar(self, source: FileSource, row: FileRow) -> None:
        """Ask where to, then save what is there as one archive."""
        name = f"{transfers.local_name(row.name)}.tar"

        def save(paths: list[Path]) -> None:
            self._download(source, row, paths[0], tar=True)

        self._choose(tr("Download {name} as tar").format(name=row.name), name, save)

    def _download(
        self, source: FileSource, row: FileRow, target: Path, *, tar: bool = False
    ) -> None:

        async def work(action: Action) -> None:
            fetch = transfers.download_tar if tar else transfers.download
            path = row.path if row.kind == "folder" else row.content_path
            await fetch(source.tree, path, target, _reported(action))

        self._start(
            source,
            tr("Downloading {name}").format(name=row.name),
            work,
            command=source.commands.out(row.path_words, str(target), tar=tar),
            failure=tr("Cannot download {name}").format(name=row.name),
            said=tr("Downloaded {name}").format(name=target.name),
            tip=str(target),
        )

    # In

    def ask_upload(self, source: FileSource, folder: str, present: Sequence[str]) -> None:
        """Ask for files of this computer, then copy them into the folder."""
        self._choose(
            tr("Upload to {path}").format(path=readable(folder)),
            "",
            lambda paths: self.upload(source, folder, paths, present),
            several=True,
        )

    def upload(
        self, source: FileSource, folder: str, origins: Sequence[Path], present: Sequence[str]
    ) -> None:
        """Copy files and folders into a folder; asks before it replaces what is there."""
        if not origins:
            return
        taken = [origin.name for origin in origins if origin.name in present]

        def go() -> None:
            self._upload(source, folder, origins)

        if taken:
            self._ask(
                tr("Replace files"),
                tr("Replace %n file(s) in {path}?", "", len(taken)).format(path=readable(folder)),
                _listed(taken),
                tr("Replace"),
                go,
            )
        else:
            go()

    def _upload(self, source: FileSource, folder: str, origins: Sequence[Path]) -> None:
        what = origins[0].name if len(origins) == 1 else tr("%n file(s)", "", len(origins))

        async def work(action: Action) -> None:
            await transfers.upload(source.tree, folder, origins, _reported(action))

        self._start(
            source,
            tr("Uploading {name}").format(name=what),
            work,
            command=source.commands.into([str(o) for o in origins], readable(folder)),
            failure=tr("Cannot upload {name}").format(name=what),
            said=tr("Uploaded {name} to {path}").format(name=what, path=readable(folder)),
            folder=folder,
        )

    def make(self, source: FileSource, folder: str, *, is_folder: bool) -> None:
        """Ask for a name, then make an empty folder or file."""
        title = tr("New folder") if is_folder else tr("New file")

        def go(name: str) -> None:
            async def work(action: Action) -> None:
                await transfers.make(source.tree, folder, name, is_folder=is_folder)

            path = posixpath.join(folder, name)
            program = "mkdir" if is_folder else "touch"
            self._start(
                source,
                tr("Making {name}").format(name=name),
                work,
                command=source.commands.do(program, readable(path)),
                failure=tr("Cannot make {name}").format(name=name),
                said="",
                folder=folder,
            )

        words = tr("Name of the new folder in {path}") if is_folder else ""
        words = words or tr("Name of the new file in {path}")
        self._ask_name(title, words.format(path=readable(folder)), "", tr("Make"), go)

    # In place

    def rename(self, source: FileSource, row: FileRow) -> None:
        """Ask for another name in the same folder."""
        folder = posixpath.dirname(row.path)

        def go(name: str) -> None:
            if name == row.name:
                return

            async def work(action: Action) -> None:
                await source.tree.rename(row.path, name)

            new = readable(posixpath.join(folder, name))
            self._start(
                source,
                tr("Renaming {name}").format(name=row.name),
                work,
                command=source.commands.do("mv", row.path_words, new),
                failure=tr("Cannot rename {name}").format(name=row.name),
                said="",
                folder=folder,
            )

        self._ask_name(
            tr("Rename"),
            tr("New name of {name}").format(name=text.visible(row.name)),
            row.name,
            tr("Rename"),
            go,
        )

    def delete(self, source: FileSource, rows: Sequence[FileRow]) -> None:
        """Ask, for nothing brings them back; then delete."""
        names = [row.path_words for row in rows]
        question = (
            tr("Delete {path}?").format(path=names[0])
            if len(rows) == 1
            else tr("Delete %n file(s)?", "", len(rows))
        )
        more = [] if len(rows) == 1 else [_listed(names)]
        if any(row.kind == "folder" for row in rows):
            more.append(tr("Folders are deleted with all they hold."))
        more.append(tr("This cannot be undone."))

        def go() -> None:
            for row in rows:
                self._delete(source, row)

        self._ask(tr("Delete files"), question, "\n".join(more), tr("Delete"), go)

    def _delete(self, source: FileSource, row: FileRow) -> None:

        async def work(action: Action) -> None:
            await source.tree.delete(row.path)

        self._start(
            source,
            tr("Deleting {name}").format(name=row.name),
            work,
            command=source.commands.do("rm -r", row.path_words),
            failure=tr("Cannot delete {name}").format(name=row.name),
            said=tr("Deleted {name}").format(name=row.name),
            tip=row.path_words,
            folder=posixpath.dirname(row.path),
        )

    def _start(
        self,
        source: FileSource,
        title: str,
        work: Callable[[Action], Awaitable[None]],
        *,
        command: str,
        failure: str,
        said: str,
        tip: str = "",
        folder: str = "",
    ) -> None:
        def done(_: None) -> None:
            self.settled.emit(failure)
            if said:
                self.said.emit(said, tip)
            if folder:
                self.changed.emit(folder)

        def failed(problem: Problem) -> None:
            self.problem.emit(problem)
            if folder:
                self.changed.emit(folder)

        self._actions.start(
            title,
            work,
            subject=source.id,
            command=command,
            failure=failure,
            done=done,
            failed=failed,
        )

    def _choose(
        self,
        title: str,
        name: str,
        go: Callable[[list[Path]], None],
        *,
        folder: bool = False,
        several: bool = False,
    ) -> None:
        dialog = QFileDialog(self._window, title, str(Path.home() / name))
        if folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        elif several:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(name)
        self.dialog = dialog

        def answered(result: int) -> None:
            self.dialog = None
            if result:
                go([Path(path) for path in dialog.selectedFiles()])
            dialog.deleteLater()

        dialog.finished.connect(answered)
        dialog.open()

    def _ask_name(
        self, title: str, words: str, name: str, button: str, go: Callable[[str], None]
    ) -> None:
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setTextValue(name)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setOkButtonText(button)
        dialog.setCancelButtonText(tr("Cancel"))
        dialog.setMinimumWidth(400)
        self.dialog = dialog

        def answered(result: int) -> None:
            self.dialog = None
            given = dialog.textValue()
            if result and given:
                if "/" in given or given in (".", "..") or "\0" in given:
                    title = tr("Cannot use the name {name}").format(name=given)
                    reason = tr("A name is a single one, without a slash")
                    self.problem.emit(Problem(title=title, reason=reason))
                else:
                    go(given)
            dialog.deleteLater()

        dialog.finished.connect(answered)
        dialog.open()

    def _ask(
        self, title: str, question: str, more: str, button: str, go: Callable[[], None]
    ) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text.visible(question))
        box.setInformativeText("\n".join(text.visible(line) for line in more.split("\n")))
        agree = TextButton(button, look="danger", token="red")
        agree.setAutoDefault(False)
        box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        self.dialog = box

        def answered() -> None:
            self.dialog = None
            if box.clickedButton() is agree:
                go()
            box.deleteLater()

        box.finished.connect(answered)
        box.open()


def _reported(action: Action) -> transfers.Progress:
    def report(current: int, total: int) -> None:
        status = text.size(current)
        if total:
            status = tr("{done} of {total}").format(done=status, total=text.size(total))
        action.progress(current, total, status)

    return report


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(sorted(names)[:_NAMED])
    rest = len(names) - _NAMED
    return tr("{names} and %n more", "", rest).format(names=shown) if rest > 0 else shown
