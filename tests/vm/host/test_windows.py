"""What can be known of the Windows adapter without Windows."""

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from davit_vm.errors import UnsafeFolder
from davit_vm.host.windows import WindowsHost, unix_address


def test_an_address_of_a_unix_socket_is_laid_out_as_winsock_wants_it() -> None:
    address = unix_address(Path("C:/run/qmp.sock"))
    assert len(address) == 110
    assert address[:2] == b"\x01\x00"
    assert address[2:].rstrip(b"\0") == b"C:/run/qmp.sock"


def test_letters_beyond_ascii_are_utf8() -> None:
    assert unix_address(Path("C:/Jürgen/s"))[2:].rstrip(b"\0") == "C:/Jürgen/s".encode()


@pytest.mark.parametrize("length", [108, 109, 500])
def test_a_path_that_does_not_fit_is_refused(length: int) -> None:
    with pytest.raises(OSError, match="longer than 107 bytes"):
        unix_address(Path("x" * length))
    assert unix_address(Path("x" * 107)).endswith(b"x\0")


def test_a_folder_is_made_and_a_file_in_its_place_refused(tmp_path: Path) -> None:
    WindowsHost().make_private_folder(tmp_path / "a" / "b")
    WindowsHost().make_private_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(UnsafeFolder):
        WindowsHost().make_private_folder(tmp_path / "file")


def test_programs_have_their_suffix() -> None:
    assert PureWindowsPath(f"qemu-img{WindowsHost().executable_suffix}").suffix == ".exe"


def test_nothing_of_posix_is_imported_for_it() -> None:
    code = (
        "import asyncio, msgspec, platformdirs, psutil, subprocess, sys, tempfile, qemu.qmp\n"
        "from unittest import mock\n"
        "gone = dict.fromkeys(('fcntl', 'pwd', 'grp', 'termios', 'resource'))\n"
        "with mock.patch.dict(sys.modules, gone), mock.patch.object(sys, 'platform', 'win32'):\n"
        "    from davit_vm import config, errors, paths\n"
        "    from davit_vm.host.detect import detect_host\n"
        "    from davit_vm.qemu import command, disk, find, guest_image, monitor, probe, process\n"
        "    print(type(detect_host()).__name__)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert found.stdout == "WindowsHost\n", found.stderr
