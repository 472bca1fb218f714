"""Windows: WHPX, named pipes, LocalAppData.

QEMU listens on Unix sockets here as elsewhere (Windows has them since 2018, QEMU uses them since
7.2): the folder's access list keeps other users out, which no loopback port could. Python does not
offer them on Windows, so the connection is made through Winsock itself; asyncio takes the
connected socket like any other.
"""

import asyncio
import ctypes
import importlib
import os
import platform
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import psutil
from typing_extensions import override

from davit_vm.config import Architecture, HostFacts
from davit_vm.errors import RemedyFailed, UnsafeFolder
from davit_vm.host.host import (
    Accelerator,
    Host,
    Lock,
    ProcessIdentity,
    System,
    Transport,
    clean_environment,
    machine_word,
    reap,
)
from davit_vm.paths import Paths
from davit_vm.status import Remedy

AF_UNIX: Final = 1
_SUN_PATH: Final = 108
_CREATE_NEW_PROCESS_GROUP: Final = 0x00000200
_CREATE_NO_WINDOW: Final = 0x08000000
_CREATE_BREAKAWAY_FROM_JOB: Final = 0x01000000
"""Out of the job object of a terminal or a test runner, which would end us with itself."""
_IMAGE_FILE_MACHINE_ARM64: Final = 0xAA64
_LOOK_AGAIN: Final = 0.5
_HYPERVISOR_PRESENT: Final = 0
"""WHvCapabilityCodeHypervisorPresent"""
_KEEP_PROCESS: Final = 0x40
_NO_ASYNC: Final = 0x100
_NO_UI: Final = 0x400
_FOREVER: Final = 0xFFFFFFFF
_CANCELLED: Final = 1223
_RESTART_NEEDED: Final = 3010


class WindowsLock(Lock):
    """A lock on the first byte of a file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @override
    def release(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class WindowsHost(Host):
    """A Windows computer; nothing here needs an administrator."""

    system: System = "windows"
    accelerator = Accelerator.WHPX
    transports: tuple[Transport, ...] = ("sftp",)
    sandbox = False
    executable_suffix = ".exe"

    def __init__(self) -> None:
        self._spawned: list[subprocess.Popen[bytes]] = []

    @override
    def facts(self) -> HostFacts:
        version, machine = _version_and_machine()
        return HostFacts(
            system="windows",
            system_version=version,
            architecture=machine_word(machine),
            cpus=os.cpu_count() or 1,
            memory=psutil.virtual_memory().total,
            user_home=Path.home(),
        )

    @override
    def docker_host(self, paths: Paths) -> str:
        return "npipe://" + paths.docker_pipe.replace("\\", "/")

    @override
    def qemu_advice(self, architecture: Architecture) -> str:
        return "Install Davit again, which brings QEMU along."

    @override
    def qemu_folders(self) -> tuple[Path, ...]:
        return (Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "qemu",)

    @override
    def low_port_rule(self, port: int) -> str:
        return (
            "Windows may have reserved the port; see: "
            "netsh interface ipv4 show excludedportrange protocol=tcp"
        )

    @override
    def accelerator_advice(self, reason: str) -> str:
        return (
            "Switch on the Windows Hypervisor Platform in an administrator's terminal and restart: "
            "DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All"
        )

    @override
    def accelerator_access(self) -> str:
        return hypervisor()

    @override
    def accelerator_remedy(self, program: Path) -> Remedy | None:
        """The feature's own state says little: another one can have brought the hypervisor."""
        if hypervisor() == "present":
            return None
        return Remedy(
            kind="turn on",
            subject="Windows Hypervisor Platform",
            command=(
                os.path.join(  # noqa: PTH118 - a path of Windows, also where this is only looked at
                    os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "dism.exe"
                ),
                *("/online", "/enable-feature", "/featurename:HypervisorPlatform", "/all"),
                *("/norestart", "/quiet"),
            ),
            after="restart",
        )

    @override
    def qemu_remedy(self, architecture: Architecture) -> Remedy | None:
        return Remedy(kind="reinstall", subject="Davit")

    @override
    async def carry_out(self, remedy: Remedy) -> None:
        what = f"Cannot turn on {remedy.subject}"
        code = await asyncio.to_thread(run_elevated, remedy.command)
        if code == _CANCELLED:
            raise RemedyFailed(
                what, "Windows was not given the permission", "Try again, and say Yes."
            )
        if code not in (0, _RESTART_NEEDED):
            raise RemedyFailed(
                what,
                f"{remedy.command[0]} ended with status {code}",
                "Its log is C:\\Windows\\Logs\\DISM\\dism.log",
            )

    @override
    def make_private_folder(self, folder: Path) -> None:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            # Mode 0700 is the one that Windows Pythons turn into an access list.
            folder.mkdir(mode=0o700, exist_ok=True)
        except FileExistsError as error:
            raise UnsafeFolder(
                f"Cannot use the folder {folder}", "it is not a folder", "Move it out of the way."
            ) from error

    @override
    def lock(self, path: Path) -> Lock | None:
        msvcrt = importlib.import_module("msvcrt")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(descriptor)
            return None
        return WindowsLock(descriptor)

    @override
    def spawn(
        self,
        command: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        flags = _CREATE_NEW_PROCESS_GROUP | _CREATE_NO_WINDOW
        with log.open("ab") as output:
            options: dict[str, Any] = {
                "stdin": subprocess.DEVNULL,
                "stdout": output,
                "stderr": output,
                # A folder that is somebody's working folder cannot be deleted or renamed here.
                "cwd": folder or Path.home().anchor,
                "env": clean_environment() if environment is None else dict(environment),
            }
            try:
                process = subprocess.Popen(
                    list(command), creationflags=flags | _CREATE_BREAKAWAY_FROM_JOB, **options
                )
            except PermissionError:
                # The job does not let its members go; then it may end us.
                process = subprocess.Popen(list(command), creationflags=flags, **options)
        self._spawned = [child for child in self._spawned if child.poll() is None]
        self._spawned.append(process)
        return reap(process)

    @override
    def alive(self, process: ProcessIdentity) -> bool:
        # While its handle is open here, a dead child can still be looked up.
        for child in self._spawned:
            if child.pid == process.pid and child.poll() is not None:
                return False
        return super().alive(process)

    @override
    async def wait_gone(self, process: ProcessIdentity) -> None:
        while self.alive(process):  # noqa: ASYNC110 - a handle's wait would need a thread of its own
            await asyncio.sleep(_LOOK_AGAIN)

    @override
    async def connect(self, path: Path) -> socket.socket:
        address = unix_address(path)
        connection = socket.socket(AF_UNIX, socket.SOCK_STREAM)
        try:
            # The other end is on this computer: connecting returns at once or fails.
            winsock = _library("ws2_32")
            handle = ctypes.c_void_p(connection.fileno())
            if winsock.connect(handle, address, len(address)) != 0:
                raise vars(ctypes)["WinError"](vars(ctypes)["get_last_error"]())
            connection.setblocking(False)
        except BaseException:
            connection.close()
            raise
        return connection


def hypervisor() -> Literal["present", "absent", "unknown"]:
    """Whether the hypervisor runs and programs may use it, as its own interface says."""
    if "WinDLL" not in vars(ctypes):
        return "unknown"
    try:
        library = _library("WinHvPlatform")
    except OSError:
        return "absent"
    present, written = ctypes.c_uint32(), ctypes.c_uint32()
    failed = library.WHvGetCapability(
        _HYPERVISOR_PRESENT, ctypes.byref(present), ctypes.sizeof(present), ctypes.byref(written)
    )
    return "present" if not failed and present.value else "absent"


class _ShellExecuteInfo(ctypes.Structure):
    """SHELLEXECUTEINFOW"""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("mask", ctypes.c_uint32),
        ("window", ctypes.c_void_p),
        ("verb", ctypes.c_wchar_p),
        ("file", ctypes.c_wchar_p),
        ("parameters", ctypes.c_wchar_p),
        ("directory", ctypes.c_wchar_p),
        ("show", ctypes.c_int),
        ("instance", ctypes.c_void_p),
        ("list", ctypes.c_void_p),
        ("kind", ctypes.c_wchar_p),
        ("key", ctypes.c_void_p),
        ("hot_key", ctypes.c_uint32),
        ("icon", ctypes.c_void_p),
        ("process", ctypes.c_void_p),
    )


def run_elevated(command: Sequence[str]) -> int:
    """Run a program as administrator, after Windows' own question; its exit status.

    1223 when the person says no. Blocks.
    """
    shell, kernel = _library("shell32"), _library("kernel32")
    info = _ShellExecuteInfo(
        mask=_KEEP_PROCESS | _NO_ASYNC | _NO_UI,
        verb="runas",
        file=command[0],
        parameters=subprocess.list2cmdline(command[1:]),
        show=0,
    )
    info.size = ctypes.sizeof(info)
    if not shell.ShellExecuteExW(ctypes.byref(info)):
        return int(vars(ctypes)["get_last_error"]())
    handle, code = ctypes.c_void_p(info.process), ctypes.c_uint32()
    try:
        kernel.WaitForSingleObject(handle, _FOREVER)
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    finally:
        kernel.CloseHandle(handle)
    return code.value


def unix_address(path: Path) -> bytes:
    """sockaddr_un of Windows: the family in two bytes, then the path in UTF-8 and a NUL."""
    name = str(path).encode()
    if len(name) >= _SUN_PATH:
        raise OSError(f"the path of the socket is longer than {_SUN_PATH - 1} bytes: {path}")
    return AF_UNIX.to_bytes(2, "little") + name.ljust(_SUN_PATH, b"\0")


def _version_and_machine() -> tuple[str, str]:
    """10.0.26100, and the computer's own architecture, also for a Python that it emulates.

    `platform` asks Windows' management service for both, and waits for it, or else an environment
    that a background program does not inherit.
    """
    if "WinDLL" not in vars(ctypes):
        # On another system, where this adapter is only looked at.
        return platform.version(), platform.machine()
    version = vars(sys)["getwindowsversion"]().platform_version
    kernel32 = _library("kernel32")
    kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    own, native = ctypes.c_ushort(), ctypes.c_ushort()
    kernel32.IsWow64Process2(
        ctypes.c_void_p(kernel32.GetCurrentProcess()), ctypes.byref(own), ctypes.byref(native)
    )
    machine = "arm64" if native.value == _IMAGE_FILE_MACHINE_ARM64 else "amd64"
    return ".".join(str(part) for part in version), machine


def _library(name: str) -> Any:
    return vars(ctypes)["WinDLL"](name, use_last_error=True)
