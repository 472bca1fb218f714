"""Images between registries, files and the engine, with the person's own credentials; no Qt.

`report` is told how far a thing is. Cancelling ends the engine's work too, because the engine
gives up when its client leaves.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from pathlib import Path

import msgspec

from davit_desktop.client import credentials
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import Auth, EngineClient
from davit_desktop.client.errors import ApiError, ClientError, NotFound
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.types import Tags
from davit_desktop.state.image_facts import SearchHit, search_hits
from davit_desktop.state.images import Update
from davit_desktop.state.pull import Pull, folded
from davit_desktop.translation import tr

log = logging.getLogger(__name__)

Report = Callable[[Pull], None]
Measure = Callable[[int, int], None]

_CHUNK = 1024 * 1024
_LOADED = ("Loaded image: ", "Loaded image ID: ")


class FileFailed(ClientError):
    """A file of this computer cannot be read or written; the message says which and why."""


class LoggedIn(msgspec.Struct, frozen=True, kw_only=True):
    """`unencrypted` is the file in which the password lies readable; None with a helper."""

    registry: str
    unencrypted: Path | None = None


async def auth_for(reference: str) -> Auth | None:
    """What docker has on file for the registry of a name; trouble with that is only logged."""
    try:
        registry = parse_reference(reference).registry
        return await asyncio.to_thread(credentials.find, registry)
    except (InvalidReference, ConfigFailed) as error:
        log.warning("Going on without a login: %s", error)
        return None


async def pull(
    engine: EngineClient, reference: str, *, platform: str = "", report: Report = lambda pull: None
) -> Pull:
    """Fetch an image; `latest` when the name has neither tag nor digest."""
    auth = await auth_for(reference)
    told = Pull()
    async with aclosing(engine.pull(reference, platform, auth)) as lines:
        async for line in lines:
            told = folded(told, line)
            report(told)
    return told


async def push(engine: EngineClient, reference: str, *, report: Report = lambda pull: None) -> Pull:
    """Send an image to the registry of its name."""
    auth = await auth_for(reference)
    told = Pull()
    async with aclosing(engine.push(reference, auth)) as lines:
        async for line in lines:
            told = folded(told, line)
            report(told)
    return told


async def search(engine: EngineClient, term: str) -> list[SearchHit]:
    """Repositories that a registry's index finds."""
    return search_hits(await engine.search_images(term, auth=await auth_for(term)))


async def tags(engine: EngineClient, name: str) -> Tags:
    """The tags that a registry has of a repository."""
    return await engine.image_tags(name, await auth_for(name))


async def log_in(engine: EngineClient, registry: str, username: str, password: str) -> LoggedIn:
    """Try credentials and file them where docker has them. Raises ClientError."""
    server = credentials.server_of(registry)
    auth = Auth(username=username, password=password, serveraddress=server)
    answer = await engine.auth(auth)
    if answer.identity_token:
        auth = Auth(username=username, identitytoken=answer.identity_token, serveraddress=server)
    path = await asyncio.to_thread(credentials.store, server, auth)
    return LoggedIn(registry=registry, unencrypted=path)


async def look_for_update(engine: EngineClient, reference: str) -> Update:
    """What the registry has under a name now."""
    try:
        found = await engine.distribution(reference, await auth_for(reference))
    except ApiError as error:
        return Update(problem=str(error))
    return Update(digest=found.descriptor.digest)


async def load(engine: EngineClient, path: Path, report: Measure) -> list[str]:
    """Take in the images of a tar; their names, or ids of what has none."""
    names: list[str] = []
    async with aclosing(engine.load(_read(path, report))) as lines:
        async for line in lines:
            text = line.stream.strip()
            names += [text.removeprefix(each) for each in _LOADED if text.startswith(each)]
    return names


async def import_files(
    engine: EngineClient, path: Path, name: str, changes: Sequence[str], report: Measure
) -> None:
    """Make an image of a tar of files; `name` has its tag."""
    repository, _, tag = name.rpartition(":")
    content = _read(path, report)
    async with aclosing(
        engine.import_image(content, repo=repository, tag=tag, changes=changes)
    ) as lines:
        async for _ in lines:
            pass


async def save(engine: EngineClient, names: Sequence[str], path: Path, report: Measure) -> int:
    """Write images as one tar, whole or not at all; its bytes."""
    part = path.with_name(f".{path.name}.part")
    written = 0
    try:
        with part.open("wb") as file:
            async with aclosing(engine.save(names)) as chunks:
                async for chunk in chunks:
                    await asyncio.to_thread(file.write, chunk)
                    written += len(chunk)
                    report(written, 0)
        await asyncio.to_thread(os.replace, part, path)
    except OSError as error:
        raise FileFailed(
            tr("Cannot write {path}: {reason}").format(path=path, reason=error.strerror or error)
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return written


async def _read(path: Path, report: Measure) -> AsyncIterator[bytes]:
    done = 0
    try:
        with path.open("rb") as file:
            total = os.fstat(file.fileno()).st_size
            while chunk := await asyncio.to_thread(file.read, _CHUNK):
                done += len(chunk)
                report(done, total)
                yield chunk
    except OSError as error:
        raise FileFailed(
            tr("Cannot read {path}: {reason}").format(path=path, reason=error.strerror or error)
        ) from error


async def remove(engine: EngineClient, names: Sequence[str]) -> None:
    """Take names away one after the other, and with the last the image; what has gone is fine."""
    for name in names:
        try:
            await engine.remove_image(name)
        except NotFound:
            continue
