"""Whether a port of this computer is free, and who holds it when it is not."""

import errno
import os
import socket
from collections.abc import Iterable, Mapping

import msgspec
import psutil

from davit_desktop.translation import tr

LOOPBACK = "127.0.0.1"
_EVERYWHERE = ("", "0.0.0.0", "::")
_HIGHEST = 65_535


class Port(msgspec.Struct, frozen=True):
    """A port of this computer; an empty `address` is all of its addresses."""

    number: int
    protocol: str = "tcp"
    address: str = LOOPBACK


class Published(msgspec.Struct, frozen=True):
    """A port that a container holds, as the engine says."""

    port: Port
    container: str


def conflict(port: Port, published: Iterable[Published]) -> str:
    """Why a port cannot be published, in words; empty when it can.

    `published` are the ports of running containers: the engine may forward them without a
    listener of its own that this computer could see.
    """
    return taken(port, published, holder(port)) if not is_free(port, published) else ""


def is_free(port: Port, published: Iterable[Published]) -> bool:
    """Whether it can be published; quick enough for every key that is typed."""
    return not any(_clash(port, held.port) for held in published) and not _refusal(port)


def taken(port: Port, published: Iterable[Published], held_by: str) -> str:
    """The words for a port that is not free; `held_by` is the answer of `holder`."""
    for held in published:
        if _clash(port, held.port):
            return tr("Port {port} is in use by container {name}").format(
                port=port.number, name=held.container
            )
    if _refusal(port) == errno.EACCES:
        return tr("Windows keeps port {port} for itself").format(port=port.number)
    if held_by:
        return tr("Port {port} is in use by {program}").format(port=port.number, program=held_by)
    return tr("Port {port} is in use").format(port=port.number)


def propose(
    container_port: int,
    protocol: str,
    published: Iterable[Published],
    *,
    taken: Iterable[int] = (),
    address: str = LOOPBACK,
) -> int:
    """A free port of this computer for a port of a container: the same one, or a readable other.

    80 becomes 8080 and 443 becomes 8443; the next free one above is taken where that is in use.
    """
    held = tuple(published)
    avoided = set(taken)
    first = container_port if container_port >= 1024 else container_port + 8000
    for number in range(first, min(first + 500, _HIGHEST + 1)):
        port = Port(number, protocol, address)
        if number not in avoided and is_free(port, held):
            return number
    return 0


def _clash(first: Port, second: Port) -> bool:
    if (first.number, first.protocol) != (second.number, second.protocol):
        return False
    everywhere = first.address in _EVERYWHERE or second.address in _EVERYWHERE
    return everywhere or first.address == second.address


def _refusal(port: Port) -> int:
    """The error number for which a listener cannot be had, 0 when it can."""
    address = port.address or "0.0.0.0"
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    kind = {"tcp": socket.SOCK_STREAM, "udp": socket.SOCK_DGRAM}.get(port.protocol)
    if kind is None:
        return 0  # SCTP: only the engine can tell
    # Anything else, such as a port that only root may use, is for the engine to say.
    told = (errno.EADDRINUSE, errno.EACCES) if os.name == "nt" else (errno.EADDRINUSE,)
    try:
        with socket.socket(family, kind) as probe:
            if os.name == "posix" and kind == socket.SOCK_STREAM:
                # A connection that has ended keeps its port for a while, but not from listeners.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port.number))
            if kind == socket.SOCK_STREAM:
                probe.listen(1)
    except OSError as error:
        return error.errno if error.errno is not None and error.errno in told else 0
    return 0


def holder(port: Port) -> str:
    """ "nginx (pid 123)", as far as this user may know. Slow where many programs run."""
    kind = "udp" if port.protocol == "udp" else "tcp"
    try:
        connections = psutil.net_connections(kind)
    except (psutil.Error, OSError):
        return ""
    for connection in connections:
        listens = connection.status in (psutil.CONN_LISTEN, psutil.CONN_NONE)
        if not connection.laddr or connection.laddr.port != port.number or not listens:
            continue
        held = Port(port.number, port.protocol, connection.laddr.ip)
        if _clash(port, held):
            if not connection.pid:
                return tr("a program of another user")
            return _process_name(connection.pid)
    return ""


def _process_name(pid: int) -> str:
    try:
        return tr("{program} (pid {pid})").format(program=psutil.Process(pid).name(), pid=pid)
    except psutil.Error:
        return tr("the process with pid {pid}").format(pid=pid)


def published_by(containers: Mapping[str, Iterable[tuple[str, int, str]]]) -> list[Published]:
    """From names of containers to the (address, port, protocol) each of them holds."""
    return [
        Published(Port(number, protocol, address), name)
        for name, ports in containers.items()
        for address, number, protocol in ports
    ]
