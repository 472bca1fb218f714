"""`davit volume`."""

from __future__ import annotations

import sys

from davit_desktop.cli.command import command, option
from davit_desktop.cli.each import confirmed, each
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.inspect import inspected
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.types import Volume
from davit_desktop.client.units import human_size

_HEADERS = {
    "Driver": "DRIVER",
    "Name": "VOLUME NAME",
    "Scope": "SCOPE",
    "Mountpoint": "MOUNTPOINT",
    "Labels": "LABELS",
    "Links": "LINKS",
    "Size": "SIZE",
    "Availability": "AVAILABILITY",
    "Group": "GROUP",
    "Status": "STATUS",
}


@command("ls", "[OPTIONS]", "List volumes")
@option("filter", "f", metavar="filter", help='Provide filter values (e.g. "dangling=true")')
@option("format", metavar="string", help=FORMAT_HELP)
@option("quiet", "q", help="Only display volume names")
async def ls(
    client: EngineClient, words: list[str], filter: list[str], format: str, quiet: bool
) -> None:
    found = sorted(await client.volumes(parse_filters(filter)), key=lambda volume: volume.name)
    if quiet and format in ("", "table"):
        for volume in found:
            print(volume.name)
        return
    sys.stdout.write(listed(format, _HEADERS, ("Driver", "Name"), [_row(v) for v in found]))


def _row(volume: Volume) -> Row:
    usage = volume.usage_data
    return {
        "Driver": volume.driver,
        "Name": volume.name,
        "Scope": volume.scope,
        "Mountpoint": volume.mountpoint,
        "Labels": ",".join(f"{key}={value}" for key, value in volume.labels.items()),
        "Label": lambda name: volume.labels.get(name, ""),
        "Links": "N/A" if usage.ref_count < 0 else str(usage.ref_count),
        "Size": "N/A" if usage.size < 0 else human_size(usage.size),
        "Availability": "N/A",
        "Group": "N/A",
        "Status": "N/A",
    }


@command("create", "[OPTIONS] [VOLUME]", "Create a volume", words=(0, 1))
@option("driver", "d", metavar="string", help='Specify volume driver name (default "local")')
@option("label", metavar="list", help="Set metadata for a volume")
@option("name", metavar="string")
@option("opt", "o", metavar="list", help="Set driver specific options (default map[])")
async def create(
    client: EngineClient, words: list[str], driver: str, label: list[str], name: str, opt: list[str]
) -> None:
    if words and name:
        raise CommandFailed("conflicting options: cannot specify a volume-name through both")
    volume = await client.create_volume(
        words[0] if words else name, driver, options=pairs(opt), labels=pairs(label)
    )
    print(volume.name)


def pairs(texts: list[str]) -> dict[str, str]:
    """key=value words as a dictionary; a bare key has an empty value."""
    return {key: value for key, _, value in (text.partition("=") for text in texts)}


@command(
    "inspect",
    "[OPTIONS] VOLUME [VOLUME...]",
    "Display detailed information on one or more volumes",
    words=(1, None),
)
@option(
    "format",
    "f",
    metavar="string",
    help="Format output using a custom template: 'json' or TEMPLATE",
)
async def inspect(client: EngineClient, words: list[str], format: str) -> None:
    await inspected(words, client.inspect_volume, format)


@command("rm", "[OPTIONS] VOLUME [VOLUME...]", "Remove one or more volumes", words=(1, None))
@option("force", "f", help="Force the removal of one or more volumes")
async def rm(client: EngineClient, words: list[str], force: bool) -> None:
    await each(words, lambda name: client.remove_volume(name, force=force))


@command("prune", "[OPTIONS]", "Remove unused local volumes")
@option("all", "a", help="Remove all unused volumes, not just anonymous ones")
@option("filter", metavar="filter", help='Provide filter values (e.g. "label=<label>")')
@option("force", "f", help="Do not prompt for confirmation")
async def prune(
    client: EngineClient, words: list[str], all: bool, filter: list[str], force: bool
) -> None:
    filters = parse_filters(filter)
    if all:
        filters["all"] = ["true"]
    kind = "all" if all else "anonymous"
    question = (
        f"WARNING! This will remove {kind} local volumes not used by at least one container.\n"
        "Are you sure you want to continue?"
    )
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_volumes(filters)
    if pruned.volumes_deleted:
        print("Deleted Volumes:", *pruned.volumes_deleted, "", sep="\n")
    print(f"Total reclaimed space: {human_size(pruned.space_reclaimed)}")
