"""VS Code: the command lines that its Container Tools and Dev Containers extensions run."""

import json
import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root


@pytest.fixture(scope="module")
def busybox(pulled: Callable[[str], str]) -> str:
    return pulled("busybox:latest")


@pytest.fixture
def dev(docker: Cli, busybox: str, shared_folder: Path) -> Iterator[str]:
    """A dev container over a folder of the host."""
    (shared_folder / "main.py").write_text("print('hi')\n")
    identity = docker(
        *("run", "--sig-proxy=false", "-d", "-l", "devcontainer.local_folder=/home/me/project"),
        *("-l", 'devcontainer.metadata=[{"remoteUser":"root"}]'),
        *("--mount", f"type=bind,source={shared_folder},target=/workspaces/project"),
        *("--mount", "type=volume,source=vscode,target=/vscode"),
        *("--cap-add", "SYS_PTRACE", "--security-opt", "seccomp=unconfined"),
        *("-e", "CODESPACES=false", "--entrypoint", "/bin/sh", busybox, "-c"),
        "echo Container started; trap 'exit 0' 15; while sleep 1 & wait $!; do :; done",
    ).stdout.strip()
    yield identity
    docker("rm", "-f", "-v", identity)
    docker("volume", "rm", "-f", "vscode")


def _rows(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_engine_is_recognised(docker: Cli) -> None:
    version = json.loads(docker("version", "--format", "{{json .}}").stdout)
    assert version["Server"]["Os"] == "linux"
    assert docker("version", "--format", "{{.Server.APIVersion}}").stdout.strip()
    info = json.loads(docker("info", "--format", "{{json .}}").stdout)
    assert info["OSType"] == "linux"
    (context,) = _rows(docker("context", "ls", "--format", "{{json .}}").stdout)
    assert context["Name"] == "default"


def test_the_explorer_lists_everything_as_json(docker: Cli, dev: str) -> None:
    containers = _rows(docker("container", "ls", "--all", "--no-trunc", "--format",
                              "{{json .}}").stdout)  # fmt: skip
    (mine,) = [row for row in containers if row["ID"] == dev]
    assert mine["State"] == "running"
    assert "devcontainer.local_folder=/home/me/project" in mine["Labels"]
    images = _rows(docker("image", "ls", "--all", "--no-trunc", "--format", "{{json .}}").stdout)
    assert all(row["ID"].startswith("sha256:") for row in images)
    networks = _rows(docker("network", "ls", "--no-trunc", "--format", "{{json .}}").stdout)
    assert {"bridge", "host", "none"} <= {row["Name"] for row in networks}
    volumes = _rows(docker("volume", "ls", "--format", "{{json .}}").stdout)
    assert "vscode" in {row["Name"] for row in volumes}


def test_the_explorer_inspects_everything_as_json(docker: Cli, dev: str, busybox: str) -> None:
    one = json.loads(docker("container", "inspect", "--format", "{{json .}}", dev).stdout)
    assert {mount["Type"] for mount in one["Mounts"]} == {"bind", "volume"}
    image = json.loads(docker("image", "inspect", "--format", "{{json .}}", busybox).stdout)
    assert image["Config"]["Cmd"] == ["sh"]
    for command in (["network", "inspect", "bridge"], ["volume", "inspect", "vscode"]):
        assert json.loads(docker(*command, "--format", "{{json .}}").stdout)["Driver"]


def test_a_dev_container_is_found_by_its_label(docker: Cli, dev: str) -> None:
    found = docker("ps", "-q", "-a", "--no-trunc", "--filter",
                   "label=devcontainer.local_folder=/home/me/project").stdout  # fmt: skip
    assert found == f"{dev}\n"
    (document,) = json.loads(docker("inspect", "--type", "container", dev).stdout)
    assert document["Config"]["Labels"]["devcontainer.metadata"] == '[{"remoteUser":"root"}]'
    wait_for(lambda: "Container started" in docker("logs", dev).stdout, 10, "never started")


def test_one_shell_serves_many_commands_over_its_streams(docker: Cli, dev: str) -> None:
    with docker.background("exec", "-i", "-u", "root", "-e", "VSCODE=1", dev, "/bin/sh") as shell:
        for number in range(20):
            assert _ask(shell, f"echo $VSCODE {number}") == f"1 {number}\n"
        assert _ask(shell, "cat /workspaces/project/main.py") == "print('hi')\n"
        size = 300_000
        told = _ask(shell, f"head -c {size} /dev/zero | tr '\\0' x; echo")
        assert len(told) == size + 1
        assert shell.stdin is not None
        shell.stdin.write("exit 4\n")
        shell.stdin.close()
        assert shell.wait(20) == 4


def _ask(shell: "subprocess.Popen[str]", command: str) -> str:
    """What one command wrote, told from the next by a mark of its own, as the extension does."""
    assert shell.stdin is not None
    assert shell.stdout is not None
    mark = uuid.uuid4().hex
    shell.stdin.write(f"{command}; echo {mark}\n")
    shell.stdin.flush()
    lines: list[str] = []
    while (line := shell.stdout.readline()) != f"{mark}\n":
        assert line, "the shell ended"
        lines.append(line)
    return "".join(lines)


def test_a_server_is_unpacked_through_the_standard_input(docker: Cli, dev: str) -> None:
    script = "mkdir -p /vscode/bin && cat >/vscode/bin/server && chmod +x /vscode/bin/server"
    docker("exec", "-i", dev, "sh", "-c", script, stdin="#!/bin/sh\necho listening\n")
    assert docker("exec", dev, "/vscode/bin/server").stdout == "listening\n"


def test_files_are_copied_both_ways(docker: Cli, dev: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{}\n")
    docker("cp", str(tmp_path / "settings.json"), f"{dev}:/root/settings.json")
    docker("cp", f"{dev}:/workspaces/project", str(tmp_path / "project"))
    assert (tmp_path / "project/main.py").read_text() == "print('hi')\n"
    stream = docker("container", "exec", dev, "stat", "-c", "%s", "/root/settings.json")
    assert stream.stdout == "3\n"


def test_the_explorer_follows_the_events(docker: Cli, busybox: str) -> None:
    with docker.background(
        *("events", "--format", "{{json .}}", "--since", "1s", "--filter", "type=container"),
        *("--filter", "event=create", "--filter", "event=start", "--filter", "event=destroy"),
    ) as events:
        docker("run", "--rm", "--name", "followed", busybox, "true")
        assert events.stdout is not None
        seen: list[str] = []
        while "destroy" not in seen:
            event = json.loads(events.stdout.readline())
            if event["Actor"]["Attributes"]["name"] == "followed":
                seen.append(event["Action"])
    assert seen == ["create", "start", "destroy"]


def test_view_logs_attach_shell_and_statistics(docker: Cli, dev: str) -> None:
    with docker.background("logs", "--tail", "1000", "-f", dev) as logs:
        assert logs.stdout is not None
        assert logs.stdout.readline() == "Container started\n"
    with docker.terminal("exec", "-it", dev, "sh") as shell:
        shell.expect("/ # ")
        shell.send("exit\n")
        assert shell.wait() == 0
    (row,) = _rows(docker("stats", "--no-stream", "--format", "{{json .}}", dev).stdout)
    assert row["ID"]


def test_context_menu_stop_start_and_remove(docker: Cli, dev: str) -> None:
    assert docker("container", "stop", dev).stdout == f"{dev}\n"
    assert docker("container", "start", dev).stdout == f"{dev}\n"
    assert docker("container", "restart", dev).stdout == f"{dev}\n"
    assert docker("container", "rm", "--force", dev).stdout == f"{dev}\n"
