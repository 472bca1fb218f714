"""Linux: KVM, 9p, pidfd, the sysctl for low ports."""

import asyncio
import getpass
import grp
import os
import shutil
from pathlib import Path
from typing import Final

from typing_extensions import override

from davit_vm.config import Architecture
from davit_vm.errors import RemedyFailed
from davit_vm.host.host import (
    Accelerator,
    ProcessIdentity,
    System,
    Transport,
    run_remedy,
)
from davit_vm.host.posix import PosixHost
from davit_vm.status import Remedy

_FIRST_FREE_PORT: Final = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
_KVM: Final = Path("/dev/kvm")
_SYSTEM_PATH: Final = "/usr/sbin:/sbin:/usr/bin:/bin"
"""Not all of which is on a user's PATH."""


class LinuxHost(PosixHost):
    """A Linux computer, with or without root."""

    system: System = "linux"
    accelerator = Accelerator.KVM
    transports: tuple[Transport, ...] = ("9p", "sftp")
    sandbox = True

    @override
    def qemu_advice(self, architecture: Architecture) -> str:
        known = _packages(architecture)
        here = next((words for tool, words in known.items() if shutil.which(tool)), None)
        if here is not None:
            return f"Install it: sudo {_typed(here)}"
        debian, fedora = (_typed(known[tool]) for tool in ("apt-get", "dnf"))
        return f"Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora)."

    @override
    def qemu_remedy(self, architecture: Architecture) -> Remedy | None:
        for tool, words in _packages(architecture).items():
            found = shutil.which(tool)
            if found and shutil.which("pkexec"):
                answer = "--noconfirm" if tool == "pacman" else "-y"
                return Remedy(kind="install", subject="QEMU", command=(found, *words[1:], answer))
        return None

    @override
    def accelerator_remedy(self, program: Path) -> Remedy | None:
        return self.group_remedy("kvm") if self.accelerator_access() == "denied" else None

    @override
    def group_remedy(self, group: str) -> Remedy | None:
        usermod = shutil.which("usermod", path=_SYSTEM_PATH)
        if usermod is None or shutil.which("pkexec") is None or not _may_join(group):
            return None
        return Remedy(
            kind="join",
            subject=group,
            command=(usermod, "-aG", group, getpass.getuser()),
            after="log in",
        )

    @override
    async def carry_out(self, remedy: Remedy) -> None:
        words = " ".join(remedy.command)
        what = f"Cannot run {words}"
        if not remedy.elevated or os.geteuid() == 0:
            await run_remedy(remedy.command, what)
            return
        pkexec = shutil.which("pkexec")
        if pkexec is None:
            raise RemedyFailed(what, "there is no pkexec", f"Type it yourself: sudo {words}")
        await run_remedy((pkexec, *remedy.command), what)

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


def _packages(architecture: Architecture) -> dict[str, tuple[str, ...]]:
    """What brings QEMU, by the tool of each family of systems."""
    short = "x86" if architecture == "x86_64" else "arm"
    return {
        "apt-get": ("apt-get", "install", f"qemu-system-{short}", "qemu-utils"),
        "dnf": (
            "dnf",
            "install",
            "qemu-system-x86-core" if short == "x86" else "qemu-system-aarch64-core",
            "qemu-img",
        ),
        "zypper": ("zypper", "install", f"qemu-{short}", "qemu-tools"),
        "pacman": (
            "pacman",
            "-S",
            "qemu-system-x86" if short == "x86" else "qemu-system-aarch64",
            "qemu-img",
        ),
    }


def _typed(words: tuple[str, ...]) -> str:
    """A command as people write it."""
    return " ".join(words).replace("apt-get", "apt")


def _may_join(group: str) -> bool:
    """Whether there is such a group, and this user is not in it already."""
    try:
        return getpass.getuser() not in grp.getgrnam(group).gr_mem
    except KeyError:
        return False


def _first_free_port() -> int:
    try:
        return int(_FIRST_FREE_PORT.read_text())
    except (OSError, ValueError):
        return 1024
