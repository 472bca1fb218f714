"""save, load, import and commit, with what this engine writes and with what others wrote."""

import gzip
import io
import json
import lzma
import tarfile
from collections.abc import AsyncIterator

import pytest

from davit_engine.errors import InvalidParameter, NotFound
from davit_engine.images.credentials import Credentials
from davit_engine.images.document import RunConfig
from davit_engine.images.manifest import DOCKER_MANIFEST, OCI_MANIFEST
from fakes.sample_image import OCI_INDEX, SampleImage, digest_of, noise, sample, tar

ANYONE = Credentials()


async def stream(data: bytes, size: int = 5000) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def collected(blocks: AsyncIterator[bytes]) -> bytes:
    return b"".join([block async for block in blocks])


async def load(engine, data: bytes) -> list[str]:
    return list(await engine.images.load(stream(data), engine.report))


def docker_archive(image: SampleImage, *tags: str, **changes: object) -> bytes:
    """As dockerd wrote before version 25: uncompressed layers in folders."""
    layers = [f"{number:064x}/layer.tar" for number, _ in enumerate(image.layers)]
    name = f"{image.id[7:]}.json"
    manifest = {"Config": name, "RepoTags": list(tags) or None, "Layers": layers} | changes
    files = dict(zip(layers, image.layers, strict=True))
    files |= {name: image.raw_config, "manifest.json": json.dumps([manifest]).encode()}
    return tar(files)


def oci_archive(image: SampleImage, annotations: dict[str, str]) -> bytes:
    index = {
        "schemaVersion": 2,
        "mediaType": OCI_INDEX,
        "manifests": [
            {
                "mediaType": image.media_type,
                "digest": image.digest,
                "size": len(image.manifest),
                "annotations": annotations,
            }
        ],
    }
    blobs = image.blobs | {image.digest: image.manifest}
    return tar(
        {f"blobs/sha256/{digest[7:]}": blob for digest, blob in blobs.items()}
        | {"index.json": json.dumps(index).encode(), "oci-layout": b"{}"}
    )


async def test_what_was_saved_can_be_loaded_and_is_the_same(make_engine, registry):
    engine = await make_engine()
    image = sample(seed=300)
    registry.add("kept", "latest", image)
    name = f"{registry.address}/kept"
    pulled = await engine.images.pull(name, ANYONE, engine.report)
    await engine.images.tag(name, "second:1.0")
    archive = await collected(engine.images.save([name, "second:1.0"]))
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        names = opened.getnames()
        assert {"manifest.json", "index.json", "oci-layout", "repositories"} <= set(names)
        (entry,) = json.load(opened.extractfile("manifest.json"))
    assert entry["RepoTags"] == [f"{name}:latest", "second:1.0"]
    assert set(entry["Layers"]) <= set(names)
    await engine.images.remove(pulled.id, force=True)
    assert engine.files == []
    assert await load(engine, archive) == [f"{name}:latest", "second:1.0"]
    loaded = engine.images.get("second:1.0")
    assert (loaded.id, loaded.chain) == (pulled.id, pulled.chain)
    assert [layer.blob.digest for layer in loaded.layers] == [
        layer.blob.digest for layer in pulled.layers
    ]
    # An OCI layout has no place for a manifest of Docker's type.
    assert pulled.manifest.media_type == DOCKER_MANIFEST
    assert loaded.manifest.media_type == OCI_MANIFEST
    assert len(engine.files) == 4
    assert [line.status for line in engine.lines if line.stream] == [
        f"Loaded image: {name}:latest\n",
        "Loaded image: second:1.0\n",
    ]


async def test_an_archive_of_an_older_docker_is_loaded(engine):
    image = sample(seed=301)
    assert await load(engine, docker_archive(image, "old:1", "old:2")) == ["old:1", "old:2"]
    loaded = engine.images.get("old:2")
    assert loaded.id == image.id
    assert [layer.blob.media_type[-4:] for layer in loaded.layers] == ["gzip", "gzip"]
    assert [event.action for event in engine.published()] == ["load"]


async def test_a_layer_that_older_dockers_linked_is_found(engine):
    image = sample(seed=312)
    buffer = io.BytesIO(docker_archive(image, "linked:1"))
    shared, *_ = (f"{number:064x}/layer.tar" for number, _ in enumerate(image.layers))
    with tarfile.open(fileobj=buffer) as old:
        files = {member.name: old.extractfile(member).read() for member in old}
    files["common/layer.tar"] = files.pop(shared)
    linked = io.BytesIO()
    with tarfile.open(fileobj=linked, mode="w") as new:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            new.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo(shared)
        link.type, link.linkname = tarfile.SYMTYPE, "../common/layer.tar"
        new.addfile(link)
    assert await load(engine, linked.getvalue()) == ["linked:1"]
    assert engine.images.get("linked:1").id == image.id


async def test_an_image_without_a_name_is_told_by_its_id(engine):
    image = sample(seed=302)
    assert await load(engine, docker_archive(image)) == [image.id]
    assert engine.lines[-1].status == f"Loaded image ID: {image.id}\n"


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
async def test_a_compressed_archive_is_loaded(engine, pack):
    image = sample(seed=303)
    assert await load(engine, pack(docker_archive(image, "packed:1"))) == ["packed:1"]
    assert not [file for file in engine.files if file.startswith("ingest")]


async def test_an_oci_layout_is_loaded_with_its_own_manifest(engine):
    image = sample(seed=304, oci=True, compression="zstd")
    name = {"org.opencontainers.image.ref.name": "docker.io/library/layout:9"}
    assert await load(engine, oci_archive(image, name)) == ["layout:9"]
    assert engine.images.get("layout:9").manifest.digest == image.digest


async def test_a_tag_alone_names_nothing(engine):
    image = sample(seed=305, oci=True)
    name = {"org.opencontainers.image.ref.name": "latest"}
    assert await load(engine, oci_archive(image, name)) == [image.id]


def climbing(image):
    return docker_archive(image, "x:1", Config="../../etc/passwd")


def climbing_layer(image):
    return docker_archive(image, "x:1", Layers=["../../layer.tar", "/etc/shadow"])


def missing_layer(image):
    return docker_archive(image, "x:1", Layers=["a/layer.tar", "b/layer.tar"])


def too_few_layers(image):
    return docker_archive(image, "x:1", Layers=[])


def odd_name(image):
    return docker_archive(image, "../../x:1")


def wrong_layer(image):
    return docker_archive(type(image)(image.layers, {}), "x:1").replace(b"hello", b"hullo")


def linked_layer(image):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in (
            ("c.json", image.raw_config),
            (
                "manifest.json",
                json.dumps(
                    [{"Config": "c.json", "RepoTags": None, "Layers": ["l.tar", "m.tar"]}]
                ).encode(),
            ),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
        for name in ("l.tar", "m.tar"):
            member = tarfile.TarInfo(name)
            member.type = tarfile.SYMTYPE
            member.linkname = "/etc/passwd"
            archive.addfile(member)
    return buffer.getvalue()


def damaged_blob(image):
    return oci_archive(sample(seed=306, oci=True), {}).replace(b"/hello", b"/hullo")


def huge_header(image):
    member = tarfile.TarInfo("x")
    member.type = tarfile.XHDTYPE
    member.size = 1 << 30
    return member.tobuf(tarfile.GNU_FORMAT) + bytes(10240)


def no_archive(image):
    return b"this is no archive at all" * 100


def empty(image):
    return b""


def no_image(image):
    return tar({"etc/passwd": b"root"})


def truncated(image):
    return docker_archive(image, "x:1")[:3000]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (climbing, "invalid path in manifest.json"),
        (climbing_layer, "invalid path in manifest.json"),
        (missing_layer, "does not hold it"),
        (too_few_layers, "layers length mismatch: expected 2, got 0"),
        (odd_name, "invalid reference format"),
        (wrong_layer, "invalid diffID for layer 0"),
        (linked_layer, "does not hold it"),
        (damaged_blob, "is damaged"),
        (huge_header, "a header longer than"),
        (no_archive, "not a valid tar file"),
        (empty, "not a valid tar file"),
        (no_image, "docker import"),
        (truncated, "the archive"),
    ],
)
async def test_a_hostile_archive_is_refused_and_leaves_nothing(engine, make, message):
    with pytest.raises(InvalidParameter, match=message):
        await load(engine, make(sample(seed=306)))
    assert engine.files == []
    assert engine.snapshotter.unpacked == {}
    assert len(engine.images) == 0


async def test_saving_what_is_not_there_fails_before_the_first_byte(engine):
    with pytest.raises(NotFound, match="No such image: nothing:latest"):
        engine.images.save(["nothing"])


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress])
async def test_a_root_file_system_is_imported(engine, pack):
    plain = tar({"bin/sh": noise(5000)})
    image = await engine.images.import_(
        stream(pack(plain)),
        reference="rootfs",
        message="from a tar",
        changes=["CMD /bin/sh", 'ENV A=1 B="two words"'],
    )
    assert image.tags == ("rootfs:latest",)
    assert image.chain == (digest_of(plain),)
    assert image.document.config.cmd == ["/bin/sh", "-c", "/bin/sh"]
    assert image.document.config.env == ["A=1", "B=two words"]
    assert image.document.history[0].comment == "from a tar"
    assert len(engine.files) == 3


async def test_damaged_compression_is_refused_and_leaves_nothing(engine):
    packed = gzip.compress(tar({"x": noise(50_000)}))
    for data in (packed[:-20_000], packed[:3000] + b"\0" * 100 + packed[3100:]):
        with pytest.raises(InvalidParameter):
            await engine.images.import_(stream(data))
        assert engine.files == []


async def test_a_commit_adds_a_layer_above_the_parent(engine):
    image = sample(seed=307)
    await load(engine, docker_archive(image, "parent:1"))
    difference = tar({"names.txt": b"ann\n"})
    made = await engine.images.create(
        "parent:1",
        stream(difference),
        RunConfig(cmd=["/bin/sh"], labels={"a": "b"}),
        reference="names:1.01",
        comment="added names",
        author="ann",
        created_by="/bin/sh",
        changes=["LABEL c=d", "EXPOSE 80 53/udp"],
    )
    assert made.chain == (*image.diff_ids, digest_of(difference))
    assert made.parent == image.id
    assert made.tags == ("names:1.01",)
    assert made.document.config.labels == {"a": "b", "c": "d"}
    assert made.document.config.exposed_ports == {"80/tcp": {}, "53/udp": {}}
    assert made.document.history[-1].comment == "added names"
    assert engine.images.history("names:1.01")[0].size == 4
    archive = await collected(engine.images.save(["names:1.01"]))
    await engine.images.remove("names:1.01")
    assert await load(engine, archive) == ["names:1.01"]
    assert engine.images.get("names:1.01").id == made.id


async def test_a_commit_of_nothing_adds_only_to_the_history(engine):
    image = sample(seed=309)
    await load(engine, docker_archive(image, "parent:1"))
    before = engine.files
    made = await engine.images.create("parent:1", stream(bytes(1024)), RunConfig(), comment="why")
    assert made.chain == tuple(image.diff_ids)
    assert made.document.history[-1].empty_layer
    assert made.document.remark == "why"
    await engine.images.remove(made.id)
    assert engine.files == before


async def test_a_commit_that_breaks_off_leaves_nothing(engine):
    image = sample(seed=308)
    await load(engine, docker_archive(image, "parent:1"))
    before = engine.files

    async def broken() -> AsyncIterator[bytes]:
        yield tar({"x": b"y"})[:600]
        raise InvalidParameter("the container is gone")

    with pytest.raises(InvalidParameter, match="the container is gone"):
        await engine.images.create("parent:1", broken(), RunConfig())
    assert engine.files == before


@pytest.mark.parametrize(
    "change", ["RUN true", "CMD", "EXPOSE 99999", "ENV", "HEALTHCHECK maybe", "SHELL /bin/sh"]
)
async def test_a_change_that_makes_no_sense_is_refused(engine, change):
    with pytest.raises(InvalidParameter):
        await engine.images.import_(stream(tar({})), changes=[change])


async def test_loading_says_when_it_takes_a_name_from_another_image(engine):
    old, new = sample(seed=309), sample(seed=310)
    await load(engine, docker_archive(old, "moved:1"))
    engine.lines.clear()
    await load(engine, docker_archive(new, "moved:1"))
    assert engine.lines[-2].status == (
        f"The image moved:1 already exists, renaming the old one with ID {old.id} to empty string\n"
    )
    assert engine.images.get("moved:1").id == new.id
    assert engine.images.get(old.id).dangling


async def test_loading_an_image_in_another_form_leaves_no_content_behind(engine):
    image = sample(seed=311, oci=True, compression="zstd")
    await load(engine, docker_archive(image, "form:1"))
    name = {"org.opencontainers.image.ref.name": "form:1"}
    await load(engine, oci_archive(image, name))
    assert len(engine.files) == 4
    await engine.images.remove("form:1")
    assert engine.files == []
