"""`davit context`: lets the docker command line find this engine by name.

Docker keeps a context in contexts/meta/<sha256 of the name>/meta.json beside its config.json.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from davit_desktop.cli.command import command, option
from davit_desktop.cli.credentials import CredentialsFailed, config_folder, current_context
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client.engine import DEFAULT_HOST, EngineClient

_NAME = "davit"


@command(
    "create",
    "[OPTIONS] [NAME]",
    "Register this engine with the docker command line",
    words=(0, 1),
    connects=False,
)
@option("host", metavar="string", help=f"The engine's address (default {DEFAULT_HOST})")
def create(words: list[str], host: str) -> None:
    name = _name(words)
    host = host or EngineClient.default_host()
    path = _meta_file(name)
    if path.exists():
        raise CommandFailed(f'context "{name}" already exists')
    document = {
        "Name": name,
        "Metadata": {"Description": "Davit"},
        "Endpoints": {"docker": {"Host": host, "SkipTLSVerify": False}},
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(msgspec.json.encode(document))
        part.replace(path)
    except OSError as error:
        raise CommandFailed(f"Cannot write {path}: {error.strerror}") from error
    print(name)
    print(f"Use it with: docker context use {name}")


@command("rm", "[NAME]", "Take the registration back", words=(0, 1), connects=False)
def rm(words: list[str]) -> None:
    name = _name(words)
    path = _meta_file(name)
    if not path.exists():
        raise CommandFailed(f'context "{name}": context not found')
    try:
        if current_context() == name:
            raise CommandFailed(
                f'context "{name}" is in use. Choose another first: docker context use default'
            )
        path.unlink()
        path.parent.rmdir()
    except CredentialsFailed as error:
        raise CommandFailed(str(error)) from error
    except OSError as error:
        raise CommandFailed(f"Cannot remove {path}: {error.strerror}") from error
    print(name)


def _name(words: list[str]) -> str:
    name = words[0] if words else _NAME
    if not name.replace("-", "").replace("_", "").replace(".", "").isalnum() or name == "default":
        raise CommandFailed(f'"{name}" cannot be the name of a context')
    return name


def _meta_file(name: str) -> Path:
    digest = hashlib.sha256(name.encode()).hexdigest()
    return config_folder() / "contexts" / "meta" / digest / "meta.json"
