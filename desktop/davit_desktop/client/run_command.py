"""The words after `docker run`: to a RunSpec and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from posixpath import join, normpath
from typing import Any

import msgspec

from davit_desktop.client.flags import Given, scan
from davit_desktop.client.run_flags import BY_NAME, FLAGS, OPTIONS, SPELLINGS, flag_words
from davit_desktop.client.run_kinds import read_switch
from davit_desktop.client.run_networks import network_text, networks_of
from davit_desktop.client.run_spec import (
    MountSpec,
    NetworkChoice,
    RunSpec,
    RunSpecError,
    Surroundings,
)


def command_words(spec: RunSpec) -> list[str]:
    """The words after `docker run` that ask for this."""
    words = [word for flag in flag_groups(spec) for word in flag]
    if spec.image.startswith("-"):
        words.append("--")
    return [*words, spec.image, *spec.command]


def flag_groups(spec: RunSpec) -> list[list[str]]:
    """Each flag that asks for something other than the default, with its value."""
    groups: list[list[str]] = []
    for option in OPTIONS:
        value = getattr(spec, option.field)
        if value == option.default:
            continue
        for text in option.kind.write(value):
            groups.append(flag_words(option.flag, text))
    return groups + _network_groups(spec.networks)


def _network_groups(networks: tuple[NetworkChoice, ...]) -> list[list[str]]:
    """The first network's usual options are flags of their own, as people write them."""
    groups: list[list[str]] = []
    for index, network in enumerate(networks):
        if index or network.driver_options or network.gateway_priority:
            groups.append(["--network", network_text(network)])
            continue
        if network.name != "default" or len(networks) > 1 or network == NetworkChoice():
            groups.append(["--network", network_text(NetworkChoice(name=network.name))])
        groups += [flag_words(BY_NAME["network-alias"], alias) for alias in network.aliases]
        for name, text in (
            ("ip", network.ip),
            ("ip6", network.ip6),
            ("mac-address", network.mac_address),
        ):
            groups += [flag_words(BY_NAME[name], text)] if text else []
        groups += [flag_words(BY_NAME["link-local-ip"], ip) for ip in network.link_local_ips]
    return groups


def parse_run(argv: Sequence[str], surroundings: Surroundings | None = None) -> RunSpec:
    """The words after `docker run` (or `create`) as a value.

    Raises FlagError for a flag that cannot be read, RunSpecError for the rest; both are docker's
    own sentences.
    """
    given, words = scan(argv, FLAGS)
    return spec_from(given, words, surroundings or Surroundings())


def spec_from(given: Sequence[Given], words: Sequence[str], surroundings: Surroundings) -> RunSpec:
    """The second half of parse_run, for a caller that has looked at the flags itself."""
    if not words:
        raise RunSpecError("an image is needed: the first word after the flags")
    by_name: dict[str, list[Given]] = {}
    for item in given:
        by_name.setdefault(SPELLINGS.get(item.flag.name, item.flag.name), []).append(item)
    _refuse(by_name)
    values: dict[str, Any] = {}
    for option in OPTIONS:
        if items := by_name.get(option.flag.name):
            values[option.field] = option.kind.read(items)
    values["networks"] = networks_of(by_name)
    files = [item.text for item in by_name.get("env-file", ())]
    values["env"] = tuple(environment(values.get("env", ()), files, surroundings))
    values["labels"] = {**_label_files(by_name, surroundings), **values.get("labels", {})}
    values["volumes"] = tuple(
        _absolute_source(volume, surroundings) for volume in values.get("volumes", ())
    )
    values["mounts"] = tuple(
        _absolute_mount(mount, surroundings) for mount in values.get("mounts", ())
    )
    values["security_opt"] = tuple(
        _security_option(option, surroundings) for option in values.get("security_opt", ())
    )
    spec = RunSpec(image=words[0], command=tuple(words[1:]), **values)
    check(spec)
    return spec


def _refuse(by_name: Mapping[str, list[Given]]) -> None:
    if "gpus" in by_name:
        raise RunSpecError("--gpus is not supported: containers here cannot be given GPUs")
    if "use-api-socket" in by_name and read_switch(by_name["use-api-socket"]):
        raise RunSpecError(
            "--use-api-socket is not supported; mount the engine's socket with -v instead"
        )
    isolation = [item.text for item in by_name.get("isolation", ())]
    if isolation and isolation[-1] not in ("", "default"):
        raise RunSpecError(f"--isolation {isolation[-1]} is for Windows containers only")


def _read(path: str, surroundings: Surroundings) -> str:
    try:
        return surroundings.read_text(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RunSpecError(f"open {path}: {why}") from error
    except UnicodeDecodeError as error:
        raise RunSpecError(f"{path} is not UTF-8 text") from error


def _settings(path: str, text: str, what: str) -> list[str]:
    lines = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = line.removesuffix("\r").lstrip()
        if not line or line.startswith("#"):
            continue
        key = line.partition("=")[0]
        if not key:
            raise RunSpecError(f"invalid {what} file ({path}): no variable name on line '{line}'")
        if re.search(r"\s", key):
            raise RunSpecError(
                f"invalid {what} file ({path}): variable '{key}' contains whitespaces "
                f"(line {number})"
            )
        lines.append(line)
    return lines


def _from_environment(entries: Iterable[str], surroundings: Surroundings) -> list[str]:
    """A bare NAME takes its value from the environment, or stays bare when it has none there."""
    return [
        f"{entry}={surroundings.environ[entry]}"
        if "=" not in entry and entry in surroundings.environ
        else entry
        for entry in entries
    ]


def environment(
    entries: Iterable[str], files: Iterable[str], surroundings: Surroundings
) -> list[str]:
    """The variables of --env-file and -e together. Raises RunSpecError."""
    found: list[str] = []
    for path in files:
        lines = _settings(path, _read(path, surroundings), "env")
        # In a file a name without a value counts only where the environment has one.
        found += [entry for entry in _from_environment(lines, surroundings) if "=" in entry]
    return found + _from_environment(entries, surroundings)


def _label_files(by_name: Mapping[str, list[Given]], surroundings: Surroundings) -> dict[str, str]:
    labels: dict[str, str] = {}
    for item in by_name.get("label-file", ()):
        for line in _settings(item.text, _read(item.text, surroundings), "label"):
            key, _, value = line.partition("=")
            labels[key] = value
    return labels


def _absolute_source(volume: str, surroundings: Surroundings) -> str:
    source, colon, rest = volume.partition(":")
    if colon and source.startswith(".") and surroundings.directory:
        return f"{normpath(join(surroundings.directory, source))}:{rest}"
    return volume


def _absolute_mount(mount: MountSpec, surroundings: Surroundings) -> MountSpec:
    if mount.type == "bind" and mount.source.startswith(".") and surroundings.directory:
        source = normpath(join(surroundings.directory, mount.source))
        return msgspec.structs.replace(mount, source=source)
    return mount


def _security_option(option: str, surroundings: Surroundings) -> str:
    if option in ("no-new-privileges", "writable-cgroups"):
        return option
    key, separator, value = option.partition("=" if "=" in option else ":")
    if not separator:
        raise RunSpecError(f'Invalid --security-opt: "{option}"')
    if key != "seccomp" or value in ("unconfined", "builtin") or value.startswith("{"):
        return option
    try:
        text = surroundings.read_text(value)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise RunSpecError(
            f"opening seccomp profile ({value}) failed: open {value}: {why}"
        ) from error
    try:
        profile = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise RunSpecError(
            f"compacting json for seccomp profile ({value}) failed: {error}"
        ) from error
    return f"seccomp={msgspec.json.encode(profile).decode()}"


def check(spec: RunSpec) -> None:
    """Raises RunSpecError for values that do not go together."""
    if spec.rm and spec.restart not in ("no", ""):
        raise RunSpecError("conflicting options: cannot specify both --restart and --rm")
    if spec.detach and spec.attach:
        raise RunSpecError("conflicting options: cannot specify both --attach and --detach")
    if spec.pull not in ("always", "missing", "never", ""):
        raise RunSpecError(
            f'invalid pull option: \'{spec.pull}\': must be one of "always", "missing" or "never"'
        )
    health = (
        spec.health_cmd
        or spec.health_interval
        or spec.health_timeout
        or spec.health_start_period
        or spec.health_start_interval
        or spec.health_retries
    )
    if spec.no_healthcheck and health:
        raise RunSpecError("--no-healthcheck conflicts with --health-* options")
    for name, value in (
        ("health-interval", spec.health_interval),
        ("health-timeout", spec.health_timeout),
        ("health-start-period", spec.health_start_period),
        ("health-start-interval", spec.health_start_interval),
        ("health-retries", spec.health_retries),
    ):
        if value < 0:
            raise RunSpecError(f"--{name} cannot be negative")
    policy, colon, retries = spec.restart.partition(":")
    if colon and (not retries.isdecimal() or not policy):
        raise RunSpecError("invalid restart policy format: maximum retry count must be an integer")
    if spec.memory_swappiness != -1 and not 0 <= spec.memory_swappiness <= 100:
        raise RunSpecError(
            f"invalid value: {spec.memory_swappiness}. Valid memory swappiness range is 0-100"
        )
    if spec.log_driver == "none" and spec.log_opt:
        raise RunSpecError("invalid logging opts for driver none")
    if spec.nano_cpus < 0:
        raise RunSpecError("--cpus cannot be negative")
    _check_namespaces(spec)
    if any(not key or not value for key, value in spec.storage_opt.items()):
        raise RunSpecError("invalid storage option")


def _check_namespaces(spec: RunSpec) -> None:
    if spec.pid not in ("", "host") and not spec.pid.startswith("container:"):
        raise RunSpecError("--pid: invalid PID mode")
    if spec.uts not in ("", "host"):
        raise RunSpecError("--uts: invalid UTS mode")
    if spec.userns not in ("", "host") and spec.userns.partition(":")[0] != "auto":
        raise RunSpecError("--userns: invalid USER mode")
    if spec.cgroupns not in ("", "host", "private"):
        raise RunSpecError("--cgroupns: invalid CGROUP mode")
