"""Where the stages of a build stand in a drawing: what must be there first is further left (pure).

Layers by the longest way to a stage, places in a layer by the middle of what a stage takes from; a
line that passes a layer has a place of its own in it, so that it crosses no box. What is there for
a stage anyway, because another that it needs takes from it too, gets no line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from davit_desktop.state.builds import Stage

_SWEEPS = 4
MOST_STAGES = 64
"""More are not drawn; the list of steps has them all."""


class Box(msgspec.Struct, frozen=True):
    """A stage's column, and its row counted in the middle of the column's height."""

    stage: int
    column: int
    row: float


class Wire(msgspec.Struct, frozen=True):
    """From one stage to one that takes from it, by (column, row)."""

    source: int
    target: int
    points: tuple[tuple[int, float], ...]


class Drawing(msgspec.Struct, frozen=True):
    boxes: tuple[Box, ...] = ()
    wires: tuple[Wire, ...] = ()
    columns: int = 0
    rows: int = 0


Node = tuple[int, int, int]
"""Column, stage, and the stage that a passing line leads to, or -1 for a box."""


def drawn(stages: Sequence[Stage]) -> Drawing:
    """The drawing of stages, whose `needs` name only earlier ones."""
    stages = stages[:MOST_STAGES]
    if not stages:
        return Drawing()
    known = {stage.index for stage in stages}
    depth: dict[int, int] = {}
    for stage in stages:
        depth[stage.index] = 1 + max((depth[n] for n in stage.needs if n in known), default=-1)
    wires: list[list[Node]] = []
    for stage in stages:
        for need in _direct(stage, stages):
            if need in known:
                between = range(depth[need] + 1, depth[stage.index])
                passing = [(column, need, stage.index) for column in between]
                ends = (depth[need], need, -1), (depth[stage.index], stage.index, -1)
                wires.append([ends[0], *passing, ends[1]])
    columns: list[list[Node]] = [[] for _ in range(max(depth.values()) + 1)]
    for stage in stages:
        columns[depth[stage.index]].append((depth[stage.index], stage.index, -1))
    for wire in wires:
        for node in wire[1:-1]:
            columns[node[0]].append(node)
    _untangle(columns, wires)
    rows = max(map(len, columns))
    at = {
        node: place + (rows - len(column)) / 2
        for column in columns
        for place, node in enumerate(column)
    }
    return Drawing(
        boxes=tuple(Box(stage.index, depth[stage.index], at[depth[stage.index], stage.index, -1])
                    for stage in stages),
        wires=tuple(
            Wire(wire[0][1], wire[-1][1], tuple((node[0], at[node]) for node in wire))
            for wire in wires
        ),
        columns=len(columns),
        rows=rows,
    )  # fmt: skip


def _direct(stage: Stage, stages: Sequence[Stage]) -> list[int]:
    """What a stage takes from, without what one of those takes from already."""
    needs = {each.index: each.needs for each in stages}
    beyond: set[int] = set()
    waiting = [n for need in stage.needs for n in needs.get(need, ())]
    while waiting:
        need = waiting.pop()
        if need not in beyond:
            beyond.add(need)
            waiting += needs.get(need, ())
    return [need for need in stage.needs if need not in beyond]


def _untangle(columns: list[list[Node]], wires: Sequence[Sequence[Node]]) -> None:
    before: dict[Node, list[Node]] = {}
    after: dict[Node, list[Node]] = {}
    for wire in wires:
        for left, right in pairwise(wire):
            before.setdefault(right, []).append(left)
            after.setdefault(left, []).append(right)
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        beside = before if forward else after
        order = range(len(columns)) if forward else range(len(columns) - 1, -1, -1)
        for number in order:
            near = columns[max(0, number - 1) : number + 2]
            place = {n: at - len(other) / 2 for other in near for at, n in enumerate(other)}
            middle = {
                node: sum(place[n] for n in nodes) / len(nodes)
                if (nodes := beside.get(node))
                else place[node]
                for node in columns[number]
            }
            columns[number].sort(key=lambda node: (middle[node], node[1], node[2]))
