"""Ports of this computer: free or not, and by whom they are held."""

import os
import socket
from collections.abc import Iterator

import pytest

from davit_desktop.host_ports import Port, Published, conflict, propose, published_by


@pytest.fixture
def listener() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_somebody_listens_on_is_not_free_and_its_holder_is_named(listener: int) -> None:
    words = conflict(Port(listener), [])
    assert words.startswith(f"Port {listener} is in use by ")
    assert f"(pid {os.getpid()})" in words


def test_a_port_of_all_addresses_clashes_with_one_of_them(listener: int) -> None:
    assert conflict(Port(listener, address="0.0.0.0"), [])


def test_a_free_port_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1]
    assert conflict(Port(number), []) == ""


def test_udp_and_tcp_do_not_clash(listener: int) -> None:
    assert conflict(Port(listener, "udp"), []) == ""


def test_a_udp_port_in_use_is_found() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        number = server.getsockname()[1]
        assert f"Port {number} is in use by" in conflict(Port(number, "udp"), [])


def test_what_containers_publish_is_in_use_by_them() -> None:
    held = published_by({"web": [("", 61_234, "tcp")], "db": [("127.0.0.2", 61_235, "tcp")]})
    assert conflict(Port(61_234), held) == "Port 61234 is in use by container web"
    assert conflict(Port(61_235), held) == ""
    assert "container db" in conflict(Port(61_235, address="0.0.0.0"), held)


def test_proposals_are_readable_and_free(listener: int) -> None:
    held = [Published(Port(8080), "web")]
    assert propose(80, "tcp", []) >= 8080
    assert propose(80, "tcp", held) >= 8081
    assert propose(80, "tcp", [], taken=[8080]) >= 8081
    assert propose(listener, "tcp", []) > listener
    assert propose(65_535, "tcp", [Published(Port(65_535), "x")]) == 0
