"""What instructions change in an image's configuration, and how the history tells it (pure).

The history's words are those of Docker's classic builder, which prints Go values.
"""

import posixpath
import re
import signal
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from davit_engine.build.instructions import (
    Cmd,
    Command,
    Entrypoint,
    Env,
    Expose,
    HealthcheckOf,
    Instruction,
    Label,
    Onbuild,
    Shell,
    Stopsignal,
    User,
    Volume,
    Workdir,
)
from davit_engine.errors import InvalidParameter
from davit_engine.images.document import Healthcheck, RunConfig

DEFAULT_SHELL: Final = ("/bin/sh", "-c")
DEFAULT_PATH: Final = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

Expand = Callable[[str], str]
ExpandWords = Callable[[str], list[str]]

_replace = msgspec.structs.replace


def begun(config: RunConfig) -> RunConfig:
    """The configuration a stage begins with, of its base image's."""
    env = list(config.env)
    if not any(entry.startswith("PATH=") for entry in env):
        env.append(DEFAULT_PATH)
    return _replace(config, env=env, open_stdin=False, stdin_once=False)


def shell_of(config: RunConfig) -> list[str]:
    return list(config.shell or DEFAULT_SHELL)


def resolved(command: Command, config: RunConfig) -> list[str]:
    """The words to run; a line goes to the shell."""
    if command.by_shell and command.words:
        return [*shell_of(config), *command.words]
    return list(command.words)


def comment_of(config: RunConfig, comment: str, *, spaced: bool = True) -> str:
    """The history's line of a step that runs nothing."""
    return " ".join([*shell_of(config), "#(nop) ", comment] if spaced
                    else [*shell_of(config), f"#(nop) {comment}"])  # fmt: skip


def apply(
    config: RunConfig,
    instruction: Instruction,
    expand: Expand,
    expand_words: ExpandWords,
    *,
    cmd_set: bool,
) -> tuple[RunConfig, str]:
    """The configuration after an instruction that changes only that, and the comment on it.

    Raises InvalidParameter.
    """
    match instruction:
        case Env():
            return _env(config, instruction, expand)
        case Label():
            pairs = list(instruction.pairs)
            if not instruction.literal:
                pairs = [(expand(name), expand(value)) for name, value in pairs]
            told = "LABEL" + "".join(f" {name}={value}" for name, value in pairs)
            return _replace(config, labels={**config.labels, **dict(pairs)}), told
        case Cmd():
            words = resolved(instruction.command, config)
            return _replace(config, cmd=words), f"CMD {quoted(words)}"
        case Entrypoint():
            words = resolved(instruction.command, config)
            # An inherited CMD was meant for the entrypoint that is now replaced.
            cmd = config.cmd if cmd_set else None
            told = f"ENTRYPOINT {quoted(words)}"
            return _replace(config, entrypoint=words or None, cmd=cmd), told
        case Shell():
            told = f"SHELL [{' '.join(instruction.words)}]"
            return _replace(config, shell=list(instruction.words)), told
        case HealthcheckOf():
            check = instruction.check
            return _replace(config, healthcheck=check), f"HEALTHCHECK {_told(check)}"
        case Expose():
            return _expose(config, instruction, expand_words)
        case Volume():
            paths = [expand(path) for path in instruction.paths]
            if not all(path.strip() for path in paths):
                raise InvalidParameter("VOLUME specified can not be an empty string")
            volumes = {**config.volumes, **{path: {} for path in paths}}
            return _replace(config, volumes=volumes), f"VOLUME [{' '.join(paths)}]"
        case User():
            name = expand(instruction.name)
            return _replace(config, user=name), f"USER {name}"
        case Stopsignal():
            name = expand(instruction.signal)
            check_signal(name)
            return _replace(config, stop_signal=name), f"STOPSIGNAL {name}"
        case Onbuild():
            triggers = [*config.on_build, instruction.trigger]
            return _replace(config, on_build=triggers), f"ONBUILD {instruction.trigger}"
        case Workdir():
            path = working_dir(config, expand(instruction.path))
            return _replace(config, working_dir=path), f"WORKDIR {path}"
    raise InvalidParameter(f"{instruction.node.keyword} is no change of the configuration")


def working_dir(config: RunConfig, path: str) -> str:
    if not path:
        raise InvalidParameter("cannot normalize nothing")
    return inside(config, path)


def inside(config: RunConfig, path: str) -> str:
    """A path from the working directory, without dots; a slash at its end is gone."""
    joined = posixpath.join(config.working_dir or "/", path)
    return "/" + posixpath.normpath("/" + joined).lstrip("/")


def _env(config: RunConfig, instruction: Env, expand: Expand) -> tuple[RunConfig, str]:
    env = list(config.env)
    told = "ENV"
    # The values of one line do not see each other.
    for name, value in [(expand(name), expand(value)) for name, value in instruction.pairs]:
        entry = f"{name}={value}"
        told += f" {entry}"
        for at, known in enumerate(env):
            if known.partition("=")[0] == name:
                env[at] = entry
                break
        else:
            env.append(entry)
    return _replace(config, env=env), told


def _expose(config: RunConfig, instruction: Expose, split: ExpandWords) -> tuple[RunConfig, str]:
    # In order as they are written, variables and all, and only then expanded: as in Docker.
    words = [word for port in sorted(instruction.ports) for word in split(port)]
    ports = dict(config.exposed_ports)
    for word in words:
        # Address and port of the host are passed over, as in Docker.
        port = word.lower().rpartition(":")[2]
        match = re.fullmatch(r"([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/(tcp|udp|sctp))?", port)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if match is None or not 0 < first <= last < 65536:
            raise InvalidParameter(f"invalid containerPort: {word[:64]}")
        ports |= {f"{number}/{match[3] or 'tcp'}": {} for number in range(first, last + 1)}
    return _replace(config, exposed_ports=ports), f"EXPOSE {' '.join(words)}"


def check_signal(text: str) -> None:
    name = text.upper().removeprefix("SIG")
    known = name in {known.name[3:] for known in signal.Signals}
    is_number = name.isascii() and name.isdecimal() and 0 < int(name[:4]) <= 64
    if not (known or is_number or re.fullmatch(r"RTM(IN\+|AX-)\d{1,2}", name)):
        raise InvalidParameter(f"invalid signal: {text[:64]}")


def quoted(words: Sequence[str]) -> str:
    """A list of words as Go's %q prints it."""
    return f"[{' '.join(map(go_quoted, words))}]"


def go_quoted(text: str) -> str:
    """A text as Go's %q prints it."""
    out = []
    for char in text:
        if char in _ESCAPES:
            out.append(_ESCAPES[char])
        elif char.isprintable():
            out.append(char)
        elif ord(char) < 0x80:
            out.append(f"\\x{ord(char):02x}")
        elif ord(char) < 0x10000:
            out.append(f"\\u{ord(char):04x}")
        else:
            out.append(f"\\U{ord(char):08x}")
    return f'"{"".join(out)}"'


_ESCAPES: Final = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
}


def _told(check: Healthcheck) -> str:
    times = (check.interval, check.timeout, check.start_period, check.start_interval)
    spelt = " ".join(f'"{go_duration(time)}"' for time in times)
    number = check.retries
    count = f"'{chr(number)}'" if 0x20 < number < 0x7F else f"'\\x{number:02x}'"
    return f"&{{{quoted(check.test)} {spelt} {count}}}"


def go_duration(nanoseconds: int) -> str:
    """A duration as Go prints it: 1m30s, 500ms, 0s."""
    if not nanoseconds:
        return "0s"
    for unit, name in ((1, "ns"), (1000, "µs"), (1_000_000, "ms")):
        if nanoseconds < unit * 1000:
            return f"{_decimal(nanoseconds, unit)}{name}"
    minutes, rest = divmod(nanoseconds, 60 * 10**9)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}h" if hours else ""
    text += f"{minutes}m" if hours or minutes else ""
    return f"{text}{_decimal(rest, 10**9)}s"


def _decimal(value: int, unit: int) -> str:
    whole, rest = divmod(value, unit)
    if not rest:
        return str(whole)
    return f"{whole}.{str(rest).zfill(len(str(unit)) - 1).rstrip('0')}"
