"""What the guest prints on its console, as it comes."""

import asyncio
import codecs
import re
from contextlib import aclosing

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.logs import ansi
from davit_desktop.machine_session import MachineSession
from davit_desktop.translation import tr
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.icons import TextButton
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible
from davit_desktop.views.theme import monospace

_MOST_LINES = 5_000
_LONGEST = 4_096  # characters of a line that has no end yet
_LINE_END = re.compile(r"\r*\n")


class Lines:
    """Whole lines out of bytes that come in pieces, safe to show."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")
        self._rest = ""

    def feed(self, data: bytes) -> list[str]:
        """The lines that this ends."""
        *whole, self._rest = _LINE_END.split(self._rest + self._decoder.decode(data))
        if len(self._rest) > _LONGEST:
            whole.append(self._rest)
            self._rest = ""
        return [visible(ansi.strip(line).replace("\t", "    ")) for line in whole]


class ConsoleView(MachineTab):
    """Reads while it is seen; begins again with what there is when it is shown."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(machine, actions, parent)
        self._reading: Action | None = None
        self._moving = False  # whether it is us who scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(
            plain_label(tr("Serial console of the guest since its last start"), "muted"), 1
        )
        self.follow = CheckBox(tr("Follow"))
        self.follow.setChecked(True)
        self.follow.setToolTip(tr("Keep the end in sight"))
        self.follow.toggled.connect(self._on_follow)
        copy = TextButton(tr("Copy"), "copy")
        copy.setAccessibleName(tr("Copy the console"))
        copy.clicked.connect(self._copy)
        bar.addWidget(self.follow)
        bar.addWidget(copy)
        layout.addLayout(bar)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Console"))
        self.text.setPlaceholderText(tr("The guest has printed nothing yet."))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setMaximumBlockCount(_MOST_LINES)
        self.text.setUndoRedoEnabled(False)
        self.text.setFont(monospace(self.font().pointSizeF()))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.verticalScrollBar().valueChanged.connect(self._on_scroll)
        layout.addWidget(self.text, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._moving = True
        self.text.clear()
        self._moving = False
        self._reading = self._actions.start_quiet(self._read, done=lambda _: None)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    async def _read(self, action: Action) -> None:
        lines = Lines()
        async with aclosing(self._machine.machine.console(follow=True)) as chunks:  # type: ignore[type-var]
            async for chunk in chunks:
                whole = lines.feed(chunk)
                if whole:
                    self._append(whole)
                await asyncio.sleep(0)

    def _append(self, lines: list[str]) -> None:
        bar = self.text.verticalScrollBar()
        following, place = self.follow.isChecked(), bar.value()
        self._moving = True
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        separator = "" if self.text.document().isEmpty() else "\n"
        cursor.insertText(separator + "\n".join(lines))
        bar.setValue(bar.maximum() if following else place)
        self._moving = False

    def _on_follow(self, following: bool) -> None:
        if following:
            self._moving = True
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.maximum())
            self._moving = False

    def _on_scroll(self, value: int) -> None:
        at_end = value >= self.text.verticalScrollBar().maximum()
        if not self._moving and at_end != self.follow.isChecked():
            self.follow.setChecked(at_end)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._moving = True
        super().resizeEvent(event)
        self._moving = False
        self._on_follow(self.follow.isChecked())

    def _copy(self) -> None:
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(chosen or self.text.toPlainText())
        self.said.emit(tr("Copied the selection") if chosen else tr("Copied the console"), "")
