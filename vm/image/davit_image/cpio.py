"""The newc archive that the kernel unpacks as its first root (kernel: buffer-format.rst)."""

from davit_image.tree import EPOCH, File, Folder, Link, Tree

_FILE, _FOLDER, _LINK = 0o100000, 0o040000, 0o120000


def write_cpio(tree: Tree) -> bytes:
    parts = bytearray()
    for number, path in enumerate(sorted(tree), start=1):
        match tree[path]:
            case Folder(mode):
                parts += _record(number, path, _FOLDER | mode, b"", 2)
            case Link(target):
                parts += _record(number, path, _LINK | 0o777, target.encode(), 1)
            case File() as file:
                parts += _record(number, path, _FILE | file.mode, file.read(), 1)
    parts += _record(0, "TRAILER!!!", 0, b"", 1)
    return bytes(parts)


def _record(number: int, path: str, mode: int, content: bytes, links: int) -> bytes:
    name = path.encode() + b"\0"
    time = EPOCH if number else 0
    fields = (number, mode, 0, 0, links, time, len(content), 0, 0, 0, 0, len(name), 0)
    head = b"070701" + b"".join(b"%08X" % field for field in fields) + name
    return _padded(head) + _padded(content)


def _padded(part: bytes) -> bytes:
    return part + b"\0" * (-len(part) % 4)
