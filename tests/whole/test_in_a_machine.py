"""An engine as it runs in a virtual machine: a host's ports and folders, a gate, an orderly end."""

import json
import socket
import subprocess
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.guest_side import Surroundings
from fixtures.registry import Registry

pytestmark = pytest.mark.root

GATEWAY = "192.0.2.77"
"""Stands for the host as containers see it; nothing is there."""

SERVE = "echo hello > /var/www/index.html; exec httpd -f -p 80 -h /var/www"


class Machine:
    """An engine, the host around it, and the docker command line as a user of the host has it."""

    def __init__(self, engine: Engine, around: Surroundings, busybox: str) -> None:
        self.engine = engine
        self.around = around
        self.host = around.host
        self.busybox = busybox

    def docker(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Through the gate."""
        env = {"DOCKER_HOST": f"unix://{self.around.socket}"}
        return self.engine.docker(*arguments, env=env, **options)

    def ports(self) -> set[tuple[str, str, int]]:
        return set(self.host.ports)


def _own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((GATEWAY, 9))
        return str(probe.getsockname()[0])


def _free_port(address: str) -> int:
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def machine(
    make_engine: Callable[..., Engine], registry: Registry, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Machine]:
    address = _own_address()
    gate = (address, _free_port(address))
    around = Surroundings(tmp_path_factory.mktemp("host"), address)
    around.gate = gate
    around.open()
    engine = make_engine(
        arguments=[
            *("--gate", f"{gate[0]}:{gate[1]}", "--gate-key", str(around.gate_key)),
            *("--host-channel", str(around.channel), "--host-gateway-ip", GATEWAY),
            "--live-restore=false",
        ]
    )
    engine.start()
    image = registry.image("busybox:latest")
    built = Machine(engine, around, image)
    built.docker("pull", "-q", image)
    yield built
    engine.close()
    around.close()


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def test_a_published_port_is_the_hosts(machine: Machine) -> None:
    port = _free_port("127.0.0.1")
    machine.docker("run", "-d", "--name", "web", "-p", f"{port}:80", "-p", "53/udp",
                   machine.busybox, "sh", "-c", SERVE)  # fmt: skip
    wait_for(lambda: _get(f"http://127.0.0.1:{port}/") == "hello\n", 10, "no answer")
    shown = machine.docker("port", "web").stdout
    assert f"80/tcp -> 127.0.0.1:{port}\n" in shown
    assert {key[0] for key in machine.ports()} == {"tcp", "udp"}

    # Containers reach it by the names of the host, on the default network and on others.
    machine.docker("network", "create", "ship")
    for network in ("bridge", "ship"):
        for name in ("host.docker.internal", "gateway.docker.internal"):
            looked = machine.docker("run", "--rm", "--network", network, machine.busybox,
                                    "nslookup", name, check=False)  # fmt: skip
            assert f"Address: {GATEWAY}" in looked.stdout
        got = machine.docker("run", "--rm", "--network", network, machine.busybox, "timeout", "5",
                             "wget", "-qO-", f"http://{GATEWAY}:{port}/")  # fmt: skip
        assert got.stdout == "hello\n"
    given = machine.docker("run", "--rm", "--add-host", "h:host-gateway", machine.busybox,
                           "cat", "/etc/hosts").stdout  # fmt: skip
    assert f"{GATEWAY}\th\n" in given

    machine.docker("rm", "-f", "web")
    assert machine.ports() == set()


def test_a_port_that_the_host_cannot_open_fails_in_words(machine: Machine) -> None:
    machine.host.taken[8080] = "nginx (pid 123)"
    refused = machine.docker("run", "--rm", "-p", "8080:80", machine.busybox, "true", check=False)
    assert refused.returncode == 125
    assert "failed to bind host port for 127.0.0.1:8080: address already in use" in refused.stderr
    assert "nginx (pid 123)" in refused.stderr

    machine.docker("run", "-d", "--name", "first", "-p", "8081:80", machine.busybox, "sleep", "99")
    refused = machine.docker("run", "--rm", "-p", "8081:80", machine.busybox, "true", check=False)
    assert "Bind for 127.0.0.1:8081 failed: port is already allocated: held by container first" in (
        refused.stderr
    )
    assert machine.docker("ps", "-aq").stdout.count("\n") == 1


def test_ports_come_back_with_either_side(machine: Machine) -> None:
    port = _free_port("127.0.0.1")
    machine.docker("run", "-d", "--name", "web", "-p", f"{port}:80", machine.busybox,
                   "sh", "-c", SERVE)  # fmt: skip
    before = dict(machine.host.ports)
    machine.around.call(machine.host.stop())
    assert _get(f"http://127.0.0.1:{port}/") == ""
    machine.around.call(machine.host.start())
    wait_for(lambda: machine.host.ports == before, 10, "the host was not told")
    wait_for(lambda: _get(f"http://127.0.0.1:{port}/") == "hello\n", 10, "no answer")

    machine.engine.kill9()
    machine.host.asked.clear()
    machine.engine.start()
    wait_for(lambda: "republish" in machine.host.methods(), 10, "the host was not told")
    assert machine.host.ports == before
    wait_for(lambda: _get(f"http://127.0.0.1:{port}/") == "hello\n", 10, "no answer")
    machine.docker("rm", "-f", "web")
    assert machine.ports() == set()


def test_folders_are_the_hosts(machine: Machine, tmp_path: Path) -> None:
    place = Path("/host") / tmp_path.name
    place.mkdir(parents=True)
    try:
        (place / "file").write_text("cargo\n")
        windows = r"C:\Users\me"
        machine.host.folders[windows] = str(place)
        machine.docker("run", "--name", "box", "-v", f"{windows}:/data:ro", machine.busybox,
                       "cat", "/data/file")  # fmt: skip
        (mount,) = json.loads(machine.docker("inspect", "box").stdout)[0]["Mounts"]
        assert (mount["Source"], mount["Destination"], mount["RW"]) == (windows, "/data", False)
        machine.docker("cp", "box:/data/file", str(tmp_path / "copy"))
        assert (tmp_path / "copy").read_text() == "cargo\n"
        named = machine.docker("volume", "create", "-o", "type=none", "-o", "o=bind",
                               "-o", f"device={windows}").stdout.strip()  # fmt: skip
        read = machine.docker("run", "--rm", "-v", f"{named}:/v", machine.busybox, "ls", "/v")
        assert read.stdout == "file\n"
    finally:
        (place / "file").unlink()
        place.rmdir()

    denied = machine.docker("run", "--rm", "-v", "/home/me:/x", machine.busybox, check=False)
    assert denied.returncode == 125
    assert "Mounts denied: /home/me is not shared" in denied.stderr
    denied = machine.docker("create", "--mount", "type=bind,src=/home/me,dst=/x", machine.busybox,
                            check=False)  # fmt: skip
    assert "Mounts denied: /home/me is not shared" in denied.stderr

    own = machine.docker("run", "--rm", "-v", "/var/run/docker.sock:/var/run/docker.sock",
                         machine.busybox, "ls", "-l", "/var/run/docker.sock")  # fmt: skip
    assert own.stdout.startswith("s")


def test_streams_are_half_closed_through_the_gate(machine: Machine) -> None:
    told = machine.docker("run", "--rm", "-i", machine.busybox, "sh", "-c", "wc -c; echo end",
                          stdin="x" * 3_000_000)  # fmt: skip
    assert told.stdout.split() == ["3000000", "end"]


def test_an_engine_that_ends_stops_its_containers_and_starts_them_again(machine: Machine) -> None:
    wait = "trap 'echo told; exit 3' TERM; while true; do sleep 0.1; done"
    for name, policy in (("plain", "no"), ("on", "always"), ("off", "unless-stopped")):
        machine.docker("run", "-d", "--name", name, "--restart", policy, machine.busybox,
                       "sh", "-c", wait)  # fmt: skip
    machine.docker("run", "-d", "--rm", "--name", "brief", machine.busybox, "sh", "-c", wait)
    machine.docker("run", "-d", "--name", "deaf", "--stop-timeout", "1", machine.busybox,
                   "sh", "-c", "trap '' TERM; while true; do sleep 0.1; done")  # fmt: skip
    machine.docker("stop", "off")
    codes: list[str] = []
    waiting = threading.Thread(
        target=lambda: codes.append(machine.docker("wait", "plain", check=False).stdout)
    )
    waiting.start()
    wait_for(lambda: "wait" not in codes, 1, "")
    machine.engine.stop()
    waiting.join()
    assert codes == ["3\n"], "who waits is told before the engine is gone"
    assert Path("/proc/self/mountinfo").read_text().count(str(machine.engine.exec_root)) == 0

    machine.engine.start()
    wait_for(
        lambda: machine.docker("ps", "--format", "{{.Names}}").stdout == "on\n", 10, "not started"
    )
    names = "{{.Names}} {{.Status}}"
    listed = dict(
        line.split(" ", 1)
        for line in machine.docker("ps", "-a", "--format", names).stdout.splitlines()
    )
    assert set(listed) == {"plain", "on", "off", "deaf"}
    assert listed["plain"].startswith("Exited (3)")
    assert listed["off"].startswith("Exited (3)")
    assert listed["deaf"].startswith("Exited (137)")
    assert "told" in machine.docker("logs", "plain").stdout


def test_containers_see_nothing_of_the_machine(machine: Machine) -> None:
    look = (
        "ls /dev; ls /dev/virtio-ports /dev/vport0p1 /dev/fw_cfg 2>/dev/null; "
        "ls -A /sys/firmware | wc -l"
    )
    seen = machine.docker("run", "--rm", machine.busybox, "sh", "-c", look).stdout.split()
    assert not [name for name in seen if name.startswith(("vport", "virtio", "vsock", "hvc"))]
    assert seen[-1] == "0"
