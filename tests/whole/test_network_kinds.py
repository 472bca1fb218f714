"""Networks themselves: drivers, options, configurations, filters and events."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from fixtures.commands import Cli

pytestmark = [
    pytest.mark.root,
    pytest.mark.parametrize("cli", ["docker"], indirect=True),
]


def _network(cli: Cli, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cli("network", "inspect", name).stdout)[0]
    return found


def test_address_options_are_kept_and_followed(cli: Cli, busybox: str) -> None:
    cli("network", "create", "--subnet", "10.214.0.0/16", "--ip-range", "10.214.5.0/24",
        "--gateway", "10.214.0.254", "--aux-address", "router=10.214.5.0",
        "--label", "a=b", "--attachable", "--internal", "mine")  # fmt: skip
    told = _network(cli, "mine")
    assert told["IPAM"]["Config"] == [
        {
            "Subnet": "10.214.0.0/16",
            "IPRange": "10.214.5.0/24",
            "Gateway": "10.214.0.254",
            "AuxiliaryAddresses": {"router": "10.214.5.0"},
        }
    ]
    assert (told["Internal"], told["Attachable"], told["Labels"]) == (True, True, {"a": "b"})
    inside = cli("run", "--rm", "--network", "mine", busybox, "sh", "-c",
                 "ip -4 -o addr show eth0; ip route")  # fmt: skip
    assert "10.214.5.1/16" in inside.stdout
    assert "default" not in inside.stdout


def test_bridge_options_reach_the_bridge(cli: Cli, busybox: str) -> None:
    name = f"br{cli.engine.instance}"
    cli("network", "create", "-o", f"com.docker.network.bridge.name={name}",
        "-o", "com.docker.network.driver.mtu=1400",
        "-o", "com.docker.network.container_iface_prefix=sea", "mine")  # fmt: skip
    assert Path("/sys/class/net", name, "mtu").read_text() == "1400\n"
    links = cli("run", "--rm", "--network", "mine", busybox, "ip", "link").stdout
    assert "sea0" in links
    assert "mtu 1400" in links
    clash = cli("network", "create", "-o", f"com.docker.network.bridge.name={name}", "other",
                check=False)  # fmt: skip
    assert "networks have same bridge name" in clash.stderr
    cli("network", "rm", "mine")
    assert not Path("/sys/class/net", name).exists()


def test_networks_are_made_from_a_configuration(cli: Cli, busybox: str) -> None:
    cli("network", "create", "--config-only", "--subnet", "10.215.0.0/24", "chart")
    cli("network", "create", "--config-from", "chart", "mine")
    told = _network(cli, "mine")
    assert told["ConfigFrom"] == {"Network": "chart"}
    assert told["IPAM"]["Config"][0]["Subnet"] == "10.215.0.0/24"
    assert _network(cli, "chart")["ConfigOnly"] is True
    refused = cli("network", "rm", "chart", check=False)
    assert 'configuration network "chart" is in use' in refused.stderr
    joined = cli("run", "--rm", "--network", "chart", busybox, "true", check=False)
    assert "cannot create endpoint on configuration-only network" in joined.stderr
    cli("network", "rm", "mine", "chart")


def test_containers_on_a_macvlan_network_meet(cli: Cli, busybox: str) -> None:
    cli("network", "create", "-d", "macvlan", "--subnet", "10.216.0.0/24", "lan")
    cli("run", "-d", "--name", "web", "--network", "lan", busybox, "sh", "-c",
        "echo ahoy > /var/www/index.html; exec httpd -f -p 80 -h /var/www")  # fmt: skip
    got = cli("run", "--rm", "--network", "lan", busybox,
              "timeout", "5", "wget", "-qO-", "http://web/")  # fmt: skip
    assert got.stdout == "ahoy\n"
    assert _network(cli, "lan")["Containers"]
    cli("rm", "-f", "web")
    parent = f"dm-{_network(cli, 'lan')['Id'][:12]}"
    assert Path("/sys/class/net", parent).exists()
    cli("network", "rm", "lan")
    assert not Path("/sys/class/net", parent).exists()


def test_networks_are_listed_pruned_and_told(cli: Cli, busybox: str) -> None:
    cli("network", "create", "--label", "keep", "used")
    cli("network", "create", "spare")
    cli("run", "-d", "--name", "web", "--network", "used", busybox, "sleep", "600")
    names = ["network", "ls", "--format", "{{.Name}}"]
    assert cli.lines(*names, "--filter", "dangling=true") == ["spare"]
    assert cli.lines(*names, "--filter", "type=custom", "--filter", "label=keep") == ["used"]
    assert cli.lines(*names, "--filter", "driver=null") == ["none"]
    assert cli.lines(*names, "--filter", "name=^us") == ["used"]
    refused = cli(*names, "--filter", "colour=red", check=False)
    assert "invalid filter 'colour'" in refused.stderr
    assert cli.lines("network", "prune", "-f", "--filter", "label=keep") == []
    assert cli.lines("network", "prune", "-f")[-2:] == ["spare", ""]
    cli("rm", "-f", "web")
    cli("network", "rm", "used")
    soon = str(int(time.time()) + 1)
    told = cli.lines("events", "--since", "1h", "--until", soon, "--filter", "type=network",
                     "--filter", "network=used", "--format", "{{.Action}}")  # fmt: skip
    assert told[-4:] == ["create", "connect", "disconnect", "destroy"]


def test_what_no_network_can_be_is_refused(cli: Cli) -> None:
    for arguments, words in (
        (["-d", "overlay", "x"], "This node is not a swarm manager"),
        (["-d", "weave", "x"], 'plugin "weave" not found'),
        (["-d", "macvlan", "-o", "parent=lo", "x"], "loopback interface is not a valid macvlan"),
        (["--subnet", "10.1.0.5/24", "x"], "invalid subnet 10.1.0.5/24: it should be 10.1.0.0/24"),
        (["-o", "com.docker.network.driver.mtu=big", "x"], "failed to parse"),
        (["host"], "operation is not permitted on predefined host network"),
    ):
        refused = cli("network", "create", *arguments, check=False)
        assert refused.returncode == 1
        assert words in refused.stderr
    gone = cli("network", "rm", "bridge", check=False)
    assert "bridge is a pre-defined network and cannot be removed" in gone.stderr
