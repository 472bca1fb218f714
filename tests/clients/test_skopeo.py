"""skopeo: reads what the engine pushes and saves, and writes what the engine loads."""

import json
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.commands import Images
from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root


def skopeo(*arguments: str) -> str:
    done = subprocess.run(
        ["skopeo", "--insecure-policy", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"skopeo {' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


def inspected(image: str, *options: str) -> Any:
    return json.loads(skopeo("inspect", *options, image))


def image_id(engine: Engine, name: str) -> str:
    return engine.docker("image", "inspect", "-f", "{{.Id}}", name).stdout.strip()


@pytest.fixture
def base(
    engine: Engine, registry: Registry, images: Images, seen: Callable[[str], str]
) -> Iterator[str]:
    """An image from the registry."""
    reference = images.image("busybox:latest")
    engine.docker("pull", "-q", reference)
    yield reference
    for name in ("made:1", "base:2", "back:1", seen(f"{registry.address}/skopeo/made:1")):
        engine.docker("rmi", "-f", name, check=False)


@pytest.fixture
def made(engine: Engine, base: str) -> str:
    """An image made here: the base and a layer more."""
    container = engine.docker(
        "run", "-d", base, "sh", "-c", "echo hello from here > /greeting"
    ).stdout.strip()
    engine.docker("wait", container)
    engine.docker("commit", "-c", 'CMD ["cat","/greeting"]', container, "made:1")
    engine.docker("rm", container)
    return "made:1"


def test_what_is_pushed_is_inspected_and_copied_and_comes_back_the_same(
    engine: Engine,
    registry: Registry,
    seen: Callable[[str], str],
    made: str,
    tmp_path: Path,
) -> None:
    name = f"{registry.address}/skopeo/made:1"
    engine.docker("tag", made, seen(name))
    engine.docker("push", seen(name))
    told = inspected(f"docker://{name}", "--tls-verify=false")
    digest = engine.docker("image", "inspect", "-f", "{{index .RepoDigests 0}}", seen(name)).stdout
    assert told["Digest"] == digest.strip().partition("@")[2]
    assert told["RepoTags"] == ["1"]
    assert len(told["Layers"]) == 2

    archive = tmp_path / "copied.tar"
    skopeo("copy", "--src-tls-verify=false", f"docker://{name}", f"docker-archive:{archive}:back:1")
    expected = image_id(engine, made)
    engine.docker("rmi", "-f", expected)
    assert engine.docker("load", "-i", str(archive)).stdout == "Loaded image: back:1\n"
    assert image_id(engine, "back:1") == expected
    assert engine.docker("run", "--rm", "back:1").stdout == "hello from here\n"


def test_a_save_of_several_images_is_a_docker_archive_and_an_oci_layout(
    engine: Engine, base: str, made: str, tmp_path: Path
) -> None:
    engine.docker("tag", base, "base:2")
    archive, layout = tmp_path / "save.tar", tmp_path / "layout"
    engine.docker("save", "-o", str(archive), "base:2", made)
    for name, layers in (("base:2", 1), (made, 2)):
        told = inspected(f"docker-archive:{archive}:{name}")
        assert len(told["Layers"]) == layers
    with tarfile.open(archive) as members:
        members.extractall(layout, filter="data")
    for tag, name in (("2", "base:2"), ("1", made)):
        config = inspected(f"oci:{layout}:{tag}", "--config")
        assert config["rootfs"]["diff_ids"] == json.loads(
            engine.docker("image", "inspect", "-f", "{{json .RootFS.Layers}}", name).stdout
        )
    # Two configurations, two manifests, and the layer that both share only once.
    assert len(list((layout / "blobs/sha256").iterdir())) == 6
    skopeo("copy", f"oci:{layout}:1", f"dir:{tmp_path / 'unpacked'}")


@pytest.mark.parametrize(
    ("kind", "compression"),
    [
        ("docker-archive", "plain"),
        ("docker-archive", "xz"),
        ("oci-archive", "gzip"),
        ("oci-archive", "zstd"),
    ],
)
def test_archives_that_skopeo_writes_load_here(
    engine: Engine, registry: Registry, tmp_path: Path, kind: str, compression: str
) -> None:
    reference = registry.image("variants:layers")
    archive = tmp_path / "theirs.tar"
    name = f"theirs/{kind}:{compression}"
    skopeo("copy", "--src-tls-verify=false", f"docker://{reference}", f"{kind}:{archive}:{name}")
    if compression != "plain":
        packed = archive.with_suffix(".packed")
        with packed.open("wb") as file:
            subprocess.run([compression, "-c", str(archive)], stdout=file, check=True, timeout=60)
        archive = packed
    assert engine.docker("load", "-i", str(archive)).stdout == f"Loaded image: {name}\n"
    config = inspected(f"docker://{reference}", "--tls-verify=false", "--raw")["config"]
    assert image_id(engine, name) == config["digest"]
    command = ["sh", "-c", "cat /data/new; ls /data /opaque"]
    assert engine.docker("run", "--rm", name, *command).stdout == (
        "new\n/data:\nkeep\nnew\n\n/opaque:\nfresh\n"
    )
    engine.docker("rmi", name)


def test_of_an_archive_of_several_platforms_this_machines_is_loaded(
    engine: Engine, registry: Registry, tmp_path: Path
) -> None:
    reference = registry.image("variants:index")
    archive = tmp_path / "all.tar"
    skopeo(
        "copy", "--all", "--src-tls-verify=false", f"docker://{reference}",
        f"oci-archive:{archive}:both/platforms:1",
    )  # fmt: skip
    assert engine.docker("load", "-i", str(archive)).stdout == "Loaded image: both/platforms:1\n"
    assert engine.docker("run", "--rm", "both/platforms:1", "echo", "here").stdout == "here\n"
    engine.docker("rmi", "both/platforms:1")


@pytest.mark.parametrize("name", ["variants:index", "variants:list"])
def test_an_index_that_skopeo_pushed_is_pulled_by_platform(
    engine: Engine, registry: Registry, seen: Callable[[str], str], name: str
) -> None:
    source = registry.image(name)
    pushed = f"{registry.address}/skopeo/{name}"
    target = seen(pushed)
    skopeo(
        "copy", "--all", "--src-tls-verify=false", "--dest-tls-verify=false",
        f"docker://{source}", f"docker://{pushed}",
    )  # fmt: skip
    here, other = "amd64", "arm64"
    for architecture in (here, other):
        engine.docker("pull", "-q", "--platform", f"linux/{architecture}", target)
        told = engine.docker("image", "inspect", "-f", "{{.Architecture}}", target)
        assert told.stdout == f"{architecture}\n"
    # Both stay: the one that lost the tag is found by its platform, without a registry.
    assert engine.docker("run", "--rm", "--platform", f"linux/{here}", target, "echo", "x").stdout
    rows = engine.docker("image", "ls", "--digests", "--format", "{{.Tag}} {{.Digest}}", target)
    repository = target.rpartition(":")[0]
    digests = engine.docker(
        "image", "ls", "--digests", "--format", "{{.Tag}} {{.Digest}}", repository
    ).stdout.splitlines()
    assert len(rows.stdout.splitlines()) == 1
    assert len(digests) == 2
    assert sum(row.startswith("<none> sha256:") for row in digests) == 1
    # By their names: an image of the same content may have children by now.
    for tag, digest in (row.split() for row in digests):
        name = f"{repository}@{digest}" if tag == "<none>" else f"{repository}:{tag}"
        engine.docker("rmi", "-f", name)
