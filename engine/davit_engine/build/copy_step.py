"""COPY and ADD: what they name, found and laid into the image."""

import contextlib
import hashlib
import os
import posixpath

import msgspec

from davit_engine import lookup
from davit_engine.build import copying, effects, ignore, sources
from davit_engine.build.dockerfile import is_heredoc
from davit_engine.build.instructions import (
    Copy,
)
from davit_engine.build.repositories import fetch, is_repository, parse_repository
from davit_engine.build.sources import Options, Source
from davit_engine.build.stage_state import StageState
from davit_engine.build.words import expand
from davit_engine.containers import users
from davit_engine.containers.rootfs import Root
from davit_engine.errors import InvalidParameter
from davit_engine.images.records import Progress
from davit_engine.kernel.blocking import finished


class CopyStep:
    def __init__(self, stage: StageState) -> None:
        self._stage = stage

    async def copy(self, instruction: Copy) -> None:
        stage = self._stage
        async with contextlib.AsyncExitStack() as stack:
            root = await stage.root(instruction.stage, stack)
            found = await self._sources(instruction, root, stack)
            target = stage.expand(instruction.target)
            chown = stage.expand(instruction.chown)
            mode = _mode(stage.expand(instruction.chmod))
            owner = await self._owner(chown)
            options = Options(
                owner=owner if chown or not instruction.stage else None,
                mode=mode,
                exclude=tuple(ignore.parse_pattern(text) for text in instruction.exclude),
            )
            async with stage.job.at_once:
                digest = await finished(None, sources.digest, found, options)
                place = effects.inside(stage.config, target)
                flag = f"--chown={chown} " if chown else ""
                created_by = effects.comment_of(
                    stage.config,
                    f"{instruction.keyword} {flag}{digest} in {target} ",
                    spaced=False,
                )
                folder = target.endswith(("/", "/.")) or target in (".", "..")
                if len(instruction.sources) > 1 and not folder:
                    raise InvalidParameter(
                        f"When using {instruction.keyword} with more than one source file, the "
                        "destination must be a directory and end with a /"
                    )
                # A single pattern that fits many: BuildKit, too, makes a folder of any target.
                folder = folder or len(found) > 1
                details: dict[str, object] = {
                    "place": place,
                    "folder": folder,
                    "mode": mode,
                    "names": [source.path for source in found],
                    "parents": instruction.parents,
                }
                if await stage.cached(created_by, details):
                    return
                local = not instruction.stage and instruction.keyword == "ADD"
                plan = copying.Plan(
                    sources=tuple(found),
                    target=place,
                    folder=folder,
                    options=options,
                    unpack=local,
                    parents=instruction.parents,
                )
                await stage.written(lambda root: copying.copy(root, plan), created_by, details, "")

    async def _sources(
        self, instruction: Copy, root: int, stack: contextlib.AsyncExitStack
    ) -> list[Source]:
        stage = self._stage
        found: list[Source] = []
        heredocs = list(instruction.heredocs)
        for word in instruction.sources:
            if heredocs and is_heredoc(word):
                heredoc = heredocs.pop(0)
                text = heredoc.content
                if heredoc.expand:
                    text = expand(text, stage.values, stage.job.escape, quotes=False)
                found.append(Source(path=heredoc.name, content=text.encode()))
                continue
            word = stage.expand(word)
            if instruction.keyword == "ADD" and is_repository(word):
                found.append(await self._cloned(word, instruction, stack))
            elif instruction.keyword == "ADD" and word.startswith(("http://", "https://")):
                found.append(await self._fetched(word, instruction.checksum, stack))
            else:
                found += await finished(None, sources.find, root, word, instruction.keyword)
        if not found:
            raise InvalidParameter(f"{instruction.keyword} failed: no source files were specified")
        return found

    async def _cloned(
        self, word: str, instruction: Copy, stack: contextlib.AsyncExitStack
    ) -> Source:
        """What a repository holds."""
        repository = parse_repository(word)
        folder = self._stage.job.folder / lookup.new_id()
        checksum, keep = instruction.checksum, instruction.keep_git
        root = await fetch(repository, folder, checksum=checksum, keep_git=keep)
        stack.callback(os.close, root)
        return Source(path="", root=root, remote=True)

    async def _fetched(
        self, address: str, checksum: str, stack: contextlib.AsyncExitStack
    ) -> Source:
        """A file from the web, in a folder of its own."""
        name = posixpath.basename(address.partition("?")[0].partition("#")[0].rstrip("/"))
        if not name or address.count("/") < 3:
            raise InvalidParameter(f"cannot determine filename for source {address}")
        folder = self._stage.job.folder / lookup.new_id()
        folder.mkdir(mode=0o700)
        file = folder / "file"
        digest = hashlib.sha256()
        step, reporter = self._stage.step, self._stage.job.reporter

        def report(progress: Progress) -> None:
            reporter.progress_now(msgspec.structs.replace(progress, id=address), step)

        async with self._stage.works.images.download(address, report) as chunks:
            with file.open("xb") as out:
                async for chunk in chunks:
                    digest.update(chunk)
                    await finished(None, out.write, chunk)
        if checksum and checksum != f"sha256:{digest.hexdigest()}":
            raise InvalidParameter(
                f"digest mismatch sha256:{digest.hexdigest()}: {checksum} ({address})"
            )
        file.chmod(0o600)
        named = folder / name
        if name in (".", "..") or "/" in name:
            raise InvalidParameter(f"cannot determine filename for source {address}")
        file.rename(named)
        root = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        stack.callback(os.close, root)
        return Source(path=name, root=root, remote=True)

    async def _owner(self, chown: str) -> tuple[int, int]:
        """Who gets what is copied; names are those of the image."""
        if not chown:
            return 0, 0
        user, colon, group = chown.partition(":")
        wanted = f"{user}:{group if colon and group else user}"
        passwd = groups = ""
        if not all(part.isascii() and part.isdecimal() for part in wanted.split(":")):
            async with self._stage.view() as folder:
                with Root(folder) as root:
                    passwd, groups = root.read_text("etc/passwd"), root.read_text("etc/group")
        who = users.resolve(wanted, (), passwd, groups)
        return who.uid, who.gid


def _mode(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or len(text) > 5 or any(char not in "01234567" for char in text):
        raise InvalidParameter(
            f"invalid chmod parameter: '{text[:64]}'. it should be octal string and between 0 and "
            "07777"
        )
    mode = int(text, 8)
    if mode > 0o7777:
        raise InvalidParameter(
            f"invalid chmod parameter: '{text}'. it should be octal string and between 0 and 07777"
        )
    return mode
