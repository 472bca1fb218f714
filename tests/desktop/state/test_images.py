"""Image rows: one for each name, with those who use it."""

from davit_desktop.client.types import ImageSummary
from davit_desktop.state import images
from davit_desktop.state.containers import Container


def test_each_name_is_a_row_that_knows_its_users() -> None:
    image = ImageSummary(id="sha256:" + "1" * 64, repo_tags=("nginx:1", "host:5000/nginx:2"))
    user = Container(id="a" * 64, name="web", image="nginx:1", image_id=image.id)
    first, second = images.rows([image], {user.id: user})
    assert (first.repository, first.tag, first.used_by) == ("nginx", "1", ("web",))
    assert (second.repository, second.tag) == ("host:5000/nginx", "2")


def test_an_image_without_a_name_is_one_dangling_row() -> None:
    (row,) = images.rows([ImageSummary(id="sha256:" + "1" * 64)], {})
    assert row.dangling
    assert row.short_id == "1" * 12


def test_which_events_change_the_images() -> None:
    assert images.changes_images("image", "pull")
    assert images.changes_images("container", "commit")
    assert not images.changes_images("container", "start")
