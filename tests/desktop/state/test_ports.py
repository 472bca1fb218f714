"""How ports read, and where they lead."""

import pytest

from davit_desktop.state.ports import PortMapping, mappings_of_inspect


def test_a_published_port_reads_as_address_and_container_port() -> None:
    port = PortMapping(container_port=80, host_ip="127.0.0.1", host_port=8080)
    assert port.label == "127.0.0.1:8080 → 80/tcp"
    assert port.url(tls=False) == "http://localhost:8080/"
    assert not port.exposed_to_network


@pytest.mark.parametrize("address", ["0.0.0.0", "::", ""])
def test_a_port_on_every_address_is_visible_on_the_network(address: str) -> None:
    port = PortMapping(container_port=80, host_ip=address, host_port=8080)
    assert port.exposed_to_network
    assert port.connect_host in ("127.0.0.1", "::1")


def test_the_ports_of_tls_open_with_https() -> None:
    port = PortMapping(container_port=443, host_ip="127.0.0.1", host_port=443)
    assert port.certainly_tls
    assert port.url(tls=True) == "https://localhost/"


def test_an_ipv6_address_is_bracketed() -> None:
    port = PortMapping(container_port=80, host_ip="::1", host_port=8080)
    assert port.address == "[::1]:8080"
    assert port.url(tls=False) == "http://[::1]:8080/"


def test_udp_does_not_open_a_browser() -> None:
    port = PortMapping(container_port=53, protocol="udp", host_ip="127.0.0.1", host_port=53)
    assert not port.browsable


def test_inspect_tells_planned_ports_of_a_stopped_container() -> None:
    document = {
        "NetworkSettings": {"Ports": {}},
        "HostConfig": {"PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}]}},
    }
    (port,) = mappings_of_inspect(document)
    assert port.label == "127.0.0.1:8080 → 80/tcp"


def test_inspect_that_makes_no_sense_gives_no_ports() -> None:
    assert mappings_of_inspect({"NetworkSettings": {"Ports": {"x/tcp": None}}}) == ()
    assert mappings_of_inspect({}) == ()


def test_web_ports_come_before_others() -> None:
    document = {
        "NetworkSettings": {
            "Ports": {
                "53/udp": [{"HostIp": "127.0.0.1", "HostPort": "53"}],
                "80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "80"}],
                "9/tcp": None,
            }
        }
    }
    labels = [p.label for p in mappings_of_inspect(document)]
    assert labels == ["127.0.0.1:80 → 80/tcp", "127.0.0.1:53 → 53/udp", "9/tcp"]
