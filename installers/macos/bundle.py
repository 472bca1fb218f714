"""Davit.app, put together: the same on a Mac, where it is whole, and on Linux, to be checked.

Contents/MacOS/            davit-desktop, davit, davit-machine (on a Mac)
Contents/Frameworks/       Python.framework (on a Mac)
Contents/Resources/packages        Davit and what it imports
Contents/Resources/qemu            bin/qemu-system-…, bin/qemu-img, share/qemu
Contents/Resources/image/…         the system of the machine
Contents/Resources/release         where updates come from
Contents/Resources/licences        notices, and the list of parts
"""

import compileall
import os
import plistlib
import py_compile
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bill_of_materials import Component, declared, guest, python_packages
from macos import icon, launchers, macho, packages, property_lists, python, qt
from release import CHECKOUT, BuildError, Release
from windows.packages import install_davit

GUESTS: Final = {"arm64": "aarch64", "x86_64": "x86_64"}
"""QEMU's and Debian's name for each processor that Apple names."""
_GUEST_FILES: Final = ("image.json", "kernel", "initrd", "root.erofs", "data.qcow2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What comes from elsewhere; None leaves it out."""

    architecture: str
    """arm64 or x86_64."""
    python: Path | None = None
    """Python.framework. Without it the application has no programs either."""
    qemu: Path | None = None
    guest: Path | None = None
    channel: Path | None = None
    """Folder with release.json and root.json."""


def assemble(app: Path, release: Release, parts: Parts) -> None:
    """Fill the folder `app`, which is not there yet. Raises BuildError."""
    contents = app / "Contents"
    resources = contents / "Resources"
    resources.mkdir(parents=True)
    site = resources / "packages"
    packages.install(site, parts.architecture, qt.wanted)
    qt.shape(site)
    with tempfile.TemporaryDirectory() as scratch:
        install_davit(site, release, Path(scratch))
    icon.write(resources / property_lists.ICON)
    about = property_lists.info(release, parts.architecture)
    (contents / "Info.plist").write_bytes(plistlib.dumps(about))
    (contents / "PkgInfo").write_text("APPL????")
    if parts.python is not None:
        framework = contents / "Frameworks" / python.FRAMEWORK
        shutil.copytree(parts.python, framework, symlinks=True)
        python.prune(framework)
        (contents / "MacOS").mkdir()
        oldest = property_lists.format_version(property_lists.OLDEST)
        launchers.build(contents / "MacOS", parts.architecture, oldest)
    if parts.qemu is not None:
        _copy_qemu(resources / "qemu", parts.qemu, GUESTS[parts.architecture])
    if parts.guest is not None:
        _copy_guest(resources / "image" / GUESTS[parts.architecture], parts.guest)
    if parts.channel is not None:
        shutil.copytree(parts.channel, resources / "release")
    for file in code(app):
        macho.thin(file, macho.PROCESSORS[parts.architecture])
    _compile(contents)


def components(app: Path, parts: Parts) -> list[Component]:
    """What others wrote in it. Raises BuildError."""
    found = python_packages.read(app / "Contents" / "Resources" / "packages")
    if parts.python is not None:
        found.append(python.component(app / "Contents" / "Frameworks" / python.FRAMEWORK))
    if parts.qemu is not None:
        found += declared.read(parts.qemu / "components.json")
    if parts.guest is not None:
        found += guest.read(parts.guest)
    return found


def finish(app: Path, release: Release, written: Iterable[Path]) -> None:
    """Add what was written about the parts; set modes and dates. Nothing is added after this."""
    folder = app / "Contents" / "Resources" / "licences"
    folder.mkdir()
    for file in (CHECKOUT / "LICENSE", *written):
        shutil.copyfile(file, folder / (file.name if file.suffix else f"{file.name}.txt"))
    programs = {app / "Contents" / "MacOS", app / "Contents" / "Resources" / "qemu" / "bin"}
    for path in (app, *app.rglob("*")):
        if path.is_symlink():
            continue
        runs = path.parent in programs and path.is_file() and macho.is_macho(path)
        path.chmod(0o755 if path.is_dir() or runs else 0o644)
        os.utime(path, (release.epoch, release.epoch))


def code(folder: Path) -> list[Path]:
    """Every Mach-O file, each once."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and macho.is_macho(path)
    ]


def _copy_qemu(target: Path, source: Path, architecture: str) -> None:
    """The emulator of the Mac's own processor; the other one would only be slow."""
    names = (f"qemu-system-{architecture}", "qemu-img", "components.json", "licences", "share")
    missing = [name for name in names if not (source / name).exists()]
    if missing:
        raise BuildError(
            f"{source} has no {', '.join(missing)}: build QEMU first, on a Mac, with "
            "python3 installers/build.py qemu-macos, or leave it out with --without-qemu"
        )
    # QEMU looks for its firmware where a program in bin has it: ../share/qemu.
    places = {"share": "share/qemu", "components.json": "components.json", "licences": "licences"}
    for name in names:
        place = target / places.get(name, f"bin/{name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        if (source / name).is_dir():
            shutil.copytree(source / name, place)
        else:
            shutil.copy(source / name, place)


def _copy_guest(target: Path, source: Path) -> None:
    missing = [name for name in _GUEST_FILES if not (source / name).is_file()]
    if missing:
        raise BuildError(
            f"{source} has no {', '.join(missing)}: build the system of the machine on Linux with "
            f"python3 vm/image/build.py --architecture {target.name}"
        )
    target.mkdir(parents=True)
    for name in _GUEST_FILES:
        shutil.copyfile(source / name, target / name)


def _compile(contents: Path) -> None:
    """Write .pyc files: once the application is signed nothing may be written into it.

    Only the Python of the application can; another one leaves it at that.
    """
    if not python.is_own():
        return
    for folder in (contents / "Resources" / "packages", contents / "Frameworks"):
        compileall.compile_dir(
            folder, quiet=2, stripdir=str(contents),
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
