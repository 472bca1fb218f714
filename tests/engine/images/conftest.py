"""Fixtures of the image tests: a service on a fresh data root, and Debian's real registry."""

import base64
import socket
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL, Popen

import bcrypt
import pytest

from davit_engine.config import Config
from davit_engine.events import Event, EventBus
from davit_engine.images.content import Content
from davit_engine.images.records import Progress
from davit_engine.images.registry import Patience, Registry
from davit_engine.images.service import Images
from davit_engine.store import Store
from fakes.sample_image import SampleImage
from fakes.snapshotter import FakeSnapshotter

QUICK = Patience(connect=5.0, stall=2.0, attempts=3, delay=0.01)


@dataclass
class Engine:
    """The image service and everything below it."""

    config: Config
    store: Store
    events: EventBus
    content: Content
    snapshotter: FakeSnapshotter
    images: Images
    lines: list[Progress] = field(default_factory=list)

    def report(self, progress: Progress) -> None:
        self.lines.append(progress)

    @property
    def text(self) -> list[str]:
        """The progress as the CLI prints it when it is not a terminal, bars left out."""
        return [
            f"{line.id}: {line.status}" if line.id else line.status
            for line in self.lines
            if line.current is None
        ]

    @property
    def files(self) -> list[str]:
        """Everything in the content store, relative to the data root."""
        root = self.config.data_root
        return sorted(
            str(path.relative_to(root))
            for folder in (self.config.paths.blobs, self.config.paths.ingest)
            for path in folder.rglob("*")
            if path.is_file()
        )

    def published(self) -> list[Event]:
        return self.events.since(0)


@pytest.fixture
async def make_engine(tmp_path: Path) -> AsyncIterator[Callable[..., object]]:
    """Start an engine on the test's data root; one at a time, the last is closed at the end."""
    running: list[Engine] = []

    async def stop() -> None:
        while running:
            engine = running.pop()
            await engine.images.close()
            engine.store.close()

    async def start(snapshotter: FakeSnapshotter | None = None, **settings: object) -> Engine:
        await stop()
        config = Config(data_root=tmp_path / "data", exec_root=tmp_path / "run", **settings)  # type: ignore[arg-type]
        config.data_root.mkdir(exist_ok=True)
        store = Store(config.paths.database)
        content = Content(config.paths)
        events = EventBus()
        snapshotter = snapshotter or FakeSnapshotter()
        images = Images(config, store, events, content, snapshotter, Registry(config, QUICK))  # type: ignore[arg-type]
        await images.start()
        engine = Engine(config, store, events, content, snapshotter, images)
        running.append(engine)
        return engine

    yield start
    await stop()


@pytest.fixture
async def engine(make_engine: Callable[..., object]) -> Engine:
    return await make_engine()  # type: ignore[misc, no-any-return]


@dataclass(frozen=True)
class RealRegistry:
    """A running docker-registry."""

    address: str
    username: str = ""
    password: str = ""

    def request(
        self,
        method: str,
        path: str,
        data: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, dict[str, str], bytes]:
        url = path if path.startswith("http") else f"http://{self.address}/v2/{path}"
        request = urllib.request.Request(url, data=data, method=method, headers=headers or {})
        if self.username:
            pair = base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
            request.add_header("Authorization", f"Basic {pair}")
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return response.status, dict(response.headers), response.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read()

    def add(self, repository: str, tag: str, image: SampleImage) -> None:
        """Upload an image as a registry client would."""
        for digest, blob in image.blobs.items():
            status, headers, _ = self.request("POST", f"{repository}/blobs/uploads/", b"")
            assert status == 202
            location = headers["Location"]
            joint = "&" if "?" in location else "?"
            status, _, _ = self.request(
                "PUT",
                f"{location}{joint}digest={digest}",
                blob,
                {"Content-Type": "application/octet-stream"},
            )
            assert status == 201
        self.add_manifest(repository, image.digest, image.manifest, image.media_type)
        self.add_manifest(repository, tag, image.manifest, image.media_type)

    def add_manifest(self, repository: str, target: str, raw: bytes, media_type: str) -> None:
        status, _, body = self.request(
            "PUT", f"{repository}/manifests/{target}", raw, {"Content-Type": media_type}
        )
        assert status == 201, body


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def real_registry(folder: Path, *, password: str = "") -> Iterator[RealRegistry]:
    folder.mkdir(parents=True, exist_ok=True)
    address = f"127.0.0.1:{free_port()}"
    auth = ""
    if password:
        hashed = bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode()
        (folder / "htpasswd").write_text(f"ann:{hashed}\n")
        auth = f"auth: {{htpasswd: {{realm: here, path: {folder}/htpasswd}}}}\n"
    (folder / "config.yml").write_text(
        "version: 0.1\n"
        "log: {level: error, accesslog: {disabled: true}}\n"
        f"storage: {{filesystem: {{rootdirectory: {folder}/data}}, delete: {{enabled: true}}}}\n"
        f"http: {{addr: '{address}'}}\n{auth}"
    )
    with Popen(
        ["docker-registry", "serve", str(folder / "config.yml")], stdout=DEVNULL, stderr=DEVNULL
    ) as process:
        try:
            _wait_for(address)
            yield RealRegistry(address, "ann" if password else "", password)
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    host, _, port = address.partition(":")
    deadline = time.monotonic() + 20
    while True:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealRegistry]:
    with real_registry(tmp_path_factory.mktemp("registry")) as running:
        yield running


@pytest.fixture(scope="module")
def locked_registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealRegistry]:
    """Wants the user ann with the password s3cret."""
    with real_registry(tmp_path_factory.mktemp("locked"), password="s3cret") as running:
        yield running
