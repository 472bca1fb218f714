"""Networks as containers and people see them: names, ports, what is shared and what is not."""

import socket
import urllib.request
from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root

SERVE = "echo hello from $(hostname) > /var/www/index.html; exec httpd -f -p 80 -h /var/www"


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _port(cli: Cli, container: str, private: str) -> int:
    return int(cli.lines("port", container, private)[0].rpartition(":")[2])


def test_names_are_answered_on_a_network_of_ones_own(cli: Cli, busybox: str) -> None:
    cli("network", "create", "ship")
    cli("run", "-d", "--name", "web", "--network", "ship", "--network-alias", "www",
        busybox, "sh", "-c", SERVE)  # fmt: skip
    for name in ("web", "www"):
        got = cli("run", "--rm", "--network", "ship", busybox, "wget", "-qO-", f"http://{name}/")
        assert got.stdout.startswith("hello from ")
    outside = cli(
        "run", "--rm", busybox, "timeout", "3", "wget", "-qO-", "http://web/", check=False
    )
    assert outside.returncode != 0
    refused = cli("network", "rm", "ship", check=False)
    assert refused.returncode == 1
    assert "has active endpoints" in refused.stderr


def test_networks_keep_apart_until_a_container_joins_both(cli: Cli, busybox: str) -> None:
    for name in ("port", "starboard"):
        cli("network", "create", name)
    cli("run", "-d", "--name", "web", "--network", "port", busybox, "sh", "-c", SERVE)
    address = cli(
        "inspect", "-f", "{{.NetworkSettings.Networks.port.IPAddress}}", "web"
    ).stdout.strip()
    cli("run", "-d", "--name", "asker", "--network", "starboard", busybox, "sleep", "600")
    ask = ["exec", "asker", "timeout", "3", "wget", "-qO-", f"http://{address}/"]
    assert cli(*ask, check=False).returncode != 0
    cli("network", "connect", "port", "asker")
    assert cli(*ask).stdout.startswith("hello from ")
    cli("network", "disconnect", "port", "asker")
    assert cli(*ask, check=False).returncode != 0


def test_a_published_port_answers_here_and_in_other_containers(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "web", "-p", "0.0.0.0::80", busybox, "sh", "-c", SERVE)
    port = _port(cli, "web", "80/tcp")
    wait_for(lambda: _get(f"http://127.0.0.1:{port}/"), 10, "no answer on loopback")
    gateway = cli(
        "inspect", "-f", "{{.NetworkSettings.Networks.bridge.Gateway}}", "web"
    ).stdout.strip()
    assert _get(f"http://{gateway}:{port}/").startswith("hello from ")
    url = f"http://{gateway}:{port}/"
    inside = cli("run", "--rm", busybox, "timeout", "3", "wget", "-qO-", url)
    assert inside.stdout.startswith("hello from ")
    cli("rm", "-f", "web")
    assert _get(f"http://127.0.0.1:{port}/") == ""


ECHO = """
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("", 7))
while True:
    server.sendto(*server.recvfrom(1500))
"""


def test_udp_is_published_too(cli: Cli) -> None:
    python = cli.image("python:3.11")
    cli("run", "-d", "--name", "echo", "-p", "127.0.0.1::7/udp", python, "python3", "-c", ECHO)
    port = _port(cli, "echo", "7/udp")

    def echoed() -> bytes:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
            peer.settimeout(0.5)
            peer.connect(("127.0.0.1", port))
            peer.send(b"ahoy")
            try:
                return peer.recv(100)
            except OSError:
                return b""

    wait_for(lambda: echoed() == b"ahoy", 15, f"no echo on {port}/udp")


def test_a_range_of_ports_is_published_in_order(cli: Cli, busybox: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        first = probe.getsockname()[1] % 20000 + 20000
    cli("run", "-d", "--name", "range", "-p", f"{first}-{first + 2}:8000-8002",
        busybox, "sleep", "600")  # fmt: skip
    assert [_port(cli, "range", f"{8000 + number}/tcp") for number in range(3)] == [
        first,
        first + 1,
        first + 2,
    ]


def test_a_port_in_use_is_refused_and_its_holder_is_named(cli: Cli, busybox: str) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        publish = f"127.0.0.1:{port}:80"
        refused = cli("run", "--name", "late", "-p", publish, busybox, "true", check=False)
    assert refused.returncode == 125
    assert str(port) in refused.stderr
    assert cli.lines("ps", "-a", "--format", "{{.Status}}") == ["Created"]


def test_host_none_and_another_containers_network(cli: Cli, busybox: str) -> None:
    links = "ls /sys/class/net"
    none = cli("run", "--rm", "--network", "none", busybox, "sh", "-c", links).stdout.split()
    assert none == ["lo"]
    own = cli("run", "--rm", "--network", "host", busybox, "readlink", "/proc/self/ns/net")
    assert own.stdout.strip() == str(Path("/proc/self/ns/net").readlink())
    cli("run", "-d", "--name", "web", busybox, "sh", "-c", SERVE)
    shared = cli("run", "--rm", "--network", "container:web", busybox,
                 "wget", "-qO-", "http://127.0.0.1/")  # fmt: skip
    assert shared.stdout.startswith("hello from ")


def test_hosts_and_hostname_are_the_containers_own(cli: Cli, busybox: str) -> None:
    told = cli("run", "--rm", "--hostname", "bow", "--add-host", "pier:192.0.2.7", busybox,
               "sh", "-c", "hostname; grep pier /etc/hosts; grep -c bow /etc/hosts")  # fmt: skip
    assert told.stdout.split() == ["bow", "192.0.2.7", "pier", "1"]
