"""Limits that hold, and looking on: stats, top, events, logs, inspect."""

import json
import re

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root


def test_too_much_memory_is_killed_and_said_so(cli: Cli, busybox: str) -> None:
    hungry = "x=aaaaaaaaaaaaaaaa; while :; do x=$x$x; done"
    done = cli("run", "--name", "hungry", "-m", "16m", busybox, "sh", "-c", hungry, check=False)
    assert done.returncode == 137
    state = json.loads(cli("inspect", "hungry").stdout)[0]["State"]
    assert (state["OOMKilled"], state["ExitCode"]) == (True, 137)


def test_no_more_processes_than_allowed(cli: Cli, busybox: str) -> None:
    many = "for i in 1 2 3 4 5 6 7 8 9 10; do sleep 60 & done; echo started"
    done = cli("run", "--rm", "--pids-limit", "5", busybox, "sh", "-c", many, check=False)
    assert "started" not in done.stdout
    assert "fork" in done.stderr


def test_stats_show_use_and_limit(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "busy", "-m", "64m", "--cpus", "0.5", busybox,
        "sh", "-c", "while :; do :; done")  # fmt: skip
    row = json.loads(cli("stats", "--no-stream", "--format", "{{json .}}", "busy").stdout)
    assert row["Name"] == "busy"
    assert row["MemUsage"].endswith(" / 64MiB")
    assert 20 < float(row["CPUPerc"].rstrip("%")) < 80
    assert row["PIDs"] == "1"


def test_top_lists_processes_by_the_hosts_numbers(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "idle", busybox, "sleep", "600")
    header, row = cli.lines("top", "idle")
    assert header.split()[:3] == ["UID", "PID", "PPID"]
    pid = cli("inspect", "-f", "{{.State.Pid}}", "idle").stdout.strip()
    assert row.split()[1] == pid
    assert row.endswith("sleep 600")


def test_events_tell_a_containers_life(cli: Cli, busybox: str) -> None:
    since = cli.engine.request("GET", "/info").json()["SystemTime"]
    container = cli("run", "-d", "--name", "seen", busybox, "true").stdout.strip()
    cli("wait", "seen")
    cli("rm", "seen")
    until = cli.engine.request("GET", "/info").json()["SystemTime"]
    told = cli("events", "--since", since, "--until", until, "--filter", f"container={container}",
               "--format", "{{.Action}}").stdout.split()  # fmt: skip
    assert [action for action in told if action in ("create", "start", "die", "destroy")] == [
        "create",
        "start",
        "die",
        "destroy",
    ]


def test_logs_follow_tail_and_timestamps(cli: Cli, busybox: str) -> None:
    script = "for i in 1 2 3; do echo out $i; echo err $i >&2; done; sleep 1; echo last"
    cli("run", "-d", "--name", "talker", busybox, "sh", "-c", script)
    followed = cli("logs", "-f", "talker")
    assert followed.stdout.split("\n") == ["out 1", "out 2", "out 3", "last", ""]
    assert followed.stderr.split("\n") == ["err 1", "err 2", "err 3", ""]
    assert cli("logs", "--tail", "1", "talker").stdout == "last\n"
    stamped = cli("logs", "-t", "--tail", "1", "talker").stdout
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z last\n", stamped)


def test_a_life_from_create_to_rename(cli: Cli, busybox: str) -> None:
    cli("create", "--name", "one", busybox, "sleep", "600")
    assert cli.lines("ps", "-a", "--format", "{{.Status}}") == ["Created"]
    cli("start", "one")
    cli("pause", "one")
    assert cli.lines("ps", "--format", "{{.Status}}")[0].endswith("(Paused)")
    cli("unpause", "one")
    cli("restart", "-t", "0", "one")
    cli("rename", "one", "two")
    cli("kill", "-s", "TERM", "two")
    cli("kill", "two")
    wait_for(
        lambda: cli.lines("ps", "-aq", "--filter", "status=exited"), 10, "killed and still there"
    )
    assert cli("rm", "two").stdout == "two\n"


def test_on_failure_starts_again_so_many_times(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "stubborn", "--restart", "on-failure:2", busybox, "false")
    state = "{{.RestartCount}} {{.State.Status}}"
    wait_for(
        lambda: cli("inspect", "-f", state, "stubborn").stdout == "2 exited\n",
        20,
        "not restarted twice",
        lambda: cli("inspect", "-f", state, "stubborn").stdout,
    )


def test_a_container_has_few_capabilities_and_a_seccomp_filter(cli: Cli, busybox: str) -> None:
    """Docker's fourteen without MKNOD, NET_RAW and AUDIT_WRITE; ping needs none of them."""
    script = "grep -E 'CapEff|Seccomp:|NoNewPrivs' /proc/self/status"
    told = cli("run", "--rm", busybox, "sh", "-c", script).stdout
    assert dict(line.split(":\t") for line in told.splitlines()) == {
        "CapEff": "00000000800405fb",
        "NoNewPrivs": "0",
        "Seccomp": "2",
    }
    added = cli("run", "--rm", "--cap-drop", "ALL", "--cap-add", "NET_RAW", busybox,
                "grep", "CapEff", "/proc/self/status").stdout  # fmt: skip
    assert int(added.split()[1], 16) == 1 << 13
    mounted = cli("run", "--rm", busybox, "mount", "-t", "tmpfs", "x", "/tmp", check=False)
    assert mounted.returncode != 0


def test_user_folder_and_environment_are_as_asked(cli: Cli, busybox: str) -> None:
    told = cli("run", "--rm", "-u", "nobody", "-w", "/tmp", "-e", "SHIP=davit", busybox,
               "sh", "-c", "id -un; pwd; echo $SHIP; echo $HOME")  # fmt: skip
    assert told.stdout.split() == ["nobody", "/tmp", "davit", "/"]


def test_info_and_version_answer(cli: Cli) -> None:
    version = json.loads(cli("version", "--format", "{{json .}}").stdout)
    assert version["Server"]["ApiVersion"]
    info = json.loads(cli("info", "--format", "{{json .}}").stdout)
    assert info["OSType"] == "linux"
