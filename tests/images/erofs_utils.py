"""An mkfs.erofs that reads archives: the system's, or Debian trixie's with its own libraries.

Debian before trixie has none. Packages come from the mirror that this machine's apt uses, are
checked by apt, and are unpacked below the cache; nothing is installed.
"""

import fcntl
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

SUITE = "trixie"
NEEDED = (1, 7)
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def mkfs_erofs(cache: Path) -> Path:
    """A program that can be run as it is, by any user."""
    found = shutil.which("mkfs.erofs")
    if found and _version(found) >= NEEDED:
        return Path(found)
    place = cache / f"erofs-utils-{SUITE}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "erofs-utils.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            partial = place.with_suffix(".part")
            shutil.rmtree(partial, ignore_errors=True)
            _fetch(partial)
            partial.rename(place)
    return _wrapper(place)


def _version(program: str) -> tuple[int, int]:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"mkfs\.erofs\D*(\d+)\.(\d+)", done.stdout + done.stderr)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _fetch(place: Path) -> None:
    apt = place / "apt"
    for folder in ("lists/partial", "archives/partial"):
        (apt / folder).mkdir(parents=True)
    (apt / "status").touch()
    (apt / "sources.list").write_text(f"deb {_mirror()} {SUITE} main\n")
    architecture = _ARCHITECTURES[platform.machine()]
    options = {
        "APT::Architecture": architecture,
        "APT::Architectures": architecture,
        "APT::Sandbox::User": "root",
        "Dir::Cache::archives": apt / "archives",
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Dir::Etc::sourcelist": apt / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "Dir::State::lists": apt / "lists",
        "Dir::State::status": apt / "status",
    }
    command = ["apt-get", "-qq", *(f"-o{key}={value}" for key, value in options.items())]
    _run([*command, "update"])
    # With an empty status file, what is downloaded is the program and all that it needs.
    _run([*command, "--download-only", "--no-install-recommends", "-y", "install", "erofs-utils"])
    for package in sorted((apt / "archives").glob("*.deb")):
        _run(["dpkg-deb", "--extract", str(package), str(place)])
    shutil.rmtree(apt)


def _mirror() -> str:
    """Where this machine's apt gets Debian from."""
    lines = _run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    ).split()
    for line in lines:
        if urlsplit(line).path.rstrip("/").endswith("/debian"):
            return line
    raise LookupError("apt on this machine knows no Debian mirror")


def _wrapper(place: Path) -> Path:
    wrapper = place / "mkfs.erofs"
    if not wrapper.exists():
        loader = next(path for path in (place / "usr").rglob("ld-linux-*.so.*"))
        text = (
            "#!/bin/sh\n"
            f'exec {loader} --library-path {loader.parent} {place}/usr/bin/mkfs.erofs "$@"\n'
        )
        partial = wrapper.with_suffix(".part")
        partial.write_text(text)
        partial.chmod(0o755)
        partial.rename(wrapper)
    return wrapper


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout


if __name__ == "__main__":
    print(mkfs_erofs(Path(sys.argv[1])))
