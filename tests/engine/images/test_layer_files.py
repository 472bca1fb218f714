"""Layers laid over one another: what each does, and what is held for nothing."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from davit_engine.archive.entry import Entry, Kind
from davit_engine.images.layer_files import Change, Pile


def file(path: str, size: int) -> Entry:
    return Entry(path=path.encode(), kind=Kind.FILE, mode=0o644, size=size)


def folder(path: str, mode: int = 0o755) -> Entry:
    return Entry(path=path.encode(), kind=Kind.DIRECTORY, mode=mode)


def link(path: str, target: str, kind: Kind = Kind.SYMLINK) -> Entry:
    return Entry(path=path.encode(), kind=kind, mode=0o777, link=target.encode())


def gone(path: str) -> Entry:
    above, slash, name = path.rpartition("/")
    return file(f"{above}{slash}.wh.{name}", 0)


def laid(*layers: Sequence[Entry]) -> tuple[Pile, list[dict[str, tuple[Change, int, int]]]]:
    pile = Pile()
    told = [
        {each.path.decode(): (each.change, each.size, each.hidden) for each in pile.lay(layer)}
        for layer in layers
    ]
    return pile, told


def wasted(pile: Pile) -> dict[str, tuple[int, int, int]]:
    return {each.path.decode(): (each.layer, each.by, each.size) for each in pile.wasted}


def test_what_is_overwritten_or_deleted_above_is_wasted_below() -> None:
    pile, told = laid(
        [folder("etc"), file("etc/a", 10), file("etc/b", 20), file("etc/c", 30)],
        [file("etc/a", 11), gone("etc/b"), file("etc/d", 5)],
        [gone("etc")],
    )
    assert told[0]["etc/a"] == (Change.ADDED, 10, 0)
    assert told[1] == {
        "etc/b": (Change.REMOVED, 0, 20),
        "etc/a": (Change.CHANGED, 11, 10),
        "etc/d": (Change.ADDED, 5, 0),
    }
    assert told[2] == {"etc": (Change.REMOVED, 0, 46)}
    assert wasted(pile)["etc/a"] == (1, 2, 11)
    assert wasted(pile)["etc/b"] == (0, 1, 20)
    assert wasted(pile)["etc/c"] == (0, 2, 30)
    assert pile.held == [60, 16, 0]
    assert list(pile.visible()) == []


def test_a_folder_that_only_stands_in_the_archive_is_no_change() -> None:
    _, told = laid([folder("etc"), file("etc/a", 1)], [folder("etc"), file("etc/b", 1)])
    assert set(told[1]) == {"etc/b"}
    _, told = laid([folder("etc")], [folder("etc", 0o700)])
    assert told[1] == {"etc": (Change.CHANGED, 0, 0)}


def test_an_opaque_folder_hides_all_that_lay_in_it() -> None:
    pile, told = laid(
        [folder("o"), file("o/old", 7), file("o/same", 2)],
        [folder("o"), file("o/.wh..wh..opq", 0), file("o/same", 3)],
    )
    assert told[1] == {"o/old": (Change.REMOVED, 0, 7), "o/same": (Change.CHANGED, 3, 2)}
    assert sum(each.size for each in pile.wasted) == 9


def test_content_with_another_name_left_is_not_wasted() -> None:
    first = [file("a", 100), link("b", "a", Kind.HARDLINK)]
    pile, _ = laid(first, [gone("a")])
    assert pile.wasted == []
    pile, _ = laid(first, [gone("a")], [gone("b")])
    assert wasted(pile) == {"b": (0, 2, 100)}


def test_a_name_for_a_lower_layers_file_brings_the_file_up() -> None:
    pile, _ = laid([file("a", 100)], [link("b", "a", Kind.HARDLINK)])
    assert pile.held == [100, 100]


def test_what_a_layer_writes_twice_counts_once() -> None:
    pile, told = laid([file("a", 4)], [file("a", 100), file("a", 6)])
    assert told[1] == {"a": (Change.CHANGED, 6, 4)}
    assert pile.held == [4, 6]
    assert wasted(pile) == {"a": (0, 1, 4)}


def test_names_pass_through_links_of_lower_layers_and_never_leave_the_root() -> None:
    pile, told = laid(
        [folder("usr"), folder("usr/lib"), link("lib", "usr/lib"), link("up", "../../..")],
        [file("lib/x", 3), file("up/y", 4)],
    )
    assert set(told[1]) == {"usr/lib/x", "y"}
    assert told[1]["y"] == (Change.ADDED, 4, 0)
    assert pile.wasted == []


def test_links_that_go_in_circles_end() -> None:
    _, told = laid([link("a", "b"), link("b", "a")], [file("a/x", 1)])
    assert any(path.endswith("/x") for path in told[1])


NAMES = st.sampled_from(["a", "b", "c", "d/a", "d/b", "d/e/a", "e/a"])
LAYER = st.lists(
    st.one_of(
        st.builds(file, NAMES, st.integers(0, 100)),
        st.builds(gone, st.sampled_from(["a", "b", "d", "d/a", "d/e", "e", "e/a"])),
    ),
    max_size=12,
)


def merged(layers: Sequence[Sequence[Entry]]) -> Mapping[str, int]:
    """What a container sees, by the simplest means."""
    seen: dict[str, int] = {}
    for layer in layers:
        paths = [entry.path.decode() for entry in layer]
        for path in paths:
            above, _, name = path.rpartition("/")
            if name.startswith(".wh."):
                hidden = f"{above}/{name[4:]}".strip("/")
                seen = {
                    path: size
                    for path, size in seen.items()
                    if path != hidden and not path.startswith(f"{hidden}/")
                }
        for path, entry in zip(paths, layer, strict=True):
            if not path.rpartition("/")[2].startswith(".wh."):
                seen[path] = entry.size
    return seen


@given(st.lists(LAYER, max_size=5))
def test_all_that_is_held_less_what_is_wasted_is_what_a_container_sees(
    layers: list[list[Entry]],
) -> None:
    pile, told = laid(*layers)
    expected = merged(layers)
    seen = {path.decode(): entry.size for path, entry in pile.visible() if entry.kind is Kind.FILE}
    assert seen == expected
    lost = sum(each.size for each in pile.wasted)
    assert sum(pile.held) - lost == sum(expected.values())
    assert lost == sum(hidden for layer in told for _, _, hidden in layer.values())
    assert all(each.layer < each.by for each in pile.wasted)
