"""What the form of a run shows in fields, and what it keeps as flags (pure)."""

import re
import secrets
import shlex
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from davit_desktop.client.flags import FlagError
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.client.run_command import flag_groups, parse_run
from davit_desktop.client.run_spec import RunSpec, RunSpecError
from davit_desktop.translation import tr

_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_.-]+")
_ID = re.compile(r"(sha256:)?[0-9a-f]{6,64}")
_LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without look-alikes
_BARE = RunSpec(image="x")
# How the command line behaves; a window always detaches.
_NEITHER = ("image", "command", "detach", "attach", "quiet", "sig_proxy", "detach_keys", "cidfile")


def unshown(spec: RunSpec, shown: RunSpec) -> tuple[RunSpec, list[str]]:
    """What fields cannot show as it is: the spec without it, and its flags, a line each.

    `shown` is what the fields say after they were filled with the spec.
    """
    left: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for field in RunSpec.__struct_fields__:
        wanted, got = getattr(spec, field), getattr(shown, field)
        if field in _NEITHER or wanted == got:
            continue
        if isinstance(wanted, tuple) and field != "networks":
            rest[field] = _without(wanted, got)
            left[field] = _without(wanted, rest[field])
        elif isinstance(wanted, dict):
            rest[field] = {k: v for k, v in wanted.items() if k not in got or got[k] != v}
            left[field] = {k: v for k, v in wanted.items() if k not in rest[field]}
        else:
            rest[field] = wanted
            left[field] = getattr(_BARE, field)
    groups = flag_groups(msgspec.structs.replace(_BARE, **rest))
    return msgspec.structs.replace(spec, **left), [shlex.join(group) for group in groups]


def _without(values: Sequence[Any], taken: Sequence[Any]) -> tuple[Any, ...]:
    left = list(taken)
    kept = []
    for value in values:
        if value in left:
            left.remove(value)
        else:
            kept.append(value)
    return tuple(kept)


def flag_line(text: str) -> tuple[list[str], str]:
    """The words of one line of flags, and what is wrong with it."""
    try:
        words = shlex.split(text)
    except ValueError:
        return [], tr("A quote is not closed")
    if not words or not words[0].startswith("-"):
        return [], tr("Write a flag of docker run, such as --ulimit nofile=1024")
    try:
        spec = parse_run([*words, "x"])
    except (FlagError, RunSpecError) as error:
        return [], str(error)[:1].upper() + str(error)[1:]
    if spec.image != "x" or spec.command:
        return [], tr("A flag and its value belong on one line, and nothing else")
    if any(mount.type == "bind" and mount.source.startswith(".") for mount in spec.mounts):
        return [], tr("Give the whole path of the folder")
    return words, ""


def combined(rows: RunSpec, flags: RunSpec) -> tuple[RunSpec, list[str]]:
    """Both as one, and the fields that both set to something else: there the rows count."""
    changes: dict[str, Any] = {}
    twice: list[str] = []
    for field in RunSpec.__struct_fields__:
        row, flag, default = (getattr(spec, field) for spec in (rows, flags, _BARE))
        if field in _NEITHER or flag == default:
            continue
        if row == default:
            changes[field] = flag
        elif isinstance(row, tuple) and field != "networks":
            changes[field] = row + flag
        elif isinstance(row, dict):
            changes[field] = {**row, **flag}
        elif row != flag:
            twice.append(field)
    return msgspec.structs.replace(rows, **changes), twice


def image_problem(image: str) -> str:
    """Why this does not name an image; empty when it does."""
    try:
        parse_reference(image)
    except InvalidReference:
        if not _ID.fullmatch(image):
            return tr("{image} is not the name of an image").format(image=image)
    return ""


def name_problem(name: str, taken: Collection[str]) -> str:
    """Why a container cannot have this name; empty when it can."""
    if name and not _NAME.fullmatch(name):
        return tr("A name has two or more letters, digits, _ . or -, the first a letter or digit")
    if name and name in taken:
        return tr("There is a container named {name}").format(name=name)
    return ""


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or the first of name-2, name-3 … that nobody has."""
    if wanted not in taken:
        return wanted
    base = re.sub(r"-\d{1,4}$", "", wanted)
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def proposed_name(image: str, taken: Collection[str]) -> str:
    """A name for a container of this image; empty when the image's cannot be one."""
    try:
        base = parse_reference(image).path.rpartition("/")[2]
    except InvalidReference:
        return ""
    return free_name(base, taken) if _NAME.fullmatch(base) else ""


def generated_password(length: int = 24) -> str:
    """Letters and digits only, so that every program and every shell takes it."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))
