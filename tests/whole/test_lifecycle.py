"""The life of a container as Docker tells it: states, exit codes, restarts, pauses, renames."""

import http.client
import itertools
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

STUBBORN = ("sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done")


@pytest.fixture(autouse=True)
def no_containers_of_the_last_test(engine: Engine) -> Iterator[None]:
    yield
    engine.remove_everything()


def _run(engine: Engine, name: str, *arguments: str) -> None:
    engine.docker("run", "-d", "--name", name, *arguments)


def _inspect(engine: Engine, name: str) -> dict[str, Any]:
    found = engine.request("GET", f"/containers/{name}/json")
    assert found.status == 200, found.body
    whole: dict[str, Any] = found.json()
    return whole


def _status(engine: Engine, name: str) -> str:
    return str(_inspect(engine, name)["State"]["Status"])


def _until(engine: Engine, name: str, status: str) -> dict[str, Any]:
    """The container once it has this status."""
    wait_for(
        lambda: _status(engine, name) == status,
        20,
        f"{name} does not become {status}",
        lambda: str(_inspect(engine, name)["State"]),
    )
    return _inspect(engine, name)


def _now(engine: Engine) -> str:
    return engine.docker("info", "-f", "{{.SystemTime}}").stdout.strip()


def _actions(engine: Engine, name: str, since: str) -> list[str]:
    return engine.docker(
        *("events", "--since", since, "--until", _now(engine), "--filter", f"container={name}"),
        *("--format", "{{.Action}}"),
    ).stdout.splitlines()


# Ends


def test_a_restart_keeps_a_container_that_removes_itself(engine: Engine, busybox: str) -> None:
    _run(engine, "brief", "--rm", busybox, "sleep", "600")
    id = _inspect(engine, "brief")["Id"]
    engine.docker("restart", "-t", "0", "brief")
    again = _inspect(engine, "brief")
    assert (again["Id"], again["State"]["Status"]) == (id, "running")
    engine.docker("stop", "-t", "0", "brief")
    wait_for(lambda: engine.request("GET", "/containers/brief/json").status == 404, 10, "it stays")


def test_no_exit_code_is_lost_when_containers_remove_themselves(
    engine: Engine, busybox: str
) -> None:
    def attached(number: int) -> int:
        ran = engine.docker(
            "run", "--rm", busybox, "sh", "-c", f"echo {number}; exit {number}", check=False
        )
        assert ran.stdout == f"{number}\n"
        return ran.returncode

    def waited(number: int) -> int:
        made = engine.request(
            "POST",
            "/containers/create",
            {
                "Image": busybox,
                "Cmd": ["sh", "-c", f"exit {number}"],
                "HostConfig": {"AutoRemove": True},
            },
        ).json()["Id"]
        # Their heads come at once, which tells that they wait.
        with _wait(engine, made, "next-exit") as ended, _wait(engine, made, "removed") as removed:
            assert engine.request("POST", f"/containers/{made}/start").status == 204
            codes = {json.loads(answer.read())["StatusCode"] for answer in (ended, removed)}
        assert len(codes) == 1
        return int(codes.pop())

    numbers = range(1, 13)
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(attached, numbers)) == list(numbers)
        assert list(pool.map(waited, numbers)) == list(numbers)
    wait_for(lambda: engine.request("GET", "/containers/json?all=1").json() == [], 10, "some stay")


@contextmanager
def _wait(engine: Engine, id: str, condition: str) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("localhost", timeout=60)
    connection.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.sock.settimeout(60)
    connection.sock.connect(str(engine.socket))
    with closing(connection.sock):
        connection.request("POST", f"/containers/{id}/wait?condition={condition}")
        with connection.getresponse() as response:
            yield response


def test_a_container_killed_for_memory_says_so(engine: Engine, busybox: str) -> None:
    # What eats asks to be killed first, so that the shell lives to end with a code of its own.
    eat = "(echo 1000 >/proc/self/oom_score_adj; head -c 200m /dev/zero | tail -c 190m >/dev/null)"
    ran = engine.docker(
        *("run", "--name", "greedy", "-m", "16m", "--memory-swap", "16m", busybox),
        *("sh", "-c", f"{eat}; exit 9"),
        check=False,
    )
    state = _inspect(engine, "greedy")["State"]
    assert (ran.returncode, state["ExitCode"], state["OOMKilled"]) == (9, 9, True)


# Restarts


def test_the_policy_counts_its_restarts_and_gives_up(engine: Engine, busybox: str) -> None:
    since = _now(engine)
    _run(engine, "gives-up", "--restart", "on-failure:3", busybox, "sh", "-c", "exit 3")
    wait_for(lambda: _inspect(engine, "gives-up")["RestartCount"] == 3, 20, "no third restart")
    found = _until(engine, "gives-up", "exited")
    assert (found["RestartCount"], found["State"]["ExitCode"]) == (3, 3)
    actions = [a for a in _actions(engine, "gives-up", since) if a in ("start", "die", "restart")]
    assert actions == ["start", "die"] * 4
    engine.docker("start", "gives-up")
    assert _inspect(engine, "gives-up")["RestartCount"] < 3


def test_the_pauses_between_restarts_double(engine: Engine, busybox: str) -> None:
    _run(engine, "backs-off", "--restart", "always", busybox, "true")
    wait_for(lambda: _inspect(engine, "backs-off")["RestartCount"] == 4, 20, "no fourth restart")
    found = _until(engine, "backs-off", "restarting")
    state = found["State"]
    assert (state["Running"], state["Restarting"], state["Pid"]) == (True, True, 0)
    times = [
        json.loads(line)["timeNano"]
        for line in engine.docker(
            *("events", "--since", "1", "--until", _now(engine), "--format", "{{json .}}"),
            *("--filter", "container=backs-off", "--filter", "event=start"),
        ).stdout.splitlines()
    ]
    gaps = [(later - earlier) / 1e9 for earlier, later in itertools.pairwise(times)]
    for gap, least in zip(gaps, (0.1, 0.2, 0.4), strict=False):
        assert least < gap < least + 5
    engine.docker("rm", "-f", "backs-off")


def test_a_restart_that_cannot_start_is_given_up(
    engine: Engine, busybox: str, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    _run(
        engine,
        *("loses-its-mount", "--restart", "always"),
        *("--mount", f"type=bind,source={source},target=/data", busybox),
        *("sh", "-c", "while [ ! -e /data/end ]; do sleep 0.02; done; exit 3"),
    )
    source.rename(tmp_path / "away")
    (tmp_path / "away/end").touch()
    found = _until(engine, "loses-its-mount", "exited")
    assert (found["RestartCount"], found["State"]["ExitCode"]) == (1, 3)
    assert "source" in found["State"]["Error"]
    engine.docker("run", "--rm", busybox, "sleep", "1")
    assert _inspect(engine, "loses-its-mount")["State"] == found["State"]
    engine.docker("rm", "loses-its-mount")


def test_a_log_is_followed_to_the_end_of_one_run(
    engine: Engine, busybox: str, tmp_path: Path
) -> None:
    create = ("create", "--name", "talks", "--restart", "always", busybox)
    engine.docker(*create, "sh", "-c", "echo on; exec sleep 600")
    assert engine.docker("logs", "-f", "talks", timeout=20).stdout == ""
    engine.docker("start", "talks")
    followed = tmp_path / "followed"
    with followed.open("wb") as output:
        follower = subprocess.Popen(
            ["docker", "logs", "-f", "talks"], env=engine.env, stdout=output
        )
    try:
        wait_for(lambda: followed.read_text() == "on\n", 20, "not followed")
        engine.docker("restart", "-t", "0", "talks")
        assert follower.wait(20) == 0
    finally:
        follower.kill()
        follower.wait()
    assert followed.read_text() == "on\n"
    engine.docker("rm", "-f", "talks")


@pytest.mark.parametrize("command", [("kill",), ("stop",), ("rm", "-f")])
def test_a_restart_that_waits_is_called_off(
    engine: Engine, busybox: str, command: tuple[str, ...]
) -> None:
    _run(engine, "loop", "--restart", "always", busybox, "false")
    wait_for(lambda: _inspect(engine, "loop")["RestartCount"] >= 4, 20, "no restarts")
    _until(engine, "loop", "restarting")
    busy = engine.docker("exec", "loop", "true", check=False)
    assert "is restarting, wait until the container is running" in busy.stderr
    engine.docker(*command, "loop")
    if command != ("rm", "-f"):
        found = _inspect(engine, "loop")
        assert (found["State"]["Status"], found["State"]["ExitCode"]) == ("exited", 1)
        engine.docker("run", "--rm", busybox, "sleep", "2")
        assert _inspect(engine, "loop")["State"] == found["State"]
        engine.docker("rm", "loop")
    assert engine.request("GET", "/containers/loop/json").status == 404


@pytest.mark.parametrize("end", ["kill9", "stop"])
def test_policies_hold_over_restarts_of_the_daemon(
    fresh_engine: Engine, registry: Registry, end: str
) -> None:
    engine = fresh_engine
    busybox = registry.image("busybox:latest")
    _run(engine, "failing", "--restart", "on-failure:50", busybox, "false")
    _run(engine, "stopped", "--restart", "unless-stopped", busybox, "sleep", "600")
    _run(engine, "always", "--restart", "always", busybox, "sleep", "600")
    _run(engine, "lives", "--restart", "always", busybox, "sleep", "600")
    engine.docker("stop", "-t", "0", "stopped", "always")
    wait_for(lambda: _inspect(engine, "failing")["RestartCount"] >= 4, 20, "no restarts")
    _until(engine, "failing", "restarting")
    pid = _inspect(engine, "lives")["State"]["Pid"]
    getattr(engine, end)()
    engine.start()
    _until(engine, "always", "running")
    before = _inspect(engine, "failing")["State"]["FinishedAt"]
    wait_for(
        lambda: _inspect(engine, "failing")["State"]["FinishedAt"] > before,
        20,
        "the restart is forgotten",
    )
    assert _status(engine, "stopped") == "exited"
    assert _inspect(engine, "lives")["State"]["Pid"] == pid
    assert _inspect(engine, "lives")["RestartCount"] == 0


# Pauses


def test_a_paused_container_is_stopped_and_killed(engine: Engine, busybox: str) -> None:
    for command, code in (
        (("stop", "-t", "30"), 143),
        (("kill", "-s", "TERM"), 143),
        (("kill",), 137),
    ):
        since = _now(engine)
        _run(
            engine,
            "frozen",
            busybox,
            "sh",
            "-c",
            "trap 'exit 143' TERM; while :; do sleep 0.1; done",
        )
        engine.docker("pause", "frozen")
        refused = engine.docker("exec", "frozen", "true", check=False)
        assert "is paused, unpause the container before exec" in refused.stderr
        began = time.monotonic()
        engine.docker(*command, "frozen")
        assert engine.docker("wait", "frozen").stdout == f"{code}\n"
        assert time.monotonic() - began < 10
        state = _inspect(engine, "frozen")["State"]
        assert (state["Status"], state["Paused"]) == ("exited", False)
        actions = _actions(engine, "frozen", since)
        begin = actions.index("pause")
        wanted = ["pause", "kill", "unpause", "die"] + (["stop"] if "stop" in command else [])
        assert actions[begin:] == wanted
        engine.docker("rm", "frozen")


def test_a_paused_container_that_ignores_the_signal_runs_again(
    engine: Engine, busybox: str
) -> None:
    _run(engine, "stubborn", busybox, *STUBBORN)
    engine.docker("pause", "stubborn")
    engine.docker("kill", "-s", "TERM", "stubborn")
    assert _status(engine, "stubborn") == "running"
    engine.docker("kill", "stubborn")
    assert _inspect(engine, "stubborn")["State"]["ExitCode"] == 137


def test_a_crash_during_a_commit_leaves_nothing_paused(
    fresh_engine: Engine, registry: Registry
) -> None:
    engine = fresh_engine
    fill = "head -c 400m /dev/urandom >/big; echo full; sleep 600"
    _run(engine, "big", registry.image("busybox:latest"), "sh", "-c", fill)
    wait_for(lambda: engine.docker("logs", "big").stdout == "full\n", 60, "it does not fill")
    _run(engine, "asleep", registry.image("busybox:latest"), "sleep", "600")
    engine.docker("pause", "asleep")
    with ThreadPoolExecutor(1) as pool:
        pool.submit(engine.docker, "commit", "big", "saved", check=False)
        wait_for(lambda: _status(engine, "big") == "paused", 10, "the commit does not pause")
        engine.kill9()
    engine.start()
    assert _status(engine, "big") == "running"
    assert engine.docker("exec", "big", "echo", "here").stdout == "here\n"
    assert _status(engine, "asleep") == "paused"
    engine.docker("unpause", "asleep")
    assert engine.docker("commit", "asleep", "saved").stdout.startswith("sha256:")


# Names


def test_renames_at_once_leave_one_name_and_free_the_others(engine: Engine, busybox: str) -> None:
    _run(engine, "first", busybox, "sleep", "600")
    id = _inspect(engine, "first")["Id"]
    names = [f"name{number}" for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(
            pool.map(lambda n: engine.request("POST", f"/containers/{id}/rename?name={n}"), names)
        )
    assert {answer.status for answer in answers} == {204}
    last = _inspect(engine, id)["Name"].removeprefix("/")
    assert last in names
    for name in {"first", *names} - {last}:
        assert engine.request("GET", f"/containers/{name}/json").status == 404
        engine.docker("create", "--name", name, busybox)
    engine.docker("restart", "-t", "0", last)
    assert _inspect(engine, last)["Id"] == id


def test_a_rename_during_starts_and_stops_holds(engine: Engine, busybox: str) -> None:
    engine.docker("create", "--name", "moving0", busybox, "sleep", "600")
    id = _inspect(engine, "moving0")["Id"]
    with ThreadPoolExecutor(1) as pool:
        cycling = pool.submit(
            lambda: [
                engine.request("POST", f"/containers/{id}/restart?t=0").status for _ in range(4)
            ]
        )
        number = 0
        while not cycling.done():
            number += 1
            answer = engine.request("POST", f"/containers/{id}/rename?name=moving{number}")
            assert answer.status == 204
            assert _inspect(engine, f"moving{number}")["Id"] == id
    assert cycling.result() == [204] * 4
    assert _inspect(engine, id)["Name"] == f"/moving{number}"


# Refusals


def test_an_exec_on_a_container_that_ended_is_a_conflict(engine: Engine, busybox: str) -> None:
    _run(engine, "ended", busybox, "sleep", "600")
    made = engine.request("POST", "/containers/ended/exec", {"Cmd": ["true"]}).json()["Id"]
    pid = _inspect(engine, "ended")["State"]["Pid"]
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{pid}").exists(), 10, "it does not end")
    for detach in (False, True):
        answer = engine.request("POST", f"/exec/{made}/start", {"Detach": detach})
        assert answer.status == 409
        assert answer.message.endswith("is not running")
    assert engine.request("POST", "/containers/ended/exec", {"Cmd": ["true"]}).status == 409
