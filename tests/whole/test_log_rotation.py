"""A log is kept in files of limited size, and read as one."""

import subprocess
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

WRITE = (
    "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; "
    "while [ ! -e /more ]; do sleep 0.1; done; "
    "while [ $i -lt 3100 ]; do echo line $i; i=$((i+1)); done; exec sleep 600"
)


def test_a_rotated_log_reads_as_one_and_goes_on(
    engine: Engine, registry: Registry, tmp_path: Path
) -> None:
    busybox = registry.image("busybox:latest")
    engine.docker("pull", "-q", busybox)
    id = engine.docker(
        *("run", "-d", "--log-opt", "max-size=64k", "--log-opt", "max-file=2"),
        *(busybox, "sh", "-c", WRITE),
    ).stdout.strip()
    followed = tmp_path / "followed"
    with followed.open("wb") as output:
        follower = subprocess.Popen(["docker", "logs", "-f", id], env=engine.env, stdout=output)
    try:
        folder = engine.data_root / "containers" / id
        wait_for((folder / "container.log.1").exists, 20, "not rotated", engine.log_tail)
        engine.docker("exec", id, "touch", "/more")
        expected = [f"line {number}\n" for number in range(3100)]
        wait_for(lambda: followed.read_text() == "".join(expected), 20, "not followed to the end")
        assert engine.docker("logs", id).stdout == "".join(expected)
        assert engine.docker("logs", "--tail", "150", id).stdout == "".join(expected[-150:])
    finally:
        engine.docker("rm", "-f", id)
        follower.kill()
        follower.wait()
