"""Ask what to build: a folder, its Dockerfile, names, and the docker command that says the same."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop import building
from davit_desktop.actions import Action, Actions
from davit_desktop.building import Offer
from davit_desktop.client import build_context, build_flags
from davit_desktop.client.build_events import Check
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.session import Session
from davit_desktop.state import build_form
from davit_desktop.state.build_form import proposed_tag, wrong_tag
from davit_desktop.translation import tr
from davit_desktop.views.cards import scrolled
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.pull import PLATFORMS
from davit_desktop.views.run_rows import Line, Lines, TextLine, VariableLine
from davit_desktop.views.text import tool_tip, visible

_LOOK_AFTER = 250  # milliseconds without a key in the field of the folder
_ANOTHER = "\n"  # the entry that asks for a file; no path is only that


class BuildDialog(QDialog):
    """`requested` gives what to build; the dialog is closed then."""

    requested = Signal(object)  # BuildSpec

    def __init__(
        self,
        session: Session,
        actions: Actions,
        folders: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`folders` are those of earlier builds, for completion."""
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._offer = Offer(problem=tr("Choose a folder to build from"))
        self._check = Check()
        self._looking: Action | None = None
        self._pending = False  # what is offered is not that of the folder yet
        self._spec = BuildSpec()  # what has no field here is passed on
        self._filling = False
        self._proposed = ""
        self.setWindowTitle(tr("Build an image"))
        self.setMinimumSize(640, 520)
        self.resize(720, 600)
        self.setAcceptDrops(True)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._timer.timeout.connect(self._look)
        self._build(folders)
        self._update()

    # Building

    def _build(self, folders: Sequence[str]) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QWidget()
        self._form = QFormLayout(inner)
        self._form.setContentsMargins(20, 16, 20, 16)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(12)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(tr("A folder, or the address of a Git repository"))
        completer = QCompleter([visible(folder) for folder in folders], self)
        self.folder.setCompleter(completer)
        self.folder.textChanged.connect(self._folder_changed)
        browse = TextButton(tr("Choose…"), "folder")
        browse.setAccessibleName(tr("Choose a folder"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self.choose_folder)
        self._row(tr("Folder"), self.folder, _beside(self.folder, browse))
        self.dockerfile = Choice()
        self.dockerfile.activated.connect(self._dockerfile_chosen)
        self._facts = plain_label("", "muted")
        self._facts.setWordWrap(True)
        self._row(tr("Dockerfile"), self.dockerfile, _under(self.dockerfile, self._facts))
        self.tags = Lines(tr("Add a name"), self._tag_line)
        self._row(tr("Names"), self.tags)
        self.target = Choice()
        self.target.currentIndexChanged.connect(self._update)
        self._row(tr("Stage"), self.target)
        self.args = Lines(tr("Add an argument"), self._argument_line)
        self._row(tr("Arguments"), self.args)
        self.platform = Choice()
        self.platform.addItem(tr("This engine's platform"), "")
        for platform in PLATFORMS:
            self.platform.addItem(platform, platform)
        self.platform.currentIndexChanged.connect(self._update)
        self._row(tr("Platform"), self.platform)
        self.no_cache = CheckBox(tr("Do every step again (no cache)"))
        self.pull = CheckBox(tr("Look for newer base images (pull)"))
        boxes = QWidget()
        column = QVBoxLayout(boxes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box in (self.no_cache, self.pull):
            box.setAccessibleName(box.text())
            box.toggled.connect(self._update)
            column.addWidget(box)
        self._row("", self.no_cache, boxes)
        for lines in (self.tags, self.args):
            lines.changed.connect(self._update)
        outer.addWidget(scrolled(inner), 1)
        outer.addWidget(self._build_foot())
        self._offer_targets(())

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(20, 8, 20, 16)
        rows.setSpacing(12)
        self.preview = ElidedLabel("", "code")
        copy = IconButton("copy", tr("Copy the command, secrets included"))
        copy.clicked.connect(self._copy)
        rows.addWidget(_beside(self.preview, copy))
        self._reason = plain_label("", "red")
        self._reason.setWordWrap(True)
        cancel = TextButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.build_button = TextButton(tr("Build image"), "builds", look="primary")
        self.build_button.setDefault(True)
        self.build_button.clicked.connect(self._request)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._reason, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.build_button)
        rows.addLayout(buttons)
        return foot

    def _row(self, words: str, field: QWidget, whole: QWidget | None = None) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        label.setFixedHeight(self.folder.sizeHint().height())  # beside the first line
        if words and not isinstance(field, Lines):
            field.setAccessibleName(words)
        self._form.addRow(label, whole or field)

    def _tag_line(self) -> Line:
        return TextLine(tr("Name for the image"), "shop:1.0", wrong_tag)

    def _argument_line(self) -> Line:
        return VariableLine(name for name, _ in self._offer.outline.arguments)

    # What it shows

    def fill(self, spec: BuildSpec) -> None:
        """Show what to build; what is not said is proposed."""
        self._filling = True
        self._spec = spec
        self.folder.setText(spec.context)
        self.tags.clear()
        for tag in spec.tags:
            line = self.tags.add()
            assert isinstance(line, TextLine)
            line.fill(tag)
        self.args.clear()
        for name, value in spec.args.items():
            line = self.args.add()
            assert isinstance(line, VariableLine)
            line.fill(name if value is None else f"{name}={value}")
        self.no_cache.setChecked(spec.no_cache)
        self.pull.setChecked(spec.pull)
        if self.platform.findData(spec.platform) < 0:
            self.platform.addItem(visible(spec.platform), spec.platform)
        self.platform.setCurrentIndex(self.platform.findData(spec.platform))
        self.dockerfile.clear()
        if spec.dockerfile:
            self._offer_dockerfiles((), spec.dockerfile)
        self._offer_targets((), spec.target)
        self._filling = False
        self._propose_tag()
        self._look()
        self._update()

    @property
    def spec(self) -> BuildSpec:
        """What would be built now; lines that cannot be read are left out."""
        tags = [line.value() for line in self.tags.lines if isinstance(line, TextLine)]
        texts = [line.variable() for line in self.args.lines if isinstance(line, VariableLine)]
        return msgspec.structs.replace(
            self._spec,
            context=self._folder,
            dockerfile=str(self.dockerfile.currentData() or ""),
            tags=tuple(filter(None, tags)),
            args=build_flags.arguments(filter(None, texts), {}),
            target=str(self.target.currentData() or ""),
            platform=str(self.platform.currentData() or ""),
            no_cache=self.no_cache.isChecked(),
            pull=self.pull.isChecked(),
        )

    @property
    def reason(self) -> str:
        """Why it cannot be built; empty when it can."""
        return self._offer.problem or next(
            (line.problem for line in (*self.tags.lines, *self.args.lines) if line.problem), ""
        )

    @property
    def offer(self) -> Offer:
        """What the folder has to build."""
        return self._offer

    @property
    def _folder(self) -> str:
        text = self.folder.text().strip()
        if not text or build_context.is_remote(text):
            return text
        return os.path.expanduser(text)  # noqa: PTH111

    def _update(self) -> None:
        if self._filling:
            return
        spec = self.spec
        self.preview.set_text(build_form.command(spec))
        told = tr("Command: {command}").format(command=build_form.command(spec))
        self.preview.setAccessibleName(visible(told))
        reason = self.reason
        self._reason.setText(visible(reason))
        self.build_button.setEnabled(not reason and not self._pending)

    def _folder_changed(self) -> None:
        if self._filling:
            return
        self.dockerfile.clear()
        self._propose_tag()
        self._offer, self._pending = Offer(), True
        self._timer.start()
        self._update()

    def _propose_tag(self) -> None:
        """A name after the folder, as long as nobody has typed another."""
        lines = [line for line in self.tags.lines if isinstance(line, TextLine)]
        untouched = not lines or [line.text.text() for line in lines] == [self._proposed]
        if not untouched or not self._folder:
            return
        self._proposed = proposed_tag(self._folder)
        line = lines[0] if lines else self.tags.add()
        assert isinstance(line, TextLine)
        line.fill(self._proposed)

    # The folder

    def choose_folder(self) -> None:
        """Ask for one with the system's dialog."""
        start = self._folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, tr("Build from a folder"), start)
        if chosen:
            self.folder.setText(chosen)

    def _dockerfile_chosen(self) -> None:
        if self.dockerfile.currentData() == _ANOTHER:
            start = self._folder or str(Path.home())
            chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a Dockerfile"), start)
            self._offer_dockerfiles(self._offer.dockerfiles, chosen)
        self._look()

    def _look(self) -> None:
        """Read what the folder has to build."""
        self._timer.stop()
        self._offer, self._pending = Offer(), True
        folder, dockerfile = self._folder, str(self.dockerfile.currentData() or "")
        if not folder:
            self._offer = Offer(problem=tr("Choose a folder to build from"))
            self._show_offer(dockerfile)
            return
        if self._looking is not None and self._looking.running:
            self._looking.cancel()

        async def work(_: Action) -> Offer:
            return await asyncio.to_thread(building.look, folder, dockerfile)

        def done(offer: Offer) -> None:
            if not isValid(self) or folder != self._folder:
                return
            self._offer, self._check = offer, Check()
            self._show_offer(dockerfile)
            if offer.text:
                self._ask_check(offer.text)

        self._looking = self._actions.start_quiet(work, done=done)

    def _ask_check(self, text: str) -> None:
        def done(check: Check) -> None:
            if isValid(self) and text == self._offer.text:
                self._check = check
                self._say_facts()

        self._actions.start_quiet(
            lambda _: self._session.engine.builds.check(text.encode()), done=done
        )

    def _show_offer(self, dockerfile: str) -> None:
        self._filling, self._pending = True, False
        self._offer_dockerfiles(self._offer.dockerfiles, dockerfile)
        wanted = str(self.target.currentData() or "")
        self._offer_targets(self._offer.outline.stages, wanted)
        for line in self.args.lines:
            if isinstance(line, VariableLine):
                self._hint(line)
        self._filling = False
        self._say_facts()
        self._update()

    def _hint(self, line: VariableLine) -> None:
        default = dict(self._offer.outline.arguments).get(line.name.text().strip(), "")
        line.value.setPlaceholderText(visible(default) or tr("value"))

    def _offer_dockerfiles(self, names: Sequence[str], chosen: str) -> None:
        folder = Path(self._folder)
        paths = [str(folder / name) for name in names]
        self.dockerfile.clear()
        for name, path in zip(names, paths, strict=True):
            usual = name == build_context.DOCKERFILE
            self.dockerfile.addItem(visible(name), "" if usual else path)
        if chosen and chosen not in paths and chosen != _ANOTHER:
            self.dockerfile.addItem(visible(chosen), chosen)
        if not self.dockerfile.count():
            self.dockerfile.addItem(build_context.DOCKERFILE, "")
        self.dockerfile.addItem(tr("Another file…"), _ANOTHER)
        place = self.dockerfile.findData(chosen) if chosen != _ANOTHER else 0
        self.dockerfile.setCurrentIndex(max(0, place))
        remote = build_context.is_remote(self._folder)
        self.dockerfile.setEnabled(not remote)

    def _offer_targets(self, stages: Sequence[str], chosen: str = "") -> None:
        self.target.clear()
        self.target.addItem(tr("The last one"), "")
        for stage in stages:
            self.target.addItem(visible(stage), stage)
        if chosen and self.target.findData(chosen) < 0:
            self.target.addItem(visible(chosen), chosen)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))
        self.target.setEnabled(self.target.count() > 1)

    def _say_facts(self) -> None:
        """How much there is in the Dockerfile, and what the engine thinks of it."""
        outline = self._offer.outline
        parts = [tr("%n stage(s)", "", len(outline.stages))] if outline.stages else []
        if outline.arguments:
            names = ", ".join(name for name, _ in outline.arguments[:8])
            parts.append(tr("takes {names}").format(names=names))
        details = [finding.detail for finding in self._check.warnings]
        if self._check.error is not None:
            parts.append(
                tr("line {line}: {problem}").format(
                    line=self._check.error.line, problem=self._check.error.detail
                )
            )
        elif details:
            parts.append(tr("%n warning(s)", "", len(details)))
        self._facts.setText(visible(" · ".join(parts)))
        self._facts.setToolTip(tool_tip("\n".join(details[:20])))
        self._facts.setVisible(bool(parts))

    # What a person does

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(build_flags.command(self.spec))

    def _request(self) -> None:
        if self.build_button.isEnabled():
            self.requested.emit(self.spec)
            self.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        folder, dockerfile = dropped(event) or ("", "")
        if folder:
            event.acceptProposedAction()
            self.fill(msgspec.structs.replace(self.spec, context=folder, dockerfile=dockerfile))


def dropped(event: QDropEvent) -> tuple[str, str] | None:
    """The folder that is dropped, or that of the Dockerfile that is; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    if path.is_dir():
        return str(path), ""
    if path.is_file() and path.name in build_context.dockerfiles(path.parent):
        usual = path.name == build_context.DOCKERFILE
        return str(path.parent), "" if usual else str(path)
    return None


def _beside(field: QWidget, button: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    return both


def _under(field: QWidget, note: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(field)
    column.addWidget(note)
    return both
