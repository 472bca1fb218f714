"""What one build of one release is made with: version, time, checkout and where artefacts go."""

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
CACHE = CHECKOUT / ".cache" / "installers"
"""Downloads and base systems that later builds use again; may be deleted at any time."""


class BuildError(Exception):
    """An artefact cannot be built; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The version of pyproject.toml, and the time that stands in for now."""

    version: str
    epoch: int
    """SOURCE_DATE_EPOCH: seconds since 1970, of the last commit."""
    output: Path
    """Folder for artefacts."""
    without_qemu: bool = False
    """For trying an installer out; the window then asks for QEMU."""


def current(output: Path) -> Release:
    """The release of this checkout. Raises BuildError where no time is to be had."""
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        version = str(tomllib.load(file)["project"]["version"])
    output.mkdir(parents=True, exist_ok=True)
    return Release(version=version, epoch=_epoch(), output=output.resolve())


def run(
    command: list[str | Path],
    *,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
    accept: tuple[int, ...] = (0,),
) -> str:
    """What the program printed. Raises BuildError with its last words when it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode not in accept:
        words = (done.stdout + done.stderr).strip()[-6000:]
        raise BuildError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{words}")
    return done.stdout


def copy_checkout(target: Path) -> None:
    """The files under version control, as they are now, with modes that do not depend on umask."""
    for name in tracked_files():
        source = CHECKOUT / name
        if not source.exists():
            continue
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(source.read_bytes())
        place.chmod(0o755 if source.stat().st_mode & 0o100 else 0o644)


def tracked_files() -> list[str]:
    """Paths below the checkout. Raises BuildError outside of a git checkout."""
    named = run(["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "-z"], folder=CHECKOUT)
    return [name for name in named.split("\0") if name]


def _epoch() -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not re.fullmatch(r"\d{1,12}", given):
            raise BuildError(f"SOURCE_DATE_EPOCH is {given!r}; it must be seconds since 1970")
        return int(given)
    try:
        told = run(
            ["git", "-c", f"safe.directory={CHECKOUT}", "log", "-1", "--format=%ct"],
            folder=CHECKOUT,
        )
    except (BuildError, FileNotFoundError) as error:
        raise BuildError(
            f"{CHECKOUT} has no git history to take a date from; set SOURCE_DATE_EPOCH"
        ) from error
    return int(told)
