"""Builds as a structured stream, and the records of those of the past."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Engine, UnixConnection, wait_for
from whole.test_build import packed, post

pytestmark = pytest.mark.root


def build(engine: Engine, dockerfile: str, *members: Any, **query: object) -> list[Any]:
    archive = packed(("Dockerfile", dockerfile.encode()), *members)
    answer = engine.request("POST", "/davit/v1/build", archive, query=query)
    assert answer.status == 200, answer.body
    assert answer.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.body.splitlines()]


def of(events: list[Any], kind: str) -> list[Any]:
    return [event for event in events if event["kind"] == kind]


def test_a_build_as_events(engine: Engine, busybox: str) -> None:
    dockerfile = (
        f"FROM {busybox} AS unused\nRUN false\n"
        f"FROM {busybox} as first\nRUN echo out && echo err >&2\n"
        "FROM first\nENV A=1\nCOPY --from=first /etc /e\n"
    )
    events = build(engine, dockerfile, t="told:1", folder="/home/ada/app", nocache=1)
    began, ended = events[0], events[-1]
    assert began["kind"] == "build"
    assert (began["dockerfile"], began["folder"]) == ("Dockerfile", "/home/ada/app")
    plan = of(events, "plan")[0]["stages"]
    assert [(stage["index"], stage.get("name"), stage["needs"]) for stage in plan] == [
        (1, "first", []),
        (2, None, [1]),
    ]
    assert plan[0]["steps"][1] == {
        "id": "1.1",
        "instruction": "RUN echo out && echo err >&2",
        "line": 4,
        "end_line": 4,
    }
    states = [(event["id"], event["state"]) for event in of(events, "step")]
    assert sorted(states) == sorted(
        (f"{stage}.{step}", state)
        for stage, steps in ((1, 2), (2, 3))
        for step in range(steps)
        for state in ("running", "done")
    )
    output = {(event["id"], event["stream"]): event["text"] for event in of(events, "output")}
    assert output == {("1.1", "stdout"): "out\n", ("1.1", "stderr"): "err\n"}
    assert [warning["rule"] for warning in of(events, "warning")] == ["FromAsCasing"]
    assert of(events, "warning")[0]["url"].endswith("/from-as-casing/")
    assert ended["kind"] == "result"
    assert (ended["tags"], ended["cached"], ended["steps"]) == (["told:1"], 0, 3)
    assert ended["image"] == json.loads(engine.docker("inspect", "told:1").stdout)[0]["Id"]
    again = build(engine, dockerfile, t="told:1")[-1]
    assert (again["cached"], again["image"]) == (3, ended["image"])
    # The same is told afterwards, and survives the daemon.
    engine.restart()
    path = f"/davit/v1/builds/{began['id']}"
    replayed = engine.request("GET", f"{path}/events", query={"follow": 1}).body
    assert [json.loads(line) for line in replayed.splitlines()] == events
    assert engine.request("GET", f"{path}/dockerfile").body.decode() == dockerfile
    record = engine.request("GET", path).json()
    assert (record["state"], record["tags"], record["steps"]) == ("done", ["told:1"], 3)
    assert [one["id"] for one in engine.request("GET", "/davit/v1/builds").json()][1] == began["id"]
    assert engine.request("DELETE", path).status == 204
    assert engine.request("GET", path).status == 404


def test_a_classic_build_has_a_record_too(engine: Engine, busybox: str) -> None:
    post(engine, packed(("Dockerfile", f"FROM {busybox}\nRUN echo hello\n".encode())), q=1)
    record = engine.request("GET", "/davit/v1/builds").json()[0]
    told = engine.request("GET", f"/davit/v1/builds/{record['id']}/events").body
    assert record["state"] == "done"
    assert b'"text":"hello' in told


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        (
            "\nRUN true\nRUN sh -c 'exit 127'\n",
            {"id": "0.2", "line": 4, "code": 127, "text": "D:4: RUN sh -c 'exit 127': exit code"},
        ),
        ("COPY\n", {"line": 2, "column": 5, "text": "D:2:5: COPY requires at least two arguments"}),
        ("COPY d /\n", {"id": "0.1", "line": 2, "text": "D:2: COPY d /: COPY failed: file not"}),
        ("COPY appp.py /\n", {"hint": "did you mean app.py?", "text": "file not found"}),
        ("RUN true\nENV A=${B\n", {"id": "0.2", "line": 3, "column": 7, "text": "D:3:7: syntax"}),
        ("RUNN x\n", {"line": 2, "column": 1, "text": "(did you mean RUN?)"}),
    ],
)
def test_errors_say_where(engine: Engine, busybox: str, lines: str, error: dict[str, Any]) -> None:
    archive = packed(("D", f"FROM {busybox}\n{lines}".encode()), ("app.py", b""))
    answer = engine.request("POST", "/davit/v1/build", archive, query={"dockerfile": "D"})
    told = json.loads(answer.body.splitlines()[-1])
    text = error.pop("text")
    assert told["kind"] == "error"
    assert text in told["text"]
    assert {key: told.get(key) for key in error} == error
    record = engine.request("GET", "/davit/v1/builds").json()[0]
    assert (record["state"], record["error"]) == ("failed", told["text"])


def started(engine: Engine, busybox: str) -> tuple[UnixConnection, str]:
    """A build that does not end by itself, and its id."""
    connection = UnixConnection(engine.socket, 60)
    archive = packed(("Dockerfile", f"FROM {busybox}\nRUN echo begun; sleep 600\n".encode()))
    connection.request("POST", "/davit/v1/build?nocache=1", archive)
    response = connection.getresponse()
    id = ""
    while b'"text":"begun' not in (line := response.readline()):
        assert line, engine.log_tail()
        id = id or json.loads(line)["id"]
    return connection, id


def test_a_build_is_followed_and_cancelled_by_others(engine: Engine, busybox: str) -> None:
    connection, id = started(engine, busybox)
    followed: list[bytes] = []
    path = f"/davit/v1/builds/{id}"

    def follow() -> None:
        followed.append(engine.request("GET", f"{path}/events", query={"follow": 1}).body)

    thread = threading.Thread(target=follow)
    thread.start()
    assert engine.request("GET", path).json()["state"] == "running"
    assert engine.request("DELETE", path).status == 409
    assert engine.request("POST", f"{path}/cancel").status == 204
    thread.join(30)
    events = [json.loads(line) for line in followed[0].splitlines()]
    assert events[-1] == {"kind": "error", "text": "the build was cancelled"}
    assert of(events, "step")[-1]["state"] == "cancelled"
    wait_for(lambda: engine.request("GET", path).json()["state"] == "cancelled", 30, "it goes on")
    assert engine.request("POST", f"{path}/cancel").status == 304
    assert engine.docker("ps", "-aq").stdout == ""
    connection.close()


def test_a_build_is_cancelled_while_its_context_comes(engine: Engine) -> None:
    connection = UnixConnection(engine.socket, 60)
    connection.putrequest("POST", "/davit/v1/build")
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders(b"5\r\nhello\r\n")
    stream = connection.getresponse()
    id = json.loads(stream.readline())["id"]
    assert engine.request("POST", f"/davit/v1/builds/{id}/cancel").status == 204
    assert json.loads(stream.read()) == {"kind": "error", "text": "the build was cancelled"}
    connection.close()


def test_a_build_ends_with_the_client_that_asked_for_it(engine: Engine, busybox: str) -> None:
    connection, id = started(engine, busybox)
    connection.close()
    path = f"/davit/v1/builds/{id}"
    wait_for(lambda: engine.request("GET", path).json()["state"] == "cancelled", 30, "it goes on")


def test_a_build_that_the_daemons_end_interrupted(engine: Engine, busybox: str) -> None:
    for end in (engine.kill9, engine.stop):
        connection, id = started(engine, busybox)
        end()
        connection.close()
        engine.start()
        record = engine.request("GET", f"/davit/v1/builds/{id}").json()
        assert (record["state"], record["duration"] > 0) == ("interrupted", True)
        assert engine.docker("ps", "-aq").stdout == ""
        told = engine.request("GET", f"/davit/v1/builds/{id}/events").body
        assert json.loads(told.splitlines()[-1])["text"] == record["error"]
    assert Path(engine.data_root / "build-records" / id).stat().st_mode & 0o077 == 0
