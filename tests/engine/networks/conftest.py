"""A network namespace that belongs to one test, and networks in it."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from davit_engine.config import Config
from davit_engine.events import EventBus
from davit_engine.kernel import netlink, netns
from davit_engine.networks.service import Networks
from davit_engine.store import Store
from fakes.namespaces import Program, inside, interfaces, ruleset


@pytest.fixture(autouse=True)
def own_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that need root: the test and all it starts see only a loopback of their own."""
    if request.node.get_closest_marker("root") is None:
        yield
        return
    namespace = netns.create()
    try:
        with netns.inside(namespace):
            with netlink.Netlink() as link:
                link.run([netlink.up(1)])
            yield
    finally:
        os.close(namespace)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    for folder in ("data", "exec"):
        (tmp_path / folder).mkdir()
    return Config(data_root=tmp_path / "data", exec_root=tmp_path / "exec")


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    opened = Store(config.paths.database)
    yield opened
    opened.close()


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
async def networks(
    config: Config, store: Store, events: EventBus, own_network: None
) -> AsyncIterator[Networks]:
    running = Networks(config, store, events)
    await running.start([])
    yield running
    await running.close(keep=False)
    assert interfaces() == {"lo"}
    assert "davit" not in ruleset()
    assert list(config.paths.netns.iterdir()) == []


@pytest.fixture
async def programs() -> AsyncIterator[Callable[..., "asyncio.Future[None]"]]:
    running: list[Program] = []

    async def start(path: Path, name: str, port: int = 80) -> None:
        running.append(await inside(path, Program, name, port))

    yield start  # type: ignore[misc]
    for program in running:
        program.close()
