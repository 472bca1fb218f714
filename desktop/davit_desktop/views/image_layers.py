"""The Layers tab of an image: each layer, the files in it, and what is held for nothing."""

import asyncio
from contextlib import aclosing

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.types import LayerLine
from davit_desktop.session import Session
from davit_desktop.state.image_layers import (
    Change,
    File,
    ImageFiles,
    LayerRow,
    WastedFile,
    files,
    matching,
)
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.file_tree import NAME, SIZE, FileTree, FoldingTree, change_words
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.text import percent, size, visible

_UNFOLDED = 1_000  # files found up to which all folders are opened
_LARGEST = 2_000  # wasted files that are listed, the largest
_WIDE = 860  # points from which layers and files stand side by side
_FILTERS = (
    ("all", mark("All files")),
    ("changed", mark("Changed")),
    ("removed", mark("Removed")),
    ("wasted", mark("Wasted")),
)


def _layer_columns() -> tuple[Column[LayerRow], ...]:
    return (
        Column[LayerRow](
            key="number",
            title=tr("#", "number of a layer"),
            text=lambda r: str(r.number),
            sort=lambda r: r.number,
        ),
        Column[LayerRow](
            key="step",
            title=tr("Step"),
            text=lambda r: r.instruction or r.diff_id.removeprefix("sha256:")[:12],
            tip=lambda r: f"{r.instruction}\n{r.diff_id}\n{_counts(r)}",
        ),
        Column[LayerRow](
            key="size",
            title=tr("Size"),
            text=lambda r: size(r.size),
            sort=lambda r: r.size,
            right=True,
        ),
        Column[LayerRow](
            key="wasted",
            title=tr("Wasted"),
            text=lambda r: size(r.wasted) if r.wasted else "",
            sort=lambda r: r.wasted,
            right=True,
        ),
    )


def _wasted_columns() -> tuple[Column[WastedFile], ...]:
    return (
        Column[WastedFile](key="path", title=tr("File"), text=lambda w: w.path),
        Column[WastedFile](
            key="layer", title=tr("In layer"), text=lambda w: str(w.layer), sort=lambda w: w.layer
        ),
        Column[WastedFile](key="why", title=tr("Because"), text=_why, sort=lambda w: w.by),
        Column[WastedFile](
            key="size",
            title=tr("Wasted"),
            text=lambda w: size(w.size),
            sort=lambda w: w.size,
            right=True,
        ),
    )


def _why(file: WastedFile) -> str:
    words = tr("deleted by layer {number}") if file.deleted else tr("replaced by layer {number}")
    return words.format(number=file.by)


def _counts(row: LayerRow) -> str:
    return tr("{added} added, {changed} changed, {removed} removed").format(
        added=row.added, changed=row.changed, removed=row.removed
    )


class ImageLayers(QWidget):
    """Follows one image. Reads its layers when it is first looked at; they never change."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._reading: Action | None = None
        self._finding: Action | None = None
        self.files: ImageFiles | None = None
        self._filter = "all"
        self._build()

    def show_image(self, id: str) -> None:
        """Show the layers of this image; empty shows nothing."""
        if id == self._id:
            return
        for action in (self._reading, self._finding):
            if action is not None:
                action.cancel()
        self._reading = self._finding = None
        self._id = id
        self.files = None
        self.layers.set_rows([])
        self.wasted.set_rows([])
        self.tree_model.show_tree(File("", None))
        self.search.clear()
        if id and self.isVisible():
            self._read()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def select_layer(self, number: int) -> None:
        """Show the files of a layer; the lowest is 1."""
        index = self._sorted_layers.mapFromSource(self.layers.index_of(str(number)))
        if index.isValid():
            self.layer_list.setCurrentIndex(index)

    def filter_files(self, which: str) -> None:
        """Limit the files shown: all, changed, removed or wasted."""
        self._filter = which
        self.filters[which].setChecked(True)
        self._show_files()

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        self._stack = QStackedWidget()
        layout.addWidget(self._stack)
        self._skeleton = Skeleton()
        self.failed = EmptyState("warning", "red")
        self.failed.button.clicked.connect(self._read)
        self._body = QWidget()
        for page in (self._skeleton, self.failed, self._body):
            self._stack.addWidget(page)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        self.summary = ElidedLabel("", "strong")
        body.addWidget(self.summary)
        self._split = split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._build_layers())
        split.addWidget(self._build_files())
        split.setSizes([430, 570])
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        body.addWidget(split, 1)

    def _build_layers(self) -> QWidget:
        self.layers = TableModel(_layer_columns(), lambda r: str(r.number), self)
        self._sorted_layers = RowsProxy(self.layers, self)
        self.layer_list = _table(tr("Layers"))
        self.layer_list.setModel(self._sorted_layers)
        self.layer_list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        advance = self.fontMetrics().horizontalAdvance
        amount = advance("999.9 MB") + 20
        _place(self.layer_list, 1, {0: advance("999") + 20, 2: amount, 3: amount})
        self.layer_list.selectionModel().currentRowChanged.connect(lambda *_: self._show_files())
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.addWidget(self.layer_list)
        side.setMinimumWidth(300)
        return side

    def _build_files(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find files  (Ctrl+F)"))
        self.search.setAccessibleName(tr("Find files of this layer"))
        self.search.setMinimumWidth(90)
        self._search_timer = QTimer(self, singleShot=True, interval=150)
        self._search_timer.timeout.connect(self._show_files)
        self.search.textChanged.connect(lambda: self._search_timer.start())
        bar.addWidget(self.search, 1)
        group = QButtonGroup(self)
        self.filters: dict[str, QPushButton] = {}
        for key, words in _FILTERS:
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(tr("Show: {what}").format(what=tr(words)))
            button.clicked.connect(lambda _=False, key=key: self.filter_files(key))
            group.addButton(button)
            self.filters[key] = button
            bar.addWidget(button)
        self.filters["all"].setChecked(True)
        layout.addLayout(bar)
        self._views = QStackedWidget()
        self.tree_model = FileTree(self)
        self.tree = _dressed(FoldingTree(), tr("Files of the layer"))
        self.tree.setRootIsDecorated(True)
        self.tree.setModel(self.tree_model)
        self.tree.sortByColumn(SIZE, Qt.SortOrder.DescendingOrder)
        advance = self.fontMetrics().horizontalAdvance
        amount = advance("999.9 MB") + 20
        change = max(advance(change_words(change)) for change in Change) + 20
        _place(self.tree, NAME, {1: change, 2: amount, 3: amount, 4: amount})
        self.tree.activated.connect(self._copy_path)
        self.wasted = TableModel(_wasted_columns(), lambda w: w.key, self)
        self._sorted_wasted = RowsProxy(self.wasted, self)
        self.wasted_list = _table(tr("Wasted files of all layers"))
        self.wasted_list.setModel(self._sorted_wasted)
        self.wasted_list.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        why = advance(tr("replaced by layer {number}").format(number=99)) + 20
        _place(self.wasted_list, 0, {1: advance(tr("In layer")) + 24, 2: why, 3: amount})
        self.no_files = EmptyState("folder")
        for page in (self.tree, self.wasted_list, self.no_files):
            self._views.addWidget(page)
        self.no_files.button.clicked.connect(self._clear_filters)
        layout.addWidget(self._views, 1)
        side.setMinimumWidth(300)
        return side

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Layers beside their files, or above them where there is no room."""
        beside = self.width() >= _WIDE
        sideways = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != sideways:
            self._split.setOrientation(sideways)
            self._split.setSizes([430, 570] if beside else [300, 600])
        for place, margins in enumerate(((0, 0, 8, 0), (8, 0, 0, 0))):
            side = self._split.widget(place)
            layout = side.layout() if side is not None else None
            if not beside:
                margins = (0, 0, 0, 8) if place == 0 else (0, 8, 0, 0)
            if layout is not None:
                layout.setContentsMargins(*margins)

    # Reading

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if not self._id or self.files is not None:
            return
        if self._reading is not None and self._reading.running:
            return
        id = self._id
        self._stack.setCurrentWidget(self._skeleton)

        async def work(action: Action) -> ImageFiles | None:
            lines: list[LayerLine] = []
            async with aclosing(self._session.engine.image_files(id)) as coming:
                async for line in coming:
                    lines.append(line)
            return await asyncio.to_thread(files, lines)

        self._reading = self._actions.start_quiet(
            work,
            done=lambda found: self._show(id, found),
            failure=tr("Cannot read the layers"),
            failed=lambda problem: self._failed(id, problem),
        )

    def _failed(self, id: str, problem: Problem) -> None:
        if id != self._id:
            return
        if "page not found" in problem.details:
            self.failed.say(
                tr("This engine does not tell the files of layers"),
                tr("Davit's own engine does. The History tab shows the steps and their sizes."),
                "",
                "",
            )
        else:
            self.failed.say(problem.title, problem.reason, tr("Retry"), "")
        self._stack.setCurrentWidget(self.failed)

    def _show(self, id: str, found: ImageFiles | None) -> None:
        if id != self._id:
            return
        if found is None:
            self.failed.say(
                tr("Cannot read the layers"),
                tr("The engine's answer ended too early."),
                tr("Retry"),
                "",
            )
            self._stack.setCurrentWidget(self.failed)
            return
        self.files = found
        self.layers.set_rows(found.layers)
        self.wasted.set_rows({file.key: file for file in found.wasted[:_LARGEST]}.values())
        self._say_summary(found)
        self._stack.setCurrentWidget(self._body)
        before = self.layer
        self.select_layer(found.layers[-1].number if found.layers else 1)
        if self.layer is before:  # else that has shown them
            self._show_files()

    def _say_summary(self, found: ImageFiles) -> None:
        if found.wasted_size:
            words = tr("{wasted} of {size} wasted ({part})").format(
                wasted=size(found.wasted_size),
                size=size(found.size),
                part=percent(100 * (1 - found.efficiency)),
            )
        else:
            words = tr("Nothing wasted: every file of the layers is seen")
        parts = [words]
        if found.left_out:
            parts.append(tr("%n line(s) left out, sums are of all", "", found.left_out))
        self.summary.set_text(" · ".join(parts))

    # Showing

    @property
    def layer(self) -> LayerRow | None:
        """The layer whose files are shown."""
        return self._sorted_layers.row_at(self.layer_list.currentIndex())

    def _show_files(self) -> None:
        if self._finding is not None:
            self._finding.cancel()
            self._finding = None
        if self.files is None:
            return
        wanted = self.search.text().strip().lower()
        if self._filter == "wasted":
            self._sorted_wasted.set_predicate(
                (lambda file: wanted in file.path.lower()) if wanted else None
            )
            self._show_view(self.wasted_list, bool(self._sorted_wasted.shown()))
            return
        layer = self.layer
        if layer is None:
            return
        root = self.files.roots[layer.number - 1]
        change = {"changed": Change.CHANGED, "removed": Change.REMOVED}.get(self._filter)
        if change is None and not wanted:
            self.tree_model.show_tree(root)
            if self.tree_model.shown == 1:
                self.tree.expandToDepth(1)
            self._show_view(self.tree, bool(self.tree_model.shown))
            return
        # Off this thread: a layer may have very many files.
        self._finding = self._actions.start_quiet(
            lambda _: asyncio.to_thread(matching, root, wanted, change),
            done=lambda seen: self._show_found(root, seen),
        )

    def _show_found(self, root: File, seen: dict[File, bool]) -> None:
        self.tree_model.show_tree(root, seen)
        if len(seen) <= _UNFOLDED:
            self.tree.expandAll()
        self._show_view(self.tree, bool(seen))

    def _show_view(self, view: QWidget, found: bool) -> None:
        if not found:
            self._say_empty()
        self._views.setCurrentWidget(view if found else self.no_files)

    def _say_empty(self) -> None:
        limited = self._filter != "all" or bool(self.search.text())
        if self._filter == "wasted" and not self.search.text():
            self.no_files.say(tr("Nothing is wasted"), "", "", "")
        elif limited:
            self.no_files.say(tr("No file of this layer matches"), "", tr("Clear filter"), "")
        else:
            self.no_files.say(tr("This layer has no files"), "", "", "")

    def _clear_filters(self) -> None:
        self.search.clear()
        self.filter_files("all")

    def _copy_path(self, index: QModelIndex) -> None:
        file = self.tree_model.file(index)
        if file is not None and not file.children:
            QGuiApplication.clipboard().setText(visible(file.path))


def _table(name: str) -> QTreeView:
    return _dressed(QTreeView(), name)


def _dressed(view: QTreeView, name: str) -> QTreeView:
    view.setAccessibleName(name)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setSortingEnabled(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    return view


def _place(view: QTreeView, wide: int, widths: dict[int, int]) -> None:
    header = view.header()
    header.setStretchLastSection(False)
    for column, width in widths.items():
        title = str(view.model().headerData(column, Qt.Orientation.Horizontal) or "")
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        view.setColumnWidth(column, max(width, header.fontMetrics().horizontalAdvance(title) + 32))
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
