"""The part of the Run form that everybody fills in, proposed from what the image says."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QFileDialog, QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from davit_desktop import host_ports
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_command import environment
from davit_desktop.client.run_spec import PortMapping, RunSpec, RunSpecError
from davit_desktop.state.image_facts import ImageFacts, SearchHit, volume_name
from davit_desktop.state.known_images import KnownImage, known_image
from davit_desktop.state.run_form import (
    free_name,
    generated_password,
    image_problem,
    name_problem,
    proposed_name,
)
from davit_desktop.translation import tr
from davit_desktop.views.fields import mark_wrong
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.port_holder import PortHolders
from davit_desktop.views.run_rows import Line, PortLine, VariableLine, VolumeLine
from davit_desktop.views.run_section import (
    Problems,
    Section,
    Surrounds,
    read_lines,
    read_words,
    tell,
)
from davit_desktop.views.text import visible

_PAUSE_MS = 150  # after the last key before an image's facts are asked for
_MOST = 20  # ports and volumes proposed
_MOST_HITS = 25


class Basics(Section):
    """Image, name, ports, volumes, environment and command.

    `image_chosen` asks for the facts of a local image, `search_wanted` for a search in
    registries: `set_facts` and `show_hits` take the answers.
    """

    image_chosen = Signal(str)
    search_wanted = Signal(str)
    facts_gone = Signal()  # another image was named

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self._facts: ImageFacts | None = None
        self._facts_of = ""
        self._as_given = ""  # an image that came with all it needs: nothing is proposed for it
        self._proposed: list[Line] = []
        self._proposed_name = ""
        self._proposed_command = ""
        self._proposing = False
        self._holders = PortHolders(self)
        self._holders.found.connect(self.changed)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look_at_image)
        self._build()

    # What others call

    @override
    def fill(self, spec: RunSpec) -> None:
        """Show a spec; nothing is proposed for its image any more."""
        self._proposed.clear()
        self._as_given = spec.image.strip()
        self._proposed_command = ""
        self.image.setText(spec.image)
        self.name.setText(spec.name)
        self._proposed_name = ""
        self._name_is_mine = bool(spec.name)
        self.ports.clear()
        for port in spec.ports:
            self._add_port(port)
        self.volumes.clear()
        for volume in spec.volumes:
            self._add_volume(volume)
        self.variables.clear()
        for variable in spec.env:
            self._add_variable(variable)
        self.entrypoint.setText(spec.entrypoint or "")
        self.command.setText(shlex.join(spec.command))

    def set_around(self, around: Surrounds) -> None:
        """Images, names and ports have changed."""
        if around.images != self.around.images:
            self._images.setStringList(list(around.images))
            self._timer.start()  # the image may be here by now
        self.around = around

    def ask_for(self, names: tuple[str, ...]) -> None:
        """These variables need a value before it can run."""
        for line in self.variables.lines:
            if isinstance(line, VariableLine) and line.name.text() in names:
                line.asked = True

    def set_facts(self, image: str, facts: ImageFacts) -> None:
        """Answer to `image_chosen`: propose what the image declares."""
        if image != self.image.text().strip() or self._facts_of == image:
            return
        self._facts_of = image
        self._facts = facts
        self.command.setPlaceholderText(visible(shlex.join(facts.command)) or tr("none"))
        self.entrypoint.setPlaceholderText(visible(shlex.join(facts.entrypoint)) or tr("none"))
        self._propose(facts.ports, facts.volumes, {text.partition("=")[0] for text in facts.env})

    def show_hits(self, hits: list[SearchHit], problem: str = "") -> None:
        """Answer to `search_wanted`: a menu of images, or why there is none."""
        self.search.setEnabled(True)
        if problem or not hits:
            tell(self._image_note, problem or tr("No registry has an image of this name."))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for hit in hits[:_MOST_HITS]:
            words = [hit.name, tr("official") if hit.official else "", f"★ {hit.stars}"]
            words.append(hit.description[:60])
            text = "   ".join(word for word in words if word)
            entry = menu.addAction(visible(text).replace("&", "&&"))
            entry.triggered.connect(lambda _=False, name=hit.name: self.choose(name))
        menu.popup(self.image.mapToGlobal(self.image.rect().bottomLeft()))

    def choose(self, image: str) -> None:
        """Take this image."""
        self.image.setText(image)
        self.image.setFocus()

    def is_local(self, image: str) -> bool:
        return image in self.around.images or _tagged(image) in self.around.images

    @property
    def touched(self) -> bool:
        """Whether there is more in it than the image and what was proposed for it."""
        lines = [*self.ports.lines, *self.volumes.lines, *self.variables.lines]
        if self._name_is_mine or any(line not in self._proposed for line in lines):
            return True
        return bool(self.entrypoint.text()) or self.command.text() != self._proposed_command

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        env = read_lines(self.variables, lambda line: str(line.variable()), problems)
        self._warn_of_missing()
        return {
            "image": self._read_image(problems),
            "name": self._read_name(problems),
            "ports": self._read_ports(problems),
            "volumes": read_lines(self.volumes, lambda line: str(line.volume()), problems),
            "env": env,
            "entrypoint": self.entrypoint.text() or None,
            "command": read_words(self.command, tr("Command"), problems),
        }

    # Building

    def _build(self) -> None:
        self.image = self.line_edit(tr("Image"), "nginx, ghcr.io/owner/name:tag")
        self._images = QStringListModel(list(self.around.images), self)
        completer = QCompleter(self._images, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.image.setCompleter(completer)
        self.image.textChanged.connect(self._image_changed)
        self.search = IconButton("search", tr("Search registries for this name"))
        self.search.clicked.connect(self._search)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.image, 1)
        row.addWidget(self.search)
        both.setFocusProxy(self.image)
        self._image_note = self.note()
        self.row(tr("&Image"), both, self._image_note)
        self.name = self.line_edit(tr("Name"), tr("chosen for you"))
        self._name_is_mine = False
        self.name.textEdited.connect(self._name_typed)
        self._name_line = _Said(self.name)
        self.row(tr("&Name"), self._name_line)
        self.ports = self.lines(tr("Add port"), PortLine)
        self.row(tr("Ports"), self.ports)
        self.volumes = self.lines(
            tr("Add volume or folder"), lambda: VolumeLine(self.around.volumes)
        )
        self.row(tr("Volumes"), self.volumes)
        self.variables = self.lines(tr("Add variable"), lambda: VariableLine(self._known_names()))
        from_file = TextButton(tr("Add from env file…"), "folder")
        from_file.setAutoDefault(False)
        from_file.clicked.connect(self._choose_env_file)
        self.variables.buttons.insertWidget(1, from_file)
        self._missing = _Said(self.variables)
        self.row(tr("Environment"), self._missing)
        self.command = self.line_edit(tr("Command"), tr("as the image says"))
        self.row(tr("&Command"), self.command)
        self.entrypoint = self.line_edit(tr("Entrypoint"), tr("as the image says"))
        self.row(tr("&Entrypoint"), self.entrypoint)

    def _known_names(self) -> set[str]:
        names = {text.partition("=")[0] for text in self._facts.env} if self._facts else set()
        return names | {variable.name for variable in self._known.variables}

    @property
    def _known(self) -> KnownImage:
        return known_image(self.image.text().strip())

    # Proposals

    def _image_changed(self) -> None:
        image = self.image.text().strip()
        if self._facts_of and image != self._facts_of:
            self._facts = None
            self._facts_of = ""
            self.facts_gone.emit()
            for field in (self.command, self.entrypoint):
                field.setPlaceholderText(tr("as the image says"))
        self._timer.start()

    def _look_at_image(self) -> None:
        if not self.isVisible():
            return
        image = self.image.text().strip()
        self._propose_name(image)
        if not image or image == self._facts_of:
            return
        if self.is_local(image):
            self.image_chosen.emit(image)
        elif not image_problem(image):
            self._propose(tuple((port, "tcp") for port in self._known.ports), (), set())

    def _name_typed(self) -> None:
        self._name_is_mine = True

    def _propose_name(self, image: str) -> None:
        if not self._name_is_mine and image != self._as_given:
            self.name.setText(
                "" if image_problem(image) else proposed_name(image, self.around.names)
            )

    def _propose(
        self, ports: tuple[tuple[int, str], ...], volumes: tuple[str, ...], has: set[str]
    ) -> None:
        image = self.image.text().strip()
        self._proposing = True
        for line in self._proposed:
            for lines in (self.ports, self.volumes, self.variables):
                if line in lines.lines:
                    lines.remove(line)
        self._proposed.clear()
        if self.command.text() == self._proposed_command:
            self.command.clear()
        self._proposed_command = ""
        if image != self._as_given:
            self._propose_ports(ports)
            self._propose_volumes(image, volumes)
            self._propose_variables(has)
            if not self.command.text() and self._known.command:
                self._proposed_command = self._known.command
                self.command.setText(self._known.command)
        self._proposing = False
        self.changed.emit()

    def _propose_ports(self, ports: tuple[tuple[int, str], ...]) -> None:
        given = {line.container.text() for line in self.ports.lines if isinstance(line, PortLine)}
        asked: list[int] = [
            int(line.host.text())
            for line in self.ports.lines
            if isinstance(line, PortLine) and line.host.text().isdecimal()
        ]
        for number, protocol in ports[:_MOST]:
            if str(number) in given:
                continue
            host = 0
            if self.around.local:
                host = host_ports.propose(number, protocol, self.around.published, taken=asked)
                asked.append(host)
            port = PortMapping(
                container_port=number,
                protocol=protocol,
                host_ip=host_ports.LOOPBACK,
                host_port=str(host) if host else "",
            )
            self._proposed_line(self._add_port(port))

    def _propose_volumes(self, image: str, volumes: tuple[str, ...]) -> None:
        given = {line.target.text() for line in self.volumes.lines if isinstance(line, VolumeLine)}
        for target in volumes[:_MOST]:
            if target not in given:
                line = self._add_volume(f"{volume_name(image, target)}:{target}")
                self._proposed_line(line)

    def _propose_variables(self, has: set[str]) -> None:
        given = {
            line.name.text() for line in self.variables.lines if isinstance(line, VariableLine)
        }
        known = self._known
        if given & set(known.others):
            return
        for variable in known.proposed:
            if variable.name not in given | has:
                value = generated_password() if variable.secret else variable.value
                line = self._add_variable(f"{variable.name}={value}")
                line.name.setToolTip(tr(variable.use))
                self._proposed_line(line)

    def _proposed_line(self, line: Line) -> None:
        self._proposed.append(line)

        def keep() -> None:
            if not self._proposing and line in self._proposed:
                self._proposed.remove(line)

        line.changed.connect(keep)

    def _add_port(self, port: PortMapping) -> PortLine:
        line = self.ports.add()
        assert isinstance(line, PortLine)
        line.fill(port)
        return line

    def _add_volume(self, volume: str) -> VolumeLine:
        line = self.volumes.add()
        assert isinstance(line, VolumeLine)
        line.fill(volume)
        return line

    def _add_variable(self, variable: str) -> VariableLine:
        line = self.variables.add()
        assert isinstance(line, VariableLine)
        line.fill(variable)
        return line

    # Reading

    def _read_image(self, problems: Problems) -> str:
        image = self.image.text().strip()
        note = wrong = ""
        if not image:
            problems.add(tr("Choose an image"))
        else:
            note = wrong = image_problem(image)
            if not wrong and not self.is_local(image):
                note = tr("Not on this computer yet: it is pulled first.")
        problems.add(wrong)
        mark_wrong(self.image, wrong=bool(wrong))
        tell(self._image_note, note)
        self.search.setEnabled(len(image) > 1)
        return image

    def _read_name(self, problems: Problems) -> str:
        name = self.name.text().strip()
        wrong = name_problem(name, self.around.names)
        fix = None
        if wrong and name in self.around.names:
            other = free_name(name, self.around.names)
            fix = (
                tr("Use {name}").format(name=visible(other)),
                lambda: self.name.setText(other),
            )
        problems.add(wrong)
        self._name_line.say(wrong, self.name, fix=fix)
        return name

    def _read_ports(self, problems: Problems) -> tuple[PortMapping, ...]:
        ports: list[PortMapping] = []
        asked: set[tuple[str, str]] = set()
        for line in self.ports.lines:
            assert isinstance(line, PortLine)
            port = line.port()
            if port is None:
                problems.add(line.problem)
                continue
            ports.append(port)
            if not port.host_port:
                continue
            key = (port.host_port, port.protocol)
            if key in asked:
                words = tr("Port {port} is asked for twice").format(port=port.host_port)
                line.say(words, line.host, fix=self._other_port(line, port))
            elif self.around.local and port.host_port.isdecimal():
                self._check_port(line, port)
            asked.add(key)
            problems.add(line.problem)
        return tuple(ports)

    def _check_port(self, line: PortLine, port: PortMapping) -> None:
        wanted = host_ports.Port(int(port.host_port), port.protocol, port.host_ip)
        if host_ports.is_free(wanted, self.around.published):
            return
        words = host_ports.taken(wanted, self.around.published, self._holders.of(wanted))
        line.say(words, line.host, fix=self._other_port(line, port))

    def _other_port(
        self, line: PortLine, port: PortMapping
    ) -> tuple[str, Callable[[], None]] | None:
        asked = [
            int(other.host.text())
            for other in self.ports.lines
            if isinstance(other, PortLine) and other.host.text().isdecimal()
        ]
        if not self.around.local or not port.host_port.isdecimal():
            return None
        wanted = max(int(port.host_port), 1024)
        free = host_ports.propose(
            wanted, port.protocol, self.around.published, taken=asked, address=port.host_ip
        )
        if not free:
            return None
        return tr("Use {port}").format(port=free), lambda: line.host.setText(str(free))

    def _warn_of_missing(self) -> None:
        lines = [line for line in self.variables.lines if isinstance(line, VariableLine)]
        has = {line.name.text().strip() for line in lines}
        has |= {text.partition("=")[0] for text in (self._facts.env if self._facts else ())}
        missing = self._known.missing(has)
        if not missing:
            self._missing.say("")
            return
        first = missing[0]
        words = tr("The image does not start without {name}: {use}").format(
            name=first.name, use=tr(first.use)
        )

        def add() -> None:
            value = generated_password() if first.secret else first.value
            self._add_variable(f"{first.name}={value}").value.setFocus()

        self._missing.say(words, fix=(tr("Add {name}").format(name=first.name), add))

    # What a person does

    def _search(self) -> None:
        text = self.image.text().strip()
        if text:
            tell(self._image_note, tr("Searching…"))
            self.search.setEnabled(False)
            self.search_wanted.emit(text)

    def _choose_env_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Env file"))
        if path:
            self.add_env_file(path)

    def add_env_file(self, path: str) -> None:
        """A line for each variable of the file."""
        try:
            entries = environment([], [path], self.around.surroundings)
        except RunSpecError as error:
            self._missing.say(tr("Cannot read the env file: {why}").format(why=error))
            return
        given = {
            line.name.text(): line
            for line in self.variables.lines
            if isinstance(line, VariableLine)
        }
        for entry in entries:
            name = entry.partition("=")[0]
            if name in given:
                given[name].fill(entry)
            else:
                self._add_variable(entry)


class _Said(Line):
    """A field with room for words, and a way to mend what they say, beneath it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.fields.addWidget(field, 1)
        self.setFocusProxy(field)


def _tagged(image: str) -> str:
    try:
        return parse_reference(image).tagged().familiar()
    except InvalidReference:
        return image
