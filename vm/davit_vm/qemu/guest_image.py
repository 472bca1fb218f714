"""The guest image: where it lies, what its manifest says, whether it is whole.

A folder with the kernel, the initramfs, the read-only root and an empty data disk, described by
`image.json`; `vm/image/build` makes it.
"""

import hashlib
import os
import sys
from pathlib import Path
from typing import Any, Final

import msgspec

from davit_vm.config import Architecture, MachineConfig
from davit_vm.errors import ImageDamaged, ImageMissing

IMAGE_VARIABLE: Final = "DAVIT_GUEST_IMAGE"
_MANIFEST: Final = "image.json"
_REQUIRED: Final = ("kernel", "initrd", "root.erofs", "data.qcow2")
_REINSTALL: Final = "Install Davit again, or name another image with: davit machine set --image"


class ImageFile(msgspec.Struct, frozen=True, kw_only=True):
    sha256: str
    size: int
    """Bytes."""


class GuestImage(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the guest."""

    folder: Path
    version: str
    architecture: Architecture
    engine: str
    """Version of the engine inside."""
    command_line: str
    """Of the kernel."""
    files: dict[str, ImageFile]
    packages: dict[str, str] = {}

    @property
    def kernel(self) -> Path:
        return self.folder / "kernel"

    @property
    def initrd(self) -> Path:
        return self.folder / "initrd"

    @property
    def root(self) -> Path:
        return self.folder / "root.erofs"

    @property
    def data_template(self) -> Path:
        """An empty data disk, formatted at the first start."""
        return self.folder / "data.qcow2"


def find_image(config: MachineConfig, architecture: Architecture) -> Path:
    """The folder of the image that a new machine gets: chosen, of the bundle, or just built.

    Raises ImageMissing.
    """
    for chosen in (config.image, os.environ.get(IMAGE_VARIABLE, "")):
        if chosen:
            if (Path(chosen) / _MANIFEST).is_file():
                return Path(chosen)
            raise ImageMissing(
                "Cannot find the guest image",
                f"{chosen} holds no {_MANIFEST}",
                f"Choose the right folder with davit machine set --image or {IMAGE_VARIABLE}.",
            )
    candidates = _usual_folders(architecture)
    for folder in candidates:
        if (folder / _MANIFEST).is_file():
            return folder
    raise ImageMissing(
        "Cannot find the guest image",
        f"it is in none of {', '.join(map(str, candidates))}",
        "Install Davit again, or build the image: vm/image/build.py",
    )


def load_image(folder: Path) -> GuestImage:
    """Read the manifest and see that its files are there, in their sizes.

    Raises ImageMissing and ImageDamaged.
    """
    what = f"Cannot use the guest image in {folder}"
    try:
        document = msgspec.json.decode((folder / _MANIFEST).read_bytes(), type=dict[str, Any])
        image = msgspec.convert({**document, "folder": folder}, GuestImage)
    except OSError as error:
        raise ImageMissing(what, f"{_MANIFEST}: {error.strerror}", _REINSTALL) from error
    except ValueError as error:
        raise ImageDamaged(what, f"{_MANIFEST}: {error}", _REINSTALL) from error
    for name in _REQUIRED:
        if name not in image.files:
            raise ImageDamaged(what, f"{_MANIFEST} does not list {name}", _REINSTALL)
    for name, file in image.files.items():
        if Path(name).name != name:
            raise ImageDamaged(what, f"{_MANIFEST} names {name!r}", _REINSTALL)
        try:
            size = (folder / name).stat().st_size
        except OSError as error:
            raise ImageMissing(what, f"{name}: {error.strerror}", _REINSTALL) from error
        if size != file.size:
            raise ImageDamaged(what, f"{name} has {size} bytes, not {file.size}", _REINSTALL)
    return image


def verify_image(image: GuestImage) -> None:
    """Compare every file with its SHA-256; reads the whole image. Raises ImageDamaged."""
    for name, file in image.files.items():
        with (image.folder / name).open("rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
        if found != file.sha256:
            raise ImageDamaged(
                f"Cannot use the guest image in {image.folder}",
                f"{name} is not the file that was built (its SHA-256 is {found})",
                _REINSTALL,
            )


def _usual_folders(architecture: Architecture) -> tuple[Path, ...]:
    program = Path(sys.executable).resolve().parent
    checkout = Path(__file__).resolve().parents[3]
    if os.name == "nt":
        return (program / "image" / architecture, checkout / "vm" / "image" / "out" / architecture)
    return (
        program / "image" / architecture,
        # Of a Mac application: Contents/MacOS beside Contents/Resources.
        program.parent / "Resources" / "image" / architecture,
        Path("/usr/share/davit/image") / architecture,
        checkout / "vm" / "image" / "out" / architecture,
    )
