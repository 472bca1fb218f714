"""Docker's contexts: engines that its command line, and every tool like it, knows by name.

One lies in contexts/meta/<sha256 of the name>/meta.json beside docker's config.json, which names
the one in use. What Davit wrote is told from others' contexts by its description, and only that is
replaced or removed.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import msgspec

from davit_desktop.client import docker_config
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.translation import tr

NAME = "davit"
DEFAULT = "default"

_OURS = "Davit"
_CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """`certificates` is the folder of its TLS files, empty without; `ours`: Davit registered it."""

    name: str
    host: str
    certificates: str
    ours: bool


class _Endpoint(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    host: str = ""
    skip_tls_verify: bool = msgspec.field(default=False, name="SkipTLSVerify")


class _Metadata(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    description: str = ""


class _Document(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    name: str
    metadata: _Metadata = _Metadata()
    endpoints: dict[str, _Endpoint] = {}


def find(name: str) -> Context | None:
    """Raises ConfigFailed for one that cannot be read."""
    path = _file(name)
    try:
        document = msgspec.json.decode(path.read_bytes(), type=_Document)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigFailed(
            tr('Cannot read the context "{name}" in {path}: {error}').format(
                name=name, path=path, error=error
            )
        ) from error
    secrets = _secrets(name) / "docker"
    protected = all((secrets / file).is_file() for file in _CERTIFICATES)
    return Context(
        name=name,
        host=document.endpoints.get("docker", _Endpoint()).host,
        certificates=str(secrets) if protected else "",
        ours=document.metadata.description == _OURS,
    )


def register(name: str, host: str) -> None:
    """Makes or renews a context of Davit's. Raises ConfigFailed where another's has the name."""
    _check_name(name)
    found = find(name)
    if found is not None and not found.ours:
        raise ConfigFailed(
            tr(
                'The docker context "{name}" exists already and leads to {host}. Choose '
                "another name, or remove it: docker context rm {name}"
            ).format(name=name, host=found.host or "nowhere")
        )
    document = _Document(
        name=name, metadata=_Metadata(description=_OURS), endpoints={"docker": _Endpoint(host=host)}
    )
    docker_config.replace(_file(name), msgspec.json.encode(document), mode=0o644)


def remove(name: str, *, force: bool = False) -> None:
    """Raises ConfigFailed unless Davit registered it, or it is in use and not `force`d."""
    found = find(name)
    if found is None:
        raise ConfigFailed(f'context "{name}": context not found')
    if not found.ours:
        raise ConfigFailed(
            tr('The context "{name}" is not Davit\'s: docker context rm {name}').format(name=name)
        )
    if current() == name:
        if not force:
            raise ConfigFailed(
                f'context "{name}" is in use. Choose another first: docker context use default'
            )
        use(DEFAULT)
    try:
        _file(name).unlink()
        _file(name).parent.rmdir()
    except OSError as error:
        raise ConfigFailed(
            tr("Cannot remove {file}: {reason}").format(file=_file(name), reason=error.strerror)
        ) from error
    shutil.rmtree(_secrets(name), ignore_errors=True)


def current() -> str:
    """The context the docker command line uses; empty for its default."""
    return str(docker_config.read().get("currentContext") or "")


def use(name: str) -> None:
    """Makes docker use it from now on. Raises ConfigFailed for one that does not exist."""
    config = docker_config.read()
    if name == DEFAULT:
        if config.pop("currentContext", None) is None:
            return
    elif find(name) is None:
        raise ConfigFailed(f'context "{name}": context not found')
    else:
        config["currentContext"] = name
    docker_config.write(config)


def _check_name(name: str) -> None:
    """Docker's rule, `^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$`, and its reserved name."""
    plain = name.translate(str.maketrans("", "", "_.+-"))
    good = name.isascii() and plain.isalnum() and name[0].isalnum() and len(name) > 1
    if not good or name == DEFAULT:
        raise ConfigFailed(f'"{name}" cannot be the name of a context')


def _file(name: str) -> Path:
    return docker_config.folder() / "contexts" / "meta" / _digest(name) / "meta.json"


def _secrets(name: str) -> Path:
    return docker_config.folder() / "contexts" / "tls" / _digest(name)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
