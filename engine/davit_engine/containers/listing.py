"""Which containers a list is about: the filters of `docker ps` (pure)."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from davit_engine.containers.configure import parse_port
from davit_engine.containers.model import Container
from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.lookup import Filters

STATUSES: Final = ("created", "running", "paused", "restarting", "removing", "exited", "dead")
HEALTHS: Final = ("starting", "healthy", "unhealthy", "none")


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def chain(self) -> tuple[str, ...]: ...


class ImageLookup(Protocol):
    def get(self, name: str) -> _Named: ...


def matches(
    everything: Sequence[Container],
    filters: Filters,
    images: ImageLookup,
    get: Callable[[str], Container],
) -> Callable[[Container], bool]:
    """A test for one container. Raises InvalidParameter, and NotFound for `before` and `since`."""
    for status in filters.values("status"):
        if status not in STATUSES:
            raise InvalidParameter(f"invalid filter 'status={status}'")
    for health in filters.values("health"):
        if health not in HEALTHS:
            raise InvalidParameter(f"unrecognized filter value for health: {health}")
    before = min((get(name).created_ns for name in filters.values("before")), default=None)
    since = max((get(name).created_ns for name in filters.values("since")), default=None)
    ancestors = _ancestors(filters, images)
    exit_codes = {_number(text) for text in filters.values("exited")}
    published = {f"{p}/{q}" for text in filters.values("publish") for p, q in parse_port(text)}
    exposed = {f"{p}/{q}" for text in filters.values("expose") for p, q in parse_port(text)}
    filters.boolean("is-task")

    def test(container: Container) -> bool:
        state = container.state
        names = (container.name, f"/{container.name}")
        ids = filters.values("id")
        if ids and not container.id.startswith(ids):
            return False
        if not filters.matches_pattern("name", names):
            return False
        if not filters.matches_labels(container.config.labels):
            return False
        if "status" in filters and state.status not in filters.values("status"):
            return False
        if exit_codes and not (state.exit_code in exit_codes and state.status == "exited"):
            return False
        if before is not None and container.created_ns >= before:
            return False
        if since is not None and container.created_ns <= since:
            return False
        if "ancestor" in filters and not any(
            container.image_id == image or container.layers[: len(chain)] == chain
            for image, chain in ancestors
        ):
            return False
        if "health" in filters:
            status = state.health.status if state.health else "none"
            if status not in filters.values("health"):
                return False
        if "volume" in filters and not any(
            value in (mount.name, mount.target, mount.source)
            for value in filters.values("volume")
            for mount in container.mounts
        ):
            return False
        if "network" in filters and not any(
            value in (endpoint.network_name, endpoint.network_id)
            for value in filters.values("network")
            for endpoint in container.endpoints
        ):
            return False
        if published and not published & set(container.host_config.port_bindings):
            return False
        if exposed and not exposed & set(container.config.exposed_ports):
            return False
        return filters.boolean("is-task") is not True

    return test


def _ancestors(filters: Filters, images: ImageLookup) -> list[tuple[str, tuple[str, ...]]]:
    found = []
    for name in filters.values("ancestor"):
        try:
            image = images.get(name)
        except NotFound:
            continue
        found.append((image.id, image.chain))
    return found


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise InvalidParameter(f"invalid filter 'exited={text}': expected an exit code") from error
