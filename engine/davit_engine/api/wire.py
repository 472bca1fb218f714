"""Docker JSON, field for field: bodies in, bodies out."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeVar

import msgspec
from msgspec import inspect

from davit_engine.containers.model import Config, EndpointConfig, HostConfig
from davit_engine.errors import InvalidParameter

T = TypeVar("T")

INT64: Final = range(-(2**63), 2**63)


class _Pascal(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """Docker's JSON: PascalCase keys."""


class NetworkingConfig(_Pascal, frozen=True):
    endpoints_config: dict[str, EndpointConfig] = msgspec.field(default_factory=dict)


class ContainerCreate(Config, frozen=True, rename="pascal"):
    """Body of POST /containers/create: the configuration with two more members."""

    host_config: HostConfig = HostConfig()
    networking_config: NetworkingConfig = NetworkingConfig()

    @property
    def config(self) -> Config:
        """The part that is independent of the host."""
        return Config(**{name: getattr(self, name) for name in Config.__struct_fields__})


class ExecStart(_Pascal, frozen=True):
    """Body of POST /exec/{id}/start."""

    detach: bool = False
    tty: bool = False
    console_size: tuple[int, int] | None = None


class IPAMPool(_Pascal, frozen=True):
    subnet: str = ""
    gateway: str = ""
    ip_range: str = msgspec.field(default="", name="IPRange")
    auxiliary_addresses: dict[str, str] = msgspec.field(default_factory=dict)


class IPAM(_Pascal, frozen=True):
    driver: str = ""
    config: list[IPAMPool] = msgspec.field(default_factory=list)
    options: dict[str, str] = msgspec.field(default_factory=dict)


class NetworkConfigFrom(_Pascal, frozen=True):
    network: str = ""


class NetworkCreate(_Pascal, frozen=True):
    """Body of POST /networks/create."""

    name: str = ""
    check_duplicate: bool = False
    driver: str = ""
    scope: str = ""
    internal: bool = False
    attachable: bool = False
    ingress: bool = False
    config_only: bool = False
    config_from: NetworkConfigFrom = NetworkConfigFrom()
    enable_ipv6: bool = msgspec.field(default=False, name="EnableIPv6")
    ipam: IPAM = msgspec.field(default_factory=IPAM, name="IPAM")
    options: dict[str, str] = msgspec.field(default_factory=dict)
    labels: dict[str, str] = msgspec.field(default_factory=dict)


class NetworkConnect(_Pascal, frozen=True):
    """Body of POST /networks/{id}/connect."""

    container: str = ""
    endpoint_config: EndpointConfig = EndpointConfig()


class NetworkDisconnect(_Pascal, frozen=True):
    """Body of POST /networks/{id}/disconnect."""

    container: str = ""
    force: bool = False


class VolumeCreate(_Pascal, frozen=True):
    """Body of POST /volumes/create."""

    name: str = ""
    driver: str = ""
    driver_opts: dict[str, str] = msgspec.field(default_factory=dict)
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    cluster_volume_spec: dict[str, object] | None = None
    """A volume of a swarm."""


def decode(body: bytes, kind: type[T]) -> T:
    """A body as the record `kind`, read as Go reads it.

    A null means "not given", or the empty value inside a list or a map; keys match in any case;
    unknown keys are ignored. Raises InvalidParameter naming the field.
    """
    if not body.strip():
        raise InvalidParameter("invalid JSON: got EOF while reading request body")
    try:
        document = msgspec.json.decode(body)
        if document is None:
            document = {}
        return msgspec.convert(_as_go_reads(document, _info(kind), ""), kind)
    except msgspec.ValidationError as error:
        sentence, _, path = str(error).partition(" - at `$")
        where = path.removesuffix("`").lstrip(".")
        field = f"{where}: " if where else ""
        raise InvalidParameter(f"invalid JSON: {field}{sentence}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if "trailing characters" in str(error):
            raise InvalidParameter("unexpected content after JSON") from error
        words = "unexpected EOF" if "truncated" in str(error) else str(error)
        raise InvalidParameter(f"invalid JSON: {words}") from error
    except RecursionError as error:
        raise InvalidParameter("invalid JSON: nested too deeply") from error


def encode(value: object) -> bytes:
    """One JSON document with the newline that Docker puts behind it.

    Bytes of a file name that are not UTF-8 are told as U+FFFD, as Go does it.
    """
    try:
        return msgspec.json.encode(value) + b"\n"
    except UnicodeEncodeError:
        return msgspec.json.encode(_readable(msgspec.to_builtins(value))) + b"\n"


def _readable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode(errors="surrogateescape").decode(errors="replace")
    if isinstance(value, dict):
        return {_readable(key): _readable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(inner) for inner in value]
    return value


def _info(kind: Any) -> inspect.Type:
    return _cached_info(kind)


@cache
def _cached_info(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


@cache
def _fields(struct: Any) -> Mapping[str, tuple[str, inspect.Type]]:
    info = _info(struct)
    assert isinstance(info, inspect.StructType)
    return {field.encode_name.lower(): (field.encode_name, field.type) for field in info.fields}


def _as_go_reads(value: Any, info: inspect.Type, path: str) -> Any:
    if isinstance(info, inspect.UnionType):
        info = _member(value, info)
    if isinstance(value, dict):
        if isinstance(info, inspect.StructType):
            return _struct(value, info.cls, path)
        inner = info.value_type if isinstance(info, inspect.DictType) else inspect.AnyType()
        for key in value:
            _check(key, path)
        return {
            key: _as_go_reads(_zero(inner) if item is None else item, inner, f"{path}.{key}")
            for key, item in value.items()
        }
    if isinstance(value, list):
        element = info.item_type if isinstance(info, inspect.ListType) else inspect.AnyType()
        return [
            _as_go_reads(_zero(element) if item is None else item, element, f"{path}[{index}]")
            for index, item in enumerate(value)
        ]
    _check(value, path)
    return value


def _struct(value: dict[str, Any], struct: type, path: str) -> dict[str, Any]:
    known = _fields(struct)
    result = {}
    for key, item in value.items():
        name, info = known.get(key.lower(), ("", inspect.AnyType()))
        if name and item is not None:
            result[name] = _as_go_reads(item, info, f"{path}.{name}")
    return result


def _member(value: Any, union: inspect.UnionType) -> inspect.Type:
    """The alternative of a union that could take the value."""
    shapes: tuple[type, ...] = (inspect.AnyType,)
    if isinstance(value, dict):
        shapes = (inspect.StructType, inspect.DictType)
    elif isinstance(value, list):
        shapes = (inspect.ListType,)
    for alternative in union.types:
        if isinstance(alternative, shapes):
            return alternative
    return inspect.AnyType()


def _zero(info: inspect.Type) -> Any:
    """Go's zero value of the type that a null in a list or map stands for."""
    match info:
        case inspect.StructType() | inspect.DictType():
            return {}
        case inspect.ListType():
            return []
        case inspect.StrType():
            return ""
        case inspect.BoolType():
            return False
        case inspect.IntType():
            return 0
    return None


def _check(value: object, path: str) -> None:
    if isinstance(value, str) and "\0" in value:
        raise InvalidParameter(f"{path.lstrip('.') or 'body'}: a NUL character is not allowed")
    if isinstance(value, int) and value not in INT64:
        raise InvalidParameter(f"{path.lstrip('.')}: {value} does not fit into 64 bits")
