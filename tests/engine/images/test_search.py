"""Searching an index: the questions of the CLI, the answers of a hub, and registries without."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.images.credentials import Credentials
from davit_engine.images.search import FILTERS, Found, Wanted, parse_answer, parse_search
from davit_engine.lookup import Filters, parse_filters

ANYONE = Credentials()
HUB = "docker.io"


@pytest.mark.parametrize(
    ("term", "domain", "query"),
    [
        ("redis", HUB, "redis"),
        ("library/redis", HUB, "redis"),
        ("ada/redis", HUB, "ada/redis"),
        ("docker.io/library/redis", HUB, "redis"),
        ("localhost/redis", "localhost", "redis"),
        ("host:5000/a/b", "host:5000", "a/b"),
    ],
)
def test_a_term_names_its_index_or_means_the_hub(term: str, domain: str, query: str) -> None:
    wanted = parse_search(term, None, Filters())
    assert (wanted.domain, wanted.query, wanted.limit) == (domain, query, 25)


@pytest.mark.parametrize(
    ("term", "limit", "filters", "words"),
    [
        ("x", 101, "{}", "limit 101 is outside the range of [1, 100]"),
        ("x", -1, "{}", "limit -1 is outside the range of [1, 100]"),
        ("http://x", 1, "{}", 'should not have a scheme ("http://")'),
        ("", 1, "{}", "the search term is empty"),
        ("x", 1, '{"stars": ["many"]}', "invalid filter 'stars=many'"),
        ("x", 1, '{"is-official": ["maybe"]}', "invalid filter 'is-official=[maybe]'"),
    ],
)
def test_what_makes_no_sense_is_refused_in_dockers_words(
    term: str, limit: int, filters: str, words: str
) -> None:
    with pytest.raises(InvalidParameter) as failure:
        parse_search(term, limit, parse_filters(filters, FILTERS))
    assert words in str(failure.value)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ("{}", ["redis", "ada/redis"]),
        ('{"is-official": ["true"]}', ["redis"]),
        ('{"is-automated": ["true"]}', []),
        ('{"stars": ["3", "5"]}', ["redis"]),
    ],
)
def test_filters_choose_among_what_the_index_found(filters: str, names: list[str]) -> None:
    wanted = parse_search("redis", None, parse_filters(filters, FILTERS))
    raw = b"""{"num_results": 2, "query": "redis", "results": [
        {"name": "redis", "description": "a store", "is_official": true, "star_count": 9},
        {"name": "ada/redis", "description": null, "star_count": 4}]}"""
    assert [found.name for found in parse_answer(raw, wanted)] == names


def test_an_answer_that_is_none_is_told() -> None:
    with pytest.raises(Unavailable, match="gave no search result"):
        parse_answer(b"<html>", Wanted(domain=HUB, query="x", limit=1))


@pytest.fixture
async def index() -> AsyncIterator[tuple[str, list[object]]]:
    """The address of an index, and what it was asked."""

    async def search(request: web.Request) -> web.Response:
        asked.append((dict(request.query), request.headers.get("Authorization")))
        return web.json_response({"results": [{"name": "found", "star_count": 1}]})

    asked: list[object] = []
    app = web.Application()
    app.router.add_get("/v1/search", search)
    async with TestServer(app) as server:
        yield f"{server.host}:{server.port}", asked


async def test_an_index_is_asked_with_the_credentials_that_were_given(engine, index) -> None:
    domain, asked = index
    wanted = parse_search(f"{domain}/redis", 7, Filters())
    found = await engine.images.search(wanted, Credentials(username="u", password="p"))
    assert found == [Found(name="found", star_count=1)]
    assert asked == [({"q": "redis", "n": "7"}, "Basic dTpw")]


async def test_a_registry_without_a_search_says_so(engine, registry) -> None:
    wanted = parse_search(f"{registry.address}/redis", None, Filters())
    with pytest.raises(Unavailable, match=r"Unexpected status code 404: .* has no search"):
        await engine.images.search(wanted, ANYONE)


async def test_an_index_that_does_not_run_is_told_for_both_attempts(engine) -> None:
    wanted = parse_search("127.0.0.1:1/redis", None, Filters())
    with pytest.raises(Unavailable, match=r"HTTPS attempt: .*refused.* HTTP attempt: .*refused"):
        await engine.images.search(wanted, ANYONE)
