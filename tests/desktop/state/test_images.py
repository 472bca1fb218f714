"""Image rows: one for each image, with its names, its users and what a registry has of it."""

from davit_desktop.client.types import ImageSummary
from davit_desktop.state import images
from davit_desktop.state.containers import Container
from davit_desktop.state.images import Image, Update, Use, User
from davit_desktop.state.problem import Problem

ID = "sha256:" + "1" * 64


def test_an_image_is_one_row_that_knows_its_names_and_users() -> None:
    image = ImageSummary(
        id=ID, repo_tags=("nginx:1", "host:5000/nginx:2"), size=100, shared_size=60
    )
    user = Container(id="a" * 64, name="web", image="nginx:1", image_id=image.id)
    (row,) = images.rows([image], {user.id: user})
    assert (row.reference, row.others, row.used_by) == ("nginx:1", ("host:5000/nginx:2",), ("web",))
    assert (row.size, row.unique, row.name) == (100, 40, "nginx:1")


def test_an_image_without_a_name_is_dangling_whatever_the_engine_calls_it() -> None:
    rows = images.rows(
        [ImageSummary(id=ID), ImageSummary(id=ID[:-1] + "2", repo_tags=("<none>:<none>",))], {}
    )
    assert all(row.dangling and row.reference == "<none>:<none>" for row in rows)
    assert (rows[0].short_id, rows[0].name, rows[0].unique) == ("1" * 12, ID, -1)


def test_what_is_about_to_be_deleted_is_neither_shown_nor_a_user() -> None:
    image = ImageSummary(id=ID, repo_tags=("nginx:1",))
    user = Container(id="a" * 64, name="web", image="nginx:1", image_id=image.id)
    assert images.rows([image], {}, hidden={ID}) == []
    (row,) = images.rows([image], {user.id: user}, hidden={user.id})
    assert row.used_by == ()


def test_a_name_is_out_of_date_when_the_registry_has_another_digest() -> None:
    image = ImageSummary(
        id=ID, repo_tags=("a:1", "b:1", "c:1"), repo_digests=("a@sha256:aa", "b@sha256:bb")
    )
    updates = {
        "a:1": Update(digest="sha256:aa"),
        "b:1": Update(digest="sha256:new"),
        "c:1": Update(problem="no answer"),
    }
    (row,) = images.rows([image], {}, updates=updates)
    assert (row.updates, row.update_problem) == (("b:1",), "no answer")
    assert images.comparable(row) == ("a:1", "b:1")


def test_a_refusal_names_the_containers() -> None:
    raw = Problem(title="Cannot delete a:1", reason="Conflict: …", details="conflict: container 12")
    users = tuple(User(name=f"c{n}", id=str(n)) for n in range(7))
    told = images.refusal(Image(id=ID, references=("a:1",), users=users), raw)
    assert told.reason == "7 containers are made from it: c0, c1, c2, c3, c4 and 2 more"
    assert told.details == raw.details
    told = images.refusal(Image(id=ID, references=("a:1",), users=users[:1]), raw)
    assert told.reason == "The container c0 is made from it"
    assert images.refusal(Image(id=ID), raw) is raw


def test_the_filter_finds_names_ids_platforms_and_users() -> None:
    row = Image(
        id=ID,
        references=("nginx:1", "shop/web:2"),
        platform="linux/arm64",
        users=(User(name="front", id="a"),),
    )
    for wanted in ("ngi", "FRONT shop", "11111", "arm64"):
        assert images.matches(row, wanted)
    assert not images.matches(row, "redis")


def test_the_list_may_be_limited() -> None:
    used = Image(id=ID, references=("a:1",), users=(User(name="a", id="a"),))
    loose = Image(id=ID)
    assert [images.shown(used, use) for use in Use] == [True, True, False, False]
    assert [images.shown(loose, use) for use in Use] == [True, False, True, True]


def test_digests_are_those_of_the_names_repository() -> None:
    row = Image(
        id=ID,
        references=("nginx:1", "host:5000/nginx:1"),
        digests=("nginx@sha256:aa", "host:5000/nginx@sha256:bb"),
    )
    assert images.known_digests(row, "nginx:1") == {"sha256:aa"}
    assert images.known_digests(row, "host:5000/nginx:1") == {"sha256:bb"}
    assert images.known_digests(row, "docker.io/library/nginx:1") == {"sha256:aa"}


def test_a_platform_is_read_from_inspect() -> None:
    document = {"Os": "linux", "Architecture": "arm64", "Variant": "v8"}
    assert images.platform_of(document) == "linux/arm64/v8"
    assert images.platform_of({"Os": None}) == ""


def test_which_events_change_the_images() -> None:
    assert images.changes_images("image", "pull")
    assert images.changes_images("container", "commit")
    assert not images.changes_images("container", "start")
