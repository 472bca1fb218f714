"""The system of the machine as components: the Debian packages that its image.json names."""

import json
import sys
from pathlib import Path

from bill_of_materials import debian_packages
from bill_of_materials.component import Component
from release import CACHE, CHECKOUT, BuildError

sys.path.insert(0, str(CHECKOUT / "vm" / "image"))

from davit_image import debian

ARCHIVES = CACHE / "packages"
_RECIPE = CHECKOUT / "vm" / "image"


def read(image: Path) -> list[Component]:
    """What a folder with image.json, as vm/image/build.py writes it, is made of.

    The packages are fetched anew for their copyright files, which the image itself does without.
    Raises BuildError when they are not those of the lock, since only those are known by hash.
    """
    manifest = json.loads((image / "image.json").read_bytes())
    architecture = manifest["architecture"]
    lock = _RECIPE / f"packages.{architecture}.lock"
    packages = debian.parse_lock(lock.read_text())
    if {one.name: one.version for one in packages} != manifest["packages"]:
        raise BuildError(
            f"{image} was not built from the packages of {lock.name}; build it with --locked"
        )
    return _components(packages, architecture)


def locked(architecture: str) -> list[Component]:
    """What a guest built from the lock is made of, without building it."""
    lock = _RECIPE / f"packages.{architecture}.lock"
    return _components(debian.parse_lock(lock.read_text()), architecture)


def _components(packages: tuple[debian.Package, ...], architecture: str) -> list[Component]:
    try:
        if gone := debian.fetch(packages, ARCHIVES, debian.mirror()):
            files = ", ".join(one.file for one in gone)
            raise BuildError(f"{debian.mirror()} no longer has {files}; choose anew with --relock")
        documents = [debian_packages.document(ARCHIVES / one.sha256) for one in packages]
        names = {one.name for one in packages}
        lacking = {
            one.elsewhere for one in documents if not one.copyright and one.elsewhere not in names
        }
        others = [debian_packages.document(path) for path in _fetch(sorted(lacking), architecture)]
    except debian.BuildError as error:
        raise BuildError(str(error)) from error
    return [
        part for part in debian_packages.components([*documents, *others]) if part.name in names
    ]


def _fetch(names: list[str], architecture: str) -> list[Path]:
    """Packages that are not in the guest but have the licences of some that are."""
    kept = CACHE / f"licences.{architecture}.lock"
    chosen = debian.parse_lock(kept.read_text()) if kept.exists() else ()
    if not set(names) <= {one.name for one in chosen}:
        wanted = debian.Wanted(tuple((name, "trixie") for name in names), frozenset())
        found = debian.choose(wanted, architecture, debian.mirror())
        chosen = tuple(one for one in found if one.name in names)
        kept.write_text(debian.format_lock(chosen))
    if gone := debian.fetch(chosen, ARCHIVES, debian.mirror()):
        kept.unlink()
        raise BuildError(f"{debian.mirror()} does not give {', '.join(one.file for one in gone)}")
    return [ARCHIVES / one.sha256 for one in chosen if one.name in names]
