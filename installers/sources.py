"""The exact sources of the parts that are under the GPL and its like, in one archive.

The guests' packages come from Debian as they are, and so do their sources: apt finds each by name
and version and checks it against the archive's signature.
"""

import hashlib
import io
import re
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote

from bill_of_materials import declared, guest, licences
from bill_of_materials.component import Component
from qemu_bundle import pinned
from release import CACHE, CHECKOUT, BuildError, Release, run
from source_file import SourceFile

sys.path.insert(0, str(CHECKOUT / "vm" / "image"))

from davit_image import debian

ARCHITECTURES = ("x86_64", "aarch64")
_SNAPSHOT = "https://snapshot.debian.org/archive"
_SUITES = ("trixie", "trixie-updates", "sid")
_OFFER = """\
Davit {version} contains programs under the GNU General Public License, the GNU Lesser General
Public License and the Mozilla Public License, which SOURCES.txt lists. This archive holds their
complete corresponding sources, as Debian published them and as they were used without change.
To build one, on Debian:

    dpkg-source -x NAME_VERSION.dsc && cd NAME-* && dpkg-buildpackage

What puts the results together into Davit is Davit's own source: vm/image/build.py for the guest,
installers/qemu_bundle for QEMU and the libraries in it.

If you got Davit without this archive: for three years from {date}, and for as long as support for
this version is offered, whoever published it gives anybody who asks a copy of this archive on a
customary medium, for no more than the cost of doing so.
"""


def build(release: Release) -> list[Path]:
    """Write davit-sources-VERSION.tar."""
    parts = copyleft_parts()
    wanted = sorted({source for part in parts for source in part.sources})
    files = find(wanted, release)
    for name, pin in pinned.read().items():
        parts.append(pin.component(name))
        files.setdefault(pin.source, []).extend(pin.corresponding_sources())
    fetch([file for found in files.values() for file in found], release)
    target = release.output / f"davit-sources-{release.version}.tar"
    date = time.strftime("%Y-%m-%d", time.gmtime(release.epoch))
    texts = {
        "OFFER.txt": _OFFER.format(version=release.version, date=date),
        "SOURCES.txt": format_list(parts, files),
    }
    _write(target, release, texts, [file for found in files.values() for file in found])
    return [target]


def copyleft_parts() -> list[Component]:
    """What of the guests and of the declared parts asks for its source."""
    found = [part for name in ARCHITECTURES for part in guest.locked(name)]
    for path in sorted((CHECKOUT / "installers").glob("*/components.json")):
        found += declared.read(path)
    return [
        part
        for part in sorted(set(found))
        if part.sources and licences.is_copyleft(part.licence + "".join(part.texts.values()))
    ]


def find(
    wanted: Sequence[tuple[str, str]], release: Release
) -> dict[tuple[str, str], list[SourceFile]]:
    """The files of each source package; where the mirror has moved on, Debian's snapshots do.

    Raises BuildError naming what is nowhere.
    """
    day = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(release.epoch))
    found: dict[tuple[str, str], list[SourceFile]] = {}
    failure = ""
    for place in (debian.mirror(), f"{_SNAPSHOT}/debian/{day}"):
        lacking = [source for source in wanted if source not in found]
        if not lacking:
            break
        try:
            found |= _ask(place, lacking)
        except debian.BuildError as error:
            failure = f"; {error}"
    if lacking := [source for source in wanted if source not in found]:
        names = ", ".join(f"{name} {version}" for name, version in lacking)
        raise BuildError(f"the sources are not to be had of {names}{failure}")
    return found


def _ask(place: str, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[SourceFile]]:
    with tempfile.TemporaryDirectory(prefix="davit-sources-") as folder:
        apt = _private_apt(Path(folder), place)
        debian.run([*apt, "update"])
        answers = {}
        for name, version in wanted:
            told = run([*apt, "source", "--download-only", "--print-uris", f"{name}={version}"],
                       accept=(0, 100))  # fmt: skip
            if files := parse_uris(told):
                answers[name, version] = files
    return answers


def _private_apt(folder: Path, place: str) -> tuple[str, ...]:
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True)
    (folder / "status").touch()
    lines = [f"deb-src {place} {suite} main\n" for suite in _SUITES]
    security = re.sub(r"/debian(?=/|$)", "/debian-security", place)
    lines.append(f"deb-src {security} trixie-security main\n")
    (folder / "sources.list").write_text("".join(lines))
    options = {
        "APT::Sandbox::User": "",
        "Acquire::Check-Valid-Until": "false",
        "Acquire::ForceHash": "SHA256",
        "Acquire::Languages": "none",
        "Dir::Cache::archives": folder / "archives",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Dir::Etc::sourcelist": folder / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "Dir::State::lists": folder / "lists",
        "Dir::State::status": folder / "status",
    }
    return ("apt-get", "-qq", *(f"-o{key}={value}" for key, value in options.items()))


def parse_uris(told: str) -> list[SourceFile]:
    """The lines of `apt-get --print-uris`: 'uri' file size SHA256:sum."""
    files = []
    for line in told.splitlines():
        match = re.fullmatch(r"'([^']+)' (\S+) \d+ (\w+):(\w+)", line.strip())
        if match is None:
            continue
        if match[3] != "SHA256":
            raise BuildError(f"apt gave a {match[3]} sum for {match[2]}; SHA256 is needed")
        files.append(SourceFile(unquote(match[2]), match[4], match[1]))
    return sorted(files)


def fetch(files: Iterable[SourceFile], release: Release) -> None:
    """Download what the cache lacks. Raises BuildError naming all that is nowhere."""
    place = CACHE / "sources"
    place.mkdir(parents=True, exist_ok=True)
    gone = []
    for file in sorted(set(files)):
        target = place / file.sha256
        if target.exists() or any(
            _download(file, uri, target) for uri in (file.uri, _in_snapshot(file.uri, release))
        ):
            continue
        gone.append(file.name)
    if gone:
        raise BuildError(
            f"neither the mirror nor {_SNAPSHOT} has {', '.join(gone)}; without them the sources "
            "are not complete. Try another mirror of Debian"
        )


def _download(file: SourceFile, uri: str, target: Path) -> bool:
    """Whether it came, and is what Debian signed."""
    partial = target.with_suffix(".part")
    partial.unlink(missing_ok=True)
    run(
        ["/usr/lib/apt/apt-helper", "-qq", "-oAPT::Sandbox::User=", "-oAcquire::Retries=1",
         "download-file", uri, partial, f"SHA256:{file.sha256}"],
        accept=(0, 100),
    )  # fmt: skip
    if not partial.exists():
        return False
    with partial.open("rb") as opened:
        if hashlib.file_digest(opened, "sha256").hexdigest() != file.sha256:
            partial.unlink()
            return False
    partial.rename(target)
    return True


def _in_snapshot(uri: str, release: Release) -> str:
    day = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(release.epoch))
    archive = "debian-security" if "/debian-security/" in uri else "debian"
    return f"{_SNAPSHOT}/{archive}/{day}/pool/{uri.partition('/pool/')[2]}"


def format_list(parts: Iterable[Component], files: dict[tuple[str, str], list[SourceFile]]) -> str:
    """Each source package with what was built of it and its files."""
    lines = []
    for source in sorted(files):
        name, version = source
        built = sorted({f"{one.name} {one.version}" for one in parts if source in one.sources})
        lines.append(f"{name} {version}\n  in Davit as: {', '.join(built)}")
        lines += [f"  {file.sha256}  {file.name}" for file in files[source]]
    return "\n".join(lines) + "\n"


def _write(
    target: Path, release: Release, texts: dict[str, str], files: Iterable[SourceFile]
) -> None:
    """The same files give the same bytes."""
    folder = f"davit-sources-{release.version}"
    partial = target.with_suffix(".part")
    with tarfile.open(partial, "w", format=tarfile.GNU_FORMAT) as archive:
        for name, text in sorted(texts.items()):
            content = text.encode()
            archive.addfile(_entry(release, f"{folder}/{name}", len(content)), io.BytesIO(content))
        for file in sorted(set(files)):
            source = CACHE / "sources" / file.sha256
            with source.open("rb") as opened:
                entry = _entry(release, f"{folder}/{file.name}", source.stat().st_size)
                archive.addfile(entry, opened)
    partial.rename(target)


def _entry(release: Release, name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime, entry.mode = size, release.epoch, 0o644
    return entry
