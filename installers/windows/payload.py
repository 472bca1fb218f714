"""The folder that ends up on a Windows computer: programs, Python, QEMU, the machine's system.

davit.exe, davit-desktop.exe, davit-machine.exe    launchers.py
python/                                            Python, and packages in Lib/site-packages
qemu/                                              qemu-system-x86_64.exe, qemu-img.exe
image/x86_64/                                      what vm/image/build.py wrote
licences/                                          notices, and the list of parts
"""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bill_of_materials import Component
from release import CHECKOUT, BuildError, Release, run
from windows import launchers, packages, wine

SITE: Final = Path("python/Lib/site-packages")
_GUEST_FILES: Final = ("image.json", "kernel", "initrd", "root.erofs", "data.qcow2")
_SHOWN_QT: Final = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg")
"""The parts of Qt that the window imports."""
_QT_PLUGINS: Final = (
    "iconengines/qsvgicon",
    "imageformats/qico",
    "imageformats/qsvg",
    "platforms/qoffscreen",
    "platforms/qwindows",
    "styles/qmodernwindowsstyle",
)
_COMPILED_WITHIN: Final = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Where the parts come from that are not built here."""

    python: Path | None = None
    """python.org's archive of the embeddable Python; None takes PyPI's, by its hash."""
    qemu: Path | None = CHECKOUT / "build" / "windows-qemu"
    """None leaves it out; the window then says on its first page that QEMU is missing."""
    guest: Path | None = CHECKOUT / "vm" / "image" / "out" / "x86_64"
    """None leaves it out, likewise."""
    channel: Path | None = None
    """Folder with release.json and root.json: where updates come from. None: from nowhere."""


def assemble(target: Path, release: Release, parts: Parts) -> None:
    """Fill the empty folder `target`. Raises BuildError."""
    _copy_base(target, parts.python)
    with tempfile.TemporaryDirectory() as scratch:
        packages.install_davit(target / SITE, release, Path(scratch))
    own = sorted((target / SITE).glob("davit_*"))
    _compile(target / "python", [folder for folder in own if folder.suffix != ".dist-info"])
    launchers.build(target, release)
    if parts.guest is not None:
        _copy_guest(target / "image" / "x86_64", parts.guest)
    if parts.qemu is not None:
        _copy_qemu(target / "qemu", parts.qemu)
    if parts.channel is not None:
        shutil.copytree(parts.channel, target / "release")
    _same_dates(target, release.epoch)


def add_licences(target: Path, files: Iterable[Path], epoch: int) -> None:
    """Our own licence, and what was written about the parts."""
    folder = target / "licences"
    folder.mkdir()
    for file in (CHECKOUT / "LICENSE", *files):
        # The editor of Windows shows what has such an ending.
        shutil.copy(file, folder / (file.name if file.suffix else f"{file.name}.txt"))
    _same_dates(folder, epoch)


def python_component(target: Path) -> Component:
    """CPython as it lies in the payload."""
    licence = target / "python" / "LICENSE.txt"
    version = re.search(rb"3\.13\.\d+", (target / "python" / "python313.dll").read_bytes())
    if version is None:
        raise BuildError("python313.dll does not say which Python it is")
    number = version[0].decode()
    return Component(
        name="CPython",
        version=number,
        licence="PSF-2.0",
        supplier="Python Software Foundation",
        purl=f"pkg:generic/cpython@{number}",
        home="https://www.python.org/",
        texts={licence.name: licence.read_text(encoding="utf-8")},
    )


def _copy_base(target: Path, archive: Path | None) -> None:
    """Python and the packages of others, made once for each choice of them."""
    made_of = [packages.PYTHON_LOCK, packages.PACKAGES_LOCK, Path(__file__), archive]
    digest = hashlib.sha256()
    for file in made_of:
        digest.update(file.read_bytes() if file is not None else b"")
    base = packages.FOLDER / f"base-{digest.hexdigest()[:12]}"
    if not base.exists():
        part = base.with_suffix(f".{os.getpid()}")
        shutil.rmtree(part, ignore_errors=True)
        (part / SITE).mkdir(parents=True)
        packages.unpack_python(part / "python", archive)
        packages.install_packages(part / SITE)
        _prune_python(part / "python")
        _prune_qt(part / SITE)
        _compile(part / "python", [part / SITE])
        for old in packages.FOLDER.glob("base-*"):
            if old != part:
                shutil.rmtree(old)
        part.rename(base)
    shutil.copytree(base, target, dirs_exist_ok=True)


def _prune_python(folder: Path) -> None:
    for name in ("pythonw.exe", "python.cat", "winsound.pyd", "_msi.pyd"):
        (folder / name).unlink(missing_ok=True)
    # The interpreter's search path, which no variable and no user's folder adds to.
    (folder / "python313._pth").write_bytes(b"python313.zip\r\n.\r\nLib\\site-packages\r\n")


def _prune_qt(site: Path) -> None:
    """Leave what the window uses; the libraries stay ordinary files that anybody may replace."""
    qt = site / "PySide6"
    used = {f"{name}.pyd" for name in _SHOWN_QT} | {
        f"{name.replace('Qt', 'Qt6')}.dll" for name in _SHOWN_QT
    }
    plugins = {f"plugins/{name}.dll" for name in _QT_PLUGINS}
    for file in sorted(qt.rglob("*"), reverse=True):
        name = file.relative_to(qt).as_posix()
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif not (
            name in used
            or name in plugins
            or name.startswith(("pyside6.abi3", "msvcp140", "vcruntime140", "concrt140"))
            or (name.startswith("translations/qtbase_") and name.endswith(".qm"))
            or (file.suffix == ".py" and "/" not in name)
        ):
            file.unlink()
    for file in (*site.glob("shiboken6/*.pyi"), *site.rglob("*.pyx"), *site.rglob("*.pxd")):
        file.unlink()
    for folder in ("psutil/tests", "cffi/recompiler_tests", "shiboken6/include", "shiboken6/lib"):
        shutil.rmtree(site / folder, ignore_errors=True)


def _compile(python: Path, folders: Iterable[Path]) -> None:
    """Write .pyc files that never look at their source: the folder may be read-only."""
    words = ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash",
             "-s", str(python), *map(str, folders)]  # fmt: skip
    native = shutil.which("python3.13")
    # A version manager puts a name on the path that may lead nowhere.
    if (
        native is not None
        and not subprocess.run([native, "-c", ""], capture_output=True).returncode
    ):
        run([native, *words], environment={**os.environ, "PYTHONHASHSEED": "0"})
        return
    done = wine.run(wine.drive(), python / "python.exe", *words, timeout=_COMPILED_WITHIN)
    wine.wait(wine.drive())
    if done.returncode:
        raise BuildError(f"compiling {python} failed:\n{done.stdout}{done.stderr}")


def _copy_guest(target: Path, source: Path) -> None:
    missing = [name for name in _GUEST_FILES if not (source / name).is_file()]
    if missing:
        raise BuildError(
            f"{source} has no {', '.join(missing)}: build the system of the machine with "
            "python3 vm/image/build.py --architecture x86_64"
        )
    target.mkdir(parents=True)
    for name in _GUEST_FILES:
        shutil.copy(source / name, target / name)


def _copy_qemu(target: Path, source: Path) -> None:
    missing = [
        name for name in ("qemu-system-x86_64.exe", "qemu-img.exe") if not (source / name).is_file()
    ]
    if missing:
        raise BuildError(
            f"{source} has no {', '.join(missing)}: build QEMU for Windows first, or leave it "
            "out with --without-qemu"
        )
    shutil.copytree(source, target)


def _same_dates(folder: Path, epoch: int) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_file():
            path.chmod(0o644)
        os.utime(path, (epoch, epoch))
