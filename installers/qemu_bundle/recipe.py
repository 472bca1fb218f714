"""Build QEMU and the libraries it needs, all static, from pinned sources.

The result is a folder with the two machines, qemu-img, firmware, licences and components.json.
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from qemu_bundle import pinned
from qemu_bundle.pinned import Pin
from qemu_bundle.toolchain import Toolchain, meson_file
from release import CACHE, CHECKOUT, BuildError, Release

HERE: Final = Path(__file__).parent
PROGRAMS: Final = ("qemu-system-x86_64", "qemu-system-aarch64", "qemu-img")
_LIBRARIES: Final = ("zlib", "libffi", "pcre2", "glib", "libslirp")
"""In the order in which they need each other."""
_ZLIB: Final = (
    "adler32", "compress", "crc32", "deflate", "infback", "inffast", "inflate", "inftrees",
    "trees", "uncompr", "zutil",
)  # fmt: skip
_MESON: Final = {
    "glib": (
        "-Dtests=false", "-Dintrospection=disabled", "-Dman-pages=disabled",
        "-Ddocumentation=false", "-Dnls=disabled", "-Dsysprof=disabled", "-Dlibmount=disabled",
        "-Dselinux=disabled", "-Dglib_debug=disabled",
    ),
    "libslirp": (),
}  # fmt: skip
_DECLARED: Final = ("name", "version", "licence", "home", "download", "sha256", "sources")
_FEATURES: Final = (
    "--target-list=x86_64-softmmu,aarch64-softmmu", "--without-default-features",
    "--without-default-devices", "--with-devices-x86_64=davit", "--with-devices-aarch64=davit",
    "--enable-system", "--enable-tools", "--enable-tcg", "--enable-slirp",
    "--enable-fdt=internal", "--disable-pixman", "--disable-docs", "--disable-install-blobs",
    "--disable-werror", "--disable-download",
)  # fmt: skip


def build(toolchain: Toolchain, release: Release) -> Path:
    """The folder build/NAME, made anew where a pin or this recipe has changed.

    Raises BuildError with the last words of the step that failed.
    """
    target = CHECKOUT / "build" / toolchain.name
    key = _key(toolchain)
    kept = CACHE / "qemu" / key
    if not kept.is_dir():
        with tempfile.TemporaryDirectory(prefix="davit-qemu-") as folder:
            _Build(toolchain, release, Path(folder)).write(kept)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(kept, target)
    return target


def _key(toolchain: Toolchain) -> str:
    digest = hashlib.sha256(repr(toolchain).encode())
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


class _Build:
    """One build in a folder of its own."""

    def __init__(self, toolchain: Toolchain, release: Release, folder: Path) -> None:
        self._toolchain = toolchain
        self._folder = folder
        self._libraries = folder / "libraries"
        self._tools = folder / "tools"
        self._machine_file = folder / "machine.txt"
        self._pins = pinned.read()
        # Paths of this computer would otherwise stand in the programs.
        self._flags = ["-O2", f"-ffile-prefix-map={folder}=."]
        self._environment = {
            **os.environ,
            "PATH": f"{self._tools}/bin:{os.environ['PATH']}",
            "PKG_CONFIG_LIBDIR": str(self._libraries / "lib/pkgconfig"),
            "SOURCE_DATE_EPOCH": str(release.epoch),
            "LC_ALL": "C.UTF-8",
        }

    def write(self, target: Path) -> None:
        self._prepare()
        for name in _LIBRARIES:
            self._say(name)
            source = self._unpack(name)
            steps: dict[str, Callable[[Path], None]] = {
                "zlib": self._zlib, "libffi": self._configured, "pcre2": self._configured
            }  # fmt: skip
            steps.get(name, self._with_meson)(source)
        # Its header would have the linker look for a DLL.
        header = self._libraries / "include/slirp/libslirp.h"
        header.write_text(header.read_text().replace("__declspec(dllimport)", ""))
        self._say("qemu")
        built = self._qemu()
        partial = target.with_suffix(".part")
        shutil.rmtree(partial, ignore_errors=True)
        (partial / "share").mkdir(parents=True)
        for program in PROGRAMS:
            name = program + self._toolchain.suffix
            shutil.copy2(built / name, partial / name)
            self._run([f"{self._toolchain.prefix}strip", partial / name])
        self._firmware(partial / "share")
        self._declare(partial)
        partial.rename(target)

    def _say(self, name: str) -> None:
        print(f"{name} {self._pins[name].version}", flush=True)

    def _prepare(self) -> None:
        for name in ("lib/pkgconfig", "include"):
            (self._libraries / name).mkdir(parents=True)
        self._machine_file.write_text(meson_file(self._toolchain, self._libraries, self._flags))
        self._run([sys.executable, "-m", "venv", self._tools])
        self._run([self._tools / "bin/pip", "-q", "install", "-r", HERE / "requirements.txt"])
        self._compile(HERE / "libintl", ("libintl",), "libintl.a")
        shutil.copy2(HERE / "libintl/libintl.h", self._libraries / "include")

    def _unpack(self, name: str) -> Path:
        pin = self._pins[name]
        archive, *patches = (pinned.fetch(file) for file in pin.files())
        place = self._folder / name
        place.mkdir()
        self._run(["tar", "-xf", archive, "-C", place])
        (source,) = place.iterdir()
        if patches and pin.patches is not None:
            if pin.patches.name.endswith(".diff.gz"):
                self._run(["patch", "-s", "-p1"], source, gzip.decompress(patches[0].read_bytes()))
            else:
                self._run(["tar", "-xf", patches[0], "-C", source])
            self._patch(source)
        return source

    def _patch(self, source: Path) -> None:
        series = source / "debian/patches/series"
        if not series.exists():
            return
        for line in series.read_text().splitlines():
            name = line.partition("#")[0].strip()
            if name:
                change = (series.parent / name).read_bytes()
                self._run(["patch", "-s", "-p1"], source, change)

    def _compile(self, source: Path, names: tuple[str, ...], archive: str) -> None:
        """Into a static library."""
        objects = []
        for name in names:
            target = self._folder / f"{archive}-{name}.o"
            compiler = f"{self._toolchain.prefix}gcc" if self._toolchain.prefix else "cc"
            self._run([compiler, *self._flags, "-c", source / f"{name}.c", "-o", target])
            objects.append(target)
        made = self._libraries / "lib" / archive
        self._run([f"{self._toolchain.prefix}ar", "rcs", made, *objects])

    def _zlib(self, source: Path) -> None:
        """Without its configure, which refuses to build for Windows."""
        self._compile(source, _ZLIB, "libz.a")
        for name in ("zlib.h", "zconf.h"):
            shutil.copy2(source / name, self._libraries / "include")
        words = {
            "prefix": self._libraries, "exec_prefix": self._libraries,
            "libdir": self._libraries / "lib", "sharedlibdir": self._libraries / "lib",
            "includedir": self._libraries / "include", "VERSION": "1.3.1",
        }  # fmt: skip
        text = (source / "zlib.pc.in").read_text()
        for word, value in words.items():
            text = text.replace(f"@{word}@", str(value))
        (self._libraries / "lib/pkgconfig/zlib.pc").write_text(text)

    def _configured(self, source: Path) -> None:
        if not (source / "configure").exists():
            self._run(["autoreconf", "-fi"], source)
        self._run(
            [source / "configure", *self._toolchain.host, f"--prefix={self._libraries}",
             "--disable-shared", "--disable-docs", f"CFLAGS={' '.join(self._flags)}"],
            source,
        )  # fmt: skip
        self._run(["make", "-s", f"-j{_processors()}", "install"], source)

    def _with_meson(self, source: Path) -> None:
        name = source.parent.name
        kind = "--cross-file" if self._toolchain.prefix else "--native-file"
        made = self._folder / f"{name}-build"
        self._run(
            ["meson", "setup", made, source, kind, self._machine_file,
             f"--prefix={self._libraries}", "--libdir=lib", "--default-library=static",
             "--buildtype=release", "--wrap-mode=nodownload", *_MESON[name]],
        )  # fmt: skip
        self._run(["ninja", "-C", made, "install"])

    def _qemu(self) -> Path:
        source = self._unpack("qemu")
        device_tree = source / "subprojects/dtc"
        shutil.copytree(self._unpack("dtc"), device_tree)
        recipe = device_tree / "meson.build"
        # Its tests ask for its tools, which QEMU does without.
        recipe.write_text(recipe.read_text().replace("subdir('tests')", ""))
        for name in ("x86_64", "aarch64"):
            shutil.copy2(HERE / f"{name}.mak", source / f"configs/devices/{name}-softmmu/davit.mak")
        made = self._folder / "qemu-build"
        made.mkdir()
        prefix = self._toolchain.prefix
        compiling = [*self._flags, f"-I{self._libraries}/include"]
        linking = [f"-L{self._libraries}/lib", *self._toolchain.link_options]
        self._run(
            [source / "configure", *([f"--cross-prefix={prefix}"] if prefix else []),
             f"--python={self._tools}/bin/python", *_FEATURES, *self._toolchain.options,
             f"--extra-cflags={' '.join(compiling)}", f"--extra-ldflags={' '.join(linking)}"],
            made,
        )  # fmt: skip
        self._run(["ninja", *(name + self._toolchain.suffix for name in PROGRAMS)], made)
        return made

    def _firmware(self, target: Path) -> None:
        for name, pin in self._pins.items():
            if not pin.firmware:
                continue
            root = self._folder / name
            root.mkdir()
            (archive,) = (pinned.fetch(file) for file in pin.files())
            # The packages are `ar` archives with a tar inside; dpkg-deb is not on a Mac.
            self._run(["ar", "x", archive], root)
            (content,) = root.glob("data.tar.*")
            self._run(["tar", "-xf", content], root)
            for path in pin.firmware:
                shutil.copy2(root / path, target)

    def _declare(self, target: Path) -> None:
        """What the folder is made of, for its bill of materials, with the licences."""
        folder = target / "licences"
        folder.mkdir()
        entries = []
        for name, pin in self._pins.items():
            texts = []
            for source in self._texts(name, pin):
                text = f"licences/{name}-{source.name}"
                shutil.copyfile(source, target / text)
                texts.append(text)
            component = asdict(pin.component(name))
            given = {key: component[key] for key in _DECLARED}
            entries.append({**given, "texts": texts})
        (target / "components.json").write_text(json.dumps(entries, indent=2) + "\n")

    def _texts(self, name: str, pin: Pin) -> list[Path]:
        if pin.firmware:
            return [self._folder / name / pin.copyright]
        (source,) = (self._folder / name).iterdir()
        return [source / text for text in pin.texts]

    def _run(
        self, command: list[str | Path], folder: Path | None = None, given: bytes | None = None
    ) -> None:
        words = [str(word) for word in command]
        done = subprocess.run(
            words, cwd=folder, env=self._environment, input=given or b"",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            said = done.stdout.decode(errors="replace")[-6000:]
            raise BuildError(f"{' '.join(words)} ended with {done.returncode}:\n{said}")


def _processors() -> int:
    return os.cpu_count() or 1
