"""Credentials for registries, from and to docker's own configuration file.

~/.docker/config.json (or $DOCKER_CONFIG/config.json) holds `auths`, and names helper programs in
`credsStore` and `credHelpers`; these speak the docker-credential-helpers protocol: the registry on
stdin, JSON on stdout.
https://github.com/docker/docker-credential-helpers
"""

from __future__ import annotations

import base64
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from davit_desktop.client import docker_config
from davit_desktop.client.engine import Auth
from davit_desktop.client.reference import DEFAULT_REGISTRY
from davit_desktop.translation import tr

HUB = "https://index.docker.io/v1/"
_TOKEN_USER = "<token>"


class CredentialsFailed(docker_config.ConfigFailed):
    """Credentials or a helper cannot be used; the message says which and why."""


def server_of(registry: str) -> str:
    """The name under which docker files the credentials of a registry."""
    return HUB if registry in (DEFAULT_REGISTRY, "index.docker.io", "") else registry


def find(registry: str) -> Auth | None:
    """What docker would send to `registry`, or None. Raises CredentialsFailed."""
    config = docker_config.read()
    server = server_of(registry)
    if helper := _helper(config, server):
        return _from_helper(helper, server)
    entries = config.get("auths")
    for name, entry in (entries if isinstance(entries, dict) else {}).items():
        if isinstance(entry, dict) and _plain(name) == _plain(server):
            return _decoded(entry, server)
    return None


def everywhere() -> dict[str, Auth]:
    """What docker would send to each registry that its configuration names, for a build, which may
    need any of them. One whose credentials cannot be had is left out. Raises ConfigFailed."""
    config = docker_config.read()
    names: set[str] = set()
    for key in ("auths", "credHelpers"):
        entries = config.get(key)
        names |= set(entries) if isinstance(entries, dict) else set()
    found = {}
    for name in sorted(names):
        with suppress(CredentialsFailed):
            if (auth := find(name)) is not None:
                found[name] = auth
    return found


def store(server: str, auth: Auth) -> Path | None:
    """Files credentials as docker does; gives the file when they lie in it unencrypted."""
    config = docker_config.read()
    helper = _helper(config, server)
    if helper:
        secret = auth.identitytoken or auth.password
        user = _TOKEN_USER if auth.identitytoken else auth.username
        document = {"ServerURL": server, "Username": user, "Secret": secret}
        _run_helper(helper, "store", msgspec.json.encode(document))
        config.setdefault("auths", {})[server] = {}
        docker_config.write(config)
        return None
    packed = base64.b64encode(f"{auth.username}:{auth.password}".encode()).decode()
    entry: dict[str, str] = {"auth": packed}
    if auth.identitytoken:
        entry["identitytoken"] = auth.identitytoken
    config.setdefault("auths", {})[server] = entry
    docker_config.write(config)
    return docker_config.folder() / "config.json"


def erase(server: str) -> bool:
    """Forgets a registry; False when it was not known."""
    config = docker_config.read()
    entries = config.get("auths")
    known = isinstance(entries, dict) and entries.pop(server, None) is not None
    if helper := _helper(config, server):
        _run_helper(helper, "erase", server.encode())
    if known:
        docker_config.write(config)
    return known


def _plain(server: str) -> str:
    return server.removeprefix("https://").removeprefix("http://").partition("/")[0]


def _helper(config: dict[str, Any], server: str) -> str:
    helpers = config.get("credHelpers")
    if isinstance(helpers, dict) and isinstance(helpers.get(server), str):
        return str(helpers[server])
    return str(config.get("credsStore") or "")


def _decoded(entry: dict[str, Any], server: str) -> Auth | None:
    if token := entry.get("identitytoken"):
        return Auth(identitytoken=str(token), serveraddress=server)
    packed = entry.get("auth")
    if packed:
        try:
            text = base64.b64decode(str(packed), validate=True).decode()
        except ValueError as error:
            raise CredentialsFailed(
                tr("The credentials for {server} in {file} are damaged. Log in again.").format(
                    server=server, file=docker_config.folder() / "config.json"
                )
            ) from error
        user, _, password = text.partition(":")
        return Auth(username=user, password=password.rstrip("\0"), serveraddress=server)
    if entry.get("username") and entry.get("password"):
        return Auth(
            username=str(entry["username"]),
            password=str(entry["password"]),
            serveraddress=server,
        )
    return None


def _from_helper(helper: str, server: str) -> Auth | None:
    try:
        answer = msgspec.json.decode(_run_helper(helper, "get", server.encode()))
        user, secret = str(answer["Username"]), str(answer["Secret"])
    except _NotFound:
        return None
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        raise CredentialsFailed(
            f"docker-credential-{helper} gave an answer that cannot be understood."
        ) from error
    if user == _TOKEN_USER:
        return Auth(identitytoken=secret, serveraddress=server)
    return Auth(username=user, password=secret, serveraddress=server)


class _NotFound(Exception):
    """The helper knows nothing of the registry."""


def _run_helper(helper: str, verb: str, document: bytes) -> bytes:
    program = f"docker-credential-{helper}"
    if "/" in helper:
        raise CredentialsFailed(f"{helper!r} is not the name of a credential helper.")
    try:
        done = subprocess.run(
            [program, verb], input=document, capture_output=True, timeout=60, check=False
        )
    except FileNotFoundError as error:
        raise CredentialsFailed(
            tr("The credential helper {program} is not installed, but {file} asks for it.").format(
                program=program, file=docker_config.folder() / "config.json"
            )
        ) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CredentialsFailed(f"{program} {verb} failed: {error}") from error
    if done.returncode:
        said = (done.stdout or done.stderr).decode(errors="replace").strip()
        if "credentials not found" in said:
            raise _NotFound
        raise CredentialsFailed(f"{program} {verb} failed: {said}")
    return done.stdout
