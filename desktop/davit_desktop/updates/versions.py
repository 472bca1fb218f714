"""Version numbers of releases, and their order (pure)."""

import re
from typing import Final

Order = tuple[tuple[int, ...], int]

_VERSION: Final = re.compile(r"(\d{1,9}(?:\.\d{1,9}){0,3})(?:rc(\d{1,4}))?")
_FINAL: Final = 10**6


def order(version: str) -> Order | None:
    """What sorts "1.2rc1" < "1.2" = "1.2.0" < "1.10"; None for what is no release's number."""
    match = _VERSION.fullmatch(version)
    if match is None:
        return None
    numbers = [int(number) for number in match[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), int(match[2]) if match[2] else _FINAL


def newer(version: str, than: str) -> bool:
    """False as well where either is no release's number."""
    one, other = order(version), order(than)
    return one is not None and other is not None and one > other
