"""Web addresses in a line of text, and whether one is safe to hand to a browser (pure)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LINK = re.compile(r"https?://[!-;=?-~]+", re.ASCII | re.IGNORECASE)
_TRAILING = ".,;:!?'\""
_PAIRS = {")": "(", "]": "[", "}": "{"}


def find_links(text: str) -> list[tuple[int, int]]:
    """Start and end of each address; punctuation that belongs to the sentence is left out."""
    found = []
    for match in _LINK.finditer(text):
        start, end = match.span()
        while end > start:
            last = text[end - 1]
            opener = _PAIRS.get(last)
            unpaired = opener and text.count(last, start, end) > text.count(opener, start, end)
            if last not in _TRAILING and not unpaired:
                break
            end -= 1
        if is_web_address(text[start:end]):
            found.append((start, end))
    return found


def is_web_address(text: str) -> bool:
    """An http(s) address with a host, of printable ASCII, without credentials in it."""
    if not text.isascii() or not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
