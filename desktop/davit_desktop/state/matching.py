"""How well a few typed letters fit some words (pure): what the command palette sorts by."""

_START = 12  # a letter at the start of the words
_WORD = 8  # … of one word
_NEXT = 6  # … right after the letter before
_ANY = 1


def fit(wanted: str, words: str) -> int | None:
    """A higher number for a better fit; None when the letters are not all there, in order.

    Each word of `wanted` is looked for by itself, so that "sto web" finds "web: Stop". Case does
    not count. Every text fits the empty wish equally.
    """
    total = 0
    for part in wanted.casefold().split():
        found = _fit_one(part, words.casefold())
        if found is None:
            return None
        total += found
    return total * 100 - len(words) if wanted.strip() else 0


def _fit_one(wanted: str, words: str) -> int | None:
    """The better of the letters side by side and the first letters that come in order."""
    place = -1
    best: int | None = None
    while (place := words.find(wanted, place + 1)) >= 0:
        found = _worth(words, place) + (len(wanted) - 1) * _NEXT
        best = found if best is None else max(best, found)
    if best is not None:
        return best
    total, after = 0, 0
    previous = -2
    for letter in wanted:
        place = words.find(letter, after)
        if place < 0:
            return None
        total += _NEXT if place == previous + 1 else min(_worth(words, place), _NEXT - 1)
        previous, after = place, place + 1
    return total


def _worth(words: str, place: int) -> int:
    if place == 0:
        return _START
    return _WORD if not words[place - 1].isalnum() else _ANY
