"""Which networks a listing or a prune means (pure)."""

import time
from collections.abc import Callable, Iterable

from davit_engine.errors import InvalidParameter
from davit_engine.lookup import Filters, parse_time
from davit_engine.networks.network import PREDEFINED, Network


def matching(
    networks: Iterable[Network], filters: Filters, in_use: Callable[[Network], bool]
) -> list[Network]:
    """Filters: dangling, driver, id, label, name, scope, type. Raises InvalidParameter."""
    dangling = filters.boolean("dangling")
    kinds = set(filters.values("type"))
    if kinds - {"custom", "builtin"}:
        raise InvalidParameter(f"invalid filter: 'type'='{', '.join(sorted(kinds))}'")
    found = []
    for network in networks:
        predefined = network.name in PREDEFINED
        unused = not predefined and not in_use(network)
        if (
            (dangling is not None and dangling != unused)
            or (kinds and ("builtin" if predefined else "custom") not in kinds)
            or not filters.matches_labels(network.labels)
            or not filters.matches_pattern("name", [network.name])
            or not filters.matches_pattern("id", [network.id])
            or ("driver" in filters and network.driver not in filters.values("driver"))
            or ("scope" in filters and network.scope not in filters.values("scope"))
        ):
            continue
        found.append(network)
    return found


def prunable(
    networks: Iterable[Network], filters: Filters, in_use: Callable[[Network], bool]
) -> list[Network]:
    """Filters: label, label!, until. Raises InvalidParameter."""
    now = time.time_ns()
    until = [parse_time(text, now) for text in filters.values("until")]
    return [
        network
        for network in networks
        if network.name not in PREDEFINED
        and not in_use(network)
        and filters.matches_labels(network.labels)
        and not any(network.created_ns > limit for limit in until)
    ]
