"""Image rows, sizes and use (pure)."""

from collections.abc import Iterable

import msgspec

from davit_desktop.client.types import ImageSummary
from davit_desktop.state.containers import Containers

DANGLING = "<none>:<none>"


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a name of an image, or the image itself when it has none. Size in bytes."""

    id: str
    reference: str  # "nginx:1.27", or <none>:<none>
    created: float = 0.0
    size: int = 0
    used_by: tuple[str, ...] = ()  # names of containers

    @property
    def key(self) -> str:
        return f"{self.id} {self.reference}"

    @property
    def short_id(self) -> str:
        return self.id.removeprefix("sha256:")[:12]

    @property
    def repository(self) -> str:
        return self.reference.rpartition(":")[0] if self.tag else self.reference

    @property
    def tag(self) -> str:
        tag = self.reference.rpartition(":")[2]
        return "" if "/" in tag or tag == self.reference else tag

    @property
    def dangling(self) -> bool:
        return self.reference == DANGLING


def rows(images: Iterable[ImageSummary], containers: Containers) -> list[Image]:
    """One row for each name of each image, with the containers made from it."""
    users: dict[str, list[str]] = {}
    for container in containers.values():
        users.setdefault(container.image_id, []).append(container.name)
    return [
        Image(
            id=image.id,
            reference=reference,
            created=float(image.created),
            size=image.size,
            used_by=tuple(sorted(users.get(image.id, ()))),
        )
        for image in images
        for reference in (image.repo_tags or (DANGLING,))
    ]


def changes_images(type: str, action: str) -> bool:
    """Whether an event means that the list of images may be another."""
    return (
        type == "image"
        and action
        in (
            "pull",
            "load",
            "import",
            "tag",
            "untag",
            "delete",
            "build",
            "commit",
            "prune",
            "create",
        )
    ) or (type == "container" and action == "commit")
