"""The files of layers read from the blobs that are kept."""

import asyncio
from typing import Any

import pytest

from davit_engine.errors import Forbidden, InvalidParameter, NotFound
from davit_engine.images.credentials import Credentials
from davit_engine.images.layer_files import Pile
from fakes.sample_image import SampleImage, noise, tar

LOWER = {"etc/kept": b"kept", "etc/gone": noise(3000), "etc/changed": b"old"}
UPPER = {"etc/changed": b"newer", "etc/.wh.gone": b""}


async def pulled(engine: Any, registry: Any, *layers: dict[str, bytes]) -> Any:
    registry.add("files/app", "1", SampleImage(layers=[tar(layer) for layer in layers]))
    return await engine.images.pull(f"{registry.address}/files/app:1", Credentials(), engine.report)


async def test_layers_tell_what_they_change(engine: Any, registry: Any) -> None:
    image = await pulled(engine, registry, LOWER, UPPER)
    pile = Pile()
    told = [layer async for layer in engine.images.layers(image, pile)]
    assert [layer.created_by for layer in told] == ["step 0", "step 1"]
    assert [(d.path, str(d.change)) for d in told[1].differences] == [
        (b"etc/gone", "removed"),
        (b"etc/changed", "changed"),
    ]
    assert pile.held == [3007, 5]
    assert sum(wasted.size for wasted in pile.wasted) == 3003
    assert engine.images._store.leases.blobs() == set()


async def test_reading_ends_when_nobody_wants_it_any_more(engine: Any, registry: Any) -> None:
    image = await pulled(engine, registry, {"big": noise(20_000_000)})
    reading = engine.images.layers(image, Pile())
    task = asyncio.create_task(anext(reading))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await reading.aclose()
    assert engine.images._store.leases.blobs() == set()


async def test_the_tags_of_a_repository(engine: Any, registry: Any) -> None:
    image = SampleImage(layers=[tar({"a": b"a"})])
    for tag in ("1", "2-slim", "latest"):
        registry.add("tags/app", tag, image)
    name, tags = await engine.images.tags(f"{registry.address}/tags/app:1", Credentials())
    assert name == f"{registry.address}/tags/app"
    assert sorted(tags) == ["1", "2-slim", "latest"]
    with pytest.raises(NotFound):
        await engine.images.tags(f"{registry.address}/no/such", Credentials())
    with pytest.raises(InvalidParameter):
        await engine.images.tags("NOT A NAME", Credentials())


async def test_the_tags_of_a_locked_registry(engine: Any, locked_registry: Any) -> None:
    locked_registry.add("tags/app", "1", SampleImage(layers=[tar({"a": b"a"})]))
    name = f"{locked_registry.address}/tags/app"
    _, tags = await engine.images.tags(name, Credentials(username="ann", password="s3cret"))
    assert tags == ["1"]
    with pytest.raises(Forbidden, match="docker login"):
        await engine.images.tags(name, Credentials())
