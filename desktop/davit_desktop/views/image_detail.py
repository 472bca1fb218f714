"""One image: a header with its names and verbs, and tabs for history, layers, config and users."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import HistoryLayer, Json
from davit_desktop.session import Phase, Session
from davit_desktop.state.containers import Container
from davit_desktop.state.image_document import Step, layer_count, sections, steps
from davit_desktop.state.images import Image, platform_of
from davit_desktop.translation import mark, tr
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.image_layers import ImageLayers
from davit_desktop.views.image_list import age, names_tip, unique_tip, use
from davit_desktop.views.image_verbs import ImageVerbs
from davit_desktop.views.inspect import InspectView
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.page import Page
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.text import duration, size, tool_tip, visible

TABS = ("layers", "history", "config", "used by")

_STATES = {
    "running": mark("Running"),
    "paused": mark("Paused"),
    "restarting": mark("Restarting"),
    "exited": mark("Exited"),
    "created": mark("Created"),
    "dead": mark("Dead"),
    "removing": mark("Deleting"),
}


def _history_columns() -> tuple[Column[Step], ...]:
    return (
        Column[Step](key="n", title=tr("Step"), text=lambda s: str(s.number), sort=_by_number),
        Column[Step](
            key="what",
            title=tr("Instruction"),
            text=lambda s: s.instruction or s.comment or tr("(nothing is told)"),
            tip=lambda s: "\n".join(filter(None, (s.instruction, s.comment))),
        ),
        Column[Step](
            key="created", title=tr("Created"), text=_ago, tip=_when, sort=lambda s: -s.created
        ),
        Column[Step](
            key="size",
            title=tr("Size"),
            text=lambda s: tr("no files") if s.empty else size(s.size),
            sort=lambda s: s.size,
            right=True,
        ),
    )


def _by_number(step: Step) -> float:
    return step.number


def _ago(step: Step) -> str:
    if step.created <= 0:
        return ""
    ago = duration(max(0.0, time.time() - step.created))
    return tr("{time} ago", "a length of time").format(time=ago)


def _when(step: Step) -> str:
    if step.created <= 0:
        return ""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(step.created))


def _user_columns() -> tuple[Column[Container], ...]:
    return (
        Column[Container](key="name", title=tr("Container"), text=lambda c: c.name),
        Column[Container](
            key="state",
            title=tr("State"),
            text=lambda c: tr(_STATES.get(c.state.value, c.state.value)),
        ),
        Column[Container](key="id", title=tr("ID"), text=lambda c: c.short_id, tip=lambda c: c.id),
        Column[Container](key="image", title=tr("Made from"), text=lambda c: c.image),
    )


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What the large tabs hold."""

    layers: ImageLayers
    config: InspectView


def contents(session: Session, actions: Actions) -> Generator[None, None, Contents]:
    """Make what the large tabs hold, one after the other, as long as nobody waits for it."""
    layers = ImageLayers(session, actions)
    yield
    config = InspectView(sections=sections)
    yield
    return Contents(layers=layers, config=config)


class ImageDetail(Page):
    """The page of one image; it goes back to the list when the image has gone."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ImageVerbs,
        made: Contents,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._id = ""
        self._asked = ""  # the image whose documents were asked for
        self.layers = made.layers
        self.config = made.config
        self.history = TableModel(_history_columns(), lambda step: str(step.number), self)
        self.users = TableModel(_user_columns(), lambda c: c.id, self)
        self._build()
        self._leave = [
            session.images_news.subscribe(self._update),
            session.containers_news.subscribe(self._update),
        ]
        verbs.changed.connect(self._update)

    @property
    def image(self) -> Image | None:
        """The image shown, while there is one."""
        return self._verbs.image(self._id) if self._id else None

    @override
    def enter(self, subject: str, tab: str) -> None:
        if subject != self._id:
            self.leave()
            self._id = subject
            self.tabs.setCurrentIndex(0)
        self.layers.show_image(subject)
        if tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(tab))
        self._update()
        self._ask()
        self.tabs.setFocus()

    @override
    def leave(self) -> None:
        self._id = self._asked = ""
        self.layers.show_image("")
        self.config.show_document({})
        self.history.set_rows([])

    @override
    def holds(self, subject: str) -> bool:
        return self._verbs.image(subject) is not None

    @override
    def focus_search(self) -> None:
        if self.tabs.currentWidget() is self.layers:
            self.layers.focus_search()
        else:
            self.tabs.setCurrentWidget(self.config)
            self.config.focus_search()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        back = IconButton("chevron-left", tr("Back to the images (Alt+Left)"))
        back.clicked.connect(self.left)
        head.addWidget(back)
        self.title = ElidedLabel("", "title")
        head.addWidget(self.title, 1)
        self.update_button = TextButton(tr("Pull the update"), "download")
        self.update_button.clicked.connect(lambda: self._do(self._verbs.pull_updates))
        self.push_button = TextButton(tr("Push…"), "upload")
        self.push_button.clicked.connect(lambda: self._do(self._verbs.push))
        self.run_button = TextButton(tr("Run…"), "play", look="primary")
        self.run_button.clicked.connect(lambda: self._do(self._verbs.run))
        self.more = IconButton("more", tr("More…"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        for widget in (self.update_button, self.push_button, self.run_button, self.more):
            head.addWidget(widget)
        layout.addLayout(head)
        facts = QHBoxLayout()
        facts.setContentsMargins(38, 0, 0, 0)
        facts.setSpacing(12)
        self.id_button = TextButton("", "copy", look="link")
        self.id_button.setToolTip(tr("Copy the id"))
        self.id_button.setIconSize(QSize(14, 14))
        self.id_button.clicked.connect(lambda: self._do(self._verbs.copy_id))
        self.facts = ElidedLabel("", "muted")
        self.users_button = TextButton("", "containers", look="link", token="green")
        self.users_button.setIconSize(QSize(14, 14))
        self.users_button.clicked.connect(self._show_users)
        facts.addWidget(self.id_button)
        facts.addWidget(self.facts, 1)
        facts.addWidget(self.users_button)
        layout.addLayout(facts)
        layout.addWidget(self.problems)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Image"))
        self.tabs.addTab(self.layers, tr("Layers"))
        self.tabs.addTab(self._build_history(), tr("History"))
        self.tabs.addTab(self.config, tr("Config"))
        self.tabs.addTab(self._build_users(), tr("Used by"))
        layout.addWidget(self.tabs, 1)

    def _build_history(self) -> QWidget:
        proxy = RowsProxy(self.history, self)
        self.history_list = _table(tr("History"), proxy, wide=1)
        self.history_list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        advance = self.fontMetrics().horizontalAdvance
        for column, words in ((0, "Step"), (2, "99 h 59 min ago"), (3, "999.9 MB")):
            self.history_list.setColumnWidth(column, advance(words) + 36)
        return _spaced(self.history_list)

    def _build_users(self) -> QWidget:
        self._sorted_users = RowsProxy(self.users, self)
        self.user_list = _table(tr("Containers made from this image"), self._sorted_users, wide=0)
        self.user_list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        advance = self.fontMetrics().horizontalAdvance
        for column, words in ((1, "Restarting"), (2, "0" * 12)):
            self.user_list.setColumnWidth(column, advance(words) + 28)
        self.user_list.setColumnWidth(3, 200)
        self.user_list.activated.connect(self._open_user)
        self.no_users = EmptyState("containers")
        self.no_users.say(
            tr("No container is made from this image"),
            "",
            tr("Run…"),
            "",
        )
        self.no_users.button.clicked.connect(lambda: self._do(self._verbs.run))
        self._users_stack = QStackedWidget()
        self._users_stack.addWidget(self.user_list)
        self._users_stack.addWidget(self.no_users)
        return _spaced(self._users_stack)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    # Showing

    def _update(self) -> None:
        if not self._id:
            return
        image = self.image
        if image is None:
            if self.isVisible() and self._session.connection.phase is Phase.ONLINE:
                self.left.emit()
            return
        self.title.set_text(image.reference)
        self.title.setToolTip(tool_tip(names_tip(image)))
        self.id_button.setText(image.short_id)
        self.id_button.setAccessibleName(tr("Copy the id {id}").format(id=image.short_id))
        facts = [image.platform, size(image.size), unique_tip(image), age(image)]
        if image.others:
            facts.append(tr("also {names}").format(names=", ".join(image.others)))
        self.facts.set_text(" · ".join(filter(None, facts)))
        self.update_button.setVisible(bool(image.updates))
        self.push_button.setVisible(not image.dangling)
        self.users_button.setVisible(bool(image.users))
        used = tr("Used by {who}").format(who=visible(use(image)))
        self.users_button.setText(used)
        self.users_button.setAccessibleName(used)
        ids = {user.id for user in image.users}
        self.users.set_rows([c for c in self._session.containers.values() if c.id in ids])
        self._users_stack.setCurrentWidget(self.user_list if ids else self.no_users)
        self.tabs.setTabText(
            TABS.index("used by"),
            tr("Used by ({count})").format(count=len(ids)) if ids else tr("Used by"),
        )

    def _ask(self) -> None:
        """Read what the listing does not tell, once for each image."""
        id = self._id
        if not id or id == self._asked or not self.isVisible():
            return
        self._asked = id
        engine = self._session.engine

        async def work(action: Action) -> tuple[Json, list[HistoryLayer]]:
            return await engine.inspect_image(id), await engine.history(id)

        def done(told: tuple[Json, list[HistoryLayer]]) -> None:
            if id != self._id:
                return
            document, history = told
            self.config.show_document(document)
            self.history.set_rows(steps(history, layer_count(document)))
            self._verbs.platforms[id] = platform_of(document)
            self._update()

        self._actions.start_quiet(
            work,
            done=done,
            failure=tr("Cannot read the image"),
            failed=self.problems.show_problem,
        )

    # What a person does

    def _do(self, verb: Callable[[Image], None]) -> None:
        image = self.image
        if image is not None:
            verb(image)

    def _show_users(self) -> None:
        image = self.image
        if image is not None and len(image.users) == 1:
            self.went.emit("container", image.users[0].id, "")
        else:
            self.tabs.setCurrentIndex(TABS.index("used by"))

    def _open_user(self, index: QModelIndex) -> None:
        container = self._sorted_users.row_at(index)
        if container is not None:
            self.went.emit("container", container.id, "")

    def _fill_menu(self) -> None:
        self._menu.clear()
        image = self.image
        if image is None:
            return
        verbs = self._verbs
        self._entry(tr("Tag…"), lambda: verbs.tag(image))
        self._entry(tr("Save…"), lambda: verbs.save([image]))
        self._entry(tr("Check for updates"), lambda: verbs.check_updates([image]))
        self._entry(tr("Copy id"), lambda: verbs.copy_id(image))
        if image.others:
            names = self._menu.addMenu(tr("Delete a name"))
            for name in image.references:
                entry = names.addAction(visible(name).replace("&", "&&"))
                entry.triggered.connect(lambda _=False, name=name: verbs.delete_name(image, name))
        self._menu.addSeparator()
        self._entry(tr("Delete"), lambda: verbs.delete([image]))

    def _entry(self, words: str, verb: Callable[[], None]) -> None:
        self._menu.addAction(words).triggered.connect(lambda: verb())


def _table(name: str, model: RowsProxy[Step] | RowsProxy[Container], wide: int) -> QTreeView:
    view = QTreeView()
    view.setAccessibleName(name)
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setSortingEnabled(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    return view


def _spaced(inner: QWidget) -> QWidget:
    outer = QWidget()
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 12, 0, 0)
    layout.addWidget(inner)
    return outer
