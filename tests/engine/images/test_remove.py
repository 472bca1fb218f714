"""Tagging, listing, removing and pruning."""

import pytest

from davit_engine.errors import Conflict, InvalidParameter, NotFound
from davit_engine.images.catalogue import LIST_FILTERS, PRUNE_FILTERS
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import RunConfig
from davit_engine.images.records import ImageUse, Removed
from davit_engine.lookup import Filters, parse_filters, short
from davit_engine.snapshots.snapshotter import chain_ids
from fakes.sample_image import sample

ANYONE = Credentials()


@pytest.fixture
async def pulled(engine, registry):
    """An image by the name ADDRESS/alpine:latest."""
    image = sample(seed=100)
    registry.add("alpine", "latest", image)
    return await engine.images.pull(f"{registry.address}/alpine", ANYONE, engine.report)


async def test_removing_the_last_name_removes_the_image(engine, pulled):
    (tag,), (digest,) = pulled.tags, pulled.digests
    lower, upper = chain_ids(pulled.chain)
    assert await engine.images.remove(tag) == (
        Removed(untagged=tag),
        Removed(untagged=digest),
        Removed(deleted=pulled.id),
        Removed(deleted=upper),
        Removed(deleted=lower),
    )
    assert len(engine.images) == 0
    assert engine.files == []
    assert engine.snapshotter.unpacked == {}
    with pytest.raises(NotFound) as caught:
        engine.images.get(tag)
    assert str(caught.value) == f"No such image: {tag}"
    assert [event.action for event in engine.published()] == ["pull", "untag", "untag", "delete"]


async def test_removing_one_of_two_names_only_untags(engine, pulled):
    await engine.images.tag(pulled.tags[0], "mine:1.0")
    assert await engine.images.remove("mine:1.0") == (Removed(untagged="mine:1.0"),)
    assert engine.images.get(pulled.id).tags == pulled.tags


async def test_an_id_with_several_repositories_needs_force(engine, pulled):
    await engine.images.tag(pulled.id, "mine")
    with pytest.raises(Conflict) as caught:
        await engine.images.remove(short(pulled.id))
    assert str(caught.value) == (
        f"conflict: unable to delete {short(pulled.id)} (must be forced) - image is referenced "
        "in multiple repositories"
    )
    records = await engine.images.remove(short(pulled.id), force=True)
    assert {record.untagged for record in records if record.untagged} == {
        *pulled.tags,
        *pulled.digests,
        "mine:latest",
    }
    assert len(engine.images) == 0


@pytest.mark.parametrize("running", [True, False])
async def test_a_container_keeps_its_image(engine, pulled, running):
    use = ImageUse(container="c" * 64, image=pulled.id, layers=pulled.chain, running=running)
    engine.images.containers_using = lambda: [use]
    with pytest.raises(Conflict) as caught:
        await engine.images.remove(pulled.tags[0])
    assert str(caught.value) == (
        f'conflict: unable to remove repository reference "{pulled.tags[0]}" (must force) - '
        f"container {'c' * 12} is using its referenced image {short(pulled.id)}"
    )
    with pytest.raises(Conflict) as caught:
        await engine.images.remove(pulled.id)
    kind = "running" if running else "stopped"
    way = "cannot be forced" if running else "must be forced"
    assert str(caught.value) == (
        f"conflict: unable to delete {short(pulled.id)} ({way}) - image is being used by {kind} "
        f"container {'c' * 12}"
    )


async def test_force_leaves_the_layers_that_a_stopped_container_needs(engine, pulled):
    use = ImageUse(container="c" * 64, image=pulled.id, layers=pulled.chain, running=False)
    engine.images.containers_using = lambda: [use]
    records = await engine.images.remove(pulled.tags[0], force=True)
    assert records[-1] == Removed(deleted=pulled.id)
    assert set(engine.snapshotter.unpacked) == set(pulled.chain)
    engine.images.containers_using = tuple
    await engine.images.sweep()
    assert engine.snapshotter.unpacked == {}


async def test_force_on_a_running_container_only_takes_the_name(engine, pulled):
    use = ImageUse(container="c" * 64, image=pulled.id, layers=pulled.chain, running=True)
    engine.images.containers_using = lambda: [use]
    records = await engine.images.remove(pulled.tags[0], force=True)
    assert [record.deleted for record in records] == ["", ""]
    assert engine.images.get(pulled.id).dangling


async def test_an_image_with_children_only_loses_its_name(engine, pulled):
    child = await engine.images.create(pulled.id, None, RunConfig(), reference="child")
    assert child.parent == pulled.id
    with pytest.raises(Conflict, match="image has dependent child images"):
        await engine.images.remove(pulled.id)
    await engine.images.remove(pulled.tags[0])
    assert pulled.id in [image.id for image in engine.images.list(Filters(), all=True)]
    assert pulled.id not in [image.id for image in engine.images.list(Filters())]
    await engine.images.remove("child")
    assert len(engine.images) == 0, "the nameless parent goes with its last child"


async def test_a_layer_that_another_image_has_stays(engine, registry, pulled):
    base = sample(seed=100)
    above = type(base)([*base.layers, *sample(layers=1, seed=101).layers])
    registry.add("above", "latest", above)
    await engine.images.pull(f"{registry.address}/above", ANYONE, engine.report)
    records = await engine.images.remove(f"{registry.address}/above")
    assert [record.deleted for record in records if record.deleted] == [
        above.id,
        chain_ids(above.diff_ids)[-1],
    ]
    assert set(engine.snapshotter.unpacked) == set(base.diff_ids)
    assert all(engine.content.size(digest) for digest in base.blobs)


async def test_prune_takes_the_nameless_and_says_what_it_gave_back(engine, registry, pulled):
    other = sample(seed=102)
    registry.add("alpine", "latest", other)
    await engine.images.pull(f"{registry.address}/alpine", ANYONE, engine.report)
    assert engine.images.get(pulled.id).tags == ()
    dangling = parse_filters('{"dangling": ["true"]}', LIST_FILTERS)
    assert [image.id for image in engine.images.list(dangling)] == [pulled.id]
    blobs = [pulled.manifest, *(layer.blob for layer in pulled.layers)]
    records, freed = await engine.images.prune(Filters())
    assert Removed(deleted=pulled.id) in records
    assert freed == pulled.size + sum(blob.size for blob in blobs) + len(pulled.raw_config)
    everything = parse_filters('{"dangling": ["false"]}', PRUNE_FILTERS)
    await engine.images.prune(everything)
    assert len(engine.images) == 0
    assert engine.files == []


async def test_a_tag_can_move_and_survives_a_restart(make_engine, engine, registry, pulled):
    await engine.images.tag(pulled.id, "moving")
    other = sample(seed=103)
    registry.add("other", "latest", other)
    await engine.images.pull(f"{registry.address}/other", ANYONE, engine.report)
    await engine.images.tag(f"{registry.address}/other", "moving")
    again = await make_engine(engine.snapshotter)
    assert again.images.get("moving").id == other.id
    assert again.images.get(pulled.id).tags == pulled.tags


async def test_images_are_found_by_prefix_name_and_digest(engine, pulled):
    for name in (
        pulled.id,
        pulled.id.removeprefix("sha256:"),
        short(pulled.id),
        pulled.id[:15],
        *pulled.tags,
        *pulled.digests,
    ):
        assert engine.images.get(name).id == pulled.id
    with pytest.raises(InvalidParameter):
        engine.images.get("Not A Name")
    with pytest.raises(NotFound):
        engine.images.get("f" * 64)
    with pytest.raises(NotFound, match="does not match the specified platform"):
        engine.images.get(pulled.id, platform="linux/arm64")


@pytest.mark.parametrize(
    ("filters", "there"),
    [
        ('{"label": ["made"]}', True),
        ('{"label": ["made=here"]}', True),
        ('{"label": ["made=there"]}', False),
        ('{"reference": ["*/alpine"]}', True),
        ('{"reference": ["*/alpine:l*"]}', True),
        ('{"reference": ["alpine"]}', False),
        ('{"until": ["2026-01-02T03:04:06Z"]}', True),
        ('{"until": ["2026-01-02T03:04:05Z"]}', False),
        ('{"dangling": ["false"]}', True),
    ],
)
async def test_the_list_can_be_filtered(engine, pulled, filters, there):
    found = engine.images.list(parse_filters(filters, LIST_FILTERS))
    assert [image.id for image in found] == ([pulled.id] if there else [])


async def test_before_and_since_compare_with_an_image(engine, pulled):
    newer = await engine.images.create(pulled.id, None, RunConfig(), reference="newer")
    before = parse_filters('{"before": ["newer"]}', LIST_FILTERS)
    since = parse_filters(f'{{"since": ["{short(pulled.id)}"]}}', LIST_FILTERS)
    assert [image.id for image in engine.images.list(before)] == [pulled.id]
    assert [image.id for image in engine.images.list(since)] == [newer.id]


async def test_history_shows_every_step_newest_first(engine, pulled):
    made = await engine.images.create(
        pulled.id, None, RunConfig(), reference="made", created_by="ENV x=y", comment="why"
    )
    steps = engine.images.history("made")
    assert [step.id for step in steps] == [made.id, pulled.id, "<missing>"]
    assert [step.created_by for step in steps] == ["ENV x=y", "step 1", "step 0"]
    assert steps[0].size == 0
    assert steps[0].comment == "why"
    assert steps[0].tags == ("made:latest",)
    assert steps[1].size == pulled.layers[1].size


async def test_pruning_everything_takes_children_and_then_their_parents(engine, pulled):
    await engine.images.create(pulled.id, None, RunConfig(), reference="child")
    everything = parse_filters('{"dangling": ["false"]}', PRUNE_FILTERS)
    await engine.images.prune(everything)
    assert len(engine.images) == 0


async def test_prune_leaves_what_a_container_uses_and_what_is_too_young(engine, pulled):
    use = ImageUse(container="c" * 64, image=pulled.id, layers=pulled.chain, running=False)
    engine.images.containers_using = lambda: [use]
    everything = parse_filters('{"dangling": ["false"]}', PRUNE_FILTERS)
    assert await engine.images.prune(everything) == ([], 0)
    engine.images.containers_using = tuple
    early = '{"dangling": ["false"], "until": ["2026-01-01T00:00:00Z"]}'
    assert await engine.images.prune(parse_filters(early, PRUNE_FILTERS)) == ([], 0)
    other = '{"dangling": ["false"], "label!": ["made"]}'
    assert await engine.images.prune(parse_filters(other, PRUNE_FILTERS)) == ([], 0)
    assert len(engine.images) == 1


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ('{"until": ["soon"]}', "soon"),
        ('{"until": ["1h", "2h"]}', "more than one until filter specified"),
        ('{"dangling": ["perhaps"]}', "invalid filter 'dangling=[perhaps]'"),
    ],
)
async def test_prune_refuses_filters_that_make_no_sense_even_without_images(engine, filters, words):
    with pytest.raises(InvalidParameter) as failure:
        await engine.images.prune(parse_filters(filters, PRUNE_FILTERS))
    assert words in str(failure.value)
