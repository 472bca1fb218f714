"""What leaves the log view: text to the clipboard, addresses to the browser."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from davit_desktop.logs.links import is_web_address
from davit_desktop.logs.visible import picture


def to_clipboard(data: bytes) -> None:
    """The text itself; where it is not UTF-8, readable text and, beside it, the bytes."""
    clipboard = QGuiApplication.clipboard()
    try:
        clipboard.setText(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        mime = QMimeData()
        mime.setText("".join(picture(c) if "\ud800" <= c <= "\udfff" else c for c in text))
        mime.setData("application/octet-stream", data)
        clipboard.setMimeData(mime)


def open_link(address: str) -> None:
    """Hand a web address to the system's browser; anything else is left alone."""
    if is_web_address(address):
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
