"""What stands on a page while no engine answers: why, and the way to start it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from davit_desktop import engine_service
from davit_desktop.actions import Actions
from davit_desktop.client.engine import DEFAULT_HOST
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Phase, Session
from davit_desktop.state import machine as words
from davit_desktop.state.problem import Problem
from davit_desktop.translation import sentences, tr
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.stages import StagesView
from davit_vm.status import State

_START_COMMAND = "sudo systemctl start davit-engine"
_STAGES_WIDTH = 320


class EngineOff(EmptyState):
    """Offers to start a system service, or the machine with its stages; retries what is neither."""

    problem = Signal(object)
    setup_requested = Signal()
    machine_requested = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("state-failed", "red", parent)
        self._session = session
        self._actions = actions
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._can_start = False  # whether the button starts the system's service
        self._stages = StagesView()
        self._stages.setFixedWidth(_STAGES_WIDTH)
        self._body.insertWidget(3, self._stages, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stages.hide()
        self.button.clicked.connect(self._press)
        if session.machine is not None:
            session.machine.news.subscribe(self.refresh)
        self.refresh()

    @property
    def wanted(self) -> bool:
        """Whether a page without rows shows this."""
        machine = self._session.machine
        if machine is not None and machine.status is not None and not machine.ready:
            return True
        return self._session.connection.phase is Phase.OFFLINE

    def refresh(self) -> None:
        """Say how things stand now."""
        machine = self._session.machine
        if machine is not None and machine.status is not None and not machine.ready:
            self._say_machine(machine)
            return
        self._stages.hide()
        self._can_start = False
        connection = self._session.connection
        if not connection.hint:
            self.mark.show_mark("warning", "amber")
            self.say(tr("The engine cannot be used"), connection.reason, tr("Retry"), "")
            return
        self.mark.show_mark("state-failed", "red")
        text = tr("Nothing answers at {host}: {reason}.").format(
            host=connection.host, reason=connection.reason
        )
        if connection.host != DEFAULT_HOST:
            text = sentences(text, connection.hint)
            self.say(tr("The engine is not running"), text, tr("Try again"), "")
        elif engine_service.command():
            self._can_start = True
            self.say(tr("The engine is not running"), text, tr("Start engine"), "")
        else:
            self.say(tr("The engine is not running"), text, tr("Try again"), _START_COMMAND)

    def _say_machine(self, machine: MachineSession) -> None:
        status = machine.status
        assert status is not None
        look = words.look(status)
        self.mark.show_mark(look.icon, look.tone)
        starting = status.state is State.STARTING
        if self.button.hasFocus() and status.state in (State.STARTING, State.STOPPING):
            self.setFocus()  # the button goes, and nothing far away shall get its key strokes
        self._stages.setVisible(starting)
        if starting:
            self._stages.show_stages(words.stages_of(status), words.running_since(status))
        match status.state:
            case State.ABSENT:
                self.say(
                    tr("Davit is not set up yet"),
                    tr(
                        "Containers run in a small Linux machine of their own. "
                        "It is made in a minute and needs no network."
                    ),
                    tr("Set up Davit"),
                    "",
                )
            case State.STARTING:
                self.say(tr("The machine is starting"), "", "", "")
            case State.STOPPING:
                self.say(
                    tr("The machine is stopping"),
                    tr("Containers are stopped in good order."),
                    "",
                    "",
                )
            case State.PAUSED:
                self.say(
                    tr("The machine is paused"),
                    tr("Everything in it stands still until it is resumed."),
                    tr("Resume"),
                    "davit machine resume",
                )
            case State.ASLEEP:
                self.say(
                    tr("The machine is asleep"),
                    tr(
                        "It was idle, so it gave back its memory. "
                        "It wakes by itself when docker or davit need it."
                    ),
                    tr("Wake the machine"),
                    "davit machine start",
                )
            case State.FAILED:
                problem = status.problem
                why = f"{problem.what.rstrip('.')}: {problem.why}" if problem else ""
                self.say(tr("The engine is stopped"), why, tr("See what happened"), "")
            case _:
                self.say(
                    tr("The engine is stopped"),
                    tr("Its machine is not running. Containers, images and volumes are kept."),
                    tr("Start"),
                    "davit machine start",
                )

    def _press(self) -> None:
        machine = self._session.machine
        if machine is None or machine.status is None or machine.ready:
            self._start_engine()
        elif machine.status.state is State.ABSENT:
            self.setup_requested.emit()
        elif machine.status.state is State.FAILED:
            self.machine_requested.emit()
        elif machine.paused:
            resume_machine(machine, self._actions, self.problem.emit)
        else:
            start_machine(machine, self._actions, self.problem.emit)

    def _start_engine(self) -> None:
        if not self._can_start:
            self._session.retry()
            return
        self._actions.start(
            tr("Starting the engine"),
            lambda action: engine_service.start(),
            failure=tr("Cannot start the engine"),
            command="systemctl start davit-engine",
            done=lambda _: self._session.retry(),
            failed=self.problem.emit,
        )


def start_machine(
    machine: MachineSession, actions: Actions, failed: Callable[[Problem], None]
) -> None:
    """Start it as an action of the window."""
    actions.start(
        tr("Starting the machine"),
        lambda action: machine.start(),
        failure=tr("Cannot start the machine"),
        command="davit machine start",
        failed=failed,
    )


def resume_machine(
    machine: MachineSession, actions: Actions, failed: Callable[[Problem], None]
) -> None:
    """Let a paused one go on, as an action of the window."""
    actions.start(
        tr("Resuming the machine"),
        lambda action: machine.resume(),
        failure=tr("Cannot resume the machine"),
        command="davit machine resume",
        failed=failed,
    )
