"""What the steps of a build print, in the log panel: of all of them, or of one that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from davit_desktop.logs.build_log import BuildLog
from davit_desktop.state.builds import Build
from davit_desktop.translation import tr
from davit_desktop.views.logs import LogPanel


class BuildOutput(LogPanel):
    """`begin` makes the log that a build is read into; steps become its sources as planned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waiting_words = tr("Nothing printed yet. Lines appear here as the steps print them.")
        self.ended_words = tr("Nothing was printed. What comes from the cache is not run again.")
        self._places: dict[str, int] = {}
        self._chosen: str = ""

    def begin(self, title: str) -> BuildLog:
        """An empty log, shown from now on. Raises OSError."""
        self.close_source()
        self._places, self._chosen = {}, ""
        log = BuildLog(self._folder, self._tell)
        self._show_source(log, [], title)
        return log

    def show_steps(self, build: Build) -> None:
        """Call the sources by the names of the steps."""
        if list(build.steps) == list(self._places):
            return
        self._places = {id: place for place, id in enumerate(build.steps)}
        self._members = [(id, build.name(step)) for id, step in build.steps.items()]
        self._show_names()
        self._refresh()

    def choose(self, step: str) -> None:
        """Show only what this step prints; an empty one shows all."""
        self._chosen = step if step in self._places else ""
        self.bar.show_only(self._places[self._chosen] if self._chosen else None)

    @property
    def chosen(self) -> str:
        return self._chosen
