"""Run nftables commands, each text as one transaction.

In-process through libnftables where it is installed (a millisecond or two), else through the `nft`
program.
"""

import contextlib
import ctypes
import ctypes.util
import shutil
import signal
import subprocess
from typing import Final

from davit_engine.errors import SystemFailure, Unavailable

_TERSE: Final = 1 << 11
"""NFT_CTX_OUTPUT_TERSE: list sets without their elements."""
_SONAME: Final = "libnftables.so.1"
_PATH: Final = "/usr/sbin:/sbin:/usr/bin:/bin"


class Nftables:
    """Blocking, and tied to the network namespace and the thread of the first call.

    The first commands go through the program even where the library is installed: some versions
    crash over sets of other tables that a newer nft has made, and then the crash is the program's.
    """

    def __init__(self) -> None:
        self._library: ctypes.CDLL | None = None
        self._context: int | None = None
        self._opened = False

    def run(self, commands: str) -> str:
        """Apply all commands or none; what they print.

        Raises SystemFailure with nft's own words and Unavailable without nftables.
        """
        first = not self._opened
        if first:
            self._open()
        program = shutil.which("nft", path=_PATH) if first or self._library is None else None
        if program is not None or self._library is None:
            return _spawn(program, commands)
        text = commands.encode()
        if self._library.nft_run_cmd_from_buffer(self._context, text) != 0:
            error = self._library.nft_ctx_get_error_buffer(self._context)
            raise SystemFailure(f"nftables refused the rules: {error.decode().strip()}")
        printed: bytes = self._library.nft_ctx_get_output_buffer(self._context)
        return printed.decode()

    def close(self) -> None:
        if self._library is not None:
            self._library.nft_ctx_free(self._context)
        self._library = self._context = None
        self._opened = False

    def _open(self) -> None:
        self._opened = True
        try:
            library = ctypes.CDLL(_SONAME)
        except OSError:
            return
        library.nft_ctx_new.restype = ctypes.c_void_p
        library.nft_ctx_new.argtypes = (ctypes.c_uint32,)
        library.nft_ctx_free.argtypes = (ctypes.c_void_p,)
        library.nft_ctx_free.restype = None
        library.nft_ctx_buffer_output.argtypes = (ctypes.c_void_p,)
        library.nft_ctx_buffer_error.argtypes = (ctypes.c_void_p,)
        library.nft_ctx_get_output_buffer.argtypes = (ctypes.c_void_p,)
        library.nft_ctx_get_output_buffer.restype = ctypes.c_char_p
        library.nft_ctx_get_error_buffer.argtypes = (ctypes.c_void_p,)
        library.nft_ctx_get_error_buffer.restype = ctypes.c_char_p
        library.nft_ctx_output_set_flags.argtypes = (ctypes.c_void_p, ctypes.c_uint)
        library.nft_ctx_output_set_flags.restype = None
        library.nft_run_cmd_from_buffer.argtypes = (ctypes.c_void_p, ctypes.c_char_p)
        context = library.nft_ctx_new(0)
        if not context:
            return
        library.nft_ctx_output_set_flags(context, _TERSE)
        library.nft_ctx_buffer_output(context)
        library.nft_ctx_buffer_error(context)
        self._library, self._context = library, context


def load() -> None:
    """Read the library from the disk, so that the first use need not wait for it."""
    with contextlib.suppress(OSError):
        ctypes.CDLL(_SONAME)


def _spawn(program: str | None, commands: str) -> str:
    if program is None:
        raise Unavailable(
            "nftables is not installed, so containers reach no network and ports cannot be "
            "published. Install the package nftables and start the engine again."
        )
    done = subprocess.run(
        [program, "-t", "-f", "-"], input=commands.encode(), capture_output=True, check=False
    )
    if done.returncode < 0:
        raise SystemFailure(
            f"{program} was killed by {signal.Signals(-done.returncode).name} while it read the "
            "tables that are there; some versions cannot read what a newer nft has made. Update "
            "nftables, or remove the other program's tables, and start the engine again."
        )
    if done.returncode != 0:
        error = done.stderr.decode(errors="replace").strip()
        raise SystemFailure(f"nftables refused the rules: {error}")
    return done.stdout.decode(errors="replace")
