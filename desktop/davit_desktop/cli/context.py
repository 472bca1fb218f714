"""`davit context`: lets the docker command line find this engine by name."""

from __future__ import annotations

import os
import sys

import msgspec

from davit_desktop import machine
from davit_desktop.cli.command import command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.client import docker_context
from davit_desktop.client.engine import DEFAULT_HOST

_HOST = option(
    "host",
    metavar="string",
    help=f"The engine's address (default: this computer's, such as {DEFAULT_HOST})",
)


@command(
    "create",
    "[OPTIONS] [NAME]",
    "Register this engine with the docker command line",
    words=(0, 1),
    connects=False,
)
@_HOST
@option("use", help="Let docker use it from now on")
async def create(words: list[str], host: str, use: bool) -> None:
    name = _name(words)
    docker_context.register(name, host or await _own_host())
    if use:
        docker_context.use(name)
    print(name)
    if not use:
        print(f"Use it with: docker context use {name}")
    else:
        _warn_of_environment()


@command("rm", "[OPTIONS] [NAME]", "Take the registration back", words=(0, 1), connects=False)
@option("force", "f", help="Even when it is in use; docker goes back to its default")
def rm(words: list[str], force: bool) -> None:
    name = _name(words)
    docker_context.remove(name, force=force)
    print(name)


@command("show", "[OPTIONS] [NAME]", "Show the registration", words=(0, 1), connects=False)
@option("docker-host", help="Print only the line that sets DOCKER_HOST")
@option("json", help="Print JSON")
def show(words: list[str], docker_host: bool, json: bool) -> None:
    name = _name(words)
    found = docker_context.find(name)
    if found is None:
        raise CommandFailed(f'context "{name}": context not found')
    in_use = docker_context.current() == name
    if docker_host:
        print(f"export DOCKER_HOST={found.host}")
    elif json:
        document = {"name": name, "host": found.host, "davit": found.ours, "in_use": in_use}
        print(msgspec.json.encode(document).decode())
    else:
        by = "" if found.ours else ", not Davit's"
        print(f"{name}: {found.host}{by}{', in use' if in_use else ''}")


@command("use", "[NAME]", "Let the docker command line use it", words=(0, 1), connects=False)
def use(words: list[str]) -> None:
    name = _name(words)
    docker_context.use(name)
    print(name)
    _warn_of_environment()


def _name(words: list[str]) -> str:
    return words[0] if words else docker_context.NAME


async def _own_host() -> str:
    choice = await machine.choose(None, os.environ)
    if choice.kind is machine.Kind.NONE:
        raise machine.NoEngine(choice)
    return choice.host


def _warn_of_environment() -> None:
    if os.environ.get("DOCKER_HOST"):
        print(
            "Warning: DOCKER_HOST is set in this shell, and docker obeys it before any context. "
            "Unset it: unset DOCKER_HOST",
            file=sys.stderr,
        )
