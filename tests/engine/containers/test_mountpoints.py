"""Every spelling of a mount ends as one entry of one list."""

import itertools

import pytest

from davit_engine.containers import mountpoints
from davit_engine.containers.model import (
    BindOptions,
    Config,
    Container,
    HostConfig,
    Mount,
    MountPoint,
    TmpfsOptions,
    VolumeOptions,
)
from davit_engine.errors import InvalidParameter, NotFound


def other(*mounts: MountPoint) -> Container:
    return Container(
        id="0" * 64,
        name="other",
        created_ns=0,
        image_id="",
        layers=(),
        path="",
        args=(),
        config=Config(),
        host_config=HostConfig(),
        mounts=mounts,
    )


def collect(
    host_config: HostConfig,
    config: Config | None = None,
    containers: dict[str, Container] | None = None,
) -> tuple[MountPoint, ...]:
    names = (f"anonymous{number}" for number in itertools.count())

    def find(name: str) -> Container:
        try:
            return (containers or {})[name]
        except KeyError:
            raise NotFound(f"No such container: {name}") from None

    return mountpoints.collect(
        config or Config(),
        host_config,
        volumes_from=find,
        new_volume_name=lambda: next(names),
    )


def test_a_path_is_a_bind_and_a_word_is_a_volume() -> None:
    bind, volume = collect(HostConfig(binds=["/src/:/a:ro", "data:/b"]))
    assert (bind.type, bind.source, bind.target, bind.read_write) == ("bind", "/src", "/a", False)
    assert (volume.type, volume.name, volume.copy_up) == ("volume", "data", True)


def test_a_lone_target_and_the_images_volumes_are_anonymous() -> None:
    found = collect(HostConfig(binds=["/a"]), Config(volumes={"/b": {}, "/a": {}}))
    assert [(mount.target, mount.name, mount.anonymous) for mount in found] == [
        ("/a", "anonymous0", True),
        ("/b", "anonymous1", True),
    ]


def test_the_long_form_says_the_same() -> None:
    bind, volume, tmpfs = collect(
        HostConfig(
            mounts=[
                Mount(type="bind", source="/src", target="/a", read_only=True,
                      bind_options=BindOptions(propagation="rslave")),
                Mount(type="volume", source="vol", target="/b",
                      volume_options=VolumeOptions(no_copy=True, subpath="x/y")),
                Mount(type="tmpfs", target="/c",
                      tmpfs_options=TmpfsOptions(size_bytes=4096, mode=0o700)),
            ]
        )
    )  # fmt: skip
    assert (bind.propagation, bind.read_write, bind.create_source) == ("rslave", False, False)
    assert (volume.copy_up, volume.subpath) == (False, "x/y")
    assert tmpfs.tmpfs_options == "size=4096,mode=700"


def test_volumes_of_another_container_come_first_and_can_be_made_read_only() -> None:
    source = other(
        MountPoint(type="volume", name="vol", target="/shared"),
        MountPoint(type="volume", name="w", target="/own"),
    )
    found = collect(
        HostConfig(volumes_from=["src:ro"], binds=["/host:/own"]), containers={"src": source}
    )
    by_target = {mount.target: mount for mount in found}
    assert (by_target["/shared"].name, by_target["/shared"].read_write) == ("vol", False)
    assert by_target["/own"].type == "bind"


@pytest.mark.parametrize(
    "host_config",
    [
        HostConfig(binds=["/a:relative"]),
        HostConfig(binds=["/a:/"]),
        HostConfig(binds=["/a:/b/.."]),
        HostConfig(binds=["/a:/b:ro:x"]),
        HostConfig(binds=["/a:/b:nope"]),
        HostConfig(binds=["../up:/b"]),
        HostConfig(binds=["a:/b:rshared"]),
        HostConfig(binds=["/a:/b", "/c:/b"]),
        HostConfig(binds=["/a:/b"], tmpfs={"/b": ""}),
        HostConfig(tmpfs={"/t": "size=1m,uid=0,exec,context=x"}),
        HostConfig(tmpfs={"relative": ""}),
        HostConfig(mounts=[Mount(type="bind", target="/a")]),
        HostConfig(mounts=[Mount(type="bind", source="rel", target="/a")]),
        HostConfig(mounts=[Mount(type="volume", source="../x", target="/a")]),
        HostConfig(mounts=[Mount(type="volume", source="vol", target="")]),
        HostConfig(
            mounts=[
                Mount(type="volume", source="vol", target="/a",
                      volume_options=VolumeOptions(subpath="../up"))
            ]
        ),
        HostConfig(mounts=[Mount(type="tmpfs", source="x", target="/a")]),
        HostConfig(mounts=[Mount(type="npipe", source="x", target="/a")]),
    ],
)  # fmt: skip
def test_what_cannot_be_mounted_is_refused(host_config: HostConfig) -> None:
    with pytest.raises(InvalidParameter):
        collect(host_config)


def test_an_unknown_container_to_take_volumes_from_is_named() -> None:
    with pytest.raises(NotFound, match="nobody"):
        collect(HostConfig(volumes_from=["nobody"]))
