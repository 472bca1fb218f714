"""Linux: KVM, 9p, pidfd, the sysctl for low ports."""

import asyncio
import os
from pathlib import Path
from typing import Final

from typing_extensions import override

from davit_vm.config import Architecture
from davit_vm.host.host import Accelerator, ProcessIdentity, System, Transport
from davit_vm.host.posix import PosixHost

_FIRST_FREE_PORT: Final = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
_KVM: Final = Path("/dev/kvm")


class LinuxHost(PosixHost):
    """A Linux computer, with or without root."""

    system: System = "linux"
    accelerator = Accelerator.KVM
    transports: tuple[Transport, ...] = ("9p", "sftp")
    sandbox = True

    @override
    def qemu_advice(self, architecture: Architecture) -> str:
        package = "qemu-system-x86" if architecture == "x86_64" else "qemu-system-arm"
        fedora = "qemu-system-x86-core" if architecture == "x86_64" else "qemu-system-aarch64-core"
        return (
            f"Install it: sudo apt install {package} qemu-utils (Debian, Ubuntu) "
            f"or sudo dnf install {fedora} qemu-img (Fedora)."
        )

    @override
    def qemu_folders(self) -> tuple[Path, ...]:
        return (Path("/usr/bin"), Path("/usr/local/bin"))

    @override
    def low_port_rule(self, port: int) -> str:
        if port >= _first_free_port() or os.geteuid() == 0:
            return ""
        return (
            f"Only root may listen below port {_first_free_port()} here. Publish a higher port, or "
            f"allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}"
        )

    @override
    def accelerator_advice(self, reason: str) -> str:
        if not _KVM.exists():
            return (
                "Switch on virtualization in the computer's firmware and load the module kvm; "
                "in a virtual machine, allow nested virtualization."
            )
        if not os.access(_KVM, os.R_OK | os.W_OK):
            return "Join the group kvm and log in again: sudo usermod -aG kvm $USER"
        return "In a virtual machine, see that the computer below allows nested virtualization."

    @override
    def accelerator_access(self) -> str:
        if not _KVM.exists():
            return "absent"
        return "allowed" if os.access(_KVM, os.R_OK | os.W_OK) else "denied"

    @override
    async def wait_gone(self, process: ProcessIdentity) -> None:
        try:
            descriptor = os.pidfd_open(process.pid)
        except ProcessLookupError:
            return
        loop = asyncio.get_running_loop()
        gone = loop.create_future()

        def ended() -> None:
            if not gone.done():
                gone.set_result(None)

        try:
            # Opened first, then compared: from here on the descriptor cannot mean another process.
            if not self.alive(process):
                return
            loop.add_reader(descriptor, ended)
            try:
                await gone
            finally:
                loop.remove_reader(descriptor)
        finally:
            os.close(descriptor)


def _first_free_port() -> int:
    try:
        return int(_FIRST_FREE_PORT.read_text())
    except (OSError, ValueError):
        return 1024
