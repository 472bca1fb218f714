"""A table that changes only where its rows do."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from davit_desktop.views.table_model import Column, RowsProxy, TableModel


@dataclass(frozen=True)
class Item:
    key: str
    value: int = 0
    group: str = ""


def make(grouped: bool = True) -> TableModel[Item]:
    columns = [
        Column[Item](key="key", title="Key", text=lambda i: i.key),
        Column[Item](
            key="value",
            title="Value",
            text=lambda i: str(i.value),
            sort=lambda i: float(i.value),
            right=True,
        ),
    ]
    return TableModel(columns, lambda i: i.key, group=(lambda i: i.group) if grouped else None)


def shown(model: Any) -> list[Any]:
    """The tree as nested lists of first column texts."""

    def level(parent: QModelIndex) -> list[Any]:
        found: list[Any] = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            inner = level(index)
            found.append((index.data(), inner) if inner else index.data())
        return found

    return level(QModelIndex())


def test_only_differences_are_told(qtbot: QtBot) -> None:
    model = make(grouped=False)
    model.set_rows([Item("a", 1), Item("b", 2), Item("c", 3)])
    told: list[str] = []
    model.rowsInserted.connect(lambda p, first, last: told.append(f"+{first}-{last}"))
    model.rowsRemoved.connect(lambda p, first, last: told.append(f"-{first}-{last}"))
    model.dataChanged.connect(lambda first, last: told.append(f"~{first.row()}"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.set_rows([Item("a", 1), Item("c", 9), Item("d", 4)])
    assert told == ["-1-1", "~1", "+2-2"]
    told.clear()
    model.set_rows([Item("a", 1), Item("c", 9), Item("d", 4)])
    assert told == []


def test_groups_appear_and_vanish_with_their_rows(qtbot: QtBot) -> None:
    model = make()
    model.set_rows([Item("a", group="g"), Item("b"), Item("c", group="g")])
    assert shown(model) == ["b", ("g", ["a", "c"])] or shown(model) == [("g", ["a", "c"]), "b"]
    model.set_rows([Item("a"), Item("b")])
    assert sorted(shown(model)) == ["a", "b"]
    assert model.groups == ()


def test_a_row_can_be_changed_alone(qtbot: QtBot) -> None:
    model = make()
    model.set_rows([Item("a", 1), Item("b", 2)])
    model.set_row(Item("b", 5))
    assert model.row("b") == Item("b", 5)
    model.set_row(Item("unknown", 5))
    assert model.row("unknown") is None


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.lists(
            st.builds(
                Item,
                key=st.sampled_from("abcdefgh"),
                value=st.integers(0, 2),
                group=st.sampled_from(["", "g", "h"]),
            ),
            max_size=8,
            unique_by=lambda item: item.key,
        ),
        max_size=6,
    )
)
def test_any_series_of_lists_keeps_the_model_right(qtbot: QtBot, series: list[list[Item]]) -> None:
    model = make()
    tester = QAbstractItemModelTester(model)
    proxy = RowsProxy(model)
    proxy.sort(0)
    for items in series:
        model.set_rows(items)
        assert {i.key: i for i in model.rows()} == {i.key: i for i in items}
        assert proxy.shown() == len(items)
        assert set(model.groups) == {i.group for i in items if i.group}
        for item in items:
            index = model.index_of(item.key)
            assert model.row_at(index) == item
            assert (
                model.group_at(index.parent()) if index.parent().isValid() else ""
            ) == item.group
    del tester


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["set", "change", "sort down", "sort up", "still", "in order"]),
            st.lists(
                st.builds(
                    Item,
                    key=st.integers(10, 90).map(str),
                    value=st.integers(0, 99),
                    group=st.sampled_from(["", "", "", "g"]),
                ),
                max_size=60,
                unique_by=lambda item: item.key,
            ),
        ),
        max_size=8,
    )
)
def test_rows_are_in_order_whatever_happens_to_them(
    qtbot: QtBot, series: list[tuple[str, list[Item]]]
) -> None:
    model = make()
    tester = QAbstractItemModelTester(model)
    proxy = RowsProxy(model)
    proxy.sort(1)
    marked = {}
    still = False
    for what, items in series:
        match what:
            case "set":
                model.set_rows(items)
                marked = {i.key: QPersistentModelIndex(model.index_of(i.key)) for i in items}
            case "change":
                for item in items:
                    before = model.row(item.key)
                    if before is not None:
                        model.set_row(replace(before, value=item.value))
            case "still" | "in order":
                still = what == "still"
                model.keep_sorted(not still)
            case _:
                down = what == "sort down"
                order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
                proxy.sort(1, order)
        values = [row.value for row in top_rows(proxy)]
        if not still:
            descending = proxy.sortOrder() == Qt.SortOrder.DescendingOrder
            assert values == sorted(values, reverse=descending)
        assert all(index == model.index_of(key) for key, index in marked.items())
    del tester


def top_rows(proxy: RowsProxy[Item]) -> list[Item]:
    rows = (proxy.row_at(proxy.index(place, 0)) for place in range(proxy.rowCount()))
    return [row for row in rows if row is not None]


def test_many_rows_that_come_among_others_are_told_few_times(qtbot: QtBot) -> None:
    model = make(grouped=False)
    proxy = RowsProxy(model)
    proxy.sort(1)
    model.set_rows([Item(f"old{n}", 2 * n) for n in range(100)])
    told: list[int] = []
    model.rowsInserted.connect(lambda parent, first, last: told.append(last - first + 1))
    both = [Item(f"old{n}", 2 * n) for n in range(100)]
    model.set_rows([*both, *(Item(f"new{n}", 2 * n + 1) for n in range(100))])
    assert told == [100]
    assert [row.value for row in top_rows(proxy)] == list(range(200))


def test_a_changed_row_moves_only_when_it_may(qtbot: QtBot) -> None:
    model = make(grouped=False)
    proxy = RowsProxy(model)
    model.set_rows([Item("a", 1), Item("b", 2), Item("c", 3)])
    proxy.sort(1)
    model.keep_sorted(False)
    model.set_row(Item("a", 9))
    assert shown(proxy) == ["a", "b", "c"]
    model.keep_sorted(True)
    assert shown(proxy) == ["b", "c", "a"]


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_groups_stand_above_rows_in_either_order(qtbot: QtBot, order: Qt.SortOrder) -> None:
    model = make()
    proxy = RowsProxy(model)
    model.set_rows([Item("b", 2), Item("x", 1, "zeta"), Item("a", 10), Item("y", 1, "Alpha")])
    proxy.sort(1, order)
    first, second, *rest = shown(proxy)
    assert (first, second) == (("Alpha", ["y"]), ("zeta", ["x"]))
    assert rest == (["b", "a"] if order == Qt.SortOrder.AscendingOrder else ["a", "b"])


def test_a_filter_hides_rows_and_empty_groups(qtbot: QtBot) -> None:
    model = make()
    proxy = RowsProxy(model)
    model.set_rows([Item("a", 1, "g"), Item("b", 2, "g"), Item("c", 3, "h")])
    proxy.set_predicate(lambda item: item.value == 2)
    assert shown(proxy) == [("g", ["b"])]
    assert proxy.shown() == 1
    proxy.set_predicate(None)
    assert proxy.shown() == 3


def test_engine_text_cannot_format_or_reorder(qtbot: QtBot) -> None:
    model = make()
    model.set_rows([Item("<b>x</b>\u202egpj\n")])
    index = model.index(0, 0)
    assert index.data() == "<b>x</b>\ufffdgpj\u240a"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
