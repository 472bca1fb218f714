"""The machine as one file, and back: its disk and its settings, in a tar that is read strictly.

The archive holds exactly three files in this order: a manifest with the size and SHA-256 of the
others, the settings, and the disk as a compressed qcow2. An archive may come from anybody: nothing
in it names a path, the disk is looked at before QEMU's tools see it, and of the settings only
plain numbers are taken over; programs, shares, proxies and ports stay as this computer has them.
"""

import asyncio
import contextlib
import errno
import hashlib
import os
import shutil
import stat
import tarfile
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final, TypeVar

import msgspec

from davit_vm import config as settings_file
from davit_vm import provision
from davit_vm.config import HostFacts, MachineConfig, format_size
from davit_vm.errors import (
    AlreadyRunning,
    BadSetting,
    HostDiskFull,
    MachineError,
    NotCreated,
)
from davit_vm.host.detect import detect_host
from davit_vm.host.host import Host
from davit_vm.paths import Paths, machine_paths
from davit_vm.qemu.disk import DataDisk, inspect
from davit_vm.qemu.find import find_qemu
from davit_vm.qemu.guest_image import GuestImage, find_image, load_image

T = TypeVar("T")
Progress = Callable[[float], None]

_MANIFEST: Final = "davit-machine.json"
_SETTINGS: Final = "settings.json"
_DISK: Final = "data.qcow2"
_FORMAT: Final = 1
_BLOCK: Final = tarfile.BLOCKSIZE
_MOST_MANIFEST: Final = 64 * 1024
_MOST_SETTINGS: Final = 1024 * 1024
_MOST_DISK: Final = 16 * 1024**4
_CHUNK: Final = 1024 * 1024
_CONVERTED: Final = 0.9
_UNPACKED: Final = 0.3
"""How much of the whole the first half of the work is, for whoever watches."""
_TAKEN_OVER: Final = ("cpus", "memory", "disk", "idle_stop")


class _File(msgspec.Struct, frozen=True, kw_only=True):
    sha256: str
    size: int


class _Manifest(msgspec.Struct, frozen=True, kw_only=True):
    format: int
    files: dict[str, _File]
    created: str = ""
    image: str = ""
    """Version of the guest image that ran last on this disk."""
    architecture: str = ""
    """Of that guest, and so of the images and containers on the disk; empty in old exports."""
    engine: str = ""
    """Version of the engine that wrote the disk; an older one may not understand it."""


async def export(home: Path, path: Path, progress: Progress | None = None) -> None:
    """Write disk and settings of a machine that does not run; `path` must be free.

    Half of a copy is never left behind. `progress` is told the part that is done, 0 to 1. Raises
    MachineError.
    """
    tell = progress or _silent
    what = f"Cannot export to {path}"
    paths = machine_paths(home)
    host = detect_host()
    with host.alone(paths, _refusal(what)):
        config = await asyncio.to_thread(settings_file.load, paths.settings)
        if not paths.data_disk.exists():
            raise NotCreated(what, "the machine has no disk yet; it has never been started")
        if path.exists():
            raise MachineError(what, "that file exists already", "Choose another name.")
        disk = DataDisk(await _image_tool(host, config), paths.data_disk)
        with _scratch(path.parent, what) as scratch:
            await disk.export(scratch / _DISK, lambda part: tell(part * _CONVERTED))
            await _in_thread(lambda stop: _pack(paths, config, scratch, path, what, stop))
            tell(1.0)


async def import_(home: Path, path: Path, progress: Progress | None = None) -> None:
    """Put an exported disk in the place of this machine's, making the machine if there is none.

    The old disk is lost when, and only when, this succeeds. `progress` is told the part that is
    done, 0 to 1. Raises MachineError.
    """
    tell = progress or _silent
    what = f"Cannot import {path}"
    paths = machine_paths(home)
    host = detect_host()
    await asyncio.to_thread(host.make_private_folder, paths.home)
    with _scratch(paths.home, what) as scratch:
        settings = await _in_thread(lambda stop: _unpack(path, scratch, what, paths, host, stop))
        tell(_UNPACKED)
        size = inspect(scratch / _DISK).size
        facts = host.facts()
        if not provision.exists(paths):
            fresh = _with(provision.settings(paths, host), settings, facts, size)
            await provision.create(paths, fresh)
        with host.alone(paths, _refusal(what)):
            config = provision.settings(paths, host)
            config = _with(config, {"disk": max(config.disk, size)}, facts, size)
            disk = DataDisk(await _image_tool(host, config), paths.data_disk)
            await disk.import_(
                scratch / _DISK, lambda part: tell(_UNPACKED + part * (1 - _UNPACKED))
            )
            await disk.grow(config.disk)
            await asyncio.to_thread(settings_file.save, config, paths.settings)


async def _in_thread(work: Callable[[threading.Event], T]) -> T:
    """Work that looks at the event now and then, and ends when it is set: by a cancellation."""
    stop = threading.Event()
    task = asyncio.get_running_loop().run_in_executor(None, work, stop)
    try:
        return await asyncio.shield(task)
    finally:
        stop.set()
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError, MachineError, OSError, _Stopped):
                await asyncio.shield(task)
        if not task.cancelled():
            task.exception()  # which nobody waits for after a cancellation


class _Stopped(Exception):
    """Nobody waits for the result any more."""


def _silent(_: float) -> None:
    """For whoever does not want to know."""


def _with(
    config: MachineConfig, imported: dict[str, Any], facts: HostFacts, disk: int
) -> MachineConfig:
    """The settings with those imported ones that this computer can meet."""
    config = msgspec.structs.replace(config, disk=max(config.disk, disk))
    for name in _TAKEN_OVER:
        if name not in imported:
            continue
        try:
            changed = provision.changed_settings(
                config, {name: imported[name]}, facts, disk_now=disk
            )
        except BadSetting:
            continue  # the other computer was larger; this one keeps its own
        config = changed
    return config


async def _image_tool(host: Host, config: MachineConfig) -> Path:
    return (await find_qemu(host, config.qemu, host.facts().architecture)).image_tool


def _refusal(what: str) -> AlreadyRunning:
    return AlreadyRunning(
        what, "the machine's supervisor is running", "Stop it first: davit machine stop"
    )


@contextlib.contextmanager
def _scratch(folder: Path, what: str) -> Iterator[Path]:
    """A private folder on the same file system as the result."""
    try:
        scratch = Path(tempfile.mkdtemp(prefix=".davit-", dir=folder))
    except OSError as error:
        raise MachineError(what, f"{folder}: {error.strerror}", "Choose another folder.") from error
    try:
        yield scratch
    except OSError as error:
        raise _disk_error(what, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _disk_error(what: str, error: OSError) -> MachineError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return HostDiskFull(what, "no space is left on this computer", "Delete files to make room.")
    return MachineError(what, error.strerror or str(error))


def _pack(
    paths: Paths,
    config: MachineConfig,
    scratch: Path,
    target: Path,
    what: str,
    stop: threading.Event,
) -> None:
    settings = scratch / _SETTINGS
    settings.write_bytes(msgspec.json.encode({name: getattr(config, name) for name in _TAKEN_OVER}))
    disk = scratch / _DISK
    _require_space(scratch, disk.stat().st_size, what)
    image = _last_image(paths)
    manifest = _Manifest(
        format=_FORMAT,
        created=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        image=image.version if image else "",
        architecture=image.architecture if image else "",
        engine=image.engine if image else "",
        files={file.name: _described(file, stop) for file in (settings, disk)},
    )
    (scratch / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
    whole = scratch / "archive.tar"
    whole.touch(mode=0o600)
    with whole.open("wb") as output:
        for name in (_MANIFEST, _SETTINGS, _DISK):
            _add(output, scratch / name, stop)
        output.write(bytes(2 * _BLOCK))
        output.flush()
        os.fsync(output.fileno())
    _go_on(stop)
    try:
        os.link(whole, target)  # fails where a file has come into being meanwhile
    except FileExistsError as error:
        raise MachineError(what, "that file exists already", "Choose another name.") from error
    except OSError:
        whole.replace(target)  # a file system without hard links


def _last_image(paths: Paths) -> GuestImage | None:
    try:
        return provision.current_image(paths)
    except MachineError:
        return None


def _go_on(stop: threading.Event) -> None:
    if stop.is_set():
        raise _Stopped


def _add(output: IO[bytes], file: Path, stop: threading.Event) -> None:
    member = tarfile.TarInfo(file.name)
    member.size = file.stat().st_size
    member.mode = 0o600
    member.mtime = int(time.time())
    output.write(member.tobuf(tarfile.GNU_FORMAT))
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            _go_on(stop)
            output.write(chunk)
    output.write(bytes(-member.size % _BLOCK))
    file.unlink()  # one copy of the disk at a time


def _described(file: Path, stop: threading.Event) -> _File:
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            _go_on(stop)
            digest.update(chunk)
    return _File(sha256=digest.hexdigest(), size=file.stat().st_size)


def _unpack(
    path: Path, scratch: Path, what: str, paths: Paths, host: Host, stop: threading.Event
) -> dict[str, Any]:
    """The settings of the archive; its disk lies in `scratch` afterwards, as it was packed."""
    try:
        source = path.open("rb")
    except OSError as error:
        raise MachineError(what, (error.strerror or str(error)).lower()) from error
    with source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise MachineError(what, "it is not a file")
        reader = _Reader(source, what, stop)
        head = reader.small(_MANIFEST, _MOST_MANIFEST)
        try:
            manifest = msgspec.json.decode(head, type=_Manifest)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise reader.bad("its manifest cannot be read") from error
        if manifest.format != _FORMAT:
            raise reader.bad(
                f"it has format {manifest.format}, and this version reads {_FORMAT}",
                "Use a newer version of Davit.",
            )
        if set(manifest.files) != {_SETTINGS, _DISK}:
            raise reader.bad("its manifest lists other files than an export has")
        _require_fit(manifest, paths, host, what)
        content = reader.small(_SETTINGS, _MOST_SETTINGS)
        reader.compare(_SETTINGS, manifest, hashlib.sha256(content).hexdigest(), len(content))
        try:
            settings = msgspec.json.decode(content, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise reader.bad("its settings cannot be read") from error
        size = reader.head(_DISK, _MOST_DISK)
        if size != manifest.files[_DISK].size:
            raise reader.bad(f"{_DISK} has not the size that its manifest says")
        _require_space(scratch, size, what)
        reader.compare(_DISK, manifest, reader.copy(scratch / _DISK, size), size)
        reader.end()
    return settings


def _require_fit(manifest: _Manifest, paths: Paths, host: Host, what: str) -> None:
    """What was written for other processors, or by a newer engine, is of no use here."""
    here = host.facts().architecture
    if manifest.architecture and manifest.architecture != here:
        raise MachineError(
            what,
            f"it comes from a computer with {_shown(manifest.architecture)} processors, and its "
            f"images and containers do not run on {here}",
            "Move the volumes one by one, with Export and Import, and pull the images anew.",
        )
    image = _last_image(paths) or _bundled_image(paths, host)
    if image is None:
        return
    theirs, ours = _numbers(manifest.engine), _numbers(image.engine)
    if theirs and ours and theirs > ours:
        raise MachineError(
            what,
            f"it was written by engine {_shown(manifest.engine)}, and this machine has "
            f"engine {image.engine}",
            "Upgrade Davit on this computer first, then import again.",
        )


def _bundled_image(paths: Paths, host: Host) -> GuestImage | None:
    try:
        config = provision.settings(paths, host)
        return load_image(find_image(config, host.facts().architecture))
    except MachineError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    """Of 1.2.3; empty for what is no such version."""
    parts = version.split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts):
        return ()
    return tuple(map(int, parts))


def _shown(word: str) -> str:
    return "".join(letter for letter in word[:40] if letter.isprintable())


class _Reader:
    """Reads exactly the files that are expected, in their order, and nothing else of a tar."""

    def __init__(self, source: IO[bytes], what: str, stop: threading.Event) -> None:
        self._source = source
        self._stop = stop
        self._what = what

    def bad(self, why: str, hint: str = "") -> MachineError:
        return MachineError(self._what, why, hint or "Export it again: davit machine export FILE")

    def head(self, name: str, most: int) -> int:
        """The size of the next file, which must be this one."""
        block = self._exactly(_BLOCK)
        try:
            member = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError as error:
            raise self.bad("it is not an export of a machine") from error
        if member.name != name or member.type != tarfile.REGTYPE or member.linkname:
            raise self.bad(f"{name} is not where it has to be")
        if not 0 <= member.size <= most:
            raise self.bad(f"{name} claims to have {member.size} bytes")
        return member.size

    def small(self, name: str, most: int) -> bytes:
        size = self.head(name, most)
        content = self._exactly(size)
        self._exactly(-size % _BLOCK)
        return content

    def copy(self, target: Path, size: int) -> str:
        """Writes the next file and tells its SHA-256."""
        digest = hashlib.sha256()
        target.touch(mode=0o600)
        with target.open("wb") as output:
            left = size
            while left:
                _go_on(self._stop)
                chunk = self._exactly(min(left, _CHUNK))
                digest.update(chunk)
                output.write(chunk)
                left -= len(chunk)
        self._exactly(-size % _BLOCK)
        return digest.hexdigest()

    def compare(self, name: str, manifest: _Manifest, sha256: str, size: int) -> None:
        expected = manifest.files[name]
        if (expected.sha256, expected.size) != (sha256, size):
            raise self.bad(f"{name} is damaged: its SHA-256 is not that of its manifest")

    def end(self) -> None:
        if any(self._exactly(2 * _BLOCK)) or self._source.read(1):
            raise self.bad("it holds more than an export does")

    def _exactly(self, size: int) -> bytes:
        content = self._source.read(size)
        if len(content) != size:
            raise self.bad("it is cut off")
        return content


def _require_space(folder: Path, size: int, what: str) -> None:
    free = shutil.disk_usage(folder).free
    if size > free:
        raise HostDiskFull(
            what,
            f"it needs {format_size(-(-size // 2**20) * 2**20)} where {folder.parent} lies, "
            f"and {format_size(free // 2**20 * 2**20)} are free",
            "Delete files to make room.",
        )
