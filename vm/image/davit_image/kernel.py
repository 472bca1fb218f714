"""The kernel as QEMU boots it fastest, and the modules that the guest needs."""

import gzip
import lzma
import re
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from davit_image.debian import BuildError

_SIGNATURE = b"~Module signature appended~\n"
_ZSTD, _XZ, _GZIP = b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\x00", b"\x1f\x8b"


def boot_file(image: bytes, unzstd: Callable[[bytes], bytes]) -> bytes:
    """Debian's vmlinuz as an uncompressed ELF file (x86) or Image (arm64)."""
    if image[0x202:0x206] == b"HdrS":
        # Documentation/arch/x86/boot.rst: setup_sects, payload_offset, payload_length
        setup = (image[0x1F1] or 4) + 1
        offset, length = struct.unpack_from("<II", image, 0x248)
        start = setup * 512 + offset
        plain = _decompress(image[start : start + length], unzstd)
        if not plain.startswith(b"\x7fELF"):
            raise BuildError("the kernel holds no ELF file")
        return plain
    if image.startswith(_GZIP):
        image = gzip.decompress(image)
    if image[0x38:0x3C] != b"ARMd":
        raise BuildError("the kernel is neither an x86 bzImage nor an arm64 Image")
    return image


def _decompress(payload: bytes, unzstd: Callable[[bytes], bytes]) -> bytes:
    # The size of the plain kernel follows the payload; decompressors must stop before it.
    if payload.startswith(_ZSTD):
        return unzstd(payload)
    if payload.startswith(_XZ):
        return lzma.LZMADecompressor().decompress(payload)
    if payload.startswith(_GZIP):
        return gzip.decompress(payload[:-4])
    raise BuildError(f"the kernel is compressed in an unknown way ({payload[:4].hex()})")


@dataclass(frozen=True)
class Choice:
    """modules.txt: patterns below kernel/, without .ko."""

    boot: tuple[str, ...]
    root: tuple[str, ...]


def parse_choice(text: str) -> Choice:
    """Raises BuildError with the line that is wrong."""
    found: dict[str, list[str]] = {"boot": [], "root": []}
    for line in text.splitlines():
        words = line.split(maxsplit=2)
        if not words or words[0].startswith("#"):
            continue
        if len(words) != 3 or words[0] not in found:
            raise BuildError(f"modules.txt: where, pattern and reason are needed in {line!r}")
        found[words[0]].append(words[1])
    return Choice(tuple(found["boot"]), tuple(found["root"]))


@dataclass(frozen=True)
class Module:
    name: str
    path: str
    """Below kernel/, without .ko."""
    content: bytes
    needs: tuple[str, ...]
    """Names of modules to load before it."""


def module_name(path: str) -> str:
    return path.rsplit("/", 1)[-1].replace("-", "_")


def needs(content: bytes) -> tuple[str, ...]:
    """What the module's .modinfo names as `depends` and as `softdep=pre:`."""
    names: list[str] = []
    for found in re.findall(rb"\0depends=([^\0]+)", content):
        names += found.decode().split(",")
    for found in re.findall(rb"\0softdep=pre: ([^\0]+)", content):
        names += found.decode().split(" post:")[0].split()
    return tuple(name.replace("-", "_") for name in names)


def unsigned(content: bytes) -> bytes:
    """The module without the signature behind it, which takes an emulated guest long to check.

    Nothing is lost: the root that holds the modules is as trusted as the kernel beside it.
    """
    if not content.endswith(_SIGNATURE):
        return content
    # include/linux/module_signature.h: the last four bytes of `struct module_signature`
    (length,) = struct.unpack(">I", content[-len(_SIGNATURE) - 4 : -len(_SIGNATURE)])
    return content[: -(len(_SIGNATURE) + 12 + length)]


class Modules:
    """The modules of one kernel package."""

    def __init__(self, folder: Path) -> None:
        self._kernel = folder / "kernel"
        self._files = {
            str(file.relative_to(self._kernel)).split(".ko")[0]: file
            for file in self._kernel.rglob("*.ko*")
        }
        self._by_name = {module_name(path): path for path in self._files}
        self._read: dict[str, Module] = {}

    def choose(self, patterns: Iterable[str]) -> tuple[Module, ...]:
        """Those that match and all that they need; each stands after what it needs.

        A pattern for something that this kernel has built in matches nothing.
        """
        order: dict[str, Module] = {}
        for pattern in patterns:
            for path in sorted(self._files):
                if fnmatchcase(path, pattern):
                    self._add(module_name(path), order, ())
        return tuple(order.values())

    def _add(self, name: str, order: dict[str, Module], above: tuple[str, ...]) -> None:
        if name in order or name not in self._by_name:
            return
        if name in above:
            raise BuildError(f"modules need each other: {' -> '.join((*above, name))}")
        module = self._load(self._by_name[name])
        for needed in module.needs:
            self._add(needed, order, (*above, name))
        order[name] = module

    def _load(self, path: str) -> Module:
        if path not in self._read:
            content = self._files[path].read_bytes()
            if content.startswith(_XZ):
                content = lzma.decompress(content)
            content = unsigned(content)
            self._read[path] = Module(module_name(path), path, content, needs(content))
        return self._read[path]
