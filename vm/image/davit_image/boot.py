"""Boot a built image once under emulation, as the supervisor would, and hear its beacons."""

import json
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from davit_image.debian import BuildError

BEACON = "davit-beacon: "
_MACHINES = {"x86_64": "q35", "aarch64": "virt"}


@dataclass
class Guest:
    """A machine that runs; its files lie in `folder`."""

    process: subprocess.Popen[bytes]
    folder: Path
    started: float = field(default_factory=time.monotonic)

    def beacons(self, limit: float) -> Iterator[tuple[str, float]]:
        """Each beacon's words and when it came, in seconds; ends with `ready` or a failure.

        Raises BuildError when the machine ends or `limit` seconds have passed.
        """
        with (self.folder / "console.log").open(errors="replace") as console:
            line = ""
            while True:
                line += console.readline()
                if not line.endswith("\n"):
                    self._check(limit)
                    continue
                seconds = time.monotonic() - self.started
                _, beacon, words = line.strip().partition(BEACON)
                line = ""
                if beacon:
                    yield words, seconds
                if words == "ready" or words.startswith("failed"):
                    return

    def _check(self, limit: float) -> None:
        console = (self.folder / "console.log").read_text(errors="replace")[-2000:]
        if self.process.poll() is not None:
            raise BuildError(f"the machine ended by itself; its console:\n{console}")
        if time.monotonic() - self.started > limit:
            raise BuildError(f"no end of the boot in {limit:.0f} s; its console:\n{console}")
        time.sleep(0.02)

    def power_down(self, limit: float) -> float:
        """Press the power button; how many seconds the guest took. Raises TimeoutExpired."""
        begun = time.monotonic()
        with socket.socket(socket.AF_UNIX) as monitor:
            monitor.connect(str(self.folder / "qmp.sock"))
            for command in ("qmp_capabilities", "system_powerdown"):
                monitor.sendall(json.dumps({"execute": command}).encode())
            self.process.wait(limit)
        return time.monotonic() - begun


@contextmanager
def booted(
    image: Path, folder: Path, *, memory: int = 1024, facts: dict[str, str] | None = None,
    data: Path | None = None, forwards: str = "", more: tuple[str, ...] = (),
) -> Iterator[Guest]:  # fmt: skip
    """A guest of this image, with files in `folder`; killed at the end if it still runs.

    `facts` are fw_cfg items below opt/org.davit/, `data` is the data disk (a new one), `forwards`
    what stands behind `-netdev user`.
    """
    manifest = json.loads((image / "image.json").read_text())
    architecture = manifest["architecture"]
    program = shutil.which(f"qemu-system-{architecture}")
    if program is None:
        raise BuildError(f"qemu-system-{architecture} is missing: install QEMU")
    if data is None:
        data = folder / "data.qcow2"
        shutil.copyfile(image / "data.qcow2", data)
    # One processor: with two, emulated, a kernel that changes its own code may die while it boots.
    command = [
        program, "-M", f"{_MACHINES[architecture]},accel=tcg", "-cpu", "max", "-smp", "1",
        "-m", str(memory), "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
        "-kernel", str(image / "kernel"), "-initrd", str(image / "initrd"),
        "-append", manifest["command_line"],
        "-drive", f"if=none,id=root,file={image / 'root.erofs'},format=raw,readonly=on",
        "-device", "virtio-blk-pci,drive=root",
        "-drive", f"if=none,id=data,file={data},format=qcow2,discard=unmap,detect-zeroes=unmap",
        "-device", "virtio-blk-pci,drive=data",
        "-netdev", f"user,id=net0,ipv6=off{forwards}",
        "-device", "virtio-net-pci,netdev=net0,romfile=",
        "-device", "virtio-serial-pci", "-chardev", "null,id=channel",
        "-device", "virtserialport,chardev=channel,name=org.davit.host",
        "-device", "virtio-balloon-pci,free-page-reporting=on", "-device", "virtio-rng-pci",
        "-qmp", f"unix:{folder / 'qmp.sock'},server=on,wait=off",
        "-serial", f"file:{folder / 'console.log'}",
        *more,
    ]  # fmt: skip
    facts = {"gate-key": secrets.token_hex(32) + "\n"} | (facts or {})
    for name, text in facts.items():
        file = folder / f"fact-{name}"
        file.touch(0o600)
        file.write_text(text)
        command += ["-fw_cfg", f"name=opt/org.davit/{name},file={file}"]
    (folder / "console.log").touch()
    guest = Guest(subprocess.Popen(command, stdin=subprocess.DEVNULL), folder)
    try:
        yield guest
    finally:
        guest.process.kill()
        guest.process.wait()
