"""The console's log, read while it grows and across boots."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from davit_vm.console import bound, read_log


async def the_next(chunks: AsyncIterator[bytes]) -> bytes:
    return await anext(chunks)


async def test_what_is_there_is_read_to_its_end(tmp_path: Path) -> None:
    log = tmp_path / "console.log"
    log.write_bytes(b"one\ntwo\n")
    chunks = [chunk async for chunk in read_log(log, follow=False)]
    assert b"".join(chunks) == b"one\ntwo\n"


async def test_no_log_is_nothing_to_read(tmp_path: Path) -> None:
    assert [chunk async for chunk in read_log(tmp_path / "none", follow=False)] == []


def test_a_log_that_grows_too_long_is_put_aside_under_its_writer(tmp_path: Path) -> None:
    log = tmp_path / "console.log"
    with log.open("ab", buffering=0) as writer:
        writer.write(b"x" * 100)
        bound(log, limit=100)
        assert log.stat().st_size == 100
        writer.write(b"y")
        bound(log, limit=100)
        writer.write(b"new")
    assert log.read_bytes() == b"new"
    assert (tmp_path / "console.log.1").read_bytes() == b"x" * 100 + b"y"
    bound(tmp_path / "none")


async def test_following_sees_growth_and_the_next_boot(tmp_path: Path) -> None:
    log = tmp_path / "console.log"
    async with contextlib.aclosing(read_log(log, follow=True, every=0.001)) as chunks:
        first = asyncio.create_task(the_next(chunks))
        await asyncio.sleep(0)
        log.write_bytes(b"kernel\n")
        assert await asyncio.wait_for(first, 5) == b"kernel\n"
        with log.open("ab") as file:
            file.write(b"root\n")
        assert await asyncio.wait_for(anext(chunks), 5) == b"root\n"
        log.replace(tmp_path / "console.log.1")
        log.write_bytes(b"kernel again\n")
        assert await asyncio.wait_for(anext(chunks), 5) == b"kernel again\n"
        log.write_bytes(b"short\n")
        assert await asyncio.wait_for(anext(chunks), 5) == b"short\n"
