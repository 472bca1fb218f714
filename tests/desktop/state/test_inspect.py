"""Secrets stay covered, and a document of any shape can be read."""

import json

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.state.inspect import COVER, covered, is_secret, sections

DOCUMENT = {
    "Id": "a" * 64,
    "Name": "/db",
    "Config": {
        "Image": "postgres:17",
        "Env": ["POSTGRES_PASSWORD=hunter2", "PATH=/bin", "API_TOKEN=t0k", "EMPTY_SECRET="],
        "Cmd": ["postgres", "-c", "a=b"],
        "Labels": {"com.example.secret-key": "s3cret", "plain": "yes"},
    },
    "State": {"Status": "exited", "ExitCode": 1, "StartedAt": "2026-01-02T03:04:05.678Z"},
    "NetworkSettings": {"Networks": {"bridge": {"IPAddress": "172.17.0.2"}}},
}


def test_which_names_are_secret() -> None:
    for name in ("POSTGRES_PASSWORD", "api_token", "AWS_SECRET", "SSH_KEY"):
        assert is_secret(name)
    for name in ("PATH", "KEYBOARD", "CASSANDRA_KEYSPACE", "HOME"):
        assert not is_secret(name)


def test_the_covered_document_holds_no_secret() -> None:
    text = json.dumps(covered(DOCUMENT))
    for secret in ("hunter2", "t0k", "s3cret"):
        assert secret not in text
    assert "postgres" in text
    assert covered(DOCUMENT)["Config"]["Env"][0] == f"POSTGRES_PASSWORD={COVER}"


def test_the_sections_tell_what_one_asks_first() -> None:
    found = {section.title: section for section in sections(DOCUMENT)}
    overview = {entry.name: entry.value for entry in found["Overview"].entries}
    assert overview["Name"] == "db"
    assert overview["Exit code"] == "1"
    assert overview["Started"] == "2026-01-02 03:04:05 UTC"
    assert [e.secret for e in found["Environment"].entries] == [True, False, True, False]
    assert "Mounts" not in found


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(_JSON)
def test_covering_keeps_the_shape(document: object) -> None:
    after = covered(document)
    assert type(after) is type(document)
    if isinstance(document, dict) and isinstance(after, dict):
        assert list(after) == list(document)


def test_an_empty_document_has_hardly_anything_to_tell() -> None:
    titles = [section.title for section in sections({})]
    assert titles == ["Limits and restart"]
