"""Capabilities of files, security.capability, across user namespaces (pure).

Revision 2 is meant for this machine's root. Revision 3 names the id that is root where it counts;
the kernel makes it of 2 whenever a container with users of its own sets or shows capabilities.
linux/capability.h: struct vfs_cap_data and vfs_ns_cap_data, little-endian.
"""

import struct
from typing import Final

from davit_engine.id_ranges import IdRange

NAME: Final = "security.capability"
_REVISION: Final = 0xFF000000
_PLAIN: Final = 0x02000000
_NAMED: Final = 0x03000000
_PLAIN_SIZE: Final = 20
_NAMED_SIZE: Final = 24


def inside(name: str, value: bytes, ids: IdRange | None) -> bytes:
    """An attribute as the container has it, which is what archives and layers hold."""
    if name != NAME or len(value) != _NAMED_SIZE:
        return value
    magic, root = struct.unpack_from("<I", value)[0], struct.unpack_from("<I", value, 20)[0]
    if magic & _REVISION != _NAMED or root not in (0, ids.start if ids else 0):
        return value
    return struct.pack("<I", magic & ~_REVISION | _PLAIN) + value[4:_PLAIN_SIZE]


def outside(name: str, value: bytes, ids: IdRange | None) -> bytes:
    """An attribute of an archive as it is to be set from this machine for the container."""
    if name != NAME or ids is None or len(value) != _PLAIN_SIZE:
        return value
    magic = struct.unpack_from("<I", value)[0]
    if magic & _REVISION != _PLAIN:
        return value
    named = struct.pack("<I", magic & ~_REVISION | _NAMED)
    return named + value[4:] + struct.pack("<I", ids.start)
