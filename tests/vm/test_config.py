"""Settings: defaults, what is refused and how, and files that outlive crashes."""

import logging
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_vm.config import (
    GIB,
    LEAST_MEMORY,
    MIB,
    HostFacts,
    MachineConfig,
    SharedFolder,
    default_config,
    format_size,
    load,
    parse_size,
    restart_needed,
    save,
    validate,
    write_durably,
)
from davit_vm.errors import BadSetting, NotCreated

FACTS = HostFacts(
    system="linux",
    system_version="6.1",
    architecture="x86_64",
    cpus=8,
    memory=16 * GIB,
    user_home=Path("/"),
)
GOOD = default_config(FACTS)


def changed(**changes: object) -> MachineConfig:
    return msgspec.structs.replace(GOOD, **changes)


@pytest.mark.parametrize(
    ("cpus", "memory", "expected"),
    [
        (1, 1 * GIB, (1, 1 * GIB)),
        (2, 2 * GIB, (2, 1 * GIB)),
        (4, 8 * GIB, (4, 2 * GIB)),
        (32, 256 * GIB, (4, 4 * GIB)),
        (2, 24105 * MIB + 5, (2, 4 * GIB)),
    ],
)
def test_defaults_are_modest_and_fit_the_computer(
    cpus: int, memory: int, expected: tuple[int, int]
) -> None:
    facts = msgspec.structs.replace(FACTS, cpus=cpus, memory=memory)
    config = default_config(facts)
    assert (config.cpus, config.memory) == expected
    assert config.shares == (SharedFolder(path="/"),)
    validate(config, facts)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("4G", 4 * GIB),
        ("4g", 4 * GIB),
        ("4GiB", 4 * GIB),
        ("4GB", 4 * GIB),
        ("512 MiB", 512 * MIB),
        ("1.5G", 1536 * MIB),
        ("1073741824", GIB),
        ("1T", 1024 * GIB),
        ("100 bytes", 100),
        (" 2k ", 2048),
        ("7b", 7),
    ],
)
def test_sizes_are_read_as_people_write_them(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "G", "-1G", "4 Gx", "1e9", "four", "4G4", "0x10", "1..5G"])
def test_what_is_no_size_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadSetting) as caught:
        parse_size(text)
    assert "4G" in caught.value.hint


@given(st.integers(min_value=0, max_value=2**60))
def test_a_size_survives_writing_and_reading(size: int) -> None:
    assert parse_size(format_size(size)) == size


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (changed(cpus=0), "0 CPUs"),
        (changed(cpus=9), "this computer has 8"),
        (changed(memory=LEAST_MEMORY - MIB), "at least 512MiB"),
        (changed(memory=17 * GIB), "this computer has 16384 MiB"),
        (changed(memory=GIB + 1), "whole MiB"),
        (changed(disk=10 * MIB), "1GiB to 16TiB"),
        (changed(disk=17 * 1024 * GIB), "1GiB to 16TiB"),
        (changed(disk=2 * GIB + 512), "whole MiB"),
        (changed(idle_stop=-1), "less than nothing"),
        (changed(host_ports=(0,)), "1 to 65535"),
        (changed(host_ports=(65536,)), "65536"),
        (changed(http_proxy="http://a\nEVIL=1"), "more than one line"),
        (changed(accelerator="hvf"), "kvm and tcg"),
        (changed(shares=(SharedFolder(path="/no/such"),)), "does not exist"),
        (changed(shares=(SharedFolder(path="/etc/passwd"),)), "not a folder"),
        (changed(shares=(SharedFolder(path="etc"),)), "not an absolute path"),
        (changed(shares=(SharedFolder(path="/usr/../etc"),)), "'..'"),
        (changed(shares=(SharedFolder(path="/etc\n"),)), "new line"),
        (changed(shares=(SharedFolder(path="/etc"), SharedFolder(path="/etc/"))), "already"),
        (changed(shares=(SharedFolder(path="/usr"), SharedFolder(path="/usr/lib"))), "each other"),
        (changed(shares=(SharedFolder(path="/usr/lib"), SharedFolder(path="/usr"))), "each other"),
    ],
)
def test_what_cannot_be_met_is_refused_in_words(bad: MachineConfig, words: str) -> None:
    with pytest.raises(BadSetting) as caught:
        validate(bad, FACTS)
    assert words in f"{caught.value}"
    assert caught.value.hint


def test_neighbours_with_a_common_beginning_do_not_overlap(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src-secret").mkdir()
    shares = tuple(SharedFolder(path=str(tmp_path / name)) for name in ("src", "src-secret"))
    validate(changed(shares=shares), FACTS)


def test_a_folder_inside_a_shared_one_may_have_another_access() -> None:
    shares = (SharedFolder(path="/usr"), SharedFolder(path="/usr/lib", read_only=True))
    validate(changed(shares=shares), FACTS)


def test_a_disk_grows_and_never_shrinks() -> None:
    validate(changed(disk=20 * GIB), FACTS, disk_now=10 * GIB)
    with pytest.raises(BadSetting, match="destroy data"):
        validate(changed(disk=10 * GIB), FACTS, disk_now=20 * GIB)


def test_only_what_qemu_and_the_kernel_are_started_with_needs_a_restart() -> None:
    new = changed(cpus=1, memory=GIB, disk=GIB, idle_stop=5, host_ports="all")
    assert restart_needed(GOOD, new) == ("cpus", "memory")
    assert restart_needed(GOOD, GOOD) == ()


def test_settings_survive_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    config = changed(
        host_ports=(5432, 8000), engine={"dns": ["10.0.0.1"]}, share_transport="9p", idle_stop=60
    )
    save(config, path)
    assert load(path) == config
    save(changed(host_ports="all"), path)
    assert load(path).host_ports == "all"


def test_without_settings_there_is_no_machine(tmp_path: Path) -> None:
    with pytest.raises(NotCreated, match="no machine yet"):
        load(tmp_path / "machine.json")


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 4096, b'{"cpus": 2', b"[]", b'{"cpus": "two"}'])
def test_spoilt_settings_give_way_to_those_before(
    tmp_path: Path, spoilt: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "machine.json"
    save(GOOD, path)
    save(changed(cpus=1), path)
    path.write_bytes(spoilt)
    with caplog.at_level(logging.WARNING):
        assert load(path) == GOOD
    assert "using the settings before" in caplog.text


def test_a_lost_file_gives_way_too(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    save(GOOD, path)
    save(changed(cpus=1), path)
    path.unlink()
    assert load(path) == GOOD


def test_saving_over_spoilt_settings_keeps_the_good_backup(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    save(GOOD, path)
    save(changed(cpus=1), path)
    path.write_bytes(b"garbage")
    save(changed(cpus=2), path)
    path.write_bytes(b"garbage")
    assert load(path) == GOOD


def test_nothing_readable_is_told_with_the_file_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    path.write_bytes(b"garbage")
    with pytest.raises(BadSetting) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert "disk is kept" in caught.value.hint


def test_keys_of_a_newer_version_stay_and_are_mentioned(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "machine.json"
    save(GOOD, path)
    document = msgspec.json.decode(path.read_bytes())
    path.write_bytes(msgspec.json.encode({**document, "gpu": "yes"}))
    with caplog.at_level(logging.WARNING):
        config = load(path)
    assert "'gpu'" in caplog.text
    save(msgspec.structs.replace(config, cpus=2), path)
    assert msgspec.json.decode(path.read_bytes())["gpu"] == "yes"


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_durably(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_durably(path, b"new")
    assert path.read_bytes() == b"old"
