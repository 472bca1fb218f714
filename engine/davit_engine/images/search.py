"""Search a registry's index: Docker's first protocol, the only one that has a search.

`GET /v1/search?q=TERM&n=LIMIT`. Docker Hub answers it; most registries of the current protocol do
not, and say so with a 404.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from yarl import URL

from davit_engine.errors import EngineError, InvalidParameter, Unavailable
from davit_engine.images.authentication import basic
from davit_engine.images.credentials import Credentials
from davit_engine.images.endpoints import Endpoint
from davit_engine.images.reference import DEFAULT_DOMAIN
from davit_engine.images.refusal import Interrupted
from davit_engine.images.registry import Registry
from davit_engine.lookup import Filters

FILTERS: Final = frozenset({"is-automated", "is-official", "stars"})
LIMIT: Final = 25
_LIMIT_MAX: Final = 100
_ANSWER_MAX: Final = 4 * 1024 * 1024
_HUB_INDEX: Final = URL("https://index.docker.io")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A search as Docker's API asks for it."""

    domain: str
    query: str
    limit: int
    official: bool | None = None
    automated: bool | None = None
    stars: int = 0
    """At least so many."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One repository of an index's answer, under the index's own keys."""

    name: str
    description: str = ""
    is_official: bool = False
    is_automated: bool = False
    star_count: int = 0


class _Entry(msgspec.Struct):
    """As `Found`, but an index may leave things empty."""

    name: str
    description: str | None = None
    is_official: bool | None = None
    is_automated: bool | None = None
    star_count: int | None = None


class _Answer(msgspec.Struct):
    results: list[_Entry] | None = None


def parse_search(term: str, limit: int | None, filters: Filters) -> Wanted:
    """Raises InvalidParameter in Docker's words."""
    if "://" in term:
        raise InvalidParameter(
            f'invalid repository name: repository name ({term}) should not have a scheme ("http://")'
        )
    count = limit or LIMIT
    if not 1 <= count <= _LIMIT_MAX:
        raise InvalidParameter(f"limit {count} is outside the range of [1, {_LIMIT_MAX}]")
    first, slash, rest = term.partition("/")
    own = slash and ("." in first or ":" in first or first == "localhost")
    domain, query = (first, rest) if own else (DEFAULT_DOMAIN, term)
    if domain in ("index.docker.io", DEFAULT_DOMAIN):
        domain, query = DEFAULT_DOMAIN, query.removeprefix("library/")
    if not query.strip():
        raise InvalidParameter("invalid repository name: the search term is empty")
    stars = filters.values("stars")
    for text in stars:
        if not text.isdecimal() or len(text) > 9:
            raise InvalidParameter(f"invalid filter 'stars={text}'")
    return Wanted(
        domain=domain,
        query=query,
        limit=count,
        official=filters.boolean("is-official"),
        automated=filters.boolean("is-automated"),
        stars=max(map(int, stars), default=0),
    )


def parse_answer(raw: bytes, wanted: Wanted) -> list[Found]:
    """What of an index's answer passes the filters. Raises Unavailable when it is none."""
    try:
        entries = msgspec.json.decode(raw, type=_Answer).results or []
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Unavailable(f"the index {wanted.domain} gave no search result: {error}") from error
    found = [
        Found(
            name=entry.name,
            description=entry.description or "",
            is_official=bool(entry.is_official),
            is_automated=bool(entry.is_automated),
            star_count=entry.star_count or 0,
        )
        for entry in entries[: wanted.limit]
    ]
    return [
        entry
        for entry in found
        if entry.star_count >= wanted.stars
        and wanted.official in (None, entry.is_official)
        and wanted.automated in (None, entry.is_automated)
    ]


async def search(registry: Registry, wanted: Wanted, auth: Credentials) -> Sequence[Found]:
    """Ask the index. Raises Unavailable in Docker's words where there is none."""
    failures: list[EngineError] = []
    for endpoint in _indexes(registry, wanted.domain):
        try:
            return await _ask(registry, endpoint, wanted, auth)
        except Interrupted as error:
            failures.append(error)
    if len(failures) == 1:
        raise failures[0]
    raise Unavailable(
        f'invalid registry endpoint "http://{wanted.domain}/v1/". HTTPS attempt: {failures[0]}. '
        f"HTTP attempt: {failures[-1]}"
    )


def _indexes(registry: Registry, domain: str) -> list[Endpoint]:
    if domain == DEFAULT_DOMAIN:
        return [Endpoint(base=_HUB_INDEX)]
    return registry.candidates(domain)


async def _ask(
    registry: Registry, endpoint: Endpoint, wanted: Wanted, auth: Credentials
) -> Sequence[Found]:
    url = (endpoint.base / "v1/search").with_query(q=wanted.query, n=wanted.limit)
    headers = {"Authorization": basic(auth)} if auth.username and auth.password else {}
    async with registry.request("GET", endpoint, url, headers) as response:
        if response.status != 200:
            raise Unavailable(
                f"Unexpected status code {response.status}: {wanted.domain} has no search of "
                "Docker's index protocol (/v1/search). Name the image in full to pull it"
            )
        raw = await response.content.read(_ANSWER_MAX)
        while chunk := await response.content.read(_ANSWER_MAX):
            raw += chunk
            if len(raw) > _ANSWER_MAX:
                raise Unavailable(f"the search answer of {wanted.domain} is too long")
    return parse_answer(raw, wanted)
