"""Containers with users of their own where cgroups are of version 2 and layers are EROFS files."""

from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for_page

pytestmark = [pytest.mark.root, pytest.mark.qemu]


def test_users_of_its_own_in_the_machine(cli: Cli, tmp_path: Path) -> None:
    busybox = cli.image("busybox:latest")
    cli("pull", "-q", busybox)
    script = (
        "cat /proc/self/uid_map; cat /sys/fs/cgroup/memory.max; echo here >/data/index.html;"
        "chown 33 /data/index.html; stat -c %u / /data/index.html >/dev/stdout;"
        "exec httpd -f -p 80 -h /data"
    )
    cli.engine.davit("run", "-d", "--name", "own", "--userns=auto", "-m", "64m", "-p", "0:80",
                     "-v", "cargo:/data", busybox, "sh", "-c", script)  # fmt: skip
    address = cli("port", "own", "80").stdout.split()[0]
    assert wait_for_page(f"http://{address}/") == b"here\n"
    told = cli("logs", "own").stdout.split()
    assert told[0] == "0"
    assert int(told[1]) > 0
    assert told[2:] == ["65536", str(64 << 20), "0", "33"]
    assert cli("exec", "own", "sh", "-c", "id -u >/dev/stdout").stdout == "0\n"
    (tmp_path / "file").write_text("x")
    cli("cp", f"{tmp_path}/file", "own:/data/file")
    cli("restart", "-t", "0", "own")
    assert cli("exec", "own", "stat", "-c", "%u", "/data/file", "/data/index.html").stdout
    outside = cli(
        "run", "--rm", "-v", "cargo:/data", busybox, "stat", "-c", "%u", "/data/index.html"
    )
    assert outside.stdout == "33\n"
