"""What a container of the machine must not reach: the host's loopback, the machine's own doors."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for
from fixtures.machine import HOST, MachineEngine

pytestmark = [pytest.mark.root, pytest.mark.qemu]

GUEST = "10.0.2.15"


@pytest.fixture
def server() -> Iterator[int]:
    """A web server on the host's loopback; its port."""

    class Quiet(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"of the host")

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield running.server_address[1]
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("network", ["bridge", "host"])
def test_the_hosts_loopback_is_closed(cli: Cli, server: int, network: str) -> None:
    assert not reached(cli, network, HOST, server)


@pytest.mark.parametrize("network", ["bridge", "host"])
@pytest.mark.parametrize("port", [22, 2375])
def test_the_machines_own_doors_are_closed(cli: Cli, network: str, port: int) -> None:
    for address in (GUEST, "172.17.0.1") if network == "bridge" else (GUEST, "127.0.0.1"):
        assert not reached(cli, network, address, port), address


def test_a_port_that_the_user_opened_is_reached_as_host_docker_internal(
    cli: Cli, machine: MachineEngine, server: int
) -> None:
    assert not reached(cli, "bridge", "host.docker.internal", server)
    machine.wait(machine.machine.configure(host_ports=(server,)))
    try:
        wait_for(
            lambda: reached(cli, "bridge", "host.docker.internal", server),
            20,
            "the opened port is not reached",
        )
        assert reached(cli, "host", HOST, server)
        assert not reached(cli, "bridge", HOST, server + 1)
    finally:
        machine.wait(machine.machine.configure(host_ports=()))
    assert not reached(cli, "bridge", "host.docker.internal", server)


def test_nothing_of_the_machines_hardware_is_in_a_container(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    devices = ("virtio-ports", "vport*", "vsock", "vda", "vdb", "mem", "console")
    script = f"cd /dev; ls {' '.join(devices)} 2>/dev/null; ls -A /sys/firmware"
    told = cli("run", "--rm", busybox, "sh", "-c", script)
    assert told.stdout.strip() == ""


def reached(cli: Cli, network: str, address: str, port: int) -> bool:
    busybox = cli.image("busybox:latest")
    done = cli(
        "run", "--rm", "--network", network, busybox,
        "sh", "-c", f"printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 3 {address} {port}",
        check=False,
    )  # fmt: skip
    return bool(done.stdout.strip())
