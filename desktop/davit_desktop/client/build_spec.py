"""What a person asks of a build, as a record, and as the engine's query (pure)."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from davit_desktop.client.run_spec import Ulimit


class BuildSpec(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`context` is a folder, an address or "-"; `dockerfile` a path of this computer.

    An argument whose value is None takes the builder's own, as one that was never set. Sizes are
    bytes; a swap of -1 is without limit.
    """

    context: str = "."
    dockerfile: str = ""
    tags: tuple[str, ...] = ()
    args: Mapping[str, str | None] = {}
    labels: Mapping[str, str] = {}
    target: str = ""
    platform: str = ""
    no_cache: bool = False
    pull: bool = False
    network: str = ""
    add_host: tuple[str, ...] = ()
    cache_from: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    """As `--secret` names them, never what they are."""
    memory: int = 0
    memory_swap: int = 0
    cpu_period: int = 0
    cpu_quota: int = 0
    cpu_shares: int = 0
    cpuset_cpus: str = ""
    cpuset_mems: str = ""
    cgroup_parent: str = ""
    security_opt: tuple[str, ...] = ()
    shm_size: int = 0
    ulimits: tuple[Ulimit, ...] = ()
    rm: bool = True
    force_rm: bool = False
    compress: bool = False


def query(spec: BuildSpec, *, dockerfile: str, remote: str) -> dict[str, str | list[str]]:
    """The parameters of `POST /build`; `dockerfile` is its path in the context."""
    given: dict[str, object] = {
        "dockerfile": dockerfile,
        "remote": remote,
        "t": list(spec.tags),
        "buildargs": dict(spec.args),
        "labels": dict(spec.labels),
        "cachefrom": list(spec.cache_from),
        "target": spec.target,
        "platform": spec.platform,
        "nocache": spec.no_cache,
        "pull": spec.pull,
        "networkmode": spec.network,
        "extrahosts": list(spec.add_host),
        "memory": spec.memory,
        "memswap": spec.memory_swap,
        "cpuperiod": spec.cpu_period,
        "cpuquota": spec.cpu_quota,
        "cpushares": spec.cpu_shares,
        "cpusetcpus": spec.cpuset_cpus,
        "cpusetmems": spec.cpuset_mems,
        "cgroupparent": spec.cgroup_parent,
        "securityopt": list(spec.security_opt),
        "shmsize": spec.shm_size,
        "ulimits": [
            {"Name": limit.name, "Soft": limit.soft, "Hard": limit.hard} for limit in spec.ulimits
        ],
        "forcerm": spec.force_rm,
    }
    told: dict[str, str | list[str]] = {} if spec.rm else {"rm": "0"}
    for key, value in given.items():
        if not value:
            continue
        if key in ("t", "extrahosts", "securityopt") and isinstance(value, list):
            told[key] = [str(item) for item in value]
        elif isinstance(value, list | dict):
            told[key] = msgspec.json.encode(value).decode()
        else:
            told[key] = "1" if value is True else str(value)
    return told
