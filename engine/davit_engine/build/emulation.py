"""Whether steps for a platform can run here, and what to do where they cannot (pure)."""

from collections.abc import Sequence

from davit_engine.build.instructions import Run
from davit_engine.build.stages import Plan
from davit_engine.errors import InvalidParameter
from davit_engine.images.manifest import Platform, wanted_platform
from davit_engine.kernel.binfmt import Emulator, obstacle


def require_runnable(wanted: Platform, own: Platform, emulators: Sequence[Emulator]) -> None:
    """Raises InvalidParameter that says what is missing."""
    reason = obstacle(wanted.normal.architecture, own.architecture, emulators)
    if reason:
        raise InvalidParameter(
            f"RUN cannot execute programs for {wanted.normal} on this machine ({own.normal}): "
            f"{reason}"
        )


def check_plan(plan: Plan, target: Platform, own: Platform, emulators: Sequence[Emulator]) -> None:
    """Before anything runs. Raises InvalidParameter at the first instruction that could not."""
    platforms: dict[int, Platform] = {}
    for planned in plan.stages:
        if planned.platform:
            platform = wanted_platform(planned.platform, own)
        elif planned.base_stage is not None:
            platform = platforms[planned.base_stage]
        else:
            platform = target
        platforms[planned.index] = platform
        if platform.os != "linux":
            raise planned.stage.node.error(
                f"images for {platform.os} are not built here: this engine's are for linux"
            )
        for instruction in planned.stage.instructions:
            if isinstance(instruction, Run):
                try:
                    require_runnable(platform, own, emulators)
                except InvalidParameter as error:
                    raise instruction.node.error(str(error), 0) from error
