"""What of Qt and PySide6 stays in the application, and its frameworks as macOS wants them."""

import shutil
from pathlib import Path
from typing import Final

_MODULES: Final = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg")
"""What the window imports."""
_FRAMEWORKS: Final = (*_MODULES, "QtDBus")
"""QtDBus is for QtGui."""
_PLUGINS: Final = (
    "iconengines/libqsvgicon",
    "imageformats/libqico",
    "imageformats/libqsvg",
    "platforms/libqcocoa",
    "platforms/libqoffscreen",
    "styles/libqmacstyle",
)


def wanted(name: str) -> bool:
    """Whether the window uses a file of the packages, by its path below them (pure).

    The libraries stay ordinary files that anybody may replace.
    """
    package, _, rest = name.partition("/")
    if package == "PySide6":
        return _used(rest)
    return not (name.endswith((".pyi", ".pyx", ".pxd")) or name.startswith(_NOT_USED))


_NOT_USED: Final = (
    "psutil/tests/", "cffi/recompiler_tests/", "shiboken6/include/", "shiboken6/lib/",
)  # fmt: skip


def shape(site: Path) -> None:
    """Make frameworks of what the wheel could hold of them."""
    for framework in sorted((site / "PySide6" / "Qt" / "lib").glob("*.framework")):
        shape_framework(framework)


def _used(name: str) -> bool:
    first, _, rest = name.partition("/")
    if not rest:
        return name.endswith(".py") or name in _BINDINGS or name.startswith("libpyside6.abi3")
    if first != "Qt":
        return first == "support" and name.endswith(".py")
    kind, _, place = rest.partition("/")
    if kind == "lib":
        return place.partition(".framework/")[0] in _FRAMEWORKS and "/Headers/" not in place
    if kind == "plugins":
        return place.removesuffix(".dylib") in _PLUGINS
    return kind == "translations" and place.startswith("qtbase_") and place.endswith(".qm")


_BINDINGS: Final = {f"{name}.abi3.so" for name in _MODULES}


def shape_framework(framework: Path) -> None:
    """Give back the links of a framework, which a wheel cannot hold; codesign asks for them."""
    versions = framework / "Versions"
    for entry in framework.iterdir():
        if entry != versions:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    (found,) = (entry for entry in versions.iterdir() if entry.name != "Current")
    current = versions / "Current"
    current.unlink(missing_ok=True)
    current.symlink_to(found.name)
    for entry in sorted(found.iterdir()):
        if entry.name != "_CodeSignature":
            (framework / entry.name).symlink_to(f"Versions/Current/{entry.name}")
