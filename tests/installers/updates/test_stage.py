"""A release's files go into the repository of updates."""

import json
from pathlib import Path

import pytest

from release import BuildError
from updates import repository, stage


def test_what_is_offered_is_listed_and_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, folder, dist = tmp_path / "keys", tmp_path / "repository", tmp_path / "dist"
    repository.make_keys(keys)
    repository.Repository(folder).create(keys)
    dist.mkdir()
    version = stage.current(dist).version
    setup = dist / f"davit-{version}-setup.exe"
    setup.write_text("setup")
    (dist / "SHA256SUMS").write_text("")
    assert stage.main([str(folder), str(dist)]) == 0
    assert not list(folder.glob("metadata/2.targets.json"))
    for role in ("targets", "snapshot", "timestamp"):
        text = (keys / f"{role}-1.pem").read_text()
        monkeypatch.setenv(f"DAVIT_KEY_{role.upper()}_1", text)
    assert stage.main([str(folder), str(dist)]) == 0
    signed = json.loads((folder / "metadata" / "2.targets.json").read_text())["signed"]
    (entry,) = signed["targets"].items()
    assert entry[0] == f"{version}/{setup.name}"
    assert entry[1]["custom"]["packaging"] == "setup"


def test_a_folder_without_anything_to_offer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"nothing of Davit 1\.2\.3"):
        stage.stage(tmp_path, tmp_path, "1.2.3", None)
