"""Docker JSON made from records, held against what dockerd 26.1 answered."""

import json
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.api import convert
from davit_engine.containers.model import (
    Config,
    Container,
    Endpoint,
    EndpointConfig,
    Health,
    HealthLog,
    HostConfig,
    MountPoint,
    PortMapping,
    ProcessIdentity,
    State,
)
from davit_engine.events import Event
from davit_engine.images.document import Document, RunConfig
from davit_engine.images.manifest import Descriptor
from davit_engine.images.records import HistoryEntry, Image, Layer, Progress, Removed
from davit_engine.networks.network import EndpointAddress, Member, Network, Subnet
from davit_engine.volumes import Volume

GOLDEN = Path(__file__).parent / "golden"
NOW = "2026-11-21T11:57:46.800000000Z"


def golden(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text())


def ns(text: str) -> int:
    if text == convert.ZERO_TIME:
        return 0
    whole, _, fraction = text.removesuffix("Z").partition(".")
    seconds = int(datetime.fromisoformat(f"{whole}+00:00").timestamp())
    return seconds * 10**9 + int(fraction.ljust(9, "0") or 0)


def container_from(shown: dict[str, Any]) -> Container:
    """The record behind an inspect answer."""
    host_config = {key: value for key, value in shown["HostConfig"].items() if value is not None}
    # What the engine keeps is what was asked for; what stands for "not said" is shown.
    for key in ("CgroupnsMode", "Runtime", "IpcMode", "MemorySwap", "ShmSize"):
        del host_config[key]
    config = {key: value for key, value in shown["Config"].items() if value is not None}
    state = shown["State"]
    health = None
    if "Health" in state:
        health = Health(
            status=state["Health"]["Status"],
            failing_streak=state["Health"]["FailingStreak"],
            log=tuple(
                HealthLog(
                    start_ns=ns(entry["Start"]),
                    end_ns=ns(entry["End"]),
                    exit_code=entry["ExitCode"],
                    output=entry["Output"],
                )
                for entry in state["Health"]["Log"]
            ),
        )
    endpoints = tuple(
        Endpoint(
            network_id=value["NetworkID"],
            network_name=name,
            config=EndpointConfig(aliases=value["Aliases"]),
            endpoint_id=value["EndpointID"],
            ipv4=f"{value['IPAddress']}/{value['IPPrefixLen']}" if value["IPAddress"] else "",
            ipv4_gateway=value["Gateway"],
            mac_address=value["MacAddress"],
            dns_names=tuple(value["DNSNames"] or ()),
        )
        for name, value in shown["NetworkSettings"]["Networks"].items()
    )
    return Container(
        id=shown["Id"],
        name=shown["Name"].removeprefix("/"),
        created_ns=ns(shown["Created"]),
        image_id=shown["Image"],
        layers=(),
        path=shown["Path"],
        args=tuple(shown["Args"]),
        config=msgspec.convert(config, Config),
        host_config=msgspec.convert(host_config, HostConfig),
        mounts=tuple(
            MountPoint(
                type=mount["Type"],
                name=mount.get("Name", ""),
                source="" if mount["Type"] == "volume" else mount["Source"],
                target=mount["Destination"],
                driver=mount.get("Driver", ""),
                mode=mount["Mode"],
                read_write=mount["RW"],
                propagation=mount["Propagation"],
            )
            for mount in shown["Mounts"]
        ),
        endpoints=endpoints,
        ports=tuple(
            PortMapping(
                container_port=int(port.split("/")[0]),
                protocol=port.split("/")[1],
                host_ip=binding["HostIp"],
                host_port=int(binding["HostPort"]),
            )
            for port, bindings in shown["NetworkSettings"]["Ports"].items()
            for binding in bindings or ()
        ),
        state=State(
            status=state["Status"],
            process=ProcessIdentity(pid=state["Pid"], start_time=1) if state["Pid"] else None,
            exit_code=state["ExitCode"],
            error=state["Error"],
            started_ns=ns(state["StartedAt"]),
            finished_ns=ns(state["FinishedAt"]),
            health=health,
        ),
    )


def volume_path(name: str) -> PurePosixPath:
    return PurePosixPath("/var/lib/engine/volumes") / name / "_data"


def inspected(container: Container, version: tuple[int, int] = (1, 45)) -> dict[str, Any]:
    files = PurePosixPath("/var/lib/engine/containers") / container.id
    return convert.container_inspect(
        container,
        version=version,
        driver="overlay2",
        runtime="runc",
        cgroupns="host",
        volume_path=volume_path,
        snapshot=PurePosixPath("/var/lib/engine/snapshots") / container.id,
        files=files,
        log=files / f"{container.id}-json.log",
        namespace=PurePosixPath("/run/engine/netns") / container.id,
        bridge="bridge0",
        exec_ids=[],
    )


KINDS = (
    "created",
    "running",
    "paused",
    "exited",
    "failed",
    "host-network",
    "container-network",
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_container_is_inspected_field_for_field_as_dockerd_does(kind: str) -> None:
    expected = golden(f"container-{kind}")
    shown = inspected(container_from(expected))
    # These name things that another engine names differently.
    for side in (expected, shown):
        side["GraphDriver"]["Data"] = None
        side["ExecIDs"] = None
        side["NetworkSettings"]["SandboxID"] = ""
        side["NetworkSettings"]["SandboxKey"] = ""
    if kind == "container-network":
        # dockerd names the files of the container whose network it shares.
        for path in ("ResolvConfPath", "HostnamePath", "HostsPath"):
            expected[path] = shown[path]
    assert shown == expected
    assert list(shown) == list(expected)
    for part in ("State", "HostConfig", "Config", "NetworkSettings"):
        assert list(shown[part]) == list(expected[part])


def test_before_1_45_the_aliases_hold_the_short_id() -> None:
    expected = golden("container-running-1.44")
    shown = inspected(container_from(golden("container-running")), (1, 44))
    aliases = expected["NetworkSettings"]["Networks"]["apinet"]["Aliases"]
    assert shown["NetworkSettings"]["Networks"]["apinet"]["Aliases"] == aliases


@pytest.mark.parametrize("kind", KINDS)
def test_a_container_is_listed_field_for_field_as_dockerd_does(kind: str) -> None:
    record = container_from(golden(f"container-{kind}"))
    rows = {row["Id"]: row for row in golden("containers")}
    expected = rows[record.id]
    shown = convert.container_summary(
        record, image=record.config.image, now_ns=ns(NOW), volume_path=volume_path
    )
    if kind == "failed":
        # dockerd lists the address it had tried to give.
        for row in (expected, shown):
            row["NetworkSettings"]["Networks"]["bridge"] = {}
    for row in (expected, shown):
        row["Status"] = row["Status"].replace("3 seconds", "2 seconds")
        row["Mounts"].sort(key=lambda mount: mount["Destination"])
        row["Ports"].sort(key=lambda port: (port["PrivatePort"], port.get("IP", "")))
    assert shown == expected
    assert list(shown) == list(expected)


def test_sizes_are_listed_only_where_there_are_any() -> None:
    record = container_from(golden("container-created"))
    row = convert.container_summary(
        record, image="x", now_ns=1, volume_path=volume_path, usage=(0, 7)
    )
    assert "SizeRw" not in row
    assert row["SizeRootFs"] == 7


def test_an_inspect_with_size_tells_both_sizes() -> None:
    record = container_from(golden("container-created"))
    shown = convert.container_inspect(
        record,
        version=(1, 45),
        driver="erofs",
        runtime="crun",
        cgroupns="private",
        volume_path=volume_path,
        snapshot=PurePosixPath("/s"),
        files=PurePosixPath("/f"),
        log=None,
        namespace=PurePosixPath("/n"),
        bridge="b",
        exec_ids=["e"],
        usage=(0, 9),
    )
    assert (shown["SizeRw"], shown["SizeRootFs"]) == (0, 9)
    assert shown["ExecIDs"] == ["e"]


S = 10**9


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (0, "Less than a second"),
        (S, "1 second"),
        (59 * S, "59 seconds"),
        (60 * S, "About a minute"),
        (120 * S, "2 minutes"),
        (3599 * S, "59 minutes"),
        (3600 * S, "About an hour"),
        (47 * 3600 * S, "47 hours"),
        (49 * 3600 * S, "2 days"),
        (15 * 24 * 3600 * S, "2 weeks"),
        (61 * 24 * 3600 * S, "2 months"),
        (3 * 365 * 24 * 3600 * S, "3 years"),
    ],
)
def test_spans_of_time_are_told_in_dockers_words(span: int, words: str) -> None:
    assert convert.duration(span) == words


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State(status="running", started_ns=6 * S), "Up 4 seconds"),
        (
            State(status="running", started_ns=6 * S, health=Health()),
            "Up 4 seconds (health: starting)",
        ),
        (
            State(status="running", started_ns=6 * S, health=Health(status="unhealthy")),
            "Up 4 seconds (unhealthy)",
        ),
        (State(status="paused", started_ns=6 * S), "Up 4 seconds (Paused)"),
        (
            State(status="restarting", exit_code=1, finished_ns=8 * S),
            "Restarting (1) 2 seconds ago",
        ),
        (State(status="exited", exit_code=137, finished_ns=9 * S), "Exited (137) 1 second ago"),
        (State(status="removing"), "Removal In Progress"),
        (State(status="dead"), "Dead"),
        (State(), "Created"),
    ],
)
def test_the_status_column_reads_as_dockers(state: State, text: str) -> None:
    assert convert.status_text(state, 10 * S) == text


@given(st.integers(min_value=1, max_value=4 * 10**18))
def test_times_survive_their_text(moment: int) -> None:
    text = convert.timestamp(moment)
    assert ns(text) == moment
    assert not text.endswith("0Z") or "." not in text


def test_the_zero_time_is_gos() -> None:
    assert convert.timestamp(0) == "0001-01-01T00:00:00Z"


def image_from(shown: dict[str, Any], parent: str = "") -> Image:
    config = {key: value for key, value in shown["Config"].items() if value is not None}
    return Image(
        id=shown["Id"],
        parent=parent,
        raw_config=b"{}",
        document=Document(
            architecture=shown["Architecture"],
            os=shown["Os"],
            created=shown["Created"],
            config=msgspec.convert(config, RunConfig),
        ),
        manifest=Descriptor(media_type="", digest="", size=0),
        layers=tuple(
            Layer(
                diff_id=diff_id,
                blob=Descriptor(media_type="", digest="", size=0),
                size=shown["Size"],
            )
            for diff_id in shown["RootFS"]["Layers"]
        ),
        tags=tuple(shown["RepoTags"]),
        digests=tuple(shown["RepoDigests"]),
    )


@pytest.mark.parametrize(("name", "version"), [("image", (1, 45)), ("image-1.43", (1, 43))])
def test_an_image_is_inspected_field_for_field_as_dockerd_does(
    name: str, version: tuple[int, int]
) -> None:
    expected = golden(name)
    shown = convert.image_inspect(image_from(expected), version=version, driver="overlay2")
    expected["GraphDriver"]["Data"] = {}
    assert shown == expected
    assert list(shown) == list(expected)
    assert list(shown["Config"]) == list(expected["Config"])


@pytest.mark.parametrize(("name", "version"), [("images", (1, 45)), ("images-1.43", (1, 43))])
def test_an_image_is_listed_field_for_field_as_dockerd_does(
    name: str, version: tuple[int, int]
) -> None:
    (expected,) = golden(name)
    shown = convert.image_summary(image_from(golden("image")), version=version)
    assert shown == expected
    assert list(shown) == list(expected)


def test_a_dangling_image_has_no_names_but_for_old_clients() -> None:
    image = msgspec.structs.replace(image_from(golden("image")), tags=(), digests=())
    assert convert.image_summary(image, version=(1, 45))["RepoTags"] == []
    assert convert.image_summary(image, version=(1, 42))["RepoTags"] == ["<none>:<none>"]


def test_history_reads_as_dockerds() -> None:
    (expected,) = golden("history")
    entry = HistoryEntry(
        id=expected["Id"],
        created_ns=expected["Created"] * S,
        created_by=expected["CreatedBy"],
        tags=tuple(expected["Tags"]),
        size=expected["Size"],
        comment="",
    )
    assert convert.history_entry(entry) == expected


def test_a_network_reads_as_dockerds() -> None:
    expected = golden("network")
    ((id, member),) = expected["Containers"].items()
    network = Network(
        id=expected["Id"],
        name="apinet",
        created_ns=ns(expected["Created"]),
        driver="bridge",
        subnets=(Subnet(subnet="172.29.129.0/24", gateway="172.29.129.1"),),
        ipam_options={},
        labels={"a": "b"},
    )
    address = EndpointAddress(
        endpoint_id=member["EndpointID"],
        ipv4=member["IPv4Address"],
        ipv4_gateway="",
        mac_address=member["MacAddress"],
    )
    shown = convert.network(
        network, {id: Member(container_id=id, container_name="api-run", address=address)}
    )
    assert shown == expected
    assert list(shown) == list(expected)


def test_networks_without_a_bridge_have_no_address_pools() -> None:
    expected = {row["Name"]: row for row in golden("networks")}["host"]
    network = Network(
        id=expected["Id"], name="host", created_ns=ns(expected["Created"]), driver="host"
    )
    assert convert.network(network, {}) == expected


def test_a_volume_reads_as_dockerds() -> None:
    expected = golden("volume")
    volume = Volume(name="apivol", created_ns=ns(expected["CreatedAt"]) + 5, labels={"k": "v"})
    assert convert.volume(volume, expected["Mountpoint"]) == expected


def test_events_read_as_dockerds() -> None:
    for expected in golden("events"):
        event = Event(
            type=expected["Type"],
            action=expected["Action"],
            id=expected["Actor"]["ID"],
            attributes=expected["Actor"]["Attributes"],
            time_ns=expected["timeNano"],
        )
        shown = convert.event(event, version=(1, 45))
        assert shown == expected
        assert list(shown) == list(expected)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            Progress(status="Pulling from pf/busybox", id="1"),
            {"status": "Pulling from pf/busybox", "id": "1"},
        ),
        (
            Progress(status="Pulling fs layer", id="4d6188f61e73"),
            {"status": "Pulling fs layer", "progressDetail": {}, "id": "4d6188f61e73"},
        ),
        (
            Progress(status="Downloading", id="4d6188f61e73", current=538, total=1990),
            {
                "status": "Downloading",
                "progressDetail": {"current": 538, "total": 1990},
                "progress": f"[{'=' * 13}>{' ' * 37}]     538B/1.99kB",
                "id": "4d6188f61e73",
            },
        ),
        (Progress(status="Digest: sha256:ab"), {"status": "Digest: sha256:ab"}),
        (
            Progress(status="Loaded image: x:1\n", stream=True),
            {"stream": "Loaded image: x:1\n"},
        ),
        (
            Progress(status="", aux={"Tag": "1", "Size": 5}),
            {"progressDetail": {}, "aux": {"Tag": "1", "Size": 5}},
        ),
    ],
)
def test_progress_lines_read_as_dockerds(line: Progress, shown: dict[str, Any]) -> None:
    assert convert.progress(line) == shown
    assert list(convert.progress(line)) == list(shown)


@given(st.integers(min_value=0, max_value=2**63), st.integers(min_value=0, max_value=2**63))
def test_a_progress_bar_never_outgrows_its_frame(current: int, total: int) -> None:
    bar = convert.progress_bar(current, total)
    if total > 0:
        assert bar.index("]") == 52


def test_removal_lines_say_one_thing_each() -> None:
    assert convert.removed(Removed(untagged="x:1")) == {"Untagged": "x:1"}
    assert convert.removed(Removed(deleted="sha256:1")) == {"Deleted": "sha256:1"}
