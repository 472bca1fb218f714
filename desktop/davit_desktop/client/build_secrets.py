"""Secrets for a build: what `--secret` names, and the values, which are read only to be sent."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from davit_desktop.client.flags import FlagError

_LARGEST = 500 << 10


class Secret(msgspec.Struct, frozen=True, kw_only=True):
    """Without a file or a variable it is the variable of its id, or else the file of that name."""

    id: str
    file: str = ""
    variable: str = ""


def parse_secret(text: str) -> Secret:
    """`id=NAME[,src=FILE|,env=VARIABLE]`, as docker reads it. Raises FlagError."""
    values: dict[str, str] = {}
    for part in text.split(","):
        key, equals, value = part.partition("=")
        key = {"source": "src"}.get(key.strip(), key.strip())
        if not equals or key not in ("id", "src", "env", "type"):
            raise FlagError(f'invalid secret "{key}": it is id=NAME[,src=FILE|,env=VARIABLE]')
        values[key] = value
    kind, source = values.get("type", ""), values.get("src", "")
    if kind not in ("", "file", "env"):
        raise FlagError(f'unsupported secret type "{kind}": it is file or env')
    if not values.get("id"):
        raise FlagError("a secret needs an id: id=NAME")
    if kind == "env":
        return Secret(id=values["id"], variable=values.get("env") or source or values["id"])
    return Secret(id=values["id"], file=source, variable=values.get("env", ""))


def read_secrets(texts: Iterable[str], environ: Mapping[str, str]) -> dict[str, str]:
    """The values by id, in base64. Raises FlagError, which holds no value."""
    found = {}
    for secret in map(parse_secret, texts):
        found[secret.id] = base64.b64encode(_value(secret, environ)).decode()
    return found


def _value(secret: Secret, environ: Mapping[str, str]) -> bytes:
    variable = secret.variable or ("" if secret.file else secret.id)
    if variable and (secret.variable or variable in environ):
        if variable not in environ:
            raise FlagError(f"secret {secret.id}: the variable {variable} is not set")
        return environ[variable].encode("utf-8", "surrogateescape")
    path = Path(secret.file or secret.id)
    try:
        with path.open("rb") as file:
            value = file.read(_LARGEST + 1)
    except OSError as error:
        raise FlagError(f"secret {secret.id}: open {path}: {error.strerror}") from error
    if len(value) > _LARGEST:
        raise FlagError(f"secret {secret.id}: it is larger than 500 KiB")
    return value
