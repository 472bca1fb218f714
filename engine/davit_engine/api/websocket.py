"""Attach over a WebSocket: what the process writes and reads, raw, a frame as it comes."""

import asyncio

from aiohttp import WSCloseCode, WSMsgType, web

from davit_engine.api.call import Call
from davit_engine.api.streams import DetachFilter, log_end
from davit_engine.containers.attachment import Attachment
from davit_engine.errors import EngineError, InvalidParameter

BINARY_SINCE = (1, 28)
"""The first API version whose frames from the process are binary; before, they claim to be text."""


def require_websocket(call: Call) -> None:
    """Raises InvalidParameter for a request that is no WebSocket handshake."""
    try:
        ready = web.WebSocketResponse().can_prepare(call.request)
    except web.HTTPException:
        ready = None
    if not ready:
        raise InvalidParameter(
            "attach/ws speaks WebSocket only and this request is no handshake of it (RFC 6455); "
            "POST /containers/{id}/attach with `Upgrade: tcp` carries the same streams"
        )


async def carry_websocket(
    call: Call, attachment: Attachment, *, terminal: bool, stdin: bool, detach_keys: bytes
) -> web.StreamResponse:
    """Join a client with a process until the process ends, the client detaches or leaves.

    Both outputs come in one stream, without Docker's frames. A WebSocket cannot be closed by
    halves: a client that leaves ends the process's input too.
    """
    response = web.WebSocketResponse(compress=False)
    response.headers.update(call.headers)
    kind = WSMsgType.BINARY if call.version >= BINARY_SINCE else WSMsgType.TEXT
    detaching = DetachFilter(detach_keys) if terminal and stdin else None
    try:
        await response.prepare(call.request)
        output = asyncio.create_task(_output(response, attachment, kind))
        feed = asyncio.create_task(_input(response, attachment if stdin else None, detaching))
        try:
            await asyncio.wait({output, feed}, return_when=asyncio.FIRST_COMPLETED)
            if output.done() and (error := output.exception()) is not None:
                log_end(call, error)
        finally:
            for task in (output, feed):
                task.cancel()
            await asyncio.gather(output, feed, return_exceptions=True)
    finally:
        await attachment.aclose()
    await response.close()
    return response


async def _output(response: web.WebSocketResponse, attachment: Attachment, kind: WSMsgType) -> None:
    try:
        async for _, data in attachment:
            await response.send_frame(data, kind)
    except EngineError as error:
        await response.close(code=WSCloseCode.INTERNAL_ERROR, message=str(error).encode()[:123])
        raise


async def _input(
    response: web.WebSocketResponse, attachment: Attachment | None, detaching: DetachFilter | None
) -> None:
    """Pass on what the client sends until it leaves or types the detach keys."""
    async for message in response:
        if message.type is WSMsgType.TEXT:
            data = message.data.encode()
        elif message.type is WSMsgType.BINARY:
            data = message.data
        else:
            break
        detached = False
        if detaching is not None:
            data, detached = detaching.feed(data)
        if data and attachment is not None:
            await attachment.write(data)
        if detached:
            return
    if attachment is not None:
        attachment.close_stdin()
