"""Image rows: names, sizes, who uses them, and whether a registry has a newer one (pure)."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

import msgspec

from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.types import ImageSummary
from davit_desktop.state.containers import Containers
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr

DANGLING = "<none>:<none>"
_NAMED = 5  # containers named in a problem


class Use(StrEnum):
    """What the list is limited to."""

    ALL = "all"
    IN_USE = "in use"
    UNUSED = "unused"
    DANGLING = "dangling"


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What asking the registry of a name found: the digest there, or why it is not known."""

    digest: str = ""
    problem: str = ""


class User(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A container made from an image."""

    name: str
    id: str


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """One image with all its names. Sizes in bytes; `shared` is -1 when the engine did not count.

    `platform` is empty until it is known.
    """

    id: str
    references: tuple[str, ...] = ()  # "nginx:1.27", …; none when it is dangling
    digests: tuple[str, ...] = ()  # "nginx@sha256:…"
    created: float = 0.0
    size: int = 0
    shared: int = -1
    users: tuple[User, ...] = ()
    platform: str = ""
    updates: tuple[str, ...] = ()  # those names of which the registry has a newer image
    update_problem: str = ""
    pinned: bool = False

    @property
    def key(self) -> str:
        return self.id

    @property
    def short_id(self) -> str:
        return self.id.removeprefix("sha256:")[:12]

    @property
    def reference(self) -> str:
        """The name to call it by towards people: its first, or <none>:<none>."""
        return self.references[0] if self.references else DANGLING

    @property
    def name(self) -> str:
        """What to call it towards the engine: its first name, or its id when it has none."""
        return self.references[0] if self.references else self.id

    @property
    def others(self) -> tuple[str, ...]:
        return self.references[1:]

    @property
    def dangling(self) -> bool:
        return not self.references

    @property
    def used_by(self) -> tuple[str, ...]:
        return tuple(user.name for user in self.users)

    @property
    def unique(self) -> int:
        """Bytes that no other image has; -1 when it is not known."""
        return self.size - self.shared if 0 <= self.shared <= self.size else -1


def rows(
    images: Iterable[ImageSummary],
    containers: Containers,
    *,
    hidden: Collection[str] = (),
    platforms: Mapping[str, str] | None = None,
    updates: Mapping[str, Update] | None = None,
) -> list[Image]:
    """One row for each image, with the containers made from it; `hidden` holds ids of either.

    `platforms` is by image, `updates` by name.
    """
    platforms, updates = platforms or {}, updates or {}
    users: dict[str, list[User]] = {}
    for container in containers.values():
        if container.id not in hidden:
            user = User(name=container.name, id=container.id)
            users.setdefault(container.image_id, []).append(user)
    found: dict[str, Image] = {}
    for image in images:
        if image.id in hidden:
            continue
        references = tuple(name for name in image.repo_tags if name != DANGLING)
        asked = {name: updates[name] for name in references if name in updates}
        row = Image(
            id=image.id,
            references=references,
            digests=tuple(name for name in image.repo_digests if not name.startswith("<none>")),
            created=float(image.created),
            size=image.size,
            shared=image.shared_size,
            users=tuple(sorted(users.get(image.id, ()))),
            platform=platforms.get(image.id, ""),
            update_problem=next((u.problem for u in asked.values() if u.problem), ""),
        )
        newer = tuple(
            name
            for name, update in asked.items()
            if update.digest and update.digest not in known_digests(row, name)
        )
        found[image.id] = msgspec.structs.replace(row, updates=newer) if newer else row
    return list(found.values())


def matches(image: Image, wanted: str) -> bool:
    """Whether every word of the filter is in a name, the id, the platform or a user's name."""
    hay = " ".join((*(image.references or (DANGLING,)), image.id, image.platform, *image.used_by))
    return all(word in hay.lower() for word in wanted.lower().split())


def shown(image: Image, use: Use) -> bool:
    """Whether a list that is limited so holds the image."""
    match use:
        case Use.IN_USE:
            return bool(image.users)
        case Use.UNUSED:
            return not image.users
        case Use.DANGLING:
            return image.dangling
        case Use.ALL:
            return True


def known_digests(image: Image, reference: str) -> frozenset[str]:
    """The digests under which the repository of a name has had this image."""
    try:
        repository = parse_reference(reference).familiar_name()
    except InvalidReference:
        return frozenset()
    return frozenset(
        digest.partition("@")[2]
        for digest in image.digests
        if digest.partition("@")[0] == repository
    )


def comparable(image: Image) -> tuple[str, ...]:
    """Those of its names that a registry can be asked about: it came from there, or went there."""
    return tuple(name for name in image.references if known_digests(image, name))


def refusal(image: Image, problem: Problem) -> Problem:
    """An engine's refusal to delete an image, with the containers named that need it."""
    if not image.users or "conflict" not in problem.details.lower():
        return problem
    names = image.used_by[:_NAMED]
    more = len(image.users) - len(names)
    reason = tr("%n container(s) are made from it: {names}", "", len(image.users))
    if len(image.users) == 1:
        reason = tr("The container {names} is made from it")
    told = ", ".join(names) + (tr(" and %n more", "containers", more) if more else "")
    return Problem(
        title=problem.title,
        reason=reason.format(names=told),
        advice=tr("Delete the container first.")
        if len(image.users) == 1
        else tr("Delete the containers first."),
        details=problem.details,
    )


def platform_of(document: Mapping[str, object]) -> str:
    """The platform that an inspect document tells: linux/arm64/v8."""
    parts = (document.get(key) for key in ("Os", "Architecture", "Variant"))
    return "/".join(str(part) for part in parts if part)


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
            "push",  # it gives a digest
        )
    ) or (type == "container" and action == "commit")
