"""Network namespaces that stand for containers, and sockets in them for their programs."""

import asyncio
import os
import socket
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import dnslib

from davit_engine.kernel import netlink, netns
from davit_engine.networks.network import EndpointAddress, EndpointRequest
from davit_engine.networks.service import Networks

T = TypeVar("T")
Start = Callable[..., "asyncio.Future[None]"]


def interfaces() -> set[str]:
    with netlink.Netlink() as link:
        return {found.name for found in link.links()}


def run(command: str) -> str:
    done = subprocess.run(command.split(), capture_output=True, text=True, check=True)
    return done.stdout


def ruleset() -> str:
    return run("nft list ruleset")


async def inside(namespace: Path, function: Callable[..., T], *args: object) -> T:
    """Call in a thread of its own that is in the namespace."""
    done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    loop = asyncio.get_running_loop()

    def call() -> None:
        descriptor = os.open(namespace, os.O_RDONLY)
        try:
            with netns.inside(descriptor):
                result = function(*args)
        except OSError as error:
            loop.call_soon_threadsafe(done.set_exception, error)
        else:
            loop.call_soon_threadsafe(done.set_result, result)
        finally:
            os.close(descriptor)

    thread = threading.Thread(target=call)
    thread.start()
    try:
        return await done
    finally:
        thread.join()


class Program:
    """Answers every connection with its name and the client's address."""

    def __init__(self, name: str, port: int) -> None:
        self._name = name
        self._socket = socket.create_server(("0.0.0.0", port))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, client = self._socket.accept()
            except OSError:
                return
            with connection:
                connection.sendall(f"{self._name} {client[0]}".encode())

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()


def fetch(address: str, port: int) -> str:
    with socket.create_connection((address, port), timeout=2) as connection:
        connection.settimeout(2)
        return connection.recv(100).decode()


def reachable(address: str, port: int, seconds: float = 5) -> bool:
    """Whether a connection is made; a packet that is dropped shows only as silence."""
    try:
        with socket.create_connection((address, port), timeout=seconds):
            return True
    except OSError:
        return False


async def join(
    networks: Networks, name: str, network: str = "bridge", **more: object
) -> tuple[Path, EndpointAddress]:
    path = await networks.namespace(name)
    return path, await connect(networks, path, name, network, **more)


async def connect(
    networks: Networks, path: Path, name: str, network: str, **more: object
) -> EndpointAddress:
    values: dict[str, object] = {"interface": "eth0", "dns_names": (name,)} | more
    return await networks.connect(
        EndpointRequest(
            container_id=name,
            container_name=name,
            network_id=network,
            **values,  # type: ignore[arg-type]
        ),
        path,
    )


def unreachable(address: str, port: int) -> bool:
    """Whether no connection is made soon."""
    return not reachable(address, port, 0.4)


def resolve(server: str, name: str) -> list[str]:
    question = dnslib.DNSRecord.question(name)
    record = dnslib.DNSRecord.parse(question.send(server, 53, timeout=5))
    return [str(found.rdata) for found in record.rr]
