"""The parts of the Run form that are folded away until they are wanted."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from ipaddress import ip_address
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.client.flags import FlagError
from davit_desktop.client.run_command import parse_run
from davit_desktop.client.run_spec import NetworkChoice, RunSpec, RunSpecError
from davit_desktop.client.run_values import cpus_text
from davit_desktop.client.units import format_bytes, parse_bytes
from davit_desktop.state.image_facts import ImageFacts
from davit_desktop.state.run_form import flag_line
from davit_desktop.translation import mark, tr
from davit_desktop.views.fields import Choice, Number, mark_wrong
from davit_desktop.views.run_rows import FlagLine, TextLine
from davit_desktop.views.run_section import (
    Problems,
    Section,
    Surrounds,
    fill_texts,
    read_lines,
    tell,
)
from davit_desktop.views.text import visible

_RESTART = {
    "no": mark("Never"),
    "on-failure": mark("When it fails"),
    "always": mark("Always"),
    "unless-stopped": mark("Unless it was stopped"),
}
_PULL = {
    "missing": mark("When it is not on this computer"),
    "always": mark("Always, for the newest"),
    "never": mark("Never"),
}
_LEAST_MEMORY = 6 << 20  # docker's own lower bound
_CAPABILITY = re.compile(r"[A-Za-z_]+")
_PLATFORM = re.compile(r"[a-z0-9]+/[a-z0-9_]+(/[a-z0-9]+)?")


class NetworkSection(Section):
    """What the container is called in networks, and which it joins."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.network = Choice()
        self.network.setAccessibleName(tr("Network"))
        self.network.addItem(tr("The usual one (bridge)"), "default")
        for name in around.networks:
            if name not in ("bridge", "host", "none"):
                self.network.addItem(visible(name), name)
        self.network.addItem(tr("This computer's own (host)"), "host")
        self.network.addItem(tr("None"), "none")
        self.network.currentIndexChanged.connect(self.changed)
        self.row(tr("Net&work"), self.network)
        self.aliases = self.line_edit(tr("Other names in the network"), tr("db, database"))
        self._aliases_note = self.note("red")
        self.row(tr("Other names there"), self.aliases, self._aliases_note)
        self.hostname = self.line_edit(tr("Host name"), tr("the container's id"))
        self.row(tr("&Host name"), self.hostname)
        self.hosts = self.lines(
            tr("Add host"),
            lambda: TextLine(tr("Host and its address"), "db.example.com:10.0.0.5", _host_problem),
        )
        self.row(tr("Known hosts"), self.hosts)
        self.dns = self.lines(
            tr("Add name server"),
            lambda: TextLine(tr("Address of a name server"), "1.1.1.1", _address_problem),
        )
        self.row(tr("Name servers"), self.dns)

    @override
    def fill(self, spec: RunSpec) -> None:
        first = spec.networks[0] if spec.networks else NetworkChoice()
        simple = first == NetworkChoice(name=first.name, aliases=first.aliases)
        simple = simple and len(spec.networks) < 2 and "=" not in first.name
        name = first.name if simple else "default"
        if self.network.findData(name) < 0:
            self.network.addItem(visible(name), name)
        self.network.setCurrentIndex(self.network.findData(name))
        self.aliases.setText(", ".join(first.aliases) if simple else "")
        self.hostname.setText(spec.hostname)
        fill_texts(self.hosts, spec.add_host)
        fill_texts(self.dns, spec.dns)

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        name = str(self.network.currentData())
        aliases = tuple(part for part in re.split(r"[,\s]+", self.aliases.text()) if part)
        network = NetworkChoice(name=name, aliases=aliases)
        wrong = ""
        if aliases and not network.is_user_defined:
            wrong = tr("Only a network of your own gives other names")
        problems.add(wrong)
        mark_wrong(self.aliases, wrong=bool(wrong))
        tell(self._aliases_note, wrong)
        return {
            "networks": () if network == NetworkChoice() else (network,),
            "hostname": self.hostname.text().strip(),
            "add_host": read_lines(self.hosts, lambda line: str(line.value()), problems),
            "dns": read_lines(self.dns, lambda line: str(line.value()), problems),
        }


def _host_problem(text: str) -> str:
    try:
        (host,) = parse_run(["--add-host", text, "x"]).add_host
    except (FlagError, RunSpecError):
        return tr("Write a name, a colon and an address")
    return "" if host == text else tr("Write it as {text}").format(text=host)


def _address_problem(text: str) -> str:
    try:
        ip_address(text)
    except ValueError:
        return tr("Write an address, such as 1.1.1.1")
    return ""


class LifeSection(Section):
    """When it starts again, and what is left of it."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.restart = Choice()
        self.restart.setAccessibleName(tr("Restart"))
        for policy, words in _RESTART.items():
            self.restart.addItem(tr(words), policy)
        self.restart.currentIndexChanged.connect(self.changed)
        self.retries = Number(tr("Times that it is tried again"), 0, 1000, width=160)
        self.retries.setSpecialValueText(tr("any number of times"))
        self.retries.valueChanged.connect(self.changed)
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.restart)
        layout.addWidget(self.retries)
        layout.addStretch(1)
        both.setFocusProxy(self.restart)
        self.row(tr("&Restart"), both)
        self.remove = self.box(tr("Delete the container, and its unnamed volumes, when it stops"))
        self._note = self.note("red")
        self.row("", self.remove, self._note)
        self.retries.hide()

    @override
    def fill(self, spec: RunSpec) -> None:
        policy, _, retries = spec.restart.partition(":")
        self.restart.setCurrentIndex(max(0, self.restart.findData(policy)))
        number = int(retries) if retries.isdecimal() and len(retries) < 5 else 0
        self.retries.setValue(number)
        self.remove.setChecked(spec.rm)

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        policy = str(self.restart.currentData())
        self.retries.setVisible(policy == "on-failure")
        if policy == "on-failure" and self.retries.value():
            policy = f"{policy}:{self.retries.value()}"
        wrong = ""
        if self.remove.isChecked() and policy != "no":
            wrong = tr("A container that is deleted when it stops cannot be restarted")
        problems.add(wrong)
        tell(self._note, wrong)
        return {"restart": policy, "rm": self.remove.isChecked()}


class LimitSection(Section):
    """How much of the computer it may take."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.cpus = self.line_edit(tr("CPU limit in cores"), tr("all, or 1.5"))
        self._cpus_note = self.note("red")
        self.row(tr("CPU limit (cores)"), self.cpus, self._cpus_note)
        self.memory = self.line_edit(tr("Memory limit"), tr("all, or 512m, 2g"))
        self._memory_note = self.note("red")
        self.row(tr("Memory limit"), self.memory, self._memory_note)

    @override
    def fill(self, spec: RunSpec) -> None:
        self.cpus.setText(cpus_text(spec.nano_cpus) if spec.nano_cpus else "")
        self.memory.setText(format_bytes(spec.memory) if spec.memory else "")

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        return {"nano_cpus": self._read_cpus(problems), "memory": self._read_memory(problems)}

    def _read_cpus(self, problems: Problems) -> int:
        text = self.cpus.text().strip().replace(",", ".")
        nano, words = 0, ""
        if text:
            try:
                nano = int(Decimal(text) * 10**9) if len(text) < 20 else -1
            except (InvalidOperation, ValueError, OverflowError):
                nano = -1
            if not 10_000_000 <= nano <= 10**15:
                words = tr("The CPU limit is a number of cores, such as 1.5")
        problems.add(words)
        mark_wrong(self.cpus, wrong=bool(words))
        tell(self._cpus_note, words)
        return 0 if words else nano

    def _read_memory(self, problems: Problems) -> int:
        text = self.memory.text().strip()
        size, words = 0, ""
        if text:
            try:
                size = parse_bytes(text)
            except ValueError:
                size = -1
            if size < _LEAST_MEMORY:
                words = tr("The memory limit is a size of at least 6m, such as 512m or 2g")
        problems.add(words)
        mark_wrong(self.memory, wrong=bool(words))
        tell(self._memory_note, words)
        return 0 if words else size


class ProcessSection(Section):
    """As whom and where the process runs."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.user = self.line_edit(tr("User"), tr("as the image says"))
        self.row(tr("&User"), self.user)
        self.workdir = self.line_edit(tr("Working folder"), tr("as the image says"))
        self.row(tr("Working &folder"), self.workdir)
        self.tty = self.box(tr("Give it a terminal (-t)"))
        self.interactive = self.box(tr("Keep its input open (-i)"))
        self.init = self.box(tr("Run a small init process first, which clears away zombies"))
        for box in (self.tty, self.interactive, self.init):
            self.row("", box)

    @override
    def fill(self, spec: RunSpec) -> None:
        self.user.setText(spec.user)
        self.workdir.setText(spec.workdir)
        self.tty.setChecked(spec.tty)
        self.interactive.setChecked(spec.interactive)
        self.init.setChecked(bool(spec.init))

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        return {
            "user": self.user.text().strip(),
            "workdir": self.workdir.text().strip(),
            "tty": self.tty.isChecked(),
            "interactive": self.interactive.isChecked(),
            "init": True if self.init.isChecked() else None,
        }

    @override
    def show_facts(self, facts: ImageFacts | None) -> None:
        unknown = tr("as the image says")
        self.user.setPlaceholderText(visible(facts.user or "root") if facts else unknown)
        self.workdir.setPlaceholderText(visible(facts.workdir or "/") if facts else unknown)


class SecuritySection(Section):
    """What it may do beyond the usual, and what it may not."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.read_only = self.box(
            tr("Make its own file system read-only; volumes stay as they are")
        )
        self.row("", self.read_only)
        self.add = self.line_edit(tr("Capabilities it gets"), "NET_ADMIN, SYS_PTRACE")
        self._add_note = self.note("red")
        self.row(tr("Capabilities to add"), self.add, self._add_note)
        self.drop = self.line_edit(tr("Capabilities it loses"), "ALL")
        self._drop_note = self.note("red")
        self.row(tr("Capabilities to drop"), self.drop, self._drop_note)
        self.privileged = self.box(tr("Privileged"))
        warning = self.note("amber")
        tell(
            warning,
            tr(
                "It may do whatever root may on the computer that the engine runs on: see every "
                "device, change the kernel's settings, leave the container. Only for images you "
                "trust as much as that computer's administrator."
            ),
        )
        self.row("", self.privileged, warning)

    @override
    def fill(self, spec: RunSpec) -> None:
        self.read_only.setChecked(spec.read_only)
        self.add.setText(", ".join(name.removeprefix("CAP_") for name in spec.cap_add))
        self.drop.setText(", ".join(name.removeprefix("CAP_") for name in spec.cap_drop))
        self.privileged.setChecked(spec.privileged)

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        found: dict[str, Any] = {
            "read_only": self.read_only.isChecked(),
            "privileged": self.privileged.isChecked(),
        }
        for key, field, note in (
            ("cap_add", self.add, self._add_note),
            ("cap_drop", self.drop, self._drop_note),
        ):
            names = [name for name in re.split(r"[,\s]+", field.text()) if name]
            wrong = next((name for name in names if not _CAPABILITY.fullmatch(name)), "")
            words = tr("{name} is not a capability").format(name=wrong) if wrong else ""
            problems.add(words)
            mark_wrong(field, wrong=bool(wrong))
            tell(note, words)
            argv = [word for name in names for word in (f"--{key.replace('_', '-')}", name)]
            found[key] = getattr(parse_run([*argv, "x"]), key) if not wrong else ()
        return found


class LabelSection(Section):
    """Notes that tools and people find on the container."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.labels_list = self.lines(
            tr("Add label"), lambda: TextLine(tr("Label"), "com.example.key=value", _label_problem)
        )
        self.row(tr("Labels"), self.labels_list)

    @override
    def fill(self, spec: RunSpec) -> None:
        fill_texts(self.labels_list, [f"{key}={value}" for key, value in spec.labels.items()])

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        texts = read_lines(self.labels_list, lambda line: str(line.value()), problems)
        pairs = [text.partition("=") for text in texts]
        return {"labels": {key: value for key, _, value in pairs}}


def _label_problem(text: str) -> str:
    return "" if text.partition("=")[0] else tr("Write a label as name=value")


class PlatformSection(Section):
    """Which of an image's variants, and when it is fetched again."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.platform = self.line_edit(tr("Platform"), tr("this computer's, or linux/arm64"))
        self._note = self.note("red")
        self.row(tr("&Platform"), self.platform, self._note)
        self.pull = Choice()
        self.pull.setAccessibleName(tr("Pull the image"))
        for policy, words in _PULL.items():
            self.pull.addItem(tr(words), policy)
        self.pull.currentIndexChanged.connect(self.changed)
        self.row(tr("Pu&ll the image"), self.pull)

    @override
    def fill(self, spec: RunSpec) -> None:
        self.platform.setText(spec.platform)
        self.pull.setCurrentIndex(max(0, self.pull.findData(spec.pull)))

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        platform = self.platform.text().strip()
        wrong = bool(platform) and not _PLATFORM.fullmatch(platform)
        words = tr("A platform is written as linux/amd64 or linux/arm64") if wrong else ""
        problems.add(words)
        mark_wrong(self.platform, wrong=wrong)
        tell(self._note, words)
        return {"platform": platform, "pull": str(self.pull.currentData())}


class FlagSection(Section):
    """What the form has no field for, as flags of docker run."""

    def __init__(self, around: Surrounds) -> None:
        super().__init__(around)
        self.flags = self.lines(tr("Add flag"), FlagLine)
        note = self.note()
        tell(note, tr("Everything else that docker run knows, one flag on each line."))
        self.row(tr("Also"), self.flags, note)

    def show_flags(self, flags: list[str]) -> None:
        fill_texts(self.flags, flags)

    @override
    def fill(self, spec: RunSpec) -> None:
        """Flags are shown by `show_flags`, when it is known what the other sections show."""

    @override
    def read(self, problems: Problems) -> dict[str, Any]:
        return {}

    @property
    def text(self) -> str:
        """All of them on one line."""
        lines = [line for line in self.flags.lines if isinstance(line, TextLine)]
        return " ".join(line.text.text() for line in lines)

    def spec(self, problems: Problems) -> RunSpec:
        """What the flags ask for, of no image in particular."""
        texts = read_lines(self.flags, lambda line: str(line.value()), problems)
        words = [word for text in texts for word in flag_line(text)[0]]
        try:
            return parse_run([*words, "x"])
        except (FlagError, RunSpecError) as error:
            text = str(error)
            problems.add(text[:1].upper() + text[1:])
            return RunSpec(image="x")
