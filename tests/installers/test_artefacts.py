"""Which files of a release are offered to installed Davits."""

import pytest

from artefacts import Artefact, describe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("davit-1.2.3-setup.exe", Artefact("installer", "windows", "x86_64", "setup")),
        ("davit-1.2.3-macos-arm64.dmg", Artefact("installer", "macos", "aarch64", "dmg")),
        ("davit-1.2.3-macos-x86_64.dmg", Artefact("installer", "macos", "x86_64", "dmg")),
        ("davit-bundle_1.2.3_amd64.deb", Artefact("installer", "linux", "x86_64", "deb")),
        ("davit-bundle-1.2.3-1.x86_64.rpm", Artefact("installer", "linux", "x86_64", "rpm")),
        ("davit-guest-1.2.3-aarch64.tar.xz", Artefact("guest", "any", "aarch64")),
    ],
)
def test_installers_and_guests_are(name: str, expected: Artefact) -> None:
    assert describe(name, "1.2.3") == expected


@pytest.mark.parametrize(
    "name",
    [
        "SHA256SUMS",
        "davit-1.2.3.msi",
        "davit-sources-1.2.3.tar",
        "davit-windows.spdx.json",
        "davit_1.2.3_all.deb",
        "davit-1.2.4-setup.exe",
        "davit-1x2x3-setup.exe",
        "davit-1.2.3-setup.exe.part",
    ],
)
def test_other_files_are_not(name: str) -> None:
    assert describe(name, "1.2.3") is None
