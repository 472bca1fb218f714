"""Which state may follow which, and when to restart (pure).

        create            start                 stop, kill, end
(none) ────────▶ created ───────▶ running ─────────────────────▶ exited
                    │              │  ▲ pause / unpause             │
                    │              ▼  │                             │ start
                    │             paused ──────────────────────────▶│
                    │              restart policy                   │
                    │             restarting ◀──────────────────────┤
                    └──────────────▶ removing ◀─────────────────────┘
"""

from typing import Final

from davit_engine.containers.model import Container, State
from davit_engine.errors import Conflict, NotModified

ALIVE: Final = ("running", "paused")
"""States in which there is a process."""

FIRST_DELAY: Final = 0.1
"""Seconds before the first restart; doubled with each one, as Docker does."""
LONGEST_DELAY: Final = 60.0
STEADY: Final = 10 * 10**9
"""Nanoseconds after which a run counts as one that worked, and the delay starts over."""


def alive(container: Container) -> bool:
    return container.state.status in ALIVE


def require_alive(container: Container) -> None:
    """Raises Conflict unless there is a process."""
    if container.state.status == "restarting":
        raise Conflict(
            f"Container {container.id} is restarting, wait until the container is running"
        )
    if not alive(container):
        raise Conflict(f"container {container.id} is not running")


def require_startable(container: Container) -> None:
    """Raises NotModified when it runs already, Conflict when it cannot be started now."""
    status = container.state.status
    if status == "running":
        raise NotModified(f"container {container.id} is already running")
    if status == "paused":
        raise Conflict("cannot start a paused container, try unpause instead")
    if status in ("removing", "dead"):
        raise Conflict("container is marked for removal and cannot be started")


def require_removable(container: Container, *, force: bool) -> None:
    status = container.state.status
    if force or status not in (*ALIVE, "restarting"):
        return
    advice = {
        "running": "stop the container before removing or force remove",
        "paused": "unpause and then stop the container before removing or force remove",
        "restarting": "stop the container before removing or force remove",
    }[status]
    raise Conflict(f'cannot remove container "/{container.name}": container is {status}: {advice}')


def restarts(container: Container) -> bool:
    """Whether the policy asks for a restart after the end that the state describes."""
    state, policy = container.state, container.host_config.restart_policy
    if state.manually_stopped:
        return False
    if policy.name in ("always", "unless-stopped"):
        return True
    if policy.name == "on-failure" and state.exit_code != 0:
        return policy.maximum_retry_count in (0,) or (
            state.restart_count < policy.maximum_retry_count
        )
    return False


def outlives_boot(container: Container) -> bool:
    """Whether the container may have to be started again after the machine has gone down."""
    return container.host_config.restart_policy.name not in ("", "no")


def starts_with_daemon(container: Container) -> bool:
    """Whether a container that is not running is started when the daemon starts."""
    name = container.host_config.restart_policy.name
    if name == "always":
        return container.state.started_ns > 0
    if name == "unless-stopped":
        return container.state.started_ns > 0 and not container.state.manually_stopped
    return name == "on-failure" and container.state.started_ns > 0 and restarts(container)


def restart_delay(previous: float, state: State) -> float:
    """Seconds to wait before the next restart."""
    if not previous or state.finished_ns - state.started_ns > STEADY:
        return FIRST_DELAY
    return min(previous * 2, LONGEST_DELAY)
