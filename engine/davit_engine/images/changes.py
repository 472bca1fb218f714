"""Dockerfile instructions that alter an image's configuration: `--change` of commit and import.

Pure. Grammar: Dockerfile reference; the instructions that need a build are refused, and as by
dockerd SHELL.
"""

import re
import shlex
import signal
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter
from davit_engine.images.document import Healthcheck, RunConfig
from davit_engine.lookup import parse_duration

_SHELL: Final = ("/bin/sh", "-c")


def apply_changes(config: RunConfig, changes: Sequence[str]) -> RunConfig:
    """The configuration after all instructions, in order. Raises InvalidParameter."""
    words_set = set()
    for change in changes:
        for line in change.splitlines():
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            keyword, _, rest = line.strip().partition(" ")
            instruction = _INSTRUCTIONS.get(keyword.upper())
            if instruction is None:
                raise InvalidParameter(f"{keyword[:64]} is not a valid change command")
            if not rest.strip():
                raise InvalidParameter(f"{keyword.upper()} requires at least one argument")
            words_set.add(keyword.upper())
            config = instruction(config, rest.strip())
    if "ENTRYPOINT" in words_set and "CMD" not in words_set:
        # An inherited CMD was meant for the entrypoint that is now replaced.
        config = msgspec.structs.replace(config, cmd=None)
    return config


def _cmd(config: RunConfig, rest: str) -> RunConfig:
    return msgspec.structs.replace(config, cmd=_command(config, rest))


def _entrypoint(config: RunConfig, rest: str) -> RunConfig:
    return msgspec.structs.replace(config, entrypoint=_command(config, rest))


def _env(config: RunConfig, rest: str) -> RunConfig:
    env = list(config.env)
    for name, value in _pairs(rest, "ENV"):
        env = [entry for entry in env if entry.partition("=")[0] != name] + [f"{name}={value}"]
    return msgspec.structs.replace(config, env=env)


def _label(config: RunConfig, rest: str) -> RunConfig:
    return msgspec.structs.replace(config, labels={**config.labels, **dict(_pairs(rest, "LABEL"))})


def _expose(config: RunConfig, rest: str) -> RunConfig:
    ports = dict(config.exposed_ports)
    for word in rest.split():
        match = re.fullmatch(r"([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/(tcp|udp|sctp))?", word.lower())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if match is None or not 0 < first <= last < 65536:
            raise InvalidParameter(f"invalid containerPort: {word[:64]}")
        ports |= {f"{port}/{match[3] or 'tcp'}": {} for port in range(first, last + 1)}
    return msgspec.structs.replace(config, exposed_ports=ports)


def _user(config: RunConfig, rest: str) -> RunConfig:
    return msgspec.structs.replace(config, user=rest)


def _workdir(config: RunConfig, rest: str) -> RunConfig:
    path = rest if rest.startswith("/") else f"{config.working_dir or '/'}/{rest}"
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return msgspec.structs.replace(config, working_dir="/" + "/".join(parts))


def _volume(config: RunConfig, rest: str) -> RunConfig:
    paths = _json_words(rest) or _words(rest, "VOLUME")
    if any(not path.strip() for path in paths):
        raise InvalidParameter("VOLUME specified can not be an empty string")
    return msgspec.structs.replace(
        config, volumes={**config.volumes, **{path: {} for path in paths}}
    )


def _onbuild(config: RunConfig, rest: str) -> RunConfig:
    trigger = rest.partition(" ")[0].upper()
    if trigger in ("ONBUILD", "MAINTAINER", "FROM"):
        raise InvalidParameter(f"{trigger} isn't allowed as an ONBUILD trigger")
    return msgspec.structs.replace(config, on_build=[*config.on_build, rest])


def _stopsignal(config: RunConfig, rest: str) -> RunConfig:
    name = rest.upper().removeprefix("SIG")
    known = name in {known.name[3:] for known in signal.Signals}
    is_number = name.isdecimal() and 0 < int(name[:4]) <= 64
    if not (known or is_number or re.fullmatch(r"RTM(IN\+|AX-)\d{1,2}", name)):
        raise InvalidParameter(f"invalid signal: {rest[:64]}")
    return msgspec.structs.replace(config, stop_signal=rest)


def _healthcheck(config: RunConfig, rest: str) -> RunConfig:
    times = {"interval": 0, "timeout": 0, "start-period": 0, "start-interval": 0, "retries": 0}
    while match := re.match(r"--([a-z-]+)=(\S+)\s+", rest):
        if match[1] not in times:
            raise InvalidParameter(f"unknown flag: --{match[1]}")
        value = match[2]
        is_count = match[1] == "retries"
        if is_count and not (value.isdecimal() and len(value) < 9):
            raise InvalidParameter(f"--retries: {value[:64]!r} is not a number")
        times[match[1]] = int(value) if is_count else parse_duration(value)
        rest = rest[match.end() :]
    kind, _, command = rest.partition(" ")
    if kind.upper() == "NONE":
        test = ["NONE"]
    elif kind.upper() == "CMD" and command.strip():
        words = _json_words(command.strip())
        test = ["CMD", *words] if words else ["CMD-SHELL", command.strip()]
    else:
        raise InvalidParameter(f'unknown type "{kind[:64]}" in HEALTHCHECK (try CMD)')
    check = Healthcheck(
        test=test, **{name.replace("-", "_"): value for name, value in times.items()}
    )
    return msgspec.structs.replace(config, healthcheck=check)


_INSTRUCTIONS: Final[dict[str, Callable[[RunConfig, str], RunConfig]]] = {
    "CMD": _cmd,
    "ENTRYPOINT": _entrypoint,
    "ENV": _env,
    "EXPOSE": _expose,
    "HEALTHCHECK": _healthcheck,
    "LABEL": _label,
    "ONBUILD": _onbuild,
    "STOPSIGNAL": _stopsignal,
    "USER": _user,
    "VOLUME": _volume,
    "WORKDIR": _workdir,
}


def _command(config: RunConfig, rest: str) -> list[str]:
    words = _json_words(rest)
    return words if words is not None else [*(config.shell or _SHELL), rest]


def _json_words(rest: str) -> list[str] | None:
    """The words of the JSON form; None when it is another form."""
    if not rest.startswith("["):
        return None
    try:
        return msgspec.json.decode(rest, type=list[str])
    except (msgspec.MsgspecError, RecursionError):
        return None


def _words(rest: str, keyword: str) -> list[str]:
    try:
        return shlex.split(rest)
    except ValueError as error:
        raise InvalidParameter(f"{keyword}: {error} in {rest[:200]!r}") from error


def _pairs(rest: str, keyword: str) -> list[tuple[str, str]]:
    """`NAME=VALUE …`, or the older `NAME VALUE`."""
    if "=" not in rest.split(maxsplit=1)[0]:
        name, _, value = rest.partition(" ")
        if not value:
            raise InvalidParameter(f"{keyword} must have two arguments")
        return [(name, value.strip())]
    pairs = []
    for word in _words(rest, keyword):
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise InvalidParameter(
                f"Syntax error - can't find = in {word[:64]!r}. Must be of the form: name=value"
            )
        pairs.append((name, value))
    return pairs
