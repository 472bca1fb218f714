"""A file made in one container: kept by start, carried on by commit, absent from a new one."""

import re

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root

PROMPT = r"root@[0-9a-f]{12}:/# "


def test_names_txt_survives_a_restart_and_a_commit(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:latest")
    cli("pull", "-q", ubuntu)
    with cli.terminal("run", "-it", ubuntu) as shell:
        container = shell.expect(PROMPT).group()[5:17]
        assert shell.run("touch names.txt", PROMPT) == ""
        assert shell.run('echo " Hey my name is Akash" > names.txt', PROMPT) == ""
        assert shell.run("cat names.txt", PROMPT) == " Hey my name is Akash\n"
        shell.send("exit\n")
        assert shell.wait() == 0

    with cli.terminal("run", "-it", "--rm", ubuntu) as other:
        other.expect(PROMPT)
        assert "names.txt" not in other.run("ls", PROMPT).split()
        other.send("exit\n")
        assert other.wait() == 0

    (row,) = cli.lines("ps", "-a")[1:]
    assert row.startswith(container)
    assert re.search(r"Exited \(0\) (Less than a second|\d+ seconds?) ago", row)

    assert cli("start", container).stdout == f"{container}\n"
    with cli.terminal("exec", "-it", container, "bash") as shell:
        shell.expect(PROMPT)
        assert "names.txt" in shell.run("ls", PROMPT).split()
        shell.send("exit\n")
        assert shell.wait() == 0
    (row,) = cli.lines("ps")[1:]
    assert row.startswith(container)
    assert re.search(r" Up (Less than a second|\d+ seconds?) ", row)

    committed = cli("commit", "-m", "added names.txt file", container, "names_ubuntu:1.01").stdout
    assert re.fullmatch(r"sha256:[0-9a-f]{64}\n", committed)
    short = committed[7:19]
    (row,) = (line for line in cli.lines("images") if line.startswith("names_ubuntu"))
    repository, tag, identity, *created, size = row.split()
    assert (repository, tag, identity) == ("names_ubuntu", "1.01", short)
    assert created[-1] == "ago"
    assert re.fullmatch(r"[\d.]+MB", size)
    (history,) = (
        line for line in cli.lines("history", "names_ubuntu:1.01") if line.startswith(short)
    )
    assert "added names.txt file" in history

    with cli.terminal("run", "-it", "names_ubuntu:1.01") as shell:
        child = shell.expect(PROMPT).group()[5:17]
        assert "names.txt" in shell.run("ls", PROMPT).split()
        shell.send("exit\n")
        assert shell.wait() == 0
    assert cli("stop", child).stdout == f"{child}\n"

    assert cli("stop", "-t", "1", container).stdout == f"{container}\n"
    rows = {line[:12]: line for line in cli.lines("ps", "-a")[1:]}
    assert "Exited (137)" in rows[container]
    assert "names_ubuntu:1.01" in rows[child]
    assert "Exited (0)" in rows[child]
    assert short in cli.lines("images", "-q")
    assert committed.strip() in cli.lines("images", "-q", "--no-trunc")

    cli("rm", container, child)
    removed = cli.lines("rmi", "names_ubuntu:1.01")
    assert removed[0] == "Untagged: names_ubuntu:1.01"
    assert f"Deleted: {committed.strip()}" in removed


def test_a_detached_shell_goes_on_and_is_attached_again(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:latest")
    cli("pull", "-q", ubuntu)
    with cli.terminal("run", "-it", "--name", "kept", ubuntu) as shell:
        shell.expect(PROMPT)
        shell.run("echo first > /tmp/note", PROMPT)
        shell.send("\x10\x11")  # Ctrl-P Ctrl-Q
        assert shell.wait() == 0
    assert cli.lines("ps", "--format", "{{.Names}}") == ["kept"]
    with cli.terminal("attach", "kept") as shell:
        shell.send("cat /tmp/note\n")
        shell.expect(r"^first\n")
        shell.send("exit 3\n")
        assert shell.wait() == 3
    wait_for(lambda: "Exited (3)" in cli.lines("ps", "-a")[1], 10, "not ended")


def test_a_terminal_knows_its_size_and_hears_of_changes(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:latest")
    cli("pull", "-q", ubuntu)
    with cli.terminal("run", "-it", "--rm", ubuntu) as shell:
        shell.expect(PROMPT)

        def resized() -> bool:
            # A client may listen for changes only after the first prompt has come.
            shell.resize(33, 110)
            shell.resize(33, 111)
            return shell.run("stty size", PROMPT) == "33 111\n"

        wait_for(resized, 10, "not resized")
        shell.send("exit\n")
        assert shell.wait() == 0
