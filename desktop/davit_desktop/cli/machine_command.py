"""What the commands below `davit machine` share: the machine, `--json`, failures in its words."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from davit_desktop import machine
from davit_desktop.cli.command import Command, command, option
from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.machine_text import problem_text
from davit_vm import Machine, MachineError

_JSON = option("json", help="Print JSON")


def machine_command(
    name: str, usage: str, summary: str, *, words: tuple[int, int | None] = (0, 0)
) -> Callable[[Callable[..., Awaitable[None]]], Command]:
    """A command whose function gets the machine, `words`, `json` and its flags.

    With `--json` its output is one JSON document, a failure's too: {"problem": …}.
    """

    def make(function: Callable[..., Awaitable[None]]) -> Command:
        async def run(words: list[str], json: bool, **flags: Any) -> None:
            found: Machine = machine.this_machine()
            try:
                await function(found, words, json, **flags)
            except MachineError as error:
                if not json:
                    raise CommandFailed(problem_text(error.problem)) from error
                print_json({"problem": error.problem})
                raise CommandFailed from error

        run.davit_options = getattr(function, "davit_options", [])  # type: ignore[attr-defined]
        return command(name, usage, summary, words=words, connects=False)(_JSON(run))

    return make


def print_json(document: object) -> None:
    print(msgspec.json.format(msgspec.json.encode(document), indent=2).decode(), flush=True)


def require_consent(question: str, refusal: str, *, given: bool) -> None:
    """Asks on a terminal, No being the default; elsewhere only a flag can consent.

    Raises CommandFailed unless the person agrees.
    """
    if given:
        return
    if not sys.stdin.isatty():
        raise CommandFailed(refusal)
    print(f"{question} [y/N] ", end="", flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise CommandFailed("Nothing was changed.")
