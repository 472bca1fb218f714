"""/networks and /volumes: what their handlers refuse."""

from fakes.api import Api


    reply = await api.post("/v1.45/volumes/create", json=body)
    assert reply.status == 503
    assert reply.message.startswith("This node is not a swarm manager.")
