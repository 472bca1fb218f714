"""What a person does with images, from the list and from an image's own page."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from davit_desktop import image_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import NotFound
from davit_desktop.client.reference import parse_reference
from davit_desktop.client.types import Pruned, Reclaimable
from davit_desktop.pending_deletes import Doomed, PendingDeletes, Step
from davit_desktop.session import Session
from davit_desktop.state.images import Image, Update, comparable, refusal, rows
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import worded
from davit_desktop.translation import tr
from davit_desktop.views.image_import import ImportImageDialog
from davit_desktop.views.image_names import TagDialog
from davit_desktop.views.image_prune import Prunable, PruneDialog, guess
from davit_desktop.views.login import login_words
from davit_desktop.views.pull import PullDialog, pull_command, pull_in_action
from davit_desktop.views.push import PushDialog
from davit_desktop.views.text import size, visible

_ASKED_AT_ONCE = 4


class ImageVerbs(QObject):
    """One for the window. `dialog` is the one that is open."""

    said = Signal(str, str)  # a toast: its words and its tool tip
    problem = Signal(object)  # Problem
    settled = Signal(str)  # the title of a problem that no longer holds
    run_requested = Signal(str)  # reference or id
    changed = Signal()  # what is hidden, or what is known of updates

    def __init__(
        self, session: Session, actions: Actions, deletes: PendingDeletes, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._window = window
        self._checking: Action | None = None
        self.deletes = deletes
        self.dialog: QDialog | None = None
        self.updates: dict[str, Update] = {}  # by name
        self.platforms: dict[str, str] = {}  # by image
        deletes.changed.connect(self.changed)

    def images(self) -> list[Image]:
        """All that are shown."""
        session = self._session
        hidden = {id for id in session.containers if self.deletes.holds(id)}
        hidden |= {image.id for image in session.images if self.deletes.holds(image.id)}
        return rows(
            session.images,
            session.containers,
            hidden=hidden,
            platforms=self.platforms,
            updates=self.updates,
        )

    def image(self, id: str) -> Image | None:
        """One of them."""
        return next((image for image in self.images() if image.id == id), None)

    def run(self, image: Image) -> None:
        self.run_requested.emit(image.name)

    def copy_id(self, image: Image) -> None:
        QGuiApplication.clipboard().setText(image.id)
        self.said.emit(
            tr("Copied the id of {name}").format(name=visible(image.reference)), image.id
        )

    # Deleting

    def delete(self, images: Sequence[Image]) -> None:
        """Hide images and delete them when Undo is over; the engine refuses what is in use."""
        chosen = [image for image in images if not self.deletes.holds(image.id)]
        for image in chosen:
            if image.users:
                self._delete_used(image)
        free = [image for image in chosen if not image.users]
        if not free:
            return
        words = tr("Deleted {name}").format(name=visible(free[0].reference))
        if len(free) > 1:
            words = tr("Deleted %n image(s)", "", len(free))
        self.deletes.put([self._doomed(image) for image in free], words)

    def _doomed(self, image: Image) -> Doomed:
        names = image.references or (image.id,)
        engine = self._session.engine
        failure = tr("Cannot delete {name}").format(name=image.reference)

        async def remove(action: Action) -> None:
            for number, name in enumerate(names):
                action.progress(number, len(names), name)
                await image_transfers.remove(engine, [name])

        return Doomed(
            key=image.id,
            name=image.reference,
            delete=Step(
                title=tr("Deleting {name}").format(name=image.reference),
                failure=failure,
                command=shlex.join(["docker", "rmi", *names]),
                work=remove,
            ),
            failed=lambda problem: self.problem.emit(
                refusal(self.image(image.id) or image, problem)
            ),
        )

    def _delete_used(self, image: Image) -> None:
        """Nothing to undo: the engine is asked at once, and says no as long as it is used."""
        self._actions.start(
            tr("Deleting {name}").format(name=image.reference),
            lambda _: self._session.engine.remove_image(image.id),
            failure=tr("Cannot delete {name}").format(name=image.reference),
            subject=image.id,
            command=f"docker rmi {image.short_id}",
            failed=lambda problem: self.problem.emit(refusal(image, problem)),
        )

    def delete_name(self, image: Image, name: str) -> None:
        """Take one of several names away; Undo gives it back."""
        self._actions.start(
            tr("Deleting the name {name}").format(name=name),
            lambda _: self._session.engine.remove_image(name),
            failure=tr("Cannot delete the name {name}").format(name=name),
            subject=image.id,
            command=f"docker rmi {shlex.quote(name)}",
            done=lambda _: self.deletes.said.emit(
                tr("Deleted the name {name}").format(name=visible(name)),
                image.id,
                lambda: self.give_name(image, name),
            ),
            failed=self.problem.emit,
        )

    def prune(self) -> None:
        """Show what can go with its bytes, and delete it if that is wanted."""
        self._actions.start_quiet(
            lambda _: self._prunable(),
            done=lambda both: self._open_prune(*both),
            failure=tr("Cannot tell what is unused"),
            failed=self.problem.emit,
        )

    async def _prunable(self) -> tuple[Prunable, Prunable]:
        engine = self._session.engine
        try:
            dangling = await engine.reclaimable_images()
            unused = await engine.reclaimable_images(all=True)
        except NotFound:
            images = self.images()
            return guess(images, lambda image: image.dangling), guess(images, lambda image: True)
        summaries = await engine.images(all=True)
        known = {image.id: image for image in rows(summaries, self._session.containers)}
        return _named(dangling, known), _named(unused, known)

    def _open_prune(self, dangling: Prunable, unused: Prunable) -> None:
        dialog = PruneDialog(dangling, unused, self._window)
        dialog.requested.connect(self._prune)
        self._open(dialog)

    def _prune(self, all_unused: bool, shown: Sequence[Image]) -> None:
        engine = self._session.engine
        ids = {image.id for image in shown}

        async def work(action: Action) -> Pruned | None:
            # What came to be unused since it was shown is not deleted unseen.
            for offer in await self._prunable():
                if {image.id for image in offer.images} == ids:
                    filters = {"dangling": ["false"]} if all_unused else None
                    return await engine.prune_images(filters)
            return None

        def done(pruned: Pruned | None) -> None:
            if pruned is None:
                self.said.emit(tr("What is unused has changed: please look again"), "")
                self.prune()
                return
            gone = sum(bool(step.deleted in ids) for step in pruned.images_deleted)
            words = tr("Deleted %n image(s): {bytes} came free", "", gone)
            self.said.emit(words.format(bytes=size(pruned.space_reclaimed)), "")

        self._actions.start(
            tr("Deleting unused images"),
            work,
            failure=tr("Cannot delete unused images"),
            command="docker image prune --all --force" if all_unused else "docker image prune -f",
            done=done,
            failed=self.problem.emit,
        )

    # Registries

    def pull(self, reference: str = "") -> None:
        """Ask for an image and fetch it."""
        dialog = PullDialog(self._session, self._actions, reference, self._window)
        dialog.pulled.connect(self._on_pulled)
        dialog.failed_unseen.connect(self.problem)
        dialog.logged_in.connect(lambda login: self.said.emit(*login_words(login)))
        self._open(dialog)

    def pull_updates(self, image: Image) -> None:
        """Fetch those names anew of which the registry has a newer image."""
        for name in image.updates:
            self._pull_update(image, name)

    def _pull_update(self, image: Image, name: str) -> None:
        self._actions.start(
            tr("Pulling {name}").format(name=name),
            lambda action: pull_in_action(self._session, name, "", action),
            failure=tr("Cannot pull {name}").format(name=name),
            subject=image.id,
            command=pull_command(name, ""),
            done=lambda _: self._on_pulled(name),
            failed=lambda problem: self.problem.emit(worded(problem)),
        )

    def _on_pulled(self, name: str) -> None:
        self.said.emit(tr("Pulled {name}").format(name=visible(name)), name)

    def push(self, image: Image) -> None:
        """Ask under which name, and send it."""
        dialog = PushDialog(self._session, self._actions, image, self._window)
        dialog.pushed.connect(
            lambda name: self.said.emit(tr("Pushed {name}").format(name=visible(name)), name)
        )
        dialog.failed_unseen.connect(self.problem)
        dialog.logged_in.connect(lambda login: self.said.emit(*login_words(login)))
        dialog.tag_requested.connect(lambda: self.tag(image))
        self._open(dialog)

    @property
    def checking(self) -> bool:
        return self._checking is not None and self._checking.running

    def check_updates(self, images: Sequence[Image]) -> None:
        """Ask the registries of these images whether they have newer ones."""
        names = [name for image in images for name in comparable(image)]
        if not names or self.checking:
            if not names:
                self.said.emit(tr("None of these images came from a registry"), "")
            return
        engine = self._session.engine

        async def work(action: Action) -> None:
            gate = asyncio.Semaphore(_ASKED_AT_ONCE)
            done = 0

            async def ask(name: str) -> None:
                nonlocal done
                async with gate:
                    self.updates[name] = await image_transfers.look_for_update(engine, name)
                done += 1
                action.progress(done, len(names), name)
                self.changed.emit()

            async with asyncio.TaskGroup() as group:
                for name in names:
                    group.create_task(ask(name))

        self._checking = self._actions.start(
            tr("Checking %n image(s) for updates", "", len(names)),
            work,
            failure=tr("Cannot check for updates"),
            command="\n".join(f"docker manifest inspect {shlex.quote(name)}" for name in names),
            done=lambda _: self._say_updates(names),
            failed=self.problem.emit,
        )

    def _say_updates(self, names: Sequence[str]) -> None:
        newer = {name for image in self.images() for name in image.updates} & set(names)
        silent = [name for name in names if self.updates[name].problem]
        words = tr("%n update(s) available", "", len(newer)) if newer else tr("No updates")
        if silent:
            words = tr("{updates}; no answer about %n image(s)", "", len(silent)).format(
                updates=words
            )
        tip = [f"{name}: {self.updates[name].problem}" for name in silent]
        self.said.emit(words, "\n".join([*sorted(newer), *tip]))
        self.changed.emit()

    # Names

    def tag(self, image: Image) -> None:
        """Ask for another name."""
        taken = {
            name for other in self.images() if other.id != image.id for name in other.references
        }
        dialog = TagDialog(image, frozenset(taken), self._window)
        dialog.requested.connect(lambda name: self.give_name(image, name))
        self._open(dialog)

    def give_name(self, image: Image, name: str) -> None:
        reference = parse_reference(name).tagged()
        self._actions.start(
            tr("Tagging {name}").format(name=name),
            lambda _: self._session.engine.tag(image.id, reference.familiar_name(), reference.tag),
            failure=tr("Cannot give {image} the name {name}").format(
                image=image.reference, name=name
            ),
            subject=image.id,
            command=shlex.join(["docker", "tag", image.name, name]),
            done=lambda _: self.said.emit(
                tr("Tagged {name}").format(name=visible(reference.familiar())), image.id
            ),
            failed=self.problem.emit,
        )

    # Files

    def save(self, images: Sequence[Image]) -> None:
        """Ask for a file and write the images into it."""
        dialog = QFileDialog(self._window, tr("Save %n image(s)", "", len(images)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([tr("Image archives (*.tar)"), tr("All files (*)")])
        dialog.setDefaultSuffix("tar")
        dialog.selectFile(file_name(images))
        dialog.fileSelected.connect(lambda path: self.save_to(images, Path(path)))
        self._open(dialog)

    def save_to(self, images: Sequence[Image], path: Path) -> None:
        """Write images as one tar."""
        names = [name for image in images for name in (image.references or (image.id,))]
        what = images[0].reference
        if len(images) > 1:
            what = tr("%n image(s)", "", len(images))

        async def work(action: Action) -> int:
            def report(done: int, total: int) -> None:
                action.progress(done, total, tr("{bytes} written").format(bytes=size(done)))

            return await image_transfers.save(self._session.engine, names, path, report)

        self._actions.start(
            tr("Saving {what}").format(what=what),
            work,
            failure=tr("Cannot save {what}").format(what=what),
            command=shlex.join(["docker", "save", "-o", str(path), *names]),
            done=lambda written: self.said.emit(
                tr("Saved {what}: {bytes}").format(what=visible(what), bytes=size(written)),
                str(path),
            ),
            failed=self.problem.emit,
        )

    def load(self) -> None:
        """Ask for files and take in the images in them."""
        dialog = QFileDialog(self._window, tr("Load images"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [tr("Image archives (*.tar *.tar.gz *.tgz *.tar.zst)"), tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda paths: self.load_from(list(map(Path, paths))))
        self._open(dialog)

    def load_from(self, paths: Sequence[Path]) -> None:
        """Take in the images of tars."""
        for path in paths:
            self._load(path)

    def _load(self, path: Path) -> None:
        async def work(action: Action) -> list[str]:
            def report(done: int, total: int) -> None:
                words = tr("{done} of {total}", "bytes").format(done=size(done), total=size(total))
                action.progress(done, total, words)

            return await image_transfers.load(self._session.engine, path, report)

        def done(names: list[str]) -> None:
            words = tr("Loaded {name}").format(name=visible(names[0] if names else path.name))
            if len(names) > 1:
                words = tr("Loaded %n image(s)", "", len(names))
            self.said.emit(words, "\n".join(names))

        self._actions.start(
            tr("Loading {file}").format(file=path.name),
            work,
            failure=tr("Cannot load {file}").format(file=path.name),
            command=shlex.join(["docker", "load", "-i", str(path)]),
            done=done,
            failed=self._load_failed,
        )

    def import_files(self) -> None:
        """Ask for an archive of files, then what the image of it is called."""
        dialog = QFileDialog(self._window, tr("Import files as image"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [tr("Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)"), tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.offer_import(Path(path)))
        self._open(dialog)

    def offer_import(self, path: Path) -> None:
        """Ask what the image of these files is called, and make it."""
        taken = [name for image in self.images() for name in image.references]
        dialog = ImportImageDialog(path, taken, self._window)
        dialog.accepted.connect(lambda: self._import(path, dialog.reference, list(dialog.changes)))
        self._open(dialog)

    def _import(self, path: Path, name: str, changes: Sequence[str]) -> None:
        async def work(action: Action) -> None:
            def report(done: int, total: int) -> None:
                words = tr("{done} of {total}", "bytes").format(done=size(done), total=size(total))
                action.progress(done, total, words)

            await image_transfers.import_files(self._session.engine, path, name, changes, report)

        flags = [word for change in changes for word in ("--change", change)]
        self._actions.start(
            tr("Importing {file}").format(file=path.name),
            work,
            failure=tr("Cannot import {file}").format(file=path.name),
            command=shlex.join(["docker", "import", *flags, str(path), name]),
            done=lambda _: self.said.emit(tr("Imported {name}").format(name=visible(name)), name),
            failed=self.problem.emit,
        )

    def _load_failed(self, problem: Problem) -> None:
        self.problem.emit(
            Problem(
                title=problem.title,
                reason=problem.reason,
                advice=problem.advice
                or tr("Only what docker save, davit save or another image tool wrote is loaded."),
                details=problem.details,
            )
        )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog

        def closed() -> None:
            if self.dialog is dialog:
                self.dialog = None
            # A pull or push that goes on still tells the dialog how far it is.
            if not (isinstance(dialog, PullDialog | PushDialog) and dialog.running):
                dialog.deleteLater()

        dialog.finished.connect(closed)
        dialog.open()


def _named(offer: Reclaimable, known: dict[str, Image]) -> Prunable:
    images = (known.get(id) or Image(id=id) for id in offer.images)
    return Prunable(images=tuple(images), size=offer.size)


def file_name(images: Sequence[Image]) -> str:
    """What to call the file of these images: nginx-1.27.tar."""
    if len(images) != 1:
        return "images.tar"
    text = images[0].reference if not images[0].dangling else images[0].short_id
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in text)
    return f"{safe.strip('.-') or 'image'}.tar"
