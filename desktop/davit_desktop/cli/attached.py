"""Commands that join a running process: attach, exec, start."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.cli.terminal import (
    check_tty,
    following_size,
    forwarding_signals,
    join,
    read_keys,
    window_size,
)
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError
from davit_desktop.client.run_command import environment
from davit_desktop.client.run_spec import RunSpecError, Surroundings
from davit_desktop.client.types import Json

_KEYS = option(
    "detach-keys", metavar="string", help="Override the key sequence for detaching a container"
)


def surroundings() -> Surroundings:
    """This process's, for flags that refer to them."""
    return Surroundings(
        environ=dict(os.environ),
        directory=str(Path.cwd()),
        read_text=lambda path: Path(path).read_text(encoding="utf-8"),
    )


@command(
    "attach",
    "[OPTIONS] CONTAINER",
    "Attach local standard input, output, and error streams to a running container",
    words=(1, 1),
)
@_KEYS
@option("no-stdin", help="Do not attach STDIN")
@option(
    "sig-proxy",
    default=True,
    help="Proxy all received signals to the process (default true)",
)
async def attach(
    client: EngineClient, words: list[str], detach_keys: str, no_stdin: bool, sig_proxy: bool
) -> None:
    found = await client.inspect_container(words[0])
    state = found.get("State") or {}
    if not state.get("Running"):
        raise CommandFailed("cannot attach to a stopped container, start it first")
    if state.get("Paused"):
        raise CommandFailed("cannot attach to a paused container, unpause it first")
    if state.get("Restarting"):
        raise CommandFailed("cannot attach to a restarting container, wait until it is running")
    id, tty = str(found["Id"]), bool(found["Config"].get("Tty"))
    stdin = not no_stdin and bool(found["Config"].get("OpenStdin"))
    check_tty(stdin=stdin, tty=tty)
    read_keys(detach_keys)
    async with (
        await client.wait(id) as pending,
        await client.attach(id, stdin=stdin, detach_keys=detach_keys, tty=tty) as stream,
        forwarding_signals(lambda name: client.kill(id, name), wanted=sig_proxy and not tty),
        following_size(lambda h, w: client.resize(id, h, w), wanted=tty) as resize,
    ):
        size = window_size() if tty else None
        if size is not None:
            # Only a change makes a shell draw its prompt again for whoever has just come.
            await client.resize(id, size[0] + 1, size[1] + 1)
        resize()
        if await join(stream, stdin=stdin, tty=tty, detach_keys=detach_keys):
            raise CommandFailed("read escape sequence")
        raise CommandFailed(code=(await pending.status()).status_code)


@command(
    "exec",
    "[OPTIONS] CONTAINER COMMAND [ARG...]",
    "Execute a command in a running container",
    words=(2, None),
    interspersed=False,
)
@option("detach", "d", help="Detached mode: run command in the background")
@_KEYS
@option("env", "e", metavar="list", help="Set environment variables")
@option("env-file", metavar="list", help="Read in a file of environment variables")
@option("interactive", "i", help="Keep STDIN open even if not attached")
@option("privileged", help="Give extended privileges to the command")
@option("tty", "t", help="Allocate a pseudo-TTY")
@option("user", "u", metavar="string", help='Username or UID (format: "<name|uid>[:<group|gid>]")')
@option("workdir", "w", metavar="string", help="Working directory inside the container")
async def exec_(
    client: EngineClient,
    words: list[str],
    detach: bool,
    detach_keys: str,
    env: list[str],
    env_file: list[str],
    interactive: bool,
    privileged: bool,
    tty: bool,
    user: str,
    workdir: str,
) -> None:
    container, *argv = words
    try:
        variables = environment(env, env_file, surroundings())
    except RunSpecError as error:
        raise CommandFailed(str(error)) from error
    body: Json = {
        "AttachStdin": interactive and not detach,
        "AttachStdout": not detach,
        "AttachStderr": not detach,
        "Cmd": argv,
        "Env": variables,
        "Privileged": privileged,
        "Tty": tty,
        "User": user,
        "WorkingDir": workdir,
    }
    if detach_keys:
        read_keys(detach_keys)
        body["DetachKeys"] = detach_keys
    size = window_size() if tty and not detach else None
    if size is not None:
        body["ConsoleSize"] = list(size)
    # Before anything else, so that a container that is not there is reported first.
    await client.inspect_container(container)
    if not detach:
        check_tty(stdin=interactive, tty=tty)
    id = await client.exec_create(container, body)
    if detach:
        await client.exec_start_detached(id, tty=tty)
        return
    async with (
        await client.exec_start(id, tty=tty, console_size=size) as stream,
        following_size(lambda h, w: client.exec_resize(id, h, w), wanted=tty) as resize,
    ):
        resize()
        if await join(stream, stdin=interactive, tty=tty, detach_keys=detach_keys):
            raise CommandFailed("read escape sequence")
    code = (await client.exec_inspect(id)).get("ExitCode")
    raise CommandFailed(code=int(code or 0))


@command(
    "start",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Start one or more stopped containers",
    words=(1, None),
)
@option("attach", "a", help="Attach STDOUT/STDERR and forward signals")
@_KEYS
@option("interactive", "i", help="Attach container's STDIN")
async def start(
    client: EngineClient, words: list[str], attach: bool, detach_keys: str, interactive: bool
) -> None:
    if attach or interactive:
        if len(words) > 1:
            raise CommandFailed("you cannot start and attach multiple containers at once")
        await _start_attached(client, words[0], interactive, detach_keys)
        return
    failed: list[str] = []
    for name in words:
        try:
            await client.start(name)
        except ApiError as error:
            print(worded(error), file=sys.stderr)
            failed.append(name)
        else:
            print(name, flush=True)
    if failed:
        raise CommandFailed(f"Error: failed to start containers: {', '.join(failed)}")


async def _start_attached(
    client: EngineClient, name: str, interactive: bool, detach_keys: str
) -> None:
    found = await client.inspect_container(name)
    config = found["Config"]
    id, tty = str(found["Id"]), bool(config.get("Tty"))
    stdin = interactive and bool(config.get("OpenStdin"))
    check_tty(stdin=stdin, tty=tty)
    read_keys(detach_keys)
    removed = bool((found.get("HostConfig") or {}).get("AutoRemove"))
    async with (
        await client.attach(id, stdin=stdin, detach_keys=detach_keys, tty=tty) as stream,
        await client.wait(id, "removed" if removed else "next-exit") as pending,
        forwarding_signals(lambda name: client.kill(id, name), wanted=not tty),
        following_size(lambda h, w: client.resize(id, h, w), wanted=tty) as resize,
    ):
        await client.start(id)
        resize()
        if await join(stream, stdin=stdin, tty=tty, detach_keys=detach_keys):
            return
        raise CommandFailed(code=(await pending.status()).status_code)
