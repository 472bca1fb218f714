"""Updates among the settings: asked for, shown with what they bring, never put in by themselves."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from davit_desktop.settings import Settings
from davit_desktop.translation import tr
from davit_desktop.updates.offers import Offer
from davit_desktop.views import text
from davit_desktop.views.cards import wrapped
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ElidedLabel, plain_label
from davit_desktop.views.settings_rows import Section
from davit_desktop.views.update_watch import UpdateWatch, title_of

_NOTES = 120  # points of height of the release notes


class UpdatesSection(QWidget):
    """Owns the section; what is seen is its card."""

    changed = Signal(str, object)  # a preference and its value
    said = Signal(str, str)

    def __init__(self, watch: UpdateWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._watch = watch
        self._filling = False
        self.section = Section(tr("Updates"))
        self._state = wrapped()
        self.check_button = TextButton(tr("Check now"), "refresh")
        self._offers = QWidget()
        self._lines: dict[str, _OfferLine] = {}
        self._rows = QVBoxLayout(self._offers)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        if watch.updates.asks:
            self._build()
        else:
            self._build_told()
        watch.news.connect(self._show)
        self._show()

    def _build(self) -> None:
        daily = self.daily = CheckBox(tr("Look for a new version once a day"))
        daily.toggled.connect(lambda on: self._set("updates_check", on))
        self.section.add(
            "updates_check",
            daily.text(),
            daily,
            lambda settings: self._fill(settings),
            tr(
                "Asks {host} for the list of versions and tells it nothing else. "
                "Nothing is downloaded or installed without you."
            ).format(host=text.visible(self._watch.updates.release.url)),
        )
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self.check_button.clicked.connect(lambda: self._watch.check())
        line.addWidget(self.check_button)
        line.addWidget(self._state, 1)
        holder.setFocusProxy(self.check_button)
        version = f"Davit {self._watch.updates.version}"
        self.section.add("updates_now", version, holder, wide=True)
        self.section.card.body.addWidget(self._offers)
        address = self.address = QLineEdit()
        address.setPlaceholderText(self._watch.updates.release.url)
        address.setMinimumWidth(280)
        address.editingFinished.connect(self._set_address)
        self.section.add(
            "updates_address",
            tr("Address of a mirror"),
            address,
            hint=tr("What a mirror gives is verified with the same signatures."),
        )

    def _build_told(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        command = self._watch.updates.release.command
        if command:
            row.addWidget(_command_line(command, self.said.emit), 1)
        else:
            row.addWidget(wrapped(tr("Nothing is to be done here.")), 1)
        self.section.add(
            "updates_now",
            f"Davit {self._watch.updates.version}",
            line,
            hint=tr("Davit came with this system's packages, which bring new versions as well."),
            wide=True,
        )

    def _fill(self, settings: Settings) -> None:
        self._filling = True
        self.daily.setChecked(settings.updates_check)
        self.address.setText(settings.updates_address)
        self._filling = False

    def _set(self, key: str, value: object) -> None:
        if not self._filling:
            self.changed.emit(key, value)

    def _set_address(self) -> None:
        self._watch.updates.address = self.address.text().strip()
        self._set("updates_address", self.address.text().strip())

    def _show(self) -> None:
        watch = self._watch
        self._state.setText(self._words())
        offers = {offer.path: offer for offer in watch.offers}
        for path in [path for path in self._lines if path not in offers]:
            line = self._lines.pop(path)
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        for path, offer in offers.items():
            if path not in self._lines:
                self._lines[path] = _OfferLine(watch, offer, self.said.emit)
                self._rows.addWidget(self._lines[path])
            self._lines[path].refresh()
        self._offers.setVisible(bool(offers))

    def _words(self) -> str:
        watch = self._watch
        if watch.looking:
            return tr("Looking…")
        if watch.offers:
            return ""
        if watch.found is not None:
            return tr("This is the newest version.")
        checked = watch.updates.checked
        if not checked:
            return tr("Never looked.")
        since = tr("{time} ago", "a length of time").format(
            time=text.duration(max(time.time() - checked, 0.0))
        )
        return tr("Last looked: {ago}").format(ago=since)


class _OfferLine(QWidget):
    """One version: what it is, what it brings, and what can be done with it."""

    def __init__(self, watch: UpdateWatch, offer: Offer, said: Callable[[str, str], None]) -> None:
        super().__init__()
        self._watch = watch
        self._offer = offer
        self._said = said
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 4)
        rows.setSpacing(8)
        rows.addWidget(plain_label(text.visible(title_of(offer)), "strong"))
        if offer.notes.strip():
            notes = QPlainTextEdit("\n".join(map(text.visible, offer.notes.splitlines())))
            notes.setReadOnly(True)
            notes.setTabChangesFocus(True)
            notes.setAccessibleName(tr("What is new"))
            notes.setMaximumHeight(_NOTES)
            rows.addWidget(notes)
        self._state = wrapped()
        rows.addWidget(self._state)
        self._command = QVBoxLayout()
        rows.addLayout(self._command)
        line = QHBoxLayout()
        line.setSpacing(8)
        size = text.size(offer.size)
        self.download_button = TextButton(
            tr("Download ({size})").format(size=size), "download", look="primary"
        )
        self.install_button = TextButton(tr("Install and restart Davit"), "restart", look="primary")
        if offer.kind == "guest":
            self.install_button.setText(tr("Restart the machine with it"))
        self.cancel_button = TextButton(tr("Cancel"))
        self.later_button = TextButton(tr("Later"))
        self.skip_button = TextButton(tr("Skip this version"))
        self.download_button.clicked.connect(partial(watch.download, offer))
        self.install_button.clicked.connect(partial(watch.install, offer))
        self.cancel_button.clicked.connect(self._cancel)
        self.later_button.clicked.connect(partial(watch.later, offer))
        self.skip_button.clicked.connect(partial(watch.skip, offer))
        for button in (
            self.download_button,
            self.install_button,
            self.cancel_button,
            self.later_button,
            self.skip_button,
        ):
            button.setAccessibleDescription(title_of(offer))
            line.addWidget(button)
        line.addStretch(1)
        rows.addLayout(line)

    def refresh(self) -> None:
        """Follow what is being done with it."""
        watch, offer = self._watch, self._offer
        action = watch.busy(offer)
        ready = offer.path in watch.ready
        command = watch.commands.get(offer.path, "")
        had_focus = next((b for b in self.findChildren(TextButton) if b.hasFocus()), None)
        self.download_button.setVisible(action is None and not ready)
        self.install_button.setVisible(action is None and ready and not command)
        self.cancel_button.setVisible(action is not None)
        self.later_button.setVisible(action is None)
        self.skip_button.setVisible(action is None and not command)
        if had_focus is not None and had_focus.isHidden():
            shown = (self.install_button, self.cancel_button, self.download_button)
            next((b for b in shown if not b.isHidden()), self.later_button).setFocus()
        words = ""
        if action is not None:
            words = action.title
            if action.total:
                done, total = text.size(action.current), text.size(action.total)
                words = tr("{what}: {done} of {total}").format(
                    what=action.title, done=done, total=total
                )
        elif command:
            words = tr("It is downloaded and verified. Install it with:")
        elif ready:
            words = (
                tr("It is downloaded and verified. Containers stop while the machine restarts.")
                if offer.kind == "guest"
                else tr("It is downloaded and verified. Davit closes and opens again.")
            )
        self._state.setText(text.visible(words))
        self._state.setVisible(bool(words))
        if command and not self._command.count():
            self._command.addWidget(_command_line(command, self._said))

    def _cancel(self) -> None:
        action = self._watch.busy(self._offer)
        if action is not None:
            action.cancel()


def _command_line(command: str, said: Callable[[str, str], None]) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    shown = ElidedLabel(text.visible(command), "code")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    copy = IconButton("copy", tr("Copy the command"))

    def take() -> None:
        QGuiApplication.clipboard().setText(command)
        said(tr("Copied the command"), command)

    copy.clicked.connect(take)
    line.addWidget(shown, 1)
    line.addWidget(copy)
    holder.setFocusProxy(copy)
    return holder
