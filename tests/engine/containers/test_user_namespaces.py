"""Which containers have users of their own, and what goes with them."""

from typing import Any

import pytest

from davit_engine.containers.model import Config, Container, HostConfig
from davit_engine.containers.user_namespaces import (
    IdRanges,
    own_cgroup_namespace,
    range_size,
    require_known,
)
from davit_engine.containers.users import User
from davit_engine.errors import InvalidParameter
from davit_engine.id_ranges import IdRange


@pytest.mark.parametrize(
    ("mode", "default", "size"),
    [
        ("", "", None),
        ("host", "", None),
        ("auto", "", 65536),
        ("auto:size=1024", "", 1024),
        ("", "auto", 65536),
        ("host", "auto", None),
    ],
)
def test_the_mode_or_the_default_decides(mode: str, default: str, size: int | None) -> None:
    assert range_size(HostConfig(userns_mode=mode), default) == size


@pytest.mark.parametrize(
    "mode",
    ["private", "container:x", "keep-id", "auto:", "auto:size=", "auto:size=1023", "auto:size=-5",
     "auto:size=99999999", "auto:uidmapping=0:1:2", "AUTO", "host:x"],
)  # fmt: skip
def test_other_modes_are_refused(mode: str) -> None:
    with pytest.raises(InvalidParameter, match=f"invalid user namespace mode '{mode}'"):
        range_size(HostConfig(userns_mode=mode), "")


@pytest.mark.parametrize(
    "company",
    [
        {"privileged": True},
        {"network_mode": "host"},
        {"network_mode": "container:x"},
        {"pid_mode": "host"},
        {"pid_mode": "container:x"},
        {"ipc_mode": "host"},
        {"ipc_mode": "container:x"},
    ],
    ids=str,
)
def test_what_belongs_to_other_users_is_refused_only_with_users_of_its_own(
    company: dict[str, Any],
) -> None:
    assert range_size(HostConfig(userns_mode="host", **company), "auto") is None
    with pytest.raises(InvalidParameter, match="user namespaces"):
        range_size(HostConfig(userns_mode="auto", **company), "")


def test_its_cgroup_namespace_is_its_own_where_the_default_is_the_hosts() -> None:
    assert own_cgroup_namespace(HostConfig(), 1).cgroupns_mode == "private"
    assert own_cgroup_namespace(HostConfig(cgroupns_mode="host"), 2).cgroupns_mode == "host"
    with pytest.raises(InvalidParameter, match="cannot share the host's cgroup namespace"):
        own_cgroup_namespace(HostConfig(cgroupns_mode="host"), 1)


def test_users_that_it_does_not_have_are_told() -> None:
    ids = IdRange(100_000, 2000)
    require_known(User(uid=1999, gid=0, groups=(5,), home="/"), ids)
    require_known(User(uid=2000, gid=0, groups=(), home="/"), None)
    with pytest.raises(InvalidParameter, match="--userns=auto:size=2001"):
        require_known(User(uid=0, gid=0, groups=(2000,), home="/"), ids)


def test_containers_that_are_being_made_hold_their_ranges_too() -> None:
    containers = [_container(None), _container(IdRange(100_000, 65536))]
    ranges = IdRanges("100000:655360", containers)
    first = ranges.take("a", 65536)
    second = ranges.take("b", 65536)
    assert (first.start, second.start) == (165_536, 231_072)
    ranges.settle("a")
    assert ranges.take("c", 65536) == first


def _container(ids: IdRange | None) -> Container:
    return Container(
        id="0" * 64,
        name="other",
        created_ns=0,
        image_id="",
        layers=(),
        path="",
        args=(),
        config=Config(),
        host_config=HostConfig(),
        ids=ids,
    )
