"""The last boots of the machine, kept in a file that is never half written."""

from pathlib import Path

import msgspec

from davit_vm.config import write_durably
from davit_vm.status import Boot

BOOTS = 50


def load(path: Path) -> tuple[Boot, ...]:
    """Oldest first; empty when there is no history or it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Boot, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def add(path: Path, boot: Boot) -> None:
    _save(path, (*load(path), boot))


def end(path: Path, *, at: float, ending: str) -> None:
    """Say how the last boot ended; without effect when that is known already."""
    boots = load(path)
    if boots and not boots[-1].ending:
        _save(path, (*boots[:-1], msgspec.structs.replace(boots[-1], ended_at=at, ending=ending)))


def _save(path: Path, boots: tuple[Boot, ...]) -> None:
    write_durably(path, msgspec.json.encode(boots[-BOOTS:]))
