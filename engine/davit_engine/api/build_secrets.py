"""/davit/v1/build/secrets: secrets and SSH agents for one build; see `davit_engine.build.loans`."""

import base64
import binascii
from typing import Final

import msgspec
from aiohttp import web

from davit_engine.api.call import Call, Route, answer
from davit_engine.api.streams import Taken, take_over, wants_upgrade
from davit_engine.errors import InvalidParameter


class Lending(msgspec.Struct, frozen=True, kw_only=True):
    """Body of POST /davit/v1/build/secrets."""

    secrets: dict[str, str] = msgspec.field(default_factory=dict)
    """base64 by id."""
    ssh: list[str] = msgspec.field(default_factory=list)


async def lend(call: Call) -> web.StreamResponse:
    body = await call.body(Lending, required=True)
    try:
        values = {id: base64.b64decode(text, validate=True) for id, text in body.secrets.items()}
    except (binascii.Error, ValueError) as error:
        # Not a word of what it was.
        raise InvalidParameter("the values of secrets must be base64") from error
    return answer({"id": call.engine.builder.loans.add(values, body.ssh)}, 201)


async def agent(call: Call) -> web.StreamResponse:
    loan = call.engine.builder.loans.get(call.path["loan"])
    loan.require(call.path["agent"])
    if not wants_upgrade(call.request):
        raise InvalidParameter("a connection to an agent is offered with `Upgrade: tcp`")
    connection = take_over(call, terminal=True)
    try:
        await loan.offer(call.path["agent"], connection)
    finally:
        connection.close()
    return Taken()


ROUTES: Final = (
    Route("POST", "/davit/v1/build/secrets", lend),
    Route("POST", "/davit/v1/build/secrets/{loan}/ssh/{agent}", agent),
)
