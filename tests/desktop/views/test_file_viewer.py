"""A file of many lines is shown whole, edited as it is, and what was typed in it is not lost."""

import io
import tarfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from davit_desktop.actions import Actions
from davit_desktop.state.files import FileRow
from davit_desktop.views.file_viewer import FileViewer

TEXT = "".join(f"line {number} of a file\n" for number in range(30_000))
ROW = FileRow(path="/long.txt", name="long.txt", size=len(TEXT))
Until = Callable[..., Any]


class Tree:
    """A tree of one file."""

    @asynccontextmanager
    async def archive(self, path: str) -> AsyncIterator[tuple[Any, AsyncIterator[bytes]]]:
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode="w") as tar:
            member = tarfile.TarInfo("long.txt")
            member.size = len(TEXT)
            tar.addfile(member, io.BytesIO(TEXT.encode()))

        async def chunks() -> AsyncIterator[bytes]:
            yield file.getvalue()

        yield SimpleNamespace(mtime="2024-01-01T00:00:00Z"), chunks()


@pytest.fixture
async def viewer(qtbot: QtBot, until: Until) -> AsyncIterator[FileViewer]:
    actions = Actions()
    viewer = FileViewer(actions)
    qtbot.addWidget(viewer)
    viewer.show()
    show(viewer)
    await until(lambda: viewer.text.toPlainText() == TEXT)
    yield viewer
    await actions.close()


def show(viewer: FileViewer) -> None:
    source: Any = SimpleNamespace(id="c", tree=Tree())
    viewer.show_file(source, ROW)


async def test_a_file_of_many_lines_is_whole_before_it_is_edited(
    viewer: FileViewer, until: Until
) -> None:
    assert not viewer.editing
    viewer.edit.click()
    assert not viewer.editing  # what is typed into half a file would be saved as all of it
    await until(lambda: viewer.editing)
    assert viewer.text.toPlainText() == TEXT
    assert not viewer.changed


async def test_what_was_typed_is_there_again_even_when_one_goes_away_while_it_is_put_in(
    viewer: FileViewer, until: Until
) -> None:
    viewer.edit.click()
    await until(lambda: viewer.editing)
    viewer.text.insertPlainText("typed ")
    viewer.leave()
    show(viewer)
    await until(lambda: viewer.text.document().characterCount() > 100)
    viewer.leave()
    show(viewer)
    await until(lambda: viewer.changed)
    assert viewer.text.toPlainText() == "typed " + TEXT
