"""A snapshotter that only decompresses, checks the diff id and remembers; for the image tests."""

import asyncio
import hashlib
import tarfile
from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from davit_engine.errors import InvalidParameter
from davit_engine.images.compress import plain_blocks
from davit_engine.snapshots.snapshotter import Chain, LayerInfo


class FakeSnapshotter:
    name = "fake"

    def __init__(self) -> None:
        self.unpacked: dict[str, LayerInfo] = {}
        self.order: list[str] = []
        """Diff ids in the order in which they were asked for, again and again included."""
        self.before_unpack: Callable[[str], None] = lambda diff_id: None

    async def recover(self) -> None: ...

    async def has(self, chain: Chain) -> bool:
        return chain[-1] in self.unpacked

    async def unpack(
        self,
        chain: Chain,
        open_blob: Callable[[], BinaryIO],
        media_type: str,
        progress: Callable[[int], None],
    ) -> LayerInfo:
        assert all(diff_id in self.unpacked for diff_id in chain[:-1])
        self.order.append(chain[-1])
        if chain[-1] not in self.unpacked:
            self.unpacked[chain[-1]] = await asyncio.to_thread(
                self._unpack, chain[-1], open_blob, media_type, progress
            )
        return self.unpacked[chain[-1]]

    def _unpack(
        self,
        diff_id: str,
        open_blob: Callable[[], BinaryIO],
        media_type: str,
        progress: Callable[[int], None],
    ) -> LayerInfo:
        self.before_unpack(diff_id)
        plain = b"".join(plain_blocks(open_blob()))
        progress(1)
        found = f"sha256:{hashlib.sha256(plain).hexdigest()}"
        if found != diff_id:
            raise InvalidParameter(f"layer {diff_id}: the archive's digest is {found}")
        with tarfile.open(fileobj=BytesIO(plain)) as archive:
            size = sum(member.size for member in archive)
        return LayerInfo(diff_id=diff_id, size=size)

    async def layer(self, chain: Chain) -> LayerInfo | None:
        return self.unpacked.get(chain[-1])

    async def layers(self) -> list[str]:
        return list(self.unpacked)

    async def remove_layer(self, key: str) -> int:
        info = self.unpacked.pop(key, None)
        return info.size if info else 0
