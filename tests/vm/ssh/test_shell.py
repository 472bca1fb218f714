"""A command of the guest on this terminal, from a process of its own."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time

import davit_vm

PROGRAM = """
import asyncio, sys
from pathlib import Path
from davit_vm.ssh.session import Session
from davit_vm.ssh.shell import interactive

async def main():
    port, client, host, *command = sys.argv[1:]
    async with Session(
        ("127.0.0.1", int(port)), client_key=Path(client), host_key=Path(host)
    ) as session:
        return await interactive(session, command)

sys.exit(asyncio.run(main()))
"""


def _command(server, keys, *command: str) -> list[str]:
    port = str(server.address[1])
    return [sys.executable, "-c", PROGRAM, port, str(keys.client), str(keys.host), *command]


def _environment() -> dict[str, str]:
    (package,) = davit_vm.__path__
    return {**os.environ, "PYTHONPATH": os.path.dirname(package)}  # noqa: PTH120


def test_pipes_are_carried_and_the_status_returned(server, keys) -> None:
    done = subprocess.run(
        _command(server, keys, "sh", "-c", "cat; echo 'it''s' >&2; exit 7"),
        input=b"in" * 100_000,
        capture_output=True,
        env=_environment(),
        timeout=60,
        check=False,
    )
    assert done.stdout == b"in" * 100_000
    assert done.stderr == b"its\n"
    assert done.returncode == 7
    assert server.terminals == []


def test_a_terminal_has_its_size_and_follows_changes(server, keys) -> None:
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    before = termios.tcgetattr(there)
    process = subprocess.Popen(
        _command(server, keys),
        stdin=there,
        stdout=there,
        stderr=there,
        env=_environment(),
        start_new_session=True,
    )
    try:
        _wait(lambda: server.terminals == [(100, 40)])
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        _wait(lambda: server.terminals == [(100, 40), (120, 50)])
        os.write(here, b"echo typed\nexit 5\n")
        shown = b""
        while b"typed" not in shown:
            assert select.select([here], [], [], 20)[0]
            shown += os.read(here, 4096)
        assert process.wait(20) == 5
        assert termios.tcgetattr(there) == before
    finally:
        process.kill()
        process.wait()
        os.close(here)
        os.close(there)


def _wait(condition) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
