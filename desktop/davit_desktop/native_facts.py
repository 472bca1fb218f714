"""What this computer has for an engine of its own: gathered for the welcome's checks."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import psutil

from davit_desktop import engine_service
from davit_desktop.client import docker_context
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.machine import NATIVE_SOCKET, Native, native_state, this_machine
from davit_desktop.session import Phase, Session
from davit_desktop.state.native_checks import DockerCommand, Facts
from davit_vm.status import Remedy

_DEFAULT_SOCKET = "unix:///var/run/docker.sock"
_UNIX = "unix://"


def gather(session: Session, environ: Mapping[str, str] = os.environ) -> Facts:
    """Blocks for moments on the disk: call it in a thread."""
    connection, info = session.connection, session.info
    local = connection.host.startswith(_UNIX)
    online = connection.phase is Phase.ONLINE
    socket = Path(connection.host.removeprefix(_UNIX))
    forbidden = local and not online and native_state(socket) is Native.FORBIDDEN
    root = str(info.get("DockerRootDir") or "") if online else ""
    return Facts(
        host=connection.host,
        engine=connection.engine if online else "",
        reason=connection.reason,
        hint=connection.hint,
        local=local,
        forbidden=forbidden,
        join=this_machine().group_remedy("davit") if forbidden else None,
        start=_start() if socket == NATIVE_SOCKET and not (online or forbidden) else None,
        root=root,
        disk_free=_free(Path(root)) if local and root else None,
        memory=psutil.virtual_memory().total if local else None,
        warnings=tuple(str(warning) for warning in info.get("Warnings") or ()) if online else (),
        docker=docker_command(connection.host, environ),
    )


def _start() -> Remedy | None:
    """The engine's system service, where there is one."""
    words = engine_service.command()
    if not words:
        return None
    return Remedy(kind="start", subject="davit-engine", command=tuple(words[1:]))  # without pkexec


def docker_command(engine: str, environ: Mapping[str, str]) -> DockerCommand:
    """Where docker goes now, as itself would decide."""
    if shutil.which("docker") is None:
        return DockerCommand()
    by = "DOCKER_HOST"
    host = environ.get(by, "")
    if not host:
        try:
            by = environ.get("DOCKER_CONTEXT") or docker_context.current()
            context = docker_context.find(by) if by else None
        except ConfigFailed:
            by, context = "", None
        host = context.host if context is not None else "" if by else _DEFAULT_SOCKET
    return DockerCommand(
        installed=True, host=host, by=by, here=_same(host, engine), answers=_answers(host)
    )


def _same(one: str, other: str) -> bool:
    """Whether two addresses are of one socket, links followed."""
    if not (one.startswith(_UNIX) and other.startswith(_UNIX)):
        return one == other
    return os.path.realpath(one.removeprefix(_UNIX)) == os.path.realpath(other.removeprefix(_UNIX))


def _answers(host: str) -> bool:
    if not host.startswith(_UNIX):
        return bool(host)  # another computer's, which is not asked
    return native_state(Path(host.removeprefix(_UNIX))) is Native.USABLE


def _free(folder: Path) -> int | None:
    """Of the disk that holds it, seen from as near as this user may go."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except OSError:
            continue
    return None
