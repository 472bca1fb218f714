"""Hide the values of secrets in a text that comes in pieces (pure)."""

import re
from collections.abc import Iterable
from typing import Final

MASK: Final = "***"
LENGTH_MIN: Final = 4
"""Shorter values are in any text; hiding them would tell them."""
LENGTH_MAX: Final = 1000
"""Characters of a line of a secret that are looked for."""


class Veil:
    def __init__(self, values: Iterable[bytes]) -> None:
        words = {
            line.strip()[:LENGTH_MAX]
            for value in values
            for line in value.decode(errors="replace").splitlines()
        }
        self._words = sorted((word for word in words if len(word) >= LENGTH_MIN), key=len)
        # Longer ones first: a shorter may be a part of one.
        pattern = "|".join(re.escape(word) for word in reversed(self._words))
        self._pattern = re.compile(pattern) if pattern else None
        self._held = ""

    def show(self, text: str) -> str:
        """What may be shown by now: what could be a value's beginning waits."""
        if self._pattern is None:
            return text
        text = self._pattern.sub(MASK, self._held + text)
        start = self._start_of_value(text)
        self._held = text[start:]
        return text[:start]

    def rest(self) -> str:
        """At the end of the text."""
        held, self._held = self._held, ""
        return held

    def _start_of_value(self, text: str) -> int:
        """Where a value may begin that the text's end cuts off."""
        longest = len(self._words[-1])
        for start in range(max(0, len(text) - longest + 1), len(text)):
            end = text[start:]
            if any(word.startswith(end) for word in self._words):
                return start
        return len(text)
