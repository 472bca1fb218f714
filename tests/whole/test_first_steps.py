"""What people type in their first hour: run, pull, look, stop, remove."""

import json
import re

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root

ID = r"[0-9a-f]{64}"
SHORT = r"[0-9a-f]{12}"
PROMPT = r"root@[0-9a-f]{12}:/# "
ROOT_FOLDERS = {
    *("bin", "boot", "dev", "etc", "home", "lib", "media", "mnt", "opt"),
    *("proc", "root", "run", "sbin", "srv", "sys", "tmp", "usr", "var"),
}


def test_hello_world_is_pulled_the_first_time_only(cli: Cli) -> None:
    image = cli.forget("hello-world:latest")
    first = cli("run", image)
    assert first.stdout == "Hello from a container!\n"
    told = first.stderr.splitlines()
    assert told[0] == f"Unable to find image '{image}' locally"
    assert told[1] == "latest: Pulling from library/hello-world"
    assert re.fullmatch(r"Digest: sha256:[0-9a-f]{64}", told[-2])
    assert told[-1] == f"Status: Downloaded newer image for {image}"
    second = cli("run", image)
    assert (second.stdout, second.stderr) == ("Hello from a container!\n", "")


def test_four_layers_are_pulled_and_the_shared_one_never_again(cli: Cli) -> None:
    old, new = cli.forget("ubuntu:16.04"), cli.forget("ubuntu:latest")
    first = cli("run", old)
    told = first.stderr.splitlines()
    assert told[:2] == [
        f"Unable to find image '{old}' locally",
        "16.04: Pulling from library/ubuntu",
    ]
    complete = [line for line in told if line.endswith(": Pull complete")]
    assert len(complete) == 4
    assert all(re.fullmatch(f"{SHORT}: Pull complete", line) for line in complete)

    untagged = new.removesuffix(":latest")
    pulled = cli.lines("pull", untagged)
    assert pulled[:2] == ["Using default tag: latest", "latest: Pulling from library/ubuntu"]
    assert re.fullmatch(f"{SHORT}: Already exists", pulled[2])
    assert re.fullmatch(r"Digest: sha256:[0-9a-f]{64}", pulled[3])
    assert pulled[4:] == [f"Status: Downloaded newer image for {new}", new]
    again = cli.lines("pull", untagged)
    assert f"Status: Image is up to date for {new}" in again


def test_a_shell_and_a_second_one_beside_it(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:16.04")
    cli("pull", "-q", ubuntu)
    with cli.terminal("run", "-it", ubuntu) as first:
        prompt = first.expect(PROMPT).group()
        container = prompt[5:17]
        assert set(first.run("ls", PROMPT).split()) == ROOT_FOLDERS | {"lib64"}
        processes = first.run("ps aux", PROMPT).splitlines()
        assert processes[0].split()[:2] == ["USER", "PID"]
        assert re.match(r"root +1 .* pts/0 +Ss .* /bin/bash", processes[1])
        assert re.match(r"root +\d+ .* pts/0 +R\+ .* ps aux", processes[2])
        assert len(processes) == 3
        assert first.run("touch hey.txt", PROMPT) == ""
        assert "hey.txt" in first.run("ls", PROMPT).split()

        header, row = cli.lines("container", "ls")
        assert header.split()[:4] == ["CONTAINER", "ID", "IMAGE", "COMMAND"]
        assert header.split()[4:] == ["CREATED", "STATUS", "PORTS", "NAMES"]
        assert row.startswith(container)
        assert ubuntu in row
        assert '"/bin/bash"' in row
        assert re.search(r" Up (Less than a second|\d+ seconds?|About a minute) ", row)

        with cli.terminal("container", "exec", "-it", container, "bash") as second:
            second.expect(PROMPT)
            assert "hey.txt" in second.run("ls", PROMPT).split()
            second.send("exit\n")
            assert second.wait() == 0

        document = json.loads(cli("inspect", container).stdout)[0]
        assert document["Id"].startswith(container)
        assert document["State"]["Running"] is True
        assert document["State"]["Pid"] > 0
        assert document["Path"] == "/bin/bash"
        assert document["Config"]["Image"] == ubuntu
        first.send("exit\n")
        assert first.wait() == 0

    assert cli("stop", container).stdout == f"{container}\n"
    assert len(cli.lines("ps")) == 1
    assert "Exited (0)" in cli.lines("ps", "-a")[1]
    assert cli("rm", container).stdout == f"{container}\n"
    assert len(cli.lines("ps", "-a")) == 1


def test_exec_needs_a_running_container(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "--name", "ended", busybox, "true")
    refused = cli("exec", "ended", "true", check=False)
    assert refused.returncode == 1
    assert "is not running" in refused.stderr


def test_ping_in_the_background_and_its_logs_by_four_digits(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:latest")
    cli("pull", "-q", ubuntu)
    bridge = cli.engine.request("GET", "/networks/bridge").json()
    gateway = bridge["IPAM"]["Config"][0]["Gateway"]
    host = f"www.apple.com:{gateway}"
    started = cli("run", "-d", "--add-host", host, ubuntu, "ping", "www.apple.com").stdout
    assert re.fullmatch(f"{ID}\n", started)
    digits = started[:4]
    reply = re.compile(
        rf"64 bytes from www.apple.com \({re.escape(gateway)}\): icmp_seq=\d+ ttl=\d+ time=.+ ms"
    )

    wait_for(lambda: len(cli.lines("logs", digits)) > 7, 30, "no seven seconds of replies")
    recent = cli.lines("logs", "--since", "5s", digits)
    whole = cli.lines("logs", digits)
    assert whole[0] == f"PING www.apple.com ({gateway}) 56(84) bytes of data."
    assert all(reply.fullmatch(line) for line in whole[1:])
    assert 3 <= len(recent) <= 6
    assert recent == whole[whole.index(recent[0]) :][: len(recent)]

    assert cli("stop", digits).stdout == f"{digits}\n"
    assert re.search(r"Exited \(\d+\)", cli.lines("ps", "-a")[1])


def test_a_command_in_place_of_the_images_own(cli: Cli) -> None:
    ubuntu = cli.image("ubuntu:latest")
    cli("pull", "-q", ubuntu)
    told = cli("run", ubuntu, "echo", "hey")
    assert (told.stdout, told.stderr) == ("hey\n", "")
    row = cli.lines("ps", "-a")[1]
    assert '"echo hey"' in row
    assert "Exited (0)" in row


def test_an_image_is_removed_by_force_under_a_stopped_container(cli: Cli) -> None:
    busybox = cli.forget("busybox:latest")
    cli("run", busybox, "true")
    identity = cli("images", "-q", "--no-trunc", busybox).stdout.strip()
    repository = busybox.removesuffix(":latest")
    removed = cli.lines("rmi", repository, "-f")
    assert removed[0] == f"Untagged: {busybox}"
    assert re.fullmatch(rf"Untagged: {re.escape(repository)}@sha256:[0-9a-f]{{64}}", removed[1])
    assert removed[2] == f"Deleted: {identity}"
    assert identity.removeprefix("sha256:")[:12] in cli.lines("ps", "-a")[1]


def test_an_image_without_containers_leaves_with_its_layers(cli: Cli) -> None:
    image = cli.forget("variants:layers")
    cli("pull", "-q", image)
    identity = cli("images", "-q", "--no-trunc", image).stdout.strip()
    removed = cli.lines("rmi", image)
    assert removed[0] == f"Untagged: {image}"
    assert f"Deleted: {identity}" in removed
    assert all(re.fullmatch(r"Deleted: sha256:[0-9a-f]{64}", line) for line in removed[2:])
    missing = cli("rmi", image, check=False)
    assert missing.returncode == 1
    assert f"No such image: {image}" in missing.stderr


def test_prune_removes_what_has_ended(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("pull", "-q", busybox)
    ended = [cli("run", "-d", busybox, "true").stdout.strip() for _ in range(2)]
    running = cli("run", "-d", busybox, "sleep", "600").stdout.strip()
    wait_for(lambda: cli.lines("ps", "-q", "--no-trunc") == [running], 10, "still running")
    told = cli.lines("container", "prune", "-f")
    assert told[0] == "Deleted Containers:"
    assert sorted(told[1:3]) == sorted(ended)
    assert told[3] == ""
    assert re.fullmatch(r"Total reclaimed space: \d+(\.\d+)?k?B", told[4])
    assert cli.lines("ps", "-aq", "--no-trunc") == [running]


def test_all_images_are_removed_at_once(cli: Cli) -> None:
    for name in ("busybox:latest", "hello-world:latest"):
        cli("pull", "-q", cli.image(name))
    everything = cli.lines("images", "-q")
    assert all(re.fullmatch(SHORT, line) for line in everything)
    assert all(
        re.fullmatch(r"sha256:[0-9a-f]{64}", line)
        for line in cli.lines("images", "-q", "--no-trunc")
    )
    cli("rmi", *everything, "-f")
    assert cli.lines("images", "-q") == []
