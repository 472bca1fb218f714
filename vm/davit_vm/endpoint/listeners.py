"""Where clients of the host connect: a Unix socket, or a named pipe on Windows."""

import asyncio
import contextlib
import os
import select
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from typing_extensions import override

from davit_vm.errors import AlreadyRunning, BadSetting, UnsafeFolder
from davit_vm.streams import End

_BACKLOG: Final = 256
_ANSWER_LIMIT: Final = 2.0


class ClientEnd(End):
    """The end of a stream that belongs to a client of the host."""

    delivers = True

    def __init__(
        self,
        *,
        accepted: Callable[["ClientEnd"], None],
        began: Callable[[End], None],
        ended: Callable[[End], None],
    ) -> None:
        super().__init__(began=began, ended=ended)
        self._accepted = accepted

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._accepted(self)

    def vanished(self) -> bool:
        """Whether the client is gone altogether, rather than only done with its input."""
        descriptor = self.transport.get_extra_info("socket")
        if descriptor is None or self.transport.is_closing():
            return False
        poll = select.poll()
        poll.register(descriptor.fileno(), 0)
        return any(events & (select.POLLHUP | select.POLLERR) for _, events in poll.poll(0))


ClientFactory = Callable[[type[ClientEnd]], ClientEnd]
"""Makes the end for one more client, of the class that the kind of connection needs."""


class Listener(Protocol):
    async def close(self) -> None:
        """Take no more clients; those that are there stay."""


async def listen(address: str, client: ClientFactory) -> Listener:
    """`serve` for clients of the Docker endpoint."""
    if address.startswith("npipe://"):
        from davit_vm.endpoint.named_pipe import PipeEnd

        return await serve(address, lambda: client(PipeEnd))
    return await serve(address, lambda: client(ClientEnd))


async def serve(address: str, protocol: Callable[[], asyncio.BaseProtocol]) -> Listener:
    """Listen on unix://… or npipe://…, for this user alone.

    Raises AlreadyRunning when somebody answers there, UnsafeFolder when other users could put
    themselves in the socket's place. A socket that nobody listens on is replaced.
    """
    scheme, _, rest = address.partition("://")
    if scheme == "unix":
        return await _serve_unix(Path(rest), protocol)
    if scheme == "npipe":
        # Only needed where there are named pipes.
        from davit_vm.endpoint import named_pipe

        return await named_pipe.serve(pipe_path(address), protocol)
    raise BadSetting(f"Cannot listen on {address}", "it begins with neither unix:// nor npipe://")


async def connect(
    address: str, protocol: Callable[[], asyncio.BaseProtocol]
) -> asyncio.BaseTransport:
    """A connection to what listens on unix://… or npipe://…; raises OSError."""
    loop: Any = asyncio.get_running_loop()
    transport: asyncio.BaseTransport
    if address.startswith("npipe://"):
        transport, _ = await loop.create_pipe_connection(protocol, pipe_path(address))
    else:
        transport, _ = await loop.create_unix_connection(protocol, address.removeprefix("unix://"))
    return transport


def pipe_path(address: str) -> str:
    r"""The path for Windows of npipe:////./pipe/name: \\.\pipe\name."""
    return address.removeprefix("npipe://").replace("/", "\\")


class _UnixListener:
    def __init__(
        self, server: asyncio.Server, listening: socket.socket, path: Path, inode: int
    ) -> None:
        self._server = server
        self._listening = listening
        self._path = path
        self._inode = inode

    async def close(self) -> None:
        # WORKAROUND: a client that was accepted but has no transport yet when the server closes
        # is forgotten by asyncio with its connection open. So let it have its transport first.
        asyncio.get_running_loop().remove_reader(self._listening)
        for _ in range(3):
            await asyncio.sleep(0)
        self._server.close()
        with contextlib.suppress(FileNotFoundError):
            if self._path.lstat().st_ino == self._inode:
                self._path.unlink()


async def _serve_unix(path: Path, protocol: Callable[[], asyncio.BaseProtocol]) -> Listener:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _check_folder(path.parent)
    await _remove_stale(path)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # The folder keeps others out while the socket still has the mode of the umask.
        listening.bind(str(path))
        path.chmod(0o600)
        listening.setblocking(False)
        server = await asyncio.get_running_loop().create_unix_server(
            protocol, sock=listening, backlog=_BACKLOG
        )
    except BaseException:
        listening.close()
        raise
    return _UnixListener(server, listening, path, path.lstat().st_ino)


def _check_folder(folder: Path) -> None:
    found = folder.stat()
    if found.st_uid != os.getuid():
        raise UnsafeFolder(
            f"Cannot put the Docker socket into {folder}", "the folder belongs to another user"
        )
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise UnsafeFolder(
            f"Cannot put the Docker socket into {folder}",
            "other users may enter the folder",
            f"Close it: chmod 700 {folder}",
        )


async def _remove_stale(path: Path) -> None:
    if not path.is_socket():
        if path.exists():
            raise AlreadyRunning(
                f"Cannot listen on {path}",
                "there is a file of that name",
                "Move it away, then try again.",
            )
        return
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        try:
            async with asyncio.timeout(_ANSWER_LIMIT):
                await loop.sock_connect(probe, str(path))
        except (ConnectionRefusedError, FileNotFoundError):
            path.unlink(missing_ok=True)
            return
        except (OSError, TimeoutError):
            # A full backlog is a living listener too.
            pass
    raise AlreadyRunning(
        f"Cannot listen on {path}",
        "another program listens there",
        "Another supervisor may be running: davit machine status",
    )
