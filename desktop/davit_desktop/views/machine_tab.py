"""What every tab of the Machine page has: the machine, the actions, and ways to speak."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from davit_desktop.actions import Actions
from davit_desktop.machine_session import MachineSession


class MachineTab(QWidget):
    """Its page shows what it tells."""

    problem = Signal(object)
    """A Problem to be listed above the tabs."""
    settled = Signal(str)
    """The title of a problem that is over."""
    said = Signal(str, str)
    """A toast: what kind, and its words."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._machine = machine
        self._actions = actions
