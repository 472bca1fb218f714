"""Lists of ports, volumes and variables to fill in: each line can be changed and taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from davit_desktop.client.run_spec import PortMapping
from davit_desktop.host_ports import LOOPBACK
from davit_desktop.views.fields import CheckBox, Choice
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.text import visible

_SECRET = re.compile(r"PASSWORD|PASSWD|TOKEN|SECRET|KEY", re.IGNORECASE)
_VOLUME_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_VARIABLE = re.compile(r"[^=\s\0]+")


def mark(field: QWidget, *, wrong: bool) -> None:
    """Give a field the look of one that is filled in wrongly, or take it away."""
    if bool(field.property("invalid")) != wrong:
        field.setProperty("invalid", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def is_secret(name: str) -> bool:
    """Whether the value of a variable of this name is not for every eye."""
    return bool(_SECRET.search(name))


class Line(QWidget):
    """One line of a list. `problem` says what is wrong with it, empty for nothing."""

    changed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        self.fields = QHBoxLayout()
        self.fields.setSpacing(6)
        outer.addLayout(self.fields)
        self._words = plain_label("", "red")
        self._words.setWordWrap(True)
        self._words.hide()
        outer.addWidget(self._words)

    def _field(self, name: str, placeholder: str, width: int = 0) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        if width:
            field.setFixedWidth(width)
        field.textChanged.connect(self.changed)
        return field

    def _add_remove(self, words: str) -> None:
        button = IconButton("close", words)
        button.clicked.connect(self.removed)
        self.fields.addWidget(button)

    def say(self, problem: str, *fields: QLineEdit) -> None:
        """Show what is wrong, beside the fields that it is wrong with."""
        self.problem = problem
        self._words.setText(visible(problem))
        self._words.setVisible(bool(problem))
        for field in self.findChildren(QLineEdit):
            mark(field, wrong=bool(problem) and field in fields)


class PortLine(Line):
    """A port of this computer and the port of the container that it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.address = Choice()
        self.address.setAccessibleName("Who can reach it")
        self.address.addItem("This computer only", LOOPBACK)
        self.address.addItem("Your whole network", "0.0.0.0")
        self.host = self._field("Port of this computer", "free port", 100)
        self.container = self._field("Port of the container", "80", 90)
        self.protocol = Choice()
        self.protocol.setAccessibleName("Protocol")
        self.protocol.addItems(["tcp", "udp", "sctp"])
        for widget in (self.address, self.host):
            self.fields.addWidget(widget)
        self.fields.addWidget(plain_label("→", "muted"))
        self.fields.addWidget(self.container)
        self.fields.addWidget(self.protocol)
        self.fields.addStretch(1)
        self._add_remove("Take this port away")
        for box in (self.address, self.protocol):
            box.currentIndexChanged.connect(self.changed)

    def fill(self, port: PortMapping) -> None:
        """Show a port; an address that is neither choice becomes one."""
        address = port.host_ip or LOOPBACK
        if self.address.findData(address) < 0:
            self.address.addItem(f"Address {address}", address)
        self.address.setCurrentIndex(self.address.findData(address))
        self.host.setText(port.host_port)
        self.container.setText(str(port.container_port))
        self.protocol.setCurrentText(port.protocol)

    def port(self) -> PortMapping | None:
        """None, with words, where it cannot be read."""
        host = self.host.text().strip()
        container = self.container.text().strip()
        if not _is_port(container):
            self.say("The container's port is a number from 1 to 65535", self.container)
            return None
        low, _, high = host.partition("-")
        if host and not (_is_port(low) and (not high or _is_port(high))):
            self.say("The port of this computer is a number from 1 to 65535", self.host)
            return None
        self.say("")
        return PortMapping(
            container_port=int(container),
            protocol=self.protocol.currentText(),
            host_ip=str(self.address.currentData()),
            host_port=host,
        )


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) < 65_536


class VolumeLine(Line):
    """A folder of this computer or a named volume, and where the container sees it."""

    def __init__(self, volumes: Sequence[str], target: str = "", source: str = "") -> None:
        super().__init__()
        self._more = ""  # options other than ro, as they were given
        self.source = self._field("Folder or volume", "Folder or name of a volume")
        completer = QCompleter(list(volumes), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.source.setCompleter(completer)
        self.source.setText(source)
        folder = IconButton("folder", "Choose a folder")
        folder.clicked.connect(self._choose)
        self.target = self._field("Path in the container", "/path/in/container")
        self.target.setText(target)
        self.read_only = CheckBox("Read-only")
        self.read_only.toggled.connect(self.changed)
        self.fields.addWidget(self.source, 1)
        self.fields.addWidget(folder)
        self.fields.addWidget(plain_label("→", "muted"))
        self.fields.addWidget(self.target, 1)
        self.fields.addWidget(self.read_only)
        self._add_remove("Take this volume away")

    def fill(self, volume: str) -> None:
        """Show `[source:]target[:options]`."""
        parts = volume.split(":")
        source, target, options = ("", parts[0], "") if len(parts) == 1 else (*parts, "")[:3]
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
            self.say("The path in the container begins with / and is not / itself", self.target)
            return ""
        if source and not source.startswith("/") and not _VOLUME_NAME.fullmatch(source):
            self.say(
                "Give a whole path (/…), or a volume's name of letters, digits, _ . and -",
                self.source,
            )
            return ""
        if ":" in source:
            self.say("A folder with a colon in its path cannot be mounted", self.source)
            return ""
        self.say("")
        options = ",".join(filter(None, ["ro" if self.read_only.isChecked() else "", self._more]))
        if not source:
            return f":{target}" if options else target
        return f"{source}:{target}" + (f":{options}" if options else "")

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Folder to mount", self.source.text())
        if folder:
            self.source.setText(folder)


class VariableLine(Line):
    """A variable of the environment. What looks like a secret is hidden until asked for."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__()
        self.name = self._field("Name of the variable", "NAME")
        completer = QCompleter(sorted(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.value = self._field("Value of the variable", "value")
        self.reveal = IconButton("eye", "Show the value")
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._hide)
        self.name.textChanged.connect(self._hide)
        self.fields.addWidget(self.name, 2)
        self.fields.addWidget(plain_label("=", "muted"))
        self.fields.addWidget(self.value, 3)
        self.fields.addWidget(self.reveal)
        self._add_remove("Take this variable away")
        self._removes = False
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
            self.say("A variable's name has no spaces and no =", self.name)
            return ""
        self.say("")
        if self._removes and not self.value.text():
            return name
        return f"{name}={self.value.text()}"

    def _hide(self) -> None:
        secret = is_secret(self.name.text())
        shown = not secret or self.reveal.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.value.setEchoMode(mode)
        self.reveal.setVisible(secret)
        revealed = self.reveal.isChecked()
        self.reveal.set_icon(
            "eye-off" if revealed else "eye", "Hide the value" if revealed else "Show the value"
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
        self._layout.setSpacing(6)
        self.add_button = TextButton(words, "plus")
        self.add_button.clicked.connect(lambda: self.add().setFocus())
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._layout.addLayout(row)

    def add(self) -> Line:
        """One more line."""
        line = self._make()
        self.lines.append(line)
        self._layout.insertWidget(len(self.lines) - 1, line)
        line.changed.connect(self.changed)
        line.removed.connect(lambda: self.remove(line))
        self.setTabOrder(line, self.add_button)
        first = line.findChild(QLineEdit)
        if first is not None:
            line.setFocusProxy(first)
        self.changed.emit()
        return line

    def remove(self, line: Line) -> None:
        """Take a line away."""
        self.lines.remove(line)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()

    def clear(self) -> None:
        for line in list(self.lines):
            self.remove(line)
