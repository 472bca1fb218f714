"""Settings come from a file and the command line, spelt as dockerd's."""

from pathlib import Path

import pytest

from davit_engine.__main__ import _parser
from davit_engine.config import Config, load_config
from davit_engine.errors import InvalidParameter


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.json", {}) == Config()


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "engine.json"
    path.write_text('{"data-root": "/a", "exec-root": "/b", "insecure-registries": ["r:5000"]}')
    config = load_config(path, {"data_root": "/mine"})
    assert config.data_root == Path("/mine")
    assert config.exec_root == Path("/b")
    assert config.insecure_registries == ("r:5000",)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"nope": 1}',
        '{"data-root": 5}',
        '{"ip": "300.0.0.1"}',
        '{"bip": "x"}',
        '{"default-address-pools": [{"base": "10.0.0.0/8", "size": 4}]}',
        '{"default-address-pools": [{"base": "x", "size": 24}]}',
    ],
)
def test_a_bad_setting_names_the_file_or_the_value(tmp_path: Path, text: str) -> None:
    path = tmp_path / "engine.json"
    path.write_text(text)
    with pytest.raises(InvalidParameter):
        load_config(path, {})


def test_engines_side_by_side_share_no_names() -> None:
    usual, other = Config(), Config(exec_root=Path("/tmp/x/run"))
    assert (usual.bridge_name, usual.nft_table, usual.containers_cgroup) == (
        "davit0",
        "davit",
        "/davit",
    )
    for name in ("bridge_name", "nft_table", "containers_cgroup"):
        assert getattr(usual, name) != getattr(other, name)
    assert len(other.bridge_name) <= 15


def test_a_gate_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidParameter, match=r"refusing to open a gate at 10\.0\.2\.15:2375"):
        load_config(tmp_path / "none.json", {"gate": "10.0.2.15:2375"})
    config = load_config(tmp_path / "none.json", {"gate": "10.0.2.15:2375", "gate_key": "/k"})
    assert config.gate_key == Path("/k")


@pytest.mark.parametrize("address", ["host", "::1", "10.0.2.300"])
def test_the_hosts_address_is_one_of_ipv4(tmp_path: Path, address: str) -> None:
    with pytest.raises(InvalidParameter, match="bad address"):
        load_config(tmp_path / "none.json", {"host_gateway_ip": address})


def test_live_restore_is_spelt_as_dockerds(tmp_path: Path) -> None:
    path = tmp_path / "engine.json"
    path.write_text('{"live-restore": false, "host-gateway-ip": "10.0.2.2"}')
    assert load_config(path, {}).live_restore is False
    assert load_config(path, {"live_restore": True}).live_restore is True
    assert Config().live_restore is True


@pytest.mark.parametrize(
    ("words", "live_restore"),
    [
        (["--live-restore"], True),
        (["--live-restore=true"], True),
        (["--live-restore=false"], False),
        (["--live-restore", "false"], False),
        ([], None),
    ],
)
def test_live_restore_on_the_command_line(words: list[str], live_restore: bool | None) -> None:
    assert _parser().parse_args(words).live_restore is live_restore
