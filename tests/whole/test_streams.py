"""Logs and streams at scale: nothing is lost, nobody waits for a slow reader, memory stays."""

import contextlib
import json
import re
import signal
import socket
import struct
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for
from fixtures.terminal import Terminal

pytestmark = pytest.mark.root

GROWTH = 40 << 20
"""Bytes that the daemon may take more of while streams run."""


def by_stream(body: bytes) -> dict[int, bytes]:
    """What frames carry, by stream."""
    found = {1: b"", 2: b""}
    place = 0
    while place < len(body):
        stream, length = struct.unpack_from(">BxxxL", body, place)
        found[stream] += body[place + 8 : place + 8 + length]
        place += 8 + length
    return found


def logged(engine: Engine, id: str, **query: object) -> dict[int, bytes]:
    wanted = {"stdout": 1, "stderr": 1, **query}
    return by_stream(engine.request("GET", f"/containers/{id}/logs", query=wanted).body)


def resident(engine: Engine) -> int:
    """Bytes of memory that the daemon has."""
    status = Path(f"/proc/{engine.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) << 10


@contextlib.contextmanager
def ears_shut(engine: Engine, count: int, request: str) -> Iterator[list[socket.socket]]:
    """Clients that ask and then never read."""
    with contextlib.ExitStack() as stack:
        clients = []
        for _ in range(count):
            client = stack.enter_context(socket.socket(socket.AF_UNIX))
            client.connect(str(engine.socket))
            client.sendall(f"{request} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert client.recv(12) == b"HTTP/1.1 200"
            clients.append(client)
        yield clients


def test_following_the_quickest_writer_loses_nothing_and_memory_stays(
    engine: Engine, busybox: str, tmp_path: Path
) -> None:
    count = 1_500_000
    before = resident(engine)
    script = f"seq 800000; while [ ! -e /go ]; do usleep 10000; done; seq 800001 {count}"
    id = engine.docker(
        *("run", "-d", "--log-opt", "max-size=4m", "--log-opt", "max-file=99"),
        *(busybox, "sh", "-c", script),
    ).stdout.strip()
    followed = tmp_path / "followed"
    with (
        ears_shut(engine, 20, f"GET /containers/{id}/logs?stdout=1&follow=1"),
        followed.open("wb") as output,
        subprocess.Popen(["docker", "logs", "-f", id], env=engine.env, stdout=output) as follower,
    ):
        files = engine.data_root / "containers" / id
        wait_for(lambda: list(files.glob("container.log.*")), 20, "no file is rotated")
        engine.docker("exec", id, "touch", "/go")
        assert follower.wait(60) == 0
        assert resident(engine) - before < GROWTH
    lines = b"".join(b"%d\n" % number for number in range(1, count + 1))
    assert followed.read_bytes() == lines


def test_clients_that_never_read_hold_neither_the_container_nor_another_reader(
    engine: Engine, busybox: str
) -> None:
    count = 400_000
    before = resident(engine)
    id = engine.docker("create", busybox, "seq", str(count)).stdout.strip()
    with (
        ears_shut(engine, 10, f"POST /containers/{id}/attach?stream=1&stdout=1"),
        ears_shut(engine, 10, "GET /events"),
    ):
        attached = subprocess.Popen(
            ["docker", "start", "-a", id], env=engine.env, stdout=subprocess.PIPE
        )
        output = attached.communicate(timeout=60)[0]
        assert attached.returncode == 0
        assert output == b"".join(b"%d\n" % number for number in range(1, count + 1))
        assert resident(engine) - before < GROWTH
    engine.docker("rm", id)


def test_a_reader_that_comes_late_to_its_output_gets_all_of_it(
    engine: Engine, busybox: str
) -> None:
    """`docker run … | less`: what is not read yet waits in a file, and the container is done."""
    run = subprocess.Popen(
        ["docker", "run", "--name", "ahead", busybox, "seq", "300000"],
        env=engine.env,
        stdout=subprocess.PIPE,
    )
    wait_for(
        lambda: "exited" in engine.docker("ps", "-a", "--format", "{{.Names}} {{.State}}").stdout,
        30,
        "the container waits for its reader",
    )
    output = run.communicate(timeout=30)[0]
    assert output == b"".join(b"%d\n" % number for number in range(1, 300001))
    engine.docker("rm", "ahead")


def test_two_hundred_streams_and_waiters_of_one_container(engine: Engine, busybox: str) -> None:
    script = "read go; i=0; while [ $i -lt 500 ]; do echo line $i; i=$((i+1)); done; exit 7"
    id = engine.docker("run", "-di", busybox, "sh", "-c", script).stdout.strip()
    expected = b"".join(b"line %d\n" % number for number in range(500))

    def follow(_: int) -> bool:
        return logged(engine, id, follow=1)[1] == expected

    def attach(number: int) -> bool:
        query = {"stream": 1, "stdout": 1, "logs": number % 2}
        body = engine.request("POST", f"/containers/{id}/attach", query=query).body
        return by_stream(body)[1] == expected

    def wait(_: int) -> bool:
        return engine.request("POST", f"/containers/{id}/wait").json() == {"StatusCode": 7}

    def asked() -> bool:
        answer = engine.request("GET", "/davit/v1/idle").json()
        return bool(answer["busy"] == 200)

    with ThreadPoolExecutor(200) as pool:
        results = [pool.submit(follow, number) for number in range(60)]
        results += [pool.submit(attach, number) for number in range(40)]
        results += [pool.submit(wait, number) for number in range(100)]
        wait_for(asked, 30, "not everyone is served")
        with socket.socket(socket.AF_UNIX) as speaker:
            speaker.connect(str(engine.socket))
            speaker.sendall(UPGRADE % f"/containers/{id}/attach?stream=1&stdin=1".encode())
            assert speaker.recv(12) == b"HTTP/1.1 101"
            speaker.sendall(b"go\n")
            assert [result.result(60) for result in results] == [True] * 200
    engine.docker("rm", id)


UPGRADE = b"POST %b HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"


def test_a_hundred_execs_at_once(engine: Engine, busybox: str) -> None:
    id = engine.docker("run", "-d", busybox, "sleep", "600").stdout.strip()
    expected = b"".join(b"%d\n" % number for number in range(1, 501))

    def run(number: int) -> bool:
        wanted = {"Cmd": ["sh", "-c", f"seq 500; exit {number}"], "AttachStdout": True}
        exec_id = engine.request("POST", f"/containers/{id}/exec", wanted).json()["Id"]
        body = engine.request("POST", f"/exec/{exec_id}/start", {}).body
        code = engine.request("GET", f"/exec/{exec_id}/json").json()["ExitCode"]
        return bool(by_stream(body)[1] == expected and code == number)

    with ThreadPoolExecutor(100) as pool:
        assert list(pool.map(run, range(100))) == [True] * 100
    engine.docker("rm", "-f", id)


AWKWARD = (
    "head -c 40000 /dev/zero | tr '\\0' x; echo; printf 'a\\0b\\377\\376c\\r\\n'; "
    "printf 'half' >&2; printf 'no end'"
)


@pytest.mark.parametrize("driver", ["json-file", "local"])
def test_odd_bytes_and_long_lines_come_out_as_they_went_in(
    engine: Engine, busybox: str, driver: str
) -> None:
    command = ("run", "-d", "--log-driver", driver, busybox, "sh", "-c", AWKWARD)
    id = engine.docker(*command).stdout.strip()
    engine.docker("wait", id)
    written = b"x" * 40000 + b"\na\0b\xff\xfec\r\nno end"
    assert logged(engine, id) == {1: written, 2: b"half"}
    assert logged(engine, id, stderr=0) == {1: written, 2: b""}
    # Which of the two the shim reads last is chance.
    assert logged(engine, id, tail=1) in ({1: b"no end", 2: b""}, {1: b"", 2: b"half"})
    stamped = logged(engine, id, timestamps=1)[1]
    times = re.findall(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z ", stamped)
    assert len(times) == 3  # a line has one time, however long it is
    second, _, fraction = times[-1].decode().strip(" Z").partition(".")
    for option, nanoseconds, shown in (
        ("--since", int(fraction), True),
        ("--since", int(fraction) + 1, False),
        ("--until", int(fraction), True),
        ("--until", int(fraction) - 1, False),
    ):
        limited = ["docker", "logs", option, f"{second}.{nanoseconds:09d}Z", id]
        asked = subprocess.check_output(limited, env=engine.env, stderr=subprocess.DEVNULL)
        assert (b"no end" in asked) is shown
    engine.docker("rm", id)


def test_without_a_log_attaching_works_and_reading_is_refused(engine: Engine, busybox: str) -> None:
    ran = engine.docker("run", "--name", "mute", "--log-driver", "none", busybox, "echo", "hello")
    assert ran.stdout == "hello\n"
    refused = engine.docker("logs", "mute", check=False)
    assert "configured logging driver does not support reading" in refused.stderr
    engine.docker("rm", "mute")


def test_a_log_goes_on_while_the_daemon_is_dead(engine: Engine, busybox: str) -> None:
    writing = "i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); usleep 1000; done"
    id = engine.docker("run", "-d", busybox, "sh", "-c", writing).stdout.strip()
    log = engine.data_root / "containers" / id / "container.log"
    wait_for(lambda: b"line 100\n" in log.read_bytes(), 20, "nothing is logged")
    engine.kill9()
    engine.start()
    followed = engine.docker("logs", "-f", id).stdout
    assert followed.splitlines() == [f"line {number}" for number in range(3000)]
    engine.docker("rm", id)


def test_input_ends_by_halves_and_output_follows(engine: Engine, busybox: str) -> None:
    engine.docker("run", "-d", "--name", "listener", busybox, "sleep", "600")
    text = "0123456789abcdef" * 500_000
    for command in (("run", "-i", "--rm", busybox), ("exec", "-i", "listener")):
        counted = engine.docker(*command, "sh", "-c", "md5sum; echo done", stdin=text)
        assert counted.stdout.splitlines()[-1] == "done"
        assert engine.docker(*command, "wc", "-c", stdin=text).stdout == f"{len(text)}\n"
    assert engine.docker("exec", "-i", "listener", "cat").stdout == ""  # standard input is closed
    engine.docker("rm", "-f", "listener")


def test_an_exec_that_is_over_says_so_in_its_stream(engine: Engine, busybox: str) -> None:
    id = engine.docker("run", "-d", busybox, "sleep", "600").stdout.strip()
    wanted = {"Cmd": ["true"], "AttachStdout": True}
    exec_id = engine.request("POST", f"/containers/{id}/exec", wanted).json()["Id"]
    assert engine.request("POST", f"/exec/{exec_id}/start", {}).body == b""
    again = engine.request("POST", f"/exec/{exec_id}/start", {})
    assert (again.status, again.body[:1]) == (200, b"\x01")
    assert b"has already run" in again.body
    engine.docker("rm", "-f", id)


@pytest.mark.parametrize("tty", [False, True])
def test_an_exec_outlives_its_client(engine: Engine, busybox: str, tty: bool) -> None:
    id = engine.docker("run", "-d", busybox, "sleep", "600").stdout.strip()
    script = "seq 100000; while [ ! -e /go ]; do echo waiting; sleep 0.05; done; echo >/done"
    wanted = {"Cmd": ["sh", "-c", script], "AttachStdout": True, "AttachStderr": True, "Tty": tty}
    exec_id = engine.request("POST", f"/containers/{id}/exec", wanted).json()["Id"]
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(engine.socket))
        body = json.dumps({"Tty": tty}).encode()
        client.sendall(
            b"POST /exec/%b/start HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (exec_id.encode(), len(body), body)
        )
        assert client.recv(12) == b"HTTP/1.1 200"
    engine.docker("exec", id, "touch", "/go")

    def shown() -> dict[str, object]:
        found: dict[str, object] = engine.request("GET", f"/exec/{exec_id}/json").json()
        return found

    wait_for(lambda: shown()["ExitCode"] is not None, 20, "it goes on for ever")
    assert shown()["ExitCode"] == 0
    engine.docker("exec", id, "test", "-e", "/done")
    engine.docker("rm", "-f", id)


def test_a_storm_of_resizing_ends_at_the_last_size(engine: Engine, busybox: str) -> None:
    id = engine.docker("run", "-dit", busybox, "sh").stdout.strip()

    def resize(number: int) -> int:
        size = {"h": 10 + number % 40, "w": 100}
        return engine.request("POST", f"/containers/{id}/resize", query=size).status

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(resize, range(300))) == {200}
    assert (
        engine.request("POST", f"/containers/{id}/resize", query={"h": 33, "w": 77}).status == 200
    )
    wait_for(
        lambda: "33 77" in engine.docker("exec", id, "stty", "-F", "/dev/pts/0", "size").stdout,
        30,
        "the size is another",
    )
    engine.docker("rm", "-f", id)


def test_detaching_leaves_the_container_and_signals_reach_it(engine: Engine, busybox: str) -> None:
    engine.docker("run", "-dit", "--name", "shell", busybox, "sh")
    command = ["docker", "attach", "--detach-keys", "ctrl-x,x", "shell"]
    with Terminal(command, engine.env) as terminal:
        terminal.send("echo $((6*7))\n")
        terminal.expect("42")
        terminal.send("\x18x")
        assert terminal.wait() == 0 or "read escape sequence" in terminal.transcript
    assert engine.docker("inspect", "-f", "{{.State.Running}}", "shell").stdout == "true\n"
    engine.docker("rm", "-f", "shell")

    script = "trap 'echo heard; exit 3' USR1; echo ready; while true; do sleep 0.1; done"
    engine.docker("run", "-d", "--name", "trap", busybox, "sh", "-c", script)
    with subprocess.Popen(
        ["docker", "attach", "--no-stdin", "--sig-proxy=true", "trap"],
        env=engine.env,
        stdout=subprocess.PIPE,
    ) as attached:
        heard = {"since": 1, "until": "0s", "filters": '{"container":["trap"],"event":["attach"]}'}
        wait_for(
            lambda: engine.request("GET", "/events", query=heard).body, 10, "it does not attach"
        )
        attached.send_signal(signal.SIGUSR1)
        assert attached.communicate(timeout=10)[0] == b"heard\n"
    assert attached.returncode == 3
    engine.docker("rm", "trap")


def test_statistics_of_many_containers_at_once(engine: Engine, busybox: str) -> None:
    def start(_: int) -> str:
        command = ("run", "-d", "--network", "none", busybox, "sleep", "600")
        return engine.docker(*command).stdout.strip()

    def samples(id: str) -> list[str]:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(20)
            client.connect(str(engine.socket))
            client.sendall(f"GET /containers/{id}/stats HTTP/1.0\r\nHost: x\r\n\r\n".encode())
            body = client.makefile("rb")
            lines = (line for line in body if line.startswith(b"{"))
            ids = [json.loads(next(lines))["id"] for _ in range(3)]
            body.close()
            return ids

    with ThreadPoolExecutor(15) as pool:
        ids = list(pool.map(start, range(15)))
        assert list(pool.map(samples, ids)) == [[id] * 3 for id in ids]
        list(pool.map(lambda id: engine.docker("rm", "-f", id), ids))
