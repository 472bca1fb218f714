"""What Linux and macOS have in common: modes of files, flock, sessions, Unix sockets."""

import asyncio
import contextlib
import fcntl
import os
import platform
import socket
import stat
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil
from typing_extensions import override

from davit_vm.config import HostFacts
from davit_vm.errors import UnsafeFolder
from davit_vm.host.host import Host, Lock, clean_environment, machine_word, reap
from davit_vm.paths import Paths


class FileLock(Lock):
    """flock on a file that stays: deleting it would let two processes hold two locks."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @override
    def release(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class PosixHost(Host):
    """A computer with Unix sockets and modes of files."""

    @override
    def facts(self) -> HostFacts:
        return HostFacts(
            system=self.system,
            system_version=platform.release(),
            architecture=machine_word(platform.machine()),
            cpus=_usable_cpus(),
            memory=psutil.virtual_memory().total,
            user_home=Path.home(),
        )

    @override
    def docker_host(self, paths: Paths) -> str:
        return f"unix://{paths.docker_socket}"

    @override
    def make_private_folder(self, folder: Path) -> None:
        # Parents as the user's umask has it: they may be shared places such as ~/.local/share.
        folder.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        # Never through a link: in /tmp anybody could have laid one.
        found = folder.lstat()
        what = f"Cannot use the folder {folder}"
        if not stat.S_ISDIR(found.st_mode):
            raise UnsafeFolder(what, "it is not a folder", "Move it out of the way.")
        if found.st_uid != os.getuid():
            raise UnsafeFolder(
                what,
                f"it belongs to another user (uid {found.st_uid})",
                "Delete it, or choose another with DAVIT_MACHINE_HOME.",
            )
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)

    @override
    def lock(self, path: Path) -> Lock | None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except BaseException:
            os.close(descriptor)
            raise
        return FileLock(descriptor)

    @override
    def spawn(
        self,
        command: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            return reap(
                subprocess.Popen(
                    list(command),
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    start_new_session=True,
                    umask=0o077,
                    cwd=folder or "/",
                    env=clean_environment() if environment is None else dict(environment),
                )
            )
        finally:
            os.close(output)

    @override
    async def connect(self, path: Path) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.setblocking(False)
            await asyncio.get_running_loop().sock_connect(connection, str(path))
        except BaseException:
            connection.close()
            raise
        return connection


def _usable_cpus() -> int:
    """Those that this process may run on, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
