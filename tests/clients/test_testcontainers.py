"""testcontainers: services that other programs' tests start, wait for and throw away."""

import gc
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import psycopg
import pytest
from testcontainers.community.postgres import PostgresContainer
from testcontainers.community.redis import RedisContainer
from testcontainers.core.config import ConnectionMode, testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.network import Network
from testcontainers.core.wait_strategies import (
    CompositeWaitStrategy,
    ExecWaitStrategy,
    FileExistsWaitStrategy,
    HealthcheckWaitStrategy,
    HttpWaitStrategy,
    LogMessageWaitStrategy,
    PortWaitStrategy,
)

from fixtures.daemon import Engine, wait_for_page

pytestmark = [
    pytest.mark.root,
    # docker-py leaves the closing of its streams' sockets to the garbage collector.
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
    ),
]

CONNECTION = ConnectionMode.docker_host


@pytest.fixture(autouse=True)
def on_this_engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Without Ryuk, whose image comes from a hub; what it would clean up ends with each test."""
    monkeypatch.setenv("DOCKER_HOST", engine.env["DOCKER_HOST"])
    monkeypatch.setenv("DOCKER_CONFIG", engine.env["DOCKER_CONFIG"])
    monkeypatch.setattr(testcontainers_config, "ryuk_disabled", True)
    monkeypatch.setattr(testcontainers_config, "sleep_time", 0.1)
    monkeypatch.setattr(testcontainers_config, "max_tries", 1200)
    # Where the tests themselves run in a container, it would look for ports at the gateway.
    monkeypatch.setattr(testcontainers_config, "connection_mode_override", CONNECTION)
    monkeypatch.setattr(testcontainers_config, "tc_host_override", "127.0.0.1")
    yield
    gc.collect()


@pytest.fixture
def busybox(pulled: Callable[[str], str]) -> str:
    return pulled("busybox:latest")


def test_postgres_answers_on_its_mapped_port(pulled: Callable[[str], str]) -> None:
    image = pulled("postgres:15")
    with PostgresContainer(image, username="ada", password="s3cret", dbname="books") as postgres:
        with psycopg.connect(postgres.get_connection_url(driver=None)) as connection:
            connection.execute("CREATE TABLE titles (name text)")
            connection.execute("INSERT INTO titles VALUES ('Notes')")
            assert connection.execute("SELECT count(*) FROM titles").fetchone() == (1,)
        told = postgres.exec(["psql", "-U", "ada", "-h", "127.0.0.1", "-c", "select 1", "books"])
        assert told.exit_code in (0, 2)
        assert b"ready to accept connections" in b"".join(postgres.get_logs())


def test_redis_answers_with_and_without_a_password(pulled: Callable[[str], str]) -> None:
    image = pulled("redis:latest")
    with RedisContainer(image) as plain, RedisContainer(image, password="pw") as locked:
        for container in (plain, locked):
            client = container.get_client()
            client.set("key", "value")
            assert client.get("key") == b"value"
            client.close()
        assert plain.get_exposed_port(6379) != locked.get_exposed_port(6379)


@pytest.mark.parametrize(
    "strategy",
    [
        pytest.param(LogMessageWaitStrategy("is open"), id="log"),
        pytest.param(HttpWaitStrategy(8080, "/").for_status_code(200), id="http"),
        pytest.param(PortWaitStrategy(8080), id="port"),
        pytest.param(ExecWaitStrategy(["test", "-e", "/www/index.html"]), id="exec"),
        pytest.param(HealthcheckWaitStrategy(), id="health"),
        pytest.param(
            CompositeWaitStrategy(LogMessageWaitStrategy("is open"), PortWaitStrategy(8080)),
            id="several",
        ),
    ],
)
def test_each_way_of_waiting(busybox: str, strategy: LogMessageWaitStrategy) -> None:
    second = 1_000_000_000
    script = (
        "sleep 0.5; mkdir /www; echo hello >/www/index.html; echo the shop is open;"
        " exec httpd -f -p 8080 -h /www"
    )
    shop = (
        DockerContainer(busybox)
        .with_command(["sh", "-c", script])
        .with_exposed_ports(8080)
        .with_kwargs(
            healthcheck={
                "test": ["CMD", "test", "-e", "/www/index.html"],
                "interval": second // 4,
                "timeout": second,
                "retries": 50,
            }
        )
        .waiting_for(strategy.with_startup_timeout(20).with_poll_interval(0.1))
    )
    with shop:
        host, port = shop.get_container_host_ip(), shop.get_exposed_port(8080)
        # A machine's forwarded port takes connections before the server does.
        assert wait_for_page(f"http://{host}:{port}/") == b"hello\n"


def test_waiting_for_a_file_on_the_host(busybox: str, shared_folder: Path) -> None:
    file = shared_folder / "ready"
    container = (
        DockerContainer(busybox)
        .with_volume_mapping(shared_folder, "/out", "rw")
        .with_command(["sh", "-c", "sleep 0.3; touch /out/ready; sleep 600"])
        .waiting_for(FileExistsWaitStrategy(file).with_startup_timeout(20))
    )
    with container:
        assert file.exists()


def test_a_wait_in_vain_ends_with_the_logs(busybox: str) -> None:
    strategy = LogMessageWaitStrategy("never said").with_startup_timeout(1)
    container = DockerContainer(busybox).with_command(["sh", "-c", "echo alas; sleep 600"])
    with pytest.raises(TimeoutError), container.waiting_for(strategy):
        pass


def test_two_containers_talk_by_alias_on_their_network(busybox: str) -> None:
    with Network() as network:
        server = (
            DockerContainer(busybox)
            .with_network(network)
            .with_network_aliases("server")
            .with_command(["sh", "-c", "echo hi >/tmp/index.html; exec httpd -f -p 80 -h /tmp"])
        )
        client = DockerContainer(busybox).with_network(network).with_command("sleep 600")
        with server, client:
            told = client.exec(["sh", "-c", "until wget -qO- http://server; do sleep 0.1; done"])
            assert told.output.endswith(b"hi\n")


def test_environment_volumes_tmpfs_and_files(busybox: str, shared_folder: Path) -> None:
    (shared_folder / "given").write_text("given\n")
    container = (
        DockerContainer(busybox, name="mixed")
        .with_envs(A="1", B="2")
        .with_tmpfs_mount("/scratch", "size=1m")
        .with_volume_mapping(shared_folder, "/host", "ro")
        .with_copy_into_container(b"copied\n", "/etc/copied")
        .with_command("sleep 600")
    )
    with container:
        script = "echo $A$B; cat /host/given /etc/copied; grep -c ' /scratch tmpfs' /proc/mounts"
        assert container.exec(["sh", "-c", script]).output == b"12\ngiven\ncopied\n1\n"
        container.copy_from_container("/etc/copied", shared_folder / "back")
        assert (shared_folder / "back").read_text() == "copied\n"


def test_exit_code_and_labels_of_a_short_task(busybox: str, engine: Engine) -> None:
    with DockerContainer(busybox).with_command(["sh", "-c", "exit 3"]) as task:
        assert task.wait() == 3
        labels = task.get_wrapped_container().labels
        assert "org.testcontainers.session-id" in labels
    client = docker.DockerClient(base_url=engine.env["DOCKER_HOST"])
    found = client.containers.list(all=True, filters={"label": "org.testcontainers=true"})
    client.close()
    assert found == []


def test_eight_at_once(busybox: str) -> None:
    codes: list[int] = []

    def one() -> None:
        with DockerContainer(busybox).with_command("sleep 600") as container:
            codes.append(container.exec("true").exit_code or 0)

    started = time.monotonic()
    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0] * 8
    assert time.monotonic() - started < 60
