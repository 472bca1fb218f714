"""Ask what to run: a form for the usual, and the docker command that says the same.

What the form has no field for (from a pasted command) is kept and shown in the command. The dialog
looks at nothing but ports of this computer; it is told the rest, and asks for an image's facts with
`image_chosen`.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from davit_desktop import host_ports
from davit_desktop.client.flags import FlagError
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_command import command_words, parse_run
from davit_desktop.client.run_spec import (
    NetworkChoice,
    PortMapping,
    RunSpec,
    RunSpecError,
    Surroundings,
)
from davit_desktop.client.units import format_bytes, parse_bytes
from davit_desktop.host_ports import Published
from davit_desktop.state.image_facts import ImageFacts, volume_name
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.run_rows import (
    Line,
    Lines,
    PortLine,
    VariableLine,
    VolumeLine,
    is_secret,
    mark,
)
from davit_desktop.views.text import visible
from davit_desktop.views.theme import monospace

_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_RESTART = {
    "no": "Never",
    "on-failure": "When it fails",
    "always": "Always",
    "unless-stopped": "Unless it was stopped",
}
_PAUSE_MS = 150  # after the last key before an image's facts are asked for
_LEAST_MEMORY = 6 << 20  # docker's own lower bound


class Surrounds(msgspec.Struct, frozen=True, kw_only=True):
    """What the engine holds, for completion and checks."""

    images: Sequence[str] = ()  # references
    names: Sequence[str] = ()  # of containers, taken
    volumes: Sequence[str] = ()
    networks: Sequence[str] = ()
    published: Sequence[Published] = ()
    surroundings: Surroundings = Surroundings()  # for a pasted command
    local: bool = True  # the engine publishes ports on this computer


class RunDialog(QDialog):
    """Emits `requested` with what to run, once, and closes."""

    requested = Signal(object)  # RunSpec
    image_chosen = Signal(str)  # a local reference whose facts are wanted

    def __init__(
        self, surrounds: Surrounds, image: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around = surrounds
        self._base = RunSpec(image="")
        self._facts: ImageFacts | None = None
        self._facts_of = ""
        self._as_given = ""  # an image of a pasted command: nothing is proposed for it
        self._proposed: list[Line] = []
        self._filling = False
        self._spec: RunSpec | None = None
        self.setWindowTitle("Run a container")
        self.setMinimumSize(640, 480)
        self.resize(760, 680)
        self._facts_timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._facts_timer.timeout.connect(self._ask_facts)
        self._build()
        self._image.setText(image)
        self._update()
        (self._name if image else self._image).setFocus()

    # What others call

    def set_facts(self, image: str, facts: ImageFacts) -> None:
        """Answer to `image_chosen`: propose what the image declares."""
        if image != self._image.text().strip() or self._facts_of == image:
            return
        self._facts_of = image
        self._facts = facts
        self._show_defaults(facts)
        self._filling = True
        self._drop_proposals()
        if image != self._as_given:
            self._propose_ports(facts)
            self._propose_volumes(facts)
        self._filling = False
        self._update()

    def _show_defaults(self, facts: ImageFacts) -> None:
        self._command.setPlaceholderText(shlex.join(facts.command) or "none")
        self._entrypoint.setPlaceholderText(shlex.join(facts.entrypoint) or "none")
        self._user.setPlaceholderText(facts.user or "root")
        self._workdir.setPlaceholderText(facts.workdir or "/")

    def fill(self, spec: RunSpec) -> None:
        """Show a spec; what the form has no field for is kept."""
        self._filling = True
        self._proposed.clear()
        self._facts_of = ""
        self._base = spec
        self._image.setText(spec.image)
        self._name.setText(spec.name)
        for lines, values in (
            (self._ports, spec.ports),
            (self._volumes, spec.volumes),
            (self._variables, spec.env),
        ):
            lines.clear()
            for value in values:
                lines.add().fill(value)  # type: ignore[attr-defined]
        self._command.setText(shlex.join(spec.command))
        self._entrypoint.setText(spec.entrypoint or "")
        policy, _, retries = spec.restart.partition(":")
        self._restart.setCurrentIndex(max(0, self._restart.findData(policy)))
        self._retries = retries
        self._remove.setChecked(spec.rm)
        self._cpus.setText(f"{spec.nano_cpus / 1e9:g}" if spec.nano_cpus else "")
        self._memory.setText(format_bytes(spec.memory) if spec.memory else "")
        network = spec.networks[0].name if spec.networks else "default"
        if self._network.findData(network) < 0:
            self._network.addItem(network, network)
        self._network.setCurrentIndex(self._network.findData(network))
        self._hostname.setText(spec.hostname)
        self._user.setText(spec.user)
        self._workdir.setText(spec.workdir)
        self._terminal.setChecked(spec.tty and spec.interactive)
        self._init.setChecked(bool(spec.init))
        self._read_only.setChecked(spec.read_only)
        self._privileged.setChecked(spec.privileged)
        more = [self._hostname, self._user, self._workdir, self._cpus, self._memory]
        boxes = [self._terminal, self._init, self._read_only, self._privileged]
        if any(f.text() for f in more) or any(b.isChecked() for b in boxes):
            self._fold.setChecked(True)
        self._as_given = spec.image.strip()
        self._filling = False
        self._update()

    def paste(self, text: str) -> str:
        """Fill the form from a docker run command; what is wrong with it, or nothing."""
        try:
            words = shlex.split(text.replace("\\\r\n", " ").replace("\\\n", " "))
        except ValueError as error:
            return f"Not a command: {error}"
        while words and words[0] in ("$", "sudo", "docker", "podman", "davit", "container"):
            del words[0]
        if words[:1] in (["run"], ["create"]):
            del words[0]
        try:
            spec = parse_run(words, self._around.surroundings)
        except (FlagError, RunSpecError) as error:
            text = str(error)
            return text[:1].upper() + text[1:]
        self.fill(spec)
        return ""

    @property
    def spec(self) -> RunSpec | None:
        """What would be run now; None while the form cannot be understood."""
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
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(16)
        self._labels: list[QLabel] = []
        rows.addLayout(self._build_usual())
        self._fold = TextButton("More", "chevron-right", look="link")
        self._fold.setCheckable(True)
        self._fold.setAccessibleName("More options")
        fold_row = QHBoxLayout()
        fold_row.addWidget(self._fold)
        fold_row.addStretch(1)
        rows.addLayout(fold_row)
        more = QWidget()
        more.setLayout(self._build_more())
        more.hide()
        rows.addWidget(more)
        rows.addStretch(1)
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(widest)
            label.setFixedHeight(self._image.sizeHint().height())

        def fold(on: bool) -> None:
            more.setVisible(on)
            self._fold.set_icon("chevron-down" if on else "chevron-right")

        self._fold.toggled.connect(fold)
        area.setWidget(body)
        layout.addWidget(area, 1)
        line = QFrame()
        line.setProperty("look", "line")
        layout.addWidget(line)
        layout.addLayout(self._build_foot())

    def _build_paste(self) -> QPlainTextEdit:
        self._paste = QPlainTextEdit()  # a command may have many lines
        self._paste.setAccessibleName("Paste a docker run command")
        self._paste.setPlaceholderText("docker run …")
        self._paste.setFont(monospace(self.font().pointSizeF()))
        self._paste.setFixedHeight(self._paste.fontMetrics().height() + 20)
        self._paste.setTabChangesFocus(True)
        self._paste.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._paste.textChanged.connect(self._pasted)
        return self._paste

    def _build_usual(self) -> QFormLayout:
        form = _form()
        self._row(form, "Paste docker run…", self._build_paste())
        around = self._around
        self._image = self._line_edit("Image", "nginx, ghcr.io/owner/name:tag")
        completer = QCompleter(list(around.images), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._image.setCompleter(completer)
        self._image.textChanged.connect(self._image_changed)
        self._image_note = plain_label("", "muted")
        self._image_note.setWordWrap(True)
        self._row(form, "&Image", _with_note(self._image, self._image_note))
        self._name = self._line_edit("Name", "chosen for you")
        self._name_note = plain_label("", "red")
        self._row(form, "&Name", _with_note(self._name, self._name_note))
        self._ports = self._lines("Add port", PortLine)
        self._row(form, "Ports", self._ports)
        self._volumes = self._lines("Add volume or folder", lambda: VolumeLine(around.volumes))
        self._row(form, "Volumes", self._volumes)
        self._variables = self._lines("Add variable", lambda: VariableLine(self._known_names()))
        self._row(form, "Environment", self._variables)
        self._command = self._line_edit("Command", "as the image says")
        self._row(form, "&Command", self._command)
        self._restart = Choice()
        self._restart.setAccessibleName("Restart")
        for policy, words in _RESTART.items():
            self._restart.addItem(words, policy)
        self._retries = ""
        self._restart.currentIndexChanged.connect(self._update)
        self._row(form, "&Restart", self._restart)
        self._remove = self._box("Delete the container when it stops")
        self._row(form, "", self._remove)
        return form

    def _build_more(self) -> QFormLayout:
        form = _form()
        self._entrypoint = self._line_edit("Entrypoint", "as the image says")
        self._row(form, "&Entrypoint", self._entrypoint)
        self._cpus = self._line_edit("CPU limit", "all")
        self._memory = self._line_edit("Memory limit", "all, or 512m, 2g")
        self._row(form, "CPU limit (cores)", self._cpus)
        self._row(form, "Memory limit", self._memory)
        self._network = Choice()
        self._network.setAccessibleName("Network")
        self._network.addItem("Usual (bridge)", "default")
        for name in self._around.networks:
            if name != "bridge":
                self._network.addItem(visible(name), name)
        self._network.currentIndexChanged.connect(self._update)
        self._row(form, "Net&work", self._network)
        self._hostname = self._line_edit("Host name", "the container's id")
        self._row(form, "&Host name", self._hostname)
        self._user = self._line_edit("User", "as the image says")
        self._row(form, "&User", self._user)
        self._workdir = self._line_edit("Working folder", "as the image says")
        self._row(form, "Working &folder", self._workdir)
        self._terminal = self._box("Give it a terminal and keep its input open (-it)")
        self._init = self._box("Run a small init process first, which clears away zombies")
        self._read_only = self._box("Make its root file system read-only")
        self._privileged = self._box(
            "Privileged: it may do on this computer whatever root may. Only for images you trust."
        )
        for box in (self._terminal, self._init, self._read_only, self._privileged):
            self._row(form, "", box)
        return form

    def _build_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.setSpacing(8)
        row = QHBoxLayout()
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setAccessibleName("The same as a docker command")
        self._preview.setFont(monospace(self.font().pointSizeF()))
        self._preview.setFixedHeight(64)
        self._preview.setTabChangesFocus(True)
        copy = IconButton("copy", "Copy the command, secrets included")
        copy.clicked.connect(self._copy)
        row.addWidget(self._preview, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        foot.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._reason = plain_label("", "red")
        self._reason.setWordWrap(True)
        self._reason_text = ""
        cancel = TextButton("Cancel")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        self.run_button = TextButton("Run container", "play", look="primary")
        self.run_button.setDefault(True)
        self.run_button.clicked.connect(self._run)
        buttons.addWidget(self._reason, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.run_button)
        foot.addLayout(buttons)
        return foot

    def _row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        """A field under the others of a form; its label stands beside the field's first line."""
        label = QLabel(words)
        label.setBuddy(field)
        form.addRow(label, field)
        if words:
            self._labels.append(label)

    def _line_edit(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.textChanged.connect(self._update)
        return field

    def _box(self, words: str) -> CheckBox:
        box = CheckBox(words)
        box.toggled.connect(self._update)
        return box

    def _lines(self, words: str, make: Callable[[], Line]) -> Lines:
        lines = Lines(words, make)
        lines.add_button.setAutoDefault(False)
        lines.changed.connect(self._update)
        return lines

    # Proposals

    def _known_names(self) -> list[str]:
        return [text.partition("=")[0] for text in self._facts.env] if self._facts else []

    def _image_changed(self) -> None:
        if self._facts is not None and self._image.text().strip() != self._facts_of:
            self._facts = None
            self._facts_of = ""
            for field in (self._command, self._entrypoint, self._user, self._workdir):
                field.setPlaceholderText("as the image says")
        self._facts_timer.start()

    def _ask_facts(self) -> None:
        image = self._image.text().strip()
        if image and image != self._facts_of and self._is_local(image):
            self.image_chosen.emit(image)

    def _is_local(self, image: str) -> bool:
        return image in self._around.images or _tagged(image) in self._around.images

    def _drop_proposals(self) -> None:
        """Proposals for an image before, as far as nobody changed them."""
        for line in self._proposed:
            for lines in (self._ports, self._volumes):
                if line in lines.lines:
                    lines.remove(line)
        self._proposed.clear()

    def _propose_ports(self, facts: ImageFacts) -> None:
        given = {line.container.text() for line in self._ports.lines if isinstance(line, PortLine)}
        taken: list[int] = []
        for number, protocol in facts.ports[:20]:
            if str(number) in given:
                continue
            host = 0
            if self._around.local:
                published = self._around.published
                host = host_ports.propose(number, protocol, published, taken=taken)
            taken.append(host)
            self._propose(
                self._ports,
                PortMapping(
                    container_port=number,
                    protocol=protocol,
                    host_ip=host_ports.LOOPBACK,
                    host_port=str(host) if host else "",
                ),
            )

    def _propose_volumes(self, facts: ImageFacts) -> None:
        given = {line.target.text() for line in self._volumes.lines if isinstance(line, VolumeLine)}
        for target in facts.volumes[:20]:
            if target not in given:
                self._propose(self._volumes, f"{volume_name(self._facts_of, target)}:{target}")

    def _propose(self, lines: Lines, value: PortMapping | str) -> None:
        line = lines.add()
        line.fill(value)  # type: ignore[attr-defined]
        self._proposed.append(line)

        def keep() -> None:
            if not self._filling and line in self._proposed:
                self._proposed.remove(line)

        line.changed.connect(keep)

    # From the form to the spec

    def _update(self) -> None:
        if self._filling or not hasattr(self, "run_button"):
            return
        problems: list[str] = []
        spec = self._read(problems)
        self._spec = spec
        self._reason_text = problems[0] if problems else ""
        self._reason.setText(visible(self._reason_text))
        self.run_button.setEnabled(not problems)
        self.run_button.setToolTip(visible(self._reason_text))
        self._preview.setPlainText(visible(command_of(_masked(spec))))

    def _read(self, problems: list[str]) -> RunSpec:
        """What the form says; `problems` gets every reason why it cannot be run, first things
        first."""
        image = self._read_image(problems)
        name = self._read_name(problems)
        ports = self._read_ports(problems)
        volumes = self._read_lines(self._volumes, lambda line: line.volume(), problems)
        env = self._read_lines(self._variables, lambda line: line.variable(), problems)
        command = self._read_words(self._command, "The command", problems)
        nano_cpus = self._read_cpus(problems)
        memory = self._read_memory(problems)
        policy = str(self._restart.currentData())
        if self._remove.isChecked() and policy != "no":
            problems.append("A container that is deleted when it stops cannot be restarted")
        if policy == "on-failure" and self._retries:
            policy = f"{policy}:{self._retries}"
        entrypoint = self._entrypoint.text().strip() or None
        if self._base.entrypoint == "" and entrypoint is None:
            entrypoint = ""
        chosen = str(self._network.currentData())
        networks = self._base.networks
        if chosen != (networks[0].name if networks else "default"):
            networks = (NetworkChoice(name=chosen), *networks[1:])
        terminal = self._terminal.isChecked()
        both = self._base.tty and self._base.interactive
        return msgspec.structs.replace(
            self._base,
            image=image,
            name=name,
            ports=tuple(ports),
            volumes=tuple(volumes),
            env=tuple(env),
            command=tuple(command),
            entrypoint=entrypoint,
            restart=policy,
            rm=self._remove.isChecked(),
            nano_cpus=nano_cpus,
            memory=memory,
            networks=networks,
            hostname=self._hostname.text().strip(),
            user=self._user.text().strip(),
            workdir=self._workdir.text().strip(),
            tty=terminal or (self._base.tty and not both),
            interactive=terminal or (self._base.interactive and not both),
            init=True if self._init.isChecked() else None,
            read_only=self._read_only.isChecked(),
            privileged=self._privileged.isChecked(),
            detach=True,
            attach=(),
        )

    def _read_image(self, problems: list[str]) -> str:
        image = self._image.text().strip()
        note = ""
        wrong = False
        if not image:
            problems.append("Choose an image")
        else:
            try:
                parse_reference(image)
            except InvalidReference:
                if not re.fullmatch(r"(sha256:)?[0-9a-f]{6,64}", image):
                    wrong = True
                    note = f"{image} is not the name of an image"
                    problems.append(note)
            else:
                if not self._is_local(image):
                    note = "Not on this computer yet: it will be pulled first."
        mark(self._image, wrong=wrong)
        self._image_note.setText(visible(note))
        self._image_note.setVisible(bool(note))
        return image

    def _read_name(self, problems: list[str]) -> str:
        name = self._name.text().strip()
        note = ""
        if name and not _NAME.fullmatch(name):
            note = "A name has two or more letters, digits, _ . or -, the first a letter or digit"
        elif name and name in self._around.names:
            note = f"There is a container named {name}"
        if note:
            problems.append(note)
        mark(self._name, wrong=bool(note))
        self._name_note.setText(visible(note))
        self._name_note.setVisible(bool(note))
        return name

    def _read_ports(self, problems: list[str]) -> list[PortMapping]:
        ports: list[PortMapping] = []
        asked: dict[tuple[str, str], str] = {}
        for line in self._ports.lines:
            assert isinstance(line, PortLine)
            port = line.port()
            if port is None:
                problems.append(line.problem)
                continue
            ports.append(port)
            if not port.host_port:
                continue
            key = (port.host_port, port.protocol)
            if key in asked:
                line.say(f"Port {port.host_port} is asked for twice", line.host)
            elif self._around.local and port.host_port.isdecimal():
                wanted = host_ports.Port(int(port.host_port), port.protocol, port.host_ip)
                reason = host_ports.conflict(wanted, self._around.published)
                line.say(reason, line.host)
            asked[key] = port.host_ip
            if line.problem:
                problems.append(line.problem)
        return ports

    @staticmethod
    def _read_lines(lines: Lines, read: Callable[..., str], problems: list[str]) -> list[str]:
        values = []
        for line in lines.lines:
            value = read(line)
            if value:
                values.append(value)
            else:
                problems.append(line.problem)
        return values

    @staticmethod
    def _read_words(field: QLineEdit, what: str, problems: list[str]) -> list[str]:
        try:
            words = shlex.split(field.text())
        except ValueError:
            mark(field, wrong=True)
            problems.append(f"{what} has a quote that is not closed")
            return []
        mark(field, wrong=False)
        return words

    def _read_cpus(self, problems: list[str]) -> int:
        text = self._cpus.text().strip()
        wrong = False
        nano = 0
        if text:
            try:
                nano = round(float(text.replace(",", ".")) * 1e9)
                wrong = not 10_000_000 <= nano <= 10**15
            except (ValueError, OverflowError):
                wrong = True
        if wrong:
            problems.append("The CPU limit is a number of cores, such as 1.5")
        mark(self._cpus, wrong=wrong)
        return 0 if wrong else nano

    def _read_memory(self, problems: list[str]) -> int:
        text = self._memory.text().strip()
        size = 0
        wrong = False
        if text:
            try:
                size = parse_bytes(text)
                wrong = size < _LEAST_MEMORY
            except ValueError:
                wrong = True
        if wrong:
            problems.append("The memory limit is a size of at least 6m, such as 512m or 2g")
        mark(self._memory, wrong=wrong)
        return 0 if wrong else size

    # What a person does

    def _pasted(self) -> None:
        text = self._paste.toPlainText()
        if not text.strip():
            mark(self._paste, wrong=False)
            self._update()
            return
        problem = self.paste(text)
        mark(self._paste, wrong=bool(problem))
        if problem:
            self._reason_text = f"The pasted command cannot be used: {problem}"
            self._reason.setText(visible(self._reason_text))
            self.run_button.setEnabled(False)

    def _copy(self) -> None:
        if self._spec is not None:
            QGuiApplication.clipboard().setText(command_of(self._spec))

    def _run(self) -> None:
        self._update()  # a port may have been taken meanwhile
        if self.run_button.isEnabled() and self._spec is not None:
            self.requested.emit(self._spec)
            self.accept()


def command_of(spec: RunSpec) -> str:
    """The docker command that asks for this."""
    if not spec.image:
        spec = msgspec.structs.replace(spec, image="IMAGE")
    return f"docker run {shlex.join(command_words(spec))}"


def _masked(spec: RunSpec) -> RunSpec:
    """With dots for what looks like a secret."""
    env = tuple(
        f"{name}=••••••••" if value and is_secret(name) else f"{name}{separator}{value}"
        for name, separator, value in (text.partition("=") for text in spec.env)
    )
    return msgspec.structs.replace(spec, env=env)


def _tagged(image: str) -> str:
    try:
        return parse_reference(image).tagged().familiar()
    except InvalidReference:
        return image


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(12)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return form


def _with_note(field: QWidget, note: QLabel) -> QWidget:
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(field)
    layout.addWidget(note)
    both.setFocusProxy(field)
    return both
