"""Port: processes in containers, from create to delete.

One shim per container outlives the daemon. It holds the streams, the terminal, the log and the
exit code. The daemon may die between any two calls; what `create` made is found again through the
process identities that the caller kept, and its outcome through `exit_code`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from davit_engine.kernel.cgroups import Sample


class Process(msgspec.Struct, frozen=True, kw_only=True):
    """A process and the shim that watches it."""

    pid: int
    shim_pid: int


class CreateRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the shim and the runtime need."""

    id: str
    name: str
    bundle: Path
    """An empty folder for config.json and the small files of the shim."""
    specification: Mapping[str, object]
    """The OCI runtime configuration."""
    log: Path | None
    """Where the shim writes the log; None writes none."""
    runtime: str = ""
    """Name of the OCI runtime; empty for the usual one."""
    journal: bool = False
    """Whether the output goes to the host's journal, too."""
    sync_log: bool = True
    """Whether the log must have reached the disk before the exit is told."""
    terminal: bool = False
    stdin: bool = False
    leave_stdin_open: bool = False
    """Whether standard input stays open when an attached client goes."""


class ExecRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One more process in a running container."""

    container_id: str
    id: str
    process: Mapping[str, object]
    """The OCI process object."""
    terminal: bool = False
    stdin: bool = False
    detach: bool = False
    owner: int = 0
    """The id, on this machine, that its standard streams belong to when they are pipes."""


class Stream(Protocol):
    """The standard streams of a process, as one client sees them."""

    async def receive(self) -> tuple[int, bytes] | None:
        """The next output as (1 or 2, bytes), None at the end."""
        ...

    async def send(self, data: bytes) -> None:
        """Write to standard input; returns when it was taken. A no-op once nobody reads."""
        ...

    def close_stdin(self) -> None: ...

    def close(self) -> None:
        """Detach. The process goes on."""
        ...


class ExecProcess(Stream, Protocol):
    """A process started by `exec`."""

    @property
    def pid(self) -> int:
        """As the host sees it; 0 while it is not known."""
        ...

    @property
    def refusal(self) -> str:
        """Why the program could not be run, in the runtime's words; empty when it ran."""
        ...

    async def begun(self) -> None:
        """Return once the program runs, or the process has ended without."""
        ...

    async def wait(self) -> int:
        """Its exit code, 128 + N when signal N ended it."""
        ...

    def resize(self, height: int, width: int) -> None: ...

    def kill(self) -> None:
        """End it at once with all it started; a no-op when it has ended."""
        ...


class Runtime(Protocol):
    """Every coroutine raises SystemFailure with the runtime's own words when it refuses."""

    async def versions(self) -> Mapping[str, str]:
        """Versions of the programs used, by name."""
        ...

    async def create(self, request: CreateRequest) -> Process:
        """Start the shim and set the container up; its process waits to be started."""
        ...

    async def start(self, id: str) -> None:
        """Let the created process run its program."""
        ...

    async def settle(self, shim_pid: int) -> None:
        """Move a shim out of the daemon's control group.

        The kernel holds up every fork for that, so it is done for containers that stay.
        """
        ...

    def attach(self, bundle: Path) -> Stream:
        """Join the streams of a container. Raises OSError when its shim is gone."""
        ...

    def resize(self, bundle: Path, height: int, width: int) -> None:
        """Set a container's terminal size. Raises OSError when its shim is gone."""
        ...

    def reopen_log(self, bundle: Path) -> None:
        """Make the shim write to a new file at the log's path."""
        ...

    def exit_code(self, id: str) -> int | None:
        """The exit status the shim recorded, None when it recorded none."""
        ...

    async def exec(self, request: ExecRequest) -> ExecProcess:
        """Run one more process in a running container."""
        ...

    async def kill(self, id: str, signal: int) -> None:
        """Signal the container's first process. Raises NotFound when it is gone."""
        ...

    async def pause(self, id: str) -> None: ...

    async def resume(self, id: str) -> None: ...

    async def update(self, id: str, resources: Mapping[str, object]) -> None:
        """Change limits of a running container; `resources` is OCI linux.resources."""
        ...

    async def delete(self, id: str, group: str) -> None:
        """End what still runs; forget the container, its control group and recorded exit.

        Idempotent.
        """
        ...

    def traces(self) -> set[str]:
        """Ids of containers of which there is anything: files, a runtime's record, a shim."""
        ...

    async def clear(self, id: str, group: str) -> None:
        """Like `delete`, for a container that an earlier daemon may not have finished creating."""
        ...

    def processes(self, group: str) -> Sequence[int]:
        """Pids, as the host sees them, of everything in a container's control group."""
        ...

    def sample(self, group: str) -> Sample:
        """Usage of a container's control group. Raises FileNotFoundError when it is gone."""
        ...

    def oom_kills(self, group: str) -> int:
        """How many processes of the group the kernel killed for lack of memory."""
        ...
