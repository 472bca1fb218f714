"""The key sequence that leaves a container running and takes the terminal back."""

from __future__ import annotations

DEFAULT_KEYS = "ctrl-p,ctrl-q"
_SIGNS = {"@": 0, "[": 27, "\\": 28, "]": 29, "^": 30, "_": 31}


def parse_keys(text: str) -> bytes:
    """ "ctrl-p,ctrl-q" as the bytes a terminal sends. Raises ValueError in docker's words."""
    keys = bytearray()
    for key in text.split(","):
        if len(key) == 1 and key.isascii():
            keys += key.encode()
            continue
        sign = key.removeprefix("ctrl-")
        if key.startswith("ctrl-") and len(sign) == 1 and sign.isascii() and sign.isalpha():
            keys.append(ord(sign.lower()) - ord("a") + 1)
        elif key.startswith("ctrl-") and sign in _SIGNS:
            keys.append(_SIGNS[sign])
        else:
            raise ValueError(f'unknown character: "{key}"')
    return bytes(keys)


class DetachFilter:
    """Holds back what may become the sequence; the rest passes unchanged."""

    def __init__(self, keys: bytes) -> None:
        self._keys = keys
        self._held = b""
        self.detached = False

    def feed(self, typed: bytes) -> bytes:
        """What is to be sent on. After `detached`, nothing more is."""
        passed = bytearray()
        for value in typed:
            if self.detached:
                break
            self._held += bytes([value])
            while self._held and not self._keys.startswith(self._held):
                passed.append(self._held[0])
                self._held = self._held[1:]
            if self._held and self._held == self._keys:
                self.detached = True
        return bytes(passed)
