"""`davit machine export`, `import` and `diagnose`: the machine's contents and health as files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from davit_desktop.cli.command import option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import machine_command, print_json, require_consent
from davit_desktop.cli.machine_text import checks_text
from davit_desktop.client.units import human_size
from davit_desktop.machine import Native, native_state
from davit_vm import Machine, MachineError, State

_STILL = (State.STOPPED, State.FAILED, State.ABSENT)
_BUNDLE = "diagnosis.tar.gz"


@machine_command(
    "export",
    "[OPTIONS] FILE",
    "Write all containers, images and volumes, and the settings, to a file",
    words=(1, 1),
)
@option("stop", help="Stop the machine for it without being asked, and start it again")
async def export(machine: Machine, words: list[str], json: bool, stop: bool) -> None:
    path = Path(words[0])
    if path.exists():
        raise CommandFailed(f"{path} exists already. Choose another name, or remove it first.")
    say = _silent if json else print
    if (await machine.status()).state is State.ABSENT and native_state() is Native.USABLE:
        raise CommandFailed(
            "There is no machine here: containers run in this computer's own engine. Move its "
            "images with davit save and davit load, and its volumes with Export on the window's "
            "Volumes page."
        )
    ran = await _stopped(machine, say, given=stop)
    try:
        say("Copying the disk…")
        await machine.export(path, _percent(json))
    finally:
        if ran:
            say("Starting the machine…")
            await machine.start()
    size = path.stat().st_size
    if json:
        print_json({"file": str(path.absolute()), "bytes": size})
    else:
        print(f"Wrote {path} ({human_size(size)})")


@machine_command(
    "import",
    "[OPTIONS] FILE",
    "Replace all containers, images and volumes by those of an exported file",
    words=(1, 1),
)
@option("force", "f", help="Do not ask")
async def import_(machine: Machine, words: list[str], json: bool, force: bool) -> None:
    say = _silent if json else print
    found = await machine.status()
    if found.state is not State.ABSENT:
        require_consent(
            "This deletes all containers, images and volumes of the machine and puts those of "
            f"{words[0]} in their place. Go on?",
            "davit machine import would delete all containers, images and volumes that are there. "
            "To do so without being asked: --force",
            given=force,
        )
        if found.state not in _STILL:
            say("Stopping the machine…")
            await machine.stop()
    say("Copying the disk…")
    await machine.import_(Path(words[0]), _percent(json))
    if json:
        print_json(await machine.status())
    else:
        print("Imported. Start the machine with: davit machine start")


@machine_command(
    "diagnose", "[OPTIONS]", "Check everything the machine needs, and write a report to a file"
)
@option("bundle", "o", metavar="string", help=f"File of the report (default {_BUNDLE} in its home)")
@option("no-bundle", help="Write no report")
async def diagnose(
    machine: Machine, words: list[str], json: bool, bundle: str, no_bundle: bool
) -> None:
    checks = await machine.diagnose()
    path = Path(bundle) if bundle else machine.home / _BUNDLE
    wanted = not no_bundle and (bundle or machine.home.is_dir())
    if wanted:
        await machine.write_bundle(path)
    if json:
        print_json({"checks": checks, "bundle": str(path.absolute()) if wanted else None})
    else:
        sys.stdout.write(checks_text(checks))
        if wanted:
            print(
                f"\nThe report is {path.absolute()} ({human_size(path.stat().st_size)}). "
                "It stays on this computer; keys, passwords and tokens are left out."
            )
    if any(check.ok is False for check in checks):
        raise CommandFailed


def _silent(_: str) -> None:
    """Says nothing: the output is JSON."""


async def _stopped(machine: Machine, say: Callable[[str], None], *, given: bool) -> bool:
    """Stops the machine if the person agrees; whether it ran before."""
    state = (await machine.status()).state
    if state is State.ABSENT:
        raise MachineError("There is nothing to export", "no machine has been created")
    if state in _STILL:
        return False
    require_consent(
        "The machine must stop meanwhile, and its containers with it. Stop it now?",
        f"The machine is {state}, and only a stopped one can be exported. "
        "To let it be stopped and started again: --stop",
        given=given,
    )
    say("Stopping the machine…")
    await machine.stop()
    return True


def _percent(json: bool) -> Callable[[float], None] | None:
    """A line that counts, on a terminal."""
    if json or not sys.stderr.isatty():
        return None
    shown = [-1]

    def tell(part: float) -> None:
        percent = int(part * 100)
        if percent != shown[0]:
            shown[0] = percent
            end = "\n" if percent == 100 else ""
            print(f"\r{percent:3} %", end=end, file=sys.stderr, flush=True)

    return tell
