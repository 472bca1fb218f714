"""The window's own stroke icons, drawn on a 24-pixel grid and tinted when painted."""

from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from davit_desktop.views.theme import tokens

SIZE = 18


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (
        resources.files("davit_desktop.views")
        .joinpath("icons", f"{name}.svg")
        .read_text(encoding="utf-8")
    )


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, surface: str, size: int, ratio: float) -> QPixmap:
    """An icon of size×size points; `surface` fills what is cut out of a solid drawing."""
    drawing = _drawing(name).replace("currentColor", color).replace("#surface", surface)
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(
    painter: QPainter, name: str, where: QRectF, color: str, surface: str = "#ffffff"
) -> None:
    """Draw an icon into a rectangle, sharp on any screen."""
    ratio = painter.device().devicePixelRatioF()
    size = round(min(where.width(), where.height()))
    left = round(where.center().x() - size / 2)
    top = round(where.center().y() - size / 2)
    painter.drawPixmap(left, top, pixmap(name, color, surface, size, ratio))


def icon(name: str, palette: QPalette, token: str = "text", size: int = SIZE) -> QIcon:
    """An icon in a token's colour; faded when disabled."""
    t = tokens(palette)
    color = QColor(getattr(t, token)).name()
    result = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        result.addPixmap(pixmap(name, color, t.surface, size, ratio))
        faint = pixmap(name, t.control, t.surface, size, ratio)
        result.addPixmap(faint, QIcon.Mode.Disabled)
    return result


class IconButton(QToolButton):
    """A small button that shows only an icon: its words are the tool tip and accessible name."""

    def __init__(
        self, name: str, words: str, parent: QWidget | None = None, *, token: str = "muted"
    ) -> None:
        super().__init__(parent)
        self._icon_name = name
        self._token = token
        self.setIconSize(QSize(SIZE, SIZE))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._tint()

    def set_icon(self, name: str, words: str) -> None:
        """Show another icon and say other words."""
        self._icon_name = name
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._tint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._icon_name, self.palette(), self._token))


class TextButton(QPushButton):
    """A push button with an icon before its words."""

    def __init__(
        self,
        words: str,
        name: str | None = None,
        parent: QWidget | None = None,
        *,
        look: str = "",
        token: str = "",
    ) -> None:
        super().__init__(words, parent)
        self._icon_name = name
        self._token = token or ("on_accent" if look == "primary" else "text")
        if look:
            self.setProperty("look", look)
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(words)
        self._tint()

    def set_look(self, look: str) -> None:
        """Wear another of the style sheet's looks."""
        if look != self.property("look"):
            self._token = "on_accent" if look == "primary" else "text"
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
            self._tint()

    def set_icon(self, name: str | None) -> None:
        """Show another icon."""
        self._icon_name = name
        self._tint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_icon_name"):
            self._tint()

    def _tint(self) -> None:
        self.setIcon(
            icon(self._icon_name, self.palette(), self._token, 16) if self._icon_name else QIcon()
        )
