"""Load the daemon's code without what only costs time at that moment."""

import gc
import ssl
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Around the first import of the daemon.

    Garbage is not looked for: all that is made stays. And aiohttp, when it is imported, reads every
    certificate authority of the machine into a context for clients that bring none; ours always
    bring one. The context that it gets instead trusts nobody.
    """
    collecting, reading = gc.isenabled(), ssl.create_default_context
    gc.disable()
    ssl.create_default_context = _trusting_nobody  # type: ignore[assignment]
    try:
        yield
    finally:
        ssl.create_default_context = reading
        gc.freeze()
        if collecting:
            gc.enable()


def _trusting_nobody() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
