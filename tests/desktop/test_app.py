"""The command, the one window per engine, and a quit that leaves in order."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from davit_desktop import app
from davit_desktop import machine as machine_choice
from davit_desktop.machine import this_machine

DESKTOP = Path(__file__).parent.parent.parent / "desktop"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "davit_desktop", *arguments]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(runtime),
        "TMPDIR": str(runtime),
        "DAVIT_DEBUG": "1",
        "PYTHONPATH": os.pathsep.join(
            filter(None, [str(DESKTOP), os.environ.get("PYTHONPATH", "")])
        ),
    }


@pytest.fixture
def window(environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A window for an engine that is not there, already visible."""
    process = subprocess.Popen(
        command("--host", f"unix://{tmp_path}/none.sock"),
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    seen = ""
    for line in process.stderr:
        seen += line
        if "Window visible" in line:
            break
    else:
        pytest.fail(f"the window never showed:\n{seen}")
    yield process
    process.kill()
    process.communicate()


def run(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=environment, capture_output=True, text=True, timeout=60
    )


def test_help_names_the_host_option(environment: dict[str, str]) -> None:
    result = run("--help", environment=environment)
    assert result.returncode == 0
    assert "--host" in result.stdout
    assert "DAVIT_HOST" in result.stdout


def test_an_address_that_cannot_be_meant_is_refused_in_words(environment: dict[str, str]) -> None:
    result = run("--host", "gopher://x", environment=environment)
    assert result.returncode == 2
    assert result.stderr.startswith("davit-desktop: ")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_in_order(
    window: subprocess.Popen[str], number: signal.Signals
) -> None:
    began = time.monotonic()
    window.send_signal(number)
    _, said = window.communicate(timeout=30)
    assert window.returncode == 0, said
    assert "Traceback" not in said
    assert time.monotonic() - began < 10


async def test_the_machine_comes_along_only_where_its_engine_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAVIT_MACHINE_HOME", str(tmp_path / "machine"))
    endpoint = this_machine().endpoint
    choice, machine = await app.which_engine(endpoint)
    assert choice.host == endpoint
    assert machine is not None
    assert machine.home == tmp_path / "machine"
    assert (await app.which_engine("unix:///other.sock"))[1] is None


async def test_where_there_is_no_engine_yet_the_machine_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAVIT_MACHINE_HOME", str(tmp_path / "machine"))
    for name in ("DAVIT_HOST", "DOCKER_HOST", "DOCKER_CONTEXT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(machine_choice, "native_state", lambda: machine_choice.Native.MISSING)
    choice, machine = await app.which_engine(None)
    assert machine is not None
    assert choice.host == machine.endpoint
    assert choice.kind is machine_choice.Kind.NONE


def test_a_second_start_raises_the_first_and_ends(
    window: subprocess.Popen[str], environment: dict[str, str], tmp_path: Path
) -> None:
    result = run("--host", f"unix://{tmp_path}/none.sock", environment=environment)
    assert result.returncode == 0
    assert "Window visible" not in result.stderr
    assert window.poll() is None


async def test_a_screenshot_is_written_and_the_window_gone(
    environment: dict[str, str], tmp_path: Path, tiny_engine: Any, make_summary: Any
) -> None:
    tiny_engine.containers = [make_summary("a", "web"), make_summary("b", "db", state="exited")]
    tiny_engine.images = [{"Id": "sha256:" + "1" * 64, "RepoTags": ["busybox:1"]}]
    picture = tmp_path / "window.png"
    options = ("--host", f"unix://{tiny_engine.path}", "--screenshot", str(picture))
    process = await asyncio.create_subprocess_exec(
        *command(*options), env=environment, stderr=subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode == 0, said
    assert "a" * 64 in tiny_engine.stats_seen, "it is taken with its figures"
    assert picture.read_bytes().startswith(b"\x89PNG")
