"""Lists of objects in every shape docker prints them: tables, templates, JSON lines, bare ids."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from davit_desktop.cli.errors import CommandFailed
from davit_desktop.cli.table import render
from davit_desktop.cli.template import Template, TemplateError, to_json

FORMAT_HELP = (
    "Format output using a custom template: 'table' (the default), 'table TEMPLATE', 'json', "
    "or TEMPLATE, in Go's template language"
)

Row = Mapping[str, Any]  # placeholder to text; a callable is a placeholder with an argument


def listed(
    format: str, headers: Mapping[str, str], columns: Sequence[str], rows: Sequence[Row]
) -> str:
    """The text of a list.

    `headers` gives each placeholder's heading, `columns` the placeholders of the usual table.
    Raises CommandFailed for a template that cannot be read or does not fit.
    """
    try:
        return _listed(format, headers, columns, rows)
    except TemplateError as error:
        raise CommandFailed(str(error)) from error


def _listed(
    format: str, headers: Mapping[str, str], columns: Sequence[str], rows: Sequence[Row]
) -> str:
    if format in ("", "table"):
        return render(
            [headers[c] for c in columns], [[str(row[c]) for c in columns] for row in rows]
        )
    if format == "json":
        return "".join(f"{as_json(row)}\n" for row in rows)
    if format.startswith("table"):
        return _table_of(format.removeprefix("table").lstrip(), headers, rows)
    template = Template(_unescaped(format))
    return "".join(_filled(template, row) + "\n" for row in rows)


def as_json(row: Row) -> str:
    """What `{{json .}}` shows of a row: its fields by name, without those that need arguments."""
    return to_json(dict(sorted(row.items())))


def _table_of(text: str, headers: Mapping[str, str], rows: Sequence[Row]) -> str:
    text = _unescaped(text)
    template = Template(text)
    heading = Template(re.sub(r"\{\{\s*json\s+(\.\w+)\s*\}\}", r"{{\1}}", text))
    names: dict[str, Any] = {**headers, "Label": lambda name: str(name).rpartition(".")[2].upper()}
    lines = [_filled(template, row).split("\t") for row in rows]
    return render(_filled(heading, names).split("\t"), lines)


def _filled(template: Template, row: Row) -> str:
    try:
        return template.render(dict(sorted(row.items())))
    except TemplateError as error:
        raise TemplateError(f"failed to execute template: {error}") from error


def _unescaped(text: str) -> str:
    r"""Docker lets \t and \n be typed as two characters."""
    return text.replace("\\t", "\t").replace("\\n", "\n")
