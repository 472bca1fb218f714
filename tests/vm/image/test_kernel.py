"""The kernel taken out of its archive, and modules after what they need."""

import gzip
import lzma
import struct
from pathlib import Path

import pytest
from davit_image.debian import BuildError
from davit_image.kernel import Choice, Modules, boot_file, needs, parse_choice, unsigned

ELF = b"\x7fELF" + bytes(100)
SETUP_SECTORS = 3
OFFSET = 40


def _bzimage(payload: bytes) -> bytes:
    image = bytearray((SETUP_SECTORS + 1) * 512 + OFFSET)
    image[0x1F1] = SETUP_SECTORS
    image[0x202:0x206] = b"HdrS"
    struct.pack_into("<II", image, 0x248, OFFSET, len(payload))
    return bytes(image) + payload + b"what follows the payload"


def _no_zstd(content: bytes) -> bytes:
    raise AssertionError(content)


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress])
def test_an_x86_kernel_is_the_elf_file_inside(compress: object) -> None:
    assert callable(compress)
    payload = compress(ELF) + struct.pack("<I", len(ELF))

    assert boot_file(_bzimage(payload), _no_zstd) == ELF


def test_zstd_is_left_to_the_caller() -> None:
    given = b"\x28\xb5\x2f\xfd the rest"

    assert boot_file(_bzimage(given), {given: ELF}.__getitem__) == ELF


def test_an_unknown_compression_is_told_by_its_first_bytes() -> None:
    with pytest.raises(BuildError, match="deadbeef"):
        boot_file(_bzimage(b"\xde\xad\xbe\xef...."), _no_zstd)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_arm64_kernel_is_its_plain_image(pack: object) -> None:
    assert callable(pack)
    image = bytes(0x38) + b"ARMd" + bytes(20)

    assert boot_file(pack(image), _no_zstd) == image


def test_what_is_no_kernel_is_refused() -> None:
    with pytest.raises(BuildError, match="neither"):
        boot_file(bytes(0x300), _no_zstd)


def test_dependencies_and_soft_dependencies_are_read() -> None:
    content = b"junk\0depends=jbd2,mb-cache\0softdep=pre: crc32c post: other\0"

    assert needs(content) == ("jbd2", "mb_cache", "crc32c")


def test_each_module_stands_after_what_it_needs(tmp_path: Path) -> None:
    modules = {
        "fs/ext4/ext4": "jbd2,mbcache",
        "fs/jbd2/jbd2": "crc16",
        "fs/mbcache": "",
        "lib/crc16": "",
        "fs/xfs/xfs": "",
    }
    for path, depends in modules.items():
        file = tmp_path / f"kernel/{path}.ko.xz"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(lzma.compress(b"\0depends=" + depends.encode() + b"\0"))

    chosen = Modules(tmp_path).choose(["fs/ext4/*", "fs/not-there"])

    assert [one.name for one in chosen] == ["crc16", "jbd2", "mbcache", "ext4"]


def test_a_signature_is_taken_off() -> None:
    trailer = bytes(8) + struct.pack(">I", 5) + b"~Module signature appended~\n"

    assert unsigned(ELF + b"signe" + trailer) == ELF
    assert unsigned(ELF) == ELF


def test_modules_that_need_each_other_end(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        file = tmp_path / f"kernel/{name}.ko"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(f"\0depends={other}\0".encode())

    with pytest.raises(BuildError, match="a -> b -> a"):
        Modules(tmp_path).choose(["*"])


def test_a_choice_needs_a_place_and_a_reason() -> None:
    assert parse_choice("boot a/b why\nroot c/* why\n") == Choice(("a/b",), ("c/*",))
    with pytest.raises(BuildError, match="somewhere"):
        parse_choice("somewhere a/b why\n")
