"""Lines about layers as trees whose folders add up."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.types import LayerLine
from davit_desktop.state.image_layers import Change, files, matching


def file(path: str, size: int = 0, change: str = "added", **more: object) -> LayerLine:
    return LayerLine(type="file", path=path, size=size, change=change, kind="file", **more)  # type: ignore[arg-type]


LINES = [
    LayerLine(type="layer", layer=0, size=30, created_by="/bin/sh -c #(nop) ADD rootfs.tar /"),
    file("/etc/a", 10),
    file("/etc/b", 20),
    LayerLine(type="layer", layer=1, size=5, created_by="/bin/sh -c rm /etc/b"),
    file("/etc/a", 5, "changed", hidden=10),
    file("/etc/b", 0, "removed", hidden=20),
    LayerLine(type="wasted", path="/etc/b", layer=0, by=1, size=20),
    LayerLine(type="wasted", path="/etc/a", layer=0, by=1, size=10),
    LayerLine(type="end", size=35, wasted=30, wasted_in=(30, 0)),
]


def test_layers_become_trees_that_know_what_is_wasted() -> None:
    found = files(LINES)
    assert found is not None
    first, second = found.layers
    assert (first.number, first.instruction, first.wasted) == (1, "ADD rootfs.tar /", 30)
    assert (second.instruction, second.changed, second.removed) == ("RUN rm /etc/b", 1, 1)
    etc = found.roots[0].children["etc"]
    assert (etc.size, etc.wasted, etc.count, etc.path) == (30, 30, 2, "/etc")
    assert found.roots[1].children["etc"].hidden == 30
    assert found.roots[1].children["etc"].children["b"].change is Change.REMOVED
    assert [(w.path, w.layer, w.by, w.deleted) for w in found.wasted] == [
        ("/etc/b", 1, 2, True),
        ("/etc/a", 1, 2, False),
    ]
    assert round(found.efficiency, 3) == round(5 / 35, 3)


def test_files_are_found_with_what_leads_to_them() -> None:
    found = files(LINES)
    assert found is not None
    second = found.roots[1]
    etc = second.children["etc"]
    assert matching(second, "TC/A") == {etc.children["a"]: True, etc: False, second: False}
    removed = matching(second, "", Change.REMOVED)
    assert [file.name for file, itself in removed.items() if itself] == ["b"]
    assert matching(second, "nothing") == {}


def test_lines_without_an_end_are_no_answer() -> None:
    assert files(LINES[:-1]) is None


def test_a_file_below_a_deleted_folder_is_deleted() -> None:
    found = files(
        [
            LayerLine(type="layer"),
            file("/d/e/f", 1),
            LayerLine(type="layer"),
            file("/d", 0, "removed", hidden=1),
            LayerLine(type="wasted", path="/d/e/f", layer=0, by=1, size=1),
            LayerLine(type="end", size=1, wasted=1),
        ]
    )
    assert found is not None
    assert found.wasted[0].deleted


paths = st.lists(st.sampled_from(["a", "b", "..", ".", "\u202e", ""]), max_size=4).map("/".join)


@given(
    st.lists(
        st.builds(
            LayerLine,
            type=st.sampled_from(["layer", "file", "wasted", "end", "other"]),
            path=paths,
            layer=st.integers(-1, 3),
            by=st.integers(-1, 3),
            size=st.integers(0, 10),
            change=st.sampled_from(["added", "removed", "odd"]),
        ),
        max_size=20,
    )
)
def test_whatever_comes_is_a_tree_that_adds_up(lines: list[LayerLine]) -> None:
    found = files(lines)
    if found is not None:
        for root in found.roots:
            for each in root.walk():
                assert each.size >= sum(child.size for child in each.children.values())
