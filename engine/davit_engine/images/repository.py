"""One repository of a registry: manifests, blobs, tags and uploads.

By the OCI distribution specification. Nothing that a registry says is believed before it is
checked against the digest that was asked for.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import BinaryIO, Final, TypeVar

import aiohttp
import msgspec
from yarl import URL

from davit_engine.errors import (
    EngineError,
    Forbidden,
    InvalidParameter,
    NotFound,
    Unauthorized,
)
from davit_engine.images.authentication import Challenge, basic, parse_challenges
from davit_engine.images.content import DigestMismatch
from davit_engine.images.credentials import Credentials
from davit_engine.images.endpoints import Endpoint, forbidden_target
from davit_engine.images.manifest import ACCEPTED, MANIFEST_MAX, Descriptor
from davit_engine.images.reference import Reference
from davit_engine.images.refusal import Interrupted, pull_refused, refused
from davit_engine.images.registry import BUFFER, Registry, Truncated, find_challenge

T = TypeVar("T")

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_REDIRECTS_MAX: Final = 5
_TAGS_MAX: Final = 100_000


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A manifest or index as a registry gave it; its bytes fit its digest."""

    raw: bytes
    media_type: str
    digest: str


class BlobStream(msgspec.Struct, frozen=True):
    """The rest of a blob from the offset that was asked for."""

    chunks: AsyncIterator[bytes]


class Repository:
    """The repository that a reference names, with the tokens that it takes."""

    def __init__(
        self,
        registry: Registry,
        reference: Reference,
        credentials: Credentials,
        *,
        push: bool = False,
        sources: Sequence[str] = (),
    ) -> None:
        """For one piece of work; `sources` are repositories to mount from."""
        self._registry = registry
        self._reference = reference
        self._credentials = credentials
        self._push = push
        self._scopes = [f"repository:{reference.path}:pull{',push' if push else ''}"]
        self._scopes += [f"repository:{source}:pull" for source in sources]
        self._tokens: dict[URL, tuple[str, float]] = {}
        self._challenges: dict[URL, list[Challenge]] = {}
        self._login = asyncio.Lock()

    async def manifest(self, target: str) -> Found:
        """The manifest or index by tag or digest. Raises Docker's words for what is not there."""
        return await self._from_any(lambda endpoint: self._manifest(endpoint, target))

    async def small_blob(self, descriptor: Descriptor, limit: int) -> bytes:
        """A blob to be held in memory, checked. Raises DigestMismatch."""
        if descriptor.size > limit:
            raise InvalidParameter(
                f"{descriptor.digest} is {descriptor.size} bytes long; at most {limit} are taken"
            )

        async def fetch() -> bytes:
            async with self.blob(descriptor.digest, 0) as stream:
                data = b""
                async for chunk in stream.chunks:
                    data += chunk
                    if len(data) > descriptor.size:
                        break
            if len(data) != descriptor.size or sha256(data) != descriptor.digest:
                raise DigestMismatch(
                    f"image config verification failed for digest {descriptor.digest}"
                )
            return data

        return await self._registry.retrying(fetch)

    @asynccontextmanager
    async def blob(self, digest: str, offset: int) -> AsyncIterator[BlobStream]:
        """A blob from `offset` bytes on. Raises Interrupted for what may be tried again."""
        async with AsyncExitStack() as stack:

            async def ask(endpoint: Endpoint) -> aiohttp.ClientResponse:
                headers = {"Range": f"bytes={offset}-"} if offset else {}
                path = f"{self._reference.path}/blobs/{digest}"
                response = await stack.enter_async_context(
                    self._send("GET", endpoint, endpoint.url(path), headers)
                )
                if response.status == 416:
                    raise Truncated(f"the registry has no more than {offset} bytes of {digest}")
                if response.status not in (200, 206):
                    raise pull_refused(await self._registry.refusal(response), self._reference)
                return response

            response = await self._from_any(ask)
            skip = _skipped(response, offset)
            yield BlobStream(_chunks(response, skip, digest))

    async def tags(self) -> list[str]:
        """All tags of the repository."""
        return await self._from_any(self._tags)

    async def has_blob(self, descriptor: Descriptor) -> bool:
        endpoint = await self._home()
        path = f"{self._reference.path}/blobs/{descriptor.digest}"

        async def ask() -> bool:
            async with self._send("HEAD", endpoint, endpoint.url(path), {}) as response:
                if response.status in (200, 404):
                    return response.status == 200
                raise await self._push_refused(response)

        return await self._registry.retrying(ask)

    async def mount(self, digest: str, source: str) -> URL | None:
        """Share a blob of another repository; None when done, else where to upload it."""
        return await self._begin_upload({"mount": digest, "from": source})

    async def upload(
        self,
        descriptor: Descriptor,
        open_blob: Callable[[], BinaryIO],
        run: Callable[..., Awaitable[bytes]],
        progress: Callable[[int], None],
        location: URL | None = None,
    ) -> None:
        """Send a blob. `run` calls the file's read in a worker thread."""

        async def attempt() -> None:
            nonlocal location
            where = location or await self._begin_upload({})
            # An upload session that failed once is not used again.
            location = None
            assert where is not None
            endpoint = await self._home()
            with open_blob() as file:

                async def body() -> AsyncIterator[bytes]:
                    sent = 0
                    while block := await run(file.read, BUFFER):
                        yield block
                        sent += len(block)
                        progress(sent)

                headers = {
                    "Content-Type": "application/octet-stream",
                    "Content-Length": str(descriptor.size),
                }
                url = where.update_query(digest=descriptor.digest)
                async with self._send("PUT", endpoint, url, headers, body) as response:
                    if response.status != 201:
                        raise await self._push_refused(response)

        await self._registry.retrying(attempt)

    async def put_manifest(self, target: str, raw: bytes, media_type: str) -> None:
        endpoint = await self._home()
        url = endpoint.url(f"{self._reference.path}/manifests/{target}")

        async def attempt() -> None:
            async with self._send(
                "PUT", endpoint, url, {"Content-Type": media_type}, lambda: raw
            ) as response:
                if response.status not in (200, 201, 202):
                    raise await self._push_refused(response)

        await self._registry.retrying(attempt)

    async def _manifest(self, endpoint: Endpoint, target: str) -> Found:
        url = endpoint.url(f"{self._reference.path}/manifests/{target}")

        async def ask() -> Found:
            async with self._send("GET", endpoint, url, {"Accept": ", ".join(ACCEPTED)}) as answer:
                if answer.status != 200:
                    raise pull_refused(await self._registry.refusal(answer), self._reference)
                raw = await _read_limited(answer, MANIFEST_MAX)
                return _verified(raw, answer, target)

        return await self._registry.retrying(ask)

    async def _tags(self, endpoint: Endpoint) -> list[str]:
        tags: list[str] = []
        url: URL | None = endpoint.url(f"{self._reference.path}/tags/list")
        while url is not None and len(tags) < _TAGS_MAX:
            async with self._send("GET", endpoint, url, {}) as response:
                if response.status != 200:
                    raise pull_refused(await self._registry.refusal(response), self._reference)
                raw = await _read_limited(response, MANIFEST_MAX)
                link = response.links.get("next")
            try:
                tags += msgspec.json.decode(raw, type=_TagList).tags or []
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise InvalidParameter(
                    f"the registry's list of tags is invalid: {error}"
                ) from error
            following = link.get("url") if link is not None else None
            if not isinstance(following, URL) or following.origin() != endpoint.origin:
                break
            url = following if following != url else None
        return tags

    async def _begin_upload(self, query: Mapping[str, str]) -> URL | None:
        endpoint = await self._home()
        url = endpoint.url(f"{self._reference.path}/blobs/uploads/").with_query(query)

        async def ask() -> URL | None:
            async with self._send(
                "POST", endpoint, url, {"Content-Length": "0"}, lambda: b""
            ) as response:
                if response.status == 201 and "mount" in query:
                    return None
                if response.status != 202:
                    raise await self._push_refused(response)
                location = response.headers.get("Location", "")
                target = response.url.join(URL(location, encoded=True))
                reason = _bad_redirect(endpoint, target) if location else "it names no place"
                if reason:
                    raise InvalidParameter(f"the registry's upload address is unusable: {reason}")
                return target

        return await self._registry.retrying(ask)

    async def _push_refused(self, response: aiohttp.ClientResponse) -> EngineError:
        refusal = await self._registry.refusal(response)
        if refusal.status == 401:
            return Unauthorized(
                f"{refusal.text}. Log in with: docker login {self._reference.domain}"
            )
        return refused(refusal)

    async def _home(self) -> Endpoint:
        """The registry itself, never a mirror."""
        endpoint, challenges = await self._registry.locate(self._reference.domain)
        self._challenges.setdefault(endpoint.origin, challenges)
        return endpoint

    async def _from_any(self, ask: Callable[[Endpoint], Awaitable[T]]) -> T:
        """Ask the mirrors, then the registry itself; its refusal is the one that counts."""
        for mirror in self._registry.mirrors(self._reference.domain):
            try:
                if mirror.origin not in self._challenges:
                    self._challenges[mirror.origin] = await self._registry.ping(mirror)
                return await ask(mirror)
            except (Interrupted, NotFound, Unauthorized, InvalidParameter, DigestMismatch):
                continue
        return await ask(await self._home())

    @asynccontextmanager
    async def _send(
        self,
        method: str,
        endpoint: Endpoint,
        url: URL,
        headers: Mapping[str, str],
        body: Callable[[], object] | None = None,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """A request with the right credentials, its redirects followed.

        A 401 is answered once with a new token; what comes then is the caller's to judge.
        """
        renewed = redirects = 0
        while True:
            ours = url.origin() == endpoint.origin
            authorization = await self._authorization(method, endpoint, url) if ours else ""
            extra = {"Authorization": authorization} if authorization else {}
            data = body() if body is not None else None
            async with self._registry.request(
                method, endpoint, url, {**headers, **extra}, data
            ) as response:
                location = response.headers.get("Location", "")
                if response.status in _REDIRECTS and location and method in ("GET", "HEAD"):
                    target = response.url.join(URL(location, encoded=True))
                    reason = _bad_redirect(endpoint, target)
                    redirects += 1
                    if redirects > _REDIRECTS_MAX:
                        reason = f"more than {_REDIRECTS_MAX} redirects"
                    if reason:
                        raise InvalidParameter(
                            f"the registry redirects {url} to {target.with_query(None)}, which is "
                            f"not followed: {reason}"
                        )
                    url = target
                    continue
                if response.status == 401 and ours and not renewed:
                    renewed = 1
                    offered = parse_challenges(response.headers.getall("WWW-Authenticate", []))
                    if await self._renew(endpoint, offered, authorization):
                        continue
                yield response
                return

    async def _authorization(self, method: str, endpoint: Endpoint, url: URL) -> str:
        """The Authorization header for the endpoint, or empty."""
        if self._credentials.registry_token and not endpoint.mirror:
            return f"Bearer {self._credentials.registry_token}"
        challenges = self._challenges.get(endpoint.origin, [])
        bearer = find_challenge(challenges, "bearer")
        if bearer is not None:
            async with self._login:
                value, expires = self._tokens.get(endpoint.origin, ("", 0.0))
                if time.monotonic() >= expires:
                    value = await self._new_token(endpoint, bearer)
            return f"Bearer {value}"
        if find_challenge(challenges, "basic") is not None and not endpoint.mirror:
            if not self._credentials.username:
                # Not Unauthorized: at a 401 the docker CLI asks for a password on its stdin, and
                # dockerd answers otherwise here.
                raise Forbidden(
                    f'{method.capitalize()} "{url}": no basic auth credentials. Log in with: '
                    f"docker login {self._reference.domain}"
                )
            return basic(self._credentials)
        return ""

    async def _renew(self, endpoint: Endpoint, offered: list[Challenge], used: str) -> bool:
        """Get ready for another attempt after a 401; False when there is nothing new to offer."""
        if not offered:
            return False
        self._challenges[endpoint.origin] = offered
        bearer = find_challenge(offered, "bearer")
        if bearer is None:
            return not used and bool(self._credentials.username) and not endpoint.mirror
        if self._credentials.registry_token:
            return False
        async with self._login:
            if f"Bearer {self._tokens.get(endpoint.origin, ('', 0.0))[0]}" == used or not used:
                await self._new_token(endpoint, bearer)
        return True

    async def _new_token(self, endpoint: Endpoint, challenge: Challenge) -> str:
        credentials = Credentials() if endpoint.mirror else self._credentials
        token = await self._registry.token(endpoint, challenge, self._scopes, credentials)
        self._tokens[endpoint.origin] = token.value, time.monotonic() + token.expires_in * 0.9
        return token.value


class _TagList(msgspec.Struct):
    tags: list[str] | None = None


def sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


async def _chunks(response: aiohttp.ClientResponse, skip: int, digest: str) -> AsyncIterator[bytes]:
    try:
        async for chunk in response.content.iter_any():
            if skip >= len(chunk):
                skip -= len(chunk)
                continue
            yield chunk[skip:] if skip else chunk
            skip = 0
    except aiohttp.ClientPayloadError as error:
        if isinstance(error.__cause__, OSError):
            raise Interrupted(f"the download of {digest} broke off: {error.__cause__}") from error
        raise Truncated(f"the registry ended {digest} too early: unexpected EOF") from error


def _skipped(response: aiohttp.ClientResponse, offset: int) -> int:
    """Bytes at the start of an answer that are there already."""
    if response.status == 200:
        return offset
    content_range = response.headers.get("Content-Range", "")
    start = content_range.removeprefix("bytes ").partition("-")[0].strip()
    if not start.isdecimal() or int(start) > offset:
        raise Interrupted(f"the registry answered with a range that was not asked for: {start!r}")
    return offset - int(start)


async def _read_limited(response: aiohttp.ClientResponse, limit: int) -> bytes:
    data = b""
    async for chunk in response.content.iter_any():
        data += chunk
        if len(data) > limit:
            raise InvalidParameter(f"the registry's answer is longer than {limit} bytes")
    return data


def _verified(raw: bytes, response: aiohttp.ClientResponse, target: str) -> Found:
    digest = sha256(raw)
    claimed = response.headers.get("Docker-Content-Digest", "")
    if target.startswith("sha256:") and target != digest:
        raise DigestMismatch(f"manifest verification failed for digest {target}")
    if claimed.startswith("sha256:") and claimed != digest:
        raise DigestMismatch(f"manifest verification failed for digest {claimed}")
    return Found(raw=raw, media_type=response.headers.get("Content-Type", ""), digest=digest)


def _bad_redirect(endpoint: Endpoint, target: URL) -> str:
    reason = forbidden_target(target)
    if not reason and target.scheme != "https" and endpoint.base.scheme == "https":
        reason = "it leads from HTTPS to plain HTTP"
    return reason
