"""Shared folders over SFTP: sshfs in the guest asks, a server in this process answers.

The connection is a channel of the SSH session to the guest, so nothing listens on the host. sshfs
runs in its passive mode, with the channel as its standard input and output.
"""

import asyncio
import contextlib
import shlex
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import paramiko

from davit_vm.shares.folders import Mount
from davit_vm.shares.sftp import FolderServer
from davit_vm.shares.tree import tree_of
from davit_vm.ssh.session import Broken, Session, SshError

GUEST_COMMAND: Final = "/usr/lib/davit/guest"
_MOUNTED_LIMIT: Final = 30.0
"""Seconds; sshfs starts slowly under emulation."""
_LOOK_EVERY: Final = 0.3
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 15.0
_WORDS_OF_SSHFS: Final = 4096


class ReverseShares:
    """Keeps the folders mounted while `run` runs; `tell` hears what is wrong with each."""

    def __init__(
        self,
        session: Session,
        mounts: Sequence[Mount],
        tell: Callable[[Mount, str], None],
    ) -> None:
        self._session = session
        self._mounts = tuple(mounts)
        self._tell = tell
        self._settled = {mount.tag: asyncio.Event() for mount in mounts}

    async def settled(self) -> None:
        """Return once each folder is mounted, or has failed for the first time."""
        for event in self._settled.values():
            await event.wait()

    async def run(self) -> None:
        """For ever. A folder inside of another waits for that one, or it would be hidden."""
        for mount in self._mounts:
            self._tell(mount, "it is not mounted yet")
        async with asyncio.TaskGroup() as group:
            for number, mount in enumerate(self._mounts):
                before = [
                    self._settled[outer.tag]
                    for outer in self._mounts[:number]
                    if mount.guest_path.startswith(outer.guest_path + "/")
                ]
                group.create_task(self._keep(mount, before), name=f"share {mount.host_path}")

    async def _keep(self, mount: Mount, before: Sequence[asyncio.Event]) -> None:
        for event in before:
            await event.wait()
        pause = _FIRST_PAUSE
        while True:
            began = asyncio.get_running_loop().time()
            try:
                await self._carry(mount)
                problem = "the connection to the machine ended"
            except OSError as error:
                problem = (error.strerror or str(error)).lower()
            except SshError as error:
                problem = str(error)
            self._tell(mount, problem)
            self._settled[mount.tag].set()
            if asyncio.get_running_loop().time() - began > _MOUNTED_LIMIT:
                pause = _FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _carry(self, mount: Mount) -> None:
        """One mount from its beginning to its end. Raises OSError and SshError."""
        tree = tree_of(Path(mount.host_path))
        try:
            where = shlex.quote(mount.guest_path)
            # What a lost connection has left there.
            await self._session.run(f"{GUEST_COMMAND} umount {where}", timeout=_MOUNTED_LIMIT)
            channel = await self._session.open_channel(
                f"{GUEST_COMMAND} mount-sftp {where}{' ro' if mount.read_only else ''}"
            )
            server = FolderServer(channel, tree, read_only=mount.read_only)
            loop = asyncio.get_running_loop()
            ended = asyncio.Event()

            def serve() -> None:
                try:
                    server.serve()
                finally:
                    with contextlib.suppress(RuntimeError):
                        loop.call_soon_threadsafe(ended.set)

            threading.Thread(target=serve, name=f"sftp {mount.tag}", daemon=True).start()
            try:
                await self._until_mounted(mount, channel, ended)
                self._tell(mount, "")
                self._settled[mount.tag].set()
                await ended.wait()
            finally:
                await asyncio.to_thread(channel.close)
                await ended.wait()
        finally:
            tree.close()

    async def _until_mounted(
        self, mount: Mount, channel: paramiko.Channel, ended: asyncio.Event
    ) -> None:
        check = f"mountpoint -q {shlex.quote(mount.guest_path)}"
        try:
            async with asyncio.timeout(_MOUNTED_LIMIT):
                while (await self._session.run(check)).status != 0:
                    if ended.is_set():
                        raise Broken(
                            f"Cannot bring {mount.host_path} into the machine",
                            _last_words(channel) or "sshfs ended",
                        )
                    await asyncio.sleep(_LOOK_EVERY)
        except TimeoutError as error:
            raise Broken(
                f"Cannot bring {mount.host_path} into the machine",
                _last_words(channel) or f"sshfs did not mount it within {_MOUNTED_LIMIT:.0f} s",
            ) from error


def _last_words(channel: paramiko.Channel) -> str:
    """What sshfs wrote to its standard error, if anything."""
    if not channel.recv_stderr_ready():
        return ""
    said: bytes = channel.recv_stderr(_WORDS_OF_SSHFS)
    return " ".join(said.decode(errors="replace").split())
