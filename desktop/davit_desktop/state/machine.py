"""What the machine's records mean to a person: words, colours, steps, limits (pure)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from davit_desktop.state.containers import Look
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr
from davit_vm import status as vm
from davit_vm.status import Boot, Check, Remedy, Resources, StageTime, State, Status

GIB = 1 << 30
MIB = 1 << 20

STAGES = ("qemu", "kernel", "root", "data", "network", "engine", "endpoint")
_TITLES = {
    "qemu": mark("Start QEMU"),
    "kernel": mark("Boot the kernel"),
    "root": mark("Mount the system"),
    "data": mark("Check the data disk"),
    "network": mark("Set up the network"),
    "engine": mark("Start the engine"),
    "endpoint": mark("Open the Docker endpoint"),
}
_ACCELERATORS = {
    "kvm": "KVM",
    "hvf": "Hypervisor.framework",
    "whpx": "Windows Hypervisor Platform",
    "tcg": mark("software emulation"),
}
_SETTINGS = {
    "cpus": mark("CPUs"),
    "memory": mark("memory"),
    "disk": mark("disk size"),
    "shares": mark("shared folders"),
    "host_ports": mark("ports of this computer"),
    "idle_stop": mark("idle stop"),
    "accelerator": mark("accelerator"),
    "qemu": "QEMU",
    "image": mark("guest image"),
    "share_transport": mark("share transport"),
    "http_proxy": mark("proxy"),
    "https_proxy": mark("proxy"),
    "no_proxy": mark("proxy"),
    "engine": mark("engine settings"),
}


def look(status: Status | None) -> Look:
    """How the machine's state is told."""
    if status is None:
        return Look(tr("Looking…"), "state-busy", "blue")
    if in_rescue(status):
        return Look(tr("Rescue", "state of the machine"), "state-unhealthy", "orange")
    match status.state:
        case State.ABSENT:
            return Look(tr("Not set up", "state of the machine"), "state-created", "grey")
        case State.STOPPED:
            return Look(tr("Stopped", "state of the machine"), "state-exited", "grey")
        case State.STARTING:
            return Look(tr("Starting", "state of the machine"), "state-busy", "blue")
        case State.READY:
            return Look(tr("Running", "state of the machine"), "state-running", "green")
        case State.PAUSED:
            return Look(tr("Paused", "state of the machine"), "state-paused", "amber")
        case State.ASLEEP:
            return Look(tr("Asleep", "state of the machine"), "state-paused", "amber")
        case State.STOPPING:
            return Look(tr("Stopping", "state of the machine"), "state-busy", "blue")
        case State.FAILED:
            return Look(tr("Failed", "state of the machine"), "state-failed", "red")


def sentence(status: Status) -> str:
    """The machine's state as the status bar tells it."""
    if in_rescue(status):
        return tr("Machine: rescue")
    match status.state:
        case State.ABSENT:
            return tr("Machine: not set up")
        case State.STOPPED:
            return tr("Machine: stopped")
        case State.STARTING:
            return tr("Machine: starting")
        case State.READY:
            return tr("Machine: running")
        case State.PAUSED:
            return tr("Machine: paused")
        case State.ASLEEP:
            return tr("Machine: asleep")
        case State.STOPPING:
            return tr("Machine: stopping")
        case State.FAILED:
            return tr("Machine: failed")


def reason(status: Status) -> str:
    """Why no engine answers, as far as it lies with the machine."""
    if in_rescue(status):
        return tr("the data disk needs a repair")
    match status.state:
        case State.ABSENT:
            return tr("the machine is not set up")
        case State.STOPPED:
            return tr("the machine is stopped")
        case State.STARTING:
            return tr("the machine is starting")
        case State.READY:
            return tr("the machine is running")
        case State.PAUSED:
            return tr("the machine is paused")
        case State.ASLEEP:
            return tr("the machine is asleep")
        case State.STOPPING:
            return tr("the machine is stopping")
        case State.FAILED:
            return tr("the machine is failed")


def accelerator_words(name: str) -> str:
    """The accelerator as its makers call it; software emulation for tcg."""
    return tr(_ACCELERATORS[name]) if name in _ACCELERATORS else name


def accelerator_short(name: str) -> str:
    """The same in few letters, for a table."""
    return tr("Emulation") if name == "tcg" else name.upper()


def in_rescue(status: Status) -> bool:
    """Whether the guest is up without its engine, for the data disk to be repaired."""
    return status.state is State.FAILED and status.qemu_pid is not None


def can_start(status: Status | None) -> bool:
    """Whether Start makes sense; an absent machine is created first."""
    return status is not None and (
        status.state in (State.ABSENT, State.STOPPED, State.ASLEEP, State.FAILED)
        and not in_rescue(status)
    )


def can_stop(status: Status | None) -> bool:
    """Whether there is something to stop; a start can be cut short."""
    return status is not None and (
        status.state in (State.STARTING, State.READY, State.PAUSED, State.ASLEEP)
        or in_rescue(status)
    )


def can_restart(status: Status | None) -> bool:
    return status is not None and (status.state is State.READY or in_rescue(status))


def start_word(status: Status | None) -> str:
    """What starting is called in this state."""
    if status is not None and status.state is State.ABSENT:
        return tr("Set up and start")
    if status is not None and status.state is State.ASLEEP:
        return tr("Wake")
    return tr("Start")


def start_words(status: Status | None) -> str:
    """The same in full, for who does not see what it stands beside."""
    if status is not None and status.state is State.ABSENT:
        return tr("Set up and start the machine")
    if status is not None and status.state is State.ASLEEP:
        return tr("Wake the machine")
    return tr("Start the machine")


# Stages of a start


class Mark(StrEnum):
    """How a stage stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Stage(msgspec.Struct, frozen=True):
    """One line of a start. `seconds` is None until the stage has ended."""

    name: str
    title: str
    mark: Mark
    seconds: float | None = None


def stages_of(status: Status) -> tuple[Stage, ...]:
    """The steps of the running or the last start, those still to come included."""
    starting, failed = status.state is State.STARTING, status.state is State.FAILED
    if not starting and not status.stages:
        return ()
    last = Mark.RUNNING if starting else Mark.FAILED if failed else Mark.WAITING
    return _stages(status.stages, last, whole=starting or failed)


def stages_of_boot(boot: Boot) -> tuple[Stage, ...]:
    """The steps of an earlier start; where it did not get to counts as waiting."""
    last = Mark.FAILED if boot.outcome == "failed" else Mark.WAITING
    return _stages(boot.stages, last, whole=boot.outcome != "ready")


def _stages(times: Sequence[StageTime], last: Mark, *, whole: bool) -> tuple[Stage, ...]:
    rows = [_stage(t.name, Mark.DONE if t.seconds is not None else last, t.seconds) for t in times]
    reached = {t.name for t in times}
    missing = [name for name in STAGES if name not in reached] if whole else []
    if missing and all(t.seconds is not None for t in times):
        rows.append(_stage(missing.pop(0), last))
    rows += [_stage(name, Mark.WAITING) for name in missing]
    return tuple(rows)


def _stage(name: str, mark: Mark, seconds: float | None = None) -> Stage:
    title = tr(_TITLES[name]) if name in _TITLES else name.capitalize()
    return Stage(name, title, mark, seconds)


def running_since(status: Status) -> float:
    """When the stage under way began, in seconds since the epoch; 0 when nobody can tell."""
    if status.started_at is None or status.state is not State.STARTING:
        return 0.0
    return status.started_at + sum(t.seconds or 0.0 for t in status.stages)


def start_seconds(stages: Iterable[Stage]) -> float:
    """How long the ended stages took together."""
    return sum(stage.seconds or 0.0 for stage in stages)


# Problems


def told(problem: vm.Problem) -> Problem:
    """A problem of the machine as the window shows problems."""
    return Problem(
        title=problem.what, reason=problem.why, advice=problem.hint, details=problem.details
    )


def tells(status: Status | None, problem: Problem) -> bool:
    """Whether the machine's own problem says already what a verb's failure says."""
    own = status.problem if status is not None else None
    return own is not None and problem.reason.startswith(own.what.rstrip("."))


# Settings


class HostFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What this computer has to give; bytes."""

    cpus: int
    memory: int
    disk_free: int


def cpu_advice(cpus: int, host: HostFacts) -> str:
    """A warning beside the field; empty when all is well."""
    if cpus > host.cpus:
        return tr("This computer has {count}; more make the machine slower.").format(
            count=host.cpus
        )
    if cpus == host.cpus and host.cpus > 1:
        return tr("All of this computer's CPUs: other programs may stutter while containers work.")
    return ""


def memory_advice(memory: int, host: HostFacts) -> str:
    """A warning beside the field; empty when all is well."""
    if memory > host.memory * 3 // 4:
        return tr("More than three quarters of this computer's memory: it may begin to swap.")
    return ""


def disk_advice(disk: int, taken: int | None, host: HostFacts) -> str:
    """A warning beside the field; empty when all is well."""
    if disk - (taken or 0) > host.disk_free:
        return tr(
            "More than is free on this computer's disk: the machine may find it full one day."
        )
    return ""


def settings_words(names: Iterable[str]) -> str:
    """Names of settings as a person calls them: "CPUs and memory"."""
    words = list(
        dict.fromkeys(tr(_SETTINGS[name]) if name in _SETTINGS else name for name in names)
    )
    if len(words) < 2:
        return "".join(words)
    first = tr(", ", "between the names of a list").join(words[:-1])
    return tr("{names} and {last}").format(names=first, last=words[-1])


def parse_ports(text: str) -> "tuple[int, ...] | str":
    """Port numbers out of "5432, 8000"; "all" for every port. Raises ValueError with the words."""
    words = text.replace(",", " ").split()
    if [word.lower() for word in words] == ["all"]:
        return "all"
    ports: list[int] = []
    for word in words:
        if not (word.isascii() and word.isdigit() and 0 < int(word) < 65536):
            raise ValueError(
                tr("{word} is not a port: write numbers from 1 to 65535, or all").format(word=word)
            )
        ports.append(int(word))
    return tuple(sorted(set(ports)))


IDLE_CHOICES = (
    (0, mark("Never")),
    (5 * 60, mark("After 5 minutes")),
    (15 * 60, mark("After 15 minutes")),
    (30 * 60, mark("After 30 minutes")),
    (60 * 60, mark("After 1 hour")),
)


def idle_choices(current: int) -> tuple[tuple[int, str], ...]:
    """The choices offered, with the one in force among them."""
    choices = tuple((seconds, tr(words)) for seconds, words in IDLE_CHOICES)
    if any(seconds == current for seconds, _ in choices):
        return choices
    words = (
        tr("After {count} min").format(count=current // 60)
        if current >= 60
        else tr("After {count} s").format(count=current)
    )
    return tuple(sorted((*choices, (current, words))))


# Disk and memory


class DiskTruth(msgspec.Struct, frozen=True):
    """Bytes: the size the guest sees, what is used inside, what the host really gives for it."""

    size: int
    used: int | None
    on_host: int | None

    @property
    def reclaimable(self) -> int | None:
        """What giving back could free at most; None when it cannot be told now."""
        if self.used is None or self.on_host is None:
            return None
        return max(0, self.on_host - self.used)


def disk_truth(resources: Resources) -> DiskTruth | None:
    """None before there is a disk."""
    if resources.disk_size is None:
        return None
    return DiskTruth(resources.disk_size, resources.guest_disk_used, resources.disk_on_host)


def guest_memory_used(resources: Resources) -> int | None:
    """Bytes that programs in the guest hold; None when it cannot be told now."""
    total, available = resources.guest_memory_total, resources.guest_memory_available
    return None if total is None or available is None else max(0, total - available)


# History and checks


_ENDINGS = {
    "": mark("Still running"),
    "stopped": mark("Stopped"),
    "asleep": mark("Fell asleep"),
    "crashed": mark("Crashed"),
    "killed": mark("Killed"),
}


def outcome(boot: Boot) -> Look:
    """How a start ended."""
    match boot.outcome:
        case "ready":
            return Look(tr("Ready", "end of a start"), "state-healthy", "green")
        case "failed":
            return Look(tr("Failed", "end of a start"), "state-failed", "red")
        case "cancelled":
            return Look(tr("Cancelled", "end of a start"), "state-exited", "grey")


def ending(boot: Boot) -> str:
    """How the run after the start ended; nothing when there was none."""
    if boot.outcome != "ready":
        return ""
    words = _ENDINGS.get(boot.ending)
    return tr(words) if words else boot.ending.capitalize()


def check_look(check: Check) -> Look:
    """How a check's verdict is told."""
    if check.ok is None:
        return Look(tr("Not tried"), "state-unknown", "grey")
    if check.ok:
        return Look(tr("OK"), "state-healthy", "green")
    return Look(tr("Needs attention"), "state-failed", "red")


def remedy_word(remedy: Remedy) -> str:
    """What the button says that mends it."""
    match remedy.kind:
        case "install":
            return tr("Install {name}").format(name=remedy.subject)
        case "turn on":
            return tr("Turn on")
        case "join":
            return tr("Join the group {name}").format(name=remedy.subject)
        case "sign":
            return tr("Let it use the hypervisor")
        case "release":
            return tr("Release from quarantine")
        case "start":
            return tr("Start engine")
        case "reinstall":
            return tr("Repair")


def remedy_after(remedy: Remedy) -> str:
    """What the person still has to do; empty when it counts at once."""
    match remedy.after:
        case "restart":
            return tr(
                "Restart this computer for it to count. Until then Davit works in emulation, "
                "which is slower."
            )
        case "log in":
            return tr("Log out and in again for it to count.")
        case _:
            return ""


def checks_summary(checks: Sequence[Check]) -> str:
    """One sentence over all checks."""
    bad = sum(check.ok is False for check in checks)
    untried = sum(check.ok is None for check in checks)
    if bad:
        told = (
            tr("{count} of {all} checks needs attention", "one check")
            if bad == 1
            else tr("{count} of {all} checks need attention", "several checks")
        ).format(count=bad, all=len(checks))
    else:
        told = tr("%n check(s) passed", "", len(checks) - untried)
    if untried:
        return tr("{verdict}, %n could not be tried.", "", untried).format(verdict=told)
    return tr("{verdict}.").format(verdict=told)
