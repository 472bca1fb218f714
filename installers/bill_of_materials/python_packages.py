"""Python packages as components, by the dist-info folders that wheels leave."""

from email import message_from_string
from email.message import Message
from pathlib import Path

from bill_of_materials import licences
from bill_of_materials.component import Component

_TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def read(folder: Path) -> list[Component]:
    """Every package below a site-packages folder, by name."""
    return sorted(_component(info) for info in folder.glob("*.dist-info"))


def _component(info: Path) -> Component:
    metadata = message_from_string((info / "METADATA").read_text(encoding="utf-8"))
    name, version = metadata["Name"], metadata["Version"]
    licence = _licence(metadata)
    return Component(
        name=name,
        version=version,
        licence=licence,
        supplier=_supplier(metadata),
        purl=f"pkg:pypi/{name.lower().replace('_', '-')}@{version}",
        download=f"https://pypi.org/project/{name}/{version}/",
        home=_home(metadata),
        texts=_texts(info) or _common(licence),
    )


def _licence(metadata: Message) -> str:
    expression = metadata.get("License-Expression", "")
    # A name that SPDX dropped, in a package that means exactly that version.
    if expression:
        return licences.of_python([expression]) or expression
    stated = (metadata.get("License") or "").strip()
    if " OR " in stated or " AND " in stated:
        return stated
    classifiers = [
        value.rpartition(" :: ")[2]
        for value in metadata.get_all("Classifier", [])
        if value.startswith("License :: ") and value != "License :: OSI Approved"
    ]
    return licences.of_python([stated]) or licences.of_python(classifiers)


def _supplier(metadata: Message) -> str:
    return (metadata.get("Author") or metadata.get("Author-email") or "").partition("<")[0].strip()


def _home(metadata: Message) -> str:
    for line in metadata.get_all("Project-URL", []):
        label, _, address = line.partition(",")
        if label.strip().lower() in ("homepage", "source", "source code", "repository", "home"):
            return str(address.strip())
    return metadata.get("Home-page") or ""


def _texts(info: Path) -> dict[str, str]:
    return {
        str(path.relative_to(info)): path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(info.rglob("*"))
        if path.is_file()
        and (path.name.upper().startswith(_TEXTS) or path.parent.name == "licenses")
        and path.suffix not in (".py", ".pyc", ".json")
    }


def _common(licence: str) -> dict[str, str]:
    """The texts of the GNU licences for a wheel that forgot them, as PySide6's do."""
    names = {
        word.rpartition("-")[0].removesuffix(".0") for word in licence.split() if "GPL" in word
    }
    return licences.common_texts(f"{licences.COMMON}/{name}" for name in names)
