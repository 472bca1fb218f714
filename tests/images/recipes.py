"""The images that the tests pull: what each is made of.

Their content comes from Debian's packages. `ubuntu` is a stand-in under the name that people type:
it is Debian with a shell, ps and ping.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SHELL: Mapping[str, Any] = {"Env": [PATH], "Cmd": ["/bin/bash"]}


@dataclass(frozen=True, kw_only=True)
class Debian:
    """A root file system by mmdebstrap; one layer."""

    suite: str
    packages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Busybox:
    """Debian's static busybox with a link for each applet; one layer."""


@dataclass(frozen=True, kw_only=True)
class Packages:
    """A layer of more Debian packages, and shell commands after them."""

    packages: tuple[str, ...]
    script: str = "true"


@dataclass(frozen=True, kw_only=True)
class Files:
    """A layer of files: bytes are content, text is a symbolic link's target."""

    files: tuple[tuple[str, bytes | str], ...]


Step = Debian | Busybox | Packages | Files


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One image: its layers from the bottom up, and its configuration."""

    steps: tuple[Step, ...]
    config: Mapping[str, Any] = field(default_factory=dict)
    docker: bool = False
    """Docker's schema 2 in place of OCI."""
    compression: str = "gzip"
    platforms: tuple[str, ...] = ()
    """Architectures of an index over this image; the first is this machine's. None: no index."""


BOOKWORM = Debian(suite="bookworm", packages=("procps", "iputils-ping"))
TRIXIE = Debian(suite="trixie", packages=("procps", "iputils-ping"))
BUSYBOX = Busybox()

HELLO = Files(files=(("bin/hello", b"#!/bin/sh\necho Hello from a container!\n"),))

UBUNTU_1604 = (
    BOOKWORM,
    Files(files=(("etc/davit-test/first", b"one\n"),)),
    Files(files=(("etc/davit-test/second", b"two\n"),)),
    Files(files=(("etc/davit-test/third", b"three\n"), ("run/davit-test/", b""))),
)

NGINX = Packages(
    packages=("nginx-light",),
    script="ln -sf /dev/stdout /var/log/nginx/access.log;"
    " ln -sf /dev/stderr /var/log/nginx/error.log",
)
REDIS = Packages(packages=("redis-server",), script="mkdir -p /data && chown redis: /data")
PYTHON = Packages(packages=("python3",))

SH: Mapping[str, Any] = {"Env": [PATH], "Cmd": ["sh"]}

RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "busybox:latest": Recipe(steps=(BUSYBOX,), config=SH),
        "hello-world:latest": Recipe(
            steps=(BUSYBOX, HELLO), config={"Env": [PATH], "Cmd": ["hello"]}, docker=True
        ),
        "debian:latest": Recipe(steps=(BOOKWORM,), config=SHELL),
        "ubuntu:latest": Recipe(steps=(BOOKWORM,), config=SHELL, docker=True),
        "ubuntu:16.04": Recipe(steps=UBUNTU_1604, config=SHELL, docker=True),
        "nginx:latest": Recipe(
            steps=(BOOKWORM, NGINX),
            config={
                "Env": [PATH],
                "Cmd": ["nginx", "-g", "daemon off;"],
                "ExposedPorts": {"80/tcp": {}},
                "StopSignal": "SIGQUIT",
            },
        ),
        "redis:latest": Recipe(
            steps=(BOOKWORM, REDIS),
            config={
                "Env": [PATH],
                "Cmd": ["redis-server", "--protected-mode", "no"],
                "ExposedPorts": {"6379/tcp": {}},
                "Volumes": {"/data": {}},
                "WorkingDir": "/data",
            },
        ),
        "python:3.11": Recipe(
            steps=(BOOKWORM, PYTHON), config={"Env": [PATH], "Cmd": ["python3"]}, docker=True
        ),
        "python:3.13": Recipe(steps=(TRIXIE, PYTHON), config={"Env": [PATH], "Cmd": ["python3"]}),
        "variants:zstd": Recipe(steps=(BUSYBOX,), config=SH, compression="zstd"),
        "variants:schema2": Recipe(steps=(BUSYBOX,), config=SH, docker=True),
        "variants:index": Recipe(steps=(BUSYBOX,), config=SH, platforms=("amd64", "arm64")),
        "variants:list": Recipe(
            steps=(BUSYBOX,), config=SH, docker=True, platforms=("amd64", "arm64")
        ),
        "variants:layers": Recipe(
            steps=(
                BUSYBOX,
                Files(files=(("data/keep", b"keep\n"), ("data/gone", b"gone\n"))),
                Files(files=(("data/.wh.gone", b""), ("data/new", b"new\n"))),
                Files(files=(("opaque/old", b"old\n"), ("link", "data/new"))),
                Files(files=(("opaque/.wh..wh..opq", b""), ("opaque/fresh", b"fresh\n"))),
                *(
                    Files(files=((f"many/{number:02}", f"layer {number}\n".encode()),))
                    for number in range(20)
                ),
            ),
            config=SH,
        ),
    }
)
