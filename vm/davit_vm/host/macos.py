"""macOS: HVF, 9p, kqueue."""

import asyncio
import select
from pathlib import Path
from typing import Any

from typing_extensions import override

from davit_vm.config import Architecture
from davit_vm.host.host import Accelerator, ProcessIdentity, System, Transport
from davit_vm.host.posix import PosixHost


class MacHost(PosixHost):
    """A Mac with an Intel or Apple processor."""

    system: System = "macos"
    accelerator = Accelerator.HVF
    transports: tuple[Transport, ...] = ("9p", "sftp")
    sandbox = False

    @override
    def qemu_advice(self, architecture: Architecture) -> str:
        return "Install Davit again, which brings QEMU along, or run: brew install qemu"

    @override
    def qemu_folders(self) -> tuple[Path, ...]:
        # A program started from the Dock does not get Homebrew's PATH.
        return (Path("/opt/homebrew/bin"), Path("/usr/local/bin"), Path("/opt/local/bin"))

    @override
    def low_port_rule(self, port: int) -> str:
        # Since macOS 10.14 anybody may listen below 1024, but only on all addresses at once.
        if port >= 1024:
            return ""
        return (
            "macOS lets programs listen below port 1024 only on all addresses at once. "
            f"Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port}"
        )

    @override
    def accelerator_advice(self, reason: str) -> str:
        if "entitlement" in reason.lower() or "denied" in reason.lower():
            return (
                "This QEMU is not signed for the hypervisor. Use the one that comes with Davit, "
                "or one from Homebrew."
            )
        return "Check that the Mac has virtualization: sysctl kern.hv_support says 1."

    @override
    async def wait_gone(self, process: ProcessIdentity) -> None:
        # The names exist on BSD only, which the type checker of another system cannot see.
        bsd: Any = select
        queue = bsd.kqueue()
        loop = asyncio.get_running_loop()
        gone = loop.create_future()

        def ended() -> None:
            if not gone.done():
                gone.set_result(None)

        exit_of = bsd.kevent(
            process.pid,
            filter=bsd.KQ_FILTER_PROC,
            flags=bsd.KQ_EV_ADD | bsd.KQ_EV_ONESHOT,
            fflags=bsd.KQ_NOTE_EXIT,
        )
        try:
            try:
                queue.control([exit_of], 0)
            except ProcessLookupError:
                return
            if not self.alive(process):
                return
            loop.add_reader(queue.fileno(), ended)
            try:
                await gone
            finally:
                loop.remove_reader(queue.fileno())
        finally:
            queue.close()
