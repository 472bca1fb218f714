"""What a container's process finds around it: volumes, files of its own in /etc, namespaces.

All of it is made ready and put into the OCI specification just before the process is created.
"""

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from davit_engine.config import Config
from davit_engine.containers import devices, image_mounts, lifecycle, links, seccomp, spec, users
from davit_engine.containers.model import Container
from davit_engine.containers.own_files import OwnFiles
from davit_engine.containers.records import Records
from davit_engine.containers.rootfs import Root
from davit_engine.containers.user_namespaces import OwnUsers, require_known
from davit_engine.errors import Conflict, InvalidParameter, NotFound
from davit_engine.folders import Folders
from davit_engine.kernel import mounts, processes
from davit_engine.networks.service import Networks
from davit_engine.snapshots.snapshotter import Snapshotter
from davit_engine.volumes import Volumes

INIT_PROGRAMS: Final = ("docker-init", "tini-static", "tini", "catatonit")

_SHM: Final = "shm"
"""Below a container's own folder: where memory that it shares is mounted."""


class Preparation:
    """Makes ready what a run needs besides its root file system and its networks."""

    def __init__(
        self,
        config: Config,
        host: spec.Host,
        records: Records,
        networks: Networks,
        volumes: Volumes,
        folders: Folders,
        snapshotter: Snapshotter,
        folder: Callable[[str], Path],
        own: OwnFiles,
    ) -> None:
        self._config = config
        self._host = host
        self._records = records
        self._networks = networks
        self._volumes = volumes
        self._folders = folders
        self._snapshotter = snapshotter
        self._folder = folder
        self._own = own
        self.secret_environment: dict[str, Sequence[str]] = {}
        """Variables of containers that no record may show."""

    async def specify(
        self,
        container: Container,
        root: Path,
        netns: Path | None,
        cgroup: str,
        own_users: OwnUsers | None,
    ) -> Mapping[str, object]:
        """The specification of a run. `own_users` is its user namespace; None is the host's."""
        host_config = container.host_config
        with Root(root) as inside:
            who = users.resolve(
                container.config.user,
                host_config.group_add or (),
                inside.read_text("etc/passwd"),
                inside.read_text("etc/group"),
            )
            require_known(who, container.ids)
            owner = container.ids.start if container.ids else 0
            _make_room(inside, container, owner)
            inside.make_working_dir(container.config.working_dir, owner)
        container, sources = await self._sources(container, root)
        own_files = self._own_files(container)
        if own_users is not None:
            flat = [mount.target for mount in container.mounts if mount.non_recursive]
            root = await own_users.show_root(root)
            own_files = await own_users.show(own_files)
            sources = await own_users.show(sources, flat)
        capabilities = spec.capability_set(host_config, self._host)
        profile = spec.security_options(host_config).get("seccomp", "")
        around = spec.Surroundings(
            root=str(root),
            user=who,
            namespaces=self._namespaces(container, netns, own_users),
            files=own_files,
            sources=sources,
            devices=devices.devices(host_config),
            block_devices=devices.block_numbers(host_config),
            cgroup=cgroup,
            init=_init_program() if host_config.init else "",
            seccomp=_profile(profile, self._host.machine, capabilities),
        )
        linked = [
            line
            for other, alias in self._own.linked(container)
            for line in links.environment(container.name, other, alias)
        ]
        secret = self.secret_environment.get(container.id, ())
        if linked or secret:
            env = [*linked, *container.config.env, *secret]
            config = msgspec.structs.replace(container.config, env=env)
            container = msgspec.structs.replace(container, config=config)
        return spec.build(container, around, self._host)

    def _namespaces(
        self, container: Container, netns: Path | None, users: OwnUsers | None
    ) -> spec.Namespaces:
        host_config = container.host_config
        # Records of earlier versions leave the mode open.
        cgroup_default = "private" if self._host.cgroup_version == 2 else "host"
        cgroup_mode = host_config.cgroupns_mode or cgroup_default
        return spec.Namespaces(
            user=str(users.user) if users is not None else None,
            network=str(netns) if netns is not None else None,
            pid=self._joined(host_config.pid_mode, "pid"),
            ipc=self._joined(host_config.ipc_mode, "ipc"),
            uts=None if host_config.uts_mode == "host" else "",
            cgroup="" if cgroup_mode == "private" else None,
        )

    def _joined(self, mode: str, kind: str) -> str | None:
        """A namespace mode as a path to join, "" for a new one, None for the host's."""
        if mode == "host":
            return None
        if mode.startswith("container:"):
            other = self._joinable(mode, kind)
            return f"/proc/{_pid(other)}/ns/{kind}"
        return ""

    def _joinable(self, mode: str, kind: str) -> Container:
        """The running container of a mode `container:NAME`.

        Raises InvalidParameter when there is none, and Conflict when it does not run.
        """
        try:
            other = self._records.get(mode.removeprefix("container:"))
        except NotFound as error:
            # Not 404: a client would take that for a missing image.
            raise InvalidParameter(str(error)) from error
        if not lifecycle.alive(other):
            raise Conflict(f"cannot join {kind} namespace of a non running container: {other.id}")
        if kind == "ipc" and other.host_config.ipc_mode in ("private", "none"):
            raise InvalidParameter(
                f"failed to join IPC namespace: container {other.id}: non-shareable IPC (hint: use "
                "IpcMode:shareable for the donor container)"
            )
        return other

    async def _sources(self, container: Container, root: Path) -> tuple[Container, dict[str, str]]:
        """Target to path here of every bind and volume, made and filled where that is due.

        And the container as the runtime shall see it: what is shared with this machine for reading
        only is mounted for reading only.
        """
        images = await image_mounts.mount_all(self._snapshotter, container)
        sources = {}
        mounted = []
        for mount in container.mounts:
            if mount.type == "bind":
                place = await self._folders.locate(
                    mount.source, read_only=not mount.read_write, create=mount.create_source
                )
                sources[mount.target] = place.path
                if place.read_only:
                    mount = msgspec.structs.replace(mount, read_write=False)
            elif mount.type == "volume":
                path = await self._volumes.mount(
                    mount.name, container.id, mount.target, mount.read_write
                )
                if mount.copy_up and not mount.subpath:
                    await self._volumes.copy_up(root, mount.target, mount.name, container.ids)
                sources[mount.target] = _subpath(path, mount.subpath, f"volume {mount.name}")
            elif mount.type == "image":
                image = Path(images[mount.target])
                sources[mount.target] = _subpath(image, mount.subpath, f"image {mount.source}")
            if mount.target in sources and not Path(sources[mount.target]).is_dir():
                # Nothing is below a file, and crun fails when it looks for it.
                mount = msgspec.structs.replace(mount, writable_below=True)
            mounted.append(mount)
        return msgspec.structs.replace(container, mounts=tuple(mounted)), sources

    async def release_volumes(self, container: Container) -> None:
        folder = self._folder(container.id) / _SHM
        if mounts.is_mounted(folder):
            mounts.unmount(folder, detach=True)
        await image_mounts.unmount_all(self._snapshotter, container)
        for mount in container.mounts:
            if mount.type == "volume":
                with contextlib.suppress(NotFound):
                    await self._volumes.unmount(mount.name, container.id)

    def _own_files(self, container: Container) -> dict[str, str]:
        """Write the container's hosts, hostname and resolv.conf; target to path on the host."""
        mode = container.host_config.network_mode
        owner = container
        if mode.startswith("container:"):
            owner = self._records.get(mode.removeprefix("container:"))
        folder = self._folder(owner.id)
        if owner is container:
            self._own.write(container)
        own = {path: str(folder / Path(path).name) for path in _OWN_FILES}
        shared = self._shared_memory(container)
        if shared is not None:
            own["/dev/shm"] = shared
        return own

    def _shared_memory(self, container: Container) -> str | None:
        """The /dev/shm that others may see, on this machine; None for one of its own."""
        mode = container.host_config.ipc_mode
        if mode == "host":
            return "/dev/shm"
        if mode.startswith("container:"):
            return self._shared_memory(self._joinable(mode, "ipc"))
        if mode != "shareable":
            return None
        folder = self._folder(container.id) / _SHM
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not mounts.is_mounted(folder):
            size = container.host_config.shm_size
            flags = mounts.MS_NOSUID | mounts.MS_NODEV | mounts.MS_NOEXEC
            mounts.mount("shm", folder, "tmpfs", flags, f"mode=1777,size={size}")
        return str(folder)


_OWN_FILES: Final = ("/etc/resolv.conf", "/etc/hostname", "/etc/hosts")

_KERNEL: Final = ("/dev/", "/proc/", "/sys/")


def _make_room(inside: Root, container: Container, owner: int) -> None:
    """Let nothing of the engine be mounted over a device of the container, such as /dev/null.

    Some images have links there in place of these files, so that none is used.
    """
    mounted = {mount.target for mount in container.mounts}
    for path in _OWN_FILES:
        # What else is wrong with the image is the runtime's to say.
        with contextlib.suppress(OSError):
            if path not in mounted and inside.leads(path).startswith(_KERNEL):
                inside.replace_link(path, owner)


def _pid(container: Container) -> int:
    return container.state.process.pid if container.state.process else 0


def _subpath(folder: Path, subpath: str, what: str) -> str:
    if not subpath:
        return str(folder)
    try:
        with Root(folder) as inside, inside.open(subpath, os.O_PATH) as descriptor:
            return str(Path(f"/proc/self/fd/{descriptor}").readlink())
    except OSError as error:
        raise InvalidParameter(f"cannot access path {subpath} of {what}") from error


def _init_program() -> str:
    for name in INIT_PROGRAMS:
        found = processes.find_program(name)
        if found:
            return found
    raise InvalidParameter(
        "--init needs a small init program on the engine's machine; install one (on Debian and "
        "Ubuntu: apt install tini)"
    )


def _profile(choice: str, machine: str, capabilities: Sequence[str]) -> Mapping[str, object] | None:
    if choice in ("", "unconfined", "builtin"):
        return None
    try:
        return seccomp.custom_profile(choice, machine, capabilities)
    except msgspec.MsgspecError as error:
        raise InvalidParameter(f"Decoding seccomp profile failed: {error}") from error
