"""What is known of images that many people run."""

import pytest

from davit_desktop.state.known_images import known_image


@pytest.mark.parametrize(
    "reference",
    ["postgres", "postgres:16-alpine", "docker.io/library/postgres", "mirror:5000/postgres"],
)
def test_postgres_wants_a_password_wherever_it_comes_from(reference: str) -> None:
    known = known_image(reference)
    assert [v.name for v in known.missing(set())] == ["POSTGRES_PASSWORD"]
    assert [v.name for v in known.proposed] == ["POSTGRES_PASSWORD"]
    assert known.missing({"POSTGRES_HOST_AUTH_METHOD"}) == ()
    assert known.missing({"POSTGRES_PASSWORD"}) == ()


def test_of_other_images_nothing_is_known() -> None:
    for reference in ("me/postgres", "Not An Image", "nginx-postgres"):
        assert known_image(reference).variables == ()


def test_minio_is_told_to_serve() -> None:
    assert known_image("quay.io/minio/minio").command.startswith("server /data")
