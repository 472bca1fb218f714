"""One file of a container or volume: read, searched, and edited when that does it no harm."""

import asyncio
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import Conflict
from davit_desktop.client.files import Written
from davit_desktop.file_source import FileSource
from davit_desktop.state.file_text import FileText, folded, hex_dump, read, why_not_editable
from davit_desktop.state.files import FileRow
from davit_desktop.state.problem import Problem, problem
from davit_desktop.transfers import Content, read_file
from davit_desktop.translation import tr
from davit_desktop.views.find_bar import FindBar
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, ProblemList, plain_label
from davit_desktop.views.slices import Slices, put_text
from davit_desktop.views.text import size, visible
from davit_desktop.views.theme import monospace

LARGEST = 1 << 20
"""Bytes that are read of a file, and of the largest that is edited."""
_HEX = 64 * 1024


class FileViewer(QWidget):
    """Shows the file it is given; `closed` says that the person is done with it."""

    closed = Signal()
    saved = Signal(object)  # FileRow
    download_requested = Signal(object)  # FileRow

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._source: FileSource | None = None
        self._row: FileRow | None = None
        self._found: FileText | None = None
        self._seen: Content | None = None
        self._drafts: dict[tuple[str, str], tuple[FileText, Content, str]] = {}
        self._overwrite = False  # whether the person has been told that the file is another
        self._asking: Action | None = None
        self._saving: Action | None = None
        self._slices = Slices(self)
        self.problems = ProblemList()
        self._build()

    @property
    def editing(self) -> bool:
        return not self.text.isReadOnly()

    @property
    def changed(self) -> bool:
        """Whether there is something that has not been saved."""
        return self.editing and self.text.document().isModified()

    def show_file(self, source: FileSource, row: FileRow) -> None:
        """Read a file and show it."""
        self._source, self._row, self._found = source, row, None
        self._slices.stop()
        self._path.set_text(row.path_words)
        self._facts.set_text("")
        self.text.clear()
        self._overwrite = False
        self._set_editing(False)
        for told in self.problems.problems:
            self.problems.forget(told.title)
        if self._asking is not None:
            self._asking.cancel()

        async def work(action: Action) -> tuple[Content, _Shown]:
            content = await read_file(source.tree, row.content_path, LARGEST)
            return content, await asyncio.to_thread(_prepared, content)

        self._asking = self._actions.start_quiet(
            work,
            done=lambda told: self._show(row, *told),
            failure=tr("Cannot read {path}").format(path=row.path_words),
            failed=self.problems.show_problem,
        )

    def leave(self) -> None:
        """Let go of what is being read; what was not saved is there again when it is opened."""
        row = self._row
        if row is not None and self.changed and self._found and self._seen:
            self._drafts[self._key(row)] = (self._found, self._seen, self._text())
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None
        self._slices.stop()
        self._row = None

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the files (Esc)"))
        back.clicked.connect(self.close_file)
        head.addWidget(back)
        self._path = ElidedLabel("", "strong")
        head.addWidget(self._path, 1)
        self.edit = TextButton(tr("Edit"), "edit")
        self.edit.clicked.connect(self._edit)
        self.save = TextButton(tr("Save"), "save", look="primary")
        self.save.setToolTip(tr("Save (Ctrl+S)"))
        self.save.clicked.connect(self.save_file)
        self.discard = TextButton(tr("Discard changes"))
        self.discard.clicked.connect(self.reload)
        self.download = IconButton("download", tr("Download…"))
        self.download.clicked.connect(lambda: self.download_requested.emit(self._row))
        copy = IconButton("copy", tr("Copy path"))
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self._row.path_words if self._row else "")
        )
        reload = IconButton("refresh", tr("Read again (F5)"))
        reload.clicked.connect(self.reload)
        self._reload_button = reload
        for widget in (self.edit, self.discard, self.save, reload, self.download, copy):
            head.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Content of the file"))
        self.text.setFont(monospace(self.font().pointSizeF()))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabStopDistance(self.text.fontMetrics().horizontalAdvance(" ") * 8)
        self.text.modificationChanged.connect(lambda _: self._say_buttons())
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.search = FindBar(self.text, self, tr("Search this file  (Ctrl+F)"))
        self._facts = ElidedLabel("", "muted")
        bar.addWidget(self._facts, 1)
        bar.addWidget(self.search)
        layout.addLayout(bar)
        self._note = plain_label("", "amber")
        self._note.setWordWrap(True)
        self._note.hide()
        layout.addWidget(self._note)
        layout.addWidget(self.text, 1)
        for keys, do in (
            ("Ctrl+S", self.save_file),
            ("Escape", self.close_file),
            ("F5", self.reload),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def reload(self) -> None:
        """Read it again; what has not been saved is given up."""
        if self._source is not None and self._row is not None:
            self.show_file(self._source, self._row)

    def close_file(self) -> None:
        """Go back to the list, unless something would be lost."""
        if self.changed:
            self._note.setText(tr("There are changes that are not saved. Save or discard them."))
            self._note.show()
            self.save.setFocus()
            return
        self.leave()
        self.closed.emit()

    def save_file(self) -> None:
        """Write the text back; the file keeps its owner and mode."""
        self._save()

    def _show(self, row: FileRow, content: Content, shown: "_Shown") -> None:
        if row is not self._row:
            return
        self._seen = content
        self._found = found = shown.found
        facts = [found.encoding if found else tr("Not text"), size(content.size)]
        facts += [row.mode_words, row.owner]
        if found is None and content.size > _HEX:
            facts.append(tr("the first {size} as hex").format(size=size(_HEX)))
        self._facts.set_text("  ·  ".join(fact for fact in facts if fact))
        draft = self._drafts.get(self._key(row))
        if draft is not None:
            # Compared with what it was then: a save tells when the file is another by now.
            self._found, self._seen, text = draft
            self._slices.begin(self._let_edit(text, changed=True))
            return
        self._note.setText(shown.why)
        self._note.setVisible(bool(shown.why))
        self.edit.setVisible(found is not None and not shown.why)
        self._slices.begin(self._let_read(shown.text))

    def _let_read(self, text: str) -> Iterator[None]:
        yield from put_text(self.text, text)
        self.text.document().setModified(False)
        self.search.search()

    def _let_edit(self, text: str, *, changed: bool) -> Iterator[None]:
        """Nothing is typed, saved or kept as a draft before all of the text is there."""
        row = self._row
        self._set_editing(False)
        yield from put_text(self.text, text)
        self._set_editing(True)
        if row is not None:
            self._drafts.pop(self._key(row), None)
        self.text.document().setModified(changed)
        self.text.setFocus()
        self._say_buttons()

    def _key(self, row: FileRow) -> tuple[str, str]:
        return (self._source.id if self._source is not None else "", row.content_path)

    def _text(self) -> str:
        return self.text.document().toRawText().replace("\u2029", "\n")

    def _edit(self) -> None:
        if self._found is not None:
            self._slices.begin(self._let_edit(self._found.text, changed=False))

    def _set_editing(self, editing: bool) -> None:
        self.text.setReadOnly(not editing)
        self._note.hide()
        self._say_buttons()

    def _say_buttons(self) -> None:
        editing = self.editing
        self.save.setVisible(editing)
        self.discard.setVisible(editing)
        self.save.setEnabled(self.changed and not (self._saving and self._saving.running))
        self.edit.setVisible(not editing and self._found is not None and not self._note.isVisible())
        self._reload_button.setVisible(not editing)
        if not self.changed:
            self._note.hide()

    def _save(self) -> None:
        source, row, found = self._source, self._row, self._found
        if source is None or row is None or found is None or not self.changed:
            return
        if self._saving is not None and self._saving.running:
            return
        failure = tr("Cannot save {path}").format(path=row.path_words)
        text = self._text()
        try:
            content = found.encoded(text)
        except UnicodeEncodeError:
            self.problems.show_problem(
                Problem(
                    title=failure,
                    reason=tr("It has characters that {encoding} cannot hold").format(
                        encoding=found.encoding
                    ),
                )
            )
            return
        if len(content) > LARGEST:
            reason = tr("It is larger than {size}").format(size=size(LARGEST))
            self.problems.show_problem(Problem(title=failure, reason=reason))
            return
        path = row.content_path
        known = None if self._overwrite else self._seen

        async def work(action: Action) -> Written | Conflict:
            try:
                return await source.tree.write(
                    path,
                    content,
                    size=known.size if known else None,
                    mtime_ns=known.mtime_ns if known else None,
                )
            except Conflict as error:
                return error

        self._saving = self._actions.start(
            tr("Saving {path}").format(path=row.path_words),
            work,
            subject=source.id,
            command=source.commands.write(row.path_words),
            failure=failure,
            done=lambda told: self._saved(row, text, told),
            failed=self.problems.show_problem,
        )
        self._say_buttons()

    def _saved(self, row: FileRow, text: str, told: Written | Conflict) -> None:
        if row is not self._row or self._found is None:
            return
        failure = tr("Cannot save {path}").format(path=row.path_words)
        if isinstance(told, Conflict):
            if "changed since" in told.message:
                self._note.setText(
                    tr(
                        "The file has changed since it was read. "
                        "Save again to replace it, or discard your changes to see it."
                    )
                )
                self._note.show()
                self._overwrite = True
            else:
                self.problems.show_problem(problem(failure, told))
            self.save.setEnabled(self.changed)
            return
        self.problems.forget(failure)
        self._overwrite = False
        self._seen = msgspec.structs.replace(
            self._seen or Content(data=b"", size=0), size=told.size, mtime_ns=told.mtime_ns
        )
        self._row = msgspec.structs.replace(row, size=told.size, mtime_ns=told.mtime_ns)
        self._found = msgspec.structs.replace(self._found, text=text)
        self.text.document().setModified(self._text() != text)
        self._facts.set_text(
            "  ·  ".join(
                fact
                for fact in (self._found.encoding, size(told.size), row.mode_words, row.owner)
                if fact
            )
        )
        self._say_buttons()
        self.saved.emit(self._row)


class _Shown(msgspec.Struct, frozen=True):
    """A file made ready: what it is, the text for the field, why it cannot be edited."""

    found: FileText | None
    text: str
    why: str = ""


def _prepared(content: Content) -> _Shown:
    found = read(content.data, whole=content.whole)
    if found is None:
        return _Shown(None, hex_dump(content.data[:_HEX]))
    lines = ("\t".join(map(visible, line.split("\t"))) for line in folded(found.text))
    if content.whole:
        why = why_not_editable(found, content.data)
    else:
        why = tr("Only the first {size} are shown.").format(size=size(len(content.data)))
    return _Shown(found, "\n".join(lines), why)
