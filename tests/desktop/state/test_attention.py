"""Only a container that ended by itself, and badly, is worth a notification."""

import msgspec
import pytest

from davit_desktop.state.attention import ends, words
from davit_desktop.state.containers import Container, State

WEB = Container(id="a" * 64, name="web", image="nginx", state=State.RUNNING)


def _after(**changes: object) -> dict[str, Container]:
    return {WEB.id: msgspec.structs.replace(WEB, **changes)}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"state": State.EXITED, "exit_code": 1}, ["web stopped with code 1"]),
        ({"state": State.EXITED, "exit_code": 0}, []),
        ({"state": State.EXITED, "exit_code": 143}, []),
        (
            {"state": State.EXITED, "exit_code": 137, "oom": True},
            ["web ran out of memory and was killed"],
        ),
        ({"state": State.PAUSED}, []),
    ],
)
def test_what_is_told_of_an_end(changes: dict[str, object], told: list[str]) -> None:
    assert [words(c) for c in ends({WEB.id: WEB}, _after(**changes))] == told


def test_what_had_ended_before_or_is_new_is_no_news() -> None:
    ended = _after(state=State.EXITED, exit_code=1)
    assert ends(ended, ended) == []
    assert ends({}, ended) == []
