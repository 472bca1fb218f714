"""A container's inspect document for reading: sections of named values, secrets covered (pure)."""

import re
from typing import Any

import msgspec

from davit_desktop.client.types import Json
from davit_desktop.state.ports import mappings_of_inspect
from davit_desktop.translation import mark, tr

_LISTED = (
    mark("Environment"),
    mark("Ports"),
    mark("Mounts"),
    mark("Networks"),
    mark("Labels"),
)
COVER = "••••••••"
_SECRET = re.compile(r"PASSWORD|PASSWD|TOKEN|SECRET|KEY", re.IGNORECASE)
# Names that hold KEY in another sense.
_HARMLESS = re.compile(r"KEYBOARD|KEYMAP|KEYSPACE|MONKEY", re.IGNORECASE)


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A named value; a secret one is shown covered until asked for."""

    name: str
    value: str
    secret: bool = False
    link: tuple[str, str] = ("", "")
    """Where the value leads: image, network or volume, and which."""
    folder: str = ""
    """A path of the container where it can be looked at."""


class Section(msgspec.Struct, frozen=True):
    """Entries of one subject; a `listed` one says how many there are."""

    title: str
    entries: tuple[Entry, ...]
    listed: bool = False


def is_secret(name: str) -> bool:
    """Whether a variable of this name probably holds something not to be shown."""
    return bool(_SECRET.search(name)) and not _HARMLESS.search(name)


def covered(document: Any) -> Any:
    """The same JSON with the values of secret variables, labels and options covered."""
    if isinstance(document, dict):
        return {
            key: COVER
            if isinstance(value, str) and value and is_secret(str(key))
            else covered(value)
            for key, value in document.items()
        }
    if isinstance(document, list):
        return [covered(item) for item in document]
    if isinstance(document, str):
        name, equals, value = document.partition("=")
        if equals and value and re.fullmatch(r"[A-Za-z_][\w.-]*", name) and is_secret(name):
            return f"{name}={COVER}"
    return document


def sections(document: Json) -> list[Section]:
    """What a person asks about a container, in the order asked; empty sections are left out."""
    config: Json = document.get("Config") or {}
    host: Json = document.get("HostConfig") or {}
    found = [
        Section(tr("Overview"), _overview(document, config)),
        Section(tr("Process"), _process(config, host)),
        Section(tr("Environment"), tuple(_variable(v) for v in config.get("Env") or ())),
        Section(tr("Ports"), _ports(document)),
        Section(tr("Mounts"), tuple(_mount(m) for m in document.get("Mounts") or ())),
        Section(tr("Networks"), _networks(document)),
        Section(tr("Limits and restart"), _limits(host)),
        Section(tr("Security"), _security(host)),
        Section(tr("Health check"), _health(document)),
        Section(
            tr("Labels"),
            tuple(
                Entry(str(k), str(v), is_secret(str(k)))
                for k, v in sorted((config.get("Labels") or {}).items())
            ),
        ),
    ]
    counted = {tr(title) for title in _LISTED}
    return [
        msgspec.structs.replace(section, listed=section.title in counted)
        for section in found
        if section.entries
    ]


def _entries(*pairs: tuple[str, Any]) -> tuple[Entry, ...]:
    return tuple(Entry(name, str(value)) for name, value in pairs if value not in (None, "", [], 0))


def _overview(document: Json, config: Json) -> tuple[Entry, ...]:
    state: Json = document.get("State") or {}
    ended = state.get("Status") in ("exited", "dead")
    entries = _entries(
        (tr("Name"), str(document.get("Name") or "").removeprefix("/")),
        (tr("Id"), document.get("Id")),
        (tr("Image"), config.get("Image")),
        (tr("Image id"), document.get("Image")),
        (tr("State"), state.get("Status")),
        (tr("Exit code"), str(state.get("ExitCode")) if ended else ""),
        (tr("Out of memory"), tr("yes") if state.get("OOMKilled") else ""),
        (tr("Error"), state.get("Error")),
        (tr("Process id"), state.get("Pid")),
        (tr("Created"), _time(document.get("Created"))),
        (tr("Started"), _time(state.get("StartedAt"))),
        (tr("Finished"), _time(state.get("FinishedAt"))),
        (tr("Restarts"), document.get("RestartCount")),
        (tr("Platform"), document.get("Platform")),
        (tr("Storage driver"), document.get("Driver")),
        (tr("Runtime"), (document.get("HostConfig") or {}).get("Runtime")),
        (tr("Log driver"), ((document.get("HostConfig") or {}).get("LogConfig") or {}).get("Type")),
    )
    image = str(document.get("Image") or "")
    return tuple(
        msgspec.structs.replace(entry, link=("image", image))
        if image and entry.name == tr("Image")
        else entry
        for entry in entries
    )


def _time(value: Any) -> str:
    text = str(value or "")
    if text.startswith("0001-01-01"):
        return ""
    return re.sub(r"\.\d+", "", text).replace("T", " ").replace("Z", " UTC")


def _words(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(str(word) for word in value)
    return str(value or "")


def _process(config: Json, host: Json) -> tuple[Entry, ...]:
    return _entries(
        (tr("Entrypoint"), _words(config.get("Entrypoint"))),
        (tr("Command"), _words(config.get("Cmd"))),
        (tr("Working directory"), config.get("WorkingDir")),
        (tr("User"), config.get("User")),
        (tr("Terminal"), tr("yes") if config.get("Tty") else ""),
        (tr("Standard input"), tr("open") if config.get("OpenStdin") else ""),
        (tr("Stop signal"), config.get("StopSignal")),
        (tr("Init process"), tr("yes") if host.get("Init") else ""),
        (tr("Hostname"), config.get("Hostname")),
    )


def _variable(text: Any) -> Entry:
    name, _, value = str(text).partition("=")
    return Entry(name, value, bool(value) and is_secret(name))


def _ports(document: Json) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{m.container_port}/{m.protocol}",
            (f"{m.host_ip or '0.0.0.0'}:{m.host_port}" if m.published else tr("not published")),
        )
        for m in mappings_of_inspect(document)
    )


def _mount(mount: Json) -> Entry:
    target = str(mount.get("Destination") or "")
    source = str(mount.get("Name") or mount.get("Source") or "")
    kind = str(mount.get("Type") or "")
    value = f"{source} ({kind})" if mount.get("RW", True) else f"{source} ({kind}, read-only)"
    link = ("volume", source) if kind == "volume" and source else ("", "")
    return Entry(target, value, link=link, folder=target if target.startswith("/") else "")


def _networks(document: Json) -> tuple[Entry, ...]:
    table = (document.get("NetworkSettings") or {}).get("Networks") or {}
    entries = []
    for name, endpoint in table.items():
        endpoint = endpoint or {}
        aliases = ", ".join(map(str, endpoint.get("Aliases") or ()))
        parts = [
            str(endpoint.get("IPAddress") or tr("no address")),
            tr("gateway {address}").format(address=endpoint["Gateway"])
            if endpoint.get("Gateway")
            else "",
            tr("MAC {address}").format(address=endpoint["MacAddress"])
            if endpoint.get("MacAddress")
            else "",
            tr("aliases {names}").format(names=aliases) if aliases else "",
        ]
        told = ", ".join(part for part in parts if part)
        id = str(endpoint.get("NetworkID") or name)
        entries.append(Entry(str(name), told, link=("network", id)))
    return tuple(entries)


def _limits(host: Json) -> tuple[Entry, ...]:
    restart: Json = host.get("RestartPolicy") or {}
    name = str(restart.get("Name") or "no")
    retries = restart.get("MaximumRetryCount") or 0
    return _entries(
        (
            tr("Restart policy"),
            tr("{policy}, at most {count} times").format(policy=name, count=retries)
            if retries
            else name,
        ),
        (tr("Memory"), _mebibytes(host.get("Memory"))),
        (tr("CPUs"), (host.get("NanoCpus") or 0) / 1e9 or ""),
        (tr("CPU set"), host.get("CpusetCpus")),
        (tr("Processes"), host.get("PidsLimit")),
        (tr("Removed when stopped"), tr("yes") if host.get("AutoRemove") else ""),
    )


def _mebibytes(count: Any) -> str:
    return f"{int(count) / 2**20:.0f} MiB" if count else ""


def _security(host: Json) -> tuple[Entry, ...]:
    return _entries(
        (tr("Privileged"), tr("yes") if host.get("Privileged") else ""),
        ("Read-only root", tr("yes") if host.get("ReadonlyRootfs") else ""),
        (tr("Added capabilities"), _words(host.get("CapAdd"))),
        (tr("Dropped capabilities"), _words(host.get("CapDrop"))),
        (tr("Options"), _words(host.get("SecurityOpt"))),
    )


def _health(document: Json) -> tuple[Entry, ...]:
    health: Json = (document.get("State") or {}).get("Health") or {}
    runs = [run for run in health.get("Log") or () if run]
    test = ((document.get("Config") or {}).get("Healthcheck") or {}).get("Test")
    told = _entries(
        (tr("Status"), health.get("Status")),
        (tr("Failing streak"), health.get("FailingStreak")),
        (tr("Test"), _words(test)),
    )
    log = [
        Entry(
            _time(run.get("Start")),
            tr("exit code {code}: {output}").format(
                code=run.get("ExitCode"), output=str(run.get("Output") or "").strip()
            ),
        )
        for run in reversed(runs)
    ]
    return (*told, *log)
