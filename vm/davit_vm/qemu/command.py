"""Configuration and host facts to a QEMU command line (pure).

Everything that the guest does not need is left out: no firmware settings of the user, no default
devices, nothing emulated that is not virtio, but for the serial port and the clock. Exactly one
accelerator is named, with the processor that goes with it: a second `-accel` does not take over
when the first hangs.
"""

import ipaddress
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import msgspec
from typing_extensions import override

from davit_vm.config import MIB, Architecture, MachineConfig
from davit_vm.errors import BadSetting
from davit_vm.host.host import Accelerator, Protocol, System
from davit_vm.paths import Paths
from davit_vm.qemu.find import Qemu
from davit_vm.qemu.guest_image import GuestImage

GUEST_ADDRESS: Final = "10.0.2.15"
CHANNEL: Final = "org.davit.host"
NETDEV: Final = "net0"
DATA_NODE: Final = "data0"
BALLOON_PATH: Final = "/machine/peripheral/balloon0"
_TRANSLATIONS_MIB: Final = 256
"""Cache of translated code under TCG; QEMU's own choice grows to a gigabyte of the host."""
_FORWARD: Final = re.compile(r"hostfwd=(?:tcp|udp):([^:]*):(\d+)-([^:]*):(\d+)")


class Acceleration(msgspec.Struct, frozen=True, kw_only=True):
    """An accelerator with what it needs."""

    accelerator: Accelerator
    cpu: str
    """Argument of -cpu."""
    irqchip_off: bool = False
    """kernel-irqchip=off: some versions of WHPX lose interrupts otherwise."""


class HostForward(msgspec.Struct, frozen=True, kw_only=True):
    """A port of the host that leads to one of the guest."""

    protocol: Protocol
    host_ip: str
    """IPv4."""
    host_port: int
    """0 lets the system choose."""
    guest_port: int

    @override
    def __str__(self) -> str:
        return f"{self.host_ip}:{self.host_port}/{self.protocol}"


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A folder of the host as a 9p file system of the guest."""

    tag: str
    """At most 31 bytes."""
    path: str
    read_only: bool = False


class Launch(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides a command line."""

    qemu: Qemu
    system: System
    host_architecture: Architecture
    sandbox: bool
    acceleration: Acceleration
    config: MachineConfig
    paths: Paths
    image: GuestImage
    exports: tuple[Export, ...] = ()
    forwards: tuple[HostForward, ...] = ()
    fw_cfg: Mapping[str, Path] = {}
    """Names below opt/ to files that hold the content."""


def accelerations(accelerator: Accelerator, architecture: Architecture) -> tuple[Acceleration, ...]:
    """Ways to use an accelerator, in the order in which they are tried."""
    if accelerator is Accelerator.TCG:
        # Five levels of page tables cost time with every translation miss and gain nothing here;
        # pointer authentication in QARMA5 is most of a system call's time when emulated.
        cpu = "max,la57=off" if architecture == "x86_64" else "max,pauth-impdef=on"
        return (Acceleration(accelerator=accelerator, cpu=cpu),)
    usual = Acceleration(accelerator=accelerator, cpu="host")
    if accelerator is not Accelerator.WHPX or architecture != "x86_64":
        return (usual,)
    return (
        usual,
        Acceleration(accelerator=accelerator, cpu="host", irqchip_off=True),
        # Without the features that some processors and hypervisors disagree about.
        Acceleration(accelerator=accelerator, cpu="qemu64", irqchip_off=True),
    )


def command_line(launch: Launch) -> tuple[str, ...]:
    """The program and its arguments. Raises BadSetting for what must never reach QEMU."""
    config, paths, image = launch.config, launch.paths, launch.image
    same = launch.host_architecture == image.architecture
    arguments = [
        str(launch.qemu.program),
        "-name", "davit",
        "-no-user-config",
        "-nodefaults",
        "-display", "none",
        # A reboot is an end: whoever watches starts a new QEMU, and there is one way to come up.
        "-no-reboot",
        *machine_arguments(image.architecture, launch.acceleration, same_architecture=same),
        "-smp", f"cpus={config.cpus},sockets=1,cores={config.cpus},threads=1",
        "-m", f"size={config.memory // MIB}M",
        "-kernel", str(image.kernel),
        "-initrd", str(image.initrd),
        "-append", _kernel_arguments(launch),
        "-pidfile", str(paths.pid_file),
        "-chardev", _socket("qmp0", paths.qmp_socket),
        "-mon", "chardev=qmp0,mode=control",
        "-chardev", f"{_socket('serial0', paths.serial_socket)}"
                    f",logfile={_escape(paths.console_log)},logappend=on",
        "-serial", "chardev:serial0",
        *_disks(image, paths),
        "-netdev", ",".join((f"user,id={NETDEV},ipv6=off", *map(_forward, launch.forwards))),
        # No boot from the network, so no option ROM.
        "-device", f"virtio-net-pci,netdev={NETDEV},romfile=",
        "-device", "virtio-rng-pci",
        "-device", _balloon(launch.system),
        "-device", "virtio-serial-pci",
        "-chardev", _socket("channel0", paths.channel_socket),
        "-device", f"virtserialport,chardev=channel0,name={CHANNEL}",
    ]  # fmt: skip
    if image.architecture == "x86_64":
        arguments += ["-rtc", "base=utc,driftfix=slew"]
    for number, export in enumerate(launch.exports):
        arguments += _export(number, export)
    for name, file in launch.fw_cfg.items():
        arguments += ["-fw_cfg", f"name={_option_name(name)},file={_escape(file)}"]
    if launch.sandbox:
        arguments += [
            "-sandbox",
            "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
        ]
    check_forwards(arguments)
    return tuple(arguments)


def _balloon(system: System) -> str:
    # QEMU cannot give single pages back to Windows, and says so of every one that is reported.
    reporting = "off" if system == "windows" else "on"
    return f"virtio-balloon-pci,id=balloon0,free-page-reporting={reporting},deflate-on-oom=on"


def machine_arguments(
    architecture: Architecture, acceleration: Acceleration, *, same_architecture: bool
) -> list[str]:
    """Machine type, the one accelerator, and its processor."""
    if architecture == "x86_64":
        machine = "q35,usb=off,sata=off,smbus=off,vmport=off"
    else:
        machine = "virt,gic-version=max"
    accelerator = acceleration.accelerator.value
    if acceleration.accelerator is Accelerator.TCG:
        accelerator += f",tb-size={_TRANSLATIONS_MIB}"
        if same_architecture:
            # Between architectures QEMU itself knows whether memory order allows threads.
            accelerator += ",thread=multi"
    if acceleration.irqchip_off:
        accelerator += ",kernel-irqchip=off"
    return ["-machine", machine, "-accel", accelerator, "-cpu", acceleration.cpu]


def _kernel_arguments(launch: Launch) -> str:
    """Of the image, and what emulation needs beside them.

    While one emulated processor translates a page of the kernel, another's change to that page can
    be missed, in every QEMU up to 10 at least. The kernel changes its own code as it comes up
    (static keys), and then a processor can run on into the old code and die of `Oops: int3`. So the
    kernel comes up on one processor; the guest's boot script wakes the others.
    """
    if launch.acceleration.accelerator is not Accelerator.TCG or launch.config.cpus == 1:
        return launch.image.command_line
    return f"{launch.image.command_line} maxcpus=1 noreplace-smp"


def check_forwards(arguments: Iterable[str]) -> None:
    """Refuse a forward without an address of the host: QEMU would listen on all of them."""
    for argument in arguments:
        for part in argument.split(","):
            if not part.startswith("hostfwd="):
                continue
            match = _FORWARD.fullmatch(part)
            if match is None or not _is_ipv4(match[1]):
                raise BadSetting("Cannot open a port", f"{part!r} does not say on which address")


def forward_rule(forward: HostForward) -> str:
    """In QEMU's spelling: tcp:127.0.0.1:8080-10.0.2.15:80. Raises BadSetting."""
    if not _is_ipv4(forward.host_ip):
        raise BadSetting(
            f"Cannot open {forward}",
            "the machine opens ports on IPv4 addresses",
            "Publish it on an IPv4 address, such as 127.0.0.1.",
        )
    for port, least in ((forward.host_port, 0), (forward.guest_port, 1)):
        if not least <= port <= 65_535:
            raise BadSetting(f"Cannot open {forward}", f"{port} is not a port")
    return (
        f"{forward.protocol}:{forward.host_ip}:{forward.host_port}"
        f"-{GUEST_ADDRESS}:{forward.guest_port}"
    )


def _forward(forward: HostForward) -> str:
    return "hostfwd=" + forward_rule(forward)


def _disks(image: GuestImage, paths: Paths) -> list[str]:
    """The read-only root and the data disk, in the order of their names in the guest."""
    root = {
        "driver": "raw",
        "node-name": "root0",
        "read-only": True,
        "file": {"driver": "file", "filename": str(image.root), "read-only": True},
    }
    data = {
        "driver": "qcow2",
        "node-name": DATA_NODE,
        "discard": "unmap",
        "detect-zeroes": "unmap",
        # The file's header may not lead QEMU to another file.
        "backing": None,
        # Writes wait in the host's cache until the guest flushes, and then they are on its disk.
        "cache": {"direct": False, "no-flush": False},
        "file": {
            "driver": "file",
            "filename": str(paths.data_disk),
            "discard": "unmap",
            "cache": {"direct": False, "no-flush": False},
        },
    }
    return [
        "-blockdev", json.dumps(root),
        "-device", "virtio-blk-pci,drive=root0,serial=root",
        "-blockdev", json.dumps(data),
        "-device", f"virtio-blk-pci,drive={DATA_NODE},serial=data,write-cache=on,discard=on",
    ]  # fmt: skip


def _export(number: int, export: Export) -> list[str]:
    """security_model=none: links are links on the host, and a refused chown is not an error."""
    if len(export.tag.encode()) > 31:
        raise BadSetting(f"Cannot share {export.path}", f"its tag {export.tag!r} is too long")
    access = ",readonly=on" if export.read_only else ""
    return [
        "-fsdev",
        f"local,id=fs{number},path={_escape(export.path)},security_model=none,multidevs=remap{access}",
        "-device", f"virtio-9p-pci,fsdev=fs{number},mount_tag={_escape(export.tag)}",
    ]  # fmt: skip


def _socket(name: str, path: Path) -> str:
    return f"socket,id={name},path={_escape(path)},server=on,wait=off"


def _escape(value: Path | str) -> str:
    """A comma would end the value; two of them are one."""
    return str(value).replace(",", ",,")


def _option_name(name: str) -> str:
    if not re.fullmatch(r"opt/[\w./-]{1,50}", name):
        raise BadSetting(f"Cannot hand {name!r} to the guest", "it is no name of a fw_cfg item")
    return name


def _is_ipv4(address: str) -> bool:
    try:
        ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return True
