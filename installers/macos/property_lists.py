"""What macOS reads about the application: Info.plist, and what each program may do (pure)."""

from typing import Any, Final

from macos.launchers import WINDOW
from release import Release

IDENTIFIER: Final = "org.davit.Davit"
ICON: Final = "davit.icns"
OLDEST: Final = (15, 0)
"""The macOS that Qt's libraries are built for; what is newer in the tree fails its checks."""
LANGUAGES: Final = ("en", "de", "es", "fr", "ja", "zh-Hans")

HYPERVISOR: Final = "com.apple.security.hypervisor"
_JIT: Final = "com.apple.security.cs.allow-jit"
_OTHERS_LIBRARIES: Final = "com.apple.security.cs.disable-library-validation"

PROGRAM: Final[dict[str, bool]] = {}
"""Python and Qt, without Qt Quick, make no code while they run and load only what we signed."""
EMULATOR: Final = {HYPERVISOR: True, _JIT: True}
"""QEMU asks for memory for code even where the hypervisor runs the guest, and under the hardened
runtime ends with "allocate … bytes for jit buffer: Invalid argument" without that right."""


def entitlements(rights: dict[str, bool], *, identity: str) -> dict[str, bool]:
    """Those of a program; code that is signed ad hoc, by `-`, has no team to compare."""
    return {**rights, _OTHERS_LIBRARIES: True} if identity == "-" else dict(rights)


def info(release: Release, architecture: str) -> dict[str, Any]:
    """Contents/Info.plist."""
    folders = "Containers see the folders that you share with them."
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": "Davit",
        "CFBundleExecutable": WINDOW.name,
        "CFBundleIconFile": ICON,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleName": "Davit",
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": release.version,
        "CFBundleSupportedPlatforms": ["MacOSX"],
        "CFBundleVersion": release.version,
        "LSApplicationCategoryType": "public.app-category.developer-tools",
        "LSArchitecturePriority": [architecture],
        "LSMinimumSystemVersion": format_version(OLDEST),
        "LSRequiresNativeExecution": True,
        "NSDesktopFolderUsageDescription": folders,
        "NSDocumentsFolderUsageDescription": folders,
        "NSDownloadsFolderUsageDescription": folders,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The authors of Davit. Apache License 2.0.",
        "NSLocalNetworkUsageDescription": "Containers reach the computers of your network.",
        "NSNetworkVolumesUsageDescription": folders,
        "NSPrincipalClass": "NSApplication",
        "NSRemovableVolumesUsageDescription": folders,
        "NSSupportsAutomaticGraphicsSwitching": True,
    }


def format_version(version: tuple[int, int]) -> str:
    """(15, 0) as 15.0."""
    return ".".join(map(str, version))
