"""Extra processes in a running container."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.containers import lifecycle, refusals, spec, users
from davit_engine.containers.attachment import Attachment
from davit_engine.containers.configure import words
from davit_engine.containers.model import Container
from davit_engine.containers.records import Records
from davit_engine.containers.rootfs import Root
from davit_engine.containers.runs import Runs, attributes
from davit_engine.containers.user_namespaces import require_known
from davit_engine.errors import Conflict, EngineError, InvalidParameter, NotFound, SystemFailure
from davit_engine.events import EventBus
from davit_engine.runtime.runtime import ExecProcess, ExecRequest, Runtime, Stream

REMEMBERED: Final = 600.0
"""Seconds for which an exec that has ended can be asked for; dockerd keeps 5 to 10 minutes."""

STARTING: Final = 10.0
"""Seconds that the start of a process may take before a new size is refused, as in dockerd."""

NOT_RUNNABLE: Final = 126
"""Exit code of a shell for a program that cannot be run."""


class ExecConfig(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """What a client asks to run (Engine API, ExecConfig)."""

    attach_stdin: bool = False
    attach_stdout: bool = False
    attach_stderr: bool = False
    tty: bool = False
    detach_keys: str = ""
    env: list[str] = msgspec.field(default_factory=list)
    cmd: list[str] | str | None = None
    privileged: bool = False
    user: str = ""
    working_dir: str = ""
    console_size: tuple[int, int] | None = None
    detach: bool = False


class ExecState(msgspec.Struct, kw_only=True):
    """One exec. Kept until its container is gone, or for some minutes after its end."""

    id: str
    container_id: str
    config: ExecConfig
    command: Sequence[str]
    running: bool = False
    started: bool = False
    exit_code: int | None = None
    process: ExecProcess | None = None
    refusal: EngineError | None = None
    """Why its program could not be run, once it has ended."""
    begun: asyncio.Event = msgspec.field(default_factory=asyncio.Event)
    """The process is there, or there will be none."""
    ended: asyncio.Event = msgspec.field(default_factory=asyncio.Event)
    ended_at: float = 0.0
    """By the monotonic clock; 0 before."""

    def end(self) -> None:
        self.begun.set()
        self.running = False
        self.ended_at = time.monotonic()
        self.ended.set()

    @property
    def pid(self) -> int:
        return self.process.pid if self.process is not None else 0


class Execs:
    """All execs of running containers."""

    def __init__(
        self, host: spec.Host, records: Records, runs: Runs, events: EventBus, runtime: Runtime
    ) -> None:
        self._host = host
        self._records = records
        self._runs = runs
        self._events = events
        self._runtime = runtime
        self._execs: dict[str, ExecState] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._swept = time.monotonic()

    def get(self, id: str) -> ExecState:
        """By id or unique prefix. Raises NotFound."""
        found = self._execs.get(id)
        if found is None:
            matches = [entry for key, entry in self._execs.items() if id and key.startswith(id)]
            if len(matches) != 1:
                raise NotFound(f"No such exec instance: {id}")
            found = matches[0]
        return found

    def of(self, container_id: str) -> list[str]:
        """Ids of a container's execs that have not ended."""
        return [
            entry.id
            for entry in self._execs.values()
            if entry.container_id == container_id and entry.exit_code is None
        ]

    def forget(self, container_id: str) -> None:
        """Drop the execs of a container that is gone."""
        for id in [i for i, entry in self._execs.items() if entry.container_id == container_id]:
            del self._execs[id]

    def _sweep(self) -> None:
        """Forget what ended long ago, at most once in so long."""
        latest = time.monotonic() - REMEMBERED
        if self._swept < latest:
            self._swept = time.monotonic()
            for id in [i for i, e in self._execs.items() if 0 < e.ended_at < latest]:
                del self._execs[id]

    def create(self, container: Container, config: ExecConfig) -> str:
        """Raises Conflict unless the container runs, InvalidParameter for an impossible request."""
        command = words(config.cmd)
        if not command:
            raise InvalidParameter("No exec command specified")
        self._require_running(container)
        for text in (*command, *config.env, config.user, config.working_dir):
            if "\0" in text:
                raise InvalidParameter(f"a NUL character is not allowed in {text!r}")
        if config.working_dir and not config.working_dir.startswith("/"):
            raise InvalidParameter(
                f"the working directory '{config.working_dir}' is invalid, it needs to be an "
                "absolute path"
            )
        self._sweep()
        id = lookup.new_id()
        self._execs[id] = ExecState(
            id=id, container_id=container.id, config=config, command=tuple(command)
        )
        self._emit(container, id, f"exec_create: {_event_text(command)}")
        return id

    async def start(
        self, id: str, *, detach: bool, console_size: tuple[int, int] | None
    ) -> Attachment | None:
        """Run it; its streams, or None with `detach`. Raises NotFound, Conflict, SystemFailure.

        What is refused for the state of its container does not count as started.
        """
        entry = self.get(id)
        container = self._records.get(entry.container_id)
        self._require_running(container)
        if entry.started:
            raise Conflict(f"Error: Exec command {entry.id} has already run")
        entry.started = True
        config = entry.config
        size = console_size or config.console_size
        try:
            process = await self._begin(container, entry, size, detach=detach)
        except EngineError as error:
            entry.exit_code = NOT_RUNNABLE
            entry.end()
            if await self._ends(container):
                raise Conflict(f"container {container.id} is not running") from error
            raise
        entry.process = process
        entry.running = True
        entry.begun.set()
        self._emit(container, entry.id, f"exec_start: {_event_text(entry.command)}")
        if size and config.tty:
            process.resize(*size)
        task = asyncio.create_task(self._watch(entry, container))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if detach:
            await process.begun()
            if process.refusal:
                await entry.ended.wait()
            if isinstance(entry.refusal, SystemFailure) and await self._ends(container):
                raise Conflict(f"container {container.id} is not running") from entry.refusal
            if entry.refusal is not None:
                raise entry.refusal
            return None
        stream: asyncio.Future[Stream | None] = asyncio.get_running_loop().create_future()
        stream.set_result(process)
        wanted = {1} if config.attach_stdout else set()
        wanted |= {2} if config.attach_stderr else set()
        return Attachment(
            stream,
            terminal=config.tty,
            stdin=config.attach_stdin,
            streams=frozenset(wanted),
        )

    async def _ends(self, container: Container) -> bool:
        """Whether the run that this record is of has ended, perhaps for another, or is about to."""
        if await self._runs.ends(container.id):
            return True
        return self._records.get(container.id).state.process != container.state.process

    def check(self, id: str) -> None:
        """Raises NotFound, or Conflict when its container cannot run anything now."""
        self._require_running(self._records.get(self.get(id).container_id))

    def _require_running(self, container: Container) -> None:
        """Raises Conflict unless a process can be run in it now."""
        lifecycle.require_alive(container)
        if container.state.status == "paused":
            raise Conflict(
                f"Container {container.name} is paused, unpause the container before exec"
            )
        if not self._runs.has_process(container.id):
            raise Conflict(f"container {container.id} is not running")

    async def _begin(
        self,
        container: Container,
        entry: ExecState,
        size: tuple[int, int] | None,
        *,
        detach: bool,
    ) -> ExecProcess:
        process, who = self._process(container, entry, size)
        request = ExecRequest(
            container_id=container.id,
            id=entry.id,
            process=process,
            owner=container.ids.outside(who.uid) if container.ids else 0,
            terminal=entry.config.tty,
            stdin=entry.config.attach_stdin,
            detach=detach,
        )
        return await self._runtime.exec(request)

    async def _watch(self, entry: ExecState, container: Container) -> None:
        process = entry.process
        if process is None:
            return
        try:
            code = await process.wait()
            if process.refusal:
                entry.refusal = refusals.exec_explained(
                    entry.command[0], container.state.process, process.refusal
                )
                code = refusals.exit_code(entry.refusal)
            entry.exit_code = code
        finally:
            entry.end()
        self._emit(container, entry.id, "exec_die", exitCode=str(code))

    async def finished(self, id: str) -> int | None:
        """The exit code once the process has ended."""
        entry = self.get(id)
        if entry.process is not None:
            await entry.ended.wait()
        return entry.exit_code

    def refusal(self, id: str) -> str:
        """Why the program of an exec that has ended could not be run; empty when it ran."""
        return str(self.get(id).refusal or "")

    def kill(self, id: str) -> None:
        """End it and all it started; a no-op when it has ended."""
        process = self.get(id).process
        if process is not None:
            process.kill()

    def discard(self, id: str) -> None:
        """Forget an exec that nobody will ask for."""
        self._execs.pop(id, None)

    async def resize(self, id: str, height: int, width: int) -> None:
        """Raises NotFound, Conflict when it does not run.

        One that is about to run is waited for: clients ask as soon as they see the answer's head.
        """
        entry = self.get(id)
        if entry.started:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(entry.begun.wait(), STARTING)
        if entry.process is None or not entry.running:
            if entry.exit_code is not None:
                raise NotFound(f"No such exec instance: {id}")
            raise Conflict(f"exec {entry.id} is not running")
        entry.process.resize(height, width)

    async def close(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _process(
        self, container: Container, entry: ExecState, size: tuple[int, int] | None
    ) -> tuple[dict[str, object], users.User]:
        """The OCI process object, and as whom it runs."""
        config = entry.config
        host_config = container.host_config
        if config.privileged:
            host_config = msgspec.structs.replace(host_config, privileged=True)
        capabilities = spec.capability_set(host_config, self._host)
        who = self._user(container, config.user or container.config.user)
        environment = dict(
            variable.partition("=")[::2]
            for variable in (*spec.environment(container, who.home), *config.env)
            if "=" in variable
        )
        if config.tty:
            environment.setdefault("TERM", "xterm")
        process: dict[str, object] = {
            "terminal": config.tty,
            "user": spec.user(who),
            "args": list(entry.command),
            "env": [f"{key}={value}" for key, value in environment.items()],
            "cwd": config.working_dir or container.config.working_dir or "/",
            "capabilities": {
                kind: list(capabilities) for kind in ("bounding", "effective", "permitted")
            },
            "noNewPrivileges": "no-new-privileges" in spec.security_options(host_config),
        }
        if container.ids is None and host_config.ulimits:
            process["rlimits"] = spec.rlimits(host_config)
        if size and config.tty:
            process["consoleSize"] = {"height": size[0], "width": size[1]}
        return process, who

    def _user(self, container: Container, wanted: str) -> users.User:
        """Read in the container's own root as it is now, mounts included."""
        process = container.state.process
        if process is None:
            raise Conflict(f"container {container.id} is not running")
        try:
            root = Root.of_process(process)
        except ProcessLookupError as error:
            raise Conflict(f"container {container.id} is not running") from error
        with root:
            who = users.resolve(
                wanted,
                container.host_config.group_add or (),
                root.read_text("etc/passwd"),
                root.read_text("etc/group"),
            )
        require_known(who, container.ids)
        return who

    def _emit(self, container: Container, id: str, action: str, **more: str) -> None:
        self._events.publish(
            "container", action, container.id, attributes(container, execID=id, **more)
        )


def _event_text(command: Sequence[str]) -> str:
    """The command as Docker's events carry it: the program, a blank, the arguments."""
    program, *arguments = command
    return f"{program} {' '.join(arguments)}"
