"""Exit statuses as docker's: the program's own, or 125, 126 and 127 when it never ran."""

import pytest

from fixtures.commands import Cli

pytestmark = pytest.mark.root


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (["true"], 0),
        (["sh", "-c", "exit 7"], 7),
        (["/etc"], 126),
        (["no-such-program"], 127),
    ],
    ids=["success", "its own", "not a program", "not found"],
)
def test_run_ends_with_the_programs_status(
    cli: Cli, busybox: str, command: list[str], status: int
) -> None:
    done = cli("run", "--rm", busybox, *command, check=False)
    assert done.returncode == status
    assert cli.lines("ps", "-aq") == []
    if status in (126, 127):
        assert command[0] in done.stderr


def test_a_signal_is_told_as_128_and_its_number(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "sleeper", busybox, "sleep", "600")
    cli("kill", "sleeper")
    assert cli.lines("wait", "sleeper") == ["137"]


def test_what_the_engine_refuses_ends_with_125(cli: Cli, busybox: str) -> None:
    assert cli("run", "--no-such-flag", busybox, check=False).returncode == 125
    nowhere = f"{busybox.rpartition('/')[0]}/nowhere:1"
    missing = cli("run", nowhere, check=False)
    assert missing.returncode == 125
    assert f"Unable to find image '{nowhere}' locally" in missing.stderr
    cli("run", "--name", "taken", busybox, "true")
    conflict = cli("run", "--name", "taken", busybox, "true", check=False)
    assert conflict.returncode == 125
    assert 'The container name "/taken" is already in use' in conflict.stderr


def test_exec_ends_with_the_programs_status(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "host", busybox, "sleep", "600")
    statuses = {
        status: cli("exec", "host", *command, check=False).returncode
        for status, command in (
            (0, ["true"]),
            (9, ["sh", "-c", "exit 9"]),
            (126, ["/etc"]),
            (127, ["no-such-program"]),
        )
    }
    assert statuses == {status: status for status in statuses}


@pytest.mark.parametrize("tty", [False, True], ids=["pipes", "terminal"])
def test_an_exec_that_cannot_run_says_why(cli: Cli, busybox: str, tty: bool) -> None:
    cli("run", "-d", "--name", "host", busybox, "sleep", "600")
    why = "OCI runtime exec failed: exec failed: unable to start container process: exec: "
    api = cli.engine.request
    for program, status, words in (
        ("nosuch", 127, f'{why}"nosuch": executable file not found in $PATH: unknown'),
        ("/no/such", 127, f'{why}"/no/such": stat /no/such: no such file or directory: unknown'),
        ("/etc", 126, f'{why}"/etc": is a directory: permission denied: unknown'),
        ("/etc/passwd", 126, f'{why}"/etc/passwd": permission denied: unknown'),
    ):
        wanted = {"Cmd": [program], "AttachStdout": True, "Tty": tty}
        attached, detached = (
            api("POST", "/containers/host/exec", wanted).json()["Id"] for _ in range(2)
        )
        shown = api("POST", f"/exec/{attached}/start", {"Tty": tty}).body
        assert shown.endswith(f"{words}\r\n".encode())
        refused = api("POST", f"/exec/{detached}/start", {"Detach": True, "Tty": tty})
        assert (refused.status, refused.message) == (400, words)
        codes = [api("GET", f"/exec/{id}/json").json()["ExitCode"] for id in (attached, detached)]
        assert codes == [status, status]
    missing = cli("exec", "host", "nosuch", check=False)
    assert missing.returncode == 127
    assert "executable file not found in $PATH" in missing.stdout
    assert cli("exec", "-d", "host", "nosuch", check=False).returncode != 0
    assert cli("exec", "-d", "host", "sleep", "600").returncode == 0


def test_standard_streams_stay_apart_and_stdin_ends(cli: Cli, busybox: str) -> None:
    told = cli("run", "--rm", busybox, "sh", "-c", "echo out; echo err >&2")
    assert (told.stdout, told.stderr) == ("out\n", "err\n")
    counted = cli("run", "--rm", "-i", busybox, "wc", "-c", stdin="x" * 300_000)
    assert counted.stdout.strip() == "300000"
