"""The stages of a start, as the guest's console tells them, and what a failed one means (pure)."""

from collections.abc import Mapping
from typing import Final

import msgspec

from davit_vm.errors import BootFailed, DataDiskUnreadable, MachineError
from davit_vm.status import StageTime

STAGES: Final = ("qemu", "kernel", "root", "data", "network", "engine", "endpoint")

_BEACON: Final = "davit-beacon: "
_FINISHES: Final = {
    "kernel": "kernel",
    "root": "root",
    "data": "data",
    "network": "network",
    "ready": "engine",
}
"""Beacon to the stage that it ends; the beacon `engine` only says that the process has begun."""

_LIMITS: Final = {
    "qemu": 20.0,
    "kernel": 20.0,
    "root": 30.0,
    "data": 600.0,
    "network": 30.0,
    "engine": 90.0,
    "endpoint": 30.0,
}
"""Seconds with an accelerator. `data` may hold a file system check."""
_SLOWER: Final = 8.0
"""How much longer emulated guests may take; a busy computer with two cores needs three."""

_MEANING: Final[Mapping[str, tuple[str, str]]] = {
    "qemu": (
        "QEMU did not start",
        "Its output says why. Another program may hold its files.",
    ),
    "kernel": (
        "The guest's kernel did not start",
        "Try without acceleration: davit machine set --accelerator tcg",
    ),
    "root": (
        "The guest could not mount its system",
        "The guest image may be damaged; lay it out again: davit machine upgrade",
    ),
    "data": (
        "The disk with containers and images could not be mounted",
        "Repair it: davit machine repair. Or save it first: davit machine export FILE",
    ),
    "network": (
        "The guest could not set up its network",
        "The end of the console tells more; davit machine diagnose looks further.",
    ),
    "engine": (
        "The engine inside the machine did not start",
        "When its settings were changed, undo that: davit machine set --engine. "
        "The end of the console tells more.",
    ),
    "endpoint": (
        "The engine runs but does not answer",
        "Another program may hold the machine's connection; davit machine diagnose looks further.",
    ),
}


class Beacon(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the console that is meant for the supervisor."""

    name: str
    detail: str = ""
    """With `failed`: the stage and the reason."""


def parse_beacon(line: bytes) -> Beacon | None:
    """None for a line that is no beacon. The kernel may have left half a line before it."""
    _, found, text = line.decode(errors="replace").partition(_BEACON)
    name, _, detail = text.strip().partition(" ")
    if not found or not name:
        return None
    return Beacon(name=name[:40], detail=_printable(detail.strip())[:400])


class Progress(msgspec.Struct, frozen=True):
    """How far a start has come; `ends` are seconds since its beginning."""

    ends: tuple[tuple[str, float], ...] = ()

    def finish(self, stage: str, at: float) -> "Progress":
        """Finishing a stage twice changes nothing."""
        if stage in self.finished:
            return self
        return Progress((*self.ends, (stage, at)))

    @property
    def finished(self) -> frozenset[str]:
        return frozenset(stage for stage, _ in self.ends)

    @property
    def current(self) -> str | None:
        """The first stage that lasts; None when all are done."""
        return next((stage for stage in STAGES if stage not in self.finished), None)

    @property
    def times(self) -> tuple[StageTime, ...]:
        """Stages in the order in which they ended, then the one that lasts.

        Stages run side by side in the guest, so a stage counts from the end of the one before it.
        """
        times, before = [], 0.0
        for stage, at in self.ends:
            times.append(StageTime(name=stage, seconds=round(max(0.0, at - before), 3)))
            before = at
        if self.current is not None:
            times.append(StageTime(name=self.current))
        return tuple(times)


def finished_by(beacon: Beacon) -> str | None:
    return _FINISHES.get(beacon.name)


def failure(beacon: Beacon, console: str) -> MachineError | None:
    """What a beacon `failed` means; None for other beacons."""
    if beacon.name != "failed":
        return None
    stage, _, reason = beacon.detail.partition(" ")
    return explain(stage, reason or "the guest gives no reason", console)


def overdue(stage: str, limit: float, console: str) -> MachineError:
    """What it means that a stage does not end."""
    return explain(stage, f"the stage “{stage}” did not end within {limit:.0f} s", console)


def explain(stage: str, why: str, console: str) -> MachineError:
    """The error for a start that failed in this stage; `console` is the end of what was printed."""
    what, hint = _MEANING.get(stage, (f"The machine did not start ({stage})", ""))
    if stage == "data":
        return DataDiskUnreadable(what, why, hint, console)
    return BootFailed(what, why, hint, console)


def limit(stage: str, accelerator: str) -> float:
    """Seconds after which a stage is given up."""
    return _LIMITS[stage] * (_SLOWER if accelerator == "tcg" else 1.0)


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
