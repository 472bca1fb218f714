"""Packages of .deb and .rpm for systems without a Python and Qt as new as Davit needs.

PyInstaller collects the programs with their Python, nfpm packs them. They run where glibc is as
new as the build computer's, or as PySide6's wheels ask.
"""

import os
import platform
import re
import shutil
import string
import subprocess
import tempfile
import time
from pathlib import Path

import bill_of_materials
from bill_of_materials import Component, debian_packages, python_packages
from linux import tools
from release import CHECKOUT, BuildError, Release, copy_checkout, run

RECIPE = Path(__file__).parent
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_DEBIAN = RECIPE.parent / "debian"


def build(release: Release) -> list[Path]:
    """Write davit-bundle as .deb and .rpm, with their papers."""
    environment = tools.environment()
    with tempfile.TemporaryDirectory(prefix="davit-frozen-") as scratch:
        folder = Path(scratch)
        tree = freeze(release, environment, folder)
        for name in ("desktop", "engine", "machine"):
            (tree / f"davit-{name}").symlink_to("davit")
        parts = contents(environment, tree)
        papers = bill_of_materials.write(release, "davit-bundle", parts)
        shutil.copyfile(papers[1], tree / "NOTICES.txt")
        (folder / "usr").mkdir()
        _lay_out_system(folder / "usr", release)
        _same_times(folder, release.epoch)
        return [*_pack(release, environment, folder, tree), *papers]


def freeze(release: Release, environment: Path, folder: Path) -> Path:
    """The folder with the programs and all they need."""
    source = folder / "source"
    copy_checkout(source)
    made = {**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch), "PYTHONHASHSEED": "0"}
    python = environment / "bin/python"
    run([python, source / "engine/davit_engine/starter/build.py"], environment=made)
    run([python, source / "desktop/languages.py", "release"], environment=made)
    site = folder / "site"
    run([python, "-m", "pip", "install", "-q", "--no-deps", "--disable-pip-version-check",
         "--target", site, source], environment=made)  # fmt: skip
    run([python, "-m", "PyInstaller", "--noconfirm", "--distpath", folder / "dist",
         "--workpath", folder / "work", RECIPE / "davit.spec"],
        folder=folder, environment={**made, "PYTHONPATH": str(site)})  # fmt: skip
    tree = folder / "dist" / "davit"
    for library in (tree / "_internal").glob("libpython*.so*"):
        run(["strip", "--strip-unneeded", library])
    return tree


def contents(environment: Path, tree: Path) -> list[Component]:
    """The Python packages that went in, and the libraries of this computer's packages."""
    (site,) = environment.glob("lib/python*/site-packages")
    inside = {path.name for path in (tree / "_internal").rglob("*")}
    wanted = set(re.findall(r"^([a-z0-9-]+)==", tools.LOCK.read_text(), re.MULTILINE))
    parts = [
        part
        for part in python_packages.read(site)
        if re.sub(r"[-_.]+", "-", part.name).lower() in wanted
    ]
    places = (Path("/usr/lib") / f"{platform.machine()}-linux-gnu", Path("/usr/lib64"))
    files = [place / name for place in places for name in inside if (place / name).is_file()]
    if shutil.which("dpkg-query"):
        parts += debian_packages.installed(files)
    return parts


def glibc_floor(tree: Path) -> str:
    """The newest version of glibc that anything in the folder asks for."""
    newest = (0, 0)
    for path in tree.rglob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        told = subprocess.run(["objdump", "-T", path], capture_output=True, text=True, check=False)
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", told.stdout):
            newest = max(newest, (int(major), int(minor)))
    return ".".join(map(str, newest))


def _lay_out_system(usr: Path, release: Release) -> None:
    """What systems look for below /usr: units, menu entry, icon, completions."""
    units = usr / "lib/systemd/system"
    units.mkdir(parents=True)
    for name in ("davit-engine.service", "davit-engine.socket"):
        shutil.copyfile(_DEBIAN / name, units / name)
    users = usr / "lib/sysusers.d/davit-engine.conf"
    users.parent.mkdir(parents=True)
    shutil.copyfile(_DEBIAN / "davit-engine.sysusers", users)
    entry = usr / "share/applications/org.davit.Davit.desktop"
    entry.parent.mkdir(parents=True)
    shutil.copyfile(RECIPE.parent / entry.name, entry)
    icon = usr / "share/icons/hicolor/scalable/apps/davit.svg"
    icon.parent.mkdir(parents=True)
    drawing = CHECKOUT / "desktop/davit_desktop/views/icons/davit.svg"
    run(["python3", _DEBIAN / "icon.py", drawing, icon])
    licence = usr / "share/doc/davit-bundle/copyright"
    licence.parent.mkdir(parents=True)
    shutil.copyfile(_DEBIAN / "copyright", licence)
    for path in usr.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _same_times(folder: Path, epoch: int) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _pack(release: Release, environment: Path, folder: Path, tree: Path) -> list[Path]:
    architecture = ARCHITECTURES.get(platform.machine())
    if architecture is None:
        raise BuildError(f"there are no packages of PySide6 for {platform.machine()}")
    words = {
        "ARCHITECTURE": architecture,
        "VERSION": release.version,
        "TIME": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(release.epoch)),
        "RECIPE": str(RECIPE),
        "TREE": str(tree),
        "SYSTEM": str(folder / "usr"),
        "GLIBC": glibc_floor(tree),
    }
    settings = folder / "nfpm.yaml"
    settings.write_text(string.Template((RECIPE / "nfpm.yaml").read_text()).substitute(words))
    written = []
    for kind in ("deb", "rpm"):
        target = folder / f"packed.{kind}"
        run([environment / "bin/nfpm", "package", "-f", settings, "-p", kind, "-t", target],
            environment={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)})  # fmt: skip
        name = f"davit-bundle_{release.version}_{architecture}.deb"
        if kind == "rpm":
            name = f"davit-bundle-{release.version}-1.{platform.machine()}.rpm"
        written.append(Path(shutil.move(target, release.output / name)))
    return written
