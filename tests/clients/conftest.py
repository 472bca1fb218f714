"""Stock clients and the engine that they meet: one for the whole folder, so that images stay.

DAVIT_TEST_ENDPOINT chooses another engine: `machine` boots a machine and goes through its endpoint,
a Docker host (unix:///var/run/docker.sock) is taken as it is; everything that it holds is removed.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.commands import Cli, Images
from fixtures.daemon import Engine
from fixtures.machine import HOST, MachineEngine, RegistrySeenFromTheGuest
from fixtures.registry import Registry
from images.build import Builder

ENDPOINT = os.environ.get("DAVIT_TEST_ENDPOINT", "")
PLUGINS = Path(__file__).parents[2] / ".cache/cli-plugins"


class _Given(Engine):
    """An engine that somebody else runs."""

    def __init__(self, base: Path, docker: Path) -> None:
        super().__init__(base, docker=docker)
        self.socket = Path(ENDPOINT.removeprefix("unix://"))
        self.env["DOCKER_HOST"] = ENDPOINT

    def start(self) -> None:
        self.remove_everything()

    def close(self) -> None:
        self.remove_everything()


@pytest.fixture(scope="session")
def engine(
    request: pytest.FixtureRequest,
    docker_cli: Path,
    registry: Registry,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engine]:
    if ENDPOINT == "machine":
        make_machine: Callable[..., Engine] = request.getfixturevalue("make_machine")
        # Containers reach no port of the host but those that its user opened to them.
        daemon = make_machine(host_ports=(registry.port,))
    elif ENDPOINT:
        daemon = _Given(tmp_path_factory.mktemp("given"), docker_cli)
    else:
        make_engine: Callable[..., Engine] = request.getfixturevalue("make_engine")
        daemon = make_engine()
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="module", autouse=True)
def nothing_of_the_last_client(request: pytest.FixtureRequest) -> Iterator[None]:
    """Containers, networks and volumes go after each client; images stay for the next."""
    daemon = request.getfixturevalue("engine") if _meets_an_engine(request) else None
    yield
    if daemon:
        daemon.remove_everything()


def _meets_an_engine(request: pytest.FixtureRequest) -> bool:
    names = {name for item in request.session.items for name in getattr(item, "fixturenames", ())
             if item.path == request.path}  # fmt: skip
    return "engine" in names


@pytest.fixture(scope="session")
def images(engine: Engine, registry: Registry) -> Images:
    """The registry of the tests, as the engine sees it."""
    return RegistrySeenFromTheGuest(registry) if isinstance(engine, MachineEngine) else registry


@pytest.fixture(scope="session")
def seen(engine: Engine) -> Callable[[str], str]:
    """The name that the engine has for what is 127.0.0.1:PORT/… to the clients."""
    host = HOST if isinstance(engine, MachineEngine) else "127.0.0.1"
    return lambda reference: reference.replace("127.0.0.1", host, 1)


@pytest.fixture(scope="session")
def private_registry(
    image_builder: Builder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Registry]:
    """A registry that wants a login, to push into."""
    registry = Registry(tmp_path_factory.mktemp("private"), image_builder, private=True)
    registry.start()
    yield registry
    registry.stop()


@pytest.fixture(scope="session")
def pulled(engine: Engine, images: Images) -> Callable[[str], str]:
    """Reference of an image that the engine has."""

    def pull(name: str) -> str:
        reference = images.image(name)
        if engine.request("GET", f"/images/{reference}/json").status != 200:
            engine.docker("pull", "-q", reference)
        return reference

    return pull


@pytest.fixture(scope="module")
def docker(engine: Engine, images: Images) -> Cli:
    """The stock command line without plugins."""
    return Cli("docker", engine, images)


@pytest.fixture
def shared_folder(engine: Engine, tmp_path: Path) -> Path:
    """An empty folder that engine and client see under the same path; every user may read it."""
    folder = tmp_path
    if isinstance(engine, MachineEngine):
        folder = engine.shared / tmp_path.name
        folder.mkdir()
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def plugin_config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """DOCKER_CONFIG of somebody who has compose and buildx."""
    assert (PLUGINS / "docker-compose").exists(), "no docker compose; `make test` installs it"
    folder = tmp_path_factory.mktemp("docker-config")
    (folder / "config.json").write_text(json.dumps({"cliPluginsExtraDirs": [str(PLUGINS)]}))
    return folder
