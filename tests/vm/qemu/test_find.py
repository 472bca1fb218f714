"""Finding QEMU, and reading what it says of itself."""

import os
from pathlib import Path

import pytest

from davit_vm.errors import QemuMissing, QemuTooOld
from davit_vm.host.linux import LinuxHost
from davit_vm.qemu.find import find_qemu, parse_accelerators, parse_version
from fakes.qemu import install

HOST = LinuxHost()


def program(folder: Path, text: str, name: str = "qemu-system-x86_64") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without QEMU."""
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.delenv("DAVIT_QEMU", raising=False)
    monkeypatch.setattr(LinuxHost, "qemu_folders", lambda _: ())
    return tmp_path


@pytest.mark.qemu
async def test_the_qemu_of_this_computer_is_understood() -> None:
    qemu = await find_qemu(HOST, "", "x86_64")
    assert qemu.version >= (7, 2, 0)
    assert "tcg" in qemu.accelerators
    assert qemu.has_9p
    assert qemu.image_tool.name == "qemu-img"
    assert str(qemu.program) in str(qemu)


async def test_the_setting_wins_over_the_environment_and_that_over_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, second, third = (install(tmp_path / name) for name in "abc")
    monkeypatch.setenv("PATH", str(third.parent), prepend=os.pathsep)
    assert (await find_qemu(HOST, "", "x86_64")).program == third
    monkeypatch.setenv("DAVIT_QEMU", str(second))
    assert (await find_qemu(HOST, "", "x86_64")).program == second
    assert (await find_qemu(HOST, str(first.parent), "x86_64")).program == first


async def test_without_qemu_the_sentence_says_what_to_install(nothing: Path) -> None:
    with pytest.raises(QemuMissing, match="no qemu-system-x86_64") as caught:
        await find_qemu(HOST, "", "x86_64")
    assert "sudo apt install qemu-system-x86 qemu-utils" in caught.value.hint
    with pytest.raises(QemuMissing) as caught:
        await find_qemu(HOST, "", "aarch64")
    assert "qemu-system-arm" in caught.value.hint


async def test_a_chosen_one_that_is_no_program_is_not_replaced_by_another(nothing: Path) -> None:
    with pytest.raises(QemuMissing, match="not a program"):
        await find_qemu(HOST, "/no/such/qemu", "x86_64")


async def test_without_qemu_img_the_sentence_says_so(nothing: Path) -> None:
    with pytest.raises(QemuMissing, match="qemu-img") as caught:
        await find_qemu(HOST, str(program(nothing / "bin", "exit 0")), "x86_64")
    assert "qemu-utils" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('echo "QEMU emulator version 6.2.0 (Debian 1:6.2)"', "QEMU 6.2.0"),
        ('echo "qemu-6"', "is not QEMU"),
        ("echo oh >&2; exit 1", "failed"),
    ],
)
async def test_one_that_will_not_do_is_refused(nothing: Path, text: str, words: str) -> None:
    program(nothing / "bin", "", "qemu-img")
    chosen = program(nothing / "bin", text)
    with pytest.raises((QemuTooOld, QemuMissing), match=words):
        await find_qemu(HOST, str(chosen), "x86_64")


@pytest.mark.parametrize(
    ("answer", "version", "text"),
    [
        (
            "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7)\nCopyright",
            (7, 2, 22),
            "7.2.22 (Debian 1:7.2+dfsg-7)",
        ),
        ("QEMU emulator version 10.0.2", (10, 0, 2), "10.0.2"),
        ("QEMU emulator version 9.1.0 (v9.1.0-12064-gc658eebf44)", (9, 1, 0), None),
        ("QEMU emulator version 8.2\n", (8, 2, 0), "8.2"),
    ],
)
def test_versions_are_read(answer: str, version: tuple[int, int, int], text: str | None) -> None:
    found, words = parse_version(answer)
    assert found == version
    assert text is None or words == text


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Accelerators supported in QEMU binary:\ntcg\nkvm\n", ("tcg", "kvm")),
        ("Accelerators supported in QEMU binary:\r\nwhpx\r\ntcg\r\n", ("whpx", "tcg")),
        ("qemu: module not found\nAccelerators supported in QEMU binary:\nhvf\n", ("hvf",)),
        ("", ()),
    ],
)
def test_accelerators_are_read(answer: str, expected: tuple[str, ...]) -> None:
    assert parse_accelerators(answer) == expected
