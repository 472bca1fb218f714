"""`davit machine` as people run it, against a supervisor that says what a test wants said."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from davit_vm import config as settings_file
from davit_vm import control, history
from davit_vm.config import GIB
from davit_vm.errors import BootFailed
from davit_vm.events import Events
from davit_vm.host.detect import detect_host
from davit_vm.paths import machine_paths
from davit_vm.status import (
    Boot,
    Event,
    Forward,
    Problem,
    Reclaimed,
    Resources,
    Share,
    StageTime,
    State,
    Status,
)
from desktop.cli.conftest import SOURCE, Davit, Outcome
from desktop.client.fake_engine import FakeEngine

VM = SOURCE.parent / "vm"


@dataclass(frozen=True)
class MachineCommand(Davit):
    """Runs `davit machine …` with a home that holds nothing of this computer's."""

    def environment(self) -> dict[str, str]:
        kept = super().environment()
        del kept["DAVIT_HOST"]
        return kept | {
            "PYTHONPATH": os.pathsep.join((str(SOURCE), str(VM))),
            "DAVIT_ENGINE": "machine",
            "DAVIT_MACHINE_HOME": str(self.home / "m"),
        }

    async def machine(self, *words: str, stdin: bytes = b"") -> Outcome:
        return await self("machine", *words, stdin=stdin)


@pytest.fixture
def davit(tmp_path: Path) -> MachineCommand:
    return MachineCommand(tmp_path, "")


@dataclass
class FakeSupervisor:
    """Answers on the control socket, and remembers what it was asked."""

    home: Path
    status: Status
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Callable[[], Awaitable[Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.events = Events(lambda: Event(time=0, kind="state", text="", status=self.status))
        names = (
            "status", "start", "stop", "configure", "reclaim", "upgrade", "repair", "pause",
            "resume", "quit",
        )  # fmt: skip
        self.server = control.Server({name: self._handler(name) for name in names}, self.events)

    def _handler(self, name: str) -> Callable[[dict[str, Any]], Awaitable[Any]]:
        async def handle(params: dict[str, Any]) -> Any:
            if name == "status":
                return self.status
            self.calls.append((name, params))
            answer = self.answers.get(name)
            return await answer() if answer else None

        return handle

    def become(self, kind: str = "state", **changes: Any) -> None:
        self.status = msgspec.structs.replace(self.status, **changes)
        self.events.tell(Event(time=0, kind=kind, text="", status=self.status))  # type: ignore[arg-type]

    async def boot(self) -> None:
        """Passes through the stages of a start."""
        stages: tuple[StageTime, ...] = ()
        for name, seconds in (("qemu", 0.4), ("kernel", 3.5), ("engine", 4.25)):
            self.become("stage", state=State.STARTING, stages=(*stages, StageTime(name=name)))
            await asyncio.sleep(0.3)  # for the terminal to see the stage while it lasts
            stages = (*stages, StageTime(name=name, seconds=seconds))
            self.become("stage", stages=stages)
        self.become(state=State.READY, accelerator="tcg", accelerator_note="KVM is unusable here.")


@pytest.fixture
async def supervisor(davit: MachineCommand) -> AsyncIterator[FakeSupervisor]:
    paths = machine_paths(davit.home / "m")
    detect_host().make_private_folder(paths.home)
    detect_host().make_private_folder(paths.runtime)
    config = settings_file.default_config(detect_host().facts())
    config = msgspec.structs.replace(config, cpus=1, disk=8 * GIB, shares=())
    settings_file.save(config, paths.settings)
    status = Status(
        state=State.STOPPED, home=str(paths.home), endpoint=f"unix://{paths.docker_socket}"
    )
    fake = FakeSupervisor(paths.home, status)
    await fake.server.start(control.address(detect_host(), paths))
    try:
        yield fake
    finally:
        await fake.server.aclose()


async def test_without_a_machine_status_says_how_to_get_one(davit: MachineCommand) -> None:
    outcome = await davit.machine("status")
    assert (outcome.code, outcome.err) == (0, "")
    assert "State:      absent" in outcome.out
    assert "davit machine start" in outcome.out
    document = json.loads((await davit.machine("status", "--json")).out)
    assert (document["state"], document["home"]) == ("absent", str(davit.home / "m"))
    assert not (davit.home / "m").exists()


async def test_status_shows_what_the_machine_takes(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    supervisor.status = Status(
        state=State.READY,
        home="/h",
        supervisor_pid=10,
        qemu_pid=11,
        qemu="/usr/bin/qemu-system-x86_64 7.2",
        accelerator="tcg",
        accelerator_note="KVM is unusable here.",
        endpoint="unix:///h/docker.sock",
        engine="0.1.0",
        started_at=0.0,
        cpus=2,
        memory=2 * GIB,
        resources=Resources(
            host_memory=600_000_000,
            guest_memory_available=1_200_000_000,
            disk_size=64 * GIB,
            disk_on_host=1_500_000_000,
            guest_disk_used=800_000_000,
        ),
        forwards=(
            Forward(
                protocol="tcp", host_ip="127.0.0.1", host_port=8080, guest_port=1, container="w"
            ),
        ),
        shares=(Share(path="/home/me", read_only=True, transport="9p"),),
        pending_restart=("cpus", "memory"),
    )
    out = (await davit.machine("status")).out
    for words in (
        "0.1.0 at unix:///h/docker.sock",
        "/usr/bin/qemu-system-x86_64 7.2, tcg",
        "KVM is unusable here.",
        "2GiB, takes 600MB of this computer, 1.2GB free inside",
        "64GiB, takes 1.5GB of this computer, 800MB used inside",
        "supervisor 10, QEMU 11",
        "127.0.0.1:8080/tcp   w           open",
        "/home/me        read-only   9p",
        "With the next start takes effect: cpus, memory",
    ):
        assert words in out
    document = (await davit.machine("status", "--json")).out
    assert msgspec.json.decode(document, type=Status) == supervisor.status


async def test_a_start_shows_each_stage_with_its_time(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    supervisor.become(stages=(StageTime(name="old", seconds=1.0),))  # of the last start
    supervisor.answers["start"] = supervisor.boot
    outcome = await davit.machine("start")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    note = "KVM is unusable here."
    assert note in lines[:4]
    assert [line for line in lines[:4] if line != note] == [
        "  qemu           0.4 s",
        "  kernel         3.5 s",
        "  engine         4.2 s",
    ]
    assert lines[4].startswith("The machine is ready after ")
    assert lines[4].endswith(" s (tcg).")
    assert lines[5] == f"Use it with: export DOCKER_HOST='{supervisor.status.endpoint}'"


async def test_a_terminal_sees_the_stage_that_lasts(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    supervisor.answers["start"] = supervisor.boot
    seen = await on_terminal(davit, "start")
    assert "\r\x1b[2K  kernel         3.5 s" in seen
    assert seen.index("  kernel           …") < seen.index("  kernel         3.5 s")
    assert "old" not in seen


async def test_a_failed_start_says_what_why_and_what_to_try(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    async def fail() -> None:
        raise BootFailed(
            "The guest could not mount its system.",
            "no such device",
            "Upgrade it: davit machine upgrade",
            "console\x1b[2J\x1b]0;owned\x07\nlast line",
        )

    supervisor.answers["start"] = fail
    outcome = await davit.machine("start")
    assert outcome.code == 1
    assert outcome.err == (
        "The guest could not mount its system: no such device\n"
        "Upgrade it: davit machine upgrade\n\n"
        "    console[2J]0;owned\n    last line\n"
    )
    outcome = await davit.machine("start", "--json")
    assert (outcome.code, outcome.err) == (1, "")
    assert json.loads(outcome.out)["problem"] == msgspec.to_builtins(
        Problem(
            what="The guest could not mount its system.",
            why="no such device",
            hint="Upgrade it: davit machine upgrade",
            details="console\x1b[2J\x1b]0;owned\x07\nlast line",
        )
    )


async def test_leaving_a_start_lets_it_go_on_and_says_so(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    begun = asyncio.Event()

    async def hang() -> None:
        begun.set()
        await asyncio.Event().wait()

    supervisor.answers["start"] = hang
    process = await asyncio.create_subprocess_exec(
        *davit.argv("machine", "start"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=davit.environment(),
    )
    async with asyncio.timeout(30):
        await begun.wait()
        process.send_signal(signal.SIGINT)
        _, err = await process.communicate()
    assert err.decode() == "The machine goes on starting. To stop it: davit machine stop\n"
    assert process.returncode == 130


async def test_words_of_the_guest_cannot_command_the_terminal(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    forward = Forward(
        protocol="tcp", host_ip="127.0.0.1", host_port=1, guest_port=1, container="a\x1b[2Jb"
    )
    supervisor.status = msgspec.structs.replace(supervisor.status, forwards=(forward,))
    assert "\x1b" not in (await davit.machine("status")).out


@pytest.mark.parametrize("verb", ["start", "stop", "pause", "resume", "upgrade"])
async def test_each_verb_reaches_the_supervisor_and_answers_in_json(
    davit: MachineCommand, supervisor: FakeSupervisor, verb: str
) -> None:
    document = json.loads((await davit.machine(verb, "--json")).out)
    assert document["state"] == "stopped"
    assert supervisor.calls[0][0] == verb


async def test_set_tells_what_works_now_and_what_later(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    async def configured() -> list[str]:
        return ["memory", "shares"]

    supervisor.answers["configure"] = configured
    folder = davit.home / "src"
    folder.mkdir()
    outcome = await davit.machine(
        *("set", "--memory", "1G", "--share", "src:ro", "--idle-stop", "15m"),
        *("--host-port", "8000", "--host-port", "5432"),
    )
    assert outcome.out.splitlines() == [
        "In effect: idle-stop, host-ports",
        "With the next start: memory, shares. Now: davit machine restart",
    ]
    assert supervisor.calls == [
        (
            "configure",
            {
                "changes": {
                    "memory": GIB,
                    "idle_stop": 900,
                    "shares": [{"path": str(folder), "read_only": True}],
                    "host_ports": [5432, 8000],
                }
            },
        )
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "Nothing to set"),
        (["--cpus", "1"], "Nothing to set"),  # as it is
        (["--cpus", "many"], "'many' is not a number"),
        (["--memory", "lots"], "Cannot read the size 'lots'"),
        (["--idle-stop", "15"], "missing unit in duration"),
        (["--unshare", "/nowhere"], "/nowhere is not shared"),
        (["--host-port", "http"], "'http' is not a number"),
        (["--engine", "nope.json"], "Cannot read nope.json"),
    ],
)
async def test_settings_that_cannot_be_read_change_nothing(
    davit: MachineCommand, supervisor: FakeSupervisor, words: list[str], message: str
) -> None:
    outcome = await davit.machine("set", *words)
    assert outcome.code != 0
    assert message in outcome.err
    assert supervisor.calls == []


async def test_settings_of_a_machine_that_does_not_run_are_kept(davit: MachineCommand) -> None:
    outcome = await davit.machine("set", "--idle-stop", "1h", "--qemu", "/opt/qemu", "--json")
    assert outcome.err == ""
    config = json.loads(outcome.out)["config"]
    assert (config["idle_stop"], config["qemu"]) == (3600, "/opt/qemu")
    outcome = await davit.machine("set", "--qemu", "", "--idle-stop", "never", "--json")
    config = json.loads(outcome.out)["config"]
    assert (config["idle_stop"], config["qemu"]) == (0, "")
    refused = await davit.machine("set", "--cpus", "100000")
    assert (refused.code, "Cannot give the machine 100000 CPUs" in refused.err) == (1, True)


async def test_reset_without_a_terminal_is_refused_and_says_what_would_go(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    supervisor.status = msgspec.structs.replace(
        supervisor.status, resources=Resources(disk_on_host=1_500_000_000)
    )
    outcome = await davit.machine("reset", stdin=b"y\n")
    assert outcome.code == 1
    assert "all containers, images and volumes" in outcome.err
    assert "1.5GB" in outcome.err
    assert "--force" in outcome.err
    assert supervisor.calls == []


async def test_reset_counts_what_the_engine_holds_and_takes_no_for_an_answer(
    davit: MachineCommand, supervisor: FakeSupervisor, engine: FakeEngine
) -> None:
    row = {"Id": "a", "Names": ["/web"], "State": "running"}
    engine.on("GET /containers/json", 200, [row, {**row, "State": "exited"}])
    engine.on("GET /images/json", 200, [{"Id": "i"}])
    engine.on("GET /volumes", 200, {"Volumes": []})
    paths = machine_paths(supervisor.home)
    paths.docker_socket.symlink_to(engine.path)
    supervisor.become(state=State.READY, resources=Resources(disk_on_host=2_000_000))
    seen = await on_terminal(davit, "reset", typed=b"\n", code=1)
    assert "2 containers (1 running), 1 image and 0 volumes (2MB on this computer)" in seen
    assert "Delete all of it? [y/N]" in seen
    assert "Nothing was changed." in seen
    assert supervisor.calls == []


async def test_a_running_machine_is_exported_only_by_consent(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    supervisor.become(state=State.READY)
    outcome = await davit.machine("export", "out.tar", stdin=b"y\n")
    assert (outcome.code, "--stop" in outcome.err) == (1, True)
    assert supervisor.calls == []
    (davit.home / "out.tar").touch()
    outcome = await davit.machine("export", "--stop", "out.tar")
    assert (outcome.code, "exists already" in outcome.err) == (1, True)


async def test_an_import_over_a_machine_asks(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    outcome = await davit.machine("import", "in.tar")
    assert (outcome.code, "--force" in outcome.err) == (1, True)


async def test_reclaim_tells_the_bytes(davit: MachineCommand, supervisor: FakeSupervisor) -> None:
    async def reclaim() -> Reclaimed:
        return Reclaimed(disk=1_500_000_000, memory=300_000_000)

    supervisor.answers["reclaim"] = reclaim
    out = (await davit.machine("reclaim")).out
    assert out == "Given back to this computer: 1.5GB of disk, 300MB of memory\n"
    document = json.loads((await davit.machine("reclaim", "--json")).out)
    assert document == {"disk": 1_500_000_000, "memory": 300_000_000}


async def test_logs_are_told_apart_cut_and_followed(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    paths = machine_paths(supervisor.home)
    paths.supervisor_log.write_text("s1\ns2\ns3")
    paths.qemu_log.write_text("q1\n")
    paths.console_log.write_bytes(b"boot\x1b[2Jed\r\n\xff\n")
    out = (await davit.machine("logs", "-n", "2")).out
    assert out == "==> supervisor <==\ns2\ns3\n\n==> qemu <==\nq1\n\n==> boot <==\nboot[2Jed\n�\n"
    assert (await davit.machine("logs", "qemu")).out == "q1\n"
    out = (await davit.machine("logs", "--json", "qemu")).out
    assert json.loads(out) == {"log": "qemu", "line": "q1"}
    assert "There is no log 'x'" in (await davit.machine("logs", "x")).err

    process = await asyncio.create_subprocess_exec(
        *davit.argv("machine", "logs", "-f", "qemu"),
        stdout=asyncio.subprocess.PIPE,
        env=davit.environment(),
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(30):
            assert await process.stdout.readline() == b"q1\n"
            with paths.qemu_log.open("a") as log:
                log.write("q2 in two ")
                log.flush()
                log.write("pieces\n")
            assert await process.stdout.readline() == b"q2 in two pieces\n"
            paths.qemu_log.write_text("n\n")  # a new start
            assert await process.stdout.readline() == b"n\n"
    finally:
        process.kill()
        await process.wait()


async def test_the_console_cannot_command_the_terminal(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    machine_paths(supervisor.home).console_log.write_bytes("\x1b]52;c;eA==\x07grün\r\n".encode())
    assert (await davit.machine("console")).out == "]52;c;eA==grün\n"


async def test_history_is_a_table_with_the_newest_first(
    davit: MachineCommand, supervisor: FakeSupervisor
) -> None:
    path = machine_paths(supervisor.home).history
    stages = (StageTime(name="kernel", seconds=3.0), StageTime(name="engine", seconds=5.0))
    for number, outcome in enumerate(("ready", "failed")):
        boot = Boot(
            started_at=float(number), accelerator="tcg", image="abc", outcome=outcome,  # type: ignore[arg-type]
            seconds=8.0 + number, stages=stages, ending="stopped",
        )  # fmt: skip
        history.add(path, boot)
    lines = (await davit.machine("history")).out.splitlines()
    assert " ".join(lines[1].split()).endswith("failed 9.0 s engine 5.0 s tcg abc stopped")
    boots = json.loads((await davit.machine("history", "--json")).out)
    assert [boot["outcome"] for boot in boots] == ["ready", "failed"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ([], "export DOCKER_HOST='{}'"),
        (["--shell", "fish"], "set -gx DOCKER_HOST '{}'"),
        (["--shell", "powershell"], "$Env:DOCKER_HOST = '{}'"),
        (["--shell", "cmd"], "set DOCKER_HOST={}"),
    ],
)
async def test_env_prints_a_line_for_the_shell(
    davit: MachineCommand, words: list[str], line: str
) -> None:
    endpoint = f"unix://{machine_paths(davit.home / 'm').docker_socket}"
    assert (await davit.machine("env", *words)).out == line.format(endpoint) + "\n"


async def test_other_commands_wake_the_machine_and_say_so(
    davit: MachineCommand, supervisor: FakeSupervisor, engine: FakeEngine
) -> None:
    engine.on("GET /containers/json", 200, [])

    async def start() -> None:
        machine_paths(supervisor.home).docker_socket.symlink_to(engine.path)
        supervisor.become(state=State.READY)

    supervisor.answers["start"] = start
    outcome = await davit("ps", "-q")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Starting the machine…\n")
    outcome = await davit("ps", "-q")
    assert (outcome.code, outcome.err) == (0, "")
    assert [name for name, _ in supervisor.calls] == ["start"]


async def on_terminal(davit: MachineCommand, *words: str, typed: bytes = b"", code: int = 0) -> str:
    """What a person sees who runs `davit machine …` on a terminal."""
    master, slave = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *davit.argv("machine", *words),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=davit.environment(),
        start_new_session=True,
    )
    os.close(slave)
    os.write(master, typed)
    seen = bytearray()

    def read() -> None:
        while True:
            try:
                chunk = os.read(master, 4096)
            except OSError:
                return  # the last one who held the other side has gone
            seen.extend(chunk)

    try:
        async with asyncio.timeout(60):
            await asyncio.to_thread(read)
            assert await process.wait() == code
    finally:
        os.close(master)
        if process.returncode is None:
            process.kill()
            await process.wait()
    return seen.decode().replace("\r\n", "\n")
