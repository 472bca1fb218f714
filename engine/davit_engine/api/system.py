"""/_ping, /version, /info, /events and /system/df."""

import asyncio
import os
import platform
import re
import time
from pathlib import Path
from typing import Any, Final
from urllib.request import getproxies_environment

from aiohttp import web

from davit_engine.api import convert
from davit_engine.api.call import Call, Route, answer
from davit_engine.config import API_VERSION, MIN_API_VERSION
from davit_engine.lookup import Filters

ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "arm"}

_PROXIED: Final = ("http", "https")
_USERINFO: Final = re.compile(r"//[^/]*@")


async def ping(call: Call) -> web.StreamResponse:
    return web.Response(
        text="" if call.request.method == "HEAD" else "OK",
        headers={
            # 1 sends clients to POST /build; 2 would promise BuildKit sessions.
            "Builder-Version": "1",
            "Cache-Control": "no-cache, no-store, must-revalidate",
            "Pragma": "no-cache",
            "Swarm": "inactive",
        },
    )


async def version(call: Call) -> web.StreamResponse:
    facts = call.engine.facts
    host = os.uname()
    common = {
        "ApiVersion": API_VERSION,
        "MinAPIVersion": MIN_API_VERSION,
        "GitCommit": facts.git_commit,
        "GoVersion": "",
        "Os": "linux",
        "Arch": ARCHITECTURES.get(host.machine, host.machine),
        "KernelVersion": host.release,
        "BuildTime": facts.build_time,
    }
    details = {
        "ApiVersion": API_VERSION,
        "Arch": common["Arch"],
        "Experimental": "false",
        "GitCommit": facts.git_commit,
        "KernelVersion": host.release,
        "MinAPIVersion": MIN_API_VERSION,
        "Os": "linux",
        "PythonVersion": platform.python_version(),
    }
    return answer(
        {
            "Platform": {"Name": "Davit"},
            "Components": [
                {"Name": "Engine", "Version": facts.version, "Details": details},
                *(
                    {"Name": name, "Version": text, "Details": {"GitCommit": ""}}
                    for name, text in facts.runtime_versions.items()
                ),
            ],
            "Version": facts.version,
            **common,
        }
    )


async def info(call: Call) -> web.StreamResponse:
    engine = call.engine
    facts, settings = engine.facts, engine.config
    states = [
        container.state.status
        for container in engine.containers.list(all=True, limit=None, filters=Filters())
    ]
    running = sum(state in {"running", "restarting"} for state in states)
    paused = states.count("paused")
    host = os.uname()
    system = _os_release()
    return answer(
        {
            "ID": facts.id,
            "Containers": len(states),
            "ContainersRunning": running,
            "ContainersPaused": paused,
            "ContainersStopped": len(states) - running - paused,
            "Images": len(engine.images),
            "Driver": facts.storage_driver,
            "DriverStatus": [list(pair) for pair in facts.driver_status],
            "Plugins": {
                "Volume": ["local"],
                "Network": ["bridge", "host", "null"],
                "Authorization": None,
                "Log": ["journald", "json-file", "local", "none"],
            },
            "MemoryLimit": True,
            "SwapLimit": True,
            "CpuCfsPeriod": True,
            "CpuCfsQuota": True,
            "CPUShares": True,
            "CPUSet": True,
            "PidsLimit": True,
            "IPv4Forwarding": True,
            "BridgeNfIptables": False,
            "BridgeNfIp6tables": False,
            "Debug": settings.debug,
            "NFd": _open_files(),
            "OomKillDisable": facts.cgroup_version == "1",
            "NGoroutines": len(asyncio.all_tasks()),
            "SystemTime": convert.timestamp(time.time_ns()),
            "LoggingDriver": settings.log_driver,
            "CgroupDriver": facts.cgroup_driver,
            "CgroupVersion": facts.cgroup_version,
            "NEventsListener": call.engine.events.listening,
            "KernelVersion": host.release,
            "OperatingSystem": system.get("PRETTY_NAME", "Linux"),
            "OSVersion": system.get("VERSION_ID", ""),
            "OSType": "linux",
            "Architecture": host.machine,
            "IndexServerAddress": "https://index.docker.io/v1/",
            "RegistryConfig": _registry_config(call),
            "NCPU": os.cpu_count() or 1,
            "MemTotal": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
            "GenericResources": None,
            "DockerRootDir": str(settings.data_root),
            **_proxies(),
            "Name": host.nodename,
            "Labels": list(settings.labels),
            "ExperimentalBuild": False,
            "ServerVersion": facts.version,
            "Runtimes": {name: {"path": path} for name, path in facts.runtimes.items()},
            "DefaultRuntime": facts.runtime,
            "Swarm": {
                "NodeID": "",
                "NodeAddr": "",
                "LocalNodeState": "inactive",
                "ControlAvailable": False,
                "Error": "",
                "RemoteManagers": None,
            },
            "LiveRestoreEnabled": call.engine.config.live_restore,
            "Isolation": "",
            "InitBinary": "",
            "ContainerdCommit": {"ID": "", "Expected": ""},
            "RuncCommit": {"ID": "", "Expected": ""},
            "InitCommit": {"ID": "", "Expected": ""},
            "SecurityOptions": [
                *facts.security_options,
                *(["name=userns"] if settings.userns_remap else []),
            ],
            "DefaultAddressPools": [
                {"Base": pool.base, "Size": pool.size} for pool in settings.default_address_pools
            ],
            "CDISpecDirs": [],
            "Warnings": list(facts.warnings) or None,
        }
    )


def _proxies() -> dict[str, str]:
    """Those of the environment, which registries are asked through; nobody is told a password."""
    proxies = getproxies_environment()
    told = {kind: _USERINFO.sub("//xxxxx:xxxxx@", proxies.get(kind, "")) for kind in _PROXIED}
    return {
        "HttpProxy": told["http"],
        "HttpsProxy": told["https"],
        "NoProxy": proxies.get("no", ""),
    }


def _registry_config(call: Call) -> dict[str, Any]:
    settings = call.engine.config
    ranges = [name for name in settings.insecure_registries if "/" in name]
    names = [name for name in settings.insecure_registries if "/" not in name]
    indexes = {
        name: {"Name": name, "Mirrors": [], "Secure": False, "Official": False} for name in names
    }
    mirrors = list(settings.registry_mirrors)
    return {
        "AllowNondistributableArtifactsCIDRs": None,
        "AllowNondistributableArtifactsHostnames": None,
        "InsecureRegistryCIDRs": [*ranges, "127.0.0.0/8"],
        "IndexConfigs": {
            "docker.io": {
                "Name": "docker.io",
                "Mirrors": mirrors,
                "Secure": True,
                "Official": True,
            },
            **indexes,
        },
        "Mirrors": mirrors or None,
    }


def _os_release() -> dict[str, str]:
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        try:
            lines = path.read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        pairs = (line.partition("=") for line in lines if "=" in line)
        return {key: value.strip().strip("\"'") for key, _, value in pairs}
    return {}


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


# Our own


async def idle(call: Call) -> web.StreamResponse:
    """Whether the machine around this engine may be stopped: nothing runs, nobody waits.

    Who only watches events is no reason to stay up, but is told of.
    """
    others = call.others()
    watching = others.count("/events")
    running = sum(
        container.state.status in ("running", "paused", "restarting")
        for container in call.engine.containers.list(all=True, limit=None, filters=Filters())
    )
    busy = len(others) - watching
    return answer(
        {
            "idle": not (running or busy),
            "running": running,
            "busy": busy,
            "watching": watching,
        }
    )


ROUTES: Final = (
    Route("GET", "/_ping", ping),
    Route("HEAD", "/_ping", ping),
    Route("GET", "/version", version),
    Route("GET", "/info", info),
    Route("GET", "/davit/v1/idle", idle),
)
