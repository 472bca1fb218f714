"""From "Run…" to a running container: opens the dialog, tells it what it needs, runs the rest."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from davit_desktop import host_ports
from davit_desktop.actions import Action, Actions
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import NotFound
from davit_desktop.client.run_body import create_body
from davit_desktop.client.run_spec import RunSpec, Surroundings
from davit_desktop.session import Session
from davit_desktop.state.image_facts import image_facts
from davit_desktop.state.pull import Pull, folded
from davit_desktop.views.run_dialog import RunDialog, Surrounds, command_of
from davit_desktop.views.text import size


async def run_container(
    engine: EngineClient, spec: RunSpec, action: Action, made: Callable[[str], None]
) -> str:
    """Make and start a container; the image is pulled when it is not there. The container's id.

    `made` is told the id before the start, so that a container that cannot start is found.
    """
    action.progress(0, 2, "Creating the container")
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
    action.progress(1, 2, "Starting it")
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
    async with aclosing(engine.pull(reference, platform=platform)) as lines:
        async for line in lines:
            pull = folded(pull, line)
            done = f"{size(pull.downloaded)} of {size(pull.size)}" if pull.size else pull.message
            action.progress(round(pull.fraction * 1000), 1000, f"Pulling {reference}: {done}")
            report(pull)
    return pull


class RunFlow(QObject):
    """One for the window. `created` comes as soon as the container has a page to show."""

    created = Signal(str)  # container id
    problem = Signal(object)  # Problem

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._window = parent
        self.dialog: RunDialog | None = None

    def open(self, image: str = "") -> None:
        """Show the dialog, for an image if one is named."""
        self._actions.start_quiet(
            self._look_around,
            done=lambda around: self._show(around, image),
            failure="Cannot run a container now",
            failed=self.problem.emit,
        )

    async def _look_around(self, action: Action) -> Surrounds:
        engine = self._session.engine
        networks = await engine.networks()
        volumes = await engine.volumes()
        held = {
            container.name: [
                (port.host_ip, port.host_port, port.protocol)
                for port in container.ports
                if port.published
            ]
            for container in self._session.containers.values()
            if container.running
        }
        return Surrounds(
            images=sorted({tag for image in self._session.images for tag in image.repo_tags}),
            names=[container.name for container in self._session.containers.values()],
            volumes=[volume.name for volume in volumes],
            networks=[network.name for network in networks],
            published=host_ports.published_by(held),
            surroundings=Surroundings(
                environ=dict(os.environ), directory=str(Path.home()), read_text=_read_text
            ),
            local=engine.host.startswith(("unix:", "/", "npipe:")),
        )

    def _show(self, around: Surrounds, image: str) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = RunDialog(around, image, self._window)
        self.dialog = dialog
        dialog.image_chosen.connect(self._tell_facts)
        dialog.requested.connect(self.run)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _tell_facts(self, image: str) -> None:
        def tell(document: dict[str, object]) -> None:
            if self.dialog is not None:
                self.dialog.set_facts(image, image_facts(document))

        self._actions.start_quiet(lambda _: self._session.engine.inspect_image(image), done=tell)

    def run(self, spec: RunSpec) -> None:
        """Run a container as an action of the window."""
        what = spec.name or spec.image
        secretless = msgspec.structs.replace(
            spec, env=tuple(text.partition("=")[0] for text in spec.env)
        )
        self._actions.start(
            f"Running {what}",
            lambda action: run_container(self._session.engine, spec, action, self.created.emit),
            failure=f"Cannot run {what}",
            command=command_of(secretless),
            failed=self.problem.emit,
        )


def _read_text(path: str) -> str:
    return Path(path).expanduser().read_text(encoding="utf-8")
