"""The lines of a pull as rows and one measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.types import Progress, decode
from davit_desktop.state.problem import Problem
from davit_desktop.state.pull import Pull, folded, worded


def line(status: str, id: str = "", current: int = 0, total: int = 0) -> Progress:
    detail = b"" if not total else b',"progressDetail":{"current":%d,"total":%d}' % (current, total)
    return decode(b'{"status":"%s","id":"%s"%s}' % (status.encode(), id.encode(), detail), Progress)


def pulled(*lines: Progress) -> Pull:
    pull = Pull()
    for one in lines:
        pull = folded(pull, one)
    return pull


def test_layers_go_from_waiting_to_done() -> None:
    pull = pulled(
        line("Pulling from library/nginx", "latest"),
        line("Pulling fs layer", "aaa"),
        line("Already exists", "bbb"),
        line("Downloading", "aaa", 50, 100),
    )
    assert [(r.id, r.state, r.place) for r in pull.layers.values()] == [
        ("aaa", "Downloading", 0),
        ("bbb", "Already here", 1),
    ]
    assert pull.layers["aaa"].fraction == 0.5
    assert (pull.downloaded, pull.size, pull.finished_layers) == (50, 100, 1)
    pull = folded(pull, line("Download complete", "aaa"))
    assert pull.downloaded == 100
    assert pull.layers["aaa"].work == 0.75
    pull = folded(pull, line("Extracting", "aaa", 100, 100))
    pull = folded(pull, line("Pull complete", "aaa"))
    assert pull.fraction == 1.0
    pull = folded(pull, line("Status: Downloaded newer image for nginx:latest"))
    assert pull.message.startswith("Status: Downloaded")


steps = st.builds(
    line,
    st.sampled_from(
        [
            *("Pulling fs layer", "Waiting", "Downloading", "Download complete", "Extracting"),
            *("Pull complete", "Already exists", "Verifying Checksum", "Retrying in 5 seconds"),
        ]
    ),
    st.sampled_from("abc"),
    st.integers(-5, 300),
    st.integers(-5, 200),
)


@given(st.lists(steps, max_size=30))
def test_the_measure_stays_a_fraction_whatever_the_engine_says(lines) -> None:
    pull = pulled(*lines)
    assert 0.0 <= pull.fraction <= 1.0
    assert 0 <= pull.finished_layers <= len(pull.layers)
    assert all(0.0 <= layer.fraction <= 1.0 for layer in pull.layers.values())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("manifest for x:1 not found: manifest unknown: manifest unknown", "no image of this name"),
        ("pull access denied for nope, repository does not exist or may require", "no such repo"),
        ('Get "http://x/v2/": no basic auth credentials', "wants a login"),
        ("no space left on device", "no space left"),
    ],
)
def test_a_registrys_refusal_is_told_in_words(said: str, words: str) -> None:
    told = worded(Problem(title="Cannot pull x:1", reason=said, details=said))
    assert words in told.reason
    assert told.details == said


def test_a_push_goes_from_waiting_to_done_too() -> None:
    push = pulled(
        line("Preparing", "aaa"),
        line("Preparing", "bbb"),
        line("Preparing", "ccc"),
        line("Pushing", "aaa", 50, 100),
        line("Layer already exists", "bbb"),
        line("Mounted from library/nginx", "ccc"),
    )
    assert [(r.state, r.work) for r in push.layers.values()] == [
        ("Pushing", 0.5),
        ("Already there", 1.0),
        ("Done", 1.0),
    ]
    assert folded(push, line("Pushed", "aaa")).finished_layers == 3
