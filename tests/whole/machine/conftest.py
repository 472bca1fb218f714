"""One machine for all files of this folder, booted once; what a test leaves is removed after it."""

from collections.abc import Callable, Iterator

import pytest

from davit_vm import State
from fixtures.commands import Cli
from fixtures.machine import MachineEngine, RegistrySeenFromTheGuest
from fixtures.registry import Registry


@pytest.fixture(scope="package")
def shared_machine(make_machine: Callable[..., MachineEngine]) -> Iterator[MachineEngine]:
    machine = make_machine()
    machine.start()
    yield machine
    machine.close()


@pytest.fixture
def machine(shared_machine: MachineEngine) -> Iterator[MachineEngine]:
    """The machine, ready and empty."""
    if shared_machine.status().state is not State.READY:
        shared_machine.start()
    yield shared_machine
    if shared_machine.status().state is not State.READY:
        shared_machine.start()
    shared_machine.remove_everything()


@pytest.fixture(params=["docker"])
def cli(request: pytest.FixtureRequest, machine: MachineEngine, registry: Registry) -> Cli:
    return Cli(request.param, machine, RegistrySeenFromTheGuest(registry))
