"""Kinds of values of flags: text from the command line to a field's value and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from davit_desktop.client.flags import FlagError, Given, invalid, parse_bool
from davit_desktop.client.run_spec import RunSpecError


class Kind:
    """`read` turns the texts a flag was given, in order, into the field's value."""

    def __init__(
        self, read: Callable[[list[Given]], Any], write: Callable[[Any], Iterable[str]]
    ) -> None:
        self.read = read
        self.write = write


def one(parse: Callable[[str], Any], write: Callable[[Any], str] = str) -> Kind:
    """The last one given counts."""

    def read(given: list[Given]) -> Any:
        value = None
        for item in given:
            try:
                value = parse(item.text)
            except FlagError:
                raise
            except ValueError as error:
                raise invalid(item.flag, item.text, str(error)) from error
        return value

    return Kind(read, lambda value: [write(value)])


def many(parse: Callable[[str], Any], write: Callable[[Any], str] = str) -> Kind:
    """All of them count; a parser may turn one text into several values."""

    def read(given: list[Given]) -> Any:
        values: list[Any] = []
        for item in given:
            try:
                value = parse(item.text)
            except RunSpecError:
                raise
            except ValueError as error:
                raise invalid(item.flag, item.text, str(error)) from error
            values += value if isinstance(value, list) else [value]
        return tuple(values)

    return Kind(read, lambda values: [write(value) for value in values])


def pairs(
    parse: Callable[[str], tuple[str, Any]],
    write: Callable[[str, Any], str] = lambda key, value: f"{key}={value}",
) -> Kind:
    texts = many(parse)
    return Kind(
        lambda given: dict(texts.read(given)),
        lambda values: [write(key, value) for key, value in values.items()],
    )


def read_switch(given: list[Given]) -> bool:
    return [parse_bool(item.flag, item.text) for item in given][-1]


SWITCH = Kind(read_switch, lambda value: ["true" if value else "false"])
TEXT = one(str)
TEXTS = many(str)
