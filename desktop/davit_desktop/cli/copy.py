"""`davit cp`."""

from __future__ import annotations

import os
import posixpath
import stat as stat_module
import sys
import tempfile
from pathlib import Path

from davit_desktop.archives import UnpackError, pack, unpack
from davit_desktop.cli.archives import chunks_of
from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import NotFound
from davit_desktop.client.types import PathStat
from davit_desktop.client.units import human_size_3

_SPOOLED = 8 * 1024 * 1024  # bytes of an archive kept in memory before it goes to a file
_FOLLOWED = 16  # symbolic links before a loop is assumed


@command(
    "cp",
    "[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdavit cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH",
    "Copy files/folders between a container and the local filesystem",
    words=(2, 2),
)
@option("archive", "a", help="Archive mode (copy all uid/gid information)")
@option("follow-link", "L", help="Always follow symbol link in SRC_PATH")
@option("quiet", "q", help="Suppress progress output during copy")
async def cp(
    client: EngineClient, words: list[str], archive: bool, follow_link: bool, quiet: bool
) -> None:
    source, target = (_split(word) for word in words)
    if source[0] and target[0]:
        raise CommandFailed("copying between containers is not supported")
    if not source[0] and not target[0]:
        raise CommandFailed("must specify at least one container source")
    if source[0]:
        size = await _from_container(client, *source, target[1], follow_link)
        shown = target[1]
    else:
        size = await _to_container(client, source[1], *target, follow_link, archive)
        shown = words[1]
    if not quiet and shown != "-" and sys.stderr.isatty():
        print(f"Successfully copied {human_size_3(size)} to {shown}", file=sys.stderr)


def _split(word: str) -> tuple[str, str]:
    """Container and path; a path of this machine has an empty container."""
    if Path(word).is_absolute() or word.startswith("."):
        return "", word
    container, colon, path = word.partition(":")
    if not colon:
        return "", word
    if not container:
        raise CommandFailed(f"{word!r} names no container before the colon")
    return container, path or "/"


async def _from_container(
    client: EngineClient, container: str, path: str, target: str, follow_link: bool
) -> int:
    if follow_link:
        path = await _resolved(client, container, path)
    async with client.files_of_container(container).archive(path) as (stat, chunks):
        if target == "-":
            async for chunk in chunks:
                sys.stdout.buffer.write(chunk)
            return 0
        folder, name = _place(stat, path, target)
        with tempfile.SpooledTemporaryFile(max_size=_SPOOLED) as spool:
            async for chunk in chunks:
                spool.write(chunk)
            size = spool.tell()
            spool.seek(0)
            try:
                unpack(spool, folder, stat.name, name)
            except (UnpackError, OSError) as error:
                raise CommandFailed(
                    f"Cannot copy {container}:{path} to {target}: {error}"
                ) from error
    return size


def _place(stat: PathStat, path: str, target: str) -> tuple[Path, str]:
    """The folder to unpack into and the name the copied thing gets there ("" for its contents)."""
    there = Path(target)
    if there.is_dir():
        return there, "" if stat.is_dir and path.rstrip("/").endswith("/.") else stat.name
    if there.exists() and stat.is_dir:
        raise CommandFailed("cannot copy directory")
    if target.endswith("/") and not stat.is_dir:
        raise CommandFailed("no such directory")
    folder = there.parent
    if not folder.is_dir():
        raise CommandFailed(f'invalid output path: directory "{folder}" does not exist')
    return folder, there.name


async def _resolved(client: EngineClient, container: str, path: str) -> str:
    for _ in range(_FOLLOWED):
        stat = await client.files_of_container(container).stat(path)
        if not stat.is_symlink:
            return path
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), stat.link_target))
    raise CommandFailed(f"too many symbolic links at {container}:{path}")


async def _to_container(
    client: EngineClient,
    source: str,
    container: str,
    path: str,
    follow_link: bool,
    archive: bool,
) -> int:
    resolved = await _resolved_or_new(client, container, path)
    stat = await _stat(client, container, resolved)
    if source == "-":
        if stat is None or not stat.is_dir:
            raise CommandFailed(f'destination "{container}:{path}" must be a directory')
        await client.files_of_container(container).unpack(
            resolved, chunks_of(sys.stdin.buffer), True, archive
        )
        return 0
    origin = Path(source)
    try:
        is_dir = _is_dir(origin, follow=follow_link or source.endswith("/"))
    except OSError as error:
        why = (error.strerror or "").lower()
        raise CommandFailed(f"lstat {os.path.abspath(source)}: {why}") from error  # noqa: PTH100
    folder, name = _place_inside(stat, resolved, path, origin, is_dir, source)
    with tempfile.SpooledTemporaryFile(max_size=_SPOOLED) as spool:
        pack(spool, origin, name, follow_link=follow_link or source.endswith("/"))
        size = spool.tell()
        spool.seek(0)
        await client.files_of_container(container).unpack(folder, chunks_of(spool), True, archive)
    return size


def _is_dir(path: Path, *, follow: bool) -> bool:
    """Raises OSError when there is nothing."""
    return stat_module.S_ISDIR((path.stat() if follow else path.lstat()).st_mode)


def _place_inside(
    stat: PathStat | None, resolved: str, path: str, origin: Path, is_dir: bool, source: str
) -> tuple[str, str]:
    """The folder in the container and the name the copied thing gets there ("" for contents)."""
    if stat is not None and stat.is_dir:
        contents = is_dir and source.rstrip("/").endswith("/.")
        return resolved, "" if contents or source == "." else origin.resolve().name
    if stat is not None and is_dir:
        raise CommandFailed("cannot copy directory")
    if stat is None and path.endswith("/") and not is_dir:
        raise CommandFailed("no such directory")
    folder, name = posixpath.split(resolved.rstrip("/"))
    return folder or "/", name


async def _resolved_or_new(client: EngineClient, container: str, path: str) -> str:
    path = posixpath.join("/", path)
    try:
        return await _resolved(client, container, path)
    except NotFound as error:
        if "No such container" in error.message:
            raise
        return path


async def _stat(client: EngineClient, container: str, path: str) -> PathStat | None:
    try:
        return await client.files_of_container(container).stat(path)
    except NotFound as error:
        if "No such container" in error.message:
            raise
        return None
