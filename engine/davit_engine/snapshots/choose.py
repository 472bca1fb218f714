"""Which snapshotter this computer can have."""

import asyncio
import functools
import logging
import shutil

from davit_engine.config import Config
from davit_engine.errors import InvalidParameter, Unavailable
from davit_engine.kernel.mounts import knows_filesystem
from davit_engine.snapshots.erofs import OLDEST, ErofsLayers, utils_version
from davit_engine.snapshots.overlay import OverlaySnapshotter
from davit_engine.snapshots.snapshotter import Snapshotter

log = logging.getLogger(__name__)


async def choose(config: Config) -> Snapshotter:
    """The snapshotter that the settings name, or with `auto` the best there is.

    Raises Unavailable when the one that is named cannot work here.
    """
    if config.snapshotter not in ("auto", "erofs", "directory"):
        raise InvalidParameter(
            f"snapshotter: {config.snapshotter!r} is none of auto, erofs and directory"
        )
    mkfs = None
    if config.snapshotter != "directory":
        missing = await missing_for_erofs(config.mkfs_erofs)
        if not missing:
            mkfs = shutil.which(config.mkfs_erofs)
        elif config.snapshotter == "erofs":
            raise Unavailable(
                f"the erofs snapshotter cannot work: {missing}. "
                "Use the directory snapshotter instead"
            )
        else:
            log.info("layers are kept as folders: %s", missing)
    return OverlaySnapshotter(config.paths, functools.partial(ErofsLayers, mkfs=mkfs))


async def missing_for_erofs(mkfs: str) -> str:
    """Why layers cannot be kept as EROFS images here; empty when they can."""
    program = shutil.which(mkfs)
    if program is None:
        return f"{mkfs} is not installed (erofs-utils)"
    for needed in ("prlimit", "unshare", "setpriv"):
        if shutil.which(needed) is None:
            return f"{needed} is not installed (util-linux)"
    found = utils_version(await _output(program, "--version"))
    if found < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        return f"{program} is version {found[0]}.{found[1]}, and {wanted} is needed"
    if not knows_filesystem("erofs"):
        if modprobe := shutil.which("modprobe"):
            await _output(modprobe, "-q", "erofs")
        if not knows_filesystem("erofs"):
            return "the kernel has no EROFS"
    return ""


async def _output(*command: str) -> str:
    """What a program prints, on whichever stream; its exit code does not matter."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    return output.decode(errors="replace")
