"""Commands on containers that ask, answer and end: ps, stop, rm, rename and their like."""

from __future__ import annotations

import sys
from time import time

from davit_desktop.cli.archives import write_archive
from davit_desktop.cli.command import command, option
from davit_desktop.cli.each import confirmed, each
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.cli.table import render, shortened
from davit_desktop.cli.times import local_stamp
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError
from davit_desktop.client.types import ContainerSummary, Port
from davit_desktop.client.units import human_duration, human_size, human_size_3

_HEADERS = {
    "ID": "CONTAINER ID",
    "Image": "IMAGE",
    "Command": "COMMAND",
    "CreatedAt": "CREATED AT",
    "RunningFor": "CREATED",
    "Ports": "PORTS",
    "State": "STATE",
    "Status": "STATUS",
    "Size": "SIZE",
    "Names": "NAMES",
    "Labels": "LABELS",
    "LocalVolumes": "LOCAL VOLUMES",
    "Mounts": "MOUNTS",
    "Networks": "NETWORKS",
}
_COLUMNS = ("ID", "Image", "Command", "RunningFor", "Status", "Ports", "Names")


@command("ps", "[OPTIONS]", "List containers")
@option("all", "a", help="Show all containers (default shows just running)")
@option("filter", "f", metavar="filter", help="Filter output based on conditions provided")
@option("format", metavar="string", help=FORMAT_HELP)
@option(
    "last",
    "n",
    metavar="int",
    default=-1,
    help="Show n last created containers (includes all states) (default -1)",
)
@option("latest", "l", help="Show the latest created container (includes all states)")
@option("no-trunc", help="Don't truncate output")
@option("quiet", "q", help="Only display container IDs")
@option("size", "s", help="Display total file sizes")
async def ps(
    client: EngineClient,
    words: list[str],
    all: bool,
    filter: list[str],
    format: str,
    last: int,
    latest: bool,
    no_trunc: bool,
    quiet: bool,
    size: bool,
) -> None:
    limit = 1 if latest else max(last, 0)
    wants_size = size or ".Size" in format or "json ." in format
    containers = await client.containers(
        all=all, filters=parse_filters(filter), size=wants_size, limit=limit
    )
    if quiet and format in ("", "table"):
        for container in containers:
            print(container.id if no_trunc else container.id[:12])
        return
    now = time()
    rows = [container_row(container, now, no_trunc=no_trunc) for container in containers]
    columns = (*_COLUMNS, "Size") if size else _COLUMNS
    sys.stdout.write(listed(format, _HEADERS, columns, rows))


def container_row(container: ContainerSummary, now: float, *, no_trunc: bool) -> Row:
    """The placeholders of a container, by docker's names."""
    names = [name.removeprefix("/") for name in container.names]
    if not no_trunc:
        names = [name for name in names if "/" not in name] or names[:1]
    text = container.command if no_trunc else shortened(container.command, 20)
    image = container.image or "<no image>"
    if not no_trunc and image == container.image_id:
        image = image.removeprefix("sha256:")[:12]
    mounts = [mount.name or mount.source for mount in container.mounts]
    return {
        "ID": container.id if no_trunc else container.id[:12],
        "Image": image,
        "Command": _quoted(text),
        "CreatedAt": local_stamp(container.created),
        "RunningFor": f"{human_duration(now - container.created)} ago",
        "Ports": display_ports(container.ports),
        "State": container.state,
        "Status": container.status,
        "Size": _size(container),
        "Names": ",".join(names),
        "Labels": ",".join(f"{key}={value}" for key, value in container.labels.items()),
        "Label": lambda name: container.labels.get(name, ""),
        "LocalVolumes": str(sum(mount.driver == "local" for mount in container.mounts)),
        "Mounts": ",".join(mounts if no_trunc else (shortened(m, 15) for m in mounts)),
        "Networks": ",".join(container.network_settings.networks),
    }


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _size(container: ContainerSummary) -> str:
    own = human_size_3(container.size_rw)
    return (
        f"{own} (virtual {human_size_3(container.size_root_fs)})" if container.size_root_fs else own
    )


def display_ports(ports: tuple[Port, ...]) -> str:
    """Ports as `ps` shows them, neighbours joined to ranges."""
    shown: list[str] = []
    alone: dict[str, list[int]] = {}  # exposed only, or published under the same number
    ordered = sorted(ports, key=lambda p: (p.private_port, p.ip, p.public_port, p.type))
    for port in ordered:
        if port.public_port in (0, port.private_port):
            key = f"{_bracketed(port.ip)}/{port.type}" if port.ip else port.type
            alone.setdefault(key, []).append(port.private_port)
        else:
            shown.append(
                f"{_bracketed(port.ip)}:{port.public_port}->{port.private_port}/{port.type}"
            )
    ranges: list[str] = []
    for key, numbers in alone.items():
        for low, high in _runs(numbers):
            span = str(low) if low == high else f"{low}-{high}"
            ip, slash, protocol = key.rpartition("/")
            ranges.append(f"{ip}:{span}->{span}/{protocol}" if slash else f"{span}/{protocol}")
    return ", ".join([*sorted(ranges, key=_first_number), *shown])


def _first_number(text: str) -> tuple[int, str]:
    private = text.rpartition("->")[2] or text
    digits = private.partition("/")[0].partition("-")[0]
    return int(digits), text


def _bracketed(ip: str) -> str:
    return f"[{ip}]" if ":" in ip else ip


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


_SIGNAL = option("signal", "s", metavar="string", help="Signal to send to the container")
_TIMEOUT = option(
    "timeout",
    "t",
    metavar="string",
    help="Seconds to wait before killing the container",
)
_TIME = option("time", metavar="string", into="timeout")


@command(
    "stop",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Stop one or more running containers",
    words=(1, None),
)
@_SIGNAL
@_TIMEOUT
@_TIME
async def stop(client: EngineClient, words: list[str], signal: str, timeout: str) -> None:
    grace = _seconds(timeout)
    await each(words, lambda name: client.stop(name, grace, signal))


@command(
    "restart",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Restart one or more containers",
    words=(1, None),
)
@_SIGNAL
@_TIMEOUT
@_TIME
async def restart(client: EngineClient, words: list[str], signal: str, timeout: str) -> None:
    grace = _seconds(timeout)
    await each(words, lambda name: client.restart(name, grace, signal))


def _seconds(text: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise CommandFailed(
            f'invalid argument "{text}" for "-t, --timeout" flag: '
            f'strconv.ParseInt: parsing "{text}": invalid syntax',
            125,
        ) from None


@command(
    "kill",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Kill one or more running containers",
    words=(1, None),
)
@_SIGNAL
async def kill(client: EngineClient, words: list[str], signal: str) -> None:
    await each(words, lambda name: client.kill(name, signal))


@command(
    "pause",
    "CONTAINER [CONTAINER...]",
    "Pause all processes within one or more containers",
    words=(1, None),
)
async def pause(client: EngineClient, words: list[str]) -> None:
    await each(words, client.pause)


@command(
    "unpause",
    "CONTAINER [CONTAINER...]",
    "Unpause all processes within one or more containers",
    words=(1, None),
)
async def unpause(client: EngineClient, words: list[str]) -> None:
    await each(words, client.unpause)


@command("rename", "CONTAINER NEW_NAME", "Rename a container", words=(2, 2))
async def rename(client: EngineClient, words: list[str]) -> None:
    old, new = words
    if not old.strip() or not new.strip():
        raise CommandFailed("Error: Neither old nor new names may be empty")
    try:
        await client.rename(old, new)
    except ApiError as error:
        print(f"Error response from daemon: {error}", file=sys.stderr)
        raise CommandFailed(f"Error: failed to rename container named {old}") from error


@command(
    "rm", "[OPTIONS] CONTAINER [CONTAINER...]", "Remove one or more containers", words=(1, None)
)
@option("force", "f", help="Force the removal of a running container (uses SIGKILL)")
@option("link", "l", help="Remove the specified link")
@option("volumes", "v", help="Remove anonymous volumes associated with the container")
async def rm(
    client: EngineClient, words: list[str], force: bool, link: bool, volumes: bool
) -> None:
    async def remove(name: str) -> None:
        try:
            await client.remove_container(name.strip("/"), force=force, volumes=volumes, link=link)
        except ApiError as error:
            if not (force and error.status == 404):
                raise
            # Docker says so, and does not call it a failure.
            print(f"Error response from daemon: {error}", file=sys.stderr)
            raise _Silent(name) from error

    kept = []
    for name in words:
        try:
            await each([name], remove)
        except _Silent:
            continue
        except CommandFailed:
            kept.append(name)
    if kept:
        raise CommandFailed


class _Silent(Exception):
    """Gone already, which -f takes as done."""


@command(
    "wait",
    "CONTAINER [CONTAINER...]",
    "Block until one or more containers stop, then print their exit codes",
    words=(1, None),
)
async def wait(client: EngineClient, words: list[str]) -> None:
    async def ended(name: str) -> None:
        async with await client.wait(name) as pending:
            status = await pending.status()
        if status.error.message:
            raise CommandFailed(status.error.message)
        print(status.status_code, flush=True)

    await each(words, ended, show=False)


@command(
    "top",
    "CONTAINER [ps OPTIONS]",
    "Display the running processes of a container",
    words=(1, None),
    interspersed=False,
)
async def top(client: EngineClient, words: list[str]) -> None:
    listing = await client.top(words[0], " ".join(words[1:]))
    sys.stdout.write(render(listing.titles, listing.processes))


@command(
    "port",
    "CONTAINER [PRIVATE_PORT[/PROTO]]",
    "List port mappings or a specific mapping for the container",
    words=(1, 2),
)
async def port(client: EngineClient, words: list[str]) -> None:
    found = (await client.inspect_container(words[0]))["NetworkSettings"].get("Ports") or {}
    if len(words) == 2:
        number, _, protocol = words[1].partition("/")
        wanted = f"{number}/{protocol or 'tcp'}"
        bindings = found.get(wanted)
        if not bindings:
            raise CommandFailed(f"Error: No public port '{words[1]}' published for {words[0]}")
        for binding in bindings:
            print(_binding(binding))
        return
    lines = [
        f"{inside} -> {_binding(binding)}"
        for inside, bindings in found.items()
        for binding in bindings or ()
    ]
    for line in sorted(lines, key=_first_port):
        print(line)


def _first_port(line: str) -> tuple[int, str]:
    return int(line.partition("/")[0]), line


def _binding(binding: dict[str, str]) -> str:
    return f"{_bracketed(binding.get('HostIp', ''))}:{binding.get('HostPort', '')}"


@command(
    "diff",
    "CONTAINER",
    "Inspect changes to files or directories on a container's filesystem",
    words=(1, 1),
)
async def diff(client: EngineClient, words: list[str]) -> None:
    for change in await client.changes(words[0]):
        print(f"{'CAD'[change.kind] if change.kind in (0, 1, 2) else '?'} {change.path}")


@command(
    "commit",
    "[OPTIONS] CONTAINER [REPOSITORY[:TAG]]",
    "Create a new image from a container's changes",
    words=(1, 2),
)
@option(
    "author",
    "a",
    metavar="string",
    help='Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")',
)
@option("change", "c", metavar="list", help="Apply Dockerfile instruction to the created image")
@option("message", "m", metavar="string", help="Commit message")
@option("pause", "p", default=True, help="Pause container during commit (default true)")
async def commit(
    client: EngineClient,
    words: list[str],
    author: str,
    change: list[str],
    message: str,
    pause: bool,
) -> None:
    name = words[1] if len(words) == 2 else ""
    repo, _, tag = name.rpartition(":") if ":" in name.rpartition("/")[2] else (name, "", "")
    print(
        await client.commit(
            words[0],
            repo=repo,
            tag=tag,
            comment=message,
            author=author,
            pause=pause,
            changes=change,
        )
    )


@command(
    "export",
    "[OPTIONS] CONTAINER",
    "Export a container's filesystem as a tar archive",
    words=(1, 1),
)
@option("output", "o", metavar="string", help="Write to a file, instead of STDOUT")
async def export(client: EngineClient, words: list[str], output: str) -> None:
    await write_archive(client.export(words[0]), output)


@command(
    "update",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Update configuration of one or more containers",
    words=(1, None),
)
@option(
    "blkio-weight",
    metavar="uint16",
    help="Block IO (relative weight), between 10 and 1000, or 0 to disable (default 0)",
)
@option("cpu-period", metavar="int", help="Limit CPU CFS (Completely Fair Scheduler) period")
@option("cpu-quota", metavar="int", help="Limit CPU CFS (Completely Fair Scheduler) quota")
@option("cpu-shares", "c", metavar="int", help="CPU shares (relative weight)")
@option("cpus", metavar="decimal", help="Number of CPUs")
@option("cpuset-cpus", metavar="string", help="CPUs in which to allow execution (0-3, 0,1)")
@option("cpuset-mems", metavar="string", help="MEMs in which to allow execution (0-3, 0,1)")
@option("memory", "m", metavar="bytes", help="Memory limit")
@option("memory-reservation", metavar="bytes", help="Memory soft limit")
@option(
    "memory-swap",
    metavar="bytes",
    help="Swap limit equal to memory plus swap: -1 to enable unlimited swap",
)
@option("pids-limit", metavar="int", help="Tune container pids limit (set -1 for unlimited)")
@option("restart", metavar="string", help="Restart policy to apply when a container exits")
async def update(client: EngineClient, words: list[str], **limits: str | int | None) -> None:
    from davit_desktop.client.run_body import create_body
    from davit_desktop.client.run_command import parse_run

    argv = [
        f"--{name.replace('_', '-')}={value}"
        for name, value in limits.items()
        if value not in ("", 0, None)
    ]
    if not argv:
        raise CommandFailed("you must provide one or more flags when using this command")
    body = create_body(parse_run([*argv, "unused"]))["HostConfig"]
    del body["NetworkMode"]
    if not limits["restart"]:
        del body["RestartPolicy"]
    warnings: list[str] = []

    async def change(name: str) -> None:
        warnings.extend(await client.update(name, body))

    try:
        await each(words, change)
    finally:
        for warning in warnings:
            print(warning, file=sys.stderr)


@command("prune", "[OPTIONS]", "Remove all stopped containers")
@option("filter", metavar="filter", help='Provide filter values (e.g. "until=<timestamp>")')
@option("force", "f", help="Do not prompt for confirmation")
async def prune(client: EngineClient, words: list[str], filter: list[str], force: bool) -> None:
    filters = parse_filters(filter)
    question = (
        "WARNING! This will remove all stopped containers.\nAre you sure you want to continue?"
    )
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_containers(filters)
    if pruned.containers_deleted:
        print("Deleted Containers:", *pruned.containers_deleted, "", sep="\n")
    print(f"Total reclaimed space: {human_size(pruned.space_reclaimed)}")
