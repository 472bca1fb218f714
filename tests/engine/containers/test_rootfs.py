"""Where paths lead inside a container's root."""

from pathlib import Path

import pytest

from davit_engine.containers.rootfs import Root


def test_a_path_leads_on_over_links_even_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "etc/deep").mkdir(parents=True)
    (tmp_path / "etc/real").touch()
    for name, target in {
        "etc/null": "/dev/null",
        "etc/up": "../../../../dev/null",
        "etc/twice": "null",
        "etc/folder": "/dev",
        "etc/plain": "real",
        "etc/stub": "../run/stub",
        "etc/loop": "loop",
    }.items():
        (tmp_path / name).symlink_to(target)
    expected = {
        "/etc/real": "/etc/real",
        "/etc/null": "/dev/null",
        "/etc/up": "/dev/null",
        "/etc/twice": "/dev/null",
        "/etc/plain": "/etc/real",
        "/etc/stub": "/run/stub",
        "/etc/none": "/etc/none",
        "/none/hosts": "/none/hosts",
    }
    with Root(tmp_path) as root:
        assert {path: root.leads(path) for path in expected} == expected
        with pytest.raises(OSError, match="symbolic links"):
            root.leads("/etc/loop")
        root.replace_link("/etc/null")
    assert (tmp_path / "etc/null").is_file()
    assert not (tmp_path / "etc/null").is_symlink()
