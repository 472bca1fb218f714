"""Delete folders in the background: a rename hides them at once, a thread does the rest.

Deleting an image's files can take many seconds, and nobody needs to wait for it. What is left at
the end of the daemon is deleted by the next one.
"""

import logging
import os
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from davit_engine.kernel.trees import remove_tree

log = logging.getLogger(__name__)


class Trash:
    """A folder on the same file system as what is thrown into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._closing = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="trash")

    def discard(self, path: Path) -> None:
        """Take a folder out of sight and delete it later."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{path.name}.{secrets.token_hex(8)}"
        path.rename(self._folder / name)
        self._thread.submit(self._delete, os.fsencode(name))

    def sweep(self) -> None:
        """Delete what an earlier daemon left here."""
        if self._folder.exists():
            for path in self._folder.iterdir():
                self._thread.submit(self._delete, os.fsencode(path.name))

    def flush(self) -> None:
        """Wait until all that was thrown away so far is gone."""
        self._thread.submit(lambda: None).result()

    def close(self) -> None:
        """Stop deleting."""
        self._closing.set()
        self._thread.shutdown()

    def _delete(self, name: bytes) -> None:
        if self._closing.is_set():
            return
        try:
            handle = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                remove_tree(handle, name, go_on=lambda: not self._closing.is_set())
            finally:
                os.close(handle)
        except OSError as error:
            log.error("cannot delete %s/%s: %s", self._folder, os.fsdecode(name), error)  # noqa: TRY400
