"""Events as Docker JSON (pure)."""

from collections.abc import Iterable, Mapping

from davit_engine.api.convert.configs import Json
from davit_engine.api.convert.times import SECOND
from davit_engine.events import Event


def event(value: Event, *, version: tuple[int, int]) -> Json:
    """One line of GET /events, with the members that older clients read doubled."""
    result: Json = {}
    if value.type in {"container", "image"} and version < (1, 52):
        result = {"status": value.action} | ({"id": value.id} if value.id else {})
        if image := value.attributes.get("image"):
            result["from"] = image
    return result | {
        "Type": value.type,
        "Action": value.action,
        "Actor": {"ID": value.id, "Attributes": dict(sorted(value.attributes.items()))},
        "scope": "local",
        "time": value.time_ns // SECOND,
        "timeNano": value.time_ns,
    }


def attributes_match(attributes: Mapping[str, str], labels: Iterable[str]) -> bool:
    """Whether an event's attributes hold every label term, KEY or KEY=VALUE."""
    for term in labels:
        key, equals, value = term.partition("=")
        if key not in attributes or (equals and attributes[key] != value):
            return False
    return True
