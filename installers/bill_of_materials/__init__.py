"""What an artefact is made of: a list for programs (SPDX), and notices for people.

Read the parts with `python_packages.read`, `debian_packages.read` and `declared.read`, then
`write` them next to the artefact:

    parts = [*python_packages.read(folder), *declared.read(qemu / "components.json")]
    write(release, artefact, parts)
"""

from pathlib import Path

from bill_of_materials.component import Component
from bill_of_materials.notices import format_notices
from bill_of_materials.spdx import format_spdx
from release import Release

__all__ = ["Component", "format_notices", "format_spdx", "write"]


def write(release: Release, artefact: str, parts: list[Component]) -> list[Path]:
    """Write ARTEFACT.spdx.json and ARTEFACT.notices.txt beside the artefact; their paths."""
    bill = release.output / f"{artefact}.spdx.json"
    bill.write_text(format_spdx(release, artefact, parts))
    notices = release.output / f"{artefact}.notices.txt"
    notices.write_text(format_notices(release, parts))
    return [bill, notices]
