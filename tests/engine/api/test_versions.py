"""What older clients send means what it meant then."""

import json
from typing import Any

import pytest

from davit_engine.api import versions, wire
from davit_engine.errors import InvalidParameter
from fakes.api import Api, eventually

BIND = {"Type": "bind", "Source": "/a", "Target": "/a"}


def created(version: tuple[int, int], *, cgroups: str = "1", **body: Any) -> wire.ContainerCreate:
    decoded = wire.decode(json.dumps(body).encode(), wire.ContainerCreate)
    return versions.created(decoded, version, cgroup_version=cgroups)


def host(version: tuple[int, int], *, cgroups: str = "1", **body: Any) -> Any:
    return created(version, cgroups=cgroups, HostConfig=body).host_config


def mount(version: tuple[int, int], **body: Any) -> Any:
    return host(version, Mounts=[{**BIND, **body}]).mounts[0]


def test_fields_mean_nothing_before_they_were_there() -> None:
    probe = {"Test": ["CMD", "x"], "StartInterval": 5}
    for version, interval in (((1, 43), 0), ((1, 44), 5)):
        health = created(version, Healthcheck=probe).healthcheck
        assert health is not None
        assert health.start_interval == interval
    assert host((1, 42), Annotations={"a": "b"}).annotations is None
    assert host((1, 43), Annotations={"a": "b"}).annotations == {"a": "b"}
    assert host((1, 41), ConsoleSize=[4, 5]).console_size == (0, 0)
    assert host((1, 24), AutoRemove=True).auto_remove is False
    assert host((1, 25), AutoRemove=True).auto_remove is True
    assert mount((1, 39), BindOptions={"NonRecursive": True}).bind_options.non_recursive is False
    missing = {"CreateMountpoint": True}
    assert mount((1, 41), BindOptions=missing).bind_options.create_mountpoint is False
    assert mount((1, 42), BindOptions=missing).bind_options.create_mountpoint is True
    assert mount((1, 41), TmpfsOptions={"SizeBytes": 1}).tmpfs_options is None
    assert mount((1, 42), TmpfsOptions={"SizeBytes": 1}).tmpfs_options is not None


def test_defaults_are_those_of_their_time() -> None:
    assert host((1, 39)).ipc_mode == "shareable"
    assert host((1, 39), IpcMode="private").ipc_mode == "private"
    assert host((1, 40)).ipc_mode == ""
    assert host((1, 40)).cgroupns_mode == "host"
    assert host((1, 40), cgroups="2").cgroupns_mode == ""
    assert host((1, 41)).cgroupns_mode == ""
    assert mount((1, 43), ReadOnly=True).bind_options.read_only_non_recursive is True
    assert mount((1, 44), ReadOnly=True).bind_options is None


def test_the_hardware_address_was_the_containers() -> None:
    networks = {"EndpointsConfig": {"net": {"MacAddress": "02:00:00:00:00:01"}}}
    own = "02:00:00:00:00:02"
    for version, address, found in (
        ((1, 43), own, own),
        ((1, 43), "", ""),
        ((1, 44), "", "02:00:00:00:00:01"),
    ):
        body = created(version, MacAddress=address, NetworkingConfig=networks)
        assert body.networking_config.endpoints_config["net"].mac_address == found


@pytest.mark.parametrize(
    ("version", "body", "words"),
    [
        (
            (1, 43),
            {"NetworkingConfig": {"EndpointsConfig": {"a": {}, "b": {}}}},
            "Container cannot be created with multiple network endpoints: a, b",
        ),
        (
            (1, 43),
            {"HostConfig": {"Mounts": [{**BIND, "BindOptions": {"ReadOnlyForceRecursive": True}}]}},
            "BindOptions.ReadOnlyForceRecursive needs API v1.44 or newer",
        ),
        (
            (1, 44),
            {"HostConfig": {"Mounts": [{"Type": "volume", "VolumeOptions": {"Subpath": "x"}}]}},
            "VolumeOptions.Subpath needs API v1.45 or newer",
        ),
    ],
)
def test_what_cannot_be_passed_over_is_refused(
    version: tuple[int, int], body: dict[str, Any], words: str
) -> None:
    with pytest.raises(InvalidParameter, match=words):
        created(version, **body)


async def test_the_signal_of_a_stop_counts_from_its_version_on(api: Api) -> None:
    container = api.containers.add()
    for version, signal in (("v1.41", None), ("v1.42", "SIGINT")):
        for verb in ("stop", "restart"):
            await api.post(f"/{version}/containers/{container.id}/{verb}?signal=SIGINT")
            assert api.containers.called[-1][-1] == signal


async def test_the_head_of_a_wait_came_with_the_end_before_1_30(api: Api) -> None:
    container = api.containers.add()
    reader, writer = await api.raw(
        f"POST /v1.29/containers/{container.id}/wait?condition=removed HTTP/1.1\nHost: x\n\n"
    )
    await eventually(lambda: bool(api.containers.waiters))
    assert not reader._buffer  # type: ignore[attr-defined]
    api.containers.waiters[0].set_result(3)
    assert b'{"StatusCode":3}' in await reader.readuntil(b"}")
    writer.close()
