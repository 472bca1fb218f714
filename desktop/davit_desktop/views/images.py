"""The images page: what is on this computer, what uses it, and what can go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import ClientError
from davit_desktop.client.types import Json
from davit_desktop.session import Phase, Session
from davit_desktop.state.images import Image, Use, matches, platform_of, shown
from davit_desktop.translation import mark, tr
from davit_desktop.views import icons
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.image_list import ImageList, columns
from davit_desktop.views.image_verbs import ImageVerbs
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.table_model import RowsProxy, TableModel
from davit_desktop.views.text import size, visible

_AGES_EVERY = 60_000  # milliseconds
_MEASURE_AFTER = 400  # milliseconds of quiet after news
_ASKED_AT_ONCE = 4

_SEGMENTS = (
    (Use.ALL, mark("All")),
    (Use.IN_USE, mark("In use")),
    (Use.UNUSED, mark("Unused")),
    (Use.DANGLING, mark("Dangling")),
)


_LEFT_OUT = ("copy_id", "save", "tag", "push")  # buttons, the first to go first


class ImagesPage(Page):
    """Filter and list, with the empty states in the list's place."""

    preferences_changed = Signal()
    build_requested = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ImageVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.verbs = verbs
        self.model = TableModel(
            columns(), lambda image: image.key, self, first=lambda image: image.pinned
        )
        self.proxy = RowsProxy(self.model, self)
        self.list = ImageList(self.proxy)
        self.filter = QLineEdit()
        self.actions_by_name: dict[str, QAction] = {}
        self._listed = False
        self._use = Use.ALL
        self._pinned: frozenset[str] = frozenset()
        self._checked = False
        self._disk: int | None = None
        self._learning: Action | None = None
        self.setAcceptDrops(True)
        self._make_actions()
        self._build()
        self._wire()
        self._update_rows()

    # What is selected

    def selected(self) -> list[Image]:
        """The images that a verb means."""
        chosen = (self.list.image(index) for index in self.list.selectionModel().selectedRows())
        return [image for image in chosen if image is not None]

    def select(self, key: str) -> None:
        """Select one row and show it."""
        index = self.proxy.mapFromSource(self.model.index_of(key))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.list.scrollTo(index)

    @override
    def enter(self, subject: str, tab: str) -> None:
        self.list.setFocus()
        if self.check_each_time.isChecked() and not self._checked:
            self._check_when_listed()

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # What the window remembers

    def restore(
        self, sort: str, *, descending: bool, show: str, check: bool, pinned: Sequence[str]
    ) -> None:
        """Look as at the end of the last run."""
        self._pinned = frozenset(pinned)
        self._update_rows()
        keys = [column.key for column in self.model.columns]
        place = keys.index(sort) if sort in keys else 0
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.list.sortByColumn(place, order)
        self.check_each_time.setChecked(check)
        self.limit(next((use for use in Use if use.value == show), Use.ALL))

    @property
    def sort_key(self) -> str:
        return self.model.columns[max(0, self.proxy.sortColumn())].key

    @property
    def descending(self) -> bool:
        return self.proxy.sortOrder() == Qt.SortOrder.DescendingOrder

    @property
    def pinned(self) -> tuple[str, ...]:
        """Names, or ids, of the images that stand above the others."""
        return tuple(sorted(self._pinned))

    @property
    def shown_use(self) -> str:
        return self._use.value

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(tr("Images"), "title"))
        self.summary = ElidedLabel("", "muted")
        head.addWidget(self.summary, 1)
        self.more = IconButton("more", tr("Load, check for updates…"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._more_menu())
        self.prune_button = TextButton(tr("Prune unused…"))
        self.prune_button.clicked.connect(self.verbs.prune)
        self.pull_button = TextButton(tr("Pull…"), "download", look="primary")
        self.pull_button.clicked.connect(lambda: self.verbs.pull())
        self.build_button = TextButton(tr("Build…"), "builds")
        self.build_button.clicked.connect(self.build_requested)
        for widget in (self.more, self.prune_button, self.build_button, self.pull_button):
            head.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        self._bar = self._build_bar()
        layout.addLayout(self._bar)
        self._stack = QStackedWidget()
        self.nothing = EmptyState("images")
        self.hidden_by_filter = EmptyState("search")
        self.offline = EngineOff(self._session, self._actions)
        self._skeleton = Skeleton()
        for page in (
            self.list,
            self.nothing,
            self.hidden_by_filter,
            self.offline,
            self._skeleton,
        ):
            self._stack.addWidget(page)
        layout.addWidget(self._stack, 1)
        self.nothing.say(
            tr("No images yet"),
            tr(
                "An image is what containers are made from. Images come from a registry, are "
                "built, or are loaded from a file: drop one here."
            ),
            tr("Pull an image"),
            "docker pull nginx",
        )

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.filter.setPlaceholderText(tr("Filter by name, id or container  (Ctrl+F)"))
        self.filter.setAccessibleName(tr("Filter images"))
        self.filter.setMinimumWidth(140)
        self.filter.setMaximumWidth(320)
        self._filter_icon = self.filter.addAction(
            icons.icon("search", self.palette(), "muted", 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        bar.addWidget(self.filter, 4)
        group = QButtonGroup(self)
        self.segments: dict[Use, QPushButton] = {}
        for use, words in _SEGMENTS:
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(tr("Show images: {which}").format(which=tr(words)))
            button.clicked.connect(lambda _=False, use=use: self._choose_use(use))
            group.addButton(button)
            self.segments[use] = button
            bar.addWidget(button)
        self.segments[Use.ALL].setChecked(True)
        bar.addStretch(1)
        self._buttons: dict[str, QWidget] = {}
        for name, icon, gap in (
            ("run", "play", 0),
            ("push", "upload", 0),
            ("tag", "tag", 0),
            ("save", "save", 0),
            ("copy_id", "copy", 0),
            ("delete", "trash", 16),
        ):
            action = self.actions_by_name[name]
            verb = IconButton(icon, action.toolTip())
            verb.clicked.connect(action.trigger)
            if gap:
                bar.addSpacing(gap)  # Delete stands apart
            bar.addWidget(verb)
            self._buttons[name] = verb
        return bar

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Load…")).triggered.connect(lambda: self.verbs.load())
        menu.addAction(tr("Import files…")).triggered.connect(lambda: self.verbs.import_files())
        menu.addSeparator()
        self.check_action = menu.addAction(tr("Check for updates"))
        self.check_action.triggered.connect(self.check_updates)
        self.check_each_time = menu.addAction(tr("Check once whenever Davit shows this page"))
        self.check_each_time.setCheckable(True)
        self.check_each_time.triggered.connect(self._on_check_each_time)
        return menu

    def _make_actions(self) -> None:
        for name, words, keys, slot in (
            ("open", tr("Open"), "Return", self._open),
            ("run", tr("Run…"), "", lambda: self._with_one(self.verbs.run)),
            ("update", tr("Pull the update"), "", self._pull_updates),
            ("push", tr("Push…"), "", lambda: self._with_one(self.verbs.push)),
            ("tag", tr("Tag…"), "F2", lambda: self._with_one(self.verbs.tag)),
            ("save", tr("Save…"), "Ctrl+S", lambda: self.verbs.save(self.selected())),
            ("copy_id", tr("Copy id"), "Ctrl+C", lambda: self._with_one(self.verbs.copy_id)),
            ("pin", tr("Pin to the top"), "P", self._toggle_pins),
            ("delete", tr("Delete"), "Del", lambda: self.verbs.delete(self.selected())),
        ):
            action = QAction(words, self)
            plain = words.rstrip("…")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, slot=slot: slot())
            self.list.addAction(action)
            self.actions_by_name[name] = action

    def _wire(self) -> None:
        self._leave = [
            self._session.images_news.subscribe(self._on_images),
            self._session.containers_news.subscribe(self._update_rows),
            self._session.connection_news.subscribe(self._update_stack),
        ]
        self.destroyed.connect(_leaver(self._leave))
        self.verbs.changed.connect(self._update_rows)
        self._filter_timer = QTimer(self, singleShot=True, interval=60)
        self._filter_timer.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(lambda: self._filter_timer.start())
        escape = QShortcut(QKeySequence("Esc"), self.filter)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.clear_filter)
        down = QShortcut(QKeySequence("Down"), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)
        self.list.doubleClicked.connect(lambda _: self._open())
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.update_clicked.connect(self.verbs.pull_updates)
        self.list.users_clicked.connect(self._open_user)
        self.list.selectionModel().selectionChanged.connect(self._update_actions)
        self.list.header().sortIndicatorChanged.connect(lambda *_: self.preferences_changed.emit())
        self.nothing.button.clicked.connect(lambda: self.verbs.pull())
        self.hidden_by_filter.button.clicked.connect(self.clear_filter)
        self.offline.problem.connect(self.problems.show_problem)
        self._ages = QTimer(self, interval=_AGES_EVERY)
        self._ages.timeout.connect(lambda: self.model.refresh_column("created"))
        self._measure_timer = QTimer(self, singleShot=True, interval=_MEASURE_AFTER)
        self._measure_timer.timeout.connect(self._measure)
        self._update_actions()

    # Rows

    def _on_images(self) -> None:
        self._listed = self._session.connection.phase is not Phase.OFFLINE
        self._update_rows()
        if self.isVisible():
            self._measure_timer.start()

    def _update_rows(self) -> None:
        if self._session.images:
            self._listed = True
        images = self.verbs.images()
        self.model.set_rows(
            msgspec.structs.replace(image, pinned=True) if image.name in self._pinned else image
            for image in images
        )
        if self._use is not Use.ALL:
            self.proxy.invalidate()
        self._update_stack()
        self._update_actions()
        self.check_action.setEnabled(not self.verbs.checking)

    def _toggle_pins(self) -> None:
        """Pin what is selected above the others, or let go of it when all of it is pinned."""
        names = {image.name for image in self.selected()}
        loose = names <= self._pinned
        self._pinned = self._pinned - names if loose else self._pinned | names
        self._update_rows()
        self.preferences_changed.emit()

    def limit(self, use: Use) -> None:
        """Show only these."""
        self._use = use
        self.segments[use].setChecked(True)
        self._apply_filter()

    def _choose_use(self, use: Use) -> None:
        self.limit(use)
        self.preferences_changed.emit()

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self.limit(Use.ALL)
        self.list.setFocus()

    def _apply_filter(self) -> None:
        wanted, use = self.filter.text(), self._use
        everything = not wanted and use is Use.ALL
        self.proxy.set_predicate(
            None if everything else lambda image: shown(image, use) and matches(image, wanted)
        )
        self._update_stack()
        self._update_actions()

    def _update_stack(self) -> None:
        images = self.model.rows()
        total = len(images)
        self._say_summary(images)
        self.prune_button.setEnabled(any(not image.users for image in images))
        if total == 0 and self.offline.wanted:
            self.offline.refresh()
            self._stack.setCurrentWidget(self.offline)
        elif total == 0 and not self._listed:
            self._stack.setCurrentWidget(self._skeleton)
        elif total == 0:
            self._stack.setCurrentWidget(self.nothing)
        elif self.proxy.shown() == 0:
            words = tr("The filter hides %n image(s)", "", total)
            self.hidden_by_filter.say(words, "", tr("Clear filter"), "")
            self._stack.setCurrentWidget(self.hidden_by_filter)
        else:
            self._stack.setCurrentWidget(self.list)
        self._show_bar()

    def _show_bar(self) -> None:
        """The bar where there is a list; where it is narrow, without what the menu has too."""
        usable = self._stack.currentWidget() in (self.list, self.hidden_by_filter)
        for widget in (self.filter, *self.segments.values(), *self._buttons.values()):
            widget.setVisible(usable)
        for name in _LEFT_OUT:
            if usable and self._bar.minimumSize().width() > self.contentsRect().width() - 40:
                self._buttons[name].hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar()

    def _say_summary(self, images: Sequence[Image]) -> None:
        if not images:
            self.summary.set_text("")
            return
        unused = sum(not image.users for image in images)
        parts = [tr("%n image(s)", "", len(images))]
        if self._disk is not None:
            parts.append(tr("{bytes} on the disk").format(bytes=size(self._disk)))
        if unused:
            parts.append(tr("%n unused", "images", unused))
        chosen = self.selected()
        if len(chosen) > 1:
            parts.append(tr("%n selected", "images", len(chosen)))
        self.summary.set_text(" · ".join(parts))

    def _update_actions(self) -> None:
        chosen = self.selected()
        one = len(chosen) == 1
        named = one and not chosen[0].dangling
        for name, usable in (
            ("open", one),
            ("run", one),
            ("update", any(image.updates for image in chosen)),
            ("push", named),
            ("tag", one),
            ("save", bool(chosen)),
            ("copy_id", one),
            ("delete", bool(chosen)),
        ):
            self.actions_by_name[name].setEnabled(usable)
            if name in self._buttons:
                self._buttons[name].setEnabled(usable)
        pin = self.actions_by_name["pin"]
        pin.setEnabled(bool(chosen))
        loose = bool(chosen) and all(image.pinned for image in chosen)
        pin.setText(tr("Unpin") if loose else tr("Pin to the top"))
        self._say_summary(self.model.rows())

    # What is asked for beside the list, while somebody looks

    def _measure(self) -> None:
        if not self.isVisible() or self._session.connection.phase is not Phase.ONLINE:
            return
        self._actions.start_quiet(
            lambda _: self._session.engine.df(["image"]), done=self._show_disk
        )
        self._learn_platforms()

    def _show_disk(self, answer: Json) -> None:
        self._disk = int(answer.get("LayersSize") or 0)
        self._update_stack()

    def _learn_platforms(self) -> None:
        """Only inspect tells the platform; it never changes, so each image is asked once."""
        known = self.verbs.platforms
        ids = [image.id for image in self._session.images if image.id not in known]
        if not ids or (self._learning is not None and self._learning.running):
            return
        engine = self._session.engine
        gate = asyncio.Semaphore(_ASKED_AT_ONCE)

        async def ask(id: str) -> None:
            async with gate:
                try:
                    known[id] = platform_of(await engine.inspect_image(id))
                except ClientError:
                    known[id] = ""

        async def work(action: Action) -> None:
            async with asyncio.TaskGroup() as group:
                for id in ids:
                    group.create_task(ask(id))

        self._learning = self._actions.start_quiet(work, done=lambda _: self._update_rows())

    def check_updates(self) -> None:
        """Ask the registries, of the selected images or of all."""
        chosen = self.selected()
        self.verbs.check_updates(chosen if len(chosen) > 1 else self.verbs.images())

    def _on_check_each_time(self) -> None:
        self.preferences_changed.emit()
        if self.check_each_time.isChecked():
            self._check_when_listed()

    def _check_when_listed(self) -> None:
        if self._listed and self._session.images:
            self._checked = True
            self.verbs.check_updates(self.verbs.images())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ages.start()
        self._measure_timer.start()
        self.model.refresh_column("created")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ages.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_filter_icon"):
            self._filter_icon.setIcon(icons.icon("search", self.palette(), "muted", 16))

    # A dropped archive

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.verbs.load_from(_files_of(event))

    # What a person does

    def menu(self) -> QMenu:
        """The menu of the selected images; Delete is the last, after a line."""
        menu = QMenu(self)
        for name in ("open", "run", "update", "push", "tag", "save", "copy_id", "pin"):
            if name != "update" or self.actions_by_name[name].isEnabled():
                menu.addAction(self.actions_by_name[name])
        chosen = self.selected()
        if len(chosen) == 1:
            self._add_names(menu, chosen[0])
            self._add_users(menu, chosen[0])
        menu.addSeparator()
        menu.addAction(self.actions_by_name["delete"])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add_names(self, menu: QMenu, image: Image) -> None:
        if not image.others:
            return
        names = menu.addMenu(tr("Delete a name"))
        for name in image.references:
            entry = names.addAction(_menu_text(name))
            entry.triggered.connect(lambda _=False, name=name: self.verbs.delete_name(image, name))

    def _add_users(self, menu: QMenu, image: Image) -> None:
        if not image.users:
            return
        users = menu.addMenu(tr("Open container"))
        for user in image.users:
            entry = users.addAction(_menu_text(user.name))
            entry.triggered.connect(lambda _=False, id=user.id: self.went.emit("container", id, ""))

    def _menu_at(self, where: QPoint) -> None:
        if self.list.indexAt(where).isValid():
            self.menu().popup(self.list.viewport().mapToGlobal(where))

    def _open_user(self, image: Image) -> None:
        if len(image.users) == 1:
            self.went.emit("container", image.users[0].id, "")
        else:
            self.went.emit("image", image.id, "used by")

    def _with_one(self, verb: Callable[[Image], None]) -> None:
        chosen = self.selected()
        if len(chosen) == 1:
            verb(chosen[0])

    def _open(self) -> None:
        self._with_one(lambda image: self.went.emit("image", image.id, ""))

    def _pull_updates(self) -> None:
        for image in self.selected():
            self.verbs.pull_updates(image)


def _leaver(leave: Sequence[Callable[[], None]]) -> Callable[[], None]:
    def left() -> None:
        for call in leave:
            call()

    return left


def _menu_text(text: str) -> str:
    return visible(text).replace("&", "&&")


def _files_of(event: QDropEvent) -> list[Path]:
    """The files of this computer that something dragged stands for."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
