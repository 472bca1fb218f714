"""Container rows from a listing and the events after it (pure)."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from davit_desktop.client.types import ContainerSummary, Event
from davit_desktop.state.ports import PortMapping, mappings
from davit_desktop.translation import tr

COMPOSE_PROJECT = "com.docker.compose.project"
COMPOSE_SERVICE = "com.docker.compose.service"


class State(StrEnum):
    """What a container is doing, in Docker's words."""

    CREATED = "created"
    RUNNING = "running"
    PAUSED = "paused"
    RESTARTING = "restarting"
    REMOVING = "removing"
    EXITED = "exited"
    DEAD = "dead"
    UNKNOWN = "unknown"


class Health(StrEnum):
    """The verdict of a container's health check."""

    NONE = ""
    STARTING = "starting"
    HEALTHY = "healthy"
    UNHEALTHY = "unhealthy"


class Container(msgspec.Struct, frozen=True, kw_only=True):
    """One row. Times are Unix seconds, 0 when not known; `exit_code` counts once it has ended."""

    id: str
    name: str
    image: str
    image_id: str = ""
    command: str = ""
    state: State = State.UNKNOWN
    health: Health = Health.NONE
    exit_code: int = 0
    oom: bool = False
    created: float = 0.0
    since: float = 0.0  # when it entered its state; exact from events, rounded from a listing
    ports: tuple[PortMapping, ...] = ()
    labels: dict[str, str] = {}

    @property
    def short_id(self) -> str:
        return self.id[:12]

    @property
    def project(self) -> str:
        """The Compose project it belongs to, or nothing."""
        return self.labels.get(COMPOSE_PROJECT, "")

    @property
    def service(self) -> str:
        return self.labels.get(COMPOSE_SERVICE, "")

    @property
    def running(self) -> bool:
        """Whether it has a process: pausing and restarting count."""
        return self.state in (State.RUNNING, State.PAUSED, State.RESTARTING)


class Look(msgspec.Struct, frozen=True):
    """How a state is told: always a word, an icon and a colour token."""

    word: str
    icon: str
    tone: str


Containers = Mapping[str, Container]


def look(container: Container) -> Look:
    """Word, icon and colour for a container's state."""
    match container.state:
        case State.RUNNING if container.health is Health.HEALTHY:
            return Look(tr("Running ✓"), "state-healthy", "green")
        case State.RUNNING if container.health is Health.UNHEALTHY:
            return Look(tr("Unhealthy"), "state-unhealthy", "orange")
        case State.RUNNING if container.health is Health.STARTING:
            return Look(tr("Starting"), "state-busy", "blue")
        case State.RUNNING:
            return Look(tr("Running"), "state-running", "green")
        case State.RESTARTING:
            return Look(tr("Restarting"), "state-busy", "blue")
        case State.PAUSED:
            return Look(tr("Paused"), "state-paused", "amber")
        case State.CREATED:
            return Look(tr("Created"), "state-created", "grey")
        case State.REMOVING:
            return Look(tr("Deleting"), "state-busy", "grey")
        case State.EXITED if container.oom:
            return Look(
                tr("Out of memory ({code})").format(code=container.exit_code), "state-failed", "red"
            )
        case State.EXITED if container.exit_code:
            return Look(
                tr("Exited ({code})").format(code=container.exit_code), "state-failed", "red"
            )
        case State.EXITED:
            return Look(tr("Exited"), "state-exited", "grey")
        case State.DEAD:
            return Look(tr("Dead"), "state-failed", "red")
        case _:
            return Look(tr("Unknown"), "state-unknown", "grey")


def from_summary(summary: ContainerSummary, now: float, before: Container | None) -> Container:
    """A row of the listing taken at `now`; what only events tell is kept from `before`."""
    state = _state(summary.state)
    same_run = before is not None and before.state is state
    exit_code = _exit_code(summary.status)
    return Container(
        id=summary.id,
        name=summary.name,
        image=summary.image,
        image_id=summary.image_id,
        command=summary.command,
        state=state,
        health=_health(summary.status),
        exit_code=exit_code,
        oom=before.oom if before and same_run else False,
        created=float(summary.created),
        since=before.since
        if before and same_run and before.since
        else _since(summary.status, now) or float(summary.created),
        ports=mappings(summary.ports),
        labels=summary.labels,
    )


def listed(
    summaries: Iterable[ContainerSummary], now: float, before: Containers
) -> dict[str, Container]:
    """The rows of a full listing."""
    return {s.id: from_summary(s, now, before.get(s.id)) for s in summaries}


def refreshed(
    rows: Containers, ids: Iterable[str], summaries: Iterable[ContainerSummary], now: float
) -> dict[str, Container]:
    """The rows after some ids were listed again; those the engine no longer lists are gone."""
    result = {id: row for id, row in rows.items() if id not in set(ids)}
    result.update({s.id: from_summary(s, now, rows.get(s.id)) for s in summaries})
    return result


def folded(rows: Containers, event: Event) -> tuple[Containers, bool]:
    """The rows after an event, and whether that container must be listed again to know all of it.

    A container the rows do not hold is always worth a listing, but for its removal.
    """
    if event.type == "network":
        return rows, False
    if event.type != "container":
        return rows, False
    id = event.actor.id
    action, _, detail = event.action.partition(":")
    action = action.strip()
    if action == "destroy":
        return {key: row for key, row in rows.items() if key != id}, False
    if action.startswith(("exec_", "top", "attach", "detach", "resize", "archive", "copy")):
        return rows, False
    row = rows.get(id)
    if row is None:
        return rows, True
    changed, relist = _after(row, action, detail.strip(), event)
    return (rows if changed == row else {**rows, id: changed}), relist


def _after(row: Container, action: str, detail: str, event: Event) -> tuple[Container, bool]:
    when = event.time_nano / 1e9 if event.time_nano else float(event.time)
    replace = msgspec.structs.replace
    match action:
        case "start" | "restart":
            return (
                replace(
                    row, state=State.RUNNING, since=when, oom=False, exit_code=0, health=Health.NONE
                ),
                True,
            )
        case "die":
            code = event.actor.attributes.get("exitCode", "")
            return (
                replace(
                    row,
                    state=State.EXITED,
                    since=when,
                    exit_code=int(code) if re.fullmatch(r"-?\d{1,6}", code) else row.exit_code,
                    health=Health.NONE,
                ),
                True,
            )
        case "oom":
            return replace(row, oom=True), False
        case "pause":
            return replace(row, state=State.PAUSED), False
        case "unpause":
            return replace(row, state=State.RUNNING), False
        case "rename":
            name = event.actor.attributes.get("name", "").removeprefix("/")
            return replace(row, name=name or row.name), False
        case "health_status":
            known = {verdict.value for verdict in Health}
            return replace(row, health=Health(detail) if detail in known else row.health), False
        case "kill" | "stop":
            return row, False
        case _:
            return row, True


def _state(word: str) -> State:
    try:
        return State(word)
    except ValueError:
        return State.UNKNOWN


def _exit_code(status: str) -> int:
    found = re.match(r"(?:Exited|Restarting) \((-?\d+)\)", status)
    return int(found[1]) if found else 0


def _health(status: str) -> Health:
    if "(unhealthy)" in status:
        return Health.UNHEALTHY
    if "(healthy)" in status:
        return Health.HEALTHY
    if "(health: starting)" in status:
        return Health.STARTING
    return Health.NONE


_UNITS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 365 * 86400,
}


def _since(status: str, now: float) -> float:
    """When the state began, as far as Docker's "Up 2 hours" tells; 0 when it does not."""
    if "Less than a second" in status:
        return now
    found = re.search(r"(?:(\d+)|About an?) (second|minute|hour|day|week|month|year)s?", status)
    if not found:
        return 0.0
    return now - int(found[1] or 1) * _UNITS[found[2]]
