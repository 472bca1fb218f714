"""What can be done about builds: making them, and what becomes of those there are."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from davit_desktop import building
from davit_desktop.actions import Action, Actions
from davit_desktop.build_memory import BuildMemory
from davit_desktop.client.build_events import BuildEvent, BuildRecord
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.client.errors import NotFound
from davit_desktop.pending_deletes import Doomed, PendingDeletes, Step
from davit_desktop.session import Session
from davit_desktop.state import build_form
from davit_desktop.state.builds import Build, BuildState, StepState, title
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.build_dialog import BuildDialog
from davit_desktop.views.build_looks import took
from davit_desktop.views.build_watch import BuildWatch
from davit_desktop.views.text import size, visible


class BuildVerbs(QObject):
    """Each verb asks what it must and then runs as an action."""

    began = Signal(str)  # the id of a build that this window has just begun
    requested = Signal()  # one is on its way, but the engine has not told its id yet
    run_requested = Signal(str)  # an image
    image_wanted = Signal(str)  # the id of an image to show
    problem = Signal(object)  # Problem
    said = Signal(str, str)  # a toast: its words and its tool tip

    def __init__(
        self,
        session: Session,
        actions: Actions,
        watch: BuildWatch,
        deletes: PendingDeletes,
        window: QWidget,
        memory: BuildMemory | None = None,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._watch = watch
        self._deletes = deletes
        self._window = window
        self.memory = memory or BuildMemory()
        self.dialog: BuildDialog | None = None

    # Make

    def build(self, folder: str = "", dockerfile: str = "") -> None:
        """Ask what to build and how."""
        self._open(BuildSpec(context=folder, dockerfile=dockerfile))

    def again(self, record: BuildRecord) -> None:
        """Ask again, with what was asked before filled in."""
        spec = self.memory.spec(record.id)
        if spec is None:
            folder = record.folder
            own = record.dockerfile not in ("", "Dockerfile")
            path = str(Path(folder) / record.dockerfile) if own and folder else ""
            if not Path(path).is_file():
                path = ""
            spec = BuildSpec(
                context=folder,
                dockerfile=path,
                tags=record.tags,
                target=record.target,
                platform=record.platform,
            )
        self._open(spec)

    def _open(self, spec: BuildSpec) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.raise_()
            self.dialog.fill(spec)
            return
        dialog = BuildDialog(self._session, self._actions, self.memory.folders, self._window)
        dialog.fill(spec)
        dialog.requested.connect(self.start)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def start(self, spec: BuildSpec) -> Action:
        """Build an image; `began` tells its id as soon as the engine has it."""
        name = spec.tags[0] if spec.tags else Path(spec.context).name or spec.context
        failure = tr("Cannot build {name}").format(name=name)
        known: list[str] = []

        async def work(action: Action) -> Build:
            def report(build: Build, event: BuildEvent) -> None:
                if build.id and not known:
                    known.append(build.id)
                    self.memory.remember(build.id, build_form.kept(spec))
                    self.began.emit(build.id)
                    self._watch.look_again()
                _tell(action, build, event)

            return await building.build(self._session.engine, spec, report)

        def done(build: Build) -> None:
            self._watch.look_again()
            length = took(build.result.duration / 1000) if build.result else ""
            words = tr("Built {name} in {time}").format(name=visible(name), time=length)
            self.said.emit(words, "")

        def failed(problem: Problem) -> None:
            self._watch.look_again()
            if known:  # its page tells where and why
                words = tr("The build of {name} failed").format(name=visible(name))
                self.said.emit(words, problem.reason)
            else:
                self.problem.emit(problem)

        action = self._actions.start(
            tr("Building {name}").format(name=name),
            work,
            failure=failure,
            command=build_form.command(spec),
            done=done,
            failed=failed,
        )
        self.requested.emit()
        return action

    # Of one that there is

    def cancel(self, *records: BuildRecord) -> None:
        """End builds that run, whoever began them."""
        for record in records:
            self._cancel(record)

    def _cancel(self, record: BuildRecord) -> None:
        name = title(record)

        async def work(_: Action) -> None:
            await self._session.engine.builds.cancel(record.id)

        self._actions.start(
            tr("Cancelling the build of {name}").format(name=name),
            work,
            failure=tr("Cannot cancel the build of {name}").format(name=name),
            command=shlex.join(["davit", "builder", "stop", record.id]),
            done=lambda _: self._watch.look_again(),
            failed=self.problem.emit,
        )

    def delete(self, chosen: Sequence[BuildRecord]) -> None:
        """Hide builds; the engine forgets them when Undo is over. Images and cache stay."""
        doomed = [self._doomed(record) for record in chosen if record.state != BuildState.RUNNING]
        if not doomed:
            return
        words = tr("Deleted the build of {name}").format(name=visible(doomed[0].name))
        if len(doomed) > 1:
            words = tr("Deleted %n build(s)", "", len(doomed))
        self._deletes.put(doomed, words)

    def _doomed(self, record: BuildRecord) -> Doomed:
        name = title(record)

        async def work(_: Action) -> None:
            with suppress(NotFound):  # somebody else did
                await self._session.engine.builds.remove(record.id)
            self._watch.forget(record.id)

        return Doomed(
            key=record.id,
            name=name,
            delete=Step(
                title=tr("Deleting the build of {name}").format(name=name),
                failure=tr("Cannot delete the build of {name}").format(name=name),
                command=shlex.join(["davit", "builder", "rm", record.id]),
                work=work,
            ),
            failed=self.problem.emit,
        )

    def hidden(self, id: str) -> bool:
        """Whether a build is on its way out."""
        return self._deletes.holds(id)

    def run(self, record: BuildRecord) -> None:
        """Ask how to run what it made."""
        if record.image:
            self.run_requested.emit(record.tags[0] if record.tags else record.image)

    def show_image(self, record: BuildRecord) -> None:
        """Go to the image that it made, and the layers of that."""
        if any(image.id == record.image for image in self._session.images):
            self.image_wanted.emit(record.image)
        else:
            self.said.emit(tr("The image has been deleted since"), record.image)

    def copy_command(self, record: BuildRecord) -> None:
        """Copy `docker build …` that asks for the same, as far as it is known."""
        QGuiApplication.clipboard().setText(self.command(record))
        self.said.emit(tr("Copied the docker command"), self.command(record))

    def command(self, record: BuildRecord) -> str:
        spec = self.memory.spec(record.id) or BuildSpec(
            context=record.folder or ".",
            dockerfile=record.dockerfile if record.dockerfile != "Dockerfile" else "",
            tags=record.tags,
            target=record.target,
            platform=record.platform,
        )
        return build_form.command(spec)


def _tell(action: Action, build: Build, event: BuildEvent) -> None:
    """How far a build is, for the task drawer."""
    if event.kind == "output":
        for line in event.text.splitlines()[-20:]:
            action.line(visible(line[:500]))
        return
    if event.kind == "progress" and not build.steps:
        words = tr("Sent {size}").format(size=size(event.current))
        action.progress(event.current, max(0, event.total), words)
        return
    step = build.steps.get(event.id)
    if event.kind == "step" and step is not None and step.state is StepState.RUNNING:
        words = f"{build.name(step)} {step.instruction[:200]}"
        action.progress(build.finished, len(build.steps), visible(words))
