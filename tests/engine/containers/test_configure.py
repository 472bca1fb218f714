"""What a container keeps of a request and its image."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.containers import configure
from davit_engine.containers.configure import ImageDefaults
from davit_engine.containers.model import (
    Config,
    HealthConfig,
    HostConfig,
    LogConfig,
    PortBinding,
    RestartPolicy,
    Ulimit,
)
from davit_engine.containers.spec import Host
from davit_engine.errors import InvalidParameter
from davit_engine.kernel.abilities import Abilities

IMAGE = ImageDefaults(
    env=("PATH=/image", "LANG=C"),
    cmd=("serve",),
    entrypoint=("/entry",),
    working_dir="/srv",
    user="www",
    exposed_ports=("80/tcp",),
    volumes=("/data",),
    labels={"a": "image", "b": "image"},
    stop_signal="SIGQUIT",
)
NAME = "ffffffffffff"
HOST = Host(machine="x86_64", cgroup_version=2, capabilities=frozenset(), cpus=2)


def merge(request: Config, host_config: HostConfig | None = None) -> Config:
    return configure.merge(request, IMAGE, NAME, host_config or HostConfig())


def test_what_the_request_leaves_out_comes_from_the_image() -> None:
    merged = merge(Config())
    assert configure.command(merged) == ("/entry", ("serve",))
    assert (merged.user, merged.working_dir, merged.stop_signal) == ("www", "/srv", "SIGQUIT")
    assert merged.hostname == NAME
    assert merged.exposed_ports == {"80/tcp": {}}


def test_a_command_replaces_the_images_and_keeps_its_entrypoint() -> None:
    assert configure.command(merge(Config(cmd=["other"]))) == ("/entry", ("other",))


def test_an_entrypoint_drops_the_images_command() -> None:
    assert configure.command(merge(Config(entrypoint=["/bin/sh"]))) == ("/bin/sh", ())


def test_an_empty_entrypoint_takes_the_command_alone() -> None:
    assert configure.command(merge(Config(entrypoint=[""], cmd=["echo"]))) == ("echo", ())


def test_nothing_to_run_is_refused() -> None:
    with pytest.raises(InvalidParameter, match="no command specified"):
        configure.merge(Config(), ImageDefaults(), NAME, HostConfig())


def test_variables_of_the_request_win() -> None:
    assert merge(Config(env=["PATH=/mine", "X=1"])).env == ["PATH=/mine", "X=1", "LANG=C"]


def test_labels_are_joined() -> None:
    assert merge(Config(labels={"b": "mine"})).labels == {"a": "image", "b": "mine"}


@pytest.mark.parametrize(
    "request_",
    [
        Config(working_dir="relative"),
        Config(hostname="under score!"),
        Config(env=["=x"]),
        Config(cmd=["a\0b"]),
        Config(user="a\0"),
        Config(stop_signal="SIGNOPE"),
        Config(stop_timeout=-2),
        Config(healthcheck=HealthConfig(test=["NOPE"])),
        Config(healthcheck=HealthConfig(test=["CMD"], interval=5)),
        Config(exposed_ports={"0/tcp": {}}),
        Config(exposed_ports={"80/foo": {}}),
        Config(exposed_ports={"99999": {}}),
    ],
)
def test_what_no_container_can_have_is_refused(request_: Config) -> None:
    with pytest.raises(InvalidParameter):
        merge(request_)


@pytest.mark.parametrize(
    "host_config",
    [
        HostConfig(cap_add=["NOPE"]),
        HostConfig(security_opt=["nope=1"]),
        HostConfig(restart_policy=RestartPolicy(name="sometimes")),
        HostConfig(restart_policy=RestartPolicy(name="always", maximum_retry_count=2)),
        HostConfig(restart_policy=RestartPolicy(name="always"), auto_remove=True),
        HostConfig(log_config=LogConfig(type="syslog")),
        HostConfig(log_config=LogConfig(type="json-file", config={"nope": "1"})),
        HostConfig(pid_mode="other"),
        HostConfig(ipc_mode="other"),
        HostConfig(runtime="kata"),
        HostConfig(port_bindings={"80/tcp": [PortBinding(host_port="x")]}),
        HostConfig(port_bindings={"80/tcp": [PortBinding(host_port="70000")]}),
        HostConfig(oom_score_adj=2000),
        HostConfig(device_cgroup_rules=["x 1:1 rwm"]),
        HostConfig(storage_opt={"size": "1G"}),
        HostConfig(cgroup="container:x"),
        HostConfig(annotations={"": "x"}),
        HostConfig(ulimits=[Ulimit(name="nofile", soft=-1, hard=5)]),
        HostConfig(security_opt=["label"]),
    ],
)
def test_what_the_host_cannot_do_is_refused(host_config: HostConfig) -> None:
    with pytest.raises(InvalidParameter):
        configure.check_host_config(host_config, HOST)


def test_what_was_not_said_is_filled_in() -> None:
    filled = configure.check_host_config(HostConfig(), HOST)
    assert (filled.ipc_mode, filled.cgroupns_mode, filled.runtime) == ("private", "private", "crun")
    assert filled.shm_size == 64 << 20


def test_what_has_no_effect_here_is_said() -> None:
    host = Host(
        machine="x86_64",
        cgroup_version=2,
        capabilities=frozenset(),
        cpus=2,
        abilities=Abilities(apparmor=False, selinux=False),
    )
    wanted = HostConfig(security_opt=["apparmor=mine", "label=type:mine_t"])
    assert [said.split(".")[0] for said in configure.warnings(wanted, host)] == [
        "Your kernel does not support AppArmor",
        "Your kernel does not support SELinux",
    ]
    assert [said.split(".")[0] for said in configure.warnings(wanted, HOST)] == [
        "This engine sets no SELinux labels"
    ]


def test_port_ranges_become_single_ports() -> None:
    bindings = configure.port_bindings({"8000-8002/udp": [PortBinding(host_port="9000-9010")]})
    assert list(bindings) == ["8000/udp", "8001/udp", "8002/udp"]
    assert configure.host_ports(bindings["8000/udp"][0]) == tuple(range(9000, 9011))


@pytest.mark.parametrize(
    ("text", "number"),
    [("KILL", 9), ("SIGTERM", 15), ("15", 15), ("sigusr1", 10), ("RTMIN+3", 37), ("RTMAX", 64)],
)
def test_signals_go_by_name_and_number(text: str, number: int) -> None:
    assert configure.parse_signal(text) == number


@given(st.text(max_size=20))
def test_any_other_signal_is_refused_in_words(text: str) -> None:
    try:
        assert 0 < configure.parse_signal(text) <= 64
    except InvalidParameter as refusal:
        message = str(refusal)
    else:
        return
    assert message.startswith("invalid signal")
