"""Health checks of running containers, as the stock docker command line shows them."""

import json
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

CHECK = ("--health-cmd", "test -e /tmp/ok", "--health-interval", "150ms", "--health-retries", "2")


def _run(engine: Engine, image: str, name: str, *options: str) -> None:
    engine.docker("run", "-d", "--name", name, *options, image, "sleep", "600")


def _state(engine: Engine, name: str) -> dict[str, Any]:
    found = engine.docker("inspect", "-f", "{{json .State}}", name).stdout
    state: dict[str, Any] = json.loads(found)
    return state


def _becomes(engine: Engine, name: str, status: str) -> dict[str, Any]:
    """The health once it has this status."""
    wait_for(
        lambda: _state(engine, name)["Health"]["Status"] == status,
        15,
        f"{name} does not become {status}",
        lambda: str(_state(engine, name)),
    )
    health: dict[str, Any] = _state(engine, name)["Health"]
    return health


def _listed(engine: Engine, name: str) -> str:
    shown = engine.docker("ps", "-a", "--filter", f"name=^{name}$", "--format", "{{.Status}}")
    return shown.stdout.strip()


def _processes(text: str) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = entry.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if line.strip() == text:
            found.append(line)
    return found


def test_a_container_is_starting_unhealthy_and_healthy_in_turn(
    engine: Engine, busybox: str
) -> None:
    _run(engine, busybox, "turns", *CHECK)
    assert "(health: starting)" in _listed(engine, "turns")
    health = _becomes(engine, "turns", "unhealthy")
    assert health["FailingStreak"] >= 2
    assert {entry["ExitCode"] for entry in health["Log"]} == {1}
    assert all(entry["Start"] < entry["End"] for entry in health["Log"])
    assert "(unhealthy)" in _listed(engine, "turns")
    engine.docker("exec", "turns", "touch", "/tmp/ok")
    assert _becomes(engine, "turns", "healthy")["FailingStreak"] == 0
    assert "(healthy)" in _listed(engine, "turns")
    names = engine.docker("ps", "--filter", "health=healthy", "--format", "{{.Names}}").stdout
    assert names.split() == ["turns"]

    id = engine.docker("inspect", "-f", "{{.Id}}", "turns").stdout.strip()
    filters = json.dumps({"container": [id], "event": ["health_status"]})
    query = {"since": "1", "until": "1.5e18", "filters": filters}
    query["until"] = engine.docker("info", "-f", "{{.SystemTime}}").stdout.strip()
    seen = engine.request("GET", "/events", query=query).body.decode().splitlines()
    assert [json.loads(line)["Action"] for line in seen] == [
        "health_status: unhealthy",
        "health_status: healthy",
    ]

    engine.docker("restart", "-t", "0", "turns")
    state = _state(engine, "turns")
    assert (state["Health"]["Status"], state["Health"]["FailingStreak"]) == ("starting", 0)
    engine.docker("stop", "-t", "0", "turns")
    assert _state(engine, "turns")["Health"]["Status"] == "unhealthy"
    assert "Exited" in _listed(engine, "turns")


def test_a_probe_is_an_exec_with_an_execs_events(engine: Engine, busybox: str) -> None:
    _run(engine, busybox, "seen", "--health-cmd", "echo fine", "--health-interval", "150ms")
    health = _becomes(engine, "seen", "healthy")
    assert (health["Log"][0]["ExitCode"], health["Log"][0]["Output"]) == (0, "fine\n")
    engine.docker("rm", "-f", "seen")
    until = engine.docker("info", "-f", "{{.SystemTime}}").stdout.strip()
    lines = engine.docker(
        *("events", "--since", "1", "--until", until, "--filter", "container=seen"),
        *("--format", "{{.Action}}"),
    ).stdout.splitlines()
    begin = lines.index("start")
    assert lines[begin + 1 : begin + 5] == [
        "exec_create: /bin/sh -c echo fine",
        "exec_start: /bin/sh -c echo fine",
        "exec_die",
        "health_status: healthy",
    ]


def test_five_results_are_kept_and_a_flood_is_cut(engine: Engine, busybox: str) -> None:
    flood = "head -c 200000 /dev/zero | tr '\\0' x"
    _run(engine, busybox, "flood", "--health-cmd", flood, "--health-interval", "20ms")
    wait_for(lambda: len(_state(engine, "flood")["Health"]["Log"]) == 5, 15, "not five results")
    first = _state(engine, "flood")["Health"]["Log"][0]["Start"]
    wait_for(
        lambda: _state(engine, "flood")["Health"]["Log"][0]["Start"] > first, 15, "no new result"
    )
    log = _state(engine, "flood")["Health"]["Log"]
    assert [entry["Output"] for entry in log] == ["x" * 4096 + "..."] * 5
    engine.docker("rm", "-f", "flood")


def test_a_slow_probe_is_killed_with_its_children(engine: Engine, busybox: str) -> None:
    slow = ("--health-cmd", "echo so far; sleep 4711; true", "--health-timeout", "200ms")
    _run(engine, busybox, "slow", *slow, "--health-interval", "100ms", "--health-retries", "1")
    entry = _becomes(engine, "slow", "unhealthy")["Log"][0]
    assert entry["ExitCode"] == -1
    assert entry["Output"] == "Health check exceeded timeout (200ms): so far\n"
    engine.docker("pause", "slow")
    wait_for(lambda: len(_processes("sleep 4711")) <= 1, 5, "probes pile up")
    engine.docker("rm", "-f", "slow")
    wait_for(lambda: not _processes("sleep 4711"), 5, "a probe outlives its container")


def test_a_probe_that_cannot_be_run_says_why(engine: Engine, busybox: str) -> None:
    answer = engine.request(
        "POST",
        "/containers/create?name=missing",
        {
            "Image": busybox,
            "Cmd": ["sleep", "600"],
            "Healthcheck": {"Test": ["CMD", "no-such-probe"], "Interval": 10**8, "Retries": 1},
        },
    )
    assert answer.status == 201
    engine.docker("start", "missing")
    entry = _becomes(engine, "missing", "unhealthy")["Log"][0]
    assert entry["ExitCode"] == -1
    assert entry["Output"].startswith("OCI runtime exec failed: exec failed: ")
    assert "no-such-probe" in entry["Output"]


def test_an_images_check_is_inherited_field_by_field_or_refused(
    engine: Engine, busybox: str
) -> None:
    engine.docker("create", "--name", "base", busybox)
    check = "HEALTHCHECK --interval=100ms --retries=7 CMD echo from the image"
    engine.docker("commit", "--change", check, "base", "checked")
    _run(engine, "checked", "inherits", "--health-retries", "4")
    health = _becomes(engine, "inherits", "healthy")
    assert health["Log"][0]["Output"] == "from the image\n"
    merged = engine.docker("inspect", "-f", "{{json .Config.Healthcheck}}", "inherits").stdout
    assert json.loads(merged) == {
        "Test": ["CMD-SHELL", "echo from the image"],
        "Interval": 10**8,
        "Retries": 4,
    }
    _run(engine, "checked", "refuses", "--no-healthcheck")
    assert "Health" not in _state(engine, "refuses")
    without = engine.docker("ps", "--filter", "health=none", "--format", "{{.Names}}").stdout
    assert "refuses" in without.split()
    assert "inherits" not in without.split()


def test_failures_do_not_count_in_the_start_period(engine: Engine, busybox: str) -> None:
    answer = engine.request(
        "POST",
        "/containers/create?name=period",
        {
            "Image": busybox,
            "Cmd": ["sleep", "600"],
            "Healthcheck": {
                "Test": ["CMD", "test", "-e", "/tmp/ok"],
                "Interval": 600 * 10**9,
                "Retries": 1,
                "StartPeriod": 600 * 10**9,
                "StartInterval": 5 * 10**7,
            },
        },
    )
    assert answer.status == 201
    engine.docker("start", "period")
    wait_for(lambda: len(_state(engine, "period")["Health"]["Log"]) >= 3, 15, "no probes")
    health = _state(engine, "period")["Health"]
    assert (health["Status"], health["FailingStreak"]) == ("starting", 0)
    engine.docker("exec", "period", "touch", "/tmp/ok")
    _becomes(engine, "period", "healthy")


def test_a_paused_container_is_not_probed(engine: Engine, busybox: str) -> None:
    probe = ("--health-cmd", "echo x >>/tmp/probes; sleep 0.3", "--health-interval", "50ms")
    _run(engine, busybox, "frozen", *probe)
    _becomes(engine, "frozen", "healthy")
    engine.docker("pause", "frozen")
    assert "(Paused)" in _listed(engine, "frozen")
    before = _state(engine, "frozen")["Health"]
    assert before["Status"] == "unhealthy"
    engine.docker("run", "--rm", busybox, "sleep", "0.5")
    assert _state(engine, "frozen")["Health"] == before
    engine.docker("unpause", "frozen")
    _becomes(engine, "frozen", "healthy")
    assert engine.docker("stop", "-t", "0", "frozen").returncode == 0


@pytest.mark.parametrize("end", ["kill9", "stop"])
def test_the_next_daemon_goes_on_probing(
    fresh_engine: Engine, registry: Registry, end: str
) -> None:
    engine = fresh_engine
    _run(engine, registry.image("busybox:latest"), "goes-on", *CHECK)
    engine.docker("exec", "goes-on", "touch", "/tmp/ok")
    _becomes(engine, "goes-on", "healthy")
    getattr(engine, end)()
    engine.start()
    assert _state(engine, "goes-on")["Health"]["Status"] == "healthy"
    engine.docker("exec", "goes-on", "rm", "/tmp/ok")
    _becomes(engine, "goes-on", "unhealthy")


def test_the_end_of_a_container_is_no_failure_of_its_check(engine: Engine, busybox: str) -> None:
    until = engine.docker("info", "-f", "{{.SystemTime}}").stdout.strip()
    for number in range(4):
        engine.docker(
            *("run", "-d", "--name", f"dying{number}", "--health-cmd", "sleep 5"),
            *("--health-interval", "1ms", "--health-retries", "1"),
            *(busybox, "sleep", f"0.{number + 2}"),
        )
    for number in range(4):
        assert engine.docker("wait", f"dying{number}").stdout == "0\n"
        assert _state(engine, f"dying{number}")["Health"]["Log"] == []
    now = engine.docker("info", "-f", "{{.SystemTime}}").stdout.strip()
    told = engine.docker(
        *("events", "--since", until, "--until", now, "--filter", "event=health_status"),
        *("--format", "{{.Actor.Attributes.name}}"),
    ).stdout
    assert "dying" not in told
