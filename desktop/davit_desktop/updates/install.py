"""Put a verified file in, each packaging in its own way, and take it back the same way.

What is to be done is decided by `plan` and `way_back` (pure); `carry_out` does
it, and `start_over` once this program is about to end.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from davit_desktop.client.errors import UpdateFailed
from davit_desktop.translation import tr
from davit_desktop.updates.release import Packaging
from davit_desktop.updates.trial import Trial

_PATIENCE: Final = 300.0
"""Seconds for one of the system's tools."""


class Way(StrEnum):
    """What happens when a person says: install."""

    SETUP = "setup"
    """The Windows installer runs by itself once Davit has ended, and starts it again."""
    FILE = "file"
    """A file takes the place of another; Davit starts again from it."""
    APPLICATION = "application"
    """The application of a disk image takes the place of this one."""
    TELL = "tell"
    """A command for the person, who has to be root for it."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where this Davit lies."""

    program: Path
    """What is started again."""
    target: Path | None = None
    """The AppImage, or the Mac's Davit.app."""
    writable: bool = True
    """Whether the target can be replaced by this user."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """One installation."""

    way: Way
    source: Path
    target: Path | None = None
    kept: Path | None = None
    """Where what is replaced goes."""
    program: Path
    command: str = ""
    """With TELL: to be typed."""

    @property
    def restarts(self) -> bool:
        """Whether Davit has to end for it, and comes back by `start_over`."""
        return self.way is not Way.TELL


def this_place(packaging: Packaging) -> Place:
    """Of the running program."""
    program = Path(sys.executable)
    target: Path | None = None
    if packaging is Packaging.APPIMAGE and os.environ.get("APPIMAGE"):
        target = program = Path(os.environ["APPIMAGE"])
    if packaging is Packaging.DMG:
        target = next((p for p in program.resolve().parents if p.suffix == ".app"), None)
    if packaging is Packaging.SETUP:
        program = program.with_name("davit-desktop.exe")
    writable = target is None or os.access(target.parent, os.W_OK)
    return Place(program=program, target=target, writable=writable)


def plan(packaging: Packaging, source: Path, place: Place) -> Plan:
    """Pure. What cannot be replaced by this user is told instead."""
    told = {
        Packaging.DEB: f"sudo apt install {_quoted(source)}",
        Packaging.RPM: f"sudo dnf install {_quoted(source)}",
        Packaging.DMG: f"open {_quoted(source)}",
        Packaging.APPIMAGE: f"sudo install -m 755 {_quoted(source)} {_quoted(place.target)}",
    }
    way = {
        Packaging.SETUP: Way.SETUP,
        Packaging.DMG: Way.APPLICATION,
        Packaging.APPIMAGE: Way.FILE,
    }.get(packaging, Way.TELL)
    if way in (Way.APPLICATION, Way.FILE) and (place.target is None or not place.writable):
        way = Way.TELL
    kept: Path | None = None
    if way in (Way.APPLICATION, Way.FILE) and place.target is not None:
        kept = place.target.with_name(f".{place.target.stem}.previous{place.target.suffix}")
    return Plan(
        way=way,
        source=source,
        target=place.target if kept else None,
        kept=kept,
        program=place.program,
        command=told.get(packaging, str(source)) if way is Way.TELL else "",
    )


def way_back(trial: Trial, place: Place) -> Plan | None:
    """From the version on trial to the one before; None when nothing of it was kept."""
    if not trial.kept:
        return None
    back = plan(Packaging(trial.packaging), Path(trial.kept), place)
    if back.way is Way.TELL and back.command.startswith("sudo apt"):
        back = msgspec.structs.replace(
            back, command=f"sudo apt install --allow-downgrades {_quoted(back.source)}"
        )
    if back.way is Way.TELL and back.command.startswith("sudo dnf"):
        back = msgspec.structs.replace(back, command=f"sudo dnf downgrade {_quoted(back.source)}")
    # What failed is not kept, and what is kept is moved rather than copied.
    return msgspec.structs.replace(back, kept=None)


def carry_out(plan: Plan) -> None:
    """Replace what can be replaced while this program runs. Blocks.

    Raises UpdateFailed, and then what was installed is as it was.
    """
    what = tr("Cannot put in {name}").format(name=plan.source.name)
    try:
        match plan.way:
            case Way.SETUP:
                pass  # it needs this program's files for itself
            case Way.FILE:
                _replace_file(plan)
            case Way.APPLICATION:
                _replace_application(plan)
            case Way.TELL:
                raise UpdateFailed(what, tr("Type: {command}").format(command=plan.command))
    except OSError as error:
        raise UpdateFailed(f"{what}: {error.strerror or error}") from error


def start_over(plan: Plan) -> None:
    """The last deed of this program: the setup, or the program that took its place, goes on.

    Raises OSError.
    """
    if plan.way is Way.SETUP:
        _spawn_setup(plan)
    elif plan.way is not Way.TELL:
        _start_again(plan)


def _spawn_setup(plan: Plan) -> None:
    """It outlives this program, whose files it replaces; whatever became of it, Davit opens."""
    line = f'start "" /wait "{plan.source}" /S & start "" "{plan.program}"'
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    # cmd takes away the outer pair of quotes, and only that.
    subprocess.Popen(f'cmd.exe /d /s /c "{line}"', creationflags=flags, cwd=plan.source.anchor)


def _replace_file(plan: Plan) -> None:
    assert plan.target is not None
    fresh = plan.target.with_name(f".{plan.target.name}.new")
    try:
        shutil.copyfile(plan.source, fresh)
        fresh.chmod(0o755)
        _flush(fresh)
        if plan.kept is not None:
            plan.kept.unlink(missing_ok=True)
            os.link(plan.target, plan.kept)
        fresh.replace(plan.target)
    finally:
        fresh.unlink(missing_ok=True)


def _replace_application(plan: Plan) -> None:
    """From a disk image, or from the folder of an application that was kept."""
    assert plan.target is not None
    if plan.source.suffix == ".app":
        _swap(plan.source, plan.target, None)
        return
    fresh = plan.target.with_name(f".{plan.target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="davit-dmg-") as mounted:
        _tool("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", mounted,
              str(plan.source))  # fmt: skip
        try:
            found = sorted(Path(mounted).glob("*.app"))
            if len(found) != 1:
                raise UpdateFailed(tr("The disk image holds no application"))
            _tool("ditto", str(found[0]), str(fresh))
        finally:
            _tool("hdiutil", "detach", mounted)
    try:
        _tool("codesign", "--verify", "--deep", "--strict", str(fresh))
        _swap(fresh, plan.target, plan.kept)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path, kept: Path | None) -> None:
    """The old one goes aside first, and comes back when the new one cannot take its place."""
    aside = kept or target.with_name(f".{target.name}.failed")
    shutil.rmtree(aside, ignore_errors=True)
    target.rename(aside)
    try:
        fresh.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    if kept is None:
        shutil.rmtree(aside, ignore_errors=True)


def _tool(*command: str) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UpdateFailed(tr("{program} does not end").format(program=command[0])) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise UpdateFailed(
            tr("{program} failed").format(program=" ".join(command[:2])), details=said
        )


def _start_again(plan: Plan) -> None:
    """Its own session, so that it does not end with this one."""
    assert plan.target is not None
    command = ["open", "-n", str(plan.target)]
    if plan.way is Way.FILE:
        command = [str(plan.target)]
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("APPIMAGE", "APPDIR", "ARGV0", "OWD", "LD_LIBRARY_PATH")
    }
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )
    threading.Thread(target=process.wait, name="started again", daemon=True).start()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _quoted(path: Path | None) -> str:
    return shlex.quote(str(path or ""))
