"""What a container is on its networks: names, addresses, links, ports, as the stock CLI asks."""

import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from typing_extensions import override

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = [
    pytest.mark.root,
    # The flags are the stock command line's.
    pytest.mark.parametrize("cli", ["docker"], indirect=True),
]

SERVE = "echo hello from $(hostname) > /var/www/index.html; exec httpd -f -p 80 -h /var/www"


def _inspected(cli: Cli, container: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cli("inspect", container).stdout)[0]
    return found


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def test_a_container_starts_on_several_networks(cli: Cli, busybox: str) -> None:
    cli("network", "create", "--subnet", "10.213.0.0/24", "one")
    cli("network", "create", "--ipv6", "two")
    cli("run", "-d", "--name", "web", "--hostname", "bow",
        "--network", "name=one,ip=10.213.0.77,alias=uno",
        "--network", "name=two,alias=due,mac-address=02:42:00:00:00:77",
        busybox, "sh", "-c", SERVE)  # fmt: skip
    networks = _inspected(cli, "web")["NetworkSettings"]["Networks"]
    assert networks["one"]["IPAddress"] == "10.213.0.77"
    assert networks["one"]["MacAddress"] == "02:42:0a:d5:00:4d"
    assert networks["two"]["MacAddress"] == "02:42:00:00:00:77"
    assert networks["two"]["GlobalIPv6Address"].startswith("fd")
    short = _inspected(cli, "web")["Id"][:12]
    assert networks["one"]["DNSNames"] == ["web", "uno", short, "bow"]
    for network, alias in (("one", "uno"), ("two", "due")):
        got = cli("run", "--rm", "--network", network, busybox, "wget", "-qO-", f"http://{alias}/")
        assert got.stdout == "hello from bow\n"
    hosts = cli("exec", "web", "cat", "/etc/hosts").stdout
    assert "10.213.0.77\tbow" in hosts
    conf = cli("exec", "web", "cat", "/etc/resolv.conf").stdout.split("\n")
    assert conf[0] == "nameserver 127.0.0.11"
    assert any(line.startswith("options") and "ndots:0" in line for line in conf)


def test_networks_come_and_go_while_a_container_runs(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    cli("run", "-d", "--name", "web", "--network", "mine", busybox, "sh", "-c", SERVE)
    cli("run", "-d", "--name", "late", busybox, "sleep", "600")
    before = cli("exec", "late", "cat", "/etc/resolv.conf").stdout
    cli("network", "connect", "--alias", "tardy", "mine", "late")
    assert cli("exec", "late", "wget", "-qO-", "http://web/").stdout.startswith("hello from ")
    assert "127.0.0.11" in cli("exec", "late", "cat", "/etc/resolv.conf").stdout
    assert cli("exec", "web", "ping", "-c1", "-W3", "tardy", check=False).stdout.count("(") > 0
    again = cli("network", "connect", "mine", "late", check=False)
    assert "endpoint with name late already exists in network mine" in again.stderr
    cli("network", "disconnect", "mine", "late")
    assert cli("exec", "late", "cat", "/etc/resolv.conf").stdout == before
    # A stopped container joins when it starts.
    cli("stop", "-t", "0", "late")
    cli("network", "connect", "mine", "late")
    cli("start", "late")
    assert cli("exec", "late", "wget", "-qO-", "http://web/").stdout.startswith("hello from ")


def test_names_are_answered_again_after_the_engine_was_away(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    cli("run", "-d", "--name", "web", "--network", "mine", "-p", "127.0.0.1::80", busybox,
        "sh", "-c", SERVE)  # fmt: skip
    cli("run", "-d", "--name", "asker", "--network", "mine", "--link", "web:linked", busybox,
        "sleep", "600")  # fmt: skip
    port = cli.lines("port", "web")
    cli.engine.kill9()
    cli.engine.start()
    assert cli.lines("port", "web") == port
    assert _get(f"http://{port[0].rpartition(' ')[2]}/").startswith("hello from ")
    for name in ("web", "linked"):
        assert cli("exec", "asker", "wget", "-qO-", f"http://{name}/").stdout.startswith("hello")


def test_links_on_the_default_bridge(cli: Cli, busybox: str) -> None:
    cli("run", "-d", "--name", "db", "--expose", "80", "-e", "MODE=fast", busybox,
        "sh", "-c", SERVE)  # fmt: skip
    cli("run", "-d", "--name", "web", "--link", "db:my-db", busybox, "sleep", "600")
    assert cli("exec", "web", "wget", "-qO-", "http://my-db/").stdout.startswith("hello from ")
    told = dict(
        line.partition("=")[::2] for line in cli.lines("exec", "web", "cat", "/proc/1/environ")
    )
    environment = cli("exec", "web", "cat", "/proc/1/environ").stdout.split("\0")
    assert "MY_DB_NAME=/web/my-db" in environment, told
    assert "MY_DB_ENV_MODE=fast" in environment
    assert any(line.startswith("MY_DB_PORT_80_TCP_ADDR=") for line in environment)
    assert _inspected(cli, "web")["HostConfig"]["Links"] == ["/db:/web/my-db"]
    # The other's address may change: its line is followed.
    cli("stop", "-t", "0", "db")
    cli("run", "-d", "--name", "squatter", busybox, "sleep", "600")
    cli("start", "db")
    assert cli("exec", "web", "wget", "-qO-", "http://my-db/").stdout.startswith("hello from ")
    cli("rm", "--link", "/web/my-db")
    assert "my-db" not in cli("exec", "web", "cat", "/etc/hosts").stdout
    missing = cli("run", "--rm", "--link", "nobody", busybox, "true", check=False)
    assert "could not get container for nobody: No such container: nobody" in missing.stderr


def test_dns_options_are_the_containers(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    options = ["--dns", "192.0.2.53", "--dns-search", "sea.example", "--dns-option", "timeout:1"]
    plain = cli("run", "--rm", *options, busybox, "cat", "/etc/resolv.conf")
    assert plain.stdout == "nameserver 192.0.2.53\nsearch sea.example\noptions timeout:1\n"
    named = cli("run", "--rm", "--network", "mine", *options, busybox, "cat", "/etc/resolv.conf")
    assert named.stdout == (
        "nameserver 127.0.0.11\nsearch sea.example\noptions timeout:1 ndots:0\n"
    )


def test_containers_that_share_an_alias_take_turns(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    for name in ("aft", "bow"):
        cli("run", "-d", "--name", name, "--hostname", name, "--network", "mine",
            "--network-alias", "pool", busybox, "sh", "-c", SERVE)  # fmt: skip
    ask = "for i in 1 2 3 4; do wget -qO- http://pool/; done"
    got = cli("run", "--rm", "--network", "mine", busybox, "sh", "-c", ask).stdout
    assert set(got.splitlines()) == {"hello from aft", "hello from bow"}


def test_the_host_has_a_name_inside(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    with ThreadingHTTPServer(("0.0.0.0", 0), _Ahoy) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            added = ["--add-host", "home:host-gateway"]
            for more, name in ((added, "home"), (["--network", "mine"], "host.docker.internal")):
                url = f"http://{name}:{server.server_port}/"
                got = cli("run", "--rm", *more, busybox, "wget", "-qO-", url)
                assert got.stdout == "ahoy"
        finally:
            server.shutdown()
            thread.join()


class _Ahoy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ahoy")

    @override
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_ports_are_published_on_ipv6_and_found_by_their_own_container(
    cli: Cli, busybox: str
) -> None:
    cli("run", "-d", "--name", "web", "-p", "[::1]::80", "-p", "0.0.0.0::80", "--expose", "81",
        "-P", busybox, "sh", "-c", SERVE)  # fmt: skip
    bindings = _inspected(cli, "web")["NetworkSettings"]["Ports"]
    assert [binding["HostIp"] for binding in bindings["80/tcp"]] == ["::1", "0.0.0.0"]
    assert bindings["81/tcp"][0]["HostPort"].isdecimal()
    six, four = (binding["HostPort"] for binding in bindings["80/tcp"])
    wait_for(lambda: _get(f"http://[::1]:{six}/"), 10, "no answer on ::1")
    gateway = _inspected(cli, "web")["NetworkSettings"]["Gateway"]
    own = cli("exec", "web", "timeout", "5", "wget", "-qO-", f"http://{gateway}:{four}/")
    assert own.stdout.startswith("hello from ")


def test_ports_close_and_open_with_the_way_outside(cli: Cli, busybox: str) -> None:
    cli("network", "create", "--internal", "closed")
    cli("run", "-d", "--name", "web", "--network", "closed", "-p", "127.0.0.1::80", busybox,
        "sh", "-c", SERVE)  # fmt: skip
    assert cli.lines("port", "web") == []
    cli("network", "connect", "bridge", "web")
    (port,) = cli.lines("port", "web")
    address = port.rpartition(" ")[2]
    wait_for(lambda: _get(f"http://{address}/"), 10, "no answer")
    cli("network", "disconnect", "bridge", "web")
    assert cli.lines("port", "web") == []
    assert _get(f"http://{address}/") == ""


def test_what_the_network_mode_rules_out_is_refused(cli: Cli, busybox: str) -> None:
    cli("network", "create", "mine")
    cli("run", "-d", "--name", "web", busybox, "sleep", "600")
    cli("run", "-d", "--name", "bare", "--network", "host", busybox, "sleep", "600")
    cli("run", "-d", "--name", "guest", "--network", "container:web", busybox, "sleep", "600")
    shared = (
        "container sharing network namespace with another container or host cannot be connected "
        "to any other network"
    )
    for arguments, words in (
        (["network", "connect", "mine", "bare"], shared),
        (["network", "connect", "mine", "guest"], shared),
        (["network", "connect", "host", "web"], "or connected to host network"),
        (["network", "disconnect", "host", "bare"], "cannot be disconnected from host network"),
        (["network", "connect", "none", "web"], "in private (none) mode"),
        (
            ["run", "--hostname", "x", "--network", "container:web", busybox, "true"],
            "conflicting options: hostname and the network mode",
        ),
        (
            ["run", "-p", "80:80", "--network", "container:web", busybox, "true"],
            "conflicting options: port publishing and the container type network mode",
        ),
        (
            ["run", "--ip", "10.0.0.1", busybox, "true"],
            "user specified IP address is supported on user defined networks only",
        ),
        (
            ["network", "connect", "--ip", "10.0.0.1", "mine", "web"],
            "user specified IP address is supported only when connecting to networks with user "
            "configured subnets",
        ),
    ):
        refused = cli(*arguments, check=False)
        assert refused.returncode != 0
        assert words in refused.stderr
