"""Verbs of a container that ask for something first: rename, limits, commit, export."""

import asyncio
import shlex
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import ClientError
from davit_desktop.client.types import Json
from davit_desktop.session import Session
from davit_desktop.state.containers import Container
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.container_dialogs import CommitDialog, LimitsDialog, RenameDialog
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.form_dialog import FormDialog
from davit_desktop.views.text import size, visible

_BLOCK = 1 << 20  # bytes that are written together


class ContainerAsks(QObject):
    """Opens the form over the window; what comes of it is an action like any other verb."""

    run_again = Signal(object)  # Container

    def __init__(
        self, session: Session, actions: Actions, verbs: ContainerVerbs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._window = window
        self.dialog: FormDialog | QFileDialog | None = None

    def ask(self, what: str, container: Container) -> None:
        """Open the form of a verb: "run_again", "rename", "limits", "commit" or "export"."""
        match what:
            case "run_again":
                self.run_again.emit(container)
            case "rename":
                self._rename(container)
            case "limits":
                self._limits(container)
            case "commit":
                self._commit(container)
            case "export":
                self._export(container)

    def _open(self, dialog: FormDialog | QFileDialog, accepted: Callable[[], None]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(accepted)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _rename(self, container: Container) -> None:
        taken = [other.name for other in self._session.containers.values()]
        dialog = RenameDialog(container, taken, self._window)

        def accepted() -> None:
            name = dialog.name
            self._do(
                container,
                tr("Renaming {name}"),
                tr("Cannot rename {name}"),
                shlex.join(["docker", "rename", container.name, name]),
                lambda _: self._session.engine.rename(container.id, name),
                tr("Renamed {name} to {new}").format(name=container.name, new=name),
            )

        self._open(dialog, accepted)

    def _limits(self, container: Container) -> None:
        def show(document: Json) -> None:
            dialog = LimitsDialog(container, document.get("HostConfig") or {}, self._window)

            def accepted() -> None:
                body, options = dialog.body, dialog.options

                async def update(action: Action) -> None:
                    for warning in await self._session.engine.update(container.id, body):
                        action.line(warning)

                self._do(
                    container,
                    tr("Changing the limits of {name}"),
                    tr("Cannot change the limits of {name}"),
                    shlex.join(["docker", "update", *options, container.name]),
                    update,
                    tr("Changed the limits of {name}").format(name=container.name),
                )

            self._open(dialog, accepted)

        self._actions.start_quiet(
            lambda _: self._session.engine.inspect_container(container.id),
            done=show,
            failure=tr("Cannot read {name}").format(name=visible(container.name)),
            failed=self._verbs.problem.emit,
        )

    def _commit(self, container: Container) -> None:
        dialog = CommitDialog(container, self._window)

        def accepted() -> None:
            image, message, pause = dialog.image, dialog.message, dialog.pause
            words = ["docker", "commit"]
            words += ["-m", message] if message else []
            words += [] if pause else ["--pause=false"]
            repo, _, tag = image.rpartition(":")
            if not repo or "/" in tag:
                repo, tag = image, ""
            self._do(
                container,
                tr("Committing {name}"),
                tr("Cannot commit {name}"),
                shlex.join([*words, container.name, image]),
                lambda _: self._session.engine.commit(
                    container.id, repo, tag, comment=message, pause=pause
                ),
                tr("Committed {name} to {image}").format(name=container.name, image=image),
            )

        self._open(dialog, accepted)

    def _export(self, container: Container) -> None:
        dialog = QFileDialog(self._window, tr("Export the files of a container"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(tr("Archives (*.tar)"))
        dialog.setDefaultSuffix("tar")
        downloads = QStandardPaths.StandardLocation.DownloadLocation
        dialog.setDirectory(QStandardPaths.writableLocation(downloads))
        dialog.selectFile(f"{container.name}.tar")

        def accepted() -> None:
            self.export(container, Path(dialog.selectedFiles()[0]))

        self._open(dialog, accepted)

    def export(self, container: Container, path: Path) -> None:
        """Write the files of a container to an archive, which is there only when it is whole."""
        fresh = path.with_name(f"{path.name}.part")

        async def work(action: Action) -> None:
            written, blocks = 0, bytearray()
            try:
                with await asyncio.to_thread(fresh.open, "wb") as file:
                    async with aclosing(self._session.engine.export(container.id)) as chunks:
                        async for chunk in chunks:
                            blocks += chunk
                            if len(blocks) >= _BLOCK:
                                await asyncio.to_thread(file.write, bytes(blocks))
                                written += len(blocks)
                                blocks.clear()
                                action.progress(written, 0, size(written))
                    await asyncio.to_thread(file.write, bytes(blocks))
                await asyncio.to_thread(fresh.replace, path)
            except OSError as error:
                fresh.unlink(missing_ok=True)
                raise ClientError(f"{fresh}: {error.strerror}") from error
            except BaseException:
                fresh.unlink(missing_ok=True)
                raise

        self._do(
            container,
            tr("Exporting {name}"),
            tr("Cannot export {name}"),
            shlex.join(["docker", "export", "-o", str(path), container.name]),
            work,
            tr("Exported {name} to {path}").format(name=container.name, path=path),
        )

    def _do(
        self,
        container: Container,
        title: str,
        failure: str,
        command: str,
        work: Callable[[Action], Awaitable[object]],
        said: str,
    ) -> None:
        failure = failure.format(name=container.name)

        def done(_: object) -> None:
            self._verbs.settled.emit(failure)
            self._verbs.said.emit(visible(said), "")

        def failed(problem: Problem) -> None:
            self._verbs.problem.emit(problem)

        self._actions.start(
            title.format(name=container.name),
            work,
            failure=failure,
            subject=container.id,
            command=command,
            done=done,
            failed=failed,
        )
