"""Choosing an accelerator: verdicts, their reasons, and how long they hold."""

import asyncio
import itertools
from pathlib import Path

import msgspec
import pytest

from davit_vm.errors import AcceleratorUnusable
from davit_vm.host.host import Accelerator
from davit_vm.host.linux import LinuxHost
from davit_vm.host.windows import WindowsHost
from davit_vm.paths import Paths
from davit_vm.qemu.command import Acceleration, accelerations
from davit_vm.qemu.find import Qemu, find_qemu
from davit_vm.qemu.probe import Verdict, choose, condemn, judge, probe
from davit_vm.qemu.probe_firmware import firmware

HOST = LinuxHost()
KVM = Acceleration(accelerator=Accelerator.KVM, cpu="host")
REGISTERS = """KVM internal error. Suberror: 1
extra data[0]: 0x0000000000000001
emulation failure
EAX=00000002 EBX=f1bf2bfb ECX=1a005f46 EDX=20814010
ES =0010 00000000 ffffffff 00c09300 DPL=0 DS   [-WA]
"""


def fake(folder: Path, text: str) -> Qemu:
    """A QEMU that has KVM and does what a shell script says."""
    program = folder / "qemu-system-x86_64"
    program.write_text(f"#!/bin/sh\necho run >> {folder}/runs\n{text}\n")
    program.chmod(0o755)
    return Qemu(
        program=program,
        image_tool=Path("qemu-img"),
        version=(8, 0, 0),
        version_text="8.0.0",
        accelerators=("kvm", "whpx", "tcg"),
        has_9p=True,
    )


def runs(folder: Path) -> int:
    return len((folder / "runs").read_text().splitlines())


@pytest.mark.qemu
async def test_emulation_runs_guest_code() -> None:
    qemu = await find_qemu(HOST, "", "x86_64")
    verdict = await probe(HOST, qemu, Accelerator.TCG, "x86_64")
    assert verdict.usable, verdict
    assert verdict.acceleration == accelerations(Accelerator.TCG, "x86_64")[0]
    assert verdict.seconds < 5


@pytest.mark.qemu
async def test_the_hardware_has_a_verdict_that_says_why_or_works(paths: Paths) -> None:
    qemu = await find_qemu(HOST, "", "x86_64")
    verdict = await probe(HOST, qemu, Accelerator.KVM, "x86_64")
    assert verdict.usable != bool(verdict.reason)
    choice = await choose(HOST, qemu, "auto", "x86_64", paths)
    assert choice.accelerator is (Accelerator.KVM if verdict.usable else Accelerator.TCG)
    assert (choice.note == "") == verdict.usable


@pytest.mark.parametrize(
    ("said", "complaint", "timed_out", "words"),
    [
        (b"d", REGISTERS, False, "starts and then stops (KVM internal error. Suberror: 1"),
        (b"dav", "WHPX: Unexpected VP exit code 4\n", False, "VP exit code 4"),
        (
            b"",
            "Could not access KVM kernel module: Permission denied\n"
            "qemu-system-x86_64: failed to initialize kvm: Permission denied\n",
            False,
            "does not start (Could not access KVM kernel module: Permission denied",
        ),
        (b"", "", False, "ended without a word"),
        (b"", "", True, "no guest code ran within 8 s"),
        (b"d", "", True, "first special instruction"),
        (b"da", "", True, "slower than emulation"),
        (b"da", "warning: host doesn't support requested feature\n", True, "slower than emulation"),
    ],
)
def test_what_does_not_finish_is_unusable_for_a_reason(
    said: bytes, complaint: str, timed_out: bool, words: str
) -> None:
    verdict = judge(KVM, said, complaint, 8.0, timed_out=timed_out)
    assert not verdict.usable
    assert words in verdict.reason
    assert "=" not in verdict.reason


def test_what_finishes_is_usable_whatever_it_warns_of() -> None:
    complaint = "warning: host doesn't support requested feature: CPUID[eax=07h].EBX.hle [bit 4]\n"
    assert judge(KVM, b"dav", complaint, 0.1, timed_out=False).acceleration == KVM


@pytest.mark.parametrize("text", ["printf d; echo 'KVM: entry failed' >&2; exec sleep 60"])
async def test_a_hypervisor_that_stops_is_found_out_before_the_limit(
    tmp_path: Path, text: str
) -> None:
    async with asyncio.timeout(10):
        verdict = await probe(HOST, fake(tmp_path, text), Accelerator.KVM, "x86_64", limit=60)
    assert verdict.outcome == "unusable"
    assert "entry failed" in verdict.reason


async def test_one_that_hangs_is_given_up_at_the_limit_and_ended(tmp_path: Path) -> None:
    qemu = fake(tmp_path, f"echo $$ > {tmp_path}/pid; printf d; exec sleep 60")
    verdict = await probe(HOST, qemu, Accelerator.KVM, "x86_64", limit=0.5)
    assert verdict.outcome == "unusable"
    assert HOST.identity(int((tmp_path / "pid").read_text())) is None


async def test_a_cancelled_probe_leaves_no_qemu(tmp_path: Path) -> None:
    qemu = fake(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 60")
    probing = asyncio.create_task(probe(HOST, qemu, Accelerator.KVM, "x86_64"))
    async with asyncio.timeout(10):
        while not (tmp_path / "pid").exists():  # noqa: ASYNC110 - nothing signals it
            await asyncio.sleep(0.01)
    probing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await probing
    assert HOST.identity(int((tmp_path / "pid").read_text())) is None


async def test_one_that_was_not_built_in_is_missing(tmp_path: Path) -> None:
    qemu = fake(tmp_path, "printf dav; exec sleep 60")
    verdict = await probe(HOST, qemu, Accelerator.HVF, "x86_64")
    assert verdict.outcome == "missing"


async def test_whpx_is_tried_in_other_ways_when_it_loses_interrupts(tmp_path: Path) -> None:
    qemu = fake(
        tmp_path,
        'case "$*" in *kernel-irqchip=off*) printf dav;; '
        "*) echo 'whpx: injection failed, MSI (0, 0)' >&2;; esac; exec sleep 60",
    )
    verdict = await probe(WindowsHost(), qemu, Accelerator.WHPX, "x86_64")
    assert verdict.acceleration is not None
    assert verdict.acceleration.irqchip_off
    assert runs(tmp_path) == 2


async def test_a_verdict_is_kept_until_qemu_changes_or_somebody_asks(
    tmp_path: Path, paths: Paths
) -> None:
    qemu = fake(tmp_path, "printf dav; exec sleep 60")
    for _ in range(3):
        choice = await choose(HOST, qemu, "auto", "x86_64", paths)
        assert choice.accelerator is Accelerator.KVM
    assert runs(tmp_path) == 1
    newer = msgspec.structs.replace(qemu, version_text="8.0.1")
    await choose(HOST, newer, "auto", "x86_64", paths)
    assert runs(tmp_path) == 2
    await choose(HOST, newer, "auto", "x86_64", paths, fresh=True)
    assert runs(tmp_path) == 3
    paths.accelerators.write_bytes(b"garbage")
    await choose(HOST, newer, "auto", "x86_64", paths)
    assert runs(tmp_path) == 4


async def test_a_verdict_ends_when_the_user_gains_access(
    tmp_path: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    qemu = fake(tmp_path, "printf dav; exec sleep 60")
    access = itertools.cycle(["denied"])
    monkeypatch.setattr(LinuxHost, "accelerator_access", lambda _: next(access))
    await choose(HOST, qemu, "auto", "x86_64", paths)
    access = itertools.cycle(["allowed"])
    await choose(HOST, qemu, "auto", "x86_64", paths)
    assert runs(tmp_path) == 2


async def test_what_failed_in_earnest_is_not_chosen_again(tmp_path: Path, paths: Paths) -> None:
    qemu = fake(tmp_path, "printf dav; exec sleep 60")
    await choose(HOST, qemu, "auto", "x86_64", paths)
    condemn(HOST, qemu, Accelerator.KVM, "x86_64", "stopped in internal-error", paths)
    choice = await choose(HOST, qemu, "auto", "x86_64", paths)
    assert choice.accelerator is Accelerator.TCG
    assert choice.note.endswith("KVM stopped in internal-error.")
    assert choice.hint


async def test_one_that_was_asked_for_is_not_replaced_in_silence(
    tmp_path: Path, paths: Paths
) -> None:
    qemu = fake(tmp_path, "echo 'KVM internal error. Suberror: 1' >&2; exec sleep 60")
    with pytest.raises(AcceleratorUnusable, match="internal error"):
        await choose(HOST, qemu, "kvm", "x86_64", paths)
    choice = await choose(HOST, qemu, "tcg", "x86_64", paths)
    assert (choice.accelerator, choice.note) == (Accelerator.TCG, "")


async def test_guests_of_another_architecture_are_emulated_with_a_note(
    tmp_path: Path, paths: Paths
) -> None:
    other = "aarch64" if HOST.facts().architecture == "x86_64" else "x86_64"
    choice = await choose(HOST, fake(tmp_path, "exit 1"), "auto", other, paths)
    assert choice.accelerator is Accelerator.TCG
    assert "architecture" in choice.note


def test_verdicts_survive_the_file() -> None:
    verdict = Verdict(accelerator=Accelerator.KVM, outcome="usable", acceleration=KVM)
    encoded = msgspec.json.encode(verdict)
    assert msgspec.json.decode(encoded, type=Verdict) == verdict


def test_firmware_of_a_pc_ends_with_a_jump_at_the_reset_vector() -> None:
    image = firmware("x86_64")
    assert len(image) == 65536
    assert image[-16] == 0xE9
    assert len(firmware("aarch64")) % 4 == 0
