"""An image's inspect document and history for reading (pure)."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from davit_desktop.client.types import HistoryLayer, Json
from davit_desktop.state.images import platform_of
from davit_desktop.state.inspect import Entry, Section, is_secret
from davit_desktop.translation import mark, tr

_NOP = "/bin/sh -c #(nop) "
_SHELL = "/bin/sh -c "


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of an image's history, the first is 1. `empty` when it made no layer of files."""

    number: int
    instruction: str
    created: float = 0.0
    size: int = 0
    empty: bool = False
    comment: str = ""


def instruction(created_by: str) -> str:
    """What a build's step was, as it stands in a Dockerfile."""
    text = created_by.strip()
    if text.startswith(_NOP):
        return text.removeprefix(_NOP).strip()
    if text.startswith(_SHELL):
        return f"RUN {text.removeprefix(_SHELL).strip()}"
    if text.startswith("|"):  # build arguments: |1 NAME=value /bin/sh -c …
        _, found, command = text.partition(_SHELL)
        return f"RUN {command.strip()}" if found else text
    text = text.removesuffix(" # buildkit")
    if text.startswith(f"RUN {_SHELL}"):
        return f"RUN {text.removeprefix(f'RUN {_SHELL}').strip()}"
    return text


def steps(history: Iterable[HistoryLayer], layers: int) -> list[Step]:
    """The history oldest first; `layers` is how many layers of files the image has.

    The engine does not say which steps made no layer, only how large each is: when as many steps
    have a size as there are layers, the others made none.
    """
    oldest = list(reversed(list(history)))
    sized = sum(step.size > 0 for step in oldest)
    return [
        Step(
            number=number,
            instruction=instruction(step.created_by),
            created=float(step.created),
            size=step.size,
            empty=step.size == 0 and (sized >= layers or _makes_no_layer(step.created_by)),
            comment=step.comment,
        )
        for number, step in enumerate(oldest, 1)
    ]


def sections(document: Json) -> list[Section]:
    """What a person asks about an image, in the order asked; empty sections are left out."""
    config: Json = document.get("Config") or {}
    found = [
        Section(tr("Overview"), _overview(document)),
        Section(tr("Process"), _process(config)),
        Section(tr("Environment"), tuple(map(_variable, _texts(config.get("Env"))))),
        Section(tr("Ports"), tuple(Entry(port, "") for port in _keys(config.get("ExposedPorts")))),
        Section(tr("Volumes"), tuple(Entry(path, "") for path in _keys(config.get("Volumes")))),
        Section(tr("Health check"), _health(config.get("Healthcheck"))),
        Section(
            tr("Labels"),
            tuple(
                Entry(str(key), str(value), is_secret(str(key)))
                for key, value in sorted((config.get("Labels") or {}).items())
            ),
        ),
    ]
    return [section for section in found if section.entries]


def layer_count(document: Json) -> int:
    return len((document.get("RootFS") or {}).get("Layers") or ())


_FACTS = (
    (mark("Id"), "Id"),
    (mark("Created"), "Created"),
    (mark("Author"), "Author"),
    (mark("Comment"), "Comment"),
    (mark("Built with Docker"), "DockerVersion"),
    (mark("Parent"), "Parent"),
)


def _overview(document: Json) -> tuple[Entry, ...]:
    return (
        *_entries(
            (tr("Names"), ", ".join(_texts(document.get("RepoTags")))),
            (tr("Digests"), ", ".join(_texts(document.get("RepoDigests")))),
            (tr("Platform"), platform_of(document)),
        ),
        *_entries(*((tr(words), document.get(key)) for words, key in _FACTS)),
    )


def _process(config: Json) -> tuple[Entry, ...]:
    return _entries(
        (tr("Entrypoint"), _words(config.get("Entrypoint"))),
        (tr("Command"), _words(config.get("Cmd"))),
        (tr("User"), config.get("User")),
        (tr("Working folder"), config.get("WorkingDir")),
        (tr("Shell"), _words(config.get("Shell"))),
        (tr("Stop signal"), config.get("StopSignal")),
        (tr("On build"), "; ".join(_texts(config.get("OnBuild")))),
    )


def _health(health: Any) -> tuple[Entry, ...]:
    if not isinstance(health, Mapping):
        return ()
    return _entries(
        (tr("Test"), _words(health.get("Test"))),
        (tr("Every"), _seconds(health.get("Interval"))),
        (tr("Time limit"), _seconds(health.get("Timeout"))),
        (tr("Starts after"), _seconds(health.get("StartPeriod"))),
        (tr("Retries"), health.get("Retries")),
    )


def _variable(text: str) -> Entry:
    name, _, value = text.partition("=")
    return Entry(name, value, is_secret(name))


def _entries(*pairs: tuple[str, Any]) -> tuple[Entry, ...]:
    return tuple(Entry(name, str(value)) for name, value in pairs if value not in (None, "", 0))


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _keys(value: Any) -> list[str]:
    return sorted(map(str, value)) if isinstance(value, Mapping) else []


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    return " ".join(word if word and " " not in word else repr(word) for word in _texts(value))


def _seconds(nanoseconds: Any) -> str:
    seconds = nanoseconds / 1e9 if isinstance(nanoseconds, int) else 0
    return tr("{seconds} s").format(seconds=f"{seconds:g}") if seconds else ""


_METADATA = (
    "ARG", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD",
    "SHELL", "STOPSIGNAL", "USER", "VOLUME",
)  # fmt: skip


def _makes_no_layer(created_by: str) -> bool:
    return instruction(created_by).partition(" ")[0].upper() in _METADATA
