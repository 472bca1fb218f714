"""What a verified list of targets offers to this installation (pure).

What a target is, its custom metadata says: {"kind", "version", "os", "arch", "packaging",
"minimum", "image", "notes"}. What cannot be read is no offer: a later release may know more kinds.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal

import msgspec

from davit_desktop.updates.versions import newer, order

Kind = Literal["installer", "guest"]
_Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
MOST_NOTES: Final = 20_000
"""Characters."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One file that could be downloaded. Sizes in bytes."""

    path: str
    """Its name in the repository."""
    size: int
    sha256: str
    kind: Kind
    version: str
    notes: str = ""
    image: str = ""
    """Of a guest: the version that its image.json names."""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a look at the repository brought."""

    davit: Offer | None = None
    own: Offer | None = None
    """The version that runs, to go back to."""
    guest: Offer | None = None

    @property
    def any(self) -> bool:
        return self.davit is not None or self.guest is not None


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """The installation that the offers are for."""

    version: str
    os: str
    architecture: str
    packaging: str
    image: str = ""
    """Version of the guest image in use; empty without a machine."""


class _Custom(msgspec.Struct, frozen=True, kw_only=True):
    kind: Kind
    version: _Word
    os: _Word = "any"
    arch: _Word = "any"
    packaging: str = ""
    minimum: str = ""
    image: str = ""
    notes: Annotated[str, msgspec.Meta(max_length=MOST_NOTES)] = ""


class _Target(msgspec.Struct, frozen=True, kw_only=True):
    length: Annotated[int, msgspec.Meta(gt=0)]
    hashes: dict[str, str]
    custom: _Custom


def find(targets: Mapping[str, Any], here: Here, skipped: Iterable[str] = ()) -> Found:
    """The best of each kind for this installation; `skipped` are paths of targets."""
    known = [(path, target) for path, raw in targets.items() if (target := _read(path, raw))]
    fitting = [(p, t) for p, t in known if _fits(t.custom, here)]
    return Found(
        davit=_newest_davit(fitting, here, set(skipped)),
        own=next(
            (_offer(p, t) for p, t in fitting if _is_davit(t) and t.custom.version == here.version),
            None,
        ),
        guest=_newest_guest(fitting, here, set(skipped)),
    )


def _newest_davit(
    targets: list[tuple[str, _Target]], here: Here, skipped: set[str]
) -> Offer | None:
    best: tuple[str, _Target] | None = None
    for path, target in targets:
        custom = target.custom
        if not _is_davit(target) or path in skipped or not newer(custom.version, here.version):
            continue
        if best is None or newer(custom.version, best[1].custom.version):
            best = path, target
    return _offer(*best) if best else None


def _newest_guest(
    targets: list[tuple[str, _Target]], here: Here, skipped: set[str]
) -> Offer | None:
    """Newer than the image in use, whose place in the order the list itself must tell.

    One that somebody built is not in the list, and is left alone.
    """
    guests = [(p, t) for p, t in targets if t.custom.kind == "guest" and t.custom.image]
    own = next((t.custom.version for _, t in guests if t.custom.image == here.image), None)
    if not here.image or own is None:
        return None
    best: tuple[str, _Target] | None = None
    for path, target in guests:
        version = target.custom.version
        if path in skipped or not newer(version, own):
            continue
        if best is None or newer(version, best[1].custom.version):
            best = path, target
    return _offer(*best) if best else None


def _is_davit(target: _Target) -> bool:
    return target.custom.kind == "installer"


def _fits(custom: _Custom, here: Here) -> bool:
    """`minimum` is the oldest Davit that can take the step."""
    return (
        custom.os in ("any", here.os)
        and custom.arch in ("any", here.architecture)
        and (custom.kind == "guest" or custom.packaging == here.packaging)
        and order(custom.version) is not None
        and (not custom.minimum or not newer(custom.minimum, here.version))
        and (not custom.minimum or order(custom.minimum) is not None)
    )


def _read(path: str, raw: Any) -> _Target | None:
    name = path.rpartition("/")[2]
    if not name or name.startswith(".") or "\\" in path or not path.isprintable():
        return None
    try:
        target = msgspec.convert(raw, _Target)
    except msgspec.ValidationError:
        return None
    digest = target.hashes.get("sha256", "")
    if len(digest) != 64 or not all(letter in "0123456789abcdef" for letter in digest):
        return None
    return target


def _offer(path: str, target: _Target) -> Offer:
    return Offer(
        path=path,
        size=target.length,
        sha256=target.hashes["sha256"],
        kind=target.custom.kind,
        version=target.custom.version,
        notes=target.custom.notes,
        image=target.custom.image,
    )
