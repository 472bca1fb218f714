"""What of this computer containers in the machine may reach: folders and ports."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views import text
from davit_desktop.views.cards import Card, scrolled, wrapped
from davit_desktop.views.fields import CheckBox, mark_wrong
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.status_bar import Mark
from davit_vm.config import SharedFolder
from davit_vm.status import Share

_FOLDERS = mark("Cannot change the shared folders")
_PORTS = mark("Cannot change the open ports")


class _FolderLine(QWidget):
    """One folder: how it stands, its path, read-only or not, and the way out."""

    changed = Signal(bool)
    removed = Signal()

    def __init__(self, folder: SharedFolder, share: Share | None) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(8)
        state = Mark(size=16)
        problem = share.problem if share else ""
        transport = share.transport if share else ""
        if problem:
            state.show_mark("state-failed", "red")
            state.setAccessibleName(tr("not shared"))
        elif transport:
            state.show_mark("state-healthy", "green")
            state.setAccessibleName(tr("shared by {transport}").format(transport=transport))
            state.setToolTip(tr("Shared by {transport}").format(transport=transport))
        else:
            state.show_mark("folder", "muted")
            state.setAccessibleName(tr("shared with the next start"))
        path = ElidedLabel(folder.path)
        self.read_only = CheckBox(tr("Read-only"))
        self.read_only.setAccessibleName(tr("{path} is read-only").format(path=folder.path))
        self.read_only.setChecked(folder.read_only)
        self.read_only.toggled.connect(self.changed)
        remove = IconButton("close", tr("Stop sharing {path}").format(path=folder.path))
        remove.clicked.connect(self.removed)
        line.addWidget(state)
        line.addWidget(path, 1)
        line.addWidget(self.read_only)
        line.addWidget(remove)
        layout.addLayout(line)
        if problem:
            layout.addWidget(wrapped(text.visible(problem), "red"))


class SharingView(MachineTab):
    """Two cards. A change of the folders is sent as it is made, the ports with Return."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(machine, actions, parent)
        self._shown: tuple[object, ...] | None = None
        self._ports_shown: object = None
        self.lines: list[_FolderLine] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(12)
        rows.addWidget(self._build_folders())
        rows.addWidget(self._build_ports())
        rows.addStretch(1)
        outer.addWidget(scrolled(inner))
        machine.news.subscribe(self._update)
        self._update()

    def _build_folders(self) -> Card:
        card = Card(tr("Folders that containers may mount"))
        card.body.addWidget(
            wrapped(tr("With all below them. Changes take effect with the next start."))
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        card.body.addLayout(self._rows)
        self._none = plain_label(
            tr("No folder is shared: containers see named volumes only."), "muted"
        )
        card.body.addWidget(self._none)
        line = QHBoxLayout()
        self.add_button = TextButton(tr("Share a folder…"), "plus")
        self.add_button.clicked.connect(self._ask_folder)
        line.addWidget(self.add_button)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def _build_ports(self) -> Card:
        card = Card(tr("Ports of this computer that containers may reach"))
        card.body.addWidget(
            wrapped(
                tr(
                    "Programs that listen on this computer's 127.0.0.1 are found by containers at "
                    "host.docker.internal, on these ports only. A change takes effect at once."
                )
            )
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        self.ports = QLineEdit()
        self.ports.setAccessibleName(tr("Ports of this computer that containers may reach"))
        self.ports.setPlaceholderText(tr("none; for instance 5432, 8000, or all"))
        self.ports.textChanged.connect(self._judge_ports)
        self.ports.returnPressed.connect(self._send_ports)
        self.ports_button = TextButton(tr("Apply"))
        self.ports_button.setAccessibleName(tr("Apply the ports"))
        self.ports_button.clicked.connect(self._send_ports)
        line.addWidget(self.ports, 1)
        line.addWidget(self.ports_button)
        card.body.addLayout(line)
        self._ports_problem = wrapped("", "red")
        card.body.addWidget(self._ports_problem)
        return card

    # Folders

    def _update(self) -> None:
        config, status = self._machine.config, self._machine.status
        usable = config is not None
        for widget in (self.add_button, self.ports):
            widget.setEnabled(usable)
        folders = config.shares if config is not None else ()
        states = status.shares if status is not None else ()
        if (folders, states) != self._shown:
            self._shown = (folders, states)
            self._show_folders(folders, {share.path: share for share in states})
        ports = config.host_ports if config is not None else ()
        if ports != self._ports_shown:
            self._ports_shown = ports
            self.ports.setText(ports if isinstance(ports, str) else ", ".join(map(str, ports)))
        self._judge_ports()

    def _show_folders(self, folders: tuple[SharedFolder, ...], states: dict[str, Share]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for folder in folders:
            line = _FolderLine(folder, states.get(folder.path))
            line.changed.connect(lambda on, path=folder.path: self._set_read_only(path, on))
            line.removed.connect(lambda path=folder.path: self._remove(path))
            self._rows.addWidget(line)
            self.lines.append(line)
        self._none.setVisible(not folders)

    def _folders(self) -> tuple[SharedFolder, ...]:
        config = self._machine.config
        return config.shares if config is not None else ()

    def _set_read_only(self, path: str, on: bool) -> None:
        self._send_folders(
            tuple(
                SharedFolder(path=f.path, read_only=on if f.path == path else f.read_only)
                for f in self._folders()
            )
        )

    def _remove(self, path: str) -> None:
        self._send_folders(tuple(f for f in self._folders() if f.path != path))

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, tr("Share a folder"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.add)
        dialog.open()

    def add(self, path: str) -> None:
        """Share this folder, too."""
        self._send_folders((*self._folders(), SharedFolder(path=str(Path(path)))))

    def _send_folders(self, folders: tuple[SharedFolder, ...]) -> None:
        def failed(problem: Problem) -> None:
            self._shown = None  # the boxes say what was wished; make them say what is
            self._update()
            self.problem.emit(problem)

        self._actions.start(
            tr("Changing the shared folders"),
            lambda action: self._machine.configure(shares=folders),
            failure=tr(_FOLDERS),
            command="davit machine set "
            + " ".join(f"--share {f.path}{':ro' if f.read_only else ''}" for f in folders),
            done=lambda _: self.settled.emit(tr(_FOLDERS)),
            failed=failed,
        )

    # Ports

    def _judge_ports(self) -> None:
        problem = ""
        try:
            wanted: object = words.parse_ports(self.ports.text())
        except ValueError as error:
            wanted, problem = None, str(error)
        self._ports_problem.setText(text.visible(problem))
        self._ports_problem.setVisible(bool(problem))
        mark_wrong(self.ports, wrong=bool(problem))
        config = self._machine.config
        differs = config is not None and wanted is not None and wanted != config.host_ports
        self.ports_button.setEnabled(differs)

    def _send_ports(self) -> None:
        if not self.ports_button.isEnabled():
            return
        wanted = words.parse_ports(self.ports.text())
        said = wanted if isinstance(wanted, str) else ",".join(map(str, wanted))

        def done(_: object) -> None:
            self.settled.emit(tr(_PORTS))
            self.said.emit(
                tr("Containers may reach: {ports}").format(ports=said)
                if said
                else tr("Containers may reach: no port of this computer"),
                "",
            )

        self._actions.start(
            tr("Changing the open ports"),
            lambda action: self._machine.configure(host_ports=wanted),
            failure=tr(_PORTS),
            command=f"davit machine set --host-ports {said or 'none'}",
            done=done,
            failed=self.problem.emit,
        )
