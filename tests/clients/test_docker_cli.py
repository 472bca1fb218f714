"""The docker command line: every command that is not about Swarm, each with its usual flags."""

import ast
import json
import re
import subprocess
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for
from fixtures.machine import HOST, MachineEngine
from fixtures.registry import Registry

pytestmark = pytest.mark.root

ID = re.compile(r"[0-9a-f]{64}\n")
LEFT_OUT = {
    "checkpoint create": "needs CRIU; the command line itself hides it",
    "checkpoint ls": "as above",
    "checkpoint rm": "as above",
    "plugin": "managed plugins are not served",
    "trust": "speaks to a Notary server, not to the engine",
    "volume update": "is about Swarm's cluster volumes",
}
SWARM = {"config", "node", "secret", "service", "stack", "swarm"}


@pytest.fixture(scope="module")
def busybox(pulled: Callable[[str], str]) -> str:
    return pulled("busybox:latest")


@pytest.fixture
def box(docker: Cli, busybox: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A running container of this test's own."""
    name = request.node.name.removeprefix("test_").replace("_", "-")
    docker("run", "-d", "--name", name, busybox, "sh", "-c", "echo out; echo err >&2; sleep 600")
    yield name
    docker("rm", "-f", "-v", name)


def test_version_and_info(docker: Cli) -> None:
    assert "Server:" in docker("version").stdout
    assert docker("version", "--format", "{{.Server.APIVersion}}").stdout == "1.45\n"
    assert json.loads(docker("version", "-f", "json").stdout)["Server"]["Os"] == "linux"
    told = docker("info").stdout
    assert "Storage Driver: " in told
    assert "Swarm: inactive" in told
    assert json.loads(docker("system", "info", "-f", "json").stdout)["OSType"] == "linux"


def test_pull_by_tag_digest_and_all_tags(docker: Cli) -> None:
    image = docker.forget("busybox:latest")
    assert docker("pull", image).stdout.splitlines()[-1] == image
    (digest,) = [
        digest
        for digest in json.loads(docker("image", "inspect", image).stdout)[0]["RepoDigests"]
        if digest.startswith(image.rpartition(":")[0] + "@")
    ]
    assert f"Digest: {digest.partition('@')[2]}" in docker("pull", digest).stdout
    docker("pull", "-q", "--platform", "linux/amd64", docker.image("variants:index"))
    assert docker("image", "pull", "-q", image).stdout == f"{image}\n"
    repository = docker.image("variants:zstd").removesuffix(":zstd")
    docker("pull", "-a", repository)
    assert {"zstd", "index"} <= set(docker.lines("images", "--format", "{{.Tag}}", repository))


def test_images_tag_history_and_rmi(docker: Cli, busybox: str) -> None:
    docker("tag", busybox, "walk:one")
    docker("image", "tag", busybox, "walk:two")
    assert "walk" in docker("images").stdout
    assert docker.lines("images", "-q", "--no-trunc", "walk:one")[0].startswith("sha256:")
    assert "<none>" in docker("images", "--digests", "walk").stdout
    tags = docker.lines("image", "ls", "-f", "reference=walk:*", "--format", "{{.Tag}}")
    assert sorted(tags) == ["one", "two"]
    assert "busybox-static" in docker("history", "--no-trunc", "walk:one").stdout
    assert docker("image", "history", "-q", "walk:one").stdout
    assert json.loads(docker("image", "inspect", "walk:one").stdout)[0]["Os"] == "linux"
    assert docker.lines("rmi", "walk:one") == ["Untagged: walk:one"]
    assert docker.lines("image", "rm", "walk:two") == ["Untagged: walk:two"]


def test_save_and_load(docker: Cli, busybox: str, tmp_path: Path) -> None:
    docker("tag", busybox, "walk:saved")
    one, two = tmp_path / "one.tar", tmp_path / "two.tar"
    docker("save", "-o", str(one), "walk:saved", busybox)
    docker("image", "save", "-o", str(two), "walk:saved")
    with tarfile.open(one) as archive:
        assert {"manifest.json", "index.json", "oci-layout"} <= set(archive.getnames())
    docker("rmi", "walk:saved")
    assert docker("load", "-i", str(two)).stdout == "Loaded image: walk:saved\n"
    assert "Loaded image: " in docker("image", "load", "-q", "-i", str(one)).stdout
    docker("rmi", "walk:saved")


def test_import_export_and_commit(docker: Cli, box: str, tmp_path: Path) -> None:
    docker("exec", box, "sh", "-c", "echo hey > /root/hey")
    assert docker("commit", "-m", "said hey", "-a", "ada", "-c", "ENV A=1", box, "walk:hey").stdout
    assert docker("container", "commit", "--pause=false", box, "walk:again").stdout
    assert docker("run", "--rm", "walk:hey", "sh", "-c", "cat /root/hey; echo $A").stdout == (
        "hey\n1\n"
    )
    rootfs, again = tmp_path / "rootfs.tar", tmp_path / "again.tar"
    docker("export", "-o", str(rootfs), box)
    docker("container", "export", "-o", str(again), box)
    docker("import", "-m", "flat", "-c", 'CMD ["cat", "/root/hey"]', str(rootfs), "walk:flat")
    docker("image", "import", str(again), "walk:flatter")
    assert docker("run", "--rm", "walk:flat").stdout == "hey\n"
    docker("rmi", "walk:hey", "walk:again", "walk:flat", "walk:flatter")


def test_push_login_and_logout(docker: Cli, busybox: str, private_registry: Registry) -> None:
    address = private_registry.address
    if isinstance(docker.engine, MachineEngine):
        address = address.replace("127.0.0.1", HOST)
    user, password = private_registry.login or ("", "")
    target = f"{address}/walk/busybox:latest"
    docker("tag", busybox, target)
    refused = docker("push", target, check=False)
    assert "no basic auth credentials" in refused.stderr
    wrong = docker("login", "-u", user, "--password-stdin", address, stdin="no", check=False)
    assert "401 Unauthorized" in wrong.stderr
    told = docker("login", "-u", user, "--password-stdin", address, stdin=password)
    assert "Login Succeeded" in told.stdout
    assert "latest: digest: sha256:" in docker("push", target).stdout
    assert docker("image", "push", "-q", target).stdout == f"{target}\n"
    docker("rmi", target)
    docker("pull", "-q", target)
    assert "Removing login credentials" in docker("logout", address).stdout
    docker("rmi", target)


def test_search_says_why_it_fails_without_a_hub(docker: Cli) -> None:
    found = docker("search", "--limit", "3", "busybox", check=False)
    assert found.returncode == 0 or "Error response from daemon" in found.stderr


def test_run_with_its_usual_flags(docker: Cli, busybox: str, shared_folder: Path) -> None:
    (shared_folder / "in.txt").write_text("from outside\n")
    (shared_folder / "env").write_text("FROM_FILE=1\n")
    script = "id -u; hostname; pwd; echo $A $FROM_FILE; cat /in/in.txt; touch /ro 2>&1; mount"
    done = docker(
        *("run", "--rm", "--name", "flags", "--hostname", "flagged", "-w", "/tmp", "-u", "1000"),
        *("-e", "A=1", "--env-file", str(shared_folder / "env"), "-l", "walk=1"),
        *("-v", f"{shared_folder}:/in:ro", "--tmpfs", "/scratch:size=1m", "--read-only"),
        *("--mount", "type=volume,src=flags,dst=/data", "--memory", "64m", "--cpus", "0.5"),
        *("--pids-limit", "50", "--ulimit", "nofile=100:100", "--cap-drop", "ALL"),
        *("--security-opt", "no-new-privileges", "--init", "--stop-signal", "SIGTERM"),
        *("--stop-timeout", "1", "--dns", "127.0.0.1", "--add-host", "me:127.0.0.1"),
        *("--restart", "no", "--log-driver", "json-file", "--log-opt", "max-size=1m"),
        *("--shm-size", "1m", "--network", "bridge", "--entrypoint", "sh", busybox, "-c", script),
    )
    lines = done.stdout.splitlines()
    assert lines[:5] == ["1000", "flagged", "/tmp", "1 1", "from outside"]
    assert "Read-only file system" in lines[5]
    assert "/scratch type tmpfs" in done.stdout
    docker("volume", "rm", "flags")
    assert docker("run", "--rm", "-i", busybox, "cat", stdin="through\n").stdout == "through\n"
    assert docker("run", "--rm", busybox, "sh", "-c", "exit 7", check=False).returncode == 7
    assert ID.fullmatch(docker("container", "run", "-d", "--rm", busybox, "true").stdout)
    with docker.terminal("run", "-it", "--rm", busybox) as shell:
        shell.expect("/ # ")
        assert shell.run("tty", "/ # ").strip() == "/dev/pts/0"
        shell.send("exit\n")
        assert shell.wait() == 0


def test_create_start_and_wait(docker: Cli, busybox: str) -> None:
    assert ID.fullmatch(docker("create", "--name", "made", busybox, "echo", "made").stdout)
    assert docker("start", "-a", "made").stdout == "made\n"
    assert docker("wait", "made").stdout == "0\n"
    docker("container", "create", "--name", "echo", "-i", busybox, "cat")
    assert docker("container", "start", "-a", "-i", "echo", stdin="twice\n").stdout == "twice\n"
    assert docker("container", "wait", "echo", "made").stdout == "0\n0\n"
    docker("rm", "made")
    docker("container", "rm", "-v", "echo")


def test_ps_inspect_and_port(docker: Cli, busybox: str) -> None:
    docker("run", "-d", "--name", "seen", "-p", "127.0.0.1::80", "-l", "walk=2", busybox,
           "sleep", "600")  # fmt: skip
    assert "seen" in docker("ps").stdout
    assert len(docker.lines("ps", "-aq", "--no-trunc", "-f", "label=walk=2")) == 1
    assert docker.lines("ps", "-n", "1", "--format", "{{.Names}}") == ["seen"]
    assert " (virtual " in docker("container", "ls", "-a", "-s", "-f", "name=seen").stdout
    (row,) = docker.lines("ps", "--format", "json", "-f", "name=seen")
    assert json.loads(row)["State"] == "running"
    document = json.loads(docker("inspect", "-s", "seen").stdout)[0]
    assert document["State"]["Running"] is True
    assert document["SizeRootFs"] > 0
    assert docker("inspect", "-f", "{{.Name}}", "--type", "container", "seen").stdout == "/seen\n"
    assert json.loads(docker("container", "inspect", "seen").stdout)[0]["Id"] == document["Id"]
    missing = docker("inspect", "nothing", check=False)
    assert "No such object: nothing" in missing.stderr
    assert re.fullmatch(r"80/tcp -> 127\.0\.0\.1:\d+\n", docker("port", "seen").stdout)
    assert re.fullmatch(r"127\.0\.0\.1:\d+\n", docker("container", "port", "seen", "80").stdout)
    docker("rm", "-f", "seen")


def test_logs_top_and_stats(docker: Cli, box: str) -> None:
    wait_for(lambda: docker("logs", box).stderr == "err\n", 10, "no log")
    assert docker("logs", box).stdout == "out\n"
    assert re.match(r"\d{4}-\d\d-\d\dT.+Z out", docker("logs", "-t", box).stdout)
    assert docker("container", "logs", "--since", "1h", "-n", "1", box).stderr == "err\n"
    assert "sleep 600" in docker("top", box).stdout
    assert "sleep 600" in docker("container", "top", box, "-o", "pid,args").stdout
    assert box in docker("stats", "--no-stream").stdout
    (row,) = docker.lines("container", "stats", "--no-stream", "--format", "json", box)
    assert int(json.loads(row)["PIDs"]) >= 1


def test_exec_and_attach(docker: Cli, box: str) -> None:
    assert docker("exec", "-e", "A=1", "-w", "/tmp", "-u", "1", box, "sh", "-c",
                  "echo $A $PWD; id -u").stdout == "1 /tmp\n1\n"  # fmt: skip
    assert docker("exec", "-i", box, "cat", stdin="in\n").stdout == "in\n"
    assert docker("container", "exec", box, "sh", "-c", "exit 3", check=False).returncode == 3
    assert docker("exec", "-d", box, "touch", "/made").stdout == ""
    with docker.terminal("exec", "-it", box, "sh") as shell:
        shell.expect("/ # ")
        shell.send("exit\n")
        assert shell.wait() == 0
    docker("exec", "-d", box, "sh", "-c",
           "while :; do echo again >/proc/1/fd/1; sleep 0.1; done")  # fmt: skip
    with (
        docker.background("attach", "--no-stdin", box) as first,
        docker.background("container", "attach", "--no-stdin", "--sig-proxy=false", box) as second,
    ):
        for process in (first, second):
            assert process.stdout is not None
            assert process.stdout.readline() == "again\n"
        docker("kill", box)
        assert (first.wait(20), second.wait(20)) == (137, 137)


def test_life_from_pause_to_kill(docker: Cli, box: str) -> None:
    def status() -> str:
        return docker("inspect", "-f", "{{.State.Status}}", box).stdout.strip()

    docker("pause", box)
    assert status() == "paused"
    docker("unpause", box)
    docker("container", "pause", box)
    docker("container", "unpause", box)
    assert status() == "running"
    docker("restart", "-t", "0", box)
    docker("container", "restart", "-s", "KILL", box)
    assert status() == "running"
    docker("stop", "-t", "0", box)
    assert status() == "exited"
    docker("start", box)
    docker("container", "stop", "-s", "KILL", box)
    docker("start", box)
    docker("kill", "-s", "KILL", box)
    wait_for(lambda: status() == "exited", 10, "still there")
    docker("start", box)
    docker("container", "kill", box)


def test_rename_and_update(docker: Cli, box: str) -> None:
    docker("rename", box, "renamed")
    docker("container", "rename", "renamed", box)
    told = docker("update", "-m", "64m", "--memory-swap", "128m", "--restart", "on-failure:3", box)
    assert told.stdout == f"{box}\n"
    docker("container", "update", "--cpus", "0.5", "--pids-limit", "99", box)
    config = json.loads(docker("inspect", box).stdout)[0]["HostConfig"]
    assert (config["Memory"], config["NanoCpus"]) == (64 << 20, 500_000_000)
    assert config["RestartPolicy"] == {"Name": "on-failure", "MaximumRetryCount": 3}


def test_diff_and_cp(docker: Cli, box: str, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("in\n")
    docker("cp", str(tmp_path / "in.txt"), f"{box}:/root/")
    assert "A /root/in.txt" in docker.lines("diff", box)
    assert "A /root/in.txt" in docker.lines("container", "diff", box)
    docker("container", "cp", "-q", f"{box}:/root/in.txt", str(tmp_path / "out.txt"))
    assert (tmp_path / "out.txt").read_text() == "in\n"
    docker("stop", "-t", "0", box)
    docker("cp", "-a", f"{box}:/root/.", str(tmp_path / "home"))
    assert (tmp_path / "home/in.txt").read_text() == "in\n"


def test_networks(docker: Cli, box: str, busybox: str) -> None:
    docker("network", "create", "-d", "bridge", "--subnet", "10.231.77.0/24", "--gateway",
           "10.231.77.1", "--label", "walk=1", "--internal", "walk")  # fmt: skip
    assert docker.lines("network", "ls", "-f", "label=walk=1", "--format", "{{.Name}}") == ["walk"]
    docker("network", "connect", "--alias", "store", "--ip", "10.231.77.9", "walk", box)
    (document,) = json.loads(docker("network", "inspect", "-v", "walk").stdout)
    assert [one["IPv4Address"] for one in document["Containers"].values()] == ["10.231.77.9/24"]
    found = docker("run", "--rm", "--network", "walk", busybox, "nslookup", "store")
    assert "10.231.77.9" in found.stdout
    refused = docker("network", "rm", "walk", check=False)
    assert "has active endpoints" in refused.stderr
    docker("network", "disconnect", "-f", "walk", box)
    assert docker("network", "rm", "walk").stdout == "walk\n"
    docker("network", "create", "unused")
    assert "unused" in docker("network", "prune", "-f").stdout


def test_volumes(docker: Cli, busybox: str) -> None:
    assert docker("volume", "create", "--label", "walk=1", "walk").stdout == "walk\n"
    docker("run", "--rm", "-v", "walk:/data", busybox, "touch", "/data/kept")
    assert docker("run", "--rm", "-v", "walk:/data", busybox, "ls", "/data").stdout == "kept\n"
    assert docker.lines("volume", "ls", "-q", "-f", "label=walk=1") == ["walk"]
    assert json.loads(docker("volume", "inspect", "walk").stdout)[0]["Driver"] == "local"
    assert docker("volume", "rm", "-f", "walk").stdout == "walk\n"
    docker("volume", "create", "unused")
    assert "unused" in docker("volume", "prune", "-f", "-a").stdout


def test_events_of_the_past_and_live(docker: Cli, busybox: str) -> None:
    with docker.background("system", "events", "--since", "1s", "--format", "json",
                           "--filter", "label=walk=3") as live:  # fmt: skip
        identity = docker("run", "-d", "-l", "walk=3", busybox, "true").stdout.strip()
        assert live.stdout is not None
        actions = []
        while "die" not in actions:
            actions.append(json.loads(live.stdout.readline())["Action"])
    assert actions == ["create", "start", "die"]
    docker("rm", "-f", identity)
    past = docker.lines(
        *("events", "--since", "1h", "--until", f"{time.time():.9f}", "--filter", "type=container"),
        *("--filter", f"container={identity}", "--format", "{{.Action}}"),
    )
    assert past[0] == "create"
    assert past[-1] == "destroy"


def test_disk_usage_and_prunes(docker: Cli, busybox: str) -> None:
    ended = docker("run", "-d", "-l", "walk=4", busybox, "true").stdout.strip()
    docker("wait", ended)
    assert "Local Volumes" in docker("system", "df").stdout
    assert "RECLAIMABLE" not in docker("system", "df", "-v").stdout.splitlines()[0]
    assert ended in docker("container", "prune", "-f", "--filter", "label=walk=4").stdout
    docker("tag", busybox, "walk:unused")
    told = docker("image", "prune", "-f", "-a", "--filter", "label=nobody=has-it").stdout
    assert told == "Total reclaimed space: 0B\n"
    docker("rmi", "walk:unused")
    assert "Total" in docker("builder", "prune", "-f").stdout
    told = docker("system", "prune", "-f", "--volumes", "--filter", "label=nobody=has-it").stdout
    assert "Total reclaimed space: 0B" in told


def test_contexts(docker: Cli, tmp_path: Path) -> None:
    host = docker.engine.env["DOCKER_HOST"]
    exported = tmp_path / "walk.dockercontext"
    env = {"DOCKER_HOST": "", "DOCKER_CONTEXT": ""}
    docker("context", "create", "walk", "--description", "mine", "--docker", f"host={host}")
    docker("context", "update", "walk", "--description", "ours")
    docker("context", "export", "walk", str(exported))
    docker("context", "import", "again", str(exported))
    docker("context", "use", "walk", env=env)
    assert docker("context", "show", env=env).stdout == "walk\n"
    assert docker("version", "-f", "{{.Server.APIVersion}}", env=env).stdout == "1.45\n"
    assert {"walk *", "again", "default"} <= set(
        docker("context", "ls", "--format", "{{.Name}}{{if .Current}} *{{end}}", env=env).stdout
        .splitlines()
    )  # fmt: skip
    assert host in docker("context", "inspect", "walk").stdout
    docker("context", "use", "default", env=env)
    docker("context", "rm", "walk", "again")


def test_manifest_lists(docker: Cli, registry: Registry) -> None:
    image = registry.image("busybox:latest")
    many = f"{registry.address}/walk/many:latest"
    single = f"{registry.address}/library/busybox:latest"
    docker("manifest", "create", "--insecure", many, single)
    docker("manifest", "annotate", "--arch", "amd64", "--os", "linux", many, image)
    assert (
        docker("manifest", "push", "--insecure", many).stdout.splitlines()[-1].startswith("sha256:")
    )
    found = json.loads(docker("manifest", "inspect", "--insecure", many).stdout)
    assert found["manifests"][0]["platform"]["architecture"] == "amd64"
    docker("manifest", "rm", many)


def test_swarm_commands_are_told_that_this_is_no_manager(docker: Cli) -> None:
    for command in (["service", "ls"], ["node", "ls"], ["secret", "ls"], ["config", "ls"]):
        told = docker(*command, check=False)
        assert "This node is not a swarm manager" in told.stderr
    assert docker("plugin", "ls", "-q").stdout == ""


def test_build(docker: Cli, busybox: str, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM {busybox}\nRUN echo built > /here\n")
    env = {"DOCKER_BUILDKIT": "0"}
    flags = ("-t", "built:1", "--label", "a=b", "--memory", "64m", "--no-cache", "--pull")
    done = docker("build", *flags, str(tmp_path), env=env)
    assert done.stdout.endswith("Successfully tagged built:1\n")
    assert docker("run", "--rm", "built:1", "cat", "/here").stdout == "built\n"
    docker("rmi", "built:1")


def test_no_command_is_forgotten(docker_cli: Path) -> None:
    used = _normal(command for command in _commands_in(Path(__file__)))
    left_out = set(LEFT_OUT)
    missing = [
        command
        for command in sorted(_normal(_leaves(docker_cli)))
        if command not in used and not left_out & {command, command.split()[0]}
    ]
    assert missing == []


def _leaves(docker: Path, *path: str) -> Iterator[str]:
    told = subprocess.run(
        [docker, *path, "--help"], capture_output=True, text=True, check=True, timeout=20
    ).stdout
    sections = re.findall(r"^(?:\w+ )?Commands:\n((?:  \S.*\n)+)", told, re.MULTILINE)
    names = [line.split()[0].rstrip("*") for section in sections for line in section.splitlines()]
    if not names:
        yield " ".join(path)
    for name in names:
        if not path and name in SWARM:
            continue
        yield from _leaves(docker, *path, name) if len(path) < 1 else [" ".join((*path, name))]


def _commands_in(file: Path) -> Iterator[str]:
    """The first two words of each call of the command line in this file."""
    for call in ast.walk(ast.parse(file.read_text())):
        if not isinstance(call, ast.Call) or "docker" not in ast.unparse(call.func):
            continue
        first = call.args[0] if call.args else None
        arguments = first.value.elts if isinstance(first, ast.Starred) and isinstance(
            first.value, ast.Tuple) else call.args  # fmt: skip
        words = [str(one.value) for one in arguments[:2] if isinstance(one, ast.Constant)]
        yield " ".join(words[:2])
        yield " ".join(words[:1])


def _normal(commands: Iterator[str]) -> set[str]:
    """`container ls` and `ps` are one command, as are the other short forms."""
    short = {"container ls": "ps", "image ls": "images", "image rm": "rmi", "container rm": "rm"}
    result = set()
    for command in commands:
        first, _, rest = command.partition(" ")
        result.add(short.get(command) or (
            rest if first in ("container", "image", "system", "builder")
            and rest not in ("prune", "inspect", "df") and rest else command
        ))  # fmt: skip
    return result
