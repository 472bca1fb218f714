"""RUN --mount: what a step sees for its time only (pure)."""

import posixpath
import re
from collections.abc import Collection
from typing import Final

import msgspec

from davit_engine.errors import InvalidParameter

KINDS: Final = ("bind", "cache", "tmpfs", "secret", "ssh")
_KEYS: Final = {
    "type": "type",
    "target": "target",
    "dst": "target",
    "destination": "target",
    "source": "source",
    "src": "source",
    "from": "from",
    "id": "id",
    "sharing": "sharing",
    "mode": "mode",
    "uid": "uid",
    "gid": "gid",
    "size": "size",
    "readonly": "readonly",
    "ro": "readonly",
    "rw": "readwrite",
    "readwrite": "readwrite",
    "required": "required",
    "env": "env",
}
_PLACE: Final = frozenset({"target", "readonly", "readwrite"})
_OWNER: Final = frozenset({"id", "target", "mode", "uid", "gid"})
_OF: Final = {
    "bind": _PLACE | {"source", "from"},
    "cache": _PLACE | _OWNER | {"source", "from", "sharing"},
    "tmpfs": frozenset({"target", "size"}),
    "secret": _OWNER | {"required", "env", "readonly", "source"},
    "ssh": _OWNER | {"required", "readonly"},
}


class RunMount(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    target: str
    source: str = ""
    stage: str = ""
    """`from`: a stage, or an image."""
    id: str = ""
    sharing: str = "shared"
    read_only: bool = False
    mode: int | None = None
    uid: int = 0
    gid: int = 0
    size: int = 0
    required: bool = False
    env: str = ""
    """Secrets: a variable that has the value."""


def parse_mount(text: str, number: int = 0) -> RunMount:
    """`number` is its place among the mounts of its step. Raises InvalidParameter."""
    values: dict[str, str] = {}
    for part in text.split(","):
        key, equals, value = part.strip().partition("=")
        name = _KEYS.get(key.lower())
        if name is None:
            raise InvalidParameter(
                f"unexpected key '{key[:64]}' in '{part[:64]}'; --mount takes "
                f"{', '.join(sorted(_KEYS))}"
            )
        if name in ("readonly", "readwrite", "required"):
            value = value.lower() if equals else "true"
            if value not in ("true", "false", "1", "0"):
                raise InvalidParameter(f"invalid value for {key}: {value[:64]}")
        elif not equals:
            raise InvalidParameter(f"invalid field '{part[:64]}' must be a key=value pair")
        values[name] = value
    kind = values.get("type", "bind").lower()
    if kind not in KINDS:
        raise InvalidParameter(f'unsupported mount type "{kind[:64]}"; expected {", ".join(KINDS)}')
    _check_keys(kind, values)
    target = values.get("target", "")
    id = values.get("id", "") or posixpath.normpath(target)
    env = values.get("env", "")
    if kind == "secret":
        source = values.get("source", "")
        id = source or values.get("id", "") or posixpath.basename(target) or env
        if not id:
            raise InvalidParameter("--mount=type=secret: id, target or env is required")
        target = target or ("" if env else f"/run/secrets/{id}")
    elif kind == "ssh":
        id = values.get("id", "") or "default"
        target = target or f"/run/buildkit/ssh_agent.{number}"
    elif not target:
        raise InvalidParameter(f"--mount=type={kind}: target is required")
    on = ("true", "1")
    read_only = values.get("readonly") in on
    if kind == "bind":
        read_only = values.get("readwrite") not in on
    if kind == "cache" and "source" in values and not values.get("from"):
        raise InvalidParameter("--mount=type=cache: source is a folder of a stage; name it in from")
    sharing = values.get("sharing", "shared")
    if sharing not in ("shared", "private", "locked"):
        raise InvalidParameter(
            f"unsupported sharing value '{sharing[:64]}'; expected shared, private or locked"
        )
    return RunMount(
        kind=kind,
        target=target,
        source=values.get("source", ""),
        stage=values.get("from", ""),
        id=id,
        sharing=sharing,
        read_only=read_only,
        mode=_number(values, "mode", 8),
        uid=_number(values, "uid", 10) or 0,
        gid=_number(values, "gid", 10) or 0,
        size=_size(values["size"]) if "size" in values else 0,
        required=values.get("required") in on,
        env=env,
    )


def _check_keys(kind: str, values: Collection[str]) -> None:
    """Raises InvalidParameter for what this kind of mount does not know."""
    for name in values:
        if name != "type" and name not in _OF[kind]:
            raise InvalidParameter(f"--mount=type={kind} does not know {name}")


def _size(text: str) -> int:
    """Bytes of 64m, 1g …"""
    match = re.fullmatch(r"([0-9]{1,12})([kmgt]?)(?:i?b)?", text.strip().lower())
    if match is None:
        raise InvalidParameter(f"invalid size: '{text[:64]}'")
    return int(match[1]) << 10 * " kmgt".index(match[2] or " ")


def _number(values: dict[str, str], name: str, base: int) -> int | None:
    text = values.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"[0-7]{1,5}" if base == 8 else r"[0-9]{1,9}", text):
        raise InvalidParameter(f"invalid value for {name}: {text[:64]}")
    return int(text, base)
