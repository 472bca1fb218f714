"""What no client should send: refused with a sentence and Docker's status, nothing left behind.

Where Docker itself answers 500 (to a number that is none, or a wrong password), the status here is
the one that tells whose mistake it was.
"""

import socket
from collections.abc import Iterator

import pytest

from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root

JSON = {"Content-Type": "application/json"}
BUSYBOX = "busybox-of-these-tests:1"

REFUSED: list[tuple[str, str, object, int, str]] = [
    # Bodies.
    ("POST", "/containers/create", b"{", 400, ""),
    ("POST", "/containers/create", b"", 400, ""),
    ("POST", "/containers/create", [], 400, ""),
    ("POST", "/containers/create", {"Image": 5}, 400, ""),
    ("POST", "/containers/create", {"Image": BUSYBOX, "Env": "A=1"}, 400, ""),
    ("POST", "/networks/create", b"nonsense", 400, ""),
    ("POST", "/volumes/create", {"Name": 5}, 400, ""),
    ("POST", "/containers/steady/exec", {"Cmd": []}, 400, "No exec command specified"),
    ("POST", "/containers/steady/exec", b"[", 400, ""),
    ("POST", "/auth", b"{]", 400, ""),
    # Names.
    ("POST", "/containers/create?name=no%20spaces", {"Image": BUSYBOX}, 400, "container name"),
    ("POST", "/containers/create?name=steady", {"Image": BUSYBOX}, 409, "is already in use"),
    ("POST", "/containers/create", {"Image": "nowhere:1"}, 404, "No such image: nowhere:1"),
    ("POST", "/networks/create", {"Name": ""}, 400, "name"),
    ("POST", "/networks/create", {"Name": "bridge"}, 403, "bridge"),
    ("POST", "/volumes/create", {"Name": "../../etc"}, 400, "volume name"),
    ("POST", "/images/create?fromImage=UPPER&tag=1", b"", 400, "lowercase"),
    ("POST", f"/images/{BUSYBOX}/tag?repo=a%20b", b"", 400, "invalid reference format"),
    ("POST", "/containers/steady/rename?name=", b"", 400, ""),
    # Things that are not there.
    ("GET", "/containers/absent/json", None, 404, "No such container: absent"),
    ("POST", "/containers/absent/start", None, 404, "No such container: absent"),
    ("POST", "/containers/absent/wait", None, 404, "No such container: absent"),
    ("GET", "/containers/absent/logs?stdout=1", None, 404, "No such container: absent"),
    ("GET", "/containers/absent/stats?stream=0", None, 404, "No such container: absent"),
    ("DELETE", "/containers/absent", None, 404, "No such container: absent"),
    ("POST", "/containers/absent/exec", {"Cmd": ["true"]}, 404, "No such container: absent"),
    ("GET", "/exec/absent/json", None, 404, "No such exec instance: absent"),
    ("POST", "/exec/absent/start", {}, 404, "No such exec instance: absent"),
    ("GET", "/images/absent/json", None, 404, "No such image: absent"),
    ("DELETE", "/images/absent", None, 404, "No such image: absent"),
    ("GET", "/images/absent/history", None, 404, "No such image: absent"),
    ("GET", "/networks/absent", None, 404, "network absent not found"),
    ("DELETE", "/networks/absent", None, 404, "network absent not found"),
    ("POST", "/networks/absent/connect", {"Container": "steady"}, 404, "network absent not found"),
    ("GET", "/volumes/absent", None, 404, "no such volume"),
    ("DELETE", "/volumes/absent", None, 404, "no such volume"),
    ("GET", "/no/such/route", None, 404, "page not found"),
    ("GET", "/containers/steady/archive?path=/absent", None, 404, "/absent"),
    # States that forbid it.
    ("POST", "/containers/made/kill", None, 409, "is not running"),
    ("POST", "/containers/made/pause", None, 409, "is not running"),
    ("POST", "/containers/made/exec", {"Cmd": ["true"]}, 409, "is not running"),
    ("POST", "/containers/steady/unpause", None, 409, "is not paused"),
    ("DELETE", "/containers/steady", None, 409, ""),
    ("DELETE", "/networks/bridge", None, 403, "cannot be removed"),
    # Parameters.
    ("GET", "/containers/json?filters=%7B", None, 400, "filter"),
    ("GET", "/containers/json?filters=%7B%22nonsense%22%3A%5B%221%22%5D%7D", None, 400, "filter"),
    ("GET", "/images/json?filters=%7B%22nonsense%22%3A%5B%221%22%5D%7D", None, 400, "filter"),
    ("GET", "/volumes?filters=%7B%22nonsense%22%3A%5B%221%22%5D%7D", None, 400, "filter"),
    ("GET", "/containers/json?limit=many", None, 400, ""),
    ("GET", "/containers/steady/logs", None, 400, "at least one stream"),
    ("GET", "/containers/steady/logs?stdout=1&tail=1&since=yesterday", None, 400, ""),
    ("POST", "/containers/steady/resize?h=tall&w=5", None, 400, ""),
    ("POST", "/containers/steady/kill?signal=SIGNONSENSE", None, 400, "SIGNONSENSE"),
    ("GET", "/events?filters=nonsense", None, 400, ""),
    ("GET", "/v1.5/version", None, 400, "too old"),
    ("GET", "/v9.99/version", None, 400, "too new"),
]


@pytest.fixture(scope="module")
def steady(engine: Engine, registry: Registry) -> Iterator[Engine]:
    """An engine with one running container, one that was only made, and an image."""
    pulled = registry.image("busybox:latest")
    engine.docker("pull", "-q", pulled)
    engine.docker("tag", pulled, BUSYBOX)
    engine.docker("run", "-d", "--name", "steady", BUSYBOX, "sleep", "3600")
    engine.docker("create", "--name", "made", BUSYBOX, "sleep", "3600")
    yield engine
    engine.docker("rm", "-f", "steady", "made")


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "words"),
    REFUSED,
    ids=[f"{method} {path} {body!r}"[:90] for method, path, body, *_ in REFUSED],
)
def test_it_is_refused_in_words(
    steady: Engine, method: str, path: str, body: object, status: int, words: str
) -> None:
    answer = steady.request(method, path, body, headers=JSON)
    assert answer.status == status, answer.body
    assert words in answer.message
    assert "Traceback" not in answer.message


def test_nothing_of_all_that_is_left(steady: Engine) -> None:
    containers = steady.request("GET", "/containers/json?all=1").json()
    assert {name for one in containers for name in one["Names"]} == {"/steady", "/made"}
    networks = steady.request("GET", "/networks").json()
    assert {one["Name"] for one in networks} == {"bridge", "host", "none"}
    assert not steady.request("GET", "/volumes").json()["Volumes"]


def test_a_prefix_of_two_ids_is_ambiguous(steady: Engine) -> None:
    made: list[str] = []
    try:
        while len({one[0] for one in made}) == len(made):
            answer = steady.request("POST", "/containers/create", {"Image": BUSYBOX})
            made.append(answer.json()["Id"])
        prefix = made[-1][0]
        asked = steady.request("GET", f"/containers/{prefix}/json")
        assert asked.status == 400
        assert prefix in asked.message
    finally:
        for one in made:
            steady.request("DELETE", f"/containers/{one}")


def test_a_missing_registry_is_named(steady: Engine) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    answer = steady.request("POST", f"/images/create?fromImage={address}/a&tag=1")
    assert address in answer.body.decode()
    assert b"refused" in answer.body
    assert answer.status == 503


def test_wrong_credentials_are_unauthorized(steady: Engine, private_registry: Registry) -> None:
    login = {
        "username": "ada",
        "password": "wrong",
        "serveraddress": private_registry.address,
    }
    answer = steady.request("POST", "/auth", login)
    assert answer.status == 401
    assert "unauthorized" in answer.message.lower()


def test_the_log_has_no_traceback(steady: Engine) -> None:
    assert "Traceback" not in steady.log_tail(100_000)
