"""The images of the tests are real ones: a registry takes them, and their layers hold together."""

import gzip
import hashlib
import io
import json
import tarfile

import httpx
import pytest
from backports import zstd

from fixtures.registry import Registry
from images.build import Builder
from images.layout import DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST

pytestmark = pytest.mark.root

VARIANTS = {
    "variants:zstd": OCI_MANIFEST,
    "variants:schema2": DOCKER_MANIFEST,
    "variants:index": OCI_INDEX,
    "variants:list": DOCKER_LIST,
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_registry_serves_each_kind_of_manifest(registry: Registry, name: str) -> None:
    registry.image(name)
    kind = VARIANTS[name]
    answer = httpx.get(
        f"{registry.url}/v2/library/variants/manifests/{name.partition(':')[2]}",
        headers={"Accept": kind},
        trust_env=False,
    )
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize("name", ["busybox:latest", "variants:zstd", "variants:layers"])
def test_layers_match_their_diff_ids(image_builder: Builder, name: str) -> None:
    layout = image_builder.layout
    manifest = json.loads(layout.path(image_builder.image(name).digest).read_bytes())
    config = json.loads(layout.path(manifest["config"]["digest"]).read_bytes())
    for layer, diff_id in zip(manifest["layers"], config["rootfs"]["diff_ids"], strict=True):
        raw = layout.path(layer["digest"]).read_bytes()
        opened = zstd.decompress(raw) if "zstd" in layer["mediaType"] else gzip.decompress(raw)
        assert "sha256:" + hashlib.sha256(raw).hexdigest() == layer["digest"]
        assert "sha256:" + hashlib.sha256(opened).hexdigest() == diff_id
        with tarfile.open(fileobj=io.BytesIO(opened)) as archive:
            assert archive.getnames()


def test_two_images_share_their_lowest_layer(image_builder: Builder) -> None:
    first, second = (
        json.loads(image_builder.layout.path(image_builder.image(name).digest).read_bytes())
        for name in ("ubuntu:latest", "ubuntu:16.04")
    )
    assert len(second["layers"]) == 4
    assert first["layers"][0]["digest"] == second["layers"][0]["digest"]


def test_a_private_registry_wants_its_login(private_registry: Registry) -> None:
    private_registry.image("busybox:latest")
    catalogue = f"{private_registry.url}/v2/_catalog"
    assert httpx.get(catalogue, trust_env=False).status_code == 401
    listed = httpx.get(catalogue, auth=private_registry.login, trust_env=False)
    assert "library/busybox" in listed.json()["repositories"]
