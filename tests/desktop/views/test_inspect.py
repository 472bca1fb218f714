"""The inspect view covers secrets, reveals them on request, and finds words in both forms."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop.views.inspect import InspectView

DOCUMENT = {
    "Id": "a" * 64,
    "Name": "/db",
    "Config": {"Image": "postgres", "Env": ["DB_PASSWORD=hunter2", "MODE=<b>fast</b>"]},
}


@pytest.fixture
def view(qtbot: QtBot) -> InspectView:
    view = InspectView()
    qtbot.addWidget(view)
    view.show()
    view.show_document(DOCUMENT)
    return view


def texts(view: InspectView) -> list[str]:
    found = []
    for top in range(view.model.rowCount()):
        parent = view.model.index(top, 0)
        for row in range(view.model.rowCount(parent)):
            found.append("=".join(str(view.model.index(row, c, parent).data()) for c in (0, 1)))
    return found


def test_secrets_are_covered_until_revealed(view: InspectView) -> None:
    assert "hunter2" not in " ".join(texts(view)) + view.raw.toPlainText()
    assert "MODE=<b>fast</b>" in texts(view)
    view.reveal.setChecked(True)
    assert "DB_PASSWORD=hunter2" in texts(view)
    assert "hunter2" in view.raw.toPlainText()


def test_another_container_is_covered_again(view: InspectView) -> None:
    view.reveal.setChecked(True)
    other: dict[str, Any] = {**DOCUMENT, "Id": "b" * 64}
    view.show_document(other)
    assert not view.reveal.isChecked()
    assert "hunter2" not in view.raw.toPlainText()


def test_there_is_nothing_to_reveal_without_secrets(view: InspectView) -> None:
    view.show_document({"Id": "c", "Config": {"Env": ["A=1"]}})
    assert not view.reveal.isVisible()


def test_search_counts_and_goes_round(view: InspectView) -> None:
    view.search.setText("mode")
    assert view.count.text() == "1 / 1"
    assert view.tree.currentIndex().data() == "MODE"
    view.as_json.click()
    assert view.count.text() == "1 / 1"
    view.search.setText("nowhere to be found")
    assert view.count.text() == "0 / 0"


def test_a_document_of_megabytes_comes_whole_and_covered(view: InspectView, qtbot: QtBot) -> None:
    env = [f"TOKEN_{number}=hunter{number}" for number in range(3_000)]
    view.show_document({**DOCUMENT, "Id": "c" * 64, "Config": {"Env": env}})
    assert "hunter" not in view.raw.toPlainText()
    qtbot.waitUntil(lambda: view.raw.toPlainText().endswith("}"), timeout=30_000)
    told = texts(view)
    assert all(any(f"TOKEN_{number}=" in text for text in told) for number in (0, 1_499, 2_999))
    assert view.raw.toPlainText().count("TOKEN_") == 3_000
    assert "hunter" not in " ".join(told) + view.raw.toPlainText()
    view.show_document({"Id": "d"})
    assert texts(view)[0] == "Id=d"
    assert "TOKEN" not in view.raw.toPlainText()
