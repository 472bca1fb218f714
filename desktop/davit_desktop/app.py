"""Composition root: Qt application, event loop, session, main window, orderly quit."""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import qasync
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from davit_desktop import garbage
from davit_desktop import settings as preferences
from davit_desktop.actions import Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.instances import Presence, instance_name, raise_other
from davit_desktop.journal import Journal, journal_file
from davit_desktop.machine import Choice, Kind, choose, this_machine
from davit_desktop.machine_session import MachineSession
from davit_desktop.session import Phase, Session
from davit_desktop.settings import Scheme, Settings
from davit_desktop.stats_history import StatsHistory
from davit_desktop.updates import early
from davit_desktop.updates.install import Plan, start_over
from davit_desktop.updates.service import this_installation
from davit_desktop.usage import UsageMeter
from davit_desktop.views import icons
from davit_desktop.views.languages import speak
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.theme import Appearance
from davit_desktop.watchdog import Watchdog
from davit_vm import Machine

log = logging.getLogger(__name__)

_SAVE_AFTER = 1.0  # seconds of quiet before preferences are written
_PICTURE = (1280, 800)  # points
_PICTURE_PATIENCE = 15.0  # seconds
_PICTURE_SETTLE = 4.0  # seconds until figures that are differences, and the disk's, are told
_LAST_DELETES = 20.0  # seconds for containers to be stopped in good order and deleted, at quit
_GOODBYE = 3.0  # seconds for tasks to end at quit


def run(
    host: str | None,
    scheme: Scheme | None,
    began: float,
    picture: Path | None = None,
    *,
    hidden: bool = False,
) -> int:
    """Show the window until it is closed; `began` is when the program started, for the log.

    `host` names an engine; without it, it is the one that the command line would use, or the
    machine's, made when the person wants it.

    With `picture`, it is closed as soon as it has been saved there as an image. Otherwise a second
    start for the same engine raises the first one's window and ends. With `hidden` it starts in the
    tray, or minimized where there is none. Raises ClientError.
    """
    # Threads that search and read logs let go of the interpreter sooner: the window's longest stall
    # in a search with many hits falls from 70 to 30 ms, and the search takes no longer.
    sys.setswitchinterval(0.001)
    garbage.put_off()
    application = QApplication(["davit-desktop"])
    application.setApplicationName("davit-desktop")
    application.setApplicationDisplayName("Davit")
    application.setDesktopFileName("davit-desktop")
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)
    settings = preferences.load(preferences.settings_file())
    speak(settings.language)  # before anything is said
    choice, machine = asyncio.run(which_engine(host))
    engine = EngineClient(choice.host, certificates=choice.certificates)
    name = instance_name(choice.host)
    if picture is None and raise_other(name):
        return 0
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        followed = MachineSession(machine) if machine is not None else None
        session = Session(engine, followed, StatsHistory.of_engine(choice.host))
        advice = choice.hint if choice.kind is Kind.NONE and "davit-engine" in choice.hint else ""
        taking_over = loop.run_until_complete(
            _main(application, session, name, settings, scheme, began, picture, advice, hidden)
        )
    if taking_over is not None:
        start_over(taking_over)
    return 0


async def which_engine(host: str | None) -> tuple[Choice, Machine | None]:
    """The engine to show, and the machine when that is where it runs or will run."""
    choice = await choose(host)
    if choice.kind is Kind.NATIVE:
        return choice, None
    machine = this_machine()
    if choice.kind is Kind.NONE:
        choice = msgspec.structs.replace(choice, host=machine.endpoint)
    return choice, machine if choice.host == machine.endpoint else None


async def _main(
    application: QApplication,
    session: Session,
    name: str,
    settings: Settings,
    scheme: Scheme | None,
    began: float,
    picture: Path | None,
    advice: str,
    hidden: bool,
) -> Plan | None:
    """What takes the place of this program, once it has ended."""
    loop = asyncio.get_running_loop()
    appearance = Appearance(application)
    appearance.apply(scheme or settings.scheme, settings.text_size)
    application.setWindowIcon(icons.icon("davit", application.palette(), "accent", 64))
    engine = session.engine
    actions = Actions()
    journal = Journal(journal_file())
    journal.load()
    window = MainWindow(
        session,
        actions,
        settings,
        UsageMeter(engine.host),
        advice=advice,
        journal=journal,
        updates=this_installation(settings.updates_address) if picture is None else None,
    )
    saver = _Saver(loop, settings)
    window.settings_changed.connect(saver.keep)

    def dress(changed: Settings) -> None:
        # The command line's scheme holds until another is chosen in the window.
        override = scheme if changed.scheme is settings.scheme else None
        appearance.apply(override or changed.scheme, changed.text_size)

    window.settings_changed.connect(dress)
    presence = None
    if picture is None:
        presence = Presence(name, window, on_raise=window.bring_forward, on_quit=window.quit)
    gone = asyncio.Event()
    window.closed.connect(gone.set)
    window.complete.connect(garbage.leave_out_what_there_is)
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, window.quit)
    watchdog = Watchdog(loop) if os.environ.get("DAVIT_DEBUG") else None
    first_paint = _FirstPaint(began, window)
    start = _Start(session, lambda: hidden or bool(first_paint.took))
    first_paint.told = start.look
    if picture is None:
        window.add_tray(application.windowIcon())
    if not hidden:
        window.show()
    elif window.tray is None:
        window.showMinimized()
    garbage.leave_out_what_there_is()
    if watchdog is not None:
        watchdog.start()
    life = loop.create_task(session.run())
    try:
        if picture is not None:
            await _take_picture(window, picture)
            window.quit()
        await gone.wait()
    finally:
        log.debug("Quitting; the window was first seen after %.0f ms", first_paint.took)
        if presence is not None:
            presence.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(_LAST_DELETES):
                await window.deletes.finish()
        life.cancel()
        window.shown.leave()
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE):
                await asyncio.gather(life, return_exceptions=True)
                await actions.close()
                await engine.aclose()
        saver.now()
        if watchdog is not None:
            watchdog.stop()
    if picture is None and not start.well:
        early.not_counted()
    return window.updates.taking_over if window.updates is not None else None


async def _take_picture(window: MainWindow, path: Path) -> None:
    """Save the window once its lists and their figures are there, or as it is after a while."""
    window.resize(*_PICTURE)
    session = window.session
    complete = asyncio.Event()

    def look() -> None:
        rows = window.containers.model.rows()
        figures = all(row.cpu is not None for row in rows if row.container.running)
        if session.listed and session.images and figures:
            complete.set()

    for news in (session.containers_news, session.images_news, session.stats_news):
        news.subscribe(look)
    with suppress(TimeoutError):
        await asyncio.wait_for(complete.wait(), _PICTURE_PATIENCE)
    await asyncio.sleep(_PICTURE_SETTLE)
    if not window.grab().save(str(path)):
        log.error("Cannot write %s", path)


class _Saver:
    """Writes preferences a moment after the last change, and at the end."""

    def __init__(self, loop: asyncio.AbstractEventLoop, settings: Settings) -> None:
        self._loop = loop
        self._settings = settings
        self._saved = settings
        self._timer: asyncio.TimerHandle | None = None

    def keep(self, settings: Settings) -> None:
        self._settings = settings
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(_SAVE_AFTER, self.now)

    def now(self) -> None:
        if self._settings == self._saved:
            return
        try:
            preferences.save(self._settings, preferences.settings_file())
        except OSError as error:
            log.warning("Cannot save preferences: %s", error)
        self._saved = self._settings


class _Start:
    """Tells once that this version started well: seen, and aware of its engine, there or not."""

    def __init__(self, session: Session, seen: Callable[[], bool]) -> None:
        self.well = False
        self._session = session
        self._seen = seen
        session.connection_news.subscribe(self.look)

    def look(self) -> None:
        """Look again."""
        known = self._session.connection.phase is not Phase.CONNECTING
        if known and not self.well and self._seen():
            self.well = True
            early.went_well()


class _FirstPaint(QObject):
    """Notes when the window was first painted."""

    def __init__(self, began: float, window: MainWindow) -> None:
        super().__init__(window)
        self._began = began
        self.took = 0.0
        self.told: Callable[[], None] = lambda: None
        window.pages.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.took:
            self.took = (time.monotonic() - self._began) * 1000
            used = time.process_time() * 1000
            self.told()
            log.info("Window visible after %.0f ms, %.0f of the processor", self.took, used)
        return False
