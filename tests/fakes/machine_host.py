"""The host's side of the channel, played by a test: ports that really forward, and folders."""

import asyncio
import contextlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):
    """What the host answers instead of doing it."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class MachineHost:
    """Listens on a Unix socket where an engine expects its virtio-serial port."""

    def __init__(self, path: Path, guest_ip: str = "127.0.0.1") -> None:
        self.path = path
        self.asked: list[Json] = []
        """Every request, in order."""
        self.ports: dict[tuple[str, str, int], Json] = {}
        """Open ports, by protocol, address and port."""
        self.taken: dict[int, str] = {}
        """Ports of the host that others have, and who."""
        self.folders: dict[str, str] = {}
        """Shared folders: path of the host to path in the machine."""
        self.clock_ahead_ns = 0
        """By how much the host's clock is ahead of this machine's."""
        self.silent = False
        """Whether to answer nothing."""
        self.answers: Callable[[Json], Json | None] | None = None
        """What to answer instead of the usual; None for the usual."""
        self._guest_ip = guest_ip
        self._server: asyncio.Server | None = None
        self._guests: set[asyncio.StreamWriter] = set()
        self._forwards: dict[tuple[str, str, int], asyncio.Server] = {}
        self._next = 40000

    async def start(self, *, hello: bool = True) -> None:
        self._hello = hello
        self._server = await asyncio.start_unix_server(self._serve, str(self.path), limit=1 << 17)

    async def stop(self) -> None:
        """Go away, with all that was open."""
        if self._server is None:
            return
        self._server.close()
        self._server = None
        for writer in tuple(self._guests):
            writer.close()
        await self._keep(set())
        self.path.unlink(missing_ok=True)

    def tell(self, **message: Any) -> None:
        self.say(json.dumps(message).encode() + b"\n")

    def say(self, data: bytes) -> None:
        for writer in self._guests:
            writer.write(data)

    @property
    def connected(self) -> bool:
        return bool(self._guests)

    def methods(self) -> list[str]:
        return [request["method"] for request in self.asked]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._guests.add(writer)
        if self._hello:
            self.tell(event="hello", version=1)
        collected: set[tuple[str, str, int]] = set()
        try:
            while line := await reader.readline():
                if not line.strip():
                    continue
                assert len(line) <= 65536
                request = json.loads(line)
                self.asked.append(request)
                if self.silent:
                    continue
                answer = self.answers(request) if self.answers else None
                if answer is None:
                    try:
                        answer = {"result": await self._do(request, collected)}
                    except Refusal as error:
                        answer = {"error": {"kind": error.kind, "message": str(error)}}
                writer.write(json.dumps({"id": request["id"], **answer}).encode() + b"\n")
        except ConnectionError:
            pass
        finally:
            self._guests.discard(writer)
            writer.close()

    async def _do(self, request: Json, collected: set[tuple[str, str, int]]) -> Json:
        params = request["params"]
        match request["method"]:
            case "publish":
                return await self._open(params)
            case "unpublish":
                key = (params["protocol"], params["host_ip"], params["host_port"])
                await self._keep(set(self.ports) - {key})
                return {}
            case "republish":
                restored: list[Json] = []
                for wish in params["ports"]:
                    collected.add((wish["protocol"], wish["host_ip"], wish["host_port"]))
                if not params.get("more"):
                    await self._keep(set(collected))
                    collected.clear()
                for wish in params["ports"]:
                    try:
                        restored.append(await self._open(wish))
                    except Refusal as error:
                        restored.append({"error": {"kind": error.kind, "message": str(error)}})
                return {"ports": restored}
            case "share":
                path = params["path"]
                if path not in self.folders:
                    raise Refusal(
                        "not-shared",
                        f"{path} is not shared with the machine. Share it: davit machine set "
                        f"--share {path}",
                    )
                return {"guest_path": self.folders[path]}
            case "clock":
                return {"unix_ns": time.time_ns() + self.clock_ahead_ns}
        raise Refusal("invalid", f"no method {request['method']}")

    async def _open(self, wish: Json) -> Json:
        protocol, host_ip, port = wish["protocol"], wish["host_ip"], wish["host_port"]
        if port in self.taken:
            raise Refusal("taken", f"{host_ip}:{port} is in use by {self.taken[port]}")
        if not port:
            port, self._next = self._next, self._next + 1
        key = (protocol, host_ip, port)
        if key in self.ports and self.ports[key]["container"] != wish["container"]:
            raise Refusal("taken", f"{host_ip}:{port} is in use by davit")
        if protocol == "tcp" and key not in self._forwards:
            self._forwards[key] = await asyncio.start_server(
                lambda reader, writer: self._carry(key, reader, writer), host_ip, port
            )
        self.ports[key] = {**wish, "host_port": port}
        return {"host_ip": host_ip, "host_port": port}

    async def _keep(self, keys: set[tuple[str, str, int]]) -> None:
        for key in set(self.ports) - keys:
            del self.ports[key]
            server = self._forwards.pop(key, None)
            if server is not None:
                server.close()

    async def _carry(
        self,
        key: tuple[str, str, int],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        with contextlib.suppress(OSError):
            inner_reader, inner_writer = await asyncio.open_connection(
                self._guest_ip, self.ports[key]["guest_port"]
            )
            await asyncio.gather(_pump(reader, inner_writer), _pump(inner_reader, writer))
            inner_writer.close()
        writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
