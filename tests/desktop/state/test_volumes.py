"""Rows know who uses them; forms say what is wrong before the engine does; commands can be run."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.types import ContainerSummary, Mount, Volume
from davit_desktop.state.file_commands import ContainerCommands, VolumeCommands
from davit_desktop.state.volumes import (
    ANONYMOUS,
    VolumeRow,
    Wish,
    clone_command,
    create_command,
    export_command,
    free_name,
    import_command,
    rows,
    sections,
    sizes,
    total,
    unused,
    wrong,
)

OWN = "ab" * 32


def _container(name: str, state: str, *volumes: str) -> ContainerSummary:
    return ContainerSummary(
        id=name * 32,
        names=(f"/{name}",),
        state=state,
        mounts=(
            *(Mount(type="volume", name=volume) for volume in volumes),
            Mount(type="bind", source="/home"),
        ),
    )


def _listed() -> dict[str, VolumeRow]:
    volumes = [
        Volume(
            name="data",
            created_at="2024-05-01T10:00:00Z",
            labels={"com.docker.compose.project": "shop"},
        ),
        Volume(name=OWN, labels={ANONYMOUS: ""}),
        Volume(name="old", created_at="no time"),
    ]
    containers = [
        _container("db", "exited", "data", "data"),
        _container("api", "running", "data"),
        _container("web", "paused", "data"),
    ]
    counted = sizes(
        {
            "Volumes": [
                {"Name": "data", "UsageData": {"Size": 7}},
                {"Name": "old", "UsageData": None},
            ]
        }
    )
    return {row.name: row for row in rows(volumes, containers, counted)}


def test_rows_know_their_users_and_their_size() -> None:
    data = _listed()["data"]
    assert [user.name for user in data.users] == ["api", "db", "web"]
    assert [user.name for user in data.running] == ["api"], "a paused one writes nothing"
    assert (data.size, data.project, data.created > 0) == (7, "shop", True)
    old = _listed()["old"]
    assert (old.size, old.created, old.users) == (None, 0.0, ())


def test_a_made_up_name_is_shortened() -> None:
    own = _listed()[OWN]
    assert (own.short_name, own.anonymous) == (OWN[:12], True)


def test_only_what_no_container_mounts_is_unused() -> None:
    known = _listed().values()
    assert [row.name for row in unused(known, named=False)] == [OWN]
    assert [row.name for row in unused(known, named=True)] == [OWN, "old"]
    assert total(known) == (7, False)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(name="data"), "already"),
        (Wish(name="x"), "Two or more"),
        (Wish(name="-x"), "Two or more"),
        (Wish(name="new", options="type"), "name=value"),
        (Wish(name="new", labels="a=b\n=c"), "name=value"),
    ],
)
def test_a_form_says_what_is_wrong(wish: Wish, words: str) -> None:
    assert words in wrong(wish, ["data"])


def test_a_wish_becomes_a_command() -> None:
    wish = Wish(name=" new ", options="type=tmpfs\no=size=1m,ro\n", labels="owner=me too")
    assert wrong(wish, []) == ""
    assert shlex.split(create_command(wish)) == [
        *("docker", "volume", "create", "--opt", "type=tmpfs", "--opt", "o=size=1m,ro"),
        *("--label", "owner=me too", "new"),
    ]


def test_copies_are_told_as_commands() -> None:
    told = export_command("data", "/home/me/my data.tar.gz", ["web"]).splitlines()
    assert (told[0], told[2]) == ("docker pause web", "docker unpause web")
    assert "'/home/me:/out'" in told[1] or "/home/me:/out " in told[1]
    assert told[1].endswith("tar -C /v -czf '/out/my data.tar.gz' .")
    assert import_command("data", "/x/a.tar", new=True).startswith("docker volume create data\n")
    assert "cp -a /from/. /to/" in clone_command("data", "copy")


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_name_breaks_out_of_a_command(name: str, path: str) -> None:
    for commands in (ContainerCommands(name), VolumeCommands(name)):
        words = shlex.split(commands.do("rm -r", path))
        assert words[:2] == ["docker", "exec" if isinstance(commands, ContainerCommands) else "run"]
        assert len(words) == len(shlex.split(commands.do("rm -r", "x")))


def test_a_free_name_is_none_that_is_known() -> None:
    assert free_name("a", []) == "a"
    assert free_name("a", ["a", "a-2"]) == "a-3"


def test_the_folder_is_told_only_where_somebody_can_go_there() -> None:
    document = {"Name": "data", "Mountpoint": "/var/x", "Labels": {"API_KEY": "s"}, "Options": None}
    native, machine = (
        [entry for section in sections(document, native=native) for entry in section.entries]
        for native in (True, False)
    )
    assert {"/var/x"} == {e.value for e in native} - {e.value for e in machine}
    assert [entry.secret for entry in native if entry.name == "API_KEY"] == [True]
