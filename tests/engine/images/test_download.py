"""`docker import http://…`: where the file comes from and what is refused."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from davit_engine.errors import EngineError, InvalidParameter, NotFound
from davit_engine.images.download import parse_address
from fakes.sample_image import tar

ROOT = tar({"etc/hello": b"hi"})


@pytest.fixture
async def site() -> AsyncIterator[str]:
    async def file(_: web.Request) -> web.Response:
        return web.Response(body=ROOT)

    async def moved(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.match_info["to"])

    app = web.Application()
    app.router.add_get("/root.tar", file)
    app.router.add_get("/moved/{to:.*}", moved)
    async with TestServer(app) as server:
        yield f"{server.host}:{server.port}"


@pytest.mark.parametrize("path", ["root.tar", "moved//root.tar", "moved//moved//root.tar"])
async def test_a_root_file_system_is_fetched_and_imported(engine, site: str, path: str) -> None:
    image = await engine.images.import_(f"{site}/{path}", engine.report, reference="web:1")
    assert image.tags == ("web:1",)
    assert image.size == 2
    assert engine.text == [f"Downloading from {site}/{path}"]
    assert any(line.status == "Importing" for line in engine.lines)


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("nope", NotFound, "failed to GET .*/nope with status 404 Not Found"),
        ("moved/ftp://x/y", InvalidParameter, "it is not HTTP"),
        ("moved/http://169.254.169.254/latest", InvalidParameter, "local link"),
        ("moved/again", InvalidParameter, "leads to more than 10 redirects"),
    ],
)
async def test_what_cannot_be_fetched_is_told_and_leaves_nothing(
    engine, site: str, path: str, kind: type[EngineError], words: str
) -> None:
    with pytest.raises(kind, match=words):
        await engine.images.import_(f"http://{site}/{path}", engine.report)
    assert engine.files == []


@pytest.mark.parametrize(
    "text", ["ftp://x/y", "http://", "http://a@b/c", "http://[::1", "file:///"]
)
def test_an_address_is_on_the_web(text: str) -> None:
    with pytest.raises(InvalidParameter):
        parse_address(text)
