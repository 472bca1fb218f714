"""/davit/v1/containers/{name}/listeners: what waits for connections inside a running container.

Davit's own: tells a published port that nothing serves from one that is served on 127.0.0.1 only.

    GET    {"Listeners": [{"Protocol": "tcp", "Address": "0.0.0.0", "Port": 80}]}
"""

from typing import Final

from aiohttp import web

from davit_engine.api.call import Call, Route, answer


async def listeners(call: Call) -> web.StreamResponse:
    found = call.engine.containers.listeners(call.name)
    return answer(
        {
            "Listeners": [
                {"Protocol": one.protocol, "Address": one.address, "Port": one.port}
                for one in found
            ]
        }
    )


ROUTES: Final = (Route("GET", "/davit/v1/containers/{name}/listeners", listeners),)
