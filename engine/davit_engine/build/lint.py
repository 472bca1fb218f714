"""What is lawful in a Dockerfile and yet likely a mistake (pure).

The rules and their names are those of BuildKit's `docker build --check`; `# check=skip=…` leaves
some out. Three of them are not here: InvalidBaseImagePlatform, of which a build tells when it has
the image, and the two that BuildKit calls experimental and leaves out unless asked,
CopyIgnoredFile and InvalidDefinitionDescription.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from davit_engine.build.args import PROXIES, BuildArgs, platform_args
from davit_engine.build.dockerfile import Node
from davit_engine.build.instructions import (
    Arg,
    Cmd,
    Copy,
    Dockerfile,
    Entrypoint,
    Env,
    Expose,
    HealthcheckOf,
    Label,
    Maintainer,
    Shell,
    Stage,
    Stopsignal,
    User,
    Volume,
    Workdir,
)
from davit_engine.build.words import WordError, expand
from davit_engine.errors import InvalidParameter
from davit_engine.images.manifest import Platform
from davit_engine.images.reference import parse_reference

_REFERENCE: Final = re.compile(r"\$(?:\{([A-Za-z_][A-Za-z0-9_]*)|([A-Za-z_][A-Za-z0-9_]*))")
_USED: Final = re.compile(r"(?<!\\)\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})")
"""Variables that have no value of their own for when they are not set."""
_EXPANDED: Final = (Copy, Env, Expose, Label, Stopsignal, User, Volume, Workdir)
_SECRET: Final = re.compile(
    r"(?i)(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)"
)
_RESERVED: Final = ("scratch", "context")


class Warning(msgspec.Struct, frozen=True, kw_only=True):
    rule: str
    detail: str
    line: int
    column: int = 1

    @property
    def url(self) -> str:
        """Where Docker explains the rule."""
        page = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", self.rule).lower()
        return f"https://docs.docker.com/go/dockerfile/rule/{page}/"


def warnings(dockerfile: Dockerfile) -> list[Warning]:
    """By line; without the rules that the file's `check` directive skips."""
    skipped = {name.lower() for name in _option(dockerfile, "skip").split(",")}
    if "all" in skipped:
        return []
    found = [*_lines(dockerfile), *_stages(dockerfile)]
    kept = [warning for warning in found if warning.rule.lower() not in skipped]
    return sorted(kept, key=lambda warning: (warning.line, warning.rule))


def check(dockerfile: Dockerfile) -> None:
    """Raises InvalidParameter for warnings, if `# check=error=true` makes errors of them."""
    if _option(dockerfile, "error").lower() not in ("true", "1"):
        return
    rules = sorted({warning.rule for warning in warnings(dockerfile)})
    if rules:
        raise InvalidParameter(f"lint violation found for rules: {', '.join(rules)}")


def _option(dockerfile: Dockerfile, name: str) -> str:
    """One of the options of the `check` directive, NAME=VALUE;NAME=VALUE."""
    for part in dockerfile.lines.directives.get("check", "").split(";"):
        key, _, value = part.partition("=")
        if key.strip().lower() == name:
            return value.replace(" ", "")
    return ""


def _at(node: Node, rule: str, detail: str, offset: int = 0) -> Warning:
    line, column = node.place(offset)
    return Warning(rule=rule, detail=detail, line=line, column=column)


def _lines(dockerfile: Dockerfile) -> Iterator[Warning]:
    for line in dockerfile.lines.empty_continuations:
        yield Warning(rule="NoEmptyContinuation", detail="Empty continuation line", line=line)
    nodes = dockerfile.lines.nodes
    upper = sum(node.written.isupper() for node in nodes)
    lower = sum(node.written.islower() for node in nodes)
    wanted = "uppercase" if upper >= lower else "lowercase"
    for node in nodes:
        fits = node.written.isupper() if wanted == "uppercase" else node.written.islower()
        if not fits:
            yield _at(
                node,
                "ConsistentInstructionCasing",
                f"Command '{node.written}' should match the case of the command majority "
                f"({wanted})",
            )


def _stages(dockerfile: Dockerfile) -> Iterator[Warning]:
    own = Platform(os="linux", architecture="amd64")
    above = {name for arg in dockerfile.args for name, _ in arg.args} | set(platform_args(own, own))
    names = Counter(stage.name for stage in dockerfile.stages if stage.name)
    seen: set[str] = set()
    for stage in dockerfile.stages:
        words = stage.node.rest.split()
        if stage.name:
            if names[stage.name] > 1 and stage.name in seen:
                yield _at(
                    stage.node,
                    "DuplicateStageName",
                    f'Duplicate stage name "{stage.name}", stage names should be unique',
                )
            seen.add(stage.name)
            if stage.name in _RESERVED:
                yield _at(
                    stage.node,
                    "ReservedStageName",
                    f'Stage name should not use the same name as reserved stage "{stage.name}"',
                )
            if words[2] != stage.name:
                yield _at(
                    stage.node, "StageNameCasing", f"Stage name '{words[2]}' should be lowercase"
                )
            if stage.node.written.isupper() != words[1].isupper():
                yield _at(
                    stage.node,
                    "FromAsCasing",
                    f"'{words[1]}' and '{stage.node.written}' keywords' casing do not match",
                )
        for name in _references(f"{stage.base} {stage.platform}"):
            if name not in above:
                yield _at(
                    stage.node,
                    "UndefinedArgInFrom",
                    f"FROM argument '{name}' is not declared{_guess(name, above, '')}",
                    stage.node.rest_offset,
                )
        yield from _base(dockerfile, stage)
        if stage.platform in ("$TARGETPLATFORM", "${TARGETPLATFORM}"):
            yield _at(
                stage.node,
                "RedundantTargetPlatform",
                f"Setting platform to predefined {stage.platform} in FROM is redundant as this is "
                "the default behavior",
            )
        yield from _instructions(stage)


def _base(dockerfile: Dockerfile, stage: Stage) -> Iterator[Warning]:
    """What FROM comes to without any argument of the client."""
    own = Platform(os="linux", architecture="amd64")
    args = BuildArgs({}, platform_args(own, own))
    try:
        for arg in dockerfile.args:
            for name, default in arg.args:
                args.add(name, default and expand(default, args.above(), dockerfile.escape))
        base = expand(stage.base, args.above(), dockerfile.escape)
    except WordError:
        return
    if "$" in stage.base:
        try:
            parse_reference(base)
        except InvalidParameter:
            yield _at(
                stage.node,
                "InvalidDefaultArgInFrom",
                f"Default value for ARG {stage.base} results in empty or invalid base image name",
            )
    if stage.platform and "$" not in stage.platform:
        # A stage that says in its name that it is for that platform alone is meant so.
        parts = stage.platform.lower().split("/")
        if not any(part in stage.name for part in parts if part):
            yield _at(
                stage.node,
                "FromPlatformFlagConstDisallowed",
                f'FROM --platform flag should not use constant value "{stage.platform}"',
            )


def _instructions(stage: Stage) -> Iterator[Warning]:
    last: dict[str, Node] = {}
    shell = False
    absolute = False
    defined = set(PROXIES) | {"PATH", "HOME", "USER", "HOSTNAME", "TERM"}
    for instruction in stage.instructions:
        node = instruction.node
        match instruction:
            case Maintainer():
                yield _at(
                    node,
                    "MaintainerDeprecated",
                    "Maintainer instruction is deprecated in favor of using label",
                )
            case Shell():
                shell = True
            case Workdir():
                if not instruction.path.startswith(("/", "$")) and not absolute:
                    yield _at(
                        node,
                        "WorkdirRelativePath",
                        f'Relative workdir "{instruction.path}" can have unexpected results if '
                        "the base image changes",
                    )
                absolute = True
            case Cmd() | Entrypoint() | HealthcheckOf():
                before = last.get(node.keyword)
                if before is not None:
                    yield _at(
                        before,
                        "MultipleInstructionsDisallowed",
                        f"Multiple {node.keyword} instructions should not be used in the same "
                        "stage because only the last one will be used",
                    )
                last[node.keyword] = node
                by_shell = not isinstance(instruction, HealthcheckOf) and (
                    instruction.command.by_shell
                )
                if by_shell and not shell:
                    yield _at(
                        node,
                        "JSONArgsRecommended",
                        f"JSON arguments recommended for {node.keyword} to prevent unintended "
                        "behavior related to OS signals",
                    )
            case Expose():
                yield from _ports(instruction)
            case Env() | Label():
                first = node.rest.split(maxsplit=1)[0] if node.rest else ""
                if "=" not in first:
                    yield _at(
                        node,
                        "LegacyKeyValueFormat",
                        f'"{node.keyword} key=value" should be used instead of legacy '
                        f'"{node.keyword} key value" format',
                    )
        yield from _variables(instruction, node, defined)


def _variables(instruction: object, node: Node, defined: set[str]) -> Iterator[Warning]:
    if isinstance(instruction, Arg | Env):
        names = (
            [name for name, _ in instruction.args]
            if isinstance(instruction, Arg)
            else [name for name, _ in instruction.pairs]
        )
        for name in names:
            if _SECRET.search(name) and "public" not in name.lower():
                yield _at(
                    node,
                    "SecretsUsedInArgOrEnv",
                    f"Do not use ARG or ENV instructions for sensitive data ({node.keyword} "
                    f'"{name}")',
                )
        defined.update(names)
    if not isinstance(instruction, _EXPANDED):
        return
    for name in sorted({plain or braced for plain, braced in _USED.findall(node.rest)}):
        # What the base image sets is not known here: only what looks like a slip is told.
        guess = _guess(name, defined, "$") if name not in defined else ""
        if guess:
            yield _at(
                node,
                "UndefinedVar",
                f"Usage of undefined variable '${name}'{guess}",
                node.rest_offset,
            )


def _ports(expose: Expose) -> Iterator[Warning]:
    for port in expose.ports:
        address, _, last = port.rpartition(":")
        if address:
            yield _at(
                expose.node,
                "ExposeInvalidFormat",
                "EXPOSE instruction should not define an IP address or host-port mapping, found "
                f"'{port}'",
            )
        protocol = last.partition("/")[2]
        if protocol != protocol.lower() and "$" not in protocol:
            yield _at(
                expose.node,
                "ExposeProtoCasing",
                f"Defined protocol '{port}' in EXPOSE instruction should be lowercase",
            )


def _guess(name: str, known: Iterable[str], mark: str) -> str:
    """The known name that is likely meant."""
    by_case = {one.lower(): one for one in sorted(known)}
    near = difflib.get_close_matches(name.lower(), by_case, n=1, cutoff=0.8)
    return f" (did you mean {mark}{by_case[near[0]]}?)" if near else ""


def _references(text: str) -> list[str]:
    return [braced or plain for braced, plain in _REFERENCE.findall(text)]
