"""`--log-driver` and `--log-opt`: what is taken, and what becomes of it (pure).

The shim writes one kind of file for every driver that can be read back; with journald it writes to
the host's journal, too.
"""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote_plus

import msgspec

from davit_engine.containers.model import Container, LogConfig
from davit_engine.errors import InvalidParameter
from davit_engine.lookup import short

DRIVERS: Final = ("json-file", "local", "none", "journald")

_SHOWN: Final = frozenset(("labels", "labels-regex", "env", "env-regex", "tag"))
_ROTATED: Final = frozenset(("max-size", "max-file", "compress"))
_OPTIONS: Final[Mapping[str, frozenset[str]]] = {
    "json-file": _SHOWN | _ROTATED,
    "local": _ROTATED,
    # The shim gives the journal the container's id and name, and cannot give it more.
    "journald": frozenset(),
}
_ANY_DRIVER: Final = frozenset(("mode", "max-buffer-size"))


def check(log: LogConfig) -> None:
    """Raises InvalidParameter, in dockerd's words."""
    driver = log.type or "json-file"
    if driver not in DRIVERS:
        raise InvalidParameter(
            f"logger: no log driver named '{driver}' is registered ({', '.join(DRIVERS)} are)"
        )
    mode = log.config.get("mode", "")
    if mode not in ("", "blocking", "non-blocking"):
        raise InvalidParameter(f"logger: logging mode not supported: {mode}")
    if "max-buffer-size" in log.config:
        if mode != "non-blocking":
            raise InvalidParameter(
                "logger: max-buffer-size option is only supported with 'mode=non-blocking'"
            )
        _size(log.config["max-buffer-size"], "max-buffer-size")
    if driver == "none":
        return
    for key, value in log.config.items():
        if key not in _OPTIONS[driver] | _ANY_DRIVER:
            raise InvalidParameter(f"unknown log opt '{key}' for {driver} log driver")
        if key == "max-file" and not (value.isdecimal() and 0 < int(value) < 10_000):
            raise InvalidParameter("max-file cannot be less than 1")
        if key == "max-size" and value != "-1":
            _size(value, key)
        if key == "compress" and value not in ("true", "false", "1", "0"):
            raise InvalidParameter(f"invalid value for compress: {value!r}; use true or false")
        if key == "tag":
            _fill(value, dict.fromkeys(_TAG_FIELDS, ""))
        if key.endswith("-regex"):
            _check_pattern(key, value)


def with_defaults(asked: LogConfig, driver: str, options: Mapping[str, str]) -> LogConfig:
    """What a container gets that asks for this: the engine's driver, and with it its options."""
    if (asked.type or driver) != driver:
        return asked
    return LogConfig(type=driver, config={**options, **asked.config})


class LogLimits(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a log is kept."""

    size: int = 20 << 20
    """Bytes after which a new file is begun."""
    files: int = 5


def log_limits(log: LogConfig) -> LogLimits:
    """What `max-size` and `max-file` ask for, or the engine's own limits."""
    limits = LogLimits()
    size = log.config.get("max-size")
    files = log.config.get("max-file")
    if size == "-1":
        return LogLimits(size=1 << 62, files=1)
    return LogLimits(
        size=_size(size, "max-size") if size else limits.size,
        files=int(files) if files else (1 if size and log.type != "local" else limits.files),
    )


def _size(text: str, key: str) -> int:
    """Bytes of 10k, 20m or 1g. Raises InvalidParameter."""
    match = re.fullmatch(r"(\d{1,12})([kKmMgG]?)[bB]?", text)
    if not match or int(match[1]) == 0:
        raise InvalidParameter(f"invalid {key} {text!r}: use for example 10m")
    return int(match[1]) << {"": 0, "k": 10, "m": 20, "g": 30}[match[2].lower()]


def details(container: Container) -> str:
    """What `docker logs --details` puts before each line: labels, variables and the tag."""
    wanted = container.host_config.log_config.config
    variables = dict(entry.partition("=")[::2] for entry in container.config.env)
    shown = _chosen(wanted, "labels", container.config.labels)
    shown |= _chosen(wanted, "env", variables)
    if wanted.get("tag"):
        shown["tag"] = tag(container)
    pairs = [f"{quote_plus(key)}={quote_plus(shown[key])}" for key in sorted(shown)]
    return ",".join(pairs)


def _chosen(wanted: Mapping[str, str], key: str, present: Mapping[str, str]) -> dict[str, str]:
    names = {name for name in wanted.get(key, "").split(",") if name in present}
    pattern = wanted.get(f"{key}-regex", "")
    if pattern:
        names |= {name for name in present if _found(pattern, name)}
    return {name: present[name] for name in names}


def _found(pattern: str, text: str) -> bool:
    from davit_engine import pattern as patterns

    return patterns.found(pattern, text)


def _check_pattern(key: str, text: str) -> None:
    try:
        _found(text, "")
    except ValueError as error:
        raise InvalidParameter(f"error parsing regexp for {key}: {error}: `{text}`") from error


_TAG_FIELDS: Final = (
    "ID",
    "FullID",
    "Name",
    "ImageID",
    "ImageFullID",
    "ImageName",
    "DaemonName",
)


def tag(container: Container) -> str:
    """The log tag: the option's template filled in, or the short id."""
    return _fill(
        container.host_config.log_config.config.get("tag") or "{{.ID}}",
        {
            "ID": short(container.id),
            "FullID": container.id,
            "Name": container.name,
            "ImageID": short(container.image_id.removeprefix("sha256:")),
            "ImageFullID": container.image_id,
            "ImageName": container.config.image,
            "DaemonName": "docker",
        },
    )


def _fill(template: str, values: Mapping[str, str]) -> str:
    """Raises InvalidParameter for anything but plain fields."""

    def field(match: re.Match[str]) -> str:
        name = match[1].strip().removeprefix(".")
        if name not in values:
            raise InvalidParameter(
                f"failed to parse tag {template!r}: {{{{{match[1]}}}}} is unknown; use "
                + ", ".join(f"{{{{.{known}}}}}" for known in _TAG_FIELDS)
            )
        return values[name]

    return re.sub(r"\{\{([^{}]*)\}\}", field, template)
