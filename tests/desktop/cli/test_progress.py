"""Progress, as plain lines and redrawn."""

from __future__ import annotations

import io

from davit_desktop.cli.progress import ProgressText, progress_bar, show
from davit_desktop.client.types import Progress, ProgressDetail

HEAD = Progress(status="Pulling from library/x", id="latest")
WAITING = Progress(status="Pulling fs layer", id="abc", detail=ProgressDetail())
HALF = Progress(status="Downloading", id="abc", detail=ProgressDetail(current=50, total=100))
DONE = Progress(status="Pull complete", id="abc", detail=ProgressDetail())
LAST = Progress(status="Status: Downloaded newer image for x")


def test_without_a_terminal_each_change_is_a_line_and_bars_are_left_out() -> None:
    drawn = ProgressText(terminal=False)
    assert [drawn.text(line) for line in (HEAD, WAITING, HALF, DONE, LAST)] == [
        "latest: Pulling from library/x\n",
        "abc: Pulling fs layer\n",
        "",
        "abc: Pull complete\n",
        "Status: Downloaded newer image for x\n",
    ]


def test_on_a_terminal_a_layer_keeps_its_line() -> None:
    drawn = ProgressText(terminal=True)
    other = Progress(status="Waiting", id="def", detail=ProgressDetail())
    assert drawn.text(HEAD) == "latest: Pulling from library/x\n"
    assert drawn.text(WAITING) == "\n\x1b[1A\x1b[2K\rabc: Pulling fs layer\r\x1b[1B"
    assert drawn.text(other) == "\n\x1b[1A\x1b[2K\rdef: Waiting\r\x1b[1B"
    assert drawn.text(DONE) == "\x1b[2A\x1b[2K\rabc: Pull complete\r\x1b[2B"
    assert drawn.text(LAST) == "Status: Downloaded newer image for x\n"


def test_a_line_about_the_whole_begins_a_new_section() -> None:
    drawn = ProgressText(terminal=True)
    drawn.text(WAITING)
    drawn.text(LAST)
    assert drawn.text(WAITING).startswith("\n\x1b[1A")


def test_the_bar() -> None:
    assert progress_bar(HALF) == f"[{'=' * 25}>{' ' * 24}]     50B/100B"
    assert progress_bar(WAITING) == ""
    assert progress_bar(Progress(progress="[=> ] 1B/2B")) == "[=> ] 1B/2B"
    assert progress_bar(Progress(detail=ProgressDetail(current=2000))) == "     2kB"
    full = Progress(detail=ProgressDetail(current=300, total=200))
    assert progress_bar(full) == f"[{'=' * 50}]    200B/200B"


async def test_results_are_kept_apart_and_quiet_is_silent() -> None:
    async def lines() -> object:
        for line in (HEAD, Progress(aux={"Tag": "1"}), Progress(stream="Loaded image: x\n")):
            yield line

    out = io.StringIO()
    results = await show(lines(), out)  # type: ignore[arg-type]
    assert [line.aux for line in results] == [{"Tag": "1"}]
    assert out.getvalue() == "latest: Pulling from library/x\nLoaded image: x\n"
    out = io.StringIO()
    await show(lines(), out, quiet=True)  # type: ignore[arg-type]
    assert out.getvalue() == ""
