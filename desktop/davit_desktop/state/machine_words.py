"""What the machine says, in the person's language (pure).

The machine speaks English. The forms of its sentences are known (`machine_sentences`), and what
follows one is said again in the window's words with its values in it; a value can be a sentence
itself. What follows no form, such as the last words of QEMU, stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from davit_desktop.state.machine_sentences import FORMS
from davit_desktop.translation import tr
from davit_vm.status import Boot, Check, Problem, Status

_LONGEST: Final = 2000
"""Characters; what is longer is somebody's output, not a sentence."""
_DEEPEST: Final = 4
"""Sentences in one another."""
_MOST_SPLIT: Final = 2
"""The same, for those that stand behind each other."""
_JOINTS: Final = (". ", ": ", ", ")
"""Where two sentences meet, the strongest first."""
_FIELD: Final = re.compile(r"\{(\w+)\}")


class _Form(msgspec.Struct, frozen=True):
    """A sentence cut at its fields: `pieces` are what stands before, between and behind them."""

    text: str
    pieces: tuple[str, ...]
    fields: tuple[str, ...]

    def values(self, text: str) -> dict[str, str] | None:
        """What stands in the fields; None when the text is another sentence.

        Each piece is looked for once, so a text made to be slow is not.
        """
        first, last = self.pieces[0], self.pieces[-1]
        end = len(text) - len(last)
        if not (text.startswith(first) and text.endswith(last)) or end < len(first):
            return None
        values, at = [], len(first)
        for piece in self.pieces[1:-1]:
            found = text.find(piece, at + 1, end)
            if found < 0:
                return None
            values.append(text[at:found])
            at = found + len(piece)
        if at >= end:
            return None
        return dict(zip(self.fields, (*values, text[at:end]), strict=True))


@cache
def _forms() -> tuple[_Form, ...]:
    """Those with fields, the one that says most by itself first."""
    forms = [
        _Form(text, tuple(parts[::2]), tuple(parts[1::2]))
        for text in FORMS
        if len(parts := _FIELD.split(text)) > 1
    ]
    return tuple(sorted(forms, key=lambda form: -sum(map(len, form.pieces))))


_PLAIN: Final = frozenset(text for text in FORMS if not _FIELD.search(text))


def told(text: str) -> str:
    """A sentence of the machine in the window's language."""
    if not text or len(text) > _LONGEST:
        return text
    return _told(text, 0) or text


def _told(text: str, depth: int) -> str:
    """The same; empty for what is no sentence of the machine's."""
    if text in _PLAIN:
        return tr(text)
    if word := _word(text):
        return word
    if depth == _DEEPEST:
        return ""
    parts = list(_two_told(text, depth)) if depth < _MOST_SPLIT else []
    for said, both in parts:
        if both:
            return said
    for form in _forms():
        values = form.values(text)
        if values is not None:
            said_values = {name: _told(value, depth + 1) or value for name, value in values.items()}
            return tr(form.text).format(**said_values)
    return parts[0][0] if parts else ""


def _two_told(text: str, depth: int) -> Iterator[tuple[str, bool]]:
    """Two sentences that the machine has put together, and whether both are its own."""
    for joint in _JOINTS:
        one, found, other = text.partition(joint)
        if not found:
            continue
        second = _told(other, depth + 1)
        if joint == ". " and (first := _told(f"{one}.", depth + 1)):
            yield f"{first} {second or other}", bool(second)
        elif (first := _told(one, depth + 1)) or second:
            yield f"{first or one}{joint}{second or other}", bool(first and second)


def _word(text: str) -> str:
    """A word that stands in a sentence of the machine's: a check, a state, a verb."""
    match text:
        case "folder":
            return tr("folder", "check of the machine")
        case "settings":
            return tr("settings", "check of the machine")
        case "accelerator":
            return tr("accelerator", "check of the machine")
        case "supervisor":
            return tr("supervisor", "check of the machine")
        case "engine":
            return tr("engine", "check of the machine")
        case "clock":
            return tr("clock", "check of the machine")
        case "none":
            return tr("none", "check of the machine")
        case "absent":
            return tr("not set up", "what the machine is")
        case "stopped":
            return tr("stopped", "what the machine is")
        case "starting":
            return tr("starting", "what the machine is")
        case "ready":
            return tr("running", "what the machine is")
        case "paused":
            return tr("paused", "what the machine is")
        case "asleep":
            return tr("asleep", "what the machine is")
        case "stopping":
            return tr("stopping", "what the machine is")
        case "failed":
            return tr("failed", "what the machine is")
        case "start":
            return tr("start", "what is done to the machine")
        case "put to sleep":
            return tr("put to sleep", "what is done to the machine")
        case "pause":
            return tr("pause", "what is done to the machine")
        case "resume":
            return tr("resume", "what is done to the machine")
        case "reclaim":
            return tr("clean up", "what is done to the machine")
        case "upgrade":
            return tr("upgrade", "what is done to the machine")
        case "repair":
            return tr("repair", "what is done to the machine")
        case "change":
            return tr("change", "what is done to the machine")
        case _:
            return ""


def told_problem(problem: Problem) -> Problem:
    """Its sentences; the details are raw text."""
    return msgspec.structs.replace(
        problem, what=told(problem.what), why=told(problem.why), hint=told(problem.hint)
    )


def told_status(status: Status) -> Status:
    """All that a status says in words."""
    return msgspec.structs.replace(
        status,
        accelerator_note=told(status.accelerator_note),
        problem=told_problem(status.problem) if status.problem else None,
        forwards=tuple(
            msgspec.structs.replace(forward, problem=told(forward.problem))
            if forward.problem
            else forward
            for forward in status.forwards
        ),
        shares=tuple(
            msgspec.structs.replace(share, problem=told(share.problem)) if share.problem else share
            for share in status.shares
        ),
    )


def told_boot(boot: Boot) -> Boot:
    """A start of long ago, with why it failed."""
    if boot.problem is None:
        return boot
    return msgspec.structs.replace(boot, problem=told_problem(boot.problem))


def told_check(check: Check) -> Check:
    """A line of the diagnosis, its name too."""
    return msgspec.structs.replace(
        check, name=told(check.name), detail=told(check.detail), hint=told(check.hint)
    )
