"""One authenticated connection to the guest's SSH server; paramiko is kept off the event loop.

The guest's host key is the one this host has given it, so it is known before the first connection
and nothing else is ever accepted. The limits are generous: under emulation key exchange and log-in
take seconds.

SshError
├── Refused               nobody listens there (yet)
├── SlowBanner            something listens, but does not say that it speaks SSH
├── HostKeyChanged        the server has another key than the machine's; final
├── AuthenticationFailed  the guest does not accept our key; final
├── Broken                the connection ended
└── CommandTimedOut       the command took longer than its caller allows
"""

import asyncio
import contextlib
import functools
import logging
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import msgspec
import paramiko

from davit_vm.errors import Unreachable

log = logging.getLogger(__name__)
# What paramiko logs about a broken connection is raised as well.
logging.getLogger("paramiko").setLevel(logging.CRITICAL)

T = TypeVar("T")

CONNECT_LIMIT: Final = 60.0
"""Seconds of trying to connect, for one call."""
_BANNER_LIMIT: Final = 20.0
_HANDSHAKE_LIMIT: Final = 40.0
_KEEPALIVE: Final = 15
_FIRST_PAUSE: Final = 0.2
_LONGEST_PAUSE: Final = 5.0
_MOST_OUTPUT: Final = 64 * 1024 * 1024
"""Bytes of one command; the guest is not trusted with the host's memory."""
_PIECE: Final = 64 * 1024


class SshError(Unreachable):
    """Something is wrong between this host and the guest's SSH server."""


class Refused(SshError):
    """Nobody listens there (yet)."""


class SlowBanner(SshError):
    """Something listens, but does not say that it speaks SSH."""


class HostKeyChanged(SshError):
    """The server has another key than the machine's."""


class AuthenticationFailed(SshError):
    """The guest does not accept our key."""


class Broken(SshError):
    """The connection ended."""


class CommandTimedOut(SshError):
    """The command took longer than its caller allows."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """How a command ended."""

    status: int
    """-1 when the guest did not tell, as after a signal."""
    stdout: bytes
    stderr: bytes


class Session:
    """Connects when it is first used, and again after the connection was lost.

    An async context manager; leaving it closes the connection.
    """

    def __init__(
        self,
        address: tuple[str, int],
        *,
        client_key: Path,
        host_key: Path,
        user: str = "root",
        connect_limit: float = CONNECT_LIMIT,
    ) -> None:
        """`client_key` and `host_key` are files with private keys: ours, and the guest's own."""
        self._address = address
        self._client_key = client_key
        self._host_key = host_key
        self._user = user
        self._connect_limit = connect_limit
        self._client: paramiko.SSHClient | None = None
        self._connecting = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    @property
    def connected(self) -> bool:
        return self._client is not None and _is_active(self._client)

    async def open(self) -> None:
        """Connect now, trying again with growing pauses for `connect_limit` seconds.

        Raises SshError: the last reason, or at once when trying again cannot help.
        """
        await self._connected()

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await asyncio.to_thread(client.close)

    async def run(
        self, command: str, *, input: bytes = b"", timeout: float | None = None
    ) -> Result:
        """Run a command of the guest's shell to its end. Raises SshError.

        When the wait is cancelled the channel is closed, which ends the command's output but not
        necessarily the command.
        """
        channel = await self.open_channel(command)
        try:
            async with asyncio.timeout(timeout):
                return await _finished(lambda: _communicate(channel, input), channel.close)
        except TimeoutError as error:
            raise CommandTimedOut(
                "The machine did not answer in time",
                f"{command.split(' ')[0]} took longer than {timeout:.0f} s",
            ) from error
        finally:
            channel.close()

    async def open_channel(
        self, command: str | None, *, terminal: tuple[str, int, int] | None = None
    ) -> paramiko.Channel:
        """Start a command (None: the log-in shell) and return the channel to its standard streams.

        `terminal` is the TERM, columns and rows of a terminal for it. Raises SshError.
        """
        for last in (False, True):
            client = await self._connected()
            try:
                start = functools.partial(_start, client, command, terminal)
                return await _finished(start, client.close)
            except (paramiko.SSHException, EOFError, OSError) as error:
                if last or _is_active(client):
                    raise Broken("The machine does not take a command", str(error)) from error
        raise AssertionError

    async def _connected(self) -> paramiko.SSHClient:
        async with self._connecting:
            if self._client is not None:
                if _is_active(self._client):
                    return self._client
                await self.close()
            self._client = await self._connect_patiently()
            return self._client

    async def _connect_patiently(self) -> paramiko.SSHClient:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._connect_limit
        pause = _FIRST_PAUSE
        while True:
            client = paramiko.SSHClient()
            try:
                connect = functools.partial(self._connect, client, deadline - loop.time())
                return await _finished(connect, client.close)
            except (HostKeyChanged, AuthenticationFailed):
                client.close()
                raise
            except SshError:
                client.close()
                if loop.time() + pause >= deadline:
                    raise
            except BaseException:
                client.close()
                raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _connect(self, client: paramiko.SSHClient, left: float) -> paramiko.SSHClient:
        """In a thread. Raises SshError."""
        host, port = self._address
        known = load_key(self._host_key)
        name = host if port == paramiko.config.SSH_PORT else f"[{host}]:{port}"
        client.get_host_keys().add(name, known.get_name(), known)
        own = load_key(self._client_key)
        client.set_missing_host_key_policy(paramiko.RejectPolicy())
        what = "Cannot reach the machine by SSH"
        began = time.monotonic()
        limit = max(left, 1.0)
        try:
            self._log_in(client, own, limit)
        except paramiko.BadHostKeyException as error:
            raise HostKeyChanged(
                what,
                "what answers there has another key than the machine",
                "Another program took its port over. Restart the machine: davit machine restart",
            ) from error
        except paramiko.AuthenticationException as error:
            raise AuthenticationFailed(
                what,
                "the guest does not accept the machine's key",
                "Restart the machine, which gives the guest its keys again: davit machine restart",
            ) from error
        except paramiko.SSHException as error:
            # The second is what paramiko says when the greeting took longer than `timeout`.
            if "banner" not in str(error) and "No existing session" not in str(error):
                raise Broken(what, str(error)) from error
            waited = time.monotonic() - began
            if waited >= min(_BANNER_LIMIT, limit) - 0.5:
                raise SlowBanner(what, f"it did not greet within {waited:.0f} s") from error
            raise Refused(what, "the guest's SSH server does not listen yet") from error
        except ConnectionRefusedError as error:
            raise Refused(what, f"nobody listens on {host}:{port}") from error
        except (OSError, EOFError) as error:
            raise Broken(what, str(error) or type(error).__name__) from error
        transport = client.get_transport()
        if transport is not None:
            transport.set_keepalive(_KEEPALIVE)
        return client

    def _log_in(self, client: paramiko.SSHClient, key: paramiko.PKey, limit: float) -> None:
        host, port = self._address
        connection = socket.create_connection(self._address, timeout=limit)
        try:
            # Requests of the shared folders are small and wait for each other.
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.connect(
                host,
                port,
                sock=connection,
                username=self._user,
                pkey=key,
                allow_agent=False,
                look_for_keys=False,
                timeout=limit,
                banner_timeout=min(_BANNER_LIMIT, limit),
                auth_timeout=_HANDSHAKE_LIMIT,
                channel_timeout=_HANDSHAKE_LIMIT,
            )
        except BaseException:
            client.close()
            # A client that had not begun to use it does not close it.
            connection.close()
            raise


def load_key(path: Path) -> paramiko.PKey:
    """A private Ed25519 key in OpenSSH's format. Raises SshError."""
    try:
        return paramiko.Ed25519Key.from_private_key_file(str(path))
    except (OSError, paramiko.SSHException, ValueError) as error:
        raise AuthenticationFailed(
            f"Cannot read the key {path}",
            str(error),
            "Delete the file; a new one is made with the next start.",
        ) from error


def _is_active(client: paramiko.SSHClient) -> bool:
    transport = client.get_transport()
    return transport is not None and transport.is_active()


def _start(
    client: paramiko.SSHClient, command: str | None, terminal: tuple[str, int, int] | None
) -> paramiko.Channel:
    transport = client.get_transport()
    if transport is None:
        raise EOFError
    channel = transport.open_session(timeout=_HANDSHAKE_LIMIT)
    try:
        if terminal is not None:
            kind, columns, rows = terminal
            channel.get_pty(kind, columns, rows)
        if command is None:
            channel.invoke_shell()
        else:
            channel.exec_command(command)
    except BaseException:
        channel.close()
        raise
    return channel


def _communicate(channel: paramiko.Channel, input: bytes) -> Result:
    """Feed and read a command to its end; blocking."""
    errors = bytearray()
    helpers = [threading.Thread(target=_collect, args=(channel.recv_stderr, errors), daemon=True)]
    if input:
        helpers.append(threading.Thread(target=_feed, args=(channel, input), daemon=True))
    else:
        channel.shutdown_write()
    for helper in helpers:
        helper.start()
    output = bytearray()
    _collect(channel.recv, output)
    if len(output) >= _MOST_OUTPUT or len(errors) >= _MOST_OUTPUT:
        channel.close()
    for helper in helpers:
        helper.join()
    return Result(status=channel.recv_exit_status(), stdout=bytes(output), stderr=bytes(errors))


def _collect(receive: Callable[[int], bytes], into: bytearray) -> None:
    with contextlib.suppress(OSError, EOFError):
        while len(into) < _MOST_OUTPUT and (piece := receive(_PIECE)):
            into += piece


def _feed(channel: paramiko.Channel, input: bytes) -> None:
    # A command that does not read all of it has its reasons, and says them by its exit status.
    with contextlib.suppress(OSError, EOFError):
        channel.sendall(input)
        channel.shutdown_write()


async def _finished(work: Callable[[], T], interrupt: Callable[[], Any]) -> T:
    """Run blocking work in a thread; when cancelled, interrupt it and wait for it to end."""
    future = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        await asyncio.to_thread(interrupt)
        await asyncio.wait([future])
        if not future.cancelled():
            future.exception()
        raise
