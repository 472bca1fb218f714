"""/networks and /volumes: what their handlers refuse."""

from fakes.api import Api


async def test_a_cluster_volume_needs_a_swarm(api: Api) -> None:
    body = {"Name": "data", "ClusterVolumeSpec": {"Group": "g"}}
    reply = await api.post("/v1.45/volumes/create", json=body)
    assert reply.status == 503
    assert reply.message.startswith("This node is not a swarm manager.")
