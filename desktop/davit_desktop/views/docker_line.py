"""The docker command line and this engine: the address, and a context that leads to it."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.client import docker_context
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.settings_rows import Section

FAILURE = mark("Cannot register a docker context")


def register_context(
    actions: Actions,
    endpoint: str,
    done: Callable[[object], None],
    failed: Callable[[Problem], None],
) -> Action:
    """Make the docker context "davit" lead to this engine."""
    return actions.start(
        tr("Registering a docker context"),
        lambda action: asyncio.to_thread(docker_context.register, docker_context.NAME, endpoint),
        failure=tr(FAILURE),
        command="davit context register",
        done=done,
        failed=failed,
    )


class DockerLine(QWidget):
    """Owns the section; the button is only there where a context can lead to the engine."""

    problem = Signal(object)
    settled = Signal(str)  # the title of a problem that is over
    said = Signal(str, str)

    def __init__(self, endpoint: str, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # it is only the owner; what is seen is its section
        self._endpoint = endpoint
        self._actions = actions
        self.section = Section(tr("Docker command line"))
        self.section.add("address", tr("Address of the engine"), self._address(), wide=True)
        if endpoint.startswith(("unix://", "npipe://")):
            self.register_button = TextButton(tr("Register docker context"))
            self.register_button.clicked.connect(self._register)
            self.section.add(
                "context",
                tr("Docker context"),
                self.register_button,
                hint=tr("Makes a docker context named davit, for: docker context use davit"),
            )

    def _address(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        address = ElidedLabel(self._endpoint, "code")
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = IconButton("copy", tr("Copy as DOCKER_HOST"))
        copy.clicked.connect(self._copy)
        line.addWidget(address, 1)
        line.addWidget(copy)
        holder.setFocusProxy(copy)
        return holder

    def _copy(self) -> None:
        words = f"DOCKER_HOST={self._endpoint}"
        QGuiApplication.clipboard().setText(words)
        self.said.emit(tr("Copied the address"), words)

    def _register(self) -> None:
        def done(_: object) -> None:
            self.settled.emit(tr(FAILURE))
            self.said.emit(tr("Registered. Use it with: docker context use davit"), "")

        register_context(self._actions, self._endpoint, done, self.problem.emit)
