"""The layers of a pull or push: a row and a bar for each, one bar for all, and a sentence."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.state.pull import Layer, Pull
from davit_desktop.translation import tr
from davit_desktop.views.messages import ElidedLabel
from davit_desktop.views.table_model import Column, Index, RowsProxy, TableModel
from davit_desktop.views.text import size
from davit_desktop.views.theme import tokens

_BAR = 2  # the column of the bars


def amount(layer: Layer) -> str:
    """How much of a layer is here, or how much it is."""
    if layer.state in ("Downloading", "Pushing") and layer.total:
        return tr("{done} of {total}", "bytes").format(
            done=size(layer.current), total=size(layer.total)
        )
    return size(layer.size) if layer.size else ""


def words(pull: Pull) -> str:
    """How far all of it is."""
    if not pull.layers:
        return pull.message
    done, count = pull.finished_layers, len(pull.layers)
    layers = tr("{done} of %n layer(s)", "", count).format(done=done)
    if not pull.size:
        return layers
    return tr("{layers}, {done} of {total}", "bytes").format(
        layers=layers, done=size(pull.downloaded), total=size(pull.size)
    )


def _columns() -> tuple[Column[Layer], ...]:
    return (
        Column[Layer](key="id", title=tr("Layer"), text=lambda r: r.id, sort=lambda r: r.place),
        Column[Layer](key="state", title=tr("State"), text=lambda r: tr(r.state)),
        Column[Layer](key="bar", title=tr("Progress"), text=lambda r: f"{r.work:.0%}"),
        Column[Layer](key="size", title=tr("Size"), text=amount, right=True),
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


class LayerProgress(QWidget):
    """Shows a `Pull`; empty until a layer is known."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the bar over all."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.model = TableModel(_columns(), lambda layer: layer.id, self)
        self._proxy = RowsProxy(self.model, self)
        self._proxy.sort(0)
        self.list = QTreeView()
        self.list.setAccessibleName(tr("Layers"))
        self.list.setModel(self._proxy)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setItemDelegate(_BarDelegate(self.list, self._proxy))
        self.list.setProperty("look", "rows")
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        metrics = self.list.fontMetrics()
        for column, text in ((0, "0" * 12), (1, tr("Already there")), (3, "999 MB of 999 MB")):
            self.list.setColumnWidth(column, metrics.horizontalAdvance(text) + 28)
        header.setSectionResizeMode(_BAR, QHeaderView.ResizeMode.Stretch)
        layout.addWidget(self.list, 1)
        self.total = QProgressBar()
        self.total.setRange(0, 1000)
        self.total.setTextVisible(False)
        self.total.setAccessibleName(name)
        layout.addWidget(self.total)
        self.words = ElidedLabel("", "muted")
        layout.addWidget(self.words)

    def clear(self, words: str = "") -> None:
        """Show no layer, only a sentence."""
        self.model.set_rows([])
        self.total.setValue(0)
        self.words.set_text(words)

    def show_pull(self, pull: Pull) -> None:
        """Show how far it is."""
        self.model.set_rows(pull.layers.values())
        self.total.setValue(round(pull.fraction * 1000))
        self.words.set_text(words(pull))

    def finish(self, words: str) -> None:
        """Say that all of it is done."""
        self.total.setValue(1000)
        self.words.set_text(words)
