"""The API over stand-ins for the services, listening on a Unix socket."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from davit_engine.api.engine import Engine, Facts
from davit_engine.api.server import make_app, serve
from davit_engine.config import Config
from davit_engine.events import EventBus
from fakes.api import Api
from fakes.services import Builder, Containers, Images, Volumes


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose name leaves room for a socket's."""
    folder = Path(tempfile.mkdtemp(prefix="dva-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def faked(short_path: Path) -> Engine:
    """An engine whose services are stand-ins."""
    return Engine(
        config=Config(data_root=short_path / "data", exec_root=short_path / "run"),
        events=EventBus(),
        containers=Containers(),
        images=Images(),
        networks=None,
        volumes=Volumes(),
        builder=Builder(),
        facts=Facts(id="00000000-0000-0000-0000-000000000000", version="0.1.0"),
    )


@pytest.fixture
async def api(faked: Engine, short_path: Path) -> AsyncIterator[Api]:
    socket = short_path / "engine.sock"
    listening = await serve(make_app(faked), [f"unix://{socket}"], "no-such-group")
    client = Api(socket, listening, faked)
    yield client
    await client.session.close()
    await listening.aclose()
