"""/build: the classic builder's side of Docker's API, and its cache.

And of our own, for the window and other editors of Dockerfiles:

    POST /davit/v1/build/check    what is wrong with the Dockerfile in the body, or likely a mistake

It answers {"Error": {…} or null, "Warnings": [{"Rule", "Detail", "Line", "Column", "Url"}]}.
"""

import base64
import binascii
from collections.abc import Sequence
from typing import Any, Final, TypeVar

import msgspec
from aiohttp import web

from davit_engine.api import convert, wire
from davit_engine.api.call import Call, Route, answer, log, read_body
from davit_engine.api.streams import log_end, sentence
from davit_engine.build import lint
from davit_engine.build.cache import CacheEntry
from davit_engine.build.cache_mounts import CacheMount
from davit_engine.build.dockerfile import DockerfileError
from davit_engine.build.instructions import parse_dockerfile
from davit_engine.build.pruning import FILTERS
from davit_engine.build.reporting import StepFailed
from davit_engine.build.request import BuildRequest
from davit_engine.build.transcript import Line
from davit_engine.containers.model import HostConfig, Ulimit
from davit_engine.errors import InvalidParameter
from davit_engine.images.credentials import Credentials
from davit_engine.kernel.blocking import finished

T = TypeVar("T")

FOLDER_MAX: Final = 4096
"""Characters of what a client calls its context."""


async def build(call: Call) -> web.StreamResponse:
    request = build_request(call)
    reply = _Reply(call, quiet=call.flag("q"))
    try:
        running = await call.engine.builder.begin(request, call.chunks(), reply.send)
        image = await running.image()
    except Exception as error:
        if isinstance(error, ConnectionError) or not await reply.fail(error):
            raise
    else:
        await reply.end(image.id)
    return reply.response


class _Reply:
    """One JSON object a line. With `quiet` only the image's id, or what was said until it failed.

    Until the first line an error is a plain answer with a status of its own.
    """

    def __init__(self, call: Call, *, quiet: bool) -> None:
        self._call = call
        self._quiet = quiet
        self._held: list[Line] = []
        self.response = web.StreamResponse(
            headers={"Content-Type": "application/json", **call.headers}
        )

    async def send(self, line: Line) -> None:
        if self._quiet:
            self._held.append(line)
        else:
            await self._write(_json(line))

    async def end(self, id: str) -> None:
        if self._quiet:
            await self._write({"stream": f"{id}\n"})
        await self.response.write_eof()

    async def fail(self, error: Exception) -> bool:
        """Tell the client, if it is too late for a status; whether it was."""
        for line in self._held:
            await self._write(_json(line))
        if not self.response.prepared:
            return False
        log_end(self._call, error)
        message = sentence(error)
        told: dict[str, Any] = convert.progress_error(message)
        if isinstance(error, StepFailed):
            told["errorDetail"] = {"code": error.code, "message": message}
        await self._write(told)
        await self.response.write_eof()
        return True

    async def _write(self, value: dict[str, Any]) -> None:
        if not self.response.prepared:
            await self.response.prepare(self._call.request)
        await self.response.write(wire.encode(value).removesuffix(b"\n") + b"\r\n")


def _json(line: Line) -> dict[str, Any]:
    if line.progress is not None:
        return convert.progress(line.progress)
    if line.aux is not None:
        return {"aux": line.aux}
    return {"stream": line.stream}


def build_request(call: Call, *, force_remove: bool = False) -> BuildRequest:
    """Raises InvalidParameter for what is not understood or not offered."""
    if call.text("version", "1") not in ("", "1"):
        raise InvalidParameter(
            "this engine has no BuildKit of its own: use DOCKER_BUILDKIT=0, or buildx with its "
            "docker-container driver"
        )
    if call.flag("squash"):
        raise InvalidParameter("squash is only supported with experimental mode")
    if call.text("outputs"):
        raise InvalidParameter("outputs are only supported by BuildKit; save or export the image")
    if call.text("isolation") not in ("", "default"):
        raise InvalidParameter(f"Unsupported isolation: {call.text('isolation')!r}")
    force = call.flag("forcerm", force_remove)
    return BuildRequest(
        dockerfile=call.text("dockerfile") or "Dockerfile",
        remote=call.text("remote"),
        folder=call.text("folder")[:FOLDER_MAX],
        tags=tuple(tag for tag in call.texts("t") if tag),
        args=_parsed(call, "buildargs", dict[str, str | None], "build args"),
        labels=_parsed(call, "labels", dict[str, str], "labels"),
        cache_from=tuple(_parsed(call, "cachefrom", list[str], "cache sources")),
        target=call.text("target"),
        platform=call.text("platform"),
        use_cache=not call.flag("nocache"),
        pull=call.flag("pull"),
        remove=force or call.flag("rm", default=True),
        force_remove=force,
        host_config=_host_config(call),
        loan=call.text("secrets"),
        logins=_logins(call),
    )


def _host_config(call: Call) -> HostConfig:
    return HostConfig(
        memory=call.integer("memory") or 0,
        memory_swap=call.integer("memswap") or 0,
        cpu_shares=call.integer("cpushares") or 0,
        cpu_period=call.integer("cpuperiod") or 0,
        cpu_quota=call.integer("cpuquota") or 0,
        cpuset_cpus=call.text("cpusetcpus"),
        cpuset_mems=call.text("cpusetmems"),
        cgroup_parent=call.text("cgroupparent"),
        network_mode=call.text("networkmode") or "default",
        extra_hosts=call.texts("extrahosts") or None,
        security_opt=call.texts("securityopt") or None,
        shm_size=call.integer("shmsize") or 0,
        ulimits=_parsed(call, "ulimits", list[Ulimit], "ulimit settings") or None,
    )


def _parsed(call: Call, key: str, kind: type[T], what: str) -> T:
    raw = call.text(key)
    if not raw:
        return kind()
    try:
        return msgspec.json.decode(raw, type=kind | None) or kind()
    except (msgspec.MsgspecError, RecursionError) as error:
        raise InvalidParameter(f"error reading {what}: {error}") from error


def _logins(call: Call) -> dict[str, Credentials]:
    """Those of X-Registry-Config; ones that cannot be read count as none, as in Docker."""
    raw = call.request.headers.get("X-Registry-Config", "").strip()
    if not raw:
        return {}
    try:
        text = raw.replace("+", "-").replace("/", "_").rstrip("=")
        document = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
        return msgspec.json.decode(document or b"{}", type=dict[str, Credentials])
    except (binascii.Error, msgspec.MsgspecError, ValueError, RecursionError):
        # The header's text stays out of the log: it may hold a password.
        log.warning("POST /build goes on without logins: X-Registry-Config cannot be read")
        return {}


async def prune(call: Call) -> web.StreamResponse:
    for key in ("reserved-space", "max-used-space", "min-free-space"):
        if call.integer(key):
            raise InvalidParameter(f"{key} is not offered; use keep-storage")
    keep = call.integer("keep-storage") or 0
    ids, freed = await call.finish(
        call.engine.builder.prune(call.filters(FILTERS), all=call.flag("all"), keep_bytes=keep)
    )
    return answer({"CachesDeleted": ids or None, "SpaceReclaimed": freed})


async def check(call: Call) -> web.StreamResponse:
    raw = await read_body(call.request)
    try:
        dockerfile = await finished(None, parse_dockerfile, raw.decode(errors="replace"))
    except DockerfileError as error:
        place = {"Detail": error.what, "Line": error.line, "Column": error.column}
        return answer({"Error": place, "Warnings": []})
    found = [
        {
            "Rule": warning.rule,
            "Detail": warning.detail,
            "Line": warning.line,
            "Column": warning.column,
            "Url": warning.url,
        }
        for warning in lint.warnings(dockerfile)
    ]
    return answer({"Error": None, "Warnings": found})


def cache_rows(entries: Sequence[CacheEntry], mounts: Sequence[CacheMount]) -> list[dict[str, Any]]:
    """The build cache in /system/df."""
    rows: list[dict[str, Any]] = [
        {
            "ID": entry.id,
            "Parents": [entry.parent] if entry.parent else None,
            "Type": "regular",
            "Description": entry.description,
            "InUse": entry.in_use,
            "Shared": entry.shared,
            "Size": entry.size,
            "CreatedAt": convert.timestamp(entry.created_ns),
            "LastUsedAt": convert.timestamp(entry.used_ns),
            "UsageCount": entry.uses,
        }
        for entry in entries
    ]
    return rows + [
        {
            "ID": mount.key,
            "Parents": None,
            "Type": "exec.cachemount",
            "Description": f"cached mount {mount.id} from exec",
            "InUse": mount.in_use,
            "Shared": False,
            "Size": mount.size,
            "CreatedAt": convert.timestamp(mount.created_ns),
            "LastUsedAt": convert.timestamp(mount.used_ns),
            "UsageCount": 0,
        }
        for mount in mounts
    ]


ROUTES: Final = (
    Route("POST", "/build", build),
    Route("POST", "/build/prune", prune),
    Route("POST", "/davit/v1/build/check", check),
)
