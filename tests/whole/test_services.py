"""Servers from real packages: a web page, a database, two versions of a language side by side."""

import socket
import urllib.request

import pytest

from fixtures.commands import Cli
from fixtures.daemon import wait_for

pytestmark = pytest.mark.root


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def test_nginx_answers_on_its_published_port(cli: Cli) -> None:
    nginx = cli.image("nginx:latest")
    port = _free_port()
    container = cli("run", "-d", "-p", f"{port}:80", nginx).stdout.strip()
    url = f"http://localhost:{port}/"
    wait_for(lambda: _page(url), 15, f"no page on {url}")
    assert "Welcome to nginx!" in _page(url)
    assert f":{port}" in cli("port", container, "80").stdout
    assert f":{port}->80/tcp" in cli.lines("ps")[1]
    wait_for(lambda: '"GET / HTTP/1.1" 200' in cli("logs", container).stdout, 5, "no access log")

    second = cli("run", "-d", "-p", f"{port}:80", nginx, check=False)
    assert second.returncode == 125
    assert str(port) in second.stderr

    cli("stop", container)
    assert "Exited (0)" in cli("ps", "-a", "--filter", f"id={container}").stdout
    assert _page(url) == ""


def test_redis_answers_ping(cli: Cli) -> None:
    redis = cli.image("redis:latest")
    cli("run", "-d", "--name", "store", "-p", "6379", redis)
    port = int(cli.lines("port", "store", "6379/tcp")[0].rpartition(":")[2])

    def ask(line: bytes) -> bytes:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall(line)
                return connection.recv(100)
        except OSError:
            return b""

    wait_for(lambda: ask(b"PING\r\n"), 15, f"redis does not answer on {port}")
    assert ask(b"PING\r\n") == b"+PONG\r\n"
    assert cli("exec", "store", "redis-cli", "set", "ship", "davit").stdout == "OK\n"
    assert cli("exec", "store", "redis-cli", "get", "ship").stdout == "davit\n"
    assert ask(b"GET ship\r\n").startswith(b"$5\r\ndavit")


def test_two_versions_of_python_live_side_by_side(cli: Cli) -> None:
    versions = {}
    for tag in ("3.11", "3.13"):
        image = cli.image(f"python:{tag}")
        versions[tag] = cli("run", "--rm", image, "python3", "--version").stdout
        told = cli("run", "--rm", "-i", image, stdin="import sys; print(sys.version_info[:2])")
        major, _, minor = tag.partition(".")
        assert told.stdout == f"({major}, {minor})\n"
    assert versions["3.11"].startswith("Python 3.11.")
    assert versions["3.13"].startswith("Python 3.13.")


def test_the_starter_images_are_there_without_a_registry(cli: Cli) -> None:
    starters = {"davit/hello:latest", "davit/welcome:latest"}
    wait_for(
        lambda: starters <= set(cli.lines("images", "--format", "{{.Repository}}:{{.Tag}}")),
        15,
        "the starter images are not loaded",
    )
    assert "Hello from Davit!" in cli("run", "--rm", "davit/hello").stdout
    cli("run", "-d", "--name", "page", "-p", "80", "davit/welcome")
    port = cli.lines("port", "page", "80/tcp")[0].rpartition(":")[2]
    url = f"http://localhost:{port}/"
    wait_for(lambda: "Welcome aboard" in _page(url), 15, f"no page on {url}")
    assert "Host name" in _page(f"{url}cgi-bin/facts")
    wait_for(lambda: "url:/cgi-bin/facts" in cli("logs", "page").stderr, 5, "no log")
    cli("stop", "page")
    assert "Exited (0)" in cli.lines("ps", "-a")[1]
