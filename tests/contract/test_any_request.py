"""Thousands of requests made up from the description of the API: no failure, no hang, no rest.

schemathesis makes them the same in every run: each field of each body, query and header of each
endpoint, right and wrong in every way it can think of.
"""

import http.client
import itertools
import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig

from fixtures import contract
from fixtures.daemon import Engine, UnixConnection
from fixtures.registry import Registry

pytestmark = pytest.mark.root

ENOUGH = 7000
"""Requests of a whole run."""

PATIENCE = 20.0
"""Seconds until an answer counts as a hang."""

NOWHERE = "127.0.0.1:1"
"""A registry that nobody runs."""

ENDLESS = {
    "GET /containers/{id}/attach/ws",
    "GET /containers/{id}/logs",
    "GET /containers/{id}/stats",
    "GET /events",
    "POST /containers/{id}/attach",
    "POST /containers/{id}/wait",
    "POST /exec/{id}/start",
}
"""Answers that may go on for ever by right: the client leaves after the head of one."""

UNAVAILABLE = {
    "POST /networks/create",
    "GET /distribution/{name}/json",
    "GET /images/search",
    "POST /auth",
    "POST /build",
    "POST /images/create",
    "POST /images/{name}/push",
    "POST /volumes/create",
    "PUT /volumes/{name}",
}
"""What needs something that is not there, and says so with 503, beside Swarm's endpoints."""

SWARM = ("/swarm", "/nodes", "/services", "/tasks", "/secrets", "/configs")
UNSUPPORTED = {
    "GET /plugins/privileges",
    "POST /images/create",
    "POST /plugins/create",
    "POST /plugins/pull",
}
"""What is not offered, and says so with 501."""

COMMITTED = 10
"""One commit in so many really makes an image; that takes a while."""


def _schema() -> Any:
    schemathesis.openapi.media_type("application/x-tar", st.binary(max_size=600))
    configuration = SchemathesisConfig.from_dict(
        {
            "generation": {
                "mode": "all",
                "deterministic": True,
                "database": "none",
                "max-examples": 2,
            },
            "phases": {
                "coverage": {"unexpected-methods": []},
                "stateful": {"enabled": False},
            },
        }
    )
    document = {**contract.load().document, "consumes": ["application/json"]}
    return schemathesis.openapi.from_dict(document, config=configuration)


schema = _schema()


class Target:
    """An engine with something of each kind, and what is sent to it."""

    def __init__(self, engine: Engine, image: str) -> None:
        self.engine = engine
        self.sent = 0
        self.operations: set[str] = set()
        self._image = image
        self._commits = itertools.count()

    def restore(self) -> None:
        """Make what the requests name; other requests may have removed it."""
        engine = self.engine
        if engine.request("GET", "/images/busybox:1/json").status != 200:
            engine.docker("pull", "-q", self._image)
            engine.docker("tag", self._image, "busybox:1")
        state = engine.request("GET", "/containers/steady/json")
        if state.status != 200 or state.json()["State"]["Status"] != "running":
            engine.request("DELETE", "/containers/steady?force=1")
            script = "trap 'exit 0' TERM; sleep 3600 & wait"
            engine.docker("run", "-d", "--name", "steady", "busybox:1", "sh", "-c", script)
        if engine.request("GET", "/containers/done/json").status != 200:
            engine.docker("run", "--name", "done", "busybox:1", "true")
        if engine.request("GET", "/networks/net").status != 200:
            engine.docker("network", "create", "net")
        if engine.request("GET", "/volumes/vol").status != 200:
            engine.docker("volume", "create", "vol")

    def clean(self) -> None:
        """Remove all but what `restore` made."""
        engine = self.engine
        for row in engine.request("GET", "/containers/json?all=1").json():
            if row["Names"] not in (["/steady"], ["/done"]):
                self._remove(f"/containers/{row['Id']}?force=1&v=1")
        for row in engine.request("GET", "/networks").json():
            if row["Name"] not in ("bridge", "host", "none", "net"):
                self._remove(f"/networks/{row['Id']}")
        for row in engine.request("GET", "/volumes").json()["Volumes"] or ():
            if row["Name"] != "vol":
                self._remove(f"/volumes/{row['Name']}?force=1")
        for row in engine.request("GET", "/images/json").json():
            if "busybox:1" not in (row["RepoTags"] or ()):
                self._remove(f"/images/{row['Id']}?force=1")

    def _remove(self, path: str) -> None:
        assert self.engine.request("DELETE", path).status in (200, 204, 404, 409), path

    def exec_id(self) -> str:
        body = {"Cmd": ["true"], "AttachStdout": True}
        return str(self.engine.request("POST", "/containers/steady/exec", body).json()["Id"])

    def names(self, label: str) -> list[Callable[[], str]]:
        """What to put into a path instead of, and beside, a made-up name."""
        kind = label.split("/")[1]
        if label.startswith("GET /distribution"):
            return [lambda: f"{NOWHERE}/x", lambda: "Bad Ref"]
        if label.endswith("/push") and kind == "images":
            return [lambda: f"{NOWHERE}/x"]
        return {
            "containers": [lambda: "steady", lambda: "done"],
            "exec": [self.exec_id],
            "images": [lambda: "busybox:1"],
            "networks": [lambda: "net"],
            "volumes": [lambda: "vol"],
        }.get(kind, [])

    def send(self, case: Any) -> None:
        """Send a case against what it was made up for and against what is there."""
        label = case.operation.label
        tame(case, label, next(self._commits) if label == "POST /commit" else 0)
        arguments = case.as_transport_kwargs(base_url="http://localhost/v1.45")
        known = {"method", "url", "headers", "params", "data", "json", "files", "cookies"}
        prepared = requests.Request(
            **{key: value for key, value in arguments.items() if key in known}
        ).prepare()
        paths = [prepared.path_url]
        places = self.names(label)
        if case.path_parameters and places:
            query = paths[0].partition("?")[2]
            (variable,) = case.path_parameters
            template = case.operation.path.split("{" + variable + "}")
            if label.split("/")[1] == "distribution" or label.endswith("/push"):
                paths = []  # a made-up name may be that of a real registry
            paths += [
                "/v1.45" + quote(place()).join(template) + (f"?{query}" if query else "")
                for place in places
            ]
        for path in paths:
            self._send(label, prepared, path)

    def _send(self, label: str, prepared: requests.PreparedRequest, path: str) -> None:
        connection = UnixConnection(self.engine.socket, PATIENCE)
        try:
            headers = {str(name): value for name, value in prepared.headers.items()}
            connection.request(str(prepared.method), path, prepared.body, headers)
            answer = connection.getresponse()
            endless = label in ENDLESS and answer.status < 400
            content = b"" if endless else answer.read()
        except TimeoutError:
            pytest.fail(f"no answer within {PATIENCE} s: {prepared.method} {path}")
        except (http.client.InvalidURL, ValueError):
            return  # cannot be sent at all
        finally:
            connection.close()
        self.sent += 1
        self.operations.add(label)
        allowed = {*range(100, 500)}
        if label in UNAVAILABLE or label.split(" ")[1].startswith(SWARM):
            allowed.add(503)
        if label in UNSUPPORTED:
            allowed.add(501)
        assert answer.status in allowed, (
            f"{answer.status} {content[:500]!r} to {prepared.method} {path}\n"
            f"{dict(prepared.headers)}\n{prepared.body!r}"
        )
        if label == "POST /containers/create" and answer.status == 201:
            self._remove(f"/containers/{json.loads(content)['Id']}?v=1&force=1")
        if label == "POST /networks/create" and answer.status == 201:
            self._remove(f"/networks/{json.loads(content)['Id']}")


def tame(case: Any, label: str, commits: int) -> None:
    """Let a case reach further than its first made-up name, and no further than this machine."""
    query, body = case.query, case.body
    if label == "GET /events":
        case.query = {**(query or {}), "until": "1"}
    elif label in ("POST /containers/{id}/stop", "POST /containers/{id}/restart"):
        if query and str(query.get("t", "0")).isdecimal():
            query["t"] = 1
    elif label == "GET /containers/{id}/stats":
        case.query = {**(query or {}), "one-shot": "1"}
    elif label == "POST /containers/create" and isinstance(body, dict):
        if isinstance(body.get("Image"), str):
            body["Image"] = "busybox:1"
    elif label == "POST /images/create":
        if query and "fromImage" in query:
            query["fromImage"] = f"{NOWHERE}/x"
    elif label == "POST /auth" and isinstance(body, dict):
        body["serveraddress"] = NOWHERE
    elif label == "POST /commit" and query:
        query["container"] = "done" if commits % COMMITTED == 0 else "absent"


@pytest.fixture(scope="module")
def target(engine: Engine, registry: Registry) -> Iterator[Target]:
    """The target; in the end the engine is well and as empty as it was."""
    target = Target(engine, registry.image("busybox:latest"))
    yield target
    target.restore()
    target.clean()
    assert engine.docker("run", "--rm", "busybox:1", "echo", "well").stdout == "well\n"
    assert "Traceback" not in engine.log.read_text()


@pytest.fixture(autouse=True)
def something_of_each(target: Target) -> Iterator[None]:
    target.restore()
    yield
    target.clean()


@schema.parametrize()
@settings(suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_engine(case: Any, target: Target) -> None:
    target.send(case)


def test_there_were_enough_requests(target: Target) -> None:
    """In a whole run, not in one that was narrowed down with -k."""
    if len(target.operations) == len(contract.load().operations):
        assert target.sent >= ENOUGH
