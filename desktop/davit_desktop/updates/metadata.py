"""The list of what there is, verified: python-tuf's client over our own transport.

tuf blocks, so it works in a thread and asks this loop for each file; whoever is cancelled leaves
neither behind. What it trusted last lies in a folder, so that an older list is known as older.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import Any, Final

from tuf.api import exceptions
from tuf.api.exceptions import DownloadHTTPError, RepositoryError
from tuf.api.metadata import Metadata, Targets
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig
from typing_extensions import override

from davit_desktop.client import transport
from davit_desktop.client.errors import DownloadBroke, UpdateFailed, UpdateRefused
from davit_desktop.translation import tr

PATIENCE: Final = 60.0
"""Seconds for all of it: a few small files."""
_MOST: Final = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=0,
    root_max_length=256 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=256 * 1024,
    targets_max_length=2 * 1024 * 1024,
)


async def targets(
    url: str, root: bytes, folder: Path, *, patience: float = PATIENCE
) -> dict[str, Any]:
    """The targets by path, as the newest list has them.

    Raises UpdateRefused when the list is not to be trusted, UpdateFailed when there is none to be
    had. In both cases the list that was trusted before stays.
    """
    loop = asyncio.get_running_loop()
    asked: list[Future[bytes]] = []
    left = False

    def get(url: str, most: int) -> bytes:
        if left:
            raise exceptions.DownloadError("nobody waits for it any more")
        future = asyncio.run_coroutine_threadsafe(_fetch(url, most), loop)
        asked.append(future)
        try:
            return future.result()
        except CancelledError as error:
            raise exceptions.DownloadError("nobody waits for it any more") from error

    work = loop.run_in_executor(None, _refresh, url, root, folder, get)
    try:
        async with asyncio.timeout(patience):
            return await asyncio.shield(work)
    except TimeoutError as error:
        raise UpdateFailed(
            tr("The server of the updates is too slow"), tr("Try again later.")
        ) from error
    finally:
        left = True
        for future in asked:
            future.cancel()
        while not work.done():
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await asyncio.shield(work)


class _Fetcher(FetcherInterface):
    """Whole files in memory: nothing of the list is larger than a few hundred kilobytes."""

    def __init__(self, get: Callable[[str, int], bytes]) -> None:
        self._get = get

    @override
    def download_bytes(self, url: str, max_length: int) -> bytes:
        return self._get(url, max_length)

    @override
    def _fetch(self, url: str) -> Iterator[bytes]:
        yield self._get(url, _MOST.targets_max_length)


def _refresh(
    url: str, root: bytes, folder: Path, get: Callable[[str, int], bytes]
) -> dict[str, Any]:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        updater = Updater(
            str(folder), f"{url}/metadata/", fetcher=_Fetcher(get), config=_MOST, bootstrap=root
        )
        updater.refresh()
        # Verified just now, and written by the updater itself.
        trusted = Metadata[Targets].from_file(str(folder / "targets.json")).signed
    except exceptions.DownloadLengthMismatchError as error:
        raise _refused(tr("The list of updates does not end"), error) from error
    except DownloadHTTPError as error:
        raise UpdateFailed(
            tr("The server has no list of updates (status {status})").format(
                status=error.status_code
            ),
            tr("Try again later."),
            str(error),
        ) from error
    except exceptions.DownloadError as error:
        raise UpdateFailed(
            tr("The list of updates cannot be had"), tr("Try again later."), str(error)
        ) from error
    except exceptions.ExpiredMetadataError as error:
        raise UpdateRefused(
            tr("The list of updates is past its date"),
            tr(
                "If this computer's clock is right, the server was neglected, or somebody on the "
                "way keeps newer lists from you. Try again later, or over another network."
            ),
            str(error),
        ) from error
    except exceptions.BadVersionNumberError as error:
        raise _refused(
            tr("The list of updates is older than the one that was seen before"), error
        ) from error
    except exceptions.UnsignedMetadataError as error:
        raise _refused(
            tr("The list of updates is not signed by those who make Davit"), error
        ) from error
    except exceptions.LengthOrHashMismatchError as error:
        raise _refused(
            tr("The parts of the list of updates do not belong together"), error
        ) from error
    except (RepositoryError, ValueError) as error:
        raise _refused(tr("The list of updates cannot be understood"), error) from error
    except OSError as error:
        raise UpdateFailed(
            tr("Cannot keep the list of updates in {folder}").format(folder=folder),
            error.strerror or "",
        ) from error
    return {path: json.loads(json.dumps(file.to_dict())) for path, file in trusted.targets.items()}


def _refused(why: str, error: Exception) -> UpdateRefused:
    hint = tr(
        "Somebody on the way may have changed it. Nothing was installed. "
        "Try again later, or over another network."
    )
    return UpdateRefused(why, hint, str(error))


async def _fetch(url: str, most: int) -> bytes:
    """A whole small file; tuf's own errors for a status and for one that is too large."""
    try:
        async with transport.fetch(url) as reply:
            if reply.status != 200:
                raise DownloadHTTPError(f"{url}: status {reply.status}", reply.status)
            content = bytearray()
            async with contextlib.aclosing(reply.chunks()) as chunks:
                async for chunk in chunks:
                    content += chunk
                    if len(content) > most:
                        raise exceptions.DownloadLengthMismatchError(
                            f"{url} has more than the {most} bytes that it may have"
                        )
            return bytes(content)
    except DownloadBroke as error:
        raise UpdateFailed(
            tr("The server of the updates cannot be asked"),
            tr("Check the network, then try again."),
            str(error),
        ) from error
