"""Every spelling of a mount ends as one entry of one list."""

import itertools

import pytest

from davit_engine.containers import mountpoints
from davit_engine.containers.model import (
    BindOptions,
    Config,
    Container,
    HostConfig,
    ImageOptions,
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
    *,
    foreign: bool = False,
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
        foreign_paths=foreign,
    )


def test_a_path_is_a_bind_and_a_word_is_a_volume() -> None:
    bind, volume = collect(HostConfig(binds=["/src/:/a:ro", "data:/b"]))
    assert (bind.type, bind.source, bind.target, bind.read_write) == ("bind", "/src", "/a", False)
    assert (volume.type, volume.name, volume.copy_up) == ("volume", "data", True)


@pytest.mark.parametrize(
    ("text", "source", "target", "mode"),
    [
        (r"C:\Users\me:/app", r"C:\Users\me", "/app", ""),
        ("c:/x:/y:ro", "c:/x", "/y", "ro"),
        ("c:\\:/y", "c:\\", "/y", ""),
        (r"Z:\with space\ü:/y:ro,z", r"Z:\with space\ü", "/y", "ro,z"),
        ("//c/Users/me:/y", "//c/Users/me", "/y", ""),
        (r"\\server\share:/y", r"\\server\share", "/y", ""),
        ("/home/me:/y", "/home/me", "/y", ""),
    ],
)
def test_a_drive_letter_of_the_hosts_is_no_volume(
    text: str, source: str, target: str, mode: str
) -> None:
    (mount,) = collect(HostConfig(binds=[text]), foreign=True)
    assert (mount.type, mount.source, mount.target, mount.mode) == ("bind", source, target, mode)
    assert mount.read_write is not mode.startswith("ro")
    assert mount.create_source


@pytest.mark.parametrize("text", ["c:/x", r"C:\x", r"C:\x:rel", "c:/x:/y:/z", r"C:\x:/y:ro:z"])
def test_half_a_windows_bind_is_refused(text: str) -> None:
    with pytest.raises(InvalidParameter, match="invalid"):
        collect(HostConfig(binds=[text]), foreign=True)


def test_a_volume_is_a_volume_also_where_paths_are_foreign() -> None:
    (mount,) = collect(HostConfig(binds=["cc:/x:ro"]), foreign=True)
    assert (mount.type, mount.name, mount.target) == ("volume", "cc", "/x")


def test_a_mount_may_name_a_windows_folder_only_where_paths_are_foreign() -> None:
    wish = HostConfig(mounts=[Mount(type="bind", source=r"C:\src", target="/a")])
    (mount,) = collect(wish, foreign=True)
    assert mount.source == r"C:\src"
    with pytest.raises(InvalidParameter, match="mount path must be absolute"):
        collect(wish)


@pytest.mark.parametrize("text", [r"C:\Users\me:/app", "c:/x:/y"])
def test_a_drive_letter_means_nothing_on_this_machine(text: str) -> None:
    with pytest.raises(InvalidParameter, match="invalid"):
        collect(HostConfig(binds=[text]))


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
    with pytest.raises(InvalidParameter, match="nobody"):
        collect(HostConfig(volumes_from=["nobody"]))


@pytest.mark.parametrize("mode", ["ro,rw", "z,Z", "private,shared", "cached,delegated"])
def test_a_mode_says_each_thing_once(mode: str) -> None:
    with pytest.raises(InvalidParameter, match="invalid mode"):
        collect(HostConfig(binds=[f"/a:/b:{mode}"]))


@pytest.mark.parametrize(
    "mount",
    [
        Mount(type="bind", source="/a", target="/b", volume_options=VolumeOptions()),
        Mount(type="volume", source="a", target="/b", bind_options=BindOptions()),
        Mount(type="volume", target="/b", read_only=True),
        Mount(type="tmpfs", target="/b", tmpfs_options=TmpfsOptions(size_bytes=-1)),
        Mount(type="tmpfs", target="/b", tmpfs_options=TmpfsOptions(mode=1 << 20)),
        Mount(type="bind", source="/a", target="/b", consistency="maybe"),
        Mount(type="image", target="/b"),
        Mount(type="image", source="a", target="/b", image_options=ImageOptions(subpath="../x")),
        Mount(type="bind", source="/a", target="/b", image_options=ImageOptions()),
        Mount(
            type="bind",
            source="/a",
            target="/b",
            bind_options=BindOptions(read_only_force_recursive=True),
        ),
        Mount(
            type="bind",
            source="/a",
            target="/b",
            read_only=True,
            bind_options=BindOptions(read_only_force_recursive=True, propagation="shared"),
        ),
        Mount(
            type="bind",
            source="/a",
            target="/b",
            read_only=True,
            bind_options=BindOptions(read_only_force_recursive=True, read_only_non_recursive=True),
        ),
    ],
)
def test_options_that_contradict_a_mount_are_refused(mount: Mount) -> None:
    with pytest.raises(InvalidParameter, match="invalid mount config for type"):
        collect(HostConfig(mounts=[mount]))


def test_the_volume_driver_is_that_of_every_volume_of_a_bind() -> None:
    mounts = collect(HostConfig(binds=["data:/a", "/src:/b"], volume_driver="other"))
    assert [mount.driver for mount in mounts] == ["other", ""]
