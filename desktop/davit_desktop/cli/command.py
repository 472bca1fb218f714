"""Commands that read flags, fail and explain themselves as docker's do, on top of click.

A command is an async function that gets an EngineClient, its words and its flags:

    @command("kill", "[OPTIONS] CONTAINER [CONTAINER...]", "Kill containers", words=(1, None))
    @option("signal", "s", metavar="string", help="Signal to send to the container")
    async def kill(client: EngineClient, words: list[str], signal: str) -> None: ...
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import click
from typing_extensions import override

from davit_desktop.cli.errors import CommandFailed, UsageFailed
from davit_desktop.client.flags import Flag, FlagError, parse_bool, scan, usage_lines

Options = list[tuple[Flag, str, Any]]  # flag, parameter, default
Span = tuple[int, int | None]  # fewest and most words


def option(
    name: str,
    short: str = "",
    *,
    metavar: str = "",
    help: str = "",
    default: Any = None,
    into: str = "",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A flag. A `metavar` of list or filter collects a list; of int gives a number."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        options: Options = getattr(function, "davit_options", [])
        start = default
        if start is None:
            start = {"": False, "int": None, "list": [], "filter": []}.get(metavar, "")
        parameter = into or name.replace("-", "_")
        options.insert(0, (Flag(name, short, metavar, help), parameter, start))
        function.davit_options = options  # type: ignore[attr-defined]
        return function

    return add


class Command(click.Command):
    """One command, with docker's reading of flags and docker's words for mistakes."""

    def __init__(
        self,
        name: str,
        usage: str,
        summary: str,
        function: Callable[..., Any],
        words: Span,
        interspersed: bool,
        connects: bool,
    ) -> None:
        super().__init__(name, help=summary, short_help=summary, add_help_option=False)
        self.usage = usage
        self.summary = summary
        self.function = function
        self.span = words
        self.interspersed = interspersed
        self.connects = connects
        self.options: Options = getattr(function, "davit_options", [])

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        help_flag = Flag("help")
        table = [flag for flag, _, _ in self.options]
        if not any(flag.short == "h" for flag in table):
            help_flag = Flag("help", "h")
        try:
            given, words = scan(args, [*table, help_flag], interspersed=self.interspersed)
            values = {parameter: _fresh(default) for _, parameter, default in self.options}
            by_name = {flag.name: parameter for flag, parameter, _ in self.options}
            for item in given:
                if item.flag.name == "help":
                    click.echo(self.get_help(ctx))
                    ctx.exit(0)
                _set(values, by_name[item.flag.name], item.flag, item.text)
        except FlagError as error:
            raise UsageFailed(f"{error}\n\n{self._how(ctx)}", 125) from error
        self._check_words(ctx, len(words))
        ctx.params = {**values, "words": words}
        return []

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            if not self.connects:
                return _finished(self.function(**ctx.params))
            host = ctx.find_root().params["host"]
            return asyncio.run(_connected(self.function, host, ctx.params))
        except FlagError as error:
            raise UsageFailed(f"{error}\n\n{self._how(ctx)}", 125) from error

    @override
    def get_help(self, ctx: click.Context) -> str:
        lines = [f"Usage:  {ctx.command_path} {self.usage}".rstrip(), "", self.summary]
        if options := usage_lines([flag for flag, _, _ in self.options]):
            lines += ["", "Options:", *options]
        return "\n".join(lines)

    def _how(self, ctx: click.Context) -> str:
        path = ctx.command_path
        usage = f"Usage:  {path} {self.usage}".rstrip()
        return f"{usage}\n\nRun '{path} --help' for more information"

    def _check_words(self, ctx: click.Context, count: int) -> None:
        fewest, most = self.span
        if count >= fewest and (most is None or count <= most):
            return
        if most == 0:
            need = "accepts no arguments"
        elif most == fewest:
            need = f"requires {_arguments(fewest)}"
        elif most is None or count < fewest:
            need = f"requires at least {_arguments(fewest)}"
        else:
            need = f"requires at most {_arguments(most)}"
        how = self._how(ctx)
        if most is None:
            how = how.replace("\nRun '", "\nSee '")  # as docker has it
        raise UsageFailed(f"davit: '{ctx.command_path}' {need}\n\n{how}", 1)


def command(
    name: str,
    usage: str,
    summary: str,
    *,
    words: Span = (0, 0),
    interspersed: bool = True,
    connects: bool = True,
) -> Callable[[Callable[..., Any]], Command]:
    """Makes a function a command; `connects` says whether it is given an EngineClient."""

    def make(function: Callable[..., Any]) -> Command:
        return Command(name, usage, summary, function, words, interspersed, connects)

    return make


Entry = tuple[str, str, str]  # module below davit_desktop.cli, attribute, summary


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is used."""

    def __init__(self, name: str, summary: str, entries: Mapping[str, Entry]) -> None:
        super().__init__(name, help=summary, short_help=summary, add_help_option=False)
        self.summary = summary
        self.entries = entries
        self.invoke_without_command = True

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for name, entry in self.entries.items() if entry[2])

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module = importlib.import_module(f"davit_desktop.cli.{entry[0]}")
        found: click.Command = getattr(module, entry[1])
        return found

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        table = self.flags()
        try:
            given, words = scan(args, [*table, Flag("help", "h")])
        except FlagError as error:
            usage = f"Usage:  {self._usage(ctx)}"
            raise UsageFailed(
                f"{error}\n\n{usage}\n\nRun '{ctx.command_path} --help' for more information", 125
            ) from error
        values: dict[str, Any] = {"host": None}
        for item in given:
            if item.flag.name == "help":
                words = []
            elif item.flag.is_switch:
                values[item.flag.name] = parse_bool(item.flag, item.text)
            else:
                values[item.flag.name] = item.text
        ctx.params = values
        if not words and not values.get("version"):
            click.echo(self.get_help(ctx))
            ctx.exit(0)
        ctx.args = words
        return words

    @override
    def invoke(self, ctx: click.Context) -> Any:
        name, found, args = self.resolve_command(ctx, ctx.args)
        assert found is not None, "resolve_command raises for what it does not know"
        with found.make_context(name, args, parent=ctx) as within:
            return found.invoke(within)

    def flags(self) -> Sequence[Flag]:
        """The flags of the group itself."""
        return ()

    def _usage(self, ctx: click.Context) -> str:
        return f"{ctx.command_path} {'[OPTIONS] COMMAND [ARG...]' if self.flags() else 'COMMAND'}"

    @override
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        found = self.get_command(ctx, args[0])
        if found is None:
            path = f"{ctx.command_path} {args[0]}"
            usage = f"Usage:  {ctx.command_path}\n\n" if ctx.parent else ""
            raise CommandFailed(
                f"davit: unknown command: {path}\n\n{usage}"
                f"Run '{ctx.command_path} --help' for more information"
            )
        return args[0], found, args[1:]

    @override
    def get_help(self, ctx: click.Context) -> str:
        path = ctx.command_path
        names = self.list_commands(ctx)
        width = max(11, *(len(name) for name in names))
        lines = [f"Usage:  {self._usage(ctx)}", "", self.summary, "", "Commands:"]
        lines += [f"  {name.ljust(width)} {self.entries[name][2]}" for name in names]
        if table := usage_lines(self.flags()):
            lines += ["", "Options:", *table]
        return "\n".join([*lines, "", f"Run '{path} COMMAND --help' for more information."])


async def _connected(
    function: Callable[..., Awaitable[Any]], host: str | None, params: Mapping[str, Any]
) -> Any:
    from davit_desktop import machine
    from davit_desktop.client.engine import EngineClient

    choice = await machine.choose(host)
    await machine.wake(choice, _say)
    async with EngineClient(choice.host, certificates=choice.certificates) as client:
        return await function(client, **params)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _finished(result: Any) -> Any:
    return asyncio.run(result) if inspect.iscoroutine(result) else result


def _fresh(default: Any) -> Any:
    return list(default) if isinstance(default, list) else default


def _set(values: dict[str, Any], parameter: str, flag: Flag, text: str) -> None:
    if flag.is_switch:
        values[parameter] = parse_bool(flag, text)
    elif isinstance(values[parameter], list):
        values[parameter].append(text)
    elif flag.metavar == "int":
        try:
            values[parameter] = int(text, 0)
        except ValueError:
            raise FlagError(
                f'invalid argument "{text}" for "{flag.label}" flag: '
                f'strconv.ParseInt: parsing "{text}": invalid syntax'
            ) from None
    else:
        values[parameter] = text


def _arguments(count: int | None) -> str:
    return f"{count} argument{'' if count == 1 else 's'}"
