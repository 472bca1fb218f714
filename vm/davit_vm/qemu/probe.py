"""Choose an accelerator by running guest code with it.

That a device node exists or an API answers says little: hypervisors have been seen that open and
then stop at the first unusual instruction, or hang. So each candidate gets a few seconds with the
code of `probe_firmware`, and its verdict is kept until QEMU or the system change.
"""

import asyncio
import contextlib
import re
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, Literal

import msgspec

from davit_vm.config import AcceleratorSetting, Architecture, write_durably
from davit_vm.errors import AcceleratorUnusable
from davit_vm.host.host import Accelerator, Host
from davit_vm.paths import Paths
from davit_vm.qemu.command import Acceleration, accelerations, machine_arguments
from davit_vm.qemu.find import Qemu
from davit_vm.qemu.probe_firmware import (
    INSTRUCTIONS,
    LOOPED,
    STARTED,
    device_arguments,
    firmware,
)

LIMIT: Final = 8.0
"""Seconds for the guest code; a tenth of one is usual."""
_FATAL: Final = re.compile(
    rb"internal error|emulation failure|entry failed|hardware error|VP exit code|"
    rb"injection failed|Failed to exec|HV_[A-Z]+|hv_\w+ failed",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(r"^[\w./\\:-]*qemu-system-\w+(?:\.exe)?: |-accel \S+: ", re.IGNORECASE)


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one accelerator."""

    accelerator: Accelerator
    outcome: Literal["usable", "missing", "unusable"]
    """Missing: this QEMU was built without it."""
    reason: str = ""
    """Why not, as half a sentence."""
    seconds: float = 0.0
    """From the start of QEMU to the end of the code."""
    acceleration: Acceleration | None = None
    """The way that worked."""

    @property
    def usable(self) -> bool:
        return self.outcome == "usable"


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the machine will run with."""

    acceleration: Acceleration
    note: str = ""
    """Why it is slower than it could be, in a sentence; empty when all is well."""
    hint: str = ""

    @property
    def accelerator(self) -> Accelerator:
        return self.acceleration.accelerator


async def choose(
    host: Host,
    qemu: Qemu,
    setting: AcceleratorSetting,
    architecture: Architecture,
    paths: Paths,
    *,
    fresh: bool = False,
) -> Choice:
    """The fastest accelerator that works; `fresh` tries those again that have a verdict.

    Raises AcceleratorUnusable when one was asked for that does not work.
    """
    if setting not in ("auto", "tcg"):
        verdict = await _verdict(host, qemu, Accelerator(setting), architecture, paths, fresh=fresh)
        if verdict.acceleration is None:
            raise AcceleratorUnusable(
                f"Cannot use the accelerator {setting}",
                verdict.reason,
                host.accelerator_advice(verdict.reason)
                + " Or let Davit choose: davit machine set --accelerator auto",
            )
        return Choice(acceleration=verdict.acceleration)
    slow = accelerations(Accelerator.TCG, architecture)[0]
    if setting == "tcg":
        return Choice(acceleration=slow)
    note = "Guests of another architecture are emulated, which is several times slower."
    hint = ""
    for candidate in host.accelerators(architecture):
        if candidate is Accelerator.TCG:
            continue
        verdict = await _verdict(host, qemu, candidate, architecture, paths, fresh=fresh)
        if verdict.acceleration is not None:
            return Choice(acceleration=verdict.acceleration)
        note = (
            f"The machine runs without hardware acceleration and is several times slower: "
            f"{candidate.upper()} {verdict.reason}."
        )
        hint = host.accelerator_advice(verdict.reason)
    return Choice(acceleration=slow, note=note, hint=hint)


def condemn(
    host: Host,
    qemu: Qemu,
    accelerator: Accelerator,
    architecture: Architecture,
    reason: str,
    paths: Paths,
) -> None:
    """Remember that a guest did not come up with it, although the probe did."""
    verdict = Verdict(accelerator=accelerator, outcome="unusable", reason=reason)
    _remember(paths.accelerators, _key(host, qemu, accelerator, architecture), verdict)


async def probe(
    host: Host,
    qemu: Qemu,
    accelerator: Accelerator,
    architecture: Architecture,
    *,
    limit: float = LIMIT,
) -> Verdict:
    """Run guest code with an accelerator, in each of the ways to use it until one works."""
    if accelerator.value not in qemu.accelerators:
        return Verdict(
            accelerator=accelerator,
            outcome="missing",
            reason=f"is not part of {qemu.program}",
        )
    verdict = Verdict(accelerator=accelerator, outcome="unusable", reason="was not tried")
    for way in accelerations(accelerator, architecture):
        verdict = await _try(host, qemu, way, architecture, limit)
        if verdict.usable:
            break
    return verdict


async def _try(
    host: Host, qemu: Qemu, way: Acceleration, architecture: Architecture, limit: float
) -> Verdict:
    same = host.facts().architecture == architecture
    with tempfile.TemporaryDirectory(prefix="davit-probe-") as folder:
        bios = Path(folder) / "firmware"
        bios.write_bytes(firmware(architecture))
        started = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            qemu.program,
            *("-no-user-config", "-nodefaults", "-display", "none", "-no-reboot"),
            *machine_arguments(architecture, way, same_architecture=same),
            *("-m", "32M", "-bios", str(bios).replace(",", ",,")),
            *("-chardev", "stdio,id=out,signal=off", *device_arguments(architecture, "out")),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        said, complaint = bytearray(), bytearray()
        timed_out = False
        try:
            async with asyncio.timeout(limit):
                await _listen(process, said, complaint)
        except TimeoutError:
            timed_out = True
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            # What was printed last belongs to the reason, and pipes are to be closed.
            rest = await process.communicate()
            complaint += rest[1] or b""
    return judge(
        way,
        bytes(said),
        complaint.decode(errors="replace"),
        time.monotonic() - started,
        timed_out=timed_out,
    )


async def _listen(
    process: asyncio.subprocess.Process, said: bytearray, complaint: bytearray
) -> None:
    """Return at the last letter, at a fatal complaint, or at the end of the program."""
    assert process.stdout is not None
    assert process.stderr is not None
    streams = {
        asyncio.create_task(process.stdout.read(64)): (process.stdout, said),
        asyncio.create_task(process.stderr.read(4096)): (process.stderr, complaint),
    }
    try:
        while streams:
            done, _ = await asyncio.wait(streams, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                stream, into = streams.pop(task)
                chunk = task.result()
                into += chunk
                if chunk:
                    streams[asyncio.create_task(stream.read(4096))] = (stream, into)
            if LOOPED in said or _FATAL.search(complaint):
                return
    finally:
        for task in streams:
            task.cancel()
        await asyncio.gather(*streams, return_exceptions=True)


def judge(
    way: Acceleration, said: bytes, complaint: str, seconds: float, *, timed_out: bool
) -> Verdict:
    """What letters, complaints and time mean (pure)."""
    if LOOPED in said and not _FATAL.search(complaint.encode()):
        return Verdict(
            accelerator=way.accelerator, outcome="usable", seconds=seconds, acceleration=way
        )
    words = _reason(complaint)
    if _FATAL.search(complaint.encode()):
        reason = f"starts and then stops ({words})"
    elif timed_out and INSTRUCTIONS in said:
        reason = f"runs guest code slower than emulation (not done after {seconds:.0f} s)"
    elif timed_out and STARTED in said:
        reason = f"hangs (at the first special instruction, for {seconds:.0f} s)"
    elif timed_out:
        reason = f"hangs (no guest code ran within {seconds:.0f} s)"
    else:
        reason = f"does not start ({words or 'QEMU ended without a word'})"
    return Verdict(accelerator=way.accelerator, outcome="unusable", reason=reason, seconds=seconds)


def _reason(complaint: str) -> str:
    """The lines that say why, without the program's name and without a processor's registers."""
    lines = [_NOISE.sub("", line.strip()) for line in complaint.splitlines()]
    telling = [
        line
        for line in lines
        if line
        and not line.startswith(("qemu: module", "warning:", "extra data"))
        and not re.match(r"[A-Z0-9]{2,6} ?=", line)
    ]
    fatal = [line for line in telling if _FATAL.search(line.encode())]
    return ": ".join(line.rstrip(".") for line in (fatal or telling)[:2])


async def _verdict(
    host: Host,
    qemu: Qemu,
    accelerator: Accelerator,
    architecture: Architecture,
    paths: Paths,
    *,
    fresh: bool,
) -> Verdict:
    key = _key(host, qemu, accelerator, architecture)
    known = _known(paths.accelerators).get(key)
    if known is not None and not fresh:
        return known
    verdict = await probe(host, qemu, accelerator, architecture)
    _remember(paths.accelerators, key, verdict)
    return verdict


def _key(host: Host, qemu: Qemu, accelerator: Accelerator, architecture: Architecture) -> str:
    """Whatever may turn a verdict around."""
    return "|".join(
        (
            accelerator.value,
            architecture,
            str(qemu.program),
            qemu.version_text,
            host.facts().system_version,
            host.accelerator_access(),
        )
    )


def _known(file: Path) -> dict[str, Verdict]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Verdict])
    except (OSError, ValueError):
        return {}


def _remember(file: Path, key: str, verdict: Verdict) -> None:
    """The verdicts that a change has made void go with the writing."""
    prefix = f"{verdict.accelerator.value}|"
    others = {name: old for name, old in _known(file).items() if not name.startswith(prefix)}
    # Only a cache: a machine whose folder cannot be written has worse to tell.
    with contextlib.suppress(OSError):
        write_durably(file, msgspec.json.encode(others | {key: verdict}))
