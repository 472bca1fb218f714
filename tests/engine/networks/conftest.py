"""A network namespace that belongs to one test."""

import os
from collections.abc import Iterator

import pytest

from davit_engine.kernel import netlink, netns


@pytest.fixture(autouse=True)
def own_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that need root: the test and all it starts see only a loopback of their own."""
    if request.node.get_closest_marker("root") is None:
        yield
        return
    namespace = netns.create()
    try:
        with netns.inside(namespace):
            with netlink.Netlink() as link:
                link.run([netlink.up(1)])
            yield
    finally:
        os.close(namespace)
