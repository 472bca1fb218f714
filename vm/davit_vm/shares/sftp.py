"""An SFTP server for one shared folder, as sshfs in the guest speaks it (version 3 and OpenSSH's
extensions).

Who speaks at the other end is the guest's root, so every path and number is hostile: paths go
through a Tree, which does not lead out of the folder, and amounts are limited. The server runs as
the user: whoever asks in the guest can do what the user can do and no more. Owners are not carried:
everything belongs to root there, and chown succeeds without effect, as Docker Desktop does it.
"""

import contextlib
import errno
import os
import struct
from typing import Any, Final

import paramiko
from paramiko.message import Message
from typing_extensions import override

from davit_vm.shares.tree import Tree

_MOST_OPEN: Final = 4096
_LONGEST_READ: Final = 256 * 1024
_LONGEST_LISTING: Final = 24 * 1024
"""Bytes of names and attributes in one answer."""
_OK, _NO_SUCH_FILE, _DENIED, _FAILURE = 0, 2, 3, 4
"""SSH_FX_*"""
_CMD_INIT, _CMD_VERSION, _CMD_NAME = 1, 2, 104
_CMD_EXTENDED, _CMD_EXTENDED_REPLY = 200, 201
_PROTOCOL: Final = 3
_EXTENSIONS: Final = (
    ("posix-rename@openssh.com", "1"),
    ("statvfs@openssh.com", "2"),
    ("fstatvfs@openssh.com", "2"),
    ("hardlink@openssh.com", "1"),
    ("fsync@openssh.com", "1"),
)
_READ_ONLY_FLAG: Final = 1
_BLOCK: Final = 4096


class FolderServer(paramiko.SFTPServer):  # type: ignore[misc] # paramiko has no types
    """paramiko's server, with OpenSSH's extensions and quicker listings."""

    def __init__(self, channel: Any, tree: Tree, *, read_only: bool) -> None:
        super().__init__(channel, "sftp", None, FolderFiles, tree, read_only)
        self._channel = channel
        self._tree = tree
        self._read_only = read_only

    def serve(self) -> None:
        """Answer until the other side hangs up; blocking."""
        try:
            # Hanging up is the end, at whatever point it comes.
            with contextlib.suppress(EOFError, OSError, paramiko.SFTPError):
                self.start_subsystem("sftp", self._channel.get_transport(), self._channel)
        finally:
            self.finish_subsystem()

    def _send_server_version(self) -> int:
        kind, data = self._read_packet()
        if kind != _CMD_INIT:
            raise EOFError
        message = Message()
        message.add_int(_PROTOCOL)
        for name, version in _EXTENSIONS:
            message.add_string(name)
            message.add_string(version)
        self._send_packet(_CMD_VERSION, message)
        return int(struct.unpack(">I", data[:4])[0])

    def _send_handle_response(self, request_number: int, handle: Any, folder: bool = False) -> None:
        if len(self.file_table) + len(self.folder_table) >= _MOST_OPEN:
            if isinstance(handle, paramiko.SFTPHandle):
                handle.close()
            handle = _FAILURE
        super()._send_handle_response(request_number, handle, folder)

    def _read_folder(self, request_number: int, folder: Any) -> None:
        names = Message()
        count = 0
        while len(names.asbytes()) < _LONGEST_LISTING and (more := folder._get_next_files()):
            for attributes in more:
                names.add_string(attributes.filename)
                # Where `ls -l` would be; nobody reads it, and making it is slow.
                names.add_string(attributes.filename)
                attributes._pack(names)
                count += 1
        if not count:
            self._send_status(request_number, paramiko.SFTP_EOF)
            return
        answer = Message()
        answer.add_int(request_number)
        answer.add_int(count)
        answer.add_bytes(names.asbytes())
        self._send_packet(_CMD_NAME, answer)

    def _process(self, kind: int, request_number: int, message: Message) -> None:
        if kind != _CMD_EXTENDED:
            super()._process(kind, request_number, message)
            return
        # The position is behind the request number.
        tag = message.get_text()
        match tag:
            case "posix-rename@openssh.com":
                old, new = message.get_text(), message.get_text()
                self._send_status(request_number, self.server.posix_rename(old, new))
            case "hardlink@openssh.com":
                old, new = message.get_text(), message.get_text()
                self._send_status(request_number, self.server.hardlink(old, new))
            case "fsync@openssh.com":
                handle = self.file_table.get(message.get_binary())
                status = paramiko.SFTP_BAD_MESSAGE if handle is None else handle.sync()
                self._send_status(request_number, status)
            case "statvfs@openssh.com":
                self._send_space(request_number, message.get_text())
            case "fstatvfs@openssh.com":
                self._send_space(request_number, "/")
            case _:
                self._send_status(request_number, paramiko.SFTP_OP_UNSUPPORTED)

    def _send_space(self, request_number: int, path: str) -> None:
        try:
            space = self._tree.space(path)
        except OSError as error:
            self._send_status(request_number, _status(error))
            return
        answer = Message()
        answer.add_int(request_number)
        for number in (
            _BLOCK,
            _BLOCK,
            space.size // _BLOCK,
            space.free // _BLOCK,
            space.available // _BLOCK,
            space.files,
            space.files_free,
            space.files_free,
            0,
            _READ_ONLY_FLAG if self._read_only else 0,
            space.name_max,
        ):
            answer.add_int64(number)
        self._send_packet(_CMD_EXTENDED_REPLY, answer)


class FolderFiles(paramiko.SFTPServerInterface):  # type: ignore[misc]
    """The verbs on paths; each answers with a value or with a status of the protocol."""

    def __init__(self, server: Any, tree: Tree, read_only: bool) -> None:
        super().__init__(server)
        self._tree = tree
        self._read_only = read_only

    @override
    def open(self, path: str, flags: int, attr: paramiko.SFTPAttributes) -> Any:
        if self._read_only and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            return _DENIED
        try:
            # Writes say where they go; with O_APPEND the system would not listen.
            descriptor = self._tree.open(path, flags & ~os.O_APPEND, attr.st_mode)
        except (OSError, ValueError) as error:
            return _status(error)
        return _OpenFile(descriptor, flags, self._read_only)

    @override
    def list_folder(self, path: str) -> Any:
        try:
            found = self._tree.entries(path)
        except (OSError, ValueError) as error:
            return _status(error)
        return [_attributes(entry.stat, entry.name) for entry in found if _can_be_said(entry.name)]

    @override
    def stat(self, path: str) -> Any:
        try:
            return _attributes(self._tree.stat(path, follow=True))
        except (OSError, ValueError) as error:
            return _status(error)

    @override
    def lstat(self, path: str) -> Any:
        try:
            return _attributes(self._tree.stat(path, follow=False))
        except (OSError, ValueError) as error:
            return _status(error)

    @override
    def remove(self, path: str) -> int:
        return self._change(lambda: self._tree.remove(path))

    @override
    def rename(self, oldpath: str, newpath: str) -> int:
        return self._change(lambda: self._tree.rename(oldpath, newpath, replace=False))

    @override
    def posix_rename(self, oldpath: str, newpath: str) -> int:
        return self._change(lambda: self._tree.rename(oldpath, newpath, replace=True))

    def hardlink(self, old: str, new: str) -> int:
        return self._change(lambda: self._tree.link(old, new))

    @override
    def mkdir(self, path: str, attr: paramiko.SFTPAttributes) -> int:
        return self._change(lambda: self._tree.make_folder(path, attr.st_mode))

    @override
    def rmdir(self, path: str) -> int:
        return self._change(lambda: self._tree.remove_folder(path))

    @override
    def symlink(self, target_path: str, path: str) -> int:
        return self._change(lambda: self._tree.symlink(target_path, path))

    @override
    def readlink(self, path: str) -> Any:
        try:
            target = self._tree.readlink(path)
        except (OSError, ValueError) as error:
            return _status(error)
        return target if _can_be_said(target) else _FAILURE

    @override
    def chattr(self, path: str, attr: paramiko.SFTPAttributes) -> int:
        def change() -> None:
            if attr.st_size is not None:
                descriptor = self._tree.open(path, os.O_WRONLY, None)
                try:
                    os.ftruncate(descriptor, attr.st_size)
                finally:
                    os.close(descriptor)
            if attr.st_mode is not None:
                self._tree.chmod(path, attr.st_mode)
            if attr.st_atime is not None and attr.st_mtime is not None:
                self._tree.utime(path, attr.st_atime, attr.st_mtime)

        return self._change(change)

    @override
    def canonicalize(self, path: str) -> str:
        return os.path.normpath("/" + path.lstrip("/")).replace(os.sep, "/")

    def _change(self, change: Any) -> int:
        if self._read_only:
            return _DENIED
        try:
            change()
        except (OSError, ValueError, OverflowError) as error:
            return _status(error)
        return _OK


class _OpenFile(paramiko.SFTPHandle):  # type: ignore[misc]
    """A regular file that is open; the descriptor ends with it."""

    def __init__(self, descriptor: int, flags: int, read_only: bool) -> None:
        super().__init__(flags)
        self._descriptor = descriptor
        self._read_only = read_only
        self._append = bool(flags & os.O_APPEND)

    @override
    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @override
    def read(self, offset: int, length: int) -> Any:
        try:
            return _read_at(self._descriptor, min(length, _LONGEST_READ), offset)
        except (OSError, OverflowError, ValueError) as error:
            return _status(error)

    @override
    def write(self, offset: int, data: bytes) -> int:
        try:
            if self._append:
                offset = os.fstat(self._descriptor).st_size
            _write_at(self._descriptor, data, offset)
        except (OSError, OverflowError, ValueError) as error:
            return _status(error)
        return _OK

    @override
    def stat(self) -> Any:
        try:
            return _attributes(os.fstat(self._descriptor))
        except OSError as error:
            return _status(error)

    @override
    def chattr(self, attr: paramiko.SFTPAttributes) -> int:
        if self._read_only:
            return _DENIED
        try:
            if attr.st_size is not None:
                os.ftruncate(self._descriptor, attr.st_size)
            if attr.st_mode is not None and hasattr(os, "fchmod"):
                os.fchmod(self._descriptor, attr.st_mode & 0o777)
            if (
                attr.st_atime is not None
                and attr.st_mtime is not None
                and os.utime in os.supports_fd
            ):
                os.utime(self._descriptor, (attr.st_atime, attr.st_mtime))
        except (OSError, OverflowError, ValueError) as error:
            return _status(error)
        return _OK

    def sync(self) -> int:
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            return _status(error)
        return _OK


def _read_at(descriptor: int, length: int, offset: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    return os.read(descriptor, length)


def _write_at(descriptor: int, data: bytes, offset: int) -> None:
    view = memoryview(data)
    while view:
        if hasattr(os, "pwrite"):
            written = os.pwrite(descriptor, view, offset)
        else:
            os.lseek(descriptor, offset, os.SEEK_SET)
            written = os.write(descriptor, view)
        view = view[written:]
        offset += written


def _attributes(found: os.stat_result, name: str | None = None) -> paramiko.SFTPAttributes:
    attributes = paramiko.SFTPAttributes.from_stat(found, name)
    attributes.st_uid = attributes.st_gid = 0
    # The protocol has 32 bits for times.
    attributes.st_atime = _time(found.st_atime)
    attributes.st_mtime = _time(found.st_mtime)
    return attributes


def _time(seconds: float) -> int:
    return min(max(int(seconds), 0), 2**32 - 1)


def _can_be_said(name: str) -> bool:
    """Names that are not Unicode cannot be carried; paramiko speaks UTF-8."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _status(error: Exception) -> int:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    match number:
        case errno.ENOENT | errno.ENOTDIR:
            return _NO_SUCH_FILE
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _DENIED
        case _:
            return _FAILURE
