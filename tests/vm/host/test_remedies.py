"""What each system does about what is missing; commands of other systems are only looked at."""

import asyncio
import getpass
import os
import sys
from pathlib import Path
from typing import Any, TextIO

import pytest

from davit_vm.errors import RemedyFailed
from davit_vm.host import linux, macos, windows
from davit_vm.host.linux import LinuxHost
from davit_vm.host.macos import MacHost
from davit_vm.host.windows import WindowsHost
from davit_vm.status import Remedy


def tool(folder: Path, name: str, words: str = "exit 0") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{words}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH, with what a test puts there."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(linux, "_SYSTEM_PATH", str(folder))
    return folder


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        ("apt-get", "install qemu-system-x86 qemu-utils -y"),
        ("dnf", "install qemu-system-x86-core qemu-img -y"),
        ("zypper", "install qemu-x86 qemu-tools -y"),
        ("pacman", "-S qemu-system-x86 qemu-img --noconfirm"),
    ],
)
def test_qemu_is_installed_with_the_system_s_own_tool(
    tools: Path, manager: str, words: str
) -> None:
    tool(tools, manager)
    assert LinuxHost().qemu_remedy("x86_64") is None  # nobody who asks for the password
    advice = LinuxHost().qemu_advice("x86_64")
    assert advice.startswith(f"Install it: sudo {manager.removesuffix('-get')} ")
    assert " or " not in advice
    tool(tools, "pkexec")
    remedy = LinuxHost().qemu_remedy("x86_64")
    assert remedy is not None
    assert remedy.command == (str(tools / manager), *words.split())


def test_where_no_tool_is_known_the_advice_names_the_usual_ones(tools: Path) -> None:
    assert "(Debian, Ubuntu) or sudo dnf" in LinuxHost().qemu_advice("aarch64")
    assert LinuxHost().qemu_remedy("aarch64") is None


@pytest.mark.parametrize("access", ["allowed", "absent"])
def test_the_group_is_offered_where_permission_is_what_is_missing(
    tools: Path, monkeypatch: pytest.MonkeyPatch, access: str
) -> None:
    usermod = tool(tools, "usermod")
    tool(tools, "pkexec")
    monkeypatch.setattr(linux, "_may_join", lambda group: group == "kvm")
    monkeypatch.setattr(LinuxHost, "accelerator_access", lambda _: "denied")
    remedy = LinuxHost().accelerator_remedy(Path("/q"))
    assert remedy == Remedy(
        kind="join",
        subject="kvm",
        command=(str(usermod), "-aG", "kvm", getpass.getuser()),
        after="log in",
    )
    monkeypatch.setattr(LinuxHost, "accelerator_access", lambda _: access)
    assert LinuxHost().accelerator_remedy(Path("/q")) is None
    assert LinuxHost().group_remedy("no such group") is None


async def test_a_remedy_is_run_by_pkexec(
    tools: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    tool(tools, "pkexec", f'echo "$@" > {tmp_path}/ran')
    await LinuxHost().carry_out(Remedy(kind="install", subject="QEMU", command=("/a b", "-y")))
    assert (tmp_path / "ran").read_text() == "/a b -y\n"


async def test_what_the_tool_said_last_is_the_reason(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    remedy = Remedy(kind="install", subject="QEMU", command=("apt-get",))
    with pytest.raises(RemedyFailed) as failed:
        await LinuxHost().carry_out(remedy)
    assert failed.value.hint == "Type it yourself: sudo apt-get"
    tool(tools, "pkexec", "echo Reading; echo 'E: Unable to locate package' >&2; exit 100")
    with pytest.raises(RemedyFailed) as failed:
        await LinuxHost().carry_out(remedy)
    assert failed.value.why == "E: Unable to locate package"
    assert failed.value.details.startswith("Reading")


async def test_a_remedy_that_is_cancelled_ends_its_tool(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    tool(tools, "pkexec", f"exec /bin/cat {fifo}")
    work = asyncio.create_task(
        LinuxHost().carry_out(Remedy(kind="install", subject="Q", command=("x",)))
    )
    with await asyncio.to_thread(fifo.open, "w") as held:  # it runs, and reads
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        with pytest.raises(BrokenPipeError):
            _write_for_ever(held)


def _write_for_ever(file: TextIO) -> None:
    while True:
        file.write("x" * 65536)


# macOS, with tools that answer as its own do

_SIGNED = f"<plist><dict><key>{macos._ENTITLEMENT}</key><true/></dict></plist>"


def test_a_qemu_without_the_entitlement_is_signed_with_it(tools: Path, tmp_path: Path) -> None:
    program = tool(tmp_path / "brew", "qemu-system-x86_64")
    tool(tools, "codesign", "echo '<plist><dict/></plist>'")
    remedy = MacHost().accelerator_remedy(program)
    assert remedy is not None
    assert (remedy.kind, remedy.elevated) == ("sign", False)
    assert remedy.command[-1] == str(program)
    inside = tool(tmp_path / "Davit.app", "qemu-system-x86_64")
    again = MacHost().accelerator_remedy(inside)
    assert again is not None
    assert again.kind == "reinstall"
    tool(tools, "codesign", f"echo '{_SIGNED}'")
    assert MacHost().accelerator_remedy(program) is None


async def test_signing_hands_over_a_plist_with_one_entitlement(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tool(tmp_path / "a b", "qemu'system")
    tool(tools, "codesign", "echo '<plist/>'")
    remedy = MacHost().accelerator_remedy(program)
    assert remedy is not None
    monkeypatch.setenv("PATH", f"{tools}:/usr/bin:/bin")
    tool(tools, "codesign", f'cat "$5" > {tmp_path}/plist; printf %s "$6" > {tmp_path}/file')
    await MacHost().carry_out(remedy)
    import plistlib

    assert plistlib.loads((tmp_path / "plist").read_bytes()) == {macos._ENTITLEMENT: True}
    assert (tmp_path / "file").read_text() == str(program)


def test_a_program_in_quarantine_is_released(tools: Path, tmp_path: Path) -> None:
    program = tool(tmp_path / "brew", "qemu-system-x86_64")
    assert MacHost().program_remedy(program) is None
    tool(tools, "xattr", "echo '0083;5f;Safari;'")
    remedy = MacHost().program_remedy(program)
    assert remedy is not None
    assert remedy.command == ("xattr", "-dr", "com.apple.quarantine", str(program.parent))
    tool(tools, "xattr", "echo No such xattr >&2; exit 1")
    assert MacHost().program_remedy(program) is None


async def test_what_needs_an_administrator_is_quoted_for_applescript(
    tools: Path, tmp_path: Path
) -> None:
    tool(tools, "osascript", f'printf %s "$2" > {tmp_path}/said')
    command = ("xattr", "-dr", "q", '/a "b"\\c')
    await MacHost().carry_out(Remedy(kind="release", subject="x", command=command))
    assert (tmp_path / "said").read_text() == (
        'do shell script "xattr -dr q \'/a \\"b\\"\\\\c\'" with administrator privileges'
    )


# Windows


@pytest.mark.parametrize("state", ["absent", "unknown"])
def test_the_hypervisor_platform_is_turned_on_where_it_does_not_answer(
    monkeypatch: pytest.MonkeyPatch, state: Any
) -> None:
    monkeypatch.setattr(windows, "hypervisor", lambda: state)
    remedy = WindowsHost().accelerator_remedy(Path("q"))
    assert remedy is not None
    assert (remedy.kind, remedy.after) == ("turn on", "restart")
    assert remedy.command[1:] == (
        "/online",
        "/enable-feature",
        "/featurename:HypervisorPlatform",
        "/all",
        "/norestart",
        "/quiet",
    )


def test_the_hypervisor_that_answers_needs_no_feature(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "hypervisor", lambda: "present")
    assert WindowsHost().accelerator_remedy(Path("q")) is None
    assert WindowsHost().accelerator_access() == "present"


@pytest.mark.parametrize(("code", "fails"), [(0, ""), (3010, ""), (1223, "permission"), (5, "5")])
async def test_what_windows_answers_is_told(
    monkeypatch: pytest.MonkeyPatch, code: int, fails: str
) -> None:
    monkeypatch.setattr(windows, "run_elevated", lambda _: code)
    remedy = Remedy(kind="turn on", subject="WHP", command=("dism.exe",))
    if not fails:
        await WindowsHost().carry_out(remedy)
        return
    with pytest.raises(RemedyFailed, match=fails):
        await WindowsHost().carry_out(remedy)


def test_a_broken_installation_is_installed_again() -> None:
    for host in (MacHost(), WindowsHost()):
        remedy = host.qemu_remedy("x86_64")
        assert remedy is not None
        assert remedy.kind == "reinstall"


def test_the_structure_for_elevation_has_the_size_that_windows_knows() -> None:
    import ctypes

    assert sys.maxsize > 2**32
    assert ctypes.sizeof(windows._ShellExecuteInfo) == 112
