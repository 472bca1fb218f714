"""macOS: HVF, 9p, kqueue."""

import asyncio
import os
import plistlib
import select
import shlex
import subprocess
from pathlib import Path
from typing import Any, Final

from typing_extensions import override

from davit_vm.config import Architecture
from davit_vm.host.host import Accelerator, ProcessIdentity, System, Transport, run_remedy
from davit_vm.host.posix import PosixHost
from davit_vm.status import Remedy

_QUARANTINE: Final = "com.apple.quarantine"
_ENTITLEMENT: Final = "com.apple.security.hypervisor"
_ENTITLEMENTS: Final = plistlib.dumps({_ENTITLEMENT: True}).decode()
_PATIENCE: Final = 10.0


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
    def program_remedy(self, program: Path) -> Remedy | None:
        """A downloaded program is held back until somebody opened it by hand."""
        if _answers("xattr", "-p", _QUARANTINE, str(program)) is None:
            return None
        return Remedy(
            kind="release",
            subject=program.name,
            command=("xattr", "-dr", _QUARANTINE, str(program.parent)),
            elevated=not os.access(program, os.W_OK),
        )

    @override
    def accelerator_remedy(self, program: Path) -> Remedy | None:
        said = _answers("codesign", "-d", "--entitlements", "-", "--xml", str(program))
        if said is None or _ENTITLEMENT in said:
            return None
        if any(folder.suffix == ".app" for folder in program.parents):
            # The application's own signature covers it.
            return Remedy(kind="reinstall", subject="Davit")
        return Remedy(
            kind="sign",
            subject=program.name,
            command=(
                "/bin/sh",
                "-c",
                'file=$(mktemp) && printf %s "$1" > "$file" && '
                'codesign --force --sign - --entitlements "$file" "$2"; '
                'status=$?; rm -f "$file"; exit $status',
                "sh",
                _ENTITLEMENTS,
                str(program),
            ),
            elevated=not os.access(program, os.W_OK),
        )

    @override
    def qemu_remedy(self, architecture: Architecture) -> Remedy | None:
        return Remedy(kind="reinstall", subject="Davit")

    @override
    async def carry_out(self, remedy: Remedy) -> None:
        command = remedy.command
        if remedy.elevated:
            # AppleScript's string: a backslash before each backslash and quotation mark.
            words = shlex.join(command).replace("\\", "\\\\").replace('"', '\\"')
            command = (
                "osascript",
                "-e",
                f'do shell script "{words}" with administrator privileges',
            )
        await run_remedy(command, f"Cannot mend {remedy.subject}")

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


def _answers(*command: str) -> str | None:
    """What a tool says; None when it says no, or is not there."""
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
