"""The stock docker command line on the machine: pull, run, read, type, open the page."""

import http.client
import io
import re
import socket
import tarfile

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for, wait_for_page
from fixtures.machine import HOST, MachineEngine, document

pytestmark = [pytest.mark.root, pytest.mark.qemu]


def test_an_image_is_pulled_from_a_registry_on_the_host_and_run(cli: Cli) -> None:
    image = cli.forget("hello-world:latest")
    assert image.startswith(HOST)
    first = cli("run", "--rm", image)
    assert first.stdout == "Hello from a container!\n"
    assert "Pulling from library/hello-world" in first.stderr
    assert cli("run", "--rm", image).stderr == ""


def test_the_starter_images_are_there_without_any_network(cli: Cli) -> None:
    wait_for(lambda: "davit/welcome" in cli("images").stdout, 60, "no starter images")
    assert cli("run", "--rm", "davit/hello").returncode == 0


def test_output_and_exit_status_come_back_by_their_own_ways(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("pull", "-q", busybox)
    done = cli(
        "run", "--rm", "-i", busybox, "sh", "-c", "cat; echo err >&2; exit 7",
        stdin="typed\n", check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("typed\n", "err\n", 7)


def test_logs_of_a_container_that_ended(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "--name", "talker", busybox, "sh", "-c", "seq 1 3000; echo last >&2")
    told = cli("logs", "talker")
    assert told.stdout.split() == [str(number) for number in range(1, 3001)]
    assert told.stderr == "last\n"
    end = cli("logs", "--tail", "2", "talker")
    assert len((end.stdout + end.stderr).splitlines()) == 2


def test_a_shell_in_a_running_container(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "box", busybox, "sleep", "600")
    with cli.terminal("exec", "-it", "box", "sh") as shell:
        shell.expect(r"/ # ")
        assert shell.run("echo $((6*7))", r"/ # ").strip() == "42"
        assert "/dev/pts" in shell.run("tty", r"/ # ")
        shell.send("exit 3\n")
        assert shell.wait() == 3
    for terminal in ((), ("-t",)):
        missing = cli("exec", *terminal, "box", "nosuch", check=False)
        assert missing.returncode == 127
        assert '"nosuch": executable file not found in $PATH' in missing.stdout
    assert cli("exec", "box", "sh", "-c", "exit 1", check=False).returncode == 1
    cli("stop", "-t", "1", "box")


def test_a_published_port_is_the_hosts_at_once(cli: Cli) -> None:
    cli("run", "-d", "--name", "page", "-p", "80", "davit/welcome")
    (mapping,) = cli.lines("port", "page", "80")
    address, _, port = mapping.rpartition(":")
    assert address == "127.0.0.1"
    page = wait_for_page(f"http://127.0.0.1:{port}/")
    assert b"<html" in page.lower()
    assert f"127.0.0.1:{port}->80/tcp" in cli("ps").stdout
    cli("stop", "-t", "1", "page")
    wait_for(lambda: not listens(int(port)), 10, f"port {port} is still open")


def test_a_port_that_is_taken_is_refused_with_its_holder(cli: Cli) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        refused = cli(
            "run", "-d", "--name", "late", "-p", f"127.0.0.1:{port}:80", "davit/welcome",
            check=False,
        )  # fmt: skip
    assert refused.returncode == 125
    assert f"127.0.0.1:{port}" in refused.stderr
    assert re.search(r"python\S* \(pid \d+\)|held by python", refused.stderr), refused.stderr
    assert document(cli("inspect", "late").stdout)["State"]["Status"] == "created"


ECHO = """
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", 7))
while True:
    server.sendto(*server.recvfrom(1500))
"""


def test_udp_is_published_as_well(cli: Cli) -> None:
    python = cli.image("python:3.11")
    cli("run", "-d", "--name", "echo", "-p", "7/udp", python, "python3", "-c", ECHO)
    (mapping,) = cli.lines("port", "echo", "7/udp")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.settimeout(1)
        peer.connect(("127.0.0.1", int(mapping.rpartition(":")[2])))

        def echoed() -> bool:
            peer.send(b"ahoy")
            try:
                return peer.recv(64) == b"ahoy"
            except OSError:
                return False

        wait_for(echoed, 60, f"no echo on {mapping}")
    cli("rm", "-f", "echo")


def test_files_go_in_and_come_out_whole(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    cli("create", "--name", "files", busybox, "true")
    whole = machine.base / "whole.bin"
    whole.write_bytes(bytes(range(256)) * 20_000)
    cli("cp", str(whole), "files:/whole.bin")
    back = machine.base / "back.bin"
    cli("cp", "files:/whole.bin", str(back))
    assert back.read_bytes() == whole.read_bytes()
    saved = machine.base / "saved.tar"
    cli("save", "-o", str(saved), busybox)
    with tarfile.open(fileobj=io.BytesIO(saved.read_bytes())) as archive:
        assert "manifest.json" in archive.getnames()


def test_many_streams_at_once(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "clock", busybox, "sh", "-c", "while sleep 1; do date; done")
    held = []
    for _ in range(30):
        connection = http.client.HTTPConnection("localhost")
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.settimeout(60)
        connection.sock.connect(str(machine.socket))
        connection.request("GET", "/containers/clock/logs?follow=1&stdout=1")
        held.append((connection, connection.getresponse()))
    assert all(response.read(9) for _, response in held)
    for connection, _ in held:
        connection.close()
    cli("rm", "-f", "clock")


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
