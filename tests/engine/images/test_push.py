"""Pushing to Debian's registry."""

import pytest

from davit_engine.errors import Forbidden, NotFound
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import RunConfig
from davit_engine.lookup import short
from fakes.sample_image import sample

ANYONE = Credentials()


@pytest.fixture
async def pulled(engine, registry):
    image = sample(seed=200)
    registry.add("source", "latest", image)
    pulled = await engine.images.pull(f"{registry.address}/source", ANYONE, engine.report)
    engine.lines.clear()
    return pulled


async def test_a_push_mounts_what_the_registry_has_in_another_repository(engine, registry, pulled):
    name = f"{registry.address}/target"
    await engine.images.tag(pulled.id, f"{name}:v1")
    await engine.images.push(f"{name}:v1", ANYONE, engine.report)
    lower, upper = (short(diff_id) for diff_id in pulled.chain)
    assert engine.text[0] == f"The push refers to repository [{name}]"
    assert engine.text[1:3] == [f"{upper}: Preparing", f"{lower}: Preparing"]
    assert set(engine.text[3:5]) == {
        f"{upper}: Mounted from source",
        f"{lower}: Mounted from source",
    }
    size = pulled.manifest.size
    assert engine.text[5] == f"v1: digest: {pulled.manifest.digest} size: {size}"
    assert engine.lines[-1].aux == {
        "Tag": "v1",
        "Digest": pulled.manifest.digest,
        "Size": size,
    }
    assert f"{name}@{pulled.manifest.digest}" in engine.images.get(pulled.id).digests
    status, headers, _ = registry.request(
        "GET", "target/manifests/v1", headers={"Accept": pulled.manifest.media_type}
    )
    assert (status, headers["Docker-Content-Digest"]) == (200, pulled.manifest.digest)


async def test_a_second_push_finds_everything_there(engine, registry, pulled):
    name = f"{registry.address}/source:again"
    await engine.images.tag(pulled.id, name)
    await engine.images.push(name, ANYONE, engine.report)
    assert sum(line.endswith(": Layer already exists") for line in engine.text) == 2


async def test_what_was_made_here_is_uploaded_and_can_be_pulled(
    engine, registry, locked_registry, pulled
):
    auth = Credentials(username="ann", password="s3cret")
    name = f"{locked_registry.address}/new/deep"
    await engine.images.create(
        pulled.id, None, RunConfig(cmd=["/bin/sh"]), reference=name, comment="mine"
    )
    with pytest.raises(Forbidden, match=r"no basic auth credentials.*docker login"):
        await engine.images.push(f"{name}:latest", ANYONE, engine.report)
    engine.lines.clear()
    await engine.images.push(f"{name}:latest", auth, engine.report)
    assert sum(line.endswith(": Pushed") for line in engine.text) == 2
    bars = [line for line in engine.lines if line.status == "Pushing"]
    assert {line.current for line in bars if line.current == line.total}
    made = engine.images.get(name)
    await engine.images.remove(name)
    again = await engine.images.pull(name, auth, engine.report)
    assert again.id == made.id
    assert again.document.config.cmd == ["/bin/sh"]


async def test_without_a_tag_all_tags_are_pushed(engine, registry, pulled):
    name = f"{registry.address}/several"
    for tag in ("one", "two"):
        await engine.images.tag(pulled.id, f"{name}:{tag}")
    await engine.images.push(name, ANYONE, engine.report)
    assert [line.aux["Tag"] for line in engine.lines if line.aux] == ["one", "two"]


async def test_a_name_that_is_not_here_cannot_be_pushed(engine):
    with pytest.raises(NotFound) as caught:
        await engine.images.push("127.0.0.1:1/nothing", ANYONE, engine.report)
    assert str(caught.value) == (
        "An image does not exist locally with the tag: 127.0.0.1:1/nothing"
    )
