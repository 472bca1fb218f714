"""`davit run` and `davit create`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from davit_desktop.cli.attached import surroundings
from davit_desktop.cli.command import Command
from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.cli.pulling import pull_with_progress
from davit_desktop.cli.terminal import (
    check_tty,
    following_size,
    forwarding_signals,
    join,
    read_keys,
)
from davit_desktop.client.engine import EngineClient, PendingExit
from davit_desktop.client.errors import ApiError, ClientError, NotFound
from davit_desktop.client.flags import Flag, FlagError, scan
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_body import create_body
from davit_desktop.client.run_command import spec_from
from davit_desktop.client.run_flags import FLAGS
from davit_desktop.client.run_spec import RunSpec, RunSpecError

_HELP = Flag("help")
_USAGE = "[OPTIONS] IMAGE [COMMAND] [ARG...]"


class _RunCommand(Command):
    """Reads its flags by the table of run_flags."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            given, words = scan(args, [*FLAGS, _HELP])
            if any(item.flag is _HELP for item in given):
                click.echo(self.get_help(ctx))
                ctx.exit(0)
            self._check_words(ctx, len(words))
            spec = spec_from(given, words, surroundings())
        except FlagError as error:
            raise CommandFailed(f"{error}\n\n{self._how(ctx)}", 125) from error
        except RunSpecError as error:
            raise failed(error, self.name or "run") from error
        ctx.params = {"spec": spec}
        return []


def _command(
    name: str, summary: str, function: Callable[..., Coroutine[Any, Any, None]]
) -> Command:
    function.davit_options = [(flag, flag.name, None) for flag in FLAGS]  # type: ignore[attr-defined]
    return _RunCommand(name, _USAGE, summary, function, (1, None), False, True)


def failed(error: Exception, verb: str, code: int = 125) -> CommandFailed:
    """A failure before there was a process, as docker words it."""
    text = worded(error) if isinstance(error, ClientError) else str(error)
    return CommandFailed(f"davit: {text}\n\nRun 'davit {verb} --help' for more information", code)


def start_code(message: str) -> int:
    """The exit code a shell would give for a command that could not be started."""
    missing = (
        "executable file not found",
        "no such file or directory",
        "system cannot find the file specified",
    )
    forbidden = ("permission denied", "not a directory", "is a directory")
    if any(part in message.lower() for part in missing):
        return 127
    if any(part in message.lower() for part in forbidden):
        return 126
    return 125


async def _create(client: EngineClient, spec: RunSpec) -> None:
    print(await created(client, spec))


async def created(client: EngineClient, spec: RunSpec) -> str:
    """Creates the container, pulling its image as `spec.pull` says; gives its id."""
    cidfile = Path(spec.cidfile) if spec.cidfile else None
    if cidfile is not None and cidfile.exists():
        raise CommandFailed(
            "container ID file found, make sure the other container isn't running "
            f"or delete {spec.cidfile}"
        )
    image = _tagged(spec.image)
    body = create_body(spec)
    if spec.pull == "always":
        await pull_with_progress(client, image, spec.platform, quiet=spec.quiet)
    try:
        made = await client.create_container(body, spec.name, spec.platform)
    except NotFound as error:
        if spec.pull != "missing" or not _is_about_image(error):
            raise
        if not spec.quiet:
            print(f"Unable to find image '{image}' locally", file=sys.stderr)
        await pull_with_progress(client, image, spec.platform, quiet=spec.quiet)
        made = await client.create_container(body, spec.name, spec.platform)
    for warning in made.warnings:
        print(f"WARNING: {warning}", file=sys.stderr)
    if cidfile is not None:
        cidfile.write_text(made.id, encoding="utf-8")
    return made.id


def _tagged(image: str) -> str:
    try:
        return parse_reference(image).tagged().familiar()
    except InvalidReference:
        return image  # an id, or something for the engine to refuse


def _is_about_image(error: NotFound) -> bool:
    return "no such image" in error.message.lower()


async def _run(client: EngineClient, spec: RunSpec) -> None:
    attached = spec.attached
    stdin = "stdin" in attached
    if not spec.detach:
        check_tty(stdin=stdin, tty=spec.tty)
    read_keys(spec.detach_keys)
    try:
        id = await created(client, spec)
    except (ClientError, CommandFailed) as error:
        raise failed(error, "run") from error
    if spec.detach:
        await _started(client, id, spec)
        print(id)
        return
    if not attached:
        await _started(client, id, spec)
        return
    await _attached_run(client, id, spec)


async def _attached_run(client: EngineClient, id: str, spec: RunSpec) -> None:
    attached, stdin = spec.attached, "stdin" in spec.attached
    proxied = spec.sig_proxy and not spec.tty
    async with (
        # In this order, so that neither a first byte nor a quick end is missed.
        await client.attach(
            id,
            stdin=stdin,
            stdout="stdout" in attached,
            stderr="stderr" in attached,
            detach_keys=spec.detach_keys,
            tty=spec.tty,
        ) as stream,
        await client.wait(id, "removed" if spec.rm else "next-exit") as pending,
        forwarding_signals(lambda name: client.kill(id, name), wanted=proxied),
        following_size(lambda h, w: client.resize(id, h, w), wanted=spec.tty) as resize,
    ):
        await _started(client, id, spec, pending)
        resize()
        if await join(stream, stdin=stdin, tty=spec.tty, detach_keys=spec.detach_keys):
            return
        status = await pending.status()
    if status.error.message:
        print(status.error.message, file=sys.stderr)
    raise CommandFailed(code=status.status_code)


async def _started(
    client: EngineClient, id: str, spec: RunSpec, pending: PendingExit | None = None
) -> None:
    try:
        await client.start(id)
    except ApiError as error:
        if spec.rm and pending is not None:
            await pending.status()  # the engine removes what could not start; let it finish
        raise failed(error, "run", start_code(error.message)) from error


run = _command("run", "Create and run a new container from an image", _run)
create = _command("create", "Create a new container", _create)
