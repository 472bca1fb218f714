"""The top of the Run form: what was run or saved before, and a pasted docker run."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.state.run_presets import RunMemory, described
from davit_desktop.translation import tr
from davit_desktop.views.fields import mark_wrong
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import duration, visible
from davit_desktop.views.theme import monospace

_LINES_SHOWN = 4
_PAUSE_MS = 300
_MOST_NOTES = 6


class StartBar(QWidget):
    """Presets, history and Paste. It says what was chosen and changes nothing by itself."""

    chosen = Signal(object)  # SavedRun
    saved = Signal(str)  # the title to save what the form says under
    deleted = Signal(object)  # SavedRun
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._memory = RunMemory()
        self._image = ""
        self._by_key = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.start = TextButton(tr("Start from"), "clock")
        self.start.setToolTip(tr("Presets that you saved and what you ran before"))
        self.menu = QMenu(self.start)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.start.setMenu(self.menu)
        self.save = TextButton(tr("Save as preset…"), "save")
        self.save.setCheckable(True)
        self.paste = TextButton(tr("Paste docker run…"), "terminal")
        self.paste.setCheckable(True)
        for button in (self.start, self.save, self.paste):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._build_save())
        layout.addWidget(self._build_paste())
        self._way_back: Callable[[], None] | None = None
        self.said = QWidget()
        said = QHBoxLayout(self.said)
        said.setContentsMargins(0, 0, 0, 0)
        self._words = plain_label("", "muted")
        self._words.setWordWrap(True)
        self._back_button = TextButton("", look="link")
        self._back_button.setAutoDefault(False)
        self._back_button.clicked.connect(self._go_back)
        said.addWidget(self._words, 1)
        said.addWidget(self._back_button)
        self.said.hide()
        layout.addWidget(self.said)

    def show_memory(self, memory: RunMemory, image: str) -> None:
        """What there is to start from, that of this image first."""
        self._memory = memory
        self._image = image
        self.start.setEnabled(bool(memory.presets or memory.recent))

    def can_save(self, *, yes: bool) -> None:
        """Whether there is an image to save a preset for."""
        self.save.setEnabled(yes)
        self.save_button.setEnabled(yes and bool(self.title.text().strip()))

    def say(self, words: str, back: tuple[str, Callable[[], None]] | None = None) -> None:
        """What was done, with a way back."""
        self._words.setText(visible(words))
        self.said.setVisible(bool(words))
        self._way_back = back[1] if back else None
        self._back_button.setVisible(back is not None)
        self._back_button.setText(back[0] if back else "")
        self._back_button.setAccessibleName(self._back_button.text())

    def _go_back(self) -> None:
        if self._way_back is not None:
            self._way_back()

    def say_of_paste(self, problem: str, notes: tuple[str, ...]) -> None:
        """What is wrong with the pasted text, and what of it was not taken."""
        mark_wrong(self.text, wrong=bool(problem))
        self.problem.setText(visible(problem))
        self.problem.setVisible(bool(problem))
        shown = [f"• {visible(note)}" for note in notes[:_MOST_NOTES]]
        left = len(notes) - _MOST_NOTES
        if left > 0:
            shown.append(tr("and %n more", "", left))
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(shown))

    def _build_save(self) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.title = QLineEdit()
        self.title.setMaxLength(80)
        self.title.setAccessibleName(tr("Name of the preset"))
        self.title.setPlaceholderText(tr("Name of the preset"))
        self.save_button = TextButton(tr("Save preset"))
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        self.title.returnPressed.connect(self.save_button.click)
        self.title.textChanged.connect(
            lambda text: self.save_button.setEnabled(bool(text.strip()) and self.save.isEnabled())
        )
        row.addWidget(self.title, 1)
        row.addWidget(self.save_button)
        layout.addLayout(row)
        note = plain_label(
            tr(
                "Kept on this computer. Passwords and other secrets are not kept: "
                "they are asked for again."
            ),
            "muted",
        )
        note.setWordWrap(True)
        layout.addWidget(note)
        panel.hide()
        self.save.toggled.connect(panel.setVisible)
        self.save.toggled.connect(lambda on: self.title.setFocus() if on else None)
        return panel

    def _build_paste(self) -> QWidget:
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Paste a docker run command"))
        self.text.setPlaceholderText("docker run …")
        self.text.setFont(monospace(self.font().pointSizeF()))
        self.text.setFixedHeight(self.text.fontMetrics().height() * _LINES_SHOWN + 24)
        self.text.setTabChangesFocus(True)
        self.text.document().contentsChange.connect(self._measure)
        self.text.textChanged.connect(self._text_changed)
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self._tell_paste)
        self.problem = plain_label("", "red")
        self.notes = plain_label("", "amber")
        layout.addWidget(self.text)
        for label in (self.problem, self.notes):
            label.setWordWrap(True)
            label.hide()
            layout.addWidget(label)
        panel.hide()
        self.paste.toggled.connect(panel.setVisible)
        self.paste.toggled.connect(lambda on: self.text.setFocus() if on else None)
        return panel

    def _measure(self, _: int, removed: int, added: int) -> None:
        self._by_key = removed <= 1 and added <= 1

    def _text_changed(self) -> None:
        """A pasted text is read at once, one that is typed when it rests."""
        if self._by_key:
            self._typed.start()
        else:
            self._tell_paste()

    def _tell_paste(self) -> None:
        self._typed.stop()
        self.pasted.emit(self.text.toPlainText())

    def _save(self) -> None:
        self.saved.emit(self.title.text().strip())
        self.save.setChecked(False)
        self.title.clear()

    def _fill_menu(self) -> None:
        self.menu.clear()
        own = self._memory.of(self._image)
        memory = own if own.presets or own.recent else self._memory
        self._fill(self.menu, memory)
        if memory is not self._memory and self._memory != memory:
            others = self.menu.addMenu(tr("Other images"))
            self._fill(
                others,
                RunMemory(
                    presets=tuple(p for p in self._memory.presets if p not in memory.presets),
                    recent=tuple(r for r in self._memory.recent if r not in memory.recent),
                ),
            )
        if self._memory.presets:
            self.menu.addSeparator()
            delete = self.menu.addMenu(tr("Delete preset"))
            for run in memory.presets or self._memory.presets:
                entry = delete.addAction(_safe(f"{run.title}   {run.image}"))
                entry.triggered.connect(lambda _=False, run=run: self.deleted.emit(run))

    def _fill(self, menu: QMenu, memory: RunMemory) -> None:
        if memory.presets:
            _add_heading(menu, tr("Presets"))
        for run in memory.presets:
            entry = menu.addAction(_safe(f"{run.title}   {described(run)}"))
            entry.triggered.connect(lambda _=False, run=run: self.chosen.emit(run))
        if memory.recent:
            _add_heading(menu, tr("Recent runs"))
        for run in memory.recent:
            ago = tr("{time} ago").format(time=duration(max(0.0, time.time() - run.when)))
            entry = menu.addAction(_safe(f"{described(run)}   {ago}"))
            entry.triggered.connect(lambda _=False, run=run: self.chosen.emit(run))


def _add_heading(menu: QMenu, words: str) -> None:
    """As an entry, for a style sheet hides the text of sections."""
    if menu.actions():
        menu.addSeparator()
    menu.addAction(words).setEnabled(False)


def _safe(text: str) -> str:
    shown = visible(text)
    return (shown if len(shown) <= 100 else f"{shown[:99]}…").replace("&", "&&")
