"""What an image declares is read from inspect, whatever is in it."""

from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.client.run_command import parse_run
from davit_desktop.state.image_facts import ImageFacts, image_facts, volume_name


def test_everything_declared_is_found() -> None:
    document = {
        "Config": {
            "ExposedPorts": {"80/tcp": {}, "53/udp": {}, "99": {}},
            "Volumes": {"/data": {}},
            "Env": ["PATH=/bin"],
            "Cmd": ["serve"],
            "Entrypoint": ["/entry"],
            "User": "app",
            "WorkingDir": "/srv",
        }
    }
    assert image_facts(document) == ImageFacts(
        ports=((53, "udp"), (80, "tcp"), (99, "tcp")),
        volumes=("/data",),
        env=("PATH=/bin",),
        command=("serve",),
        entrypoint=("/entry",),
        user="app",
        workdir="/srv",
    )


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
keys = st.sampled_from(["ExposedPorts", "Volumes", "Env", "Cmd", "Entrypoint", "User"])


@given(st.dictionaries(st.just("Config"), json | st.dictionaries(keys, json)))
def test_hostile_documents_are_read_as_far_as_they_make_sense(document) -> None:
    for number, _ in image_facts(document).ports:
        assert 0 < number < 65_536


@given(st.text(max_size=20), st.text(max_size=20))
def test_proposed_names_are_names_of_volumes(reference: str, target: str) -> None:
    name = volume_name(reference, target)
    spec = parse_run(["-v", f"{name}:/x", "image"])
    assert spec.volumes == (f"{name}:/x",)
    assert name[0].isalnum()


def test_names_say_what_they_hold() -> None:
    assert volume_name("ghcr.io/a/postgres:16", "/var/lib/postgresql/data") == "postgres-data"
