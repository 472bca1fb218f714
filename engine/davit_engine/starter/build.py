"""Build the starter images from Debian's static busybox and the files beside this script.

Plain Python, no other package, and the same bytes from the same busybox: run at packaging time as
`python3 build.py`. Each image becomes one archive that is an OCI image layout and, by its
manifest.json, what any `docker load` takes.
"""

import argparse
import gzip
import hashlib
import io
import json
import platform
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
EPOCH = 1793491200  # 2026-11-01, so that two builds of one version are equal
CREATED = "2026-11-01T00:00:00Z"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "arm", "riscv64": "riscv64"}
PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"

File = tuple[int, bytes]
"""Mode and content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """One image on top of the busybox layer."""

    name: str
    title: str
    files: Mapping[str, File]
    config: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """Content and its digest."""

    content: bytes
    digest: str


def starters() -> list[Starter]:
    """The images of this folder."""
    return [
        Starter(
            name="davit/hello",
            title="Explains, step by step, how a container came to run",
            files={"bin/hello": _source("hello/hello", 0o755)},
            config={"Cmd": ["hello"]},
        ),
        Starter(
            name="davit/welcome",
            title="A web page on port 80 that shows where it comes from",
            files={
                "bin/welcome": _source("welcome/welcome", 0o755),
                "www/cgi-bin/facts": _source("welcome/facts", 0o755),
                "www/index.html": _source("welcome/index.html", 0o644),
            },
            config={"Cmd": ["welcome"], "ExposedPorts": {"80/tcp": {}}, "WorkingDir": "/www"},
        ),
    ]


def busybox_files(busybox: Path, told_by: Path) -> dict[str, File | Link]:
    """The lowest layer: one program under all of its names, and the users it may run as.

    `told_by` is the same busybox for this computer, which says the names.
    """
    listed = subprocess.run([told_by, "--list"], stdout=subprocess.PIPE, text=True, check=True)
    applets = sorted(set(listed.stdout.split()) - {"busybox"})
    return {
        "bin/busybox": (0o755, busybox.read_bytes()),
        **{f"bin/{applet}": Link(target="busybox") for applet in applets},
        "etc/group": (0o644, b"root:x:0:\nnogroup:x:65534:\n"),
        "etc/passwd": (
            0o644,
            b"root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
        ),
    }


def archive(
    starter: Starter, base: Mapping[str, File | Link], origin: str, architecture: str
) -> bytes:
    """The whole archive of one image. `origin` names the package that busybox came from."""
    layers = [_layer(base), _layer(starter.files)]
    settings: dict[str, object] = {"Env": [PATH], **starter.config}
    settings["Labels"] = {
        "org.opencontainers.image.title": starter.name,
        "org.opencontainers.image.description": starter.title,
        "org.opencontainers.image.licenses": "GPL-2.0-only AND Apache-2.0",
        "org.davit.busybox": f"{origin}; its source: apt-get source busybox",
    }
    config = _json(
        {
            "created": CREATED,
            "architecture": ARCHITECTURES[architecture],
            "os": "linux",
            "config": settings,
            "rootfs": {"type": "layers", "diff_ids": [diff_id for diff_id, _ in layers]},
            "history": [
                {"created": CREATED, "created_by": origin},
                {"created": CREATED, "created_by": f"files of {starter.name}"},
            ],
        }
    )
    manifest = _json(
        {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": _descriptor(CONFIG, config),
            "layers": [_descriptor(LAYER, blob) for _, blob in layers],
        }
    )
    index = _json(
        {
            "schemaVersion": 2,
            "mediaType": "application/vnd.oci.image.index.v1+json",
            "manifests": [
                {
                    **_descriptor(MANIFEST, manifest),
                    "annotations": {
                        "io.containerd.image.name": f"docker.io/{starter.name}:latest",
                        "org.opencontainers.image.ref.name": "latest",
                    },
                }
            ],
        }
    )
    blobs = [config, manifest, *(blob for _, blob in layers)]
    docker = _json(
        [
            {
                "Config": _member(config),
                "RepoTags": [f"{starter.name}:latest"],
                "Layers": [_member(blob) for _, blob in layers],
            }
        ]
    )
    return _tar(
        {
            **{_member(blob): (0o644, blob.content) for blob in blobs},
            "index.json": (0o644, index.content),
            "manifest.json": (0o644, docker.content),
            "oci-layout": (0o644, b'{"imageLayoutVersion":"1.0.0"}'),
        }
    )


def build(
    busybox: Path,
    output: Path,
    *,
    architecture: str | None = None,
    origin: str | None = None,
    told_by: Path | None = None,
) -> list[Path]:
    """Write one archive an image into `output`; their paths.

    A busybox for another architecture needs all three of the rest.
    """
    origin = origin or _origin(busybox)
    base = busybox_files(busybox, told_by or busybox)
    output.mkdir(parents=True, exist_ok=True)
    written = []
    for starter in starters():
        path = output / f"{starter.name.rpartition('/')[2]}.tar"
        partial = path.with_suffix(".part")
        partial.write_bytes(archive(starter, base, origin, architecture or platform.machine()))
        partial.rename(path)
        written.append(path)
    return written


def _source(name: str, mode: int) -> File:
    return mode, (HERE / name).read_bytes()


def _origin(busybox: Path) -> str:
    """The Debian package and version of busybox, or its own word where dpkg knows of none."""
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Version}", "busybox-static"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        return f"Debian {asked.stdout}"
    version = subprocess.run([busybox], stdout=subprocess.PIPE, text=True, check=True)
    return version.stdout.splitlines()[0]


def _layer(files: Mapping[str, File | Link]) -> tuple[str, Blob]:
    """Diff id and compressed blob of a layer."""
    raw = _tar({**_folders(files), **files})
    return _blob(raw).digest, _blob(gzip.compress(raw, 9, mtime=0))


def _folders(files: Mapping[str, object]) -> dict[str, None]:
    names = {str(parent) for name in files for parent in Path(name).parents}
    return dict.fromkeys(names - {"."})


def _tar(members: Mapping[str, File | Link | None]) -> bytes:
    """Members in the order of their names, none of them a folder but where None."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name in sorted(members):
            member = members[name]
            entry = tarfile.TarInfo(name)
            entry.mtime = EPOCH
            content = b""
            match member:
                case None:
                    entry.type, entry.mode = tarfile.DIRTYPE, 0o755
                case Link(target=target):
                    entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, target, 0o777
                case (mode, content):
                    entry.mode, entry.size = mode, len(content)
            tar.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def _blob(content: bytes) -> Blob:
    return Blob(content=content, digest="sha256:" + hashlib.sha256(content).hexdigest())


def _json(document: object) -> Blob:
    return _blob(json.dumps(document, separators=(",", ":"), sort_keys=True).encode())


def _descriptor(media_type: str, blob: Blob) -> dict[str, object]:
    return {"mediaType": media_type, "digest": blob.digest, "size": len(blob.content)}


def _member(blob: Blob) -> str:
    return "blobs/" + blob.digest.replace(":", "/")


def main() -> None:
    """Build the archives and name them."""
    parser = argparse.ArgumentParser(description="Build the images that travel inside Davit.")
    parser.add_argument("--busybox", type=Path, default=Path("/bin/busybox"))
    parser.add_argument("--output", type=Path, default=HERE / "images")
    add = parser.add_argument
    add("--architecture", choices=ARCHITECTURES, help="of busybox (default: this computer's)")
    add("--origin", help="the package that busybox comes from (default: that of this system)")
    add("--told-by", type=Path, metavar="BUSYBOX", help="the same, but one that runs here")
    options = parser.parse_args()
    written = build(
        options.busybox,
        options.output,
        architecture=options.architecture,
        origin=options.origin,
        told_by=options.told_by,
    )
    for path in written:
        print(path)


if __name__ == "__main__":
    main()
