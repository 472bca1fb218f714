"""The settings page: every preference, changed as it is touched; searched, saved and loaded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop import settings as preferences
from davit_desktop.autostart import Autostart
from davit_desktop.settings import Scheme, Settings
from davit_desktop.state.problem import Problem, problem
from davit_desktop.translation import tr
from davit_desktop.views.cards import Card, scrolled, wrapped
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.fields import CheckBox, Choice, Number
from davit_desktop.views.icons import TextButton
from davit_desktop.views.languages import languages
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page

_LABELS = 200  # points of the column of names
_TICK = 26  # points from a check box's left to its words


@dataclass
class _Row:
    widget: QWidget
    words: str
    show: Callable[[Settings], None]


@dataclass
class _Section:
    card: Card
    words: str
    rows: list[_Row] = field(default_factory=list)


class SettingsPage(Page):
    """`changed` carries the new settings; the window applies and keeps them."""

    changed = Signal(object)  # Settings

    def __init__(
        self,
        settings: Settings,
        autostart: Autostart,
        *,
        tray: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`tray` tells whether this desktop has a tray to keep an icon in."""
        super().__init__(parent)
        self._settings = settings
        self._autostart = autostart
        self._sections: list[_Section] = []
        self._filling = False
        self.dialog: QFileDialog | None = None
        self.controls: dict[str, QWidget] = {}
        self._build()
        self._build_appearance()
        self._build_window(tray)
        self._rows.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Follow a change that was made elsewhere, as by the View menu."""
        self._settings = settings
        self._filling = True
        for section in self._sections:
            for row in section.rows:
                row.show(settings)
        self._filling = False

    @override
    def enter(self, subject: str, tab: str) -> None:
        self.show_settings(self._settings)
        self.filter.setFocus()

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(tr("Settings"), "title"), 1)
        load = TextButton(tr("Import…"), "folder")
        load.clicked.connect(self.ask_import)
        save = TextButton(tr("Export…"), "save")
        save.clicked.connect(self.ask_export)
        head.addWidget(load)
        head.addWidget(save)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Search settings"))
        self.filter.setAccessibleName(tr("Search settings"))
        self.filter.setMaximumWidth(360)
        self.filter.textChanged.connect(self._search)
        layout.addWidget(self.filter)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(12)
        self._area = scrolled(inner)
        layout.addWidget(self._area, 1)
        self._none = EmptyState("search")
        self._none.button.clicked.connect(self.filter.clear)
        self._none.hide()
        layout.addWidget(self._none, 1)

    def _section(self, title: str) -> _Section:
        card = Card(title)
        section = _Section(card, title)
        self._sections.append(section)
        self._rows.addWidget(card)
        return section

    def _row(
        self,
        section: _Section,
        key: str,
        name: str,
        control: QWidget,
        show: Callable[[Settings], None],
        hint: str = "",
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        if not isinstance(control, CheckBox):
            label = plain_label(name)
            label.setFixedWidth(_LABELS)
            label.setWordWrap(True)
            label.setBuddy(control)
            line.addWidget(label)
        control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        words.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        if hint:
            told = wrapped(hint)
            told.setContentsMargins(_TICK if isinstance(control, CheckBox) else 0, 0, 0, 0)
            words.addWidget(told)
        line.addLayout(words, 1)
        if section.rows:
            section.card.body.addSpacing(4)
        section.card.body.addWidget(row)
        section.rows.append(_Row(row, f"{section.words} {name} {hint}".casefold(), show))
        self.controls[key] = control

    def _choice(
        self, key: str, offers: list[tuple[object, str]]
    ) -> tuple[Choice, Callable[[Settings], None]]:
        control = Choice()
        for value, words in offers:
            control.addItem(words, value)

        def show(settings: Settings) -> None:
            wanted = getattr(settings, key)
            values = [value for value, _ in offers]
            control.setCurrentIndex(values.index(wanted) if wanted in values else 0)

        control.currentIndexChanged.connect(lambda place: self._set(key, offers[place][0]))
        return control, show

    def _switch(self, key: str, words: str) -> tuple[CheckBox, Callable[[Settings], None]]:
        control = CheckBox(words)
        control.toggled.connect(lambda on: self._set(key, on))
        return control, lambda settings: control.setChecked(getattr(settings, key))

    def _build_appearance(self) -> None:
        section = self._section(tr("Appearance"))
        colours, show = self._choice(
            "scheme",
            [
                (Scheme.SYSTEM, tr("As the system")),
                (Scheme.LIGHT, tr("Light")),
                (Scheme.DARK, tr("Dark")),
            ],
        )
        self._row(section, "scheme", tr("Colours"), colours, show)
        size = Number(tr("Text size"), -4, 8, suffix=tr(" pt"))
        size.setSpecialValueText("")
        size.valueChanged.connect(lambda value: self._set("text_size", value))
        self._row(
            section,
            "text_size",
            tr("Text size"),
            size,
            lambda settings: size.setValue(settings.text_size),
            tr("Points more or less than the system's text. Ctrl+= and Ctrl+- do the same."),
        )
        offers: list[tuple[object, str]] = [("", tr("As the system")), *languages()]
        language, show = self._choice("language", offers)
        self._row(
            section,
            "language",
            tr("Language"),
            language,
            show,
            tr("Counts when Davit is opened the next time."),
        )
        folded, show = self._switch("sidebar_collapsed", tr("Show the sidebar as icons only"))
        self._row(section, "sidebar_collapsed", folded.text(), folded, show)

    def _build_window(self, tray: bool) -> None:
        section = self._section(tr("Window"))
        asks, show = self._switch(
            "ask_before_quit", tr("Ask before Davit is closed while containers run")
        )
        self._row(section, "ask_before_quit", asks.text(), asks, show)
        if tray:
            keeps, show = self._switch("keep_in_tray", tr("Stay in the tray when closed"))
            self._row(
                section,
                "keep_in_tray",
                keeps.text(),
                keeps,
                show,
                tr("Containers run without the window in any case."),
            )
            tells, show = self._switch("notify", tr("Notify me while I do something else"))
            self._row(
                section,
                "notify",
                tells.text(),
                tells,
                show,
                tr("When a container stops by itself with an error, and when long work ends."),
            )
        starts = CheckBox(tr("Start Davit when I log in"))
        starts.toggled.connect(self._start_with_login)
        self._row(
            section,
            "autostart",
            starts.text(),
            starts,
            lambda _: self._show_autostart(starts),
            tr("It starts out of sight: in the tray, or as a small window where there is none."),
        )

    def _show_autostart(self, control: CheckBox) -> None:
        try:
            control.setChecked(self._autostart.enabled())
        except OSError:
            control.setChecked(False)

    def _start_with_login(self, on: bool) -> None:
        if self._filling:
            return
        try:
            if on:
                self._autostart.enable()
            else:
                self._autostart.disable()
        except OSError as error:
            self.problems.show_problem(problem(tr("Cannot change what starts at login"), error))
            self.show_settings(self._settings)

    def _set(self, key: str, value: object) -> None:
        if self._filling:
            return
        changed = msgspec.structs.replace(self._settings, **{key: value})
        if changed != self._settings:
            self._settings = changed
            self.changed.emit(changed)

    # What a person does

    def _search(self, wanted: str) -> None:
        words = wanted.casefold().split()
        any_shown = False
        for section in self._sections:
            shown = False
            for row in section.rows:
                fits = all(word in row.words for word in words)
                row.widget.setVisible(fits)
                shown = shown or fits
            section.card.setVisible(shown)
            any_shown = any_shown or shown
        self._area.setVisible(any_shown)
        self._none.setVisible(not any_shown)
        self._none.say(tr("No setting has these words"), "", tr("Clear search"), "")

    def ask_export(self) -> None:
        """Ask where to, then write the preferences."""
        dialog = QFileDialog(self, tr("Export settings"), str(Path.home() / "davit-settings.toml"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        self._open(dialog)

    def export_to(self, path: Path) -> None:
        """Write the preferences; a failure is told on the page."""
        try:
            preferences.save(self._settings, path)
        except OSError as error:
            self.problems.show_problem(problem(tr("Cannot write {file}").format(file=path), error))
            return
        self.said.emit(tr("Saved as {file}").format(file=path.name), str(path))

    def ask_import(self) -> None:
        """Ask for a file, then take its preferences."""
        dialog = QFileDialog(self, tr("Import settings"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Settings (*.toml)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        self._open(dialog)

    def import_from(self, path: Path) -> None:
        """Take the preferences of a file at once; one that cannot be read changes nothing."""
        try:
            read = preferences.read(path)
        except OSError as error:
            self.problems.show_problem(problem(tr("Cannot read {file}").format(file=path), error))
            return
        except ValueError as error:
            title = tr("Cannot read {file}").format(file=path)
            self.problems.show_problem(Problem(title=title, reason=str(error)))
            return
        self.changed.emit(read)
        self.show_settings(read)
        self.said.emit(tr("Settings imported"), str(path))

    def _open(self, dialog: QFileDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
