"""What `davit machine` says: status, starts, checks and problems as lines of text (pure)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import datetime

from davit_desktop.cli.table import render
from davit_desktop.client.units import human_duration, human_size
from davit_vm import Boot, Check, Problem, Reclaimed, State, Status, format_size

_LABEL = 12
_MOST_DETAILS = 20  # lines of raw output below a problem


def status_text(status: Status, now: float) -> str:
    """The lines of `davit machine status`; `now` in seconds since the epoch."""
    since = ""
    if status.started_at is not None and status.state is State.READY:
        since = f" for {human_duration(max(now - status.started_at, 0)).lower()}"
    rows = [("State", f"{status.state}{since}")]
    if status.state is State.ABSENT:
        rows += [("Home", status.home), ("", "Create and start it: davit machine start")]
        return _labelled(rows)
    rows += [
        ("Engine", " at ".join(filter(None, (status.engine, status.endpoint)))),
        ("Image", status.image),
        ("QEMU", ", ".join(filter(None, (status.qemu, status.accelerator)))),
        ("", status.accelerator_note),
        ("Processor", _processor(status)),
        ("Memory", _memory(status)),
        ("Disk", _disk(status)),
        ("Processes", _processes(status)),
        ("Home", status.home),
    ]
    text = _labelled([(label, words) for label, words in rows if words])
    if status.pending_restart:
        names = ", ".join(status.pending_restart)
        text += f"\nWith the next start takes effect: {names}. Now: davit machine restart\n"
    if status.forwards:
        ports = [
            (
                f"{forward.host_ip}:{forward.host_port}/{forward.protocol}",
                forward.container,
                forward.problem or "open",
            )
            for forward in status.forwards
        ]
        text += "\n" + render(("PORT", "CONTAINER", "STATE"), ports)
    if status.shares:
        folders = [
            (
                share.path,
                "read-only" if share.read_only else "read-write",
                share.problem or share.transport,
            )
            for share in status.shares
        ]
        text += "\n" + render(("SHARED FOLDER", "ACCESS", "THROUGH"), folders)
    if status.problem is not None:
        text += "\n" + problem_text(status.problem) + "\n"
    return printable(text)


def problem_text(problem: Problem) -> str:
    """What, why and what to try, then the end of the raw output."""
    head = problem.what.rstrip(".")
    lines = [f"{head}: {problem.why}" if problem.why else problem.what]
    if problem.hint:
        lines.append(problem.hint)
    details = problem.details.rstrip().splitlines()
    if details:
        lines += ["", *(f"    {line}" for line in details[-_MOST_DETAILS:])]
    return printable("\n".join(lines))


def history_text(boots: Sequence[Boot]) -> str:
    """A table of the starts, the newest first."""
    rows = [
        (
            datetime.fromtimestamp(boot.started_at).astimezone().strftime("%Y-%m-%d %H:%M:%S"),
            boot.outcome,
            f"{boot.seconds:.1f} s",
            _slowest(boot),
            boot.accelerator,
            boot.image,
            boot.ending or (boot.problem.what if boot.problem else ""),
        )
        for boot in reversed(boots)
    ]
    header = ("STARTED", "OUTCOME", "TOOK", "SLOWEST STAGE", "ACCELERATOR", "IMAGE", "ENDED")
    return printable(render(header, rows))


def checks_text(checks: Sequence[Check]) -> str:
    """One line a check, its hint beneath."""
    words = {True: "ok", False: "FAILED", None: "-"}
    width = max((len(check.name) for check in checks), default=0)
    lines = []
    for check in checks:
        lines.append(f"{words[check.ok]:<7} {check.name:<{width}}  {check.detail}")
        if check.hint:
            lines.append(f"{'':<7} {'':<{width}}  {check.hint}")
    return printable("\n".join(line.rstrip() for line in lines) + "\n")


def reclaimed_text(reclaimed: Reclaimed) -> str:
    return (
        f"Given back to this computer: {human_size(reclaimed.disk)} of disk, "
        f"{human_size(reclaimed.memory)} of memory"
    )


def printable(text: str) -> str:
    """Without what a terminal would obey: the guest and its containers choose these characters."""
    return "".join(
        character
        for character in text.replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf")
    )


class Stages:
    """The stages of a start as they pass: lines that stay, on a terminal with the running one."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal
        self._shown: list[str] = []
        self._open = False
        self._notes: set[str] = set()

    def text(self, status: Status) -> str:
        """What is to be written, given the newest status of a machine that starts."""
        finished = [stage for stage in status.stages if stage.seconds is not None]
        if [stage.name for stage in finished][: len(self._shown)] != self._shown:
            self._shown = []  # a second attempt, such as one on another accelerator
        written = ""
        note = status.accelerator_note
        if note and note not in self._notes:
            self._notes.add(note)
            written += f"{self._cleared()}{printable(note)}\n"
        for stage in finished[len(self._shown) :]:
            written += f"{self._cleared()}  {stage.name:<{_LABEL}}{stage.seconds:6.1f} s\n"
            self._shown.append(stage.name)
        running = next((stage for stage in status.stages if stage.seconds is None), None)
        if self._terminal and running is not None:
            written += f"{self._cleared()}  {running.name:<{_LABEL}}     …"
            self._open = True
        return written

    def end(self) -> str:
        """Takes back a stage that was still running."""
        return self._cleared()

    def _cleared(self) -> str:
        if not self._open:
            return ""
        self._open = False
        return "\r\x1b[2K"


def _labelled(rows: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{label + ':' if label else '':<{_LABEL}}{words}\n" for label, words in rows)


def _processor(status: Status) -> str:
    if not status.cpus:
        return ""
    used = status.resources.host_cpu_seconds
    spent = f", {human_duration(used).lower()} of CPU time" if used is not None else ""
    return f"{status.cpus} CPU{'' if status.cpus == 1 else 's'}{spent}"


def _memory(status: Status) -> str:
    found = status.resources
    parts = [format_size(status.memory)] if status.memory else []
    if found.host_memory is not None:
        parts.append(f"takes {human_size(found.host_memory)} of this computer")
    if found.guest_memory_available is not None:
        parts.append(f"{human_size(found.guest_memory_available)} free inside")
    return ", ".join(parts)


def _disk(status: Status) -> str:
    found = status.resources
    parts = [format_size(found.disk_size)] if found.disk_size is not None else []
    if found.disk_on_host is not None:
        parts.append(f"takes {human_size(found.disk_on_host)} of this computer")
    if found.guest_disk_used is not None:
        parts.append(f"{human_size(found.guest_disk_used)} used inside")
    return ", ".join(parts)


def _processes(status: Status) -> str:
    named = (("supervisor", status.supervisor_pid), ("QEMU", status.qemu_pid))
    return ", ".join(f"{name} {pid}" for name, pid in named if pid is not None)


def _slowest(boot: Boot) -> str:
    known = [(stage.seconds, stage.name) for stage in boot.stages if stage.seconds is not None]
    return "{1} {0:.1f} s".format(*max(known)) if known else ""
