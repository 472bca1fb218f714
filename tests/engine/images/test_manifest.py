"""Manifests: what is understood, what is refused, and which platform is chosen."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.errors import EngineError, InvalidParameter, NotFound, Unsupported
from davit_engine.images.document import parse_document
from davit_engine.images.manifest import (
    DOCKER_LIST,
    DOCKER_MANIFEST,
    OCI_CONFIG,
    OCI_INDEX,
    OCI_LAYER_GZIP,
    OCI_MANIFEST,
    Descriptor,
    Index,
    Manifest,
    Platform,
    choose,
    host_platform,
    parse_manifest,
    parse_platform,
)
from davit_engine.snapshots.snapshotter import chain_ids
from fakes.sample_image import sample

DIGEST = "sha256:" + "a" * 64


def manifest(**changes: object) -> dict[str, object]:
    return {
        "schemaVersion": 2,
        "mediaType": OCI_MANIFEST,
        "config": {"mediaType": OCI_CONFIG, "digest": DIGEST, "size": 2},
        "layers": [{"mediaType": OCI_LAYER_GZIP, "digest": DIGEST, "size": 3}],
    } | changes


def entry(platform: str, digest: str = DIGEST) -> Descriptor:
    os, architecture, *variant = platform.split("/")
    return Descriptor(
        media_type=OCI_MANIFEST,
        digest=digest,
        size=1,
        platform=Platform(os=os, architecture=architecture, variant="".join(variant)),
    )


def test_a_sound_manifest_is_understood():
    parsed = parse_manifest(json.dumps(manifest()).encode(), OCI_MANIFEST)
    assert isinstance(parsed, Manifest)
    assert parsed.layers[0].digest == DIGEST
    again = parse_manifest(sample().manifest, f"{DOCKER_MANIFEST}; charset=utf-8")
    assert again.media_type == DOCKER_MANIFEST


@pytest.mark.parametrize(
    ("document", "content_type", "error"),
    [
        ({}, "", InvalidParameter),
        ([], "", InvalidParameter),
        (manifest(manifests=[]), "", InvalidParameter),
        (manifest(), OCI_INDEX, InvalidParameter),
        (manifest(), DOCKER_MANIFEST, InvalidParameter),
        (manifest(mediaType=OCI_INDEX), "", InvalidParameter),
        (manifest(mediaType="text/html"), "", Unsupported),
        (manifest(schemaVersion=1), "", InvalidParameter),
        (manifest(layers="x"), "", InvalidParameter),
        (manifest(layers=[{"digest": "sha256:../../x", "size": 1}]), "", InvalidParameter),
        (manifest(layers=[{"digest": DIGEST.upper(), "size": 1}]), "", InvalidParameter),
        (
            manifest(layers=[{"mediaType": OCI_LAYER_GZIP, "digest": DIGEST, "size": -1}]),
            "",
            InvalidParameter,
        ),
        (
            manifest(layers=[{"mediaType": OCI_LAYER_GZIP, "digest": DIGEST, "size": 1}] * 5000),
            "",
            InvalidParameter,
        ),
        (
            manifest(config={"mediaType": "application/helm", "digest": DIGEST, "size": 1}),
            "",
            Unsupported,
        ),
        (
            manifest(
                layers=[
                    {
                        "mediaType": OCI_LAYER_GZIP,
                        "digest": DIGEST,
                        "size": 1,
                        "urls": ["http://169.254.169.254/"],
                    }
                ]
            ),
            "",
            Unsupported,
        ),
        (
            manifest(layers=[{"mediaType": "application/squashfs", "digest": DIGEST, "size": 1}]),
            "",
            Unsupported,
        ),
        ({"schemaVersion": 1, "fsLayers": []}, "", Unsupported),
    ],
)
def test_what_is_no_image_manifest_is_refused(document, content_type, error):
    with pytest.raises(error):
        parse_manifest(json.dumps(document).encode(), content_type)


def test_a_document_that_can_be_read_in_two_ways_is_refused():
    for media_type in (OCI_MANIFEST, OCI_INDEX, ""):
        raw = json.dumps(manifest(manifests=[], mediaType=media_type)).encode()
        with pytest.raises(InvalidParameter, match="both an index and an image manifest"):
            parse_manifest(raw, media_type)


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_a_manifest_or_refused(raw):
    with pytest.raises(EngineError):
        parse_manifest(raw, "")


@pytest.mark.parametrize(
    ("wanted", "offered", "chosen"),
    [
        ("linux/amd64", ["linux/arm64", "linux/amd64"], 1),
        ("linux/amd64", ["linux/386", "linux/amd64"], 1),
        ("linux/amd64", ["linux/386"], 0),
        ("linux/amd64", ["linux/amd64/v3", "linux/amd64/v1"], 1),
        ("linux/amd64/v3", ["linux/amd64", "linux/amd64/v2"], 1),
        ("linux/arm64", ["linux/arm/v7", "linux/arm64/v8"], 1),
        ("linux/arm64/v8", ["linux/arm64"], 0),
        ("linux/arm/v7", ["linux/arm/v6", "linux/arm/v5"], 0),
        ("linux/arm", ["linux/arm/v8", "linux/arm/v7"], 1),
        ("linux/x86_64", ["windows/amd64", "linux/amd64"], 1),
    ],
)
def test_the_best_platform_is_chosen(wanted, offered, chosen):
    entries = tuple(
        entry(platform, f"sha256:{number:064x}") for number, platform in enumerate(offered)
    )
    assert choose(Index(manifests=entries), parse_platform(wanted)) == entries[chosen]


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        ("linux/amd64", ["linux/amd64/v3"]),
        ("linux/arm/v6", ["linux/arm/v7"]),
        ("linux/s390x", ["linux/amd64", "unknown/unknown"]),
        ("linux/amd64/vx", ["linux/amd64"]),
    ],
)
def test_no_fitting_platform_is_told_with_what_there_is(wanted, offered):
    index = Index(manifests=tuple(map(entry, offered)))
    with pytest.raises(NotFound) as caught:
        choose(index, parse_platform(wanted))
    text = str(caught.value)
    assert text.startswith(f"no matching manifest for {wanted} in the manifest list entries")
    assert offered[0] in text
    assert "unknown" not in text


@pytest.mark.parametrize("text", ["", "a/b/c/d", "linux/", "linux/am d64", "linux/ä", "x" * 99])
def test_a_malformed_platform_is_refused(text):
    with pytest.raises(InvalidParameter, match="is an invalid platform"):
        parse_platform(text)


def test_the_hosts_platform_has_dockers_names():
    assert str(host_platform("x86_64")) == "linux/amd64"
    assert str(host_platform("aarch64")) == "linux/arm64/v8"
    assert str(host_platform("armv7l")) == "linux/arm/v7"
    assert str(host_platform("armv6l")) == "linux/arm/v6"
    assert str(host_platform("riscv64")) == "linux/riscv64"


def test_an_index_keeps_its_type():
    raw = msgspec.json.encode(Index(media_type=DOCKER_LIST, manifests=(entry("linux/amd64"),)))
    parsed = parse_manifest(raw, DOCKER_LIST)
    assert isinstance(parsed, Index)
    assert parsed.media_type == DOCKER_LIST


def test_nulls_in_a_configuration_mean_nothing_was_said():
    raw = b"""{"architecture":"amd64","os":"linux","created":null,"config":{"Env":null,
    "Cmd":"/bin/sh","Entrypoint":null,"Volumes":{"/data":{}},"Labels":null},"history":null,
    "rootfs":{"type":"layers","diff_ids":null}}"""
    document = parse_document(raw)
    assert document.config.env == []
    assert document.config.cmd == ["/bin/sh"]
    assert document.config.volumes == {"/data": {}}
    assert document.created_ns == 0


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"rootfs":{"type":"squashfs","diff_ids":[]}}',
        b'{"rootfs":{"type":"layers","diff_ids":["sha256:../x"]}}',
        b'{"config":{"Env":[1]}}',
        b'{"config":' * 5000,
        b" " * (9 << 20),
    ],
)
def test_a_hostile_configuration_is_refused(raw):
    with pytest.raises(InvalidParameter):
        parse_document(raw)


def test_chain_ids_follow_the_specification():
    lower, upper = "sha256:" + "a" * 64, "sha256:" + "b" * 64
    assert chain_ids([]) == []
    assert chain_ids([lower]) == [lower]
    # printf '%s %s' "$lower" "$upper" | sha256sum
    assert chain_ids([lower, upper])[1] == (
        "sha256:ccd722928bd92476ba1745586fed6e45a102504185ad88cd89e01ff116fd146c"
    )
