"""Commands on images: images, pull, push, rmi, tag, history, save, load, import, prune."""

from __future__ import annotations

import sys
from time import time

from davit_desktop.cli.archives import chunks_of, opened, write_archive
from davit_desktop.cli.command import command, option
from davit_desktop.cli.each import confirmed
from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.cli.filters import parse as parse_filters
from davit_desktop.cli.listing import FORMAT_HELP, Row, listed
from davit_desktop.cli.progress import show
from davit_desktop.cli.pulling import auth_for, named, pull_with_progress
from davit_desktop.cli.table import shortened
from davit_desktop.cli.times import iso_utc, local_stamp
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError
from davit_desktop.client.types import DeletedImage, HistoryLayer, ImageSummary
from davit_desktop.client.units import human_duration, human_size, human_size_3

_NONE = "<none>"
_HEADERS = {
    "Repository": "REPOSITORY",
    "Tag": "TAG",
    "Digest": "DIGEST",
    "ID": "IMAGE ID",
    "CreatedSince": "CREATED",
    "CreatedAt": "CREATED AT",
    "Size": "SIZE",
    "SharedSize": "SHARED SIZE",
    "UniqueSize": "UNIQUE SIZE",
    "VirtualSize": "SIZE",
    "Containers": "CONTAINERS",
}


@command("images", "[OPTIONS] [REPOSITORY[:TAG]]", "List images", words=(0, 1))
@option("all", "a", help="Show all images (default hides intermediate images)")
@option("digests", help="Show digests")
@option("filter", "f", metavar="filter", help="Filter output based on conditions provided")
@option("format", metavar="string", help=FORMAT_HELP)
@option("no-trunc", help="Don't truncate output")
@option("quiet", "q", help="Only show image IDs")
async def images(
    client: EngineClient,
    words: list[str],
    all: bool,
    digests: bool,
    filter: list[str],
    format: str,
    no_trunc: bool,
    quiet: bool,
) -> None:
    filters = parse_filters(filter)
    if words:
        filters.setdefault("reference", []).append(words[0])
    found = await client.images(all=all, filters=filters)
    wants_digest = digests or ".Digest" in format
    now = time()
    rows = [
        row
        for image in found
        for row in image_rows(image, now, digests=wants_digest, no_trunc=no_trunc)
    ]
    if quiet and format in ("", "table"):
        for row in rows:
            print(row["ID"])
        return
    columns = ["Repository", "Tag", "ID", "CreatedSince", "Size"]
    if digests:
        columns.insert(2, "Digest")
    sys.stdout.write(listed(format, _HEADERS, columns, rows))


def image_rows(image: ImageSummary, now: float, *, digests: bool, no_trunc: bool) -> list[Row]:
    """A row for each name of an image; an image without a name has one too."""
    by_repository = {
        digest.partition("@")[0]: digest.partition("@")[2] for digest in image.repo_digests
    }
    names: list[tuple[str, str, str]] = []
    for name in image.repo_tags:
        repository, _, tag = name.rpartition(":")
        if repository != _NONE:
            digest = by_repository.get(repository, _NONE) if digests else _NONE
            names.append((repository, tag, digest))
    tagged = {name[0] for name in names}
    for repository, digest in by_repository.items():
        if repository not in tagged and repository != _NONE:
            names.append((repository, _NONE, digest if digests else _NONE))
    short = image.id if no_trunc else image.id.removeprefix("sha256:")[:12]
    unique = image.size - image.shared_size
    common = {
        "ID": short,
        "CreatedSince": f"{human_duration(now - image.created)} ago",
        "CreatedAt": local_stamp(image.created),
        "Size": human_size_3(image.size),
        "VirtualSize": human_size(image.size),
        "SharedSize": "N/A" if image.shared_size < 0 else human_size(image.shared_size),
        "UniqueSize": "N/A" if image.shared_size < 0 else human_size(unique),
        "Containers": "N/A" if image.containers < 0 else str(image.containers),
    }
    return [
        {"Repository": repository, "Tag": tag, "Digest": digest, **common}
        for repository, tag, digest in names or [(_NONE, _NONE, _NONE)]
    ]


@command("pull", "[OPTIONS] NAME[:TAG|@DIGEST]", "Download an image from a registry", words=(1, 1))
@option("all-tags", "a", help="Download all tagged images in the repository")
@option("disable-content-trust", default=True)
@option("platform", metavar="string", help="Set platform if server is multi-platform capable")
@option("quiet", "q", help="Suppress verbose output")
async def pull(
    client: EngineClient,
    words: list[str],
    all_tags: bool,
    disable_content_trust: bool,
    platform: str,
    quiet: bool,
) -> None:
    reference = named(words[0])
    if all_tags and (reference.tag or reference.digest):
        raise CommandFailed("tag can't be used with --all-tags/-a")
    if not all_tags and reference != reference.tagged():
        reference = reference.tagged()
        if not quiet:
            print(f"Using default tag: {reference.tag}", flush=True)
    await pull_with_progress(
        client, words[0], platform, quiet=quiet, all_tags=all_tags, out=sys.stdout
    )
    print(reference.full())


@command("push", "[OPTIONS] NAME[:TAG]", "Upload an image to a registry", words=(1, 1))
@option("all-tags", "a", help="Push all tags of an image to the repository")
@option("disable-content-trust", default=True)
@option("quiet", "q", help="Suppress verbose output")
async def push(
    client: EngineClient,
    words: list[str],
    all_tags: bool,
    disable_content_trust: bool,
    quiet: bool,
) -> None:
    reference = named(words[0])
    if all_tags and (reference.tag or reference.digest):
        raise CommandFailed("tag can't be used with --all-tags/-a")
    if not all_tags and reference != reference.tagged():
        reference = reference.tagged()
        if not quiet:
            print(f"Using default tag: {reference.tag}", flush=True)
    lines = client.push(reference.familiar(), auth_for(reference.registry), all_tags=all_tags)
    await show(lines, quiet=quiet)
    if quiet:
        print(reference.full())


@command("rmi", "[OPTIONS] IMAGE [IMAGE...]", "Remove one or more images", words=(1, None))
@option("force", "f", help="Force removal of the image")
@option("no-prune", help="Do not delete untagged parents")
async def rmi(client: EngineClient, words: list[str], force: bool, no_prune: bool) -> None:
    failures: list[ApiError] = []
    for name in words:
        try:
            steps = await client.remove_image(name, force=force, prune=not no_prune)
        except ApiError as error:
            failures.append(error)
            continue
        for step in steps:
            print(f"Deleted: {step.deleted}" if step.deleted else f"Untagged: {step.untagged}")
    if failures:
        message = "\n".join(map(worded, failures))
        # With -f an image that is not there is said, but is no failure.
        forgiven = force and all(error.status == 404 for error in failures)
        sys.stdout.flush()
        raise CommandFailed(message, 0 if forgiven else 1)


@command(
    "tag",
    "SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]",
    "Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE",
    words=(2, 2),
)
async def tag(client: EngineClient, words: list[str]) -> None:
    try:
        target = named(words[1])
    except CommandFailed as error:
        raise CommandFailed(
            f'Error parsing reference: "{words[1]}" is not a valid repository/tag: {error}'
        ) from error
    if target.digest:
        raise CommandFailed("refusing to create a tag with a digest reference")
    await client.tag(words[0], target.familiar_name(), target.tag or "latest")


_HISTORY_HEADERS = {
    "ID": "IMAGE",
    "CreatedSince": "CREATED",
    "CreatedAt": "CREATED AT",
    "CreatedBy": "CREATED BY",
    "Size": "SIZE",
    "Comment": "COMMENT",
}


@command("history", "[OPTIONS] IMAGE", "Show the history of an image", words=(1, 1))
@option("format", metavar="string", help=FORMAT_HELP)
@option(
    "human",
    "H",
    default=True,
    help="Print sizes and dates in human readable format (default true)",
)
@option("no-trunc", help="Don't truncate output")
@option("quiet", "q", help="Only show image IDs")
async def history(
    client: EngineClient, words: list[str], format: str, human: bool, no_trunc: bool, quiet: bool
) -> None:
    now = time()
    layers = await client.history(words[0])
    rows = [history_row(layer, now, human=human, no_trunc=no_trunc) for layer in layers]
    if quiet and format in ("", "table"):
        for row in rows:
            print(row["ID"])
        return
    created = "CreatedSince" if human else "CreatedAt"
    columns = ("ID", created, "CreatedBy", "Size", "Comment")
    sys.stdout.write(listed(format, _HISTORY_HEADERS, columns, rows))


def history_row(layer: HistoryLayer, now: float, *, human: bool, no_trunc: bool) -> Row:
    since = f"{human_duration(now - layer.created)} ago"
    by = layer.created_by.replace("\t", " ")
    return {
        "ID": layer.id
        if no_trunc
        else layer.id.removeprefix("sha256:")[:12]
        if layer.id != "<missing>"
        else layer.id,
        "CreatedSince": since if layer.created > 0 else "N/A",
        "CreatedAt": iso_utc(layer.created) if layer.created > 0 else "N/A",
        "CreatedBy": by if no_trunc else shortened(by, 45),
        "Size": human_size_3(layer.size) if human else str(layer.size),
        "Comment": layer.comment,
    }


@command(
    "save",
    "[OPTIONS] IMAGE [IMAGE...]",
    "Save one or more images to a tar archive (streamed to STDOUT by default)",
    words=(1, None),
)
@option("output", "o", metavar="string", help="Write to a file, instead of STDOUT")
async def save(client: EngineClient, words: list[str], output: str) -> None:
    await write_archive(client.save(words), output)


@command("load", "[OPTIONS]", "Load an image from a tar archive or STDIN")
@option("input", "i", metavar="string", help="Read from tar archive file, instead of STDIN")
@option("quiet", "q", help="Suppress the load output")
async def load(client: EngineClient, words: list[str], input: str, quiet: bool) -> None:
    if not input and sys.stdin.isatty():
        raise CommandFailed("requested load from stdin, but stdin is empty")
    with opened(input) as file:
        await show(client.load(chunks_of(file), quiet=quiet or not sys.stdout.isatty()))


@command(
    "import",
    "[OPTIONS] file|URL|- [REPOSITORY[:TAG]]",
    "Import the contents from a tarball to create a filesystem image",
    words=(1, 2),
)
@option("change", "c", metavar="list", help="Apply Dockerfile instruction to the created image")
@option("message", "m", metavar="string", help="Set commit message for imported image")
@option("platform", metavar="string", help="Set platform if server is multi-platform capable")
async def import_(
    client: EngineClient, words: list[str], change: list[str], message: str, platform: str
) -> None:
    reference = named(words[1]) if len(words) == 2 else None
    repo = reference.familiar_name() if reference else ""
    tag = reference.tag if reference else ""
    if words[0].startswith(("http://", "https://")):
        await show(client.import_image(None, words[0], repo, tag, message, change, platform))
        return
    with opened(words[0]) as file:
        await show(client.import_image(chunks_of(file), "-", repo, tag, message, change, platform))


@command("prune", "[OPTIONS]", "Remove unused images")
@option("all", "a", help="Remove all unused images, not just dangling ones")
@option("filter", metavar="filter", help='Provide filter values (e.g. "until=<timestamp>")')
@option("force", "f", help="Do not prompt for confirmation")
async def prune(
    client: EngineClient, words: list[str], all: bool, filter: list[str], force: bool
) -> None:
    filters = parse_filters(filter)
    filters["dangling"] = ["false" if all else "true"]
    what = (
        "all images without at least one container associated to them"
        if all
        else "all dangling images"
    )
    question = f"WARNING! This will remove {what}.\nAre you sure you want to continue?"
    if not confirmed(question, force=force):
        return
    pruned = await client.prune_images(filters)
    print_deleted(pruned.images_deleted)
    print(f"Total reclaimed space: {human_size(pruned.space_reclaimed)}")


def print_deleted(steps: tuple[DeletedImage, ...]) -> None:
    if steps:
        print("Deleted Images:")
        for step in steps:
            print(f"deleted: {step.deleted}" if step.deleted else f"untagged: {step.untagged}")
        print()
