"""Debian packages: which are wanted, which were chosen, and their files; apt does the choosing.

Nothing is installed and no maintainer script runs, so that any user builds for any architecture.
"""

import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

NAMES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's spelling of an architecture."""

_RELEASE = "trixie"
_FALL_BACK = "http://deb.debian.org/debian"
_HELPER = "/usr/lib/apt/apt-helper"


class BuildError(Exception):
    """The image cannot be built; the text says why and what to try."""


@dataclass(frozen=True)
class Wanted:
    """What packages.txt asks for, for one architecture."""

    packages: tuple[tuple[str, str], ...]
    """(name, suite)"""
    unwanted: frozenset[str]
    """Names that dependencies may bring but the image does without."""


@dataclass(frozen=True, order=True)
class Package:
    """One chosen package: a line of the lock."""

    name: str
    version: str
    sha256: str
    path: str
    """Below the mirror: pool/main/…"""

    @property
    def file(self) -> str:
        return self.path.rsplit("/", 1)[1]


def parse_wanted(text: str, architecture: str) -> Wanted:
    """Raises BuildError with the line that is wrong."""
    packages, unwanted = [], set()
    for line in text.replace("{debian}", NAMES[architecture]).splitlines():
        words = line.split(maxsplit=2)
        if not words or words[0].startswith("#"):
            continue
        if words[0].startswith("-") and len(words) > 1:
            unwanted.add(words[0][1:])
        elif len(words) == 3:
            packages.append((words[0], words[1]))
        else:
            raise BuildError(f"packages.txt: no reason is given in {line!r}")
    return Wanted(tuple(packages), frozenset(unwanted))


def parse_lock(text: str) -> tuple[Package, ...]:
    """Raises BuildError with the line that is wrong."""
    packages = []
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        words = line.split(" ")
        if len(words) != 4 or not re.fullmatch(r"[0-9a-f]{64}", words[2]):
            raise BuildError(f"the lock is damaged at {line!r}; write it anew with --relock")
        packages.append(Package(*words))
    return tuple(packages)


def format_lock(packages: Iterable[Package]) -> str:
    lines = [
        f"{package.name} {package.version} {package.sha256} {package.path}"
        for package in sorted(packages)
    ]
    return "# name, version, SHA-256 and path on the mirror; written by build.py --relock\n" + (
        "".join(f"{line}\n" for line in lines)
    )


def differences(locked: Iterable[Package], chosen: Iterable[Package]) -> tuple[str, ...]:
    """What changed from `locked` to `chosen`, a line each."""
    before = {package.name: package for package in locked}
    after = {package.name: package for package in chosen}
    told = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if old is None and new is not None:
            told.append(f"{name}: added {new.version}")
        elif new is None and old is not None:
            told.append(f"{name}: gone (was {old.version})")
        elif old is not None and new is not None and old.version != new.version:
            told.append(f"{name}: {old.version} -> {new.version}")
        else:
            told.append(f"{name}: another file of the same version")
    return tuple(told)


def mirror() -> str:
    """Where this computer's apt gets Debian from."""
    done = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    for line in done.stdout.split():
        if urlsplit(line).path.rstrip("/").endswith("/debian"):
            return line.rstrip("/")
    return _FALL_BACK


def choose(wanted: Wanted, architecture: str, source: str) -> tuple[Package, ...]:
    """What apt would install on an empty system, less what is not wanted."""
    with tempfile.TemporaryDirectory(prefix="davit-apt-") as folder:
        apt = _private_apt(Path(folder), wanted, architecture, source)
        run([*apt, "update"])
        names = [name for name, _ in wanted.packages]
        told = run(
            [*apt, "-y", "--no-install-recommends", "--print-uris", "install", *names],
        )
        packages = [_from_uri(line, source) for line in told.splitlines() if line.startswith("'")]
    return tuple(sorted(one for one in packages if one.name not in wanted.unwanted))


def _private_apt(folder: Path, wanted: Wanted, architecture: str, source: str) -> tuple[str, ...]:
    """An apt-get that knows nothing of this computer but its keys and proxies."""
    for part in ("lists/partial", "archives/partial"):
        (folder / part).mkdir(parents=True)
    (folder / "status").touch()
    suites = [_RELEASE, *sorted({suite for _, suite in wanted.packages} - {_RELEASE})]
    (folder / "sources.list").write_text(
        "".join(f"deb {source} {suite} main\n" for suite in suites)
    )
    pins = [f"Package: *\nPin: release n={suite}\nPin-Priority: 100\n" for suite in suites[1:]]
    pins += [
        f"Package: {name}\nPin: release n={suite}\nPin-Priority: 990\n"
        for name, suite in wanted.packages
        if suite != _RELEASE
    ]
    (folder / "preferences").write_text("\n".join(pins))
    options = {
        "APT::Architecture": NAMES[architecture],
        "APT::Architectures": NAMES[architecture],
        "APT::Get::AllowUnauthenticated": "false",
        "APT::Sandbox::User": "",
        "Acquire::ForceHash": "SHA256",
        "Acquire::Languages": "none",
        "Dir::Cache::archives": folder / "archives",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Dir::Etc::preferences": folder / "preferences",
        "Dir::Etc::preferencesparts": "/dev/null",
        "Dir::Etc::sourcelist": folder / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": folder / "lists",
        "Dir::State::status": folder / "status",
    }
    return ("apt-get", "-qq", *(f"-o{key}={value}" for key, value in options.items()))


def _from_uri(line: str, source: str) -> Package:
    """A line of --print-uris: 'uri' file size hash."""
    uri, file, _, digest = line.split(" ")
    name, version, _ = file.rsplit(".", 1)[0].split("_")
    kind, _, value = digest.partition(":")
    if kind != "SHA256":
        raise BuildError(f"apt gave a {kind} sum for {name}; SHA256 is needed")
    path = uri.strip("'").removeprefix(source.rstrip("/") + "/")
    return Package(name, unquote(version), value, unquote(path))


def fetch(packages: Sequence[Package], folder: Path, source: str) -> tuple[Package, ...]:
    """Download what `folder` lacks; what the mirror no longer has comes back."""
    folder.mkdir(parents=True, exist_ok=True)
    gone = []
    for package in packages:
        target = folder / package.sha256
        if target.exists():
            continue
        partial = target.with_suffix(".part")
        partial.unlink(missing_ok=True)
        done = subprocess.run(
            [_HELPER, "-qq", "-oAPT::Sandbox::User=", "download-file",
             f"{source}/{package.path}", str(partial), f"SHA256:{package.sha256}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            gone.append(package)
        elif hashlib.sha256(partial.read_bytes()).hexdigest() != package.sha256:
            raise BuildError(f"{package.file} from {source} is not what the lock names")
        else:
            partial.rename(target)
    return tuple(gone)


def unpack(package: Path, target: Path) -> None:
    """Unpack one .deb below `target`, whose /bin, /lib and /sbin are links into /usr."""
    with subprocess.Popen(
        ["dpkg-deb", "--fsys-tarfile", str(package)], stdout=subprocess.PIPE
    ) as dpkg:
        tar = subprocess.run(
            # Of qemu-user's emulators, half a gigabyte, no guest needs those of other beginnings.
            ["tar", "--extract", "--keep-directory-symlink", "--no-same-owner",
             "--exclude=./usr/share/doc", "--exclude=./usr/share/man",
             "--exclude=./usr/share/locale", "--exclude=./usr/bin/qemu-[!ax]*",
             "--directory", str(target)],
            stdin=dpkg.stdout, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if dpkg.returncode or tar.returncode:
        raise BuildError(f"unpacking {package} failed: {tar.stderr.strip()}")


def need_programs() -> None:
    """Raises BuildError with the line that installs what is missing."""
    missing = [name for name in ("apt-get", "dpkg-deb", "tar") if shutil.which(name) is None]
    if missing or not Path(_HELPER).exists():
        raise BuildError(
            f"building the image needs {', '.join(missing) or _HELPER}: use Debian or Ubuntu"
        )


def run(command: Sequence[str], **environment: str) -> str:
    """What the program printed; raises BuildError with its last words."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment or None
    )
    if done.returncode:
        words = (done.stderr or done.stdout).strip()
        raise BuildError(f"{command[0]} ended with {done.returncode}: {words[-2000:]}")
    return done.stdout
