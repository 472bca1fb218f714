"""Archives between this machine's files and an engine, a chunk at a time."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from davit_desktop.cli.errors import CommandFailed

_CHUNK = 256 * 1024


async def write_archive(chunks: AsyncIterator[bytes], output: str) -> None:
    """To the file `output`, whole or not at all, or to stdout when it is empty."""
    if output:
        with _whole_file(output) as file:
            async for chunk in chunks:
                file.write(chunk)
        return
    if sys.stdout.isatty():
        raise CommandFailed("cowardly refusing to save to a terminal. Use the -o flag or redirect")
    async for chunk in chunks:
        sys.stdout.buffer.write(chunk)


@contextmanager
def _whole_file(output: str) -> Iterator[BinaryIO]:
    """A file that appears under its name only when it is complete."""
    target = Path(output)
    if target.is_dir() or not target.parent.is_dir():
        raise CommandFailed(f"failed to save to {output}: not a file in an existing directory")
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise CommandFailed(f"failed to save to {output}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The file to be read; "" and "-" are stdin. Raises CommandFailed."""
    if path in ("", "-"):
        yield sys.stdin.buffer
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise CommandFailed(f"open {path}: {why}") from error
        yield file


async def chunks_of(file: IO[bytes]) -> AsyncIterator[bytes]:
    """What is left of a file. A read may block: nothing else runs while an upload waits for it."""
    while chunk := file.read(_CHUNK):
        yield chunk
