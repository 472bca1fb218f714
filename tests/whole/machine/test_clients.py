"""Stock clients through the machine's endpoint: what only shows there, in little time.

All their scenarios run with DAVIT_TEST_ENDPOINT=machine; the table in tests/clients has the result.
"""

import calendar
import json
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docker
import pytest
from testcontainers.core.config import ConnectionMode, testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import HttpWaitStrategy

from fixtures.commands import Cli
from fixtures.daemon import wait_for, wait_for_page
from fixtures.machine import MachineEngine

pytestmark = [
    pytest.mark.root,
    pytest.mark.qemu,
    # docker-py leaves the closing of its streams' sockets to the garbage collector.
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
    ),
]

PLUGINS = Path(__file__).parents[3] / ".cache/cli-plugins"

SHOP = """\
name: shop
services:
  web:
    image: {busybox}
    command: [sh, -c, "mkdir /www; until wget -q -O /www/index.html http://api:8000;
      do sleep 1; done; exec httpd -f -p 80 -h /www"]
    ports: ["127.0.0.1::80"]
    networks: [front]
    depends_on: [api]
    stop_signal: SIGKILL
  api:
    image: {busybox}
    command: [httpd, -f, -p, "8000", -h, /goods]
    volumes: ["goods:/goods:ro", "{shared}:/shared"]
    networks: [front, back]
    depends_on: {{db: {{condition: service_healthy}}}}
    stop_signal: SIGKILL
  db:
    image: {busybox}
    command: [sh, -c, "echo three apples >/goods/index.html; sleep 600"]
    volumes: ["goods:/goods"]
    networks: [back]
    healthcheck: {{test: [CMD, test, -s, /goods/index.html], interval: 500ms, retries: 60}}
    stop_signal: SIGKILL
networks:
  front: {{}}
  back: {{internal: true}}
volumes:
  goods: {{}}
"""


@pytest.fixture
def busybox(cli: Cli) -> str:
    image = cli.image("busybox:latest")
    cli("pull", "-q", image)
    return image


@pytest.fixture
def client(machine: MachineEngine) -> Iterator[docker.DockerClient]:
    with_endpoint = docker.DockerClient(machine.machine.endpoint, timeout=120)
    yield with_endpoint
    with_endpoint.close()


def test_compose_brings_up_three_services_and_takes_them_down(
    cli: Cli, machine: MachineEngine, busybox: str, tmp_path: Path
) -> None:
    assert (PLUGINS / "docker-compose").exists(), "no docker compose; `make test` installs it"
    (tmp_path / "config.json").write_text(json.dumps({"cliPluginsExtraDirs": [str(PLUGINS)]}))
    file = tmp_path / "compose.yaml"
    shared = machine.shared / "goods"
    shared.mkdir()
    file.write_text(SHOP.format(busybox=busybox, shared=shared))

    def compose(*arguments: str) -> str:
        environment = {"DOCKER_CONFIG": str(tmp_path)}
        return cli("compose", "-f", str(file), *arguments, env=environment).stdout

    compose("up", "-d")
    address = "http://" + compose("port", "web", "80").strip()
    assert wait_for_page(address) == b"three apples\n"
    states = [json.loads(row)["Health"] for row in compose("ps", "--format", "json").splitlines()]
    assert sorted(states) == ["", "", "healthy"]
    compose("exec", "-T", "api", "sh", "-c", "cp /goods/index.html /shared")
    assert (shared / "index.html").read_text() == "three apples\n"
    compose("down", "-v")
    assert cli.lines("ps", "-aq") == []
    assert cli.lines("volume", "ls", "-q") == []


def test_docker_py_runs_asks_and_hears(client: docker.DockerClient, busybox: str) -> None:
    began = time.time()
    assert client.containers.run(busybox, ["echo", "hello"], remove=True) == b"hello\n"
    container = client.containers.run(busybox, ["sleep", "600"], detach=True, name="asked")
    status, (out, err) = container.exec_run(["sh", "-c", "echo out; echo err >&2"], demux=True)
    assert (status, out, err) == (0, b"out\n", b"err\n")
    container.remove(force=True)
    past: list[dict[str, Any]] = list(
        client.events(
            decode=True, since=f"{began:.9f}", until=f"{time.time() + 0.1:.9f}",
            filters={"container": "asked", "event": ["create", "start", "destroy"]},
        )
    )  # fmt: skip
    assert [event["Action"] for event in past] == ["create", "start", "destroy"]


def test_the_machines_clock_is_its_hosts(client: docker.DockerClient) -> None:
    def off() -> float:
        began = time.time()
        told = client.info()["SystemTime"]
        ended = time.time()
        moment = _seconds(told)
        return max(0.0, began - moment, moment - ended)

    wait_for(lambda: off() < 0.1, 20, "the clock is off", lambda: f"by {off()} s")


def test_testcontainers_waits_for_a_page(
    machine: MachineEngine, busybox: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCKER_HOST", machine.machine.endpoint)
    monkeypatch.setattr(testcontainers_config, "ryuk_disabled", True)
    monkeypatch.setattr(
        testcontainers_config, "connection_mode_override", ConnectionMode.docker_host
    )
    monkeypatch.setattr(testcontainers_config, "tc_host_override", "127.0.0.1")
    page = (
        DockerContainer(busybox)
        .with_command(["sh", "-c", "echo a page >/tmp/index.html; exec httpd -f -p 80 -h /tmp"])
        .with_exposed_ports(80)
        .waiting_for(HttpWaitStrategy(80, "/").for_status_code(200).with_startup_timeout(60))
    )
    with page:
        url = f"http://{page.get_container_host_ip()}:{page.get_exposed_port(80)}/"
        with urllib.request.urlopen(url, timeout=20) as answer:
            assert answer.read() == b"a page\n"


def _seconds(rfc3339: str) -> float:
    whole, _, fraction = rfc3339.rstrip("Z").partition(".")
    parsed = time.strptime(whole, "%Y-%m-%dT%H:%M:%S")
    return calendar.timegm(parsed) + float(f"0.{fraction or 0}")
