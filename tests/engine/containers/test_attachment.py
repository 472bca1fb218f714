"""A reader's pace is its own affair."""

import asyncio
from pathlib import Path

import pytest

from davit_engine.containers import attachment
from davit_engine.containers.attachment import Attachment, Patience
from davit_engine.containers.spool import Spool
from davit_engine.errors import SystemFailure
from fakes.api import eventually


class Talker:
    """A process that says what it is told to, as quickly as it is read."""

    def __init__(self, count: int) -> None:
        self.said = 0
        self._count = count
        self.closed = False

    async def receive(self) -> tuple[int, bytes] | None:
        if self.said == self._count:
            return None
        self.said += 1
        return 1, b"%07d\n" % self.said

    async def send(self, data: bytes) -> None:
        pass

    def close_stdin(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


def attach(talker: Talker, folder: Path, *, disk: int) -> Attachment:
    stream = asyncio.get_running_loop().create_future()
    stream.set_result(talker)
    return Attachment(
        stream,
        terminal=False,
        stdin=False,
        streams=frozenset({1}),
        spool=Spool(folder, memory=1000, disk=disk),
    )


async def collect(attached: Attachment, seen: list[int]) -> None:
    async for _, data in attached:
        seen.append(int(data))
        if len(seen) % 100 == 0:
            await asyncio.sleep(0)


def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment, "ONLOOKER", Patience(size=1000, seconds=0.2))


async def test_the_process_goes_on_without_a_reader_that_never_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    talker = Talker(5000)
    attached = attach(talker, tmp_path, disk=5000)
    await eventually(lambda: talker.said == 5000)
    seen: list[int] = []
    with pytest.raises(SystemFailure, match="the container went on without it"):
        await collect(attached, seen)
    assert 50 < len(seen) < 1000
    assert seen == list(range(1, len(seen) + 1))
    await attached.aclose()
    assert talker.closed


async def test_a_reader_that_goes_on_reading_gets_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    attached = attach(Talker(20000), tmp_path, disk=5000)
    seen: list[int] = []
    await asyncio.wait_for(collect(attached, seen), 20)
    assert seen == list(range(1, 20001))
    await attached.aclose()


async def test_a_client_that_leaves_takes_its_reading_with_it(tmp_path: Path) -> None:
    before = len(asyncio.all_tasks())
    attached = attach(Talker(10**9), tmp_path, disk=10**5)
    async for _ in attached:
        break
    await attached.aclose()
    assert len(asyncio.all_tasks()) == before
