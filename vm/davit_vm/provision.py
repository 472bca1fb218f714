"""Lay out the machine's folder: settings, keys, the guest image in use, the data disk.

Each step makes what is missing and leaves what is there, so that it can be interrupted anywhere and
run again. The data disk is the only thing here that cannot be made again; it is never replaced.
"""

import asyncio
import errno
import os
import shutil
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_vm import config as settings_file
from davit_vm import seed
from davit_vm.config import HostFacts, MachineConfig, write_durably
from davit_vm.errors import AlreadyRunning, BadSetting, HostDiskFull, NotCreated
from davit_vm.host.detect import detect_host
from davit_vm.host.host import Host
from davit_vm.paths import Paths
from davit_vm.qemu.disk import DataDisk, inspect
from davit_vm.qemu.find import find_qemu
from davit_vm.qemu.guest_image import GuestImage, find_image, load_image, verify_image

_CURRENT: Final = "current"
"""File in the images' folder that names the version in use."""


def exists(paths: Paths) -> bool:
    return paths.settings.exists()


def settings(paths: Paths, host: Host | None = None) -> MachineConfig:
    """Those of the machine, or the defaults for this computer."""
    try:
        return settings_file.load(paths.settings)
    except NotCreated:
        return settings_file.default_config((host or detect_host()).facts())


def changed_settings(
    current: MachineConfig, changes: dict[str, Any], facts: HostFacts, *, disk_now: int = 0
) -> MachineConfig:
    """The settings with the changes, checked. Raises BadSetting."""
    for name in changes:
        if name not in MachineConfig.__struct_fields__:
            raise BadSetting(f"There is no setting {name!r}", "", "davit machine set --help")
    try:
        config = msgspec.convert({**msgspec.to_builtins(current), **changes}, MachineConfig)
    except msgspec.ValidationError as error:
        raise BadSetting("Cannot use the settings", str(error)) from error
    settings_file.validate(config, facts, disk_now=disk_now)
    return config


def disk_size(paths: Paths) -> int:
    """Bytes of the data disk as the guest sees it; 0 when there is none."""
    return inspect(paths.data_disk).size if paths.data_disk.exists() else 0


def change_settings(paths: Paths, changes: dict[str, Any]) -> None:
    """For a machine that does not run; creates the settings when there are none."""
    host = detect_host()
    disk_now = disk_size(paths)
    config = changed_settings(settings(paths, host), changes, host.facts(), disk_now=disk_now)
    host.make_private_folder(paths.home)
    settings_file.save(config, paths.settings)


async def create(paths: Paths, config: MachineConfig | None) -> None:
    """Everything that a first start needs. Raises MachineError."""
    host = detect_host()
    refusal = AlreadyRunning("Cannot create the machine", "its supervisor is doing so already")
    with host.alone(paths, refusal):
        chosen = config or settings(paths, host)
        settings_file.validate(chosen, host.facts())
        await ensure(host, paths, chosen)
        await asyncio.to_thread(settings_file.save, chosen, paths.settings)


async def ensure(host: Host, paths: Paths, config: MachineConfig) -> GuestImage:
    """Make what is missing; the image that the next start uses. Raises MachineError."""
    try:
        image = await asyncio.to_thread(_current_or_new, host, paths, config)
        await asyncio.to_thread(seed.ensure_keys, paths)
        if not paths.data_disk.exists():
            qemu = await find_qemu(host, config.qemu, image.architecture)
            disk = DataDisk(qemu.image_tool, paths.data_disk)
            await disk.create(config.disk, template=image.data_template)
    except OSError as error:
        raise _disk_error(paths, error) from error
    return image


async def data_disk(host: Host, paths: Paths, config: MachineConfig) -> DataDisk:
    """The data disk and the tool for it. Raises QemuMissing and QemuTooOld."""
    qemu = await find_qemu(host, config.qemu, host.facts().architecture)
    return DataDisk(qemu.image_tool, paths.data_disk)


def current_image(paths: Paths) -> GuestImage | None:
    """The image in use; None when none is laid out. Raises ImageMissing and ImageDamaged."""
    try:
        version = (paths.images / _CURRENT).read_text().strip()
    except FileNotFoundError:
        return None
    return load_image(paths.images / Path(version).name)


def lay_out(source: Path, paths: Paths) -> GuestImage:
    """Copy an image beside the others, whole and verified or not at all. Raises MachineError."""
    image = load_image(source)
    target = paths.images / image.version
    if target.exists():
        there = load_image(target)
        verify_image(there)
        return there
    paths.images.mkdir(mode=0o700, exist_ok=True)
    scratch = paths.images / f".{image.version}.new"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        scratch.mkdir(mode=0o700)
        for name in (*image.files, "image.json"):
            shutil.copyfile(source / name, scratch / name)
            _sync(scratch / name)
        verify_image(load_image(scratch))
        scratch.replace(target)
    except OSError as error:
        raise _disk_error(paths, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return load_image(target)


def use(image: GuestImage, paths: Paths) -> None:
    """Let the next start take this image; at once, or not at all."""
    write_durably(paths.images / _CURRENT, f"{image.version}\n".encode())


def forget_images(paths: Paths, keep: set[str]) -> None:
    """Delete the images of other versions, and what an interrupted copy left."""
    for folder in paths.images.iterdir():
        if folder.is_dir() and folder.name not in keep:
            shutil.rmtree(folder, ignore_errors=True)


async def reset(paths: Paths) -> None:
    """Delete the data disk and what is known of the machine's past; settings and keys stay."""
    refusal = AlreadyRunning("Cannot reset the machine", "its supervisor still runs")
    with detect_host().alone(paths, refusal):
        for path in (paths.data_disk, paths.state, paths.accelerators):
            await asyncio.to_thread(path.unlink, missing_ok=True)


def _current_or_new(host: Host, paths: Paths, config: MachineConfig) -> GuestImage:
    image = current_image(paths)
    if image is None:
        image = lay_out(find_image(config, host.facts().architecture), paths)
        use(image, paths)
    return image


def _disk_error(paths: Paths, error: OSError) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return HostDiskFull(
            "Cannot lay out the machine",
            f"no space is left where {paths.home} lies",
            "Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.",
        )
    return error


def _sync(path: Path) -> None:
    # Windows flushes only what may be written.
    with path.open("rb+") as file:
        os.fsync(file.fileno())
