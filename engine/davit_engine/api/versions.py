"""What a client of an older API version means by the same body, as dockerd understands it (pure).

Older versions did not know a field, so that what stands there was never in force, or had another
default (moby, api/server/router/container).
"""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec.structs import replace

from davit_engine.api import wire
from davit_engine.containers.model import BindOptions, EndpointConfig, HostConfig, Mount
from davit_engine.errors import InvalidParameter

Version: TypeAlias = tuple[int, int]


def created(
    body: wire.ContainerCreate, version: Version, *, cgroup_version: str
) -> wire.ContainerCreate:
    """A body of POST /containers/create as the present version would say it.

    Raises InvalidParameter for what would be unsafe to pass over.
    """
    if version >= (1, 45):
        return body
    networks: Mapping[str, EndpointConfig] = body.networking_config.endpoints_config
    health = body.healthcheck
    if version < (1, 44):
        if len(networks) > 1:
            raise InvalidParameter(
                f"Container cannot be created with multiple network endpoints: "
                f"{', '.join(networks)}"
            )
        # The address was the container's, and one of a network meant nothing.
        networks = {
            name: replace(endpoint, mac_address=body.mac_address)
            for name, endpoint in networks.items()
        }
        if health is not None:
            health = replace(health, start_interval=0)
    host_config = body.host_config
    if host_config.mounts:
        mounts = [_mount(mount, version) for mount in host_config.mounts]
        host_config = replace(host_config, mounts=mounts)
    return replace(
        body,
        healthcheck=health,
        host_config=_host_config(host_config, version, cgroup_version),
        networking_config=replace(body.networking_config, endpoints_config=dict(networks)),
    )


def _host_config(value: HostConfig, version: Version, cgroup_version: str) -> HostConfig:
    if version < (1, 43):
        value = replace(value, annotations=None)
    if version < (1, 42):
        value = replace(value, console_size=(0, 0))
    if version < (1, 41) and cgroup_version == "1" and not value.cgroupns_mode:
        value = replace(value, cgroupns_mode="host")
    if version < (1, 40):
        value = replace(value, kernel_memory_tcp=None, ipc_mode=value.ipc_mode or "shareable")
    if version < (1, 25):
        # The client removed it.
        value = replace(value, auto_remove=False)
    return value


def _mount(mount: Mount, version: Version) -> Mount:
    options = mount.bind_options
    if mount.volume_options is not None and mount.volume_options.subpath:
        raise InvalidParameter("VolumeOptions.Subpath needs API v1.45 or newer")
    if version < (1, 44) and mount.type == "bind":
        if options is not None and options.read_only_force_recursive:
            raise InvalidParameter("BindOptions.ReadOnlyForceRecursive needs API v1.44 or newer")
        if mount.read_only:
            options = replace(options or BindOptions(), read_only_non_recursive=True)
    if version < (1, 42):
        if options is not None:
            options = replace(options, create_mountpoint=False)
        mount = replace(
            mount,
            volume_options=mount.volume_options if mount.type == "volume" else None,
            tmpfs_options=mount.tmpfs_options if mount.type == "tmpfs" else None,
        )
    if version < (1, 40) and options is not None:
        options = replace(options, non_recursive=False)
    return replace(mount, bind_options=options)


def updated(limits: HostConfig, version: Version) -> HostConfig:
    """A body of POST /containers/{id}/update likewise."""
    return replace(limits, pids_limit=None) if version < (1, 40) else limits
