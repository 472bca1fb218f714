"""What the machine takes of the host, and what the guest has of it."""

import contextlib

import msgspec

from davit_vm.errors import MachineError
from davit_vm.guest import LiveGuest
from davit_vm.paths import Paths
from davit_vm.qemu.disk import inspect
from davit_vm.status import Resources

USAGE_EVERY = 30.0
"""Seconds between two questions to the guest itself, each of which is a command over SSH."""


class _Usage(msgspec.Struct, frozen=True):
    """Answer of `guest usage`; bytes."""

    memory_total: int
    memory_available: int
    disk_size: int
    disk_used: int
    disk_free: int


async def measure(paths: Paths, guest: LiveGuest | None, before: Resources) -> Resources:
    """What can be told at once; what only the guest knows stays as it was `before`."""
    found = Resources()
    with contextlib.suppress(MachineError):
        disk = inspect(paths.data_disk)
        found = Resources(disk_size=disk.size, disk_on_host=disk.on_host)
    if guest is None:
        return found
    usage = guest.process.usage()
    try:
        memory = await guest.monitor.memory()
    except MachineError:
        memory = None
    return msgspec.structs.replace(
        found,
        host_memory=usage[0] if usage else None,
        host_cpu_seconds=usage[1] if usage else None,
        guest_memory_total=memory.total if memory else before.guest_memory_total,
        guest_memory_available=memory.available if memory else before.guest_memory_available,
        guest_disk_used=before.guest_disk_used,
        guest_disk_free=before.guest_disk_free,
    )


async def ask_guest(guest: LiveGuest, found: Resources) -> Resources:
    """Fill in what the guest says of its disk and memory. Raises MachineError."""
    answer = await guest.ask("usage")
    try:
        usage = msgspec.json.decode(answer, type=_Usage)
    except msgspec.MsgspecError as error:
        raise MachineError("The guest does not tell its usage", str(error)) from error
    return msgspec.structs.replace(
        found,
        guest_memory_total=usage.memory_total,
        guest_memory_available=usage.memory_available,
        guest_disk_used=usage.disk_used,
        guest_disk_free=usage.disk_free,
    )
