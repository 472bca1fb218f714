"""Secrets and SSH agents in builds: there while a step runs, and nowhere else."""

import base64
import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from fixtures.daemon import Answer, Engine, UnixConnection
from whole.test_build import packed
from whole.test_build_records import of

pytestmark = pytest.mark.root

SECRET = "correct-horse-battery-staple"


def lend(engine: Engine, *agents: str, **secrets: str) -> str:
    values = {id: base64.b64encode(value.encode()).decode() for id, value in secrets.items()}
    answer = engine.request(
        "POST", "/davit/v1/build/secrets", {"secrets": values, "ssh": list(agents)}
    )
    assert answer.status == 201
    return str(answer.json()["id"])


def build(engine: Engine, dockerfile: str, **query: object) -> list[Any]:
    archive = packed(("Dockerfile", dockerfile.encode()))
    answer = engine.request("POST", "/davit/v1/build", archive, query=query)
    assert answer.status == 200, answer.body
    return [json.loads(line) for line in answer.body.splitlines()]


def output(events: list[Any]) -> str:
    return "".join(event["text"] for event in of(events, "output"))


def test_secrets_leave_no_trace(engine: Engine, busybox: str) -> None:
    dockerfile = (
        f"FROM {busybox}\n"
        "RUN --mount=type=secret,id=one --mount=type=secret,id=two,target=/etc/deep/two,mode=0444,"
        "uid=33,gid=44 --mount=type=secret,id=one,env=TOKEN --mount=type=secret,id=other "
        "stat -c '%a %u:%g %s' /run/secrets/one /etc/deep/two; cat /run/secrets/one; "
        'echo; echo "<$TOKEN>"; printf %s "$TOKEN" | wc -c; '
        "grep /run/secrets/one /proc/mounts | cut -d' ' -f3; touch /run/secrets/one || echo kept; "
        "test -e /run/secrets/other || echo none\n"
        "RUN ls -A /run /etc; env\n"
    )
    events = build(engine, dockerfile, secrets=lend(engine, one=SECRET, two="2"), t="s", nocache=1)
    assert events[-1]["kind"] == "result", events[-1]
    said = output(events)
    assert f"400 0:0 {len(SECRET)}\n444 33:44 1\n***\n<***>\n{len(SECRET)}\ntmpfs\n" in said
    assert "kept\nnone\n" in said
    listed = said.partition("none\n")[2].split()
    assert "secrets" not in listed
    assert "deep" not in listed
    shown = engine.docker("history", "--no-trunc", "s").stdout
    shown += engine.docker("image", "inspect", "s").stdout
    for file in [*engine.data_root.rglob("*"), engine.log]:
        if file.is_file() and not file.is_symlink():
            shown += file.read_bytes().decode("latin-1")
    assert SECRET not in shown
    left = Path(f"/proc/{engine.pid}/root{engine.exec_root}/build-secrets")
    assert list(left.iterdir()) == []
    # Another value changes nothing; the cache knows ids only.
    again = build(engine, dockerfile, secrets=lend(engine, one="else", two="3"))
    assert again[-1]["cached"] == 2


def test_secrets_serve_one_build(engine: Engine, busybox: str) -> None:
    loan = lend(engine, one=SECRET)
    build(engine, f"FROM {busybox}\nRUN true\n", secrets=loan)
    archive = packed(("Dockerfile", f"FROM {busybox}\nRUN true\n".encode()))
    answer = engine.request("POST", "/davit/v1/build", archive, query={"secrets": loan})
    assert (answer.status, "serve one build" in answer.message) == (404, True)


@pytest.mark.parametrize(
    ("mount", "words"),
    [
        ("type=secret,id=a,required", "secret a not found"),
        ("type=ssh,required", "no SSH agent default was given"),
        ("type=secret", "id, target or env is required"),
        ("type=secret,id=a,from=b", "does not know from"),
        ("type=secret,id=bin,env=X", "has a NUL character"),
    ],
)
def test_what_is_refused(engine: Engine, busybox: str, mount: str, words: str) -> None:
    loan = lend(engine, bin="a\0b")
    dockerfile = f"FROM {busybox}\nRUN --mount={mount} echo {words[:3]}\n"
    error = build(engine, dockerfile, secrets=loan)[-1]
    assert error["kind"] == "error"
    assert words in error["text"]
    assert error["line"] == 2


def test_bodies_that_are_none_are_refused(engine: Engine) -> None:
    def said(body: object) -> Answer:
        return engine.request("POST", "/davit/v1/build/secrets", body)

    wrong = said({"secrets": {"a": "not base64!"}})
    assert (wrong.status, "not base64!" in wrong.message) == (400, False)
    large = base64.b64encode(bytes(501 << 10)).decode()
    assert said({"secrets": {"a": large}}).status == 400
    assert engine.request("POST", "/davit/v1/build/secrets/x/ssh/default").status == 404


def test_a_step_talks_to_the_clients_agent(engine: Engine, busybox: str) -> None:
    loan = lend(engine, "default")
    dockerfile = (
        f"FROM {busybox}\nRUN --mount=type=ssh,uid=33 "
        "stat -c '%F %a %u' $SSH_AUTH_SOCK; echo ready; sleep 600\n"
    )
    archive = packed(("Dockerfile", dockerfile.encode()))
    building = UnixConnection(engine.socket, 60)
    building.request("POST", f"/davit/v1/build?nocache=1&secrets={loan}", archive)
    stream = building.getresponse()
    said = b""
    while b'"text":"socket 600 33' not in said:
        said = stream.readline()
        assert said, engine.log_tail()
    for word in (b"one", b"two"):
        agent = _offered(engine, loan)
        with socket.socket(socket.AF_UNIX) as step:
            folder = Path(f"/proc/{engine.pid}/root{engine.exec_root}/build-secrets")
            step.settimeout(30)
            folders = os.open(next(folder.iterdir()), os.O_PATH)
            step.connect(f"/proc/self/fd/{folders}/0")
            os.close(folders)
            step.sendall(word)
            assert agent.recv(100) == word
            agent.sendall(b"answer " + word)
            assert step.recv(100) == b"answer " + word
        assert agent.recv(100) == b""
        agent.close()
    idle = _offered(engine, loan)
    building.close()
    assert idle.recv(100) == b""
    idle.close()


def _offered(engine: Engine, loan: str) -> socket.socket:
    """A connection that the engine took over."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(30)
    connection.connect(str(engine.socket))
    connection.sendall(
        f"POST /davit/v1/build/secrets/{loan}/ssh/default HTTP/1.1\r\nHost: a\r\n"
        "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n".encode()
    )
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += connection.recv(1)
    assert head.startswith(b"HTTP/1.1 101")
    return connection
