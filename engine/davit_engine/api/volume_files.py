"""/davit/v1/volumes/{name}: files of a volume, whether a container uses it or none. Davit's own.

    GET, PUT, POST, DELETE .../files      as for a container, see `api.files`
    HEAD, GET .../archive?path=/          a tar of that path; "/" is the whole volume
    PUT       .../archive?path=/          the body, a tar (plain or compressed), is unpacked there

Paths begin at the volume's own top, and nothing leads out of it. A volume is not deleted while it
is copied (409). An archive that is refused half way leaves what was unpacked until then.
"""

import os
from typing import Final

from aiohttp import web

from davit_engine.api.call import Call, Route, answer, empty, path_stat_header, read_body
from davit_engine.api.containers import PATH_STAT, path_stat
from davit_engine.api.files import listed, nanoseconds, page
from davit_engine.api.streams import respond
from davit_engine.containers.browsing import LARGEST_TEXT
from davit_engine.containers.volume_files import VolumeFiles


def _files(call: Call) -> VolumeFiles:
    return VolumeFiles(call.engine.volumes)


async def entries(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    after, limit = page(call)
    return listed(await _files(call).entries(call.name, path, after=after, limit=limit))


async def write(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    size, mtime = call.integer("size"), nanoseconds(call.text("mtime"))
    content = await read_body(call.request, LARGEST_TEXT)
    written = await call.finish(
        _files(call).write(call.name, path, content, size=size, mtime_ns=mtime)
    )
    return answer({"Size": len(content), "MtimeNs": written})


async def rename(call: Call) -> web.StreamResponse:
    path, name = call.path_text("path"), os.fsencode(call.path_text("name"))
    await call.finish(_files(call).rename(call.name, path, name))
    return empty()


async def delete(call: Call) -> web.StreamResponse:
    await call.finish(_files(call).remove(call.name, call.path_text("path")))
    return empty()


async def archive_head(call: Call) -> web.StreamResponse:
    stat = await _files(call).stat(call.name, call.path_text("path"))
    return web.Response(headers={PATH_STAT: path_stat_header(path_stat(stat))})


async def archive_get(call: Call) -> web.StreamResponse:
    path = call.path_text("path")
    stat = await _files(call).stat(call.name, path)
    return await respond(
        call,
        _files(call).get(call.name, path),
        "application/x-tar",
        headers={PATH_STAT: path_stat_header(path_stat(stat))},
        wait_for_first=True,
    )


async def archive_put(call: Call) -> web.StreamResponse:
    await _files(call).put(
        call.name,
        call.path_text("path"),
        call.chunks(),
        no_overwrite=call.flag("noOverwriteDirNonDir"),
    )
    return web.Response()


_FILES: Final = "/davit/v1/volumes/{name}/files"
_ARCHIVE: Final = "/davit/v1/volumes/{name}/archive"

ROUTES: Final = (
    Route("GET", _FILES, entries),
    Route("PUT", _FILES, write),
    Route("POST", _FILES, rename),
    Route("DELETE", _FILES, delete),
    Route("HEAD", _ARCHIVE, archive_head),
    Route("GET", _ARCHIVE, archive_get),
    Route("PUT", _ARCHIVE, archive_put),
)
