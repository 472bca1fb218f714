"""overlayfs: one mount that joins layers below a writable folder (kernel overlayfs.rst)."""

import errno
import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from davit_engine.kernel.mounts import MAX_OPTIONS, MS_NODEV, MS_RDONLY, mount
from davit_engine.kernel.paths import fd_path

_FIXED: Final = "index=off,redirect_dir=off,metacopy=off"
"""Whatever the kernel's defaults are: the upper folder must hold whole files under their own names,
because `changes` and `diff` read it, and a layer may come from it."""


def mount_overlay(
    target: Path,
    lowers: Sequence[Path],
    *,
    upper: Path | None = None,
    work: Path | None = None,
    read_only: bool = False,
) -> None:
    """Join folders, topmost first; without `upper` two at least. Device nodes are unusable in it.

    Raises OSError.
    """
    flags = MS_NODEV | (MS_RDONLY if read_only else 0)
    plain = _options(
        [str(path) for path in lowers], str(upper) if upper else "", str(work) if work else ""
    )
    if len(os.fsencode(plain)) <= MAX_OPTIONS and not any(
        char in str(path) for path in (*lowers, upper, work) for char in ':,\\"'
    ):
        mount("overlay", target, "overlay", flags, plain)
        return
    # Descriptors make short names that need no escaping, so some 200 layers fit into one page.
    with ExitStack() as stack:

        def short(path: Path) -> str:
            handle = os.open(path, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
            stack.callback(os.close, handle)
            return fd_path(handle).decode()

        options = _options(
            [short(path) for path in lowers],
            short(upper) if upper else "",
            short(work) if work else "",
        )
        if len(options) > MAX_OPTIONS:
            raise OSError(errno.E2BIG, f"{len(lowers)} layers are too many", str(target))
        mount("overlay", target, "overlay", flags, options)


def _options(lowers: Sequence[str], upper: str, work: str) -> str:
    options = f"{_FIXED},lowerdir={':'.join(lowers)}"
    return f"{options},upperdir={upper},workdir={work}" if upper else options
