"""Names of the machine's files, and the limit on the length of a socket's path."""

import os
from pathlib import Path

import pytest

from davit_vm.paths import SOCKET_PATH_LIMIT, Paths, default_home, machine_paths

SOCKETS = ("docker_socket", "control_socket", "qmp_socket", "serial_socket", "channel_socket")


def longest(paths: Paths) -> int:
    return max(len(os.fsencode(getattr(paths, name))) for name in SOCKETS)


def test_home_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DAVIT_MACHINE_HOME", str(tmp_path))
    assert machine_paths().home == tmp_path
    monkeypatch.delenv("DAVIT_MACHINE_HOME")
    assert default_home().parts[-2:] == ("davit", "machine")


def test_a_relative_home_means_the_same_after_a_change_of_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DAVIT_MACHINE_HOME", "here")
    assert machine_paths().home == tmp_path / "here"


def test_sockets_lie_in_the_home_while_they_fit() -> None:
    paths = machine_paths(Path("/home/me/.local/share/davit/machine"))
    assert paths.runtime == paths.home / "run"


@pytest.mark.parametrize("length", [70, 83, 84, 85, 86, 90, 200, 4000])
def test_no_socket_has_a_longer_path_than_every_system_takes(length: int) -> None:
    home = Path("/" + "x" * (length - 1))
    assert longest(machine_paths(home)) <= SOCKET_PATH_LIMIT


def test_the_limit_counts_bytes_not_letters() -> None:
    assert longest(machine_paths(Path("/" + "ü" * 60))) <= SOCKET_PATH_LIMIT


def test_short_folders_of_two_machines_differ_and_stay() -> None:
    one, other = Path("/" + "a" * 200), Path("/" + "b" * 200)
    assert machine_paths(one).runtime == machine_paths(one).runtime
    assert machine_paths(one).runtime != machine_paths(other).runtime
    assert str(os.getuid()) in machine_paths(one).runtime.name


def test_files_of_a_machine_have_names_of_their_own() -> None:
    paths = machine_paths(Path("/m"))
    names = [name for name in vars(Paths) if isinstance(getattr(Paths, name), property)]
    values = [getattr(paths, name) for name in names]
    assert len(set(values)) == len(values)


def test_pipes_of_two_machines_differ() -> None:
    one, other = machine_paths(Path("/a")), machine_paths(Path("/b"))
    assert one.docker_pipe.startswith("\\\\.\\pipe\\davit-")
    assert len({one.docker_pipe, one.control_pipe, other.docker_pipe}) == 3
