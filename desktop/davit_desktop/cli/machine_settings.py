"""`davit machine set`, and the flags of settings that `create` takes too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from davit_desktop.cli.command import option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_command import machine_command, print_json
from davit_desktop.client.units import parse_duration
from davit_vm import Machine, MachineConfig, SharedFolder, parse_size

_NANOSECOND = 1_000_000_000


_NOT_GIVEN = "\0"  # unlike an empty text, which takes a choice back


def _text(name: str, metavar: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return option(name, metavar=metavar, help=help, default=_NOT_GIVEN)


def settings_flags(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the flags that `changes` reads."""
    for flag in (
        option("accelerator", metavar="string", help="auto, kvm, hvf, whpx or tcg"),
        option("cpus", metavar="string", help="Number of CPUs"),
        option("disk", metavar="bytes", help="Size of the disk, such as 100G; it only grows"),
        _text("engine", "file", "Settings of the engine as JSON, laid over its own"),
        option(
            "host-port",
            metavar="list",
            help="Port of this computer that containers reach as host.docker.internal, or all",
        ),
        _text("http-proxy", "string", "Proxy of the machine; empty follows this computer"),
        _text("https-proxy", "string", "As http-proxy, for https"),
        option("idle-stop", metavar="duration", help="Sleep after this long idle, or never"),
        _text("image", "folder", "Guest image; empty takes Davit's own"),
        option("memory", "m", metavar="bytes", help="Memory, such as 4G"),
        option("no-host-port", metavar="list", help="Close such a port again, or all"),
        _text("no-proxy", "string", "Hosts that are reached without proxy"),
        _text("qemu", "path", "QEMU, or the folder with it; empty looks for it"),
        option("share", metavar="list", help="Folder that containers may mount: PATH[:ro]"),
        option("share-transport", metavar="string", help="auto, 9p or sftp"),
        option("unshare", metavar="list", help="Folder that they may no longer mount"),
    ):
        function = flag(function)
    return function


@machine_command("set", "[OPTIONS]", "Change the settings of the machine")
@settings_flags
async def set_(machine: Machine, words: list[str], json: bool, **flags: Any) -> None:
    before = await machine.config()
    wanted = changes(before, flags)
    if not wanted:
        raise CommandFailed("Nothing to set. See: davit machine set --help")
    later = await machine.configure(**wanted)
    now = tuple(name for name in wanted if name not in later)
    if json:
        print_json({"now": now, "next_start": later, "config": await machine.config()})
        return
    if now:
        print(f"In effect: {_named(now)}")
    if later:
        print(f"With the next start: {_named(later)}. Now: davit machine restart")


def changes(before: MachineConfig, flags: dict[str, Any]) -> dict[str, Any]:
    """The settings that differ from `before`. Raises CommandFailed for what cannot be read."""
    after: dict[str, Any] = {}
    if flags["cpus"]:
        after["cpus"] = _number(flags["cpus"], "cpus")
    if flags["memory"]:
        after["memory"] = parse_size(flags["memory"])
    if flags["disk"]:
        after["disk"] = parse_size(flags["disk"])
    for name in ("accelerator", "share_transport"):
        if flags[name]:
            after[name] = flags[name]  # which words there are is known where they are checked
    for name in ("http_proxy", "https_proxy", "no_proxy", "qemu"):
        if flags[name] != _NOT_GIVEN:
            after[name] = flags[name]
    if flags["image"] != _NOT_GIVEN:
        after["image"] = _folder(flags["image"]) if flags["image"] else ""
    if flags["engine"] != _NOT_GIVEN:
        after["engine"] = _engine(flags["engine"])
    if flags["idle_stop"]:
        after["idle_stop"] = _seconds(flags["idle_stop"])
    if flags["share"] or flags["unshare"]:
        after["shares"] = _shares(before.shares, flags["share"], flags["unshare"])
    if flags["host_port"] or flags["no_host_port"]:
        after["host_ports"] = _ports(before.host_ports, flags["host_port"], flags["no_host_port"])
    return {name: value for name, value in after.items() if getattr(before, name) != value}


def changed(before: MachineConfig, flags: dict[str, Any]) -> MachineConfig:
    return msgspec.structs.replace(before, **changes(before, flags))


def _shares(
    before: tuple[SharedFolder, ...], added: list[str], removed: list[str]
) -> tuple[SharedFolder, ...]:
    folders = {share.path: share for share in before}
    for text in removed:
        path = _folder(text)
        if folders.pop(path, None) is None:
            shared = ", ".join(folders) or "nothing"
            raise CommandFailed(f"{path} is not shared. Shared: {shared}")
    for text in added:
        path, read_only = text, False
        for mode in (":ro", ":rw"):
            if text.endswith(mode):
                path, read_only = text.removesuffix(mode), mode == ":ro"
        path = _folder(path)
        folders[path] = SharedFolder(path=path, read_only=read_only)
    return tuple(folders.values())


def _folder(text: str) -> str:
    # Links stay as they are written: the paths that containers mount are written so, too.
    return str(Path(text).expanduser().absolute())


def _ports(before: Any, opened: list[str], closed: list[str]) -> Any:
    if "all" in opened:
        return "all"
    ports: set[int] = set()
    if before != "all" and "all" not in closed:
        ports = set(before)
    elif before == "all" and closed and "all" not in closed:
        raise CommandFailed("All ports are open. Close all first: --no-host-port all")
    ports -= {_number(text, "no-host-port") for text in closed if text != "all"}
    return tuple(sorted(ports | {_number(text, "host-port") for text in opened}))


def _engine(path: str) -> dict[str, Any]:
    if not path:
        return {}
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=dict[str, Any])
    except OSError as error:
        raise CommandFailed(f"Cannot read {path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CommandFailed(f"{path} is not a JSON object: {error}") from error


def _seconds(text: str) -> int:
    if text == "never":
        return 0
    try:
        seconds = parse_duration(text) / _NANOSECOND
    except ValueError as error:
        raise CommandFailed(
            f'invalid value for "idle-stop": {error}. Use 15m, 1h or never.'
        ) from error
    if seconds < 0:
        raise CommandFailed('invalid value for "idle-stop": it must not be negative')
    return int(-(-seconds // 1))


def _number(text: str, flag: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise CommandFailed(f'invalid value for "{flag}": {text!r} is not a number')
    return int(text)


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", "-") for name in names)
