"""Carry bytes between two connections: both ways, with half-close and back-pressure.

An End is the protocol of one connection, `join` makes two of them a stream. Nothing is decoded and
nothing is copied twice: what arrives in an End's buffer is handed to the other's transport at once,
and an End whose partner cannot write any more stops reading.
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable
from typing import Final, cast

from typing_extensions import override

_BUFFER: Final = 256 * 1024
_HIGH_WATER: Final = 512 * 1024
"""Bytes that may wait in a transport before its partner stops reading."""

_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)
_WINDOWS_RESET_ON_CLOSE: Final = struct.pack("hh", 1, 0)


class End(asyncio.BufferedProtocol):
    """One connection of a stream.

    Until it is joined it takes one buffer of bytes, says so through `began`, and stops reading.
    """

    def __init__(
        self,
        *,
        began: Callable[["End"], None] | None = None,
        ended: Callable[["End"], None] | None = None,
    ) -> None:
        self.transport: asyncio.Transport
        self.partner: End | None = None
        self.waiting = b""
        """Bytes that came before there was a partner."""
        self.finished = False
        """The other side will send nothing more."""
        self.lost = False
        self.moved_at = 0.0
        """Loop time of the last byte from this side; 0 before the first."""
        self._began = began
        self._ended = ended
        self._buffer = bytearray(_BUFFER)
        self._loop = asyncio.get_running_loop()

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.transport.set_write_buffer_limits(high=_HIGH_WATER)

    @override
    def get_buffer(self, sizehint: int) -> bytearray:
        return self._buffer

    @override
    def buffer_updated(self, nbytes: int) -> None:
        self.moved_at = self._loop.time()
        if self.partner is None:
            self.waiting += bytes(memoryview(self._buffer)[:nbytes])
            self._pause()
            self._announce()
            return
        transport = self.partner.transport
        transport.write(memoryview(self._buffer)[:nbytes])
        if transport.get_write_buffer_size():
            # The transport may have kept the view itself, so the memory is its own from here.
            self._buffer = bytearray(_BUFFER)

    @override
    def eof_received(self) -> bool:
        self.finished = True
        if self.partner is None:
            self._announce()
        else:
            self.partner.finish()
            self._close_when_both_finished()
        return True

    @override
    def pause_writing(self) -> None:
        if self.partner is not None:
            self.partner._pause()

    @override
    def resume_writing(self) -> None:
        if self.partner is not None:
            self.partner._resume()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        if self.partner is not None and not self.partner.lost:
            if exc is None or self.partner.delivers:
                self.partner.transport.close()
            else:
                self.partner.reset()
        if self._ended is not None:
            self._ended(self)

    delivers = False
    """A failure of the partner still lets what it said before reach this side."""

    def finish(self) -> None:
        """Tell this side that no more bytes follow; what it sends is still wanted."""
        if self.transport.is_closing():
            return
        with contextlib.suppress(OSError):
            # A side that is gone already is noticed by its connection_lost.
            self.transport.write_eof()

    def reset(self) -> None:
        """Break the connection so that the other side notices at once (a TCP reset)."""
        connection = self.transport.get_extra_info("socket")
        if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
            for linger in (_RESET_ON_CLOSE, _WINDOWS_RESET_ON_CLOSE):
                with contextlib.suppress(OSError):
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    break
        self.transport.abort()

    def _announce(self) -> None:
        began, self._began = self._began, None
        if began is not None:
            began(self)

    def _pause(self) -> None:
        if not self.finished and not self.transport.is_closing():
            self.transport.pause_reading()

    def _resume(self) -> None:
        if not self.finished and not self.transport.is_closing():
            self.transport.resume_reading()

    def _close_when_both_finished(self) -> None:
        if self.partner is not None and self.finished and self.partner.finished:
            self.transport.close()
            self.partner.transport.close()


def join(one: End, other: End) -> None:
    """Make the two ends a stream; what either said before is passed on first."""
    one.partner, other.partner = other, one
    for end, partner in ((one, other), (other, one)):
        if end.lost:
            partner.transport.close()
            return
        if end.waiting:
            partner.transport.write(end.waiting)
            end.waiting = b""
        if end.finished:
            partner.finish()
    for end, partner in ((one, other), (other, one)):
        if not partner.transport.get_write_buffer_size() > _HIGH_WATER:
            end._resume()
    one._close_when_both_finished()
