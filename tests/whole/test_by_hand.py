"""One long session as a person has it: a real screen, a real mouse and keyboard, a real engine."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root

_SERVER = ("Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
"""Without -noreset it starts anew whenever its last client leaves, as xdotool does all the time,
and refuses the window if it comes at that moment."""


class Screen:
    """A display that nobody sees, with the window on it and hands that use it."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder = folder
        self._log = (folder / "window.log").open("wb")
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [*_SERVER, "-displayfd", str(write)],
            pass_fds=[write],
            stderr=self._log,
        )
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, f"no display: {self.log()}"
        self.env = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "LANG": "C.UTF-8",
            "DAVIT_DEBUG": "1",  # says in the log what it has listed
        }
        preferences = folder / "config" / "davit" / "desktop.toml"
        preferences.parent.mkdir(parents=True)
        preferences.write_text("ask_before_quit = false\n")
        self.window = subprocess.Popen(
            [str(engine.program("davit-desktop")), "--host", f"unix://{engine.socket}"],
            env=self.env,
            stdout=self._log,
            stderr=self._log,
        )

    def focus(self) -> None:
        """There is no window manager to give the window the keyboard."""
        self._take_up("Davit")

    def log(self) -> str:
        return (self._folder / "window.log").read_text(errors="replace")

    def _find(self, name: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def _take_up(self, name: str) -> None:
        wait_for(lambda: self._find(name), 60, f"no window {name}", self.log)
        self.hands("windowfocus", "--sync", self._find(name)[0])

    def hands(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.env, check=True, timeout=30)

    def keys(self, *keys: str) -> None:
        self.hands("key", "--clearmodifiers", "--delay", "60", *keys)

    def types(self, text: str) -> None:
        self.hands("type", "--delay", "25", text)

    def until_window(self, name: str, *, gone: bool = False) -> None:
        wait_for(
            lambda: bool(self._find(name)) is not gone, 60, f"window {name}, gone: {gone}", self.log
        )
        if gone:
            self.focus()
        else:
            self._take_up(name)

    def commands(self, words: str) -> None:
        """Choose something by the palette, as a person does who knows its name."""
        self.keys("ctrl+k")
        self.until_window("Commands")
        self.types(words)
        self.keys("Return")
        self.until_window("Commands", gone=True)

    def sees(self, news: str, times: int) -> None:
        """Wait until the window has heard of something so many times."""
        wait_for(
            lambda: self.log().count(f"Heard of {news}") >= times,
            60,
            f"not heard: {news}",
            self.log,
        )

    def close(self) -> None:
        for process in (self.window, self._server):
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._log.close()


@pytest.fixture
def screen(engine: Engine, tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path, engine)
    try:
        screen.focus()
        yield screen
    finally:
        screen.close()
        engine.remove_everything()


def test_a_day_with_the_window(screen: Screen, engine: Engine) -> None:
    def state(name: str) -> str:
        found = engine.docker("inspect", "-f", "{{.State.Status}}", name, check=False)
        return found.stdout.strip()

    def until(condition: Callable[[], bool], complaint: str) -> None:
        wait_for(condition, 60, complaint, screen.log)

    # Run an image by the keyboard alone, and read its page and its log.
    until(lambda: "Listed 2 images" in screen.log(), "nothing was listed")
    screen.commands("run davit/welcome")
    screen.until_window("Run a container")
    screen.types("\t")
    screen.keys("ctrl+Return")
    until(lambda: engine.docker("ps", "-q").stdout != "", "nothing runs")
    screen.until_window("Run a container", gone=True)
    (name,) = engine.docker("ps", "--format", "{{.Names}}").stdout.split()

    # Stop and start it by the palette, then by the list's own keys. What was seen counts: a key
    # acts on what the window knows.
    screen.commands(f"stop {name}")
    screen.sees("container 'die'", 1)
    screen.commands(f"start {name}")
    screen.sees("container 'start'", 2)
    screen.keys("ctrl+1", "Home", "space")
    screen.sees("container 'die'", 2)
    assert state(name) == "exited"

    # Delete it, think again, delete it for good by leaving, while another one is measured.
    screen.keys("Delete", "ctrl+z", "Home", "space")
    screen.sees("container 'start'", 3)
    assert state(name) == "running"
    engine.docker("run", "-d", "--name", "zz-other", "davit/welcome")
    screen.sees("container 'start'", 4)
    screen.commands("view logs of zz-other")
    screen.keys("ctrl+1", "Home", "Delete", "ctrl+q")
    until(lambda: screen.window.poll() is not None, "the window did not close")
    assert screen.window.returncode == 0, screen.log()
    assert engine.docker("ps", "-a", "--format", "{{.Names}}").stdout.split() == ["zz-other"]
    assert "Traceback" not in screen.log()
