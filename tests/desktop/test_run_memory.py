"""The file of presets survives crashes and damage."""

import os
from pathlib import Path

import pytest

from davit_desktop.client.run_spec import RunSpec
from davit_desktop.run_memory import change, load
from davit_desktop.state.run_presets import RunMemory, saved

PRESET = saved(RunSpec(image="nginx"), "dev")


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "runs.json"
    assert load(path) == RunMemory()
    change(path, lambda memory: memory.with_preset(PRESET))
    assert load(path).presets == (PRESET,)
    assert path.stat().st_mode & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == ["runs.json"]


def test_changes_build_on_what_another_window_kept(tmp_path: Path) -> None:
    path = tmp_path / "runs.json"
    change(path, lambda memory: memory.with_preset(PRESET))
    change(path, lambda memory: memory.with_recent(PRESET))
    assert load(path) == RunMemory(presets=(PRESET,), recent=(PRESET,))


@pytest.mark.parametrize("damage", [b"{", b'{"presets": 1}', b"\0" * 100])
def test_a_damaged_file_is_put_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "runs.json"
    path.write_bytes(damage)
    assert load(path) == RunMemory()
    assert path.with_suffix(".unreadable").read_bytes() == damage
    change(path, lambda memory: memory.with_preset(PRESET))
    assert load(path).presets == (PRESET,)


def test_a_crash_while_writing_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "runs.json"
    change(path, lambda memory: memory.with_preset(PRESET))

    def fail(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        change(path, lambda memory: RunMemory())
    assert load(path).presets == (PRESET,)
