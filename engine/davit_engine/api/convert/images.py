"""Images as Docker JSON (pure)."""

from davit_engine.api.convert.configs import Json, config
from davit_engine.api.convert.times import SECOND, timestamp
from davit_engine.images.document import RunConfig
from davit_engine.images.records import HistoryEntry, Image, Removed


def image_summary(
    image: Image,
    *,
    version: tuple[int, int],
    containers: int = -1,
    size: int | None = None,
    shared_size: int = -1,
) -> Json:
    """One element of GET /images/json; -1 stands for "not counted"."""
    size = image.size if size is None else size
    result: Json = {
        "Containers": containers,
        "Created": image.created_ns // SECOND,
        "Id": image.id,
        "Labels": image.document.config.labels or None,
        "ParentId": image.parent,
        "RepoDigests": list(image.digests),
        "RepoTags": list(image.tags),
        "SharedSize": shared_size,
        "Size": size,
    }
    if version < (1, 44):
        result["VirtualSize"] = size
    if version < (1, 43):
        # Older clients expect these words where a dangling image has no names.
        result["RepoTags"] = result["RepoTags"] or ["<none>:<none>"]
        result["RepoDigests"] = result["RepoDigests"] or ["<none>@<none>"]
    return result


def image_inspect(image: Image, *, version: tuple[int, int], driver: str) -> Json:
    """GET /images/{name}/json."""
    document = image.document
    older: Json = {}
    if version < (1, 45):
        older = {"ContainerConfig": config(RunConfig()) | {"Env": None}}
        if document.container:
            older = {"Container": document.container} | older
    result: Json = {
        "Id": image.id,
        "RepoTags": list(image.tags),
        "RepoDigests": list(image.digests),
        "Parent": image.parent,
        "Comment": document.remark,
        **_created(image, version=version),
        **older,
        "DockerVersion": document.docker_version,
        "Author": document.author,
        "Config": config(document.config),
        "Architecture": document.architecture,
    }
    if document.variant:
        result["Variant"] = document.variant
    result["Os"] = document.os
    if document.os_version:
        result["OsVersion"] = document.os_version
    result["Size"] = image.size
    if version < (1, 44):
        result["VirtualSize"] = image.size
    return result | {
        "GraphDriver": {"Data": {}, "Name": driver},
        "RootFS": {"Type": "layers", "Layers": list(image.chain)},
        "Metadata": {"LastTagTime": timestamp(image.tagged_ns)},
    }


def _created(image: Image, *, version: tuple[int, int]) -> Json:
    """Left out where the image does not say; before 1.44 Go's zero time stood for that."""
    if image.document.created or version < (1, 44):
        return {"Created": timestamp(image.created_ns)}
    return {}


def history_entry(entry: HistoryEntry) -> Json:
    return {
        "Comment": entry.comment,
        "Created": entry.created_ns // SECOND,
        "CreatedBy": entry.created_by,
        "Id": entry.id,
        "Size": entry.size,
        "Tags": list(entry.tags) or None,
    }


def removed(entry: Removed) -> Json:
    return {"Untagged": entry.untagged} if entry.untagged else {"Deleted": entry.deleted}
