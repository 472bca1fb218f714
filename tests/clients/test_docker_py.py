"""docker-py: its whole client, as programs use it, and the parts of APIClient below it."""

import gc
import io
import json
import re
import socket
import tarfile
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import docker
import pytest
from docker.errors import (
    APIError,
    BuildError,
    ContainerError,
    ImageNotFound,
    InvalidVersion,
    NotFound,
)
from docker.models.containers import Container
from docker.types import EndpointConfig, Healthcheck, IPAMConfig, IPAMPool, LogConfig, Mount, Ulimit
from docker.utils.socket import frames_iter

from fixtures.daemon import Engine, wait_for
from fixtures.registry import Registry
from fixtures.relay import tcp_relay

pytestmark = [
    pytest.mark.root,
    # docker-py leaves the closing of its streams' sockets to the garbage collector.
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
    ),
]


@pytest.fixture(scope="module")
def client(engine: Engine) -> Iterator[docker.DockerClient]:
    client = docker.DockerClient(base_url=engine.env["DOCKER_HOST"], version="auto", timeout=60)
    yield client
    client.close()
    gc.collect()


@pytest.fixture(scope="module")
def api(client: docker.DockerClient) -> docker.APIClient:
    return client.api


@pytest.fixture(scope="module")
def busybox(pulled: Callable[[str], str]) -> str:
    return pulled("busybox:latest")


@pytest.fixture
def box(client: docker.DockerClient, busybox: str) -> Iterator[Container]:
    container = client.containers.run(
        busybox, ["sh", "-c", "echo out; echo err >&2; sleep 600"], detach=True
    )
    yield container
    container.remove(force=True, v=True)


def test_ping_version_info_and_disk_usage(client: docker.DockerClient) -> None:
    assert client.ping() is True
    assert client.version()["ApiVersion"] == client.api.api_version == "1.45"
    assert client.info()["OSType"] == "linux"
    assert set(client.df()) >= {"LayersSize", "Images", "Containers", "Volumes", "BuildCache"}


def test_an_older_version_is_spoken_and_an_unknown_one_refused(engine: Engine) -> None:
    old = docker.APIClient(base_url=engine.env["DOCKER_HOST"], version="1.24")
    assert isinstance(old.containers(), list)
    old.close()
    with pytest.raises(InvalidVersion, match="API versions below"):
        docker.APIClient(base_url=engine.env["DOCKER_HOST"], version="1.20")
    new = docker.APIClient(base_url=engine.env["DOCKER_HOST"], version="1.99")
    with pytest.raises(APIError, match=r"client version 1\.99 is too new"):
        new.info()
    new.close()


def test_run_returns_the_output(client: docker.DockerClient, busybox: str) -> None:
    script = ["sh", "-c", "echo out; echo err >&2"]
    assert client.containers.run(busybox, script, remove=True) == b"out\n"
    both = client.containers.run(busybox, script, remove=True, stderr=True)
    assert sorted(both.splitlines()) == [b"err", b"out"]
    streamed = client.containers.run(busybox, script, remove=True, stream=True)
    assert list(streamed) == [b"out\n"]


def test_run_that_fails_raises_its_status(client: docker.DockerClient, busybox: str) -> None:
    with pytest.raises(ContainerError) as failed:
        client.containers.run(busybox, ["sh", "-c", "echo why >&2; exit 3"], remove=True)
    assert (failed.value.exit_status, failed.value.stderr) == (3, b"why\n")
    with pytest.raises(APIError, match="not found") as missing:
        client.containers.run(busybox, "no-such-program", remove=True)
    assert missing.value.response.status_code == 400
    with pytest.raises(ImageNotFound):
        client.images.get("davit/never-made")


def test_run_with_options(client: docker.DockerClient, busybox: str) -> None:
    container = client.containers.run(
        busybox,
        ["sleep", "600"],
        detach=True,
        name="options",
        hostname="opted",
        user="1000:1000",
        working_dir="/tmp",
        environment={"A": "1"},
        labels={"py": "1"},
        mem_limit="64m",
        nano_cpus=500_000_000,
        pids_limit=50,
        ulimits=[Ulimit(name="nofile", soft=100, hard=200)],
        cap_drop=["ALL"],
        security_opt=["no-new-privileges"],
        read_only=True,
        tmpfs={"/scratch": "size=1m"},
        mounts=[Mount("/data", "options-data")],
        dns=["127.0.0.1"],
        extra_hosts={"me": "127.0.0.1"},
        shm_size="1m",
        sysctls={"net.ipv4.ip_unprivileged_port_start": "0"},
        log_config=LogConfig(type="json-file", config={"max-size": "1m"}),
        restart_policy={"Name": "on-failure", "MaximumRetryCount": 2},
        stop_signal="SIGKILL",
        ports={"80/tcp": ("127.0.0.1", None), "53/udp": None},
        init=True,
    )
    code, output = container.exec_run(["sh", "-c", "id -u; hostname; pwd; echo $A; ulimit -n"])
    assert (code, output.split()) == (0, [b"1000", b"opted", b"/tmp", b"1", b"100"])
    container.reload()
    host = container.attrs["HostConfig"]
    assert host["Memory"] == 64 << 20
    assert host["RestartPolicy"] == {"Name": "on-failure", "MaximumRetryCount": 2}
    assert container.ports["80/tcp"][0]["HostIp"] == "127.0.0.1"
    assert int(container.ports["53/udp"][0]["HostPort"]) > 0
    assert container.labels["py"] == "1"
    container.remove(force=True)
    client.volumes.get("options-data").remove()


def test_list_get_and_filters(client: docker.DockerClient, box: Container) -> None:
    assert box.id in {one.id for one in client.containers.list()}
    assert [one.id for one in client.containers.list(filters={"id": box.id})] == [box.id]
    assert client.containers.list(filters={"name": "^/nothing$"}) == []
    assert client.containers.get(box.short_id).name == box.name
    assert client.containers.list(all=True, limit=1)
    with pytest.raises(NotFound, match="No such container: nothing"):
        client.containers.get("nothing")


def test_life(client: docker.DockerClient, busybox: str) -> None:
    container = client.containers.create(busybox, ["sleep", "600"], stop_signal="SIGKILL")
    assert container.status == "created"
    container.start()
    container.pause()
    container.reload()
    assert container.status == "paused"
    container.unpause()
    container.restart(timeout=0)
    container.rename("renamed-by-py")
    container.update(mem_limit="32m", memswap_limit="64m")
    container.reload()
    assert (container.status, container.name) == ("running", "renamed-by-py")
    assert container.attrs["HostConfig"]["Memory"] == 32 << 20
    assert "sleep 600" in str(container.top(ps_args="aux")["Processes"])
    container.stop(timeout=0)
    assert container.wait()["StatusCode"] == 137
    container.start()
    container.kill("SIGKILL")
    assert container.wait(condition="not-running", timeout=20)["StatusCode"] == 137
    container.remove()
    with pytest.raises(NotFound):
        container.reload()


def test_wait_for_the_removal(client: docker.DockerClient, busybox: str) -> None:
    container = client.containers.create(busybox, ["sh", "-c", "exit 4"], auto_remove=True)
    answers: list[Any] = []
    waiting = threading.Thread(
        target=lambda: answers.append(container.wait(condition="removed", timeout=30))
    )
    waiting.start()
    container.start()
    waiting.join(30)
    assert answers[0]["StatusCode"] == 4


def test_logs(client: docker.DockerClient, box: Container) -> None:
    wait_for(lambda: len(box.logs().splitlines()) == 2, 10, "no logs")
    assert box.logs(stderr=False) == b"out\n"
    assert re.fullmatch(rb"\d{4}-\S+Z err\n", box.logs(stdout=False, timestamps=True))
    assert len(box.logs(tail=1).splitlines()) == 1
    assert box.logs(since=int(time.time()) + 60, until=int(time.time()) + 120) == b""
    lines = box.logs(stream=True, follow=True)
    assert {next(lines), next(lines)} == {b"out\n", b"err\n"}
    lines.close()


def test_exec(client: docker.DockerClient, box: Container) -> None:
    assert box.exec_run("sh -c 'exit 5'").exit_code == 5
    told = box.exec_run(["sh", "-c", "echo $A $PWD; echo e >&2"], demux=True,
                        environment={"A": "1"}, workdir="/tmp", user="1")  # fmt: skip
    assert told.output == (b"1 /tmp\n", b"e\n")
    assert b"".join(box.exec_run(["sh", "-c", "echo s"], stream=True).output) == b"s\n"
    assert box.exec_run("sleep 600", detach=True).exit_code is None
    identity = client.api.exec_create(box.id, "cat", stdin=True, tty=False)["Id"]
    talk = client.api.exec_start(identity, socket=True)
    raw = talk._sock
    raw.sendall(b"through\n")
    raw.shutdown(socket.SHUT_WR)
    assert b"".join(data for _, data in frames_iter(talk, tty=False)) == b"through\n"
    talk.close()
    assert client.api.exec_inspect(identity)["ExitCode"] == 0
    with_terminal = box.exec_run(["sh", "-c", "tty; stty size"], tty=True)
    assert with_terminal.output.startswith(b"/dev/pts/")


def test_resize(client: docker.DockerClient, busybox: str) -> None:
    container = client.containers.run(busybox, "sh", tty=True, stdin_open=True, detach=True)
    container.resize(height=33, width=99)
    identity = client.api.exec_create(container.id, "sh", tty=True, stdin=True)["Id"]
    talk = client.api.exec_start(identity, tty=True, socket=True)
    client.api.exec_resize(identity, height=22, width=88)
    talk._sock.sendall(b"stty size\nexit\n")
    assert b"22 88" in b"".join(data for _, data in frames_iter(talk, tty=True))
    talk.close()
    container.remove(force=True)


def test_attach(client: docker.DockerClient, busybox: str) -> None:
    container = client.containers.create(busybox, "cat", stdin_open=True)
    talk = container.attach_socket(params={"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1})
    container.start()
    talk._sock.sendall(b"in and out\n")
    talk._sock.shutdown(socket.SHUT_WR)
    assert b"".join(data for _, data in frames_iter(talk, tty=False)) == b"in and out\n"
    talk.close()
    container.remove(force=True)
    streaming = client.containers.run(busybox, ["sh", "-c", "sleep 1; echo a; echo b >&2"],
                                      detach=True)  # fmt: skip
    pieces = list(streaming.attach(stream=True, demux=True))
    assert sorted(pieces, key=str) == sorted([(b"a\n", None), (None, b"b\n")], key=str)
    streaming.remove(force=True)


def test_stats(box: Container) -> None:
    once = box.stats(stream=False)
    assert once["pids_stats"]["current"] >= 1
    assert once["memory_stats"]["usage"] > 0
    assert once["cpu_stats"]["cpu_usage"]["total_usage"] > 0
    following = box.stats(decode=True)
    assert next(following)["id"] == next(following)["id"] == box.id


def test_archives_and_differences(client: docker.DockerClient, box: Container) -> None:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        entry = tarfile.TarInfo("hello.txt")
        entry.size = 6
        archive.addfile(entry, io.BytesIO(b"hello\n"))
    assert box.put_archive("/root", content.getvalue()) is True
    stream, stat = box.get_archive("/root/hello.txt")
    assert (stat["name"], stat["size"]) == ("hello.txt", 6)
    with tarfile.open(fileobj=io.BytesIO(b"".join(stream))) as archive:
        member = archive.extractfile("hello.txt")
        assert member is not None
        assert member.read() == b"hello\n"
    assert {"Path": "/root/hello.txt", "Kind": 1} in box.diff()
    with tarfile.open(fileobj=io.BytesIO(b"".join(box.export()))) as archive:
        assert "root/hello.txt" in archive.getnames()
    with pytest.raises(NotFound, match="Could not find the file /none in container"):
        box.get_archive("/none")
    image = box.commit("py/hello", "v1", message="hi", author="ada",
                       changes='CMD ["cat", "/root/hello.txt"]')  # fmt: skip
    assert image.tags == ["py/hello:v1"]
    assert client.containers.run("py/hello:v1", remove=True) == b"hello\n"
    client.images.remove("py/hello:v1")


def test_prune_containers(client: docker.DockerClient, busybox: str) -> None:
    ended = client.containers.run(busybox, "true", detach=True, labels={"py": "prune"})
    ended.wait()
    pruned = client.containers.prune(filters={"label": "py=prune"})
    assert pruned["ContainersDeleted"] == [ended.id]


def test_images(client: docker.DockerClient, images: Any) -> None:
    reference = images.image("variants:schema2")
    image = client.images.pull(reference)
    assert reference in image.tags
    assert client.images.get(image.id).id == image.id
    assert client.images.get(image.short_id).attrs["Os"] == "linux"
    assert image.history()[0]["CreatedBy"]
    assert image.tag("py/copy", tag="one", force=True) is True
    image.reload()
    assert "py/copy:one" in image.tags
    assert [one.id for one in client.images.list("py/copy")] == [image.id]
    assert client.images.list(filters={"reference": "py/*"})
    progress = list(client.api.pull(reference, stream=True, decode=True))
    assert progress[-1]["status"].startswith("Status: Image is up to date")
    client.images.remove("py/copy:one")
    assert client.images.prune(filters={"label": "nobody=has-it"})["SpaceReclaimed"] == 0


def test_save_load_and_import(client: docker.DockerClient, busybox: str) -> None:
    image = client.images.get(busybox)
    image.tag("py/saved", tag="v1")
    image.reload()
    saved = b"".join(image.save(named="py/saved:v1"))
    client.images.remove("py/saved:v1")
    (loaded,) = client.images.load(saved)
    assert loaded.tags.count("py/saved:v1") == 1
    client.images.remove("py/saved:v1")
    root = io.BytesIO()
    with tarfile.open(fileobj=root, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("empty"), io.BytesIO())
    told = client.api.import_image_from_data(root.getvalue(), repository="py/imported")
    assert "sha256:" in told
    client.images.remove("py/imported:latest")


def test_push_login_and_distribution(
    client: docker.DockerClient, busybox: str, images: Any, private_registry: Registry
) -> None:
    user, password = private_registry.login or ("", "")
    host = images.image("busybox:latest").partition(":")[0]
    address = f"{host}:{private_registry.port}"
    target = f"{address}/py/busybox"
    client.images.get(busybox).tag(target, tag="latest")
    with pytest.raises(APIError, match="401 Unauthorized"):
        client.login(user, "wrong", registry=address)
    assert client.login(user, password, registry=address)["Status"] == "Login Succeeded"
    login = {"username": user, "password": password}
    lines = list(client.images.push(target, tag="latest", stream=True, decode=True,
                                    auth_config=login))  # fmt: skip
    assert lines[-1]["aux"]["Digest"].startswith("sha256:")
    refused = list(client.images.push(target, tag="latest", stream=True, decode=True,
                                      auth_config={**login, "password": "no"}))  # fmt: skip
    assert "error" in refused[-1]
    data = client.images.get_registry_data(f"{target}:latest", auth_config=login)
    assert data.id == lines[-1]["aux"]["Digest"]
    assert data.has_platform("linux/amd64") or data.attrs["Platforms"]
    client.images.remove(f"{target}:latest")


def test_networks(client: docker.DockerClient, busybox: str, box: Container) -> None:
    pool = IPAMPool(subnet="10.231.78.0/24", gateway="10.231.78.1")
    network = client.networks.create(
        "py-net",
        driver="bridge",
        ipam=IPAMConfig(pool_configs=[pool]),
        labels={"py": "1"},
        internal=True,
        attachable=True,
        options={"com.docker.network.driver.mtu": "1400"},
    )
    assert client.networks.list(names=["py-net"])[0].id == network.id
    assert client.networks.list(filters={"label": "py=1"}, greedy=True)[0].name == "py-net"
    network.connect(box, aliases=["store"], ipv4_address="10.231.78.7")
    network.reload()
    assert [one.id for one in network.containers] == [box.id]
    found = client.containers.run(
        busybox,
        "nslookup store",
        remove=True,
        network="py-net",
        networking_config={"py-net": EndpointConfig("1.45", aliases=["asker"])},
    )
    assert b"10.231.78.7" in found
    with pytest.raises(APIError, match="active endpoints"):
        network.remove()
    network.disconnect(box, force=True)
    network.remove()
    with pytest.raises(NotFound, match="network py-net not found"):
        client.networks.get("py-net")
    client.networks.create("py-unused", labels={"py": "2"})
    assert client.networks.prune({"label": "py=2"})["NetworksDeleted"] == ["py-unused"]


def test_volumes(client: docker.DockerClient, busybox: str) -> None:
    volume = client.volumes.create("py-data", labels={"py": "1"})
    run = client.containers.run
    run(busybox, "touch /data/kept", remove=True, volumes={"py-data": {"bind": "/data"}})
    listed = run(busybox, "ls /data", remove=True,
                 volumes={"py-data": {"bind": "/data", "mode": "ro"}})  # fmt: skip
    assert listed == b"kept\n"
    assert client.volumes.get("py-data").attrs["Labels"] == {"py": "1"}
    assert [one.name for one in client.volumes.list(filters={"label": "py=1"})] == ["py-data"]
    volume.remove()
    with pytest.raises(NotFound):
        volume.reload()
    client.volumes.create("py-unused", labels={"py": "2"})
    pruned = client.volumes.prune(filters={"all": "1", "label": "py=2"})
    assert pruned["VolumesDeleted"] == ["py-unused"]


def test_events(client: docker.DockerClient, busybox: str) -> None:
    since = time.time()
    live = client.events(decode=True, filters={"label": "py=events"})
    client.containers.run(busybox, "true", remove=True, labels={"py": "events"})
    actions = []
    while "destroy" not in actions:
        actions.append(next(live)["Action"])
    live.close()
    assert actions[0] == "create"
    assert actions[-2:] == ["die", "destroy"]
    past = client.events(decode=True, since=int(since), until=int(time.time()) + 1,
                         filters={"label": "py=events", "type": "container"})  # fmt: skip
    assert [event["Action"] for event in past] == actions


def test_the_low_level_client(api: docker.APIClient, busybox: str) -> None:
    made = api.create_container(
        busybox,
        ["sh", "-c", "echo low; sleep 600"],
        host_config=api.create_host_config(
            port_bindings={80: ("127.0.0.1",)}, cap_add=["SYS_TIME"]
        ),
        ports=[80],
        name="low",
        labels=["low"],
        volumes=["/anonymous"],
        networking_config=api.create_networking_config({"bridge": api.create_endpoint_config()}),
    )
    assert made["Warnings"] in ([], None)
    api.start("low")
    assert api.inspect_container("low")["Config"]["Labels"] == {"low": ""}
    assert api.port("low", 80)[0]["HostIp"] == "127.0.0.1"
    assert api.containers(quiet=True, filters={"label": ["low"]}) == [{"Id": made["Id"]}]
    wait_for(lambda: api.logs("low") == b"low\n", 10, "no log")
    assert api.diff("low") is None or isinstance(api.diff("low"), list)
    api.stop("low", timeout=0)
    assert api.wait("low")["StatusCode"] == 137
    api.remove_container("low", v=True)
    assert api.inspect_network("bridge")["Name"] == "bridge"


def test_a_health_check(client: docker.DockerClient, busybox: str) -> None:
    second = 1_000_000_000
    container = client.containers.run(
        busybox,
        ["sh", "-c", "sleep 1; touch /ready; sleep 600"],
        detach=True,
        healthcheck=Healthcheck(
            test=["CMD-SHELL", "test -e /ready"], interval=second // 2, timeout=second, retries=50
        ),
    )

    def health() -> str:
        container.reload()
        return str(container.health)

    assert health() == "starting"
    wait_for(lambda: health() == "healthy", 15, "never healthy")
    assert container.attrs["State"]["Health"]["Log"][-1]["ExitCode"] == 0
    container.remove(force=True)


def test_attach_over_a_web_socket(
    engine: Engine, client: docker.DockerClient, busybox: str
) -> None:
    container = client.containers.run(busybox, "cat", stdin_open=True, detach=True)
    with tcp_relay(engine.socket) as address:
        over_tcp = docker.APIClient(base_url=address, version="auto")
        talk = over_tcp.attach_socket(
            container.id, ws=True, params={"stdin": 1, "stdout": 1, "stream": 1}
        )
        talk.send("over the web\n")
        assert talk.recv() in ("over the web\n", b"over the web\n")
        talk.close()
        over_tcp.close()
    container.remove(force=True)


def test_build(client: docker.DockerClient, busybox: str) -> None:
    dockerfile = f"FROM {busybox}\nARG WHO\nRUN echo $WHO > /who\nCMD cat /who\n"
    image, lines = client.images.build(
        fileobj=io.BytesIO(dockerfile.encode()), tag="py:built", buildargs={"WHO": "py"}, rm=True
    )
    assert image.tags == ["py:built"]
    assert {"stream": "Successfully tagged py:built\n"} in list(lines)
    assert client.containers.run("py:built", remove=True) == b"py\n"
    failing = io.BytesIO(f"FROM {busybox}\nRUN exit 5\n".encode())
    with pytest.raises(BuildError, match="returned a non-zero code: 5"):
        client.images.build(fileobj=failing, forcerm=True)


def test_swarm_is_told_that_this_is_no_manager(client: docker.DockerClient) -> None:
    for listing in (client.services.list, client.nodes.list, client.secrets.list,
                    client.configs.list):  # fmt: skip
        with pytest.raises(APIError, match="This node is not a swarm manager") as refused:
            listing()
        assert refused.value.response.status_code == 503
    assert client.plugins.list() == []
    assert json.loads(json.dumps(client.info()["Swarm"]))["LocalNodeState"] == "inactive"
