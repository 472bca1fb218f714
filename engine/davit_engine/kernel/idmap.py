"""User namespaces, and mounts that show owners as such a namespace maps them.

An idmapped mount (mount_setattr(2), Linux 5.12; for overlayfs's folders 5.19) shows a file of id N
on the disk as belonging to the id that N is mapped to, and stores what is written there as N.
"""

import contextlib
import ctypes
import errno
import os
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from davit_engine.errors import SystemFailure
from davit_engine.id_ranges import IdRange
from davit_engine.kernel.libc import check, syscall
from davit_engine.kernel.mounts import unmount

ENGINE_ID: Final = (1 << 32) - 2
"""The id on disk of what belongs to this machine's root where a mapping shows it.

overlayfs makes its work folder as root: without an id for it, it mounts for reading only.
"""

_OPEN_TREE: Final = 428
_MOVE_MOUNT: Final = 429
_MOUNT_SETATTR: Final = 442
_OPEN_TREE_CLONE: Final = 0x1
_OPEN_TREE_CLOEXEC: Final = os.O_CLOEXEC
_AT_FDCWD: Final = -100
_AT_EMPTY_PATH: Final = 0x1000
_AT_RECURSIVE: Final = 0x8000
_MOUNT_ATTR_IDMAP: Final = 0x100000
_MOVE_MOUNT_F_EMPTY_PATH: Final = 0x4


class UserNamespace:
    """A user namespace, and maybe a network namespace of its, held by a process that waits.

    The process ends with `close`, or with this one; the namespace when nothing uses it any more.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    @property
    def user(self) -> Path:
        return Path(f"/proc/{self._process.pid}/ns/user")

    @property
    def network(self) -> Path:
        """The network namespace, when one was made with it."""
        return Path(f"/proc/{self._process.pid}/ns/net")

    def close(self) -> None:
        """Idempotent."""
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process.wait()

    def __enter__(self) -> "UserNamespace":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def make_user_namespace(ids: IdRange, *, network: bool = False) -> UserNamespace:
    """A namespace whose ids 0 … are those of the range. Raises SystemFailure."""
    return _make(f"0 {ids.start} {ids.size}\n", network=network)


def make_mount_mapping(ids: IdRange) -> UserNamespace:
    """A namespace to show mounts by: as above, and root of this machine is ENGINE_ID.

    No process of a container may ever enter it.
    """
    return _make(f"0 {ids.start} {ids.size}\n{ENGINE_ID} 0 1\n", network=False)


def _make(mapping: str, *, network: bool) -> UserNamespace:
    # A thread of a process that has others cannot unshare a user namespace: another process does,
    # and says so by repeating what it reads.
    command = ["unshare", "--user", *(["--net"] if network else []), "cat"]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        cwd="/",
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
    )
    namespace = UserNamespace(process)
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        with process.stderr as complaints, contextlib.suppress(BrokenPipeError):
            process.stdin.write(b"\n")
            if not process.stdout.read(1):
                said = complaints.read(500).decode(errors="replace").strip()
                raise SystemFailure(
                    f"the kernel makes no user namespace ({said}); see the sysctls "
                    "user.max_user_namespaces and kernel.unprivileged_userns_clone, or run the "
                    "container with --userns=host"
                )
        for name in ("uid_map", "gid_map"):
            Path(f"/proc/{process.pid}/{name}").write_text(mapping)
    except OSError as error:
        namespace.close()
        raise SystemFailure(f"cannot make a user namespace: {error}") from error
    except BaseException:
        namespace.close()
        raise
    return namespace


def clone(path: Path, *, recursive: bool = False) -> int:
    """A detached copy of the mount at `path`: an O_PATH descriptor of its root. Raises OSError."""
    flags = _OPEN_TREE_CLONE | _OPEN_TREE_CLOEXEC | (_AT_RECURSIVE if recursive else 0)
    return check(
        syscall(_OPEN_TREE, ctypes.c_int(_AT_FDCWD), os.fsencode(path), ctypes.c_uint(flags)), path
    )


def clone_mapped(path: Path, mapping: int, *, recursive: bool = False) -> int:
    """The same, and the copy shows owners by the user namespace `mapping`.

    Raises OSError: EINVAL where the file system does not offer it.
    """
    copy = clone(path, recursive=recursive)
    try:
        attributes = struct.pack("=QQQQ", _MOUNT_ATTR_IDMAP, 0, 0, mapping)
        check(
            syscall(
                _MOUNT_SETATTR,
                ctypes.c_int(copy),
                b"",
                ctypes.c_uint(_AT_EMPTY_PATH | (_AT_RECURSIVE if recursive else 0)),
                attributes,
                ctypes.c_size_t(len(attributes)),
            ),
            path,
        )
    except BaseException:
        os.close(copy)
        raise
    return copy


def attach(mount: int, target: Path) -> None:
    """Let a detached mount be found at `target`; what was mounted there is hidden."""
    check(
        syscall(
            _MOVE_MOUNT,
            ctypes.c_int(mount),
            b"",
            ctypes.c_int(_AT_FDCWD),
            os.fsencode(target),
            ctypes.c_uint(_MOVE_MOUNT_F_EMPTY_PATH),
        ),
        target,
    )


@contextlib.contextmanager
def mapped_folders(folders: list[Path], mapping: Path, stage: Path) -> Iterator[list[Path]]:
    """The folders as the mapping shows them, as paths for overlayfs to be mounted from.

    `stage` is a folder to attach them to meanwhile: overlayfs takes no mount that is nowhere.
    """
    with contextlib.ExitStack() as stack:
        users = os.open(mapping, os.O_RDONLY | os.O_CLOEXEC)
        stack.callback(os.close, users)
        shown = []
        for folder in folders:
            try:
                copy = clone_mapped(folder, users)
            except OSError as error:
                if error.errno != errno.EINVAL:
                    raise
                raise SystemFailure(
                    f"the file system of {folder} cannot show files as another user's (idmapped "
                    "mounts: ext4, xfs, btrfs and erofs since Linux 5.19, tmpfs since 6.3); run "
                    "the container with --userns=host"
                ) from error
            stack.callback(os.close, copy)
            attach(copy, stage)
            stack.callback(unmount, stage, detach=True)
            shown.append(Path(f"/proc/self/fd/{copy}"))
        yield shown
