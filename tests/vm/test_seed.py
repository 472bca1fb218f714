"""The guest's first data: keys that only the user reads, settings that cannot be smuggled."""

import re
import stat
from pathlib import Path

import paramiko
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm import seed
from davit_vm.config import GIB, MachineConfig
from davit_vm.paths import Paths
from davit_vm.seed import Proxies, host_proxies, settings, time_zone

CONFIG = MachineConfig(cpus=1, memory=GIB, disk=GIB)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    (tmp_path / "run").mkdir()
    return Paths(home=tmp_path, runtime=tmp_path / "run")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_keys_are_made_once_and_only_the_user_reads_them(paths: Paths) -> None:
    seed.ensure_keys(paths)
    files = [paths.ssh_key, paths.host_key, paths.gate_key]
    before = [file.read_bytes() for file in files]
    seed.ensure_keys(paths)
    assert [file.read_bytes() for file in files] == before
    assert [mode(file) for file in files] == [0o600] * 3
    assert before[0] != before[1]
    assert len(seed.gate_key(paths)) == 32


def test_keys_are_what_ssh_reads(paths: Paths) -> None:
    seed.ensure_keys(paths)
    key = paramiko.Ed25519Key.from_private_key_file(str(paths.ssh_key))
    assert seed.public_key(paths.ssh_key) == f"ssh-ed25519 {key.get_base64()}"


def test_the_seed_is_readable_for_the_user_alone(paths: Paths) -> None:
    seed.ensure_keys(paths)
    items = seed.write(paths, CONFIG, shares="a\trw\t/host/a\n", proxies=Proxies())
    assert sorted(items) == [
        f"opt/org.davit/{name}"
        for name in (
            "authorized-keys", "engine.json", "gate-key", "settings", "shares", "ssh-host-key"
        )
    ]  # fmt: skip
    assert {mode(file) for file in items.values()} == {0o600}
    assert mode(paths.seed) == 0o700
    assert items["opt/org.davit/shares"].read_text() == "a\trw\t/host/a\n"
    assert items["opt/org.davit/engine.json"].read_bytes() == b"{}\n"


def test_an_empty_item_is_left_out(paths: Paths) -> None:
    seed.ensure_keys(paths)
    assert "opt/org.davit/shares" not in seed.write(paths, CONFIG, shares="", proxies=Proxies())


def test_settings_name_only_what_is_set() -> None:
    assert settings(CONFIG, Proxies(), "Europe/Berlin") == "HOSTNAME=davit\nTZ=Europe/Berlin\n"


def test_a_rescue_is_asked_for_by_a_setting() -> None:
    assert "RESCUE=1\n" in settings(CONFIG, Proxies(), "UTC", rescue=True)


@pytest.mark.parametrize(
    ("ports", "line"), [((5432, 8000), "HOST_PORTS=5432 8000\n"), ("all", "HOST_PORTS=all\n")]
)
def test_opened_ports_of_the_host(ports: tuple[int, ...], line: str) -> None:
    config = MachineConfig(cpus=1, memory=GIB, disk=GIB, host_ports=ports)
    assert line in settings(config, Proxies(), "UTC")


@given(st.text(max_size=60))
def test_a_value_never_becomes_a_line_of_its_own(value: str) -> None:
    text = settings(CONFIG, Proxies(http=value, exceptions=value), "UTC")
    names = [line.partition("=")[0] for line in text.split("\n") if line]
    assert set(names) <= {"HOSTNAME", "TZ", "HTTP_PROXY", "NO_PROXY"}


@pytest.mark.parametrize(
    ("found", "http"),
    [
        ({"http": "http://proxy.example:3128"}, "http://proxy.example:3128"),
        ({"http": "proxy.example:3128"}, "http://proxy.example:3128"),
        ({"http": "http://127.0.0.1:3128"}, "http://10.0.2.2:3128"),
        ({"http": "http://me:secret@localhost:3128/"}, "http://me:secret@10.0.2.2:3128/"),
        ({"http": "http://[::1]:3128"}, "http://10.0.2.2:3128"),
        ({"http": "http://[broken"}, ""),
        ({}, ""),
    ],
)
def test_proxies_of_the_host_are_reachable_from_the_guest(found: dict[str, str], http: str) -> None:
    assert host_proxies(CONFIG, found).http == http


def test_a_proxy_of_the_settings_wins_and_exceptions_gain_the_machine_itself() -> None:
    config = MachineConfig(cpus=1, memory=GIB, disk=GIB, http_proxy="http://mine:1")
    proxies = host_proxies(config, {"http": "http://theirs:2", "no": "example.org, localhost"})
    assert (proxies.http, proxies.https) == ("http://mine:1", "http://mine:1")
    assert proxies.exceptions == "example.org,localhost,127.0.0.0/8,10.0.2.0/24"


def test_the_zone_is_named_or_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/America/New_York")
    assert time_zone(link) == "America/New_York"
    assert re.fullmatch(r"UTC|<[+-]\d{4}>-?\d+:\d{2}", time_zone(tmp_path / "none"))
    monkeypatch.setenv("TZ", ":Asia/Tokyo")
    assert time_zone(link) == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "bad\nzone")
    assert time_zone(link) == "America/New_York"
