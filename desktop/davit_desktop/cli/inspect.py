"""`davit inspect`, and inspect of containers and images."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed, worded
from davit_desktop.cli.template import Template, TemplateError, to_json
from davit_desktop.client.engine import EngineClient
from davit_desktop.client.errors import ApiError, NotFound
from davit_desktop.client.types import Json

Inspect = Callable[[str], Awaitable[Json]]

_FORMAT_HELP = "Format output using a custom template: 'json', or TEMPLATE in Go's language"
_TYPES = ("container", "image", "network", "volume")


@command(
    "inspect",
    "[OPTIONS] NAME|ID [NAME|ID...]",
    "Return low-level information on objects",
    words=(1, None),
)
@option("format", "f", metavar="string", help=_FORMAT_HELP)
@option("size", "s", help="Display total file sizes if the type is container")
@option("type", metavar="string", help="Only inspect objects of the given type")
async def inspect(
    client: EngineClient, words: list[str], format: str, size: bool, type: str
) -> None:
    calls: dict[str, Inspect] = {
        "container": lambda name: client.inspect_container(name, size=size),
        "image": client.inspect_image,
        "network": client.inspect_network,
        "volume": client.inspect_volume,
    }
    if type and type not in _TYPES:
        raise CommandFailed(f'unknown type: "{type}": must be one of {", ".join(_TYPES)}')

    async def any_of(name: str) -> Json:
        for kind in [type] if type else _TYPES:
            try:
                return await calls[kind](name)
            except NotFound:
                if type:
                    raise
        raise CommandFailed(f"Error: No such object: {name}")

    await inspected(words, any_of, format)


@command(
    "inspect",
    "[OPTIONS] CONTAINER [CONTAINER...]",
    "Display detailed information on one or more containers",
    words=(1, None),
)
@option("format", "f", metavar="string", help=_FORMAT_HELP)
@option("size", "s", help="Display total file sizes")
async def container_inspect(
    client: EngineClient, words: list[str], format: str, size: bool
) -> None:
    await inspected(words, lambda name: client.inspect_container(name, size=size), format)


@command(
    "inspect",
    "[OPTIONS] IMAGE [IMAGE...]",
    "Display detailed information on one or more images",
    words=(1, None),
)
@option("format", "f", metavar="string", help=_FORMAT_HELP)
async def image_inspect(client: EngineClient, words: list[str], format: str) -> None:
    await inspected(words, client.inspect_image, format)


async def inspected(names: Sequence[str], call: Inspect, format: str) -> None:
    """Prints what was found, then what was not. Raises CommandFailed if anything was missing."""
    template = template_of(format)
    found: list[Json] = []
    failures: list[str] = []
    for name in names:
        try:
            document = await call(name)
        except (ApiError, CommandFailed) as error:
            failures.append(worded(error) if isinstance(error, ApiError) else str(error))
            continue
        found.append(document)
        if template is not None:
            print(filled(template, document))
    if format == "json":
        for document in found:
            print(to_json(document))
    elif template is None:
        print(msgspec.json.format(msgspec.json.encode(found), indent=4).decode())
    elif not found:
        print()
    if failures:
        sys.stdout.flush()
        raise CommandFailed("\n".join(failures))


def template_of(format: str) -> Template | None:
    """None for JSON. Raises CommandFailed for a template that cannot be read."""
    if format in ("", "json"):
        return None
    try:
        return Template(format.replace("\\t", "\t").replace("\\n", "\n"))
    except TemplateError as error:
        raise CommandFailed(str(error), 64) from error


def filled(template: Template, value: Json) -> str:
    try:
        return template.render(value)
    except TemplateError as error:
        raise CommandFailed(f"template parsing error: {error}") from error
