"""/containers and /exec."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any, Final

import msgspec
from aiohttp import web

from davit_engine.api import convert, versions, wire
from davit_engine.api.call import Call, Route, answer, empty, path_stat_header
from davit_engine.api.streams import (
    LogFrames,
    carry,
    close,
    parse_detach_keys,
    refuse_in_stream,
    respond,
    take_over,
)
from davit_engine.api.websocket import carry_websocket, require_websocket
from davit_engine.containers import logging_options
from davit_engine.containers.attachment import Attachment
from davit_engine.containers.execs import ExecConfig
from davit_engine.containers.log_records import LogOptions
from davit_engine.containers.model import Config, Container, HostConfig
from davit_engine.containers.places import PathStat
from davit_engine.containers.stats import document
from davit_engine.errors import (
    EngineError,
    InvalidParameter,
    NotFound,
)

LIST_FILTERS: Final = frozenset(
    {
        "ancestor",
        "before",
        "exited",
        "expose",
        "health",
        "id",
        "is-task",
        "isolation",
        "label",
        "label!",
        "name",
        "network",
        "publish",
        "since",
        "status",
        "volume",
    }
)
PRUNE_FILTERS: Final = frozenset({"label", "label!", "until"})


async def list_containers(call: Call) -> web.StreamResponse:
    filters = call.filters(LIST_FILTERS)
    limit = call.integer("limit")
    found = call.engine.containers.list(
        all=call.flag("all"), limit=limit if limit and limit > 0 else None, filters=filters
    )
    size = call.flag("size")
    now = time.time_ns()
    rows = []
    for container in found:
        usage = None
        if size:
            try:
                usage = await call.engine.containers.usage(container.id)
            except NotFound:
                continue  # removed while the others were measured
        rows.append(
            convert.container_summary(
                container,
                image=_image_name(call, container),
                now_ns=now,
                volume_path=call.engine.volumes.path,
                usage=usage,
            )
        )
    return answer(rows)


def _image_name(call: Call, container: Container) -> str:
    """The name it was made with, unless that means another image by now."""
    name = container.config.image
    if name in (container.image_id, container.image_id.removeprefix("sha256:")):
        return name
    try:
        if call.engine.images.get(name).id == container.image_id:
            return name
    except EngineError:
        pass
    return container.image_id


async def create(call: Call) -> web.StreamResponse:
    body = await call.body(wire.ContainerCreate, required=True)
    if body.config == Config():
        raise InvalidParameter("config cannot be empty in order to create a container")
    body = versions.created(body, call.version, cgroup_version=call.engine.facts.cgroup_version)
    platform = call.text("platform") if call.version >= (1, 41) else ""
    id, warnings = await call.finish(
        call.engine.containers.create(
            call.text("name") or None,
            body.config,
            body.host_config,
            body.networking_config.endpoints_config,
            platform or None,
        )
    )
    return answer({"Id": id, "Warnings": warnings}, 201)


async def inspect(call: Call) -> web.StreamResponse:
    containers = call.engine.containers
    container = containers.get(call.name)
    usage = await containers.usage(container.id) if call.flag("size") else None
    paths, facts = call.engine.config.paths, call.engine.facts
    files = paths.containers / container.id
    return answer(
        convert.container_inspect(
            containers.get(container.id),
            version=call.version,
            driver=facts.storage_driver,
            runtime=facts.runtime,
            cgroupns="host" if facts.cgroup_version == "1" else "private",
            volume_path=call.engine.volumes.path,
            snapshot=paths.snapshots / container.id,
            files=files,
            log=containers.log_path(container.id),
            namespace=paths.netns / container.id,
            bridge=call.engine.config.bridge_name,
            exec_ids=containers.exec_ids(container.id),
            usage=usage,
        )
    )


async def start(call: Call) -> web.StreamResponse:
    length = call.request.content_length
    if length is not None and length > len("{}\n"):
        raise InvalidParameter(
            "starting container with non-empty request body was deprecated since API v1.22 and "
            "removed in v1.24"
        )
    parse_detach_keys(call.text("detachKeys"))
    await call.finish(call.engine.containers.start(call.name))
    return empty()


async def stop(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.containers.stop(call.name, call.integer("t"), _stop_signal(call)))
    return empty()


def _stop_signal(call: Call) -> str | None:
    return call.text("signal") or None if call.version >= (1, 42) else None


async def restart(call: Call) -> web.StreamResponse:
    await call.finish(
        call.engine.containers.restart(call.name, call.integer("t"), _stop_signal(call))
    )
    return empty()


async def kill(call: Call) -> web.StreamResponse:
    containers = call.engine.containers
    try:
        containers.get(call.name)
    except NotFound as error:
        raise NotFound(f"cannot kill container: {call.name}: {error}") from error
    await call.finish(containers.kill(call.name, call.text("signal") or "KILL"))
    return empty()


async def pause(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.containers.pause(call.name))
    return empty()


async def unpause(call: Call) -> web.StreamResponse:
    await call.finish(call.engine.containers.unpause(call.name))
    return empty()


async def rename(call: Call) -> web.StreamResponse:
    name = call.text("name")
    if not name.removeprefix("/"):
        raise InvalidParameter("Neither old nor new names may be empty")
    await call.finish(call.engine.containers.rename(call.name, name))
    return empty()


async def update(call: Call) -> web.StreamResponse:
    body = versions.updated(await call.body(HostConfig), call.version)
    warnings = await call.finish(
        call.engine.containers.update(call.name, body, body.restart_policy)
    )
    return answer({"Warnings": warnings or None})


async def wait(call: Call) -> web.StreamResponse:
    """The head goes out at once: `docker run` starts the container when it sees it."""
    condition = call.text("condition") if call.version >= (1, 30) else ""
    waiter = call.engine.containers.waiter(call.name, condition or "not-running")
    if call.version < (1, 30):
        return answer({"StatusCode": await waiter})

    async def body() -> AsyncIterator[bytes]:
        yield wire.encode({"StatusCode": await waiter})

    return await respond(call, body(), "application/json")


async def attach(call: Call) -> web.StreamResponse:
    container = call.engine.containers.get(call.name)
    keys = parse_detach_keys(call.text("detachKeys"))
    stdin = call.flag("stream") and call.flag("stdin")
    terminal = container.config.tty
    attachment = await _attachment(call, container, stdin=stdin)
    try:
        hijack = take_over(call, terminal=terminal)
    except BaseException:
        await attachment.aclose()
        raise
    return await carry(call, hijack, attachment, terminal=terminal, stdin=stdin, detach_keys=keys)


async def attach_websocket(call: Call) -> web.StreamResponse:
    container = call.engine.containers.get(call.name)
    keys = parse_detach_keys(call.text("detachKeys"))
    require_websocket(call)
    stdin = call.flag("stream") and call.flag("stdin", default=call.version < (1, 42))
    attachment = await _attachment(call, container, stdin=stdin, default=call.version < (1, 42))
    return await carry_websocket(
        call, attachment, terminal=container.config.tty, stdin=stdin, detach_keys=keys
    )


async def _attachment(
    call: Call, container: Container, *, stdin: bool, default: bool = False
) -> Attachment:
    return await call.engine.containers.attach(
        container.id,
        stdin=stdin,
        stdout=call.flag("stdout", default=default),
        stderr=call.flag("stderr", default=default),
        stream=call.flag("stream"),
        logs=call.flag("logs"),
    )


async def resize(call: Call) -> web.StreamResponse:
    height, width = _size(call)
    await call.engine.containers.resize(call.name, height, width)
    return web.Response()


def _size(call: Call) -> tuple[int, int]:
    height, width = call.number("h"), call.number("w")
    if not (0 <= height <= 65535 and 0 <= width <= 65535):
        raise InvalidParameter(f"a terminal cannot have {height} rows and {width} columns")
    return height, width


async def logs(call: Call) -> web.StreamResponse:
    stdout, stderr = call.flag("stdout"), call.flag("stderr")
    if not (stdout or stderr):
        raise InvalidParameter("Bad parameters: you must choose at least one stream")
    since, until = call.time("since") or 0, call.time("until") or 0
    container = call.engine.containers.get(call.name)
    tail = call.text("tail", "all")
    options = LogOptions(
        stdout=stdout,
        stderr=stderr,
        follow=call.flag("follow"),
        since_ns=max(since, 0),
        until_ns=max(until, 0),
        tail=int(tail) if tail.isdecimal() and len(tail) < 10 else None,
        timestamps=call.flag("timestamps"),
        details=logging_options.details(container) if call.flag("details") else None,
    )
    entries = call.engine.containers.logs(container.id, options)
    frames = LogFrames(call, terminal=container.config.tty)

    async def body() -> AsyncIterator[bytes]:
        try:
            async for batch in entries:
                chunk = frames.join(batch)
                del batch
                yield chunk
        finally:
            await close(entries)

    return await respond(call, body(), frames.content_type, ready=not options.follow)


async def top(call: Call) -> web.StreamResponse:
    titles, processes = await call.engine.containers.top(call.name, call.text("ps_args") or "-ef")
    return answer({"Processes": processes, "Titles": titles})


async def changes(call: Call) -> web.StreamResponse:
    found = await call.engine.containers.changes(call.name)
    kinds = {"modified": 0, "added": 1, "deleted": 2}
    rows = [{"Path": change.path, "Kind": kinds[change.kind]} for change in found]
    return answer(rows or None)


async def export(call: Call) -> web.StreamResponse:
    container = call.engine.containers.get(call.name)
    return await respond(
        call,
        call.engine.containers.export(container.id),
        "application/octet-stream",
        wait_for_first=True,
    )


def _archive_path(call: Call) -> str:
    return call.path_text("path")


async def archive_head(call: Call) -> web.StreamResponse:
    path = _archive_path(call)
    stat = await call.engine.containers.archive_stat(call.name, path)
    return web.Response(headers={PATH_STAT: path_stat_header(path_stat(stat))})


async def archive_get(call: Call) -> web.StreamResponse:
    path = _archive_path(call)
    stat = await call.engine.containers.archive_stat(call.name, path)
    return await respond(
        call,
        call.engine.containers.archive_get(call.name, path),
        "application/x-tar",
        headers={PATH_STAT: path_stat_header(path_stat(stat))},
        wait_for_first=True,
    )


PATH_STAT: Final = "X-Docker-Container-Path-Stat"


def path_stat(stat: PathStat) -> dict[str, Any]:
    return {
        "name": stat.name,
        "size": stat.size,
        "mode": stat.mode,
        "mtime": convert.timestamp(stat.mtime_ns),
        "linkTarget": stat.link_target,
    }


async def archive_put(call: Call) -> web.StreamResponse:
    path = _archive_path(call)
    await call.engine.containers.archive_put(
        call.name,
        path,
        call.chunks(),
        no_overwrite=call.flag("noOverwriteDirNonDir"),
        copy_uid_gid=call.flag("copyUIDGID"),
    )
    return web.Response()


async def remove(call: Call) -> web.StreamResponse:
    await call.finish(
        call.engine.containers.remove(
            call.name, force=call.flag("force"), volumes=call.flag("v"), link=call.flag("link")
        )
    )
    return empty()


async def prune(call: Call) -> web.StreamResponse:
    filters = call.filters(PRUNE_FILTERS)
    ids, size = await call.finish(call.engine.containers.prune(filters))
    return answer({"ContainersDeleted": ids or None, "SpaceReclaimed": size})


async def commit(call: Call) -> web.StreamResponse:
    config = await call.body(Config)
    repository, tag = call.text("repo"), call.text("tag")
    reference = f"{repository}:{tag}" if repository and tag else repository
    image = await call.finish(
        call.engine.containers.commit(
            call.text("container"),
            reference=reference,
            comment=call.text("comment"),
            author=call.text("author"),
            pause=call.flag("pause", default=True),
            changes=call.texts("changes"),
            config=None if config == Config() else config,
        )
    )
    return answer({"Id": image}, 201)


# Statistics


async def stats(call: Call) -> web.StreamResponse:
    containers = call.engine.containers
    container = containers.get(call.name)
    if not call.flag("stream", default=True):
        sample = await containers.stats(container.id)
        previous = None
        if sample.group is not None and not call.flag("one-shot"):
            await asyncio.sleep(STATS_SECONDS)
            previous, sample = sample, await containers.stats(container.id)
        return answer(document(sample, previous))

    async def body() -> AsyncIterator[bytes]:
        previous = None
        while True:
            try:
                sample = await containers.stats(container.id)
            except NotFound:
                return
            yield wire.encode(document(sample, previous))
            previous = sample if sample.group is not None else None
            await asyncio.sleep(STATS_SECONDS)

    return await respond(call, body(), "application/json")


STATS_SECONDS: Final = 1.0
"""Between two samples, as Docker."""


# Exec


async def exec_create(call: Call) -> web.StreamResponse:
    body = await call.body(ExecConfig)
    if not body.cmd:
        raise InvalidParameter("No exec command specified")
    if call.version < (1, 42):
        body = msgspec.structs.replace(body, console_size=None)
    parse_detach_keys(body.detach_keys)
    exec_id = await call.engine.containers.exec_create(call.name, body)
    return answer({"Id": exec_id}, 201)


async def exec_start(call: Call) -> web.StreamResponse:
    body = await call.body(wire.ExecStart)
    containers = call.engine.containers
    state = containers.exec_inspect(call.name)
    keys = parse_detach_keys(state.config.detach_keys)
    size = body.console_size if call.version >= (1, 42) else None
    if body.detach:
        await call.finish(
            containers.exec_start(call.name, detach=True, tty=body.tty, console_size=size)
        )
        return web.Response()
    containers.exec_check(call.name)
    # Before there is output: some clients lose what comes together with the head.
    hijack = take_over(call, terminal=body.tty)
    attachment: Attachment | None = None
    left = False

    async def begin() -> None:
        nonlocal attachment
        attachment = await containers.exec_start(
            call.name, detach=False, tty=body.tty, console_size=size
        )
        if left and attachment is not None:
            await attachment.aclose()

    try:
        await call.finish(begin())
    except EngineError as error:
        return await refuse_in_stream(hijack, error, terminal=body.tty)
    except BaseException:
        left = True
        hijack.close()
        if attachment is not None:
            await attachment.aclose()
        raise
    assert attachment is not None
    return await carry(
        call,
        hijack,
        attachment,
        terminal=body.tty,
        stdin=state.config.attach_stdin,
        detach_keys=keys,
        ended=lambda: containers.exec_finished(call.name),
    )


async def exec_inspect(call: Call) -> web.StreamResponse:
    state = call.engine.containers.exec_inspect(call.name)
    return answer(
        {
            "ID": state.id,
            "Running": state.running,
            "ExitCode": state.exit_code,
            "ProcessConfig": {
                "tty": state.config.tty,
                "entrypoint": state.command[0],
                "arguments": list(state.command[1:]),
                "privileged": state.config.privileged,
                **({"user": state.config.user} if state.config.user else {}),
            },
            "OpenStdin": state.config.attach_stdin,
            "OpenStderr": state.config.attach_stderr,
            "OpenStdout": state.config.attach_stdout,
            "CanRemove": False,
            "ContainerID": state.container_id,
            "DetachKeys": state.config.detach_keys,
            "Pid": state.pid,
        }
    )


async def exec_resize(call: Call) -> web.StreamResponse:
    height, width = _size(call)
    await call.engine.containers.exec_resize(call.name, height, width)
    return web.Response()


ROUTES: Final = (
    Route("GET", "/containers/json", list_containers),
    Route("POST", "/containers/create", create),
    Route("POST", "/containers/prune", prune),
    Route("GET", "/containers/{name}/json", inspect),
    Route("GET", "/containers/{name}/top", top),
    Route("GET", "/containers/{name}/logs", logs),
    Route("GET", "/containers/{name}/stats", stats),
    Route("GET", "/containers/{name}/changes", changes),
    Route("GET", "/containers/{name}/export", export),
    Route("GET", "/containers/{name}/attach/ws", attach_websocket),
    Route("HEAD", "/containers/{name}/archive", archive_head),
    Route("GET", "/containers/{name}/archive", archive_get),
    Route("PUT", "/containers/{name}/archive", archive_put),
    Route("POST", "/containers/{name}/start", start),
    Route("POST", "/containers/{name}/stop", stop),
    Route("POST", "/containers/{name}/restart", restart),
    Route("POST", "/containers/{name}/kill", kill),
    Route("POST", "/containers/{name}/pause", pause),
    Route("POST", "/containers/{name}/unpause", unpause),
    Route("POST", "/containers/{name}/rename", rename),
    Route("POST", "/containers/{name}/update", update),
    Route("POST", "/containers/{name}/wait", wait),
    Route("POST", "/containers/{name}/attach", attach),
    Route("POST", "/containers/{name}/resize", resize),
    Route("POST", "/containers/{name}/exec", exec_create),
    Route("DELETE", "/containers/{name}", remove),
    Route("POST", "/commit", commit),
    Route("POST", "/exec/{name}/start", exec_start),
    Route("POST", "/exec/{name}/resize", exec_resize),
    Route("GET", "/exec/{name}/json", exec_inspect),
)
