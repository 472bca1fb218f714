"""The session lists, follows the events, survives the engine, and streams only what is asked."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from davit_desktop.session import Phase, Session
from davit_desktop.state.containers import State


@pytest.fixture
async def running(session: Session) -> AsyncIterator[Session]:
    task = asyncio.create_task(session.run())
    yield session
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def names(session: Session) -> list[str]:
    return sorted(c.name for c in session.containers.values())


async def test_it_lists_and_then_follows(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    running.retry()
    await until(lambda: running.connection.phase is Phase.ONLINE and tiny_engine.listeners)
    assert names(running) == ["web"]
    assert running.connection.engine == "Docker 27.0"
    tiny_engine.containers = [*tiny_engine.containers, make_summary("b", "db")]
    tiny_engine.say("container", "create", "b" * 64, name="db")
    await until(lambda: names(running) == ["db", "web"])
    tiny_engine.say("container", "die", "a" * 64, exitCode="2")
    await until(lambda: running.containers["a" * 64].state is State.EXITED)
    tiny_engine.say("container", "destroy", "a" * 64)
    await until(lambda: names(running) == ["db"])


async def test_a_listing_that_was_under_way_does_not_bring_back_what_was_destroyed(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web"), make_summary("b", "db")]
    await until(lambda: running.listed and tiny_engine.listeners)
    tiny_engine.held["GET /containers/json"] = asyncio.Event()
    before = tiny_engine.calls.count("GET /containers/json")
    running.refresh()
    await until(lambda: tiny_engine.calls.count("GET /containers/json") > before)
    tiny_engine.say("container", "destroy", "a" * 64)
    await until(lambda: "a" * 64 not in running.containers)
    tiny_engine.containers.append(make_summary("c", "new"))
    tiny_engine.held["GET /containers/json"].set()
    await until(lambda: "c" * 64 in running.containers)
    assert "a" * 64 not in running.containers


async def test_a_burst_of_news_is_told_once(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    await until(lambda: running.listed and tiny_engine.listeners)
    before = tiny_engine.listings
    told: list[int] = []
    running.containers_news.subscribe(lambda: told.append(1))
    for _ in range(50):
        tiny_engine.say("container", "create", "b" * 64)
    tiny_engine.containers = [*tiny_engine.containers, make_summary("b", "db")]
    await until(lambda: "b" * 64 in running.containers)
    assert tiny_engine.listings - before <= 3
    assert len(told) <= 6


async def test_it_comes_back_when_the_engine_does(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    await until(lambda: running.listed and tiny_engine.listeners)
    await tiny_engine.stop()
    await until(lambda: running.connection.phase is Phase.OFFLINE)
    assert names(running) == ["web"], "what was known stays to be seen"
    tiny_engine.containers = [make_summary("c", "new")]
    tiny_engine.path.unlink(missing_ok=True)
    await tiny_engine.start()
    running.retry()
    await until(lambda: running.connection.phase is Phase.ONLINE)
    await until(lambda: names(running) == ["new"])


async def test_an_engine_that_is_not_there_is_explained(quiet_session: Session, until: Any) -> None:
    task = asyncio.create_task(quiet_session.run())
    await until(lambda: quiet_session.connection.phase is Phase.OFFLINE)
    assert quiet_session.connection.reason == "the socket does not exist"
    assert quiet_session.connection.hint
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await quiet_session.engine.aclose()


async def test_statistics_are_streamed_only_for_those_watched(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [
        make_summary("a", "web"),
        make_summary("b", "db"),
        make_summary("c", "old", state="exited"),
    ]
    await until(lambda: running.listed and tiny_engine.listeners)
    assert tiny_engine.stats_open == 0
    running.watch_stats("list", ["a" * 64, "c" * 64])
    await until(lambda: running.histories.get("a" * 64) and len(running.histories["a" * 64]) > 1)
    assert tiny_engine.stats_seen == ["a" * 64]
    latest = running.histories["a" * 64].latest
    assert latest is not None
    assert latest.memory_used == 4096
    running.watch_stats("list", [])
    await until(lambda: tiny_engine.stats_open == 0)


async def test_two_watchers_share_a_stream_and_there_is_a_bound(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    letters = "0123456789abcdefghijklmnopqrstuv"
    tiny_engine.containers = [make_summary(letter, f"c{letter}") for letter in letters]
    await until(lambda: running.listed and tiny_engine.listeners)
    ids = [letter * 64 for letter in letters]
    running.watch_stats("list", ids)
    running.watch_stats("detail", ids[:1])
    await until(lambda: tiny_engine.stats_open == 24)
    assert len(set(tiny_engine.stats_seen)) == len(tiny_engine.stats_seen) == 24


async def test_nothing_is_streamed_while_nobody_looks(
    tiny_engine: Any, running: Session, make_summary: Any, until: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web")]
    await until(lambda: running.listed and tiny_engine.listeners)
    running.watch_stats("list", ["a" * 64])
    await until(lambda: tiny_engine.stats_open == 1)
    running.rest(True)
    await until(lambda: tiny_engine.stats_open == 0)
    running.rest(False)
    await until(lambda: tiny_engine.stats_open == 1)


async def test_images_are_listed_again_when_they_change(
    tiny_engine: Any, running: Session, until: Any
) -> None:
    await until(lambda: running.listed and tiny_engine.listeners)
    tiny_engine.images = [{"Id": "sha256:" + "1" * 64, "RepoTags": ["a:1"], "Size": 5}]
    tiny_engine.say("image", "pull", "a:1")
    await until(lambda: [i.repo_tags for i in running.images] == [("a:1",)])


async def test_news_of_one_moment_are_told_once(quiet_session: Session, until: Any) -> None:
    told: list[int] = []
    quiet_session.containers_news.subscribe(lambda: told.append(1))
    for _ in range(10):
        quiet_session.containers_news.publish()
    await until(lambda: told)
    await asyncio.sleep(0)
    assert told == [1]
    await quiet_session.engine.aclose()


async def test_leaving_stops_the_news(quiet_session: Session) -> None:
    told: list[int] = []
    leave = quiet_session.images_news.subscribe(lambda: told.append(1))
    quiet_session.images_news.tell()
    leave()
    quiet_session.images_news.tell()
    assert told == [1]
    await quiet_session.engine.aclose()
