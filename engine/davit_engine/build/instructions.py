"""What each line of a Dockerfile asks for, and the stages they make (pure).

Grammar: Dockerfile reference. Variables are not replaced yet: their values are known only while
the build runs.
"""

import difflib
import json
import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import msgspec

from davit_engine.build.dockerfile import (
    DockerfileError,
    Heredoc,
    Lines,
    Node,
    is_heredoc,
    parse_lines,
    raw_words,
)
from davit_engine.build.mounts import RunMount, parse_mount
from davit_engine.errors import InvalidParameter
from davit_engine.images.document import Healthcheck
from davit_engine.lookup import parse_duration

STAGES_MAX: Final = 1000

Pairs: TypeAlias = tuple[tuple[str, str], ...]


class _Record(msgspec.Struct, frozen=True, kw_only=True):
    node: Node

    @property
    def text(self) -> str:
        return self.node.text


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """A program and its arguments, or one line for the shell."""

    words: tuple[str, ...]
    by_shell: bool


class Arg(_Record, frozen=True):
    args: tuple[tuple[str, str | None], ...]


class Env(_Record, frozen=True):
    pairs: Pairs


class Label(_Record, frozen=True):
    pairs: Pairs
    literal: bool = False
    """Whether it comes from the request, and variables are not meant."""


class Maintainer(_Record, frozen=True):
    name: str


class Run(_Record, frozen=True):
    command: Command
    mounts: tuple[RunMount, ...] = ()
    network: str = ""
    """default, none or host; empty says nothing."""


class Copy(_Record, frozen=True):
    """COPY and ADD."""

    keyword: str
    sources: tuple[str, ...]
    """Heredocs among them as they stand there."""
    target: str
    heredocs: tuple[Heredoc, ...] = ()
    stage: str = ""
    """`--from`: a stage's name or number, or an image."""
    chown: str = ""
    chmod: str = ""
    link: bool = False
    parents: bool = False
    exclude: tuple[str, ...] = ()
    checksum: str = ""
    keep_git: bool = False


class Cmd(_Record, frozen=True):
    command: Command


class Entrypoint(_Record, frozen=True):
    command: Command


class Shell(_Record, frozen=True):
    words: tuple[str, ...]


class HealthcheckOf(_Record, frozen=True):
    check: Healthcheck


class Expose(_Record, frozen=True):
    ports: tuple[str, ...]


class Volume(_Record, frozen=True):
    paths: tuple[str, ...]


class User(_Record, frozen=True):
    name: str


class Workdir(_Record, frozen=True):
    path: str


class Stopsignal(_Record, frozen=True):
    signal: str


class Onbuild(_Record, frozen=True):
    trigger: str


Instruction: TypeAlias = (
    Arg
    | Env
    | Label
    | Maintainer
    | Run
    | Copy
    | Cmd
    | Entrypoint
    | Shell
    | HealthcheckOf
    | Expose
    | Volume
    | User
    | Workdir
    | Stopsignal
    | Onbuild
)


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    node: Node
    base: str
    name: str = ""
    """In small letters; empty when it has only its number."""
    platform: str = ""
    instructions: tuple[Instruction, ...] = ()


class Dockerfile(msgspec.Struct, frozen=True, kw_only=True):
    lines: Lines
    args: tuple[Arg, ...]
    """Those above the first FROM."""
    stages: tuple[Stage, ...]

    @property
    def escape(self) -> str:
        return self.lines.escape


def parse_dockerfile(text: str) -> Dockerfile:
    """Raises DockerfileError."""
    lines = parse_lines(text)
    args: list[Arg] = []
    stages: list[Stage] = []
    for node in lines.nodes:
        if node.keyword == "FROM":
            stages.append(_from(node, lines.escape))
            if len(stages) > STAGES_MAX:
                raise node.error(f"more than {STAGES_MAX} stages")
            continue
        instruction = parse_instruction(node, lines.escape)
        if stages:
            last = stages[-1]
            stages[-1] = msgspec.structs.replace(
                last, instructions=(*last.instructions, instruction)
            )
        elif isinstance(instruction, Arg):
            args.append(instruction)
        else:
            raise node.error(f"no build stage in current context: {node.keyword} before any FROM")
    if not stages:
        line = lines.nodes[-1].line if lines.nodes else 1
        raise DockerfileError("file with no instructions: expected FROM", line)
    return Dockerfile(lines=lines, args=tuple(args), stages=tuple(stages))


def parse_trigger(trigger: str) -> Instruction:
    """The instruction that ONBUILD kept. Raises DockerfileError."""
    nodes = parse_lines(trigger).nodes
    if len(nodes) != 1:
        raise InvalidParameter("onbuild trigger should be a single expression")
    return parse_instruction(nodes[0], "\\")


def parse_instruction(node: Node, escape: str) -> Instruction:
    """Raises DockerfileError."""
    parse = _PARSERS.get(node.keyword)
    if parse is None:
        near = difflib.get_close_matches(node.keyword, KEYWORDS, n=1, cutoff=0.6)
        guess = f" (did you mean {near[0]}?)" if near else f"; expected {', '.join(KEYWORDS)}"
        raise DockerfileError(f"unknown instruction: {node.written[:64]}{guess}", *node.place(0))
    if not node.rest and node.keyword not in ("CMD", "ENTRYPOINT"):
        raise node.error(f"{node.keyword} requires {_WANTED.get(node.keyword, 'one argument')}")
    return parse(node, escape)


def _flags(node: Node, known: Sequence[str], repeatable: Sequence[str] = ()) -> dict[str, str]:
    """The flags of an instruction by name; those without a value are "true"."""
    found: dict[str, str] = {}
    for flag in node.flags:
        name, equals, value = flag.removeprefix("--").partition("=")
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            guess = f" (did you mean --{near[0]}?)" if near else ""
            expected = ", ".join(f"--{one}" for one in known) or "no flags"
            raise DockerfileError(
                f"unknown flag: --{name[:64]}{guess}; {node.keyword} takes {expected}",
                *node.place(len(node.written) + 1),
            )
        if name in repeatable:
            continue
        if name in found:
            raise DockerfileError(
                f"duplicate flag specified: --{name}", *node.place(len(node.written) + 1)
            )
        found[name] = value if equals else "true"
    return found


def _all(node: Node, name: str) -> list[str]:
    prefix = f"--{name}="
    return [flag.removeprefix(prefix) for flag in node.flags if flag.startswith(prefix)]


def _truth(node: Node, flags: dict[str, str], name: str) -> bool:
    value = flags.get(name, "false").lower()
    if value not in ("true", "false", "1", "0"):
        raise node.error(f"expecting boolean value for flag {name}, not: {value[:64]}", 0)
    return value in ("true", "1")


def _from(node: Node, escape: str) -> Stage:
    flags = _flags(node, ("platform",))
    words = [word for _, word in raw_words(node.rest, escape)]
    if len(words) not in (1, 3):
        raise node.error("FROM requires either one or three arguments")
    name = ""
    if len(words) == 3:
        if words[1].lower() != "as":
            raise node.error(f"FROM requires AS before the name of a stage, not {words[1][:64]!r}")
        name = words[2].lower()
        if not re.fullmatch(r"[a-z][a-z0-9_.-]*", name):
            raise node.error(
                f'invalid name for build stage: "{words[2][:64]}", name can\'t start with a number '
                "or contain symbols"
            )
    return Stage(node=node, base=words[0], name=name, platform=flags.get("platform", ""))


_DECODER: Final = json.JSONDecoder()


def _json(rest: str) -> tuple[str, ...] | None:
    """The words of the JSON form; what stands behind the list is passed over, as in Docker."""
    if not rest.startswith("["):
        return None
    try:
        words, _end = _DECODER.raw_decode(rest)
    except (ValueError, RecursionError):
        return None
    if not all(isinstance(word, str) for word in words):
        return None
    # Half of a surrogate pair is no character.
    return tuple(re.sub("[\ud800-\udfff]", "\ufffd", word) for word in words)


def _command(node: Node) -> Command:
    words = _json(node.rest)
    if words is not None:
        return Command(words=words, by_shell=False)
    return Command(words=(node.rest,) if node.rest else (), by_shell=True)


def _arg(node: Node, escape: str) -> Arg:
    _flags(node, ())
    args: list[tuple[str, str | None]] = []
    for offset, word in raw_words(node.rest, escape):
        name, equals, value = word.partition("=")
        if not name:
            raise node.error("ARG names can not be blank", offset)
        args.append((name, value if equals else None))
    return Arg(node=node, args=tuple(args))


def _pairs(node: Node, escape: str) -> Pairs:
    _flags(node, ())
    words = list(raw_words(node.rest, escape))
    if "=" not in words[0][1]:
        name = words[0][1]
        value = node.rest[words[0][0] + len(name) :].strip()
        if not value:
            raise node.error(f"{node.keyword} must have two arguments", len(name))
        return ((name, value),)
    pairs = []
    for offset, word in words:
        name, equals, value = word.partition("=")
        if not equals:
            raise node.error(
                f'Syntax error - can\'t find = in "{word[:64]}". Must be of the form: name=value',
                offset,
            )
        if not name:
            raise node.error(f"{node.keyword} names can not be blank", offset)
        pairs.append((name, value))
    return tuple(pairs)


def _env(node: Node, escape: str) -> Env:
    return Env(node=node, pairs=_pairs(node, escape))


def _label(node: Node, escape: str) -> Label:
    return Label(node=node, pairs=_pairs(node, escape))


def _maintainer(node: Node, escape: str) -> Maintainer:
    _flags(node, ())
    return Maintainer(node=node, name=node.rest)


def _run(node: Node, escape: str) -> Run:
    flags = _flags(node, ("mount", "network", "security"), ("mount",))
    if flags.get("security", "sandbox") != "sandbox":
        raise node.error(
            "--security=insecure is not offered: builds run in the sandbox of all containers"
        )
    network = flags.get("network", "")
    if network not in ("", "default", "none", "host"):
        raise node.error(f'invalid network mode: "{network[:64]}"; expected default, none or host')
    try:
        mounts = tuple(parse_mount(text, number) for number, text in enumerate(_all(node, "mount")))
    except InvalidParameter as error:
        raise DockerfileError(str(error), *node.place(len(node.written) + 1)) from error
    command = _command(node)
    if command.by_shell and node.heredocs:
        if is_heredoc(node.rest) and len(node.heredocs) == 1:
            line = node.heredocs[0].content
        else:
            bodies = [f"{heredoc.content}{heredoc.name}" for heredoc in node.heredocs]
            line = "\n".join([node.rest, *bodies])
        command = Command(words=(line,), by_shell=True)
    if not command.words:
        raise node.error("RUN requires at least one argument")
    return Run(node=node, command=command, mounts=mounts, network=network)


_COPY_FLAGS: Final = ("from", "chown", "chmod", "link", "parents", "exclude")
_ADD_FLAGS: Final = ("chown", "chmod", "link", "exclude", "checksum", "keep-git-dir")


def _copy(node: Node, escape: str) -> Copy:
    known = _COPY_FLAGS if node.keyword == "COPY" else _ADD_FLAGS
    flags = _flags(node, known, ("exclude",))
    words = _json(node.rest)
    if words is None:
        words = tuple(word for _, word in raw_words(node.rest, escape))
    if len(words) < 2:
        raise node.error(
            f"{node.keyword} requires at least two arguments, but only {len(words)} "
            f"{'was' if len(words) == 1 else 'were'} provided. Destination could not be determined"
        )
    chmod = flags.get("chmod", "")
    return Copy(
        node=node,
        keyword=node.keyword,
        sources=words[:-1],
        target=words[-1],
        heredocs=node.heredocs,
        stage=flags.get("from", ""),
        chown=flags.get("chown", ""),
        chmod=chmod,
        link=_truth(node, flags, "link"),
        parents=_truth(node, flags, "parents"),
        exclude=tuple(_all(node, "exclude")),
        checksum=flags.get("checksum", ""),
        keep_git=_truth(node, flags, "keep-git-dir"),
    )


def _cmd(node: Node, escape: str) -> Cmd:
    _flags(node, ())
    return Cmd(node=node, command=_command(node))


def _entrypoint(node: Node, escape: str) -> Entrypoint:
    _flags(node, ())
    return Entrypoint(node=node, command=_command(node))


def _shell(node: Node, escape: str) -> Shell:
    _flags(node, ())
    words = _json(node.rest)
    if words is None:
        raise node.error("SHELL requires the arguments to be in JSON form")
    if not words:
        raise node.error("SHELL requires at least one argument")
    return Shell(node=node, words=words)


_TIMES: Final = ("interval", "timeout", "start-period", "start-interval")


def _healthcheck(node: Node, escape: str) -> HealthcheckOf:
    flags = _flags(node, (*_TIMES, "retries"))
    kind, _, rest = node.rest.partition(" ")
    rest = rest.strip()
    if kind.upper() == "NONE":
        if rest or flags:
            raise node.error("HEALTHCHECK NONE takes no arguments")
        return HealthcheckOf(node=node, check=Healthcheck(test=["NONE"]))
    if kind.upper() != "CMD":
        raise node.error(f'unknown type "{kind[:64]}" in HEALTHCHECK (try CMD)')
    if not rest:
        raise node.error("missing command after HEALTHCHECK CMD", len(kind))
    numbers: dict[str, int] = {}
    for name in _TIMES:
        if name in flags:
            try:
                numbers[name.replace("-", "_")] = parse_duration(flags[name])
            except InvalidParameter as error:
                raise node.error(f"--{name}: {error}") from error
            if 0 < numbers[name.replace("-", "_")] < 1_000_000:
                raise node.error(f'Interval "{name}" cannot be less than 1ms')
    if "retries" in flags:
        if not re.fullmatch(r"[0-9]{1,9}", flags["retries"]):
            raise node.error(f"--retries: {flags['retries'][:64]!r} is not a whole number")
        numbers["retries"] = int(flags["retries"])
    words = _json(rest)
    test = ["CMD", *words] if words is not None else ["CMD-SHELL", rest]
    return HealthcheckOf(node=node, check=Healthcheck(test=test, **numbers))


def _expose(node: Node, escape: str) -> Expose:
    _flags(node, ())
    return Expose(node=node, ports=tuple(word for _, word in raw_words(node.rest, escape)))


def _volume(node: Node, escape: str) -> Volume:
    _flags(node, ())
    words = _json(node.rest)
    if words is None:
        words = tuple(word for _, word in raw_words(node.rest, escape))
    if not words or not all(word.strip() for word in words):
        raise node.error("VOLUME specified can not be an empty string")
    return Volume(node=node, paths=words)


def _user(node: Node, escape: str) -> User:
    _flags(node, ())
    return User(node=node, name=_single(node, escape))


def _workdir(node: Node, escape: str) -> Workdir:
    _flags(node, ())
    return Workdir(node=node, path=node.rest)


def _stopsignal(node: Node, escape: str) -> Stopsignal:
    _flags(node, ())
    return Stopsignal(node=node, signal=_single(node, escape))


def _onbuild(node: Node, escape: str) -> Onbuild:
    _flags(node, ())
    trigger = node.text[len(node.written) :].strip()
    keyword = trigger.split(maxsplit=1)[0].upper()
    if keyword == "ONBUILD":
        raise node.error("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed")
    if keyword in ("MAINTAINER", "FROM"):
        raise node.error(f"{keyword} isn't allowed as an ONBUILD trigger")
    for inner in parse_lines(trigger).nodes[:1]:
        if not node.heredocs:
            parse_instruction(inner, escape)
    return Onbuild(node=node, trigger=trigger)


def _single(node: Node, escape: str) -> str:
    words = list(raw_words(node.rest, escape))
    if len(words) != 1:
        raise node.error(f"{node.keyword} requires exactly one argument", words[1][0])
    return words[0][1]


_PARSERS: Final[dict[str, Callable[[Node, str], Instruction]]] = {
    "ADD": _copy,
    "ARG": _arg,
    "CMD": _cmd,
    "COPY": _copy,
    "ENTRYPOINT": _entrypoint,
    "ENV": _env,
    "EXPOSE": _expose,
    "HEALTHCHECK": _healthcheck,
    "LABEL": _label,
    "MAINTAINER": _maintainer,
    "ONBUILD": _onbuild,
    "RUN": _run,
    "SHELL": _shell,
    "STOPSIGNAL": _stopsignal,
    "USER": _user,
    "VOLUME": _volume,
    "WORKDIR": _workdir,
}
KEYWORDS: Final = (*sorted([*_PARSERS, "FROM"]),)
_WANTED: Final = {
    "ADD": "at least two arguments",
    "COPY": "at least two arguments",
    "MAINTAINER": "exactly one argument",
    "STOPSIGNAL": "exactly one argument",
    "USER": "exactly one argument",
    "WORKDIR": "exactly one argument",
    "ARG": "at least one argument",
    "ENV": "at least one argument",
    "EXPOSE": "at least one argument",
    "HEALTHCHECK": "at least one argument",
    "LABEL": "at least one argument",
    "ONBUILD": "at least one argument",
    "RUN": "at least one argument",
    "SHELL": "at least one argument",
    "VOLUME": "at least one argument",
}
