"""Fetching an image with docker's progress and docker's credentials."""

from __future__ import annotations

import sys
from typing import TextIO

from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.progress import show
from davit_desktop.client.credentials import find
from davit_desktop.client.docker_config import ConfigFailed
from davit_desktop.client.engine import Auth, EngineClient
from davit_desktop.client.reference import InvalidReference, Reference, parse_reference


def named(text: str) -> Reference:
    """Raises CommandFailed for what is not the name of an image."""
    try:
        return parse_reference(text)
    except InvalidReference as error:
        raise CommandFailed(str(error)) from error


def auth_for(registry: str) -> Auth | None:
    """The credentials docker has for a registry; trouble with them is said, and is no failure."""
    try:
        return find(registry)
    except ConfigFailed as error:
        print(f"WARNING: {error}", file=sys.stderr)
        return None


async def pull_with_progress(
    client: EngineClient,
    image: str,
    platform: str = "",
    *,
    quiet: bool = False,
    all_tags: bool = False,
    out: TextIO | None = None,
) -> None:
    """Pulls for `run`: all that is printed goes to stderr unless `out` says otherwise."""
    reference = named(image)
    name = reference.familiar_name() if all_tags else reference.tagged().familiar()
    lines = client.pull(name, platform, auth_for(reference.registry), all_tags=all_tags)
    await show(lines, out or sys.stderr, quiet=quiet)
