"""The zstd library that there is: Python's own, its backport, or the python-zstandard binding.

Distributions ship the binding. It decompresses whole inputs at once, so here it is fed in slices
so small that no slice can unpack to more than some hundred MiB.
"""

import importlib
from typing import Any, Final

_WINDOW_LOG: Final = 27
"""128 MiB, the most that `zstd -d` accepts without being told otherwise."""

SLICE: Final = 4 << 10
"""Bytes given to the binding at once: a block of 4 bytes can stand for 128 KiB."""


def _library() -> tuple[Any, bool]:
    """The module, and whether it is the binding."""
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return importlib.import_module(name), False
        except ModuleNotFoundError:
            continue
    return importlib.import_module("zstandard"), True


_module, _is_binding = _library()

ZstdError: type[Exception] = _module.ZstdError


def decompressor() -> Any:
    """For one frame, with the interface of the decompressors in bz2 and lzma."""
    if _is_binding:
        return Sliced(_module)
    options = {_module.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return _module.ZstdDecompressor(options=options)


class Sliced:
    """python-zstandard's decompressor, with output that has a limit."""

    def __init__(self, module: Any) -> None:
        self._frame = module.ZstdDecompressor(max_window_size=1 << _WINDOW_LOG).decompressobj()
        self._input = b""
        self._at = 0
        self._output = b""

    @property
    def eof(self) -> bool:
        return bool(self._frame.eof) and not self._output

    @property
    def needs_input(self) -> bool:
        return not (self._frame.eof or self._at < len(self._input) or self._output)

    @property
    def unused_data(self) -> bytes:
        """What follows the frame, once its end was reached."""
        if not self._frame.eof:
            return b""
        return bytes(self._frame.unused_data) + self._input[self._at :]

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most `max_length` bytes. Raises ZstdError, and EOFError after the end."""
        if self.eof:
            raise EOFError("the frame has ended")
        if data:
            self._input, self._at = self._input[self._at :] + data, 0
        while not (self._output or self._frame.eof) and self._at < len(self._input):
            piece = self._input[self._at : self._at + SLICE]
            self._at += len(piece)
            self._output = self._frame.decompress(piece)
        if max_length < 0:
            max_length = len(self._output)
        given, self._output = self._output[:max_length], self._output[max_length:]
        return given
