"""Device nodes of the host that a container is given."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from davit_engine.containers.model import (
    DeviceMapping,
    HostConfig,
    ThrottleDevice,
    WeightDevice,
)
from davit_engine.containers.spec import Device
from davit_engine.errors import InvalidParameter

_NOT_DEVICES: Final = frozenset(
    ("/dev/pts", "/dev/shm", "/dev/fd", "/dev/mqueue", "/dev/console", "/dev/hugepages")
)
_TO_THE_HOST: Final = ("/dev/vport", "/dev/virtio-ports")
"""In a virtual machine the engine's way to the program that runs it; no container's, not even a
privileged one's unless it asks by name."""
_MADE_BY_RUNTIME: Final = frozenset(
    ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/ptmx")
)


def devices(host_config: HostConfig) -> list[Device]:
    """The devices asked for; all of the host's when privileged. Raises InvalidParameter."""
    found = []
    if host_config.privileged:
        found = [device for path in _walk("/dev") for device in _device(path, path, "rwm")]
    for mapping in host_config.devices:
        found += _mapped(mapping)
    return found


def _mapped(mapping: DeviceMapping) -> list[Device]:
    source = mapping.path_on_host
    target = mapping.path_in_container or source
    access = mapping.cgroup_permissions or "rwm"
    if not set(access) <= set("rwm"):
        raise InvalidParameter(f"invalid device mode: {access}")
    real = Path(source).resolve()
    if real.is_dir():
        return [
            device
            for path in _walk(str(real))
            for device in _device(path, target + path.removeprefix(str(real)), access)
        ]
    found = list(_device(str(real), target, access))
    if not found:
        raise InvalidParameter(
            f'error gathering device information while adding custom device "{source}": '
            + ("not a device node" if real.exists() else "no such file or directory")
        )
    return found


def _walk(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.path in _NOT_DEVICES or entry.path.startswith(_TO_THE_HOST):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.path not in _MADE_BY_RUNTIME:
            yield entry.path


def _device(path: str, target: str, access: str) -> Iterator[Device]:
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return
    if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
        yield Device(
            path=target,
            type="c" if stat.S_ISCHR(status.st_mode) else "b",
            major=os.major(status.st_rdev),
            minor=os.minor(status.st_rdev),
            mode=stat.S_IMODE(status.st_mode),
            uid=status.st_uid,
            gid=status.st_gid,
            access=access,
        )


def block_numbers(host_config: HostConfig) -> dict[str, tuple[int, int]]:
    """Major and minor number of every block device that a limit names. Raises InvalidParameter."""
    limits: tuple[WeightDevice | ThrottleDevice, ...] = (
        *host_config.blkio_weight_device,
        *host_config.blkio_device_read_bps,
        *host_config.blkio_device_write_bps,
        *host_config.blkio_device_read_i_ops,
        *host_config.blkio_device_write_i_ops,
    )
    numbers = {}
    for path in {limit.path for limit in limits}:
        try:
            status = Path(path).stat()
        except OSError as error:
            raise InvalidParameter(f"no such device: {path}") from error
        if not stat.S_ISBLK(status.st_mode):
            raise InvalidParameter(f"{path} is not a block device")
        numbers[path] = (os.major(status.st_rdev), os.minor(status.st_rdev))
    return numbers
