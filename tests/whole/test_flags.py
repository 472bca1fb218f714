"""What each flag of `docker create` and `docker update` does, seen from inside the container."""

import io
import json
import shutil
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root

UNIFIED = Path("/sys/fs/cgroup/cgroup.controllers").exists()
MIB = 1 << 20


def group(old: str, new: str) -> str:
    """Where a limit is read inside a container, in the older and the newer layout."""
    return f"/sys/fs/cgroup/{new if UNIFIED else old}"


MEMORY = group("memory/memory.limit_in_bytes", "memory.max")
SWAP = group("memory/memory.memsw.limit_in_bytes", "memory.swap.max")
SOFT = group("memory/memory.soft_limit_in_bytes", "memory.low")
PIDS = group("pids/pids.max", "pids.max")
CPUS = group("cpuset/cpuset.cpus", "cpuset.cpus")
QUOTA = (
    "cat /sys/fs/cgroup/cpu.max"
    if UNIFIED
    else "echo $(cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us /sys/fs/cgroup/cpu/cpu.cfs_period_us)"
)
SHARES = "cat " + group("cpu/cpu.shares", "cpu.weight")

SEEN: dict[str, tuple[Sequence[str], str, str]] = {
    "limits of memory": (
        ("-m", "64m", "--memory-swap", "96m", "--memory-reservation", "32m"),
        f"cat {MEMORY} {SWAP} {SOFT}",
        f"{64 * MIB}\n{(32 if UNIFIED else 96) * MIB}\n{32 * MIB}",
    ),
    "processors": (
        ("--cpus", "0.5", "--cpuset-cpus", "0", "--cpuset-mems", "0", "--cpu-shares", "512"),
        f"{QUOTA}; cat {CPUS}; {SHARES}",
        f"50000 100000\n0\n{20 if UNIFIED else 512}",
    ),
    "period and quota": (
        ("--cpu-period", "50000", "--cpu-quota", "20000"),
        QUOTA,
        "20000 50000",
    ),
    "processes": (("--pids-limit", "77"), f"cat {PIDS}", "77"),
    "no limit of processes": (("--pids-limit", "-1"), f"cat {PIDS}", "max"),
    "ulimits": (
        ("--ulimit", "nofile=10:20", "--ulimit", "core=0", "--ulimit", "nproc=500:600"),
        "ulimit -n; ulimit -Hn; ulimit -c; ulimit -u; ulimit -Hu",
        "10\n20\n0\n500\n600",
    ),
    "sysctls and oom score": (
        (
            *("--sysctl", "net.ipv4.ip_forward=0", "--sysctl", "kernel.msgmax=9000"),
            *("--oom-score-adj", "500"),
        ),
        "cat /proc/sys/net/ipv4/ip_forward /proc/sys/kernel/msgmax /proc/self/oom_score_adj",
        "0\n9000\n500",
    ),
    "no capabilities": (
        ("--cap-drop", "ALL", "--cap-add", "chown"),
        "grep -E 'Cap(Eff|Bnd)' /proc/self/status | cut -f2",
        "0000000000000001\n0000000000000001",
    ),
    "no new privileges": (
        ("--security-opt", "no-new-privileges"),
        "grep NoNew /proc/self/status | cut -f2",
        "1",
    ),
    "unconfined": (
        ("--security-opt", "seccomp=unconfined", "--security-opt", "systempaths=unconfined"),
        "grep Seccomp: /proc/self/status | cut -f2; echo x >/proc/sys/kernel/domainname && echo y",
        "0\ny",
    ),
    "privileged": (
        ("--privileged", "--device-cgroup-rule", "c 42:* rmw"),
        "grep Seccomp: /proc/self/status | cut -f2; mkdir /m; mount -t tmpfs x /m && echo mounted",
        "0\nmounted",
    ),
    "a root for reading": (
        ("--read-only", "--tmpfs", "/t:size=1m,mode=700,uid=5", "--shm-size", "8m"),
        "touch /x 2>/dev/null || echo no; stat -c '%a %u' /t; df -k /t /dev/shm | awk '{print $2}'",
        "no\n700 5\n1K-blocks\n1024\n8192",
    ),
    "devices": (
        (
            "--device",
            "/dev/null:/dev/mine:r",
        ),
        "stat -c %t:%T /dev/mine",
        "1:3",
    ),
    "who it is": (
        (
            *("-h", "box", "--domainname", "example.org", "-u", "5:6", "--group-add", "7"),
            *("-w", "/var/new", "-e", "A=b"),
        ),
        "hostname; cat /proc/sys/kernel/domainname; id -u; id -g; id -G; pwd; echo $A",
        "box\nexample.org\n5\n6\n6 7\n/var/new\nb",
    ),
    "init": (("--init",), "tr '\\0' ' ' </proc/1/cmdline | cut -d' ' -f1", "/sbin/docker-init"),
    "a terminal": (("-t",), "tty", "/dev/pts/0"),
    "no shared memory": (
        ("--ipc", "none"),
        "grep -q ' /dev/shm ' /proc/mounts || echo none",
        "none",
    ),
    "a cgroup parent": (
        ("--cgroup-parent", "/davit-flags", "--cgroupns", "host"),
        "grep -c ':/davit-flags/' /proc/self/cgroup >/dev/null && echo there",
        "there",
    ),
    "a cgroup namespace": (
        ("--cgroupns", "private"),
        "cut -d: -f3 /proc/self/cgroup | sort -u",
        "/",
    ),
    "the host's processes": (("--pid", "host"), "test $$ -gt 1 && echo high", "high"),
    "a mount for memory": (
        ("--mount", "type=tmpfs,dst=/m,tmpfs-size=1m,tmpfs-mode=1700"),
        "df -k /m | awk 'END {print $2}'; stat -c %a /m",
        "1024\n1700",
    ),
    "a log that nobody keeps": (("--log-driver", "none"), "echo said", "said"),
    "an annotation": (("--annotation", "a=b", "--stop-timeout", "3"), "echo ran", "ran"),
}

REFUSED: dict[str, tuple[Sequence[str], str]] = {
    "gpus": (("--gpus", "all"), "could not select device driver '' with capabilities: [[gpu]]"),
    "runtime": (("--runtime", "kata"), "unknown or invalid runtime name: kata"),
    "log driver": (("--log-driver", "syslog"), "no log driver named 'syslog' is registered"),
    "log option": (("--log-opt", "nope=1"), "unknown log opt 'nope' for json-file log driver"),
    "storage size": (("--storage-opt", "size=1g"), "--storage-opt is supported only for overlay"),
    "isolation": (("--isolation", "hyperv"), "invalid isolation 'hyperv' on linux"),
    "capability": (("--cap-add", "NOPE"), 'invalid CapAdd: unknown capability: "CAP_NOPE"'),
    "security": (("--security-opt", "nope=1"), 'invalid --security-opt 2: "nope=1"'),
    "little memory": (("-m", "1m"), "Minimum memory limit allowed is 6MB"),
    "cpus": (("--cpus", "4000"), "range of CPUs is from 0.01 to"),
    "cpuset": (("--cpuset-cpus", "4000"), "Requested CPUs are not available - requested 4000"),
    "device": (("--device", "/dev/nope"), "error gathering device information while adding custom"),
    "no block device": (("--device-read-bps", "/dev/null:1mb"), "is not a block device"),
    "volumes of nobody": (("--volumes-from", "nobody"), "No such container: nobody"),
    "processes of nobody": (("--pid", "container:nobody"), "No such container: nobody"),
    "volume driver": (("--volume-driver", "nope", "-v", "xx:/x"), "plugin 'nope' not found"),
    "mount twice": (("-v", "/tmp:/m", "--tmpfs", "/m"), "Duplicate mount point: /m"),
    "mode": (("-v", "/tmp:/m:ro,rw"), "invalid mode: ro,rw"),
    "missing folder": (
        ("--mount", "type=bind,src=/nowhere/at/all,dst=/m"),
        "bind source path does not exist: /nowhere/at/all",
    ),
    "no such image": (
        ("--mount", "type=image,src=nobody/nothing,dst=/m"),
        'invalid mount config for type "image": No such image: nobody/nothing',
    ),
    "mount type": (("--mount", "type=npipe,src=x,dst=/m"), "mount type unknown"),
    "host's sysctl": (
        ("--network", "host", "--sysctl", "net.ipv4.ip_forward=1"),
        "requires a new network namespace",
    ),
    "profile": (("--security-opt", "seccomp={profile}"), "Decoding seccomp profile failed"),
}

SHOWN: dict[str, tuple[Sequence[str], dict[str, Any]]] = {
    "nothing said": (
        (),
        {
            "IpcMode": "private",
            "CgroupnsMode": "private" if UNIFIED else "host",
            "Runtime": "crun",
            "ShmSize": 64 * MIB,
            "MemorySwap": 0,
            "MemorySwappiness": None,
            "PidsLimit": None,
            "RestartPolicy": {"Name": "no", "MaximumRetryCount": 0},
            "LogConfig": {"Type": "json-file", "Config": {}},
            "Binds": None,
            "CapAdd": None,
            "NetworkMode": "bridge",
        },
    ),
    "limits": (
        ("-m", "64m", "--pids-limit", "-1", "--restart", "on-failure:3", "--cap-add", "net_raw"),
        {
            "Memory": 64 * MIB,
            "MemorySwap": 128 * MIB,
            "PidsLimit": None,
            "RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 3},
            "CapAdd": ["CAP_NET_RAW"],
        },
    ),
}


@pytest.fixture(autouse=True, scope="module")
def no_parent_group_left(engine: Engine) -> Iterator[None]:
    yield
    engine.remove_everything()
    for tree in ("/sys/fs/cgroup", *map(str, Path("/sys/fs/cgroup").glob("*/"))):
        parent = Path(tree, "davit-flags")
        if parent.is_dir():
            parent.rmdir()


@pytest.mark.parametrize("name", SEEN)
def test_a_flag_is_seen_inside(engine: Engine, busybox: str, name: str) -> None:
    flags, script, expected = SEEN[name]
    seen = engine.docker("run", "--rm", *flags, busybox, "sh", "-c", script, timeout=30).stdout
    assert seen.replace("\r", "").strip() == expected


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_is_refused_in_words_and_leaves_nothing(
    engine: Engine, busybox: str, name: str, tmp_path: Path
) -> None:
    flags, words = REFUSED[name]
    profile = tmp_path / "profile.json"
    profile.write_text('{"syscalls": 1}')
    given = [flag.format(profile=profile) for flag in flags]
    refused = engine.docker("run", "--rm", *given, busybox, "true", check=False, timeout=30)
    assert words in refused.stderr
    assert "Unable to find image" not in refused.stderr
    assert refused.returncode in (125, 126, 127)
    assert engine.request("GET", "/containers/json?all=1").json() == []


@pytest.mark.parametrize("name", SHOWN)
def test_inspect_shows_what_is_in_force(engine: Engine, busybox: str, name: str) -> None:
    flags, expected = SHOWN[name]
    engine.docker("create", "--name", "shown", *flags, busybox, "true")
    try:
        shown = engine.request("GET", "/containers/shown/json").json()["HostConfig"]
    finally:
        engine.docker("rm", "shown")
    assert {key: shown[key] for key in expected} == expected


def test_limits_change_while_it_runs(engine: Engine, busybox: str) -> None:
    engine.docker("run", "-d", "--name", "live", "-m", "64m", busybox, "sleep", "600")

    def seen(script: str) -> str:
        return engine.docker("exec", "live", "sh", "-c", script).stdout.strip()

    def update(*flags: str, check: bool = True) -> str:
        return engine.docker("update", *flags, "live", check=check).stderr

    try:
        update("-m", "32m", "--memory-swap", "48m", "--memory-reservation", "16m")
        assert seen(f"cat {MEMORY}") == str(32 * MIB)
        update("--cpus", "0.25", "--cpuset-cpus", "0", "-c", "256")
        assert seen(QUOTA) == "25000 100000"
        assert seen(f"cat {CPUS}") == "0"
        update("--pids-limit", "50")
        assert seen(f"cat {PIDS}") == "50"
        update("--pids-limit", "-1")
        assert int(seen(f"cat {PIDS}").replace("max", "9999999")) > 4_000_000
        update("--restart", "on-failure:2")
        for flags, words in (
            (("-m", "512m"), "Memory limit should be smaller than already set memoryswap limit"),
            (("--cpu-quota", "5000"), "CPU Quota cannot be updated as NanoCPUs has already been"),
            (("-m", "1m"), "Minimum memory limit allowed is 6MB"),
            (("--cpuset-cpus", "4000"), "Requested CPUs are not available"),
            (("--restart", "nope"), "unknown policy 'nope'"),
        ):
            refusal = update(*flags, check=False)
            assert "Cannot update container" in refusal
            assert words in refusal
        shown = json.loads(engine.docker("inspect", "live").stdout)[0]["HostConfig"]
        assert (shown["Memory"], shown["NanoCpus"], shown["CpuShares"]) == (
            32 * MIB,
            250_000_000,
            256,
        )
        assert shown["RestartPolicy"] == {"Name": "on-failure", "MaximumRetryCount": 2}
    finally:
        engine.docker("rm", "-f", "live")


def test_memory_is_shared_with_whom_a_container_lets(engine: Engine, busybox: str) -> None:
    share = ("--ipc", "shareable", "--shm-size", "4m")
    engine.docker("run", "-d", "--name", "donor", *share, busybox, "sleep", "600")
    engine.docker("run", "-d", "--name", "miser", busybox, "sleep", "600")
    try:
        engine.docker("exec", "donor", "sh", "-c", "echo ours >/dev/shm/note")
        joined = ("run", "--rm", "--ipc", "container:donor", busybox, "cat", "/dev/shm/note")
        assert engine.docker(*joined).stdout == "ours\n"
        refused = engine.docker(
            "run", "--rm", "--ipc", "container:miser", busybox, "true", check=False
        )
        assert "non-shareable IPC (hint: use IpcMode:shareable" in refused.stderr
        engine.docker("stop", "-t", "0", "donor")
        for kind in ("ipc", "pid"):
            refused = engine.docker(
                "run", "--rm", f"--{kind}", "container:donor", busybox, "true", check=False
            )
            assert f"cannot join {kind} namespace of a non running container" in refused.stderr
    finally:
        engine.docker("rm", "-f", "donor", "miser")


def test_mounts_of_another_come_with_their_modes(
    engine: Engine, busybox: str, tmp_path: Path
) -> None:
    (tmp_path / "note").write_text("host\n")
    given = ("-v", "flags:/v", "-v", f"{tmp_path}:/b:ro")
    engine.docker("create", "--name", "source", *given, busybox, "true")
    script = "cat /b/note; touch /b/x 2>/dev/null || echo no; touch /v/x 2>/dev/null || echo not"
    try:
        for mode, expected in (("source", "host\nno\n"), ("source:ro", "host\nno\nnot\n")):
            taken = ("run", "--rm", "--volumes-from", mode, busybox, "sh", "-c", script)
            assert engine.docker(*taken).stdout == expected
    finally:
        engine.docker("rm", "-v", "source")
        engine.docker("volume", "rm", "flags")


def test_lines_of_the_log_carry_what_the_options_ask_for(engine: Engine, busybox: str) -> None:
    options = ("labels=team", "env=STAGE", "tag={{.Name}}", "max-size=1m", "max-file=2")
    flags = [word for option in options for word in ("--log-opt", option)]
    settings = ("--label", "team=blue", "-e", "STAGE=test")
    engine.docker("run", "--name", "told", *settings, *flags, busybox, "echo", "line")
    try:
        told = engine.docker("logs", "--details", "told").stdout
        assert told == "STAGE=test,tag=told,team=blue line\n"
    finally:
        engine.docker("rm", "told")
    silent = engine.docker("create", "--log-driver", "none", busybox, "true").stdout.strip()
    try:
        refused = engine.docker("logs", silent, check=False).stderr
        assert "configured logging driver does not support reading" in refused
    finally:
        engine.docker("rm", silent)


@pytest.mark.parametrize("name", ["runc", "io.containerd.runc.v2"])
def test_another_runtime_by_name(engine: Engine, busybox: str, name: str) -> None:
    if not shutil.which("runc"):
        refused = engine.docker("run", "--rm", "--runtime", name, busybox, "true", check=False)
        assert f"unknown or invalid runtime name: {name}" in refused.stderr
        return
    engine.docker("run", "-d", "--name", "other", "--runtime", name, busybox, "sleep", "600")
    try:
        assert list((engine.exec_root / "runtimes/runc").iterdir())
        assert engine.docker("exec", "other", "echo", "in").stdout == "in\n"
        assert engine.docker("exec", "-t", "other", "tty").stdout == "/dev/pts/0\n"
        engine.docker("update", "-m", "64m", "--memory-swap", "64m", "other")
        engine.docker("pause", "other")
        engine.docker("unpause", "other")
        engine.docker("restart", "-t", "0", "other")
        shown = engine.docker("inspect", "-f", "{{.HostConfig.Runtime}}", "other").stdout
        assert shown.strip() == name
    finally:
        engine.docker("rm", "-f", "other")
    states = engine.exec_root / "runtimes/runc"
    wait_for(lambda: not list(states.iterdir()), 10, "runc's state is left")


def test_warnings_tell_what_has_no_effect(engine: Engine, busybox: str) -> None:
    if not Path("/sys/module/apparmor").exists():
        flags = ("--security-opt", "apparmor=mine")
        warned = engine.docker("run", "--rm", *flags, busybox, "true").stderr
        assert "WARNING: Your kernel does not support AppArmor" in warned
    body = {"Image": busybox, "HostConfig": {"CpuPercent": 5, "NetworkMode": "none"}}
    answer = engine.request("POST", "/containers/create", body)
    assert answer.json()["Warnings"] == ["linux does not support CPU percent. Percent discarded."]
    engine.docker("rm", answer.json()["Id"])


def test_mount_points_are_no_change_of_the_container(engine: Engine, busybox: str) -> None:
    engine.docker("run", "--name", "plain", "--init", busybox, "true")
    engine.docker("run", "--name", "busy", busybox, "sh", "-c", "echo >/etc/new; rm /etc/group")
    try:
        assert engine.docker("diff", "plain").stdout.splitlines() == ["A /sbin"]
        changed = engine.docker("diff", "busy").stdout.splitlines()
        assert changed == ["C /etc", "D /etc/group", "A /etc/new"]
        engine.docker("commit", "busy", "changed")
        kept = engine.docker("create", "changed", "true").stdout.strip()
        exported = engine.request("GET", f"/containers/{kept}/export").body
        with tarfile.open(fileobj=io.BytesIO(exported)) as archive:
            names = archive.getnames()
        assert "etc/new" in names
        assert not {"etc/hosts", "etc/hostname", "etc/resolv.conf", "proc", "sys"} & set(names)
        engine.docker("rm", kept)
        engine.docker("rmi", "changed")
    finally:
        engine.docker("rm", "plain", "busy")


def test_an_image_is_mounted_for_reading_and_kept(engine: Engine, busybox: str) -> None:
    engine.docker("create", "--name", "source", busybox, "true")
    engine.docker("commit", "-c", "LABEL mounted=yes", "source", "mounted")
    engine.docker("rm", "source")
    mount = "type=image,src=mounted,dst=/m,image-subpath=etc"
    command = ("sh", "-c", "ls /m; touch /m/x || echo no; sleep 600")
    engine.docker("run", "-d", "--name", "reader", "--mount", mount, busybox, *command)
    try:
        refused = engine.docker("rmi", "mounted", check=False)
        assert refused.returncode == 1
        shown = engine.request("GET", "/containers/reader/json").json()["Mounts"]
        assert [(entry["Type"], entry["Source"], entry["RW"]) for entry in shown] == [
            ("image", "mounted", False)
        ]
        engine.restart()
        assert engine.docker("exec", "reader", "ls", "/m").stdout == "group\npasswd\n"
        engine.docker("restart", "-t", "0", "reader")
        assert engine.docker("exec", "reader", "ls", "/m").stdout == "group\npasswd\n"
    finally:
        engine.docker("rm", "-f", "reader")
    engine.docker("rmi", "mounted")
    assert not list((engine.data_root / "snapshots").glob("*-image*"))
