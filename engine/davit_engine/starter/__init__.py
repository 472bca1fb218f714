"""Images that travel inside the product, so that the first Run needs no network.

`build` makes them at packaging time; they are not kept in the source tree.
"""

from pathlib import Path

ARCHIVES = Path(__file__).parent / "images"


def starter_archives() -> list[Path]:
    """Archives as `docker load` takes them, one image each; empty when none were built."""
    return sorted(ARCHIVES.glob("*.tar"))
