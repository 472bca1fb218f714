"""What a shell offers when Tab is pressed, in the scripts and protocol of click.

`_DAVIT_COMPLETE=bash_source davit` prints the script for bash; zsh and fish likewise.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class
from typing_extensions import override

from davit_desktop.cli.command import Command, LazyGroup
from davit_desktop.client.flags import Flag

if TYPE_CHECKING:
    from davit_desktop.client.engine import EngineClient

VARIABLE: Final = "_DAVIT_COMPLETE"
PATIENCE: Final = 1.0
"""Seconds that the engine may take to name what it has, before nothing is offered."""

Names = Callable[[str, str | None], Sequence[str]]
"""Names of a kind (CONTAINER, IMAGE, …) that the engine of --host has."""


def complete(root: LazyGroup, instruction: str) -> int:
    """Answer one instruction of the shell, such as bash_complete; the exit code."""
    shell, _, task = instruction.partition("_")
    kind = get_completion_class(shell)
    if kind is None or task not in ("source", "complete"):
        return 1

    class Offered(kind):  # type: ignore[misc, valid-type]
        @override
        def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
            return candidates(root, args, incomplete, engine_names)

    answer: ShellComplete = Offered(root, {}, "davit", VARIABLE)
    click.echo(answer.source() if task == "source" else answer.complete())
    return 0


def candidates(
    root: LazyGroup, words: Sequence[str], incomplete: str, names: Names
) -> list[CompletionItem]:
    """What may stand for the last word, after the others; nothing where a flag wants a value."""
    command: click.Command = root
    path = click.Context(root, info_name="davit")
    host, value_for, several = None, None, 0
    for word in words:
        if value_for is not None:
            host = word if value_for.name == "host" else host
            value_for = None
        elif word.startswith("-") and word != "-":
            value_for = _wants_value(_flags(command), word)
        elif isinstance(command, LazyGroup):
            found = command.get_command(path, word)
            if found is None:
                return []
            command = found
        else:
            several += 1
    if value_for is not None:
        return []
    if incomplete.startswith("-"):
        offered = {f"--{flag.name}": flag.help for flag in _flags(command)} | {"--help": "Help"}
    elif isinstance(command, LazyGroup):
        offered = {name: command.entries[name][2] for name in command.list_commands(path)}
    elif isinstance(command, Command) and (kind := _kind(command.usage, several)):
        offered = dict.fromkeys(names(kind, host), "")
    else:
        offered = {}
    return [
        CompletionItem(word, help=text or None)
        for word, text in offered.items()
        if word.startswith(incomplete)
    ]


def _flags(command: click.Command) -> Sequence[Flag]:
    if isinstance(command, LazyGroup):
        return command.flags()
    return [flag for flag, _, _ in command.options] if isinstance(command, Command) else ()


def _wants_value(flags: Sequence[Flag], word: str) -> Flag | None:
    """The flag whose value is the next word."""
    if "=" in word:
        return None
    for flag in flags:
        if not flag.is_switch and word in (f"--{flag.name}", f"-{flag.short}"):
            return flag
    return None


def _kind(usage: str, position: int) -> str:
    """What the word at this place means: [OPTIONS] CONTAINER [CONTAINER...] has two of a kind."""
    kinds = re.findall(r"\b(CONTAINER|IMAGE|VOLUME|NETWORK|NAME|REPOSITORY|COMMAND|ARG|NEW_NAME)\b",
                       usage)  # fmt: skip
    if not kinds:
        return ""
    return str(kinds[min(position, len(kinds) - 1)])


def engine_names(kind: str, host: str | None) -> list[str]:
    """Names of the engine, where it answers at once; a machine that sleeps is not woken."""
    if kind not in _ASK:
        return []
    try:
        return asyncio.run(asyncio.wait_for(_names(kind, host), PATIENCE))
    # A shell has no place for an error: it offers nothing.
    except Exception:  # noqa: BLE001
        return []


async def _names(kind: str, host: str | None) -> list[str]:
    from davit_desktop import machine
    from davit_desktop.client.engine import EngineClient

    choice = await machine.choose(host, os.environ)
    if choice.kind is machine.Kind.NONE:
        return []
    async with EngineClient(choice.host, certificates=choice.certificates) as client:
        return sorted(await _ASK[kind](client))


async def _containers(client: EngineClient) -> list[str]:
    containers = await client.containers(all=True)
    return [name.removeprefix("/") for one in containers for name in one.names[:1]]


async def _images(client: EngineClient) -> list[str]:
    return [tag for image in await client.images() for tag in image.repo_tags]


async def _volumes(client: EngineClient) -> list[str]:
    return [volume.name for volume in await client.volumes()]


async def _networks(client: EngineClient) -> list[str]:
    return [network.name for network in await client.networks()]


_ASK: Final[Mapping[str, Callable[[EngineClient], Awaitable[list[str]]]]] = {
    "CONTAINER": _containers,
    "IMAGE": _images,
    "VOLUME": _volumes,
    "NETWORK": _networks,
}
