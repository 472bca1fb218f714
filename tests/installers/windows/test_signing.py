"""Signatures on both programs of a setup, with a certificate that was made for it."""

import subprocess
from pathlib import Path

import pytest

from fixtures.windows_computer import Computer
from release import current
from windows import setup, signing


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    key, public, both = (tmp_path / name for name in ("key.pem", "cert.pem", "cert.p12"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Davit test",
         "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", public],
        check=True, capture_output=True,
    )  # fmt: skip
    subprocess.run(
        ["openssl", "pkcs12", "-export", "-inkey", key, "-in", public, "-out", both,
         "-passout", "pass:secret"],
        check=True,
    )  # fmt: skip
    monkeypatch.setenv("DAVIT_SIGN_CERTIFICATE", str(both))
    monkeypatch.setenv("DAVIT_SIGN_PASSWORD", "secret")
    return public


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A payload with an icon and hardly more."""
    folder = tmp_path / "small"
    (folder / "python").mkdir(parents=True)
    (folder / "python" / "a$file.txt").write_text("a")
    (folder / "image").mkdir()
    (folder / "image" / "root").write_text("b")
    icon = b"\0\0\1\0\1\0" + b"\1\1\0\0\1\0\x20\0" + (48).to_bytes(4, "little") + b"\x16\0\0\0"
    pixel = b"\x28\0\0\0\1\0\0\0\2\0\0\0\1\0\x20\0" + b"\0" * 24 + b"\0" * 8
    (folder / "davit.ico").write_bytes(icon + pixel)
    return folder


def verify(program: Path, certificate: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["osslsigncode", "verify", "-CAfile", certificate, "-in", program],
        capture_output=True,
        text=True,
        check=False,
    )


def test_setup_program_and_uninstaller_are_signed(
    small: Path, certificate: Path, computer: Computer, tmp_path: Path
) -> None:
    program = tmp_path / "signed-setup.exe"
    setup.build(small, program, current(tmp_path), compressor="zlib")
    assert verify(program, certificate).returncode == 0
    folder = computer.prefix / "drive_c" / "somewhere"
    folder.mkdir()
    (folder / "of-somebody-else.txt").touch()
    # The folder is the last word and has no quotes, also with a blank in it.
    done = computer.run(program, "/S", "/NOWHPX", "/D=C:\\somewhere")
    assert done.returncode == 0
    computer.settle()
    installed = folder / "Davit"
    assert (installed / "python" / "a$file.txt").read_text() == "a"
    assert (installed / "image" / "root").read_text() == "b"
    uninstaller = installed / "davit-uninstall.exe"
    assert verify(uninstaller, certificate).returncode == 0
    content = bytearray(uninstaller.read_bytes())
    content[1000] ^= 1
    (tmp_path / "changed.exe").write_bytes(content)
    assert verify(tmp_path / "changed.exe", certificate).returncode != 0
    assert computer.run(uninstaller, "/S").returncode == 0
    computer.settle()
    assert [file.name for file in folder.iterdir()] == ["of-somebody-else.txt"]


def test_without_a_certificate_nothing_is_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAVIT_SIGN_CERTIFICATE", raising=False)
    assert not signing.wanted()
    file = tmp_path / "program.exe"
    file.write_bytes(b"MZ")
    signing.sign(file)
    assert file.read_bytes() == b"MZ"


def test_the_same_payload_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    programs = [tmp_path / f"{number}.exe" for number in range(2)]
    for program in programs:
        setup.build(small, program, current(tmp_path), compressor="lzma")
    assert programs[0].read_bytes() == programs[1].read_bytes()
