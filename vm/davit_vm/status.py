"""What the machine tells about itself: records of status, events, history and checks (pure).

They cross the control socket as JSON, so names here are names on the wire.
"""

from enum import StrEnum
from typing import Literal

import msgspec


class State(StrEnum):
    """Where the machine stands; `machine.TRANSITIONS` says what may follow what."""

    ABSENT = "absent"
    """Nothing has been created yet."""
    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    """The engine inside answers."""
    PAUSED = "paused"
    """The guest's processors stand still; everything in it goes on with `resume`."""
    ASLEEP = "asleep"
    """Stopped after idling; the next request wakes it."""
    STOPPING = "stopping"
    FAILED = "failed"
    """Stopped against its will; `problem` says why."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong, in the four parts that a person needs."""

    what: str
    why: str = ""
    hint: str = ""
    details: str = ""
    """Raw text: the end of QEMU's output or of the console."""


class StageTime(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a start; `seconds` is how long it took, None while it lasts."""

    name: str
    """qemu, kernel, root, data, network, engine, endpoint"""
    seconds: float | None = None


class Boot(msgspec.Struct, frozen=True, kw_only=True):
    """One start, as the history keeps it."""

    started_at: float
    """Seconds since the epoch."""
    accelerator: str
    image: str
    outcome: Literal["ready", "failed", "cancelled"]
    seconds: float
    stages: tuple[StageTime, ...] = ()
    problem: Problem | None = None
    ended_at: float | None = None
    ending: str = ""
    """How it ended: stopped, asleep, crashed, killed; empty while it runs."""


class Resources(msgspec.Struct, frozen=True, kw_only=True):
    """What the machine really takes of the host; bytes, None where it cannot be told now."""

    host_memory: int | None = None
    """Resident memory of QEMU."""
    guest_memory_total: int | None = None
    guest_memory_available: int | None = None
    host_cpu_seconds: float | None = None
    disk_size: int | None = None
    """Size that the guest sees."""
    disk_on_host: int | None = None
    """Blocks that the disk image takes on the host."""
    guest_disk_used: int | None = None
    guest_disk_free: int | None = None


class Forward(msgspec.Struct, frozen=True, kw_only=True):
    """One port of the host that leads into the machine."""

    protocol: Literal["tcp", "udp"]
    host_ip: str
    host_port: int
    guest_port: int
    container: str = ""
    problem: str = ""
    """Why it is not open now; empty when it is."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of the host that containers may mount."""

    path: str
    read_only: bool = False
    transport: str = ""
    """9p or sftp; empty while the machine is not running."""
    problem: str = ""


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the Machine page shows."""

    state: State
    home: str
    """The machine's folder."""
    supervisor_pid: int | None = None
    qemu_pid: int | None = None
    qemu: str = ""
    """Path and version of QEMU."""
    accelerator: str = ""
    """kvm, hvf, whpx or tcg; empty before the first start."""
    accelerator_note: str = ""
    """Why it is slower than it could be, in a sentence; empty when all is well."""
    image: str = ""
    """Version of the guest image in use."""
    engine: str = ""
    """Version of the engine inside."""
    endpoint: str = ""
    """DOCKER_HOST of the machine: unix://… or npipe://…"""
    started_at: float | None = None
    stages: tuple[StageTime, ...] = ()
    """Of the running or the last start."""
    cpus: int = 0
    memory: int = 0
    """Bytes."""
    resources: Resources = Resources()
    forwards: tuple[Forward, ...] = ()
    shares: tuple[Share, ...] = ()
    problem: Problem | None = None
    pending_restart: tuple[str, ...] = ()
    """Settings that take effect with the next start."""


EventKind = Literal["state", "stage", "note", "problem", "forwards", "resources"]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """News of the machine, in the order in which it happened."""

    time: float
    kind: EventKind
    text: str
    """A sentence for a person."""
    status: Status | None = None
    """The whole status with `state`, `stage`, `problem` and `forwards`."""


class Remedy(msgspec.Struct, frozen=True, kw_only=True):
    """One step that mends what a check found, done for the person when they say so."""

    kind: Literal["install", "turn on", "join", "sign", "release", "start", "reinstall"]
    """Reinstall: Davit itself is broken, and only an installer can put it right."""
    subject: str
    """QEMU, the name of a feature or a group."""
    command: tuple[str, ...] = ()
    elevated: bool = True
    """Whether the system asks for an administrator's consent or password."""
    after: Literal["", "restart", "log in"] = ""
    """What the person has to do before it counts."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `diagnose`."""

    name: str
    ok: bool | None
    """None: could not be tried, since something before it failed."""
    detail: str
    hint: str = ""
    remedy: Remedy | None = None


class Reclaimed(msgspec.Struct, frozen=True, kw_only=True):
    """What `reclaim` gave back to the host, in bytes, measured on the host."""

    disk: int
    memory: int
