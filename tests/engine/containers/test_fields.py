"""No field that a client may send is passed over in silence."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import davit_engine
from davit_engine.containers import model

DESCRIPTION = Path(__file__).parents[2] / "contract/docker-v1.45.yaml"
SOURCES = Path(davit_engine.__file__).parent
RECORDS = {
    "ContainerConfig": model.Config,
    "HostConfig": model.HostConfig,
    "Mount": model.Mount,
    "Mount.BindOptions": model.BindOptions,
    "Mount.VolumeOptions": model.VolumeOptions,
    "Mount.TmpfsOptions": model.TmpfsOptions,
    "HealthConfig": model.HealthConfig,
    "DeviceMapping": model.DeviceMapping,
    "DeviceRequest": model.DeviceRequest,
    "ThrottleDevice": model.ThrottleDevice,
    "RestartPolicy": model.RestartPolicy,
    "PortBinding": model.PortBinding,
}
"""Docker's names of what is sent, and the records that it is read into."""


@pytest.fixture(scope="module")
def definitions() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(DESCRIPTION.read_text(), loader)["definitions"]
    return found


@pytest.fixture(scope="module")
def read_somewhere() -> frozenset[str]:
    """Every attribute that the engine reads and every name it asks for, but to show it again."""
    sources = [
        path
        for path in SOURCES.rglob("*.py")
        if path.name != "model.py" and "convert" not in path.parts
    ]
    return frozenset(name for path in sources for name in _names(ast.parse(path.read_text())))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _properties(definitions: dict[str, Any], name: str) -> set[str]:
    outer, _, inner = name.partition(".")
    definition = definitions[outer]
    found = dict(definition.get("properties", {}))
    if inner:
        found = found[inner]["properties"]
    names = set(found)
    for part in definition.get("allOf", ()):
        if "$ref" in part:
            names |= _properties(definitions, part["$ref"].rpartition("/")[2])
        else:
            names |= set(part.get("properties", {}))
    return names


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_read_and_then_honoured_or_refused(
    name: str, definitions: dict[str, Any], read_somewhere: frozenset[str]
) -> None:
    fields = {field.encode_name: field.name for field in msgspec.structs.fields(RECORDS[name])}
    sent = _properties(definitions, name)
    assert sent
    assert sent <= set(fields), "fields that the engine does not even read"
    passed_over = {
        field
        for field in sent
        if fields[field] not in read_somewhere and fields[field] not in model.FOR_CLIENTS
    }
    assert not passed_over
