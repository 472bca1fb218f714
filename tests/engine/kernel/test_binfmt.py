"""Emulators that are registered with the kernel."""

from pathlib import Path

from davit_engine.kernel.binfmt import Emulator, emulators, parse

ARM64 = """\
enabled
interpreter /usr/libexec/qemu-binfmt/aarch64-binfmt-P
flags: {flags}
offset 0
magic 7f454c460201010000000000000000000200b700
mask ffffffffffffff00fffffffffffffffffeffffff
"""


def test_an_emulator_is_known_by_the_machine_in_its_magic() -> None:
    assert parse(ARM64.format(flags="POCF")) == Emulator(
        architecture="arm64",
        interpreter="/usr/libexec/qemu-binfmt/aarch64-binfmt-P",
        everywhere=True,
    )
    other = parse(ARM64.format(flags="OC").replace("b700", "f300"))
    assert other is not None
    assert (other.architecture, other.everywhere) == ("riscv64", False)
    big = parse(ARM64.format(flags="F").replace("460201", "460202").replace("0200b700", "00020016"))
    assert big is not None
    assert big.architecture == "s390x"


def test_what_is_no_emulator_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "qemu").write_text(ARM64.format(flags="F"))
    (tmp_path / "off").write_text(ARM64.format(flags="F").replace("enabled", "disabled"))
    (tmp_path / "python").write_text("enabled\ninterpreter /usr/bin/python3\nmagic 6f0d0d0a\n")
    (tmp_path / "jar").write_text("enabled\ninterpreter /usr/bin/jexec\nextension .jar\n")
    (tmp_path / "status").write_text("enabled\n")
    (tmp_path / "empty").write_text("")
    assert [one.architecture for one in emulators(tmp_path)] == ["arm64"]
    assert emulators(tmp_path / "none") == []
