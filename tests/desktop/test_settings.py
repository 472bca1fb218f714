"""Preferences survive a restart, and a broken file does not stop the window."""

from pathlib import Path

import pytest

from davit_desktop import settings
from davit_desktop.settings import Scheme, Settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "desktop.toml"
    kept = Settings(scheme=Scheme.DARK, text_size=2, collapsed_groups=("a", 'b "c"\n'))
    settings.save(kept, path)
    assert settings.load(path) == kept


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("text", ["not toml [", "\x00", "scheme = "])
def test_a_broken_file_means_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "desktop.toml"
    path.write_text(text)
    assert settings.load(path) == Settings()


def test_one_wrong_value_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = tmp_path / "desktop.toml"
    path.write_text('scheme = "pink"\ntext_size = 3\nunknown = 1\n')
    assert settings.load(path) == Settings(text_size=3)


def test_saving_replaces_the_file_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "desktop.toml"
    settings.save(Settings(text_size=1), path)
    settings.save(Settings(text_size=2), path)
    assert settings.load(path).text_size == 2
    assert [p.name for p in tmp_path.iterdir()] == ["desktop.toml"]
