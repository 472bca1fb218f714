"""A container's inspect document for reading: sections of named values, secrets covered (pure)."""

import re
from typing import Any

import msgspec

from davit_desktop.client.types import Json
from davit_desktop.state.ports import mappings_of_inspect

COVER = "••••••••"
_SECRET = re.compile(r"PASSWORD|PASSWD|TOKEN|SECRET|KEY", re.IGNORECASE)
# Names that hold KEY in another sense.
_HARMLESS = re.compile(r"KEYBOARD|KEYMAP|KEYSPACE|MONKEY", re.IGNORECASE)


class Entry(msgspec.Struct, frozen=True):
    """A named value; a secret one is shown covered until asked for."""

    name: str
    value: str
    secret: bool = False


class Section(msgspec.Struct, frozen=True):
    title: str
    entries: tuple[Entry, ...]


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
        Section("Overview", _overview(document, config)),
        Section("Process", _process(config, host)),
        Section("Environment", tuple(_variable(v) for v in config.get("Env") or ())),
        Section("Ports", _ports(document)),
        Section("Mounts", tuple(_mount(m) for m in document.get("Mounts") or ())),
        Section("Networks", _networks(document)),
        Section("Limits and restart", _limits(host)),
        Section("Security", _security(host)),
        Section("Health check", _health(document)),
        Section(
            "Labels",
            tuple(
                Entry(str(k), str(v), is_secret(str(k)))
                for k, v in sorted((config.get("Labels") or {}).items())
            ),
        ),
    ]
    return [section for section in found if section.entries]


def _entries(*pairs: tuple[str, Any]) -> tuple[Entry, ...]:
    return tuple(Entry(name, str(value)) for name, value in pairs if value not in (None, "", [], 0))


def _overview(document: Json, config: Json) -> tuple[Entry, ...]:
    state: Json = document.get("State") or {}
    ended = state.get("Status") in ("exited", "dead")
    return _entries(
        ("Name", str(document.get("Name") or "").removeprefix("/")),
        ("Id", document.get("Id")),
        ("Image", config.get("Image")),
        ("Image id", document.get("Image")),
        ("State", state.get("Status")),
        ("Exit code", str(state.get("ExitCode")) if ended else ""),
        ("Out of memory", "yes" if state.get("OOMKilled") else ""),
        ("Error", state.get("Error")),
        ("Process id", state.get("Pid")),
        ("Created", _time(document.get("Created"))),
        ("Started", _time(state.get("StartedAt"))),
        ("Finished", _time(state.get("FinishedAt"))),
        ("Restarts", document.get("RestartCount")),
        ("Platform", document.get("Platform")),
        ("Storage driver", document.get("Driver")),
        ("Runtime", (document.get("HostConfig") or {}).get("Runtime")),
        ("Log driver", ((document.get("HostConfig") or {}).get("LogConfig") or {}).get("Type")),
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
        ("Entrypoint", _words(config.get("Entrypoint"))),
        ("Command", _words(config.get("Cmd"))),
        ("Working directory", config.get("WorkingDir")),
        ("User", config.get("User")),
        ("Terminal", "yes" if config.get("Tty") else ""),
        ("Standard input", "open" if config.get("OpenStdin") else ""),
        ("Stop signal", config.get("StopSignal")),
        ("Init process", "yes" if host.get("Init") else ""),
        ("Hostname", config.get("Hostname")),
    )


def _variable(text: Any) -> Entry:
    name, _, value = str(text).partition("=")
    return Entry(name, value, bool(value) and is_secret(name))


def _ports(document: Json) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"{m.container_port}/{m.protocol}",
            (f"{m.host_ip or '0.0.0.0'}:{m.host_port}" if m.published else "not published"),
        )
        for m in mappings_of_inspect(document)
    )


def _mount(mount: Json) -> Entry:
    source = mount.get("Name") or mount.get("Source") or ""
    access = "" if mount.get("RW", True) else ", read-only"
    return Entry(str(mount.get("Destination") or ""), f"{source} ({mount.get('Type', '')}{access})")


def _networks(document: Json) -> tuple[Entry, ...]:
    table = (document.get("NetworkSettings") or {}).get("Networks") or {}
    entries = []
    for name, endpoint in table.items():
        endpoint = endpoint or {}
        parts = [
            str(endpoint.get("IPAddress") or "no address"),
            f"gateway {endpoint['Gateway']}" if endpoint.get("Gateway") else "",
            f"MAC {endpoint['MacAddress']}" if endpoint.get("MacAddress") else "",
            "aliases " + ", ".join(endpoint["Aliases"]) if endpoint.get("Aliases") else "",
        ]
        entries.append(Entry(str(name), ", ".join(part for part in parts if part)))
    return tuple(entries)


def _limits(host: Json) -> tuple[Entry, ...]:
    restart: Json = host.get("RestartPolicy") or {}
    name = str(restart.get("Name") or "no")
    retries = restart.get("MaximumRetryCount") or 0
    return _entries(
        ("Restart policy", f"{name}, at most {retries} times" if retries else name),
        ("Memory", _mebibytes(host.get("Memory"))),
        ("CPUs", (host.get("NanoCpus") or 0) / 1e9 or ""),
        ("CPU set", host.get("CpusetCpus")),
        ("Processes", host.get("PidsLimit")),
        ("Removed when stopped", "yes" if host.get("AutoRemove") else ""),
    )


def _mebibytes(count: Any) -> str:
    return f"{int(count) / 2**20:.0f} MiB" if count else ""


def _security(host: Json) -> tuple[Entry, ...]:
    return _entries(
        ("Privileged", "yes" if host.get("Privileged") else ""),
        ("Read-only root", "yes" if host.get("ReadonlyRootfs") else ""),
        ("Added capabilities", _words(host.get("CapAdd"))),
        ("Dropped capabilities", _words(host.get("CapDrop"))),
        ("Options", _words(host.get("SecurityOpt"))),
    )


def _health(document: Json) -> tuple[Entry, ...]:
    health: Json = (document.get("State") or {}).get("Health") or {}
    runs = health.get("Log") or [{}]
    return _entries(
        ("Status", health.get("Status")),
        ("Failing streak", health.get("FailingStreak")),
        ("Last output", str((runs[-1] or {}).get("Output") or "").strip()),
    )
