"""Images that travel inside the product: whoever asks for one early waits for it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from davit_engine.errors import NotFound


async def test_an_image_of_the_product_is_waited_for(engine: Any) -> None:
    loaded = asyncio.Event()

    async def load() -> None:
        await loaded.wait()

    engine.images.arriving = asyncio.create_task(load())
    early = asyncio.create_task(engine.images.find("davit/welcome"))
    with pytest.raises(NotFound):
        await engine.images.find("nginx")
    assert not early.done()
    loaded.set()
    with pytest.raises(NotFound):
        await early


async def test_without_a_load_under_way_nobody_waits(
    make_engine: Callable[..., Any],
) -> None:
    engine = await make_engine()
    with pytest.raises(NotFound):
        await engine.images.find("davit/welcome")
