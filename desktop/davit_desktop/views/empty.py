"""What stands where a list would, when there is nothing to list: one sentence, one thing to do."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.translation import tr
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.status_bar import Mark
from davit_desktop.views.text import visible
from davit_desktop.views.theme import tokens

_SKELETON_AFTER = 200  # milliseconds
_WIDTH = 520


class EmptyState(QWidget):
    """Icon, sentence, explanation, a primary button and a command to copy."""

    def __init__(self, icon: str, tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self.mark = Mark(size=48)
        self.mark.show_mark(icon, tone)
        self._title = plain_label("", "title")
        self._text = plain_label("", "muted")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_WIDTH)
        self.button = TextButton("", look="primary")
        self._command = plain_label("", "code")
        self._command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = IconButton("copy", tr("Copy the command"))
        self._copy.clicked.connect(self._copy_command)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        line.addWidget(self._command)
        line.addWidget(self._copy)
        line.addStretch(1)
        center = Qt.AlignmentFlag.AlignHCenter
        self._body.addWidget(self.mark, 0, center)
        self._body.addWidget(self._title, 0, center)
        self._body.addWidget(self._text, 0, center)
        self._body.addWidget(self.button, 0, center)
        self._body.addLayout(line)
        outer.addLayout(self._body)
        outer.addStretch(3)
        self.say("", "", "", "")

    def say(self, title: str, text: str, button: str, command: str) -> None:
        """Show these words; what is empty is left out."""
        self._title.setText(visible(title))
        self._text.setText(visible(text))
        self._text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self._command.setText(visible(command))
        self._command.setAccessibleName(tr("Command: {command}").format(command=command))
        self._command.setVisible(bool(command))
        self._copy.setVisible(bool(command))
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_copy"):
            self._fit()

    def _fit(self) -> None:
        # A centred label in a layout gets the height of one line, whatever its width needs.
        for label in (self._title, self._text):
            label.ensurePolished()
            label.setMinimumHeight(max(0, label.heightForWidth(_WIDTH)))

    @property
    def title(self) -> str:
        return self._title.text()

    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self._command.text())


class Skeleton(QWidget):
    """Grey rows while the first answer is awaited; nothing in the first 200 ms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._late = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._appear)
        self.setAccessibleName(tr("Loading"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._late = False
        self._timer.start(_SKELETON_AFTER)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._late:
            return
        t = tokens(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.border))
        for row in range(min(6, self.height() // 48)):
            top = row * 48 + 18
            painter.drawRoundedRect(QRectF(16, top, 12, 12), 6, 6)
            for left, part in ((0.06, 0.2), (0.34, 0.12), (0.54, 0.22), (0.84, 0.08)):
                width = self.width()
                painter.drawRoundedRect(QRectF(left * width, top, part * width, 12), 6, 6)

    def _appear(self) -> None:
        self._late = True
        self.update()
