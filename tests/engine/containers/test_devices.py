"""Which device nodes a container is given."""

from pathlib import Path

import pytest

from davit_engine.containers import devices
from davit_engine.containers.model import DeviceMapping, HostConfig

pytestmark = pytest.mark.root


def paths(host_config: HostConfig) -> set[str]:
    return {device.path for device in devices.devices(host_config)}


def test_without_a_wish_there_is_none() -> None:
    assert paths(HostConfig()) == set()


def test_a_privileged_container_gets_all_but_the_way_to_the_machines_host(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fuse = "/dev/fuse"
    assert fuse in paths(HostConfig(privileged=True))
    # Any prefix stands for the names that only a virtual machine has.
    monkeypatch.setattr(devices, "_TO_THE_HOST", ("/dev/fus", "/dev/virtio-ports"))
    assert fuse not in paths(HostConfig(privileged=True))
    asked = HostConfig(privileged=True, devices=[DeviceMapping(path_on_host=fuse)])
    assert fuse in paths(asked)


def test_the_way_to_the_machines_host_is_known_by_its_names() -> None:
    for name in ("/dev/vport0p1", "/dev/vport12p3", "/dev/virtio-ports"):
        assert name.startswith(devices._TO_THE_HOST)
