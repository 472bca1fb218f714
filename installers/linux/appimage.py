"""Davit as an AppImage: the frozen programs in one file that runs without being installed.

It has the window, the command line and the machine; an engine of this computer's own needs root
and a service, and so a package. appimagetool and its runtime are on no package registry: who
builds it, such as the release workflow, fetches them, checks them and names them by APPIMAGETOOL
and APPIMAGE_RUNTIME.
"""

import os
import platform
import shutil
import tempfile
from pathlib import Path

import bill_of_materials
from linux import frozen, tools
from release import CHECKOUT, BuildError, Release, run

_RUN = """\
#!/bin/sh
# What an AppImage starts: the window or, by the name it is called by, another program.
here=$(dirname "$(readlink -f "$0")")
case ${ARGV0##*/} in
    davit | davit-machine) exec "$here/davit/${ARGV0##*/}" "$@" ;;
    *) exec "$here/davit/davit-desktop" "$@" ;;
esac
"""


def build(release: Release) -> list[Path]:
    """Write davit-VERSION-ARCHITECTURE.AppImage with its papers."""
    tool, runtime = (_given(name) for name in ("APPIMAGETOOL", "APPIMAGE_RUNTIME"))
    environment = tools.environment()
    target = release.output / f"davit-{release.version}-{platform.machine()}.AppImage"
    with tempfile.TemporaryDirectory(prefix="davit-appimage-") as scratch:
        folder = Path(scratch)
        tree = frozen.freeze(release, environment, folder)
        parts = frozen.contents(environment, tree)
        papers = bill_of_materials.write(release, target.name, parts)
        application = folder / "Davit.AppDir"
        lay_out(tree, application, papers[1])
        run([tool, "--no-appstream", "--runtime-file", runtime, application, target],
            environment={**os.environ, "ARCH": platform.machine(),
                         "SOURCE_DATE_EPOCH": str(release.epoch)})  # fmt: skip
    return [target, *papers]


def lay_out(tree: Path, application: Path, notices: Path) -> None:
    """The folder that becomes the file."""
    application.mkdir()
    shutil.copytree(tree, application / "davit", symlinks=True)
    for name in ("desktop", "machine"):
        (application / "davit" / f"davit-{name}").symlink_to("davit")
    start = application / "AppRun"
    start.write_text(_RUN)
    start.chmod(0o755)
    shutil.copyfile(notices, application / "NOTICES.txt")
    shutil.copyfile(CHECKOUT / "LICENSE", application / "LICENSE")
    entry = frozen.RECIPE.parent / "org.davit.Davit.desktop"
    shutil.copyfile(entry, application / entry.name)
    drawing = CHECKOUT / "desktop/davit_desktop/views/icons/davit.svg"
    run(["python3", frozen.RECIPE.parent / "debian/icon.py", drawing, application / "davit.svg"])
    (application / ".DirIcon").symlink_to("davit.svg")


def _given(name: str) -> Path:
    path = Path(os.environ.get(name, ""))
    if not path.is_file():
        raise BuildError(
            f"{name} names no file; fetch appimagetool and its runtime from the AppImage project, "
            "check them, and set APPIMAGETOOL and APPIMAGE_RUNTIME to their paths"
        )
    return path.resolve()
