r"""The Docker endpoint as a Windows named pipe, as the docker CLI's go-winio expects it.

The pipe carries messages, and a message of no bytes says that its sender will send no more: that
is how go-winio half-closes. Only the user who runs the supervisor may open the pipe: its security
descriptor names no one else, and connections over the network are refused.

The proactor event loop reads messages like any bytes and takes the empty one for the end; what it
lacks are a security descriptor and the empty message as a last word, which are here.
"""

import asyncio
import ctypes
import functools
import importlib
import logging
from collections.abc import Callable, Sequence
from typing import Any, Final

from typing_extensions import override

from davit_vm.endpoint.listeners import ClientEnd
from davit_vm.errors import AlreadyRunning

log = logging.getLogger(__name__)

_PIPE_ACCESS_DUPLEX: Final = 0x3
_FILE_FLAG_FIRST_PIPE_INSTANCE: Final = 0x80000
_FILE_FLAG_OVERLAPPED: Final = 0x40000000
_PIPE_TYPE_MESSAGE: Final = 0x4
_PIPE_READMODE_MESSAGE: Final = 0x2
_PIPE_REJECT_REMOTE_CLIENTS: Final = 0x8
_PIPE_UNLIMITED_INSTANCES: Final = 255
_INVALID_HANDLE: Final = ctypes.c_void_p(-1).value
_SDDL_REVISION_1: Final = 1
_TOKEN_QUERY: Final = 0x8
_TOKEN_USER: Final = 1
_BUFFER: Final = 64 * 1024
_WAITING: Final = 8
"""Instances that wait for clients; one that finds none of them free tries again only later."""
_TRY_AGAIN: Final = 1.0


class PipeEnd(ClientEnd):
    """A client's end on a pipe of messages."""

    _last_word_due = False

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        # Any byte that waits pauses this end, so that `resume_writing` means that none does.
        self.transport.set_write_buffer_limits(high=0)

    @override
    def finish(self) -> None:
        if self.transport.is_closing():
            return
        if self.transport.get_write_buffer_size():
            self._last_word_due = True
        else:
            self._say_last_word()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        if self._last_word_due:
            self._last_word_due = False
            self._say_last_word()

    @override
    def vanished(self) -> bool:
        if self.transport.is_closing():
            return False
        winapi: Any = importlib.import_module("_winapi")
        try:
            winapi.PeekNamedPipe(self.transport.get_extra_info("pipe").fileno(), 0)
        except OSError:
            return True
        return False

    def _say_last_word(self) -> None:
        loop: Any = asyncio.get_running_loop()
        sent: asyncio.Future[int] = loop._proactor.send(self.transport.get_extra_info("pipe"), b"")
        # A client that is gone is noticed by reading.
        sent.add_done_callback(lambda future: future.cancelled() or future.exception())


class _PipeListener:
    def __init__(
        self, path: str, instances: Sequence[int], protocol: Callable[[], asyncio.BaseProtocol]
    ) -> None:
        # The proactor's own server of pipes cannot be given a security descriptor.
        self._windows_utils: Any = importlib.import_module("asyncio.windows_utils")
        self._path = path
        self._protocol = protocol
        self._waiting = {self._windows_utils.PipeHandle(instance) for instance in instances}
        self._tasks = [
            asyncio.create_task(self._accept(instance), name="named pipe")
            for instance in self._waiting
        ]

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        # Not by the tasks: one that never ran could not.
        while self._waiting:
            self._waiting.pop().close()

    async def _accept(self, instance: Any) -> None:
        loop: Any = asyncio.get_running_loop()
        while True:
            try:
                await loop._proactor.accept_pipe(instance)
            except OSError:
                # The client left between connecting and being accepted. The next instance comes
                # before this one goes, so that the name is never free for another program.
                following = await self._next_instance()
                self._waiting.remove(instance)
                instance.close()
            else:
                self._waiting.remove(instance)
                loop._make_duplex_pipe_transport(instance, self._protocol())
                following = await self._next_instance()
            instance = following

    async def _next_instance(self) -> Any:
        while True:
            try:
                instance = self._windows_utils.PipeHandle(_create_instance(self._path, first=False))
            except OSError as error:
                log.warning("Cannot wait for one more client on %s: %s", self._path, error)
            else:
                self._waiting.add(instance)
                return instance
            await asyncio.sleep(_TRY_AGAIN)


async def serve(path: str, protocol: Callable[[], asyncio.BaseProtocol]) -> _PipeListener:
    """Raises AlreadyRunning when the name is taken."""
    try:
        instances = [_create_instance(path, first=True)]
    except PermissionError as error:
        raise AlreadyRunning(
            f"Cannot listen on {path}",
            "another program listens there",
            "Another supervisor may be running: davit machine status",
        ) from error
    instances += [_create_instance(path, first=False) for _ in range(_WAITING - 1)]
    return _PipeListener(path, instances, protocol)


def security_descriptor(sid: str) -> str:
    """SDDL: owned by the user, who has all rights; nobody else is named, so nobody else has any."""
    return f"O:{sid}D:P(A;;GA;;;{sid})"


class _SecurityAttributes(ctypes.Structure):
    _fields_ = (
        ("nLength", ctypes.c_uint32),
        ("lpSecurityDescriptor", ctypes.c_void_p),
        ("bInheritHandle", ctypes.c_int),
    )


def _create_instance(path: str, *, first: bool) -> int:
    """One more instance of the pipe, waiting for a client; raises OSError."""
    kernel32 = _library("kernel32")
    advapi32 = _library("advapi32")
    descriptor = ctypes.c_void_p()
    _succeed(
        advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            ctypes.c_wchar_p(security_descriptor(_user_sid())),
            ctypes.c_uint32(_SDDL_REVISION_1),
            ctypes.byref(descriptor),
            None,
        )
    )
    try:
        attributes = _SecurityAttributes(ctypes.sizeof(_SecurityAttributes), descriptor, 0)
        kernel32.CreateNamedPipeW.restype = ctypes.c_void_p
        handle: int | None = kernel32.CreateNamedPipeW(
            ctypes.c_wchar_p(path),
            ctypes.c_uint32(
                _PIPE_ACCESS_DUPLEX
                | _FILE_FLAG_OVERLAPPED
                | (_FILE_FLAG_FIRST_PIPE_INSTANCE if first else 0)
            ),
            ctypes.c_uint32(
                _PIPE_TYPE_MESSAGE | _PIPE_READMODE_MESSAGE | _PIPE_REJECT_REMOTE_CLIENTS
            ),
            ctypes.c_uint32(_PIPE_UNLIMITED_INSTANCES),
            ctypes.c_uint32(_BUFFER),
            ctypes.c_uint32(_BUFFER),
            ctypes.c_uint32(0),
            ctypes.byref(attributes),
        )
        if handle is None or handle == _INVALID_HANDLE:
            raise _last_error()
        return handle
    finally:
        kernel32.LocalFree(descriptor)


@functools.cache
def _user_sid() -> str:
    """The user of this process, as S-1-5-21-…"""
    kernel32 = _library("kernel32")
    advapi32 = _library("advapi32")
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    token = ctypes.c_void_p()
    _succeed(
        advapi32.OpenProcessToken(
            ctypes.c_void_p(kernel32.GetCurrentProcess()),
            ctypes.c_uint32(_TOKEN_QUERY),
            ctypes.byref(token),
        )
    )
    try:
        size = ctypes.c_uint32()
        advapi32.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        _succeed(advapi32.GetTokenInformation(token, _TOKEN_USER, buffer, size, ctypes.byref(size)))
        # TOKEN_USER begins with the pointer to the SID.
        sid = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p)).contents
        text = ctypes.c_wchar_p()
        _succeed(advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)))
        try:
            return text.value or ""
        finally:
            kernel32.LocalFree(text)
    finally:
        kernel32.CloseHandle(token)


def _library(name: str) -> Any:
    return vars(ctypes)["WinDLL"](name, use_last_error=True)


def _succeed(result: int) -> None:
    if not result:
        raise _last_error()


def _last_error() -> OSError:
    names = vars(ctypes)
    error: OSError = names["WinError"](names["get_last_error"]())
    return error
