"""/davit/v1/containers/{name}/files: single files and folders of a container, running or stopped.

Davit's own, beside Docker's archives, which carry whole trees only.

    GET    ?path=/etc&after=&limit=1000   a folder: {"Entries": [...], "More": true}
    PUT    ?path=/etc/motd&size=&mtime=   the body becomes the content of that regular file
    POST   ?path=/etc/motd&name=note      a new name in the same folder
    DELETE ?path=/etc/motd                the file, or the folder with all it holds

A path is percent-encoded bytes. Entries come in the order of their names' bytes; a name that is
not UTF-8 has its bytes, in base64, as Raw beside a readable Name. `after` is the last name of the
answer before, `limit` at most 5000. PUT takes at most 1 MiB; with `size` and `mtime` (MtimeNs of
the entry) it answers 409 when the file is another by now. Nothing of a container leads out of it.
"""

import base64
import os
import re
from typing import Any, Final

from aiohttp import web

from davit_engine.api.call import Call, Route, answer, empty, read_body
from davit_engine.containers.browsing import LARGEST_TEXT, MOST_ENTRIES, Entry, Listing
from davit_engine.errors import InvalidParameter

_USUAL: Final = 1000


async def entries(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    after, limit = page(call)
    return listed(await call.engine.containers.entries(call.name, path, after=after, limit=limit))


async def write(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    size, mtime = call.integer("size"), nanoseconds(call.text("mtime"))
    content = await read_body(call.request, LARGEST_TEXT)
    written = await call.finish(
        call.engine.containers.write_path(call.name, path, content, size=size, mtime_ns=mtime)
    )
    return answer({"Size": len(content), "MtimeNs": written})


async def rename(call: Call) -> web.StreamResponse:
    path, name = call.path_text("path"), os.fsencode(call.path_text("name"))
    await call.finish(call.engine.containers.rename_path(call.name, path, name))
    return empty()


async def delete(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    await call.finish(call.engine.containers.delete_path(call.name, path))
    return empty()


def page(call: Call) -> tuple[bytes, int]:
    """Which names of a folder are asked for: those behind one, and how many."""
    after = os.fsencode(call.path_text("after")) if call.request.query.get("after") else b""
    limit = call.integer("limit")
    return after, min(_USUAL if limit is None else limit, MOST_ENTRIES)


def listed(found: Listing) -> web.StreamResponse:
    return answer({"Entries": [_entry(entry) for entry in found.entries], "More": found.more})


def nanoseconds(raw: str) -> int | None:
    if not raw:
        return None
    if not re.fullmatch(r"-?[0-9]{1,20}", raw):
        raise InvalidParameter(f"invalid query parameter mtime={raw!r}: expected a whole number")
    return int(raw)


def _entry(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {
        "Name": _readable(entry.name),
        "Kind": entry.kind,
        "Size": entry.size,
        "Mode": entry.mode,
        "Uid": entry.uid,
        "Gid": entry.gid,
        "User": entry.user,
        "Group": entry.group,
        "MtimeNs": entry.mtime_ns,
    }
    if told["Name"].encode() != entry.name:
        told["Raw"] = base64.b64encode(entry.name).decode()
    if entry.target:
        told["Target"] = _readable(entry.target)
    if entry.leads_to:
        told["LeadsTo"] = _readable(entry.leads_to)
        told["LeadsToKind"] = entry.leads_to_kind
    return told


def _readable(name: bytes) -> str:
    return name.decode(errors="replace")


PATH: Final = "/davit/v1/containers/{name}/files"

ROUTES: Final = (
    Route("GET", PATH, entries),
    Route("PUT", PATH, write),
    Route("POST", PATH, rename),
    Route("DELETE", PATH, delete),
)
