"""Say what went wrong and what to try: inline problems, banners and toasts."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QEnterEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from davit_desktop.state.problem import Problem
from davit_desktop.translation import sentences, tr
from davit_desktop.views.icons import IconButton, TextButton, pixmap
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import monospace, tokens

_TOAST_MILLISECONDS = 5_000
_UNDO_MILLISECONDS = 10_000
_AT_ONCE = 3
_CODE_PADDING = 18  # points that the style sheet leaves around text of this look


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is, never as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        label.setProperty("look", look)
    return label


class ElidedLabel(QLabel):
    """One line of plain text that ends in an ellipsis when it does not fit; the tip has it all."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if look:
            self.setProperty("look", look)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text as far as it fits."""
        self._whole = visible(text)
        self.setAccessibleName(self._whole)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        room = self.width() - (_CODE_PADDING if self.property("look") == "code" else 0)
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self._whole else tool_tip(self._whole))


class ProblemCard(QFrame):
    """One problem: what failed, why, what to do; Details and Copy; stays until dismissed."""

    def __init__(self, problem: Problem, dismissed: Callable[[], None] | None) -> None:
        super().__init__()
        self.setProperty("look", "problem")
        self.problem = problem
        self.setAccessibleName(" ".join(map(visible, problem.text.splitlines())))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._icon = QLabel()
        words = QVBoxLayout()
        words.setSpacing(2)
        title = plain_label(visible(problem.title), "strong")
        title.setWordWrap(True)
        words.addWidget(title)
        reason = visible(problem.reason)
        if reason and not problem.advice:
            reason = tr("{verdict}.").format(verdict=reason.rstrip(".。"))
        said = plain_label(sentences(reason, visible(problem.advice)))
        said.setVisible(bool(said.text()))
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(said)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._details = QPlainTextEdit(problem.details or problem.text)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(tr("Details of the problem"))
        self._details.setFont(monospace(self.font().pointSizeF()))
        self._details.setMaximumHeight(96)
        self._details.hide()
        details = TextButton(tr("Details"), look="link")
        details.setCheckable(True)
        details.toggled.connect(self._details.setVisible)
        copy = TextButton(tr("Copy"), look="link")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(problem.text))
        for button in (details, copy):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if dismissed is not None:
            close = IconButton("close", tr("Dismiss"))
            close.clicked.connect(dismissed)
            top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(self._details)
        self._tint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._tint()

    def _tint(self) -> None:
        t = tokens(self.palette())
        self._icon.setPixmap(pixmap("warning", t.red, t.surface, 18, self.devicePixelRatioF()))


class ProblemList(QWidget):
    """The problems of a page, newest first; the same problem again replaces its older card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 8)
        self._layout.setSpacing(8)
        self._cards: list[ProblemCard] = []
        self.hide()

    @property
    def problems(self) -> list[Problem]:
        return [card.problem for card in self._cards]

    def show_problem(self, problem: Problem) -> None:
        """Put a problem on top; it stays until it is dismissed."""
        for card in [c for c in self._cards if c.problem.title == problem.title]:
            self._drop(card)
        card = ProblemCard(problem, lambda: self._drop(card))
        self._cards.insert(0, card)
        self._layout.insertWidget(0, card)
        for old in self._cards[_AT_ONCE:]:
            self._drop(old)
        self.show()

    def forget(self, title: str) -> None:
        """Take away a problem that no longer holds."""
        for card in [c for c in self._cards if c.problem.title == title]:
            self._drop(card)

    def _drop(self, card: ProblemCard) -> None:
        if card in self._cards:
            self._cards.remove(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.setVisible(bool(self._cards))


class Banner(QFrame):
    """A line across the window about the engine, with one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "banner")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(8)
        self._icon = QLabel()
        self._text = plain_label()
        self._text.setWordWrap(True)
        self.button = QPushButton()
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        self.hide()
        self._tint()

    def say(self, text: str, button: str) -> None:
        """Show the banner."""
        self._text.setText(visible(text))
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.setAccessibleName(visible(text))
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._tint()

    def _tint(self) -> None:
        t = tokens(self.palette())
        self._icon.setPixmap(pixmap("warning", t.amber, t.surface, 18, self.devicePixelRatioF()))


class Toast(QFrame):
    """A short word that something was done; goes by itself, waits while the pointer is on it."""

    def __init__(
        self, parent: QWidget, text: str, tip: str, undo: Callable[[], None] | None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "toast")
        self.setAccessibleName(visible(text))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        words = plain_label(visible(text))
        if tip:
            self.setToolTip(tip)
        layout.addWidget(words)
        if undo is not None:
            button = TextButton(tr("Undo"), look="toast")
            button.clicked.connect(undo)
            button.clicked.connect(self.close)
            layout.addWidget(button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.gone = False
        self.offers_undo = undo is not None  # and then it does not wait for the pointer
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close)
        self._timer.start(_UNDO_MILLISECONDS if undo else _TOAST_MILLISECONDS)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.gone = True
        super().closeEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        if not self.offers_undo:
            self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.offers_undo:
            self._timer.start(2_000)


class Toasts(QObject):
    """Places toasts over the lower right of a window, the newest lowest, never taking the focus."""

    def __init__(self, window: QWidget, above: int = 0) -> None:
        super().__init__(window)
        self._window = window
        self._above = above
        self._shown: list[Toast] = []
        window.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """What stands on the screen now."""
        return [toast.accessibleName() for toast in self._shown]

    def show_toast(self, text: str, tip: str = "", undo: Callable[[], None] | None = None) -> None:
        """Say something for a few seconds; `undo` puts an Undo button beside it."""
        toast = Toast(self._window, text, tip, undo)
        toast.destroyed.connect(self._place)
        self._shown.append(toast)
        while len(self._shown) > _AT_ONCE:
            self._shown.pop(0).close()
        toast.show()
        toast.raise_()
        self._place()

    def withdraw_undo(self) -> None:
        """There is nothing to undo any more: take away the toasts that offer it."""
        for toast in [toast for toast in self._shown if isValid(toast) and toast.offers_undo]:
            toast.close()
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self._shown = [toast for toast in self._shown if isValid(toast) and not toast.gone]
        bottom = self._window.height() - self._above - 16
        for toast in reversed(self._shown):
            toast.adjustSize()
            bottom -= toast.height()
            toast.move(QPoint(self._window.width() - toast.width() - 16, bottom))
            bottom -= 8
