"""--filter key=value, collected as the API takes it."""

from __future__ import annotations

from collections.abc import Sequence

from davit_desktop.client.flags import FlagError


def parse(texts: Sequence[str]) -> dict[str, list[str]]:
    """Raises FlagError for a filter without a value."""
    filters: dict[str, list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise FlagError(
                f'invalid argument "{text}" for "-f, --filter" flag: '
                "bad format of filter (expected name=value)"
            )
        filters.setdefault(key.strip().lower(), []).append(value.strip())
    return filters
