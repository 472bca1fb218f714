"""Where the folders are that clients ask to bind into containers.

On this machine they are where the client says. In a virtual machine the client means folders of
the host, which are asked for over the host channel, but for a few paths that only make sense as the
machine's own.
"""

import asyncio
import os
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

import msgspec

from davit_engine.errors import EngineError, Forbidden, InvalidParameter, SystemFailure
from davit_engine.host_channel import HostChannel, HostRefused, Share, Shared

SOCKETS: Final = ("/var/run/docker.sock", "/run/docker.sock")
"""Where containers are given the engine's socket from, as Docker calls it."""

GUEST_OWN: Final = (
    "/dev",
    "/proc",
    "/sys",
    "/run",
    "/var/run",
    "/lib/modules",
    "/usr/lib/modules",
    "/etc/localtime",
    "/etc/timezone",
)
"""With all below them, the virtual machine's own: on the host there is nothing that would fit."""


class Place(msgspec.Struct, frozen=True):
    """A folder or file on this machine."""

    path: str
    read_only: bool = False
    """Whether it cannot be written to, whoever tries."""


class Folders(Protocol):
    """Finds what clients name."""

    @property
    def foreign(self) -> bool:
        """Whether paths are of another computer, which may be a Windows one."""
        ...

    async def locate(self, source: str, *, read_only: bool = False, create: bool = False) -> Place:
        """The folder or file on this machine; with `create` a missing folder is made.

        Raises InvalidParameter when it is missing, Forbidden when it is not to be had, and
        SystemFailure.
        """
        ...


class NativeFolders:
    """Folders of this machine."""

    foreign = False

    async def locate(self, source: str, *, read_only: bool = False, create: bool = False) -> Place:
        await asyncio.to_thread(_find, source, create=create)
        return Place(source)


class HostFolders:
    """Folders of the computer that runs this virtual machine.

    `own` are more paths that are this machine's, `socket` is where its engine listens.
    """

    foreign = True

    def __init__(self, channel: HostChannel, own: Sequence[str], socket: str) -> None:
        self._channel = channel
        self._own = (*GUEST_OWN, *own)
        self._socket = socket
        self._native = NativeFolders()

    async def locate(self, source: str, *, read_only: bool = False, create: bool = False) -> Place:
        if source in SOCKETS and self._socket:
            return Place(self._socket)
        if is_below(source, self._own):
            return await self._native.locate(source, create=create)
        try:
            answer = await self._channel.request(
                "share", Share(path=source, read_only=read_only, create=create), Shared
            )
        except HostRefused as error:
            raise _refused(source, error) from error
        path = posixpath.normpath(answer.guest_path)
        if not path.startswith("/host/") or path != answer.guest_path.rstrip("/"):
            raise SystemFailure(
                f"cannot bind {source}: the host named an impossible place for it in this "
                f"machine: {answer.guest_path!r}"
            )
        return Place(path, answer.read_only)


def is_below(path: str, folders: Sequence[str]) -> bool:
    """Whether an absolute path is one of the folders, or lies in one."""
    clean = posixpath.normpath(path)
    return any(clean == folder or clean.startswith(f"{folder}/") for folder in folders)


def _find(source: str, *, create: bool) -> None:
    if not create:
        if not Path(source).exists():
            raise _missing(source)
        return
    if os.path.lexists(source):
        return
    try:
        Path(source).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SystemFailure(
            f"error while creating mount source path '{source}': {error.strerror or error}"
        ) from error


def _missing(source: str) -> EngineError:
    return InvalidParameter(
        f'invalid mount config for type "bind": bind source path does not exist: {source}'
    )


def _refused(source: str, refusal: HostRefused) -> EngineError:
    if refusal.kind == "missing":
        return _missing(source)
    if refusal.kind == "not-shared":
        return Forbidden(f"Mounts denied: {refusal}")
    return SystemFailure(f"cannot bind {source} of the host: {refusal}")
