"""Debian trixie in a folder: made once from the mirror, kept as an archive, used again.

Needs root and mmdebstrap.
"""

import contextlib
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from release import CACHE, CHECKOUT, BuildError, run

sys.path.insert(0, str(CHECKOUT / "vm" / "image"))

from davit_image import debian

SUITE = "trixie"
_APT = ['--aptopt=Acquire::Languages "none"', '--aptopt=APT::Install-Recommends "false"']
_HOLDER = Path(__file__).with_name("hold_namespace.py")
_ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "HOME": "/root",
    "DEBIAN_FRONTEND": "noninteractive",
}


def base(packages: Sequence[str] = ()) -> Path:
    """An archive of a small system with apt and these packages; made when there is none yet.

    Delete .cache/installers to have it made anew with the day's versions.
    """
    need_root()
    names = sorted(set(packages))
    key = hashlib.sha256(" ".join(names).encode()).hexdigest()[:12]
    archive = CACHE / f"{SUITE}-{platform.machine()}-{key}.tar"
    if archive.exists():
        return archive
    CACHE.mkdir(parents=True, exist_ok=True)
    partial = archive.with_suffix(f".{os.getpid()}.part")
    mirror = debian.mirror()
    keyring = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
    security = mirror.removesuffix("/debian") + "/debian-security"
    with tempfile.TemporaryDirectory(prefix="davit-mmdebstrap-") as scratch:
        sources = Path(scratch) / "sources"
        sources.write_text(
            f"deb [signed-by={keyring}] {mirror} {SUITE} main\n"
            f"deb [signed-by={keyring}] {security} {SUITE}-security main\n"
        )
        run(
            ["mmdebstrap", "--variant=apt", "--skip=cleanup/apt/lists", "--format=tar", *_APT,
             f"--include={','.join(names)}", SUITE, partial, sources],
            environment={**os.environ, "TMPDIR": scratch},
        )  # fmt: skip
    partial.rename(archive)
    return archive


def unpack(archive: Path, folder: Path) -> None:
    """The system below a folder, able to reach the mirror as this computer does."""
    folder.mkdir(parents=True, exist_ok=True)
    run(["tar", "--numeric-owner", "--xattrs", "-C", folder, "-xf", archive])
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    policy = folder / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)


@contextlib.contextmanager
def entered(folder: Path) -> Iterator["Chroot"]:
    """The system with proc, sys, dev and run, in a mount namespace whose root it is.

    Whoever joins that namespace later, as an engine does that takes containers over, is in the
    system again, which a mere chroot would let out. Nothing is mounted outside.
    """
    with subprocess.Popen(
        ["unshare", "--mount", "--propagation", "private", sys.executable, _HOLDER, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdin is not None
        assert holder.stdout is not None
        try:
            if holder.stdout.readline() != "ready\n":
                raise BuildError(f"cannot enter the system in {folder}: mounting failed")
            yield Chroot(folder, holder.pid)
        finally:
            holder.stdin.close()


class Chroot:
    """Runs programs inside."""

    def __init__(self, folder: Path, holder: int) -> None:
        self.folder = folder
        """Its files, without what is mounted inside."""
        self.holder = holder
        self.root = Path(f"/proc/{holder}/root")
        """Its files as they are seen inside."""

    def command(self, *words: str | Path) -> list[str]:
        """What runs the words inside, as root."""
        return ["nsenter", f"--mount=/proc/{self.holder}/ns/mnt", "--", *map(str, words)]

    def run(self, *words: str | Path, accept: tuple[int, ...] = (0,), **variables: str) -> str:
        """What the program printed. Raises BuildError with its last words."""
        return run(
            list(self.command(*words)), environment={**_ENVIRONMENT, **variables}, accept=accept
        )

    def start(self, *words: str | Path, log: Path, **variables: str) -> "subprocess.Popen[bytes]":
        """A program that goes on; the caller ends it, and waits for it."""
        with log.open("ab") as output:
            return subprocess.Popen(
                self.command(*words),
                env={**_ENVIRONMENT, **variables},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


def need_root() -> None:
    """Raises BuildError with what to do."""
    if os.geteuid() != 0:
        raise BuildError("building packages in a system of its own needs root: use sudo")
    if shutil.which("mmdebstrap") is None:
        raise BuildError("mmdebstrap is missing: apt-get install mmdebstrap")
