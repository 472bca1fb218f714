"""Settings of the engine: changed here over a machine, elsewhere only told."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Phase, Session
from davit_desktop.state import engine_settings as lists
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.fields import mark_wrong
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.settings_rows import Section
from davit_vm.config import MachineConfig

_FAILURE = mark("Cannot change the engine's settings")
_SET_HERE = frozenset({"http_proxy", "https_proxy", "no_proxy", "engine"})


class Field(QWidget):
    """A line of text that is judged when it is left; `entered` carries one that may be kept."""

    entered = Signal(str)

    def __init__(self, placeholder: str, judge: Callable[[str], str]) -> None:
        super().__init__()
        self._judge = judge
        self._shown = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setMaxLength(4096)
        self.wrong = wrapped("", "red")
        self.wrong.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.line)
        rows.addWidget(self.wrong)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._finished)
        self.line.textEdited.connect(lambda _: self._tell(""))

    def name(self, name: str, hint: str) -> None:
        """Say what it is to somebody who hears the page."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(hint)

    def show_text(self, text: str) -> None:
        """Follow what is set, unless a person is just writing."""
        if text != self._shown or not self.line.isModified():
            self._shown = text
            self.line.setText(text)
            self._tell("")

    def _finished(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            self._tell("")
            return
        wrong = self._judge(text)
        self._tell(wrong)
        if not wrong:
            self._shown = text
            self.line.setModified(False)
            self.entered.emit(text)

    def _tell(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        mark_wrong(self.line, wrong=bool(wrong))


class MachineEngineSettings(QWidget):
    """Owns the sections over a machine; each change is sent when its field is left."""

    problem = Signal(object)
    settled = Signal(str)  # the title of a problem that is over
    said = Signal(str, str)
    restart_wanted = Signal()
    resources_wanted = Signal()

    def __init__(self, machine: MachineSession, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # it is only the owner; what is seen are its sections
        self._machine = machine
        self._actions = actions
        self._fields: dict[str, Field] = {}
        self.network = Section(tr("Network"))
        self.registries = Section(tr("Registries"))
        self.resources = Section(tr("Machine"))
        self._build_network()
        self._build_registries()
        self._build_resources()
        machine.news.subscribe(self._update)
        self._update()

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.network, self.registries, self.resources

    def _build_network(self) -> None:
        later = tr("Counts from the next start of the machine.")
        for key, name, example, hint in (
            (
                "http_proxy",
                tr("Proxy for http"),
                "http://proxy.example.com:3128",
                tr("The machine pulls images through it. Empty follows this computer."),
            ),
            (
                "https_proxy",
                tr("Proxy for https"),
                "http://proxy.example.com:3128",
                tr("Empty follows this computer, or is the one for http."),
            ),
            (
                "no_proxy",
                tr("Reached without proxy"),
                "localhost, .example.com, 10.0.0.0/8",
                tr("Names, domains and ranges, with commas between them."),
            ),
        ):
            judge = lists.proxy_problem if key != "no_proxy" else _nothing_wrong
            self._add(self.network, key, name, example, f"{hint} {later}", judge)

    def _build_registries(self) -> None:
        later = tr("Counts from the next start of the machine.")
        self._add(
            self.registries,
            lists.MIRRORS,
            tr("Mirrors of Docker Hub"),
            "https://mirror.example.com",
            tr("Asked first, in this order.") + " " + later,
            lambda text: lists.mirror_problem(lists.list_of_words(text)),
        )
        self._add(
            self.registries,
            lists.INSECURE,
            tr("Registries without TLS"),
            "registry.example.com:5000, 10.0.0.0/8",
            tr("What goes to and from them can be read and changed on its way.") + " " + later,
            lambda text: lists.insecure_problem(lists.list_of_words(text)),
        )

        if os.name == "posix":  # elsewhere no folder can have the name HOST:PORT
            self._add(
                self.registries,
                lists.CERTIFICATES,
                tr("Certificates of registries"),
                str(Path.home() / "certs.d"),
                tr(
                    "A shared folder in which HOST:PORT/ca.crt is the certificate authority "
                    "of a registry."
                )
                + " "
                + later,
                self._judge_folder,
            )

    def _judge_folder(self, folder: str) -> str:
        config = self._machine.config
        shares = [share.path for share in config.shares] if config is not None else []
        return lists.folder_problem(folder, shares)

    def _build_resources(self) -> None:
        link = TextButton(tr("Open the machine's resources"))
        link.clicked.connect(self.resources_wanted)
        hint = tr("CPUs, memory, disk and sleep when idle are on the Machine page.")
        self.resources.add("resources", tr("Resources"), link, hint=hint)
        self.restart_button = TextButton(tr("Restart the machine…"), "restart")
        self.restart_button.clicked.connect(self.restart_wanted)
        self._waiting = wrapped("", "amber")
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.restart_button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._waiting, 1)
        holder.setFocusProxy(self.restart_button)
        self.resources.add("restart", tr("Settings that wait"), holder, wide=True)

    def _add(
        self,
        section: Section,
        key: str,
        name: str,
        example: str,
        hint: str,
        judge: Callable[[str], str],
    ) -> None:
        field = Field(example, judge)
        field.name(name, hint)
        field.entered.connect(lambda text: self._change(key, text))
        section.add(key, name, field, hint=hint, wide=True)
        self._fields[key] = field

    # What is set

    def _update(self) -> None:
        config, status = self._machine.config, self._machine.status
        for key, field in self._fields.items():
            field.line.setEnabled(config is not None)
            if config is not None:
                field.show_text(_set_to(config, key))
        waiting = status is not None and bool(_SET_HERE & set(status.pending_restart))
        self.restart_button.setEnabled(waiting)
        self._waiting.setText(
            tr("The machine has been running since before they were changed.")
            if waiting
            else tr("None.")
        )

    def _change(self, key: str, text: str) -> None:
        config = self._machine.config
        if config is None:
            return
        changes: dict[str, Any] = {key: text}
        command = f"davit machine set --{key.replace('_', '-')} {lists.without_password(text)}"
        if key in (lists.MIRRORS, lists.INSECURE):
            changes = {"engine": lists.with_list(config.engine, key, lists.list_of_words(text))}
            command = "davit machine set --engine engine.json"
        elif key == lists.CERTIFICATES:
            folder = lists.folder_inside(text)
            changes = {"engine": lists.with_value(config.engine, key, folder)}
            command = "davit machine set --engine engine.json"

        def done(waiting: tuple[str, ...]) -> None:
            self.settled.emit(tr(_FAILURE))
            if waiting:
                self.said.emit(tr("Counts from the next start of the machine"), "")
            self._update()

        def failed(problem: Problem) -> None:
            self.problem.emit(problem)
            self._update()

        self._actions.start(
            tr("Changing the engine's settings"),
            lambda action: self._machine.configure(**changes),
            failure=tr(_FAILURE),
            command=command,
            done=done,
            failed=failed,
        )


class EngineTold(QWidget):
    """Owns the section of an engine without a machine: what it says, and where it is changed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # it is only the owner; what is seen is its section
        self._session = session
        self.section = Section(tr("Engine"))
        self._labels: dict[str, ElidedLabel] = {}
        for key, name in (
            ("root", tr("Folder of its data")),
            ("storage", tr("Storage driver")),
            ("log_driver", tr("Log driver")),
            ("cgroups", tr("Control groups")),
            ("mirrors", tr("Mirrors of Docker Hub")),
            ("insecure", tr("Registries without TLS")),
            ("http_proxy", tr("Proxy for http")),
            ("https_proxy", tr("Proxy for https")),
            ("no_proxy", tr("Reached without proxy")),
        ):
            label = ElidedLabel("")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.section.add(key, name, label, wide=True)
            self._labels[key] = label
        self._where = wrapped()
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.section.add("file", tr("To change them"), self._where, wide=True)
        session.connection_news.subscribe(self._update)
        self._update()

    def _update(self) -> None:
        online = self._session.connection.phase is Phase.ONLINE
        facts = lists.engine_facts(self._session.info)
        for key, label in self._labels.items():
            value = getattr(facts, key)
            words = lists.words_of_list(value) if isinstance(value, tuple) else value
            known = online or words
            label.set_text(words or (tr("None") if known else tr("The engine does not answer")))
        self._where.setText(_how_to_change(self._session.connection.engine))


def _how_to_change(engine: str) -> str:
    product = engine.partition(" ")[0]
    if product == "Davit":
        return tr(
            "Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. "
            "Certificates of registries belong into {folder}."
        ).format(
            file="/etc/davit/engine.json",
            command="sudo systemctl restart davit-engine",
            folder="/etc/davit/certs.d/HOST:PORT/ca.crt",
        )
    if product == "Docker":
        return tr("Edit {file} as root, then restart the engine: {command}.").format(
            file="/etc/docker/daemon.json", command="sudo systemctl restart docker"
        )
    return tr("This engine's own documentation tells how.")


def _set_to(config: MachineConfig, key: str) -> str:
    if key in (lists.MIRRORS, lists.INSECURE):
        return lists.words_of_list(config.engine.get(key))
    if key == lists.CERTIFICATES:
        return lists.folder_outside(config.engine.get(key))
    return str(getattr(config, key))


def _nothing_wrong(text: str) -> str:
    return ""
