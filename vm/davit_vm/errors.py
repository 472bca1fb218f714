"""What can go wrong with a machine, and what to try.

MachineError
├── BadSetting            a setting cannot be understood or cannot be met by this computer
├── NotCreated            there is no machine in this folder
├── AlreadyCreated        there is one already
├── AlreadyRunning        another supervisor, or another QEMU, holds the machine
├── NotRunning            the machine has to run for this
├── WrongState            what the machine is doing now forbids it
├── Cancelled             somebody asked for something else meanwhile
├── QemuMissing           no QEMU on this computer
├── QemuTooOld            a QEMU that lacks what a machine needs
├── QemuFailed            QEMU refused to start, or died
├── AcceleratorUnusable   the chosen accelerator does not run guest code here
├── ImageMissing          no guest image, or a file of it is missing
├── ImageDamaged          the guest image is not what its manifest says
├── BootFailed            the guest did not reach the engine
│   └── GuestRestarted    its kernel has given up
├── DataDiskUnreadable    the disk with containers and images cannot be used as it is
├── HostDiskFull          no space left for the machine's files
├── UpgradeFailed         the new guest image did not work; the old one is in place again
├── Unreachable           supervisor, QEMU, guest or engine do not answer
├── PortTaken             another program listens there
├── PortRefused           the system does not let this user listen there
├── NotShared             the folder is not shared with the machine
├── ShareMissing          the shared folder does not exist
├── RemedyFailed          what would have mended this computer did not
├── ShareFailed           the folder could not be brought into the guest
└── UnsafeFolder          a private folder belongs to somebody else or is open to others

`kind` of each class is its name on the control socket.
"""

from typing import ClassVar

import msgspec
from typing_extensions import override

from davit_vm.status import Problem


class MachineError(Exception):
    """Root of what the machine raises on purpose; `str()` is the sentence without the hint."""

    kind: ClassVar[str] = "failed"

    def __init__(self, what: str, why: str = "", hint: str = "", details: str = "") -> None:
        super().__init__(what, why, hint, details)
        self.what = what
        self.why = why
        self.hint = hint
        self.details = details

    @property
    def problem(self) -> Problem:
        return Problem(what=self.what, why=self.why, hint=self.hint, details=self.details)

    @override
    def __str__(self) -> str:
        return f"{self.what}: {self.why}" if self.why else self.what


class BadSetting(MachineError):
    """A setting cannot be understood or cannot be met by this computer."""

    kind = "bad-setting"


class NotCreated(MachineError):
    """There is no machine in this folder."""

    kind = "not-created"


class AlreadyCreated(MachineError):
    """There is a machine in this folder already."""

    kind = "already-created"


class AlreadyRunning(MachineError):
    """Another supervisor, or another QEMU, holds the machine."""

    kind = "already-running"


class NotRunning(MachineError):
    """The machine has to run for this."""

    kind = "not-running"


class WrongState(MachineError):
    """What the machine is doing now forbids it."""

    kind = "wrong-state"


class Cancelled(MachineError):
    """Somebody asked for something else meanwhile, such as a stop during a start."""

    kind = "cancelled"


class QemuMissing(MachineError):
    """No QEMU on this computer, or one that does not start."""

    kind = "qemu-missing"
    program: str = ""
    """The one that does not start."""


class QemuTooOld(MachineError):
    """A QEMU that lacks what a machine needs."""

    kind = "qemu-too-old"


class QemuFailed(MachineError):
    """QEMU refused to start, or died."""

    kind = "qemu-failed"


class AcceleratorUnusable(MachineError):
    """The chosen accelerator does not run guest code here."""

    kind = "accelerator-unusable"


class ImageMissing(MachineError):
    """No guest image, or a file of it is missing."""

    kind = "image-missing"


class ImageDamaged(MachineError):
    """The guest image is not what its manifest says."""

    kind = "image-damaged"


class BootFailed(MachineError):
    """The guest did not reach the engine."""

    kind = "boot-failed"


class GuestRestarted(BootFailed):
    """The guest's kernel has given up."""

    kind = "guest-restarted"


class DataDiskUnreadable(MachineError):
    """The disk with containers and images cannot be used as it is; it is never formatted again."""

    kind = "data-disk-unreadable"


class HostDiskFull(MachineError):
    """No space left for the machine's files."""

    kind = "host-disk-full"


class UpgradeFailed(MachineError):
    """The new guest image did not work; the old one is in place again."""

    kind = "upgrade-failed"


class Unreachable(MachineError):
    """Supervisor, QEMU, guest or engine do not answer."""

    kind = "unreachable"


class PortTaken(MachineError):
    """Another program listens there."""

    kind = "port-taken"


class PortRefused(MachineError):
    """The system does not let this user listen there."""

    kind = "port-refused"


class NotShared(MachineError):
    """The folder is not shared with the machine."""

    kind = "not-shared"


class ShareMissing(MachineError):
    """The shared folder does not exist."""

    kind = "share-missing"


class ShareFailed(MachineError):
    """The folder could not be brought into the guest."""

    kind = "share-failed"


class RemedyFailed(MachineError):
    kind = "remedy-failed"


class UnsafeFolder(MachineError):
    """A private folder belongs to somebody else or is open to others."""

    kind = "unsafe-folder"


class WireError(msgspec.Struct, frozen=True, kw_only=True):
    """An error on the control socket."""

    kind: str
    what: str
    why: str = ""
    hint: str = ""
    details: str = ""


_CLASSES: list[type[MachineError]] = [MachineError, *MachineError.__subclasses__()]
_BY_KIND = {cls.kind: cls for cls in _CLASSES}


def to_wire(error: MachineError) -> WireError:
    return WireError(
        kind=error.kind, what=error.what, why=error.why, hint=error.hint, details=error.details
    )


def from_wire(record: WireError) -> MachineError:
    """The error as it was raised; of a kind that a newer supervisor knows, the root class."""
    cls = _BY_KIND.get(record.kind, MachineError)
    return cls(record.what, record.why, record.hint, record.details)
