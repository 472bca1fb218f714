"""The stock command line over TCP, with a certificate."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fixtures.certificates import CLIENT, SERVER, Authority
from fixtures.commands import Cli
from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("pki"))
    made.issue("server", SERVER, hosts=["127.0.0.1"])
    certificate, key = made.issue("client", CLIENT)
    (made.folder / "cert.pem").symlink_to(certificate)
    (made.folder / "key.pem").symlink_to(key)
    return made


@pytest.fixture(scope="module")
def engine(make_engine: Callable[..., Engine], authority: Authority) -> Iterator[Engine]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    folder = authority.folder
    daemon = make_engine(
        arguments=["-H", f"tcp://0.0.0.0:{port}", "--tlsverify"],
        settings={
            "tlscacert": str(authority.certificate),
            "tlscert": str(folder / "server.pem"),
            "tlskey": str(folder / "server-key.pem"),
        },
    )
    daemon.env |= {"DOCKER_HOST": f"tcp://127.0.0.1:{port}", "DOCKER_TLS_VERIFY": "1",
                   "DOCKER_CERT_PATH": str(folder)}  # fmt: skip
    daemon.start()
    yield daemon
    daemon.close()


@pytest.fixture(scope="module")
def cli(engine: Engine, registry: Registry) -> Cli:
    return Cli("docker", engine, registry)


def test_runs_copies_and_terminals_work_as_over_the_socket(
    cli: Cli, busybox: str, tmp_path: Path
) -> None:
    said = cli("run", "--rm", "-i", busybox, "sh", "-c", "cat; echo after; sleep 0.2; exit 7",
               stdin="before\n", check=False)  # fmt: skip
    assert (said.stdout, said.returncode) == ("before\nafter\n", 7)
    (tmp_path / "big").write_bytes(os.urandom(5 << 20))
    cli("run", "-d", "--name", "holder", busybox, "sleep", "1000")
    cli("cp", f"{tmp_path}/big", "holder:/big")
    cli("cp", "holder:/big", f"{tmp_path}/back")
    assert (tmp_path / "back").read_bytes() == (tmp_path / "big").read_bytes()
    assert cli("exec", "-i", "holder", "rev", stdin="abc\n").stdout == "cba\n"
    with cli.terminal("exec", "-it", "holder", "tty") as tty:
        tty.expect("/dev/pts/0")
        assert tty.wait() == 0


def test_without_a_certificate_there_is_no_way_in(cli: Cli, tmp_path: Path) -> None:
    alone = Authority(tmp_path, "another")
    _, key = alone.issue("cert", CLIENT)
    key.rename(tmp_path / "key.pem")
    (tmp_path / "ca.pem").write_bytes(
        (Path(cli.engine.env["DOCKER_CERT_PATH"]) / "ca.pem").read_bytes()
    )
    refused = cli("version", env={"DOCKER_CERT_PATH": str(tmp_path)}, check=False)
    assert refused.returncode == 1
    assert "tls: unknown certificate authority" in refused.stderr
    plain = cli("version", env={"DOCKER_TLS_VERIFY": ""}, check=False)
    assert plain.returncode == 1
    assert "Client sent an HTTP request to an HTTPS server" in plain.stderr
