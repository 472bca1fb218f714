"""Shared libraries that a tree's programs name but the tree does not hold."""

import struct

from davit_image.tree import File, Tree

_HEADER = struct.Struct("<16xHHIQQQIHHHHHH")
_SEGMENT = struct.Struct("<IIQQQQQQ")
_TAG = struct.Struct("<QQ")
_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRINGS = 1, 5


def missing(tree: Tree) -> dict[str, list[str]]:
    """Library name to the paths that need it."""
    held = {path.rsplit("/", 1)[-1] for path in tree}
    found: dict[str, list[str]] = {}
    for path, entry in sorted(tree.items()):
        if isinstance(entry, File) and entry.size > _HEADER.size:
            for name in needed(entry.read()):
                if name not in held:
                    found.setdefault(name, []).append(path)
    return found


def needed(content: bytes) -> tuple[str, ...]:
    """DT_NEEDED of a 64-bit little-endian ELF file; nothing for any other file."""
    if not content.startswith(b"\x7fELF\x02\x01"):
        return ()
    _, _, _, _, start, _, _, _, size, count, _, _, _ = _HEADER.unpack_from(content)
    segments = [_SEGMENT.unpack_from(content, start + number * size) for number in range(count)]
    dynamic = next((one for one in segments if one[0] == _DYNAMIC), None)
    if dynamic is None:
        return ()
    tags = list(_TAG.iter_unpack(content[dynamic[2] : dynamic[2] + dynamic[5] // 16 * 16]))
    strings = next(value for tag, value in tags if tag == _STRINGS)
    # The table's address is one of memory; its segment tells where that is in the file.
    base = next(
        strings - address + offset
        for kind, _, offset, address, _, length, _, _ in segments
        if kind == _LOAD and address <= strings < address + length
    )
    names = []
    for tag, value in tags:
        if tag == 0:
            break
        if tag == _NEEDED:
            names.append(content[base + value : content.index(b"\0", base + value)].decode())
    return tuple(names)
