"""Bodies become records as Go would read them, or an error that names the field."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_engine.api import wire
from davit_engine.containers.model import Config, EndpointConfig, HostConfig
from davit_engine.errors import InvalidParameter


def create(**body: Any) -> wire.ContainerCreate:
    return wire.decode(json.dumps(body).encode(), wire.ContainerCreate)


def test_configuration_and_host_configuration_come_in_one_body() -> None:
    body = create(Image="x", Cmd=["a", "b"], HostConfig={"Memory": 5})
    assert body.config == Config(image="x", cmd=["a", "b"])
    assert body.host_config == HostConfig(memory=5)


def test_a_null_means_not_given() -> None:
    body = create(Image=None, Env=None, HostConfig=None, NetworkingConfig=None, Healthcheck=None)
    assert body == wire.ContainerCreate()


def test_a_null_in_a_map_or_list_means_its_empty_value() -> None:
    body = create(
        ExposedPorts={"80/tcp": None},
        Volumes={"/data": None},
        Labels={"a": None},
        Env=["A=1", None],
        HostConfig={"PortBindings": {"80/tcp": None}, "Mounts": [None]},
        NetworkingConfig={"EndpointsConfig": {"net": None}},
    )
    assert body.exposed_ports == {"80/tcp": {}}
    assert body.volumes == {"/data": {}}
    assert body.labels == {"a": ""}
    assert body.env == ["A=1", ""]
    assert body.host_config.port_bindings == {"80/tcp": []}
    assert body.host_config.mounts is not None
    assert body.networking_config.endpoints_config == {"net": EndpointConfig()}


def test_keys_match_in_any_case_and_unknown_ones_are_ignored() -> None:
    body = create(image="x", hostconfig={"MEMORY": 7, "NoSuch": {"deep": [1]}}, Other=1)
    assert (body.image, body.host_config.memory) == ("x", 7)


def test_a_command_may_be_one_string() -> None:
    assert create(Cmd="ls").cmd == "ls"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "invalid JSON: got EOF while reading request body"),
        (b"{", "invalid JSON: unexpected EOF"),
        (b"{}x", "unexpected content after JSON"),
        (b"[]", "invalid JSON: Expected `object`, got `array`"),
        (b'{"Image":5}', "invalid JSON: Image: Expected `str`, got `int`"),
        (b'{"Env":"x"}', "invalid JSON: Env: Expected `array`, got `str`"),
        (b'{"Cmd":[1]}', "invalid JSON: Cmd[0]: Expected `str`, got `int`"),
        (
            b'{"HostConfig":{"Memory":"x"}}',
            "invalid JSON: HostConfig.Memory: Expected `int`, got `str`",
        ),
        (b'{"StopTimeout":1.5}', "invalid JSON: StopTimeout: Expected `int | null`, got `float`"),
        (b'{"HostConfig":{"Memory":9223372036854775808}}', "does not fit into 64 bits"),
        (b'{"Env":["a\\u0000b"]}', "Env[0]: a NUL character is not allowed"),
        (b'{"Labels":{"a\\u0000":"b"}}', "Labels: a NUL character is not allowed"),
        (b"[" * 100_000, "invalid JSON: nested too deeply"),
        (b'{"Image":"\xff"}', "invalid JSON: "),
        (b'{"Image":"\\ud800"}', "invalid JSON: "),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(raw: bytes, words: str) -> None:
    with pytest.raises(InvalidParameter) as caught:
        wire.decode(raw, wire.ContainerCreate)
    assert words in str(caught.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
field_names = st.sampled_from(
    [field.encode_name for field in msgspec.structs.fields(wire.ContainerCreate)]
)


@given(st.dictionaries(field_names, json_values, max_size=6))
def test_any_body_becomes_a_record_or_an_invalid_parameter(body: dict[str, Any]) -> None:
    try:
        record = wire.decode(json.dumps(body).encode(), wire.ContainerCreate)
    except InvalidParameter:
        return
    assert isinstance(record, wire.ContainerCreate)


@given(st.binary(max_size=200))
def test_any_bytes_become_a_record_or_an_invalid_parameter(raw: bytes) -> None:
    try:
        wire.decode(raw, wire.NetworkCreate)
    except InvalidParameter:
        return


def test_an_answer_ends_in_a_newline() -> None:
    assert wire.encode({"a": 1}) == b'{"a":1}\n'
