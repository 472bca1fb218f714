#!/usr/bin/env python3
"""Put a release's files into the repository that installed Davits ask for updates.

    stage.py REPO DIST [--notes FILE]

REPO is the repository as it was published last; with the keys of targets, snapshot and timestamp
in the environment (see repository.py) it is signed as well, otherwise whoever holds them says
`repository.py publish REPO --keys KEYS` afterwards.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import artefacts
from release import CHECKOUT, BuildError, current
from updates import repository


def main(argv: Sequence[str] | None = None) -> int:
    """Run `stage.py`; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repository", type=Path)
    parser.add_argument("dist", type=Path, nargs="?", default=CHECKOUT / "dist")
    parser.add_argument("--notes", type=Path, help="release notes, plain text")
    options = parser.parse_args(argv)
    try:
        version = current(options.dist).version
        commands = stage(options.repository, options.dist, version, options.notes)
    except BuildError as error:
        print(f"stage.py: {error}", file=sys.stderr)
        return 1
    for command in commands:
        if status := repository.main(command):
            return status
    if not all(repository.signers(None, role) for role in ("targets", "snapshot", "timestamp")):
        print("Not signed: the keys are elsewhere.")
        return 0
    return repository.main(["publish", str(options.repository)])


def stage(folder: Path, dist: Path, version: str, notes: Path | None) -> list[list[str]]:
    """repository.py's commands for the files of a release; BuildError when there are none."""
    commands = []
    for path in sorted(dist.iterdir()):
        artefact = artefacts.describe(path.name, version)
        if artefact is None:
            continue
        command = ["add", str(folder), str(path), "--kind", artefact.kind, "--version", version,
                   "--os", artefact.system, "--arch", artefact.architecture]  # fmt: skip
        if artefact.packaging:
            command += ["--packaging", artefact.packaging]
        if notes is not None:
            command += ["--notes", str(notes)]
        commands.append(command)
    if not commands:
        raise BuildError(f"{dist} has nothing of Davit {version} that could be offered")
    return commands


if __name__ == "__main__":
    sys.exit(main())
