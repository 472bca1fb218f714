"""The description of the API that answers are held against: dockerd's own answers are as described.

Every engine of the tests is held against it when it is closed: see `fixtures.daemon`.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from davit_engine.api.server import ROUTES
from fixtures import contract, departures
from fixtures.contract import Exchange

GOLDEN = Path(__file__).parent.parent / "engine/api/golden"
JSON = {"content-type": "application/json"}

NOT_OFFERED = {("POST", "/session")}
"""What is no page at all: only BuildKit's clients ask for it."""


def faults(path: str, body: Any, *, method: str = "GET", status: int = 200) -> list[str]:
    text = body if isinstance(body, str) else json.dumps(body)
    exchange = Exchange(method=method, path=path, status=status, headers=JSON, body=text)
    return contract.load().faults(exchange)


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text())


ANSWERS = [
    *((path.stem, "/containers/x/json") for path in GOLDEN.glob("container-*.json")),
    ("containers", "/containers/json"),
    ("exec", "/exec/x/json"),
    ("history", "/images/x/history"),
    ("image", "/images/x/json"),
    ("image-1.43", "/v1.43/images/x/json"),
    ("images", "/images/json"),
    ("images-1.43", "/v1.43/images/json"),
    ("info", "/info"),
    ("network", "/networks/x"),
    ("networks", "/networks"),
    ("version", "/version"),
    ("volume", "/volumes/x"),
]


@pytest.mark.parametrize(("name", "path"), ANSWERS)
def test_dockerd_answers_as_described(name: str, path: str) -> None:
    assert faults(path, golden(name)) == []


def test_dockerds_events_are_as_described() -> None:
    assert faults("/events", "\n".join(map(json.dumps, golden("events")))) == []


def test_dockerds_errors_are_as_described() -> None:
    for error in golden("errors"):
        path = error["path"].partition("?")[0]
        body = {"message": error["message"]}
        assert faults(path, body, method=error["method"], status=error["status"]) == []


@pytest.mark.parametrize(
    ("path", "answer", "status", "complaint"),
    [
        ("/volumes/x", {"Name": "x"}, 200, '"Driver" is a required property'),
        ("/networks/x", {"Named": "x"}, 200, "'Named' was unexpected"),
        ("/networks/x", {"Name": 1}, 200, '.Name: 1 is not of type "string"'),
        ("/networks/x", {"Containers": None}, 200, ".Containers: null"),
        ("/networks/x", {"Created": "2026-01-01 00:00"}, 200, ".Created: "),
        ("/networks/x", {}, 201, "no such status is described"),
        ("/networks/x", {"error": "gone"}, 404, '"message" is a required property'),
        ("/nets", {}, 200, "no such endpoint is described"),
        ("/containers/x/json", {"State": {"ExitCode": "0"}}, 200, ".State.ExitCode"),
        ("/containers/x/json", {"HostConfig": {"Memory": None}}, 200, ".HostConfig.Memory"),
        ("/events", '{"Type": "image"}\n{"Type": "thing"}\n', 200, '.Type: "thing"'),
        ("/events", '{"Type": "image"\n', 200, "not JSON"),
        ("/images/x/json", {"ContainerConfig": {}}, 200, "'ContainerConfig' was unexpected"),
    ],
)
def test_an_answer_that_is_not_as_described_is_found(
    path: str, answer: Any, status: int, complaint: str
) -> None:
    assert any(complaint in fault for fault in faults(path, answer, status=status))


def test_a_stream_in_another_content_type_is_found() -> None:
    for kind, found in (("application/x-tar", False), ("application/json", True)):
        exchange = Exchange(
            method="GET",
            path="/containers/x/archive",
            status=200,
            headers={"content-type": kind},
        )
        assert bool(contract.load().faults(exchange)) is found


def test_every_endpoint_is_routed() -> None:
    routes = {(route.method, re.sub(r"{\w+}", "{}", route.path)) for route in ROUTES}
    for operation in contract.load().operations:
        if (operation.method, operation.path) not in NOT_OFFERED:
            assert (operation.method, re.sub(r"{\w+}", "{}", operation.path)) in routes


def test_every_departure_is_one_of_something_described() -> None:
    described = contract.places(contract.load().document)
    for table in (departures.NULLS, departures.EXTRA_KEYS, departures.TYPES):
        assert set(table) <= described
    paths = {(each.method, each.path) for each in contract.load().operations}
    assert {*departures.STATUSES, *departures.OUR_STATUSES} <= paths
