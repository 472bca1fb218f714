"""The filters of a container list."""

import msgspec
import pytest

from davit_engine.containers.listing import matches
from davit_engine.containers.model import (
    Config,
    Container,
    Endpoint,
    HostConfig,
    MountPoint,
    PortBinding,
    State,
)
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.lookup import parse_filters


class Image(msgspec.Struct, frozen=True):
    id: str
    chain: tuple[str, ...]


class Images:
    """Knows one image."""

    def get(self, name: str) -> Image:
        if name != "base":
            raise NotFound(f"No such image: {name}")
        return Image("sha256:base", ("sha256:1",))


def container(name: str, created: int, **more: object) -> Container:
    fields: dict[str, object] = {
        "image_id": "sha256:other",
        "layers": (),
        "config": Config(),
        "host_config": HostConfig(),
        **more,
    }
    return Container(  # type: ignore[arg-type]
        id=(name * 64)[:64], name=name, created_ns=created, path="", args=(), **fields
    )


EVERYTHING = [
    container("aa", 1, state=State(status="exited", exit_code=3), layers=("sha256:1", "sha256:2")),
    container(
        "bb",
        2,
        config=Config(labels={"tier": "web"}, exposed_ports={"80/tcp": {}}),
        host_config=HostConfig(port_bindings={"80/tcp": [PortBinding()]}),
        state=State(status="running"),
        mounts=(MountPoint(type="volume", name="data", target="/d"),),
        endpoints=(Endpoint(network_id="n1", network_name="front"),),
    ),
    container("cc", 3, state=State(status="paused")),
]


def names(filters: str) -> list[str]:
    parsed = parse_filters(
        filters,
        {
            "id", "name", "label", "status", "exited", "before", "since", "ancestor", "health",
            "volume", "network", "publish", "expose", "is-task",
        },
    )  # fmt: skip
    by_name = {c.name: c for c in EVERYTHING}
    wanted = matches(EVERYTHING, parsed, Images(), lambda name: by_name[name])
    return [c.name for c in EVERYTHING if wanted(c)]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("{}", ["aa", "bb", "cc"]),
        ('{"id":["aaaa","cccc"]}', ["aa", "cc"]),
        ('{"name":["^b"]}', ["bb"]),
        ('{"name":["/cc"]}', ["cc"]),
        ('{"label":["tier=web"]}', ["bb"]),
        ('{"label":["tier=db"]}', []),
        ('{"status":["paused","running"]}', ["bb", "cc"]),
        ('{"exited":["3"]}', ["aa"]),
        ('{"exited":["0"]}', []),
        ('{"before":["bb"]}', ["aa"]),
        ('{"since":["bb"]}', ["cc"]),
        ('{"ancestor":["base"]}', ["aa"]),
        ('{"ancestor":["unknown"]}', []),
        ('{"health":["none"]}', ["aa", "bb", "cc"]),
        ('{"volume":["data"]}', ["bb"]),
        ('{"volume":["/d"]}', ["bb"]),
        ('{"network":["front"]}', ["bb"]),
        ('{"publish":["80"]}', ["bb"]),
        ('{"expose":["79-81/tcp"]}', ["bb"]),
        ('{"is-task":["true"]}', []),
    ],
)
def test_a_filter_leaves_what_docker_leaves(filters: str, expected: list[str]) -> None:
    assert names(filters) == expected


@pytest.mark.parametrize("key", ["status", "exited", "health", "is-task", "publish", "expose"])
def test_a_value_that_means_nothing_is_refused(key: str) -> None:
    with pytest.raises(InvalidParameter):
        names(f'{{"{key}":["x"]}}')
