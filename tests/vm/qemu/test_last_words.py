"""Output of QEMU and qemu-img, and what a person is told."""

import pytest

from davit_vm.errors import (
    AcceleratorUnusable,
    AlreadyRunning,
    DataDiskUnreadable,
    HostDiskFull,
    ImageMissing,
    MachineError,
    PortTaken,
    QemuFailed,
    QemuMissing,
)
from davit_vm.qemu.last_words import meaning
from davit_vm.qemu.process import explain_exit


@pytest.mark.parametrize(
    ("output", "kind", "words"),
    [
        (
            "qemu-system-x86_64: -netdev user,id=net0: Could not set up host forwarding rule "
            "'tcp:127.0.0.1:2222-10.0.2.15:22'",
            PortTaken,
            "tcp:127.0.0.1:2222",
        ),
        (
            'qemu-system-x86_64: -blockdev {}: Failed to get "write" lock\n'
            "Is another process using the image [data.qcow2]?",
            AlreadyRunning,
            "another process uses",
        ),
        (
            "qemu-img: Could not open 'data.qcow2': Failed to get shared \"write\" lock",
            AlreadyRunning,
            "another process uses",
        ),
        (
            'qemu-img: Could not open: Failed to get shared "consistent read" lock',
            AlreadyRunning,
            "another process uses",
        ),
        (
            "qemu-system-x86_64: -blockdev {}: The process cannot access the file because it is "
            "being used by another process.",
            AlreadyRunning,
            "another process uses",
        ),
        (
            "qemu-system-x86_64: cannot create PID file: Cannot lock pid file",
            AlreadyRunning,
            "another QEMU",
        ),
        (
            "qemu-system-x86_64: cannot set up guest memory 'pc.ram': Cannot allocate memory",
            QemuFailed,
            "not enough free memory",
        ),
        ("qemu-img: error while writing: No space left on device", HostDiskFull, "full"),
        (
            "qemu-system-x86_64: qcow2: Image is corrupt; cannot be opened read/write",
            DataDiskUnreadable,
            "damaged",
        ),
        (
            "qemu-img: Could not open 'data.qcow2': Image is not in qcow2 format",
            DataDiskUnreadable,
            "not a disk image",
        ),
        (
            "Could not access KVM kernel module: Permission denied\n"
            "qemu-system-x86_64: failed to initialize kvm: Permission denied",
            AcceleratorUnusable,
            "Permission denied",
        ),
        (
            "qemu-system-x86_64: -accel hvf: invalid accelerator hvf",
            AcceleratorUnusable,
            "invalid accelerator hvf",
        ),
        ("qemu: could not load PC BIOS 'bios-256k.bin'", QemuMissing, "firmware file"),
        ("qemu: could not open kernel file '/i/kernel': No such file", ImageMissing, "guest image"),
        (
            "qemu-system-x86_64: -device virtio-9p-pci,fsdev=fs0: 'virtio-9p-pci' is not a valid "
            "device model name",
            QemuFailed,
            "9p",
        ),
        (
            "qemu-system-x86_64: -blockdev {}: Could not open '/m/data.qcow2': Permission denied",
            QemuFailed,
            "Could not open '/m/data.qcow2': Permission denied",
        ),
        (
            "qemu-system-x86_64: -sandbox on: There is no option group 'sandbox'",
            QemuFailed,
            "sandbox",
        ),
    ],
)
def test_known_words_have_a_meaning(output: str, kind: type[MachineError], words: str) -> None:
    found = explain_exit(1, output)
    assert type(found) is kind
    assert words in found.why
    assert found.hint
    assert found.details == output


def test_unknown_words_are_passed_on() -> None:
    assert meaning("Cannot start", "all is well") is None
    found = explain_exit(1, "first\nqemu-system-x86_64: the moon is full\n")
    assert found.why == "qemu-system-x86_64: the moon is full"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (-9, "SIGKILL"),
        (-11, "SIGSEGV"),
        (-31, "SIGSYS"),
        (-200, "signal 200"),
        (3, "status 3"),
        (0, "without being asked"),
        (None, "without being asked"),
    ],
)
def test_an_end_without_words_is_told_by_its_status(status: int | None, words: str) -> None:
    assert words in explain_exit(status, "").why
