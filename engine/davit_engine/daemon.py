"""Composition root: build adapters, hand them to services, serve, close in reverse order."""

import asyncio
import contextlib
import fcntl
import functools
import logging
import os
import signal
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

from davit_engine.api import tls
from davit_engine.api.engine import Engine, Facts
from davit_engine.api.gate import read_key
from davit_engine.api.server import GateAddress, Listening, make_app, serve
from davit_engine.build.service import Builder
from davit_engine.clock import Clock
from davit_engine.config import Config, Paths, RuntimeProgram
from davit_engine.containers import logging_options
from davit_engine.containers.model import LogConfig
from davit_engine.containers.service import Containers
from davit_engine.containers.spec import ALL_CAPABILITIES, Host
from davit_engine.errors import EngineError, InvalidParameter, SystemFailure
from davit_engine.events import EventBus
from davit_engine.folders import Folders, HostFolders, NativeFolders
from davit_engine.host_channel import HostChannel
from davit_engine.images.content import Content
from davit_engine.images.registry import Registry
from davit_engine.images.service import Images
from davit_engine.kernel import abilities, cgroups, nftables, processes, surroundings
from davit_engine.lookup import Filters
from davit_engine.networks.forwarded_ports import ForwardedPorts, own_address
from davit_engine.networks.native_ports import NativePorts
from davit_engine.networks.ports import HostPorts
from davit_engine.networks.service import Networks
from davit_engine.runtime.conmon import Conmon
from davit_engine.runtime.crun import Crun
from davit_engine.runtime.exec import TERMINAL_SOCKET
from davit_engine.runtime.oci import OciRuntime
from davit_engine.snapshots.choose import choose
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.starter import starter_archives
from davit_engine.store import Put, Store
from davit_engine.volumes import Volumes

log = logging.getLogger("davit_engine")

SAFE_CRUN = (1, 28)
"""The first crun without CVE-2026-47766; older ones get a warning in `info`."""


def run(config: Config, *, stop_containers: bool = False) -> None:
    """Run the daemon until SIGTERM or SIGINT. Raises EngineError when it cannot start.

    With `stop_containers` it takes over what an earlier daemon left running, stops it, leaves
    nothing of it in the kernel, and ends.
    """
    os.umask(0o077)
    surroundings.keep_descriptors()
    surroundings.raise_descriptor_limit()
    paths = config.paths
    logging_options.check(LogConfig(type=config.log_driver, config=config.log_opts))
    with own_data_root(paths), pid_file(config.pidfile):
        # No mount point is held busy by it, and conmon leaves a mark where it is when the kernel
        # kills for lack of memory.
        os.chdir(paths.exec)
        # Before asyncio makes a thread: a namespace belongs to a thread.
        surroundings.enter_mount_namespace(_shims(paths))
        surroundings.hide_hybrid_hierarchy()
        asyncio.run(_stop_containers(config) if stop_containers else _serve(config))


async def _serve(config: Config) -> None:
    stages = Stages()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    entrance = None
    if config.gate and config.gate_key is not None:
        entrance = GateAddress(config.gate, read_key(config.gate_key))
    identity = tls.load(config) if config.tlsverify else None
    async with contextlib.AsyncExitStack() as stack:
        store = Store(config.paths.database)
        stack.callback(store.close)
        stages.done("database open")
        engine = await stack.enter_async_context(build(config, store, stages))
        listening = await serve(make_app(engine), config.hosts, config.group, entrance, identity)
        stack.push_async_callback(_close_listening, listening)
        stages.done("listening on " + ", ".join(listening.addresses))
        loader = asyncio.create_task(_load_starters(engine.images, store))
        engine.images.arriving = loader
        stack.push_async_callback(_cancel, loader)
        log.info("ready after %.2f s", stages.elapsed)
        await stop.wait()
        await engine.builder.close()
        if config.live_restore:
            log.info("stopping; containers that run keep running")
        else:
            log.info("stopping, and the containers with it")
            await engine.containers.shut_down(config.shutdown_timeout)


async def _stop_containers(config: Config) -> None:
    with contextlib.closing(Store(config.paths.database)) as store:
        async with build(config, store, Stages()) as engine:
            await engine.containers.shut_down(config.shutdown_timeout)


@contextlib.asynccontextmanager
async def build(config: Config, store: Store, stages: "Stages") -> AsyncIterator[Engine]:
    """Everything behind the API, started; closed in reverse order."""
    paths = config.paths
    async with contextlib.AsyncExitStack() as stack:
        hierarchy = cgroups.detect()
        shims = f"{config.containers_cgroup.strip('/')}/shims"
        crun = Crun(config.runtime, paths.runtime)
        others = other_runtimes(config)
        conmon = Conmon(config.conmon, paths.exits)
        runtime = OciRuntime(crun, conmon, hierarchy, paths.bundles, shims, others)
        # What waits for the disk and for other programs goes on beside the rest.
        asking = asyncio.create_task(runtime.versions())
        stack.push_async_callback(_cancel, asking)
        loading = asyncio.create_task(asyncio.to_thread(nftables.load))
        stack.push_async_callback(_cancel, loading)
        events = EventBus()
        snapshotter = await choose(config)
        stack.push_async_callback(snapshotter.close)
        await snapshotter.recover()
        stages.done(f"layers: {snapshotter.name}")
        images = Images(config, store, events, Content(paths), snapshotter, Registry(config))
        ports, folders = _host_side(config, events, stack)
        volumes = Volumes(config, store, events, functools.partial(_located, folders))
        networks = Networks(config, store, events, ports)
        host = describe_host(hierarchy.version, (Path(config.runtime).name, *others))
        containers = Containers(
            config, host, store, events, images, networks, volumes, folders, snapshotter, runtime
        )
        await images.start()
        stack.push_async_callback(images.close)
        stages.done(f"images: {len(images)}")
        await volumes.start()
        # Without a runtime nothing may be started, and the engine neither.
        versions = await asking
        stages.done("runtime: " + ", ".join(f"{k} {v}" for k, v in versions.items()))
        stack.callback(hierarchy.remove, config.containers_cgroup)
        stack.callback(hierarchy.remove, shims)
        stack.push_async_callback(_close_networks, networks, containers)
        await containers.start_up()
        stack.push_async_callback(containers.close)
        await images.sweep()
        stages.done(
            f"containers: {len(containers.all())}, networks: {len(networks.list(Filters()))}"
        )
        builder = Builder(config, store, images, containers, snapshotter)
        await builder.start()
        stack.push_async_callback(builder.close)
        facts = await describe(config, store, snapshotter, versions, hierarchy.version)
        yield Engine(
            config=config,
            events=events,
            containers=containers,
            images=images,
            networks=networks,
            volumes=volumes,
            builder=builder,
            facts=facts,
        )


def _host_side(
    config: Config, events: EventBus, stack: contextlib.AsyncExitStack
) -> tuple[HostPorts, Folders]:
    """What opens ports and finds folders: this machine or, in a virtual one, its host."""
    if config.host_channel is None:
        return NativePorts(), NativeFolders()
    if not config.host_gateway_ip:
        raise InvalidParameter(
            "--host-channel needs --host-gateway-ip, the address of the host as seen from here"
        )
    channel = HostChannel(config.host_channel)
    channel.start()
    stack.push_async_callback(channel.aclose)
    clock = Clock(channel)
    clock.start()
    stack.push_async_callback(clock.aclose)
    ports = ForwardedPorts(
        channel,
        events,
        gateway=config.host_gateway_ip,
        own_ip=own_address(config.host_gateway_ip),
    )
    sockets = [host.removeprefix("unix://") for host in config.hosts if host.startswith("unix://")]
    own = [str(config.data_root), str(config.exec_root)]
    return ports, HostFolders(channel, own, sockets[0] if sockets else "")


async def _located(folders: Folders, source: str) -> str:
    return (await folders.locate(source)).path


def other_runtimes(config: Config) -> dict[str, Crun]:
    """The OCI runtimes that `--runtime` may name beside the usual one."""
    usual = Path(config.runtime).name
    chosen = dict(config.runtimes)
    for name in ("crun", "runc"):
        if name != usual and processes.find_program(name):
            chosen.setdefault(name, RuntimeProgram(path=name))
    if "runc" in chosen:
        # containerd's name for it, which dockerd takes, too.
        chosen.setdefault("io.containerd.runc.v2", chosen["runc"])
    chosen.pop(usual, None)
    return {
        name: Crun(
            setting.path,
            config.paths.other_runtimes / Path(setting.path).name,
            setting.runtime_args,
        )
        for name, setting in chosen.items()
    }


def describe_host(cgroup_version: int, runtimes: tuple[str, ...]) -> Host:
    held = surroundings.held_capabilities()
    return Host(
        machine=os.uname().machine,
        cgroup_version=cgroup_version,
        capabilities=frozenset(
            name for number, name in enumerate(ALL_CAPABILITIES) if held >> number & 1
        ),
        cpus=len(os.sched_getaffinity(0)),
        abilities=abilities.find(cgroup_version),
        runtimes=runtimes,
    )


async def describe(
    config: Config,
    store: Store,
    snapshotter: Snapshotter,
    versions: Mapping[str, str],
    cgroup_version: int,
) -> Facts:
    """What `docker info` shows of the engine itself."""
    ids = store.load("settings", str)
    engine_id = ids.get("engine-id")
    if engine_id is None:
        engine_id = str(uuid.uuid4())
        await store.commit([Put("settings", "engine-id", engine_id)])
    warnings = []
    version = tuple(int(part) for part in versions["crun"].split(".")[:2] if part.isdecimal())
    if config.runtime.endswith("crun") and version < SAFE_CRUN:
        warnings.append(
            f"WARNING: crun {versions['crun']} is older than 1.28 and has known holes "
            "(CVE-2026-47766); run only images you trust, or install a newer crun"
        )
    return Facts(
        id=engine_id,
        storage_driver=snapshotter.name,
        cgroup_version=str(cgroup_version),
        runtime=Path(config.runtime).name,
        runtimes={
            Path(config.runtime).name: config.runtime,
            **{name: other.program.name for name, other in other_runtimes(config).items()},
        },
        runtime_versions=versions,
        warnings=warnings,
    )


class Stages:
    """One log line for each stage of the start, with the time it took."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the start began."""
        return time.monotonic() - self._began

    def done(self, what: str) -> None:
        now = time.monotonic()
        log.info("%s (%.0f ms)", what, (now - self._last) * 1000)
        self._last = now


async def _load_starters(images: Images, store: Store) -> None:
    """Load the images that travel inside the product, once: who deletes them is rid of them."""
    known = store.load("settings", str)
    for archive in starter_archives():
        key = f"starter {archive.name}"
        if key in known:
            continue
        try:
            await images.load_file(archive)
            await store.commit([Put("settings", key, "loaded")])
        except (EngineError, OSError):
            log.exception("cannot load the starter image %s", archive)


async def _close_networks(networks: Networks, containers: Containers) -> None:
    await networks.close(keep=containers.any_alive)


async def _close_listening(listening: Listening) -> None:
    await listening.aclose()


async def _cancel(task: "asyncio.Task[Any]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@contextlib.contextmanager
def own_data_root(paths: Paths) -> Iterator[None]:
    """Make the folders and hold the lock. Raises SystemFailure naming the daemon that has it."""
    try:
        for folder in (paths.data, paths.exec):
            folder.mkdir(parents=True, exist_ok=True)
            # Others may pass through, to the socket, but not look around.
            folder.chmod(0o711)
        for folder in (
            paths.blobs,
            paths.ingest,
            paths.layers,
            paths.snapshots,
            paths.containers,
            paths.volumes,
            paths.builds,
            paths.build_caches,
            paths.build_records,
            paths.build_secrets,
            paths.bundles,
            paths.runtime,
            paths.exits,
            paths.netns,
        ):
            folder.mkdir(mode=0o700, exist_ok=True)
        lock = os.open(paths.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise SystemFailure(
            f"cannot use {error.filename or paths.data}: {error.strerror}. The engine must run as "
            "root and needs a data root (--data-root) and an exec root (--exec-root) it can write."
        ) from error
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(lock, 32, 0).decode(errors="replace").strip() or "unknown"
            raise SystemFailure(
                f"another engine (pid {holder}) uses {paths.data}; stop it, or give this one "
                "another --data-root and --exec-root"
            ) from error
        for stale in paths.exec.glob(f"{TERMINAL_SOCKET}*"):
            stale.unlink(missing_ok=True)
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(lock)


@contextlib.contextmanager
def pid_file(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{os.getpid()}\n")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _shims(paths: Paths) -> list[int]:
    """Pids of conmon processes that an earlier daemon left with running containers."""
    found = []
    for file in paths.bundles.glob("*/conmon.pid"):
        with contextlib.suppress(OSError, ValueError):
            pid = int(file.read_text())
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            if os.fsencode(file) in arguments:
                found.append(pid)
    return found
