"""`davit machine`: create, start, stop and look at the machine that the engine runs in."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Awaitable
from contextlib import aclosing
from pathlib import Path
from typing import Any

from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import machine_command, print_json, require_consent
from davit_desktop.cli.machine_settings import changed, settings_flags
from davit_desktop.cli.machine_text import (
    Stages,
    history_text,
    printable,
    problem_text,
    reclaimed_text,
    status_text,
)
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError
from davit_desktop.client.units import human_size
from davit_desktop.machine import this_machine
from davit_vm import Machine, MachineError, State, Status, format_size

_AT_ONCE = 0.5  # seconds; a machine that ran already has no stages to show
_EXPORTS = {
    "sh": "export DOCKER_HOST='{}'",
    "fish": "set -gx DOCKER_HOST '{}'",
    "powershell": "$Env:DOCKER_HOST = '{}'",
    "cmd": "set DOCKER_HOST={}",
}


@machine_command("create", "[OPTIONS]", "Create the machine without starting it")
@settings_flags
async def create(machine: Machine, words: list[str], json: bool, **flags: Any) -> None:
    config = changed(await machine.config(), flags)
    await machine.create(config)
    if json:
        print_json(await machine.status())
        return
    print(
        f"Created {machine.home}: {_count(config.cpus, 'CPU')}, "
        f"{format_size(config.memory)} of memory, "
        f"{format_size(config.disk)} of disk that grows as it is used"
    )
    print("Start it with: davit machine start")


@machine_command("start", "[OPTIONS]", "Start the machine, creating it first if need be")
async def start(machine: Machine, words: list[str], json: bool) -> None:
    await _brought_up(machine, machine.start(), json=json)


@machine_command("restart", "[OPTIONS]", "Stop the machine and start it again")
async def restart(machine: Machine, words: list[str], json: bool) -> None:
    await _brought_up(machine, machine.restart(), json=json)


@machine_command("stop", "[OPTIONS]", "Stop the containers and the machine")
async def stop(machine: Machine, words: list[str], json: bool) -> None:
    await machine.stop()
    if json:
        print_json(await machine.status())
    else:
        print("The machine has stopped.")


@machine_command("pause", "[OPTIONS]", "Freeze the machine as it is; it keeps its memory")
async def pause(machine: Machine, words: list[str], json: bool) -> None:
    await machine.pause()
    if json:
        print_json(await machine.status())
    else:
        print("The machine is paused. Go on with: davit machine resume")


@machine_command("resume", "[OPTIONS]", "Let a paused machine go on")
async def resume(machine: Machine, words: list[str], json: bool) -> None:
    await machine.resume()
    if json:
        print_json(await machine.status())
    else:
        print("The machine goes on.")


@machine_command("status", "[OPTIONS]", "Show the state of the machine")
async def status(machine: Machine, words: list[str], json: bool) -> None:
    found = await machine.status()
    if json:
        print_json(found)
    else:
        sys.stdout.write(status_text(found, time.time()))


@machine_command("history", "[OPTIONS]", "Show the past starts of the machine")
async def history(machine: Machine, words: list[str], json: bool) -> None:
    boots = await machine.history()
    if json:
        print_json(boots)
    else:
        sys.stdout.write(history_text(boots))


@machine_command("reclaim", "[OPTIONS]", "Give unused disk and memory back to this computer")
async def reclaim(machine: Machine, words: list[str], json: bool) -> None:
    reclaimed = await machine.reclaim()
    if json:
        print_json(reclaimed)
    else:
        print(reclaimed_text(reclaimed))


@machine_command(
    "upgrade", "[OPTIONS] [IMAGE_FOLDER]", "Start with a newer guest image", words=(0, 1)
)
async def upgrade(machine: Machine, words: list[str], json: bool) -> None:
    before = (await machine.status()).image
    image = Path(words[0]) if words else None
    await _brought_up(machine, machine.upgrade(image), json=json)
    if not json:
        after = (await machine.status()).image
        print(f"The guest image is {after}" + (f", before {before}" if before != after else ""))


@machine_command("repair", "[OPTIONS]", "Check the file system of the data disk and mend it")
async def repair(machine: Machine, words: list[str], json: bool) -> None:
    said = await machine.repair()
    if json:
        print_json({"output": said})
    else:
        print(printable(said).rstrip())


@machine_command("reset", "[OPTIONS]", "Delete all containers, images and volumes")
@option("force", "f", help="Do not ask")
async def reset(machine: Machine, words: list[str], json: bool, force: bool) -> None:
    found = await machine.status()
    if found.state is State.ABSENT:
        raise MachineError(
            "There is nothing to reset", "no machine has been created", "davit machine create"
        )
    lost = await _what_goes(machine, found)
    require_consent(
        f"This deletes, for good, {lost}.\nSettings and the guest image stay.\nDelete all of it?",
        f"davit machine reset would delete {lost}. To do so without being asked: --force",
        given=force,
    )
    await machine.reset()
    if json:
        print_json(await machine.status())
    else:
        print("The machine is as new. Start it with: davit machine start")


@machine_command("env", "[OPTIONS]", "Print the line that makes Docker's tools use the machine")
@option("shell", metavar="string", help="sh, fish, powershell or cmd (default: of this system)")
async def env(machine: Machine, words: list[str], json: bool, shell: str) -> None:
    if json:
        print_json({"DOCKER_HOST": machine.endpoint})
        return
    shell = shell or ("powershell" if os.name == "nt" else "sh")
    if shell not in _EXPORTS:
        raise CommandFailed(f"{shell!r} is no shell known here. Use one of: {', '.join(_EXPORTS)}")
    print(_EXPORTS[shell].format(machine.endpoint))


@command(
    "shell",
    "[COMMAND] [ARG...]",
    "Open a shell in the machine, or run a command there",
    words=(0, None),
    interspersed=False,
    connects=False,
)
async def shell(words: list[str]) -> None:
    try:
        code = await this_machine().shell(words)
    except MachineError as error:
        raise CommandFailed(problem_text(error.problem)) from error
    if code:
        raise CommandFailed(code=code)


async def _brought_up(machine: Machine, verb: Awaitable[None], *, json: bool) -> None:
    """Runs what ends with a ready machine, its stages on show."""
    began = time.monotonic()
    shown = Stages(terminal=sys.stdout.isatty())
    watcher = None if json else asyncio.create_task(_show_stages(machine, shown))
    try:
        await verb
    except asyncio.CancelledError:
        print(
            f"{shown.end()}The machine goes on starting. To stop it: davit machine stop",
            file=sys.stderr,
        )
        raise
    finally:
        if watcher is not None:
            watcher.cancel()
            await asyncio.gather(watcher, return_exceptions=True)
            sys.stdout.write(shown.end())
            sys.stdout.flush()
    found = await machine.status()
    if json:
        print_json(found)
        return
    if watcher is not None and time.monotonic() - began >= _AT_ONCE:
        sys.stdout.write(shown.text(found) + shown.end())
    through = f" ({found.accelerator})" if found.accelerator else ""
    print(f"The machine is ready after {time.monotonic() - began:.1f} s{through}.")
    print(f"Use it with: export DOCKER_HOST='{machine.endpoint}'")


async def _show_stages(machine: Machine, shown: Stages) -> None:
    while True:
        async with aclosing(machine.events()) as events:
            async for event in events:
                if event.status is not None and event.status.state is State.STARTING:
                    sys.stdout.write(shown.text(event.status))
                    sys.stdout.flush()
        await asyncio.sleep(0.1)  # the supervisor ended; a restart brings the next one


async def _what_goes(machine: Machine, found: Status) -> str:
    """What a reset deletes, as exactly as can be told now."""
    size = ""
    if found.resources.disk_on_host is not None:
        size = f" ({human_size(found.resources.disk_on_host)} on this computer)"
    everything = f"all containers, images and volumes in {machine.home}{size}"
    if found.state is not State.READY:
        return everything
    try:
        async with asyncio.timeout(10), EngineClient(machine.endpoint) as client:
            containers = await client.containers(all=True)
            images = await client.images()
            volumes = await client.volumes()
    except (ClientError, TimeoutError):
        return everything
    running = sum(container.state == "running" for container in containers)
    counts = [
        _count(len(containers), "container") + (f" ({running} running)" if running else ""),
        _count(len(images), "image"),
        _count(len(volumes), "volume"),
    ]
    return f"{counts[0]}, {counts[1]} and {counts[2]}{size}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
