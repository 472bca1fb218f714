"""Forms of a container's verbs: what they refuse as it is typed, and what they ask the engine."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from davit_desktop.views.container_dialogs import CommitDialog, LimitsDialog, RenameDialog
from davit_desktop.views.fields import Choice
from davit_desktop.views.messages import plain_label


def said(dialog: Any) -> str:
    labels = dialog.findChildren(type(plain_label("")))
    return "\n".join(label.text() for label in labels if label.isVisibleTo(dialog))


def field(dialog: Any, name: str) -> QLineEdit:
    (found,) = (f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == name)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("typed", "complaint", "ready"),
    [
        ("front", "", True),
        ("db", "Another container has this name", False),
        ("web", "", False),
        ("<b>", "Letters, digits", False),
        ("", "", False),
    ],
)
def test_a_name_that_cannot_be_is_refused_as_it_is_typed(
    qtbot: QtBot, make_container: Any, typed: str, complaint: str, ready: bool
) -> None:
    dialog = RenameDialog(make_container("a", "web"), ["web", "db"])
    qtbot.addWidget(dialog)
    field(dialog, "Name").setText(typed)
    assert complaint in said(dialog)
    assert dialog.button.isEnabled() is ready


def test_an_image_needs_a_name_that_can_be_one(qtbot: QtBot, make_container: Any) -> None:
    dialog = CommitDialog(make_container("a", "web"))
    qtbot.addWidget(dialog)
    assert not dialog.button.isEnabled()
    field(dialog, "Image").setText("Web:1")
    assert "Not a name of an image" in said(dialog)
    field(dialog, "Image").setText("web:1")
    assert dialog.button.isEnabled()
    assert (dialog.image, dialog.pause) == ("web:1", True)


def test_only_limits_that_differ_are_asked_for(qtbot: QtBot, make_container: Any) -> None:
    host = {"NanoCpus": 1_500_000_000, "Memory": 0, "RestartPolicy": {"Name": "always"}}
    dialog = LimitsDialog(make_container("a", "web"), host)
    qtbot.addWidget(dialog)
    assert field(dialog, "CPUs").text() == "1.5"
    assert not dialog.button.isEnabled(), "nothing is to be changed"
    field(dialog, "Memory").setText("512m")
    assert dialog.body == {"Memory": 512 << 20, "MemorySwap": 1 << 30}
    assert dialog.options == [f"--memory={512 << 20}", f"--memory-swap={1 << 30}"]
    (policy,) = dialog.findChildren(Choice)
    policy.setCurrentIndex(policy.findData("no"))
    assert dialog.body["RestartPolicy"] == {"Name": "no"}
    field(dialog, "CPUs").setText("many")
    assert not dialog.button.isEnabled()
    assert "CPUs are a number" in said(dialog)
