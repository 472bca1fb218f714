"""Listen, strip the version prefix, route, and turn errors into statuses."""

import asyncio
import contextlib
import errno
import functools
import grp
import ipaddress
import logging
import os
import re
import socket
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from davit_engine.api import (
    absent,
    activation,
    build,
    build_secrets,
    builds,
    containers,
    disk_usage,
    events,
    files,
    gate,
    image_files,
    images,
    listeners,
    resources,
    system,
    tls,
    volume_files,
)
from davit_engine.api.call import Call, Route, Work, answer
from davit_engine.api.engine import Engine
from davit_engine.api.foreign import foreign
from davit_engine.config import API_VERSION, MIN_API_VERSION
from davit_engine.errors import (
    Conflict,
    EngineError,
    Forbidden,
    InvalidParameter,
    NotFound,
    NotModified,
    SystemFailure,
    Unauthorized,
    Unavailable,
    Unsupported,
)

log = logging.getLogger(__name__)

ROUTES: Final = (
    *system.ROUTES,
    *events.ROUTES,
    *disk_usage.ROUTES,
    *containers.ROUTES,
    *files.ROUTES,
    *listeners.ROUTES,
    *build.ROUTES,
    *build_secrets.ROUTES,
    *builds.ROUTES,
    *images.ROUTES,
    *image_files.ROUTES,
    *resources.ROUTES,
    *volume_files.ROUTES,
    *absent.ROUTES,
)

SOCKET_MODE: Final = 0o660
KEEP_ALIVE_SECONDS: Final = 75.0
HEAD_SECONDS = 30.0
"""How long a new connection may take to send its first request's head."""

SHUTDOWN_SECONDS: Final = 2.0
"""How long running requests may go on once the server closes; changes are always finished."""

BACKLOG: Final = 512

_STATUSES: Final = (
    (InvalidParameter, 400),
    (Unauthorized, 401),
    (Forbidden, 403),
    (NotFound, 404),
    (Conflict, 409),
    (NotModified, 304),
    (Unavailable, 503),
    (Unsupported, 501),
)


def status_of(error: EngineError) -> int:
    """The HTTP status of an error; 500 for what the host refused, a taken port included."""
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            return status
    return 500


class Router:
    """Routes by method and first path segment; the rest is a pattern."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._table: dict[tuple[str, str], list[tuple[re.Pattern[str], Route]]] = {}
        for route in routes:
            first = route.path.split("/")[1]
            text = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(route.path))
            pattern = re.compile(text, re.DOTALL)
            self._table.setdefault((route.method, first), []).append((pattern, route))

    def find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        first = path.split("/", 2)[1] if path.startswith("/") else ""
        for pattern, route in self._table.get((method, first), ()):
            match = pattern.fullmatch(path)
            if match:
                return route, match.groupdict()
        return None


def split_version(path: str) -> tuple[str, str]:
    """("1.45", "/info") from "/v1.45/info"; an empty version when there is none."""
    match = re.match(r"/v([0-9.]+)(?=/)", path)
    return (match[1], path[match.end() :]) if match else ("", path)


def parse_version(text: str) -> tuple[int, int]:
    """Raises InvalidParameter, in Docker's words, for a version that is not served."""
    if not text:
        return _numbers(API_VERSION)
    numbers = _numbers(text)
    if numbers > _numbers(API_VERSION) or len(text.split(".")) > 2:
        raise InvalidParameter(
            f"client version {text} is too new. Maximum supported API version is {API_VERSION}"
        )
    if numbers < _numbers(MIN_API_VERSION):
        raise InvalidParameter(
            f"client version {text} is too old. Minimum supported API version is "
            f"{MIN_API_VERSION}, please upgrade your client to a newer version"
        )
    return numbers


def _numbers(text: str) -> tuple[int, int]:
    major, _, minor = text.partition(".")
    minor = minor.partition(".")[0]
    return int(major[:9] or 0), int(minor[:9] or 0)


class Server:
    """Answers requests for one engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._router = Router(ROUTES)
        self._work = Work()
        self._requests: dict[asyncio.Task[object], str] = {}
        """Being answered: by task, the path without its version."""
        self._spoken: set[RequestHandler] = set()
        self._proven: set[RequestHandler] = set()
        """Connections that came through the gate."""
        self._secured: set[RequestHandler] = set()
        """Connections over TLS."""
        self._names: frozenset[str] = frozenset()
        """What clients over TLS may call this engine."""
        self._headers = {
            "Api-Version": API_VERSION,
            "Docker-Experimental": "false",
            "Ostype": "linux",
            "Server": f"Davit/{engine.facts.version} (linux)",
        }

    async def handle(self, request: web.Request) -> web.StreamResponse:
        task = asyncio.current_task()
        assert task is not None
        _, self._requests[task] = split_version(request.path)
        self._spoken.add(request.protocol)
        try:
            return await self._answer(request)
        finally:
            self._requests.pop(task, None)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        secured = request.protocol in self._secured
        if secured or not (_over_unix_socket(request) or request.protocol in self._proven):
            refusal = foreign(request.headers, self._names if secured else frozenset())
            if refusal:
                return answer({"message": refusal}, 403)
        if request.method == "OPTIONS":
            return web.Response()
        version_text, path = split_version(request.path)
        found = self._router.find(request.method, path)
        if found is None:
            return answer({"message": "page not found"}, 404)
        response = await self._routed(request, path, version_text, *found)
        if not response.prepared:
            response.headers.update(self._headers)
        return response

    async def _routed(
        self,
        request: web.Request,
        path: str,
        version_text: str,
        route: Route,
        variables: Mapping[str, str],
    ) -> web.StreamResponse:
        try:
            call = Call(
                engine=self._engine,
                request=request,
                version=parse_version(version_text),
                path=variables,
                work=self._work,
                headers=self._headers,
                others=self._others,
            )
            return await route.handler(call)
        except EngineError as error:
            return self._error(str(error), status_of(error))
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                words = (
                    f"no space left on the disk of {self._engine.config.data_root}; remove what is "
                    "not needed (docker system prune, docker rm, docker rmi) and try again"
                )
                return self._error(words, 500)
            log.exception("%s %s failed", request.method, request.path)
            words = (
                f"the engine failed unexpectedly ({type(error).__name__}) at "
                f"{request.method} {path}; its log says more"
            )
            return self._error(words, 500)

    def _others(self) -> list[str]:
        own = asyncio.current_task()
        return [path for task, path in self._requests.items() if task is not own]

    def _error(self, words: str, status: int) -> web.StreamResponse:
        if status == 304:
            return web.Response(status=304)
        if status == 500:
            log.warning("answering %d: %s", status, words)
        return answer({"message": words}, status)

    def admit(self, connection: RequestHandler) -> None:
        """Trust what comes over this connection as over the Unix socket."""
        self._proven.add(connection)

    def admit_secured(self, connection: RequestHandler, names: frozenset[str]) -> None:
        """Know the connection for one over TLS, to an engine of these names."""
        self._names = names
        self._secured.add(connection)

    async def close_silent(self, connections: Callable[[], list[RequestHandler]]) -> None:
        """Close connections that were opened and then never finish a request's head."""
        since: dict[RequestHandler, float] = {}
        while True:
            now = asyncio.get_running_loop().time()
            since = {connection: since.get(connection, now) for connection in connections()}
            self._spoken.intersection_update(since)
            self._proven.intersection_update(since)
            self._secured.intersection_update(since)
            # Clients of the gate keep proven connections ready for the requests to come.
            patient = self._spoken | self._proven
            for connection, opened in since.items():
                if connection not in patient and now - opened >= HEAD_SECONDS:
                    connection.force_close()
            await asyncio.sleep(HEAD_SECONDS / 4)

    async def aclose(self) -> None:
        """End streams and waits; finish changes."""
        for task in tuple(self._requests):
            task.cancel()
        await self._work.aclose(self._engine.config.shutdown_timeout)


def _over_unix_socket(request: web.Request) -> bool:
    transport = request.transport
    # A connection that is gone already is not trusted: who closes at once must not slip through.
    connection = transport.get_extra_info("socket") if transport is not None else None
    return connection is not None and connection.family == socket.AF_UNIX


_SERVER: Final = web.AppKey("server", Server)


def make_app(engine: Engine) -> web.Application:
    """The Docker API in front of an engine."""
    server = Server(engine)
    app = web.Application()
    app[_SERVER] = server
    app.router.add_route("*", r"/{path:[\s\S]*}", server.handle)

    async def close(_: web.Application) -> None:
        await server.aclose()

    app.on_shutdown.append(close)
    return app


class Listening:
    """A server that accepts connections."""

    def __init__(
        self,
        runner: web.AppRunner,
        watch: "asyncio.Task[None]",
        addresses: Sequence[str],
        sockets: Sequence[Path],
        guarded: gate.Gate | None,
        terminator: tls.Terminator | None,
    ) -> None:
        self._runner = runner
        self._watch = watch
        self._sockets = sockets
        self._gate = guarded
        self._terminator = terminator
        self.addresses = addresses
        """What it listens on, with real port numbers: unix:///run/…, tcp://127.0.0.1:2375."""

    async def aclose(self) -> None:
        """Accept no more, end streams, finish changes, remove the sockets."""
        for path in self._sockets:
            path.unlink(missing_ok=True)
        if self._gate is not None:
            self._gate.close()
        if self._terminator is not None:
            self._terminator.close()
        self._watch.cancel()
        await asyncio.gather(self._watch, return_exceptions=True)
        await self._runner.cleanup()
        if self._terminator is not None:
            await self._terminator.aclose()


class GateAddress(NamedTuple):
    """Where a gate opens, and to whom."""

    address: str
    """ADDRESS:PORT."""
    key: bytes


async def serve(
    app: web.Application,
    hosts: Sequence[str],
    group: str,
    guarded: GateAddress | None = None,
    identity: tls.Identity | None = None,
) -> Listening:
    """Listen on unix:///path, tcp://loopback:port, fd:// and at the gate; all of them or none.

    With an identity TCP is TLS, for clients that have a certificate, and on any address.
    Unix sockets get mode 0660 and, where it exists, the group. Raises InvalidParameter for an
    address that is not offered and SystemFailure for one that is taken.
    """
    runner = web.AppRunner(
        app,
        handler_cancellation=True,
        keepalive_timeout=KEEP_ALIVE_SECONDS,
        shutdown_timeout=SHUTDOWN_SECONDS,
        access_log=None,
        auto_decompress=False,
        handle_signals=False,
    )
    await runner.setup()
    paths: list[Path] = []
    listeners: list[socket.socket] = []
    addresses: list[str] = []
    entrance: socket.socket | None = None
    opened: gate.Gate | None = None
    secured: list[socket.socket] = []
    terminator: tls.Terminator | None = None
    try:
        if guarded is not None:
            entrance = gate.bind(guarded.address)
        for host in hosts:
            scheme, _, rest = host.partition("://")
            if scheme == "unix" and rest.startswith("/"):
                listeners.append(bind_unix(Path(rest), group))
                paths.append(Path(rest))
                addresses.append(host)
            elif host == "fd://":
                # Their paths are systemd's to remove.
                given = activation.inherited()
                listeners.extend(given)
                addresses.extend(f"unix://{one.getsockname()}" for one in given)
            elif scheme == "tcp":
                listener = bind_tcp(host, rest, secured=identity is not None)
                (listeners if identity is None else secured).append(listener)
                name, port = listener.getsockname()[:2]
                addresses.append(f"tcp://{f'[{name}]' if ':' in name else name}:{port}")
            else:
                raise InvalidParameter(
                    f"cannot listen on {host!r}: use unix:///path/to/socket, tcp://127.0.0.1:PORT "
                    "or, from systemd, fd://"
                )
        for listener in listeners:
            await web.SockSite(runner, listener, backlog=BACKLOG).start()
        if identity is not None:
            admit = functools.partial(_admit_secured, app[_SERVER], runner, identity.names)
            terminator = tls.Terminator(identity.context, admit)
            for listener in secured:
                terminator.listen(listener, BACKLOG)
        if guarded is not None and entrance is not None:
            opened = gate.Gate(guarded.key, functools.partial(_admit, app[_SERVER], runner))
            await opened.start(entrance)
            name, port = entrance.getsockname()[:2]
            addresses.append(f"gate {f'[{name}]' if ':' in name else name}:{port}")
    except BaseException:
        if terminator is not None:
            await terminator.aclose()
        for listener in (*listeners, *secured):
            listener.close()
        if entrance is not None:
            entrance.close()
        for path in paths:
            path.unlink(missing_ok=True)
        await runner.cleanup()
        raise
    http = runner.server
    assert http is not None
    watch = asyncio.create_task(app[_SERVER].close_silent(lambda: http.connections))
    return Listening(runner, watch, addresses, paths, opened, terminator)


def _admit(server: Server, runner: web.AppRunner, transport: asyncio.Transport) -> None:
    assert runner.server is not None
    connection = runner.server()
    server.admit(connection)
    transport.set_protocol(connection)
    connection.connection_made(transport)


async def _admit_secured(
    server: Server, runner: web.AppRunner, names: frozenset[str], plain: socket.socket
) -> None:
    def connection() -> RequestHandler:
        assert runner.server is not None
        made = runner.server()
        server.admit_secured(made, names)
        return made

    plain.setblocking(False)
    await asyncio.get_running_loop().connect_accepted_socket(connection, plain)


def bind_unix(path: Path, group: str) -> socket.socket:
    """A socket of mode 0660. A stale one is removed; raises SystemFailure for a live one."""
    _remove_stale(path)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _umask(0o777 & ~SOCKET_MODE):
            listener.bind(str(path))
        with contextlib.suppress(KeyError, PermissionError):
            os.chown(path, -1, grp.getgrnam(group).gr_gid)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise SystemFailure(f"cannot listen on unix://{path}: {error.strerror or error}") from error
    return listener


def _remove_stale(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        raise SystemFailure(
            f"cannot listen on unix://{path}: a file that is not a socket is there; remove it"
        )
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        try:
            probe.connect(str(path))
        except OSError as error:
            if error.errno in {errno.ECONNREFUSED, errno.ENOENT}:
                path.unlink(missing_ok=True)
                return
    raise SystemFailure(
        f"cannot listen on unix://{path}: another program answers there; stop it or use another "
        "path"
    )


@contextlib.contextmanager
def _umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def bind_tcp(host: str, rest: str, *, secured: bool = False) -> socket.socket:
    """A socket on a loopback address or, for TLS, on any. Raises InvalidParameter for others."""
    try:
        parts = urlsplit(f"//{rest}")
        name, port = parts.hostname or "", parts.port
        address = ipaddress.ip_address("127.0.0.1" if name == "localhost" else name)
    except ValueError as error:
        raise InvalidParameter(
            f"cannot listen on {host!r}: expected tcp://127.0.0.1:PORT"
        ) from error
    if not (secured or address.is_loopback):
        raise InvalidParameter(
            f"refusing to listen on {host!r}: whoever reaches it would own this machine. Use "
            "--tlsverify, a loopback address, a Unix socket, or an SSH tunnel to it"
        )
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((str(address), (2376 if secured else 2375) if port is None else port))
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise SystemFailure(f"cannot listen on {host}: {error.strerror or error}") from error
    return listener
