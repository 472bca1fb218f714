"""A log is kept in files of limited size, and read as one."""

import json
import subprocess
from collections.abc import Callable
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


def test_the_engines_own_driver_is_for_who_names_none(
    make_engine: Callable[..., Engine], registry: Registry
) -> None:
    engine = make_engine(
        arguments=["--log-driver", "local", "--log-opt", "max-size=5m"],
    )
    engine.start()
    try:
        assert engine.docker("info", "-f", "{{.LoggingDriver}}").stdout == "local\n"
        engine.docker("pull", "-q", registry.image("busybox:latest"))
        engine.docker("create", "--name", "made", registry.image("busybox:latest"))
        shown = engine.docker("inspect", "-f", "{{json .HostConfig.LogConfig}}", "made").stdout
        assert json.loads(shown) == {"Type": "local", "Config": {"max-size": "5m"}}
    finally:
        engine.close()
