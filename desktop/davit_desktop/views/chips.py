"""Port chips: a published port as a thing to click, as a widget and as painted in a list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr
from davit_desktop.views import icons
from davit_desktop.views.text import tool_tip, visible
from davit_desktop.views.theme import tokens

OnPort = Callable[[PortMapping], None]

_GAP = 6
_PAD = 8
_BADGE = 18  # points of the mark of a port that the network reaches


def tip(port: PortMapping, running: bool) -> str:
    """What a click on the port does, in words."""
    if not port.published:
        return tr("Port {port} is not published").format(port=port.label)
    if not running:
        return "\n".join((port.label, tr("The container is not running")))
    action = tr("Open in browser") if port.browsable else tr("Copy the address")
    seen = tr("Visible on your network") if port.exposed_to_network else ""
    return "\n".join(filter(None, (action, port.label, seen)))


class PortChip(QPushButton):
    """A port. Click opens it or copies its address; the menu offers both."""

    open_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, port: PortMapping, running: bool, parent: QWidget | None = None) -> None:
        super().__init__(port.label, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.port = port
        self._running = running
        self.setProperty("look", "chip")
        if not running or not port.published:
            self.setProperty("tone", "idle")
        self.setToolTip(tool_tip(tip(port, running)))
        self.setAccessibleName(tr("Port {port}").format(port=visible(port.label)))
        self.clicked.connect(self._act)
        if port.exposed_to_network:
            self.setIcon(icons.icon("network-exposed", self.palette(), "amber", 14))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        fill_port_menu(
            menu, self.port, self._running, self.open_requested.emit, self.copy_requested.emit
        )
        menu.exec(event.globalPos())

    def _act(self) -> None:
        if not self.port.published:
            return
        if self.port.browsable and self._running:
            self.open_requested.emit(self.port)
        else:
            self.copy_requested.emit(self.port)


def fill_port_menu(
    menu: QMenu, port: PortMapping, running: bool, opened: OnPort, copied: OnPort
) -> None:
    """The entries for one port; both are called with it."""
    if port.browsable:
        entry = menu.addAction(tr("Open in browser"))
        entry.setEnabled(running)
        entry.triggered.connect(lambda: opened(port))
    if port.published:
        entry = menu.addAction(tr("Copy address"))
        entry.triggered.connect(lambda: copied(port))


class PortChips(QWidget):
    """All chips of a container in one line; what does not fit waits in a menu."""

    open_requested = Signal(object)
    copy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None, most: int = 3) -> None:
        super().__init__(parent)
        self._most = most
        self._shown: tuple[tuple[PortMapping, ...], bool] = ((), False)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addStretch(1)
        self._chips: list[PortChip] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say addresses only where all of them fit."""
        for chip in self._chips:
            chip.setText(chip.port.label)
        wanted = sum(chip.sizeHint().width() + _GAP for chip in self._chips) + 48
        if wanted > self.width():
            for chip in self._chips:
                chip.setText(chip.port.short_label)

    def set_ports(self, ports: Sequence[PortMapping], running: bool) -> None:
        """Show these ports."""
        wanted = (tuple(ports), running)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = [PortChip(port, running) for port in ports[: self._most]]
        for chip in self._chips:
            chip.open_requested.connect(self.open_requested)
            chip.copy_requested.connect(self.copy_requested)
            self._layout.addWidget(chip)
        if len(ports) > self._most:
            self._layout.addWidget(self._rest(ports[self._most :], running))
        self._layout.addStretch(1)
        self.setVisible(bool(ports))
        self._fit()

    def _rest(self, ports: Sequence[PortMapping], running: bool) -> QPushButton:
        more = QPushButton(f"+{len(ports)}")
        more.setProperty("look", "chip")
        more.setAccessibleName(tr("%n more port(s)", "", len(ports)))
        menu = QMenu(more)
        for port in ports:
            inner = menu.addMenu(port.label)
            fill_port_menu(inner, port, running, self.open_requested.emit, self.copy_requested.emit)
        more.setMenu(menu)
        return more


def layout_chips(
    ports: Sequence[PortMapping], area: QRectF, metrics: QFontMetrics
) -> list[tuple[PortMapping | None, str, QRectF]]:
    """Where chips go in a cell: port (None for "+2"), what it says, and its rectangle.

    The first chip is always there, shortened if it must be; two lines are used when there is room.
    """
    height = metrics.height() + 4
    lines = 2 if area.height() >= 2 * height + 4 else 1
    placed: list[tuple[PortMapping | None, str, QRectF]] = []
    hidden = len(ports) - lines
    plus = f"+{hidden}"
    plus_width = metrics.horizontalAdvance(plus) + 2 * _PAD
    shown = list(ports[:lines])
    block = len(shown) * height + (len(shown) - 1) * 4
    top = area.center().y() - block / 2
    for line, port in enumerate(shown):
        last = line == len(shown) - 1
        room = area.width() - (plus_width + _GAP if last and hidden > 0 else 0)
        badge = _BADGE if port.exposed_to_network else 0
        inside = int(room - 2 * _PAD - badge)
        words = port.label if metrics.horizontalAdvance(port.label) <= inside else port.short_label
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside)
        width = min(room, metrics.horizontalAdvance(words) + 2 * _PAD + badge)
        place = QRectF(area.left(), top + line * (height + 4), width, height)
        placed.append((port, words, place))
        if last and hidden > 0:
            beside = QRectF(place.right() + _GAP, place.top(), plus_width, height)
            placed.append((None, plus, beside))
    return placed


def paint_chip(
    painter: QPainter,
    palette: QPalette,
    port: PortMapping | None,
    words: str,
    place: QRectF,
    *,
    running: bool,
    hovered: bool,
    selected: bool = False,
) -> None:
    """Draw one chip as the widget would look."""
    t = tokens(palette)
    live = running and (port is None or port.published)
    fill = t.selection if live else t.hover
    if selected:
        fill = t.surface
    painter.setPen(QColor(t.accent) if hovered else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), place.height() / 2, 10)
    painter.setPen(QColor(t.text if live else t.muted))
    inside = place.adjusted(_PAD, 0, -_PAD, 0)
    if port is not None and port.exposed_to_network:
        mark = QRectF(inside.left() - 2, place.center().y() - 7, 14, 14)
        icons.paint(painter, "network-exposed", mark, t.amber if live else t.muted)
        inside.setLeft(inside.left() + _BADGE - 3)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
