"""Which parts of the build cache a prune means."""

import json

import pytest

from davit_engine.build.pruning import FILTERS, MOUNT, REGULAR, Prunable, choose
from davit_engine.errors import InvalidParameter
from davit_engine.lookup import parse_filters

HOUR = 3600 * 10**9
NOW = 1000 * HOUR


def step(
    id: str, hours: int, size: int = 10, *, in_use: bool = False, kind: str = REGULAR
) -> Prunable:
    return Prunable(
        kind=kind,
        id=id,
        parent=f"p{id}",
        description=f"RUN {id}",
        in_use=in_use,
        shared=in_use,
        size=10,
        used_ns=NOW - hours * HOUR,
    )


KNOWN = [
    step("new", 1),
    step("old", 50),
    step("needed", 60, in_use=True),
    step("mount", 30, kind=MOUNT),
    step("busy", 70, kind=MOUNT, in_use=True),
]


def chosen(filters: dict[str, list[str]], *, all: bool = False, keep: int = 0) -> list[str]:
    parsed = parse_filters(json.dumps(filters), FILTERS)
    return [one.id for one in choose(KNOWN, parsed, NOW, all=all, keep_bytes=keep)]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["old", "mount", "new"]),
        ({"until": ["24h"]}, ["old", "mount"]),
        ({"unused-for": ["40h"]}, ["old"]),
        ({"id": ["ol", "x"]}, ["old"]),
        ({"parent": ["pn"]}, ["new"]),
        ({"type": ["exec.cachemount"]}, ["mount"]),
        ({"description": ["RUN ne"]}, ["new"]),
        ({"inuse": ["true"]}, []),
        ({"shared": ["false"], "type": ["regular"]}, ["old", "new"]),
        ({"private": ["false"]}, []),
    ],
)
def test_filters(filters: dict[str, list[str]], ids: list[str]) -> None:
    assert chosen(filters) == ids


def test_all_takes_steps_that_an_image_stands_on_but_no_busy_mount() -> None:
    assert chosen({}, all=True) == ["needed", "old", "mount", "new"]
    assert chosen({"shared": ["1"]}, all=True) == ["needed"]


def test_the_last_used_stay_as_many_as_fit() -> None:
    assert chosen({}, keep=35) == ["old", "mount"]
    assert chosen({}, keep=1000) == []


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidParameter):
        chosen({"until": ["soon"]})
