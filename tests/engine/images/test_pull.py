"""Pulling from Debian's registry: what comes, what is said, what is left out the second time."""

import json

import pytest

from davit_engine.errors import Forbidden, NotFound, Unauthorized, Unavailable
from davit_engine.images.credentials import Credentials
from davit_engine.images.manifest import host_platform
from davit_engine.lookup import short
from fakes.sample_image import DOCKER_LIST, digest_of, index_of, sample

ANYONE = Credentials()


async def test_a_pull_speaks_dockers_words_in_dockers_order(engine, registry):
    image = sample(layers=2)
    registry.add("greeting", "latest", image)
    name = f"{registry.address}/greeting"
    pulled = await engine.images.pull(name, ANYONE, engine.report)
    first, second = (short(digest) for digest in image.layer_digests)
    assert engine.text[:3] == [
        "latest: Pulling from greeting",
        f"{first}: Pulling fs layer",
        f"{second}: Pulling fs layer",
    ]
    for layer in (first, second):
        mine = [line for line in engine.text if line.startswith(layer)]
        assert mine == [
            f"{layer}: Pulling fs layer",
            f"{layer}: Verifying Checksum",
            f"{layer}: Download complete",
            f"{layer}: Pull complete",
        ]
    assert engine.text[-2:] == [
        f"Digest: {image.digest}",
        f"Status: Downloaded newer image for {name}:latest",
    ]
    assert pulled.id == image.id
    assert pulled.chain == tuple(image.diff_ids)
    assert pulled.tags == (f"{name}:latest",)
    assert pulled.digests == (f"{name}@{image.digest}",)
    assert pulled.document.config.cmd == ["/hello"]
    assert [event.action for event in engine.published()] == ["pull"]


async def test_an_image_that_is_here_is_not_fetched_again(engine, registry):
    image = sample(seed=1)
    registry.add("twice", "latest", image)
    name = f"{registry.address}/twice:latest"
    await engine.images.pull(name, ANYONE, engine.report)
    engine.lines.clear()
    await engine.images.pull(name, ANYONE, engine.report)
    assert engine.text == [
        "latest: Pulling from twice",
        f"Digest: {image.digest}",
        f"Status: Image is up to date for {name}",
    ]


async def test_a_shared_layer_already_exists(engine, registry):
    base = sample(layers=1, seed=2)
    above = type(base)([*base.layers, *sample(layers=1, seed=3).layers])
    registry.add("base", "latest", base)
    registry.add("above", "latest", above)
    await engine.images.pull(f"{registry.address}/base", ANYONE, engine.report)
    engine.lines.clear()
    await engine.images.pull(f"{registry.address}/above", ANYONE, engine.report)
    shared, own = (short(digest) for digest in above.layer_digests)
    assert f"{shared}: Already exists" in engine.text
    assert f"{own}: Pull complete" in engine.text
    assert not any(line.startswith(shared) and "Down" in line for line in engine.text)


async def test_an_index_gives_the_image_of_the_platform(engine, registry):
    here = host_platform("x86_64")
    engine.images.platform = here
    ours, theirs = sample(seed=4), sample(seed=5, architecture="s390x")
    for image in (ours, theirs):
        registry.add("many", image.architecture, image)
    raw = index_of([theirs, ours])
    registry.add_manifest("many", "latest", raw, DOCKER_LIST)
    name = f"{registry.address}/many"
    pulled = await engine.images.pull(name, ANYONE, engine.report)
    assert pulled.id == ours.id
    other = await engine.images.pull(name, ANYONE, engine.report, platform="linux/s390x")
    assert other.id == theirs.id
    assert engine.images.get(name).id == theirs.id
    with pytest.raises(
        NotFound, match="no matching manifest for linux/arm64/v8 in the manifest list entries"
    ):
        await engine.images.pull(name, ANYONE, engine.report, platform="linux/arm64")


async def test_platforms_that_came_through_one_index_stay_side_by_side(make_engine, registry):
    engine = await make_engine()
    ours, theirs = sample(seed=40, architecture="amd64"), sample(seed=41, architecture="s390x")
    for image in (ours, theirs):
        registry.add("both", image.architecture, image)
    raw = index_of([theirs, ours])
    registry.add_manifest("both", "latest", raw, DOCKER_LIST)
    name = f"{registry.address}/both"
    for platform in ("linux/amd64", "linux/s390x"):
        await engine.images.pull(name, ANYONE, engine.report, platform=platform)
    engine = await make_engine(engine.snapshotter)
    assert engine.images.get(name).id == theirs.id
    assert engine.images.get(name).digests == (f"{name}@{digest_of(raw)}",)
    first = engine.images.get(name, "linux/amd64")
    assert (first.id, first.tags) == (ours.id, ())
    assert first.digests == (f"{name}@{ours.digest}",)
    assert engine.images.get(f"{name}@{ours.digest}").id == ours.id
    with pytest.raises(NotFound, match="does not match the specified platform: wanted linux/arm64"):
        engine.images.get(name, "linux/arm64")
    with pytest.raises(NotFound, match="wanted linux/amd64, actual: linux/s390x"):
        engine.images.get(theirs.id, "linux/amd64")
    assert "platform (linux/s390x)" in engine.images.foreign(engine.images.get(name), None)
    assert engine.images.foreign(engine.images.get(name), "linux/s390x") == ""


async def test_provenance_in_an_index_is_no_image(engine, registry):
    image = sample(seed=42)
    registry.add("attested", "one", image)
    raw = json.loads(index_of([image]))
    told = raw["manifests"][0] | {
        "platform": {"architecture": "unknown", "os": "unknown"},
        "annotations": {"vnd.docker.reference.type": "attestation-manifest"},
    }
    raw["manifests"].insert(0, told)
    registry.add_manifest("attested", "latest", json.dumps(raw).encode(), DOCKER_LIST)
    name = f"{registry.address}/attested"
    assert (await engine.images.pull(name, ANYONE, engine.report)).id == image.id
    with pytest.raises(NotFound) as failure:
        await engine.images.pull(name, ANYONE, engine.report, platform="linux/riscv64")
    assert "unknown" not in str(failure.value)


async def test_zstd_layers_of_an_oci_image_are_taken(engine, registry):
    image = sample(seed=6, oci=True, compression="zstd")
    registry.add("modern", "latest", image)
    pulled = await engine.images.pull(f"{registry.address}/modern", ANYONE, engine.report)
    assert pulled.id == image.id


async def test_a_pull_by_digest_leaves_no_tag(engine, registry):
    image = sample(seed=7)
    registry.add("pinned", "v1", image)
    name = f"{registry.address}/pinned@{image.digest}"
    pulled = await engine.images.pull(name, ANYONE, engine.report)
    assert pulled.tags == ()
    assert pulled.digests == (name,)
    assert engine.images.get(name).id == image.id


async def test_all_tags_are_pulled_when_asked_for(engine, registry):
    first, second = sample(seed=8), sample(seed=9)
    registry.add("both", "one", first)
    registry.add("both", "two", second)
    name = f"{registry.address}/both"
    await engine.images.pull(name, ANYONE, engine.report, all_tags=True)
    assert engine.images.get(f"{name}:one").id == first.id
    assert engine.images.get(f"{name}:two").id == second.id


async def test_a_missing_tag_is_told_as_docker_does(engine, registry):
    name = f"{registry.address}/nothing:latest"
    with pytest.raises(NotFound) as caught:
        await engine.images.pull(name, ANYONE, engine.report)
    assert str(caught.value) == (
        f"manifest for {name} not found: manifest unknown: manifest unknown"
    )
    assert engine.files == []


async def test_a_registry_that_does_not_run_is_told_as_docker_does(engine):
    with pytest.raises(Unavailable) as caught:
        await engine.images.pull("127.0.0.1:1/x", ANYONE, engine.report)
    assert str(caught.value) == (
        'Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused'
    )


async def test_a_locked_registry_wants_the_right_password(engine, locked_registry):
    image = sample(seed=10)
    locked_registry.add("secret", "latest", image)
    name = f"{locked_registry.address}/secret"
    with pytest.raises(Forbidden, match="no basic auth credentials"):
        await engine.images.pull(name, ANYONE, engine.report)
    with pytest.raises(Unauthorized, match="unauthorized: authentication required"):
        await engine.images.pull(name, Credentials(username="ann", password="wrong"), engine.report)
    right = Credentials(username="ann", password="s3cret")
    assert (await engine.images.pull(name, right, engine.report)).id == image.id


async def test_logging_in_says_yes_or_why_not(engine, locked_registry):
    right = Credentials(username="ann", password="s3cret", server_address=locked_registry.address)
    assert (await engine.images.check_auth(right)).status == "Login Succeeded"
    wrong = Credentials(username="ann", password="no", server_address=locked_registry.address)
    with pytest.raises(Unauthorized, match="failed with status: 401 Unauthorized"):
        await engine.images.check_auth(wrong)


async def test_images_survive_a_restart(make_engine, registry):
    engine = await make_engine()
    image = sample(seed=11)
    registry.add("lasting", "latest", image)
    name = f"{registry.address}/lasting:latest"
    before = await engine.images.pull(name, ANYONE, engine.report)
    again = await make_engine(engine.snapshotter)
    await again.images.sweep()
    assert again.images.get(name) == before
    assert len(again.files) == 4


async def test_a_registry_is_asked_what_it_holds(engine, registry):
    image = sample(seed=12)
    registry.add("held", "latest", image)
    found = await engine.images.distribution(f"{registry.address}/held", ANYONE)
    assert found.descriptor.digest == image.digest
    assert [str(platform) for platform in found.platforms] == ["linux/amd64"]
