"""One run of a container: what is set up before its process, watched beside it, undone after it.

A run begins with `start` or, for a container that outlived a daemon, with `adopt`. It ends when the
shim ends, whoever caused that: only then is the exit recorded and everything given back. Starting
and ending hold the container's lock, so they never overlap.
"""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

import msgspec

from davit_engine.config import Config
from davit_engine.containers import health, lifecycle, log_rotation, refusals, spec
from davit_engine.containers.endpoints import (
    Endpoints,
    own_aliases,
    own_servers,
    without_addresses,
)
from davit_engine.containers.logging_options import log_limits
from davit_engine.containers.model import (
    Container,
    ProcessIdentity,
)
from davit_engine.containers.own_files import OwnFiles
from davit_engine.containers.preparation import Preparation
from davit_engine.containers.records import Records
from davit_engine.containers.user_namespaces import OwnUsers, clear_stages, set_from_outside
from davit_engine.errors import (
    EngineError,
    SystemFailure,
    Unavailable,
)
from davit_engine.events import EventBus
from davit_engine.folders import Folders
from davit_engine.kernel import processes
from davit_engine.lookup import short
from davit_engine.networks.network import (
    HOST,
    LiveContainer,
)
from davit_engine.networks.service import Networks
from davit_engine.runtime.runtime import CreateRequest, Process, Runtime, Stream
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.volumes import Volumes

log = logging.getLogger(__name__)

EXIT_UNKNOWN: Final = 255
"""Exit code of a container whose shim was killed or whose host went down, as Docker shows it."""

JOURNAL: Final = Path("/run/systemd/journal/socket")
"""Where the host's journal listens."""

JOIN_AGAIN: Final = 0.005
"""Seconds until a shim that has too many callers is asked again."""

DYING: Final = 1.0
"""Seconds in which the end of a container shows after that of a process which it took along."""

LOOK: Final = 0.02
"""Seconds between two looks whether a process that is about to end has ended."""

SETTLED: Final = 5.0
"""Seconds after which a container counts as one that stays."""


class Run:
    """A container that has a process."""

    def __init__(self, process: int, shim: int) -> None:
        self.process = process
        """pidfd of the container's first process; -1 when that is already gone."""
        self.shim = shim
        """pidfd of the shim."""
        self.ended = asyncio.Event()

    def close(self) -> None:
        self.ended.set()
        for descriptor in (self.process, self.shim):
            if descriptor >= 0:
                os.close(descriptor)
        self.process = self.shim = -1


class Follower(Protocol):
    """Is told of every run."""

    def begin(self, id: str) -> None:
        """The container runs."""
        ...

    def cease(self, id: str) -> None:
        """It does not any more; this is not recorded yet."""
        ...


class Runs:
    """Every run there is."""

    follower: Follower
    """Set before anything runs."""

    def __init__(
        self,
        config: Config,
        host: spec.Host,
        records: Records,
        endpoints: Endpoints,
        events: EventBus,
        networks: Networks,
        volumes: Volumes,
        folders: Folders,
        snapshotter: Snapshotter,
        runtime: Runtime,
        remove: Callable[[Container], Awaitable[None]],
    ) -> None:
        self._config = config
        self._paths = config.paths
        self._host = host
        self._records = records
        self._events = events
        self._networks = networks
        self._volumes = volumes
        self._snapshotter = snapshotter
        self._runtime = runtime
        self._remove = remove
        self._endpoints = endpoints
        self.own_files = OwnFiles(config, records, networks, self.folder)
        self.preparation = Preparation(
            config,
            host,
            records,
            networks,
            volumes,
            folders,
            snapshotter,
            self.folder,
            self.own_files,
        )
        self._runs: dict[str, Run] = {}
        self._pending: dict[str, list[asyncio.Future[Stream | None]]] = {}
        self._delays: dict[str, float] = {}
        self._restarts: dict[str, asyncio.Task[None]] = {}
        self._deletions: dict[str, asyncio.Task[None]] = {}
        self._watchers: set[asyncio.Task[None]] = set()
        self._starting: set[asyncio.Task[object]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._kept: set[str] = set()
        self._closing = False

    # What others ask of a run

    def get(self, id: str) -> Run | None:
        return self._runs.get(id)

    def ended(self, id: str) -> asyncio.Event | None:
        """Set when the present run is over; None when there is none."""
        run = self._runs.get(id)
        return run.ended if run else None

    def bundle(self, id: str) -> Path:
        return self._paths.bundles / id

    def folder(self, id: str) -> Path:
        """Where the container keeps its own files and its log."""
        return self._paths.containers / id

    def log_path(self, id: str) -> Path:
        return self.folder(id) / "container.log"

    def cgroup(self, container: Container) -> str:
        parent = container.host_config.cgroup_parent or self._config.containers_cgroup
        return f"/{parent.strip('/')}/{container.id}"

    def signal(self, id: str, number: int) -> bool:
        """Signal the container's first process; whether there was one."""
        run = self._runs.get(id)
        return (
            run is not None and run.process >= 0 and processes.signal_process(run.process, number)
        )

    def has_process(self, id: str) -> bool:
        """Whether the container's first process lives; its end may not be recorded yet."""
        run = self._runs.get(id)
        return run is not None and run.process >= 0 and not processes.has_ended(run.process)

    async def ends(self, id: str) -> bool:
        """Whether it has ended or does within a moment.

        The kernel ends the other processes of a container before its first.
        """
        latest = time.monotonic() + DYING
        while (run := self._runs.get(id)) is not None and run.process >= 0:
            if processes.is_ending(run.process):
                return True
            if time.monotonic() > latest:
                return False
            await asyncio.sleep(LOOK)
        return True

    async def thaw(self, id: str) -> None:
        """Let a paused container go on; nothing when it has ended meanwhile."""
        try:
            await self._runtime.resume(id)
        except EngineError:
            if self.has_process(id):
                raise

    async def stream(self, container: Container) -> "asyncio.Future[Stream | None]":
        """The container's streams, now or as soon as it starts; None when the start fails."""
        future: asyncio.Future[Stream | None] = asyncio.get_running_loop().create_future()
        if lifecycle.alive(container):
            await self._join(container.id, future)
        else:
            self._pending.setdefault(container.id, []).append(future)
        return future

    def drop_streams(self, id: str) -> None:
        """Tell who waits for a start that none will come."""
        for future in self._pending.pop(id, ()):
            if not future.done():
                future.set_result(None)

    # The start

    async def start(self, id: str, *, restarted: bool = False) -> None:
        """Raises NotModified, Conflict, NotFound, InvalidParameter, PortInUse, SystemFailure."""
        if not restarted:
            self.cancel_restart(id)
        try:
            async with self._records.lock(id):
                container = await self._start_locked(id, restarted=restarted)
        except EngineError:
            # Whatever refused the start, a client may wait for the removal.
            if id in self._records:
                container = self._records.get(id)
                if container.host_config.auto_remove and not lifecycle.alive(container):
                    await self._remove(container)
            raise
        self._emit(container, "start")

    async def _start_locked(self, id: str, *, restarted: bool) -> Container:
        container = self._records.get(id)
        lifecycle.require_startable(container)
        if self._closing:
            raise Unavailable("the engine is shutting down and starts no containers any more")
        if id in self._deletions:
            await asyncio.shield(self._deletions[id])
        began = time.monotonic()
        task = asyncio.current_task()
        assert task is not None
        self._starting.add(task)
        try:
            try:
                container = await self._start(container, restarted=restarted)
            except OSError as error:
                raise SystemFailure(f"cannot start container {container.id}: {error}") from error
        except BaseException as error:
            self.drop_streams(id)
            if isinstance(error, EngineError):
                status = "created" if not container.state.started_ns else "exited"
                self._records.set_state(
                    id, status=status, error=str(error), exit_code=refusals.exit_code(error)
                )
            raise
        finally:
            self._starting.discard(task)
        log.info("started %s in %.0f ms", container.name, (time.monotonic() - began) * 1000)
        return container

    async def _start(self, container: Container, *, restarted: bool) -> Container:
        id = container.id
        async with contextlib.AsyncExitStack() as undo:
            bundle = self.bundle(id)
            bundle.mkdir(mode=0o700, parents=True, exist_ok=True)
            undo.callback(_remove_folder, bundle)
            undo.push_async_callback(self._networks.forget, id)
            undo.push_async_callback(self._snapshotter.unmount, id)
            undo.push_async_callback(self.preparation.release_volumes, container)
            users = None
            if container.ids is not None:
                users = await OwnUsers.make(container.ids, self._paths.mapped / id)
                undo.push_async_callback(users.aclose)
            root, (container, netns) = await _both(
                self._snapshotter.mount(
                    id, container.layers, mapping=users.mapping if users else None
                ),
                self._endpoints.join(container, users.network if users else None),
            )
            specification = await self.preparation.specify(
                container, root, netns, self.cgroup(container), users
            )
            ports = await self._endpoints.publish(container)
            container = msgspec.structs.replace(container, ports=ports)
            undo.push_async_callback(self._runtime.clear, id, self.cgroup(container))
            process = await self._create(container, root, specification)
            if users is not None:
                set_from_outside(process.pid, container, specification)
                await users.aclose()
            run = self._watchable(process)
            undo.callback(run.close)
            await self._connect_streams(id)
            await self._runtime.start(id)
            undo.pop_all()
        container = msgspec.structs.replace(
            container,
            state=msgspec.structs.replace(
                container.state,
                status="running",
                process=_identity(process.pid),
                shim=_identity(process.shim_pid),
                boot_id=processes.boot_id(),
                exit_code=0,
                error="",
                oom_killed=False,
                started_ns=time.time_ns(),
                restart_count=container.state.restart_count if restarted else 0,
                manually_stopped=False,
                health=health.begun(container.config, container.state.health),
            ),
        )
        # Whoever hears of the start may count on it, whatever becomes of the daemon, and where the
        # container is to come back after a power cut, whatever becomes of the machine.
        saved = self._records.save(container, durable=lifecycle.outlives_boot(container))
        self._begin(id, run)
        self.own_files.follow_linked(container)
        # Who came while it was being started.
        await self._connect_streams(id)
        await asyncio.shield(asyncio.wrap_future(saved))
        return container

    async def _create(
        self, container: Container, root: Path, specification: Mapping[str, object]
    ) -> Process:
        config, host_config = container.config, container.host_config
        journal = host_config.log_config.type == "journald"
        if journal and not JOURNAL.exists():
            raise SystemFailure(
                "failed to create task for container: failed to initialize logging driver: "
                "journald is not enabled on this host"
            )
        request = CreateRequest(
            id=container.id,
            name=container.name,
            bundle=self.bundle(container.id),
            specification=specification,
            log=None if host_config.log_config.type == "none" else self.log_path(container.id),
            journal=journal,
            runtime=host_config.runtime,
            sync_log=not host_config.auto_remove,
            terminal=config.tty,
            stdin=config.open_stdin,
            leave_stdin_open=config.open_stdin and (config.tty or not config.stdin_once),
        )
        try:
            return await self._runtime.create(request)
        except SystemFailure as error:
            raise refusals.explained(container.path, root, specification, str(error)) from error

    @staticmethod
    def _watchable(process: Process) -> Run:
        shim = os.pidfd_open(process.shim_pid)
        try:
            first = os.pidfd_open(process.pid)
        except ProcessLookupError:
            first = -1
        return Run(first, shim)

    async def _connect_streams(self, id: str) -> None:
        for future in self._pending.pop(id, ()):
            await self._join(id, future)

    async def _join(self, id: str, future: "asyncio.Future[Stream | None]") -> None:
        """Give the container's streams to who waits for them; None when it has just ended."""
        while not future.done():
            try:
                future.set_result(self._runtime.attach(self.bundle(id)))
            except BlockingIOError:
                # The shim lets ten clients wait at its door.
                await asyncio.sleep(JOIN_AGAIN)
            except OSError:
                future.set_result(None)

    def _begin(self, id: str, run: Run) -> None:
        self._runs[id] = run
        self._follow(id, run)

    def _follow(self, id: str, run: Run) -> None:
        self.follower.begin(id)
        watcher = self._own(self._watch(id, run))
        self._watchers.add(watcher)
        watcher.add_done_callback(self._watchers.discard)

    def _own(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # The end

    async def _watch(self, id: str, run: Run) -> None:
        ending = asyncio.create_task(processes.ended(run.shim))
        try:
            done, _ = await asyncio.wait({ending}, timeout=SETTLED)
            if not done:
                shim = self._records.get(id).state.shim
                if shim is not None:
                    await self._runtime.settle(shim.pid)
                await ending
        finally:
            ending.cancel()
        self.follower.cease(id)
        async with self._records.lock(id):
            container = await self._end(id, run)
        if container.host_config.auto_remove:
            if id not in self._kept:
                await self._remove(container)
        elif container.state.status == "restarting":
            self._schedule_restart(container)

    @contextlib.contextmanager
    def kept(self, id: str) -> Iterator[None]:
        """Let a container that removes itself outlive the end of its run."""
        self._kept.add(id)
        try:
            yield
        finally:
            self._kept.discard(id)

    async def _end(self, id: str, run: Run) -> Container:
        """Record the end of a run and give back what it held."""
        container = self._records.get(id)
        code = self._runtime.exit_code(id)
        error = ""
        if code is None:
            code = EXIT_UNKNOWN
            error = "the container's monitor was killed, so its exit code is unknown"
        oom = self._runtime.oom_kills(self.cgroup(container)) > 0
        finished = time.time_ns()
        await self._give_back(container)
        # What was asked of it meanwhile, to be stopped for example, holds.
        container = self._records.get(id)
        restarting = (
            not self._closing
            and not container.host_config.auto_remove
            and lifecycle.restarts(
                msgspec.structs.replace(
                    container, state=msgspec.structs.replace(container.state, exit_code=code)
                )
            )
        )
        container = msgspec.structs.replace(
            container,
            ports=(),
            endpoints=tuple(without_addresses(endpoint) for endpoint in container.endpoints),
            state=msgspec.structs.replace(
                container.state,
                status="restarting" if restarting else "exited",
                process=None,
                shim=None,
                exit_code=code,
                error=error,
                oom_killed=oom,
                finished_ns=finished,
                restart_count=container.state.restart_count + (1 if restarting else 0),
                health=health.unwatched(container.state.health),
            ),
        )
        saved = self._records.save(container, durable=not container.host_config.auto_remove)
        self._runs.pop(id, None)
        run.close()
        # Nobody is told of an end that a power cut could still undo. What cannot be written for
        # want of space is told all the same.
        with contextlib.suppress(SystemFailure):
            await asyncio.shield(asyncio.wrap_future(saved))
        if oom:
            self._emit(container, "oom")
        seconds = max(0, (finished - container.state.started_ns) // 10**9)
        self._emit(container, "die", exitCode=str(code), execDuration=str(seconds))
        self._records.tell_exit(id, code)
        return self._records.get(id)

    async def _give_back(self, container: Container) -> None:
        """Everything a run took. One failure does not keep the rest; each is logged."""
        id = container.id
        # Nobody needs to wait for the runtime's own records and the control groups to go, but the
        # next start of this container.
        self._deletions[id] = self._own(self._delete(container))
        outcomes = await asyncio.gather(
            self._networks.forget(id),
            self.preparation.release_volumes(container),
            self._snapshotter.unmount(id),
            return_exceptions=True,
        )
        for outcome in outcomes:
            if isinstance(outcome, Exception):
                log.error("cleaning up after %s: %s", container.name, outcome)

    async def _delete(self, container: Container) -> None:
        try:
            await self._runtime.delete(container.id, self.cgroup(container))
        except EngineError:
            log.exception("deleting what the runtime knows of %s", container.name)
        finally:
            _remove_folder(self.bundle(container.id))
            self._deletions.pop(container.id, None)

    # Restarts

    def _schedule_restart(self, container: Container) -> None:
        delay = lifecycle.restart_delay(self._delays.get(container.id, 0.0), container.state)
        self._delays[container.id] = delay
        self._restarts[container.id] = self._own(self._restart_later(container.id, delay))

    async def _restart_later(self, id: str, delay: float, *, with_daemon: bool = False) -> None:
        """Start it again. What cannot be started stays ended, as in Docker."""
        await asyncio.sleep(delay)
        if id not in self._records:
            return
        code = self._records.get(id).state.exit_code
        try:
            await self.start(id, restarted=not with_daemon)
        except EngineError as error:
            log.warning("cannot restart %s: %s", id, error)
            if id in self._records and not lifecycle.alive(self._records.get(id)):
                self._records.set_state(id, status="exited", error=str(error), exit_code=code)

    def cancel_restart(self, id: str) -> None:
        """Call off a restart that waits."""
        task = self._restarts.get(id)
        if task is not None and task is asyncio.current_task():
            return
        self._restarts.pop(id, None)
        if task is not None:
            task.cancel()
        # Also when the end is not told yet, after which the restart would be planned.
        if id in self._records and self._records.get(id).state.status == "restarting":
            self._records.set_state(id, status="exited")

    async def refuse_starts(self, timeout: float) -> None:
        """From now on nothing is started; what is about to be has `timeout` seconds to finish."""
        self._closing = True
        for id in tuple(self._restarts):
            self.cancel_restart(id)
        if self._starting:
            await asyncio.wait(self._starting, timeout=timeout)

    async def settled(self, timeout: float) -> None:
        """Until every run that has ended is recorded, and what removes itself is gone."""
        unfinished = (*self._watchers, *self._deletions.values())
        if unfinished:
            await asyncio.wait(unfinished, timeout=timeout)

    # After a daemon restart

    def survivors(self) -> list[LiveContainer]:
        """The containers that run on since an earlier daemon; the others are marked as ended."""
        boot = processes.boot_id()
        live = []
        for container in self._records:
            if not lifecycle.alive(container):
                continue
            run = self._reopen(container) if container.state.boot_id == boot else None
            if run is None:
                continue
            self._runs[container.id] = run
            pid = container.state.process.pid if container.state.process else 0
            own_network = container.host_config.network_mode not in (HOST,) and not (
                container.host_config.network_mode.startswith("container:")
            )
            live.append(
                LiveContainer(
                    container_id=container.id,
                    container_name=container.name,
                    netns=Path(f"/proc/{pid}/ns/net") if own_network and run.process >= 0 else None,
                    endpoints=container.endpoints,
                    dns=own_servers(container),
                    aliases=own_aliases(container),
                    ports=container.ports,
                )
            )
        return live

    @staticmethod
    def _reopen(container: Container) -> Run | None:
        shim, process = container.state.shim, container.state.process
        if shim is None or process is None:
            return None
        shim_fd = processes.open_identified(shim.pid, shim.start_time)
        if shim_fd is None:
            return None
        process_fd = processes.open_identified(process.pid, process.start_time)
        return Run(-1 if process_fd is None else process_fd, shim_fd)

    def _growing_logs(self) -> list[log_rotation.Growing]:
        growing = []
        for id in self._runs:
            limits = log_limits(self._records.get(id).host_config.log_config)
            growing.append(log_rotation.Growing(id, self.log_path(id), limits.size, limits.files))
        return growing

    def _reopen_log(self, id: str) -> None:
        self._runtime.reopen_log(self.bundle(id))

    async def clear_unfinished(self) -> None:
        """Undo every start that an earlier daemon was in the middle of when it died."""
        await clear_stages(self._paths.mapped)
        for id in self._runtime.traces():
            container = self._records.get(id) if id in self._records else None
            if id in self._runs or (container is not None and lifecycle.alive(container)):
                continue
            log.info("clearing away what an unfinished start of %s left", short(id))
            group = f"/{self._config.containers_cgroup.strip('/')}/{id}"
            await self._runtime.clear(id, self.cgroup(container) if container else group)
            _remove_folder(self.bundle(id))

    async def resume(self) -> None:
        """Watch the survivors, settle what ended meanwhile, start what starts with the daemon."""
        self._own(log_rotation.keep_small(self._growing_logs, self._reopen_log))
        for container in tuple(self._records):
            run = self._runs.get(container.id)
            was_alive = lifecycle.alive(container)
            if run is not None:
                self._follow(container.id, run)
                continue
            if was_alive:
                async with self._records.lock(container.id):
                    container = await self._end(container.id, Run(-1, -1))
                if container.host_config.auto_remove:
                    await self._remove(container)
                    continue
            elif container.state.status == "removing":
                await self._remove(container)
                continue
            was_restarting = container.state.status == "restarting"
            if was_restarting:
                container = self._records.set_state(container.id, status="exited")
            if was_restarting or lifecycle.starts_with_daemon(container):
                self._restarts[container.id] = self._own(
                    self._restart_later(container.id, 0, with_daemon=True)
                )
            elif container.host_config.auto_remove and container.state.started_ns:
                await self._remove(container)

    async def close(self) -> None:
        """Stop watching. The containers run on."""
        await asyncio.gather(*self._deletions.values(), return_exceptions=True)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for run in self._runs.values():
            run.close()
        for id in tuple(self._pending):
            self.drop_streams(id)

    def _emit(self, container: Container, action: str, **more: str) -> None:
        self._events.publish("container", action, container.id, attributes(container, **more))


def attributes(container: Container, **more: str) -> dict[str, str]:
    """What every event of a container carries."""
    return {
        **container.config.labels,
        "image": container.config.image,
        "name": container.name,
        **more,
    }


async def _both(
    root: Awaitable[Path], network: Awaitable[tuple[Container, Path | None]]
) -> tuple[Path, tuple[Container, Path | None]]:
    """Run both; when one fails the other has ended before the error goes on."""
    results = await asyncio.gather(root, network, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return results  # type: ignore[return-value]


def _identity(pid: int) -> ProcessIdentity | None:
    started = processes.start_time(pid)
    return ProcessIdentity(pid=pid, start_time=started) if started is not None else None


def _remove_folder(folder: Path) -> None:
    """Delete a bundle: a flat folder of our own and the shim's files."""
    with contextlib.suppress(FileNotFoundError):
        for entry in os.scandir(folder):
            if not entry.is_dir(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)
        folder.rmdir()
