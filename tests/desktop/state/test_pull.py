"""The lines of a pull as rows and one measure."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.types import Progress, decode
from davit_desktop.state.pull import Pull, folded


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
