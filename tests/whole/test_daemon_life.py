"""The daemon comes and goes; containers stay."""

import re
from collections.abc import Callable

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

COUNT = "i=0; while true; do i=$((i+1)); echo line $i; sleep 0.1; done"


def _count(engine: Engine, name: str) -> int:
    return len(engine.docker("logs", name).stdout.splitlines())


@pytest.mark.parametrize("end", ["kill9", "stop"])
def test_containers_go_on_without_the_daemon_and_are_adopted(
    fresh_engine: Engine, registry: Registry, end: str
) -> None:
    engine = fresh_engine
    busybox = registry.image("busybox:latest")
    engine.docker("run", "-d", "--name", "counter", busybox, "sh", "-c", COUNT)
    engine.docker("run", "-d", "--name", "brief", busybox, "sh", "-c", "sleep 1; exit 3")
    wait_for(lambda: _count(engine, "counter") > 2, 10, "no lines")
    pid = engine.docker("inspect", "-f", "{{.State.Pid}}", "counter").stdout.strip()
    getattr(engine, end)()
    seen = len(_log_of(engine).splitlines())
    wait_for(lambda: len(_log_of(engine).splitlines()) > seen + 10, 10, "the log stands still")
    engine.start()

    assert engine.docker("inspect", "-f", "{{.State.Pid}}", "counter").stdout.strip() == pid
    assert engine.docker("ps", "--format", "{{.Names}}").stdout.split() == ["counter"]
    lines = engine.docker("logs", "counter").stdout.splitlines()
    assert lines == [f"line {number}" for number in range(1, len(lines) + 1)]
    assert engine.docker("wait", "brief").stdout == "3\n"
    assert engine.docker("exec", "counter", "echo", "adopted").stdout == "adopted\n"
    engine.docker("stop", "-t", "0", "counter")
    assert "Exited (137)" in engine.docker("ps", "-a", "--filter", "name=counter").stdout


def _log_of(engine: Engine) -> str:
    (log,) = (
        path
        for path in (engine.data_root / "containers").glob("*/*log*")
        if "line 1" in path.read_text(errors="replace")
    )
    return log.read_text(errors="replace")


def test_volumes_and_stopped_containers_survive_a_crash(
    fresh_engine: Engine, registry: Registry
) -> None:
    engine = fresh_engine
    busybox = registry.image("busybox:latest")
    engine.docker("run", "--name", "writer", "-v", "kept:/data", busybox, "touch", "/data/a", "/b")
    engine.kill9()
    engine.start()
    listed = engine.docker("run", "--rm", "-v", "kept:/data", busybox, "ls", "/data").stdout
    assert listed == "a\n"
    engine.docker("commit", "writer", "kept:1")
    assert engine.docker("run", "--rm", "kept:1", "ls", "/b").stdout == "/b\n"


def test_a_second_daemon_stays_off_the_same_folders(fresh_engine: Engine) -> None:
    second = Engine(
        fresh_engine.base / "2",
        docker=fresh_engine.program("docker"),
        arguments=["--data-root", str(fresh_engine.data_root)],
    )
    with pytest.raises(AssertionError, match=re.escape(str(fresh_engine.data_root))):
        second.start()
    assert fresh_engine.request("GET", "/_ping").status == 200


def test_two_engines_run_side_by_side(
    make_engine: Callable[..., Engine], registry: Registry
) -> None:
    busybox = registry.image("busybox:latest")
    engines = [make_engine(), make_engine()]
    try:
        for engine in engines:
            engine.start()
        for engine in engines:
            engine.docker("run", "-d", "--name", "same", busybox, "sleep", "600")
        addresses = {
            engine.docker(
                "inspect", "-f", "{{.NetworkSettings.Networks.bridge.Gateway}}", "same"
            ).stdout
            for engine in engines
        }
        assert len(addresses) == 2
    finally:
        for engine in engines:
            engine.close()


def test_what_an_uninstalled_engine_left_running_is_stopped(
    fresh_engine: Engine, registry: Registry
) -> None:
    engine = fresh_engine
    busybox = registry.image("busybox:latest")
    engine.docker("run", "-d", "--name", "left", "-p", "8080", busybox, "sleep", "1000")
    engine.docker("run", "-d", "--name", "again", "--restart", "always", busybox, "sleep", "1000")
    engine.stop()
    done = engine.run(
        [
            str(engine.program("davit-engine")),
            *("--data-root", str(engine.data_root)),
            *("--exec-root", str(engine.exec_root)),
            *("--pidfile", str(engine.pidfile)),
            *("--config-file", str(engine.base / "daemon.json")),
            "--stop-containers",
        ]
    )
    assert done.returncode == 0
    assert engine.run(["nft", "list", "tables"]).stdout.count(f"davit_{engine.instance}") == 0
    engine.start()

    def states() -> list[str]:
        listed = engine.docker("ps", "-a", "--format", "{{.Names}} {{.State}}")
        return sorted(listed.stdout.splitlines())

    wait_for(lambda: states() == ["again running", "left exited"], 30, "policies were lost")
    engine.docker("rm", "-f", "again", "left")
