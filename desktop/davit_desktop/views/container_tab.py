"""What the container's page asks of a tab, and the tabs' entries."""

from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

TAB_KEYS = ("logs", "terminal", "files", "inspect", "stats", "ports")
"""The tabs by name, in their order."""


class TabContent(Protocol):
    """Follows one container. It asks the engine only while its widget is visible."""

    def show_container(self, id: str) -> None:
        """Show this container; called again when another is shown."""

    def leave(self) -> None:
        """Show nothing any more and let go of what streams."""

    def focus_search(self) -> None:
        """Go to the search field, where there is one."""


class Tab(NamedTuple):
    """An entry of the page; `key` names the tab to the rest of the window."""

    key: str
    title: str
    widget: QWidget
    content: TabContent
