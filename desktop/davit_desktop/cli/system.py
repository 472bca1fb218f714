"""Commands on the engine as a whole: version, info, events, system df, system prune."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from davit_desktop.cli.command import command, option
from davit_desktop.cli.each import confirmed
from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.inspect import filled, template_of
from davit_desktop.cli.listing import FORMAT_HELP, listed
from davit_desktop.cli.template import to_json
from davit_desktop.cli.times import iso_local, unix_time
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ClientError, EngineUnreachable
from davit_desktop.client.types import Event, Json
from davit_desktop.client.units import human_memory, human_size

_FORMAT = option(
    "format",
    "f",
    metavar="string",
    help="Format output using a custom template: 'json', or TEMPLATE in Go's language",
)


def own_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("davit-desktop")
    except PackageNotFoundError:
        return "unpackaged"


@command("version", "[OPTIONS]", "Show the version information")
@_FORMAT
async def version(client: EngineClient, words: list[str], format: str) -> None:
    server: Json | None = None
    failure: ClientError | None = None
    api = ""
    try:
        server = await client.version()
        api = await client.api_version()
    except ClientError as error:
        failure = error
    own = {
        "Version": own_version(),
        "ApiVersion": api or "1.45",
        "DefaultAPIVersion": "1.45",
        "Os": _platform()[0],
        "Arch": _platform()[1],
        "PythonVersion": sys.version.partition(" ")[0],
        "Host": client.host,
    }
    document: Json = {"Client": own, "Server": server}
    template = template_of(format)
    if format == "json":
        print(to_json(document))
    elif template is not None:
        print(filled(template, document))
    else:
        print(_version_text(own, server))
    if failure is not None:
        sys.stdout.flush()
        raise CommandFailed(worded(failure))


def _platform() -> tuple[str, str]:
    from davit_desktop import this_computer

    machine = this_computer.machine()
    return this_computer.system(), {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)


def _version_text(own: Mapping[str, str], server: Json | None) -> str:
    lines = [
        "Client: Davit",
        f" Version:           {own['Version']}",
        f" API version:       {own['ApiVersion']}",
        f" Python version:    {own['PythonVersion']}",
        f" OS/Arch:           {own['Os']}/{own['Arch']}",
        f" Host:              {own['Host']}",
    ]
    if server is None:
        return "\n".join(lines)
    platform = (server.get("Platform") or {}).get("Name", "")
    lines += ["", f"Server: {platform}".rstrip()]
    components = server.get("Components") or [{"Name": "Engine", **server}]
    for component in components:
        details = {**(component.get("Details") or {})}
        lines.append(f" {component.get('Name', 'Engine')}:")
        lines.append(f"  {'Version:':<17} {component.get('Version', '')}".rstrip())
        if "ApiVersion" in details:
            minimum = details.pop("MinAPIVersion", server.get("MinAPIVersion", ""))
            api = f"{details.pop('ApiVersion')} (minimum version {minimum})"
            lines.append(f"  {'API version:':<17} {api}")
        if "Os" in details:
            lines.append(f"  {'OS/Arch:':<17} {details.pop('Os')}/{details.pop('Arch', '')}")
        names = {"GoVersion": "Go version", "GitCommit": "Git commit", "BuildTime": "Built"}
        for key, value in details.items():
            lines.append(f"  {names.get(key, key) + ':':<17} {value}".rstrip())
    return "\n".join(lines)


_INFO = (
    # label, key in the answer
    ("Server Version", "ServerVersion"),
    ("Storage Driver", "Driver"),
    ("Logging Driver", "LoggingDriver"),
    ("Cgroup Driver", "CgroupDriver"),
    ("Cgroup Version", "CgroupVersion"),
    ("Default Runtime", "DefaultRuntime"),
    ("Kernel Version", "KernelVersion"),
    ("Operating System", "OperatingSystem"),
    ("OSType", "OSType"),
    ("Architecture", "Architecture"),
    ("CPUs", "NCPU"),
    ("Total Memory", "MemTotal"),
    ("Name", "Name"),
    ("ID", "ID"),
    ("Docker Root Dir", "DockerRootDir"),
    ("HTTP Proxy", "HttpProxy"),
    ("HTTPS Proxy", "HttpsProxy"),
    ("No Proxy", "NoProxy"),
    ("Live Restore Enabled", "LiveRestoreEnabled"),
)


@command("info", "[OPTIONS]", "Display system-wide information")
@_FORMAT
async def info(client: EngineClient, words: list[str], format: str) -> None:
    template = template_of(format)
    try:
        document = await client.info()
    except EngineUnreachable as error:
        if not format:
            print(f"Client: Davit\n Version:    {own_version()}\n\nServer:", flush=True)
        raise CommandFailed(worded(error)) from error
    if format == "json":
        print(to_json(document))
    elif template is not None:
        print(filled(template, {**document, "ClientInfo": {"Version": own_version()}}))
    else:
        print("\n".join(_info_lines(client.host, document)))
    if not format:
        for warning in document.get("Warnings") or ():
            print(warning, file=sys.stderr)


def _info_lines(host: str, document: Json) -> list[str]:
    lines = [
        "Client: Davit",
        f" Version:    {own_version()}",
        f" Host:       {host}",
        "",
        "Server:",
    ]
    lines.append(f" Containers: {document.get('Containers', 0)}")
    for state in ("Running", "Paused", "Stopped"):
        lines.append(f"  {state}: {document.get(f'Containers{state}', 0)}")
    lines.append(f" Images: {document.get('Images', 0)}")
    for label, key in _INFO:
        value = document.get(key)
        if value in (None, ""):
            continue
        if key == "MemTotal":
            value = human_memory(int(value))
        elif isinstance(value, bool):
            value = str(value).lower()
        lines.append(f" {label}: {value}")
        if key == "Driver":
            lines += [f"  {name}: {text}" for name, text in document.get("DriverStatus") or ()]
    runtimes = document.get("Runtimes") or {}
    if runtimes:
        lines.append(f" Runtimes: {' '.join(sorted(runtimes))}")
    if options := document.get("SecurityOptions"):
        lines.append(" Security Options:")
        lines += [f"  {str(option).removeprefix('name=')}" for option in options]
    insecure = (document.get("RegistryConfig") or {}).get("InsecureRegistryCIDRs") or ()
    if insecure:
        lines.append(" Insecure Registries:")
        lines += [f"  {network}" for network in insecure]
    return lines


@command("events", "[OPTIONS]", "Get real time events from the server")
@option("filter", "f", metavar="filter", help="Filter output based on conditions provided")
@option("format", metavar="string", help="Format output: 'json', or TEMPLATE in Go's language")
@option("since", metavar="string", help="Show all events created since timestamp")
@option("until", metavar="string", help="Stream events until this timestamp")
async def events(
    client: EngineClient, words: list[str], filter: list[str], format: str, since: str, until: str
) -> None:
    now = datetime.now(UTC).astimezone()
    template = template_of("{{json .}}" if format == "json" else format)
    news = client.events(
        unix_time(since, now, "since"), unix_time(until, now, "until"), parse_filters(filter)
    )
    async for event in news:
        print(
            event_line(event) if template is None else filled(template, _event_json(event)),
            flush=True,
        )


def _event_json(event: Event) -> Json:
    import msgspec

    document: Json = msgspec.json.decode(msgspec.json.encode(event))
    if event.type == "container":  # the spelling before API 1.22, which scripts still read
        extra = {"status": event.action, "id": event.actor.id}
        extra["from"] = event.actor.attributes.get("image", "")
        document = {**extra, **document}
    return document


def event_line(event: Event) -> str:
    """ "2026-11-21T12:09:08.000000000Z container start 85063ddd… (image=busybox, name=web)"."""
    stamp = iso_local(event.time_nano or event.time * 1_000_000_000)
    attributes = ", ".join(f"{k}={v}" for k, v in sorted(event.actor.attributes.items()))
    text = f"{stamp} {event.type} {event.action} {event.actor.id}"
    return f"{text} ({attributes})" if attributes else text


_DF_HEADERS = {
    "Type": "TYPE",
    "TotalCount": "TOTAL",
    "Active": "ACTIVE",
    "Size": "SIZE",
    "Reclaimable": "RECLAIMABLE",
}


@command("df", "[OPTIONS]", "Show docker disk usage")
@option("format", metavar="string", help=FORMAT_HELP)
async def df(client: EngineClient, words: list[str], format: str) -> None:
    sys.stdout.write(listed(format, _DF_HEADERS, tuple(_DF_HEADERS), disk_rows(await client.df())))


def disk_rows(usage: Json) -> list[dict[str, str]]:
    """The rows of `system df` from the engine's answer."""
    images = usage.get("Images") or []
    containers = usage.get("Containers") or []
    volumes = usage.get("Volumes") or []
    builds = usage.get("BuildCache") or []
    layers = int(usage.get("LayersSize") or 0)
    used = [image for image in images if int(image.get("Containers") or 0) > 0]
    held = sum(
        image["Size"] - image["SharedSize"]
        for image in used
        if image.get("Size", -1) != -1 and image.get("SharedSize", -1) != -1
    )
    running = [c for c in containers if c.get("State") in ("running", "paused", "restarting")]
    busy = [volume for volume in volumes if _usage(volume, "RefCount") > 0]
    in_use = [build for build in builds if build.get("InUse")]
    writable = _sum(containers, "SizeRw")
    stored = sum(max(_usage(volume, "Size"), 0) for volume in volumes)
    cached = sum(int(b.get("Size") or 0) for b in builds if not b.get("Shared"))
    return [
        _disk_row("Images", images, used, layers, max(layers - held, 0)),
        _disk_row("Containers", containers, running, writable, writable - _sum(running, "SizeRw")),
        _disk_row(
            "Local Volumes",
            volumes,
            busy,
            stored,
            stored - sum(max(_usage(volume, "Size"), 0) for volume in busy),
        ),
        _disk_row(
            "Build Cache",
            builds,
            in_use,
            cached,
            cached - sum(int(b.get("Size") or 0) for b in in_use if not b.get("Shared")),
            percent=False,
        ),
    ]


def _disk_row(
    kind: str,
    everything: Sequence[Any],
    active: Sequence[Any],
    size: int,
    free: int,
    *,
    percent: bool = True,
) -> dict[str, str]:
    share = f" ({free * 100 // size}%)" if size > 0 and percent else ""
    return {
        "Type": kind,
        "TotalCount": str(len(everything)),
        "Active": str(len(active)),
        "Size": human_size(size),
        "Reclaimable": human_size(free) + share,
    }


def _sum(items: Sequence[Json], key: str) -> int:
    return sum(int(item.get(key) or 0) for item in items)


def _usage(volume: Json, key: str) -> int:
    return int((volume.get("UsageData") or {}).get(key) or 0)


@command("prune", "[OPTIONS]", "Remove unused data")
@option("all", "a", help="Remove all unused images not just dangling ones")
@option("filter", metavar="filter", help='Provide filter values (e.g. "label=<key>=<value>")')
@option("force", "f", help="Do not prompt for confirmation")
@option("volumes", help="Prune anonymous volumes")
async def prune(
    client: EngineClient,
    words: list[str],
    all: bool,
    filter: list[str],
    force: bool,
    volumes: bool,
) -> None:
    from davit_desktop.cli.images import print_deleted

    filters = parse_filters(filter)
    if volumes and "until" in filters:
        raise CommandFailed('ERROR: The "until" filter is not supported with "--volumes"')
    parts = ["all stopped containers", "all networks not used by at least one container"]
    if volumes:
        parts.append("all anonymous volumes not used by at least one container")
    parts.append(
        "all images without at least one container associated to them"
        if all
        else "all dangling images"
    )
    parts.append("unused build cache")
    listing = "\n".join(f"  - {part}" for part in parts)
    question = f"WARNING! This will remove:\n{listing}\n\nAre you sure you want to continue?"
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_containers(filters)
    reclaimed = pruned.space_reclaimed
    if pruned.containers_deleted:
        print("Deleted Containers:", *pruned.containers_deleted, "", sep="\n")
    pruned = await client.prune_networks(filters)
    if pruned.networks_deleted:
        print("Deleted Networks:", *pruned.networks_deleted, "", sep="\n")
    if volumes:
        pruned = await client.prune_volumes(filters)
        reclaimed += pruned.space_reclaimed
        if pruned.volumes_deleted:
            print("Deleted Volumes:", *pruned.volumes_deleted, "", sep="\n")
    pruned = await client.prune_images({**filters, "dangling": ["false" if all else "true"]})
    reclaimed += pruned.space_reclaimed
    print_deleted(pruned.images_deleted)
    reclaimed += await _prune_builds(client, all)
    print(f"Total reclaimed space: {human_size(reclaimed)}")


async def _prune_builds(client: EngineClient, all: bool) -> int:
    """An engine without a builder has no such route, and nothing to prune."""
    from davit_desktop.client.errors import ApiError

    try:
        pruned = await client.prune_builds(all=all)
    except ApiError as error:
        if error.status in (404, 501):
            return 0
        raise
    if pruned.caches_deleted:
        print("Deleted build cache objects:", *pruned.caches_deleted, "", sep="\n")
    return pruned.space_reclaimed
