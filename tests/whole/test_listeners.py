"""What listens inside a container is told, however far it can be reached."""

import pytest

from fixtures.daemon import Engine, wait_for

pytestmark = pytest.mark.root


def _told(engine: Engine, name: str) -> set[tuple[str, str, int]]:
    answer = engine.request("GET", f"/davit/v1/containers/{name}/listeners").json()
    return {(one["Protocol"], one["Address"], one["Port"]) for one in answer["Listeners"]}


def test_servers_of_a_container_are_told_with_their_addresses(engine: Engine, busybox: str) -> None:
    serve = "httpd -p 127.0.0.1:7001 && httpd -p 7002 && exec sleep 1000"
    engine.docker("run", "-d", "--name", "serves", busybox, "sh", "-c", serve)
    wait_for(lambda: len(_told(engine, "serves")) == 2, 20, "not all of them listen")
    first, second = sorted(_told(engine, "serves"), key=lambda one: one[2])
    assert first == ("tcp", "127.0.0.1", 7001)
    assert second in (("tcp", "0.0.0.0", 7002), ("tcp", "::", 7002))
    engine.docker("rm", "-f", "serves")


def test_a_container_that_does_not_run_is_refused(engine: Engine, busybox: str) -> None:
    engine.docker("create", "--name", "still", busybox, "true")
    for name, status in (("still", 409), ("nobody", 404)):
        answer = engine.request("GET", f"/davit/v1/containers/{name}/listeners")
        assert answer.status == status
    engine.docker("rm", "still")
