"""The window: sidebar, pages, banner, status bar, menus, and where one goes from where."""

from collections.abc import Callable, Generator, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, cast

import msgspec
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.autostart import this_system
from davit_desktop.client.types import Json
from davit_desktop.journal import Journal
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Scheme, Settings
from davit_desktop.state.problem import Problem
from davit_desktop.translation import sentences, tr
from davit_desktop.updates.service import Updates
from davit_desktop.usage import UsageMeter
from davit_desktop.views import text
from davit_desktop.views.activity import ActivityPage
from davit_desktop.views.build_dialog import dropped
from davit_desktop.views.build_verbs import BuildVerbs
from davit_desktop.views.build_watch import BuildWatch
from davit_desktop.views.builds import BuildsPage
from davit_desktop.views.container_asks import ContainerAsks
from davit_desktop.views.container_tab import TAB_KEYS
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.containers import ContainersPage
from davit_desktop.views.engine_off import resume_machine
from davit_desktop.views.fields import CheckBox
from davit_desktop.views.image_verbs import ImageVerbs
from davit_desktop.views.images import ImagesPage
from davit_desktop.views.logs_page import LogsPage
from davit_desktop.views.machine import MachinePage
from davit_desktop.views.messages import Banner, Toasts
from davit_desktop.views.networks import NetworksPage
from davit_desktop.views.page import Page
from davit_desktop.views.palette import Entry, Palette
from davit_desktop.views.palette_entries import menu_of, of_containers, of_images, of_menus
from davit_desktop.views.ports_page import PortsPage
from davit_desktop.views.run_flow import RunFlow
from davit_desktop.views.settings_page import SettingsPage
from davit_desktop.views.sidebar import Sidebar
from davit_desktop.views.sidebar_counts import SidebarCounts
from davit_desktop.views.stack_detail import StackDetail
from davit_desktop.views.stack_verbs import StackVerbs
from davit_desktop.views.stacks import StacksPage
from davit_desktop.views.status_bar import StatusBar, TaskDrawer
from davit_desktop.views.tray import Tray
from davit_desktop.views.update_watch import UpdateWatch
from davit_desktop.views.volume_detail import VolumeDetail
from davit_desktop.views.volume_verbs import VolumeVerbs
from davit_desktop.views.volume_watch import VolumeWatch
from davit_desktop.views.volumes import VolumesPage
from davit_desktop.views.welcome import WelcomePage
from davit_desktop.views.welcome_native import NativeWelcome
from davit_vm.status import State

if TYPE_CHECKING:
    from davit_desktop.views.build_detail import BuildDetail
    from davit_desktop.views.container_detail import ContainerDetail
    from davit_desktop.views.image_detail import ImageDetail

MINIMUM = (900, 600)
_USAGE_FIRST = 1_500  # milliseconds after connecting, when the first listing has been drawn
_USAGE_EVERY = 5_000  # milliseconds, while the window is seen
_DISK_AFTER = 1_000  # milliseconds of quiet after news before disk usage is asked for
_LATE_PAGES_AFTER = 500  # milliseconds after the window was shown
_LATE_STEPS = 20  # milliseconds between one part of a late page and the next
_TEXT_SIZES = range(-4, 9)
_DETAIL = "container"
_WELCOME = "welcome"

_GROUPS = (
    ("containers", "stacks", "images", "volumes", "networks"),
    ("logs", "ports", "builds"),
    ("machine", "activity"),
    ("settings",),
)

Place = tuple[str, str]  # page, and the subject of a detail: a container's id, an image's …


class MainWindow(QMainWindow):
    """Everything the person sees. `closed` is emitted once, when the window has gone for good;
    `complete` when all its pages are there, some time after it has come into sight."""

    closed = Signal()
    complete = Signal()
    settings_changed = Signal(object)  # Settings

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        usage: UsageMeter,
        parent: QWidget | None = None,
        *,
        advice: str = "",
        journal: Journal | None = None,
        updates: Updates | None = None,
    ) -> None:
        """`advice` tells on the first run of another way to an engine on this computer.

        Without a `journal`, what is done is forgotten with the window. Without `updates` nothing of
        them is shown or asked.
        """
        super().__init__(parent)
        self.session = session
        self.actions_run = actions
        self.settings = settings
        self._usage = usage
        self._quitting = False
        self._asking: QMessageBox | None = None
        self._scheme_actions: dict[Scheme, QAction] = {}
        self._leaving = False  # closed for good, not into the tray
        self.tray: Tray | None = None
        self._places: list[Place] = []
        self._place = -1
        self._disk_task: Action | None = None
        self._told_paused = False  # whether the banner says that the machine is
        self.palette_dialog: Palette | None = None
        self.setWindowTitle("Davit")
        self.setMinimumSize(*MINIMUM)
        self.deletes = PendingDeletes(actions, self)
        self.verbs = ContainerVerbs(session, actions, self.deletes, self)
        self.asks = ContainerAsks(session, actions, self.verbs, self)
        self.containers = ContainersPage(session, actions, self.verbs)
        self.stack_verbs = StackVerbs(session, actions, self.verbs, self)
        self.stacks = StacksPage(session, actions, self.stack_verbs)
        self.stack = StackDetail(session, actions, self.stack_verbs)
        self.image_verbs = ImageVerbs(session, actions, self.deletes, self)
        self.images = ImagesPage(session, actions, self.image_verbs)
        self.logs = LogsPage(session, actions)
        watch = VolumeWatch(session, actions, self)
        self.volume_verbs = VolumeVerbs(session, actions, watch, self)
        self.volumes = VolumesPage(session, actions, watch, self.volume_verbs)
        self.volume = VolumeDetail(session, actions, watch, self.volume_verbs)
        self.networks = NetworksPage(session, actions, self.deletes)
        self.ports = PortsPage(session, actions, self.verbs)
        self.build_watch = BuildWatch(session, actions, self)
        self.build_verbs = BuildVerbs(session, actions, self.build_watch, self.deletes, self)
        self.builds = BuildsPage(session, actions, self.build_watch, self.build_verbs, self.deletes)
        self.activity = ActivityPage(actions, journal or Journal())
        self.updates = UpdateWatch(updates, session, actions, self) if updates else None
        self.settings_page = SettingsPage(
            settings,
            this_system(),
            tray=Tray.available(),
            session=session,
            actions=actions,
            updates=self.updates,
        )
        self.run_flow = RunFlow(session, actions, self, deletes=self.deletes)
        self.machine: MachinePage | None = None
        self.welcome: WelcomePage | NativeWelcome
        if session.machine is not None:
            self.machine = MachinePage(session, session.machine, actions)
            self.welcome = WelcomePage(session, session.machine, actions, advice)
        else:
            self.welcome = NativeWelcome(session, actions)
        self._welcomed = False
        self.sidebar = Sidebar()
        self.banner = Banner()
        self.status = StatusBar()
        self.pages = QStackedWidget()
        self._page_widgets: dict[str, Page] = {}
        self._titles: dict[str, tuple[str, str]] = {}  # page -> its name and icon
        self._lists: dict[str, str] = {}  # page -> the page that the sidebar marks for it
        self._absent: set[str] = set()  # pages that this engine has nothing for
        self._page_actions: dict[str, QAction] = {}
        self._page_menu = QMenu(tr("&View"), self)
        self._build()
        self.drawer = TaskDrawer(actions, self)
        self.toasts = Toasts(self, above=self.status.sizeHint().height())
        self._build_menus()
        self.add_page("containers", tr("Containers"), "containers", self.containers)
        self.add_page("stacks", tr("Stacks"), "stack", self.stacks)
        self.add_page("images", tr("Images"), "images", self.images)
        self.add_page("logs", tr("Logs"), "logs", self.logs)
        if self.machine is not None:
            self.add_page("machine", tr("Machine"), "machine", self.machine)
        self.add_detail(_WELCOME, self.welcome, of="containers")
        self.add_page("volumes", tr("Volumes"), "volumes", self.volumes)
        self.add_page("networks", tr("Networks"), "networks", self.networks)
        self.add_page("ports", tr("Ports"), "port", self.ports)
        self.add_page("builds", tr("Builds"), "builds", self.builds)
        self.add_page("activity", tr("Activity"), "activity", self.activity)
        self.add_page("settings", tr("Settings"), "settings", self.settings_page)
        self.add_detail("stack", self.stack, of="stacks")
        self.add_detail("volume", self.volume, of="volumes")
        self._lists |= {_DETAIL: "containers", "image": "images", "build": "builds"}
        self._late: dict[str, Generator[None, None, Page]] = {
            _DETAIL: self._make_detail(),
            "image": self._make_image(),
            "build": self._make_build(),
        }
        self._fill_sidebar()
        self._wire()
        self._restore()
        remembered = settings.page if self._is_list(settings.page) else "containers"
        self.go(remembered)

    # Pages

    def add_page(self, key: str, name: str, icon: str, page: Page) -> None:
        """Take in a page of the sidebar; its place there is that of `key` in `_GROUPS`."""
        self._add(key, page, key)
        self._titles[key] = (name, icon)

    def _fill_sidebar(self) -> None:
        """Give the pages that there are their places and the keys Ctrl+1 … Ctrl+9."""
        number = 0
        for place, group in enumerate(_GROUPS):
            for key in group:
                if key not in self._titles:
                    continue
                number += 1
                keys = f"Ctrl+{number}" if number < 10 else ""
                name, icon = self._titles[key]
                if key == "settings":  # which have an entry of their own in the menus
                    self.sidebar.add_page(key, name, icon, "Ctrl+,", group=place)
                    continue
                self.sidebar.add_page(key, name, icon, keys, group=place)
                action = QAction(name, self)
                action.setShortcut(QKeySequence(keys))
                action.triggered.connect(lambda _=False, key=key: self.go(key))
                self._page_menu.insertAction(self._after_pages, action)
                self._page_actions[key] = action
        self.sidebar.end_groups()

    def add_detail(self, key: str, page: Page, of: str) -> None:
        """Take in a page that is reached from the list page `of`, and goes back to it."""
        self._add(key, page, of)
        page.left.connect(lambda: self.go(of))

    # The pages of a container and an image are large: the window is seen sooner when they come
    # later, and stands still for none when they come part by part.

    @property
    def detail(self) -> "ContainerDetail":
        """The page of a container."""
        return cast("ContainerDetail", self._page(_DETAIL))

    @property
    def image(self) -> "ImageDetail":
        """The page of an image."""
        return cast("ImageDetail", self._page("image"))

    @property
    def build(self) -> "BuildDetail":
        """The page of a build."""
        return cast("BuildDetail", self._page("build"))

    def _make_detail(self) -> Generator[None, None, Page]:
        from davit_desktop.views import files, terminal  # noqa: F401

        yield
        from davit_desktop.views.container_detail import ContainerDetail, contents

        yield
        made = yield from contents(self.session, self.actions_run, self.verbs)
        page = ContainerDetail(self.session, self.actions_run, self.verbs, made)
        page.has_page = self._lists.__contains__
        yield
        self.add_detail(_DETAIL, page, of="containers")
        return page

    def _make_image(self) -> Generator[None, None, Page]:
        from davit_desktop.views.image_detail import ImageDetail, contents

        yield
        made = yield from contents(self.session, self.actions_run)
        page = ImageDetail(self.session, self.actions_run, self.image_verbs, made)
        yield
        self.add_detail("image", page, of="images")
        return page

    def _make_build(self) -> Generator[None, None, Page]:
        from davit_desktop.views.build_detail import BuildDetail
        from davit_desktop.views.build_output import BuildOutput

        yield
        output = BuildOutput()
        yield
        page = BuildDetail(
            self.session, self.actions_run, self.build_watch, self.build_verbs, output
        )
        yield
        self.add_detail("build", page, of="builds")
        return page

    def _page(self, key: str) -> Page:
        while key not in self._page_widgets:
            next(self._late[key], None)
        return self._page_widgets[key]

    def _make_late_pages(self) -> None:
        """Make a part of one that is still to come while nobody waits for it, then the next."""
        for key, parts in self._late.items():
            if key not in self._page_widgets:
                next(parts, None)
                self._late_timer.start(_LATE_STEPS)
                return
        self.complete.emit()

    def _add(self, key: str, page: Page, of: str) -> None:
        self._page_widgets[key] = page
        self._lists[key] = of
        self.pages.addWidget(page)
        page.went.connect(self.go)
        page.said.connect(self._show_toast)

    def _is_list(self, page: str) -> bool:
        return self._lists.get(page) == page

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The pages of the sidebar, in its order."""
        shown = self._titles.keys() - self._absent
        return tuple(key for group in _GROUPS for key in group if key in shown)

    @property
    def shown(self) -> Page:
        """The page in sight."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def go(self, page: str, subject: str = "", tab: str = "") -> None:
        """Show a page, or the detail of a subject, and remember the way back."""
        if page in self._absent:
            page, subject, tab = "containers", "", ""
        place = (page, subject)
        if self._place < 0 or self._places[self._place] != place:
            del self._places[self._place + 1 :]
            self._places.append(place)
            del self._places[:-50]
            self._place = len(self._places) - 1
        self._show(place, tab)

    def back(self) -> None:
        """Where one was before."""
        self._step(-1)

    def forward(self) -> None:
        """Where one went back from."""
        self._step(1)

    def _step(self, by: int) -> None:
        place = self._place + by
        while 0 <= place < len(self._places):
            page, subject = self._places[place]
            if self._page(page).holds(subject):
                self._place = place
                self._show(self._places[place], "")
                return
            place += by

    def _show(self, place: Place, tab: str) -> None:
        page, subject = place
        widget = self._page(page)
        if self.shown is not widget:
            self.shown.leave()
        self.pages.setCurrentWidget(widget)
        self.sidebar.choose(self._lists[page])
        if self._is_list(page):
            self._set(page=page)
        self._container_menu.menuAction().setEnabled(page == "containers")
        widget.enter(subject, tab)

    # Making

    def _build(self) -> None:
        central = QWidget()
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.pages, 1)
        columns.addWidget(self.sidebar)
        columns.addLayout(right, 1)
        rows.addLayout(columns, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(central)

    def _build_menus(self) -> None:
        bar = self.menuBar()
        self.file_menu = bar.addMenu(tr("&File"))
        run = self._entry(self.file_menu, tr("Run…"), "Ctrl+N", lambda: self.run_flow.open())
        run.setStatusTip(tr("Run a new container"))
        self._build_action = self._entry(
            self.file_menu, tr("Build an image…"), "Ctrl+Shift+B", lambda: self.build_verbs.build()
        )
        self._build_action.setStatusTip(tr("Make an image from a Dockerfile"))
        self._undo = self._entry(
            self.file_menu, tr("Undo delete"), "Ctrl+Z", self.deletes.undo_last
        )
        self._undo.setEnabled(False)
        self.file_menu.addSeparator()
        if self.machine is not None:
            stop = self._entry(self.file_menu, tr("Stop machine and quit"), "", self.stop_and_quit)
            stop.setStatusTip(tr("Stop containers in good order, then the machine, then Davit"))
        preferences = self._entry(
            self.file_menu, tr("Settings"), "Ctrl+,", lambda: self.go("settings")
        )
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        quit_action = self._entry(self.file_menu, tr("Quit"), "Ctrl+Q", self.leave)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        self._container_menu = bar.addMenu(tr("&Container"))
        self._container_menu.aboutToShow.connect(self._fill_container_menu)
        self.containers.fill_menu(self._container_menu)
        view = self._page_menu
        bar.addMenu(view)
        self._after_pages = view.addSeparator()
        self._entry(view, tr("Back"), "Alt+Left", self.back)
        self._entry(view, tr("Forward"), "Alt+Right", self.forward)
        self._entry(view, tr("Refresh"), "F5", self.session.refresh)
        self._entry(view, tr("Find or filter"), "Ctrl+F", lambda: self.shown.focus_search())
        self._entry(view, tr("Commands…"), "Ctrl+K", self.open_palette)
        view.addSeparator()
        self._entry(view, tr("Tasks"), "Ctrl+Shift+T", self.toggle_drawer)
        self._entry(
            view,
            tr("Fold or unfold the sidebar"),
            "Ctrl+B",
            lambda: self.sidebar.set_folded(not self.sidebar.folded),
        )
        view.addMenu(self._scheme_menu())
        larger = self._entry(view, tr("Larger text"), "Ctrl+=", lambda: self._resize_text(1))
        larger.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        self._entry(view, tr("Smaller text"), "Ctrl+-", lambda: self._resize_text(-1))
        self._entry(view, tr("Normal text"), "Ctrl+0", lambda: self._resize_text(0))
        help_menu = bar.addMenu(tr("&Help"))
        self._entry(help_menu, tr("Welcome"), "", lambda: self.go(_WELCOME))
        self._entry(help_menu, tr("Keyboard shortcuts"), "F1", self._show_shortcuts)
        about = self._entry(help_menu, tr("About Davit"), "", self._show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _entry(self, menu: QMenu, words: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: slot())
        return action

    def _scheme_menu(self) -> QMenu:
        menu = QMenu(tr("Colours"), self)
        group = QActionGroup(menu)
        for scheme, words in (
            (Scheme.SYSTEM, tr("As the system")),
            (Scheme.LIGHT, tr("Light")),
            (Scheme.DARK, tr("Dark")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.settings.scheme is scheme)
            action.triggered.connect(lambda _=False, scheme=scheme: self._set(scheme=scheme))
            group.addAction(action)
            self._scheme_actions[scheme] = action
        return menu

    def _wire(self) -> None:
        session = self.session
        self._counts = SidebarCounts(
            session, self.actions_run, self.deletes, self, self.sidebar.set_count
        )
        self._leave = [
            session.connection_news.subscribe(self._show_connection),
            session.containers_news.subscribe(self._on_containers),
            session.images_news.subscribe(self._on_images),
        ]
        self.sidebar.page_chosen.connect(self.go)
        self.sidebar.fold_changed.connect(lambda folded: self._set(sidebar_collapsed=folded))
        self.containers.opened.connect(lambda id, tab: self.go(_DETAIL, id, tab))
        self.containers.asked.connect(self.asks.ask)
        self.stack.asked.connect(self.asks.ask)
        self.asks.run_again.connect(self.run_flow.run_again)
        for verbs in (self.containers.verbs, self.stack.container_actions):
            verbs.offer_tabs(TAB_KEYS)
        self.stack_verbs.said.connect(self._show_toast)
        self.containers.preferences_changed.connect(self._keep_list)
        self.containers.run_requested.connect(lambda: self.run_flow.open())
        self.run_flow.created.connect(lambda id: self.go(_DETAIL, id, "logs"))
        self.run_flow.problem.connect(self._show_problem)
        self.images.preferences_changed.connect(self._keep_images)
        self.image_verbs.run_requested.connect(self.run_flow.open)
        self.image_verbs.problem.connect(self._show_problem)
        self.image_verbs.said.connect(self._show_toast)
        self.images.build_requested.connect(lambda: self.build_verbs.build())
        self.build_verbs.requested.connect(self._on_build_requested)
        self.build_verbs.began.connect(self._on_build_began)
        self.build_verbs.run_requested.connect(self.run_flow.open)
        self.build_verbs.image_wanted.connect(lambda id: self.go("image", id))
        self.build_verbs.said.connect(self._show_toast)
        self.build_watch.supported_changed.connect(self._offer_builds)
        self.verbs.said.connect(self._show_toast)
        self.deletes.said.connect(self._show_undo)
        self.deletes.changed.connect(self._on_deletes)
        if session.machine is not None:
            self._leave.append(session.machine.news.subscribe(self._on_machine))
            self.status.slow_clicked.connect(self._show_slow)
        self.welcome.started.connect(lambda id: self.go(_DETAIL, id, "logs"))
        self.welcome.opened.connect(self.verbs.open_port)
        self.setAcceptDrops(True)
        for off in (self.containers.offline, self.images.offline):
            off.setup_requested.connect(lambda: self.go(_WELCOME))
            off.machine_requested.connect(lambda: self.go("machine"))
        self.settings_page.changed.connect(self._choose_settings)
        self.settings_page.restart_wanted.connect(self._ask_restart)
        if self.updates is not None:
            self._wire_updates(self.updates)
        self.banner.button.clicked.connect(self._on_banner)
        self.status.tasks_clicked.connect(self.toggle_drawer)
        for signal in (self.actions_run.started, self.actions_run.finished):
            signal.connect(lambda _: self.status.show_tasks(self.actions_run.running))
        self._usage_timer = QTimer(self)
        self._usage_timer.setInterval(_USAGE_EVERY)
        self._usage_timer.timeout.connect(self._measure)
        self._late_timer = QTimer(self, singleShot=True)
        self._late_timer.timeout.connect(self._make_late_pages)
        self._disk_timer = QTimer(self)
        self._disk_timer.setSingleShot(True)
        self._disk_timer.setInterval(_DISK_AFTER)
        self._disk_timer.timeout.connect(self._ask_disk)
        self.status.show_connection(session.connection)

    def _wire_updates(self, updates: UpdateWatch) -> None:
        updates.told.connect(self._tell_update)
        updates.problem.connect(self._show_update_problem)
        updates.leave_wanted.connect(self.quit)
        self.settings_changed.connect(lambda s: updates.allow(daily=s.updates_check))
        if updates.updates.asks:
            self.welcome.checks.repairs = True
            self.welcome.repair_wanted.connect(updates.repair)
            self.welcome.offer_updates(
                updates.updates.release.url,
                self.settings.updates_check,
                lambda on: self._set(updates_check=on),
            )
        updates.allow(daily=self.settings.updates_check)
        QTimer.singleShot(0, updates.tell_outcome)

    def _tell_update(self, words: str) -> None:
        self.toasts.show_toast(text.visible(words), text.tool_tip(tr("See the settings")))
        if self.tray is not None:
            self.tray.tell(words, lambda: self.go("settings"))

    def _show_update_problem(self, problem: Problem) -> None:
        if self.shown is not self.settings_page:  # which shows it itself
            self._show_problem(problem)

    def _restore(self) -> None:
        s = self.settings
        self.resize(max(s.window_width, MINIMUM[0]), max(s.window_height, MINIMUM[1]))
        if s.window_maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.sidebar.set_folded(s.sidebar_collapsed)
        self._restore_lists()

    def _restore_lists(self) -> None:
        s = self.settings
        self.containers.restore(
            s.containers_sort,
            descending=s.containers_descending,
            show=s.containers_show,
            collapsed=s.collapsed_groups,
            columns=s.containers_columns,
            widths=s.containers_widths,
            pinned=s.containers_pinned,
        )
        self.images.restore(
            s.images_sort,
            descending=s.images_descending,
            show=s.images_show,
            check=s.images_check_updates,
            pinned=s.images_pinned,
        )

    # What is remembered

    def _set(self, **changes: object) -> None:
        self._take_settings(msgspec.structs.replace(self.settings, **changes))

    def _take_settings(self, changed: Settings) -> None:
        if changed == self.settings:
            return
        self.settings = changed
        self.sidebar.set_folded(changed.sidebar_collapsed)
        self._scheme_actions[changed.scheme].setChecked(True)
        self.settings_page.show_settings(changed)
        self.settings_changed.emit(changed)

    def _choose_settings(self, changed: Settings) -> None:
        """What was set on the settings page, or imported, counts for the lists too."""
        self._take_settings(changed)
        for page in (self.containers, self.images):
            page.blockSignals(True)  # what they would tell is what they are just told
        self._restore_lists()
        for page in (self.containers, self.images):
            page.blockSignals(False)

    def _ask_restart(self) -> None:
        if self.machine is not None:
            self.go("machine")
            self.machine.ask_restart()

    def _keep_list(self) -> None:
        self._set(
            containers_sort=self.containers.sort_key,
            containers_descending=self.containers.descending,
            containers_show=self.containers.shown_states,
            collapsed_groups=self.containers.collapsed_groups,
            containers_columns=self.containers.list.chosen_columns,
            containers_widths=self.containers.list.widths,
            containers_pinned=self.containers.pinned,
        )

    def _keep_images(self) -> None:
        self._set(
            images_sort=self.images.sort_key,
            images_descending=self.images.descending,
            images_show=self.images.shown_use,
            images_check_updates=self.images.check_each_time.isChecked(),
            images_pinned=self.images.pinned,
        )

    def _resize_text(self, by: int) -> None:
        size = self.settings.text_size + by if by else 0
        self._set(text_size=min(max(size, _TEXT_SIZES[0]), _TEXT_SIZES[-1]))

    # News

    def _show_connection(self) -> None:
        connection = self.session.connection
        self.status.show_connection(connection)
        match connection.phase:
            case Phase.ONLINE:
                if not self._told_paused:
                    self.banner.hide()
                if self.machine is None:
                    self._usage.find_engine()
                QTimer.singleShot(_USAGE_FIRST, self, self._measure)
                self._ask_disk_soon()
            case Phase.OFFLINE if self.session.containers and self._machine_should_answer():
                self._told_paused = False
                self.banner.say(
                    tr(
                        "The engine does not answer: {reason}. What you see is how it was. "
                        "Davit keeps trying."
                    ).format(reason=connection.reason.rstrip(".")),
                    tr("Try now"),
                )

    def _machine_should_answer(self) -> bool:
        machine = self.session.machine
        return machine is None or machine.ready

    def _on_machine(self) -> None:
        machine = self.session.machine
        status = machine.status if machine is not None else None
        if status is None:
            return
        self.status.show_machine(status)
        pids = (status.supervisor_pid, status.qemu_pid)
        self._usage.watch([pid for pid in pids if pid is not None])
        self.status.show_disk(status.resources.disk_on_host)
        if machine is not None and machine.paused and self.session.containers:
            self._told_paused = True
            self.banner.say(
                tr("The machine is paused: containers stand still, and their ports do not answer."),
                tr("Resume"),
            )
        elif self._told_paused or not self._machine_should_answer():
            self._told_paused = False
            self.banner.hide()
        if not self._welcomed:
            self._welcomed = True
            if status.state is State.ABSENT:
                self.go(_WELCOME)

    def _on_banner(self) -> None:
        machine = self.session.machine
        if machine is not None and machine.paused:
            resume_machine(machine, self.actions_run, self._show_problem)
        else:
            self.session.retry()

    def _show_slow(self) -> None:
        if self.machine is not None:
            self.go("machine", tab="overview")

    def _welcome_once(self) -> None:
        """Who has an empty engine and no machine to set up is welcomed at the first start."""
        if self._welcomed or self.machine is not None or not self.session.listed:
            return
        self._welcomed = True
        ours = self.session.connection.engine.startswith("Davit")
        if self.settings.welcomed or not ours:
            return
        self._set(welcomed=True)
        if not self.session.containers and len(self._places) == 1:
            self.go(_WELCOME)

    def _on_containers(self) -> None:
        self._welcome_once()
        known = self.session.listed
        held = sum(map(self.deletes.holds, self.session.containers))
        count = len(self.session.containers) - held
        self.sidebar.set_count("containers", count if known else None)
        self.sidebar.set_count("stacks", self.stacks.count if known else None)
        self._ask_disk_soon()

    def _show_toast(self, words: str, tip: str) -> None:
        self.toasts.show_toast(words, text.tool_tip(tip))

    def _show_undo(self, words: str, tip: str, undo: Callable[[], None]) -> None:
        self.toasts.show_toast(words, text.tool_tip(tip), undo)

    def _on_deletes(self) -> None:
        self._undo.setEnabled(bool(self.deletes.pending))
        if not self.deletes.pending:
            self.toasts.withdraw_undo()
        self._counts.match_deletes()
        self._on_containers()
        self._on_images()

    def _on_images(self) -> None:
        known = self.session.listed
        count = sum(not self.deletes.holds(image.id) for image in self.session.images)
        self.sidebar.set_count("images", count if known else None)
        self._ask_disk_soon()

    def _offer_builds(self, offered: bool) -> None:
        """Engines other than Davit's do not tell of builds."""
        (self._absent.discard if offered else self._absent.add)("builds")
        self.sidebar.set_present("builds", present=offered)
        for action in (self._page_actions["builds"], self._build_action):
            action.setVisible(offered)
            action.setEnabled(offered)
        self.images.build_button.setVisible(offered)
        if not offered and self.shown in (self.builds, self._page_widgets.get("build")):
            self.go("containers")

    def _on_build_requested(self) -> None:
        self.go("builds")

    def _on_build_began(self, id: str) -> None:
        if self.shown is self.builds:  # where it was asked for; nobody has gone on meanwhile
            self.go("build", id)

    def _show_problem(self, problem: Problem) -> None:
        self.shown.problems.show_problem(problem)

    def _measure(self) -> None:
        if self.isVisible():
            self.status.show_usage(self._usage.measure())

    def _ask_disk_soon(self) -> None:
        if self.isVisible():
            self._disk_timer.start()

    def _ask_disk(self) -> None:
        online = self.session.connection.phase is Phase.ONLINE
        busy = self._disk_task is not None and self._disk_task.running
        if online and not busy and self.isVisible() and self.machine is None:
            self._disk_task = self.actions_run.start_quiet(
                lambda _: self.session.engine.df(), done=self._show_disk
            )

    def _show_disk(self, answer: Json) -> None:
        self.status.show_disk(disk_held(answer))

    # What a person does

    def open_palette(self) -> None:
        """Open the command palette."""
        if self.palette_dialog is None:
            self.palette_dialog = Palette(self._offers, self)
            for news in (self.session.containers_news, self.session.images_news):
                self._leave.append(news.subscribe(self.palette_dialog.refresh))
        self.palette_dialog.popup()

    def _offers(self) -> Iterator[Entry]:
        containers = (c for c in self.session.containers.values() if not self.verbs.hidden(c.id))
        self._fill_container_menu()
        yield from of_menus(menu for a in self.menuBar().actions() if (menu := menu_of(a)))
        yield from of_containers(containers, self.verbs, self.go)
        yield from of_images(self.image_verbs.images(), self.run_flow.open, self.go)

    def toggle_drawer(self) -> None:
        """Open or close the task drawer."""
        shown = not self.drawer.isVisible()
        if shown:
            self._place_drawer()
        self.drawer.setVisible(shown)
        self.drawer.raise_()

    def _place_drawer(self) -> None:
        width = min(460, self.width() - 32)
        height = min(340, self.height() - 120)
        bottom = self.height() - self.status.height() - 8
        self.drawer.setGeometry(self.width() - width - 16, bottom - height, width, height)

    def _fill_container_menu(self) -> None:
        self._container_menu.clear()
        self.containers.fill_menu(self._container_menu)

    def _show_shortcuts(self) -> None:
        lines = []
        for menu_action in self.menuBar().actions():
            if menu := menu_of(menu_action):
                for action in menu.actions():
                    if not action.shortcut().isEmpty():
                        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                        lines.append(f"{keys}\t{action.text()}")
        self._tell(tr("Keyboard shortcuts"), "\n".join(lines))

    def _show_about(self) -> None:
        try:
            number = version("davit-desktop")
        except PackageNotFoundError:
            number = tr("from source")
        self._tell(
            tr("About Davit"),
            tr(
                "Davit {version}\nLinux containers with an engine of its own.\n\n"
                "Engine: {engine}\nAddress: {address}"
            ).format(
                version=number,
                engine=self.session.connection.engine or tr("not connected"),
                address=self.session.connection.host,
            ),
        )

    def _tell(self, title: str, words: str) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # Coming and going

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if "builds" not in self._absent and dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        found = dropped(event)
        if found and "builds" not in self._absent:
            event.acceptProposedAction()
            self.build_verbs.build(*found)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.drawer.isVisible():
            self._place_drawer()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest()
        self._ask_disk_soon()
        self._late_timer.start(_LATE_PAGES_AFTER)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest()

    def _rest(self) -> None:
        """Measure and stream only what somebody can see."""
        unseen = self.isMinimized() or not self.isVisible()
        self.session.rest(unseen)
        if unseen:
            self._usage_timer.stop()
        elif not self._usage_timer.isActive():
            self._usage_timer.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "_usage_timer"):
            self._rest()

    def add_tray(self, icon: QIcon) -> None:
        """Put an icon into the system's tray, where there is one."""
        if Tray.available():
            self.tray = Tray(
                icon,
                self.session,
                self.actions_run,
                self.verbs,
                lambda: self.settings,
                go=self.go,
                show=self.bring_forward,
                leave=self.leave,
                looked_at=self.isActiveWindow,
                parent=self,
            )
            self.tray.icon.show()

    def bring_forward(self) -> None:
        """Show the window above the others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close for good, after a question where the settings say so."""
        self._leaving = True
        if not self.isVisible():
            self.show()
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.tray is not None and self.settings.keep_in_tray and not self._leaving:
            event.ignore()
            self.hide()
            return
        kept = (c for c in self.session.containers.values() if not self.deletes.holds(c.id))
        running = sum(c.running for c in kept)
        if running and not self._quitting and self.settings.ask_before_quit:
            event.ignore()
            self._ask_quit(running)
            return
        self._set(
            window_width=self.normalGeometry().width(),
            window_height=self.normalGeometry().height(),
            window_maximized=self.isMaximized(),
        )
        super().closeEvent(event)
        if self.tray is not None:
            self.tray.close()
        self.closed.emit()

    def quit(self) -> None:
        """Close without a question."""
        self._quitting = self._leaving = True
        self.close()

    def _ask_quit(self, running: int) -> None:
        if self._asking is not None:
            self._asking.raise_()
            return
        box = QMessageBox(self)
        box.setWindowTitle(tr("Quit Davit"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            tr("1 container keeps running when Davit is closed.")
            if running == 1
            else tr("{count} containers keep running when Davit is closed.").format(count=running)
        )
        box.setInformativeText(self._what_goes_on())
        stop = None
        if self.machine is not None:
            stop = box.addButton(
                tr("Stop machine and quit"), QMessageBox.ButtonRole.DestructiveRole
            )
        leave = box.addButton(tr("Quit Davit"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        again = CheckBox(tr("Do not ask again"))
        box.setCheckBox(again)
        self._asking = box

        def answered() -> None:
            self._asking = None
            self._leaving = False
            if box.clickedButton() is leave:
                if again.isChecked():
                    self._set(ask_before_quit=False)
                self.quit()
            elif stop is not None and box.clickedButton() is stop:
                self.stop_and_quit()
            box.deleteLater()

        box.finished.connect(answered)
        box.open()

    def _what_goes_on(self) -> str:
        machine = self.session.machine
        if machine is None:
            return tr("The engine goes on without the window, and the ports stay open.")
        memory = machine.status.resources.host_memory if machine.status is not None else None
        told = tr("The machine goes on without the window, and the ports stay open.")
        if not memory:
            return told
        takes = tr("It takes {size} of memory now.").format(size=text.binary(memory))
        return sentences(told, takes)

    def stop_and_quit(self) -> None:
        """Stop containers and machine in good order, then close."""
        machine = self.session.machine
        if machine is None:
            return

        async def stop(action: Action) -> None:
            await self.deletes.finish()
            await machine.stop()

        self.actions_run.start(
            tr("Stopping the machine before Davit quits"),
            stop,
            failure=tr("Cannot stop the machine"),
            command="davit machine stop",
            done=lambda _: self.quit(),
            failed=self._show_problem,
        )


def disk_held(answer: Json) -> int:
    """Bytes of images, containers' own files and volumes in the answer of `GET /system/df`."""
    total = int(answer.get("LayersSize") or 0)
    for container in answer.get("Containers") or ():
        total += int(container.get("SizeRw") or 0)
    for volume in answer.get("Volumes") or ():
        total += max(0, int((volume.get("UsageData") or {}).get("Size") or 0))
    return total
