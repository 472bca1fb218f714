"""The MSI for fleets: the payload for everybody on the computer, put there by an administrator.

`msiexec /i davit-VERSION.msi /qn`. A newer one takes the place of an older one; what users have is
never touched. The same files as the setup program's, without its questions.
"""

import os
import uuid
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from release import Release, run

_NAMESPACE: Final = uuid.UUID("5d0a1f0e-51d2-5f0c-9f5c-6d617669742e")
UPGRADE_CODE: Final = str(uuid.uuid5(_NAMESPACE, "upgrade")).upper()
"""The same for ever: by it Windows knows what a newer version replaces."""
_COSTED: Final = 1000
_REMOVED: Final = 3500
_INSTALLED: Final = 4000
"""Places in the sequence that every MSI has: CostFinalize, RemoveFiles, InstallFiles."""
_PROGRAM: Final = "davit-desktop.exe"


def build(payload: Path, target: Path, release: Release, scratch: Path) -> None:
    """Write the MSI. Raises BuildError."""
    document = scratch / "davit.wxs"
    document.write_bytes(ElementTree.tostring(describe(payload, release), encoding="utf-8"))
    # It looks for files in its working folder, and nowhere else.
    run(["wixl", "--arch", "x64", "--output", target, document], folder=payload,
        environment={**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)})  # fmt: skip


def describe(payload: Path, release: Release) -> ElementTree.Element:
    """The WiX document."""
    root = ElementTree.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = _add(
        root, "Product",
        # A new code for each build: Windows installs no other package under the same one.
        Id=_identity(f"product {release.version} {release.epoch}"),
        Name="Davit", Version=release.version, Manufacturer="Davit", Language="1033",
        UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    _add(product, "Package", Id=_identity(f"package {release.version} {release.epoch}"),
         InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
         Description=f"Davit {release.version}")  # fmt: skip
    _add(product, "MajorUpgrade", DowngradeErrorMessage="A newer Davit is installed already.")
    _add(product, "Media", Id="1", Cabinet="davit.cab", EmbedCab="yes")
    _add(product, "Icon", Id="davit.ico", SourceFile="davit.ico")
    _add(product, "Property", Id="ARPPRODUCTICON", Value="davit.ico")
    drive = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _add(drive, "Directory", Id="ProgramFiles64Folder")
    folder = _add(programs, "Directory", Id="INSTALLDIR", Name="Davit")
    components = list(_fill(folder, payload, payload))
    menu = _add(drive, "Directory", Id="ProgramMenuFolder")
    components.append(_shortcut(menu))
    feature = _add(product, "Feature", Id="Davit", Title="Davit", Level="1")
    for identifier in components:
        _add(feature, "ComponentRef", Id=identifier)
    _actions(product)
    return root


def _fill(element: ElementTree.Element, folder: Path, payload: Path) -> list[str]:
    """Every file below as a component of its own; their identifiers."""
    found = []
    for path in sorted(folder.iterdir()):
        name = path.relative_to(payload).as_posix()
        if path.is_dir():
            below = _add(element, "Directory", Id=f"D{_short(name)}", Name=path.name)
            found += _fill(below, path, payload)
            continue
        component = _add(element, "Component", Id=f"C{_short(name)}", Guid=_identity(name),
                         Win64="yes")  # fmt: skip
        _add(component, "File", Id=_file_id(name), Name=path.name, Source=name, KeyPath="yes")
        found.append(f"C{_short(name)}")
    return found


def _shortcut(menu: ElementTree.Element) -> str:
    component = _add(menu, "Component", Id="Menu", Guid=_identity("menu"), Win64="yes")
    _add(component, "Shortcut", Id="MenuDavit", Name="Davit", Target=f"[INSTALLDIR]{_PROGRAM}",
         Icon="davit.ico")  # fmt: skip
    _add(component, "RegistryValue", Root="HKLM", Key=r"Software\Davit", Name="Menu",
         Type="integer", Value="1", KeyPath="yes")  # fmt: skip
    return "Menu"


def _actions(product: ElementTree.Element) -> None:
    """Stop what runs before files go; the search path of everybody, which MSI here cannot write."""
    sequence = _add(product, "InstallExecuteSequence")
    program = _file_id(_PROGRAM)
    for name, words, place, when in (
        # Of the version before, which lies in the same place; none is there the first time.
        ("StopDavit", "--quit", _COSTED + 1, "NOT UPGRADINGPRODUCTCODE"),
        ("Register", "--register 1", _INSTALLED + 1, "NOT REMOVE"),
        ("Unregister", "--unregister 1", _REMOVED - 1,
         'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE'),
    ):  # fmt: skip
        as_system = {} if name == "StopDavit" else {"Execute": "deferred", "Impersonate": "no"}
        _add(product, "CustomAction", Id=name, FileKey=program, ExeCommand=words,
             Return="ignore", **as_system)  # fmt: skip
        _add(sequence, "Custom", Action=name, Sequence=str(place)).text = when


def _add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)


def _identity(name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, name)).upper()


def _short(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).hex


def _file_id(name: str) -> str:
    return f"F{_short(name)}"
