"""Docker's own configuration: ~/.docker/config.json, or that of $DOCKER_CONFIG."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from davit_desktop.client.errors import ClientError
from davit_desktop.translation import tr


class ConfigFailed(ClientError):
    """The configuration cannot be used; the message says which file and why."""


def folder() -> Path:
    """Where docker keeps its configuration."""
    named = os.environ.get("DOCKER_CONFIG")
    return Path(named) if named else Path.home() / ".docker"


def read() -> dict[str, Any]:
    """config.json as it is; empty when there is none."""
    path = folder() / "config.json"
    try:
        document = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigFailed(
            tr("Cannot read {path}: {error}").format(path=path, error=error)
        ) from error
    if not isinstance(document, dict):
        raise ConfigFailed(tr("{path} is not a JSON object").format(path=path))
    return document


def write(config: dict[str, Any]) -> None:
    """Replaces config.json at once, whoever reads it meanwhile."""
    document = msgspec.json.format(msgspec.json.encode(config), indent=8)
    replace(folder() / "config.json", document, mode=0o600)


def replace(path: Path, content: bytes, *, mode: int) -> None:
    """Writes a whole file of docker's, or none of it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = path.resolve()
        part = target.with_name(f"{target.name}.{os.getpid()}")
        part.unlink(missing_ok=True)
        part.touch(mode=mode)
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        raise ConfigFailed(
            tr("Cannot write {path}: {reason}").format(path=path, reason=error.strerror)
        ) from error
