"""A build for the window: the context read, the person's credentials, the events; no Qt.

Who stops reading cancels the build, because the engine ends it when its client leaves.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import aclosing
from pathlib import Path

import msgspec

from davit_desktop.client import build_context, credentials
from davit_desktop.client.build_context import BuildContext
from davit_desktop.client.build_events import BuildEvent, event_of
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError, ConnectionLost
from davit_desktop.logs.build_log import BuildLog
from davit_desktop.logs.entries import Stream
from davit_desktop.state.builds import Build, folded
from davit_desktop.state.dockerfile import Outline, outline
from davit_desktop.translation import tr

log = logging.getLogger(__name__)

Report = Callable[[Build, BuildEvent], None]


class BuildFailed(ClientError):
    """The engine ended the build without an image; the message is its own."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder has to build: its Dockerfiles, and what the chosen one can be asked for."""

    dockerfiles: tuple[str, ...] = ()
    outline: Outline = Outline()
    text: str = ""
    problem: str = ""


def look(folder: str, dockerfile: str = "") -> Offer:
    """What can be built from a folder; `problem` says why nothing. It reads files."""
    if build_context.is_remote(folder):
        return Offer()
    if not Path(folder).is_dir():
        return Offer(problem=tr("There is no such folder"))
    found = tuple(build_context.dockerfiles(Path(folder)))
    try:
        context = build_context.from_folder(folder, dockerfile or _first(folder, found))
    except ClientError as error:
        return Offer(dockerfiles=found, problem=str(error))
    text = context.text or ""
    return Offer(dockerfiles=found, outline=outline(text), text=text)


def _first(folder: str, found: tuple[str, ...]) -> str:
    """A folder whose one Dockerfile has a name of its own needs not be told of it."""
    usual = not found or found[0].lower() == "dockerfile"
    return "" if usual else str(Path(folder) / found[0])


async def build(engine: EngineClient, spec: BuildSpec, report: Report) -> Build:
    """Build an image. Raises ClientError; BuildFailed when the build itself went wrong."""
    context = await asyncio.to_thread(_context, spec)
    try:
        logins = await asyncio.to_thread(credentials.everywhere)
    except ConfigFailed as error:
        log.warning("Building without logins: %s", error)
        logins = {}
    told = Build()
    async with aclosing(engine.builds.start(spec, context, logins)) as batches:
        async for batch in batches:
            for line in batch:
                event = event_of(line)
                told = folded(told, event)
                report(told, event)
            await asyncio.sleep(0)  # of a build that prints much there is always more
    if told.failure is not None:
        raise BuildFailed(told.failure.text)
    if told.result is None:
        raise ConnectionLost(tr("The engine went away before the build ended."))
    return told


def _context(spec: BuildSpec) -> BuildContext:
    if build_context.is_remote(spec.context):
        return build_context.from_address(spec.context, spec.dockerfile)
    return build_context.from_folder(spec.context, spec.dockerfile)


class BuildReader:
    """What a build tells, folded, and what its steps print, in a log. It may live in a thread."""

    def __init__(self, log: BuildLog) -> None:
        self._log = log
        self._told = Build()
        self._places: dict[str, int] = {}

    def digest(self, lines: Sequence[bytes]) -> Build:
        """How the build stands after these lines. Raises ClientError, and OSError for the log."""
        build = self._told
        for line in lines:
            event = event_of(line)
            build = folded(build, event)
            if event.kind == "plan":
                self._places = {id: place for place, id in enumerate(build.steps)}
            elif event.kind == "output":
                stream = Stream.ERR if event.stream == "stderr" else Stream.OUT
                place = self._places.get(event.id, 0)
                self._log.feed(place, stream, event.text, build.newest)
            elif event.kind == "cut":
                self._log.mark_gap(build.newest)
        self._told = build
        self._log.flush()
        return build
