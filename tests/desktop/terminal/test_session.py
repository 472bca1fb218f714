"""What is typed reaches the program, also what is typed before it is there."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from davit_desktop.terminal.programs import Size
from davit_desktop.terminal.session import State, TerminalSession


class Stream:
    """What a program reads and writes; `said` ends it with None."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.heard = bytearray()

    async def frames(self) -> AsyncGenerator[tuple[str, bytes]]:
        while (data := await self.said.get()) is not None:
            yield "stdout", data

    async def write(self, data: bytes) -> None:
        self.heard += data

    async def aclose(self) -> None:
        self.said.put_nowait(None)


class Shell:
    """A shell that opens when it is let, and may turn out not to be there."""

    interactive = True
    command = "docker exec"

    def __init__(self, name: str, *, there: bool = True) -> None:
        self.name = name
        self.stream = Stream()
        self.may_open = asyncio.Event()
        self.there = there

    async def before(self) -> bytes:
        return b""

    async def open(self, size: Size) -> Any:
        await self.may_open.wait()
        return self.stream

    async def resize(self, size: Size) -> None:
        return

    async def ended(self) -> int | None:
        return 0 if self.there else 127

    async def hang_up(self) -> None:
        return


async def test_what_is_typed_before_the_program_is_there_is_sent_to_it(until: Any) -> None:
    shell = Shell("sh")
    terminal = TerminalSession([shell], lambda program: None)
    task = asyncio.create_task(terminal.run())
    await until(lambda: terminal.state is State.STARTING)
    terminal.send(b"ls\r")
    shell.may_open.set()
    await until(lambda: terminal.open)
    terminal.send(b"pwd\r")
    await until(lambda: shell.stream.heard == b"ls\rpwd\r")
    shell.stream.said.put_nowait(b"/ # ")
    shell.stream.said.put_nowait(None)
    await task
    terminal.send(b"lost\r")
    assert shell.stream.heard == b"ls\rpwd\r"


async def test_what_was_typed_to_a_shell_that_is_not_there_is_sent_to_the_next(until: Any) -> None:
    absent, shell = Shell("bash", there=False), Shell("sh")
    terminal = TerminalSession([absent, shell], lambda program: None)
    task = asyncio.create_task(terminal.run())
    await until(lambda: terminal.state is State.STARTING)
    terminal.send(b"ls\r")
    absent.may_open.set()
    await until(lambda: absent.stream.heard)
    absent.stream.said.put_nowait(
        b"OCI runtime exec failed: exec failed: executable file `bash` not found in $PATH"
    )
    shell.may_open.set()
    await until(lambda: shell.stream.heard)
    assert shell.stream.heard == b"ls\r"
    shell.stream.said.put_nowait(None)
    await task
