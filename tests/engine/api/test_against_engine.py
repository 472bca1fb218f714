"""The API over the real services: dockerd's answers, stock clients, and clients that misbehave."""

import contextlib
import json
import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docker
import pytest

from fixtures.daemon import Answer, Engine, wait_for
from fixtures.registry import Registry

pytestmark = pytest.mark.root

GOLDEN = Path(__file__).parent / "golden"
JSON = {"Content-Type": "application/json"}
SLEEP = ["sleep", "3600"]


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text())


@pytest.fixture(scope="module")
def box(engine: Engine, registry: Registry) -> Engine:
    """The engine with an image busybox:1."""
    pulled = registry.image("busybox:latest")
    engine.docker("pull", "-q", pulled)
    engine.docker("tag", pulled, "busybox:1")
    return engine


@pytest.fixture
def run(box: Engine) -> Iterator[Callable[..., str]]:
    """Starts a container; it is removed with the test."""
    ids = []

    def start(*options: str, command: list[str] = SLEEP) -> str:
        done = box.docker("run", "-d", *options, "busybox:1", *command)
        ids.append(done.stdout.strip())
        return ids[-1]

    yield start
    for id in ids:
        box.docker("rm", "-f", "-v", id, check=False)


def holdings(engine: Engine) -> list[Any]:
    """What there is: to see that a refusal left nothing behind."""
    return [
        sorted(row["Id"] for row in engine.request("GET", "/containers/json?all=1").json()),
        sorted(row["Id"] for row in engine.request("GET", "/networks").json()),
        sorted(row["Name"] for row in engine.request("GET", "/volumes").json()["Volumes"]),
        sorted(row["Id"] for row in engine.request("GET", "/images/json?all=1").json()),
        sorted(path.name for path in (engine.data_root / "containers").iterdir()),
        sorted(path.name for path in (engine.data_root / "snapshots").iterdir()),
    ]


ERRORS = golden("errors")


@pytest.mark.parametrize(
    "error", ERRORS, ids=[f"{e['method']} {e['path']} {e['body']}"[:80] for e in ERRORS]
)
def test_it_is_refused_in_dockerds_words(box: Engine, error: dict[str, Any]) -> None:
    before = holdings(box)
    body = error["body"].encode() or None
    answer = box.request(error["method"], error["path"], body, headers=JSON)
    assert (answer.status, answer.message) == (error["status"], error["message"])
    assert holdings(box) == before


def test_states_that_forbid_it_are_told_in_dockerds_words(
    box: Engine, run: Callable[..., str]
) -> None:
    id = run("--name", "going")
    ended = run("--name", "ended", command=["true"])
    box.request("POST", "/containers/ended/wait")
    still = f"container {ended} is not running"
    for method, path, body, status, words in [
        ("POST", "/containers/going/start", None, 304, ""),
        ("POST", "/containers/ended/stop", None, 304, ""),
        ("POST", "/containers/ended/kill", None, 409, f"cannot kill container: ended: {still}"),
        ("POST", "/containers/ended/pause", None, 409, still),
        ("POST", "/containers/ended/resize?h=1&w=1", None, 409, still),
        ("POST", "/containers/ended/exec", {"Cmd": ["ls"]}, 409, still),
        ("GET", "/containers/ended/top", None, 409, still),
        (
            "POST",
            "/containers/going/kill?signal=FOO",
            None,
            400,
            "cannot kill container: going: invalid signal: FOO",
        ),
        (
            "POST",
            "/containers/going/rename?name=ended",
            None,
            409,
            'Error when allocating new name: Conflict. The container name "/ended" is already in '
            f'use by container "{ended}". You have to remove (or rename) that container to be '
            "able to reuse that name.",
        ),
        (
            "POST",
            "/containers/create?name=going",
            {"Image": "busybox:1"},
            409,
            'Conflict. The container name "/going" is already in use by container '
            f'"{id}". You have to remove (or rename) that container to be able to reuse '
            "that name.",
        ),
        (
            "DELETE",
            "/containers/going",
            None,
            409,
            'cannot remove container "/going": container is running: stop the container before '
            "removing or force remove",
        ),
        ("POST", "/containers/going/wait?condition=foo", None, 400, 'invalid condition: "foo"'),
        (
            "POST",
            "/containers/going/attach?stdout=1&detachKeys=foo",
            None,
            400,
            "Invalid detach keys (foo) provided",
        ),
    ]:
        answer = box.request(method, path, body)
        assert answer.status == status, (path, answer.body)
        if status != 304:
            assert answer.message == words


def test_a_running_container_has_dockerds_shape(box: Engine, run: Callable[..., str]) -> None:
    id = run("--expose", "99", "-p", "127.0.0.1::80")
    shown = box.request("GET", f"/containers/{id}/json").json()
    expected = golden("container-paused")
    for part in ("State", "HostConfig", "NetworkSettings"):
        assert list(shown[part]) == list(expected[part])
    assert list(shown) == list(expected)
    network = shown["NetworkSettings"]["Networks"]["bridge"]
    assert list(network) == list(expected["NetworkSettings"]["Networks"]["bridge"])
    assert network["IPAddress"] == shown["NetworkSettings"]["IPAddress"] != ""
    assert network["EndpointID"] != ""
    assert shown["NetworkSettings"]["Ports"]["99/tcp"] is None
    assert shown["NetworkSettings"]["Ports"]["80/tcp"][0]["HostIp"] == "127.0.0.1"
    assert shown["State"]["Pid"] > 0
    for path in ("ResolvConfPath", "HostnamePath", "HostsPath", "LogPath"):
        assert Path(shown[path]).exists(), path
    row = box.request("GET", f'/containers/json?filters={{"id":["{id}"]}}').json()[0]
    assert list(row) == list(golden("containers")[0])
    assert row["Status"].startswith("Up ")
    assert len(row["Ports"]) == 2


def test_an_image_has_dockerds_shape(box: Engine) -> None:
    shown = box.request("GET", "/images/busybox:1/json").json()
    assert list(shown) == list(golden("image"))
    listed = box.request("GET", "/images/json").json()[0]
    assert list(listed) == list(golden("images")[0])
    old = box.request("GET", "/v1.43/images/busybox:1/json").json()
    assert list(old) == list(golden("image-1.43"))
    entry = box.request("GET", "/images/busybox:1/history").json()[0]
    assert list(entry) == list(golden("history")[0])


def test_networks_and_volumes_have_dockerds_shape(box: Engine, run: Callable[..., str]) -> None:
    box.docker("network", "create", "--label", "a=b", "apinet")
    box.docker("volume", "create", "--label", "k=v", "apivol")
    id = run("--network", "apinet", "-v", "apivol:/v", "--network-alias", "web")
    shown = box.request("GET", "/networks/apinet").json()
    expected = golden("network")
    assert list(shown) == list(expected)
    assert list(shown["Containers"][id]) == list(next(iter(expected["Containers"].values())))
    volume = box.request("GET", "/volumes/apivol").json()
    assert list(volume) == list(golden("volume"))
    answer = box.request("DELETE", "/volumes/apivol")
    assert (answer.status, answer.message) == (409, f"remove apivol: volume is in use - [{id}]")
    answer = box.request("DELETE", "/networks/apinet")
    assert answer.status == 403
    assert "has active endpoints" in answer.message
    for version, extra in (("1.44", [id[:12]]), ("1.45", [])):
        settings = box.request("GET", f"/v{version}/containers/{id}/json").json()["NetworkSettings"]
        assert settings["Networks"]["apinet"]["Aliases"] == ["web", *extra]
    box.docker("rm", "-f", id)
    box.docker("network", "rm", "apinet")
    box.docker("volume", "rm", "apivol")


def test_disk_usage_counts_everything(box: Engine, run: Callable[..., str]) -> None:
    id = run("-v", "dfvol:/v", command=["sh", "-c", "echo hello > /v/f; sleep 3600"])
    wait_for(
        lambda: box.request("GET", "/system/df").json()["Volumes"][0]["UsageData"]["Size"] > 0,
        10,
        "the volume stays empty",
    )
    usage = box.request("GET", "/system/df").json()
    assert usage["LayersSize"] > 0
    assert {row["Id"]: row["SizeRootFs"] > 0 for row in usage["Containers"]}[id]
    (image,) = [row for row in usage["Images"] if "busybox:1" in row["RepoTags"]]
    assert image["Containers"] == 1
    assert usage["Volumes"][0]["UsageData"]["RefCount"] == 1
    only = box.request("GET", "/system/df?type=volume").json()
    assert only["Images"] is None
    assert box.docker("system", "df").stdout.startswith("TYPE")
    box.docker("rm", "-f", "-v", id)
    box.docker("volume", "rm", "dfvol")


# Stock clients


@pytest.fixture
def client(box: Engine) -> Iterator[docker.DockerClient]:
    client = docker.DockerClient(base_url=f"unix://{box.socket}", version="1.45", timeout=60)
    yield client
    client.close()


def test_docker_py_runs_and_reads(client: docker.DockerClient) -> None:
    output = client.containers.run("busybox:1", ["echo", "hello"], remove=True)
    assert output == b"hello\n"
    container = client.containers.run("busybox:1", SLEEP, detach=True, labels={"a": "b"})
    try:
        code, output = container.exec_run(
            ["sh", "-c", "echo out; echo err >&2; exit 3"], demux=True
        )
        assert (code, output) == (3, (b"out\n", b"err\n"))
        assert container.stats(stream=False)["memory_stats"]["usage"] > 0
        assert container.top()["Processes"]
        assert [c.id for c in client.containers.list(filters={"label": "a=b"})] == [container.id]
        container.pause()
        container.reload()
        assert container.status == "paused"
        container.unpause()
        container.rename("renamed")
        assert client.containers.get("renamed").id == container.id
        container.stop(timeout=1)
        assert container.wait()["StatusCode"] == 137
    finally:
        container.remove(force=True)
    with pytest.raises(docker.errors.ImageNotFound):
        client.images.get("absent")
    with pytest.raises(docker.errors.NotFound):
        client.containers.get("absent")
    assert client.ping()
    assert client.info()["ServerVersion"]
    assert client.df()["Images"]


def test_docker_py_attaches_a_socket(client: docker.DockerClient) -> None:
    container = client.containers.create("busybox:1", ["cat"], stdin_open=True)
    try:
        attached = container.attach_socket(params={"stdin": 1, "stdout": 1, "stream": 1})
        container.start()
        attached._sock.sendall(b"hello\n")
        attached._sock.shutdown(socket.SHUT_WR)
        received = b""
        while chunk := attached._sock.recv(4096):
            received += chunk
        assert received == struct.pack(">BxxxL", 1, 6) + b"hello\n"
        attached._sock.close()
        attached.close()
    finally:
        container.remove(force=True)


def test_the_docker_cli_shows_what_docker_would(box: Engine, run: Callable[..., str]) -> None:
    id = run("--name", "shown")
    assert box.docker("ps", "--format", "{{.Names}} {{.Command}}").stdout == (
        'shown "sleep 3600"\n'
    )
    assert box.docker("inspect", "-f", "{{.State.Status}}", "shown").stdout == "running\n"
    assert box.docker("version", "--format", "{{.Server.APIVersion}}").stdout == "1.45\n"
    assert box.docker("info", "--format", "{{.Driver}}").stdout.strip()
    missing = box.docker("inspect", "absent", check=False)
    assert missing.returncode == 1
    assert missing.stderr.strip() == "Error: No such object: absent"
    assert "sleep 3600" in box.docker("top", "shown").stdout
    assert id[:12] in box.docker("stats", "--no-stream", "--no-trunc").stdout
    assert box.docker("exec", "shown", "sh", "-c", "exit 9", check=False).returncode == 9
    absent = box.docker("exec", "shown", "/absent", check=False)
    assert absent.returncode in (126, 127)


def test_megabytes_pass_through_a_container_and_back(box: Engine) -> None:
    data = os.urandom(8 * 1024 * 1024).hex()
    done = box.docker("run", "--rm", "-i", "busybox:1", "cat", stdin=data)
    assert done.stdout == data


# Clients that misbehave


def raw(engine: Engine, text: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(10)
    connection.connect(str(engine.socket))
    connection.sendall(text.replace("\n", "\r\n").encode())
    return connection


def descriptors(engine: Engine) -> int:
    return len(list(Path(f"/proc/{engine.pid}/fd").iterdir()))


def test_clients_that_vanish_leave_no_descriptor_behind(
    box: Engine, run: Callable[..., str]
) -> None:
    id = run("-i", command=["cat"])
    upgrade = "Connection: Upgrade\nUpgrade: tcp\n"
    requests = [
        f"POST /containers/{id}/attach?stream=1&stdin=1&stdout=1 HTTP/1.1\nHost: x\n{upgrade}\n",
        f"POST /containers/{id}/attach?stream=1&stdout=1 HTTP/1.1\nHost: x\n{upgrade}\n",
        f"GET /containers/{id}/logs?stdout=1&follow=1 HTTP/1.1\nHost: x\n\n",
        f"GET /containers/{id}/stats HTTP/1.1\nHost: x\n\n",
        f"POST /containers/{id}/wait HTTP/1.1\nHost: x\n\n",
        "GET /events HTTP/1.1\nHost: x\n\n",
        "POST /images/load HTTP/1.1\nHost: x\nContent-Length: 100000\n\nhalf",
        "POST /containers/create HTTP/1.1\nHost: x\nContent-Length: 100000\n\nhalf",
        "GET /containers/json HTTP/1.1\nHost: x\nX-Half: ",
    ]

    def cycle() -> None:
        for request in requests:
            connection = raw(box, request)
            with contextlib.suppress(TimeoutError):
                connection.settimeout(0.05)
                connection.recv(64)
            connection.close()

    cycle()
    wait_for(lambda: box.request("GET", "/_ping").status == 200, 5, "no answer")
    before = descriptors(box)
    for _ in range(5):
        cycle()
    wait_for(
        lambda: descriptors(box) <= before + 1,
        10,
        f"more than {before} descriptors stay open",
        lambda: "\n".join(
            sorted(str(path.readlink()) for path in Path(f"/proc/{box.pid}/fd").iterdir())
        ),
    )


def test_execs_that_are_never_started_are_forgotten_with_their_container(
    box: Engine, run: Callable[..., str]
) -> None:
    id = run()
    execs = [
        box.request("POST", f"/containers/{id}/exec", {"Cmd": ["true"]}).json()["Id"]
        for _ in range(20)
    ]
    box.docker("rm", "-f", id)
    assert {box.request("GET", f"/exec/{exec}/json").status for exec in execs} == {404}


def test_output_without_end_does_not_fill_the_engine(box: Engine, run: Callable[..., str]) -> None:
    id = run()
    exec = box.request(
        "POST", f"/containers/{id}/exec", {"Cmd": ["yes"], "AttachStdout": True}
    ).json()["Id"]
    connection = raw(
        box,
        f"POST /exec/{exec}/start HTTP/1.1\nHost: x\nContent-Type: application/json\n"
        "Connection: Upgrade\nUpgrade: tcp\nContent-Length: 2\n\n{}",
    )
    assert connection.recv(100).startswith(b"HTTP/1.1 101")
    status = Path(f"/proc/{box.pid}/status")

    def memory() -> int:
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024

    before = memory()
    deadline = time.monotonic() + 2
    while time.monotonic() < deadline:
        assert memory() < before + 32 * 1024 * 1024
        time.sleep(0.1)
    connection.close()


def test_storms_of_requests_leave_others_served(box: Engine) -> None:
    answers: list[Answer] = []

    def ask() -> None:
        for _ in range(20):
            answers.append(box.request("GET", "/containers/json?all=1"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status for answer in answers] == [200] * 160


def test_garbage_on_the_socket_is_answered_and_forgotten(box: Engine) -> None:
    for text in (
        "\0\0\0\0\n\n",
        "GET / HTTP/9.9\n\n",
        "POST /containers/create HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nzz\n",
        "POST /containers/create HTTP/1.1\nHost: x\nContent-Length: 5\nContent-Length: 6\n\nhello",
        "POST /containers/create HTTP/1.1\nHost: x\nContent-Length: 5\n"
        "Transfer-Encoding: chunked\n\n0\n\nGET /smuggled HTTP/1.1\n\n",
        f"GET /{'x' * 100_000} HTTP/1.1\nHost: x\n\n",
        "GET /_ping HTTP/1.0\n\n",
    ):
        connection = raw(box, text)
        with contextlib.suppress(TimeoutError, ConnectionError):
            connection.settimeout(2)
            answer = connection.recv(4096)
            assert b"Traceback" not in answer
            assert b"500" not in answer.split(b"\r\n")[0]
        connection.close()
    assert box.request("GET", "/_ping").status == 200


def test_events_tell_of_a_container_in_dockers_order(box: Engine) -> None:
    began = time.time()
    box.docker("run", "--rm", "--name", "told", "busybox:1", "true")
    wait_for(
        lambda: box.request("GET", "/containers/told/json").status == 404, 10, "it is still there"
    )
    answer = box.request(
        "GET",
        f"/events?since={began:.6f}&until={time.time():.6f}",
        query=None,
    )
    events = [json.loads(line) for line in answer.body.splitlines()]
    actions = [event["Action"] for event in events if event["Type"] == "container"]
    for earlier, later in (
        ("create", "attach"),
        ("attach", "start"),
        ("start", "die"),
        ("die", "destroy"),
    ):
        assert actions.index(earlier) < actions.index(later)
    die = next(event for event in events if event["Action"] == "die")
    assert die["Actor"]["Attributes"]["exitCode"] == "0"
    assert die["Actor"]["Attributes"]["name"] == "told"
