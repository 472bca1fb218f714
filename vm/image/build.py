#!/usr/bin/env python3
"""Build the guest's images from Debian packages and the engine: kernel, initrd, root, data disk.

Any user of Debian or Ubuntu can run it; it needs apt, dpkg and the network, but no root.
The same inputs give the same bytes.
"""

import argparse
import hashlib
import json
import platform
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from davit_image import debian, kernel, libraries, recipe
from davit_image.boot import booted
from davit_image.cpio import write_cpio
from davit_image.debian import BuildError, Package
from davit_image.tools import Tools
from davit_image.tree import EPOCH, File, Tree, scan, write_tar

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
DEFAULT_CACHE = Path.home() / ".cache/davit/image"
DATA_SIZE = 64 << 30
"""Bytes of the data disk as it is shipped: a machine's size when its user says nothing."""
_UUID = "d4517000-0000-4000-8000-000000000001"
_DATA_UUID = "d4517000-0000-4000-8000-000000000002"
_BOOT_LIMIT = 180.0
_CONSOLE = {"x86_64": "ttyS0", "aarch64": "ttyAMA0"}
_OPTIONS = "quiet loglevel=1 panic=1 audit=0 apparmor=0 rcupdate.rcu_expedited=1 cgroup_no_v1=all"


def main(argv: Sequence[str] | None = None) -> int:
    """Run `build.py`; the exit status."""
    options = _parser().parse_args(argv)
    try:
        build(
            options.architecture,
            options.output or HERE / "out" / options.architecture,
            options.cache,
            mode=options.mode,
            compression=options.compression,
        )
        if options.boot:
            _boot(options.output or HERE / "out" / options.architecture)
    except BuildError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    add = parser.add_argument
    add("--architecture", choices=sorted(debian.NAMES), default=platform.machine(),
        help="of the guest (default: this computer's)")  # fmt: skip
    add("--output", type=Path, metavar="DIR", help="default: out/ARCHITECTURE beside this file")
    add("--cache", type=Path, metavar="DIR", default=DEFAULT_CACHE,
        help=f"packages and what was unpacked of them ({DEFAULT_CACHE})")  # fmt: skip
    add("--compression", metavar="NAME", default="zstd,3",
        help="of the root: for mkfs.erofs -z, or `none` (default: %(default)s)")  # fmt: skip
    add("--boot", action="store_true", help="boot the result once under emulation, with times")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--locked", dest="mode", action="store_const", const="locked",
        help="fail when the mirror no longer has the locked packages")  # fmt: skip
    mode.add_argument("--relock", dest="mode", action="store_const", const="relock",
        help="choose today's packages and write the lock")  # fmt: skip
    parser.set_defaults(mode="usual")
    return parser


def build(architecture: str, output: Path, cache: Path, *, mode: str, compression: str) -> None:
    """Write the images into `output`, whole or not at all."""
    debian.need_programs()
    packages, locked = _packages(architecture, cache, mode)
    base = _unpacked(packages, cache)
    host = platform.machine()
    tools = Tools(base)
    if host != architecture:
        tools = Tools(_unpacked(_packages(host, cache, "usual")[0], cache))
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}-") as folder:
        partial = Path(folder) / "image"
        partial.mkdir()
        _write_kernel(base, packages, tools, partial)
        engine = Path(folder) / "engine"
        _copy_engine(engine)
        _write_starter_images(engine, base, tools, packages, architecture)
        tree = _root_tree(base, tools, engine, Path(folder), cache)
        tree = recipe.with_one_emulator(tree, architecture)
        _write_root(tree, tools, partial, Path(folder), compression)
        _write_data(tools, partial, Path(folder))
        _write_manifest(partial, architecture, packages, locked)
        _print_sizes(partial, tree)
        if output.exists():
            output.rename(Path(folder) / "old")
        partial.rename(output)


def _packages(architecture: str, cache: Path, mode: str) -> tuple[tuple[Package, ...], bool]:
    """The packages, all of them in the cache; and whether they are the lock's."""
    lock = HERE / f"packages.{architecture}.lock"
    files = cache / "packages"
    wanted = debian.parse_wanted((HERE / "packages.txt").read_text(), architecture)
    source = debian.mirror()
    pinned = debian.parse_lock(lock.read_text()) if lock.exists() else ()
    if mode != "relock" and pinned:
        gone = debian.fetch(pinned, files, source)
        if not gone:
            return pinned, True
        if mode == "locked":
            names = ", ".join(package.file for package in gone)
            raise BuildError(f"{source} no longer has {names}; choose anew with --relock")
    chosen = debian.choose(wanted, architecture, source)
    if gone := debian.fetch(chosen, files, source):
        raise BuildError(f"{source} does not give {', '.join(one.file for one in gone)}")
    if mode == "relock":
        lock.write_text(debian.format_lock(chosen))
    changed = debian.differences(pinned, chosen)
    for line in changed:
        print(f"differs from the lock: {line}")
    return chosen, mode == "relock" or not changed


def _unpacked(packages: tuple[Package, ...], cache: Path) -> Path:
    """The packages' files as one tree, with compiled Python; made once for each set of them."""
    key = hashlib.sha256(debian.format_lock(packages).encode()).hexdigest()[:16]
    place = cache / "trees" / key
    if place.exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".new-") as folder:
        tree = Path(folder) / "tree"
        for name in ("bin", "sbin", "lib", "lib64"):
            (tree / "usr" / name).mkdir(parents=True)
            (tree / name).symlink_to(f"usr/{name}")
        for package in packages:
            debian.unpack(cache / "packages" / package.sha256, tree)
        tree.rename(place)
    return place


def _write_kernel(base: Path, packages: tuple[Package, ...], tools: Tools, output: Path) -> None:
    version = _kernel_version(base)
    image = (base / f"boot/vmlinuz-{version}").read_bytes()
    (output / "kernel").write_bytes(kernel.boot_file(image, tools.unzstd))
    choice = kernel.parse_choice((HERE / "modules.txt").read_text())
    modules = kernel.Modules(base / "usr/lib/modules" / version)
    tree = recipe.initramfs_tree(
        base / "usr/bin/busybox", HERE / "initramfs/init", modules.choose(choice.boot)
    )
    (output / "initrd").write_bytes(write_cpio(tree))


def _kernel_version(base: Path) -> str:
    (version,) = (path.name for path in (base / "usr/lib/modules").iterdir())
    return version


def _root_tree(base: Path, tools: Tools, engine: Path, scratch: Path, cache: Path) -> Tree:
    tools.compile_python(engine, ("davit_engine",))
    applets = debian.run([str(tools.root / "usr/bin/busybox"), "--list"]).split()
    tree = recipe.root_tree(base, HERE / "guest", engine, _engine_version(), applets)
    tree |= _compiled(base, tools, cache)
    tree |= _modules(base, tools, scratch)
    if lacking := libraries.missing(tree):
        told = "; ".join(f"{name} (for {paths[0]})" for name, paths in lacking.items())
        raise BuildError(f"packages.txt leaves out libraries that are needed: {told}")
    return tree


def _write_root(tree: Tree, tools: Tools, output: Path, scratch: Path, compression: str) -> None:
    archive = scratch / "root.tar"
    write_tar(tree, archive)
    compressed = [] if compression == "none" else [f"-z{compression}"]
    tools.run(
        "usr/bin/mkfs.erofs", "--quiet", f"-T{EPOCH}", f"-U{_UUID}", *compressed, "--tar=f",
        str(output / "root.erofs"), str(archive),
    )  # fmt: skip


def _engine_version() -> str:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _copy_engine(target: Path) -> None:
    shutil.copytree(
        CHECKOUT / "engine/davit_engine",
        target / "davit_engine",
        ignore=_not_installed,
    )


def _write_starter_images(
    engine: Path, base: Path, tools: Tools, packages: tuple[Package, ...], architecture: str
) -> None:
    """Of the guest's own busybox: those of the checkout are for this computer."""
    (origin,) = (
        f"Debian {one.name} {one.version}" for one in packages if one.name == "busybox-static"
    )
    busybox = "usr/bin/busybox"
    debian.run(
        [sys.executable, str(CHECKOUT / "engine/davit_engine/starter/build.py"),
         "--busybox", str(base / busybox), "--told-by", str(tools.root / busybox),
         "--architecture", architecture, "--origin", origin,
         "--output", str(engine / "davit_engine/starter/images")]
    )  # fmt: skip


def _not_installed(folder: str, names: list[str]) -> set[str]:
    """What the starter's images are made from stays behind."""
    sources = (
        {"build.py", "hello", "welcome", "images"} if Path(folder).name == "starter" else set()
    )
    return ({"__pycache__"} | sources) & set(names)


def _compiled(base: Path, tools: Tools, cache: Path) -> Tree:
    """Debian's Python as .pyc; made once for each set of packages."""
    place = cache / "compiled" / base.name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".new-") as folder:
            partial = Path(folder) / "tree"
            tree = recipe.python_tree(base)
            for path, entry in tree.items():
                target = partial / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(entry.read())
            tools.compile_python(partial, recipe.PYTHON_FOLDERS)
            for path in tree:
                (partial / path).unlink()
            partial.rename(place)
    return scan(place)


def _modules(base: Path, tools: Tools, scratch: Path) -> Tree:
    version = _kernel_version(base)
    folder = base / "usr/lib/modules" / version
    choice = kernel.parse_choice((HERE / "modules.txt").read_text())
    chosen = kernel.Modules(folder).choose((*choice.boot, *choice.root))
    place = scratch / "modules"
    for path, entry in recipe.modules_tree(chosen, folder, version).items():
        target = place / path
        if isinstance(entry, File):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(entry.read())
    (place / "lib").symlink_to("usr/lib")
    tools.depmod(place, version)
    (place / "lib").unlink()
    return scan(place)


def _write_data(tools: Tools, output: Path, scratch: Path) -> None:
    """An empty file system, so that no guest has to make it under emulation."""
    program = shutil.which("qemu-img")
    if program is None:
        raise BuildError("qemu-img is missing: apt-get install qemu-utils")
    raw = scratch / "data.raw"
    with raw.open("wb") as file:
        file.truncate(DATA_SIZE)
    # A file that was never written is zero, and tables that lie together keep the image small.
    tools.run(
        "usr/sbin/mke2fs", "-q", "-F", "-t", "ext4", "-L", "davit-data", "-m", "0",
        "-J", "size=128", "-U", _DATA_UUID, "-E",
        f"nodiscard,assume_storage_prezeroed=1,packed_meta_blocks=1,hash_seed={_DATA_UUID}",
        str(raw),
    )  # fmt: skip
    debian.run(
        [program, "convert", "-c", "-f", "raw", "-O", "qcow2", str(raw), str(output / "data.qcow2")]
    )


def _write_manifest(
    output: Path, architecture: str, packages: tuple[Package, ...], locked: bool
) -> None:
    files = {
        name: {
            "sha256": hashlib.sha256((output / name).read_bytes()).hexdigest(),
            "size": (output / name).stat().st_size,
        }
        for name in ("kernel", "initrd", "root.erofs", "data.qcow2")
    }
    named = "".join(f"{name} {file['sha256']}\n" for name, file in files.items())
    manifest = {
        "version": hashlib.sha256(named.encode()).hexdigest()[:12],
        "architecture": architecture,
        "engine": _engine_version(),
        "command_line": f"console={_CONSOLE[architecture]} {_OPTIONS}",
        "locked": locked,
        "files": files,
        "packages": {package.name: package.version for package in packages},
    }
    (output / "image.json").write_text(json.dumps(manifest, indent=1) + "\n")


def _print_sizes(output: Path, tree: Tree) -> None:
    for path in sorted(output.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")
    for part, size in sorted(recipe.parts(tree).items(), key=lambda item: -item[1]):
        print(f"{size / 1e6:8.1f} MB  in the root, uncompressed: {part}")


def _boot(image: Path) -> None:
    """Print when each stage was over; the bare kernel ends with the beacon `kernel`."""
    with (
        tempfile.TemporaryDirectory(prefix="davit-boot-") as folder,
        booted(image, Path(folder)) as guest,
    ):
        for words, seconds in guest.beacons(_BOOT_LIMIT):
            print(f"{seconds:8.2f} s   {words}", flush=True)
        print(f"{guest.power_down(_BOOT_LIMIT):8.2f} s   to power down")


if __name__ == "__main__":
    sys.exit(main())
