"""Containers with users of their own, on an engine where that is the default.

The stock command line refuses to send any mode but `host`; it meets `auto` where the engine takes
it for granted, as dockerd's userns-remap.
"""

import io
import json
import os
import re
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from fixtures.commands import Cli
from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

FIRST = 1879048192


@pytest.fixture(scope="module")
def engine(make_engine: Callable[..., Engine]) -> Iterator[Engine]:
    daemon = make_engine(settings={"userns-remap": "auto"})
    _let_through(daemon.base)
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="module")
def cli(engine: Engine, registry: Registry) -> Cli:
    return Cli("docker", engine, registry)


def _let_through(folder: Path) -> None:
    """Let users without any rights get to what lies in a folder of the tests."""
    for above in (folder, *folder.parents):
        if above.stat().st_uid == os.geteuid() and not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)


def _mapping(cli: Cli, *arguments: str) -> tuple[int, int]:
    """Where a container's ids begin on this machine, and how many it has."""
    inside, outside, size = cli(*arguments, "cat", "/proc/self/uid_map").stdout.split()
    assert inside == "0"
    return int(outside), int(size)


def test_each_container_has_ids_of_its_own_for_as_long_as_it_exists(cli: Cli, busybox: str) -> None:
    for name in ("one", "two"):
        cli("run", "-d", "--name", name, busybox, "sleep", "1000")
    one, two = (_mapping(cli, "exec", name) for name in ("one", "two"))
    assert (one, two) == ((FIRST, 65536), (FIRST + 65536, 65536))
    cli("restart", "-t", "0", "one")
    assert _mapping(cli, "exec", "one") == one
    cli("rm", "-f", "one")
    assert _mapping(cli, "run", "--rm", busybox) == one
    assert _mapping(cli, "run", "--rm", "--userns=host", busybox) == (0, 2**32 - 1)
    options = json.loads(cli("info", "--format", "{{json .SecurityOptions}}").stdout)
    assert "name=userns" in options


def test_root_is_root_inside_and_nobody_outside(cli: Cli, busybox: str) -> None:
    told = cli("run", "--rm", busybox, "sh", "-c",
               "id -u; chown 33:44 /bin/busybox; stat -c %u:%g / /bin/busybox; touch /new; ls /new;"
               "mknod /n c 1 3 || echo refused")  # fmt: skip
    assert told.stdout.split() == ["0", "0:0", "33:44", "/new", "refused"]
    cli("run", "-d", "--name", "sleeper", busybox, "sleep", "1000")
    pid = cli("inspect", "-f", "{{.State.Pid}}", "sleeper").stdout.strip()
    assert Path(f"/proc/{pid}").stat().st_uid == FIRST


def test_streams_terminals_and_files_of_its_own_belong_to_its_users(cli: Cli, busybox: str) -> None:
    script = "echo out >/dev/stdout; echo err >/dev/stderr"
    for user in ("0", "33"):
        said = cli("run", "--rm", "-u", user, busybox, "sh", "-c", script)
        assert (said.stdout, said.stderr) == ("out\n", "err\n")
    cli("run", "-d", "--name", "cc", "-u", "33", busybox, "sleep", "1000")
    said = cli("exec", "cc", "sh", "-c", script)
    assert (said.stdout, said.stderr) == ("out\n", "err\n")
    owners = cli("run", "--rm", busybox, "stat", "-c", "%u",
                 "/etc/hosts", "/etc/resolv.conf", "/dev/pts", "/dev/shm")  # fmt: skip
    assert owners.stdout.split() == ["0"] * 4
    with cli.terminal(
        "run", "--rm", "-it", busybox, "sh", "-c", "tty; stat -c %u:%g $(tty)"
    ) as tty:
        tty.expect("/dev/pts/0")
        tty.expect("0:5")


def test_a_service_binds_a_low_port_and_writes_its_log(cli: Cli) -> None:
    nginx = cli.image("nginx:latest")
    cli("pull", "-q", nginx)
    cli("run", "-d", "--name", "web", "-p", "0:80", "--memory", "64m", nginx)
    address = cli("port", "web", "80").stdout.strip()

    def served() -> bool:
        try:
            with urlopen(f"http://{address}/", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    wait_for(served, 20, "nginx does not answer")
    wait_for(lambda: "GET / HTTP" in cli("logs", "web").stdout, 10, "no line in its log")
    seen = cli("exec", "web", "sh", "-c",
               "cat /proc/sys/net/ipv4/ping_group_range; ping -qc1 -W5 127.0.0.1 >/dev/null;"
               "echo $?; cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max"
               " 2>/dev/null; true")  # fmt: skip
    assert seen.stdout.split() == ["0", "65535", "0", str(64 << 20)]


def test_what_it_writes_read_only_roots_and_limits(cli: Cli, busybox: str) -> None:
    refused = cli("run", "--rm", "--read-only", "--tmpfs", "/t", busybox,
                  "sh", "-c", "stat -c %u /t; touch /t/x /x", check=False)  # fmt: skip
    assert refused.stdout == "0\n"
    assert "Read-only file system" in refused.stderr
    told = cli("run", "--rm", "--ulimit", "nofile=50:60", "--oom-score-adj", "500", "--init",
               "--sysctl", "net.ipv4.ip_forward=1", busybox, "sh", "-c",
               "ulimit -Sn; ulimit -Hn; cat /proc/self/oom_score_adj"
               " /proc/sys/net/ipv4/ip_forward")  # fmt: skip
    assert told.stdout.split() == ["50", "60", "500", "1"]
    made = cli("run", "--rm", "-u", "33", "-w", "/made/here", "-v", "vv:/put/there", busybox,
               "sh", "-c", "pwd; cd /put/there; pwd")  # fmt: skip
    assert made.stdout.split() == ["/made/here", "/put/there"]


def test_volumes_and_folders_belong_inside_to_whom_they_do_outside(
    cli: Cli, busybox: str, tmp_path: Path
) -> None:
    redis = cli.image("redis:latest")
    cli("pull", "-q", redis)
    user = cli("run", "--rm", redis, "stat", "-c", "%u", "/data").stdout
    assert int(user) > 0
    filled = cli("run", "--rm", "-v", "db:/data", redis, "sh", "-c",
                 "stat -c %u /data; touch /data/mine; chown 55 /data/mine")  # fmt: skip
    assert filled.stdout == user
    seen = cli(
        "run", "--rm", "--userns=host", "-v", "db:/d", busybox, "stat", "-c", "%u", "/d/mine"
    )
    assert seen.stdout == "55\n"
    (tmp_path / "below").mkdir()
    os.chown(tmp_path / "below", 77, 78)
    cli("run", "--rm", "-v", f"{tmp_path}:/host", "-v", f"{tmp_path}/below:/b:ro", busybox,
        "sh", "-c",
        "test $(stat -c %u:%g /b) = 77:78 && touch /host/made && ! touch /b/x")  # fmt: skip
    assert (tmp_path / "made").stat().st_uid == 0
    refused = cli("run", "--rm", "-v", "/proc:/host", busybox, check=False)
    assert "cannot show /proc to a container with users of its own" in refused.stderr


def test_files_go_in_and_out_with_their_owners(cli: Cli, busybox: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/file").write_text("x")
    for path in (tmp_path / "sub", tmp_path / "sub/file"):
        os.chown(path, 33, 34)
    cli("run", "-d", "--name", "cc", "-v", "vv:/vol", busybox, "sleep", "1000")
    for target in ("/tmp", "/vol"):
        cli("cp", "-a", f"{tmp_path}/sub", f"cc:{target}")
        cli("exec", "cc", "sh", "-c", f"test $(stat -c %u:%g {target}/sub/file) = 33:34 &&"
            f" touch {target}/sub/more && chown 35 {target}/sub/more")  # fmt: skip
        for state in ("running", "stopped"):
            if state == "stopped":
                cli("kill", "cc")
                cli("wait", "cc")
            answer = cli.engine.request("GET", f"/containers/cc/archive?path={target}/sub")
            archive = tarfile.open(fileobj=io.BytesIO(answer.body))  # noqa: SIM115
            owners = {member.name: (member.uid, member.gid) for member in archive}
            assert owners == {"sub": (33, 34), "sub/file": (33, 34), "sub/more": (35, 0)}, state
        cli("start", "cc")


def test_a_commit_holds_the_owners_of_inside(cli: Cli, busybox: str) -> None:
    cli("run", "--name", "cc", busybox, "sh", "-c", "echo x >/mine; chown 33 /mine; rm /bin/vi")
    assert "A /mine" in cli.lines("diff", "cc")
    cli("commit", "cc", "with-users")
    for arguments in ((), ("--userns=host",)):
        seen = cli("run", "--rm", *arguments, "with-users", "sh", "-c",
                   "stat -c %u / /mine; ls /bin/vi", check=False)  # fmt: skip
        assert seen.stdout == "0\n33\n"
    cli("rmi", "with-users")


def test_it_outlives_a_killed_daemon(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "cc", "-p", "0:80", "-v", "vv:/www", busybox,
        "sh", "-c", "echo here >/www/index.html; httpd -f -p 80 -h /www")  # fmt: skip
    address = cli("port", "cc", "80").stdout.strip()
    cli.engine.kill9()
    cli.engine.start()
    with urlopen(f"http://{address}/", timeout=10) as answer:
        assert answer.read() == b"here\n"
    assert _mapping(cli, "exec", "cc") == (FIRST, 65536)
    cli("restart", "-t", "0", "cc")
    assert cli("exec", "cc", "cat", "/www/index.html").stdout == "here\n"
    assert not [*cli.engine.exec_root.glob("mapped/*")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--privileged"], "privileged mode is incompatible with user namespaces"),
        (["--net=host"], "cannot share the host's network namespace when user namespaces"),
        (["--pid=host"], "cannot share the host PID namespace when user namespaces are enabled"),
        (["--ipc=host"], "cannot share the host IPC namespace when user namespaces are enabled"),
        (["--net=container:cc"], "cannot share the network namespace of another container"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_only_the_hosts_users_may_is_refused(
    cli: Cli, busybox: str, arguments: list[str], words: str
) -> None:
    refused = cli("run", "--rm", *arguments, busybox, "true", check=False)
    assert refused.returncode == 125
    assert words in refused.stderr
    if "cc" not in arguments[0].partition(":")[2]:
        cli("run", "--rm", "--userns=host", *arguments, busybox, "true")


def test_the_mode_is_chosen_for_each_container(cli: Cli, busybox: str) -> None:
    def create(mode: str) -> tuple[int, str]:
        body = {"Image": busybox, "Cmd": ["cat", "/proc/self/uid_map"],
                "HostConfig": {"UsernsMode": mode}}  # fmt: skip
        answer = cli.engine.request("POST", "/containers/create", body)
        return answer.status, answer.json().get("Id") or answer.message

    for mode, size in (("auto", 65536), ("auto:size=2000", 2000), ("host", 2**32 - 1)):
        _, id = create(mode)
        assert int(cli("start", "-a", id).stdout.split()[2]) == size
        assert cli("inspect", "-f", "{{.HostConfig.UsernsMode}}", id).stdout == f"{mode}\n"
    for mode in ("private", "container:cc", "keep-id", "auto:size=1", "auto:uidmapping=0:1:2"):
        status, said = create(mode)
        assert status == 400
        assert re.match(f"invalid user namespace mode '{mode}'", said)


def test_our_own_command_line_asks_for_it(cli: Cli, busybox: str) -> None:
    told = cli.engine.davit("run", "--rm", "--userns=auto:size=3000", busybox,
                            "cat", "/proc/self/uid_map")  # fmt: skip
    assert told.stdout.split() == ["0", str(FIRST), "3000"]
