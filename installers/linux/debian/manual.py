"""The manual pages, from the commands' own help. Usage: manual.py VERSION FOLDER."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from davit_desktop.cli.command import Command, LazyGroup
from davit_desktop.cli.main import root
from davit_desktop.client.flags import Flag

PLAIN = {
    "davit-desktop": ("davit_desktop", "1", "the window of Davit"),
    "davit-machine": ("davit_vm", "1", "supervisor of Davit's virtual machine"),
    "davit-engine": ("davit_engine", "8", "container engine that speaks the Docker Engine API"),
}
_ENVIRONMENT = {
    "DAVIT_HOST": "Address of the engine: unix:///run/davit/engine.sock, tcp://127.0.0.1:2375.",
    "DOCKER_HOST": "The same, where DAVIT_HOST is not set.",
    "DAVIT_ENGINE": "native or machine: which of the two to use where both could be.",
}


def davit(date: str, version: str) -> str:
    """davit(1), with every command and every flag."""
    lines = [
        f'.TH DAVIT 1 "{date}" "Davit {version}" "User Commands"',
        ".SH NAME",
        r"davit \- run Linux containers",
        ".SH SYNOPSIS",
        r".B davit",
        r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARG\fR...]",
        ".SH DESCRIPTION",
        "The words and flags are those of docker, and so is what they mean. Without",
        r"\fB\-\-host\fR the engine is that of this computer or, where there is none, that of the",
        "machine.",
        ".SH OPTIONS",
        *_flags(root.flags()),
        ".SH COMMANDS",
    ]
    for path, command in commands(root, "davit"):
        usages = f"{path} {command.usage}".splitlines()
        lines += [f'.SS "{_text(usage.strip())}"' for usage in usages]
        lines.append(f"{_text(command.summary)}.")
        lines += _flags([flag for flag, _, _ in command.options])
    lines.append(".SH ENVIRONMENT")
    for name, meaning in _ENVIRONMENT.items():
        lines += [".TP", f".B {name}", _text(meaning)]
    lines += [".SH SEE ALSO", r".BR davit\-desktop (1),", r".BR davit\-engine (8)"]
    return "\n".join(lines) + "\n"


def commands(group: LazyGroup, path: str) -> Iterator[tuple[str, Command]]:
    """Every command below a group with the words that call it, in their order."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, LazyGroup):
            yield from commands(found, f"{path} {name}")
        elif isinstance(found, Command):
            yield f"{path} {name}", found


def _flags(flags: Sequence[Flag]) -> list[str]:
    lines = []
    for flag in flags:
        value = rf" \fI{_text(flag.metavar)}\fR" if flag.metavar else ""
        short = rf"\fB\-{flag.short}\fR, " if flag.short else ""
        lines += [".TP", rf"{short}\fB\-\-{_text(flag.name)}\fR{value}", _text(flag.help) or r"\&"]
    return lines


def _text(words: str) -> str:
    """Words as roff takes them for words."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    return r"\&" + escaped if escaped.startswith((".", "'")) else escaped


def plain(name: str, module: str, section: str, summary: str, version: str) -> str:
    """The page that help2man makes of --help."""
    done = subprocess.run(
        ["help2man", "--no-info", f"--name={summary}", f"--section={section}",
         f"--version-string={name} {version}", f"{sys.executable} -m {module}"],
        check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "100"},
    )  # fmt: skip
    return done.stdout


def main() -> None:
    version, folder = sys.argv[1], Path(sys.argv[2])
    date = time.strftime("%Y-%m-%d", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"])))
    (folder / "davit.1").write_text(davit(date, version))
    for name, (module, section, summary) in PLAIN.items():
        page = plain(name, module, section, summary, version)
        (folder / f"{name}.{section}").write_text(page)


if __name__ == "__main__":
    main()
