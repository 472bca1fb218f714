"""Colours, spacing and style sheet of the window, in a light and a dark palette.

A widget that paints itself asks `tokens(self.palette())`, so that there is no theme object to hand
around and a change of palette repaints in the right colours by itself.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from davit_desktop.settings import Scheme

GRID = 4
RADIUS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One palette. Text colours reach 4.5:1 on every background named here, controls 3:1."""

    dark: bool
    window: str
    surface: str
    sidebar: str
    hover: str
    border: str
    control: str  # borders of things that can be used
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str  # background of selected rows; text keeps its colour
    green: str
    blue: str
    amber: str
    orange: str
    red: str
    grey: str
    red_soft: str
    amber_soft: str
    mark: str  # background of a search hit
    toast: str
    on_toast: str

    def color(self, name: str) -> QColor:
        """A token by its name, for code that chooses colours from data."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    dark=False,
    window="#f5f7f9",
    surface="#ffffff",
    sidebar="#ebeff3",
    hover="#eef2f6",
    border="#d8dfe6",
    control="#7f8b98",
    text="#17202a",
    muted="#52606d",
    accent="#0f5fae",
    accent_hover="#0b4e91",
    on_accent="#ffffff",
    selection="#dceafa",
    green="#166c35",
    blue="#0f5fae",
    amber="#7d5100",
    orange="#a33f06",
    red="#b3202a",
    grey="#52606d",
    red_soft="#fcebec",
    amber_soft="#fdf3dc",
    mark="#ffe58a",
    toast="#222b35",
    on_toast="#f3f6f9",
)

DARK = Tokens(
    dark=True,
    window="#14181d",
    surface="#1b2027",
    sidebar="#101419",
    hover="#232a33",
    border="#303943",
    control="#73808e",
    text="#e7ecf1",
    muted="#a6b2be",
    accent="#6cb4ff",
    accent_hover="#8cc5ff",
    on_accent="#08182a",
    selection="#1d3853",
    green="#5ecb83",
    blue="#6cb4ff",
    amber="#e3b341",
    orange="#f39a5c",
    red="#ff8a8a",
    grey="#a6b2be",
    red_soft="#3a2024",
    amber_soft="#352b14",
    mark="#6b5410",
    toast="#e7ecf1",
    on_toast="#17202a",
)


def tokens(palette: QPalette) -> Tokens:
    """The tokens that go with a widget's palette."""
    # A style sheet overwrites Window, Base and Button of the widgets it paints, but not Midlight.
    return DARK if palette.color(QPalette.ColorRole.Midlight).lightness() < 128 else LIGHT


def monospace(size: float) -> QFont:
    """The system's fixed-width font at a size in points."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(size)
    return font


def palette_of(t: Tokens) -> QPalette:
    """The Qt palette for a set of tokens; style sheets build on it."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.window,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.Base: t.surface,
        QPalette.ColorRole.AlternateBase: t.hover,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.PlaceholderText: t.muted,
        QPalette.ColorRole.Button: t.surface,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.BrightText: t.red,
        QPalette.ColorRole.Highlight: t.selection,
        QPalette.ColorRole.HighlightedText: t.text,
        QPalette.ColorRole.Link: t.accent,
        QPalette.ColorRole.LinkVisited: t.accent,
        QPalette.ColorRole.ToolTipBase: t.surface,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Light: t.surface,
        QPalette.ColorRole.Midlight: t.hover,
        QPalette.ColorRole.Mid: t.border,
        QPalette.ColorRole.Dark: t.control,
        QPalette.ColorRole.Shadow: t.border,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    faint = QColor(t.muted)
    faint.setAlphaF(0.6)
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    palette.setColor(QPalette.ColorRole.Accent, QColor(t.accent))
    return palette


def style_sheet(t: Tokens, points: float) -> str:
    """The style sheet for text of this size; widgets choose a look by the property `look`."""
    return f"""
* {{ outline: none; }}
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
    padding: 4px; }}
QLabel {{ background: transparent; }}
QLabel[look="title"] {{ font-size: {points * 1.5:.1f}pt; font-weight: 600; }}
QLabel[look="muted"] {{ color: {t.muted}; }}
QLabel[look="red"] {{ color: {t.red}; }}
QLabel[look="amber"] {{ color: {t.amber}; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="code"], QLineEdit[look="code"] {{ background: {t.hover}; border: 1px solid {t.border};
    border-radius: 4px; padding: 4px 8px; }}

QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.control};
    border-radius: {RADIUS}px; padding: 4px 12px; min-height: 20px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 3px 11px; }}
QPushButton:disabled {{ border-color: {t.border}; color: {t.muted}; }}
QPushButton[look="primary"] {{ background: {t.accent}; color: {t.on_accent};
    border: 1px solid {t.accent}; font-weight: 600; }}
QPushButton[look="primary"]:hover {{ background: {t.accent_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="primary"]:disabled {{ background: {t.hover}; color: {t.muted};
    border-color: {t.border}; }}
QPushButton[look="danger"] {{ color: {t.red}; border-color: {t.red}; }}
QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent;
    color: {t.accent}; padding: 4px 4px; text-align: left; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 1px solid {t.accent}; }}
QPushButton[look="segment"] {{ border: 1px solid {t.border}; border-radius: {RADIUS}px;
    padding: 4px 10px; color: {t.muted}; background: transparent; }}
QPushButton[look="segment"]:hover {{ background: {t.hover}; }}
QPushButton[look="segment"]:checked {{ background: {t.selection}; color: {t.text};
    border-color: {t.accent}; }}
QPushButton[look="segment"]:focus {{ border: 2px solid {t.accent}; padding: 3px 9px; }}
QPushButton[look="chip"] {{ background: {t.selection}; color: {t.text}; border-radius: 10px;
    border: 1px solid transparent; padding: 2px 8px; min-height: 16px; }}
QPushButton[look="chip"]:hover {{ border-color: {t.accent}; }}
QPushButton[look="chip"]:focus {{ border: 1px solid {t.accent}; }}
QPushButton[look="chip"][tone="idle"] {{ background: {t.hover}; color: {t.muted}; }}
QPushButton[look="chip"][tone="failed"] {{ background: {t.red_soft}; color: {t.red}; }}
QPushButton[look="toast"] {{ background: transparent; color: {t.on_toast};
    border: 1px solid {t.on_toast}; padding: 2px 8px; }}
QPushButton[look="toast"]:hover {{ text-decoration: underline; }}
QPushButton[look="status"] {{ background: transparent; border: 1px solid transparent;
    color: {t.text}; padding: 2px 8px; }}
QPushButton[look="status"]:hover {{ background: {t.hover}; }}
QPushButton[look="status"]:focus {{ border: 1px solid {t.accent}; }}

QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS}px;
    padding: 4px; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:checked {{ background: {t.selection}; }}
QToolButton:focus {{ border: 1px solid {t.accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
    background: {t.surface}; color: {t.text}; border: 1px solid {t.control};
    border-radius: {RADIUS}px; padding: 4px 8px; min-height: 20px;
    placeholder-text-color: {t.muted};
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {{
    border: 2px solid {t.accent}; padding: 3px 7px; }}
QLineEdit[invalid="true"] {{ border-color: {t.red}; }}
QSpinBox {{ padding-right: 24px; }}
QSpinBox:focus {{ padding-right: 23px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: 24px;
    subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox {{ padding-left: 10px; padding-right: 28px; }}
QComboBox:focus {{ padding-left: 9px; padding-right: 27px; }}
QComboBox::drop-down {{ border: none; background: transparent; width: 24px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.border};
    selection-background-color: {t.selection}; selection-color: {t.text}; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {t.control};
    border-radius: 4px; background: {t.surface}; }}
QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; }}
QCheckBox:focus {{ color: {t.accent}; }}

QMenuBar {{ background: {t.window}; border-bottom: 1px solid {t.border}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.selection}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}

QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.border};
    border-radius: {RADIUS}px; selection-background-color: {t.selection};
    selection-color: {t.text}; alternate-background-color: {t.hover}; }}
QAbstractItemView:focus {{ border: 1px solid {t.accent}; }}
QAbstractItemView[look="rows"]:focus {{ border: 1px solid {t.border}; }}
QTreeView::item, QTableView::item, QListView::item {{ border: none; padding: 3px 6px; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
    background: {t.selection}; color: {t.text}; }}
QTreeView::item:hover:!selected {{ background: {t.hover}; }}
QTreeView::branch, QTreeView::branch:selected {{ background: transparent; }}
QHeaderView {{ background: {t.surface}; border: none; border-radius: {RADIUS}px; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
    border-bottom: 1px solid {t.border}; padding: 6px 8px; font-weight: 500; }}
QHeaderView::section:hover {{ color: {t.text}; }}
QAbstractScrollArea[look="log"] {{ background: {t.surface}; }}

QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 8px 12px; margin-right: 4px;
    border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ background: {t.selection}; }}

QScrollArea {{ border: none; background: transparent; }}
QAbstractScrollArea::corner {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.control}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::handle:hover:enabled {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.hover}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {t.border}; }}

QFrame[look="sidebar"] {{ background: {t.sidebar}; border-right: 1px solid {t.border}; }}
QFrame[look="statusbar"] {{ background: {t.sidebar}; border-top: 1px solid {t.border}; }}
QFrame[look="card"] {{ background: {t.surface}; border: 1px solid {t.border};
    border-radius: {RADIUS}px; }}
QFrame[look="problem"] {{ background: {t.red_soft}; border: 1px solid {t.red};
    border-radius: {RADIUS}px; }}
QFrame[look="banner"] {{ background: {t.amber_soft}; border: none;
    border-bottom: 1px solid {t.amber}; }}
QFrame[look="note"] {{ background: {t.hover}; border: 1px solid {t.border};
    border-radius: {RADIUS}px; }}
QDialog[look="palette"] {{ background: {t.surface}; border: 1px solid {t.control}; }}
QFrame[look="toast"] {{ background: {t.toast}; border-radius: {RADIUS}px; }}
QFrame[look="toast"] QLabel {{ color: {t.on_toast}; }}
QFrame[look="line"] {{ background: {t.border}; max-height: 1px; min-height: 1px; border: none; }}
"""


class Appearance(QObject):
    """Dresses the application and follows the system's colours while the preference says so."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = Scheme.SYSTEM
        self._base_size = application.font().pointSizeF()
        self._text_size = 0
        self._dressed: tuple[Tokens, int] | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, scheme: Scheme, text_size: int) -> None:
        """Wear this scheme, with text this many points larger than the system's."""
        self._scheme = scheme
        if text_size != self._text_size:
            self._text_size = text_size
            font = self._application.font()
            font.setPointSizeF(max(6.0, self._base_size + text_size))
            self._application.setFont(font)
        self._dress()

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            system = QGuiApplication.styleHints().colorScheme()
            wanted = DARK if system == Qt.ColorScheme.Dark else LIGHT
        else:
            wanted = DARK if self._scheme is Scheme.DARK else LIGHT
        if (wanted, self._text_size) != self._dressed:
            self._dressed = (wanted, self._text_size)
            size = self._application.font().pointSizeF()
            self._application.setPalette(palette_of(wanted))
            self._application.setStyleSheet(style_sheet(wanted, size))
        self.changed.emit()


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two #rrggbb colours, 1 … 21."""

    def luminance(color: str) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
