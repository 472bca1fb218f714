"""Docker's two stream formats as pure decoders: multiplexed frames and JSON lines.

A decoder is fed chunks cut anywhere and gives what became whole. Neither does input or output.

The multiplexed stream (attach, exec and logs of a container without a terminal) is a sequence of
frames: one byte stream number (0 stdin, 1 stdout, 2 stderr), three zero bytes, four bytes
big-endian length, then that many bytes.
https://docs.docker.com/reference/api/engine/version/v1.45/#tag/Container/operation/ContainerAttach
"""

from __future__ import annotations

import struct
from enum import StrEnum
from typing import Generic, TypeVar

from davit_desktop.client.errors import UnexpectedAnswer
from davit_desktop.client.types import decode
from davit_desktop.translation import tr

T = TypeVar("T")

_HEADER = struct.Struct(">B3xI")
LONGEST_LINE = 16 * 1024 * 1024  # a line of JSON beyond this is not the Docker API


class Stream(StrEnum):
    """Where bytes of a container came from. A terminal's output is all stdout."""

    STDIN = "stdin"
    STDOUT = "stdout"
    STDERR = "stderr"


_NUMBERED = (Stream.STDIN, Stream.STDOUT, Stream.STDERR)

Frame = tuple[Stream, bytes]


def encode_frame(stream: Stream, payload: bytes) -> bytes:
    """The frame that carries `payload`."""
    return _HEADER.pack(_NUMBERED.index(stream), len(payload)) + payload


class FrameDecoder:
    """Chunks of a multiplexed stream in, (stream, bytes) out.

    A frame longer than what has arrived is given in pieces, so that nothing is held back and a
    hostile length costs no memory.
    """

    def __init__(self) -> None:
        self._header = b""
        self._stream = Stream.STDOUT
        self._left = 0

    def feed(self, chunk: bytes) -> list[Frame]:
        """Raises UnexpectedAnswer when the bytes are not a multiplexed stream."""
        frames: list[Frame] = []
        at = 0
        while at < len(chunk):
            if self._left:
                piece = chunk[at : at + self._left]
                self._left -= len(piece)
                at += len(piece)
                frames.append((self._stream, piece))
                continue
            need = _HEADER.size - len(self._header)
            self._header += chunk[at : at + need]
            at += need
            if len(self._header) == _HEADER.size:
                number, self._left = _HEADER.unpack(self._header)
                if number >= len(_NUMBERED) or any(self._header[1:4]):
                    raise UnexpectedAnswer(
                        tr("The output is not a multiplexed stream; was it made with a terminal?")
                    )
                self._stream = _NUMBERED[number]
                self._header = b""
        return frames

    @property
    def mid_frame(self) -> bool:
        """Whether an end of the stream here would cut a frame."""
        return bool(self._left or self._header)


class RawDecoder:
    """The stream of a container with a terminal: every byte is stdout."""

    mid_frame = False

    def feed(self, chunk: bytes) -> list[Frame]:
        return [(Stream.STDOUT, chunk)] if chunk else []


class LinesDecoder(Generic[T]):
    """Chunks of a stream of JSON documents, one a line, in; records out."""

    def __init__(self, record: type[T]) -> None:
        self._record = record
        self._rest = bytearray()

    def feed(self, chunk: bytes) -> list[T]:
        """Raises UnexpectedAnswer for a line that is not such a record."""
        self._rest += chunk
        end = self._rest.rfind(b"\n")
        if end < 0:
            if len(self._rest) > LONGEST_LINE:
                raise UnexpectedAnswer(tr("The engine sent a line without end."))
            return []
        whole = bytes(self._rest[:end])
        del self._rest[: end + 1]
        return [decode(line, self._record) for line in whole.split(b"\n") if line.strip()]

    def finish(self) -> list[T]:
        """The last document, when it was not ended by a newline."""
        rest = bytes(self._rest)
        self._rest.clear()
        return [decode(rest, self._record)] if rest.strip() else []
