"""Whatever a step stops at, no half-made image is seen, and the rest is swept or resumed."""

import asyncio
import time

import pytest

from davit_engine.errors import EngineError, SystemFailure
from davit_engine.images.content import Content, Ingest
from davit_engine.images.credentials import Credentials
from davit_engine.images.image_store import ImageStore
from davit_engine.images.leases import LIFETIME, Lease
from davit_engine.lookup import Filters
from davit_engine.store import Delete, Put, Store
from fakes.registry import faulty_registry
from fakes.sample_image import sample

ANYONE = Credentials()


@pytest.fixture
async def served():
    async with faulty_registry() as registry:
        image = sample(layers=3, seed=400)
        registry.add("x", "latest", image)
        yield registry, image


STEPS = [
    (Content, "ingest"),
    (Ingest, "write"),
    (Ingest, "commit"),
    (Content, "settle"),
    (Content, "put"),
    (Store, "commit"),
]


@pytest.mark.parametrize(("owner", "step"), STEPS)
async def test_a_crash_at_any_step_of_a_pull_leaves_no_image(
    make_engine, served, monkeypatch, owner, step
):
    registry, image = served
    engine = await make_engine()
    name = f"{registry.address}/x"

    def crash(*_: object, **__: object) -> None:
        # What would tidy up in a living process must not: the process is gone.
        monkeypatch.setattr(ImageStore, "give_up", gone)
        monkeypatch.setattr(Ingest, "abandon", lambda ingest: None)
        raise SystemFailure("crash")

    async def gone(*_: object, **__: object) -> None: ...

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, crash)
        with pytest.raises(SystemFailure, match="crash"):
            await engine.images.pull(name, ANYONE, engine.report)
    monkeypatch.undo()
    again = await make_engine(engine.snapshotter)
    await again.images.sweep()
    assert len(again.images) == 0
    assert (await again.images.pull(name, ANYONE, again.report)).id == image.id
    assert len(again.files) == 5
    await again.images.remove(name)
    assert again.files == []


async def test_what_a_crashed_pull_had_fetched_is_kept_for_a_day(make_engine, served):
    registry, image = served
    engine = await make_engine()
    pulled = await engine.images.pull(f"{registry.address}/x", ANYONE, engine.report)
    lease = Lease(
        purpose="pull",
        blobs=(image.layer_digests[0],),
        expires_ns=time.time_ns() + LIFETIME,
    )
    await engine.store.commit(
        [Put("leases", "k", lease), Delete("images", pulled.id), Delete("tags", pulled.tags[0])]
    )
    again = await make_engine(engine.snapshotter)
    await again.images.sweep()
    assert again.files == [f"blobs/sha256/{image.layer_digests[0][7:]}"]
    expired = Lease(purpose="pull", blobs=lease.blobs, expires_ns=time.time_ns() - 1)
    await again.store.commit([Put("leases", "k", expired)])
    later = await make_engine(engine.snapshotter)
    await later.images.sweep()
    assert later.files == []


async def test_a_tag_of_an_image_that_is_gone_is_nothing(make_engine, served):
    registry, _ = served
    engine = await make_engine()
    pulled = await engine.images.pull(f"{registry.address}/x", ANYONE, engine.report)
    await engine.store.commit([Delete("images", pulled.id)])
    again = await make_engine(engine.snapshotter)
    assert again.images.list(Filters()) == []


@pytest.mark.parametrize("action", ["tag", "remove", "pull"])
async def test_when_the_database_refuses_nothing_has_changed(engine, served, monkeypatch, action):
    registry, _ = served
    name = f"{registry.address}/x:latest"
    other = sample(seed=401)
    registry.add("x", "other", other)
    pulled = await engine.images.pull(name, ANYONE, engine.report)
    files = engine.files

    attempt = {
        "tag": lambda: engine.images.tag(name, "other"),
        "remove": lambda: engine.images.remove(name),
        "pull": lambda: engine.images.pull(f"{registry.address}/x:other", ANYONE, engine.report),
    }[action]
    with monkeypatch.context() as patched:
        real = engine.store.commit

        async def refuse_durable(operations: object, *, durable: bool = True) -> None:
            if durable:
                raise SystemFailure("cannot write the database")
            await real(operations, durable=durable)

        patched.setattr(engine.store, "commit", refuse_durable)
        with pytest.raises(SystemFailure):
            await attempt()
    assert [image.id for image in engine.images.list(Filters())] == [pulled.id]
    assert engine.images.get(name) == pulled
    assert engine.files == files
    await engine.images.tag(name, "other")
    assert engine.images.get("other").id == pulled.id


async def test_pulling_and_removing_at_the_same_time_ends_whole(engine, served):
    registry, _ = served
    name = f"{registry.address}/x"

    async def pull() -> None:
        await engine.images.pull(name, ANYONE, engine.report)

    async def remove() -> None:
        try:
            await engine.images.remove(name)
        except EngineError:
            await asyncio.sleep(0)

    for _ in range(10):
        await asyncio.gather(pull(), remove(), pull(), remove())
    await pull()
    pulled = engine.images.get(name)
    assert all(engine.content.size(layer.blob.digest) for layer in pulled.layers)
    assert set(pulled.chain) <= set(engine.snapshotter.unpacked)
    await engine.images.remove(name)
    assert engine.files == []
    assert engine.snapshotter.unpacked == {}


async def test_a_damaged_store_of_layers_is_healed_by_pulling_again(engine, served):
    registry, image = served
    name = f"{registry.address}/x"
    await engine.images.pull(name, ANYONE, engine.report)
    engine.content.path(image.layer_digests[1]).unlink()
    registry.requests.clear()
    await engine.images.pull(name, ANYONE, engine.report)
    assert engine.content.size(image.layer_digests[1])
    assert registry.asked_for(image.layer_digests[1])
    assert not registry.asked_for(image.layer_digests[0])
