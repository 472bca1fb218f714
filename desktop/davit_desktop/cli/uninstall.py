"""`davit uninstall`: takes Davit off this computer where the system has no installer for it."""

from __future__ import annotations

import os

from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import require_consent
from davit_desktop.machine import this_machine
from davit_desktop.uninstall import Belongings, gather, remove
from davit_desktop.updates.release import shipped
from davit_vm import MachineError, State


@command("uninstall", "[OPTIONS]", "Take Davit off this computer", connects=False)
@option("purge", help="Delete containers, images, volumes and settings as well")
@option("force", "f", help="Do not ask")
async def uninstall(words: list[str], purge: bool, force: bool) -> None:
    if os.name == "nt":
        raise CommandFailed("Uninstall Davit in Windows' settings, under Apps.")
    machine = this_machine()
    found = gather(shipped(), machine.home)
    state = (await machine.status()).state
    lines = _lines(found, runs=state not in (State.ABSENT, State.STOPPED), purge=purge)
    if not lines:
        print("There is nothing of Davit to remove.")
        _tell_rest(found)
        return
    listing = "\n".join(f"  {line}" for line in lines)
    kept = "" if purge or not found.data else "Containers, images, volumes and settings stay.\n"
    require_consent(
        f"This will:\n{listing}\n{kept}Go on?",
        f"davit uninstall would:\n{listing}\n{kept}To do so without being asked: --force",
        given=force,
    )
    try:
        await machine.quit()
    except MachineError as error:
        raise CommandFailed(f"{error}\n{error.hint}\nNothing was removed.") from error
    remove(found, purge=purge, say=print)
    _tell_rest(found)


def _tell_rest(found: Belongings) -> None:
    if found.rest:
        print(f"The packages are the system's. Remove them with: {found.rest}")
    elif not found.programs:
        print("The program itself was not put here by a release, and stays.")


def _lines(found: Belongings, *, runs: bool, purge: bool) -> list[str]:
    lines = []
    if found.windows:
        lines.append("close Davit's window")
    if runs:
        lines.append("stop the machine and all containers in it")
    if found.autostart:
        lines.append("no longer start Davit at login")
    if found.context:
        lines.append("remove docker's context davit")
    lines += [f"delete {path}" for path in (*found.links, *found.programs)]
    if purge:
        lines += [f"delete {path} for good" for path in found.data]
    return lines
