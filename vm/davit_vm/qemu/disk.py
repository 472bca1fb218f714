"""The data disk: create, grow, check, inspect, copy, and snapshots to roll back to.

A disk image is hostile until its header has been read: qcow2 can name other files of the host as
its backing or data file, and QEMU would open them. The header is therefore read here, byte by
byte, before QEMU or qemu-img get to see the file, and the format is always named, never guessed.
"""

import asyncio
import contextlib
import errno
import os
import re
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_vm.config import MOST_DISK, format_size
from davit_vm.errors import BadSetting, DataDiskUnreadable, HostDiskFull, QemuFailed, QemuMissing
from davit_vm.qemu.last_words import meaning

Progress = Callable[[float], None]
"""Called with the done part, from 0 to 1."""

_MAGIC: Final = b"QFI\xfb"
_HEADER: Final = struct.Struct(">4sIQIIQII")
"""qcow2.txt: magic, version, backing file offset and size, cluster bits, size, encryption, l1."""
_INCOMPATIBLE_AT: Final = 72
_DIRTY: Final = 1 << 0
_CORRUPT: Final = 1 << 1
_DATA_FILE: Final = 1 << 2
_PERCENT: Final = re.compile(rb"\((\d+(?:\.\d+)?)/100%\)")
_RESTORE: Final = "Put back a copy (davit machine import), or start anew: davit machine reset"


class DiskInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A disk image, as its header says; nothing needs to be stopped to ask."""

    size: int
    """Bytes that the guest sees."""
    on_host: int
    """Bytes of the blocks that the file takes."""
    dirty: bool
    """The file was not closed, and its reference counts have to be rebuilt."""
    corrupt: bool
    """QEMU found damage and will only read."""


class DataDisk:
    """One qcow2 image; of a machine that is not running, unless said otherwise."""

    def __init__(self, image_tool: Path, path: Path) -> None:
        self._tool = image_tool
        self.path = path

    async def create(self, size: int, template: Path | None = None) -> None:
        """A new disk of `size` bytes, from a template that is not larger, if there is one.

        An existing one is left alone and is a QemuFailed. Raises HostDiskFull.
        """
        if self.path.exists():
            raise QemuFailed("Cannot create the data disk", f"{self.path} exists", "Keep it.")
        fresh = self.path.with_name(self.path.name + ".new")
        with _scratch(fresh):
            if template is not None and inspect(template).size <= size:
                await self._copy_file(template, fresh)
                await self._run("resize", "-f", "qcow2", str(fresh), str(size))
            else:
                await self._run("create", "-q", "-f", "qcow2", str(fresh), str(size))
            _settle(fresh, self.path)

    def info(self) -> DiskInfo:
        """Also while it runs. Raises DataDiskUnreadable, also for one that names other files."""
        return inspect(self.path)

    async def grow(self, size: int) -> None:
        """Make it `size` bytes; a running machine's disk grows through the monitor instead."""
        now = self.info().size
        if size < now:
            raise BadSetting(
                f"Cannot shrink the disk to {format_size(size)}", f"it has {format_size(now)}"
            )
        if size > now:
            await self._run("resize", "-f", "qcow2", str(self.path), str(size))

    async def check(self, *, repair: bool = False) -> str:
        """Compare its tables with its content; the sentence says what was found or done.

        Clusters that nobody uses any more, as a killed QEMU leaves them, are given back. Damage is
        repaired only when asked for, and is a DataDiskUnreadable otherwise.
        """
        self.info()
        found = await self._check()
        if found.get("corruptions", 0) and not repair:
            raise DataDiskUnreadable(
                "The data disk is damaged",
                f"{found['corruptions']} of its tables' entries are wrong",
                "Export what can be read (davit machine export), then: davit machine repair",
            )
        if found.get("check-errors", 0):
            raise DataDiskUnreadable(
                "Cannot check the data disk",
                f"{found['check-errors']} parts of {self.path} could not be read",
                "The disk of this computer may be failing; copy the file elsewhere.",
            )
        if not found.get("corruptions", 0) and not found.get("leaks", 0):
            return "The data disk is in order."
        done = await self._check("-r", "all" if repair else "leaks")
        if done.get("corruptions", 0):
            raise DataDiskUnreadable(
                "The data disk could not be repaired",
                f"{done['corruptions']} wrong entries are left",
                _RESTORE,
            )
        if found.get("corruptions", 0):
            return f"Repaired {found['corruptions']} wrong entries of the data disk."
        size = format_size(found["leaks"] * found.get("cluster-size", 65536))
        return f"Gave back {size} that the data disk no longer used."

    async def export(self, target: Path, progress: Progress | None = None) -> None:
        """A compressed copy as a file of its own, whole or not there."""
        self.info()
        await self._convert(self.path, target, "-c", progress=progress)

    async def import_(self, source: Path, progress: Progress | None = None) -> None:
        """Put a copy of `source` in this disk's place; the old one is lost when it succeeds.

        Raises DataDiskUnreadable for anything but a qcow2 image that stands alone.
        """
        inspect(source)
        await self._convert(source, self.path, progress=progress)

    async def snapshot(self, name: str) -> None:
        await self._snapshot("-c", name)

    async def revert(self, name: str) -> None:
        """Content and size as they were; the snapshot stays."""
        await self._snapshot("-a", name)

    async def delete_snapshot(self, name: str) -> None:
        await self._snapshot("-d", name)

    async def snapshots(self) -> tuple[str, ...]:
        self.info()
        output = await self._run("info", "-f", "qcow2", "--output=json", str(self.path))
        document = msgspec.json.decode(output, type=dict[str, Any])
        return tuple(str(entry["name"]) for entry in document.get("snapshots", ()))

    async def _snapshot(self, verb: str, name: str) -> None:
        self.info()
        image = f"driver=qcow2,file.filename={str(self.path).replace(',', ',,')}"
        await self._run("snapshot", "--image-opts", "-q", verb, name, image)

    async def _check(self, *options: str) -> dict[str, Any]:
        arguments = ("check", "-f", "qcow2", "--output=json", *options, str(self.path))
        output = await self._run(*arguments, accepted=(0, 2, 3))
        return msgspec.json.decode(output, type=dict[str, Any])

    async def _convert(
        self, source: Path, target: Path, *options: str, progress: Progress | None
    ) -> None:
        fresh = target.with_name(target.name + ".new")
        with _scratch(fresh):
            await self._run(
                *("convert", "-f", "qcow2", "-O", "qcow2", "-p", *options),
                *(str(source), str(fresh)),
                progress=progress,
            )
            _settle(fresh, target)

    async def _copy_file(self, source: Path, target: Path) -> None:
        try:
            await asyncio.to_thread(shutil.copyfile, source, target)
        except OSError as error:
            raise _disk_error("Cannot create the data disk", error) from error

    async def _run(
        self,
        *arguments: str,
        accepted: tuple[int, ...] = (0,),
        progress: Progress | None = None,
    ) -> bytes:
        """Standard output of qemu-img. Cancelled, it is ended and waited for."""
        try:
            process = await asyncio.create_subprocess_exec(
                self._tool,
                *arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise QemuMissing(
                "Cannot start qemu-img", f"{self._tool}: {why}", "Install it again."
            ) from error
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            output, complaint = await asyncio.gather(
                _collect(process.stdout, progress), process.stderr.read()
            )
            status = await process.wait()
        except BaseException:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
        if status in accepted:
            return output
        text = complaint.decode(errors="replace").strip()
        what = f"Cannot {arguments[0]} the data disk"
        raise meaning(what, text) or QemuFailed(
            what, text.rpartition("\n")[2] or f"qemu-img ended with status {status}", details=text
        )


def inspect(path: Path) -> DiskInfo:
    """Read the header of a qcow2 image. Raises DataDiskUnreadable for one that is unfit."""
    what = f"Cannot use the disk image {path}"
    try:
        with path.open("rb") as file:
            header = file.read(_INCOMPATIBLE_AT + 8)
            status = os.fstat(file.fileno())
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise DataDiskUnreadable(what, why, _RESTORE) from error
    # Windows does not count blocks; there the length is the best that is known.
    blocks = getattr(status, "st_blocks", None)
    on_host = blocks * 512 if blocks is not None else status.st_size
    return _parse_header(what, header, on_host)


def _parse_header(what: str, header: bytes, on_host: int) -> DiskInfo:
    if len(header) < _HEADER.size or not header.startswith(_MAGIC):
        raise DataDiskUnreadable(what, "it is not in qcow2 format", _RESTORE)
    _, version, backing, _, _, size, encryption, _ = _HEADER.unpack_from(header)
    if version not in (2, 3):
        raise DataDiskUnreadable(what, f"it is qcow2 of the unknown version {version}", _RESTORE)
    flags = 0
    if version == 3:
        if len(header) < _INCOMPATIBLE_AT + 8:
            raise DataDiskUnreadable(what, "its header is cut off", _RESTORE)
        flags = int.from_bytes(header[_INCOMPATIBLE_AT : _INCOMPATIBLE_AT + 8], "big")
    if backing:
        raise DataDiskUnreadable(what, "it rests on another file", "Use an image of its own.")
    if flags & _DATA_FILE:
        raise DataDiskUnreadable(
            what, "it keeps its data in another file", "Use an image of its own."
        )
    if encryption:
        raise DataDiskUnreadable(what, "it is encrypted", "Use an image that is not.")
    if size > MOST_DISK:
        raise DataDiskUnreadable(what, f"it claims to hold {size} bytes", _RESTORE)
    return DiskInfo(
        size=size, on_host=on_host, dirty=bool(flags & _DIRTY), corrupt=bool(flags & _CORRUPT)
    )


@contextlib.contextmanager
def _scratch(fresh: Path) -> Iterator[None]:
    """A file that is renamed on success and gone after a failure or a cancellation."""
    fresh.unlink(missing_ok=True)
    try:
        yield
    finally:
        fresh.unlink(missing_ok=True)


def _settle(fresh: Path, target: Path) -> None:
    """Rename when the content is on the disk."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.chmod(0o600)
    fresh.replace(target)


def _disk_error(what: str, error: OSError) -> Exception:
    if error.errno == errno.ENOSPC:
        return HostDiskFull(what, "the disk of this computer is full", "Delete files to make room.")
    return QemuFailed(what, error.strerror or str(error))


async def _collect(stream: asyncio.StreamReader, progress: Progress | None) -> bytes:
    output = bytearray()
    while chunk := await stream.read(65536):
        output += chunk
        percents = _PERCENT.findall(chunk)
        if percents and progress is not None:
            progress(float(percents[-1]) / 100)
    return bytes(output)
