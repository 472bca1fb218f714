"""Which stages a build needs, and what each waits for (pure)."""

import bisect
from collections.abc import Mapping, Sequence

import msgspec

from davit_engine.build.args import BuildArgs
from davit_engine.build.dockerfile import Node
from davit_engine.build.instructions import Copy, Dockerfile, Label, Run, Stage
from davit_engine.build.words import WordError, expand
from davit_engine.errors import InvalidParameter


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """One stage that will be built."""

    index: int
    """Among all stages of the file."""
    stage: Stage
    base: str
    """With variables replaced."""
    platform: str
    base_stage: int | None
    needs: tuple[int, ...]
    """The stages that it is built of or copies from."""
    first_step: int
    """The number of its FROM among all steps."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    stages: tuple[Planned, ...]
    """In the order of the file."""
    steps: int
    target: int


def plan(dockerfile: Dockerfile, args: BuildArgs, target: str, labels: Mapping[str, str]) -> Plan:
    """Only what the target needs. Raises InvalidParameter."""
    stages = list(dockerfile.stages)
    names = StageNames(stages)
    last = len(stages) - 1
    if target:
        found = names.find(target)
        if found is None:
            raise InvalidParameter(f'target stage "{target}" could not be found')
        last = found
    if labels:
        stages[last] = _labelled(stages[last], labels)
    values = args.above()
    needed = {last}
    bases: dict[int, tuple[str, str, int | None, tuple[int, ...]]] = {}
    for index in range(last, -1, -1):
        if index not in needed:
            continue
        stage = stages[index]
        base = _expanded(stage, stage.base, values, dockerfile.escape)
        if not base:
            raise stage.node.error(f"base name ({stage.base}) should not be blank")
        platform = _expanded(stage, stage.platform, values, dockerfile.escape)
        base_stage = names.find(base, before=index, numbers=False)
        needs = {base_stage} if base_stage is not None else set()
        for name in sources_of(stage):
            other = names.find(name, before=index)
            if other is not None:
                needs.add(other)
            elif name.isascii() and name.isdecimal():
                raise stage.node.error(
                    f"invalid from flag value {name}: there is no stage of that number before"
                )
        needed |= needs
        bases[index] = (base, platform, base_stage, tuple(sorted(needs)))
    planned: list[Planned] = []
    step = len(dockerfile.args) + 1
    for index in sorted(needed):
        base, platform, base_stage, needs_of = bases[index]
        planned.append(
            Planned(
                index=index,
                stage=stages[index],
                base=base,
                platform=platform,
                base_stage=base_stage,
                needs=needs_of,
                first_step=step,
            )
        )
        step += 1 + len(stages[index].instructions)
    return Plan(stages=tuple(planned), steps=step - 1, target=last)


class StageNames:
    """Which stage a name or a number means."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._count = len(stages)
        self._places: dict[str, list[int]] = {}
        for index, stage in enumerate(stages):
            if stage.name:
                self._places.setdefault(stage.name, []).append(index)

    def find(self, name: str, *, before: int | None = None, numbers: bool = True) -> int | None:
        """The last stage of a name, or the one of a number, among those before that one."""
        limit = self._count if before is None else before
        wanted = name.lower()
        places = self._places.get(wanted, [])
        found = bisect.bisect_left(places, limit)
        if found:
            return places[found - 1]
        if numbers and wanted.isascii() and wanted.isdecimal() and len(wanted) < 6:
            index = int(wanted)
            return index if index < limit else None
        return None


def sources_of(stage: Stage) -> list[str]:
    """The stages or images that its instructions take files from."""
    names: list[str] = []
    for instruction in stage.instructions:
        if isinstance(instruction, Copy) and instruction.stage:
            names.append(instruction.stage)
        elif isinstance(instruction, Run):
            names += [mount.stage for mount in instruction.mounts if mount.stage]
    return names


def _labelled(stage: Stage, labels: Mapping[str, str]) -> Stage:
    added = [
        Label(
            node=Node(keyword="LABEL", text=f"LABEL {name}={value}", line=stage.node.line),
            pairs=((name, value),),
            literal=True,
        )
        for name, value in sorted(labels.items())
    ]
    return msgspec.structs.replace(stage, instructions=(*stage.instructions, *added))


def _expanded(stage: Stage, word: str, values: Mapping[str, str], escape: str) -> str:
    try:
        return expand(word, values, escape)
    except WordError as error:
        raise stage.node.word_error(error) from error
