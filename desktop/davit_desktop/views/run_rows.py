"""Lists of ports, volumes and variables to fill in: each line can be changed and taken away."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.client.run_spec import PortMapping
from davit_desktop.host_ports import LOOPBACK
from davit_desktop.state.run_form import flag_line, generated_password
from davit_desktop.state.run_presets import holds_secret
from davit_desktop.translation import tr
from davit_desktop.views.fields import CheckBox, Choice, mark_wrong
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible

_VOLUME_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_VARIABLE = re.compile(r"[^=\s\0]+")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class Line(QWidget):
    """One line of a list. `problem` says what is wrong with it, empty for nothing."""

    changed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = ""
        self._wrong: tuple[QLineEdit, ...] = ()
        self._fix: Callable[[], None] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(8)
        outer.addLayout(self.fields)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        self._words = plain_label("", "red")
        self._words.setWordWrap(True)
        self.fix_button = TextButton("", look="link")
        self.fix_button.setAutoDefault(False)
        self.fix_button.clicked.connect(self._mend)
        below.addWidget(self._words, 1)
        below.addWidget(self.fix_button, 0, Qt.AlignmentFlag.AlignTop)
        self._below.hide()
        outer.addWidget(self._below)

    def _field(self, name: str, placeholder: str, width: int = 0) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        field.setToolTip(name)
        if width:
            field.setFixedWidth(width)
        field.textChanged.connect(self.changed)
        return field

    def _add_remove(self, words: str) -> None:
        button = IconButton("close", words)
        button.clicked.connect(self.removed)
        self.fields.addWidget(button)

    def say(
        self,
        problem: str,
        *fields: QLineEdit,
        fix: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show what is wrong, beside the fields that it is wrong with, and a way to mend it."""
        self.problem = problem
        self._words.setText(visible(problem))
        self._below.setVisible(bool(problem))
        self._fix = fix[1] if fix else None
        self.fix_button.setVisible(fix is not None)
        if fix:
            self.fix_button.setText(fix[0])
            self.fix_button.setAccessibleName(fix[0])
        for field in self._wrong:
            mark_wrong(field, wrong=bool(problem) and field in fields)
        self._wrong = fields if problem else ()
        for field in self._wrong:
            mark_wrong(field, wrong=True)

    def _mend(self) -> None:
        if self._fix is not None:
            self._fix()


class PortLine(Line):
    """A port of this computer and the port of the container that it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.address = Choice()
        self.address.setAccessibleName(tr("Who can reach it"))
        self.address.setToolTip(tr("Who can reach it"))
        self.address.addItem(tr("This computer only"), LOOPBACK)
        self.address.addItem(tr("Your whole network"), "0.0.0.0")
        self.address.setMinimumWidth(128)  # where words are long and the screen is small
        self.host = self._field(tr("Port of this computer"), tr("free port"), 96)
        self.container = self._field(tr("Port of the container"), "80", 76)
        self.protocol = Choice()
        self.protocol.setAccessibleName(tr("Protocol"))
        self.protocol.addItems(["tcp", "udp", "sctp"])
        for widget in (self.address, self.host):
            self.fields.addWidget(widget)
        self.fields.addWidget(plain_label("→", "muted"))
        self.fields.addWidget(self.container)
        self.fields.addWidget(self.protocol)
        self.fields.addStretch(1)
        self._add_remove(tr("Take this port away"))
        for box in (self.address, self.protocol):
            box.currentIndexChanged.connect(self.changed)

    def fill(self, port: PortMapping) -> None:
        """Show a port; an address that is neither choice becomes one."""
        if self.address.findData(port.host_ip) < 0:
            words = tr("As the engine decides")
            if port.host_ip:
                words = tr("Address {address}").format(address=port.host_ip)
            self.address.addItem(visible(words), port.host_ip)
        self.address.setCurrentIndex(self.address.findData(port.host_ip))
        self.host.setText(port.host_port)
        self.container.setText(str(port.container_port))
        self.protocol.setCurrentText(port.protocol)

    def port(self) -> PortMapping | None:
        """None, with words, where it cannot be read."""
        host = self.host.text().strip()
        container = self.container.text().strip()
        if not _is_port(container):
            self.say(tr("The container's port is a number from 1 to 65535"), self.container)
            return None
        low, _, high = host.partition("-")
        if host and not (_is_port(low) and (not high or _is_port(high))):
            self.say(tr("The port of this computer is a number from 1 to 65535"), self.host)
            return None
        self.say("")
        return PortMapping(
            container_port=int(container),
            protocol=self.protocol.currentText(),
            host_ip=str(self.address.currentData()),
            host_port=host,
        )


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 6 and 0 < int(text) < 65_536


class VolumeLine(Line):
    """A folder of this computer or a named volume, and where the container sees it."""

    def __init__(self, volumes: Sequence[str], target: str = "", source: str = "") -> None:
        super().__init__()
        self._more = ""  # options other than ro, as they were given
        self.source = self._field(
            tr("Folder of this computer, or name of a volume"), tr("Folder, or name of a volume")
        )
        completer = QCompleter(list(volumes), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.source.setCompleter(completer)
        self.source.setText(source)
        folder = IconButton("folder", tr("Choose a folder of this computer"))
        folder.clicked.connect(self._choose)
        self.target = self._field(tr("Path in the container"), tr("/path/in/container"))
        self.target.setText(target)
        self.read_only = CheckBox(tr("Read-only"))
        self.read_only.toggled.connect(self.changed)
        self.fields.addWidget(self.source, 3)
        self.fields.addWidget(folder)
        self.fields.addWidget(self._picker(volumes))
        self.fields.addWidget(plain_label("→", "muted"))
        self.fields.addWidget(self.target, 2)
        self.fields.addWidget(self.read_only)
        self._add_remove(tr("Take this volume away"))

    def _picker(self, volumes: Sequence[str]) -> IconButton:
        button = IconButton("volumes", tr("Choose a volume that exists"))
        menu = QMenu(button)
        for name in volumes:
            entry = menu.addAction(visible(name).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, name=name: self.source.setText(name))
        if not volumes:
            menu.addAction(tr("There are no volumes yet")).setEnabled(False)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def fill(self, volume: str) -> None:
        """Show `[source:]target[:options]`."""
        source, target, options = _parts(volume)
        chosen = [option for option in options.split(",") if option]
        self.source.setText(source)
        self.target.setText(target)
        self.read_only.setChecked("ro" in chosen)
        self._more = ",".join(option for option in chosen if option not in ("ro", "rw"))

    def volume(self) -> str:
        """Empty, with words, where it cannot be read."""
        source, target = self.source.text().strip(), self.target.text().strip()
        if (
            not target.startswith("/")
            or ":" in target
            or PurePosixPath(target) == PurePosixPath("/")
        ):
            self.say(tr("The path in the container begins with / and is not / itself"), self.target)
            return ""
        on_drive = os.name == "nt" and _DRIVE.match(source) is not None
        if (
            source
            and not (source.startswith("/") or on_drive)
            and not _VOLUME_NAME.fullmatch(source)
        ):
            self.say(
                tr("Give a whole path (/…), or a volume's name of letters, digits, _ . and -"),
                self.source,
            )
            return ""
        if ":" in source[2 if on_drive else 0 :]:
            self.say(tr("A folder with a colon in its path cannot be mounted"), self.source)
            return ""
        self.say("")
        options = ",".join(filter(None, ["ro" if self.read_only.isChecked() else "", self._more]))
        if not source:
            return f":{target}" if options else target
        return f"{source}:{target}" + (f":{options}" if options else "")

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder to mount"), self.source.text())
        if folder:
            self.source.setText(folder)


def _parts(volume: str) -> tuple[str, str, str]:
    drive = volume[:2] if _DRIVE.match(volume) else ""
    parts = volume.removeprefix(drive).split(":", 2)
    if len(parts) == 1:
        return "", drive + parts[0], ""
    return drive + parts[0], parts[1], parts[2] if len(parts) > 2 else ""


class VariableLine(Line):
    """A variable of the environment. What looks like a secret is hidden until asked for."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__()
        self.asked = False  # a secret that was left out of a preset
        self.name = self._field(tr("Name of the variable"), tr("NAME"))
        completer = QCompleter(sorted(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.value = self._field(tr("Value of the variable"), tr("value"))
        self.reveal = IconButton("eye", tr("Show the value"))
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._hide)
        self.copy = IconButton("copy", tr("Copy the value"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.value.text()))
        self.generate = IconButton("refresh", tr("Generate a password"))
        self.generate.clicked.connect(lambda: self.value.setText(generated_password()))
        self.fields.addWidget(self.name, 2)
        self.fields.addWidget(plain_label("=", "muted"))
        self.fields.addWidget(self.value, 3)
        for button in (self.reveal, self.copy, self.generate):
            self.fields.addWidget(button)
        self._add_remove(tr("Take this variable away"))
        self._removes = False
        for field in (self.name, self.value):
            field.textChanged.connect(self._hide)
        self._hide()

    def fill(self, text: str) -> None:
        """Show NAME=value, or a bare NAME, which takes the image's variable away."""
        name, separator, value = text.partition("=")
        self._removes = not separator
        self.name.setText(name)
        self.value.setText(value)

    def variable(self) -> str:
        """Empty, with words, where it cannot be read."""
        name = self.name.text().strip()
        if not _VARIABLE.fullmatch(name):
            self.say(tr("A variable's name has no spaces and no ="), self.name)
            return ""
        if self.asked and not self.value.text():
            self.say(
                tr("{name} is a secret, and secrets are not kept: give its value again").format(
                    name=name
                ),
                self.value,
                fix=(tr("Generate a password"), self.generate.click),
            )
            return ""
        self.say("")
        if self._removes and not self.value.text():
            return name
        return f"{name}={self.value.text()}"

    def _hide(self) -> None:
        secret = holds_secret(f"{self.name.text()}={self.value.text() or 'x'}")
        shown = not secret or self.reveal.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        if self.value.echoMode() != mode:
            self.value.setEchoMode(mode)
        for button in (self.reveal, self.copy, self.generate):
            button.setVisible(secret)
        revealed = self.reveal.isChecked()
        self.reveal.set_icon(
            "eye-off" if revealed else "eye",
            tr("Hide the value") if revealed else tr("Show the value"),
        )


class TextLine(Line):
    """One value of a list, checked by `check`, which says what is wrong with it."""

    def __init__(self, name: str, placeholder: str, check: Callable[[str], str]) -> None:
        super().__init__()
        self._check = check
        self.text = self._field(name, placeholder)
        self.fields.addWidget(self.text, 1)
        self._add_remove(tr("Take this line away"))

    def fill(self, text: str) -> None:
        self.text.setText(text)

    def value(self) -> str:
        """Empty, with words, where it cannot be read."""
        text = self.text.text().strip()
        problem = self._check(text)
        self.say(problem, self.text)
        return "" if problem else text


class FlagLine(TextLine):
    """A flag of docker run that the form has no field for, as on a command line."""

    def __init__(self) -> None:
        super().__init__(
            tr("Flag of docker run"), "--ulimit nofile=1024", lambda text: flag_line(text)[1]
        )


class Lines(QWidget):
    """Any number of lines of one kind, and a button for one more."""

    changed = Signal()

    def __init__(self, words: str, make: Callable[[], Line]) -> None:
        super().__init__()
        self._make = make
        self.lines: list[Line] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.add_button = TextButton(words, "plus")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.add().setFocus())
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.add_button)
        self.buttons.addStretch(1)
        self._layout.addLayout(self.buttons)
        self.setFocusProxy(self.add_button)

    def add(self) -> Line:
        """One more line."""
        line = self._make()
        before = _tab_before(self.add_button)
        self.lines.append(line)
        self._layout.insertWidget(len(self.lines) - 1, line)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self.remove(line, to_button=True))
        self._order_tabs(line, before)
        first = line.findChild(QLineEdit)
        if first is not None:
            line.setFocusProxy(first)
        self.changed.emit()
        return line

    def _order_tabs(self, line: Line, before: QWidget) -> None:
        """A new line comes last in the window's order; it belongs before the button."""
        places = [line.fields.itemAt(place) for place in range(line.fields.count())]
        widgets = [item.widget() for item in places if item is not None]
        for widget in (*widgets, line.fix_button):
            if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(before, widget)
                before = widget
        self.setTabOrder(before, self.add_button)

    def remove(self, line: Line, *, to_button: bool = False) -> None:
        """Take a line away; the focus goes where another can be made."""
        self.lines.remove(line)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()
        if to_button:
            self.add_button.setFocus()
        self.changed.emit()

    def clear(self) -> None:
        for line in list(self.lines):
            self.remove(line)


def _tab_before(widget: QWidget) -> QWidget:
    """What Tab leaves to come to the widget; a tab order cannot begin at anything else."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and before.focusProxy() is None:
            return before
        before = before.previousInFocusChain()
    return widget
