"""Machine files for meson, and the devices that the bundled QEMU is built with."""

import configparser
import re
from pathlib import Path

import pytest

from qemu_bundle import recipe
from qemu_bundle.toolchain import MACOS, WINDOWS, Toolchain, meson_file

DEVICES = {
    "virtio-net-pci": "CONFIG_VIRTIO_NET",
    "virtio-blk-pci": "CONFIG_VIRTIO_BLK",
    "virtio-rng-pci": "CONFIG_VIRTIO_RNG",
    "virtio-balloon-pci": "CONFIG_VIRTIO_BALLOON",
    "virtio-serial-pci": "CONFIG_VIRTIO_SERIAL",
    "virtserialport": "CONFIG_VIRTIO_SERIAL",
    "isa-debugcon": "CONFIG_ISA_DEBUG",
    "virtio-9p-pci": "",
}
"""What each device of the machine's command line asks of the build; 9p is chosen by the system."""


@pytest.mark.parametrize("toolchain", [WINDOWS, MACOS], ids=["windows", "macos"])
def test_libraries_are_looked_for_in_this_build_only(toolchain: Toolchain) -> None:
    parser = configparser.ConfigParser()
    parser.read_string(meson_file(toolchain, Path("/b/libraries"), ["-O2"]))
    assert "-I/b/libraries/include" in parser["built-in options"]["c_args"]
    assert parser["properties"]["pkg_config_libdir"] == "'/b/libraries/lib/pkgconfig'"
    assert parser.has_section("host_machine") == bool(toolchain.prefix)


def test_every_device_of_the_machine_is_built() -> None:
    sources = Path(recipe.__file__).parents[2] / "vm/davit_vm/qemu"
    words = "".join((sources / name).read_text() for name in ("command.py", "probe_firmware.py"))
    named = set(re.findall(r"\"(?:f?)(virt[a-z0-9-]+|isa-debugcon)[,\"]", words))
    assert "virtio-blk-pci" in named
    assert named <= DEVICES.keys()
    pc = (recipe.HERE / "x86_64.mak").read_text().split()
    assert {f"{option}=y" for device in named if (option := DEVICES[device])} <= set(pc)
