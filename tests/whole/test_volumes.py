"""Volumes, bind mounts, tmpfs, and files copied in and out."""

import json
from pathlib import Path

import pytest

from fixtures.commands import Cli

pytestmark = pytest.mark.root


def test_a_named_volume_outlives_its_containers(cli: Cli, busybox: str) -> None:
    assert cli("volume", "create", "cargo").stdout == "cargo\n"
    cli("run", "--rm", "-v", "cargo:/data", busybox, "sh", "-c", "echo tea > /data/crate")
    seen = cli("run", "--rm", "-v", "cargo:/data:ro", busybox, "cat", "/data/crate")
    assert seen.stdout == "tea\n"
    refused = cli("run", "--rm", "-v", "cargo:/data:ro", busybox, "touch", "/data/x", check=False)
    assert refused.returncode == 1
    assert "Read-only file system" in refused.stderr
    cli("create", "--name", "holder", "-v", "cargo:/data", busybox)
    in_use = cli("volume", "rm", "cargo", check=False)
    assert in_use.returncode == 1
    assert "volume is in use" in in_use.stderr
    cli("rm", "holder")
    assert cli("volume", "rm", "cargo").stdout == "cargo\n"


def test_a_new_volume_takes_what_the_image_has_there(cli: Cli) -> None:
    layered = cli.image("variants:layers")
    listed = cli("run", "--rm", "-v", "fresh:/data", layered, "ls", "/data").stdout.split()
    assert listed == ["keep", "new"]
    bare = cli("run", "--rm", "-v", "fresh:/other", layered, "ls", "/other").stdout.split()
    assert bare == ["keep", "new"]


def test_an_anonymous_volume_leaves_with_its_container(cli: Cli, busybox: str) -> None:
    cli("run", "--rm", "-v", "/scratch", busybox, "touch", "/scratch/x")
    assert cli.lines("volume", "ls", "-q") == []
    cli("run", "--name", "keeps", "-v", "/scratch", busybox, "touch", "/scratch/x")
    assert len(cli.lines("volume", "ls", "-q")) == 1
    cli("rm", "-v", "keeps")
    assert cli.lines("volume", "ls", "-q") == []


def test_a_folder_of_the_host_is_shared_both_ways(cli: Cli, busybox: str, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("in\n")
    told = cli("run", "--rm", "-v", f"{tmp_path}:/host", busybox,
               "sh", "-c", "cat /host/in; echo out > /host/out")  # fmt: skip
    assert told.stdout == "in\n"
    assert (tmp_path / "out").read_text() == "out\n"
    missing = f"type=bind,source={tmp_path}/absent,target=/x"
    refused = cli("run", "--rm", "--mount", missing, busybox, "true", check=False)
    assert refused.returncode == 125
    assert f"{tmp_path}/absent" in refused.stderr


def test_tmpfs_and_a_read_only_root(cli: Cli, busybox: str) -> None:
    script = "touch /x || echo closed; touch /run/x && grep -c ' /run tmpfs ' /proc/mounts"
    told = cli("run", "--rm", "--read-only", "--tmpfs", "/run:size=1m", busybox, "sh", "-c", script)
    assert told.stdout.split() == ["closed", "1"]


def test_files_are_copied_in_and_out(cli: Cli, busybox: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "deep").mkdir(parents=True)
    (source / "deep/file").write_text("cargo\n")
    (source / "link").symlink_to("deep/file")
    cli("create", "--name", "box", busybox, "sleep", "600")
    cli("cp", str(source), "box:/hold")
    cli("start", "box")
    assert cli("exec", "box", "cat", "/hold/link").stdout == "cargo\n"
    cli("cp", "box:/hold/deep", str(tmp_path / "back"))
    assert (tmp_path / "back/file").read_text() == "cargo\n"
    missing = cli("cp", "box:/nowhere", str(tmp_path), check=False)
    assert missing.returncode == 1
    assert "/nowhere" in missing.stderr


def test_files_in_the_mounts_of_a_stopped_container_are_copied(
    cli: Cli, busybox: str, tmp_path: Path
) -> None:
    (tmp_path / "in").write_text("cargo\n")
    cli("create", "--name", "box", "-v", f"{tmp_path}:/host", busybox, "true")
    cli("cp", "box:/host/in", str(tmp_path / "out"))
    assert (tmp_path / "out").read_text() == "cargo\n"


def test_inspect_tells_where_a_volume_lies(cli: Cli, busybox: str) -> None:
    cli("run", "--name", "with", "-v", "told:/data", busybox, "true")
    (mount,) = json.loads(cli("inspect", "with").stdout)[0]["Mounts"]
    assert (mount["Type"], mount["Name"], mount["Destination"]) == ("volume", "told", "/data")
    volume = json.loads(cli("volume", "inspect", "told").stdout)[0]
    assert volume["Mountpoint"] == mount["Source"]
