"""Whether an application holds together: its lists, its icon, and every piece of code in it.

Nothing here asks a Mac; what only macOS can say is asked by its own tools in disk_image.py.
"""

import os
import plistlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from macos import bundle, icon, launchers, macho, property_lists
from macos.macho import Processor, Slice
from release import BuildError

_SYSTEM: Final = ("/usr/lib/", "/System/Library/")
_LEADS: Final = ("@loader_path", "@executable_path")


def problems(app: Path, processor: Processor) -> list[str]:
    """Everything that is wrong with it, in words; nothing when it is sound."""
    return [
        *_of_info(app),
        *_of_icon(app / "Contents" / "Resources" / property_lists.ICON),
        *_of_links(app),
        *(words for path in bundle.code(app) for words in _of_code(app, path, processor)),
    ]


def oldest(app: Path) -> dict[tuple[int, int], int]:
    """How many pieces of code were built for which macOS."""
    found: dict[tuple[int, int], int] = {}
    for path in bundle.code(app):
        for one in macho.read(path):
            if one.oldest is not None:
                found[one.oldest] = found.get(one.oldest, 0) + 1
    return found


def _of_info(app: Path) -> Iterator[str]:
    contents = app / "Contents"
    about = plistlib.loads((contents / "Info.plist").read_bytes())
    if about["CFBundleExecutable"] not in {program.name for program in launchers.PROGRAMS}:
        yield f"Info.plist names {about['CFBundleExecutable']}, which is none of the programs"
    if about["LSMinimumSystemVersion"] != property_lists.format_version(property_lists.OLDEST):
        yield f"Info.plist asks for macOS {about['LSMinimumSystemVersion']}"
    if not (contents / "Resources" / about["CFBundleIconFile"]).is_file():
        yield f"Info.plist names {about['CFBundleIconFile']}, which is not there"


def _of_icon(path: Path) -> Iterator[str]:
    try:
        found = icon.unpack(path.read_bytes())
    except BuildError as error:
        yield str(error)
        return
    if found != icon.SIZES:
        yield f"the icon has pictures of {sorted(found.values())} pixels"


def _of_links(app: Path) -> Iterator[str]:
    inside = app.resolve()
    for path in app.rglob("*"):
        if path.is_symlink() and not (
            path.exists() and path.resolve().is_relative_to(inside) and not _absolute(path)
        ):
            yield f"{path.relative_to(app)} leads out of the application, or nowhere"


def _absolute(link: Path) -> bool:
    return link.readlink().is_absolute()


def _of_code(app: Path, path: Path, processor: Processor) -> Iterator[str]:
    name = path.relative_to(app).as_posix()
    slices = macho.read(path)
    if len(slices) != 1 or slices[0].processor != processor:
        yield f"{name} is not for {processor.name.lower()} alone"
        return
    (one,) = slices
    if one.kind == macho.FileType.OBJECT:
        yield f"{name} is an object file, which nobody can load or sign"
    if one.oldest is not None and one.oldest > property_lists.OLDEST:
        yield f"{name} was built for macOS {property_lists.format_version(one.oldest)}"
    for load in one.loads:
        if load.startswith(_SYSTEM) or load == one.name:
            continue
        if not any(place.is_file() for place in _places(app, path, one, load)):
            yield f"{name} wants {load}, which is not in the application"
    for rpath in one.rpaths:
        if not rpath.startswith(_LEADS) and not rpath.startswith(_SYSTEM):
            yield f"{name} looks for libraries in {rpath}"


def _places(app: Path, path: Path, one: Slice, load: str) -> Iterator[Path]:
    """Where dyld would look inside of the application; nowhere outside of it."""
    lead, _, rest = load.partition("/")
    folders = [lead]
    if lead == "@rpath":
        folders = list(one.rpaths)
    for folder in folders:
        head, _, tail = folder.partition("/")
        if head not in _LEADS:
            continue
        start = path.parent if head == "@loader_path" else app / "Contents" / "MacOS"
        place = Path(os.path.normpath(start / PurePosixPath(tail) / rest))
        if place.resolve().is_relative_to(app.resolve()):
            yield place
