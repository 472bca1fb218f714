"""Folders of the host as bind mounts in containers of the machine."""

from pathlib import Path

import pytest

from fixtures.commands import Cli
from fixtures.machine import MachineEngine, document

pytestmark = [pytest.mark.root, pytest.mark.qemu]


@pytest.fixture
def source(machine: MachineEngine) -> str:
    folder = machine.shared / "src"
    folder.mkdir(exist_ok=True)
    return str(folder)


def test_both_sides_write_and_see_what_the_other_wrote(
    cli: Cli, machine: MachineEngine, source: str
) -> None:
    busybox = cli.image("busybox:latest")
    (machine.shared / "src/from-host").write_text("host\n")
    script = (
        "cat /app/from-host; echo guest > /app/from-guest; mkdir -p /app/a/b; ln -s ../x /app/a/l"
    )
    assert (
        cli("run", "--rm", "-v", f"{source}:/app", busybox, "sh", "-c", script).stdout == "host\n"
    )
    assert (machine.shared / "src/from-guest").read_text() == "guest\n"
    assert (machine.shared / "src/a/l").readlink() == Path("../x")


def test_a_running_container_sees_what_the_host_changes(
    cli: Cli, machine: MachineEngine, source: str
) -> None:
    busybox = cli.image("busybox:latest")
    cli("run", "-d", "--name", "watcher", "-v", f"{source}:/app", busybox, "sleep", "600")
    for text in ("one", "longer than one", "3"):
        (machine.shared / "src/changing").write_text(text)
        assert cli("exec", "watcher", "cat", "/app/changing").stdout == text
    cli("rm", "-f", "watcher")


def test_read_only_is_read_only(cli: Cli, machine: MachineEngine, source: str) -> None:
    busybox = cli.image("busybox:latest")
    mounted = ("-v", f"{source}:/app:ro")
    refused = cli("run", "--rm", *mounted, busybox, "touch", "/app/no", check=False)
    assert refused.returncode != 0
    assert "Read-only" in refused.stderr
    assert not (machine.shared / "src/no").exists()


def test_a_missing_folder_is_made_as_docker_does(cli: Cli, machine: MachineEngine) -> None:
    busybox = cli.image("busybox:latest")
    new = machine.shared / "brand/new"
    cli("run", "--rm", "-v", f"{new}:/app", busybox, "touch", "/app/here")
    assert (new / "here").exists()
    missing = machine.shared / "missing"
    refused = cli(
        "run", "--rm", "--mount", f"type=bind,source={missing},target=/app", busybox, "true",
        check=False,
    )  # fmt: skip
    assert refused.returncode == 125
    assert "bind source path does not exist" in refused.stderr
    assert not missing.exists()


def test_a_folder_that_is_not_shared_is_refused_with_what_to_do(
    cli: Cli, machine: MachineEngine
) -> None:
    busybox = cli.image("busybox:latest")
    sibling = machine.shared.with_name("shared-secret")
    sibling.mkdir(exist_ok=True)
    (sibling / "secret").write_text("secret")
    for path in (sibling, machine.shared / "../shared-secret", "/etc"):
        refused = cli("run", "--rm", "-v", f"{path}:/app", busybox, "ls", "/app", check=False)
        assert refused.returncode == 125, path
        assert "davit machine set --share" in refused.stderr
        assert "secret\n" not in refused.stdout


def test_a_link_that_leads_out_of_the_share_shows_nothing_of_the_host(
    cli: Cli, machine: MachineEngine, source: str
) -> None:
    busybox = cli.image("busybox:latest")
    secret = machine.base / "secret"
    secret.write_text("host secret")
    link = machine.shared / "src/out"
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    read = cli("run", "--rm", "-v", f"{source}:/app", busybox, "cat", "/app/out", check=False)
    assert "host secret" not in read.stdout
    bound = cli("run", "--rm", "-v", f"{link}:/app", busybox, "cat", "/app", check=False)
    assert "host secret" not in bound.stdout
    assert bound.returncode == 125


def test_inspect_shows_the_folder_as_it_was_given(cli: Cli, source: str) -> None:
    busybox = cli.image("busybox:latest")
    cli("create", "--name", "shown", "-v", f"{source}:/app", busybox, "true")
    (mount,) = document(cli("inspect", "shown").stdout)["Mounts"]
    assert (mount["Source"], mount["Destination"]) == (source, "/app")


def test_a_container_may_have_the_engines_socket(cli: Cli) -> None:
    busybox = cli.image("busybox:latest")
    mounted = ("-v", "/var/run/docker.sock:/s")
    assert cli("run", "--rm", *mounted, busybox, "ls", "-l", "/s").stdout.startswith("s")
