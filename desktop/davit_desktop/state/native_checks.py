"""Whether this computer is fit for containers without a machine: facts into checks (pure)."""

import msgspec

from davit_desktop.translation import tr
from davit_vm.status import Check, Remedy

LEAST_DISK = 5 * 10**9
LEAST_MEMORY = 10**9


class DockerCommand(msgspec.Struct, frozen=True, kw_only=True):
    """Where the docker command line goes: to `host`, because of `by` (empty: its own default)."""

    installed: bool = False
    host: str = ""
    by: str = ""
    here: bool = False
    answers: bool = False
    """Whether there is an engine at all."""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What was found. Sizes in bytes, None where nobody can tell."""

    host: str
    engine: str = ""
    """Its name and version; empty while it does not answer."""
    reason: str = ""
    hint: str = ""
    local: bool = True
    forbidden: bool = False
    join: Remedy | None = None
    """Into the group of those who may."""
    start: Remedy | None = None
    """The engine, by a system service."""
    root: str = ""
    disk_free: int | None = None
    memory: int | None = None
    warnings: tuple[str, ...] = ()
    docker: DockerCommand = DockerCommand()


def native_checks(facts: Facts) -> tuple[Check, ...]:
    """In the order in which a person would look."""
    online = bool(facts.engine)
    found = [_engine(facts)]
    if facts.local:
        found.append(_socket(facts))
    if facts.disk_free is not None:
        found.append(_disk(facts, facts.disk_free))
    if facts.memory is not None:
        found.append(_memory(facts.memory))
    if online:
        found.append(_warnings(facts.warnings))
    found.append(_docker(facts.docker))
    return tuple(found)


def _engine(facts: Facts) -> Check:
    if facts.engine:
        detail = tr("{engine} answers at {address}").format(engine=facts.engine, address=facts.host)
        return Check(name=tr("Engine"), ok=True, detail=detail)
    detail = facts.reason or tr("It does not answer at {address}").format(address=facts.host)
    hint = facts.hint or tr("Start it: {command}").format(
        command="sudo systemctl start davit-engine"
    )
    return Check(name=tr("Engine"), ok=False, detail=detail, hint=hint, remedy=facts.start)


def _socket(facts: Facts) -> Check:
    name = tr("Permission")
    if facts.engine:
        return Check(name=name, ok=True, detail=tr("You may use the engine without a password"))
    if facts.forbidden:
        return Check(
            name=name,
            ok=False,
            detail=tr("This user may not use {address}").format(address=facts.host),
            hint=tr("Join its group, then log in again: {command}").format(
                command="sudo usermod -aG davit $USER"
            ),
            remedy=facts.join,
        )
    return Check(name=name, ok=None, detail="")


def _disk(facts: Facts, free: int) -> Check:
    enough = free >= LEAST_DISK
    detail = tr("{size} free in {folder}").format(size=_size(free), folder=facts.root)
    hint = tr("Make room there, or give the engine another folder: data-root in {file}").format(
        file="/etc/davit/engine.json"
    )
    return Check(name=tr("Disk"), ok=enough, detail=detail, hint="" if enough else hint)


def _memory(memory: int) -> Check:
    enough = memory >= LEAST_MEMORY
    return Check(
        name=tr("Memory"),
        ok=enough,
        detail=tr("{size} in this computer").format(size=_size(memory)),
        hint="" if enough else tr("Run few containers at a time, and limit their memory."),
    )


def _warnings(warnings: tuple[str, ...]) -> Check:
    name = tr("Warnings of the engine")
    if not warnings:
        return Check(name=name, ok=True, detail=tr("It has none"))
    return Check(
        name=name,
        ok=False,
        detail="\n".join(warning.removeprefix("WARNING: ") for warning in warnings),
        hint=tr("Containers run all the same."),
    )


def _docker(docker: DockerCommand) -> Check:
    name = tr("Docker command")
    if not docker.installed:
        return Check(
            name=name, ok=True, detail=tr("It is not installed; the davit command does the same")
        )
    if docker.here:
        return Check(name=name, ok=True, detail=tr("It leads to this engine"))
    where = docker.host or tr("nowhere")
    detail = tr("It leads to {address}").format(address=where)
    if docker.by == "DOCKER_HOST":
        hint = tr("DOCKER_HOST says so. Unset it, then let docker use this engine.")
    else:
        hint = tr("Let it use this engine with the button below, or leave it as it is.")
    return Check(name=name, ok=docker.answers, detail=detail, hint=hint)


def _size(size: int) -> str:
    return f"{size / 10**9:.1f} GB"
