"""What a reader does not take at once is kept in order, in bounded memory and disk."""

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.containers.spool import Spool


@given(st.lists(st.one_of(st.none(), st.integers(0, 300)), max_size=80))
def test_everything_comes_out_in_order_over_memory_and_file(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int | None]
) -> None:
    """A number puts so many bytes, None takes what is there."""

    async def run() -> None:
        spool = Spool(tmp_path_factory.mktemp("spool"), memory=500, disk=1000)
        put: list[tuple[int, bytes]] = []
        got: list[tuple[int, bytes]] = []
        for number, step in enumerate(steps):
            if step is None:
                if len(got) < len(put):
                    got += await spool.get()
            else:
                entry = (1 + number % 2, bytes([number]) * step)
                if spool.put(entry):
                    put.append(entry)
                else:
                    assert sum(len(data) for _, data in put[len(got) :]) + step > 200
        spool.end()
        while batch := await spool.get():
            got += batch
        assert got == put
        spool.close()

    asyncio.run(run())


async def test_no_file_is_left_and_none_is_made_for_little(tmp_path: Path) -> None:
    spool = Spool(tmp_path, memory=1000)
    assert spool.put((1, b"little"))
    assert spool.put((1, b"x" * 2000))
    assert list(tmp_path.iterdir()) == []
    assert [data async for data in _all(spool)] == [b"little", b"x" * 2000]
    spool.close()


async def _all(spool: Spool):  # type: ignore[no-untyped-def]
    spool.end()
    while batch := await spool.get():
        for _, data in batch:
            yield data


async def test_without_a_folder_to_write_to_memory_is_all_there_is(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "gone", memory=1000)
    assert spool.put((1, b"x" * 800))
    assert not spool.put((1, b"y" * 800))
    waiting = asyncio.create_task(spool.room(1))
    assert await spool.get() == [(1, b"x" * 800)]
    await asyncio.wait_for(waiting, 5)
    assert spool.put((1, b"y" * 800))
    spool.close()
