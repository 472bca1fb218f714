"""Build arguments: who may see which, as Docker decides it (pure)."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from davit_engine.errors import InvalidParameter
from davit_engine.images.manifest import Platform

PROXIES: Final = frozenset(
    name
    for word in ("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY")
    for name in (word, word.lower())
)
"""Known without ARG; they neither show in the history nor change what is cached."""

EPOCH: Final = "SOURCE_DATE_EPOCH"
"""Known without ARG, too, and to the build itself (reproducible-builds.org)."""


def epoch_ns(given: Mapping[str, str | None]) -> int | None:
    """The time as of which the image shall be made. Raises InvalidParameter."""
    text = given.get(EPOCH)
    if not text:
        return None
    # Up to the year 9999, the last that RFC 3339 can tell.
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > 253402300799:
        raise InvalidParameter(
            f"invalid {EPOCH}: {text[:64]!r}; expected seconds since 1970, a whole number"
        )
    return int(text) * 1_000_000_000


def platform_args(target: Platform, own: Platform) -> dict[str, str]:
    """The arguments that every build has above its first FROM."""
    found: dict[str, str] = {}
    for word, platform in (("TARGET", target), ("BUILD", own)):
        found[f"{word}PLATFORM"] = str(platform)
        found[f"{word}OS"] = platform.os
        found[f"{word}ARCH"] = platform.architecture
        found[f"{word}VARIANT"] = platform.variant
    return found


class BuildArgs:
    """The arguments of one stage; `given` are the client's, a None among them takes the default."""

    def __init__(
        self, given: Mapping[str, str | None], above: Mapping[str, str | None] | None = None
    ) -> None:
        self._given = given
        self._above = dict(above or {})
        self._allowed: dict[str, str | None] = {}
        self.used: set[str] = set()

    def add(self, name: str, default: str | None) -> None:
        self._allowed[name] = default
        self.used.add(name)

    @property
    def defaults(self) -> Mapping[str, str | None]:
        """What the stages inherit of those above the first FROM, values of the client included."""
        return {name: self._value(name) for name in {**self._above, **self._allowed}}

    def _value(self, name: str) -> str | None:
        given = self._given.get(name)
        if given is not None:
            return given
        default = self._allowed.get(name)
        return default if default is not None else self._above.get(name)

    def above(self) -> dict[str, str]:
        """The values that FROM may use."""
        return {name: value for name, value in self.defaults.items() if value is not None}

    def visible(self, env: Sequence[str]) -> dict[str, str]:
        """The arguments that instructions see, without those that a variable of `env` hides."""
        hidden = {entry.partition("=")[0] for entry in env}
        found: dict[str, str] = {}
        for name in sorted({*self._allowed, *PROXIES}):
            value = self._value(name)
            if value is not None and name not in hidden:
                found[name] = value
        return found

    def shown(self, visible: Mapping[str, str]) -> dict[str, str]:
        """Those of them that belong into the history."""
        return {
            name: value
            for name, value in visible.items()
            if name not in PROXIES or name in self._allowed
        }


_SECRETIVE: Final = ("PASSWORD", "PASSWD", "PASS", "SECRET", "TOKEN", "CREDENTIALS", "APIKEY")


def masked(name: str, value: str) -> str:
    """The value as the history shows it: not that of an argument whose name says it is secret."""
    words = name.upper().replace("-", "_").split("_")
    secret = any(word in _SECRETIVE for word in words) or "KEY" in words[1:]
    return "******" if secret and value else value
