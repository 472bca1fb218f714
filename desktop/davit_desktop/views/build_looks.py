"""How states of builds and of their steps look: an icon and a colour for each word."""

from collections.abc import Mapping

from davit_desktop.state.builds import BuildState, StepState
from davit_desktop.translation import tr
from davit_desktop.views.text import seconds

STEP_LOOKS: Mapping[StepState, tuple[str, str]] = {
    StepState.WAITING: ("state-created", "grey"),
    StepState.RUNNING: ("state-busy", "blue"),
    StepState.CACHED: ("state-cached", "blue"),
    StepState.DONE: ("state-healthy", "green"),
    StepState.FAILED: ("state-failed", "red"),
    StepState.CANCELLED: ("state-exited", "amber"),
}
BUILD_LOOKS: Mapping[str, tuple[str, str]] = {
    BuildState.RUNNING: ("state-busy", "blue"),
    BuildState.DONE: ("state-healthy", "green"),
    BuildState.FAILED: ("state-failed", "red"),
    BuildState.CANCELLED: ("state-exited", "amber"),
    BuildState.INTERRUPTED: ("state-unknown", "amber"),
}


def build_look(state: str) -> tuple[str, str]:
    return BUILD_LOOKS.get(state, ("state-unknown", "grey"))


def took(length: float | None) -> str:
    """A length of time, in tenths of a second; nothing for what took none."""
    if length is None:
        return ""
    return seconds(length) if length >= 0.05 else tr("< 0.1 s")
