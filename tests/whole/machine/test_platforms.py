"""Programs of the other architecture run in the machine, in builds and in containers."""

import platform
from pathlib import Path

import pytest

from fixtures import guest_image
from fixtures.commands import Cli

pytestmark = [pytest.mark.root, pytest.mark.qemu]

OTHER = {"x86_64": "aarch64", "aarch64": "x86_64"}[platform.machine()]
DOCKERFILE = """\
FROM scratch
COPY busybox /bin/
RUN ["/bin/busybox", "sh", "-c", "busybox uname -m >/built-on"]
"""


def test_programs_of_the_other_architecture_run(cli: Cli, tmp_path: Path) -> None:
    busybox = tmp_path / "busybox"
    busybox.write_bytes(guest_image.program(OTHER, "busybox-static", "usr/bin/busybox"))
    busybox.chmod(0o755)
    (tmp_path / "Dockerfile").write_text(DOCKERFILE)
    chosen = ("--platform", f"linux/{OTHER}")

    cli("build", *chosen, "-t", "other", str(tmp_path), env={"DOCKER_BUILDKIT": "0"})
    script = "busybox cat /built-on; exec busybox sh -c 'busybox uname -m'"
    told = cli.lines("run", "--rm", *chosen, "other", "busybox", "sh", "-c", script)

    cli("rmi", "other")
    assert told == [OTHER, OTHER]
