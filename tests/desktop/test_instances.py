"""Windows that know of each other, in processes of their own."""

import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from davit_desktop.instances import end_all, instance_name, raise_other

WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from davit_desktop.instances import Presence
application = QCoreApplication([])
presence = Presence(
    sys.argv[1], application,
    on_raise=lambda: print("raised", flush=True), on_quit=application.quit,
)
print("there", flush=True)
application.exec()
presence.close()
"""
DEAF = WINDOW.replace("on_quit=application.quit", "on_quit=lambda: None")


@pytest.fixture
def name() -> str:
    return instance_name(f"unix:///{secrets.token_hex(8)}")


@pytest.fixture
def folder() -> Path:
    return platformdirs.user_state_path("davit", appauthor=False) / "windows"


def window(code: str, name: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}", name],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    return process


@pytest.fixture
def there(name: str) -> Iterator[subprocess.Popen[str]]:
    with window(WINDOW, name) as process:
        yield process
        process.kill()


def test_another_window_comes_forward(there: subprocess.Popen[str], name: str) -> None:
    assert raise_other(name)
    assert there.stdout is not None
    assert there.stdout.readline() == "raised\n"
    assert not raise_other(instance_name("unix:///nobody"))


def test_every_window_ends_when_asked(
    there: subprocess.Popen[str], name: str, folder: Path
) -> None:
    assert (folder / name).exists()
    with window(WINDOW, instance_name("tcp://another")) as other:
        assert end_all(30)
        assert (there.wait(30), other.wait(30)) == (0, 0)
    assert list(folder.iterdir()) == []


def test_what_a_crash_left_is_no_window(there: subprocess.Popen[str], folder: Path) -> None:
    there.kill()
    there.wait()
    assert end_all(30)
    assert list(folder.iterdir()) == []


def test_a_window_that_stays_is_told(name: str) -> None:
    with window(DEAF, name) as deaf:
        assert not end_all(0.5)
        deaf.kill()
        deaf.wait()
        assert end_all(30)
