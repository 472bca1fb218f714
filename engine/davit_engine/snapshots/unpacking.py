"""A layer's blob on its way into a layer: decompressed, limited, checked against its digest."""

import logging
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from davit_engine.archive.compression import Decompressed
from davit_engine.archive.entry import Limits
from davit_engine.archive.tar import TarReader
from davit_engine.errors import InvalidParameter, SystemFailure

log = logging.getLogger(__name__)

_CHECK_SPACE_EVERY: Final = 64 << 20


class Unpacking:
    """One run of `unpack`, as its thread sees it."""

    def __init__(
        self, open_blob: Callable[[], BinaryIO], progress: Callable[[int], None], limits: Limits
    ) -> None:
        self._open_blob = open_blob
        self._progress = progress
        self._limits = limits
        self._stopped = threading.Event()
        self._helper: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        self._stopped.set()
        if self._helper is not None:
            self._helper.kill()

    @contextmanager
    def helped_by(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Kill a program that the run may be waiting for when the run is stopped."""
        self._helper = process
        if self._stopped.is_set():
            process.kill()
        try:
            yield
        finally:
            self._helper = None

    @contextmanager
    def tar(self, diff_id: str, folder: Path) -> Iterator[TarReader]:
        """The blob as a tar; leaving without an error means that it matched the diff id.

        Raises SystemFailure before the disk of `folder` is full.
        """
        stream = Decompressed(self._open_blob(), limits=self._limits, progress=self._progress)
        checked = 0

        def chunk() -> bytes:
            nonlocal checked
            if self._stopped.is_set():
                raise SystemFailure("unpacking was cancelled")
            if stream.size - checked > _CHECK_SPACE_EVERY:
                checked = stream.size
                _check_space(folder)
            return stream.chunk()

        with stream:
            reader = TarReader(chunk, self._limits)
            yield reader
            reader.drain()
            if stream.diff_id != diff_id:
                raise InvalidParameter(
                    f"the layer's content is {stream.diff_id}, but the image names {diff_id}; "
                    "it was damaged or tampered with"
                )
            for name, count in reader.dropped_xattrs.items():
                log.info("layer %s: left out %s of %d entries", diff_id, name, count)


def _check_space(folder: Path) -> None:
    """Leave room for the database and the logs of others. Raises SystemFailure."""
    disk = os.statvfs(folder)
    free, total = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    if free < min(1 << 30, total // 20):
        raise SystemFailure(
            f"no space left to unpack the layer: {free >> 20} MB are free on the disk of {folder}. "
            "Remove images or containers that are not needed, or enlarge the disk"
        )
