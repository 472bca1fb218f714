"""Checks of the machine and its surroundings, each with what to do; and a bundle for a report."""

import shlex
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views import text
from davit_desktop.views.cards import scrolled, wrapped
from davit_desktop.views.icons import TextButton
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import plain_label
from davit_desktop.views.status_bar import Mark
from davit_vm.status import Check, Remedy

_FAILURE = mark("Cannot run the checks")


class CheckList(QWidget):
    """One line for each check, with the button that mends what it found."""

    mend_wanted = Signal(object)  # Remedy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.repairs = False
        """Whether somebody can install Davit again for the person."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(8)
        self._lines: list[_CheckLine] = []
        self.checks: tuple[Check, ...] = ()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these instead."""
        self.checks = tuple(checks)
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_CheckLine(check, self) for check in checks]
        for place, line in enumerate(self._lines):
            self._rows.insertWidget(place, line)


class _CheckLine(QFrame):
    def __init__(self, check: Check, owner: CheckList) -> None:
        super().__init__()
        look = words.check_look(check)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        mark = Mark(size=18)
        mark.show_mark(look.icon, look.tone)
        mark.setAccessibleName(look.word)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        name = text.visible(check.name)
        told.addWidget(plain_label(name[:1].upper() + name[1:], "strong"))
        if check.detail:
            told.addWidget(wrapped(text.visible(check.detail)))
        if check.hint and check.ok is not None:
            hint = wrapped(text.visible(check.hint), "muted" if check.ok else "")
            hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            told.addWidget(hint)
        layout.addLayout(told, 1)
        remedy = check.remedy
        if remedy is not None and (remedy.kind != "reinstall" or owner.repairs):
            button = TextButton(words.remedy_word(remedy))
            button.setAccessibleDescription(f"{check.name}: {check.detail}")
            button.setToolTip(text.tool_tip(shlex.join(remedy.command)))
            button.clicked.connect(lambda: owner.mend_wanted.emit(remedy))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{check.name}: {look.word}. {check.detail} {check.hint}".strip())


def mend(
    door: Callable[[Remedy], Awaitable[object]],
    remedy: Remedy,
    actions: Actions,
    done: Callable[[str], None],
    failed: Callable[[Problem], None],
) -> Action:
    """Carry out a remedy; `done` gets what the person still has to do."""
    word = words.remedy_word(remedy)
    command = shlex.join(remedy.command)

    async def work(_: Action) -> None:
        await door(remedy)

    return actions.start(
        word,
        work,
        failure=tr("This did not work: {what}").format(what=word),
        command=f"sudo {command}" if remedy.elevated else command,
        done=lambda _: done(words.remedy_after(remedy)),
        failed=failed,
    )


class ChecksView(MachineTab):
    """Runs the checks when first seen and when asked. Nothing leaves this computer."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(machine, actions, parent)
        self._asking: Action | None = None
        self.dialog: QFileDialog | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.summary = wrapped()
        self.run_button = TextButton(tr("Run checks again"), "refresh")
        self.run_button.clicked.connect(self.run)
        self.copy_button = TextButton(tr("Copy"), "copy")
        self.copy_button.setAccessibleName(tr("Copy the checks"))
        self.copy_button.clicked.connect(self._copy)
        bundle = TextButton(tr("Save diagnostics bundle…"), "save")
        bundle.setToolTip(
            tr(
                "Logs, settings and these checks in one file, secrets taken out. "
                "It stays here until you send it to somebody."
            )
        )
        bundle.clicked.connect(self.ask_bundle)
        bar.addStretch(1)
        for button in (self.run_button, self.copy_button, bundle):
            bar.addWidget(button)
        layout.addLayout(bar)
        layout.addWidget(self.summary)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 4, 0, 0)
        self.list = CheckList()
        self.list.mend_wanted.connect(self._mend)
        rows.addWidget(self.list)
        rows.addStretch(1)
        layout.addWidget(scrolled(inner), 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.list.checks:
            self.run()

    def run(self) -> None:
        """Run them now."""
        if self._asking is not None and self._asking.running:
            return
        self.run_button.setEnabled(False)
        self.summary.setText(tr("Checking…"))
        self._asking = self._actions.start(
            tr("Checking the machine"),
            lambda action: self._machine.diagnose(),
            failure=tr(_FAILURE),
            command="davit machine diagnose",
            done=self._done,
            failed=self._failed,
        )

    def _done(self, checks: tuple[Check, ...]) -> None:
        self.run_button.setEnabled(True)
        self.summary.setText(words.checks_summary(checks))
        self.list.show_checks(checks)
        self.settled.emit(tr(_FAILURE))

    def _mend(self, remedy: Remedy) -> None:
        def done(after: str) -> None:
            if after:
                self.said.emit(after, "")
            self.run()

        mend(self._machine.machine.mend, remedy, self._actions, done, self.problem.emit)

    def _failed(self, problem: Problem) -> None:
        self.run_button.setEnabled(True)
        self.summary.setText("")
        self.problem.emit(problem)

    def _copy(self) -> None:
        lines = []
        for check in self.list.checks:
            lines.append(f"[{words.check_look(check).word}] {check.name}: {check.detail}")
            if check.hint:
                lines.append(f"    {check.hint}")
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(tr("Copied the checks"), "")

    def ask_bundle(self) -> None:
        """Ask where to, and write the bundle there."""
        name = time.strftime("davit-diagnostics-%Y%m%d-%H%M%S.zip")
        dialog = QFileDialog(self, tr("Save diagnostics bundle"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.write_bundle(Path(path)))
        self.dialog = dialog
        dialog.open()

    def write_bundle(self, path: Path) -> None:
        """Write it to a file."""
        self._actions.start(
            tr("Saving a diagnostics bundle"),
            lambda action: self._machine.machine.write_bundle(path),
            failure=tr("Cannot save {name}").format(name=path.name),
            command=f"davit machine diagnose --bundle {path}",
            done=lambda _: self.said.emit(tr("Saved {name}").format(name=path.name), str(path)),
            failed=self.problem.emit,
        )
