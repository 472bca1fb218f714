"""Every listener gets every event in order, or learns by losing the connection that it does not."""

import asyncio
import json

from davit_engine.events import QUEUE
from fakes.api import Api, eventually

REQUEST = "GET /events HTTP/1.1\nHost: x\n\n"


async def test_a_hundred_listeners_get_all_in_order(api: Api) -> None:
    async def hear(count: int) -> list[int]:
        async with api.session.get("/events") as reply:
            listening.release()
            return [
                int(json.loads(await reply.content.readline())["Actor"]["ID"]) for _ in range(count)
            ]

    listening = asyncio.Semaphore(0)
    async with asyncio.timeout(60):
        hearing = [asyncio.create_task(hear(500)) for _ in range(100)]
        for _ in hearing:
            await listening.acquire()
        for number in range(500):
            api.events.publish("container", "start", str(number), {"name": "web"})
            if number % 50 == 0:
                await asyncio.sleep(0)
        for task in hearing:
            assert await task == list(range(500))


async def test_a_listener_that_never_reads_is_cut_off_and_the_others_go_on(api: Api) -> None:
    reader, writer = await api.raw(REQUEST)
    await reader.readuntil(b"\r\n\r\n")
    writer.transport.pause_reading()
    text = "x" * 1000
    async with api.session.get("/events") as reply:
        heard = 0
        for number in range(3 * QUEUE):
            api.events.publish("container", "start", str(number), {"name": text})
            if number % 100 == 99:
                for _ in range(100):
                    event = json.loads(await reply.content.readline())
                    assert event["Actor"]["ID"] == str(heard)
                    heard += 1
        await eventually(lambda: len(api.events._listeners) == 1)
    writer.transport.resume_reading()
    lines = (await asyncio.wait_for(reader.read(), 10)).count(b'"Action"')
    assert lines < 2 * QUEUE
    writer.close()


async def test_an_event_at_the_moment_of_asking_is_not_missed(api: Api) -> None:
    for number in range(20):
        async with api.session.get("/events") as reply:
            api.events.publish("container", "start", str(number))
            assert json.loads(await reply.content.readline())["Actor"]["ID"] == str(number)
