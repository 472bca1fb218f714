"""The flags of `build`: one table, for reading, writing and the help text; and those refused."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from davit_desktop.client.build_secrets import parse_secret
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.client.flags import Flag, FlagError, Given
from davit_desktop.client.run_kinds import SWITCH, TEXT, TEXTS, Kind, many, one, pairs, read_switch
from davit_desktop.client.run_spec import RunSpecError, Ulimit
from davit_desktop.client.run_values import (
    cpus,
    extra_host,
    integer,
    pair,
    size_text,
    swap,
    ulimit,
)
from davit_desktop.client.units import parse_bytes

_PERIOD = 100_000  # microseconds, as `--cpus` counts them


class Option(msgspec.Struct, frozen=True):
    flag: Flag
    field: str
    kind: Kind


def _option(name: str, short: str, metavar: str, kind: Kind, help: str, field: str = "") -> Option:
    return Option(Flag(name, short, metavar, help), field or name.replace("-", "_"), kind)


def _ulimit_text(limit: Ulimit) -> str:
    return f"{limit.name}={limit.soft}:{limit.hard}"


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


_SIZE = one(parse_bytes, size_text)
_INTEGER = one(integer)

OPTIONS = (
    _option("tag", "t", "list", TEXTS, 'Name and optionally a tag in the "name:tag" format',
            "tags"),
    _option("file", "f", "string", TEXT, 'Name of the Dockerfile (Default is "PATH/Dockerfile")',
            "dockerfile"),
    _option("target", "", "string", TEXT, "Set the target build stage to build"),
    _option("build-arg", "", "list", TEXTS, "Set build-time variables", "args"),
    _option("label", "", "list", pairs(pair), "Set metadata for an image", "labels"),
    _option("platform", "", "string", TEXT, "Set platform if server is multi-platform capable"),
    _option("no-cache", "", "", SWITCH, "Do not use cache when building the image"),
    _option("pull", "", "", SWITCH, "Always attempt to pull a newer version of the image"),
    _option("network", "", "string", TEXT, "Set the networking mode for the RUN instructions "
            'during build (default "default")'),
    _option("add-host", "", "list", many(extra_host), "Add a custom host-to-IP mapping "
            '("host:ip")'),
    _option("cache-from", "", "strings", many(_split), "Images to consider as cache sources"),
    _option("memory", "m", "bytes", _SIZE, "Memory limit"),
    _option("memory-swap", "", "bytes", one(swap, size_text), "Swap limit equal to memory plus "
            "swap: -1 to enable unlimited swap"),
    _option("cpu-period", "", "int", _INTEGER, "Limit the CPU CFS (Completely Fair Scheduler) "
            "period"),
    _option("cpu-quota", "", "int", _INTEGER, "Limit the CPU CFS (Completely Fair Scheduler) "
            "quota"),
    _option("cpu-shares", "c", "int", _INTEGER, "CPU shares (relative weight)"),
    _option("cpuset-cpus", "", "string", TEXT, "CPUs in which to allow execution (0-3, 0,1)"),
    _option("cpuset-mems", "", "string", TEXT, "MEMs in which to allow execution (0-3, 0,1)"),
    _option("cgroup-parent", "", "string", TEXT, "Set the parent cgroup for the RUN instructions "
            "during build"),
    _option("security-opt", "", "strings", TEXTS, "Security options"),
    _option("shm-size", "", "bytes", _SIZE, "Size of /dev/shm"),
    _option("ulimit", "", "ulimit", many(ulimit, _ulimit_text), "Ulimit options (default [])",
            "ulimits"),
    _option("rm", "", "", SWITCH, "Remove intermediate containers after a successful build "
            "(default true)"),
    _option("force-rm", "", "", SWITCH, "Always remove intermediate containers"),
    _option("secret", "", "list", TEXTS, "Secret to expose to the build (format: "
            "id=mysecret[,src=/local/secret])", "secrets"),
    _option("compress", "", "", SWITCH, "Compress the build context using gzip"),
)  # fmt: skip

_CPUS = Flag("cpus", "", "decimal", "Number of CPUs for the RUN instructions")
OWN = (
    Flag("quiet", "q", "", "Suppress the build output and print image ID on success"),
    Flag("iidfile", "", "string", "Write the image ID to the file"),
    Flag("progress", "", "string", 'Type of progress output ("auto", "plain", "quiet", "rawjson", '
         '"tty")'),
    Flag("check", "", "", "Check the Dockerfile and build nothing"),
)  # fmt: skip
"""What is no matter of the engine."""

_SWITCHES = ("disable-content-trust", "load")
_REFUSED = {
    "ssh": "SSH agents are not forwarded from this command; use buildx with its docker-container "
    "driver, or lend a key with --secret",
    "output": "the result is an image of this engine: save or export it",
    "push": "name the image with -t, build it, then push it",
    "cache-to": "this engine keeps the cache itself; --cache-from takes any image",
    "build-context": "there is one context: COPY --from takes stages and images",
    "builder": "the engine builds itself",
    "attest": "attestations are not made here",
    "provenance": "attestations are not made here",
    "sbom": "attestations are not made here",
    "annotation": "use --label",
    "metadata-file": "use --iidfile, or --progress=rawjson",
    "no-cache-filter": "use --no-cache",
    "call": "use --check",
    "allow": "no build is given more than a container",
    "squash": "layers are shared between images, and stay apart",
    "isolation": "it is for Windows containers only",
    "debug": "it needs BuildKit",
}
_REFUSED_SWITCHES = frozenset({"push", "squash", "debug"})
_MEANS_NOTHING = {"isolation": "default", "builder": "default", "ssh": "", "provenance": "false",
                  "sbom": "false"}  # fmt: skip

FLAGS = (
    *(option.flag for option in OPTIONS),
    _CPUS,
    *OWN,
    *(Flag(name) for name in _SWITCHES),
    *(
        Flag(name, {"output": "o", "debug": "D"}.get(name, ""),
             "" if name in _REFUSED_SWITCHES else "string")
        for name in _REFUSED
    ),
)  # fmt: skip


def spec_from(given: Sequence[Given], context: str, environ: Mapping[str, str]) -> BuildSpec:
    """What flags and word ask for. Raises FlagError."""
    by_name: dict[str, list[Given]] = {}
    for item in given:
        by_name.setdefault(item.flag.name, []).append(item)
    _refuse(by_name)
    values: dict[str, Any] = {}
    try:
        for option in OPTIONS:
            if items := by_name.get(option.flag.name):
                values[option.field] = option.kind.read(items)
        if items := by_name.get("cpus"):
            values["cpu_period"] = _PERIOD
            values["cpu_quota"] = one(cpus).read(items) * _PERIOD // 1_000_000_000
    except RunSpecError as error:
        raise FlagError(str(error)) from error
    for text in values.get("secrets", ()):
        parse_secret(text)
    values["args"] = arguments(values.get("args", ()), environ)
    return BuildSpec(context=context, **values)


def arguments(texts: Iterable[str], environ: Mapping[str, str]) -> dict[str, str | None]:
    """`NAME=value`, or `NAME` for the value that it has here. Raises FlagError."""
    found: dict[str, str | None] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not name:
            raise FlagError(f'invalid argument "{text}" for "--build-arg" flag: it has no name')
        found[name] = value if equals else environ.get(name)
    return found


def _refuse(by_name: Mapping[str, Sequence[Given]]) -> None:
    for name, why in _REFUSED.items():
        for item in by_name.get(name, ()):
            if name in _REFUSED_SWITCHES and not read_switch([item]):
                continue
            if item.text != _MEANS_NOTHING.get(name):
                raise FlagError(f"--{name} is not supported: {why}")


def words_of(spec: BuildSpec) -> list[str]:
    """The words after `docker build` that ask for the same."""
    plain = BuildSpec()
    words: list[str] = []
    for option in OPTIONS:
        value = getattr(spec, option.field)
        if value == getattr(plain, option.field):
            continue
        flag = f"-{option.flag.short}" if option.flag.short else f"--{option.flag.name}"
        if option.field == "args":
            texts = [name if text is None else f"{name}={text}" for name, text in value.items()]
        else:
            texts = list(option.kind.write(value))
        for text in texts:
            if not option.flag.is_switch:
                words += [flag, text]
            else:
                words.append(flag if text == "true" else f"{flag}=false")
    return [*words, spec.context]


def command(spec: BuildSpec) -> str:
    """`docker build …` that asks for the same."""
    return shlex.join(["docker", "build", *words_of(spec)])
