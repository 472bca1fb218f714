"""The stock docker command line asks an engine for the same, given the same command."""

import http.server
import json
import shlex
import socketserver
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from davit_desktop.client.run_body import create_body
from davit_desktop.client.run_command import command_words, parse_run
from davit_desktop.client.run_spec import RunSpec

Asked = Callable[[list[str]], tuple[str, dict[str, Any]]]


class _Recorder(socketserver.ThreadingUnixStreamServer):
    """As much of an engine as docker create needs; it keeps what it was asked for."""

    daemon_threads = True
    asked: tuple[str, dict[str, Any]] = ("", {})


class _Handler(http.server.BaseHTTPRequestHandler):
    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        created = "/containers/create" in self.path
        if created:
            assert isinstance(self.server, _Recorder)
            self.server.asked = (self.path.partition("?")[2], json.loads(body))
        content = b'{"Id": "made"}' if created else b"OK"
        self.send_response(201 if created else 200)
        self.send_header("Api-Version", "1.49")
        self.send_header("Ostype", "linux")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_POST = do_HEAD = _answer

    @override
    def log_message(self, format: str, *args: Any) -> None:
        pass

    @override
    def address_string(self) -> str:
        return ""


@pytest.fixture
def asked(docker_cli: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """What the docker command line sends for `docker create` with these words."""
    folder = tmp_path_factory.mktemp("d")
    recorder = _Recorder(str(folder / "s"), _Handler)
    thread = threading.Thread(target=recorder.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()

    def ask(words: list[str]) -> tuple[str, dict[str, Any]]:
        command = [str(docker_cli), "-H", f"unix://{folder / 's'}", "create", *words]
        subprocess.run(command, check=True, capture_output=True, timeout=60, cwd=folder)
        return recorder.asked

    yield ask
    recorder.shutdown()
    thread.join()
    recorder.server_close()


def said(value: Any, key: str = "") -> Any:
    """Without what says nothing: docker sends every member, at its default too."""
    if isinstance(value, dict):
        kept = {name: said(inner, name) for name, inner in value.items()}
        # An endpoint is asked for by its name alone, but not the one that there is anyway.
        named = ("ExposedPorts", "Volumes", "PortBindings", "EndpointsConfig", "Labels", "Tmpfs")
        if key in named:
            return {name: inner for name, inner in kept.items() if inner or name != "default"}
        if key in ("Options", "Sysctls", "Config", "DriverOpts", "Annotations", "StorageOpt"):
            return kept
        return {name: inner for name, inner in kept.items() if not _is_default(name, inner)}
    if isinstance(value, list):
        inner = [said(one) for one in value]
        return sorted(inner) if key in ("Env", "Binds") else inner  # docker keeps them in maps
    return value


def _is_default(name: str, value: Any) -> bool:
    if name == "StopTimeout":
        return value is None
    return not value or value == [0, 0] or (name, value) == ("MemorySwappiness", -1)


COMMANDS = [
    "nginx",
    "--name web -p 80 -p 127.0.0.1:8080:80 -p [::1]:53:53/udp -p 7000-7001:80-81 -P nginx",
    "-it --rm busybox sh -c 'echo \"a  b\"' -- -x",
    "-i busybox",
    "-e A=1 -e 'B=x y' -e C= -e NOTSET --expose 9-10 -l a=b -l c -l d= --annotation k=v x",
    "-v data:/d:ro,z -v /srv:/s -v /anon --tmpfs /run --tmpfs /t:size=1m,mode=700 "
    "--volumes-from other:ro --volume-driver local x",
    "--mount type=bind,src=/a,dst=/b,ro,bind-propagation=rslave "
    "--mount type=volume,src=v,dst=/c,volume-nocopy,volume-opt=a=b,volume-label=l=m "
    "--mount type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=1770 x",
    "--network shop --network-alias a --network-alias b --ip 10.0.0.9 --mac-address "
    "02:42:ac:11:00:02 --network two --hostname h --domainname d --dns 1.1.1.1 --dns-search s "
    "--dns-option ndots:1 --add-host db:10.0.0.1 --add-host gw:host-gateway x",
    "--network name=n,alias=a,driver-opt=k=v,gw-priority=3 x",
    "--network host --pid host --ipc host --uts host --cgroupns private --userns host x",
    "--network container:abc --link db:database x",
    "-m 512m --memory-reservation 100m --memory-swap -1 --memory-swappiness 10 --cpus 1.5 "
    "--cpu-shares 512 --cpuset-cpus 0,1 --cpuset-mems 0 --pids-limit 100 --shm-size 64m "
    "--oom-score-adj 5 --oom-kill-disable --ulimit nofile=10:20 --ulimit core=0 x",
    "--cpu-period 100000 --cpu-quota 50000 --blkio-weight 10 --device-read-bps /dev/sda:1mb "
    "--device-write-iops /dev/sda:10 --blkio-weight-device /dev/sda:20 x",
    "--privileged --cap-add NET_ADMIN --cap-add ALL --cap-drop chown --read-only "
    "--security-opt no-new-privileges --security-opt seccomp=unconfined "
    "--device /dev/null:/dev/n:r --device /dev/zero --device-cgroup-rule 'c 1:3 r' "
    "--sysctl net.ipv4.ip_forward=1 --group-add 5 x",
    "--security-opt systempaths=unconfined x",
    "--restart on-failure:3 --init --user 1000:1000 --workdir /w --entrypoint /bin/x "
    "--stop-signal INT --stop-timeout 0 --platform linux/arm64 --runtime crun "
    "--cgroup-parent /p --log-driver json-file --log-opt max-size=1m --storage-opt size=1G x y z",
    "--init=false --entrypoint '' --restart unless-stopped x",
    "--health-cmd 'curl x' --health-interval 5s --health-timeout 1m --health-retries 3 "
    "--health-start-period 1h --health-start-interval 2s x",
    "--no-healthcheck -a stdin -a stderr x",
]


@pytest.mark.parametrize("text", COMMANDS)
def test_docker_asks_for_the_same(asked: Asked, text: str) -> None:
    words = shlex.split(text)
    query, body = asked(words)
    spec = parse_run(words)
    assert said(create_body(spec)) == said(body)
    assert query == _query(spec)
    # What the window shows as the command asks for it too.
    query_again, body_again = asked(command_words(spec))
    assert (query_again, said(body_again)) == (query, said(body))


def _query(spec: RunSpec) -> str:
    parts = []
    if spec.name:
        parts.append(f"name={spec.name}")
    if spec.platform:
        parts.append(f"platform={spec.platform.replace('/', '%2F')}")
    return "&".join(parts)
