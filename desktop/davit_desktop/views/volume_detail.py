"""One volume: what it is, who uses it, its files, and its inspect document."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import Json
from davit_desktop.file_source import VolumeFiles
from davit_desktop.session import Phase, Session
from davit_desktop.state.problem import Problem
from davit_desktop.state.volumes import User, VolumeRow, sections
from davit_desktop.translation import tr
from davit_desktop.views.files import FilesView
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.inspect import InspectView
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.volume_dialogs import name_words, size_words
from davit_desktop.views.volume_verbs import VolumeVerbs
from davit_desktop.views.volume_watch import VolumeWatch
from davit_desktop.views.volumes import age_words

_LINKS = 3  # containers that are named in the header


class VolumeDetail(Page):
    """The page of one volume. Leaves by itself when the volume is deleted."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watch: VolumeWatch,
        verbs: VolumeVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._watch = watch
        self._verbs = verbs
        self._volume = ""
        self._known = False  # whether the watch has listed it; a new one comes a moment later
        self._linked: tuple[User, ...] | None = None
        self._document_of: VolumeRow | None = None
        self.files = FilesView(session, actions)
        self.inspect = InspectView(
            sections=lambda document: sections(document, native=session.machine is None)
        )
        self._build()
        watch.add_viewer(self)
        watch.changed.connect(self._update)
        verbs.problem.connect(self._take_problem)
        verbs.settled.connect(self.problems.forget)
        verbs.filled.connect(self._on_filled)
        self.files.said.connect(self.said)

    @property
    def row(self) -> VolumeRow | None:
        """The volume shown, while the engine knows it."""
        return self._watch.row(self._volume)

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject != self._volume:
            self.leave()
            self._volume, self._known = subject, False
            self._linked = None
            self.files.show_source(VolumeFiles(self._session, subject))
            self.tabs.setCurrentIndex(0)
        if tab:
            self.tabs.setCurrentWidget(self.inspect if tab == "inspect" else self.files)
        self._update()
        self.tabs.currentWidget().setFocus()

    @override
    def leave(self) -> None:
        if self._volume:
            self._volume = ""
            self._document_of = None
            self.files.leave()
            self.inspect.show_document({})

    @override
    def holds(self, subject: str) -> bool:
        return not self._watch.listed or self._watch.row(subject) is not None

    @override
    def focus_search(self) -> None:
        if self.tabs.currentWidget() is self.files:
            self.files.focus_search()
        else:
            self.inspect.focus_search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.entered()
        self._ask_document()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the volumes (Alt+Left)"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        self._name = ElidedLabel("", "title")
        head.addWidget(self._name, 1)
        self.export_button = TextButton(tr("Export…"), "download")
        self.export_button.clicked.connect(lambda: self._on(self._verbs.export))
        self.clone_button = TextButton(tr("Clone…"), "clone")
        self.clone_button.clicked.connect(lambda: self._on(self._verbs.clone))
        self._more = IconButton("more", tr("More…"))
        self._more.setPopupMode(self._more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        for widget in (self.export_button, self.clone_button, self._more):
            head.addWidget(widget)
        layout.addLayout(head)
        facts = QHBoxLayout()
        facts.setContentsMargins(38, 0, 0, 0)
        facts.setSpacing(8)
        self._mark = Mark(size=16)
        self._use = plain_label("", "muted")
        self._links = QHBoxLayout()
        self._links.setSpacing(8)
        self._facts = ElidedLabel("", "muted")
        facts.addWidget(self._mark)
        facts.addWidget(self._use)
        facts.addLayout(self._links)
        facts.addWidget(self._facts, 1)
        layout.addLayout(facts)
        layout.addWidget(self.problems)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Volume"))
        self.tabs.addTab(self.files, tr("Files"))
        self.tabs.addTab(self.inspect, tr("Inspect"))
        self.tabs.currentChanged.connect(lambda _: self._ask_document())
        layout.addWidget(self.tabs, 1)

    def _update(self) -> None:
        if not self._volume:
            return
        row = self.row
        if row is None:
            if self._known and self._session.connection.phase is Phase.ONLINE:
                self.leave()
                self.left.emit()
            else:
                self._name.set_text(self._volume)
            return
        self._known = True
        self._name.set_text(name_words(row))
        facts = [size_words(row), row.driver, age_words(row), row.project]
        self._facts.set_text("  ·  ".join(fact for fact in facts if fact))
        self._show_users(row.users)
        for button in (self.export_button, self.clone_button):
            button.setVisible(self._watch.extras)
        # Another engine than Davit's has no files to show.
        self.tabs.setTabVisible(0, self._watch.extras)
        self._ask_document()

    def _show_users(self, users: tuple[User, ...]) -> None:
        if users == self._linked:
            return
        self._linked = users
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        running = any(user.running for user in users)
        self._mark.show_mark(*(("state-running", "green") if running else ("state-exited", "grey")))
        self._mark.setVisible(bool(users))
        self._use.setText(tr("Used by") if users else tr("Not used by any container"))
        for user in users[:_LINKS]:
            words = user.name if len(user.name) < 32 else f"{user.name[:31]}…"
            button = TextButton(visible(words), look="link")
            state = tr("running") if user.running else tr("not running")
            button.setToolTip(tool_tip(f"{user.name}, {state}"))
            button.setIconSize(QSize(0, 0))
            button.clicked.connect(lambda _=False, id=user.id: self.went.emit("container", id, ""))
            self._links.addWidget(button)
        if len(users) > _LINKS:
            rest = plain_label(tr("and %n more", "", len(users) - _LINKS), "muted")
            rest.setToolTip(tool_tip("\n".join(user.name for user in users[_LINKS:])))
            self._links.addWidget(rest)

    def _ask_document(self) -> None:
        row = self.row
        if row is None or row == self._document_of or not self.inspect.isVisible():
            return
        self._document_of = row

        async def work(_: Action) -> Json:
            return await self._session.engine.inspect_volume(row.name)

        def done(document: Json) -> None:
            if row.name == self._volume:
                self.inspect.show_document(document)

        self._actions.start_quiet(work, done=done)

    def _on_filled(self, name: str) -> None:
        if name == self._volume:
            self.files.refresh()

    def _take_problem(self, problem: Problem) -> None:
        if self.isVisible():
            self.problems.show_problem(problem)

    def _on(self, verb: Callable[[VolumeRow], None]) -> None:
        if (row := self.row) is not None:
            verb(row)

    def _fill_menu(self) -> None:
        self._menu.clear()
        row = self.row
        if row is None:
            return
        if self._watch.extras:
            entry = self._menu.addAction(tr("Import into it…"))
            entry.triggered.connect(lambda: self._verbs.import_file(row.name))
        entry = self._menu.addAction(tr("Copy name"))
        entry.triggered.connect(lambda: self._verbs.copy_name(row))
        self._menu.addSeparator()
        if self._watch.extras:
            entry = self._menu.addAction(tr("Empty…"))
            entry.triggered.connect(lambda: self._verbs.empty(row))
        entry = self._menu.addAction(tr("Delete…"))
        entry.triggered.connect(lambda: self._verbs.delete([row]))
