"""A QEMU without a guest: its questions, its monitor, its forwards, its character devices.

`install` puts it under QEMU's name into a folder. It takes the command lines that davit_vm makes
and is held to the real program by `promises/test_qemu_monitor.py`. A script in the environment
variable DAVIT_FAKE_QEMU plays the guest:

    {"console": [[0.1, "davit-beacon: kernel"], …], "ignores_power": false, "exit": [0.5, 1, "oh"],
     "carry": {"2375": 40000}}

`carry` lets connections to a forward of that port of the guest reach a port of the host.
"""

import asyncio
import json
import os
import shutil
import socket
import struct
import sys
import time
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

SCRIPT_VARIABLE = "DAVIT_FAKE_QEMU"
VERSION = "7.2.22 (Davit 1:0)"
_PROGRAM = f"""#!/bin/sh
# What is asked of QEMU before each start is answered without a Python.
case "$*" in
    --version) echo "QEMU emulator version {VERSION}"; echo "Copyright (c) nobody" ;;
    "-accel help") echo "Accelerators supported in QEMU binary:"; echo tcg ;;
    "-device help") echo 'name "virtio-9p-pci", bus PCI, alias "virtio-9p"' ;;
    *" -bios "*) printf dav ;;
    *) exec {sys.executable} -I -S {Path(__file__).resolve()} "$@" ;;
esac
"""


def install(folder: Path, architecture: str = "x86_64") -> Path:
    """The program; the real qemu-img lies beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / f"qemu-system-{architecture}"
    program.write_text(_PROGRAM)
    program.chmod(0o755)
    tool = shutil.which("qemu-img")
    if tool and not (folder / "qemu-img").exists():
        (folder / "qemu-img").symlink_to(tool)
    return program


class FakeQemu:
    def __init__(self, arguments: list[str]) -> None:
        self.options = list(zip(arguments, [*arguments[1:], ""], strict=True))
        self.status = "prelaunch" if "-S" in arguments else "running"
        self.forwards: dict[tuple[str, str, int], tuple[socket.socket, int]] = {}
        self.clients: set[asyncio.StreamWriter] = set()
        self.consoles: set[asyncio.StreamWriter] = set()
        self.ended = asyncio.Event()
        self.carriers: set[asyncio.Task[None]] = set()
        self.one_monitor = asyncio.Lock()
        self.exit_status = 0
        self.log: Path | None = None
        self.script: dict[str, Any] = json.loads(os.environ.get(SCRIPT_VARIABLE, "{}"))

    def values(self, option: str) -> list[str]:
        return [value for name, value in self.options if name == option]

    async def run(self) -> int:
        for value in self.values("-pidfile"):
            Path(value).write_text(f"{os.getpid()}\n")
        for value in self.values("-netdev"):
            for part in value.split(","):
                if part.startswith("hostfwd="):
                    answer = self.add(part.removeprefix("hostfwd="))
                    if answer:
                        print(f"{sys.argv[0]}: -netdev {value}: {answer}", file=sys.stderr)
                        return 1
        servers = [await self.listen(value) for value in self.values("-chardev")]
        async with asyncio.TaskGroup() as group:
            playing = group.create_task(self.play())
            await self.ended.wait()
            playing.cancel()
        await asyncio.sleep(0)
        for server in servers:
            server.close()
        return self.exit_status

    async def listen(self, value: str) -> asyncio.Server:
        properties = dict(
            part.split("=", 1) for part in value.replace(",,", "\0").split(",") if "=" in part
        )
        path = Path(properties["path"].replace("\0", ","))
        path.unlink(missing_ok=True)
        if "logfile" in properties:
            self.log = Path(properties["logfile"].replace("\0", ","))
        serve = {"qmp0": self.monitor, "serial0": self.console}.get(properties["id"], self.silent)
        return await asyncio.start_unix_server(serve, path)

    async def play(self) -> None:
        if "reset_once" in self.script:
            delay, mark = self.script["reset_once"]
            await asyncio.sleep(delay)
            if not Path(mark).exists():
                Path(mark).touch()
                self.end("guest-reset", guest=True)
        for delay, line in self.script.get("console", []):
            await asyncio.sleep(delay)
            self.print(line)
        if "exit" in self.script:
            delay, status, words = self.script["exit"]
            await asyncio.sleep(delay)
            print(words, file=sys.stderr)
            self.exit_status = status
            self.ended.set()

    def print(self, line: str) -> None:
        data = line.encode() + b"\r\n"
        if self.log:
            with self.log.open("ab") as file:
                file.write(data)
        for writer in self.consoles:
            writer.write(data)

    async def console(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.consoles.add(writer)
        while await reader.read(1024):
            pass
        self.consoles.discard(writer)
        writer.close()

    async def silent(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(1024):
            pass
        writer.close()

    async def monitor(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with self.one_monitor:
            await self.serve(reader, writer)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        version = {"qemu": {"major": 7, "minor": 2, "micro": 22}, "package": "Davit"}
        writer.write(_line({"QMP": {"version": version, "capabilities": []}}))
        ready = False
        try:
            async for request in _requests(reader):
                if request["execute"] == "qmp_capabilities":
                    ready = True
                    self.clients.add(writer)
                    answer: Any = {}
                elif not ready:
                    answer = _error("CommandNotFound", "Expecting capabilities negotiation")
                else:
                    answer = self.execute(request["execute"], request.get("arguments", {}))
                if not (isinstance(answer, dict) and "error" in answer):
                    answer = {"return": answer}
                if "id" in request:
                    answer["id"] = request["id"]
                writer.write(_line(answer))
                await writer.drain()
                if request["execute"] == "quit":
                    self.end("host-qmp-quit", guest=False)
        except ConnectionError:
            pass
        finally:
            self.clients.discard(writer)
            writer.close()

    def execute(self, command: str, arguments: dict[str, Any]) -> Any:
        match command:
            case "query-status":
                running = self.status == "running"
                return {"status": self.status, "running": running, "singlestep": False}
            case "cont":
                if self.status != "running":
                    self.status = "running"
                    self.event("RESUME")
            case "stop":
                if self.status == "running":
                    self.event("STOP")
                self.status = "paused"
            case "system_powerdown":
                self.event("POWERDOWN")
                if self.status == "running" and not self.script.get("ignores_power"):
                    self.end("guest-shutdown", guest=True)
            case "quit" | "balloon":
                pass
            case "block_resize":
                self.resize(arguments["size"])
            case "qom-set":
                pass
            case "qom-get":
                keys = ("stat-total-memory", "stat-available-memory", "stat-free-memory")
                return {"stats": dict.fromkeys(keys, 2**64 - 1), "last-update": 0}
            case "human-monitor-command":
                return self.human(arguments["command-line"])
            case _:
                return _error("CommandNotFound", f"The command {command} has not been found")
        return {}

    def human(self, line: str) -> str:
        words = line.split()
        match words:
            case ["info", "usernet"]:
                return self.usernet()
            case ["hostfwd_add", "net0", rule]:
                answer = self.add(rule)
                return answer + "\r\n" if answer else ""
            case ["hostfwd_remove", "net0", address]:
                protocol, host, port = address.split(":")
                found = self.forwards.pop((protocol, host, int(port)), None)
                if found is None:
                    return f"host forwarding rule for {address} not found\r\n"
                found[0].close()
                return f"host forwarding rule for {address} removed\r\n"
        return f"unknown command: '{words[0]}'\r\n"

    def add(self, rule: str) -> str:
        protocol, host, ports, guest_port = rule.split(":")
        port = int(ports.partition("-")[0])
        kind = socket.SOCK_STREAM if protocol == "tcp" else socket.SOCK_DGRAM
        listener = socket.socket(socket.AF_INET, kind)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, port))
            if protocol == "tcp":
                listener.listen(1)
        except OSError:
            listener.close()
            return f"Could not set up host forwarding rule '{rule}'"
        chosen = listener.getsockname()[1]
        self.forwards[protocol, host, chosen if port == 0 else port] = (listener, int(guest_port))
        target = self.script.get("carry", {}).get(guest_port)
        if target:
            self.keep(self.accept(listener, target))
        return ""

    def keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.carriers.add(task)
        task.add_done_callback(self.carriers.discard)

    async def accept(self, listener: socket.socket, target: int) -> None:
        listener.setblocking(False)
        while True:
            connection, _ = await asyncio.get_running_loop().sock_accept(listener)
            self.keep(self.carry(connection, target))

    async def carry(self, connection: socket.socket, target: int) -> None:
        ours = await asyncio.open_connection(sock=connection)
        try:
            theirs = await asyncio.open_connection("127.0.0.1", target)
        except OSError:
            ours[1].close()
            return
        await asyncio.gather(_pump(ours[0], theirs[1]), _pump(theirs[0], ours[1]))

    def usernet(self) -> str:
        lines = ["Hub -1 (net0):"]
        lines.append(
            "  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ"
        )
        for (protocol, host, port), (listener, guest_port) in self.forwards.items():
            address = "*" if host == "0.0.0.0" else host
            state = f"{protocol.upper()}[HOST_FORWARD] {listener.fileno():>3}"
            lines.append(f"  {state} {address:>15} {port:>5}       10.0.2.15 {guest_port:>5} 0 0")
        return "\r\n".join(lines) + "\r\n"

    def resize(self, size: int) -> None:
        for value in self.values("-blockdev"):
            node = json.loads(value)
            if node["node-name"] == "data0":
                with Path(node["file"]["filename"]).open("rb+") as disk:
                    disk.seek(24)
                    disk.write(struct.pack(">Q", size))

    def event(self, name: str, data: dict[str, Any] | None = None) -> None:
        now = time.time()
        stamp = {"seconds": int(now), "microseconds": int(now % 1 * 1e6)}
        message: dict[str, Any] = {"event": name, "timestamp": stamp}
        if data is not None:
            message["data"] = data
        for writer in self.clients:
            writer.write(_line(message))

    def end(self, reason: str, *, guest: bool) -> None:
        self.event("SHUTDOWN", {"guest": guest, "reason": reason})
        self.ended.set()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def _requests(reader: asyncio.StreamReader) -> AsyncIterator[dict[str, Any]]:
    """JSON objects one after the other; nothing need be between them."""
    decoder = json.JSONDecoder()
    buffer = ""
    while chunk := await reader.read(4096):
        buffer = (buffer + chunk.decode()).lstrip()
        while buffer:
            try:
                request, end = decoder.raw_decode(buffer)
            except json.JSONDecodeError:
                break
            buffer = buffer[end:].lstrip()
            yield request


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\r\n"


def _error(kind: str, words: str) -> dict[str, Any]:
    return {"error": {"class": kind, "desc": words}}


if __name__ == "__main__":
    sys.exit(asyncio.run(FakeQemu(sys.argv[1:]).run()))
