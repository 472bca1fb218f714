"""An image's document and history in words."""

import pytest

from davit_desktop.client.types import HistoryLayer
from davit_desktop.state.image_document import instruction, sections, steps


@pytest.mark.parametrize(
    ("created_by", "words"),
    [
        ('/bin/sh -c #(nop)  CMD ["nginx"]', 'CMD ["nginx"]'),
        ("/bin/sh -c apt-get update", "RUN apt-get update"),
        ("|1 VERSION=2 /bin/sh -c make", "RUN make"),
        ("COPY . /app # buildkit", "COPY . /app"),
        ("RUN /bin/sh -c make # buildkit", "RUN make"),
        ("", ""),
    ],
)
def test_a_step_is_told_as_it_stands_in_a_dockerfile(created_by: str, words: str) -> None:
    assert instruction(created_by) == words


def test_the_history_is_oldest_first_and_knows_what_made_no_layer() -> None:
    history = [
        HistoryLayer(created_by='/bin/sh -c #(nop)  CMD ["sh"]', created=3),
        HistoryLayer(created_by="/bin/sh -c mkdir /empty", created=2),
        HistoryLayer(created_by="/bin/sh -c #(nop) ADD rootfs /", created=1, size=5),
    ]
    told = steps(history, 2)
    assert [(step.number, step.empty) for step in told] == [(1, False), (2, False), (3, True)]
    assert [step.empty for step in steps(history, 1)] == [False, True, True]


def test_sections_cover_secrets_and_leave_out_what_is_empty() -> None:
    document = {
        "Id": "sha256:1",
        "RepoTags": ["a:1"],
        "Os": "linux",
        "Architecture": "amd64",
        "Config": {
            "Env": ["PATH=/bin", "API_TOKEN=x=y"],
            "Cmd": ["sh", "-c", "echo hi"],
            "ExposedPorts": {"80/tcp": {}},
            "Healthcheck": {"Test": ["CMD", "true"], "Interval": 30_000_000_000},
            "Volumes": None,
            "Labels": None,
        },
    }
    found = {section.title: section.entries for section in sections(document)}
    assert list(found) == ["Overview", "Process", "Environment", "Ports", "Health check"]
    path, token = found["Environment"]
    assert (path.secret, token.name, token.value, token.secret) == (False, "API_TOKEN", "x=y", True)
    assert [entry.value for entry in found["Process"]] == ["sh -c 'echo hi'"]
    assert found["Health check"][1].value == "30 s"


@pytest.mark.parametrize("document", [{}, {"Config": None}, {"Config": {"Env": 7, "Labels": {}}}])
def test_a_document_that_says_nothing_is_no_error(document: dict[str, object]) -> None:
    assert sections(document) == []
