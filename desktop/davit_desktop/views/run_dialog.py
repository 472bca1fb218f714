"""Ask what to run: a form for the usual, and the docker command that says the same.

What the form has no field for is kept and shown as flags. The dialog looks at nothing but ports of
this computer; it is told the rest, and asks for it by its signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action
from davit_desktop.client.run_command import check, flag_groups
from davit_desktop.client.run_spec import RunSpec, RunSpecError
from davit_desktop.host_ports import Published
from davit_desktop.state.image_facts import ImageFacts, SearchHit
from davit_desktop.state.pasted_command import pasted
from davit_desktop.state.problem import Problem
from davit_desktop.state.run_form import combined, free_name, unshown
from davit_desktop.state.run_presets import RunMemory, SavedRun, docker_run, saved
from davit_desktop.translation import mark, tr
from davit_desktop.views.fold import Fold
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, ProblemList, plain_label
from davit_desktop.views.run_basics import Basics
from davit_desktop.views.run_options import (
    FlagSection,
    LabelSection,
    LifeSection,
    LimitSection,
    NetworkSection,
    PlatformSection,
    ProcessSection,
    SecuritySection,
)
from davit_desktop.views.run_section import Problems, Section, Surrounds
from davit_desktop.views.run_start import StartBar
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import monospace

_WIDTH, _HEIGHT = 840, 720
_LEAST_WIDTH = 780
_WIDEST_LABEL = 180
_COMMAND_LINES = 3
_FOLDED = (
    (NetworkSection, mark("Network"), ("networks", "hostname", "add_host", "dns")),
    (LifeSection, mark("Restart and removal"), ("restart", "rm")),
    (LimitSection, mark("CPU and memory"), ("nano_cpus", "memory")),
    (ProcessSection, mark("User and process"), ("user", "workdir", "tty", "interactive", "init")),
    (
        SecuritySection,
        mark("Capabilities and privileges"),
        ("read_only", "cap_add", "cap_drop", "privileged"),
    ),
    (LabelSection, mark("Labels"), ("labels",)),
    (PlatformSection, mark("Platform and pulling"), ("platform", "pull")),
)
_SHOWN = (
    *("image", "name", "ports", "volumes", "env", "entrypoint", "command"),
    *(field for _, _, fields in _FOLDED for field in fields),
)


class RunDialog(QDialog):
    """Emits `requested` with what to run. It stays, and shows what goes on, until it is closed
    by whoever runs it: a run that fails can be mended and asked for again."""

    requested = Signal(object)  # RunSpec
    image_chosen = Signal(str)  # a local reference whose facts are wanted
    search_wanted = Signal(str)
    preset_saved = Signal(object)  # SavedRun
    preset_deleted = Signal(object)  # SavedRun

    def __init__(
        self,
        surrounds: Surrounds,
        image: str = "",
        parent: QWidget | None = None,
        memory: RunMemory | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = surrounds
        self._memory = memory or RunMemory()
        self._filling = True
        self._spec: RunSpec | None = None
        self._reason_text = ""
        self._paste_problem = ""
        self._action: Action | None = None
        self.setWindowTitle(tr("Run a container"))
        self.setMinimumSize(680, 480)
        screen = self.screen().availableGeometry()
        self._widest = min(_WIDTH, screen.width() - 40)
        self.resize(self._widest, min(_HEIGHT, screen.height() - 80))
        self.basics = Basics(surrounds)
        self.folds: list[Fold] = []
        self.options: list[Section] = []
        self._build()
        self._filling = False
        self.basics.image.setText(image)
        self._update()
        (self.basics.name if image else self.basics.image).setFocus()

    # What others call

    def set_held(
        self, images: Sequence[str], names: Sequence[str], published: Sequence[Published]
    ) -> None:
        """What the engine holds by now."""
        self._around = msgspec.structs.replace(
            self._around, images=images, names=names, published=published
        )
        self.basics.set_around(self._around)
        if self._action is None:
            self._update()

    def set_facts(self, image: str, facts: ImageFacts) -> None:
        """Answer to `image_chosen`: propose what the image declares."""
        if image != self.basics.image.text().strip():
            return
        for section in self.options:
            section.show_facts(facts)
        self._filling = True
        self.basics.set_facts(image, facts)
        self._filling = False
        self._update()

    def show_hits(self, hits: list[SearchHit], problem: str = "") -> None:
        """Answer to `search_wanted`."""
        self.basics.show_hits(hits, problem)

    def show_memory(self, memory: RunMemory) -> None:
        """Presets or history have changed."""
        self._memory = memory
        self._update()

    def fill(self, spec: RunSpec, asks: tuple[str, ...] = ()) -> None:
        """Show a spec; variables of `asks` want a value before it can run."""
        self._filling = True
        self.area.setUpdatesEnabled(False)  # not each line as it comes and goes
        sections = (self.basics, *self.options)
        for section in sections:
            section.fill(spec)
        shown = self._read_rows(Problems())
        if any(line.problem for line in self.basics.volumes.lines):
            shown = msgspec.structs.replace(shown, volumes=spec.volumes)  # to be mended there
        left, flags = unshown(spec, shown)
        if any(getattr(left, field) != getattr(shown, field) for field in _SHOWN):
            for section in sections:
                section.fill(left)
        self.flags.show_flags(flags)
        self.basics.ask_for(asks)
        rows = self._read_rows(Problems())
        for fold, (_, _, fields) in zip(self.folds, _FOLDED, strict=False):
            fold.open(on=bool(_summary(rows, fields)))
        self.folds[-1].open(on=bool(flags))
        self.area.setUpdatesEnabled(True)
        self._filling = False
        self._update()

    def start_from(self, run: SavedRun) -> None:
        """Show a preset or an earlier run; a name that is taken meanwhile gets a number."""
        spec = run.spec()
        if spec is None:
            self.start_bar.say(
                tr("This cannot be read any more: {command}").format(
                    command=" ".join(run.words)[:200]
                )
            )
            return
        self.show_again(spec, run.asks)

    def show_again(self, spec: RunSpec, asks: tuple[str, ...] = ()) -> None:
        """Show what was run before; a name that is taken gets a number."""
        name = free_name(spec.name, self._around.names) if spec.name else ""
        self.fill(msgspec.structs.replace(spec, name=name), asks)

    def paste(self, text: str) -> str:
        """Fill the form from a docker run command; what is wrong with it, or nothing."""
        if not text.strip():
            self._paste_problem = ""
            self.start_bar.say_of_paste("", ())
            self._update()
            return ""
        found = pasted(text, self._around.surroundings)
        self._paste_problem = found.problem
        self.start_bar.say_of_paste(found.problem, found.notes)
        if found.spec is not None:
            self.fill(found.spec)
        self._update()
        return found.problem

    def offer(self, spec: RunSpec) -> None:
        """What was in the form when it was closed without a run."""

        def go_on() -> None:
            self.fill(spec)
            self.start_bar.say("")

        words = tr("This form was closed before {image} was run.").format(image=spec.image)
        self.start_bar.say(words, (tr("Go on with it"), go_on))

    def follow(self, action: Action) -> None:
        """Show how a run goes on; the form cannot be changed meanwhile."""
        self._action = action
        action.changed.connect(self._show_progress)
        self._show_progress()
        self._show_running()
        self.cancel_button.setFocus()

    def failed(self, problem: Problem | None) -> None:
        """The run has ended without a container: the form can be mended."""
        self._action = None
        self._show_running()
        if problem is not None:
            self.problems.show_problem(problem)
        self._update()
        self.run_button.setFocus()

    @property
    def left(self) -> RunSpec | None:
        """What a person filled in; None where it is no more than what is proposed."""
        if self._spec is None or not self._spec.image or self._action is not None:
            return None
        more = self.flags.text or any(_summary(self._spec, fields) for _, _, fields in _FOLDED)
        return self._spec if more or self.basics.touched else None

    @property
    def spec(self) -> RunSpec | None:
        """What would be run now."""
        return self._spec

    @property
    def reason(self) -> str:
        """Why it cannot be run; empty when it can."""
        return self._reason_text

    # Building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self.area, 1)
        body = QWidget()
        # In its place before it is filled: each move of a widget dresses all that is in it again.
        self.area.setWidget(body)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(16)
        self.start_bar = StartBar()
        self.start_bar.chosen.connect(self.start_from)
        self.start_bar.pasted.connect(self.paste)
        self.start_bar.saved.connect(self._save_preset)
        self.start_bar.deleted.connect(self._delete_preset)
        rows.addWidget(self.start_bar)
        self.basics.changed.connect(self._update)
        self.basics.image_chosen.connect(self.image_chosen)
        self.basics.search_wanted.connect(self.search_wanted)
        self.basics.facts_gone.connect(self._forget_facts)
        rows.addWidget(self.basics)
        folds = QVBoxLayout()
        folds.setSpacing(4)
        for make, title, _ in _FOLDED:
            self._add_fold(folds, tr(title), make(self._around))
        self.flags = FlagSection(self._around)
        self._add_fold(folds, tr("Other flags"), self.flags)
        rows.addLayout(folds)
        rows.addStretch(1)
        self._align_labels()
        # As wide as a line of each kind wants to be, where words are short enough for it and the
        # screen is wide enough.
        wide = body.minimumSizeHint().width() + self.area.verticalScrollBar().sizeHint().width()
        self.area.setMinimumWidth(min(max(wide, _LEAST_WIDTH), self._widest))
        line = QFrame()
        line.setProperty("look", "line")
        layout.addWidget(line)
        layout.addLayout(self._build_foot())
        QShortcut(QKeySequence("Ctrl+Return"), self, self.run_button.click)

    def _add_fold(self, layout: QVBoxLayout, title: str, section: Section) -> None:
        fold = Fold(title, section)
        section.changed.connect(self._update)
        self.folds.append(fold)
        self.options.append(section)
        layout.addWidget(fold)

    def _align_labels(self) -> None:
        labels = [label for section in (self.basics, *self.options) for label in section.labels]
        widest = min(max(label.sizeHint().width() for label in labels), _WIDEST_LABEL)
        height = self.basics.image.sizeHint().height()
        for label in labels:
            label.setWordWrap(True)
            label.setFixedSize(widest, height)

    def _build_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        self.problems = ProblemList()
        foot.addWidget(self.problems)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(tr("The same as a docker command"))
        self.preview.setFont(monospace(self.font().pointSizeF()))
        self.preview.setFixedHeight(self.preview.fontMetrics().height() * _COMMAND_LINES + 20)
        self.preview.setTabChangesFocus(True)
        copy = IconButton("copy", tr("Copy the command, secrets included"))
        copy.clicked.connect(self._copy)
        row.addWidget(self.preview, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        foot.addLayout(row)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("How far the run is"))
        self.progress.hide()
        foot.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._reason = plain_label("", "red")
        self._reason.setWordWrap(True)
        self._status = ElidedLabel("", "muted")
        self._status.hide()
        self.cancel_button = TextButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self._cancel)
        self.run_button = TextButton(tr("Run container"), "play", look="primary")
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(self._run)
        buttons.addWidget(self._reason, 1)
        buttons.addWidget(self._status, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.run_button)
        foot.addLayout(buttons)
        return foot

    # From the form to the spec

    def _read_rows(self, problems: Problems) -> RunSpec:
        values: dict[str, Any] = {}
        for section in (self.basics, *self.options):
            values.update(section.read(problems))
        return RunSpec(**values)

    def _update(self) -> None:
        if self._filling:
            return
        problems = Problems()
        rows = self._read_rows(problems)
        spec, twice = combined(rows, self.flags.spec(problems))
        for field in twice:
            problems.add(
                tr("{field} is set twice: in the form and by a flag").format(
                    field=field.replace("_", "-")
                )
            )
        spec = msgspec.structs.replace(spec, detach=True)
        try:
            check(spec)
        except RunSpecError as error:
            problems.add(str(error)[:1].upper() + str(error)[1:])
        if self._paste_problem:
            problems.texts.insert(0, self._paste_problem)
        self._spec = spec
        self._reason_text = problems.texts[0] if problems.texts else ""
        self._reason.setText(visible(self._reason_text))
        self.run_button.setEnabled(not problems.texts)
        self.run_button.setToolTip(tool_tip(self._reason_text) or tr("Run container (Ctrl+Return)"))
        self.preview.setPlainText(visible(docker_run(spec, covered=True)))
        for fold, (_, _, fields) in zip(self.folds, _FOLDED, strict=False):
            fold.say(_summary(rows, fields))
        self.folds[-1].say(self.flags.text)
        self.start_bar.show_memory(self._memory, rows.image)
        self.start_bar.can_save(yes=bool(rows.image))

    # What a person does

    def _forget_facts(self) -> None:
        for section in self.options:
            section.show_facts(None)

    def _save_preset(self, title: str) -> None:
        if title and self._spec is not None:
            self.preset_saved.emit(saved(self._spec, title))
            self.start_bar.say(tr("Saved as preset {title}.").format(title=title))

    def _delete_preset(self, run: SavedRun) -> None:
        self.preset_deleted.emit(run)
        words = tr("Deleted preset {title}.").format(title=run.title)
        self.start_bar.say(words, (tr("Undo"), lambda: self._restore_preset(run)))

    def _restore_preset(self, run: SavedRun) -> None:
        self.preset_saved.emit(run)
        self.start_bar.say(tr("Preset {title} is back.").format(title=run.title))

    def _copy(self) -> None:
        if self._spec is not None:
            QGuiApplication.clipboard().setText(docker_run(self._spec))

    def _run(self) -> None:
        self._update()  # a port may have been taken meanwhile
        if self.run_button.isEnabled() and self._spec is not None and self._action is None:
            self.requested.emit(self._spec)

    def _cancel(self) -> None:
        if self._action is not None and self._action.running:
            self._action.cancel()
        else:
            self.reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused = self.focusWidget()
        if entered and focused is not None and self.start_bar.isAncestorOf(focused):
            return  # it saves a preset there
        super().keyPressEvent(event)

    # A run that goes on

    def _show_running(self) -> None:
        running = self._action is not None
        self.area.setEnabled(not running)
        self.progress.setVisible(running)
        self._status.setVisible(running)
        self._reason.setVisible(not running)
        self.run_button.setVisible(not running)
        self.cancel_button.setText(tr("Cancel run") if running else tr("Cancel"))
        self.cancel_button.setAccessibleName(self.cancel_button.text())
        self.cancel_button.setToolTip(
            tr("Esc closes this window and lets the run go on") if running else ""
        )

    def _show_progress(self) -> None:
        action = self._action
        if action is None:
            return
        if not action.running:
            if action.problem is None:  # cancelled
                self.failed(None)
            return
        # Out of two, as the work counts before a pull, says nothing that moves.
        known = action.total > 2
        self.progress.setRange(0, action.total if known else 0)
        self.progress.setValue(action.current)
        self._status.set_text(action.status)


def _summary(rows: RunSpec, fields: tuple[str, ...]) -> str:
    values = {field: getattr(rows, field) for field in fields}
    groups = flag_groups(RunSpec(image="x", **values))
    return " ".join(word for group in groups for word in group)
