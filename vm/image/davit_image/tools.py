"""Run Debian's own programs from an unpacked tree, with its own loader and libraries."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from davit_image.debian import BuildError
from davit_image.tree import EPOCH

_DECOMPRESS = (
    "import sys, zstandard;"
    "sys.stdout.buffer.write("
    "zstandard.ZstdDecompressor().decompressobj().decompress(sys.stdin.buffer.read()))"
)


@dataclass(frozen=True)
class Tools:
    """The guest's programs of this computer's architecture."""

    root: Path

    def run(
        self, program: str, *arguments: str, called: str = "", given: bytes | None = None
    ) -> bytes:
        """What it printed; `called` is the name it sees. Raises BuildError with its last words."""
        loader = next(self.root.glob("usr/lib/*-linux-gnu/ld-linux-*.so.*"))
        done = subprocess.run(
            [str(loader), "--library-path", str(loader.parent), "--argv0", called or program,
             str(self.root / program), *arguments],
            input=given, capture_output=True, check=False,
            # The same order of sets, hence the same .pyc, on each run; and one date for mke2fs.
            env={"PATH": "/usr/bin:/bin", "PYTHONHOME": str(self.root / "usr"),
                 "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC",
                 "MKE2FS_CONFIG": str(self.root / "etc/mke2fs.conf"),
                 "SOURCE_DATE_EPOCH": str(EPOCH)},
        )  # fmt: skip
        if done.returncode:
            words = (done.stderr or done.stdout).decode(errors="replace").strip()
            raise BuildError(f"{program} ended with {done.returncode}: {words[-2000:]}")
        return done.stdout

    def python(self, *arguments: str, given: bytes | None = None) -> bytes:
        return self.run("usr/bin/python3.13", *arguments, given=given)

    def unzstd(self, content: bytes) -> bytes:
        """The first frame; what follows it is left alone."""
        return self.python("-c", _DECOMPRESS, given=content)

    def compile_python(self, tree: Path, folders: Sequence[str]) -> None:
        """Write .pyc files that never look at their source, for code that will be at `/`."""
        self.python(
            "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash",
            "-s", str(tree), "-p", "/", *(str(tree / folder) for folder in folders),
        )  # fmt: skip

    def depmod(self, tree: Path, version: str) -> None:
        self.run("usr/bin/kmod", "-b", str(tree), version, called="depmod")
