"""Legacy links: what the linking container is told."""

import pytest

from davit_engine.containers import links
from davit_engine.containers.model import Config, Container, Endpoint, HostConfig
from davit_engine.errors import InvalidParameter, NotFound


def db(**config: object) -> Container:
    return Container(
        id="d" * 64,
        name="db",
        created_ns=0,
        image_id="",
        layers=(),
        path="",
        args=(),
        config=Config(hostname="dddddddddddd", **config),  # type: ignore[arg-type]
        host_config=HostConfig(),
        endpoints=(Endpoint(network_id="n", network_name="bridge", ipv4="172.17.0.5/16"),),
    )


@pytest.mark.parametrize(
    ("text", "parsed"),
    [("db", ("db", "db")), ("db:x", ("db", "x")), ("/db:/web/x", ("db", "x"))],
)
def test_a_link_is_read_in_every_form(text: str, parsed: tuple[str, str]) -> None:
    assert links.parse(text) == parsed


@pytest.mark.parametrize("text", ["", ":", "a:b:c", "a b"])
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(InvalidParameter, match="bad format for links"):
        links.parse(text)


def test_a_link_to_nothing_is_a_bad_parameter() -> None:
    def find(name: str) -> Container:
        raise NotFound(f"No such container: {name}")

    with pytest.raises(InvalidParameter, match="could not get container for db: No such"):
        links.resolved("web", ["db:x"], find)


def test_links_are_kept_with_both_names() -> None:
    assert links.resolved("web", ["dd:x"], lambda name: db()) == ["/db:/web/x"]


def test_links_follow_a_new_name_of_either_end() -> None:
    assert links.renamed(["/db:/web/x"], "db", "data") == ["/data:/web/x"]
    assert links.renamed(["/db:/web/x"], "web", "site") == ["/db:/site/x"]
    assert links.renamed(["/db:/web/x"], "x", "y") == ["/db:/web/x"]


def test_the_hosts_line_names_alias_host_and_container() -> None:
    assert links.host_line(db(), "data") == ("172.17.0.5", "data dddddddddddd db")


def test_the_environment_is_dockers() -> None:
    other = db(
        exposed_ports={"6379/tcp": {}, "53/udp": {}, "80/tcp": {}, "81/tcp": {}},
        env=["MODE=fast", "PATH=/bin", "HOME=/root"],
    )
    told = links.environment("web", other, "my-db")
    assert told[0] == "MY_DB_PORT=tcp://172.17.0.5:80"
    assert {
        "MY_DB_PORT_80_TCP_START=tcp://172.17.0.5:80",
        "MY_DB_PORT_80_TCP_PORT_END=81",
        "MY_DB_PORT_6379_TCP=tcp://172.17.0.5:6379",
        "MY_DB_PORT_6379_TCP_ADDR=172.17.0.5",
        "MY_DB_PORT_6379_TCP_PORT=6379",
        "MY_DB_PORT_6379_TCP_PROTO=tcp",
        "MY_DB_PORT_53_UDP=udp://172.17.0.5:53",
        "MY_DB_NAME=/web/my-db",
        "MY_DB_ENV_MODE=fast",
    } <= set(told)
    assert not any("ENV_PATH" in line or "ENV_HOME" in line for line in told)
