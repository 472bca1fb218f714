"""/images, /distribution and /auth: names, credentials and sizes."""

import base64
import json

import msgspec
import pytest

from davit_engine.api.images import has_tag, with_tag
from davit_engine.images.document import Document
from davit_engine.images.manifest import Descriptor
from davit_engine.images.records import Image, Layer
from davit_engine.images.usage import footprints, shared_sizes
from fakes.api import Api

NOTHING = Descriptor(media_type="", digest="", size=0)


def image(id: str, *layers: tuple[str, int]) -> Image:
    return Image(
        id=id,
        raw_config=b"",
        document=Document(),
        manifest=NOTHING,
        layers=tuple(
            Layer(
                diff_id=diff_id,
                blob=Descriptor(media_type="", digest=diff_id, size=100),
                size=size,
            )
            for diff_id, size in layers
        ),
    )


def test_a_layer_is_shared_wherever_it_lies_in_another_image() -> None:
    images = [
        image("a", ("base", 10), ("own", 1)),
        image("b", ("base", 10), ("other", 2)),
        image("c", ("own", 1)),
    ]
    assert shared_sizes(images) == {"a": 11, "b": 10, "c": 1}


def test_own_and_shared_footprints_add_up_to_what_is_there() -> None:
    images = [
        image("a", ("base", 10), ("own", 1)),
        image("b", ("base", 10), ("other", 2)),
        image("c", ("twice", 5), ("twice", 5)),
    ]
    taken = footprints(images)
    assert {id: (one.size, one.shared) for id, one in taken.items()} == {
        "a": (211, 110),
        "b": (212, 110),
        "c": (105, 0),
    }


@pytest.mark.parametrize(
    ("name", "tag", "reference"),
    [
        ("busybox", "1", "busybox:1"),
        ("busybox", "", "busybox"),
        ("busybox", "sha256:" + "a" * 64, "busybox@sha256:" + "a" * 64),
    ],
)
def test_a_tag_parameter_joins_the_name(name: str, tag: str, reference: str) -> None:
    assert with_tag(name, tag) == reference


@pytest.mark.parametrize(
    ("name", "tagged"),
    [("x", False), ("h:5000/x", False), ("h:5000/x:1", True), ("x@sha256:0", True)],
)
def test_a_port_is_not_a_tag(name: str, tagged: bool) -> None:
    assert has_tag(name) == tagged


async def test_credentials_reach_the_registry_and_no_log(api: Api) -> None:
    header = base64.urlsafe_b64encode(b'{"username":"u","password":"p"}').decode()
    await api.post("/images/create?fromImage=x&tag=1", headers={"X-Registry-Auth": header})
    _, auth, _ = api.images.asked[0]
    assert (auth.username, auth.password) == ("u", "p")


@pytest.mark.parametrize("header", ["eA==", "!!!", "bnVsbA==", "e30="])
async def test_credentials_that_cannot_be_read_count_as_none(api: Api, header: str) -> None:
    reply = await api.post("/images/create?fromImage=x&tag=1", headers={"X-Registry-Auth": header})
    assert reply.status == 200
    assert api.images.asked[0][1].empty


async def test_the_oldest_clients_push_with_the_credentials_in_the_body(api: Api) -> None:
    reply = await api.post("/images/busybox/push?tag=1", data=b'{"username":"u","password":"p"}')
    assert reply.status == 200
    name, auth = api.images.asked[0]
    assert (name, auth.username, auth.password) == ("busybox:1", "u", "p")


async def test_a_push_needs_the_header(api: Api) -> None:
    reply = await api.post("/images/busybox/push?tag=latest")
    assert reply.status == 400
    assert reply.message == (
        "bad parameters and missing X-Registry-Auth: invalid X-Registry-Auth header: EOF"
    )


async def test_a_pull_without_a_tag_is_a_pull_of_all_tags(api: Api) -> None:
    await api.post("/images/create?fromImage=h:5000/x")
    assert api.images.asked[0][2]["all_tags"] is True


async def test_a_pull_of_nothing_is_refused(api: Api) -> None:
    assert (await api.post("/images/create")).status == 400


async def test_an_import_from_the_web_says_where_it_came_from(api: Api) -> None:
    reply = await api.post("/images/create?fromSrc=http://example/x.tar")
    assert reply.status == 200
    assert api.images.asked[0]["source"] == "http://example/x.tar"
    assert api.images.asked[0]["message"] == "Imported from http://example/x.tar"


async def test_an_image_name_may_have_slashes_and_a_port(api: Api) -> None:
    api.images.image = msgspec.structs.replace(api.images.image, tags=("h:5000/a/b:1",))
    reply = await api.get("/v1.45/images/h:5000/a/b:1/json")
    assert (reply.status, reply.message) == (404, "No such image: h:5000/a/b:1")


async def test_saving_streams_a_tar_or_says_what_is_missing(api: Api) -> None:
    reply = await api.get("/images/get?names=busybox&names=busybox:latest")
    assert (reply.body, reply.headers["Content-Type"]) == (b"tar", "application/x-tar")
    reply = await api.get("/images/get?names=busybox,nosuch")
    assert (reply.status, reply.message) == (404, "No such image: nosuch")
    assert (await api.get("/images/get")).status == 400


async def test_shared_sizes_are_counted_only_when_asked_for(api: Api) -> None:
    assert (await api.get("/images/json")).json()[0]["SharedSize"] == -1
    assert (await api.get("/images/json?shared-size=1")).json()[0]["SharedSize"] == 0


async def test_older_clients_get_a_virtual_size(api: Api) -> None:
    assert json.loads((await api.get("/v1.43/images/json")).body)[0]["VirtualSize"] == 1000
    assert "VirtualSize" not in json.loads((await api.get("/v1.44/images/json")).body)[0]
