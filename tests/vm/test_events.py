"""Everyone hears the news, and nobody who is slow holds it up."""

import asyncio
import contextlib

from davit_vm.events import QUEUE, Events
from davit_vm.status import Event


def news(number: float, text: str = "") -> Event:
    return Event(time=number, kind="note", text=text)


async def take(events: Events, count: int) -> list[Event]:
    taken = []
    async with contextlib.aclosing(events.read()) as reading:
        async for event in reading:
            taken.append(event)
            if len(taken) == count:
                break
    return taken


async def test_the_first_news_is_how_things_stand() -> None:
    events = Events(lambda: news(0, "now"))
    assert await take(events, 1) == [news(0, "now")]
    assert events.readers == 0


async def test_all_readers_hear_everything_in_order() -> None:
    events = Events(lambda: news(0))
    readers = [asyncio.create_task(take(events, 3)) for _ in range(2)]
    await asyncio.sleep(0)
    events.tell(news(1))
    events.tell(news(2))
    for reader in readers:
        assert [event.time for event in await reader] == [0, 1, 2]


async def test_a_slow_reader_gets_the_newest_status_and_delays_nobody() -> None:
    newest = 0.0
    events = Events(lambda: news(newest, "resync"))
    async with contextlib.aclosing(events.read()) as slow:
        await anext(slow)
        for number in range(1, QUEUE + 2):
            newest = number
            events.tell(news(number))
        events.tell(news(newest + 1))
        assert (await anext(slow)).text == "resync"
        assert (await anext(slow)).time == QUEUE + 2


async def test_closing_ends_all_readers_also_full_ones() -> None:
    events = Events(lambda: news(0))
    async with contextlib.aclosing(events.read()) as reader:
        await anext(reader)
        for number in range(QUEUE):
            events.tell(news(number))
        events.close()
        assert len([event async for event in reader]) == QUEUE - 1
