"""The journal of what was done from the window: read, kept short, and told as a shell script."""

import logging
import os
import shlex
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path

import msgspec
import platformdirs

log = logging.getLogger(__name__)

KEPT = 2_000  # entries


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was done. Times are seconds since the epoch.

    `command` is the docker command that does the same, secrets taken out; `result` is "done",
    "failed" or "cancelled"; `problem` says why it failed.
    """

    number: int
    title: str
    result: str
    started: float
    ended: float
    command: str = ""
    subject: str = ""
    problem: str = ""
    details: str = ""

    @property
    def duration(self) -> float:
        """Seconds that it took."""
        return max(0.0, self.ended - self.started)


def journal_file() -> Path:
    """Where this user's journal lives."""
    return platformdirs.user_state_path("davit", appauthor=False) / "activity.jsonl"


class Journal:
    """The newest entries, on disk line by line so that a crash loses none that was told."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a path it is kept in memory only."""
        self._path = path
        self._lines = 0
        self.entries: deque[Entry] = deque(maxlen=KEPT)

    def load(self) -> None:
        """Read what earlier runs left; a line that cannot be read is passed over."""
        if self._path is None:
            return
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            log.warning("Cannot read %s: %s", self._path, error)
            return
        self._lines = len(lines)
        for line in lines[-KEPT:]:
            try:
                self.entries.append(msgspec.json.decode(line, type=Entry))
            except msgspec.DecodeError as error:
                log.info("Passing over a line of %s: %s", self._path, error)

    @property
    def next_number(self) -> int:
        """The number for the next entry; greater than every one before."""
        return self.entries[-1].number + 1 if self.entries else 1

    def add(self, entry: Entry) -> None:
        """Keep an entry; a disk that refuses it is only logged."""
        self.entries.append(entry)
        if self._path is None:
            return
        try:
            if self._lines >= 2 * KEPT:
                self._write_anew(self._path)
            else:
                self._append(self._path, entry)
        except OSError as error:
            log.warning("Cannot write %s: %s", self._path, error)

    def clear(self) -> None:
        """Forget everything. Raises OSError."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        self.entries.clear()
        self._lines = 0

    def _append(self, path: Path, entry: Entry) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "ab", opener=_private) as file:
            file.write(msgspec.json.encode(entry) + b"\n")
        self._lines += 1

    def _write_anew(self, path: Path) -> None:
        fresh = path.with_suffix(".new")
        with open(fresh, "wb", opener=_private) as file:
            file.writelines(msgspec.json.encode(entry) + b"\n" for entry in self.entries)
        fresh.replace(path)
        self._lines = len(self.entries)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def script(entries: Iterable[Entry]) -> str:
    """A shell script that does the same again, oldest first; what did not succeed is a comment."""
    lines = ["#!/bin/sh", "set -eu"]
    for entry in sorted(entries, key=lambda entry: entry.number):
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(entry.started))
        lines.append("")
        lines.append(f"# {when}  {_one_line(entry.title)}: {entry.result}")
        if entry.command and entry.result == "done":
            lines.append(_one_command(entry.command))
        elif entry.command:
            lines.append(f"# {_one_line(entry.command)}")
    return "\n".join(lines) + "\n"


def _one_command(command: str) -> str:
    # What is masked or not for a shell would run as something else: it stays for a person to mend.
    if "••••" in command:
        return f"# secret taken out: {_one_line(command)}"
    try:
        words = shlex.split(command)
    except ValueError:
        return f"# {_one_line(command)}"
    return shlex.join(words)


def _one_line(text: str) -> str:
    return " ".join(text.split())
