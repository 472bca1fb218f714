"""What each system offers, as plain values; all three can be asked on any computer."""

from pathlib import Path

import pytest

from davit_vm.config import default_config, validate
from davit_vm.host.detect import detect_host
from davit_vm.host.host import Accelerator, Host, machine_word
from davit_vm.host.linux import LinuxHost
from davit_vm.host.macos import MacHost
from davit_vm.host.windows import WindowsHost
from davit_vm.paths import machine_paths

HOSTS = [LinuxHost(), MacHost(), WindowsHost()]
each = pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.system)


@each
def test_the_native_accelerator_comes_before_emulation(host: Host) -> None:
    native = {"linux": Accelerator.KVM, "macos": Accelerator.HVF, "windows": Accelerator.WHPX}
    here = host.facts().architecture
    assert host.accelerators(here) == (native[host.system], Accelerator.TCG)


@each
def test_another_architecture_can_only_be_emulated(host: Host) -> None:
    other = "aarch64" if host.facts().architecture == "x86_64" else "x86_64"
    assert host.accelerators(other) == (Accelerator.TCG,)


@each
def test_defaults_made_from_facts_are_valid(host: Host) -> None:
    facts = host.facts()
    assert facts.system == host.system
    assert facts.memory > 0
    validate(default_config(facts), facts)


@each
def test_advice_says_what_to_do(host: Host) -> None:
    for architecture in ("x86_64", "aarch64"):
        assert "nstall" in host.qemu_advice(architecture)
    assert host.accelerator_advice("does not start").endswith((".", "l", "R"))


def test_folders_are_shared_by_9p_where_qemu_has_it() -> None:
    assert [host.transports[0] for host in HOSTS] == ["9p", "9p", "sftp"]
    assert [host.sandbox for host in HOSTS] == [True, False, False]


def test_endpoints_are_spelt_for_docker() -> None:
    paths = machine_paths(Path("/m"))
    assert LinuxHost().docker_host(paths) == "unix:///m/run/docker.sock"
    assert MacHost().docker_host(paths) == "unix:///m/run/docker.sock"
    pipe = WindowsHost().docker_host(paths)
    assert pipe.startswith("npipe:////./pipe/davit-")
    assert "\\" not in pipe


@pytest.mark.parametrize(
    ("word", "expected"),
    [("x86_64", "x86_64"), ("AMD64", "x86_64"), ("arm64", "aarch64"), ("aarch64", "aarch64")],
)
def test_architectures_have_qemus_names(word: str, expected: str) -> None:
    assert machine_word(word) == expected


def test_low_ports_have_a_rule_on_a_mac_but_not_above() -> None:
    assert "0.0.0.0:80:80" in MacHost().low_port_rule(80)
    assert MacHost().low_port_rule(8080) == ""


def test_this_computer_has_one_adapter() -> None:
    assert detect_host() is detect_host()
    assert isinstance(detect_host(), Host)
