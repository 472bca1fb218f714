"""What is worth a notification while nobody looks at the window (pure)."""

from collections.abc import Mapping

from davit_desktop.state.containers import Container, State
from davit_desktop.translation import tr

LONG = 10.0  # seconds after which the end of some work is news
_KILLED_BY_STOP = (0, 137, 143)  # ended well, by SIGKILL or by SIGTERM: what stopping looks like


def ends(before: Mapping[str, Container], after: Mapping[str, Container]) -> list[Container]:
    """Containers that ran before and have ended by themselves, badly."""
    return [
        now
        for id, now in after.items()
        if (was := before.get(id)) is not None
        and was.running
        and now.state is State.EXITED
        and (now.exit_code not in _KILLED_BY_STOP or now.oom)
    ]


def words(container: Container) -> str:
    """One sentence about a container that ended."""
    if container.oom:
        return tr("{name} ran out of memory and was killed").format(name=container.name)
    return tr("{name} stopped with code {code}").format(
        name=container.name, code=container.exit_code
    )
