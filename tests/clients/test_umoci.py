"""umoci: unpacks what the engine saves, and builds what the engine loads."""

import json
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fixtures.commands import Images
from fixtures.daemon import Engine

pytestmark = pytest.mark.root


def umoci(*arguments: str) -> str:
    done = subprocess.run(
        ["umoci", *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"umoci {' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def layers(engine: Engine, images: Images) -> Iterator[str]:
    """An image with whiteouts and opaque folders."""
    engine.docker("pull", "-q", images.image("variants:layers"))
    engine.docker("tag", images.image("variants:layers"), "many:layers")
    yield "many:layers"
    engine.docker("rmi", "-f", images.image("variants:layers"), "many:layers")


def test_a_save_is_listed_described_and_unpacked(
    engine: Engine, layers: str, tmp_path: Path
) -> None:
    archive, layout, bundle = (tmp_path / name for name in ("save.tar", "layout", "bundle"))
    engine.docker("save", "-o", str(archive), layers)
    with tarfile.open(archive) as members:
        members.extractall(layout, filter="data")
    assert umoci("ls", "--layout", str(layout)) == "layers\n"
    described = json.loads(umoci("stat", "--image", f"{layout}:layers", "--json"))
    rows = engine.docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", layers).stdout
    assert [step["created_by"] for step in reversed(described["history"])] == rows.splitlines()
    umoci("unpack", "--image", f"{layout}:layers", str(bundle))
    root = bundle / "rootfs"
    assert sorted(path.name for path in (root / "data").iterdir()) == ["keep", "new"]
    assert [path.name for path in (root / "opaque").iterdir()] == ["fresh"]


def test_an_image_that_umoci_made_loads_and_runs(
    engine: Engine, layers: str, tmp_path: Path
) -> None:
    archive, layout = tmp_path / "save.tar", tmp_path / "layout"
    engine.docker("save", "-o", str(archive), layers)
    with tarfile.open(archive) as members:
        members.extractall(layout, filter="data")
    added = tmp_path / "added"
    added.write_text("put in by umoci\n")
    added.chmod(0o644)
    image = f"{layout}:layers"
    umoci("insert", "--image", image, str(added), "/added")
    umoci("config", "--image", image, "--config.cmd", "cat", "--config.cmd", "/added")
    packed = tmp_path / "theirs.tar"
    with tarfile.open(packed, "w") as members:
        for part in ("oci-layout", "index.json", "blobs"):
            members.add(layout / part, part)
    told = engine.docker("load", "-i", str(packed)).stdout
    assert told.splitlines()[-1] == f"Loaded image: {layers}"
    assert engine.docker("run", "--rm", layers).stdout == "put in by umoci\n"
