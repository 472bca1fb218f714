"""The application icon: the window's own drawing, white on a tile. Usage: icon.py DRAWING ICON."""

import re
import sys
from pathlib import Path

TILE = "#0b6bcb"


def icon(drawing: str) -> str:
    """A 64-pixel tile with the 24-pixel line drawing in its middle."""
    found = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    if found is None:
        raise SystemExit("icon.py: the drawing is not SVG")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">'
        f'<rect x="2" y="2" width="60" height="60" rx="14" fill="{TILE}"/>'
        '<g transform="translate(8 8) scale(2)" fill="none" stroke="#ffffff" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round">{found[1]}</g></svg>\n'
    )


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(icon(Path(sys.argv[1]).read_text()))
