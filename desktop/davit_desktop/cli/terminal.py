"""Joins this terminal to a container: keys in, output out, window size and signals across."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import BinaryIO

from davit_desktop.cli.detach import DEFAULT_KEYS, DetachFilter, parse_keys
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.engine import HijackedStream
from davit_desktop.client.errors import ClientError, ConnectionLost
from davit_desktop.client.streams import Stream

Resize = Callable[[int, int], Awaitable[None]]  # rows, columns

_CHUNK = 32 * 1024
_FORWARDED = ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCONT")


def check_tty(*, stdin: bool, tty: bool) -> None:
    """Raises CommandFailed where a terminal is asked for and stdin is none."""
    if stdin and tty and not sys.stdin.isatty():
        raise CommandFailed("the input device is not a TTY")


def read_keys(text: str) -> bytes:
    """The detach keys a flag names, or the usual ones."""
    try:
        return parse_keys(text or DEFAULT_KEYS)
    except ValueError as error:
        raise CommandFailed(f"invalid detach keys: {error}") from error


def window_size() -> tuple[int, int] | None:
    """Rows and columns, or None without a terminal."""
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return size.lines, size.columns


@contextmanager
def raw_terminal(*, wanted: bool) -> Iterator[None]:
    """Passes every key on untouched while inside; does nothing when stdin is no terminal."""
    if not wanted or not sys.stdin.isatty():
        yield
        return
    import termios
    import tty

    fd = sys.stdin.fileno()
    before = termios.tcgetattr(fd)
    try:
        tty.setraw(fd, termios.TCSANOW)
        yield
    finally:
        termios.tcsetattr(fd, termios.TCSANOW, before)


async def join(stream: HijackedStream, *, stdin: bool, tty: bool, detach_keys: str = "") -> bool:
    """Carries bytes until the container's output ends; True when the person detached first.

    Only what arrives is shown, at once; stdin is read only if asked.
    """
    keys = read_keys(detach_keys)
    with raw_terminal(wanted=stdin and tty):
        output = asyncio.create_task(_show(stream))
        tasks: set[asyncio.Task[bool]] = {output}
        if stdin:
            tasks.add(asyncio.create_task(_type(stream, DetachFilter(keys) if tty else None)))
        try:
            while True:
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    detached = task.result()
                    if task is output:
                        return False
                    if detached:
                        return True
                tasks -= done
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _show(stream: HijackedStream) -> bool:
    async for source, data in stream.frames():
        target: BinaryIO = sys.stderr.buffer if source is Stream.STDERR else sys.stdout.buffer
        target.write(data)
        target.flush()
    return False


async def _type(stream: HijackedStream, keys: DetachFilter | None) -> bool:
    try:
        async for typed in stdin_chunks():
            sent = keys.feed(typed) if keys else typed
            if sent:
                await stream.write(sent)
            if keys and keys.detached:
                return True
        stream.close_write()
    except ConnectionLost:
        return False  # the container reads no more; its output is still to be shown
    return False


async def stdin_chunks() -> AsyncIterator[bytes]:
    """Bytes of stdin as they come, without a thread that could outlive the command."""
    fd = sys.stdin.fileno()
    while True:
        await _readable(fd)
        try:
            chunk = os.read(fd, _CHUNK)
        except BlockingIOError:
            continue
        except OSError:
            return  # the terminal has gone away
        if not chunk:
            return
        yield chunk


async def _readable(fd: int) -> None:
    loop = asyncio.get_running_loop()
    ready = loop.create_future()

    def tell() -> None:
        # At once, since the loop would tell again before the bytes have been read, and a second
        # read would block everything.
        loop.remove_reader(fd)
        if not ready.done():
            ready.set_result(None)

    try:
        loop.add_reader(fd, tell)
    except PermissionError:
        # A file, /dev/null: always ready, and epoll refuses them.
        await asyncio.sleep(0)
        return
    try:
        await ready
    finally:
        loop.remove_reader(fd)


@asynccontextmanager
async def following_size(resize: Resize, *, wanted: bool) -> AsyncIterator[Callable[[], None]]:
    """Keeps the far terminal as large as this one; yields what tells it the size once more."""
    changed = asyncio.Event()
    if not wanted or window_size() is None:
        yield lambda: None
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGWINCH, changed.set)
    task = asyncio.create_task(_tell_size(resize, changed))
    try:
        yield changed.set
    finally:
        loop.remove_signal_handler(signal.SIGWINCH)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _tell_size(resize: Resize, changed: asyncio.Event) -> None:
    while True:
        await changed.wait()
        changed.clear()
        # A process that has only just been asked for may not have its terminal yet.
        for attempt in range(10):
            size = window_size()
            if size is None:
                break
            try:
                await resize(*size)
                break
            except ClientError:
                await asyncio.sleep(0.01 * (attempt + 1))


@asynccontextmanager
async def forwarding_signals(
    kill: Callable[[str], Awaitable[None]], *, wanted: bool
) -> AsyncIterator[None]:
    """Passes this process's signals on to the container while inside."""
    if not wanted:
        yield
        return
    loop = asyncio.get_running_loop()
    arrived: asyncio.Queue[str] = asyncio.Queue()
    numbers = [getattr(signal, name) for name in _FORWARDED if hasattr(signal, name)]
    for number in numbers:
        loop.add_signal_handler(number, arrived.put_nowait, signal.Signals(number).name)
    task = asyncio.create_task(_forward(kill, arrived))
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _forward(kill: Callable[[str], Awaitable[None]], arrived: asyncio.Queue[str]) -> None:
    while True:
        name = await arrived.get()
        try:
            await kill(name.removeprefix("SIG"))
        except ClientError as error:
            print(f"failed to forward {name}: {error}", file=sys.stderr)
