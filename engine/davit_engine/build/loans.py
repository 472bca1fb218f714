"""What a client lends to one build: secrets, and its SSH agents. Kept in memory only.

Docker's classic protocol has no words for it, so Davit's clients say it beforehand, under
/davit/v1/build:

    POST /davit/v1/build/secrets
        {"secrets": {ID: base64, …}, "ssh": [ID, …]} answers {"id": LOAN}.
        A secret has at most 500 KiB, all together 2 MiB. The id of an SSH agent is `default`
        unless the Dockerfile says another.
    POST /davit/v1/build?secrets=LOAN   (and POST /build?secrets=LOAN)
        uses it. A loan serves one build and ends with it; nobody using it, it is forgotten after
        60 seconds.
    POST /davit/v1/build/secrets/LOAN/ssh/ID   with `Connection: Upgrade` and `Upgrade: tcp`
        offers one connection to the agent: the answer is 101, and from then on the connection's
        bytes are those of the agent's protocol, the engine beginning. A client offers one as soon
        as it has the loan, connects to its SSH_AUTH_SOCK when the first byte comes, pipes both ways
        until either side closes, and offers the next one when that first byte comes. The engine
        closes offers that nobody needed when the build ends.

Values are written nowhere but to a tmpfs that the step sees; the cache knows ids only; and where a
step prints a value, what the build tells has `***` instead.
"""

import asyncio
import contextlib
import secrets
from collections import deque
from collections.abc import AsyncIterator, Collection, Mapping
from typing import Final, Protocol

from davit_engine.errors import Conflict, InvalidParameter, NotFound, Unavailable

SECRET_MAX: Final = 500 << 10
"""Bytes of one secret, as in BuildKit."""
SECONDS: Final = 60.0
"""How long a loan waits for its build."""
LOANS_MAX: Final = 64
OFFERS_MAX: Final = 8
"""Connections to one agent that wait to be used."""
OFFER_SECONDS: Final = 20.0
"""How long a step waits for the client to offer one."""


class Connection(Protocol):
    """Bytes to and from a client's agent."""

    reader: asyncio.StreamReader
    gone: asyncio.Event

    async def write(self, data: bytes) -> None: ...


class _Offer:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.done = asyncio.Event()


class Loan:
    def __init__(self, values: Mapping[str, bytes], agents: Collection[str]) -> None:
        self.secrets = values
        self._offers: dict[str, deque[_Offer]] = {agent: deque() for agent in agents}
        self._news = asyncio.Condition()
        self._ended = asyncio.Event()

    @property
    def agents(self) -> Collection[str]:
        return self._offers.keys()

    def require(self, agent: str) -> None:
        """Raises NotFound, and Conflict when there are enough connections to it."""
        offers = self._offers.get(agent)
        if offers is None:
            raise NotFound(f"no SSH agent {agent!r} was promised to this build")
        if len(offers) >= OFFERS_MAX:
            raise Conflict(f"{OFFERS_MAX} connections to the agent {agent!r} wait already")

    async def offer(self, agent: str, connection: Connection) -> None:
        """Until it was used and is done with, or nobody will use it any more."""
        self.require(agent)
        offers = self._offers[agent]
        offer = _Offer(connection)
        offers.append(offer)
        async with self._news:
            self._news.notify_all()
        ends = (offer.done, self._ended, connection.gone)
        waits = [asyncio.create_task(end.wait()) for end in ends]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
            with contextlib.suppress(ValueError):
                offers.remove(offer)

    @contextlib.asynccontextmanager
    async def connected(self, agent: str) -> AsyncIterator[Connection]:
        """A connection to the client's agent. Raises Unavailable when none is offered in time."""
        offers = self._offers[agent]
        try:
            async with asyncio.timeout(OFFER_SECONDS), self._news:
                await self._news.wait_for(lambda: bool(offers))
                offer = offers.popleft()
        except TimeoutError as error:
            raise Unavailable(f"the client offers no connection to its agent {agent!r}") from error
        try:
            yield offer.connection
        finally:
            offer.done.set()

    def end(self) -> None:
        self.secrets = {}
        self._ended.set()


class Loans:
    """Of all clients."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._loans: dict[str, Loan] = {}

    def add(self, values: Mapping[str, bytes], agents: Collection[str]) -> str:
        """Raises InvalidParameter, and Unavailable when too many wait for their builds."""
        for id, value in values.items():
            if len(value) > SECRET_MAX:
                raise InvalidParameter(f"secret {id!r} is larger than {SECRET_MAX >> 10} KiB")
        if len(self._waiting) >= LOANS_MAX:
            raise Unavailable(f"{LOANS_MAX} sets of secrets wait for their builds already")
        id = secrets.token_urlsafe(24)
        self._loans[id] = Loan(values, agents)
        loop = asyncio.get_running_loop()
        self._waiting[id] = loop.call_later(SECONDS, self._forget, id)
        return id

    def take(self, id: str) -> Loan:
        """For the one build that it is for. Raises NotFound."""
        timer = self._waiting.pop(id, None)
        if timer is None:
            raise NotFound("these secrets are unknown: they serve one build, and wait 60 s for it")
        timer.cancel()
        return self._loans[id]

    def get(self, id: str) -> Loan:
        loan = self._loans.get(id)
        if loan is None:
            raise NotFound("these secrets are unknown: the build has ended, or never began")
        return loan

    def end(self, loan: Loan) -> None:
        """Its build is over."""
        loan.end()
        for id in [id for id, one in self._loans.items() if one is loan]:
            del self._loans[id]

    def _forget(self, id: str) -> None:
        del self._waiting[id]
        self.end(self._loans[id])
