"""The OCI specification holds what was asked for, and Docker's defaults or stricter ones."""

from typing import Any

import msgspec
import pytest

from davit_engine.containers import spec
from davit_engine.containers.model import (
    Config,
    Container,
    DeviceMapping,
    HostConfig,
    MountPoint,
    Ulimit,
)
from davit_engine.containers.spec import Device, Host, Namespaces, Surroundings
from davit_engine.containers.users import User
from davit_engine.kernel.abilities import Abilities

HOST = Host(
    machine="x86_64",
    cgroup_version=1,
    capabilities=frozenset(spec.ALL_CAPABILITIES),
    cpus=4,
)


def build(
    config: Config | None = None,
    host_config: HostConfig | None = None,
    host: Host = HOST,
    **around: Any,
) -> Any:
    container = Container(
        id="a" * 64,
        name="web",
        created_ns=0,
        image_id="",
        layers=(),
        path="/bin/sh",
        args=("-c", "true"),
        config=config or Config(hostname="aaaaaaaaaaaa"),
        host_config=host_config or HostConfig(),
        mounts=around.pop("mounts", ()),
    )
    surroundings = Surroundings(
        **{
            "root": "/merged",
            "user": User(uid=0, gid=0),
            "namespaces": Namespaces(network="/netns"),
            "cgroup": "/davit/x",
            **around,
        }
    )
    return msgspec.json.decode(msgspec.json.encode(spec.build(container, surroundings, host)))


def test_the_default_is_at_least_as_strict_as_dockers() -> None:
    built = build()
    held = set(built["process"]["capabilities"]["bounding"])
    assert held == set(spec.DEFAULT_CAPABILITIES)
    assert not held & {"CAP_MKNOD", "CAP_NET_RAW", "CAP_AUDIT_WRITE", "CAP_SYS_ADMIN"}
    assert "inheritable" not in built["process"]["capabilities"]
    assert "/proc/kcore" in built["linux"]["maskedPaths"]
    assert "/proc/sys" in built["linux"]["readonlyPaths"]
    assert built["linux"]["resources"]["pids"] == {"limit": 2048}
    assert built["linux"]["resources"]["devices"][0] == {"allow": False, "access": "rwm"}
    assert built["linux"]["seccomp"]["defaultAction"] == "SCMP_ACT_ERRNO"


def test_dev_is_always_a_file_system_of_the_containers_own() -> None:
    for host_config in (HostConfig(), HostConfig(privileged=True)):
        mounts = build(host_config=host_config)["mounts"]
        assert next(m for m in mounts if m["destination"] == "/dev")["type"] == "tmpfs"


@pytest.mark.parametrize(("user", "kind"), [(None, "sysfs"), ("", "bind")])
def test_sys_on_the_hosts_network_hides_what_the_host_mounts_there(
    user: str | None, kind: str
) -> None:
    built = build(namespaces=Namespaces(network=None, user=user))
    (sys,) = (mount for mount in built["mounts"] if mount["destination"] == "/sys")
    assert sys["type"] == kind


@pytest.mark.parametrize("family", [38, 40])
def test_sockets_that_reach_past_the_container_are_filtered(family: int) -> None:
    rules = [r for r in build()["linux"]["seccomp"]["syscalls"] if r["names"] == ["socket"]]
    for rule in rules:
        (argument,) = rule["args"]
        allowed = (
            family < argument["value"]
            if argument["op"] == "SCMP_CMP_LT"
            else family == argument["value"]
        )
        assert not allowed


def test_a_capability_brings_its_system_calls() -> None:
    def names(built: Any) -> set[str]:
        return {name for rule in built["linux"]["seccomp"]["syscalls"] for name in rule["names"]}

    assert "mount" not in names(build())
    assert "mount" in names(build(host_config=HostConfig(cap_add=["SYS_ADMIN"])))


def test_capabilities_are_added_and_dropped_by_either_spelling() -> None:
    built = build(host_config=HostConfig(cap_drop=["ALL"], cap_add=["net_admin", "CAP_CHOWN"]))
    assert set(built["process"]["capabilities"]["effective"]) == {"CAP_NET_ADMIN", "CAP_CHOWN"}


def test_the_daemon_gives_away_only_what_it_has() -> None:
    host = msgspec.structs.replace(HOST, capabilities=frozenset({"CAP_CHOWN", "CAP_KILL"}))
    built = build(host_config=HostConfig(privileged=True), host=host)
    assert set(built["process"]["capabilities"]["bounding"]) == {"CAP_CHOWN", "CAP_KILL"}


def test_privileged_opens_what_it_promises() -> None:
    built = build(host_config=HostConfig(privileged=True))
    assert "seccomp" not in built["linux"]
    assert built["linux"]["maskedPaths"] == []
    assert built["linux"]["resources"]["devices"] == [{"allow": True, "access": "rwm"}]


def test_limits_reach_the_runtime() -> None:
    limits = build(
        host_config=HostConfig(
            memory=64 << 20, nano_cpus=1_500_000_000, pids_limit=7, cpuset_cpus="0"
        )
    )["linux"]["resources"]
    assert limits["memory"] == {"limit": 64 << 20, "swap": 128 << 20}
    assert limits["cpu"] == {"period": 100_000, "quota": 150_000, "cpus": "0"}
    assert limits["pids"] == {"limit": 7}


def test_a_process_limit_is_lifted_by_minus_one_only() -> None:
    def limits(asked: int | None) -> Any:
        return build(host_config=HostConfig(pids_limit=asked))["linux"]["resources"].get("pids")

    assert limits(-1) is None
    assert limits(0) == limits(None) == {"limit": 2048}


def test_variables_have_docker_defaults_and_the_users_win() -> None:
    config = Config(hostname="h", env=["PATH=/mine", "EMPTY=", "NOVALUE"], tty=True)
    assert build(config)["process"]["env"] == [
        "PATH=/mine",
        "HOSTNAME=h",
        "HOME=/",
        "TERM=xterm",
        "EMPTY=",
    ]


def test_a_users_mount_takes_the_place_of_ours() -> None:
    mount = MountPoint(type="bind", source="/host", target="/dev/shm", propagation="rprivate")
    built = build(
        mounts=(mount,), sources={"/dev/shm": "/host"}, files={"/etc/hosts": "/state/hosts"}
    )
    shm = [m for m in built["mounts"] if m["destination"] == "/dev/shm"]
    assert [m["source"] for m in shm] == ["/host"]
    assert {"destination": "/etc/hosts", "type": "bind", "source": "/state/hosts",
            "options": ["rbind", "rprivate"]} in built["mounts"]  # fmt: skip


def test_deeper_targets_follow_shallower_ones() -> None:
    mounts = tuple(MountPoint(type="tmpfs", target=target) for target in ("/a/b/c", "/a", "/a/b"))
    targets = [m["destination"] for m in build(mounts=mounts)["mounts"]]
    assert [t for t in targets if t.startswith("/a")] == ["/a", "/a/b", "/a/b/c"]


def test_a_tmpfs_is_safe_unless_asked_otherwise() -> None:
    mounts = (
        MountPoint(type="tmpfs", target="/t", tmpfs_options="size=1m"),
        MountPoint(type="tmpfs", target="/u", tmpfs_options="exec"),
    )
    options = {m["destination"]: m["options"] for m in build(mounts=mounts)["mounts"]}
    assert options["/t"] == ["nosuid", "nodev", "noexec", "size=1m"]
    assert "noexec" not in options["/u"]


def test_the_hosts_network_brings_no_namespace_and_no_sysctls() -> None:
    built = build(namespaces=Namespaces(network=None))
    assert "network" not in {n["type"] for n in built["linux"]["namespaces"]}
    assert "sysctl" not in built["linux"]


def test_devices_are_made_and_allowed() -> None:
    device = Device(
        path="/dev/fuse", type="c", major=10, minor=229, mode=0o666, uid=0, gid=0, access="rw"
    )
    built = build(
        host_config=HostConfig(devices=[DeviceMapping(path_on_host="/dev/fuse")]),
        devices=[device],
    )
    assert built["linux"]["devices"][0]["path"] == "/dev/fuse"
    assert {"allow": True, "type": "c", "major": 10, "minor": 229, "access": "rw"} in built[
        "linux"
    ]["resources"]["devices"]


def test_ulimits_sysctls_and_options() -> None:
    built = build(
        host_config=HostConfig(
            ulimits=[Ulimit(name="nofile", soft=10, hard=20)],
            sysctls={"net.core.somaxconn": "9"},
            security_opt=["no-new-privileges", "seccomp=unconfined"],
            readonly_rootfs=True,
        )
    )
    assert built["process"]["rlimits"] == [{"type": "RLIMIT_NOFILE", "soft": 10, "hard": 20}]
    assert built["linux"]["sysctl"]["net.core.somaxconn"] == "9"
    assert built["process"]["noNewPrivileges"] is True
    assert "seccomp" not in built["linux"]
    assert built["root"] == {"path": "/merged", "readonly": True}


@pytest.mark.parametrize(
    ("mount", "option"),
    [
        (MountPoint(type="bind", source="/a", target="/m", read_write=False), "rro"),
        (
            MountPoint(
                type="bind", source="/a", target="/m", read_write=False, writable_below=True
            ),
            "ro",
        ),
        (
            MountPoint(type="bind", source="/a", target="/m", read_write=False, non_recursive=True),
            "ro",
        ),
        (MountPoint(type="bind", source="/a", target="/m"), "rw"),
    ],
)
def test_a_mount_for_reading_is_so_with_all_below_it_unless_said(
    mount: MountPoint, option: str
) -> None:
    mounts = build(mounts=(mount,), sources={"/m": "/a"})["mounts"]
    assert next(m for m in mounts if m["destination"] == "/m")["options"][-1] == option


def test_a_profile_of_apparmor_is_named_where_there_is_apparmor() -> None:
    host_config = HostConfig(security_opt=["apparmor=mine"])
    assert build(host_config=host_config)["process"]["apparmorProfile"] == "mine"
    poor = msgspec.structs.replace(HOST, abilities=Abilities(apparmor=False))
    assert "apparmorProfile" not in build(host_config=host_config, host=poor)["process"]
