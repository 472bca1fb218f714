"""QEMU command lines for three systems, two architectures and four accelerators."""

import itertools
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.config import GIB, Architecture, MachineConfig
from davit_vm.errors import BadSetting
from davit_vm.host.host import Accelerator, Host
from davit_vm.host.linux import LinuxHost
from davit_vm.host.macos import MacHost
from davit_vm.host.windows import WindowsHost
from davit_vm.paths import machine_paths
from davit_vm.qemu.command import (
    Acceleration,
    Export,
    HostForward,
    Launch,
    accelerations,
    check_forwards,
    command_line,
    forward_rule,
)
from davit_vm.qemu.find import Qemu
from davit_vm.qemu.guest_image import GuestImage

HOSTS: list[Host] = [LinuxHost(), MacHost(), WindowsHost()]
ARCHITECTURES: list[Architecture] = ["x86_64", "aarch64"]


def launch(
    host: Host | None = None,
    architecture: Architecture = "x86_64",
    accelerator: Accelerator = Accelerator.TCG,
    *,
    home: str = "/m",
    **changes: object,
) -> Launch:
    host = host or HOSTS[0]
    image = GuestImage(
        folder=Path("/i"),
        version="1",
        architecture=architecture,
        engine="0.1.0",
        command_line="console=ttyS0 quiet",
        files={},
    )
    whole = Launch(
        qemu=Qemu(
            program=Path(f"/bin/qemu-system-{architecture}"),
            image_tool=Path("/bin/qemu-img"),
            version=(9, 0, 0),
            version_text="9.0.0",
            accelerators=("tcg",),
            has_9p=True,
        ),
        system=host.system,
        host_architecture=architecture,
        sandbox=host.sandbox,
        acceleration=accelerations(accelerator, architecture)[0],
        config=MachineConfig(cpus=3, memory=2 * GIB, disk=64 * GIB),
        paths=machine_paths(Path(home)),
        image=image,
    )
    return msgspec.structs.replace(whole, **changes)


def values(arguments: tuple[str, ...], option: str) -> list[str]:
    return [value for name, value in itertools.pairwise(arguments) if name == option]


def forward(**changes: object) -> HostForward:
    usual = HostForward(protocol="tcp", host_ip="127.0.0.1", host_port=0, guest_port=22)
    return msgspec.structs.replace(usual, **changes)


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.system)
@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("native", [True, False])
def test_every_machine_keeps_the_rules(
    host: Host, architecture: Architecture, native: bool
) -> None:
    accelerator = host.accelerator if native else Accelerator.TCG
    arguments = command_line(launch(host, architecture, accelerator, forwards=(forward(),)))
    assert len(values(arguments, "-accel")) == 1
    assert values(arguments, "-accel")[0].startswith(accelerator.value)
    assert not any(":tcg" in value or "accel=" in value for value in arguments)
    assert values(arguments, "-cpu")[0].split(",")[0] == ("host" if native else "max")
    assert values(arguments, "-machine")[0].split(",")[0] == (
        "q35" if architecture == "x86_64" else "virt"
    )
    assert {"-nodefaults", "-no-user-config", "-no-reboot"} <= set(arguments)
    assert values(arguments, "-display") == ["none"]
    assert ("-sandbox" in arguments) == (host.system == "linux")
    # Of what is emulated, all is virtio.
    assert all(value.startswith("virt") for value in values(arguments, "-device"))
    # No monitor, and nothing else, on TCP.
    for value in values(arguments, "-chardev"):
        assert value.startswith("socket,")
        assert "path=/m/run/" in value
        assert "server=on,wait=off" in value
    assert "-monitor" not in arguments
    assert "-qmp" not in arguments
    for value in values(arguments, "-blockdev"):
        assert json.loads(value)["driver"] in ("raw", "qcow2")
    assert values(arguments, "-netdev")[0].startswith("user,id=net0,ipv6=off")


@pytest.mark.parametrize(
    ("accelerator", "architecture", "expected"),
    [
        (Accelerator.KVM, "x86_64", [("kvm", "host")]),
        (Accelerator.KVM, "aarch64", [("kvm", "host")]),
        (Accelerator.HVF, "aarch64", [("hvf", "host")]),
        (Accelerator.TCG, "x86_64", [("tcg,tb-size=256,thread=multi", "max,la57=off")]),
        (Accelerator.TCG, "aarch64", [("tcg,tb-size=256,thread=multi", "max,pauth-impdef=on")]),
        (
            Accelerator.WHPX,
            "x86_64",
            [
                ("whpx", "host"),
                ("whpx,kernel-irqchip=off", "host"),
                ("whpx,kernel-irqchip=off", "qemu64"),
            ],
        ),
        # On Arm, WHPX refuses kernel-irqchip=off.
        (Accelerator.WHPX, "aarch64", [("whpx", "host")]),
    ],
)
def test_each_accelerator_has_its_processor_and_its_retries(
    accelerator: Accelerator, architecture: Architecture, expected: list[tuple[str, str]]
) -> None:
    found = []
    for way in accelerations(accelerator, architecture):
        arguments = command_line(launch(architecture=architecture, acceleration=way))
        found.append((values(arguments, "-accel")[0], values(arguments, "-cpu")[0]))
    assert found == expected


def test_threads_are_left_to_qemu_between_architectures() -> None:
    arguments = command_line(launch(host_architecture="aarch64"))
    assert values(arguments, "-accel") == ["tcg,tb-size=256"]


@pytest.mark.parametrize(
    ("accelerator", "cpus", "expected"),
    [
        (Accelerator.TCG, 2, "console=ttyS0 quiet maxcpus=1 noreplace-smp"),
        (Accelerator.TCG, 1, "console=ttyS0 quiet"),
        (Accelerator.KVM, 2, "console=ttyS0 quiet"),
    ],
)
def test_an_emulated_kernel_comes_up_on_one_processor(
    accelerator: Accelerator, cpus: int, expected: str
) -> None:
    way = Acceleration(accelerator=accelerator, cpu="max")
    config = MachineConfig(cpus=cpus, memory=2 * GIB, disk=64 * GIB)
    arguments = command_line(launch(acceleration=way, config=config))
    assert values(arguments, "-append") == [expected]


def test_cpus_and_memory_are_as_configured() -> None:
    arguments = command_line(launch())
    assert values(arguments, "-smp") == ["cpus=3,sockets=1,cores=3,threads=1"]
    assert values(arguments, "-m") == ["size=2048M"]


def test_the_root_is_read_only_and_the_data_disk_gives_back_what_it_does_not_need() -> None:
    root, data = (json.loads(value) for value in values(command_line(launch()), "-blockdev"))
    assert (root["driver"], root["read-only"], root["file"]["read-only"]) == ("raw", True, True)
    assert (data["driver"], data["discard"], data["detect-zeroes"]) == ("qcow2", "unmap", "unmap")
    assert data["file"]["discard"] == "unmap"
    assert data["backing"] is None
    assert data["cache"] == {"direct": False, "no-flush": False}


def test_the_disks_come_in_the_order_of_their_names_in_the_guest() -> None:
    devices = [value for value in values(command_line(launch()), "-device") if "blk" in value]
    assert ["root0" in devices[0], "data0" in devices[1]] == [True, True]


@pytest.mark.parametrize(("host", "reporting"), list(zip(HOSTS, ("on", "on", "off"), strict=True)))
def test_free_pages_are_told_where_the_host_can_take_them(host: Host, reporting: str) -> None:
    (balloon,) = (
        word for word in command_line(launch(host)) if word.startswith("virtio-balloon-pci,")
    )
    assert f"free-page-reporting={reporting}" in balloon.split(",")


def test_folders_are_exported_with_their_access() -> None:
    exports = (Export(tag="s0", path="/home/me"), Export(tag="s1", path="/opt", read_only=True))
    first, second = values(command_line(launch(exports=exports)), "-fsdev")
    assert first == "local,id=fs0,path=/home/me,security_model=none,multidevs=remap"
    assert second == "local,id=fs1,path=/opt,security_model=none,multidevs=remap,readonly=on"
    devices = values(command_line(launch(exports=exports)), "-device")
    assert "virtio-9p-pci,fsdev=fs1,mount_tag=s1" in devices


def test_data_for_the_guest_goes_through_files() -> None:
    seed = {"opt/org.davit/gate-key": Path("/m/run/seed/gate-key")}
    assert values(command_line(launch(fw_cfg=seed)), "-fw_cfg") == [
        "name=opt/org.davit/gate-key,file=/m/run/seed/gate-key"
    ]


@pytest.mark.parametrize(
    "name", ["etc/boot-menu-wait", "opt/a,file=/etc/shadow", "opt/" + "x" * 60]
)
def test_a_name_that_is_not_ours_is_never_handed_over(name: str) -> None:
    with pytest.raises(BadSetting):
        command_line(launch(fw_cfg={name: Path("/x")}))


def test_commas_in_folders_do_not_become_options() -> None:
    comma = "/a,readonly=off"
    arguments = command_line(
        launch(
            home="/m,server=off",
            exports=(Export(tag="s0", path=comma, read_only=True),),
            fw_cfg={"opt/x": Path("/s,string=y")},
        )
    )
    assert "path=/a,,readonly=off," in values(arguments, "-fsdev")[0]
    assert all("path=/m,,server=off/run" in value for value in values(arguments, "-chardev"))
    assert values(arguments, "-fw_cfg") == ["name=opt/x,file=/s,,string=y"]


def test_a_tag_longer_than_9p_takes_is_refused() -> None:
    with pytest.raises(BadSetting, match="too long"):
        command_line(launch(exports=(Export(tag="x" * 32, path="/a"),)))


def test_forwards_are_spelt_with_both_addresses() -> None:
    forwards = (
        forward(),
        forward(protocol="udp", host_ip="0.0.0.0", host_port=53, guest_port=5353),
    )
    assert values(command_line(launch(forwards=forwards)), "-netdev") == [
        "user,id=net0,ipv6=off,hostfwd=tcp:127.0.0.1:0-10.0.2.15:22"
        ",hostfwd=udp:0.0.0.0:53-10.0.2.15:5353"
    ]


@pytest.mark.parametrize(
    "netdev",
    [
        "user,id=net0,hostfwd=tcp::8080-:80",
        "user,hostfwd=tcp:127.0.0.1:1-10.0.2.15:1,hostfwd=udp::53-10.0.2.15:53",
        "user,hostfwd=tcp:localhost:1-10.0.2.15:1",
        "user,hostfwd=tcp:127.0.0.1:1",
        "user,hostfwd=",
        "user,hostfwd=unix:/tmp/x-10.0.2.15:1",
    ],
)
def test_a_forward_without_an_address_never_reaches_qemu(netdev: str) -> None:
    with pytest.raises(BadSetting, match="on which address"):
        check_forwards(["-netdev", netdev])


@pytest.mark.parametrize(
    "bad",
    [
        forward(host_ip=""),
        forward(host_ip="::1"),
        forward(host_ip="127.0.0.1:80-10.0.2.2:80,hostfwd=tcp:"),
        forward(host_port=-1),
        forward(host_port=65536),
        forward(guest_port=0),
    ],
)
def test_a_bad_forward_is_refused(bad: HostForward) -> None:
    with pytest.raises(BadSetting):
        forward_rule(bad)


@given(st.text(max_size=30), st.integers(), st.integers())
def test_whatever_passes_is_one_rule_with_an_address(host: str, port: int, guest: int) -> None:
    try:
        rule = forward_rule(forward(host_ip=host, host_port=port, guest_port=guest))
    except BadSetting:
        return
    check_forwards(["hostfwd=" + rule])
    assert rule.count(":") == 3
    assert not set(rule) & set(", \n")
