"""What a build tells is kept, followed and bounded."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec

from davit_engine.build.events import Output, State, StepChanged
from davit_engine.build.journal import Journal, replay


def line(number: int, size: int = 10) -> Output:
    return Output(id="0.1", stream="stdout", text=f"{number:06d}".ljust(size, "x"))


async def read(pieces: AsyncIterator[bytes]) -> list[Any]:
    whole = b"".join([piece async for piece in pieces])
    return [msgspec.json.decode(one) for one in whole.splitlines()]


async def test_who_follows_from_the_start_and_who_comes_late_see_the_same(tmp_path: Path) -> None:
    async with Journal(tmp_path / "events") as journal:
        first = asyncio.create_task(read(journal.follow()))
        for number in range(100):
            await journal.put(line(number))
        late = asyncio.create_task(read(journal.follow()))
    seen = await first
    assert [event["text"][:6] for event in seen] == [f"{number:06d}" for number in range(100)]
    assert await late == seen
    assert await read(replay(tmp_path / "events")) == seen


async def test_of_too_much_the_beginning_and_the_end_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "events"
    async with Journal(path, kept_max=2000, window=1000) as journal:
        for number in range(1000):
            await journal.put(line(number))
            if number == 500:
                await journal.put(StepChanged(id="0.1", state=State.DONE, at=1))
    events = await read(replay(path))
    kinds = [event["kind"] for event in events]
    assert path.stat().st_size < 5000
    assert (events[0]["text"][:6], events[-1]["text"][:6]) == ("000000", "000999")
    # What is not output is never left out.
    assert kinds.count("step") == 1
    assert kinds.count("cut") == 2
    kept = sum(len(one) + 1 for one in path.read_bytes().splitlines() if b'"cut"' not in one)
    told = 1000 * len(msgspec.json.encode(line(0))) + 1000
    told += len(msgspec.json.encode(StepChanged(id="0.1", state=State.DONE, at=1))) + 1
    assert kept + sum(event["bytes"] for event in events if event["kind"] == "cut") == told


async def test_who_keeps_pace_misses_nothing_of_what_is_not_kept(tmp_path: Path) -> None:
    async with Journal(tmp_path / "events", kept_max=500, window=1000) as journal:
        follower = journal.follow()
        seen = b""
        for number in range(200):
            await journal.put(line(number))
            while seen.count(b"\n") <= number:
                seen += await anext(follower)
        await follower.aclose()  # type: ignore[attr-defined]
    assert b"cut" not in seen
    assert seen.count(b"\n") == 200


async def test_names_that_are_no_text_do_not_end_a_build(tmp_path: Path) -> None:
    async with Journal(tmp_path / "events") as journal:
        await journal.put(Output(id="0.1", stream="stdout", text="a\udcff"))
    assert (await read(replay(tmp_path / "events")))[0]["text"] == "a\ufffd"
