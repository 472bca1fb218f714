"""/davit/v1/images: what the window asks of images that Docker's API has no words for.

    GET /davit/v1/images/tags?name=NAME    the tags that a registry has of a repository
    GET /davit/v1/images/reclaimable       what a prune would delete now; all=1 also what has names
    GET /davit/v1/images/{name}/files      what each layer adds, changes, removes and wastes

The first takes credentials in X-Registry-Auth and answers {"Name": …, "Tags": […]}, the second
{"Images": [ids], "Size": bytes that come free}. The third streams JSON lines, each with a Type:
`layer` before the `file`s of that layer, then what is `wasted`, largest first, and one `end` with
the sums. A reader that sees no `end` has not all. Of very large images some lines are left out;
the sums are always of everything.
"""

from collections.abc import AsyncGenerator, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from aiohttp import web

from davit_engine.api import wire
from davit_engine.api.call import Call, Route, answer
from davit_engine.api.images import registry_auth
from davit_engine.api.streams import respond
from davit_engine.archive.entry import Kind
from davit_engine.errors import InvalidParameter
from davit_engine.images.layer_files import Difference, Pile
from davit_engine.images.layer_reading import LayerFiles
from davit_engine.images.records import Image
from davit_engine.lookup import Filters

FILES_MAX: Final = 200_000
WASTED_MAX: Final = 20_000
_TOGETHER: Final = 500
"""Lines encoded before others have their turn."""

_KINDS: Final = {
    Kind.FILE: "file",
    Kind.HARDLINK: "hardlink",
    Kind.SYMLINK: "symlink",
    Kind.DIRECTORY: "folder",
    Kind.CHARACTER: "device",
    Kind.BLOCK: "device",
    Kind.FIFO: "pipe",
}


async def tags(call: Call) -> web.StreamResponse:
    name = call.text("name")
    if not name:
        raise InvalidParameter("no repository is named: use ?name=NAME, as name=library/busybox")
    bare, found = await call.engine.images.tags(name, registry_auth(call))
    return answer({"Name": bare, "Tags": list(found)})


async def reclaimable(call: Call) -> web.StreamResponse:
    filters = Filters({"dangling": ("false",)}) if call.flag("all") else Filters()
    images, size = call.engine.images.reclaimable(filters)
    return answer({"Images": [image.id for image in images], "Size": size})


async def files(call: Call) -> web.StreamResponse:
    image = call.engine.images.get(call.name)
    return await respond(call, _lines(call, image), "application/x-ndjson", wait_for_first=True)


async def _lines(call: Call, image: Image) -> AsyncGenerator[bytes, None]:
    pile = Pile()
    number = sent = left_out = 0
    reading = call.engine.images.layers(image, pile)
    try:
        async for layer in reading:
            room = max(0, FILES_MAX - sent)
            shown = layer.differences[:room]
            sent += len(shown)
            left_out += len(layer.differences) - len(shown)
            yield wire.encode(_head(number, layer, pile))
            for lines in _batches(_files(number, shown)):
                yield lines
            number += 1
    finally:
        await reading.aclose()
    worst = sorted(pile.wasted, key=lambda wasted: -wasted.size)
    for lines in _batches(
        {
            "Type": "wasted",
            "Path": name_of(wasted.path),
            "Layer": wasted.layer,
            "By": wasted.by,
            "Size": wasted.size,
        }
        for wasted in worst[:WASTED_MAX]
    ):
        yield lines
    in_layers = [0] * number
    for wasted in worst:
        in_layers[wasted.layer] += wasted.size
    yield wire.encode(
        {
            "Type": "end",
            "Size": sum(pile.held),
            "Wasted": sum(in_layers),
            "WastedIn": in_layers,
            "LeftOut": left_out + max(0, len(worst) - WASTED_MAX),
        }
    )


def _head(number: int, layer: LayerFiles, pile: Pile) -> dict[str, Any]:
    return {
        "Type": "layer",
        "Layer": number,
        "DiffId": layer.layer.diff_id,
        "Digest": layer.layer.blob.digest,
        "Size": pile.held[number],
        "CreatedBy": layer.created_by,
    }


def _files(number: int, differences: Sequence[Difference]) -> Iterator[dict[str, Any]]:
    for difference in differences:
        line: dict[str, Any] = {
            "Type": "file",
            "Layer": number,
            "Path": name_of(difference.path),
            "Change": str(difference.change),
            "Kind": _KINDS[difference.kind],
            "Mode": difference.mode,
            "Size": difference.size,
        }
        if difference.link:
            line["Link"] = difference.link.decode(errors="backslashreplace")
        if difference.hidden:
            line["Hidden"] = difference.hidden
        yield line


def _batches(lines: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    while together := b"".join(map(wire.encode, islice(lines, _TOGETHER))):
        yield together


def name_of(path: bytes) -> str:
    """A path as JSON can tell it; bytes that are no UTF-8 are spelled out."""
    return "/" + path.decode(errors="backslashreplace")


ROUTES: Final = (
    Route("GET", "/davit/v1/images/tags", tags),
    Route("GET", "/davit/v1/images/reclaimable", reclaimable),
    Route("GET", "/davit/v1/images/{name}/files", files),
)
