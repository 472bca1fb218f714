"""Run by Davit's Python on Windows: the machine's own pipe, in front of an engine at a TCP port.

Arguments: the pipe's address, the port. Says `ready`; ends with its standard input.
"""

import asyncio
import secrets
import sys

from davit_vm.endpoint.gate import GREETING, Gate, server_proof
from davit_vm.endpoint.relay import Endpoint

KEY = secrets.token_bytes(32)


async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
        target.write_eof()
    except OSError:
        target.close()


async def main(address: str, port: int) -> None:
    async def guest(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The guest's side of the gate, and the engine behind it."""
        nonce = secrets.token_bytes(32)
        writer.write(GREETING + nonce)
        proof = await reader.readexactly(64)
        writer.write(server_proof(KEY, nonce, proof[:32]))
        from_engine, to_engine = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(carry(reader, to_engine), carry(from_engine, writer))
        to_engine.close()
        writer.close()

    async def awake() -> None:
        pass

    server = await asyncio.start_server(guest, "127.0.0.1", 0)
    async with server, Gate(KEY) as gate:
        gate.lead_to(server.sockets[0].getsockname())
        async with Endpoint(address, gate, awake):
            print("ready", flush=True)
            await asyncio.to_thread(sys.stdin.read)


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
