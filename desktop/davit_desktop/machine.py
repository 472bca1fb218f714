"""Which engine this computer uses: one that was named, the system's own, or the machine's.

The rule is `decide`; `choose` gathers what it needs, and `wake` starts the machine where that is
the answer. The window and the command line both come through here.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from davit_desktop.client import docker_context, transport
from davit_desktop.client.engine import DEFAULT_HOST
from davit_desktop.client.errors import ClientError, InvalidHost
from davit_desktop.translation import tr

if TYPE_CHECKING:
    from davit_vm import Machine

NATIVE_SOCKET = Path(DEFAULT_HOST.removeprefix("unix://"))


class Kind(StrEnum):
    """What sort of answer it is."""

    NAMED = "named"
    """By a flag, the environment or a docker context."""
    NATIVE = "native"
    """The engine that runs on this computer itself."""
    MACHINE = "machine"
    """The engine in the machine; it may have to be started."""
    NONE = "none"
    """Neither is there yet."""


class Native(StrEnum):
    """How it stands with the socket of the system's own engine, for this user."""

    USABLE = "usable"
    FORBIDDEN = "forbidden"
    SILENT = "silent"
    """The socket is there, and nothing listens."""
    MISSING = "missing"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Where the engine is; without one, the sentences that say so and what to do."""

    kind: Kind
    host: str
    """As DOCKER_HOST has it. Of NONE: where the system's own engine would be."""
    certificates: str = ""
    """Folder with ca.pem, cert.pem and key.pem; empty without TLS."""
    why: str = ""
    hint: str = ""


class NoEngine(ClientError):
    """There is no engine on this computer; the message says what to do."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(f"{choice.why} {choice.hint}")
        self.choice = choice


class MachineFailed(ClientError):
    """The machine did not start; the message says why and what to try."""


def decide(named: Choice | None, native: Native, machine: str) -> Choice:
    """The rule; `machine` is the endpoint of the machine that exists, else empty."""
    if named is not None:
        return named
    if native is Native.USABLE:
        return Choice(kind=Kind.NATIVE, host=DEFAULT_HOST)
    if machine:
        return Choice(kind=Kind.MACHINE, host=machine)
    match native:
        case Native.FORBIDDEN:
            why = tr("This user may not use the engine at {socket}.").format(socket=NATIVE_SOCKET)
            hint = tr(
                "Join its group and log in again: sudo usermod -aG davit $USER. "
                "Or run an engine of your own in a machine: davit machine start"
            )
        case Native.SILENT:
            why = tr("The engine at {socket} does not run.").format(socket=NATIVE_SOCKET)
            hint = tr(
                "Start it: sudo systemctl start davit-engine. "
                "Or run one in a machine: davit machine start"
            )
        case _:
            why = tr("There is no engine on this computer yet.")
            hint = tr("Start one in a machine of its own: davit machine start")
    return Choice(kind=Kind.NONE, host=DEFAULT_HOST, why=why, hint=hint)


def named_engine(flag: str | None, environ: Mapping[str, str]) -> Choice | None:
    """What the person asked for, in docker's order. Raises InvalidHost, ConfigFailed."""
    if flag:
        return Choice(kind=Kind.NAMED, host=flag)
    if host := environ.get("DAVIT_HOST") or environ.get("DOCKER_HOST"):
        certificates = transport.certificates_from_environment()
        return Choice(kind=Kind.NAMED, host=host, certificates=certificates)
    name = environ.get("DOCKER_CONTEXT") or docker_context.DEFAULT
    if name == docker_context.DEFAULT:
        return None
    context = docker_context.find(name)
    if context is None or not context.host:
        wrong = (
            tr('The docker context "{name}", which DOCKER_CONTEXT asks for, does not exist.')
            if context is None
            else tr('The docker context "{name}", which DOCKER_CONTEXT asks for, names no engine.')
        ).format(name=name)
        way = tr("Unset DOCKER_CONTEXT, or choose one of: docker context ls")
        raise InvalidHost(f"{wrong} {way}")
    return Choice(kind=Kind.NAMED, host=context.host, certificates=context.certificates)


def native_state(path: Path = NATIVE_SOCKET) -> Native:
    """Knocks at the socket; a Unix socket answers, or refuses, at once."""
    if not hasattr(socket, "AF_UNIX"):
        return Native.MISSING
    with socket.socket(socket.AF_UNIX) as knock:
        knock.settimeout(1)
        try:
            knock.connect(str(path))
        except PermissionError:
            return Native.FORBIDDEN
        except ConnectionRefusedError:
            return Native.SILENT
        except TimeoutError:
            return Native.USABLE  # so busy that its queue is full
        except OSError:
            return Native.MISSING
        return Native.USABLE


async def choose(flag: str | None, environ: Mapping[str, str] = os.environ) -> Choice:
    """The engine to use now. The machine is looked at only where it can be the answer.

    DAVIT_ENGINE=native or machine leaves the other one out.
    """
    named = named_engine(flag, environ)
    if named is not None:
        return decide(named, Native.MISSING, "")
    wanted = environ.get("DAVIT_ENGINE", "")
    native = Native.MISSING if wanted == Kind.MACHINE else native_state()
    needed = native is not Native.USABLE and wanted != Kind.NATIVE
    return decide(None, native, await _existing_machine() if needed else "")


async def wake(choice: Choice, say: Callable[[str], None]) -> None:
    """Starts the machine where `choice` leads into it and it does not run; `say` tells so.

    Raises NoEngine where there is none, MachineFailed when it does not start.
    """
    if choice.kind is Kind.NONE:
        raise NoEngine(choice)
    if choice.kind is not Kind.MACHINE:
        return
    from davit_vm import MachineError, State

    machine = this_machine()
    try:
        state = (await machine.status()).state
        if state is State.PAUSED:
            raise MachineFailed(tr("The machine is paused. Go on with: davit machine resume"))
        if state is not State.READY:
            say(tr("Starting the machine…"))
            await machine.start()
    except MachineError as error:
        raise MachineFailed(f"{error}\n{error.hint}".rstrip()) from error


def this_machine() -> Machine:
    """The machine of this user."""
    from davit_vm import Machine

    return Machine()


async def _existing_machine() -> str:
    """Its endpoint; empty where none has been created."""
    machine = this_machine()
    exists = await asyncio.to_thread(machine.paths.settings.exists)
    return machine.endpoint if exists else ""
