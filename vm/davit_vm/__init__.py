"""The virtual machine that the engine runs in; its front door."""

from davit_vm.config import MachineConfig, SharedFolder, format_size, parse_size
from davit_vm.errors import MachineError
from davit_vm.front_door import Machine
from davit_vm.status import (
    Boot,
    Check,
    Event,
    Forward,
    Problem,
    Reclaimed,
    Remedy,
    Resources,
    Share,
    StageTime,
    State,
    Status,
)

__all__ = [
    "Boot",
    "Check",
    "Event",
    "Forward",
    "Machine",
    "MachineConfig",
    "MachineError",
    "Problem",
    "Reclaimed",
    "Remedy",
    "Resources",
    "Share",
    "SharedFolder",
    "StageTime",
    "State",
    "Status",
    "format_size",
    "parse_size",
]
