"""Components that no package database knows, as a components.json beside them declares.

A list of objects with the names of Component's fields; `texts` names files beside the list:

    [{"name": "QEMU", "version": "10.0.2", "licence": "GPL-2.0-only",
      "supplier": "The QEMU project", "home": "https://www.qemu.org/",
      "download": "https://download.qemu.org/qemu-10.0.2.tar.xz", "sha256": "…",
      "sources": [["qemu", "1:10.0.2+ds-1"]], "texts": ["COPYING", "COPYING.LIB"]}]
"""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from bill_of_materials.component import Component
from release import BuildError

_FIELDS = {field.name for field in fields(Component)}


def read(path: Path) -> list[Component]:
    """The components of one list. Raises BuildError naming what is wrong in it."""
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BuildError(f"cannot read the components of {path.parent.name}: {error}") from error
    if not isinstance(document, list):
        raise BuildError(f"{path} is not a list of components")
    return sorted(_component(path, entry) for entry in document)


def _component(path: Path, entry: object) -> Component:
    if not isinstance(entry, dict) or not {"name", "version", "licence"} <= entry.keys() <= _FIELDS:
        raise BuildError(f"{path}: a component needs name, version and licence, not {entry!r}")
    values: dict[str, Any] = {
        name: value for name, value in entry.items() if isinstance(value, str)
    }
    try:
        sources = tuple((str(name), str(version)) for name, version in entry.get("sources", []))
    except (TypeError, ValueError) as error:
        raise BuildError(
            f"{path}: the sources of {entry['name']} are not pairs of a name and a version"
        ) from error
    try:
        texts = {name: (path.parent / name).read_text() for name in entry.get("texts", [])}
    except OSError as error:
        raise BuildError(f"{path}: a licence of {entry['name']} is missing: {error}") from error
    return Component(**values, sources=sources, texts=texts)
