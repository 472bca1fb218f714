"""The two command lines, on one engine for each file of tests.

With REFERENCE_DOCKER_HOST the same transcripts run through `docker` against that engine: is what
they ask for what Docker does? Everything that engine holds is removed.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from fixtures.commands import Cli
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.window import Browser

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


@pytest.fixture(scope="module")
def engine(
    make_engine: Callable[..., Engine], docker_cli: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    if REFERENCE:
        daemon: Engine = _Reference(tmp_path_factory.mktemp("reference"), docker_cli)
    else:
        daemon = make_engine()
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="module", params=PROGRAMS)
def cli(request: pytest.FixtureRequest, engine: Engine, registry: Registry) -> Cli:
    return Cli(request.param, engine, registry)


@pytest.fixture(scope="module")
def busybox(engine: Engine, registry: Registry) -> str:
    """An image that the file's engine holds."""
    image = registry.image("busybox:latest")
    engine.docker("pull", "-q", image)
    return image


@pytest.fixture(autouse=True)
def no_containers_of_the_last_test(request: pytest.FixtureRequest) -> Iterator[None]:
    cli = request.getfixturevalue("cli") if "cli" in request.fixturenames else None
    yield
    if cli:
        cli.engine.remove_everything()


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    """What the window opens is noted."""
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("http")
