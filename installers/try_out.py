#!/usr/bin/env python3
"""Install a release as a person would, use it, and take it off again.

    try_out.py ARTEFACT [--machine] [--accelerator NAME] [--picture FILE]
    try_out.py --program DAVIT …             of a Davit that is installed already

Each step says what it does and ends the trial when it fails. Without --machine no virtual machine
is started, for computers that allow none.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PATIENCE = 1200.0
"""Seconds for one step; a first start under emulation on a small runner takes minutes."""


class Failed(Exception):
    """A step did not do what it should."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `try_out.py`; the exit status."""
    options = _parser().parse_args(argv)
    try:
        if options.program is not None:
            use(options.program, options)
        else:
            with installed(options.artefact) as program:
                use(program, options)
    except Failed as error:
        print(f"try_out.py: {error}", file=sys.stderr)
        return 1
    print("All is well.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("artefact", type=Path, nargs="?", help="a setup program, disk image or .deb")
    which.add_argument("--program", type=Path, metavar="DAVIT", help="the davit to use")
    add("--machine", action="store_true", help="start the machine and run a container in it")
    add("--accelerator", metavar="NAME", help="what the machine must run on: kvm, hvf, whpx, tcg")
    add("--picture", type=Path, metavar="FILE", help="open the window, and save a picture of it")
    return parser


def use(program: Path, options: argparse.Namespace) -> None:
    """Ask it, look at its window, run a container in its machine. Raises Failed."""
    # Through the shell's search a name like davit.cmd would be found first on Windows.
    davit = str(program.absolute())
    say("version")
    run(davit, "--version")
    run(davit, "--help")
    if options.picture is not None:
        look(program.absolute(), options.picture.absolute())
    if options.machine:
        with tempfile.TemporaryDirectory(prefix="dv-", ignore_cleanup_errors=True) as home:
            os.environ["DAVIT_MACHINE_HOME"] = home
            run_in_machine(davit, options.accelerator)


def look(program: Path, picture: Path) -> None:
    """The window draws itself into a file and ends."""
    say("window")
    window = program.with_name(f"davit-desktop{program.suffix}")
    picture.unlink(missing_ok=True)
    run(str(window), "--screenshot", str(picture))
    if not picture.is_file() or not picture.read_bytes().startswith(b"\x89PNG"):
        raise Failed(f"{window.name} --screenshot made no picture")


def run_in_machine(davit: str, accelerator: str | None) -> None:
    say("machine")
    began = time.monotonic()
    try:
        run(davit, "machine", "start")
        status = parse_status(run(davit, "machine", "status", "--json"))
        took = time.monotonic() - began
        print(f"  ready after {took:.0f} s on {status['accelerator']}", flush=True)
        if accelerator and status["accelerator"] != accelerator:
            note = status.get("accelerator_note") or "no reason given"
            raise Failed(f"it runs on {status['accelerator']}, not on {accelerator}: {note}")
        os.environ["DAVIT_HOST"] = os.environ["DOCKER_HOST"] = status["endpoint"]
        hello = run(davit, "run", "--rm", "davit/hello")
        if "Davit" not in hello:
            raise Failed(f"davit/hello said something else: {hello}")
        docker = shutil.which("docker")
        if docker is None:
            print("  no docker command line here", flush=True)
            return
        say("docker")
        run(docker, "version")
        run(docker, "run", "--rm", "davit/hello")
    except Failed:
        for name in ("logs", "history"):
            subprocess.run([davit, "machine", name], timeout=60, check=False)
        raise
    finally:
        os.environ.pop("DAVIT_HOST", None)
        os.environ.pop("DOCKER_HOST", None)
        say("stop")
        run(davit, "machine", "stop")


def parse_status(text: str) -> dict[str, Any]:
    """What `davit machine status --json` prints. Raises Failed unless the machine is ready."""
    try:
        status = json.loads(text)
        state, _ = status["state"], status["endpoint"]
    except (ValueError, KeyError, TypeError) as error:
        raise Failed(f"the machine's status is none: {text}") from error
    if state != "ready":
        raise Failed(f"the machine is {state}")
    return dict(status)


@contextmanager
def installed(artefact: Path) -> Iterator[Path]:
    """Its davit, there as long as the block lasts. Raises Failed."""
    ways: dict[str, tuple[str, Callable[[Path], Path], Callable[[], None]]] = {
        ".exe": ("Windows", _run_setup, _run_uninstaller),
        ".dmg": ("Darwin", _copy_application, _delete_application),
        ".deb": ("Linux", _install_package, _purge_package),
    }
    if artefact.suffix not in ways or ways[artefact.suffix][0] != platform.system():
        raise Failed(f"{artefact.name} is nothing to install on {platform.system()}")
    _, come, go = ways[artefact.suffix]
    say("install")
    program = come(artefact.absolute())
    if not program.is_file():
        raise Failed(f"{artefact.name} installed no {program}")
    try:
        yield program
    finally:
        say("uninstall")
        go()
    if program.exists():
        raise Failed(f"{program} is still there")


def _windows_folder() -> Path:
    return Path(os.environ["LOCALAPPDATA"]) / "Programs" / "Davit"


def _run_setup(setup: Path) -> Path:
    run(str(setup), "/S", "/NOWHPX")
    return _windows_folder() / "davit.exe"


def _run_uninstaller() -> None:
    program = _windows_folder() / "davit-uninstall.exe"
    # It goes on in a copy of itself, and the first one ends at once.
    run(str(program), "/S", "/PURGE")
    deadline = time.monotonic() + 120
    while _windows_folder().exists():
        if time.monotonic() > deadline:
            raise Failed(f"{_windows_folder()} is still there")
        time.sleep(0.5)


_APPLICATION = Path("/Applications/Davit.app")


def _copy_application(image: Path) -> Path:
    with tempfile.TemporaryDirectory() as mounted:
        run("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", mounted, str(image))
        try:
            run("ditto", f"{mounted}/Davit.app", str(_APPLICATION))
        finally:
            run("hdiutil", "detach", mounted)
    run("codesign", "--verify", "--deep", "--strict", str(_APPLICATION))
    return _APPLICATION / "Contents" / "MacOS" / "davit"


def _delete_application() -> None:
    run(str(_APPLICATION / "Contents" / "MacOS" / "davit"), "uninstall", "--force", "--purge")
    if _APPLICATION.exists():
        # One that was built without updates does not know that it is a release.
        shutil.rmtree(_APPLICATION)


def _install_package(package: Path) -> Path:
    run("apt-get", "install", "--yes", str(package))
    return Path("/usr/bin/davit")


def _purge_package() -> None:
    run("apt-get", "purge", "--yes", "davit", "davit-engine")


def say(step: str) -> None:
    print(f"== {step}", flush=True)


def run(*command: str) -> str:
    """What it printed. Raises Failed with that when it fails."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=_PATIENCE, check=False, text=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{' '.join(command)} does not end within {_PATIENCE:.0f} s") from error
    except OSError as error:
        raise Failed(f"{command[0]} does not start: {error}") from error
    if done.returncode:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
