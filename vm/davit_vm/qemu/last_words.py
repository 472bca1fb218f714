"""What the last words of QEMU and qemu-img mean (pure)."""

import re
from typing import Final

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

_Meaning = tuple[type[MachineError], str, str]
_MEANINGS: Final[tuple[tuple[re.Pattern[str], _Meaning], ...]] = tuple(
    (re.compile(pattern), meaning)
    for pattern, meaning in (
        (
            r"Could not set up host forwarding rule '(?P<thing>[^']+)'",
            (PortTaken, "a port is in use: {thing}", "Stop the program that uses it."),
        ),
        (
            r"(?:Failed to get (?:shared )?\"[\w ]+\" lock|Failed to lock byte|by another process)",
            (
                AlreadyRunning,
                "another process uses the machine's disk",
                "End the other QEMU; davit machine status names it.",
            ),
        ),
        (
            r"cannot (?:create|lock) PID file|Cannot lock pid file|[Cc]annot create PID file",
            (AlreadyRunning, "another QEMU runs this machine", "Stop it: davit machine stop"),
        ),
        (
            r"cannot set up guest memory|[Cc]annot allocate memory|Insufficient system resources",
            (
                QemuFailed,
                "this computer has not enough free memory",
                "Give the machine less (davit machine set --memory 1G), or close other programs.",
            ),
        ),
        (
            r"No space left on device",
            (HostDiskFull, "the disk of this computer is full", "Delete files to make room."),
        ),
        (
            r"[Ii]mage is corrupt|qcow2_open.*corrupt|L1 table.*(?:too|invalid)",
            (
                DataDiskUnreadable,
                "the data disk is damaged",
                "Look at it and repair it: davit machine repair",
            ),
        ),
        (
            r"Image is not in qcow2 format",
            (
                DataDiskUnreadable,
                "the data disk is not a disk image",
                "Put back a copy, or make a new one: davit machine reset",
            ),
        ),
        (
            r"(?P<thing>(?:Could not access KVM|failed to initialize|Failed to initialize|"
            r"invalid accelerator|Error: ret = HV_|HV_DENIED|Could not find WinHvPlatform|"
            r"WHPX: |ioctl\(KVM)[^\n]*)",
            (
                AcceleratorUnusable,
                "the accelerator does not work here ({thing})",
                "Let Davit choose: davit machine set --accelerator auto",
            ),
        ),
        (
            r"could not load (?:PC BIOS|ROM) '?(?P<thing>[^'\s]+)|failed to find romfile "
            r"\"?(?P<rom>[^\"\s]+)",
            (
                QemuMissing,
                "a firmware file of QEMU is missing",
                "Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).",
            ),
        ),
        (
            r"(?:could not open kernel file|could not load kernel|could not load initrd|"
            r"root\.erofs[^\n]*No such file)",
            (ImageMissing, "a file of the guest image cannot be read", "Install Davit again."),
        ),
        (
            r"'virtio-9p-pci' is not a valid device|fsdev[^\n]*not supported|"
            r"There is no option group 'fsdev'",
            (
                QemuFailed,
                "this QEMU cannot share folders by 9p",
                "Share them by SFTP: davit machine set --share-transport sftp",
            ),
        ),
        (
            r"(?P<thing>Could not open '[^']+': [^\n]+)",
            (QemuFailed, "{thing}", "Check the permissions of the machine's folder."),
        ),
        (
            r"seccomp|-sandbox",
            (
                QemuFailed,
                "this QEMU was built without its sandbox",
                "Use the QEMU of the distribution.",
            ),
        ),
    )
)


def meaning(what: str, output: str) -> MachineError | None:
    """The error that a program's output tells of; None when it says nothing known."""
    for pattern, (kind, why, hint) in _MEANINGS:
        match = pattern.search(output)
        if match:
            return kind(what, why.format(thing=_named(match)), hint, output)
    return None


def _named(match: re.Match[str]) -> str:
    return next((text for text in match.groupdict().values() if text), "").strip()
