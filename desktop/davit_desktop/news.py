"""News of a subject for whoever listens; no Qt."""

import asyncio
from collections.abc import Callable


class News:
    """Plain callbacks for one subject, called once for the changes of `gather` seconds."""

    def __init__(self, gather: float = 0.0) -> None:
        self._gather = gather
        self._listeners: list[Callable[[], None]] = []
        self._scheduled = False

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change; call the result to stop."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def publish(self) -> None:
        """Tell the listeners soon. Must be called in the event loop's thread."""
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_later(self._gather, self.tell)

    def tell(self) -> None:
        """Tell the listeners now."""
        self._scheduled = False
        for listener in tuple(self._listeners):
            listener()
