"""A tree that draws its own arrows, which a style sheet would leave out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView
from typing_extensions import override

from davit_desktop.views import icons
from davit_desktop.views.theme import tokens

_ARROW = 14


class BranchTree(QTreeView):
    """An arrow before what can be opened, in the colours of the theme."""

    @override
    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not self.model().hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        place = QRectF(0, 0, _ARROW, _ARROW)
        left = rect.right() - self.indentation() + 1
        place.moveCenter(QRectF(left, rect.top(), self.indentation(), rect.height()).center())
        icons.paint(painter, name, place, tokens(self.palette()).muted)
