"""Whose files the Files tab shows: a container's or a volume's; no Qt."""

import asyncio
from typing import Protocol

from davit_desktop.client.errors import ApiError
from davit_desktop.client.file_tree import FileTree
from davit_desktop.session import Session
from davit_desktop.state import files as reading
from davit_desktop.state.file_commands import ContainerCommands, FileCommands, VolumeCommands
from davit_desktop.state.files import Changes, MountMark

Marks = tuple[Changes, tuple[MountMark, ...]]


class FileSource(Protocol):
    """One container or volume, by the `id` that the engine knows it by."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str:
        """For people."""

    @property
    def tree(self) -> FileTree: ...

    @property
    def commands(self) -> FileCommands: ...

    @property
    def has_changes(self) -> bool:
        """Whether there is an image that its files are compared with."""

    def state(self) -> object:
        """None while it is not known; when it becomes another, files are read again."""

    async def marks(self) -> Marks:
        """What has changed since the image, and what is mounted. Raises ClientError."""


class ContainerFiles:
    """A container, running or not."""

    has_changes = True

    def __init__(self, session: Session, id: str) -> None:
        self._session = session
        self.id = id

    @property
    def name(self) -> str:
        container = self._session.containers.get(self.id)
        return container.name if container else self.id[:12]

    @property
    def tree(self) -> FileTree:
        return self._session.engine.files_of_container(self.id)

    @property
    def commands(self) -> FileCommands:
        return ContainerCommands(self.name)

    def state(self) -> object:
        container = self._session.containers.get(self.id)
        return container.running if container is not None else None

    async def marks(self) -> Marks:
        document = await self._session.engine.inspect_container(self.id)
        try:
            changes = await self._session.engine.changes(self.id)
        except ApiError:
            changes = []  # the marks are worth less than the list
        # There may be a hundred thousand.
        indexed = await asyncio.to_thread(reading.indexed, changes)
        return indexed, reading.mount_marks(document)


class VolumeFiles:
    """A volume, in use or not."""

    has_changes = False

    def __init__(self, session: Session, name: str) -> None:
        self._session = session
        self.id = self.name = name

    @property
    def tree(self) -> FileTree:
        return self._session.engine.files_of_volume(self.id)

    @property
    def commands(self) -> FileCommands:
        return VolumeCommands(self.id)

    def state(self) -> object:
        return True

    async def marks(self) -> Marks:
        return {}, ()
