"""Builds: Davit's own calls, which other engines answer with NotFound, and the classic one."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from davit_desktop.client import transport
from davit_desktop.client.build_events import BuildRecord, Check, RawLines
from davit_desktop.client.build_spec import BuildSpec, query
from davit_desktop.client.errors import ProgressFailed
from davit_desktop.client.streams import LinesDecoder
from davit_desktop.client.types import Progress, decode

if TYPE_CHECKING:
    from davit_desktop.client.build_context import BuildContext

_INQUIRY = 60.0  # seconds of silence before a plain question is given up
_OWN = "/davit/v1/builds"

Logins = Mapping[str, object]
"""What to be at each registry, as `engine.Auth`."""


class Builds:
    """Made by `EngineClient.builds`. A build ends when who began it stops reading its lines."""

    def __init__(
        self, sender: transport.Transport, versioned: Callable[[str], Awaitable[str]]
    ) -> None:
        self._transport = sender
        self._versioned = versioned

    async def known(self) -> list[BuildRecord]:
        """The builds that the engine remembers, newest first. Raises NotFound where it has none of
        these calls."""
        answer = await self._request("GET", _OWN, timeout=_INQUIRY)
        return decode(answer.body, list[BuildRecord])

    async def record(self, id: str) -> BuildRecord:
        """Raises NotFound for one that is not known."""
        answer = await self._request("GET", f"{_OWN}/{_part(id)}", timeout=_INQUIRY)
        return decode(answer.body, BuildRecord)

    async def dockerfile(self, id: str) -> str:
        """The text that was built."""
        answer = await self._request("GET", f"{_OWN}/{_part(id)}/dockerfile", timeout=_INQUIRY)
        return answer.body.decode(errors="replace")

    async def remove(self, id: str) -> None:
        """Forget a build; its image and cache stay. Raises Conflict while it runs."""
        await self._request("DELETE", f"{_OWN}/{_part(id)}")

    async def cancel(self, id: str) -> None:
        """One that has ended already is no error."""
        await self._request("POST", f"{_OWN}/{_part(id)}/cancel")

    def events(self, id: str, *, follow: bool = False) -> AsyncGenerator[list[bytes]]:
        """Its lines from the first on, as many at once as there are, for `build_events.event_of`;
        `follow` goes on to the end."""
        params = {"follow": "1"} if follow else {}
        return self._raw("GET", f"{_OWN}/{_part(id)}/events", params)

    async def lend(self, secrets: Mapping[str, str]) -> str:
        """Lend secrets, in base64 by id, to the one build that is told of the loan's id."""
        body = msgspec.json.encode({"secrets": secrets})
        headers = {"Content-Type": "application/json"}
        where = await self._versioned("/davit/v1/build/secrets")
        answer = await self._transport.request("POST", where, content=body, headers=headers)
        return decode(answer.body, _Loan).id

    def start(
        self,
        spec: BuildSpec,
        context: BuildContext,
        logins: Logins | None = None,
        *,
        loan: str = "",
    ) -> AsyncGenerator[list[bytes]]:
        """Build it, and tell of it in such lines. Leaving early cancels the build."""
        params = query(spec, dockerfile=context.dockerfile, remote=context.remote)
        if context.folder:
            params["folder"] = context.folder
        if loan:
            params["secrets"] = loan
        headers, content = _headers(logins or {}), _content(spec, context)
        return self._raw("POST", "/davit/v1/build", params, headers, content)

    async def classic(
        self, spec: BuildSpec, context: BuildContext, logins: Logins | None = None
    ) -> AsyncGenerator[Progress]:
        """The same of any engine. Raises ProgressFailed for what fails after it has begun."""
        decoder = LinesDecoder(Progress)
        path = await self._versioned("/build")
        stream = self._transport.stream(
            "POST",
            path,
            params=query(spec, dockerfile=context.dockerfile, remote=context.remote),
            headers=_headers(logins or {}),
            content=_content(spec, context),
        )
        async with stream as reply, aclosing(reply.chunks()) as chunks:
            async for chunk in chunks:
                for line in decoder.feed(chunk):
                    if line.error or line.error_detail.message:
                        raise ProgressFailed(line.error_detail.message or line.error)
                    yield line

    async def check(self, dockerfile: bytes) -> Check:
        """What is wrong, or likely a mistake, in the text of a Dockerfile."""
        answer = await self._request(
            "POST", "/davit/v1/build/check", content=dockerfile, timeout=_INQUIRY
        )
        return decode(answer.body, Check)

    async def _request(
        self, method: str, path: str, *, content: bytes | None = None, timeout: float | None = None
    ) -> transport.Answer:
        where = await self._versioned(path)
        return await self._transport.request(method, where, content=content, timeout=timeout)

    async def _raw(
        self,
        method: str,
        path: str,
        params: transport.Params,
        headers: Mapping[str, str] | None = None,
        content: transport.Body = None,
    ) -> AsyncGenerator[list[bytes]]:
        lines = RawLines()
        where = await self._versioned(path)
        stream = self._transport.stream(
            method, where, params=params, headers=headers, content=content
        )
        async with stream as reply:
            async with aclosing(reply.chunks()) as chunks:
                async for chunk in chunks:
                    if whole := lines.feed(chunk):
                        yield whole
            if rest := lines.finish():
                yield rest


class _Loan(msgspec.Struct, frozen=True):
    id: str


def _content(spec: BuildSpec, context: BuildContext) -> transport.Body:
    return None if context.pieces is None else context.chunks(compress=spec.compress)


def _headers(logins: Logins) -> dict[str, str]:
    headers = {"Content-Type": "application/x-tar"}
    if logins:
        told = base64.urlsafe_b64encode(msgspec.json.encode(logins)).decode()
        headers["X-Registry-Config"] = told
    return headers


def _part(text: str) -> str:
    return quote(text, safe="")
