"""Registries that cut off, lie, stall, refuse and redirect; nothing wrong is ever kept."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from yarl import URL

from davit_engine.errors import (
    EngineError,
    InvalidParameter,
    NotFound,
    Unauthorized,
    Unavailable,
    Unsupported,
)
from davit_engine.images.authentication import basic
from davit_engine.images.content import DigestMismatch
from davit_engine.images.credentials import Credentials
from davit_engine.lookup import short
from fakes.registry import Fault, FaultyRegistry, faulty_registry, token_query
from fakes.sample_image import DOCKER_LIST, DOCKER_MANIFEST, OCI_MANIFEST, digest_of, sample
from fakes.waiting import until

ANYONE = Credentials()


@pytest.fixture
async def faulty() -> AsyncIterator[FaultyRegistry]:
    async with faulty_registry() as registry:
        yield registry


@pytest.fixture
def image(faulty):
    image = sample(layers=3, size=200_000, seed=50)
    faulty.add("x", "latest", image)
    return image


def close_gate(faulty, image):
    faulty.gate = asyncio.Event()
    faulty.gated = set(image.layer_digests)


async def pull(engine, registry, auth=ANYONE):
    return await engine.images.pull(f"{registry.address}/x", auth, engine.report)


@pytest.mark.parametrize("kind", ["truncate", "reset", "stall"])
async def test_a_download_goes_on_where_it_broke_off(engine, faulty, image, kind):
    digest = image.layer_digests[1]
    faulty.faults[digest].append(Fault(kind, after=70_000))
    assert (await pull(engine, faulty)).id == image.id
    first, second = faulty.asked_for(digest)
    assert "Range" not in first.headers
    # A reset throws away what the receiver had not read yet.
    begin = int(second.headers.get("Range", "bytes=0-")[6:-1])
    assert begin == 70_000 or (kind == "reset" and begin <= 70_000)
    assert any("Retrying in 1 second" in line for line in engine.text)


async def test_a_registry_that_ignores_the_range_is_understood(engine, faulty, image):
    digest = image.layer_digests[0]
    faulty.faults[digest] += [Fault("truncate", after=50_000), Fault("whole")]
    assert (await pull(engine, faulty)).id == image.id


@pytest.mark.parametrize("fault", [Fault("tamper"), Fault("longer")])
async def test_wrong_bytes_are_refused_and_leave_nothing(engine, faulty, image, fault):
    digest = image.layer_digests[1]
    faulty.faults[digest].append(fault)
    with pytest.raises(DigestMismatch) as caught:
        await pull(engine, faulty)
    assert str(caught.value).startswith(f"filesystem layer verification failed for digest {digest}")
    assert engine.files == []
    assert engine.snapshotter.unpacked == {}
    assert len(engine.images) == 0
    assert (await pull(engine, faulty)).id == image.id


@pytest.mark.parametrize("kind", ["truncate", "short"])
async def test_a_blob_that_always_ends_early_is_refused_and_leaves_nothing(
    engine, faulty, image, kind
):
    digest = image.layer_digests[2]
    faulty.faults[digest] += [Fault(kind, after=1000)] + [Fault(kind, after=0)] * 9
    with pytest.raises(DigestMismatch) as caught:
        await pull(engine, faulty)
    assert str(caught.value).startswith(f"filesystem layer verification failed for digest {digest}")
    assert engine.files == []
    assert engine.snapshotter.unpacked == {}


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_an_overloaded_registry_is_asked_again(engine, faulty, image, status):
    busy = Fault("status", status=status, headers=(("Retry-After", "0"),))
    for key in (*image.layer_digests, image.id, "latest"):
        faulty.faults[key] += [busy, busy]
    assert (await pull(engine, faulty)).id == image.id


async def test_a_registry_that_stays_overloaded_is_given_up(engine, faulty, image):
    faulty.faults["latest"] += [Fault("status", status=429)] * 3
    with pytest.raises(Unavailable, match="toomanyrequests: "):
        await pull(engine, faulty)
    faulty.faults["latest"] += [Fault("status", status=502)] * 3
    with pytest.raises(Unavailable, match="received unexpected HTTP status: 502 Bad Gateway"):
        await pull(engine, faulty)


async def test_what_was_fetched_before_a_breakdown_is_not_fetched_again(engine, faulty, image):
    digest = image.layer_digests[2]
    faulty.faults[digest] += [Fault("status", status=503)] * 20
    with pytest.raises(Unavailable):
        await pull(engine, faulty)
    faulty.faults[digest].clear()
    faulty.requests.clear()
    assert (await pull(engine, faulty)).id == image.id
    assert faulty.asked_for(digest)
    assert not faulty.asked_for(image.layer_digests[0])


async def test_a_cancelled_pull_ends_at_once_and_can_be_resumed(engine, faulty, image):
    close_gate(faulty, image)
    task = asyncio.create_task(pull(engine, faulty))
    await until(lambda: engine.snapshotter.order)
    task.cancel()
    async with asyncio.timeout(1):
        with pytest.raises(asyncio.CancelledError):
            await task
    assert len(engine.images) == 0
    assert not any(file.startswith("blobs/sha256/" + image.id[7:]) for file in engine.files)
    faulty.gate.set()
    assert (await pull(engine, faulty)).id == image.id
    assert not [file for file in engine.files if file.startswith("ingest")]


async def test_two_pulls_of_one_image_fetch_each_blob_once(engine, faulty, image):
    close_gate(faulty, image)
    both = [asyncio.create_task(pull(engine, faulty)) for _ in range(2)]
    await until(
        lambda: len(faulty.asked_for("latest")) == 2 and len(faulty.asked_for("blobs")) == 5
    )
    faulty.gate.set()
    assert {image.id for image in await asyncio.gather(*both)} == {image.id}
    for digest in image.layer_digests:
        assert len(faulty.asked_for(digest)) == 1


async def test_a_pull_survives_the_cancellation_of_another_one(engine, faulty, image):
    close_gate(faulty, image)
    first = asyncio.create_task(pull(engine, faulty))
    second = asyncio.create_task(pull(engine, faulty))
    await until(lambda: len(faulty.asked_for("latest")) == 2 and engine.snapshotter.order)
    first.cancel()
    await asyncio.wait([first])
    faulty.gate.set()
    assert (await second).id == image.id


async def test_an_unpack_overlaps_with_the_download(engine, faulty):
    image = sample(layers=1, size=400_000, seed=51)
    faulty.add("x", "latest", image)
    close_gate(faulty, image)
    task = asyncio.create_task(pull(engine, faulty))
    await until(lambda: engine.snapshotter.order)
    assert not task.done()
    faulty.gate.set()
    assert (await task).id == image.id


async def test_a_layer_that_is_not_what_the_config_says_is_refused(engine, faulty):
    image, other = sample(layers=1, seed=52), sample(layers=1, seed=53)
    raw = image.manifest.replace(image.layer_digests[0].encode(), other.layer_digests[0].encode())
    size = len(other.blobs[other.layer_digests[0]])
    document = json.loads(raw)
    document["layers"][0]["size"] = size
    raw = json.dumps(document).encode()
    faulty.blobs |= image.blobs | other.blobs
    faulty.add_manifest("x", "latest", raw, DOCKER_MANIFEST)
    with pytest.raises(InvalidParameter):
        await pull(engine, faulty)
    assert engine.files == []


async def test_a_manifest_that_does_not_fit_its_digest_is_refused(engine, faulty, image):
    faulty.faults[image.digest].append(Fault("tamper"))
    with pytest.raises(DigestMismatch, match=f"manifest verification failed for .*{image.digest}"):
        await engine.images.pull(f"{faulty.address}/x@{image.digest}", ANYONE, engine.report)


async def test_a_config_that_does_not_fit_its_digest_is_refused(engine, faulty, image):
    faulty.faults[image.id].append(Fault("tamper"))
    with pytest.raises(DigestMismatch, match="image config verification failed"):
        await pull(engine, faulty)
    assert engine.files == []


@pytest.mark.parametrize(
    ("raw", "media_type", "error"),
    [
        (b"not json", DOCKER_MANIFEST, InvalidParameter),
        (b"[" * 100_000, DOCKER_MANIFEST, InvalidParameter),
        (b'{"schemaVersion":2,"manifests":[],"layers":[]}', DOCKER_LIST, InvalidParameter),
        (b'{"schemaVersion":1,"fsLayers":[]}', "application/json", Unsupported),
        (b" " * (5 << 20), DOCKER_MANIFEST, InvalidParameter),
    ],
)
async def test_a_hostile_manifest_is_refused(engine, faulty, raw, media_type, error):
    faulty.add_manifest("x", "latest", raw, media_type)
    with pytest.raises(error):
        await pull(engine, faulty)
    assert engine.files == []


async def test_an_index_that_leads_to_itself_again_and_again_is_given_up(engine, faulty):
    raw = b'{"schemaVersion":2,"manifests":[]}'
    for _ in range(5):
        raw = json.dumps(
            {
                "schemaVersion": 2,
                "mediaType": DOCKER_LIST,
                "manifests": [
                    {
                        "mediaType": DOCKER_LIST,
                        "digest": digest_of(raw),
                        "size": len(raw),
                        "platform": {"os": "linux", "architecture": "amd64"},
                    }
                ],
            }
        ).encode()
        faulty.add_manifest("x", "latest", raw, DOCKER_LIST)
    with pytest.raises(EngineError, match="nested deeper than 3"):
        await pull(engine, faulty)


async def test_a_redirected_blob_is_fetched_without_the_credentials(engine, faulty, image):
    faulty.token = "t0ken"
    async with faulty_registry() as elsewhere:
        elsewhere.blobs |= image.blobs
        digest = image.layer_digests[0]
        place = f"http://{elsewhere.address}/v2/x/blobs/{digest}?signature=a%2Fb"
        faulty.faults[digest].append(Fault("redirect", status=307, headers=(("Location", place),)))
        auth = Credentials(username="ann", password="s3cret")
        assert (await pull(engine, faulty, auth)).id == image.id
        (request,) = elsewhere.requests
    assert "Authorization" not in request.headers
    assert request.path.endswith("?signature=a%2Fb")


@pytest.mark.parametrize(
    "place",
    ["http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "http://a:b@127.0.0.1/"],
)
async def test_a_redirect_to_a_forbidden_place_is_not_followed(engine, faulty, image, place):
    faulty.faults[image.layer_digests[0]].append(
        Fault("redirect", status=302, headers=(("Location", place),))
    )
    with pytest.raises(InvalidParameter, match="which is not followed"):
        await pull(engine, faulty)
    assert engine.files == []


async def test_a_token_is_fetched_and_renewed_when_it_expires(engine, faulty, image):
    faulty.token = "first"
    auth = Credentials(username="ann", password="s3cret")
    faulty.basic = basic(auth)
    close_gate(faulty, image)
    task = asyncio.create_task(pull(engine, faulty, auth))
    await until(lambda: faulty.asked_for("latest"))
    faulty.token = "second"
    faulty.gate.set()
    assert (await task).id == image.id
    for request in faulty.asked_for("/token"):
        assert token_query(request)["scope"] == ["repository:x:pull"]
        assert token_query(request)["service"] == ["fake"]


async def test_a_wrong_password_for_the_token_server_is_told(engine, faulty, image):
    faulty.token = "t"
    faulty.basic = "Basic something-else"
    with pytest.raises(Unauthorized, match="unauthorized: authentication required"):
        await pull(engine, faulty, Credentials(username="ann", password="no"))
    assert len(faulty.asked_for("/token")) == 1


async def test_a_token_that_is_never_accepted_ends_in_a_clear_error(engine, faulty, image):
    faulty.token = "right"
    faulty.faults["token"] += [Fault("status", status=200, body=b'{"token":"wrong"}')] * 5
    with pytest.raises(Unauthorized, match="unauthorized: authentication required"):
        await pull(engine, faulty)
    assert len(faulty.asked_for("/token")) == 2


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"token":""}', b'{"token":"a\\nb: c"}', b"[" * 100_000]
)
async def test_an_answer_without_a_usable_token_is_refused(engine, faulty, image, body):
    faulty.token = "t"
    faulty.faults["token"].append(Fault("status", status=200, body=body))
    with pytest.raises(Unauthorized):
        await pull(engine, faulty)


@pytest.mark.parametrize(
    "realm", ["file:///x", "http://u:p@127.0.0.1/t", "", "http://169.254.1.1/"]
)
async def test_a_suspicious_token_server_sees_nothing(engine, faulty, image, realm):
    faulty.token = "t"
    faulty.realm = realm or "nowhere"
    with pytest.raises(Unauthorized, match="names an authorization server that is not trusted"):
        await pull(engine, faulty, Credentials(username="ann", password="s3cret"))


async def test_denied_is_told_as_docker_does(engine, faulty, image):
    body = json.dumps(
        {"errors": [{"code": "DENIED", "message": "requested access to the resource is denied"}]}
    ).encode()
    faulty.faults["latest"].append(Fault("status", status=403, body=body))
    with pytest.raises(NotFound) as caught:
        await pull(engine, faulty)
    assert str(caught.value) == (
        f"pull access denied for {faulty.address}/x, repository does not exist or may require "
        "'docker login': denied: requested access to the resource is denied"
    )


async def test_a_mirror_is_asked_first_and_its_failure_is_no_failure(make_engine, monkeypatch):
    image = sample(seed=54)
    async with faulty_registry() as mirror, faulty_registry() as hub:
        monkeypatch.setattr("davit_engine.images.endpoints.HUB", URL(f"http://{hub.address}"))
        mirror.add("library/x", "latest", image)
        hub.add("library/x", "latest", image)
        hub.token = "t"
        engine = await make_engine(registry_mirrors=(f"http://{mirror.address}",))
        auth = Credentials(username="ann", password="s3cret")
        pulled = await engine.images.pull("x", auth, engine.report)
        assert pulled.tags == ("x:latest",)
        assert not hub.requests
        assert all("Authorization" not in request.headers for request in mirror.requests)
        await engine.images.remove("x")
        mirror.manifests.clear()
        await engine.images.pull("x", auth, engine.report)
        assert hub.asked_for("latest")


async def test_foreign_and_file_system_layers_are_refused(engine, faulty, image):
    for media_type in (
        "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
        "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        "application/vnd.erofs.layer.v1",
    ):
        document = json.loads(image.manifest)
        document["layers"][0]["mediaType"] = media_type
        document["mediaType"] = OCI_MANIFEST
        faulty.add_manifest("x", "latest", json.dumps(document).encode(), OCI_MANIFEST)
        with pytest.raises(Unsupported):
            await pull(engine, faulty)


async def test_extracting_is_shown_with_a_bar(engine, faulty, image):
    await pull(engine, faulty)
    bars = [line for line in engine.lines if line.status == "Extracting"]
    assert {line.id for line in bars} == {short(digest) for digest in image.layer_digests}
    assert all(line.total for line in bars)
