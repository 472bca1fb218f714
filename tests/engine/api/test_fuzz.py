"""Requests that make no sense, on every route: no 500, no hang, no traceback."""

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from davit_engine.api.call import Route
from davit_engine.api.server import ROUTES
from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root

EXAMPLES = 400

ENDLESS = {"/events", "/containers/{name}/stats", "/containers/{name}/wait"}
"""Answers that may take for ever by right; asked only about what is not there."""

OUTWARD = {"/images/create", "/images/{name}/push", "/distribution/{name}/json", "/auth"}
"""Routes that may ask a registry; given only names that mean none."""


@pytest.fixture(scope="module")
def target(engine: Engine, registry: Registry) -> Engine:
    """An engine with one running container, `steady`, and an image, busybox:1."""
    pulled = registry.image("busybox:latest")
    engine.docker("pull", "-q", pulled)
    engine.docker("tag", pulled, "busybox:1")
    engine.docker("run", "-d", "--name", "steady", "busybox:1", "sleep", "3600")
    return engine


odd_words = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "1",
        "true",
        "x",
        "99999999999999999999",
        "é",
        "a b",
        "../..",
        "%",
        "\ud7ff",
        "[]",
        "{}",
        '{"a":["b"]}',
        '{"label":["a=b"]}',
        "A" * 300,
        "ctrl-p",
        "\x00",
        "\r\n",
        "1.5",
        "2026-01-01T00:00:00Z",
        "9" * 18,
        "all",
        "/",
        "/etc/passwd",
        "/proc/1/root",
        "SIGKILLED",
    ]
)
names = st.one_of(
    st.sampled_from(["steady", "absent", "busybox:1", "bridge", "..", ".", "a/b", "a" * 64, "A"]),
    odd_words,
)
query_names = st.sampled_from(
    [
        "all",
        "limit",
        "size",
        "filters",
        "name",
        "platform",
        "t",
        "h",
        "w",
        "signal",
        "force",
        "v",
        "since",
        "until",
        "tail",
        "stdout",
        "stderr",
        "timestamps",
        "path",
        "ps_args",
        "detachKeys",
        "repo",
        "tag",
        "comment",
        "changes",
        "pause",
        "condition",
        "type",
        "names",
        "noprune",
        "term",
        "quiet",
        "logs",
        "stdin",
        "copyUIDGID",
        "noOverwriteDirNonDir",
        "container",
        "link",
    ]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | odd_words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(odd_words, inner, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(
    [
        "Image",
        "Cmd",
        "Env",
        "HostConfig",
        "NetworkingConfig",
        "Labels",
        "Entrypoint",
        "User",
        "Volumes",
        "ExposedPorts",
        "Healthcheck",
        "StopSignal",
        "Name",
        "Driver",
        "IPAM",
        "Options",
        "Container",
        "EndpointConfig",
        "DriverOpts",
        "Tty",
        "Detach",
        "ConsoleSize",
        "Memory",
        "RestartPolicy",
        "NanoCpus",
        "username",
        "serveraddress",
        "Binds",
        "PortBindings",
        "Mounts",
    ]
)
objects = st.dictionaries(fields, json_values, max_size=5)
created = st.builds(
    lambda config, host: {"Image": "busybox:1", **config, "HostConfig": host}, objects, objects
)
bodies = st.one_of(
    st.none(),
    st.binary(max_size=50),
    objects.map(lambda value: json.dumps(value).encode()),
    created.map(lambda value: json.dumps(value).encode()),
)


def path_of(route: Route, name: str, query: dict[str, str]) -> str:
    if route.path in ENDLESS and route.path != "/events":
        name = "absent"
    if route.path == "/events":
        query = {**query, "until": "1"}
    if route.path in OUTWARD:
        name = "No Such"
        query = {**query, "fromImage": "No Such"}
    return route.path.replace("{name}", quote(name, safe="/")) + "?" + urlencode(query)


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    route=st.sampled_from(ROUTES),
    name=names,
    query=st.dictionaries(query_names, odd_words, max_size=4),
    body=bodies,
)
def test_no_request_breaks_the_engine(
    target: Engine, route: Route, name: str, query: dict[str, str], body: bytes | None
) -> None:
    headers: dict[str, Any] = {"Content-Type": "application/json"}
    answer = target.request(
        route.method, path_of(route, name, query), body, headers=headers, timeout=20
    )
    assert answer.status != 500, answer.body
    assert b"Traceback" not in answer.body
    if answer.status >= 400 and route.method != "HEAD":
        assert json.loads(answer.body)["message"]
