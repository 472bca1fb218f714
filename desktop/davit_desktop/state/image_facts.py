"""What an image says about how it wants to be run (pure)."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

import msgspec

# Of what an image declares; it may declare anything, and this is for proposals only.
_MOST = 1000
_LONGEST = 4096


class ImageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """From `GET /images/{name}/json`. `ports` are number and protocol, `env` is NAME=value."""

    ports: tuple[tuple[int, str], ...] = ()
    volumes: tuple[str, ...] = ()
    env: tuple[str, ...] = ()
    entrypoint: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    user: str = ""
    workdir: str = ""


def image_facts(document: Mapping[str, Any]) -> ImageFacts:
    """What cannot be understood is left out."""
    config = document.get("Config")
    if not isinstance(config, Mapping):
        return ImageFacts()
    return ImageFacts(
        ports=tuple(sorted(filter(None, map(_port, _names(config.get("ExposedPorts")))))),
        volumes=tuple(sorted(_names(config.get("Volumes")))),
        env=_texts(config.get("Env")),
        entrypoint=_texts(config.get("Entrypoint")),
        command=_texts(config.get("Cmd")),
        user=str(config.get("User") or "")[:_LONGEST],
        workdir=str(config.get("WorkingDir") or "")[:_LONGEST],
    )


def volume_name(reference: str, target: str) -> str:
    """A name for the volume of a folder that an image declares: `postgres-data`."""
    image = reference.partition("@")[0].rpartition("/")[2].partition(":")[0]
    folder = target.strip("/").rpartition("/")[2]
    text = f"{image}-{folder or 'data'}".lower()
    name = "".join(
        char if char.isascii() and (char.isalnum() or char in "_.-") else "-" for char in text
    )
    return name.lstrip("_.-") or "data"


def _port(text: str) -> tuple[int, str] | None:
    number, _, protocol = text.partition("/")
    if not number.isascii() or not number.isdecimal() or not 0 < int(number) < 65_536:
        return None
    return int(number), protocol or "tcp"


def _names(value: object) -> list[str]:
    return (
        [str(key)[:_LONGEST] for key in islice(value, _MOST)] if isinstance(value, Mapping) else []
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return ()
    return tuple(str(item)[:_LONGEST] for item in value[:_MOST])


class SearchHit(msgspec.Struct, frozen=True, kw_only=True):
    """An image that a registry found."""

    name: str
    description: str = ""
    stars: int = 0
    official: bool = False


def search_hits(answer: Iterable[Mapping[str, Any]]) -> list[SearchHit]:
    """From `GET /images/search`, official ones and those with most stars first."""
    hits = [
        SearchHit(
            name=str(hit.get("name") or hit.get("Name") or ""),
            description=str(hit.get("description") or ""),
            stars=int(hit.get("star_count") or 0),
            official=bool(hit.get("is_official")),
        )
        for hit in answer
    ]
    return sorted(
        (hit for hit in hits if hit.name), key=lambda hit: (not hit.official, -hit.stars, hit.name)
    )
