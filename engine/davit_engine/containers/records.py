"""The containers there are: found by id, name or prefix, changed as a whole, waited for.

The records in memory are the truth while the daemon runs; the store follows. A change is made by a
plain function, so nobody sees half of one; what it needs to survive is committed after it.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Final, Literal

import msgspec

from davit_engine import lookup
from davit_engine.containers.model import Container, State
from davit_engine.errors import AlreadyExists, InvalidParameter, NotFound
from davit_engine.store import Delete, Put, Store

TABLE = "containers"

Condition = Literal["not-running", "next-exit", "removed"]

CONDITIONS: Final[tuple[Condition, ...]] = ("not-running", "next-exit", "removed")


class Records:
    """Every container of the engine."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._containers = store.load(TABLE, Container)
        self._names = {container.name: id for id, container in self._containers.items()}
        self._waiters: dict[str, list[tuple[Condition, asyncio.Future[int]]]] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    def __iter__(self) -> Iterator[Container]:
        return iter(tuple(self._containers.values()))

    def __len__(self) -> int:
        return len(self._containers)

    def __contains__(self, id: str) -> bool:
        return id in self._containers

    def get(self, query: str) -> Container:
        """By id, name or unique prefix. Raises NotFound, InvalidParameter when ambiguous."""
        container = self._containers.get(query)
        if container is not None:
            return container
        named = self._names.get(query.removeprefix("/"))
        if named in self._containers:
            return self._containers[named]
        names = {id: container.name for id, container in self._containers.items()}
        return self._containers[lookup.find(names, query, "container")]

    def lock(self, id: str) -> asyncio.Lock:
        """Held by whoever starts, stops or removes this container."""
        return self._locks.setdefault(id, asyncio.Lock())

    def reserve(self, name: str | None, id: str) -> str:
        """Take a name (or make one up). Raises InvalidParameter, AlreadyExists."""
        if not name:
            name = lookup.generate_name(self._names)
        name = name.removeprefix("/")
        if not lookup.NAME.fullmatch(name):
            raise InvalidParameter(
                f"Invalid container name ({name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"
            )
        holder = self._names.setdefault(name, id)
        if holder != id:
            raise AlreadyExists(
                f'Conflict. The container name "/{name}" is already in use by container '
                f'"{holder}". You have to remove (or rename) that container to be able to reuse '
                "that name."
            )
        return name

    def release(self, name: str, id: str) -> None:
        if self._names.get(name) == id:
            del self._names[name]

    async def add(self, container: Container) -> None:
        """Make a container known once it is safe on disk; its name is reserved already."""
        # A container that removes itself would not outlive a reboot either: no need to wait for it.
        await self._store.commit(
            [Put(TABLE, container.id, container)], durable=not container.host_config.auto_remove
        )
        self._containers[container.id] = container

    def replace(self, container: Container) -> None:
        """Change a known container in memory only."""
        if container.id not in self._containers:
            raise NotFound(f"No such container: {container.id}")
        self._containers[container.id] = container

    def save(self, container: Container, *, durable: bool) -> Future[None]:
        """Change a known container, and have the store follow."""
        self.replace(container)
        return self._store.submit([Put(TABLE, container.id, container)], durable=durable)

    def set_state(self, id: str, *, durable: bool = False, **changes: object) -> Container:
        """Change a container's state, and have the store follow."""
        container = self._containers[id]
        state: State = msgspec.structs.replace(container.state, **changes)
        container = msgspec.structs.replace(container, state=state)
        self.save(container, durable=durable)
        return container

    async def rename(self, container: Container, name: str) -> Container:
        """Raises InvalidParameter, AlreadyExists."""
        name = self.reserve(name, container.id)
        renamed = msgspec.structs.replace(self._containers[container.id], name=name)
        try:
            await asyncio.wrap_future(self.save(renamed, durable=True))
        except BaseException:
            if name != container.name:
                self.release(name, container.id)
            # Its health may have changed meanwhile.
            self.replace(
                msgspec.structs.replace(self._containers[container.id], name=container.name)
            )
            raise
        if name != container.name:
            self.release(container.name, container.id)
        return renamed

    async def remove(self, container: Container) -> None:
        """Forget a container; its name is free when this returns."""
        await self._store.commit(
            [Delete(TABLE, container.id)], durable=not container.host_config.auto_remove
        )
        self._containers.pop(container.id, None)
        self._locks.pop(container.id, None)
        self.release(container.name, container.id)
        self._tell(container.id, container.state.exit_code, lambda condition: True)

    def waiter(self, container: Container, condition: str) -> "asyncio.Future[int]":
        """Resolves to the exit code once the condition holds. Raises InvalidParameter."""
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        wanted = next(
            (known for known in CONDITIONS if known == (condition or CONDITIONS[0])), None
        )
        if wanted is None:
            raise InvalidParameter(f'invalid condition: "{condition}"')
        status = container.state.status
        if wanted == "not-running" and status not in ("running", "paused", "restarting"):
            future.set_result(container.state.exit_code)
        else:
            waiters = self._waiters.setdefault(container.id, [])
            waiters[:] = [entry for entry in waiters if not entry[1].done()]
            waiters.append((wanted, future))
        return future

    def tell_exit(self, id: str, code: int) -> None:
        """Wake who waits for the end of a run."""
        self._tell(id, code, lambda condition: condition != "removed")

    def _tell(self, id: str, code: int, applies: Callable[[Condition], bool]) -> None:
        kept = []
        for condition, future in self._waiters.pop(id, ()):
            if not applies(condition):
                kept.append((condition, future))
            elif not future.done():
                future.set_result(code)
        if kept:
            self._waiters[id] = kept
