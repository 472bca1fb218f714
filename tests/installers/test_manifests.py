"""What Homebrew and winget are told."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml

import manifests
from release import BuildError, Release

URL = "https://example.org/davit/davit/releases/download/v1.2.3"


def release(dist: Path) -> Release:
    return Release(version="1.2.3", epoch=1_700_000_000, output=dist)


def test_both_are_written_with_the_sums_of_the_files(tmp_path: Path) -> None:
    for name in ("setup.exe", "macos-arm64.dmg", "macos-x86_64.dmg"):
        (tmp_path / f"davit-1.2.3-{name}").write_text(name)
    written = {path.name for path in manifests.write(release(tmp_path), URL)}
    assert written == {
        "davit.rb",
        "Davit.Davit.yaml",
        "Davit.Davit.installer.yaml",
        "Davit.Davit.locale.en-US.yaml",
    }
    cask = (tmp_path / "davit.rb").read_text()
    sums = re.findall(r'(arm|intel): +"([0-9a-f]{64})"', cask)
    assert sums == [
        ("arm", hashlib.sha256(b"macos-arm64.dmg").hexdigest()),
        ("intel", hashlib.sha256(b"macos-x86_64.dmg").hexdigest()),
    ]
    assert f'url "{URL}/davit-#{{version}}-macos-#{{arch}}.dmg"' in cask
    assert 'homepage "https://example.org/davit/davit"' in cask
    assert 'binary "#{appdir}/Davit.app/Contents/MacOS/davit"' in cask
    told = yaml.safe_load((tmp_path / "Davit.Davit.installer.yaml").read_text())
    assert told["Scope"] == "user"
    assert told["ReleaseDate"].isoformat() == "2023-11-14"
    assert told["Installers"] == [
        {
            "Architecture": "x64",
            "InstallerUrl": f"{URL}/davit-1.2.3-setup.exe",
            "InstallerSha256": hashlib.sha256(b"setup.exe").hexdigest().upper(),
        }
    ]


def test_the_oldest_macos_of_the_cask_is_that_of_the_application() -> None:
    from macos.property_lists import OLDEST

    assert OLDEST == (15, 0)
    assert ">= :sequoia" in manifests.cask("1", URL, {"arm64": "", "x86_64": ""})


def test_one_disk_image_is_not_enough(tmp_path: Path) -> None:
    (tmp_path / "davit-1.2.3-macos-arm64.dmg").write_text("")
    with pytest.raises(BuildError, match="neither disk images nor the setup program"):
        manifests.write(release(tmp_path), URL)


@pytest.mark.parametrize("url", ["http://example.org", 'https://example.org/"', "https:///x", "x"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(BuildError, match="no https address"):
        manifests.winget("1.2.3", url, "", "2023-11-14")
