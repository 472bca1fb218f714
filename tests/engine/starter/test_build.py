"""The starter images: whole, the same every time, and what they say when they run."""

import contextlib
import gzip
import hashlib
import io
import json
import os
import signal
import subprocess
import tarfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from davit_engine.starter import build
from fixtures.daemon import wait_for

BUSYBOX = Path("/bin/busybox")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    built = build.build(BUSYBOX, tmp_path_factory.mktemp("starter"))
    return {path.stem: path for path in built}


def _members(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as tar:
        return {
            entry.name: file.read()
            for entry in tar
            if entry.isreg() and (file := tar.extractfile(entry))
        }


@pytest.mark.parametrize("name", ["hello", "welcome"])
def test_every_blob_is_named_by_its_digest(archives: dict[str, Path], name: str) -> None:
    members = _members(archives[name])
    blobs = {path: content for path, content in members.items() if path.startswith("blobs/")}
    assert len(blobs) == 4
    for path, content in blobs.items():
        assert path == f"blobs/sha256/{hashlib.sha256(content).hexdigest()}"


def test_an_image_for_another_processor_holds_the_busybox_of_that_one(tmp_path: Path) -> None:
    foreign = tmp_path / "busybox"
    foreign.write_bytes(b"not for this computer")
    built = build.build(
        foreign,
        tmp_path / "images",
        architecture="aarch64",
        origin="Debian busybox-static 1:1.37.0-6",
        told_by=BUSYBOX,
    )
    for path in built:
        members = _members(path)
        (docker,) = json.loads(members["manifest.json"])
        config = json.loads(members[docker["Config"]])
        assert config["architecture"] == "arm64"
        assert "busybox-static 1:1.37.0-6" in config["config"]["Labels"]["org.davit.busybox"]
        with tarfile.open(fileobj=io.BytesIO(members[docker["Layers"][0]])) as layer:
            program = layer.extractfile("bin/busybox")
            assert program is not None
            assert program.read() == b"not for this computer"
            assert layer.getmember("bin/sh").linkname == "busybox"


@pytest.mark.parametrize("name", ["hello", "welcome"])
def test_the_layout_and_dockers_manifest_name_the_same_image(
    archives: dict[str, Path], name: str
) -> None:
    members = _members(archives[name])
    (entry,) = json.loads(members["index.json"])["manifests"]
    manifest = json.loads(members[_path(entry)])
    (docker,) = json.loads(members["manifest.json"])
    assert docker["RepoTags"] == [f"davit/{name}:latest"]
    assert entry["annotations"]["io.containerd.image.name"] == f"docker.io/davit/{name}:latest"
    assert docker["Config"] == _path(manifest["config"])
    assert docker["Layers"] == [_path(layer) for layer in manifest["layers"]]
    config = json.loads(members[docker["Config"]])
    assert config["rootfs"]["diff_ids"] == [
        "sha256:" + hashlib.sha256(gzip.decompress(members[path])).hexdigest()
        for path in docker["Layers"]
    ]


def test_the_same_busybox_gives_the_same_bytes(archives: dict[str, Path], tmp_path: Path) -> None:
    for path in build.build(BUSYBOX, tmp_path):
        assert path.read_bytes() == archives[path.stem].read_bytes()


def test_both_images_stand_on_one_layer(archives: dict[str, Path]) -> None:
    lowest = {
        json.loads(_members(path)["manifest.json"])[0]["Layers"][0] for path in archives.values()
    }
    assert len(lowest) == 1


def test_the_image_names_the_source_of_busybox(archives: dict[str, Path]) -> None:
    members = _members(archives["hello"])
    config = json.loads(members[json.loads(members["manifest.json"])[0]["Config"]])
    assert "busybox" in config["config"]["Labels"]["org.davit.busybox"]
    assert "GPL-2.0-only" in config["config"]["Labels"]["org.opencontainers.image.licenses"]


@pytest.fixture
def root(archives: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The file system of an image, laid out in a folder."""
    members = _members(archives[request.param])
    for layer in json.loads(members["manifest.json"])[0]["Layers"]:
        with tarfile.open(fileobj=io.BytesIO(members[layer])) as tar:
            for entry in tar:
                _lay_out(tar, entry, tmp_path)
    tmp_path.chmod(0o755)
    for folder in ("proc", "dev"):
        (tmp_path / folder).mkdir()
    return tmp_path


def _lay_out(tar: tarfile.TarFile, entry: tarfile.TarInfo, root: Path) -> None:
    path = root / entry.name
    if entry.isdir():
        path.mkdir(exist_ok=True)
    elif entry.issym():
        path.symlink_to(entry.linkname)
    else:
        file = tar.extractfile(entry)
        assert file is not None
        path.write_bytes(file.read())
        path.chmod(entry.mode)


def _unshared(root: Path, command: str) -> list[str]:
    """Run a command of the image as process 1 of namespaces of its own, without any engine."""
    script = f'mount -t proc proc "{root}/proc" && exec chroot "{root}" /bin/{command}'
    return ["unshare", "--mount", "--pid", "--net", "--fork", "sh", "-c", script]


@pytest.mark.root
@pytest.mark.parametrize("root", ["hello"], indirect=True)
def test_hello_explains_itself_and_ends(root: Path) -> None:
    done = subprocess.run(
        _unshared(root, "hello"), capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hello from Davit!" in done.stdout
    assert "user        root, with user id 0" in done.stdout
    assert "process     number 1, of 1 in this container" in done.stdout


@pytest.fixture
def welcome(root: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The web server of the welcome image, in this network; it gets a port of its own."""
    port_free = "sed -i 's/httpd -f/httpd -p 127.0.0.1:47380 -f/'"
    subprocess.run(f"{port_free} {root}/bin/welcome", shell=True, check=True)  # noqa: S602
    (root / "dev/null").touch()
    (root / "dev/null").chmod(0o666)
    process = subprocess.Popen(
        ["chroot", root, "/bin/welcome"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    yield process, root
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _get(path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:47380{path}", timeout=10) as answer:
        return answer.read().decode()


def _serves() -> bool:
    try:
        return bool(_get("/"))
    except OSError:
        return False


@pytest.mark.root
@pytest.mark.parametrize("root", ["welcome"], indirect=True)
def test_welcome_serves_its_page_and_stops_at_once(
    welcome: tuple[subprocess.Popen[str], Path],
) -> None:
    process, _ = welcome
    wait_for(_serves, 10, "no page")
    assert "<h1>Welcome aboard</h1>" in _get("/")
    facts = dict(line.split("\t") for line in _get("/cgi-bin/facts").splitlines())
    assert facts["User"] == "nobody"
    assert facts["Asked by"] == "127.0.0.1"
    process.terminate()
    output, _errors = process.communicate(timeout=5)
    assert process.returncode == 0
    assert "url:/cgi-bin/facts" in output
    assert output.splitlines()[-1] == "welcome: told to stop, bye"


def _path(descriptor: dict[str, str]) -> str:
    return "blobs/" + descriptor["digest"].replace(":", "/")
