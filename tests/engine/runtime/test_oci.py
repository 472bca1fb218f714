"""The runtime port against real conmon and crun, in a mount namespace of the test's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.root

PROGRAM = """
import asyncio, contextlib, json, os, sys
from pathlib import Path
from davit_engine.containers.seccomp import default_profile
from davit_engine.errors import EngineError
from davit_engine.kernel import cgroups, processes, surroundings
from davit_engine.runtime.conmon import Conmon
from davit_engine.runtime.crun import Crun
from davit_engine.runtime.oci import OciRuntime
from davit_engine.runtime.runtime import CreateRequest, ExecRequest

base = Path(sys.argv[1])
surroundings.enter_mount_namespace([])
surroundings.hide_hybrid_hierarchy()
folders = {name: base / name for name in ("bundles", "state", "exits")}
for folder in folders.values():
    folder.mkdir()
hierarchy = cgroups.detect()
crun = Crun("crun", folders["state"])
runtime = OciRuntime(
    crun, Conmon("conmon", folders["exits"]), hierarchy, folders["bundles"], "davit-rt/shims"
)

def specification(*args, terminal=False):
    return {
        "ociVersion": "1.0.2",
        "process": {"terminal": terminal, "user": {"uid": 0, "gid": 0}, "args": list(args),
                    "env": ["PATH=/bin"], "cwd": "/"},
        "root": {"path": str(base / "root")},
        "mounts": [{"destination": "/proc", "type": "proc", "source": "proc"},
                   {"destination": "/dev", "type": "tmpfs", "source": "tmpfs"},
                   {"destination": "/dev/pts", "type": "devpts", "source": "devpts",
                    "options": ["newinstance", "ptmxmode=0666"]}],
        "linux": {"cgroupsPath": "/davit-rt/c", "namespaces": [{"type": "mount"}, {"type": "pid"}],
                  "seccomp": default_profile(os.uname().machine, frozenset())},
    }

async def create(id, *args, **more):
    bundle = folders["bundles"] / id
    bundle.mkdir(exist_ok=True)
    terminal = more.pop("terminal", False)
    request = CreateRequest(id=id, name=id, bundle=bundle, log=base / f"{id}.log",
                            specification=specification(*args, terminal=terminal),
                            terminal=terminal, **more)
    return bundle, await runtime.create(request)

async def read_all(stream):
    output = {1: b"", 2: b""}
    while (entry := await stream.receive()) is not None:
        output[entry[0]] += entry[1]
    return {str(key): value.decode() for key, value in output.items()}

async def finish(id, process):
    pidfd = os.pidfd_open(process.shim_pid)
    await processes.ended(pidfd)
    os.close(pidfd)
    code = runtime.exit_code(id)
    await runtime.delete(id, "/davit-rt/c")
    return code

@contextlib.asynccontextmanager
async def running(id, *args, **more):
    bundle, process = await create(id, *args, **more)
    await runtime.start(id)
    try:
        yield bundle, process
    finally:
        with contextlib.suppress(EngineError):
            await runtime.kill(id, 9)
        await finish(id, process)

async def main():
    result = await scenario()
    hierarchy.remove("davit-rt/shims")
    hierarchy.remove("davit-rt")
    print(json.dumps(result))
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    binaries = tmp_path / "root" / "bin"
    binaries.mkdir(parents=True)
    for name in ("proc", "dev"):
        (tmp_path / "root" / name).mkdir()
    (binaries / "busybox").write_bytes(Path("/bin/busybox").read_bytes())
    (binaries / "busybox").chmod(0o755)
    for name in ("sh", "cat", "sleep", "true", "stty", "grep"):
        (binaries / name).symlink_to("busybox")
    return tmp_path


def run(base: Path, scenario: str) -> dict[str, object]:
    """A program of its own: its mount namespace must not become the test runner's."""
    script = base / "scenario.py"
    indented = "\n".join(f"    {line}" for line in scenario.strip().splitlines())
    script.write_text(f"{PROGRAM}\nasync def scenario():\n{indented}\n\nasyncio.run(main())\n")
    done = subprocess.run(
        [sys.executable, str(script), str(base)],
        env={"PYTHONPATH": str(Path(__file__).parents[3] / "engine"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_output_input_and_exit_code(base: Path) -> None:
    answer = run(
        base,
        """
bundle, process = await create("one", "sh", "-c", "cat; echo err >&2; exit 3", stdin=True)
stream = runtime.attach(bundle)
await runtime.start("one")
await stream.send(b"in" * 50000)
stream.close_stdin()
output = await read_all(stream)
stream.close()
return {"out": len(output["1"]), "err": output["2"], "code": await finish("one", process)}
""",
    )
    assert answer == {"out": 100000, "err": "err\n", "code": 3}
    lines = (base / "one.log").read_text().splitlines()
    assert [line[36:] for line in lines if " stderr " in line] == ["stderr F err"]


def test_a_program_that_does_not_exist_is_a_clear_refusal(base: Path) -> None:
    answer = run(
        base,
        """
try:
    await create("two", "nosuch")
except EngineError as error:
    await runtime.delete("two", "/davit-rt/c")
    return {"said": str(error), "left": os.listdir(folders["state"])}
""",
    )
    assert "nosuch" in str(answer["said"])
    assert answer["left"] == []


def test_a_terminal_has_the_size_it_was_given(base: Path) -> None:
    answer = run(
        base,
        """
bundle, process = await create("three", "sh", "-c", "cat >/dev/null; stty size",
                               terminal=True, stdin=True)
stream = runtime.attach(bundle)
await runtime.start("three")
runtime.resize(bundle, 33, 101)
await stream.send(b"\\x04")
output = await read_all(stream)
stream.close()
return {"out": output["1"], "code": await finish("three", process)}
""",
    )
    assert "33 101" in str(answer["out"])
    assert answer["code"] == 0


def test_the_filter_is_in_force(base: Path) -> None:
    answer = run(
        base,
        """
bundle, process = await create("four", "grep", "Seccomp:", "/proc/self/status")
stream = runtime.attach(bundle)
await runtime.start("four")
output = await read_all(stream)
stream.close()
return {"out": output["1"], "code": await finish("four", process)}
""",
    )
    assert str(answer["out"]).split() == ["Seccomp:", "2"]


def test_an_exec_has_streams_and_a_code_of_its_own(base: Path) -> None:
    answer = run(
        base,
        """
async with running("five", "sleep", "600") as (bundle, process):
    request = ExecRequest(container_id="five", id="e" * 64, stdin=True, process={
        "terminal": False, "user": {"uid": 0, "gid": 0}, "cwd": "/", "env": ["PATH=/bin"],
        "args": ["sh", "-c", "cat; exit 9"]})
    exec_process = await runtime.exec(request)
    await exec_process.send(b"hello")
    exec_process.close_stdin()
    output = await read_all(exec_process)
    code = await exec_process.wait()
    missing = await runtime.exec(ExecRequest(container_id="five", id="f" * 64, process={
        "terminal": False, "user": {"uid": 0, "gid": 0}, "cwd": "/", "env": [],
        "args": ["/nosuch"]}))
    await read_all(missing)
    return {"out": output["1"], "code": code, "missing": [await missing.wait(), missing.refusal],
            "members": len(runtime.processes("/davit-rt/c"))}
""",
    )
    missing = [255, "executable file `/nosuch` not found in $PATH: No such file or directory"]
    assert answer == {"out": "hello", "code": 9, "missing": missing, "members": 1}


def test_an_exec_with_a_terminal(base: Path) -> None:
    answer = run(
        base,
        """
async with running("six", "sleep", "600") as (bundle, process):
    request = ExecRequest(container_id="six", id="e" * 64, terminal=True, stdin=True, process={
        "terminal": True, "user": {"uid": 0, "gid": 0}, "cwd": "/", "env": ["PATH=/bin"],
        "args": ["sh", "-c", "cat >/dev/null; stty size; exit 4"]})
    exec_process = await runtime.exec(request)
    exec_process.resize(44, 99)
    await exec_process.send(b"\\x04")
    output = await read_all(exec_process)
    return {"out": output["1"], "code": await exec_process.wait()}
""",
    )
    assert "44 99" in str(answer["out"])
    assert answer["code"] == 4


def test_a_killed_shim_leaves_no_exit_code(base: Path) -> None:
    answer = run(
        base,
        """
bundle, process = await create("seven", "sleep", "600")
await runtime.start("seven")
os.kill(process.shim_pid, 9)
code = await finish("seven", process)
return {"code": code, "gone": not runtime.processes("/davit-rt/c")}
""",
    )
    assert answer == {"code": None, "gone": True}


def test_deleting_twice_is_not_an_error(base: Path) -> None:
    answer = run(
        base,
        """
bundle, process = await create("eight", "true")
await runtime.start("eight")
code = await finish("eight", process)
await runtime.delete("eight", "/davit-rt/c")
return {"code": code}
""",
    )
    assert answer == {"code": 0}


def test_an_exec_keeps_to_a_limit_below_what_the_runtime_needs(base: Path) -> None:
    answer = run(
        base,
        """
async with running("seven", "sleep", "600"):
    exec_process = await runtime.exec(ExecRequest(container_id="seven", id="e" * 64, stdin=True,
        process={
            "terminal": False, "user": {"uid": 0, "gid": 0}, "cwd": "/", "env": ["PATH=/bin"],
            "args": ["sh", "-c", "read go; ulimit -Sn; ulimit -Hn"],
            "rlimits": [{"type": "RLIMIT_NOFILE", "soft": 20, "hard": 32}]}))
    await exec_process.send(b"go\\n")
    output = await read_all(exec_process)
    return {"out": output["1"], "code": await exec_process.wait()}
""",
    )
    assert answer == {"out": "20\n32\n", "code": 0}
