"""The packages davit and davit-engine, built by debhelper in Debian trixie."""

import re
import shutil
import tempfile
import time
from pathlib import Path

import bill_of_materials
from bill_of_materials import debian_packages, python_packages
from linux import chroot
from linux.tools import wheel
from release import CHECKOUT, Release, copy_checkout, run

RECIPE = CHECKOUT / "installers" / "linux" / "debian"
QMP = "qemu.qmp"
"""What Debian 13 does not have."""
_CHECKS = ("appstream", "desktop-file-utils", "lintian")
_LEFT_OUT = ("legacy.py", "qmp_shell.py", "qmp_tui.py")


def build(release: Release) -> list[Path]:
    """Write davit_VERSION_all.deb and davit-engine_VERSION_ARCHITECTURE.deb with their papers."""
    archive = chroot.base([*build_dependencies(), "build-essential", *_CHECKS])
    with tempfile.TemporaryDirectory(prefix="davit-deb-") as scratch:
        system = Path(scratch) / "trixie"
        chroot.unpack(archive, system)
        vendored = _lay_out(release, system / "build/davit", Path(scratch))
        with chroot.entered(system) as inside:
            inside.run(
                "env", "--chdir=/build/davit", "dpkg-buildpackage", "-b", "-us", "-uc",
                SOURCE_DATE_EPOCH=str(release.epoch), DEB_BUILD_OPTIONS="noautodbgsym nocheck",
            )  # fmt: skip
            check(inside, sorted((system / "build").glob("*.changes")))
        built = sorted((system / "build").glob("*.deb"))
        busybox = _from_system(system, "busybox-static")
        written = []
        for path in built:
            target = release.output / path.name
            shutil.copyfile(path, target)
            parts = [busybox] if path.name.startswith("davit-engine") else vendored
            written += [target, *bill_of_materials.write(release, path.name, parts)]
        return written


def check(inside: chroot.Chroot, changes: list[Path]) -> None:
    """Raises BuildError with what Debian's own checks find wrong."""
    named = [Path("/") / path.relative_to(inside.folder) for path in changes]
    inside.run("lintian", "--allow-root", "--fail-on=error,warning,info,pedantic", "-IE",
               "--pedantic", "--tag-display-limit=0", *named, accept=(0,))  # fmt: skip
    tree = Path("/build/davit/debian/davit/usr/share")
    inside.run("desktop-file-validate", tree / "applications/org.davit.Davit.desktop")
    # The project has no home page yet.
    inside.run("appstreamcli", "validate", "--no-net", "--explain",
               "--override=url-homepage-missing=info",
               tree / "metainfo/org.davit.Davit.metainfo.xml")  # fmt: skip


def build_dependencies() -> list[str]:
    """The packages that debian/control names."""
    control = (RECIPE / "control").read_text()
    field = re.search(r"^Build-Depends:\n((?: .*\n)+)", control, re.MULTILINE)
    assert field is not None
    names = [re.sub(r"[\s(].*", "", word.strip()) for word in field[1].split(",")]
    return ["debhelper" if name == "debhelper-compat" else name
            for name in names if not name.startswith("dh-sequence-")]  # fmt: skip


def _lay_out(release: Release, folder: Path, scratch: Path) -> list[bill_of_materials.Component]:
    """The source package; returns what of others is in it."""
    copy_checkout(folder)
    recipe = folder / "debian"
    shutil.copytree(RECIPE, recipe)
    shutil.copyfile(RECIPE.parent / "org.davit.Davit.desktop", recipe / "org.davit.Davit.desktop")
    moment = time.gmtime(release.epoch)
    metainfo = recipe / "org.davit.Davit.metainfo.xml"
    words = {"VERSION": release.version, "DATE": time.strftime("%Y-%m-%d", moment)}
    metainfo.write_text(re.sub("@([A-Z]+)@", lambda found: words[found[1]], metainfo.read_text()))
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", moment)
    (recipe / "changelog").write_text(
        f"davit ({release.version}) unstable; urgency=medium\n\n"
        f"  * Release {release.version}; see CHANGELOG.md.\n\n"
        f" -- Davit <packages@davit.invalid>  {date}\n"
    )
    unpacked = scratch / "vendored"
    run(["python3", "-m", "zipfile", "-e", wheel(QMP), unpacked])
    vendor = recipe / "vendor" / "qemu" / "qmp"
    shutil.copytree(unpacked / "qemu" / "qmp", vendor, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    return python_packages.read(unpacked)


def _from_system(system: Path, package: str) -> bill_of_materials.Component:
    told = run(["dpkg-query", f"--root={system}", "-s", package])
    control = debian_packages.parse_control(told)
    text = (system / "usr/share/doc" / package / "copyright").read_text()
    return debian_packages.component(control, text)
