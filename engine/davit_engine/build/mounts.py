"""RUN --mount: what a step sees for its time only (pure)."""

import posixpath
import re
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


def parse_mount(text: str) -> RunMount:
    """Raises InvalidParameter, also for what no client of this protocol can bring."""
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
    if kind in ("secret", "ssh"):
        raise InvalidParameter(
            f"--mount=type={kind} needs a client that hands {kind} values over during the build "
            "(BuildKit's session), which this way of building has not"
        )
    target = values.get("target", "")
    if not target:
        raise InvalidParameter(f"--mount=type={kind}: target is required")
    on = ("true", "1")
    read_only = values.get("readonly") in on
    if kind == "bind":
        read_only = values.get("readwrite") not in on
        if not read_only:
            raise InvalidParameter(
                "--mount=type=bind,rw is not offered: what is written there would be lost; copy "
                "what is to change"
            )
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
        id=values.get("id", "") or posixpath.normpath(target),
        sharing=sharing,
        read_only=read_only,
        mode=_number(values, "mode", 8),
        uid=_number(values, "uid", 10) or 0,
        gid=_number(values, "gid", 10) or 0,
        size=_size(values["size"]) if "size" in values else 0,
    )


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
