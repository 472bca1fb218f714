"""The images page: what is on this computer, what uses it, and what can go."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QMenu,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.session import Phase, Session
from davit_desktop.state.images import Image, rows
from davit_desktop.views import icons
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.pull import PullDialog
from davit_desktop.views.run_rows import mark
from davit_desktop.views.table_model import Column, Index, RowsProxy, TableModel
from davit_desktop.views.text import duration, size, visible
from davit_desktop.views.theme import tokens

_AGES_EVERY = 60_000  # milliseconds


def age(image: Image) -> str:
    """How long ago it was made; images may carry a date of long ago, or none."""
    if image.created <= 0:
        return ""
    return f"{duration(max(0.0, time.time() - image.created))} ago"


def use(image: Image) -> str:
    """By whom it is used."""
    if not image.used_by:
        return ""
    return image.used_by[0] if len(image.used_by) == 1 else f"{len(image.used_by)} containers"


def unused_size(images: Iterable[Image]) -> int:
    """Bytes of images, each counted once however many names it has."""
    return sum({image.id: image.size for image in images}.values())


def matches(image: Image, wanted: str) -> bool:
    """Whether every word of the filter is in the name, the id or the name of a user."""
    hay = " ".join((image.reference, image.id, *image.used_by)).lower()
    return all(word in hay for word in wanted.lower().split())


_COLUMNS = (
    Column[Image](key="name", title="Name", text=lambda i: i.reference),
    Column[Image](key="id", title="ID", text=lambda i: i.short_id, tip=lambda i: i.id),
    Column[Image](
        key="use",
        title="Used by",
        text=use,
        tip=lambda i: "\n".join(i.used_by),
        sort=lambda i: len(i.used_by),
    ),
    Column[Image](key="created", title="Created", text=age, sort=lambda i: -i.created),
    Column[Image](
        key="size", title="Size", text=lambda i: size(i.size), sort=lambda i: i.size, right=True
    ),
)


class _RowDelegate(QStyledItemDelegate):
    """Plain cells on whole-row backgrounds; the name is bold, what is in use has a mark."""

    def __init__(self, view: ImageList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, max(36, self._view.fontMetrics().height() + 18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        image = self._view.image(index)
        if image is None:
            return
        painter.save()
        t = tokens(self._view.palette())
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            area, QColor(t.selection if selected else t.hover if hovered else t.surface)
        )
        painter.setPen(QColor(t.border))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))
        current = self._view.currentIndex().row() == index.row()
        if current and self._view.hasFocus() and index.column() == 0:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(t.accent))
        text = area.adjusted(16 if index.column() == 0 else 8, 0, -8, 0)
        column = _COLUMNS[index.column()]
        words = visible(column.text(image))
        if column.key == "name" and not image.dangling:
            font = QFont(self._view.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        if column.key == "use" and image.used_by:
            place = QRectF(text.left(), text.center().y() - 7, 14, 14)
            icons.paint(painter, "containers", place, t.green, t.surface)
            text.setLeft(text.left() + 20)
        quiet = column.key not in ("name", "use") or image.dangling
        painter.setPen(QColor(t.muted if quiet else t.text))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideMiddle, int(text.width())
        )
        painter.drawText(
            text, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown
        )
        painter.restore()


class ImageList(QTreeView):
    """The list itself."""

    def __init__(self, proxy: RowsProxy[Image], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proxy = proxy
        self.setModel(proxy)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName("Images")
        self.setProperty("look", "rows")  # the current row shows the focus
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def image(self, index: Index) -> Image | None:
        """The row under an index."""
        return self._proxy.row_at(index)

    def place_columns(self) -> None:
        """Give every column its width, so that nothing scrolls sideways."""
        metrics = self.fontMetrics()
        fixed = {
            1: metrics.horizontalAdvance("0" * 12) + 24,
            3: metrics.horizontalAdvance("99 h 59 min ago") + 24,
            4: metrics.horizontalAdvance("999.9 MB") + 28,
        }
        left = max(100, self.viewport().width() - sum(fixed.values()))
        used_by = max(
            int(left * 0.3), min(left // 2, metrics.horizontalAdvance("99 containers") + 48)
        )
        widths = {**fixed, 0: left - used_by, 2: used_by}
        for column, width in widths.items():
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_columns()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.place_columns()


class ImagesPage(Page):
    """Filter and list, with the empty states in the list's place."""

    run_requested = Signal(str)  # reference or id

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.model = TableModel(_COLUMNS, lambda image: image.key, self)
        self.proxy = RowsProxy(self.model, self)
        self.list = ImageList(self.proxy)
        self.filter = QLineEdit()
        self.dialog: QDialog | None = None
        self.actions_by_name: dict[str, QAction] = {}
        self._listed = False
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

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label("Images", "title"))
        self._summary = plain_label("", "muted")
        head.addWidget(self._summary, 1)
        self.prune_button = TextButton("Prune unused…")
        self.prune_button.clicked.connect(self.prune)
        self.pull_button = TextButton("Pull…", "download", look="primary")
        self.pull_button.clicked.connect(lambda: self.pull())
        head.addWidget(self.prune_button)
        head.addWidget(self.pull_button)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.filter.setPlaceholderText("Filter by name, id or container  (Ctrl+F)")
        self.filter.setAccessibleName("Filter images")
        self.filter.setMaximumWidth(360)
        self._filter_icon = self.filter.addAction(
            icons.icon("search", self.palette(), "muted", 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        bar.addWidget(self.filter, 4)
        bar.addStretch(1)
        self._buttons: dict[str, QWidget] = {}
        for name, icon, gap in (
            ("run", "play", 0),
            ("tag", "tag", 0),
            ("copy_id", "copy", 0),
            ("delete", "trash", 16),
        ):
            action = self.actions_by_name[name]
            button = IconButton(icon, action.toolTip())
            button.clicked.connect(action.trigger)
            if gap:
                bar.addSpacing(gap)  # Delete stands apart
            bar.addWidget(button)
            self._buttons[name] = button
        layout.addLayout(bar)
        self._stack = QStackedWidget()
        self.nothing = EmptyState("images")
        self.hidden_by_filter = EmptyState("search")
        self.offline = EngineOff(self._session, self._actions)
        self._skeleton = Skeleton()
        for widget in (
            self.list,
            self.nothing,
            self.hidden_by_filter,
            self.offline,
            self._skeleton,
        ):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.nothing.say(
            "No images yet",
            "An image is what containers are made from. Images come from a registry, or are built.",
            "Pull an image",
            "docker pull nginx",
        )

    def _make_actions(self) -> None:
        for name, words, keys, slot in (
            ("run", "Run…", "Return", self._run),
            ("tag", "Tag…", "", self._tag),
            ("copy_id", "Copy id", "", self._copy_id),
            ("delete", "Delete", "Del", self._delete),
        ):
            action = QAction(words, self)
            action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…"))
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.list.addAction(action)
            self.actions_by_name[name] = action

    def _wire(self) -> None:
        self._leave = [
            self._session.images_news.subscribe(self._on_images),
            self._session.containers_news.subscribe(self._update_rows),
            self._session.connection_news.subscribe(self._update_stack),
        ]
        self.destroyed.connect(_leaver(self._leave))
        self._filter_timer = QTimer(self, singleShot=True, interval=60)
        self._filter_timer.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(lambda: self._filter_timer.start())
        escape = QShortcut(QKeySequence("Esc"), self.filter)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.clear_filter)
        down = QShortcut(QKeySequence("Down"), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)
        self.list.doubleClicked.connect(lambda _: self._run())
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.selectionModel().selectionChanged.connect(self._update_actions)
        self.nothing.button.clicked.connect(lambda: self.pull())
        self.hidden_by_filter.button.clicked.connect(self.clear_filter)
        self.offline.problem.connect(self.problems.show_problem)
        self._ages = QTimer(self, interval=_AGES_EVERY)
        self._ages.timeout.connect(lambda: self.model.refresh_column("created"))
        self._update_actions()

    # Rows

    def _on_images(self) -> None:
        self._listed = self._session.connection.phase is not Phase.OFFLINE
        self._update_rows()

    def _update_rows(self) -> None:
        if self._session.images:
            self._listed = True
        self.model.set_rows(rows(self._session.images, self._session.containers))
        self._update_stack()
        self._update_actions()

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()
        self._apply_filter()
        self.list.setFocus()

    def _apply_filter(self) -> None:
        wanted = self.filter.text()
        self.proxy.set_predicate((lambda image: matches(image, wanted)) if wanted else None)
        self._update_stack()
        self._update_actions()

    def _update_stack(self) -> None:
        images = self.model.rows()
        total = len(images)
        unused = [image for image in images if not image.used_by]
        ids = {image.id for image in images}
        self._summary.setText(f"{len(ids)} images · {size(unused_size(images))}" if total else "")
        self.prune_button.setEnabled(bool(unused))
        if total == 0 and self.offline.wanted:
            self.offline.refresh()
            self._stack.setCurrentWidget(self.offline)
        elif total == 0 and not self._listed:
            self._stack.setCurrentWidget(self._skeleton)
        elif total == 0:
            self._stack.setCurrentWidget(self.nothing)
        elif self.proxy.shown() == 0:
            words = "1 image" if total == 1 else f"{total} images"
            self.hidden_by_filter.say(f"The filter hides {words}", "", "Clear filter", "")
            self._stack.setCurrentWidget(self.hidden_by_filter)
        else:
            self._stack.setCurrentWidget(self.list)
        usable = self._stack.currentWidget() in (self.list, self.hidden_by_filter)
        for widget in (self.filter, *self._buttons.values()):
            widget.setVisible(usable)

    def _update_actions(self) -> None:
        chosen = self.selected()
        for name, usable in (
            ("run", len(chosen) == 1),
            ("tag", len(chosen) == 1),
            ("copy_id", len(chosen) == 1),
            ("delete", bool(chosen)),
        ):
            self.actions_by_name[name].setEnabled(usable)
            self._buttons[name].setEnabled(usable)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ages.start()
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

    # What a person does

    def menu(self) -> QMenu:
        """The menu of the selected images; Delete is the last, after a line."""
        menu = QMenu(self)
        for name in ("run", "tag", "copy_id"):
            menu.addAction(self.actions_by_name[name])
        menu.addSeparator()
        menu.addAction(self.actions_by_name["delete"])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _menu_at(self, where: QPoint) -> None:
        if self.list.indexAt(where).isValid():
            self.menu().popup(self.list.viewport().mapToGlobal(where))

    def _one(self) -> Image | None:
        chosen = self.selected()
        return chosen[0] if len(chosen) == 1 else None

    def _run(self) -> None:
        image = self._one()
        if image is not None:
            self.run_requested.emit(name_of(image))

    def _copy_id(self) -> None:
        image = self._one()
        if image is not None:
            QGuiApplication.clipboard().setText(image.id)
            self.said.emit(f"Copied the id of {image.reference}", image.id)

    def _delete(self) -> None:
        chosen = self.selected()
        if chosen:
            what = chosen[0].reference if len(chosen) == 1 else f"{len(chosen)} images"
            self._remove(chosen, what, self.problems.show_problem)

    def _remove(self, images: Sequence[Image], what: str, failed: Callable[..., None]) -> None:
        names = [name_of(image) for image in images]
        self._actions.start(
            f"Deleting {what}",
            lambda action: remove_all(self._session.engine, names, action),
            failure=f"Cannot delete {what}",
            command=shlex.join(["docker", "rmi", *names]),
            done=lambda count: self.said.emit(f"Deleted {what}", "\n".join(names)),
            failed=failed,
        )

    def pull(self, reference: str = "") -> None:
        """Ask for an image and fetch it."""
        dialog = PullDialog(self._session, self._actions, reference, self)
        dialog.pulled.connect(lambda name: self.said.emit(f"Pulled {name}", name))
        self._open(dialog)

    def _tag(self) -> None:
        image = self._one()
        if image is None:
            return
        dialog = TagDialog(image, self)
        dialog.requested.connect(lambda name: self._give_name(image, name))
        self._open(dialog)

    def _give_name(self, image: Image, name: str) -> None:
        reference = parse_reference(name).tagged()
        self._actions.start(
            f"Tagging {name}",
            lambda _: self._session.engine.tag(image.id, reference.familiar_name(), reference.tag),
            failure=f"Cannot give {image.reference} the name {name}",
            command=shlex.join(["docker", "tag", name_of(image), name]),
            done=lambda _: self.said.emit(f"Tagged {reference.familiar()}", image.id),
            failed=self.problems.show_problem,
        )

    def prune(self) -> None:
        """Show what no container uses, with sizes, and delete it if that is wanted."""
        unused = [image for image in self.model.rows() if not image.used_by]
        if not unused:
            return
        dialog = PruneDialog(unused, self)
        dialog.requested.connect(
            lambda images: self._remove(
                images, f"{len(images)} unused images", self.problems.show_problem
            )
        )
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog

        def closed() -> None:
            if self.dialog is dialog:
                self.dialog = None
            # A pull that goes on still tells the dialog how far it is.
            if not (isinstance(dialog, PullDialog) and dialog.running):
                dialog.deleteLater()

        dialog.finished.connect(closed)
        dialog.open()


def _leaver(leave: Sequence[Callable[[], None]]) -> Callable[[], None]:
    def left() -> None:
        for call in leave:
            call()

    return left


def name_of(image: Image) -> str:
    """What to call it towards the engine: its name, or its id when it has none."""
    return image.id if image.dangling else image.reference


async def remove_all(engine: EngineClient, names: Sequence[str], action: Action) -> int:
    """Delete images one after the other, all that can be; how many were. Raises the first
    error when it is through."""
    error: ClientError | None = None
    removed = 0
    for number, name in enumerate(names):
        action.progress(number, len(names), name)
        try:
            await engine.remove_image(name)
        except ClientError as refused:
            error = error or refused
        else:
            removed += 1
    if error is not None:
        raise error
    return removed


class TagDialog(QDialog):
    """Another name for an image."""

    requested = Signal(str)

    def __init__(self, image: Image, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tag an image")
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        label = plain_label(f"Another name for {visible(image.reference)} ({image.short_id})")
        label.setWordWrap(True)
        self.field = QLineEdit("" if image.dangling else image.reference)
        self.field.setPlaceholderText("name:tag")
        self.field.setAccessibleName("New name")
        self.field.textChanged.connect(self._check)
        self._note = plain_label("", "red")
        cancel = TextButton("Cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = TextButton("Tag image", "tag", look="primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._note, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        for widget in (label, self.field):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._old = image.reference
        self.field.selectAll()
        self._check()

    def _check(self) -> None:
        name = self.field.text().strip()
        words = ""
        if name:
            try:
                if parse_reference(name).digest:
                    words = "A name has no digest"
            except InvalidReference:
                words = "Not a name of an image"
        mark(self.field, wrong=bool(words))
        self._note.setText(words)
        self.button.setEnabled(bool(name) and not words and name != self._old)

    def _accept(self) -> None:
        self.requested.emit(self.field.text().strip())
        self.accept()


class PruneDialog(QDialog):
    """What would be deleted, and how much it is. Cancel is the default."""

    requested = Signal(object)  # tuple[Image, ...]

    def __init__(self, unused: Sequence[Image], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unused = tuple(unused)
        self.setWindowTitle("Prune unused images")
        self.setMinimumSize(480, 320)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        ids = {image.id for image in unused}
        count = "1 image is" if len(ids) == 1 else f"{len(ids)} images are"
        layout.addWidget(
            plain_label(f"{count} used by no container: {size(unused_size(unused))}", "strong")
        )
        note = plain_label(
            "Layers shared with images that stay are kept, so less may become free. "
            "Deleted images can be pulled or built again.",
            "muted",
        )
        note.setWordWrap(True)
        layout.addWidget(note)
        items = QListWidget()
        items.setAccessibleName("Images to delete")
        for image in sorted(unused, key=lambda image: -image.size):
            items.addItem(f"{visible(image.reference)}  ({image.short_id}), {size(image.size)}")
        layout.addWidget(items, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        cancel = TextButton("Cancel")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        words = "Delete 1 image" if len(ids) == 1 else f"Delete {len(ids)} images"
        self.button = TextButton(words, "trash", look="danger", token="red")
        self.button.setAutoDefault(False)

        def delete() -> None:
            self.requested.emit(self.unused)
            self.accept()

        self.button.clicked.connect(delete)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        layout.addLayout(buttons)
        cancel.setFocus()
