"""From "Run…" to a running container: opens the dialog, tells it what it needs, runs the rest."""

from __future__ import annotations

import asyncio
import errno
import os
import time
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from davit_desktop import host_ports, run_memory
from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import NotFound
from davit_desktop.client.run_body import create_body
from davit_desktop.client.run_command import parse_run
from davit_desktop.client.run_spec import RunSpec, Surroundings
from davit_desktop.host_ports import Published
from davit_desktop.image_transfers import auth_for
from davit_desktop.pending_deletes import PendingDeletes
from davit_desktop.session import Session
from davit_desktop.state.containers import Container
from davit_desktop.state.docker_command import run_words
from davit_desktop.state.image_facts import SearchHit, image_facts, search_hits
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import Pull, folded
from davit_desktop.state.run_presets import RunMemory, docker_run, saved
from davit_desktop.translation import tr
from davit_desktop.views.run_dialog import RunDialog
from davit_desktop.views.run_section import Surrounds
from davit_desktop.views.text import size

_LARGEST_FILE = 1024 * 1024  # of an env file and the like


async def run_container(
    engine: EngineClient, spec: RunSpec, action: Action, made: Callable[[str], None]
) -> str:
    """Make and start a container; the image is pulled when it is not there. The container's id.

    `made` is told the id before the start, so that a container that cannot start is found.
    """
    action.progress(0, 2, tr("Creating the container"))
    body = create_body(spec)
    if spec.pull == "always":
        await pull_image(engine, spec.image, spec.platform, action)
    try:
        created = await engine.create_container(body, name=spec.name, platform=spec.platform)
    except NotFound as error:
        if "image" not in error.message.lower() or spec.pull == "never":
            raise
        await pull_image(engine, spec.image, spec.platform, action)
        created = await engine.create_container(body, name=spec.name, platform=spec.platform)
    for warning in created.warnings:
        action.line(warning)
    made(created.id)
    action.progress(1, 2, tr("Starting it"))
    await engine.start(created.id)
    return created.id


async def pull_image(
    engine: EngineClient,
    reference: str,
    platform: str,
    action: Action,
    report: Callable[[Pull], None] = lambda pull: None,
) -> Pull:
    """Fetch an image, telling the action and `report` how far it is."""
    pull = Pull()
    auth = await auth_for(reference)
    async with aclosing(engine.pull(reference, platform, auth)) as lines:
        async for line in lines:
            pull = folded(pull, line)
            done = pull.message
            if pull.size:
                done = tr("{done} of {all}").format(done=size(pull.downloaded), all=size(pull.size))
            words = tr("Pulling {name}: {done}").format(name=reference, done=done)
            action.progress(round(pull.fraction * 1000), 1000, words)
            report(pull)
    return pull


class RunFlow(QObject):
    """One for the window. `created` comes as soon as the container has a page to show."""

    created = Signal(str)  # container id
    problem = Signal(object)  # Problem

    def __init__(
        self,
        session: Session,
        actions: Actions,
        parent: QWidget,
        memory: Path | None = None,
        deletes: PendingDeletes | None = None,
    ) -> None:
        """The names of containers in `deletes` are free: they go when one is wanted."""
        super().__init__(parent)
        self._deletes = deletes or PendingDeletes(actions, self)
        self._session = session
        self._actions = actions
        self._window = parent
        self._memory_file = memory or run_memory.memory_file()
        self.dialog: RunDialog | None = None
        self._left: RunSpec | None = None  # of a form that was closed before it was run
        for news in (session.containers_news, session.images_news):
            leave = news.subscribe(self._on_news)
            self.destroyed.connect(lambda _=None, leave=leave: leave())

    def open(self, image: str = "") -> None:
        """Show the dialog, for an image if one is named."""
        self._open(lambda dialog: None, image)

    def run_again(self, container: Container) -> None:
        """Show the dialog as it would make a container like this one."""
        engine = self._session.engine

        async def look(action: Action) -> RunSpec:
            document = await engine.inspect_container(container.id)
            try:
                image = await engine.inspect_image(str(document.get("Image") or ""))
            except NotFound:
                image = None
            return parse_run(run_words(document, image))

        def show(spec: RunSpec) -> None:
            self._open(lambda dialog: dialog.show_again(spec), "")

        self._actions.start_quiet(
            look,
            done=show,
            failure=tr("Cannot run {name} again").format(name=container.name),
            failed=self.problem.emit,
        )

    def _open(self, then: Callable[[RunDialog], None], image: str) -> None:
        def show(found: tuple[Surrounds, RunMemory]) -> None:
            if self.dialog is None:
                self._show(*found, image)
            else:
                self.dialog.raise_()
                if image:
                    self.dialog.basics.choose(image)
            if self.dialog is not None:
                then(self.dialog)

        self._actions.start_quiet(
            self._look_around,
            done=show,
            failure=tr("Cannot run a container now"),
            failed=self.problem.emit,
        )

    async def _look_around(self, action: Action) -> tuple[Surrounds, RunMemory]:
        engine = self._session.engine
        networks = await engine.networks()
        volumes = await engine.volumes()
        memory = await asyncio.to_thread(run_memory.load, self._memory_file)
        around = Surrounds(
            images=self._images(),
            names=self._names(),
            volumes=sorted(volume.name for volume in volumes),
            networks=sorted(network.name for network in networks),
            published=self._published(),
            surroundings=Surroundings(
                environ=dict(os.environ), directory=str(Path.home()), read_text=_read_text
            ),
            local=engine.host.startswith(("unix:", "/", "npipe:")),
        )
        return around, memory

    def _names(self) -> list[str]:
        return [
            container.name
            for container in self._session.containers.values()
            if not self._deletes.holds(container.id)
        ]

    def _published(self) -> list[Published]:
        return host_ports.published_by(
            {
                container.name: [
                    (port.host_ip, port.host_port, port.protocol)
                    for port in container.ports
                    if port.published
                ]
                for container in self._session.containers.values()
                if container.running
            }
        )

    def _images(self) -> list[str]:
        return sorted({tag for image in self._session.images for tag in image.repo_tags})

    def _on_news(self) -> None:
        if self.dialog is not None:
            self.dialog.set_held(self._images(), self._names(), self._published())

    def _show(self, around: Surrounds, memory: RunMemory, image: str) -> None:
        dialog = RunDialog(around, image, self._window, memory)
        self.dialog = dialog
        dialog.image_chosen.connect(self._tell_facts)
        dialog.search_wanted.connect(self._search)
        dialog.requested.connect(self._run_from_dialog)
        dialog.preset_saved.connect(lambda run: self._remember(lambda m: m.with_preset(run)))
        dialog.preset_deleted.connect(lambda run: self._remember(lambda m: m.without_preset(run)))
        dialog.finished.connect(self._closed)
        if self._left is not None:
            dialog.offer(self._left)
        dialog.open()

    def _closed(self, result: int) -> None:
        if self.dialog is not None:
            self._left = self.dialog.left if result == RunDialog.DialogCode.Rejected else None
            self.dialog.deleteLater()
            self.dialog = None

    def _tell_facts(self, image: str) -> None:
        def tell(document: dict[str, object]) -> None:
            if self.dialog is not None:
                self.dialog.set_facts(image, image_facts(document))

        self._actions.start_quiet(lambda _: self._session.engine.inspect_image(image), done=tell)

    def _search(self, term: str) -> None:
        def tell(hits: list[SearchHit], problem: str = "") -> None:
            if self.dialog is not None:
                self.dialog.show_hits(hits, problem)

        async def search(action: Action) -> list[SearchHit]:
            return search_hits(await self._session.engine.search_images(term))

        self._actions.start_quiet(
            search,
            done=tell,
            failure=tr("Cannot search for {name}").format(name=term),
            failed=lambda problem: tell([], f"{problem.title}: {problem.reason}"),
        )

    def _remember(self, changed: Callable[[RunMemory], RunMemory]) -> None:
        """Change presets or history, and show what they are now."""
        try:
            memory = run_memory.change(self._memory_file, changed)
        except OSError as error:
            self.problem.emit(
                Problem(
                    title=tr("Cannot keep presets and recent runs"),
                    reason=error.strerror or str(error),
                    details=str(error),
                )
            )
            return
        if self.dialog is not None:
            self.dialog.show_memory(memory)

    def _run_from_dialog(self, spec: RunSpec) -> None:
        dialog = self.dialog
        made = False

        def show(id: str) -> None:
            nonlocal made
            made = True
            self._remember(lambda memory: memory.with_recent(saved(spec, when=time.time())))
            if self.dialog is dialog and dialog is not None:
                dialog.accept()
            self.created.emit(id)

        def fail(problem: Problem) -> None:
            if self.dialog is dialog and dialog is not None and not made:
                dialog.failed(problem)
            else:
                self.problem.emit(problem)

        action = self._start(spec, show, fail)
        if dialog is not None:
            dialog.follow(action)

    def run(self, spec: RunSpec) -> None:
        """Run a container as an action of the window."""
        self._start(spec, self.created.emit, self.problem.emit)

    def _start(
        self, spec: RunSpec, made: Callable[[str], None], failed: Callable[[Problem], None]
    ) -> Action:
        what = spec.name or spec.image
        secretless = msgspec.structs.replace(
            spec, env=tuple(text.partition("=")[0] for text in spec.env)
        )

        async def work(action: Action) -> None:
            await self._deletes.free(spec.name)
            await run_container(self._session.engine, spec, action, made)

        return self._actions.start(
            tr("Running {name}").format(name=what),
            work,
            failure=tr("Cannot run {name}").format(name=what),
            command=docker_run(secretless),
            failed=failed,
        )


def _read_text(path: str) -> str:
    """A file that a command names. Raises OSError."""
    file = Path(path).expanduser()
    if not file.is_file():  # a device has no end
        raise FileNotFoundError(errno.ENOENT, tr("there is no such file"), path)
    if file.stat().st_size > _LARGEST_FILE:
        raise OSError(errno.EFBIG, tr("the file is too large"), path)
    return file.read_text(encoding="utf-8")
