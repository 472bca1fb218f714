"""Looks for updates when asked or allowed, downloads and installs them: what the section shows."""

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import UpdateFailed
from davit_desktop.session import Session
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_desktop.updates.install import Plan
from davit_desktop.updates.offers import Found, Offer
from davit_desktop.updates.service import Updates
from davit_desktop.updates.trial import Verdict

T = TypeVar("T")
LOOKING = mark("Cannot look for updates")
_SETTLED = 60.0  # seconds after the start before the first look
_LONGEST = 6 * 3600.0  # seconds that one timer waits, for computers that sleep


class UpdateWatch(QObject):
    """Owns what is known of updates while the window lives. `news` tells of every change."""

    news = Signal()
    told = Signal(str)  # something is there that the person does not know yet
    problem = Signal(object)
    settled = Signal(str)  # the title of a problem that is over
    leave_wanted = Signal()  # `taking_over` waits for the end of this program

    def __init__(
        self, updates: Updates, session: Session, actions: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.updates = updates
        self.found: Found | None = None
        self.ready: dict[str, Path] = {}  # path of the offer -> the verified file
        self.commands: dict[str, str] = {}  # path of the offer -> what the person has to type
        self.taking_over: Plan | None = None
        self._session = session
        self._actions = actions
        self._looking: Action | None = None
        self._working: dict[str, Action] = {}
        self._later: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer)
        self._allowed = False

    @property
    def offers(self) -> list[Offer]:
        """What is there and was not put off."""
        if self.found is None:
            return []
        both = (self.found.davit, self.found.guest)
        return [offer for offer in both if offer is not None and offer.path not in self._later]

    @property
    def looking(self) -> bool:
        return self._looking is not None and self._looking.running

    def busy(self, offer: Offer) -> Action | None:
        """What is being done with it now."""
        action = self._working.get(offer.path)
        return action if action is not None and action.running else None

    def allow(self, *, daily: bool) -> None:
        """Look once a day from now on, or no more without being asked."""
        if daily == self._allowed or not self.updates.asks:
            return
        self._allowed = daily
        self._timer.stop()
        if daily:
            self._wait()

    def tell_outcome(self) -> None:
        """Tell what became of the last installation, where it did not go well."""
        verdict, tried = self.updates.tell()
        if tried is None:
            return
        if verdict is Verdict.CAME_BACK:
            title = tr("Davit {version} did not start").format(version=tried.version)
            reason = tr("Davit {previous} is back in its place").format(previous=tried.previous)
            advice = tr("This version is not offered again. Containers and data are untouched.")
            self.problem.emit(Problem(title=title, reason=reason, advice=advice))
        elif verdict is Verdict.NOT_PUT_IN:
            title = tr("Davit {version} was not installed").format(version=tried.version)
            reason = tr("The installation did not come to its end")
            self.problem.emit(
                Problem(title=title, reason=reason, advice=tr("Try again from the settings."))
            )

    def check(self, *, quiet: bool = False) -> None:
        """Ask the repository; a `quiet` look that fails is tried again another time."""
        if self.looking:
            return

        def done(found: Found) -> None:
            known = {offer.path for offer in self.offers}
            if not quiet:
                self._later.clear()
            self.found = found
            self.settled.emit(tr(LOOKING))
            fresh = [offer for offer in self.offers if offer.path not in known]
            if quiet and fresh:
                self.told.emit(title_of(fresh[0]))
            self.news.emit()

        def failed(problem: Problem) -> None:
            if not quiet:
                self.problem.emit(problem)
            self.news.emit()

        machine = self._session.machine
        status = machine.status if machine is not None else None
        image = status.image if status is not None else ""
        self._looking = self._actions.start_quiet(
            lambda action: self.updates.check(image), done=done, failure=tr(LOOKING), failed=failed
        )
        self.news.emit()

    def download(self, offer: Offer) -> None:
        """In the task drawer, with progress and cancel."""

        def done(path: Path) -> None:
            self.ready[offer.path] = path
            self.settled.emit(failure)
            self.told.emit(tr("{what} is downloaded").format(what=name_of(offer)))

        failure = tr("Cannot download {what}").format(what=name_of(offer))
        self._work(
            offer,
            tr("Downloading {what}").format(what=name_of(offer)),
            lambda action: self.updates.download(offer, action.progress),
            failure,
            done,
        )

    def install(self, offer: Offer) -> None:
        """Put a downloaded one in."""
        path = self.ready[offer.path]
        failure = tr("Cannot install {what}").format(what=name_of(offer))
        title = tr("Installing {what}").format(what=name_of(offer))
        machine = self._session.machine
        if offer.kind == "guest":
            if machine is None:
                return

            def settled(_: None) -> None:
                self.settled.emit(failure)
                self.found = None
                self.check()

            door = machine.machine

            async def upgrade(_: Action) -> None:
                await door.upgrade(path)

            self._work(offer, title, upgrade, failure, settled)
            return
        own = self.found.own if self.found is not None else None

        def put_in(plan: Plan) -> None:
            self.settled.emit(failure)
            if plan.restarts:
                self.taking_over = plan
                self.leave_wanted.emit()
            else:
                self.commands[offer.path] = plan.command

        self._work(
            offer,
            title,
            lambda action: self.updates.install(offer, path, own, action.progress),
            failure,
            put_in,
        )

    def repair(self) -> None:
        """Download the version that runs, and put it in over what is broken."""
        failure = tr("Cannot repair Davit")

        async def work(action: Action) -> Plan:
            own = (await self.updates.check()).own
            if own is None:
                raise UpdateFailed(
                    tr("Davit {version} is not offered any more").format(
                        version=self.updates.version
                    ),
                    tr("Install the newest version from the website."),
                )
            path = await self.updates.download(own, action.progress)
            return await self.updates.reinstall(own, path)

        def put_in(plan: Plan) -> None:
            self.settled.emit(failure)
            if plan.restarts:
                self.taking_over = plan
                self.leave_wanted.emit()
            else:
                self.told.emit(tr("Type: {command}").format(command=plan.command))

        self._actions.start(
            tr("Repairing Davit"),
            work,
            failure=failure,
            done=put_in,
            failed=self.problem.emit,
        )

    def skip(self, offer: Offer) -> None:
        """Offer this version no more."""
        self.updates.skip(offer)
        self.later(offer)

    def later(self, offer: Offer) -> None:
        """Say nothing of it until the next look that is asked for, or the next start."""
        self._later.add(offer.path)
        self.news.emit()

    def _work(
        self,
        offer: Offer,
        title: str,
        work: Callable[[Action], Awaitable[T]],
        failure: str,
        done: Callable[[T], None],
    ) -> None:
        if self.busy(offer):
            return

        def ended(result: T) -> None:
            done(result)
            self.news.emit()

        action = self._actions.start(
            title,
            work,
            failure=failure,
            command="davit upgrade install",
            done=ended,
            failed=self.problem.emit,
        )
        self._working[offer.path] = action
        action.changed.connect(self.news)
        self.news.emit()

    def _on_timer(self) -> None:
        if self._allowed and not self.updates.due(time.time()):
            self.check(quiet=True)
        self._wait()

    def _wait(self) -> None:
        due = max(self.updates.due(time.time()), _SETTLED)
        self._timer.start(int(min(due, _LONGEST) * 1000))


def name_of(offer: Offer) -> str:
    """ "Davit 1.2", as it stands in a sentence."""
    if offer.kind == "guest":
        return tr("guest image {version}").format(version=offer.version)
    return f"Davit {offer.version}"


def title_of(offer: Offer) -> str:
    """As it is announced."""
    if offer.kind == "guest":
        return tr("There is a new guest image for the machine: {version}").format(
            version=offer.version
        )
    return tr("There is a new version: Davit {version}").format(version=offer.version)
