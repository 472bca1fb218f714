"""The body of POST /containers/create for a RunSpec."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from davit_desktop.client.run_spec import MountSpec, RunSpec, Ulimit
from davit_desktop.client.types import Json


def create_body(spec: RunSpec) -> Json:
    """The body of POST /containers/create; what is at its default is left out."""
    attached = spec.attached
    body: Json = {
        "Image": spec.image,
        "AttachStdin": "stdin" in attached,
        "AttachStdout": "stdout" in attached,
        "AttachStderr": "stderr" in attached,
        "OpenStdin": spec.interactive,
        "StdinOnce": spec.interactive and "stdin" in attached,
        "Tty": spec.tty,
        "Cmd": list(spec.command) or None,
        "Entrypoint": None if spec.entrypoint is None else [spec.entrypoint],
        "Env": list(spec.env),
        "Labels": spec.labels,
        "WorkingDir": spec.workdir,
        "User": spec.user,
        "Hostname": spec.hostname,
        "Domainname": spec.domainname,
        "StopSignal": spec.stop_signal,
        "StopTimeout": spec.stop_timeout,
        "Healthcheck": _healthcheck(spec),
        "ExposedPorts": _exposed(spec),
        "Volumes": {v: {} for v in spec.volumes if ":" not in v},
        "HostConfig": _host_config(spec),
        "NetworkingConfig": _endpoints(spec),
    }
    return without_empty(body, keep=("Image", "HostConfig", "StopTimeout", "Entrypoint"))


def _exposed(spec: RunSpec) -> Json:
    ports = [f"{p.container_port}/{p.protocol}" for p in spec.ports]
    return {port: {} for port in (*ports, *spec.expose)}


def _healthcheck(spec: RunSpec) -> Json | None:
    if spec.no_healthcheck:
        return {"Test": ["NONE"]}
    check = {
        "Test": ["CMD-SHELL", spec.health_cmd] if spec.health_cmd else None,
        "Interval": spec.health_interval,
        "Timeout": spec.health_timeout,
        "StartPeriod": spec.health_start_period,
        "StartInterval": spec.health_start_interval,
        "Retries": spec.health_retries,
    }
    return without_empty(check) or None


def _port_bindings(spec: RunSpec) -> Json:
    bindings: Json = {}
    for port in spec.ports:
        key = f"{port.container_port}/{port.protocol}"
        binding = {"HostIp": port.host_ip, "HostPort": port.host_port}
        bindings.setdefault(key, []).append(binding)
    return bindings


def _endpoints(spec: RunSpec) -> Json | None:
    endpoints: Json = {}
    for index, network in enumerate(spec.networks):
        ipam = {
            "IPv4Address": network.ip,
            "IPv6Address": network.ip6,
            "LinkLocalIPs": list(network.link_local_ips),
        }
        endpoint = {
            "Aliases": list(network.aliases),
            "IPAMConfig": without_empty(ipam),
            "MacAddress": network.mac_address,
            "DriverOpts": network.driver_options,
            "GwPriority": network.gateway_priority,
            "Links": list(spec.link) if index == 0 and network.is_user_defined else [],
        }
        endpoint = without_empty(endpoint)
        if endpoint or network.is_user_defined:
            endpoints[network.name] = endpoint
    return {"EndpointsConfig": endpoints} if endpoints else None


def _host_config(spec: RunSpec) -> Json:
    policy, _, retries = spec.restart.partition(":")
    security, masked = _system_paths(spec.security_opt)
    config: Json = {
        "AutoRemove": spec.rm,
        "Binds": [volume for volume in spec.volumes if ":" in volume],
        "VolumeDriver": spec.volume_driver,
        "VolumesFrom": list(spec.volumes_from),
        "Mounts": [_mount_body(mount) for mount in spec.mounts],
        "Tmpfs": spec.tmpfs,
        "ReadonlyRootfs": spec.read_only,
        "StorageOpt": spec.storage_opt,
        "ShmSize": spec.shm_size,
        "NetworkMode": spec.networks[0].name if spec.networks else "default",
        "PortBindings": _port_bindings(spec),
        "PublishAllPorts": spec.publish_all,
        "ExtraHosts": list(spec.add_host),
        "Dns": list(spec.dns),
        "DnsOptions": list(spec.dns_option),
        "DnsSearch": list(spec.dns_search),
        "Links": list(spec.link),
        "RestartPolicy": {"Name": policy, "MaximumRetryCount": int(retries or 0)},
        "LogConfig": without_empty({"Type": spec.log_driver, "Config": spec.log_opt}),
        "Annotations": spec.annotations,
        "ContainerIDFile": spec.cidfile,
        "GroupAdd": list(spec.group_add),
        "Init": spec.init,
        "Memory": spec.memory,
        "MemoryReservation": spec.memory_reservation,
        "MemorySwap": spec.memory_swap,
        "MemorySwappiness": None if spec.memory_swappiness == -1 else spec.memory_swappiness,
        "NanoCpus": spec.nano_cpus,
        "CpuShares": spec.cpu_shares,
        "CpuPeriod": spec.cpu_period,
        "CpuQuota": spec.cpu_quota,
        "CpuRealtimePeriod": spec.cpu_rt_period,
        "CpuRealtimeRuntime": spec.cpu_rt_runtime,
        "CpusetCpus": spec.cpuset_cpus,
        "CpusetMems": spec.cpuset_mems,
        "PidsLimit": spec.pids_limit,
        "OomKillDisable": spec.oom_kill_disable,
        "OomScoreAdj": spec.oom_score_adj,
        "Ulimits": _ulimits(spec.ulimits),
        "BlkioWeight": spec.blkio_weight,
        "BlkioWeightDevice": _rates(spec.blkio_weight_device, "Weight"),
        "BlkioDeviceReadBps": _rates(spec.device_read_bps),
        "BlkioDeviceWriteBps": _rates(spec.device_write_bps),
        "BlkioDeviceReadIOps": _rates(spec.device_read_iops),
        "BlkioDeviceWriteIOps": _rates(spec.device_write_iops),
        "Privileged": spec.privileged,
        "CapAdd": sorted(set(spec.cap_add)),
        "CapDrop": sorted(set(spec.cap_drop)),
        "SecurityOpt": security,
        "Devices": [
            {
                "PathOnHost": d.on_host,
                "PathInContainer": d.in_container,
                "CgroupPermissions": d.permissions,
            }
            for d in spec.devices
        ],
        "DeviceCgroupRules": list(spec.device_cgroup_rule),
        "Sysctls": spec.sysctl,
        "PidMode": spec.pid,
        "IpcMode": spec.ipc,
        "UTSMode": spec.uts,
        "UsernsMode": spec.userns,
        "CgroupnsMode": spec.cgroupns,
        "CgroupParent": spec.cgroup_parent,
        "Runtime": spec.runtime,
    }
    config = without_empty(config, keep=("Init", "MemorySwappiness"))
    if masked is not None:  # an empty list unmasks; leaving it out means the default
        config["MaskedPaths"] = config["ReadonlyPaths"] = masked
    return config


def _mount_body(mount: MountSpec) -> Json:
    driver = {"Name": mount.volume_driver, "Options": mount.volume_options}
    return without_empty(
        {
            "Type": mount.type,
            "Source": mount.source,
            "Target": mount.target,
            "ReadOnly": mount.read_only,
            "Consistency": mount.consistency,
            "BindOptions": without_empty(
                {
                    "Propagation": mount.bind_propagation,
                    "NonRecursive": mount.bind_recursive == "disabled",
                    "ReadOnlyNonRecursive": mount.bind_recursive == "writable",
                    "ReadOnlyForceRecursive": mount.bind_recursive == "readonly",
                }
            ),
            "VolumeOptions": without_empty(
                {
                    "NoCopy": mount.volume_nocopy,
                    "Subpath": mount.volume_subpath,
                    "Labels": mount.volume_labels,
                    "DriverConfig": without_empty(driver),
                }
            ),
            "ImageOptions": without_empty({"Subpath": mount.image_subpath}),
            "TmpfsOptions": without_empty(
                {"SizeBytes": mount.tmpfs_size, "Mode": mount.tmpfs_mode}
            ),
        }
    )


def _system_paths(options: Sequence[str]) -> tuple[list[str], list[str] | None]:
    """Docker turns systempaths=unconfined into empty lists of masked and read-only paths."""
    rest = [option for option in options if option != "systempaths=unconfined"]
    return rest, None if len(rest) == len(options) else []


def _ulimits(ulimits: Sequence[Ulimit]) -> list[Json]:
    """By name; the last of a name counts."""
    last = {ulimit.name: ulimit for ulimit in ulimits}
    return [
        {"Name": name, "Soft": last[name].soft, "Hard": last[name].hard} for name in sorted(last)
    ]


def _rates(rates: Mapping[str, int], word: str = "Rate") -> list[Json]:
    return [{"Path": path, word: rate} for path, rate in rates.items()]


def without_empty(values: Json, keep: Sequence[str] = ()) -> Json:
    """Without members that say nothing; those in `keep` say something even when falsy."""
    return {
        key: value for key, value in values.items() if value or (key in keep and value is not None)
    }
