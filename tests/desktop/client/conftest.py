"""A server on a real Unix socket, and a client of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from davit_desktop.client.engine import EngineClient
from desktop.client.fake_engine import FakeEngine, serving


@pytest.fixture
async def engine() -> AsyncIterator[FakeEngine]:
    async with serving() as fake:
        yield fake


@pytest.fixture
async def client(engine: FakeEngine) -> AsyncIterator[EngineClient]:
    async with EngineClient(engine.host) as client:
        yield client
