"""CPUs, memory, disk and rest of the machine: what they are, may be, and when a change counts."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.state import machine as words
from davit_desktop.state.machine import GIB, MIB, HostFacts
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, sentences, tr
from davit_desktop.views import text
from davit_desktop.views.cards import scrolled, wrapped
from davit_desktop.views.fields import Choice, Number
from davit_desktop.views.icons import TextButton
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import plain_label
from davit_vm.config import LEAST_DISK, LEAST_MEMORY, MOST_DISK, MachineConfig

_FAILURE = mark("Cannot change the machine's resources")
_NEXT_START = mark("Takes effect with the next start.")
_NOW = mark("Takes effect at once.")


class ResourcesView(MachineTab):
    """A form over the settings; Apply sends what differs."""

    def __init__(
        self,
        machine: MachineSession,
        actions: Actions,
        host: HostFacts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(machine, actions, parent)
        self._host = host
        self._shown: MachineConfig | None = None
        self._build()
        machine.news.subscribe(self._update)
        self._update()

    def _build(self) -> None:
        host = self._host
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.setSpacing(8)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 8, 4, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)
        self.cpus = Number(tr("CPUs"), 1, host.cpus)
        most = host.memory // MIB
        self.memory = Number(tr("Memory"), LEAST_MEMORY // MIB, most, 256, " MiB")
        self.disk = Number(tr("Disk"), LEAST_DISK // GIB, MOST_DISK // GIB, 8, " GiB")
        self.accelerator = Choice()
        self.accelerator.setAccessibleName(tr("Accelerator"))
        self.accelerator.setMinimumWidth(176)
        self.idle = Choice()
        self.idle.setMinimumWidth(176)
        self.idle.setAccessibleName(tr("Stop when idle"))
        self._cpu_note = self._add(
            tr("CPUs"),
            self.cpus,
            tr("of {size}", "of all that this computer has").format(size=host.cpus),
            _NEXT_START,
            tr("Containers share them."),
        )
        self._memory_note = self._add(
            tr("Memory"),
            self.memory,
            tr("of {size}", "of all that this computer has").format(size=text.binary(host.memory)),
            _NEXT_START,
            tr("The most it may take. What it does not use goes back to this computer."),
        )
        self._disk_note = self._add(
            tr("Disk"),
            self.disk,
            tr("{size} free here").format(size=text.binary(host.disk_free)),
            _NOW,
            tr("The most it may hold. It takes only what is used, and grows, but never shrinks."),
        )
        self._add(
            tr("Accelerator"),
            self.accelerator,
            "",
            _NEXT_START,
            tr("Automatic takes the fastest that works here."),
        )
        self._add(
            tr("Sleep when idle"),
            self.idle,
            "",
            _NOW,
            tr(
                "Without running containers it stops and gives its memory back. "
                "It wakes with the next docker or davit command."
            ),
        )
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        outer.addWidget(scrolled(inner), 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._effect = wrapped()
        foot.addWidget(self._effect, 1)
        self.revert_button = TextButton(tr("Revert"))
        self.revert_button.clicked.connect(self._fill)
        self.apply_button = TextButton(tr("Apply"), look="primary")
        self.apply_button.clicked.connect(self.apply)
        foot.addWidget(self.revert_button)
        foot.addWidget(self.apply_button)
        outer.addLayout(foot)
        for number in (self.cpus, self.memory, self.disk):
            number.valueChanged.connect(self._judge)
        for choice in (self.accelerator, self.idle):
            choice.currentIndexChanged.connect(self._judge)

    def _add(self, name: str, field: QWidget, limit: str, effect: str, note: str) -> QLabel:
        row = self._grid.rowCount()
        label = plain_label(name, "strong")
        label.setBuddy(field)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, middle)
        self._grid.addWidget(field, row, 1, middle)
        self._grid.addWidget(plain_label(limit, "muted"), row, 2, middle)
        told = wrapped(sentences(note, tr(effect)))
        told.setProperty("note", note)
        told.setProperty("effect", tr(effect))
        self._grid.addWidget(told, row + 1, 1, 1, 3)
        self._grid.setRowMinimumHeight(row + 2, 12)
        return told

    def _update(self) -> None:
        config = self._machine.config
        usable = config is not None
        for field in (self.cpus, self.memory, self.disk, self.accelerator, self.idle):
            field.setEnabled(usable)
        if config is None:
            self._shown = None
            self._effect.setText(tr("There is no machine yet. It is set up with its first start."))
            self.apply_button.setEnabled(False)
            self.revert_button.setEnabled(False)
        elif config != self._shown:
            edited = self._shown is not None and bool(self._changes(self._shown))
            self._shown = config
            if edited:
                self._judge()
            else:
                self._fill()
        else:
            self._judge()

    def _fill(self) -> None:
        config = self._shown
        if config is None:
            return
        self.cpus.setMaximum(max(self._host.cpus, config.cpus))
        self.memory.setMaximum(max(self._host.memory, config.memory) // MIB)
        self.cpus.setValue(config.cpus)
        self.memory.setValue(config.memory // MIB)
        self.disk.setMinimum(-(-config.disk // GIB))
        self.disk.setValue(-(-config.disk // GIB))
        choices = [("auto", tr("Automatic")), ("tcg", tr("Software emulation (slow)"))]
        if config.accelerator not in ("auto", "tcg"):
            native = words.accelerator_words(config.accelerator)
            choices.insert(
                1, (config.accelerator, tr("{accelerator} only").format(accelerator=native))
            )
        _offer(self.accelerator, choices, config.accelerator)
        _offer(self.idle, words.idle_choices(config.idle_stop), config.idle_stop)
        self._judge()

    def _changes(self, config: MachineConfig) -> dict[str, object]:
        """What the form says otherwise than the settings."""
        said: dict[str, object] = {
            "cpus": self.cpus.value(),
            "memory": self.memory.value() * MIB,
            "disk": self.disk.value() * GIB,
            "accelerator": self.accelerator.currentData(),
            "idle_stop": self.idle.currentData(),
        }
        if said["disk"] == -(-config.disk // GIB) * GIB:
            said["disk"] = config.disk  # a size between two whole numbers is not a change
        now = msgspec.structs.asdict(config)
        return {name: value for name, value in said.items() if now[name] != value}

    def _judge(self) -> None:
        config = self._shown
        if config is None:
            return
        host, status = self._host, self._machine.status
        taken = status.resources.disk_on_host if status is not None else None
        for note, advice in (
            (self._cpu_note, words.cpu_advice(self.cpus.value(), host)),
            (self._memory_note, words.memory_advice(self.memory.value() * MIB, host)),
            (self._disk_note, words.disk_advice(self.disk.value() * GIB, taken, host)),
        ):
            note.setText(sentences(advice or note.property("note"), note.property("effect")))
            look = "amber" if advice else "muted"
            if note.property("look") != look:
                note.setProperty("look", look)
                note.style().unpolish(note)
                note.style().polish(note)
        changes = self._changes(config)
        self.apply_button.setEnabled(bool(changes))
        self.revert_button.setEnabled(bool(changes))
        self._effect.setText(self._effect_of(changes))

    def _effect_of(self, changes: dict[str, object]) -> str:
        if not changes:
            return ""
        later = [n for n in changes if n in ("cpus", "memory", "accelerator")]
        now = [n for n in changes if n not in later]
        parts = []
        if now:
            parts.append(tr("At once: {settings}.").format(settings=words.settings_words(now)))
        if later and self._machine.ready:
            parts.append(
                tr("With the next start: {settings}.").format(settings=words.settings_words(later))
            )
        elif later:
            parts.append(
                tr("When it starts: {settings}.").format(settings=words.settings_words(later))
            )
        return sentences(*parts)

    def apply(self) -> None:
        """Send what differs."""
        config = self._shown
        if config is None:
            return
        changes = self._changes(config)
        if self.apply_button.hasFocus():
            self.cpus.setFocus()  # or the focus would leave the page with the button
        self.apply_button.setEnabled(False)

        def done(waiting: tuple[str, ...]) -> None:
            self.settled.emit(tr(_FAILURE))
            now = words.settings_words(name for name in changes if name not in waiting)
            later = words.settings_words(waiting)
            said = [tr("Changed {settings}").format(settings=now)] if now else []
            if later:
                told = tr("{settings} will change with the next start").format(settings=later)
                said.append(told[:1].upper() + told[1:])
            self.said.emit(sentences(*said), "")
            self._judge()

        def failed(problem: Problem) -> None:
            self.problem.emit(problem)
            self._judge()

        self._actions.start(
            tr("Changing the machine's resources"),
            lambda action: self._machine.configure(**changes),
            failure=tr(_FAILURE),
            command="davit machine set "
            + " ".join(f"--{n.replace('_', '-')} {v}" for n, v in changes.items()),
            done=done,
            failed=failed,
        )


def _offer(choice: Choice, entries: Iterable[tuple[object, str]], current: object) -> None:
    choice.blockSignals(True)
    choice.clear()
    for value, label in entries:
        choice.addItem(label, value)
    choice.setCurrentIndex(choice.findData(current))
    choice.blockSignals(False)
