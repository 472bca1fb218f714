"""What an image inherits of the container that it is made of."""

import pytest

from davit_engine.containers.committed import committed_config
from davit_engine.containers.model import Config, HealthConfig
from davit_engine.errors import InvalidParameter
from davit_engine.images.document import Healthcheck, RunConfig

OWN = Config(
    hostname="c0",
    user="ann",
    env=["PATH=/bin", "A=1"],
    cmd=["serve"],
    entrypoint=["/run"],
    labels={"a": "b"},
    exposed_ports={"80/tcp": {}},
    volumes={"/data": {}},
    working_dir="/srv",
    stop_signal="SIGINT",
    on_build=["RUN fired"],
    healthcheck=HealthConfig(test=["CMD", "check"], interval=5, retries=2),
)


def test_without_a_request_it_is_the_containers() -> None:
    made = committed_config(OWN, None, [])
    assert made == RunConfig(
        hostname="c0",
        user="ann",
        env=["PATH=/bin", "A=1"],
        cmd=["serve"],
        entrypoint=["/run"],
        labels={"a": "b"},
        exposed_ports={"80/tcp": {}},
        volumes={"/data": {}},
        working_dir="/srv",
        stop_signal="SIGINT",
        healthcheck=Healthcheck(test=["CMD", "check"], interval=5, retries=2),
    )


def test_what_a_request_leaves_open_comes_from_the_container() -> None:
    asked = Config(
        env=["A=2", "B=3"],
        cmd=["other"],
        labels={"c": "d"},
        exposed_ports={"53/udp": {}},
        healthcheck=HealthConfig(retries=9),
    )
    made = committed_config(OWN, asked, ["ENV C=4", "LABEL a=e"])
    assert made.env == ["A=2", "B=3", "C=4", "PATH=/bin"]
    assert (made.entrypoint, made.cmd) == (["/run"], ["other"])
    assert made.labels == {"a": "e", "c": "d"}
    assert made.exposed_ports == {"80/tcp": {}, "53/udp": {}}
    assert made.healthcheck == Healthcheck(test=["CMD", "check"], interval=5, retries=9)
    assert (made.hostname, made.user, made.working_dir) == ("", "ann", "/srv")


def test_a_new_entrypoint_takes_no_old_command() -> None:
    made = committed_config(OWN, None, ['ENTRYPOINT ["/new"]'])
    assert (made.entrypoint, made.cmd) == (["/new"], None)
    made = committed_config(OWN, Config(entrypoint=["/new"]), [])
    assert (made.entrypoint, made.cmd) == (["/new"], None)


def test_a_change_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(InvalidParameter, match="RUN is not a valid change command"):
        committed_config(OWN, None, ["RUN x"])
