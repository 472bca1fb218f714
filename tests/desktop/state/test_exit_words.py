"""Why a container stopped."""

import pytest

from davit_desktop.state.containers import Container, State
from davit_desktop.state.exit_words import why_stopped


def ended(code: int, state: State = State.EXITED, *, oom: bool = False) -> Container:
    return Container(id="a", name="n", image="i", state=state, exit_code=code, oom=oom)


@pytest.mark.parametrize(
    ("container", "words"),
    [
        (ended(0), "without an error"),
        (ended(1), "error code 1"),
        (ended(127), "not found"),
        (ended(137), "SIGKILL"),
        (ended(137, oom=True), "memory"),
        (ended(136), "SIGFPE"),
        (ended(250), "error code 250"),
    ],
)
def test_a_code_is_told_in_words(container: Container, words: str) -> None:
    assert words in why_stopped(container)


def test_what_runs_has_not_stopped() -> None:
    assert why_stopped(ended(0, State.RUNNING)) == ""
