"""What the window asks of images beside Docker's API: files of layers, tags of a registry."""

import json

import pytest

from fixtures.daemon import Engine
from fixtures.registry import Registry

pytestmark = pytest.mark.root


@pytest.fixture(scope="module")
def layered(engine: Engine, registry: Registry) -> str:
    name = registry.image("variants:layers")
    engine.docker("pull", name)
    return name


def test_the_files_of_each_layer_come_as_lines(engine: Engine, layered: str) -> None:
    answer = engine.request("GET", f"/v1.45/davit/v1/images/{layered}/files")
    assert answer.status == 200
    lines = [json.loads(line) for line in answer.body.splitlines()]
    heads = [line for line in lines if line["Type"] == "layer"]
    assert [head["Layer"] for head in heads] == list(range(25))
    assert all(head["DiffId"].startswith("sha256:") for head in heads)
    files = {(f["Layer"], f["Path"]): f for f in lines if f["Type"] == "file"}
    assert files[1, "/data/gone"]["Change"] == "added"
    assert files[2, "/data/gone"]["Change"] == "removed"
    assert files[2, "/data/gone"]["Hidden"] == len(b"gone\n")
    assert files[3, "/link"]["Link"] == "data/new"
    assert files[4, "/opaque/old"]["Change"] == "removed"
    wasted = {(w["Path"], w["Layer"], w["By"], w["Size"]) for w in lines if w["Type"] == "wasted"}
    assert wasted == {("/data/gone", 1, 2, 5), ("/opaque/old", 3, 4, 4)}
    end = lines[-1]
    assert (end["Type"], end["Wasted"], end["LeftOut"]) == ("end", 9, 0)
    inspected = engine.request("GET", f"/images/{layered}/json").json()
    assert end["Size"] == inspected["Size"]


def test_the_tags_of_a_repository(engine: Engine, registry: Registry, layered: str) -> None:
    name = layered.rpartition(":")[0]
    answer = engine.request("GET", "/davit/v1/images/tags", query={"name": name})
    assert answer.json() == {"Name": name, "Tags": ["layers"]}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/davit/v1/images/tags", 400, "no repository is named"),
        ("/davit/v1/images/tags?name=NOT%20GOOD", 400, "invalid reference format"),
        ("/davit/v1/images/nothing:1/files", 404, "No such image: nothing:1"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    engine: Engine, path: str, status: int, words: str
) -> None:
    answer = engine.request("GET", path)
    assert (answer.status, words in answer.message) == (status, True), answer.message


def test_what_a_prune_would_delete_is_what_it_deletes(engine: Engine, layered: str) -> None:
    engine.docker("tag", layered, "two:names")
    told = engine.request("GET", "/davit/v1/images/reclaimable").json()
    assert told == {"Images": [], "Size": 0}
    told = engine.request("GET", "/davit/v1/images/reclaimable?all=1").json()
    before = engine.request("GET", "/system/df?type=image").json()
    assert {image["Id"] for image in before["Images"]} == set(told["Images"])
    assert told["Size"] == before["LayersSize"]
    engine.docker("create", "--name", "user", layered)
    assert engine.request("GET", "/davit/v1/images/reclaimable?all=1").json()["Size"] < told["Size"]
    engine.docker("rm", "user")
    answer = engine.request("POST", "/images/prune", query={"filters": '{"dangling":["false"]}'})
    deleted = {step.get("Deleted") for step in answer.json()["ImagesDeleted"]}
    assert set(told["Images"]) <= deleted
    assert engine.request("GET", "/system/df?type=image").json()["Images"] == []
