"""A guest image that is none, and a machine's folder."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from davit_vm.host.detect import detect_host
from davit_vm.paths import Paths, machine_paths


@pytest.fixture
def image_folder(tmp_path: Path) -> Path:
    """Whole, as its manifest says, and nothing that boots."""
    folder = tmp_path / "image"
    folder.mkdir()
    files = {}
    for name in ("kernel", "initrd", "root.erofs", "data.qcow2"):
        content = name.encode() * 100
        (folder / name).write_bytes(content)
        files[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    manifest = {
        "version": "0123456789ab",
        "architecture": "x86_64",
        "engine": "0.1.0",
        "command_line": "console=ttyS0 quiet",
        "files": files,
        "packages": {"linux": "6.12"},
        "made_by": "a field of a newer build",
    }
    (folder / "image.json").write_text(json.dumps(manifest))
    return folder


@pytest.fixture
def paths() -> Iterator[Paths]:
    """Folders that exist, with a short path for sockets."""
    folder = Path(tempfile.mkdtemp(prefix="dvq-", dir="/var/tmp"))
    paths = machine_paths(folder)
    detect_host().make_private_folder(paths.runtime)
    yield paths
    shutil.rmtree(folder)
