"""A guest image of a few bytes, whole by its manifest, that no QEMU could boot."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path


def make_image(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    for name in ("kernel", "initrd", "root.erofs"):
        (folder / name).write_text(f"{name} of {version}")
    disk = folder / "data.qcow2"
    tool = shutil.which("qemu-img")
    assert tool is not None
    subprocess.run([tool, "create", "-q", "-f", "qcow2", str(disk), "64M"], check=True)
    manifest = {
        "version": version,
        "architecture": "x86_64",
        "engine": "0.1.0",
        "command_line": "quiet",
        "files": {file.name: _described(file) for file in folder.iterdir()},
    }
    (folder / "image.json").write_text(json.dumps(manifest))
    return folder


def _described(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
