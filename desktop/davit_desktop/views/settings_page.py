"""The settings page: every preference, changed as it is touched; searched, saved and loaded."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop import settings as preferences
from davit_desktop.actions import Actions
from davit_desktop.autostart import Autostart
from davit_desktop.session import Session
from davit_desktop.settings import Scheme, Settings
from davit_desktop.state.images import Use
from davit_desktop.state.problem import Problem, problem
from davit_desktop.translation import tr
from davit_desktop.views.cards import scrolled
from davit_desktop.views.docker_line import DockerLine
from davit_desktop.views.empty import EmptyState
from davit_desktop.views.engine_settings import EngineTold, MachineEngineSettings
from davit_desktop.views.fields import CheckBox, Choice, Number
from davit_desktop.views.icons import TextButton
from davit_desktop.views.image_list import columns as image_columns
from davit_desktop.views.languages import languages
from davit_desktop.views.machine_move import MoveSection
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.settings_rows import Section
from davit_desktop.views.update_watch import UpdateWatch
from davit_desktop.views.updates import UpdatesSection


class SettingsPage(Page):
    """`changed` carries the new settings; the window applies and keeps them."""

    changed = Signal(object)  # Settings
    restart_wanted = Signal()  # of the machine

    def __init__(
        self,
        settings: Settings,
        autostart: Autostart,
        *,
        tray: bool,
        session: Session | None = None,
        actions: Actions | None = None,
        updates: UpdateWatch | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`tray` tells whether this desktop has a tray to keep an icon in.

        Without a `session` there are no settings of an engine, without `updates` none of these.
        """
        super().__init__(parent)
        self._settings = settings
        self._autostart = autostart
        self._sections: list[Section] = []
        self._filling = False
        self.dialog: QFileDialog | None = None
        self._build()
        self._build_appearance()
        self._build_window(tray)
        self._build_images()
        self.engine: MachineEngineSettings | None = None
        self.move_section: MoveSection | None = None
        if session is not None and actions is not None:
            self._build_engine(session, actions)
        self.updates: UpdatesSection | None = None
        if updates is not None:
            self._build_updates(updates)
        self._rows.addStretch(1)
        self.show_settings(settings)

    @property
    def controls(self) -> dict[str, QWidget]:
        """The controls of all rows, by their keys."""
        return {key: c for section in self._sections for key, c in section.controls.items()}

    def show_settings(self, settings: Settings) -> None:
        """Follow a change that was made elsewhere, as by the View menu."""
        self._settings = settings
        self._filling = True
        for section in self._sections:
            for follow in section.followers:
                follow(settings)
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

    def add_section(self, section: Section) -> None:
        """Append a card of settings."""
        self._sections.append(section)
        self._rows.addWidget(section.card)

    def _section(self, title: str) -> Section:
        section = Section(title)
        self.add_section(section)
        return section

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
        section.add("scheme", tr("Colours"), colours, show)
        size = Number(tr("Text size"), -4, 8, suffix=tr(" pt"))
        size.setSpecialValueText("")
        size.valueChanged.connect(lambda value: self._set("text_size", value))
        section.add(
            "text_size",
            tr("Text size"),
            size,
            lambda settings: size.setValue(settings.text_size),
            tr("Points more or less than the system's text. Ctrl+= and Ctrl+- do the same."),
        )
        offers: list[tuple[object, str]] = [("", tr("As the system")), *languages()]
        language, show = self._choice("language", offers)
        section.add(
            "language",
            tr("Language"),
            language,
            show,
            tr("Counts when Davit is opened the next time."),
        )
        folded, show = self._switch("sidebar_collapsed", tr("Show the sidebar as icons only"))
        section.add("sidebar_collapsed", folded.text(), folded, show)

    def _build_window(self, tray: bool) -> None:
        section = self._section(tr("Window"))
        asks, show = self._switch(
            "ask_before_quit", tr("Ask before Davit is closed while containers run")
        )
        section.add("ask_before_quit", asks.text(), asks, show)
        if tray:
            keeps, show = self._switch("keep_in_tray", tr("Stay in the tray when closed"))
            section.add(
                "keep_in_tray",
                keeps.text(),
                keeps,
                show,
                tr("Containers run without the window in any case."),
            )
            tells, show = self._switch("notify", tr("Notify me while I do something else"))
            section.add(
                "notify",
                tells.text(),
                tells,
                show,
                tr("When a container stops by itself with an error, and when long work ends."),
            )
        starts = CheckBox(tr("Start Davit when I log in"))
        starts.toggled.connect(self._start_with_login)
        section.add(
            "autostart",
            starts.text(),
            starts,
            lambda _: self._show_autostart(starts),
            tr("It starts out of sight: in the tray, or as a small window where there is none."),
        )

    def _build_images(self) -> None:
        section = self._section(tr("Images"))
        checks, show = self._switch(
            "images_check_updates", tr("Check for updates once after each start")
        )
        section.add(
            "images_check_updates",
            checks.text(),
            checks,
            show,
            tr(
                "When the Images page is first shown. Only the registries of your images are asked."
            ),
        )
        offers: list[tuple[object, str]] = [
            (Use.ALL.value, tr("All")),
            (Use.IN_USE.value, tr("In use")),
            (Use.UNUSED.value, tr("Unused")),
            (Use.DANGLING.value, tr("Dangling")),
        ]
        which, show = self._choice("images_show", offers)
        section.add("images_show", tr("Show"), which, show)
        order: list[tuple[object, str]] = [(c.key, c.title) for c in image_columns()]
        sort, show = self._choice("images_sort", order)
        section.add("images_sort", tr("Sort by"), sort, show)
        down, show = self._switch("images_descending", tr("Largest, newest or last first"))
        section.add("images_descending", down.text(), down, show)

    def _build_engine(self, session: Session, actions: Actions) -> None:
        if session.machine is not None:
            engine = MachineEngineSettings(session.machine, actions, self)
            for section in engine.sections:
                self.add_section(section)
            engine.problem.connect(self.problems.show_problem)
            engine.settled.connect(self.problems.forget)
            engine.said.connect(self.said)
            engine.restart_wanted.connect(self.restart_wanted)
            engine.resources_wanted.connect(lambda: self.went.emit("machine", "", "resources"))
            self.engine = engine
            self.move_section = MoveSection(session, actions, self)
            self.add_section(self.move_section.section)
            self.move_section.problem.connect(self.problems.show_problem)
            self.move_section.settled.connect(self.problems.forget)
            self.move_section.said.connect(self.said)
        else:
            self.add_section(EngineTold(session, self).section)
        docker = DockerLine(session.engine.host, actions, self)
        self.add_section(docker.section)
        docker.problem.connect(self.problems.show_problem)
        docker.settled.connect(self.problems.forget)
        docker.said.connect(self.said)

    def _build_updates(self, watch: UpdateWatch) -> None:
        self.updates = UpdatesSection(watch, self)
        self.add_section(self.updates.section)
        self.updates.changed.connect(self._set)
        self.updates.said.connect(self.said)
        watch.problem.connect(self.problems.show_problem)
        watch.settled.connect(self.problems.forget)

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
        any_shown = sum(section.find(words) for section in self._sections) > 0
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
