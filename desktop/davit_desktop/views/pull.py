"""Pull an image: ask for its name, show what each layer is doing."""

from __future__ import annotations

import shlex

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.session import Session
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import Layer, Pull
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import ElidedLabel, ProblemList, plain_label
from davit_desktop.views.run_flow import pull_image
from davit_desktop.views.run_rows import mark
from davit_desktop.views.table_model import Column, Index, RowsProxy, TableModel
from davit_desktop.views.text import size, visible
from davit_desktop.views.theme import tokens

_BAR = 2  # the column of the bars


def _amount(layer: Layer) -> str:
    if layer.state == "Downloading" and layer.total:
        return f"{size(layer.current)} of {size(layer.total)}"
    return size(layer.size) if layer.size else ""


_COLUMNS = (
    Column[Layer](key="id", title="Layer", text=lambda layer: layer.id, sort=lambda r: r.place),
    Column[Layer](key="state", title="State", text=lambda layer: layer.state),
    Column[Layer](key="bar", title="", text=lambda layer: f"{layer.work:.0%}"),
    Column[Layer](key="size", title="Size", text=_amount, right=True),
)


class _BarDelegate(QStyledItemDelegate):
    """Paints how far a layer is."""

    def __init__(self, view: QTreeView, proxy: RowsProxy[Layer]) -> None:
        super().__init__(view)
        self._view = view
        self._proxy = proxy

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self._view.fontMetrics().height() + 10)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        layer = self._proxy.row_at(index)
        if index.column() != _BAR or layer is None:
            super().paint(painter, option, index)
            return
        t = tokens(self._view.palette())
        area = QRectF(option.rect).adjusted(8, 0, -8, 0)
        track = QRectF(area.left(), area.center().y() - 3, area.width(), 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.hover))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(QColor(t.green if layer.done else t.accent))
        track.setWidth(track.width() * layer.work)
        if layer.work > 0:
            painter.drawRoundedRect(track, 3, 3)
        painter.restore()


class PullDialog(QDialog):
    """Closing it leaves the pull going on, in the task drawer; Cancel pull ends it."""

    pulled = Signal(str)  # reference

    def __init__(
        self,
        session: Session,
        actions: Actions,
        reference: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._action: Action | None = None
        self.setWindowTitle("Pull an image")
        self.setMinimumSize(560, 360)
        self._build()
        self.field.setText(reference)
        self._check()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText("nginx, ghcr.io/owner/name:tag")
        self.field.setAccessibleName("Image to pull")
        self.field.textChanged.connect(self._check)
        self.pull_button = TextButton("Pull image", "download", look="primary")
        self.pull_button.setDefault(True)
        self.pull_button.clicked.connect(self.pull)
        row.addWidget(self.field, 1)
        row.addWidget(self.pull_button)
        layout.addLayout(row)
        self._note = plain_label("", "red")
        self._note.setWordWrap(True)
        layout.addWidget(self._note)
        self.problems = ProblemList()
        layout.addWidget(self.problems)
        self.model = TableModel(_COLUMNS, lambda layer: layer.id, self)
        self._proxy = RowsProxy(self.model, self)
        self._proxy.sort(0)
        self.list = QTreeView()
        self.list.setAccessibleName("Layers")
        self.list.setModel(self._proxy)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setItemDelegate(_BarDelegate(self.list, self._proxy))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        metrics = self.list.fontMetrics()
        for column, words in ((0, "0" * 12), (1, "Already here"), (3, "999.9 MB of 999.9 MB")):
            self.list.setColumnWidth(column, metrics.horizontalAdvance(words) + 24)
        header.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Stretch)
        self.list.setProperty("look", "rows")
        layout.addWidget(self.list, 1)
        self._room = QWidget()  # in place of the list while no layer is known
        layout.addWidget(self._room, 1)
        self.total = QProgressBar()
        self.total.setRange(0, 1000)
        self.total.setTextVisible(False)
        self.total.setAccessibleName("All of the pull")
        layout.addWidget(self.total)
        self._show_layers(known=False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.words = ElidedLabel("", "muted")
        self.cancel_button = TextButton("Cancel pull")
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.cancel)
        self.close_button = TextButton("Close")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)

    @property
    def running(self) -> bool:
        return self._action is not None and self._action.running

    def pull(self) -> None:
        """Begin, if the field names an image."""
        reference = self.field.text().strip()
        if self.running or not self._check():
            return
        self.model.set_rows([])
        self._show_layers(known=False)
        self.words.set_text("Asking the registry…")
        self.problems.forget(f"Cannot pull {reference}")
        self._action = self._actions.start(
            f"Pulling {reference}",
            lambda action: pull_image(self._session.engine, reference, "", action, self.show_pull),
            failure=f"Cannot pull {reference}",
            command=f"docker pull {shlex.quote(reference)}",
            done=lambda pull: self._done(reference, pull),
            failed=self._failed,
        )
        self._action.changed.connect(self._check)
        self._check()

    def cancel(self) -> None:
        """End the pull; what has been downloaded may be used by the next one."""
        if self._action is not None and self.running:
            self._action.cancel()
            self.words.set_text("Cancelled")

    def show_pull(self, pull: Pull) -> None:
        """Show how far it is."""
        self.model.set_rows(pull.layers.values())
        self._show_layers(known=bool(pull.layers))
        self.total.setValue(round(pull.fraction * 1000))
        layers = f"{pull.finished_layers} of {len(pull.layers)} layers"
        amount = f", {size(pull.downloaded)} of {size(pull.size)}" if pull.size else ""
        self.words.set_text(f"{layers}{amount}" if pull.layers else pull.message)

    def _show_layers(self, *, known: bool) -> None:
        self.list.setVisible(known)
        self.total.setVisible(known)
        self._room.setVisible(not known)

    def _done(self, reference: str, pull: Pull) -> None:
        self.total.setValue(1000)
        self.words.set_text(pull.message.removeprefix("Status: ") or f"Pulled {reference}")
        self.pulled.emit(reference)

    def _failed(self, problem: Problem) -> None:
        self.words.set_text("")
        self.problems.show_problem(problem)

    def _check(self) -> bool:
        reference = self.field.text().strip()
        words = ""
        if reference:
            try:
                parse_reference(reference)
            except InvalidReference:
                words = f"{reference} is not the name of an image"
        mark(self.field, wrong=bool(words))
        self._note.setText(visible(words))
        self._note.setVisible(bool(words))
        usable = bool(reference) and not words and not self.running
        self.pull_button.setEnabled(usable)
        self.field.setEnabled(not self.running)
        self.cancel_button.setVisible(self.running)
        return usable
