"""Rows of the containers' lists: what each cell says, sorts by and is found by."""

import re
import time
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from davit_desktop.state.containers import Container, Look, State, look
from davit_desktop.translation import mark, tr
from davit_desktop.views import text
from davit_desktop.views.table_model import Column

_STATE_ORDER = (
    State.RUNNING,
    State.RESTARTING,
    State.PAUSED,
    State.REMOVING,
    State.DEAD,
    State.EXITED,
    State.CREATED,
    State.UNKNOWN,
)


_LONGEST = 1_000  # characters of a label that a filter looks at
_DIGITS = re.compile(r"\d{1,12}")


class ContainerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A container with what the window adds: usage while it is watched, and what is being done."""

    container: Container
    cpu: float | None = None
    memory: int | None = None
    busy: str = ""
    pinned: bool = False
    failed: str = ""  # why the last thing asked of it did not happen


def state_look(row: ContainerRow) -> Look:
    """How the row's state is told; what is being done to it comes first."""
    if row.busy:
        return Look(f"{row.busy}…", "state-busy", "blue")
    return look(row.container)


def uptime(row: ContainerRow) -> str:
    """How long it has run, or how long ago it ended."""
    container = row.container
    if not container.since or container.state is State.CREATED:
        return ""
    length = text.duration(max(0.0, time.time() - container.since))
    return length if container.running else tr("{duration} ago").format(duration=length)


@lru_cache(maxsize=4096)
def natural(name: str) -> str:
    """A name to sort by that has web-2 before web-10."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(12), name)


def columns() -> list[Column[ContainerRow]]:
    """Every column of the list, whether it is shown or not."""
    return [
        Column(
            key="name",
            title=tr("Name"),
            text=lambda r: (
                tr("{name}, pinned").format(name=r.container.name) if r.pinned else r.container.name
            ),
            sort=lambda r: natural(r.container.name),
            tip=lambda r: f"{r.container.name}\n{r.container.short_id}\n{r.container.image}",
        ),
        Column(
            key="state",
            title=tr("State"),
            text=lambda r: state_look(r).word,
            sort=lambda r: float(_STATE_ORDER.index(r.container.state)),
            tip=lambda r: "\n".join(filter(None, [state_look(r).word, uptime(r), r.failed])),
        ),
        Column(
            key="image",
            title=tr("Image"),
            text=lambda r: r.container.image,
            tip=lambda r: f"{r.container.image}\n{r.container.command}",
        ),
        Column(
            key="ports",
            title=tr("Ports"),
            text=lambda r: ", ".join(p.label for p in r.container.ports if p.published),
            sort=lambda r: float(
                min((p.host_port or 1 << 17 for p in r.container.ports), default=1 << 18)
            ),
        ),
        Column(
            key="cpu",
            title=tr("CPU"),
            text=lambda r: "" if r.cpu is None else text.percent(r.cpu),
            sort=lambda r: -1.0 if r.cpu is None else r.cpu,
            right=True,
        ),
        Column(
            key="memory",
            title=tr("Memory"),
            text=lambda r: "" if r.memory is None else text.size(r.memory),
            sort=lambda r: -1.0 if r.memory is None else float(r.memory),
            right=True,
        ),
        Column(
            key="uptime",
            title=tr("Since"),
            text=uptime,
            sort=lambda r: -r.container.since,
        ),
        Column(
            key="command",
            title=tr("Command"),
            text=lambda r: r.container.command,
        ),
        Column(
            key="created",
            title=tr("Created"),
            text=lambda r: tr("{duration} ago").format(
                duration=text.duration(max(0.0, time.time() - r.container.created))
            ),
            sort=lambda r: -r.container.created,
        ),
        Column(key="actions", title="", text=lambda r: "", sort=lambda r: 0.0, tip=lambda r: ""),
    ]


KEYS = tuple(column.key for column in columns())
CHOSEN_AT_FIRST = ("state", "image", "ports", "cpu", "memory", "uptime")
"""The columns that a person may hide and that are shown before anybody has chosen."""


def group_text(column: str, rows: Sequence[ContainerRow]) -> str:
    """What a Compose project's line says in a column."""
    match column:
        case "state":
            running = sum(row.container.running for row in rows)
            return tr("{running} running of {total}").format(running=running, total=len(rows))
        case "cpu":
            known = [row.cpu for row in rows if row.cpu is not None]
            return text.percent(sum(known)) if known and _complete(rows) else ""
        case "memory":
            used = [row.memory for row in rows if row.memory is not None]
            return text.size(sum(used)) if used and _complete(rows) else ""
        case _:
            return ""


def _complete(rows: Sequence[ContainerRow]) -> bool:
    """Whether the usage of all that run is known, so that a sum says the truth."""
    return all(row.cpu is not None for row in rows if row.container.running)


def matches(container: Container, wanted: str) -> bool:
    """Whether a filter's words are all found in what the row shows or is labelled with."""
    words = wanted.casefold().split()
    if not words:
        return True
    haystack = " ".join(
        (
            container.name,
            container.id,
            container.image,
            container.state,
            look(container).word,
            *(port.label for port in container.ports),
            *(f"{key}={value[:_LONGEST]}" for key, value in container.labels.items()),
        )
    ).casefold()
    return all(word in haystack for word in words)


SHOW = {"all": mark("All"), "running": mark("Running"), "stopped": mark("Stopped")}


def accepted(container: Container, show: str) -> bool:
    """Whether a container is among those that `SHOW` names."""
    return show == "all" or container.running == (show == "running")
