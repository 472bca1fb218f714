#!/usr/bin/env python3
"""What Homebrew and winget are told of a release: davit.rb, and Davit.Davit.*.yaml.

    manifests.py URL [--dist DIR]

URL is the folder that the release's files are downloaded from. For Homebrew both disk images must
be in DIST, for winget the setup program; what is missing leaves that one out.
"""

import argparse
import hashlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

from release import CHECKOUT, BuildError, Release, current

_SAYS: Final = "Runs Linux containers: a window, a command line and an engine"
_CASK: Final = """\
cask "davit" do
  arch arm: "arm64", intel: "x86_64"

  version "{version}"
  sha256 arm:   "{arm}",
         intel: "{intel}"

  url "{url}/davit-#{{version}}-macos-#{{arch}}.dmg"
  name "Davit"
  desc "{says}"
  homepage "{home}"

  auto_updates true
  depends_on macos: ">= :sequoia"

  app "Davit.app"
  binary "#{{appdir}}/Davit.app/Contents/MacOS/davit"

  uninstall launchctl: "io.davit.desktop",
            quit:      "org.davit.Davit",
            delete:    "~/Library/LaunchAgents/io.davit.desktop.plist",
            early_script: {{
              executable:   "#{{appdir}}/Davit.app/Contents/MacOS/davit-desktop",
              args:         ["--quit"],
              must_succeed: false,
            }}

  zap trash: [
    "~/Library/Application Support/davit",
    "~/Library/Caches/davit",
  ]
end
"""
_WINGET: Final = {
    "Davit.Davit.yaml": """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.version.1.10.0.schema.json
PackageIdentifier: Davit.Davit
PackageVersion: {version}
DefaultLocale: en-US
ManifestType: version
ManifestVersion: 1.10.0
""",
    "Davit.Davit.installer.yaml": """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.installer.1.10.0.schema.json
PackageIdentifier: Davit.Davit
PackageVersion: {version}
ReleaseDate: {date}
Platform:
- Windows.Desktop
MinimumOSVersion: 10.0.19041.0
InstallerType: nullsoft
Scope: user
UpgradeBehavior: install
Commands:
- davit
ElevationRequirement: elevationProhibited
Installers:
- Architecture: x64
  InstallerUrl: {url}/davit-{version}-setup.exe
  InstallerSha256: {setup}
ManifestType: installer
ManifestVersion: 1.10.0
""",
    "Davit.Davit.locale.en-US.yaml": """\
# yaml-language-server: $schema=https://aka.ms/winget-manifest.defaultLocale.1.10.0.schema.json
PackageIdentifier: Davit.Davit
PackageVersion: {version}
PackageLocale: en-US
Publisher: The authors of Davit
PackageName: Davit
PackageUrl: {home}
License: Apache-2.0
ShortDescription: {says}
Moniker: davit
Tags:
- containers
- docker
ManifestType: defaultLocale
ManifestVersion: 1.10.0
""",
}
"""The scope is the true one: winget upgrades a package only where it thinks that it lies."""


def cask(version: str, url: str, sums: dict[str, str]) -> str:
    """Homebrew's file; `sums` by architecture of the Mac (pure)."""
    return _CASK.format(
        version=version, url=_checked(url), home=_home(url), says=_SAYS,
        arm=sums["arm64"], intel=sums["x86_64"],
    )  # fmt: skip


def winget(version: str, url: str, setup: str, date: str) -> dict[str, str]:
    """winget's three files by name; `setup` is the SHA-256 of the setup program (pure)."""
    return {
        name: text.format(
            version=version, url=_checked(url), home=_home(url), says=_SAYS,
            setup=setup.upper(), date=date,
        )
        for name, text in _WINGET.items()
    }  # fmt: skip


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or set(url) & set("\"'#{}\\ \n"):
        raise BuildError(f"{url!r} is no https address to download from")
    return url.rstrip("/")


def _home(url: str) -> str:
    """Of a release on GitHub, its project; elsewhere the server."""
    parts = urlsplit(url)
    project = (
        parts.path.partition("/releases/")[0].rstrip("/") if "/releases/" in parts.path else ""
    )
    return f"{parts.scheme}://{parts.netloc}{project}"


def write(release: Release, url: str) -> list[Path]:
    """Raises BuildError when there is nothing to tell of."""
    version, dist = release.version, release.output
    written = []
    images = {arch: dist / f"davit-{version}-macos-{arch}.dmg" for arch in ("arm64", "x86_64")}
    if all(path.is_file() for path in images.values()):
        text = cask(version, url, {arch: _sum(path) for arch, path in images.items()})
        written.append(dist / "davit.rb")
        written[-1].write_text(text, encoding="utf-8")
    setup = dist / f"davit-{version}-setup.exe"
    if setup.is_file():
        date = time.strftime("%Y-%m-%d", time.gmtime(release.epoch))
        for name, text in winget(version, url, _sum(setup), date).items():
            written.append(dist / name)
            written[-1].write_text(text, encoding="utf-8")
    if not written:
        raise BuildError(f"{dist} has neither disk images nor the setup program of {version}")
    return written


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(argv: Sequence[str] | None = None) -> int:
    """Run `manifests.py`; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    parser.add_argument("--dist", type=Path, metavar="DIR", default=CHECKOUT / "dist")
    options = parser.parse_args(argv)
    try:
        for path in write(current(options.dist), options.url):
            print(path)
    except BuildError as error:
        print(f"manifests.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
