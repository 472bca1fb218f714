"""Pulling and pushing: every kind of manifest, logins, damaged blobs."""

import os
import re

import pytest

from fixtures.commands import Cli
from fixtures.registry import Registry
from images.layers import layer_from_files
from images.layout import Layer

pytestmark = pytest.mark.root


@pytest.mark.parametrize("tag", ["zstd", "schema2", "index", "list"])
def test_each_kind_of_manifest_is_pulled_and_runs(cli: Cli, tag: str) -> None:
    image = cli.forget(f"variants:{tag}")
    cli("pull", image)
    assert cli("run", "--rm", image, "echo", tag).stdout == f"{tag}\n"


def test_whiteouts_hide_what_lies_below(cli: Cli) -> None:
    image = cli.forget("variants:layers")
    listed = cli("run", "--rm", image, "ls", "/data", "/opaque").stdout.split()
    assert listed == ["/data:", "keep", "new", "/opaque:", "fresh"]
    assert cli("run", "--rm", image, "cat", "/link").stdout == "new\n"
    assert cli("run", "--rm", image, "sh", "-c", "cat /many/* | wc -l").stdout.strip() == "20"


def test_an_image_is_pulled_by_digest(cli: Cli) -> None:
    image = cli.forget("busybox:latest")
    told = cli.lines("pull", image)
    digest = next(line for line in told if line.startswith("Digest: "))[8:]
    cli("rmi", "-f", image)
    pinned = f"{image.removesuffix(':latest')}@{digest}"
    assert cli("run", "--rm", pinned, "echo", "pinned").stdout == "pinned\n"


def test_a_private_registry_wants_a_login_and_takes_pushes(
    cli: Cli, private_registry: Registry
) -> None:
    image = private_registry.image("busybox:latest")
    address = private_registry.address
    cli("logout", address, check=False)
    refused = cli("pull", image, check=False, timeout=30)
    assert refused.returncode == 1
    assert re.search("no basic auth credentials|unauthorized|denied", refused.stderr)

    wrong = cli("login", "-u", "ada", "--password-stdin", address, stdin="wrong", check=False)
    assert wrong.returncode == 1
    assert "unauthorized" in wrong.stderr.lower()

    user, password = private_registry.login or ("", "")
    done = cli("login", "-u", user, "--password-stdin", address, stdin=password)
    assert "Login Succeeded" in done.stdout
    cli("pull", image)
    copy = f"{address}/{cli.program}/copy:1"
    cli("tag", image, copy)
    pushed = cli.lines("push", copy)
    assert pushed[0] == f"The push refers to repository [{address}/{cli.program}/copy]"
    assert re.fullmatch(r"1: digest: sha256:[0-9a-f]{64} size: \d+", pushed[-1])
    cli("rmi", image, copy)
    assert cli("run", "--rm", copy, "echo", "back").stdout == "back\n"
    cli("logout", address)
    cli("rmi", copy)
    assert cli("pull", copy, check=False).returncode == 1


def _own_layer(registry: Registry) -> Layer:
    """A layer that no other image shares."""
    content = os.urandom(300_000)
    return layer_from_files(registry.layout, {"data/random": content}, created_by="random")


@pytest.mark.parametrize("damage", ["tampered", "truncated", "missing"])
def test_a_damaged_layer_is_refused_and_leaves_nothing(
    cli: Cli, registry: Registry, damage: str
) -> None:
    layer = _own_layer(registry)
    image = registry.image_of(f"damaged/{damage}", layer, config={"Cmd": ["true"]})
    stored = registry.stored(layer.digest)
    whole = stored.read_bytes()
    match damage:
        case "tampered":
            stored.write_bytes(whole[:1000] + bytes([whole[1000] ^ 1]) + whole[1001:])
        case "truncated":
            stored.write_bytes(whole[:-1000])
        case _:
            stored.unlink()
    before = set(cli.lines("images", "-aq"))
    refused = cli("pull", image, check=False, timeout=90)
    assert refused.returncode == 1
    assert refused.stderr.strip()
    assert "Traceback" not in refused.stderr
    assert set(cli.lines("images", "-aq")) == before

    stored.write_bytes(whole)
    cli("pull", image)
    cli("rmi", image)
