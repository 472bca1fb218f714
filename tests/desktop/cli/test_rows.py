"""Rows of ps, images, history, system df and events."""

from __future__ import annotations

import pytest

from davit_desktop.cli.containers import container_row, display_ports
from davit_desktop.cli.images import history_row, image_rows
from davit_desktop.cli.run import start_code
from davit_desktop.cli.stats import stats_row
from davit_desktop.cli.system import disk_rows, event_line
from davit_desktop.client.types import (
    Actor,
    ContainerSummary,
    Event,
    HistoryLayer,
    ImageSummary,
    Mount,
    Port,
    StatsSample,
)

ID = "sha256:" + "ab" * 32


def port(private: int, public: int = 0, ip: str = "", type: str = "tcp") -> Port:
    return Port(ip=ip, private_port=private, public_port=public, type=type)


@pytest.mark.parametrize(
    ("ports", "text"),
    [
        ([], ""),
        ([port(80)], "80/tcp"),
        ([port(80, 8080, "0.0.0.0"), port(80, 8080, "::")],
         "0.0.0.0:8080->80/tcp, [::]:8080->80/tcp"),
        ([port(5000), port(5001), port(5003)], "5000-5001/tcp, 5003/tcp"),
        ([port(n, n, "127.0.0.1") for n in (7000, 7001, 7002)],
         "127.0.0.1:7000-7002->7000-7002/tcp"),
        ([port(53, 53, "0.0.0.0", "udp"), port(53, 53, "0.0.0.0")],
         "0.0.0.0:53->53/tcp, 0.0.0.0:53->53/udp"),
        ([port(443), port(80, 8080, "127.0.0.1")], "443/tcp, 127.0.0.1:8080->80/tcp"),
    ],
)  # fmt: skip
def test_ports_as_ps_shows_them(ports: list[Port], text: str) -> None:
    assert display_ports(tuple(ports)) == text


def test_a_container() -> None:
    container = ContainerSummary(
        id="ab" * 32,
        names=("/other/alias", "/web"),
        image="nginx",
        command='sh -c "echo hello world"',
        created=940,
        status="Up 5 seconds",
        labels={"a": "1"},
        mounts=(Mount(name="a-volume-with-a-long-name", driver="local"), Mount(source="/src")),
        size_rw=10,
        size_root_fs=2027836,
    )
    row = container_row(container, 1000, no_trunc=False)
    assert row["ID"] == "abababababab"
    assert row["Names"] == "web"
    assert row["Command"] == '"sh -c \\"echo hello w…"'
    assert row["RunningFor"] == "About a minute ago"
    assert row["Status"] == "Up 5 seconds"
    assert row["Size"] == "10B (virtual 2.03MB)"
    assert row["Mounts"] == "a-volume-with-…,/src"
    assert row["LocalVolumes"] == "1"
    assert row["Label"]("a") == "1"
    whole = container_row(container, 1000, no_trunc=True)
    assert (whole["ID"], whole["Names"]) == ("ab" * 32, "other/alias,web")
    assert whole["Mounts"] == "a-volume-with-a-long-name,/src"


def test_an_image_has_a_row_for_each_name() -> None:
    image = ImageSummary(
        id=ID,
        repo_tags=("reg:5000/a:1", "b:latest"),
        repo_digests=("reg:5000/a@sha256:1", "c@sha256:2"),
        created=1000,
        size=2027836,
    )
    rows = image_rows(image, 1030, digests=True, no_trunc=False)
    assert [(row["Repository"], row["Tag"], row["Digest"]) for row in rows] == [
        ("reg:5000/a", "1", "sha256:1"),
        ("b", "latest", "<none>"),
        ("c", "<none>", "sha256:2"),
    ]
    assert (rows[0]["ID"], rows[0]["Size"]) == ("abababababab", "2.03MB")
    assert rows[0]["CreatedSince"] == "30 seconds ago"


@pytest.mark.parametrize("tags", [(), ("<none>:<none>",)])
def test_an_image_without_a_name_is_still_listed(tags: tuple[str, ...]) -> None:
    rows = image_rows(ImageSummary(id=ID, repo_tags=tags), 0, digests=False, no_trunc=True)
    assert [(row["Repository"], row["Tag"], row["ID"]) for row in rows] == [
        ("<none>", "<none>", ID)
    ]


def test_history() -> None:
    layer = HistoryLayer(id=ID, created=1000, created_by="RUN a\tb " + "x" * 60, size=100000)
    row = history_row(layer, 1001, human=True, no_trunc=False)
    assert (row["ID"], row["CreatedSince"], row["Size"]) == (
        "abababababab",
        "1 second ago",
        "100kB",
    )
    assert row["CreatedBy"].startswith("RUN a b x")
    assert len(row["CreatedBy"]) == 45
    missing = history_row(HistoryLayer(id="<missing>"), 0, human=False, no_trunc=False)
    assert (missing["ID"], missing["Size"], missing["CreatedAt"]) == ("<missing>", "0", "N/A")


def test_disk_usage() -> None:
    rows = disk_rows(
        {
            "LayersSize": 1000,
            "Images": [
                {"Containers": 1, "Size": 400, "SharedSize": 100},
                {"Containers": 0, "Size": 600, "SharedSize": 100},
            ],
            "Containers": [
                {"State": "running", "SizeRw": 10},
                {"State": "exited", "SizeRw": 30},
            ],
            "Volumes": [
                {"UsageData": {"Size": 50, "RefCount": 1}},
                {"UsageData": {"Size": 150, "RefCount": 0}},
                {"UsageData": None},
            ],
            "BuildCache": None,
        }
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Images", "2", "1", "1kB", "700B (70%)"),
        ("Containers", "2", "1", "40B", "30B (75%)"),
        ("Local Volumes", "3", "1", "200B", "150B (75%)"),
        ("Build Cache", "0", "0", "0B", "0B"),
    ]


def test_an_event_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    event = Event(
        type="container",
        action="start",
        actor=Actor(id="abc", attributes={"name": "web", "image": "nginx"}),
        time_nano=1_000_000_005,
    )
    assert event_line(event) == (
        "1970-01-01T00:00:01.000000005Z container start abc (image=nginx, name=web)"
    )
    assert event_line(Event(type="network", action="prune", time=1)) == (
        "1970-01-01T00:00:01.000000000Z network prune "
    )
    monkeypatch.delenv("TZ")
    time.tzset()


def test_stats_of_a_container_that_has_just_been_asked() -> None:
    row = stats_row("web", StatsSample(), no_trunc=False)
    assert (row["Name"], row["CPUPerc"], row["MemUsage"]) == ("--", "0.00%", "0B / 0B")


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ('exec: "x": executable file not found in $PATH: unknown', 127),
        ('exec: "/x": stat /x: no such file or directory', 127),
        ('exec: "/etc": is a directory: permission denied', 126),
        ("port is already allocated", 125),
    ],
)
def test_the_exit_code_of_what_could_not_start(message: str, code: int) -> None:
    assert start_code(message) == code
