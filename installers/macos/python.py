"""CPython for the application: the framework that Briefcase makes of python.org's, on a Mac."""

import platform
import plistlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from bill_of_materials import Component
from release import BuildError, Release, run

VERSION: Final = "3.13"
FRAMEWORK: Final = "Python.framework"
_BRIEFCASE: Final = "briefcase==0.4.7"
_PROJECT: Final = """\
[tool.briefcase]
project_name = "Davit"
bundle = "org.davit"
version = "{version}"
author = "The authors of Davit"
author_email = "davit@localhost"
url = "https://localhost/"
license = "Apache-2.0"
license-files = ["LICENSE"]

[tool.briefcase.app.davit]
formal_name = "Davit"
description = "Runs containers"
sources = ["davit"]
requires = []

[tool.briefcase.app.davit.macOS]
universal_build = true
"""
_NOT_NEEDED: Final = (
    "bin", "include", "share", "Headers", "Resources/Python.app",
    "lib/pkgconfig", "lib/tcl*", "lib/tk*", "lib/libtcl*", "lib/libtk*",
    *(f"lib/python{VERSION}/{name}" for name in (
        "config-*", "ensurepip", "idlelib", "lib2to3", "test", "tkinter", "turtledemo",
        "site-packages/*", "lib-dynload/_tkinter*", "lib-dynload/_test*", "lib-dynload/xx*",
    )),
)  # fmt: skip


def is_own() -> bool:
    """Whether this runs on the Python that the application has: only that compiles for it."""
    return platform.python_version().startswith(f"{VERSION}.")


def fetch(target: Path, release: Release) -> None:
    """Write Python.framework to `target`. Raises BuildError.

    Briefcase knows the revision of each Python that it takes, and checks it. Its own start program
    is left: it starts one module only, and Davit has three programs.
    """
    if not is_own():
        raise BuildError(f"Briefcase takes the Python that it runs on; run this by {VERSION}")
    with tempfile.TemporaryDirectory(prefix="davit-python-") as folder:
        project = Path(folder)
        (project / "pyproject.toml").write_text(_PROJECT.format(version=release.version))
        (project / "LICENSE").write_text("Apache-2.0\n")
        (project / "davit").mkdir()
        (project / "davit" / "__main__.py").touch()
        tools = project / "tools"
        run([sys.executable, "-m", "venv", tools])
        run([tools / "bin/pip", "install", "--quiet", _BRIEFCASE])
        run([tools / "bin/briefcase", "create", "macOS", "app", "--no-input"], folder=project)
        found = list(project.glob(f"build/davit/macos/app/*.app/Contents/Frameworks/{FRAMEWORK}"))
        if len(found) != 1:
            raise BuildError(f"{_BRIEFCASE} made no {FRAMEWORK}")
        shutil.copytree(found[0], target, symlinks=True)


def prune(framework: Path) -> None:
    """Leave what programs need that are already compiled."""
    home = framework / "Versions" / VERSION
    for pattern in _NOT_NEEDED:
        for path in home.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
    for link in [*framework.iterdir(), *home.iterdir()]:
        if link.is_symlink() and not link.exists():
            link.unlink()


def component(framework: Path) -> Component:
    """CPython as it lies in the application."""
    home = framework / "Versions" / VERSION
    about = plistlib.loads((home / "Resources" / "Info.plist").read_bytes())
    number = str(about["CFBundleShortVersionString"]).partition(",")[0]
    licence = home / "lib" / f"python{VERSION}" / "LICENSE.txt"
    return Component(
        name="CPython",
        version=number,
        licence="PSF-2.0",
        supplier="Python Software Foundation",
        purl=f"pkg:generic/cpython@{number}",
        home="https://www.python.org/",
        texts={licence.name: licence.read_text(encoding="utf-8")} if licence.exists() else {},
    )
