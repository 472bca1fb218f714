"""`davit build`, `davit builder`."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from davit_desktop.cli.build_text import (
    LiveText,
    PlainText,
    failure_text,
    finding_text,
    place_text,
)
from davit_desktop.cli.command import Command, command, option
from davit_desktop.cli.each import confirmed
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.cli.progress import show
from davit_desktop.cli.times import iso_utc
from davit_desktop.client import build_context, credentials
from davit_desktop.client.build_context import BuildContext
from davit_desktop.client.build_events import event_of
from davit_desktop.client.build_flags import FLAGS, spec_from
from davit_desktop.client.build_secrets import read_secrets
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import Auth, EngineClient
from davit_desktop.client.errors import ConnectionLost, NotFound
from davit_desktop.client.flags import Flag, FlagError, Given, parse_bool, scan
from davit_desktop.client.units import human_duration, human_size
from davit_desktop.state.builds import Build, folded

_HELP = Flag("help")
_USAGE = "[OPTIONS] PATH | URL | -"
_PROGRESS = ("auto", "plain", "quiet", "rawjson", "tty")
_DRAW_EVERY = 0.1  # seconds


class _BuildCommand(Command):
    """Reads its flags by the table of build_flags."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            given, words = scan(args, [*FLAGS, _HELP], interspersed=True)
            if any(item.flag is _HELP for item in given):
                click.echo(self.get_help(ctx))
                ctx.exit(0)
            self._check_words(ctx, len(words))
            spec = spec_from(given, words[0], os.environ)
            how = _How(given)
        except FlagError as error:
            raise CommandFailed(f"{error}\n\n{self._how(ctx)}", 125) from error
        ctx.params = {"spec": spec, "how": how}
        return []


class _How:
    """What was said about the telling, not about the build."""

    def __init__(self, given: list[Given]) -> None:
        last = {item.flag.name: item for item in given}
        self.quiet = self.check = False
        for name in ("quiet", "check"):
            if item := last.get(name):
                setattr(self, name, parse_bool(item.flag, item.text))
        self.iidfile = last["iidfile"].text if "iidfile" in last else ""
        default = os.environ.get("BUILDKIT_PROGRESS", "") or "auto"
        self.progress = last["progress"].text if "progress" in last else default
        if self.progress not in _PROGRESS:
            known = ", ".join(_PROGRESS)
            raise FlagError(f"invalid progress {self.progress!r}: it is one of {known}")
        self.quiet = self.quiet or self.progress == "quiet"


def _command(function: Callable[..., Coroutine[Any, Any, None]]) -> Command:
    function.davit_options = [(flag, flag.name, None) for flag in FLAGS]  # type: ignore[attr-defined]
    summary = "Build an image from a Dockerfile"
    return _BuildCommand("build", _USAGE, summary, function, (1, 1), True, True)


async def _build(client: EngineClient, spec: BuildSpec, how: _How) -> None:
    iidfile = Path(how.iidfile) if how.iidfile else None
    if iidfile is not None:
        iidfile.unlink(missing_ok=True)
    context = await asyncio.to_thread(_context, spec)
    if how.check:
        await _check(client, spec, context)
        return
    logins = await asyncio.to_thread(_logins)
    try:
        await client.builds.known()
    except NotFound:
        if spec.secrets:
            raise CommandFailed(
                "--secret needs an engine of Davit, which this one is not"
            ) from None
        image = await _classic(client, spec, context, logins, how)
    else:
        image = await _told(client, spec, context, logins, how)
    if iidfile is not None:
        iidfile.write_text(image, encoding="ascii")
    if how.quiet:
        print(image)


def _context(spec: BuildSpec) -> BuildContext:
    if build_context.is_remote(spec.context) and not Path(spec.context).is_dir():
        return build_context.from_address(spec.context, spec.dockerfile)
    if spec.context == "-":
        if spec.dockerfile == "-":
            raise CommandFailed("invalid argument: can't use stdin for both build context "
                                "and dockerfile")  # fmt: skip
        return build_context.from_stream(sys.stdin.buffer, spec.dockerfile)
    if spec.dockerfile == "-":
        return build_context.from_folder(spec.context, text=sys.stdin.buffer.read())
    return build_context.from_folder(spec.context, spec.dockerfile)


def _logins() -> Mapping[str, Auth]:
    try:
        return credentials.everywhere()
    except ConfigFailed as error:
        print(f"WARNING: {error}", file=sys.stderr)
        return {}


async def _classic(
    client: EngineClient,
    spec: BuildSpec,
    context: BuildContext,
    logins: Mapping[str, Auth],
    how: _How,
) -> str:
    """With an engine that tells of builds only in Docker's words."""
    results = await show(client.builds.classic(spec, context, logins), sys.stderr, quiet=how.quiet)
    ids = [str(line.aux.get("ID") or "") for line in results if isinstance(line.aux, dict)]
    return next((id for id in reversed(ids) if id), "")


async def _told(
    client: EngineClient,
    spec: BuildSpec,
    context: BuildContext,
    logins: Mapping[str, Auth],
    how: _How,
) -> str:
    loan = ""
    if spec.secrets:
        loan = await client.builds.lend(read_secrets(spec.secrets, os.environ))
    lines = client.builds.start(spec, context, logins, loan=loan)
    teller = _teller(how)
    build = Build()
    try:
        async with aclosing(lines), teller:
            async for batch in lines:
                for line in batch:
                    build = folded(build, event_of(line))
                    teller.take(line, build)
    except (asyncio.CancelledError, KeyboardInterrupt):
        if not how.quiet:
            print("ERROR: the build was cancelled", file=sys.stderr)
        raise
    if build.failure is not None:
        text = context.text if context.text is not None else ""
        if not text and build.id:
            text = await client.builds.dockerfile(build.id)
        output = teller.last(build.failure.step)
        raise CommandFailed(failure_text(build, build.failure, output, text))
    if build.result is None:
        raise ConnectionLost("The engine went away before the build ended.")
    if not how.quiet:
        teller.close(build, context.text or "")
    return build.result.image


class _Teller:
    """Tells nothing: of a quiet build."""

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, *_: object) -> None:
        return None

    def take(self, line: bytes, build: Build) -> None:
        """One event, which `build` already knows."""

    def last(self, step: str) -> list[str]:
        return []

    def close(self, build: Build, dockerfile: str) -> None:
        """The build has ended well."""


class _Raw(_Teller):
    @override
    def take(self, line: bytes, build: Build) -> None:
        sys.stderr.write(f"{line.decode(errors='replace')}\n")
        sys.stderr.flush()


class _Plain(_Teller):
    def __init__(self) -> None:
        self._text = PlainText()

    @override
    def take(self, line: bytes, build: Build) -> None:
        for row in self._text.lines(build, event_of(line), time.monotonic()):
            print(row, file=sys.stderr)
        sys.stderr.flush()

    @override
    def last(self, step: str) -> list[str]:
        return self._text.outputs.last(step, 40)

    @override
    def close(self, build: Build, dockerfile: str) -> None:
        print(_ending(build, dockerfile), file=sys.stderr)


class _Live(_Teller):
    def __init__(self) -> None:
        self._text = LiveText(colours=not os.environ.get("NO_COLOR"))
        self._build = Build()
        self._drawing: asyncio.Task[None] | None = None

    @override
    async def __aenter__(self) -> None:
        self._drawing = asyncio.create_task(self._draw_on())

    @override
    async def __aexit__(self, *_: object) -> None:
        assert self._drawing is not None
        self._drawing.cancel()
        await asyncio.gather(self._drawing, return_exceptions=True)
        self._draw()

    @override
    def take(self, line: bytes, build: Build) -> None:
        self._build = build
        self._text.take(event_of(line))

    @override
    def last(self, step: str) -> list[str]:
        return self._text.outputs.last(step, 40)

    @override
    def close(self, build: Build, dockerfile: str) -> None:
        print(_ending(build, dockerfile), file=sys.stderr)

    async def _draw_on(self) -> None:
        while True:
            self._draw()
            await asyncio.sleep(_DRAW_EVERY)

    def _draw(self) -> None:
        build = self._build
        # The engine's clock may not be ours: once it has ended, only its own times count.
        now = build.newest if build.over else max(time.time_ns(), build.newest)
        width, height = shutil.get_terminal_size()
        sys.stderr.write(self._text.drawing(build, now, width, height))
        sys.stderr.flush()


def _teller(how: _How) -> _Teller:
    if how.quiet:
        return _Teller()
    if how.progress == "rawjson":
        return _Raw()
    live = how.progress == "tty" or (how.progress == "auto" and sys.stderr.isatty())
    return _Live() if live else _Plain()


def _ending(build: Build, dockerfile: str) -> str:
    result = build.result
    assert result is not None
    lines = [""]
    count = len(build.warnings)
    if count:
        lines.append(f" {count} warning{'' if count == 1 else 's'} found:")
        for warning in build.warnings:
            rule = f"{warning.rule}: " if warning.rule else ""
            place = f" (line {warning.line})" if warning.line else ""
            lines.append(f" - {rule}{warning.text}{place}")
        lines.append("")
    lines.append(f"Successfully built {result.image.removeprefix('sha256:')[:12]}")
    lines += [f"Successfully tagged {tag}" for tag in result.tags]
    return "\n".join(lines)


async def _check(client: EngineClient, spec: BuildSpec, context: BuildContext) -> None:
    if context.text is None:
        raise CommandFailed("--check needs a Dockerfile of this computer")
    found = await client.builds.check(context.text.encode())
    name = spec.dockerfile or "Dockerfile"
    if found.error is not None:
        place = place_text(name, context.text, found.error.line, found.error.line)
        raise CommandFailed("\n".join([*place, f"ERROR: {found.error.detail}"]))
    count = len(found.warnings)
    if not count:
        print("Check complete, no warnings found.")
        return
    have = "warning has" if count == 1 else "warnings have"
    print(f"Check complete, {count} {have} been found!")
    for finding in found.warnings:
        print(finding_text(name, context.text, finding))
    raise CommandFailed()


build = _command(_build)


@command("prune", "[OPTIONS]", "Remove build cache")
@option("all", "a", help="Remove all unused build cache, not just dangling ones")
@option("filter", metavar="filter", help='Provide filter values (e.g. "until=24h")')
@option("force", "f", help="Do not prompt for confirmation")
async def prune(
    client: EngineClient, words: list[str], all: bool, filter: list[str], force: bool
) -> None:
    what = "all build cache" if all else "all dangling build cache"
    question = f"WARNING! This will remove {what}.\nAre you sure you want to continue?"
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_builds(all=all, filters=parse_filters(filter))
    if pruned.caches_deleted:
        print("Deleted build cache objects:")
        for id in pruned.caches_deleted:
            print(id)
        print()
    print(f"Total reclaimed space: {human_size(pruned.space_reclaimed)}")


_HEADERS = {
    "ID": "BUILD ID",
    "Name": "NAME",
    "Status": "STATUS",
    "CreatedSince": "CREATED",
    "CreatedAt": "CREATED AT",
    "Duration": "DURATION",
    "Cached": "CACHED",
    "Image": "IMAGE",
    "Error": "ERROR",
}


@command("history", "[OPTIONS]", "List the builds that the engine remembers")
@option("format", metavar="string", help=FORMAT_HELP)
@option("no-trunc", help="Don't truncate output")
@option("quiet", "q", help="Only show build IDs")
async def history(
    client: EngineClient, words: list[str], format: str, no_trunc: bool, quiet: bool
) -> None:
    records = await client.builds.known()
    if quiet and format in ("", "table"):
        for record in records:
            print(record.id)
        return
    now = time.time()
    rows: list[Row] = []
    for record in records:
        started = record.started / 1e9
        image = record.image if no_trunc else record.image.removeprefix("sha256:")[:12]
        rows.append(
            {
                "ID": record.id if no_trunc else record.id[:12],
                "Name": ", ".join(record.tags) or record.folder or "<none>",
                "Status": record.state,
                "CreatedSince": f"{human_duration(now - started)} ago",
                "CreatedAt": iso_utc(int(started)),
                "Duration": f"{record.duration / 1000:.1f}s",
                "Cached": f"{record.cached}/{record.steps}",
                "Image": image,
                "Error": record.error,
            }
        )
    columns = ("ID", "Name", "Status", "CreatedSince", "Duration", "Cached", "Image")
    sys.stdout.write(listed(format, _HEADERS, columns, rows))


@command("rm", "BUILD [BUILD...]", "Forget builds; their images and cache stay", words=(1, None))
async def remove(client: EngineClient, words: list[str]) -> None:
    for word in words:
        await client.builds.remove(await _known(client, word))
        print(word)


@command("stop", "BUILD [BUILD...]", "Cancel builds that run", words=(1, None))
async def stop(client: EngineClient, words: list[str]) -> None:
    for word in words:
        await client.builds.cancel(await _known(client, word))
        print(word)


async def _known(client: EngineClient, word: str) -> str:
    """The id of the one build that begins so."""
    found = [record.id for record in await client.builds.known() if record.id.startswith(word)]
    if len(found) != 1:
        why = "no such build" if not found else "more than one build begins so"
        raise CommandFailed(f"{word}: {why}")
    return found[0]


@command("logs", "BUILD", "Show what a build told, and follow one that runs", words=(1, 1))
async def logs(client: EngineClient, words: list[str]) -> None:
    id = await _known(client, words[0])
    teller, story = _Plain(), Build()
    async with aclosing(client.builds.events(id, follow=True)) as batches:
        async for batch in batches:
            for line in batch:
                story = folded(story, event_of(line))
                teller.take(line, story)
    dockerfile = await client.builds.dockerfile(id)
    if story.failure is not None:
        output = teller.last(story.failure.step)
        raise CommandFailed(failure_text(story, story.failure, output, dockerfile))
    if story.result is not None:
        teller.close(story, dockerfile)
