"""Docker Compose: a shop of three services, from `up` to `down -v`."""

import json
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root

SHOP = """\
name: shop
services:
  web:
    image: {nginx}
    command:
      - sh
      - -ec
      - |
        cd /etc/nginx/conf.d
        awk '/^name/ {{ print "resolver " $$2 " valid=1s;"; exit }}' /etc/resolv.conf >dns.conf
        exec nginx -g 'daemon off;'
    ports: ["127.0.0.1::80"]
    networks: [front]
    depends_on: {{api: {{condition: service_started}}}}
    configs:
      - {{source: proxy, target: /etc/nginx/sites-available/default}}
    labels: {{tier: "${{TIER:-edge}}"}}
  api:
    image: {api}
    environment:
      GREETING: ${{GREETING:-welcome}}
      DB_PASSWORD_FILE: /run/secrets/db_password
    secrets: [db_password]
    networks: [front, back]
    depends_on: {{db: {{condition: service_healthy}}}}
    stop_grace_period: 1s
    deploy: {{resources: {{limits: {{memory: 128m, cpus: "0.5"}}}}}}
  db:
    image: {postgres}
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD_FILE: /run/secrets/db_password
      POSTGRES_DB: shop
    secrets: [db_password]
    volumes: [orders:/var/lib/postgresql/data]
    networks: {{back: {{aliases: [database]}}}}
    shm_size: 64m
    healthcheck:
      test: [CMD, pg_isready, -h, 127.0.0.1, -U, shop]
      interval: 300ms
      timeout: 5s
      retries: 100
  audit:
    image: {busybox}
    profiles: [tools]
    command: [sh, -c, "echo audited; sleep 600"]
    networks: [back]
    init: true
    stop_signal: SIGKILL
  once:
    image: {busybox}
    profiles: [tools]
    command: [sh, -c, "echo done; exit 6"]
    network_mode: none
configs:
  proxy:
    content: |
      server {{
        listen 80 default_server;
        location / {{
          set $$api http://api:8000;
          proxy_pass $$api;
        }}
      }}
secrets:
  db_password: {{environment: DB_PASSWORD}}
networks:
  front: {{}}
  back: {{internal: true}}
volumes:
  orders: {{}}
"""


class Shop:
    """`docker compose` in the folder of the shop's file."""

    def __init__(self, engine: Engine, config: Path, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self._env = {"DOCKER_CONFIG": str(config), "DB_PASSWORD": "open sesame"}

    def __call__(
        self, *arguments: str, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        command = [str(self.engine.program("docker")), "compose", "--ansi", "never"]
        file = str(self.folder / "compose.yaml")
        return self.engine.run(
            [*command, "-f", file, *arguments], env={**self._env, **environment}, check=check
        )

    def ids(self, service: str) -> list[str]:
        return sorted(self("ps", "-a", "-q", service).stdout.split())

    def rows(self) -> dict[str, dict[str, Any]]:
        """What `ps --format json` says, by container name."""
        lines = self("ps", "-a", "--format", "json").stdout.splitlines()
        return {row["Name"]: row for row in map(json.loads, lines)}

    def address(self) -> str:
        return "http://" + self("port", "web", "80").stdout.strip()

    def ask(self, method: str = "GET") -> tuple[str, str]:
        """The answer of the shop through web, api and db, and the name of the api that gave it."""
        request = urllib.request.Request(self.address(), method=method)
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.read().decode().strip(), response.headers["X-Host"]

    def wait_until_open(self) -> None:
        wait_for(self._open, 30, "the shop does not open", lambda: self("logs").stdout)

    def _open(self) -> bool:
        try:
            return bool(self.ask())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


@pytest.fixture(scope="module")
def shop(
    engine: Engine,
    plugin_config: Path,
    pulled: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Shop]:
    """The shop, open."""
    folder = tmp_path_factory.mktemp("shop")
    images = {"nginx": "nginx:latest", "api": "shop-api:1", "postgres": "postgres:15",
              "busybox": "busybox:latest"}  # fmt: skip
    references = {name: pulled(image) for name, image in images.items()}
    (folder / "compose.yaml").write_text(SHOP.format(**references))
    shop = Shop(engine, plugin_config, folder)
    shop("up", "-d")
    shop.wait_until_open()
    yield shop
    shop("--profile", "*", "down", "-v", "-t", "0", "--remove-orphans")


def test_config_and_pull(shop: Shop) -> None:
    resolved = json.loads(shop("config", "--format", "json").stdout)
    assert set(resolved["services"]) == {"api", "db", "web"}
    assert shop("config", "--profiles").stdout == "tools\n"
    assert set(shop("config", "--volumes").stdout.split()) == {"orders"}
    shop("pull", "-q", "web")
    assert len(shop("images", "-q").stdout.split()) == 3
    assert "shop" in shop("ls", "--format", "json").stdout
    assert shop("version", "--short").stdout.startswith("2.")


def test_up_waits_for_the_healthy_database_and_orders_go_through(shop: Shop) -> None:
    rows = shop.rows()
    assert {name: row["State"] for name, row in rows.items()} == {
        "shop-api-1": "running",
        "shop-db-1": "running",
        "shop-web-1": "running",
    }
    assert rows["shop-db-1"]["Health"] == "healthy"
    before = int(shop.ask()[0].split()[0])
    answer, _ = shop.ask("POST")
    assert answer.endswith(" welcome")
    assert int(shop.ask()[0].split()[0]) == before + 1


def test_labels_networks_and_limits_are_as_written(shop: Shop) -> None:
    document = json.loads(shop.engine.docker("inspect", "shop-api-1").stdout)[0]
    labels = document["Config"]["Labels"]
    assert labels["com.docker.compose.project"] == "shop"
    assert labels["com.docker.compose.service"] == "api"
    assert set(document["NetworkSettings"]["Networks"]) == {"shop_back", "shop_front"}
    assert document["HostConfig"]["Memory"] == 128 << 20
    network = json.loads(shop.engine.docker("network", "inspect", "shop_back").stdout)[0]
    assert network["Internal"] is True
    volume = json.loads(shop.engine.docker("volume", "inspect", "shop_orders").stdout)[0]
    assert volume["Labels"]["com.docker.compose.volume"] == "orders"


def test_up_again_changes_nothing(shop: Shop) -> None:
    before = {service: shop.ids(service) for service in ("web", "api", "db")}
    shop("up", "-d")
    assert {service: shop.ids(service) for service in ("web", "api", "db")} == before


def test_what_changed_and_what_depends_on_it_is_recreated(shop: Shop) -> None:
    def ids() -> tuple[list[str], ...]:
        return shop.ids("web"), shop.ids("api"), shop.ids("db")

    orders = shop.ask()[0].split()[0]
    first = ids()
    shop("up", "-d", TIER="core")
    second = ids()
    assert second[0] != first[0]
    assert second[1:] == first[1:]
    shop("up", "-d", GREETING="hello again")
    third = ids()
    assert third[1] != second[1]
    assert third[2] == second[2]
    shop.wait_until_open()
    assert shop.ask()[0] == f"{orders} hello again"
    shop("up", "-d", "--wait")
    shop.wait_until_open()
    assert shop.ask()[0] == f"{orders} welcome"


def test_a_service_recreated_by_force_keeps_its_volume(shop: Shop) -> None:
    before = shop.ids("db")
    orders = shop.ask("POST")[0]
    shop("up", "-d", "--force-recreate", "--no-deps", "--wait", "db")
    assert shop.ids("db") != before
    shop.wait_until_open()
    assert shop.ask()[0] == orders


def test_scale_up_and_down(shop: Shop) -> None:
    shop("up", "-d", "--scale", "api=3", "--no-recreate")
    assert {"shop-api-1", "shop-api-2", "shop-api-3"} <= set(shop.rows())
    told = shop("exec", "-T", "--index", "2", "api", "getent", "ahostsv4", "api").stdout
    assert len({line.split()[0] for line in told.splitlines()}) == 3
    answered: set[str] = set()

    def ask() -> bool:
        answered.add(shop.ask()[1])
        return len(answered) > 1

    wait_for(ask, 30, "only one of three answers")
    shop("scale", "api=1")
    assert len(shop.ids("api")) == 1


def test_logs_and_attach(shop: Shop) -> None:
    told = shop("logs", "--no-color", "--tail", "100", "api", "db").stdout
    assert re.search(r"api-1 +\| the till is open\n", told), told
    assert "db-1" in told
    assert "the till is open" in shop("logs", "--no-log-prefix", "-t", "api").stdout
    ended = shop("--profile", "tools", "up", "--no-deps", "--exit-code-from", "once", "once",
                 check=False)  # fmt: skip
    assert "once-1  | done" in ended.stdout
    assert ended.returncode == 6
    shop("--profile", "tools", "rm", "-f", "once")


def test_exec_run_and_cp(shop: Shop, tmp_path: Path) -> None:
    told = shop("exec", "-T", "-e", "PGPASSWORD=open sesame", "db", "psql", "-h", "database",
                "-U", "shop", "-At", "-c", "select 6 * 7")  # fmt: skip
    assert told.stdout == "42\n"
    assert shop(
        "exec", "-T", "-e", "A=1", "-w", "/tmp", "api", "sh", "-c", "echo $A $PWD"
    ).stdout == ("1 /tmp\n")
    assert shop("exec", "-T", "api", "sh", "-c", "exit 9", check=False).returncode == 9
    ran = shop("run", "--rm", "--no-deps", "-T", "-e", "B=2", "api", "sh", "-c", "echo $B; exit 0")
    assert ran.stdout == "2\n"
    assert shop("run", "--rm", "--no-deps", "-T", "api", "false", check=False).returncode == 1
    assert len(shop.ids("api")) == 1
    (tmp_path / "note").write_text("copied\n")
    shop("cp", str(tmp_path / "note"), "api:/tmp/note")
    assert shop("exec", "-T", "api", "cat", "/tmp/note").stdout == "copied\n"
    shop("cp", "api:/tmp/note", str(tmp_path / "back"))
    assert (tmp_path / "back").read_text() == "copied\n"


def test_top_events_and_stats(shop: Shop) -> None:
    assert "postgres" in shop("top", "db").stdout
    assert "shop-db-1" in shop("stats", "--no-stream").stdout
    assert shop("port", "web", "80").stdout.startswith("127.0.0.1:")


def test_pause_restart_stop_and_kill(shop: Shop) -> None:
    shop("pause", "api")
    assert shop.rows()["shop-api-1"]["State"] == "paused"
    shop("unpause", "api")
    before = json.loads(shop.engine.docker("inspect", "shop-api-1").stdout)[0]["State"]
    shop("restart", "-t", "1", "api")
    after = json.loads(shop.engine.docker("inspect", "shop-api-1").stdout)[0]["State"]
    assert (after["Status"], after["Pid"] != before["Pid"]) == ("running", True)
    shop("stop", "-t", "1", "web")
    assert shop.rows()["shop-web-1"]["State"] == "exited"
    shop("start", "web")
    shop("kill", "-s", "SIGKILL", "web")
    wait_for(lambda: shop.rows()["shop-web-1"]["State"] == "exited", 10, "still there")
    assert shop("wait", "web", check=False).returncode in (0, 1, 137)
    shop("up", "-d")
    shop.wait_until_open()


def test_profiles_and_orphans(shop: Shop) -> None:
    assert shop.ids("audit") == []
    shop("--profile", "tools", "up", "-d", "audit")
    wait_for(lambda: "audited" in shop("logs", "audit").stdout, 10, "no audit")
    assert shop.rows()["shop-audit-1"]["State"] == "running"
    shop("--profile", "tools", "rm", "-s", "-f", "-v", "audit")
    assert "shop-audit-1" not in shop.rows()


def test_dry_run_and_create(shop: Shop) -> None:
    shop("--dry-run", "--profile", "tools", "up", "-d", "audit")
    assert shop.ids("audit") == []
    shop("--profile", "tools", "create", "audit")
    assert shop.rows()["shop-audit-1"]["State"] == "created"
    shop("--profile", "tools", "rm", "-f", "audit")


def test_a_missing_image_is_told(shop: Shop, tmp_path: Path) -> None:
    broken = tmp_path / "compose.yaml"
    broken.write_text("services: {a: {image: '127.0.0.1:1/none:1'}}\n")
    failed = Shop(shop.engine, Path(shop._env["DOCKER_CONFIG"]), tmp_path)("up", "-d", check=False)
    assert failed.returncode != 0
    assert "Error" in failed.stderr


def test_down_leaves_the_volume_and_down_v_nothing(shop: Shop) -> None:
    orders = shop.ask("POST")[0].split()[0]
    shop("down", "-t", "1")
    docker = shop.engine.docker
    mine = ("--filter", "label=com.docker.compose.project=shop")
    assert docker("ps", "-aq", *mine).stdout == docker("network", "ls", "-q", *mine).stdout == ""
    assert docker("volume", "ls", "-q", *mine).stdout == "shop_orders\n"
    shop("up", "-d", "--quiet-pull")
    shop.wait_until_open()
    assert shop.ask()[0].split()[0] == orders
    shop("down", "-v", "-t", "1", "--remove-orphans")
    assert docker("volume", "ls", "-q", *mine).stdout == ""


BUILT = """\
name: built
services:
  said:
    build:
      context: .
      args: {{WORD: love}}
      target: said
      labels: {{org.example.who: ada}}
      tags: ["built/extra:1"]
    image: built/said:1
    network_mode: none
"""
BUILT_FROM = """\
FROM {busybox} AS said
ARG WORD=none
RUN echo "made with $WORD" > /said
COPY kept /
CMD ["cat", "/said", "/kept"]
FROM said
RUN false
"""


@pytest.fixture
def built(
    engine: Engine, plugin_config: Path, pulled: Callable[[str], str], tmp_path: Path
) -> Iterator[Shop]:
    """A service that is built from a folder."""
    (tmp_path / "compose.yaml").write_text(BUILT.format())
    (tmp_path / "Dockerfile").write_text(BUILT_FROM.format(busybox=pulled("busybox:latest")))
    (tmp_path / ".dockerignore").write_text("left\n")
    (tmp_path / "kept").write_text("kept\n")
    (tmp_path / "left").write_text("left\n")
    project = Shop(engine, plugin_config, tmp_path)
    yield project
    project("down", "-t", "0", "--rmi", "all")
    engine.docker("rmi", "-f", "built/extra:1")


def test_a_service_is_built_by_the_engine(built: Shop) -> None:
    done = built("build", DOCKER_BUILDKIT="0")
    assert re.search(r"^Step 2/\d : ARG WORD=none$", done.stdout + done.stderr, re.M)
    built("up", "--build", "-d", DOCKER_BUILDKIT="0")
    assert built.engine.docker("wait", "built-said-1").stdout == "0\n"
    assert built.engine.docker("logs", "built-said-1").stdout == "made with love\nkept\n"
    labels = "{{json .Config.Labels}}"
    for name in ("built/said:1", "built/extra:1"):
        assert "ada" in built.engine.docker("image", "inspect", "-f", labels, name).stdout


def test_with_buildx_a_service_is_built_in_a_container_of_buildkit(built: Shop) -> None:
    done = built("build", "--pull", check=False)
    assert "docker-container driver" in done.stdout + done.stderr
