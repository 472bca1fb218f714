"""The window starts with the session only when it was told to, by each system's own means."""

import configparser
import plistlib
import re
from pathlib import Path

import pytest

from davit_desktop import autostart
from davit_desktop.autostart import Autostart, DesktopEntry, LaunchAgent, RunKey

COMMAND = ["/opt/my davit/100%/davit-desktop", "--hidden", 'a"b\\c$d`e']


@pytest.fixture(params=["xdg", "launchd", "registry"])
def way(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Autostart:
    if request.param == "xdg":
        return DesktopEntry(tmp_path / "autostart", COMMAND)
    if request.param == "launchd":
        return LaunchAgent(tmp_path / "LaunchAgents", COMMAND)
    values: set[str] = set()

    def reg(verb: str, *words: str) -> bool:
        match verb:
            case "add":
                values.add(words[1])
            case "delete":
                values.remove(words[1])
        return verb != "query" or words[1] in values

    monkeypatch.setattr(autostart, "_reg", reg)
    return RunKey(COMMAND)


def test_it_is_off_until_enabled_and_off_again(way: Autostart) -> None:
    way.disable()
    assert not way.enabled()
    way.enable()
    way.enable()
    assert way.enabled()
    way.disable()
    assert not way.enabled()


def test_the_entry_starts_the_very_command(tmp_path: Path) -> None:
    DesktopEntry(tmp_path, COMMAND).enable()
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(tmp_path / "davit-desktop.desktop", encoding="utf-8")
    line = entry["Desktop Entry"]["Exec"].replace("\\\\", "\\")  # a string's own escapes
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    read = [re.sub(r"\\(.)", r"\1", quoted) or plain for quoted, plain in words]
    assert [word.replace("%%", "%") for word in read] == COMMAND


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_that_switched_it_off_is_believed(tmp_path: Path, line: str) -> None:
    way = DesktopEntry(tmp_path, COMMAND)
    way.enable()
    file = tmp_path / "davit-desktop.desktop"
    kept = [text for text in file.read_text().splitlines() if "Autostart" not in text]
    file.write_text("\n".join([*kept, line]))
    assert not way.enabled()


def test_launchd_reads_the_list(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, COMMAND).enable()
    document = plistlib.loads((tmp_path / "io.davit.desktop.plist").read_bytes())
    assert document["ProgramArguments"] == COMMAND
    assert document["RunAtLoad"] is True
