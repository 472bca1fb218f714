"""Create, start, stop, restart, wait, rename, remove: what clients ask of containers."""

import asyncio
import contextlib
import errno
import logging
import os
import shutil
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine import lookup
from davit_engine.config import Config as Settings
from davit_engine.containers import (
    configure,
    devices,
    image_mounts,
    lifecycle,
    limits,
    links,
    logging_options,
    logs,
    mountpoints,
    network_mode,
    processes_table,
    spec,
)
from davit_engine.containers.archive import Archives
from davit_engine.containers.attachment import FROM_START, ONLOOKER, Attachment
from davit_engine.containers.browsing import Listing
from davit_engine.containers.committed import committed_config
from davit_engine.containers.configure import ImageDefaults
from davit_engine.containers.endpoints import Endpoints, dns_names
from davit_engine.containers.execs import ExecConfig, Execs, ExecState
from davit_engine.containers.files import split_host
from davit_engine.containers.health_checks import HealthChecks
from davit_engine.containers.listing import matches
from davit_engine.containers.log_records import LogOptions
from davit_engine.containers.model import (
    Config,
    Container,
    Endpoint,
    EndpointConfig,
    HealthConfig,
    HostConfig,
    MountPoint,
    RestartPolicy,
)
from davit_engine.containers.pausing import Pausing
from davit_engine.containers.places import PathStat
from davit_engine.containers.records import Records
from davit_engine.containers.runs import Runs, attributes
from davit_engine.containers.spool import Spool
from davit_engine.containers.stats import StatsSample
from davit_engine.containers.user_namespaces import (
    IdRanges,
    own_cgroup_namespace,
    range_size,
)
from davit_engine.errors import (
    Conflict,
    EngineError,
    Forbidden,
    InvalidParameter,
    NotFound,
    NotModified,
    SystemFailure,
    Unsupported,
)
from davit_engine.events import EventBus
from davit_engine.folders import Folders
from davit_engine.images.manifest import serves
from davit_engine.images.records import Image, ImageUse
from davit_engine.images.service import Images
from davit_engine.kernel import listeners
from davit_engine.kernel.binfmt import emulators, obstacle
from davit_engine.kernel.blocking import finished
from davit_engine.kernel.inotify import FolderWatches
from davit_engine.kernel.listeners import Listener
from davit_engine.lookup import Filters
from davit_engine.networks.network import BRIDGE, HOST
from davit_engine.networks.service import Networks
from davit_engine.runtime.runtime import Runtime
from davit_engine.snapshots.snapshotter import Change, Snapshotter
from davit_engine.store import Store
from davit_engine.volumes import Volumes

log = logging.getLogger(__name__)

STOP_TIMEOUT: Final = 10
"""Seconds between the stop signal and SIGKILL when nobody says otherwise."""

KILL_TIMEOUT: Final = 10
"""Seconds after SIGKILL before the process counts as one that cannot be killed."""

STARTS_OVERCOME: Final = 20
"""How often a forced removal kills a container that somebody starts meanwhile."""


Ids = list[str]
Places = list[Endpoint]


class Containers:
    """Every container of the engine. An id may be a name or a unique prefix everywhere."""

    def __init__(
        self,
        config: Settings,
        host: spec.Host,
        store: Store,
        events: EventBus,
        images: Images,
        networks: Networks,
        volumes: Volumes,
        folders: Folders,
        snapshotter: Snapshotter,
        runtime: Runtime,
    ) -> None:
        self._config = config
        self._host = host
        self._events = events
        self._images = images
        self._networks = networks
        self._volumes = volumes
        self._folders = folders
        self._snapshotter = snapshotter
        self._runtime = runtime
        self._records = Records(store)
        self._endpoints = Endpoints(self._records, networks)
        self._runs = Runs(
            config,
            host,
            self._records,
            self._endpoints,
            events,
            networks,
            volumes,
            folders,
            snapshotter,
            runtime,
            self._remove_quietly,
        )
        self._execs = Execs(host, self._records, self._runs, events, runtime)
        self._health = HealthChecks(self._records, self._runs, self._execs, events)
        self._runs.follower = self._health
        self._pausing = Pausing(self._records, self._runs, self._health, events, runtime)
        self._archives = Archives(self._records, snapshotter, volumes.path, folders)
        self._watches = FolderWatches()
        self._id_ranges = IdRanges(config.userns_range, self._records)
        self._creating: dict[str, ImageUse] = {}
        self._mounting: dict[str, list[ImageUse]] = {}
        images.containers_using = self._image_uses
        volumes.containers_using = self._volume_users

    async def start_up(self) -> None:
        """Take over what runs on, settle what ended, start what starts with the daemon."""
        live = self._runs.survivors()
        await self._runs.clear_unfinished()
        await self._networks.start(live)
        await self._sweep_folders()
        await self._runs.resume()
        await self._pausing.release()

    async def shut_down(self, timeout: int) -> None:
        """Stop all containers, with their own signals and at once, and start none any more.

        What a policy restarts is started again with the next daemon. None gets longer than
        `timeout` seconds, whatever it was created with.
        """
        await self._runs.refuse_starts(timeout)
        running = [container for container in self._records if lifecycle.alive(container)]
        outcomes = await asyncio.gather(
            *(self._stop_for_good(container, timeout) for container in running),
            return_exceptions=True,
        )
        for container, outcome in zip(running, outcomes, strict=True):
            if isinstance(outcome, Exception):
                log.error("stopping %s: %s", container.name, outcome)
        await self._runs.settled(KILL_TIMEOUT)

    async def _stop_for_good(self, container: Container, most: int) -> None:
        number = configure.parse_signal(container.config.stop_signal or "SIGTERM")
        wished = container.config.stop_timeout
        timeout = STOP_TIMEOUT if wished is None else wished
        await self._stop_process(container, number, most if timeout < 0 else min(timeout, most))
        self._emit(container, "stop")

    async def close(self) -> None:
        """Let go; the containers run on."""
        await self._health.close()
        await self._execs.close()
        await self._runs.close()

    @property
    def any_alive(self) -> bool:
        return any(lifecycle.alive(container) for container in self._records)

    # Looking

    def get(self, id: str) -> Container:
        """Raises NotFound, InvalidParameter for an ambiguous prefix."""
        return self._records.get(id)

    def all(self) -> Sequence[Container]:
        return tuple(self._records)

    def list(self, *, all: bool, limit: int | None, filters: Filters) -> Sequence[Container]:
        """Newest first. Raises InvalidParameter, NotFound for a filter that names nothing."""
        everything = sorted(self._records, key=lambda c: c.created_ns, reverse=True)
        wanted = matches(everything, filters, self._images, self._records.get)
        shown = [
            container
            for container in everything
            if (
                all
                or limit
                or "status" in filters
                or lifecycle.alive(container)
                or container.state.status == "restarting"
            )
            and wanted(container)
        ]
        return shown[:limit] if limit and limit > 0 else shown

    def log_path(self, id: str) -> Path:
        return self._runs.log_path(id)

    def folder(self, id: str) -> Path:
        return self._runs.folder(id)

    # Making

    async def create(
        self,
        name: str | None,
        config: Config,
        host_config: HostConfig,
        networking: dict[str, EndpointConfig],
        platform: str | None,
    ) -> tuple[str, Sequence[str]]:
        """The id of the new container, and warnings. Nothing is left behind when it fails."""
        id = lookup.new_id()
        name = self._records.reserve(name, id)
        async with contextlib.AsyncExitStack() as undo:
            undo.callback(self._records.release, name, id)
            image = await self._images.find(config.image, platform)
            # From here on the image and its layers are in use, though nobody sees the container.
            self._creating[id] = ImageUse(
                container=id, image=image.id, layers=image.chain, running=False
            )
            undo.callback(self._creating.pop, id)
            foreign = await self._foreign(image, platform)
            if config.network_disabled:
                host_config = msgspec.structs.replace(host_config, network_mode="none")
            host_config, warnings = limits.check(host_config, self._host)
            own_ids = range_size(host_config, self._config.userns_remap)
            if own_ids:
                host_config = own_cgroup_namespace(host_config, self._host.cgroup_version)
            logged = logging_options.with_defaults(
                host_config.log_config, self._config.log_driver, self._config.log_opts
            )
            host_config = msgspec.structs.replace(host_config, log_config=logged)
            host_config = configure.check_host_config(host_config, self._host)
            undo.callback(self._id_ranges.settle, id)
            for entry in host_config.extra_hosts or ():
                split_host(entry)
            merged = configure.merge(
                config, _defaults(image), self._host_name(id, host_config), host_config
            )
            mounts = mountpoints.collect(
                merged,
                host_config,
                volumes_from=self._records.get,
                new_volume_name=lookup.new_id,
                foreign_paths=self._folders.foreign,
            )
            mounts = image_mounts.find(mounts, self._images.get)
            if own_ids and any(mount.type == "image" for mount in mounts):
                raise InvalidParameter(
                    "image mounts are not possible with users of the container's own; use "
                    "--userns=host"
                )
            self._mounting[id] = image_mounts.uses(id, mounts, running=False)
            undo.callback(self._mounting.pop, id, None)
            for mount in mounts:
                if mount.type == "bind" and not mount.create_source:
                    await self._folders.locate(mount.source, read_only=not mount.read_write)
            if host_config.network_mode.startswith("container:"):
                self._records.get(host_config.network_mode.removeprefix("container:"))
            network_mode.check(config, host_config)
            if host_config.links:
                kept = None  # Those on other networks are in their endpoints.
                if host_config.network_mode == BRIDGE:
                    kept = links.resolved(name, host_config.links, self._records.get)
                host_config = msgspec.structs.replace(host_config, links=kept)
            endpoints = network_mode.endpoints(config, host_config, networking, self._networks.get)
            undo.push_async_callback(self._drop_volumes, mounts)
            await self._make_volumes(mounts, host_config)
            undo.push_async_callback(self._snapshotter.remove, id)
            await self._snapshotter.prepare(id, image.chain)
            undo.push_async_callback(image_mounts.remove, self._snapshotter, id, mounts)
            await image_mounts.prepare(self._snapshotter, id, mounts)
            folder = self._runs.folder(id)
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.mkdir(mode=0o710, parents=True)
            path, args = configure.command(merged)
            container = Container(
                id=id,
                name=name,
                created_ns=time.time_ns(),
                image_id=image.id,
                layers=image.chain,
                path=path,
                args=args,
                config=merged,
                host_config=host_config,
                mounts=mounts,
                endpoints=endpoints,
                ids=self._id_ranges.take(id, own_ids) if own_ids else None,
            )
            await self._records.add(container)
            self._id_ranges.settle(id)
            del self._creating[id], self._mounting[id]
            undo.pop_all()
        self._emit(container, "create")
        said = configure.warnings(host_config, self._host)
        return id, [*foreign, *warnings, *said]

    async def _foreign(self, image: Image, platform: str | None) -> Sequence[str]:
        """Warnings of an image for another machine."""
        wanted, own = image.platform.normal, self._images.platform
        if serves(wanted, own):
            return []
        reason = obstacle(wanted.architecture, own.architecture, await finished(None, emulators))
        lacking = f"The container cannot run on this machine ({own}): {reason}" if reason else ""
        return [text for text in (self._images.foreign(image, platform), lacking) if text]

    @staticmethod
    def _host_name(id: str, host_config: HostConfig) -> str:
        """What a container calls itself unless it is told."""
        shares = HOST in (host_config.network_mode, host_config.uts_mode)
        return os.uname().nodename if shares else lookup.short(id)

    async def _make_volumes(self, mounts: Sequence[MountPoint], host_config: HostConfig) -> None:
        for mount in mounts:
            if mount.type == "volume":
                asked = next(
                    (m for m in host_config.mounts or () if m.target == mount.target), None
                )
                options = asked.volume_options if asked else None
                driver = options.driver_config if options else None
                try:
                    await self._volumes.create(
                        mount.name,
                        mount.driver,
                        driver.options if driver else None,
                        options.labels if options else None,
                        anonymous=mount.anonymous,
                    )
                except NotFound as error:
                    # Not 404: a client would take that for a missing image.
                    raise InvalidParameter(str(error)) from error

    async def _drop_volumes(self, mounts: Sequence[MountPoint]) -> None:
        """Remove the anonymous volumes of a container that is no more."""
        for mount in mounts:
            if mount.anonymous:
                with contextlib.suppress(EngineError):
                    await self._volumes.remove(mount.name)

    # Running

    async def start(self, id: str) -> None:
        await self._runs.start(self._records.get(id).id)

    @contextlib.contextmanager
    def secret_environment(self, id: str, variables: Sequence[str]) -> Iterator[None]:
        """Variables for a container that is started meanwhile; they are kept nowhere."""
        self._runs.preparation.secret_environment[id] = variables
        try:
            yield
        finally:
            del self._runs.preparation.secret_environment[id]

    async def stop(self, id: str, timeout: int | None, signal: str | None) -> None:
        """Raises NotModified when it does not run, SystemFailure when it cannot be killed."""
        container = self._records.get(id)
        number = configure.parse_signal(signal or container.config.stop_signal or "SIGTERM")
        if container.state.status == "restarting":
            self._records.set_state(container.id, manually_stopped=True)
            self._runs.cancel_restart(container.id)
            self._emit(container, "stop")
            return
        if not lifecycle.alive(container):
            if container.host_config.restart_policy.name == "unless-stopped":
                self._records.set_state(container.id, manually_stopped=True)
            raise NotModified(f"container {container.id} is not running")
        self._records.set_state(container.id, manually_stopped=True)
        if timeout is None:
            timeout = container.config.stop_timeout
        await self._stop_process(container, number, STOP_TIMEOUT if timeout is None else timeout)
        self._emit(container, "stop")

    async def _stop_process(self, container: Container, number: int, timeout: int) -> None:
        """Signal, wait (for ever when `timeout` is negative), then SIGKILL."""
        exited = self._records.waiter(container, "next-exit")
        if self._runs.signal(container.id, number):
            self._emit(container, "kill", signal=str(number))
        await self._let_go_on(container)
        done, _ = await asyncio.wait({exited}, timeout=None if timeout < 0 else timeout)
        if done:
            return
        if self._runs.signal(container.id, 9):
            self._emit(container, "kill", signal="9")
        done, _ = await asyncio.wait({exited}, timeout=KILL_TIMEOUT)
        if not done:
            raise SystemFailure(
                f"cannot stop container: {container.id}: tried to kill container, but did not "
                "receive an exit event; a process in it is stuck in the kernel (see its state "
                "with docker top)"
            )

    async def _let_go_on(self, container: Container) -> None:
        """A signal reaches a frozen process only once that goes on."""
        with contextlib.suppress(Conflict, NotFound):
            await self._pausing.unpause(container.id)

    async def restart(self, id: str, timeout: int | None, signal: str | None) -> None:
        """Stop and start; what removes itself at its end stays for once."""
        container = self._records.get(id)
        with self._runs.kept(container.id):
            with contextlib.suppress(NotModified):
                await self.stop(container.id, timeout, signal)
            with contextlib.suppress(NotModified):
                await self._runs.start(container.id)
        self._emit(container, "restart")

    async def kill(self, id: str, signal: str) -> None:
        """Raises Conflict when it does not run, InvalidParameter for an unknown signal."""
        container = self._records.get(id)
        ends = False
        try:
            number = configure.parse_signal(signal or "SIGKILL")
            ends = number in (9, configure.parse_signal(container.config.stop_signal or "SIGTERM"))
            if ends and container.state.status == "restarting":
                self._records.set_state(container.id, manually_stopped=True)
                self._runs.cancel_restart(container.id)
                return
            lifecycle.require_alive(container)
        except EngineError as error:
            raise type(error)(f"cannot kill container: {id}: {error}") from error
        if ends:
            self._records.set_state(container.id, manually_stopped=True)
        exited = self._records.waiter(container, "next-exit")
        self._runs.signal(container.id, number)
        self._emit(container, "kill", signal=str(number))
        if ends:
            await self._let_go_on(container)
        if number == 9:
            await asyncio.wait({exited}, timeout=KILL_TIMEOUT)

    async def pause(self, id: str) -> None:
        """Raises Conflict unless it runs unpaused."""
        await self._pausing.pause(self._records.get(id).id)

    async def unpause(self, id: str) -> None:
        """Raises Conflict unless it is paused."""
        await self._pausing.unpause(self._records.get(id).id)

    def waiter(self, id: str, condition: str) -> Awaitable[int]:
        """Registers at once; await the result for the exit code."""
        return self._records.waiter(self._records.get(id), condition)

    # Changing

    async def rename(self, id: str, name: str) -> None:
        container = self._records.get(id)
        if not name:
            raise InvalidParameter("Neither old nor new names may be empty")
        async with self._records.lock(container.id):
            container = self._records.get(container.id)
            if name.removeprefix("/") == container.name:
                raise InvalidParameter(
                    "Renaming a container with the same name as its current name"
                )
            try:
                renamed = await self._records.rename(container, name)
            except EngineError as error:
                text = str(error).replace(
                    f"name ({name.removeprefix('/')})", f"name (/{name.removeprefix('/')})"
                )
                raise type(error)(f"Error when allocating new name: {text}") from error
            names = {
                endpoint.network_id: dns_names(renamed, endpoint)
                for endpoint in renamed.endpoints
                if endpoint.network_name != BRIDGE
            }
            self._networks.rename(renamed.id, renamed.name, names)
        await self._follow_name(container.name, renamed.name)
        self._events.publish(
            "container", "rename", renamed.id, attributes(renamed, oldName=f"/{container.name}")
        )

    async def update(
        self, id: str, resources: HostConfig, restart_policy: RestartPolicy
    ) -> Sequence[str]:
        """Change limits and the restart policy; values that are zero or empty stay as they are.

        Warnings. Raises Conflict, InvalidParameter.
        """
        container = self._records.get(id)
        wanted = msgspec.structs.replace(resources, restart_policy=restart_policy)
        async with self._records.lock(container.id):
            container = self._records.get(container.id)
            try:
                if container.state.status in ("removing", "dead"):
                    raise Conflict('Container is marked for removal and cannot be "update".')
                host_config, warnings = limits.update(container.host_config, wanted, self._host)
                host_config = configure.check_host_config(host_config, self._host)
                if lifecycle.alive(container):
                    block_devices = devices.block_numbers(host_config)
                    in_force = spec.resources(host_config, self._host, block_devices)
                    in_force.setdefault("pids", {"limit": spec.NO_PIDS_LIMIT})
                    await self._runtime.update(container.id, in_force)
            except EngineError as error:
                raise type(error)(f"Cannot update container {container.id}: {error}") from error
            container = msgspec.structs.replace(
                self._records.get(container.id), host_config=host_config
            )
            await asyncio.wrap_future(self._records.save(container, durable=True))
        self._emit(container, "update")
        return warnings

    async def _follow_name(self, old: str, new: str) -> None:
        """Let links to and from a renamed container name it as it is now."""
        for id in [container.id for container in self._records if container.host_config.links]:
            container = self._records.get(id)
            told = links.renamed(container.host_config.links or (), old, new)
            if told != container.host_config.links:
                changed = msgspec.structs.replace(container.host_config, links=told)
                container = msgspec.structs.replace(container, host_config=changed)
                await asyncio.wrap_future(self._records.save(container, durable=True))

    async def connect(self, id: str, network: str, config: EndpointConfig) -> None:
        """Join a network, now if it runs. Raises Forbidden, InvalidParameter, NotFound."""
        container = self._records.get(id)
        joined = self._networks.get(network)
        async with self._records.lock(container.id):
            before = self._records.get(container.id)
            container = await self._endpoints.added(
                before, joined, config, running=_has_network(before)
            )
            if _has_network(before):
                self._runs.own_files.follow(before, container)
            await self._save_endpoints(container)

    async def disconnect(self, id: str, network: str, *, force: bool) -> None:
        """Raises Forbidden when it is not on the network; not with `force`."""
        container = self._records.get(id)
        left = self._networks.get(network)
        async with self._records.lock(container.id):
            before = self._records.get(container.id)
            if not any(endpoint.network_id == left.id for endpoint in before.endpoints):
                if force:
                    return
                raise Forbidden(f"container {before.id} is not connected to network {left.name}")
            if before.host_config.network_mode == HOST:
                raise InvalidParameter(network_mode.HOSTS)
            if _has_network(before):
                netns = self._networks.pinned(before.id)
                await self._networks.disconnect(before.id, left.id, netns)
            kept = tuple(e for e in before.endpoints if e.network_id != left.id)
            container = msgspec.structs.replace(before, endpoints=kept)
            if _has_network(before):
                self._runs.own_files.follow(before, container)
            await self._save_endpoints(container)

    async def _save_endpoints(self, container: Container) -> None:
        # Its health may have changed meanwhile.
        present = msgspec.structs.replace(
            self._records.get(container.id),
            endpoints=container.endpoints,
            ports=self._networks.ports(container.id),
        )
        await asyncio.wrap_future(self._records.save(present, durable=True))

    # Ending

    async def remove(self, id: str, *, force: bool, volumes: bool, link: bool = False) -> None:
        """Raises Conflict for a running container without `force`."""
        if link:
            await self._remove_link(id)
            return
        container = self._records.get(id)
        lifecycle.require_removable(container, force=force)
        for _ in range(STARTS_OVERCOME):
            if container.state.status == "restarting":
                self._runs.cancel_restart(container.id)
            if lifecycle.alive(container):
                self._records.set_state(container.id, manually_stopped=True)
                await self._stop_process(container, 9, KILL_TIMEOUT)
            try:
                await self._remove(container, volumes=volumes)
                return
            except Conflict:
                container = self._records.get(container.id)
                if not force or not lifecycle.alive(container):
                    raise
        raise Conflict(
            f"cannot remove container {container.id}: it was started again each time it was "
            "killed; stop whatever starts it"
        )

    async def _remove_link(self, name: str) -> None:
        """Let a container forget the other that it knows as `name`, CONTAINER/ALIAS."""
        owner, _, alias = name.removeprefix("/").rpartition("/")
        if not owner:
            raise Conflict("Conflict, cannot remove the default link name of the container")
        before = self._records.get(owner)
        async with self._records.lock(before.id):
            before = self._records.get(before.id)
            kept = [t for t in before.host_config.links or () if links.parse(t)[1] != alias]
            if len(kept) == len(before.host_config.links or ()):
                raise NotFound(f"No such link: {name}")
            changed = msgspec.structs.replace(before.host_config, links=kept)
            container = msgspec.structs.replace(before, host_config=changed)
            if _has_network(before):
                self._runs.own_files.follow(before, container)
            await asyncio.wrap_future(self._records.save(container, durable=True))

    async def _remove_quietly(self, container: Container) -> None:
        """Remove a container that removes itself; a failure is logged, as nobody waits for it."""
        try:
            await self._remove(container, volumes=container.host_config.auto_remove)
        except Conflict:
            log.info("%s runs again and is removed when that ends", container.name)
        except EngineError:
            log.exception("removing %s", container.name)

    async def _remove(self, container: Container, *, volumes: bool) -> None:
        async with self._records.lock(container.id):
            if container.id not in self._records:
                return
            container = self._records.get(container.id)
            if lifecycle.alive(container):
                lifecycle.require_removable(container, force=False)
            self._records.set_state(container.id, status="removing")
            self._runs.drop_streams(container.id)
            await self._snapshotter.remove(container.id)
            await image_mounts.remove(self._snapshotter, container.id, container.mounts)
            folder = self._runs.folder(container.id)
            # Who begins to follow the log in this moment makes the file anew.
            while folder.exists():
                await asyncio.to_thread(_remove_tree, folder)
            await self._records.remove(container)
        self._execs.forget(container.id)
        if volumes:
            await self._drop_volumes(container.mounts)
        self._emit(container, "destroy")

    async def prune(self, filters: Filters) -> tuple[Sequence[str], int]:
        """Remove stopped containers; their ids and the bytes their own files took."""
        before = self._until(filters)
        removed, freed = [], 0
        for container in tuple(self._records):
            stopped = container.state.status in ("created", "exited", "dead")
            if not stopped or container.created_ns > before:
                continue
            if not filters.matches_labels(container.config.labels):
                continue
            try:
                usage = await self._snapshotter.usage(container.id)
                await self._remove(container, volumes=False)
            except (Conflict, NotFound) as error:
                # Started or removed by somebody else in between.
                log.info("prune passed over %s: %s", container.name, error)
                continue
            removed.append(container.id)
            freed += usage.size
        return removed, freed

    @staticmethod
    def _until(filters: Filters) -> int:
        now = time.time_ns()
        moments = [lookup.parse_time(text, now) for text in filters.values("until")]
        return min(moments, default=now)

    # Streams

    async def attach(
        self, id: str, *, stdin: bool, stdout: bool, stderr: bool, stream: bool, logs: bool
    ) -> Attachment:
        """The container's streams, now or once it starts. Raises Conflict when it is paused."""
        container = self._records.get(id)
        if container.state.status == "paused":
            raise Conflict(
                f"container {container.id} is paused, unpause the container before attach"
            )
        options = LogOptions(stdout=stdout, stderr=stderr, follow=stream)
        history = self._history(container.id, options) if logs else None
        # Where the log is followed it has all output, once and in order; the live stream would
        # repeat some of it or leave a gap.
        live = stream and not (logs and lifecycle.alive(container))
        if stream:
            future = await self._runs.stream(container)
        else:
            future = asyncio.get_running_loop().create_future()
            future.set_result(None)
        streams = ({1} if stdout else set()) | ({2} if stderr else set())
        self._emit(container, "attach")
        return Attachment(
            future,
            terminal=container.config.tty,
            stdin=stdin and container.config.open_stdin,
            streams=frozenset(streams),
            history=history,
            live=live,
            spool=Spool(self._runs.folder(container.id)),
            patience=ONLOOKER if lifecycle.alive(container) else FROM_START,
        )

    async def _history(self, id: str, options: LogOptions) -> AsyncIterator[tuple[int, bytes]]:
        async for batch in self.logs(id, options):
            for entry in batch:
                yield entry

    def logs(self, id: str, options: LogOptions) -> AsyncIterator[logs.Batch]:
        """Entries in batches, oldest first. Raises NotFound, Conflict, Unsupported before them.

        What does not run is not followed, nor is a run that ends beyond it, as in Docker.
        """
        container = self._records.get(id)
        if container.state.status in ("removing", "dead"):
            raise Conflict("can not get logs from container which is dead or marked for removal")
        if container.host_config.log_config.type == "none":
            raise Unsupported("configured logging driver does not support reading")
        ended = self._runs.ended(container.id)
        path = self._runs.log_path(container.id)
        return logs.read(path, options, ended, self._watches)

    async def resize(self, id: str, height: int, width: int) -> None:
        container = self._records.get(id)
        lifecycle.require_alive(container)
        if not 0 <= height <= 65535 or not 0 <= width <= 65535:
            raise InvalidParameter(f"a terminal of {height} by {width} characters is not possible")
        with contextlib.suppress(OSError):
            self._runtime.resize(self._runs.bundle(container.id), height, width)
        self._emit(container, "resize", height=str(height), width=str(width))

    # Execs

    async def exec_create(self, id: str, config: ExecConfig) -> str:
        return self._execs.create(self._records.get(id), config)

    async def exec_start(
        self, exec_id: str, *, detach: bool, tty: bool, console_size: tuple[int, int] | None
    ) -> Attachment | None:
        return await self._execs.start(exec_id, detach=detach, console_size=console_size)

    def exec_check(self, exec_id: str) -> None:
        """Raises NotFound, or Conflict when its container cannot run anything now."""
        self._execs.check(exec_id)

    def exec_inspect(self, exec_id: str) -> ExecState:
        return self._execs.get(exec_id)

    def exec_ids(self, id: str) -> Sequence[str]:
        return self._execs.of(id)

    async def exec_resize(self, exec_id: str, height: int, width: int) -> None:
        await self._execs.resize(exec_id, height, width)

    async def exec_finished(self, exec_id: str) -> str:
        """Wait for its end; why its program could not be run, "" when it ran."""
        await self._execs.finished(exec_id)
        return self._execs.refusal(exec_id)

    # Measuring

    async def top(self, id: str, ps_args: str) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """ps(1)'s table of the container's processes. Raises Conflict, InvalidParameter."""
        container = self._records.get(id)
        lifecycle.require_alive(container)
        pids = self._runtime.processes(self._runs.cgroup(container))
        table = await processes_table.table(ps_args or "-ef", pids)
        self._emit(container, "top")
        return table

    def listeners(self, id: str) -> Sequence[Listener]:
        """Sockets that wait for others where the container lives. Raises Conflict."""
        container = self._records.get(id)
        lifecycle.require_alive(container)
        process = container.state.process
        if process is None:
            return []
        try:
            return listeners.listeners(process.pid)
        except OSError:
            return []  # it has just ended

    async def stats(self, id: str) -> StatsSample:
        container = self._records.get(id)
        group, network = None, ""
        process = container.state.process
        if lifecycle.alive(container) and process is not None:
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                group = self._runtime.sample(self._runs.cgroup(container))
                network = Path(f"/proc/{process.pid}/net/dev").read_text()
        return StatsSample(
            id=container.id,
            name=container.name,
            read_ns=time.time_ns(),
            group=group,
            system_cpu_ns=_system_cpu_ns(),
            online_cpus=self._host.cpus,
            machine_memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            network=network if container.host_config.network_mode != HOST else "",
            cgroup_version=self._host.cgroup_version,
        )

    async def usage(self, id: str) -> tuple[int, int]:
        """Bytes of the writable layer, and of the whole root file system."""
        container = self._records.get(id)
        own = await self._snapshotter.usage(container.id)
        below = 0
        for count in range(1, len(container.layers) + 1):
            layer = await self._snapshotter.layer(container.layers[:count])
            below += layer.size if layer else 0
        return own.size, own.size + below

    # Files

    async def changes(self, id: str) -> Sequence[Change]:
        container = self._records.get(id)
        # The runtime makes these where an image lacks them, only to mount something there.
        mounted = {*spec.MOUNT_POINTS, *(mount.target for mount in container.mounts)}
        return await self._snapshotter.changes(container.id, container.layers, mounted)

    def difference(self, id: str, newest_ns: int | None = None) -> AsyncGenerator[bytes, None]:
        """What the container changed in its image, as a layer; without what was mounted.

        What is younger than `newest_ns` is told as of that time.
        """
        container = self._records.get(id)
        mounted = {*spec.MOUNT_POINTS, *(mount.target for mount in container.mounts)}
        return self._snapshotter.diff(container.id, container.layers, mounted, newest_ns=newest_ns)

    @contextlib.contextmanager
    def holding(self, id: str, image: Image) -> Iterator[None]:
        """Keep an image and its layers, as a container of that id would."""
        self._creating[id] = ImageUse(
            container=id, image=image.id, layers=image.chain, running=False
        )
        try:
            yield
        finally:
            self._creating.pop(id, None)

    async def entries(self, id: str, path: str, *, after: bytes, limit: int) -> Listing:
        return await self._archives.entries(self._records.get(id), path, after=after, limit=limit)

    async def delete_path(self, id: str, path: str) -> None:
        await self._archives.remove(self._records.get(id), path)

    async def rename_path(self, id: str, path: str, new: bytes) -> None:
        await self._archives.rename(self._records.get(id), path, new)

    async def write_path(
        self, id: str, path: str, content: bytes, *, size: int | None, mtime_ns: int | None
    ) -> int:
        container = self._records.get(id)
        return await self._archives.write(container, path, content, size=size, mtime_ns=mtime_ns)

    async def archive_stat(self, id: str, path: str) -> PathStat:
        return await self._archives.stat(self._records.get(id), path)

    def archive_get(self, id: str, path: str) -> AsyncIterator[bytes]:
        container = self._records.get(id)
        self._emit(container, "archive-path")
        return self._archives.get(container, path)

    async def archive_put(
        self,
        id: str,
        path: str,
        stream: AsyncIterator[bytes],
        *,
        no_overwrite: bool,
        copy_uid_gid: bool,
    ) -> None:
        container = self._records.get(id)
        await self._archives.put(
            container, path, stream, no_overwrite=no_overwrite, as_user=copy_uid_gid
        )
        self._emit(container, "extract-to-dir")

    def export(self, id: str) -> AsyncIterator[bytes]:
        container = self._records.get(id)
        self._emit(container, "export")
        return self._archives.export(container)

    async def commit(
        self,
        id: str,
        *,
        reference: str,
        comment: str,
        author: str,
        pause: bool,
        changes: Sequence[str],
        config: Config | None,
    ) -> str:
        """A new image of the container's layers and its changes; the image's id."""
        container = self._records.get(id)
        run_config = committed_config(container.config, config, changes)
        async with self._pausing.paused(container) if pause else contextlib.nullcontext():
            image = await self._images.create(
                container.image_id,
                self._snapshotter.diff(container.id, container.layers, spec.MOUNT_POINTS),
                run_config,
                reference=reference,
                comment=comment,
                author=author,
                created_by=" ".join(configure.words(container.config.cmd) or ()),
                container=container.id,
            )
        self._emit(container, "commit", comment=comment, imageID=image.id, imageRef=reference)
        return image.id

    # Inside

    def _image_uses(self) -> Sequence[ImageUse]:
        known = [
            ImageUse(
                container=container.id,
                image=container.image_id,
                layers=container.layers,
                running=lifecycle.alive(container),
            )
            for container in self._records
        ]
        for container in self._records:
            running = lifecycle.alive(container)
            known += image_mounts.uses(container.id, container.mounts, running=running)
        promised = [use for uses in self._mounting.values() for use in uses]
        return [*known, *self._creating.values(), *promised]

    def _volume_users(self, name: str) -> Ids:
        return [
            container.id
            for container in self._records
            if name in mountpoints.volume_names(container.mounts)
        ]

    async def _sweep_folders(self) -> None:
        """Delete what an interrupted create or remove left; nothing a record names."""
        for parent in (self._config.paths.containers, self._config.paths.bundles):
            if parent.is_dir():
                for folder in parent.iterdir():
                    if folder.name not in self._records:
                        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
        snapshots = self._config.paths.snapshots
        if snapshots.is_dir():
            for folder in snapshots.iterdir():
                id = image_mounts.owner(folder.name)
                if len(id) == 64 and id not in self._records:
                    await self._snapshotter.remove(folder.name)

    def _emit(self, container: Container, action: str, **more: str) -> None:
        self._events.publish("container", action, container.id, attributes(container, **more))


def _defaults(image: Image) -> ImageDefaults:
    config = image.document.config
    health = config.healthcheck
    return ImageDefaults(
        env=tuple(config.env),
        cmd=tuple(config.cmd) if config.cmd is not None else None,
        entrypoint=tuple(config.entrypoint) if config.entrypoint is not None else None,
        working_dir=config.working_dir,
        user=config.user,
        exposed_ports=tuple(config.exposed_ports),
        volumes=tuple(config.volumes),
        labels=config.labels,
        stop_signal=config.stop_signal,
        healthcheck=msgspec.convert(msgspec.to_builtins(health), HealthConfig) if health else None,
        shell=tuple(config.shell) if config.shell else None,
        on_build=tuple(config.on_build) or None,
    )


def _remove_tree(folder: Path) -> None:
    """Delete a folder; not an error when somebody adds to it or deletes it meanwhile."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno != errno.ENOTEMPTY:
            raise SystemFailure(f"cannot delete {folder}: {error}") from error


def _has_network(container: Container) -> bool:
    """Whether there is a network namespace to join things to now."""
    return lifecycle.alive(container) and container.state.process is not None


def _system_cpu_ns() -> int:
    """CPU time of the machine since boot (proc(5), the first line of /proc/stat)."""
    with Path("/proc/stat").open() as file:
        ticks = file.readline().split()[1:8]
    return sum(map(int, ticks)) * (10**9 // os.sysconf("SC_CLK_TCK"))
