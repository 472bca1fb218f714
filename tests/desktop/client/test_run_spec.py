"""`docker run` as a value: to the API's body, and back to a command line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.flags import FlagError
from davit_desktop.client.run_body import create_body
from davit_desktop.client.run_command import command_words, environment, parse_run
from davit_desktop.client.run_flags import FLAGS
from davit_desktop.client.run_mounts import parse_mount
from davit_desktop.client.run_spec import (
    MountSpec,
    NetworkChoice,
    PortMapping,
    RunSpec,
    RunSpecError,
    Surroundings,
    Ulimit,
)
from davit_desktop.client.run_values import parse_port

FILES = {"vars": "# note\nA=1\n\nHOME\nMISSING\r\n  B=x y", "seccomp.json": '{ "a": [1] }'}


def read_text(path: str) -> str:
    try:
        return FILES[path]
    except KeyError:
        raise FileNotFoundError(2, "No such file or directory", path) from None


HERE = Surroundings(environ={"HOME": "/root"}, directory="/work/here", read_text=read_text)


def body(*argv: str) -> dict[str, Any]:
    return create_body(parse_run([*argv, "busybox"], HERE))


def host_config(*argv: str) -> dict[str, Any]:
    config: dict[str, Any] = body(*argv)["HostConfig"]
    return config


def test_the_least_that_can_be_asked_for() -> None:
    assert body() == {
        "Image": "busybox",
        "AttachStdout": True,
        "AttachStderr": True,
        "HostConfig": {
            "NetworkMode": "default",
            "RestartPolicy": {"Name": "no", "MaximumRetryCount": 0},
        },
    }


def test_words_after_the_image_are_the_command() -> None:
    spec = parse_run(["-it", "busybox", "sh", "-c", "ls", "--rm"])
    assert spec.command == ("sh", "-c", "ls", "--rm")
    assert not spec.rm
    assert create_body(spec)["Cmd"] == ["sh", "-c", "ls", "--rm"]


@pytest.mark.parametrize(
    ("argv", "attached"),
    [
        ([], ("stdout", "stderr")),
        (["-i"], ("stdin", "stdout", "stderr")),
        (["-d"], ()),
        (["-d", "-i"], ()),
        (["-a", "STDERR"], ("stderr",)),
        (["-i", "-a", "stdout"], ("stdin", "stdout")),
    ],
)
def test_streams_that_are_joined(argv: list[str], attached: tuple[str, ...]) -> None:
    assert parse_run([*argv, "x"]).attached == attached


@pytest.mark.parametrize(
    ("text", "mappings"),
    [
        ("80", [PortMapping(container_port=80)]),
        ("8080:80", [PortMapping(container_port=80, host_port="8080")]),
        ("53:53/UDP", [PortMapping(container_port=53, host_port="53", protocol="udp")]),
        ("1.2.3.4::80", [PortMapping(container_port=80, host_ip="1.2.3.4")]),
        ("[::1]:81:80", [PortMapping(container_port=80, host_ip="::1", host_port="81")]),
        ("8000-8010:80", [PortMapping(container_port=80, host_port="8000-8010")]),
        (
            "7000-7001:80-81",
            [
                PortMapping(container_port=80, host_port="7000"),
                PortMapping(container_port=81, host_port="7001"),
            ],
        ),
        ("90-91", [PortMapping(container_port=90), PortMapping(container_port=91)]),
    ],
)
def test_ports(text: str, mappings: list[PortMapping]) -> None:
    assert parse_port(text) == mappings
    assert [m for mapping in mappings for m in parse_port(mapping.text())] == mappings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "invalid containerPort: x"),
        ("70000", "invalid containerPort: 70000"),
        ("81-80", "invalid containerPort: 81-80"),
        ("x:80", "invalid hostPort: x"),
        ("1-2:1-3", "invalid ranges specified for container and host Ports: 1-3 and 1-2"),
        ("host:80:80", "invalid IP address: host"),
        ("80/foo", "invalid proto: foo"),
        ("80:", "no port specified: 80:<empty>"),
    ],
)
def test_ports_that_cannot_be(text: str, message: str) -> None:
    with pytest.raises(RunSpecError) as failure:
        parse_run(["-p", text, "x"])
    assert str(failure.value) == message


def test_published_ports_are_exposed_too() -> None:
    made = body("-p", "127.0.0.1:8080:80", "-p", "53/udp", "--expose", "9-10")
    assert set(made["ExposedPorts"]) == {"80/tcp", "53/udp", "9/tcp", "10/tcp"}
    assert made["HostConfig"]["PortBindings"] == {
        "80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}],
        "53/udp": [{"HostIp": "", "HostPort": ""}],
    }


def test_a_port_published_twice_has_two_bindings() -> None:
    bindings = host_config("-p", "80:80", "-p", "81:80")["PortBindings"]["80/tcp"]
    assert [binding["HostPort"] for binding in bindings] == ["80", "81"]


def test_volumes_with_a_source_are_binds_and_those_without_are_anonymous() -> None:
    made = body("-v", "./up:/x:ro", "-v", "../a:/y", "-v", "named:/z", "-v", "/anon")
    assert made["HostConfig"]["Binds"] == ["/work/here/up:/x:ro", "/work/a:/y", "named:/z"]
    assert made["Volumes"] == {"/anon": {}}


def test_mounts() -> None:
    mounts = host_config(
        "--mount", "type=bind,src=./a,dst=/a,ro,bind-propagation=rslave",
        "--mount", 'type=volume,target=/v,volume-nocopy,"volume-opt=o=a,b",volume-label=k=v',
        "--mount", "type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=1770",
    )["Mounts"]  # fmt: skip
    assert mounts == [
        {
            "Type": "bind",
            "Source": "/work/here/a",
            "Target": "/a",
            "ReadOnly": True,
            "BindOptions": {"Propagation": "rslave"},
        },
        {
            "Type": "volume",
            "Target": "/v",
            "VolumeOptions": {
                "NoCopy": True,
                "Labels": {"k": "v"},
                "DriverConfig": {"Options": {"o": "a,b"}},
            },
        },
        {"Type": "tmpfs", "Target": "/t", "TmpfsOptions": {"SizeBytes": 1048576, "Mode": 0o1770}},
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("foo", "invalid field 'foo' must be a key=value pair"),
        ("type=bind,src=/x", "target is required"),
        ("type=bind,dst=/x,foo=1", "unexpected key 'foo' in 'foo=1'"),
        ("type=tmpfs,dst=/x,volume-nocopy", "cannot mix 'volume-*' options with mount type"),
        ("type=bind,dst=/x,ro=maybe", "invalid value for ro: maybe"),
        ("type=tmpfs,dst=/x,tmpfs-mode=9", "invalid value for tmpfs-mode: 9"),
        ('type=bind,"dst=/x', "not closed"),
    ],
)
def test_mounts_that_cannot_be(text: str, why: str) -> None:
    with pytest.raises(FlagError) as failure:
        parse_run(["--mount", text, "x"])
    assert why in str(failure.value)


def test_variables_come_from_flags_files_and_the_environment() -> None:
    made = body("-e", "X=1", "-e", "HOME", "-e", "UNSET", "--env-file", "vars")
    # A bare name in a file counts only where it has a value; on the command line it is sent bare.
    assert made["Env"] == ["A=1", "HOME=/root", "B=x y", "X=1", "HOME=/root", "UNSET"]


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(RunSpecError) as failure:
        environment([], ["nope"], HERE)
    assert str(failure.value) == "open nope: no such file or directory"


def test_limits() -> None:
    made = host_config(
        "-m", "100m", "--memory-swap", "-1", "--cpus", ".5", "--pids-limit", "7",
        "--ulimit", "nofile=10:20", "--shm-size", "10m", "--cpu-shares", "0x10",
        "--device-read-bps", "/dev/sda:1mb",
    )  # fmt: skip
    assert made["Memory"] == 104857600
    assert made["MemorySwap"] == -1
    assert made["NanoCpus"] == 500_000_000
    assert made["PidsLimit"] == 7
    assert made["Ulimits"] == [{"Name": "nofile", "Soft": 10, "Hard": 20}]
    assert made["CpuShares"] == 16
    assert made["BlkioDeviceReadBps"] == [{"Path": "/dev/sda", "Rate": 1048576}]


def test_the_first_network_gets_the_plain_flags() -> None:
    made = body("--network", "one", "--network-alias", "a", "--ip", "10.0.0.9", "--network", "two")
    assert made["HostConfig"]["NetworkMode"] == "one"
    assert made["NetworkingConfig"]["EndpointsConfig"] == {
        "one": {"Aliases": ["a"], "IPAMConfig": {"IPv4Address": "10.0.0.9"}},
        "two": {},
    }


def test_a_network_in_long_form() -> None:
    spec = parse_run(["--network", "name=n,alias=a,alias=b,driver-opt=k=v,gw-priority=3", "x"])
    assert spec.networks == (
        NetworkChoice(name="n", aliases=("a", "b"), driver_options={"k": "v"}, gateway_priority=3),
    )


@pytest.mark.parametrize("mode", ["host", "none", "container:abc"])
def test_networks_that_are_modes_have_no_endpoint(mode: str) -> None:
    made = body("--network", mode)
    assert made["HostConfig"]["NetworkMode"] == mode
    assert "NetworkingConfig" not in made


@pytest.mark.parametrize(
    ("argv", "entrypoint"),
    [([], None), (["--entrypoint", ""], [""]), (["--entrypoint", "x"], ["x"])],
)
def test_an_empty_entrypoint_is_not_the_images(
    argv: list[str], entrypoint: list[str] | None
) -> None:
    assert body(*argv).get("Entrypoint") == entrypoint


def test_health_checks() -> None:
    check = body("--health-cmd", "true", "--health-interval", "5s", "--health-retries", "3")
    assert check["Healthcheck"] == {
        "Test": ["CMD-SHELL", "true"],
        "Interval": 5_000_000_000,
        "Retries": 3,
    }
    assert body("--no-healthcheck")["Healthcheck"] == {"Test": ["NONE"]}


def test_a_seccomp_profile_travels_with_the_request() -> None:
    made = host_config("--security-opt", "seccomp=seccomp.json", "--security-opt", "label=disable")
    assert made["SecurityOpt"] == ['seccomp={"a":[1]}', "label=disable"]


def test_unconfined_system_paths_become_empty_lists() -> None:
    made = host_config("--security-opt", "systempaths=unconfined")
    assert (made["MaskedPaths"], made["ReadonlyPaths"]) == ([], [])
    assert "SecurityOpt" not in made


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--rm", "--restart", "always"], "cannot specify both --restart and --rm"),
        (["-d", "-a", "stdout"], "cannot specify both --attach and --detach"),
        (["--no-healthcheck", "--health-cmd", "x"], "conflicts with --health-* options"),
        (["--restart", "on-failure:x"], "maximum retry count must be an integer"),
        (["--pull", "foo"], "invalid pull option: 'foo'"),
        (["--network", "a", "--network", "a"], 'network "a" is specified multiple times'),
        (["--gpus", "all"], "--gpus is not supported"),
        (["--pid", "foo"], "--pid: invalid PID mode"),
        (["--log-driver", "none", "--log-opt", "a=b"], "invalid logging opts for driver none"),
        (["--security-opt", "foo"], 'Invalid --security-opt: "foo"'),
        (["--security-opt", "seccomp=nope"], "opening seccomp profile (nope) failed"),
        (["--device", "/dev/x:/y:zz"], "bad mode specified: zz"),
        (["--storage-opt", "a"], "invalid storage option"),
        (["--use-api-socket"], "--use-api-socket is not supported"),
    ],
)
def test_flags_that_do_not_fit_are_refused(argv: list[str], message: str) -> None:
    with pytest.raises(RunSpecError) as failure:
        parse_run([*argv, "x"], HERE)
    assert message in str(failure.value)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["-m", "foo"], 'invalid argument "foo" for "-m, --memory" flag: invalid size: \'foo\''),
        (
            ["--cpus", "x"],
            'invalid argument "x" for "--cpus" flag: failed to parse x as a rational',
        ),
        (["-e", "=x"], 'invalid argument "=x" for "-e, --env" flag: invalid environment variable'),
        (["--dns", "x"], "IP address is not correctly formatted: x"),
        (["--add-host", "foo"], 'bad format for add-host: "foo"'),
        (["--sysctl", "foo=x"], "sysctl 'foo=x' is not allowed"),
        (["--ulimit", "nofile=5:2"], "less than or equal to hard limit: 5 > 2"),
        (["-a", "foo"], "valid streams are STDIN, STDOUT and STDERR"),
        (["--tty=x"], 'invalid argument "x" for "-t, --tty" flag'),
    ],
)
def test_values_that_cannot_be_read_are_refused(argv: list[str], message: str) -> None:
    with pytest.raises(FlagError) as failure:
        parse_run([*argv, "x"])
    assert message in str(failure.value)


def test_an_image_is_needed() -> None:
    with pytest.raises(RunSpecError, match="an image is needed"):
        parse_run(["-it"])


def test_no_flag_is_named_twice() -> None:
    names = [flag.name for flag in FLAGS]
    shorts = [flag.short for flag in FLAGS if flag.short]
    assert len(set(names)) == len(names)
    assert len(set(shorts)) == len(shorts)


def test_a_command_line_reads_back_as_people_write_it() -> None:
    argv = ["-d", "--name", "web", "-p", "8080:80", "-e", "A=b c", "-m", "64m", "nginx", "-g", "x"]
    assert sorted(command_words(parse_run(argv))) == sorted(argv)


words = st.text(st.characters(codec="ascii", exclude_characters="\0"), max_size=8)
names = st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True)
texts = st.text("abc=,\":/-. '", max_size=8)
keyed = st.dictionaries(names, texts, max_size=3)
ports = st.builds(
    PortMapping,
    container_port=st.integers(0, 65535),
    protocol=st.sampled_from(["tcp", "udp", "sctp"]),
    host_ip=st.sampled_from(["", "127.0.0.1", "::1"]),
    host_port=st.sampled_from(["", "8080", "8000-8010"]),
)
mounts = st.one_of(
    st.builds(
        MountSpec,
        type=st.just("bind"),
        source=st.sampled_from(["/a", "/b,c", '/"q"']),
        target=st.just("/t"),
        read_only=st.booleans(),
        bind_propagation=st.sampled_from(["", "rslave"]),
        bind_recursive=st.sampled_from(["", "disabled", "writable"]),
    ),
    st.builds(
        MountSpec,
        type=st.just("volume"),
        source=names,
        target=st.just("/t"),
        volume_nocopy=st.booleans(),
        volume_driver=st.sampled_from(["", "local"]),
        volume_options=keyed,
        volume_labels=keyed,
    ),
    st.builds(
        MountSpec,
        type=st.just("tmpfs"),
        target=st.just("/t"),
        tmpfs_size=st.integers(0, 2**40),
        tmpfs_mode=st.integers(0, 0o1777),
    ),
)
networks = st.lists(
    st.builds(
        NetworkChoice,
        name=names,
        aliases=st.lists(names, max_size=2).map(tuple),
        ip=st.sampled_from(["", "10.0.0.1"]),
        mac_address=st.sampled_from(["", "02:42:ac:11:00:02"]),
        driver_options=st.dictionaries(names, names, max_size=2),
        gateway_priority=st.integers(-5, 5),
    ),
    max_size=2,
    unique_by=lambda network: network.name,
).map(tuple)
sizes = st.integers(0, 2**50)
specs = st.builds(
    RunSpec,
    image=names,
    command=st.lists(words, max_size=3).map(tuple),
    name=names,
    interactive=st.booleans(),
    tty=st.booleans(),
    sig_proxy=st.booleans(),
    init=st.sampled_from([None, True, False]),
    entrypoint=st.none() | words,
    env=st.lists(st.builds("{}={}".format, names, words), max_size=3).map(tuple),
    labels=keyed,
    workdir=words,
    stop_timeout=st.none() | st.integers(-1, 100),
    ports=st.lists(ports, max_size=3).map(tuple),
    mounts=st.lists(mounts, max_size=2).map(tuple),
    networks=networks,
    tmpfs=st.dictionaries(st.just("/run"), st.sampled_from(["", "size=1m,mode=700"])),
    memory=sizes,
    memory_swap=st.just(-1) | sizes,
    nano_cpus=st.integers(0, 10**12),
    health_interval=st.integers(0, 2**50),
    ulimits=st.lists(
        st.builds(Ulimit, name=names, soft=st.integers(0, 5), hard=st.integers(5, 9)), max_size=2
    ).map(tuple),
    device_read_bps=st.dictionaries(st.just("/dev/sda"), sizes),
    privileged=st.booleans(),
)


@given(specs)
def test_every_spec_survives_being_written_as_a_command_line(spec: RunSpec) -> None:
    assert parse_run(command_words(spec)) == spec


WORDS = ["-it", "-p", "80", "--name", "x", "-e", "A", "--mount", "-v", "a:b", "--memory", "1g"]
WORDS += ["--", "busybox", "--network=n", "-d=false"]


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_are_read_or_refused_in_words(argv: list[str]) -> None:
    try:
        spec = parse_run(argv)
    except (FlagError, RunSpecError):
        return
    assert parse_run(command_words(spec)) == spec


def test_a_mount_needs_no_type() -> None:
    assert parse_mount("src=v,dst=/x") == MountSpec(type="volume", source="v", target="/x")
