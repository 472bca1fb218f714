"""/system/df: what everything takes on the disk.

Unlike the list of images it counts an image's blobs too, which are kept for the next push: the
sums are those that du finds below the data root.
"""

import time
from typing import Any, Final

from aiohttp import web

from davit_engine.api import convert
from davit_engine.api.build import cache_rows
from davit_engine.api.call import Call, Route, answer
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.usage import footprints
from davit_engine.lookup import Filters

OBJECT_TYPES: Final = frozenset({"build-cache", "container", "image", "volume"})


async def disk_usage(call: Call) -> web.StreamResponse:
    types = set(call.texts("type")) if call.version >= (1, 42) else set()
    for name in sorted(types - OBJECT_TYPES):
        raise InvalidParameter(f"unknown object type: {name}")
    wanted = types or OBJECT_TYPES
    result: dict[str, Any] = {
        "LayersSize": 0,
        "Images": None,
        "Containers": None,
        "Volumes": None,
        "BuildCache": None,
    }
    containers = call.engine.containers.list(all=True, limit=None, filters=Filters())
    if "image" in wanted:
        images = call.engine.images.list(Filters(), all=True)
        taken = footprints(images)
        usage_of_images = call.engine.images.usage()
        result["LayersSize"] = usage_of_images.layers + usage_of_images.blobs
        result["Images"] = [
            convert.image_summary(
                image,
                version=call.version,
                containers=sum(container.image_id == image.id for container in containers),
                size=taken[image.id].size,
                shared_size=taken[image.id].shared,
            )
            for image in images
        ]
    if "container" in wanted:
        result["Containers"] = rows = []
        for container in containers:
            try:
                usage = await call.engine.containers.usage(container.id)
            except NotFound:
                continue
            rows.append(
                convert.container_summary(
                    container,
                    image=container.config.image,
                    now_ns=time.time_ns(),
                    volume_path=call.engine.volumes.path,
                    usage=usage,
                )
            )
    if "volume" in wanted:
        result["Volumes"] = volumes = []
        for volume in call.engine.volumes.list(Filters()):
            try:
                size = await call.engine.volumes.usage(volume.name)
                path = str(call.engine.volumes.path(volume.name))
            except NotFound:
                continue
            users = len(call.engine.volumes.containers_using(volume.name))
            volumes.append(convert.volume(volume, path, (users, size)))
    if "build-cache" in wanted:
        builder = call.engine.builder
        result["BuildCache"] = cache_rows(builder.cached(), await builder.cache_mounts())
    return answer(result)


ROUTES: Final = (Route("GET", "/system/df", disk_usage),)
