"""Ids, generated names, id prefixes and the Docker filter language (pure)."""

import re
import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timezone
from typing import Final, TypeVar

import msgspec

from davit_engine.errors import InvalidParameter, NotFound

T = TypeVar("T")

NAME: Final = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
"""What a container, network or volume may be called (Docker's RestrictedNamePattern)."""

SHORT: Final = 12
"""Digits of an id in its short form."""

_ADJECTIVES: Final = [
    "amber",
    "brisk",
    "calm",
    "clever",
    "cosy",
    "curious",
    "daring",
    "eager",
    "early",
    "fearless",
    "fleet",
    "gentle",
    "glad",
    "golden",
    "hardy",
    "honest",
    "humble",
    "jolly",
    "keen",
    "kind",
    "lively",
    "lucid",
    "mellow",
    "merry",
    "mighty",
    "nimble",
    "noble",
    "patient",
    "placid",
    "plucky",
    "proud",
    "quick",
    "quiet",
    "radiant",
    "rapid",
    "serene",
    "sharp",
    "silent",
    "silver",
    "sincere",
    "steady",
    "sturdy",
    "sunny",
    "swift",
    "tender",
    "thrifty",
    "tidy",
    "upbeat",
    "valiant",
    "vivid",
    "warm",
    "wise",
    "witty",
    "zesty",
]
_NOUNS: Final = [
    "archer",
    "badger",
    "baker",
    "beacon",
    "bosun",
    "brewer",
    "bridge",
    "brook",
    "cabin",
    "canyon",
    "captain",
    "carver",
    "cedar",
    "cliff",
    "comet",
    "cooper",
    "delta",
    "drover",
    "falcon",
    "ferry",
    "fisher",
    "forester",
    "garden",
    "glacier",
    "gull",
    "harbour",
    "heron",
    "island",
    "juniper",
    "keeper",
    "lagoon",
    "lantern",
    "lark",
    "mariner",
    "mason",
    "meadow",
    "miller",
    "orchard",
    "otter",
    "painter",
    "pilot",
    "pine",
    "porter",
    "potter",
    "quarry",
    "ranger",
    "reef",
    "river",
    "rover",
    "sailor",
    "shepherd",
    "smith",
    "sparrow",
    "spruce",
    "stream",
    "summit",
    "tailor",
    "thatcher",
    "tiller",
    "valley",
    "warden",
    "weaver",
    "willow",
]


def new_id() -> str:
    """64 random hexadecimal digits whose short form is never all decimal, as Docker promises."""
    while True:
        candidate = secrets.token_hex(32)
        if not candidate[:SHORT].isdecimal():
            return candidate


def short(id: str) -> str:
    return id.removeprefix("sha256:")[:SHORT]


def generate_name(taken: Collection[str]) -> str:
    """A name that nobody has: two words, and digits once those run out."""
    for attempt in range(100):
        name = f"{secrets.choice(_ADJECTIVES)}_{secrets.choice(_NOUNS)}"
        if attempt >= 10:
            name += str(secrets.randbelow(10**4))
        if name not in taken:
            return name
    return f"{secrets.choice(_ADJECTIVES)}_{new_id()[:SHORT]}"


def find(names: Mapping[str, str], query: str, what: str) -> str:
    """The id meant by an exact id, a name or a unique prefix of an id, in this order.

    `names` maps id to name. Raises NotFound "No such WHAT: query" and InvalidParameter for a
    prefix that several ids share.
    """
    if query in names:
        return query
    bare = query.removeprefix("/")
    for id, name in names.items():
        if name == bare and bare:
            return id
    if query and re.fullmatch(r"[0-9a-f]{1,64}", query):
        matches = [id for id in names if id.startswith(query)]
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise InvalidParameter(f"multiple IDs found with provided prefix: {query}")
    raise NotFound(f"No such {what}: {query}")


class Filters(msgspec.Struct, frozen=True):
    """Parsed `filters`: per key the values, any of which may match unless Docker says otherwise."""

    terms: Mapping[str, tuple[str, ...]] = {}

    def __contains__(self, key: str) -> bool:
        return bool(self.terms.get(key))

    def values(self, key: str) -> tuple[str, ...]:
        return self.terms.get(key, ())

    def matches_labels(self, labels: Mapping[str, str]) -> bool:
        """Every `label` (KEY or KEY=VALUE) holds and no `label!` does."""
        return all(_has_label(labels, term) for term in self.values("label")) and not any(
            _has_label(labels, term) for term in self.values("label!")
        )

    def matches_pattern(self, key: str, candidates: Iterable[str]) -> bool:
        """True without such a filter, or when a value is found in (or, as a pattern, fits) one."""
        values = self.values(key)
        if not values:
            return True
        candidates = tuple(candidates)
        return any(_pattern_found(value, candidate) for value in values for candidate in candidates)

    def boolean(self, key: str) -> bool | None:
        """The value of a yes-or-no filter, None when it is not given.

        Raises InvalidParameter for anything but 1, 0, true and false.
        """
        values = set(self.values(key))
        if not values:
            return None
        if values <= {"1", "true", "True", "TRUE", "t", "T"}:
            return True
        if values <= {"0", "false", "False", "FALSE", "f", "F"}:
            return False
        raise InvalidParameter(f"invalid filter '{key}=[{' '.join(sorted(values))}]'")


def _has_label(labels: Mapping[str, str], term: str) -> bool:
    key, equals, value = term.partition("=")
    return key in labels and (not equals or labels[key] == value)


def _pattern_found(pattern: str, candidate: str) -> bool:
    if not set(pattern) & _SPECIAL:
        return pattern in candidate
    # Few lists are asked for with a real pattern, and the engine starts faster without this.
    from davit_engine import pattern as patterns

    try:
        return patterns.found(pattern, candidate)
    except ValueError:
        # Docker's engine passes over what it cannot understand, too.
        return False


_SPECIAL: Final = frozenset(r"\.+*?()|[]{}^$")


def parse_filters(raw: str | None, allowed: Collection[str]) -> Filters:
    """Docker's `filters` query value, in the list or in the older map form.

    Raises InvalidParameter for JSON of another shape and for a key that is not in `allowed`.
    """
    if not raw:
        return Filters()
    try:
        document = msgspec.json.decode(raw, type=dict[str, list[str] | dict[str, bool]])
    except msgspec.DecodeError as error:
        raise InvalidParameter(f"invalid filter: {error}") from error
    terms = {}
    for key, values in document.items():
        if key not in allowed:
            raise InvalidParameter(f"invalid filter '{key}'")
        chosen = values if isinstance(values, list) else [v for v, on in values.items() if on]
        terms[key] = tuple(chosen)
    return Filters(terms)


def parse_time(text: str, now_ns: int) -> int:
    """Nanoseconds since the epoch from seconds[.nanoseconds], RFC 3339, or a Go duration ago.

    Raises InvalidParameter.
    """
    text = text.strip()
    seconds = re.fullmatch(r"(-?\d{1,12})(?:\.(\d{1,9}))?", text)
    if seconds:
        fraction = (seconds[2] or "").ljust(9, "0")
        return int(seconds[1]) * 10**9 + int(fraction)
    try:
        return now_ns - parse_duration(text)
    except InvalidParameter:
        pass
    stamp = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?", text
    )
    if stamp:
        try:
            moment = datetime.fromisoformat(f"{stamp[1]}T{stamp[2] or '00:00'}{stamp[4] or ''}")
        except ValueError as error:
            raise InvalidParameter(f"invalid time {text!r}: {error}") from error
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=timezone.utc)  # noqa: UP017 - datetime.UTC hides the type
        return int(moment.timestamp()) * 10**9 + int((stamp[3] or "").ljust(9, "0"))
    raise InvalidParameter(
        f"invalid time {text!r}: use seconds, RFC 3339 or a duration such as 10m"
    )


_UNITS: Final = {
    "ns": 1,
    "us": 10**3,
    "µs": 10**3,
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
}


def parse_duration(text: str) -> int:
    """Nanoseconds of a Go duration such as 1h2m3.5s. Raises InvalidParameter."""
    parts = re.findall(r"(\d{1,15}(?:\.\d{1,9})?)(ns|us|µs|ms|s|m|h)", text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        raise InvalidParameter(f"invalid duration {text!r}: use for example 90s, 10m or 1h30m")
    return sum(int(float(number) * _UNITS[unit]) for number, unit in parts)
