"""A shell or a command of the guest on the terminal of whoever calls."""

import asyncio
import contextlib
import ctypes
import importlib
import os
import shlex
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Any, Final

import paramiko

from davit_vm.ssh.session import Session

_LOOK_AT_SIZE: Final = 0.25
_PIECE: Final = 32 * 1024
_STD_INPUT_HANDLE: Final = -10
_STD_OUTPUT_HANDLE: Final = -11
_ENABLE_VIRTUAL_TERMINAL_INPUT: Final = 0x200
_ENABLE_PROCESSED_OUTPUT: Final = 0x1
_ENABLE_VIRTUAL_TERMINAL_PROCESSING: Final = 0x4


async def interactive(session: Session, command: Sequence[str] = ()) -> int:
    """Run a command, or the log-in shell when it is empty; returns its exit status.

    With a terminal on standard input the command gets one too, of the same kind and size, and every
    key goes to it. Raises SshError.
    """
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    size = _size()
    terminal = (os.environ.get("TERM", "xterm-256color"), *size) if on_terminal else None
    channel = await session.open_channel(
        shlex.join(command) if command else None, terminal=terminal
    )
    try:
        with _raw_terminal() if on_terminal else contextlib.nullcontext():
            return await asyncio.to_thread(_carry, channel, size if on_terminal else None)
    finally:
        channel.close()


def _carry(channel: paramiko.Channel, shown: tuple[int, int] | None) -> int:
    """`shown` is the size that the command's terminal has, if it has one."""
    # They end with the process: a read of the terminal cannot be called off on every system.
    threading.Thread(target=_send_input, args=(channel,), daemon=True).start()
    errors = threading.Thread(target=_pass_on_errors, args=(channel,), daemon=True)
    errors.start()
    channel.settimeout(_LOOK_AT_SIZE)
    output = sys.stdout.fileno()
    while True:
        try:
            piece = channel.recv(_PIECE)
        except TimeoutError:
            if shown is not None and (now := _size()) != shown:
                shown = now
                with contextlib.suppress(paramiko.SSHException):
                    channel.resize_pty(*shown)
            continue
        if not piece:
            break
        _write(output, piece)
    channel.settimeout(None)
    errors.join()
    status: int = channel.recv_exit_status()
    return status


def _send_input(channel: paramiko.Channel) -> None:
    source = sys.stdin.fileno()
    with contextlib.suppress(OSError, EOFError):
        while piece := os.read(source, _PIECE):
            while piece:
                # The limit is there for reading; a command may take its time to take its input.
                with contextlib.suppress(TimeoutError):
                    piece = piece[channel.send(piece) :]
        channel.shutdown_write()


def _pass_on_errors(channel: paramiko.Channel) -> None:
    target = sys.stderr.fileno()
    while True:
        try:
            piece = channel.recv_stderr(_PIECE)
        except TimeoutError:
            continue
        except (OSError, EOFError):
            return
        if not piece:
            return
        _write(target, piece)


def _write(target: int, piece: bytes) -> None:
    while piece:
        piece = piece[os.write(target, piece) :]


def _size() -> tuple[int, int]:
    """Columns and rows."""
    with contextlib.suppress(OSError, ValueError):
        size = os.get_terminal_size(sys.stdin.fileno() if os.name == "posix" else 1)
        return (size.columns or 80, size.lines or 24)
    return (80, 24)


def _raw_terminal() -> contextlib.AbstractContextManager[None]:
    return _raw_posix() if os.name == "posix" else _raw_windows()


@contextlib.contextmanager
def _raw_posix() -> Iterator[None]:
    termios: Any = importlib.import_module("termios")
    tty: Any = importlib.import_module("tty")
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setraw(terminal)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


@contextlib.contextmanager
def _raw_windows() -> Iterator[None]:
    """Keys as escape sequences and unprocessed; escape sequences of the guest drawn."""
    kernel32 = vars(ctypes)["WinDLL"]("kernel32")
    kernel32.GetStdHandle.restype = ctypes.c_void_p
    wanted = {
        _STD_INPUT_HANDLE: _ENABLE_VIRTUAL_TERMINAL_INPUT,
        _STD_OUTPUT_HANDLE: _ENABLE_PROCESSED_OUTPUT | _ENABLE_VIRTUAL_TERMINAL_PROCESSING,
    }
    before: list[tuple[ctypes.c_void_p, int]] = []
    try:
        for which, mode in wanted.items():
            handle = ctypes.c_void_p(kernel32.GetStdHandle(which))
            former = ctypes.c_uint32()
            if kernel32.GetConsoleMode(handle, ctypes.byref(former)):
                before.append((handle, former.value))
                kernel32.SetConsoleMode(handle, mode)
        yield
    finally:
        for handle, mode in before:
            kernel32.SetConsoleMode(handle, mode)
