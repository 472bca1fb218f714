"""--filter key=value, collected as the API takes it."""

from __future__ import annotations

from collections.abc import Sequence

from davit_desktop.cli.errors import CommandFailed


def parse(texts: Sequence[str]) -> dict[str, list[str]]:
    """Raises CommandFailed for a filter without a value."""
    filters: dict[str, list[str]] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise CommandFailed(
                f'invalid argument "{text}" for "-f, --filter" flag: '
                "bad format of filter (expected name=value)",
                125,
            )
        filters.setdefault(key.strip().lower(), []).append(value.strip())
    return filters
