"""The two command lines, each with an engine and a registry to itself.

With REFERENCE_DOCKER_HOST the same transcripts run through `docker` against that engine: is what
they ask for what Docker does? Everything that engine holds is removed.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.daemon import Engine
from fixtures.registry import Registry

REFERENCE = os.environ.get("REFERENCE_DOCKER_HOST", "")
PROGRAMS = ["docker"] if REFERENCE else ["docker", "davit"]


class _Reference(Engine):
    def __init__(self, base: Path, docker: Path) -> None:
        super().__init__(base, docker=docker)
        self.socket = Path(REFERENCE.removeprefix("unix://"))
        self.env["DOCKER_HOST"] = REFERENCE

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.remove_everything()


@pytest.fixture(scope="module", params=PROGRAMS)
def cli(
    request: pytest.FixtureRequest,
    make_engine: Callable[..., Engine],
    docker_cli: Path,
    registry: Registry,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Cli]:
    if REFERENCE:
        engine: Engine = _Reference(tmp_path_factory.mktemp("reference"), docker_cli)
    else:
        engine = make_engine()
    engine.start()
    yield Cli(request.param, engine, registry)
    engine.close()


@pytest.fixture(autouse=True)
def no_containers_of_the_last_test(request: pytest.FixtureRequest) -> Iterator[None]:
    cli = request.getfixturevalue("cli") if "cli" in request.fixturenames else None
    yield
    if cli:
        cli.engine.remove_everything()
