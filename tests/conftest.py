"""Offscreen Qt, a home of its own, a real engine, a real registry, and nothing left behind."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from typing_extensions import override
from xdist.scheduler import LoadScopeScheduling

from fixtures import guest_image
from fixtures.daemon import Engine
from fixtures.leftovers import SESSION_VARIABLE, Watch
from fixtures.machine import MachineEngine
from fixtures.registry import Registry
from images.build import Builder

SCRATCH = Path(tempfile.mkdtemp(prefix="dvt-", dir="/var/tmp"))
"""Short, because sockets live below it, and on a disk, because images do."""
KEPT = ("DAVIT_TEST_CACHE", "DAVIT_TEST_ENDPOINT")

# How long one example takes says more of the machine than of the code.
hypothesis.settings.register_profile("davit", deadline=None)
hypothesis.settings.load_profile("davit")


def _fence_off() -> None:
    """Let no setting of the person who runs the tests reach them, and no test reach theirs."""
    for name in list(os.environ):
        if name.startswith(("DOCKER_", "DAVIT_")) and name not in KEPT:
            del os.environ[name]
    home = SCRATCH / "home"
    for variable, folder in (
        ("HOME", home),
        ("XDG_CONFIG_HOME", home / ".config"),
        ("XDG_CACHE_HOME", home / ".cache"),
        ("XDG_DATA_HOME", home / ".local/share"),
        ("XDG_STATE_HOME", home / ".local/state"),
        ("XDG_RUNTIME_DIR", SCRATCH / "xdg"),
    ):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ[SESSION_VARIABLE] = secrets.token_hex(8)


_fence_off()
_instances: list[str] = []


_SLOWEST_FIRST = ("whole/machine", "whole", "clients", "contract", "promises", "vm")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that processes that share the run end together."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        folder = item.path.parent.relative_to(here).as_posix()
        ranks = enumerate(_SLOWEST_FIRST)
        return next((n for n, name in ranks if folder.startswith(name)), len(_SLOWEST_FIRST))

    items.sort(key=rank)


class _Shares(LoadScopeScheduling):
    """A file is run by one process, for its engine, and a folder with a machine likewise."""

    @override
    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        folder = file.rpartition("/")[0]
        return folder if folder.endswith("whole/machine") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return _Shares(config, log)


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails the run when a mount, an interface, a table, a cgroup or a process outlives it."""
    marks = [str(SCRATCH), f"{SESSION_VARIABLE}={os.environ[SESSION_VARIABLE]}"]
    watch = Watch(marks)
    yield
    watch.marks.extend(_instances)
    left = watch.leftovers()
    watch.close()
    if left:
        pytest.fail("left behind by this run:\n  " + "\n  ".join(left), pytrace=False)


def pytest_unconfigure() -> None:
    """Delete the scratch folder, unless something is still mounted there that is not its own."""
    if str(SCRATCH) not in Path("/proc/self/mountinfo").read_text():
        shutil.rmtree(SCRATCH, ignore_errors=True)


@pytest.fixture(scope="session")
def docker_cli() -> Path:
    """The stock docker command line."""
    found = shutil.which("docker") or shutil.which(
        "docker", path=str(Path(__file__).parent.parent / ".cache/bin")
    )
    assert found, "no docker command line on this machine; `make test` installs one"
    return Path(found)


@pytest.fixture(scope="session")
def image_builder() -> Builder:
    """Builds the images of `images.recipes`; cached across runs."""
    return Builder()


@pytest.fixture(scope="session")
def registry(image_builder: Builder) -> Iterator[Registry]:
    """A registry without login; `registry.image("busybox:latest")` fills it."""
    yield from _registry("registry", image_builder, private=False)


@pytest.fixture(scope="session")
def private_registry(image_builder: Builder) -> Iterator[Registry]:
    """A registry that wants basic authentication; `login` is the user and the password."""
    yield from _registry("private", image_builder, private=True)


def _registry(folder: str, builder: Builder, *, private: bool) -> Iterator[Registry]:
    registry = Registry(SCRATCH / folder, builder, private=private)
    registry.start()
    yield registry
    registry.stop()


@pytest.fixture(scope="session")
def make_engine(docker_cli: Path) -> Callable[..., Engine]:
    """A new engine, not started; the caller closes it."""

    def make(**options: Any) -> Engine:
        base = SCRATCH / f"e{len(_instances)}"
        engine = Engine(base, docker=docker_cli, **options)
        _instances.append(engine.instance)
        return engine

    return make


@pytest.fixture(scope="module")
def engine(make_engine: Callable[..., Engine]) -> Iterator[Engine]:
    """A running engine for the tests of one file, as root."""
    daemon = make_engine()
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture
def fresh_engine(make_engine: Callable[..., Engine]) -> Iterator[Engine]:
    """A running engine for one test: to kill, restart or fill."""
    daemon = make_engine()
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="session")
def guest() -> Path:
    """The guest image of this checkout."""
    return guest_image.build(SCRATCH / "guest")


@pytest.fixture(scope="session")
def make_machine(docker_cli: Path, guest: Path) -> Iterator[Callable[..., MachineEngine]]:
    """A new machine, not created; those that still exist at the end are ended."""
    made: list[MachineEngine] = []

    def make(**settings: Any) -> MachineEngine:
        base = SCRATCH / f"m{len(made)}"
        made.append(MachineEngine(base, docker=docker_cli, image=guest, settings=settings))
        return made[-1]

    yield make
    for machine in made:
        if machine.base.exists():
            machine.close()
