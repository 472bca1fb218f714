"""Start the engine's system service, where the system has one and asks for the password itself."""

import asyncio
import shutil
from pathlib import Path

from davit_desktop.client.errors import ClientError
from davit_desktop.translation import tr

_UNITS = ("/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system")
_UNIT = "davit-engine.service"


class CannotStart(ClientError):
    """The service did not start; the message is systemd's or polkit's."""


def command() -> list[str]:
    """What starts the engine with a password dialog; empty where there is no such way."""
    pkexec, systemctl = shutil.which("pkexec"), shutil.which("systemctl")
    installed = any((Path(folder) / _UNIT).exists() for folder in _UNITS)
    if not (pkexec and systemctl and installed):
        return []
    return [pkexec, systemctl, "start", _UNIT]


async def start() -> None:
    """Start it and wait for systemd's answer. Raises CannotStart."""
    words = command()
    if not words:
        raise CannotStart(tr("There is no davit-engine service on this computer"))
    process = await asyncio.create_subprocess_exec(
        *words, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    if process.returncode:
        raise CannotStart(said.decode(errors="replace").strip() or tr("The service did not start"))
