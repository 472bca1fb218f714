"""How a build is told in a terminal: a live list of steps, plain lines, and what went wrong (pure).

The forms are BuildKit's, which people know how to read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from davit_desktop.client.build_events import BuildEvent, Finding
from davit_desktop.client.units import human_size
from davit_desktop.logs import ansi
from davit_desktop.state.builds import Build, Failure, Step, StepState
from davit_desktop.state.dockerfile import excerpt

_LAST_LINES = 6  # of a running step's output
_REMEMBERED = 40  # lines of a step that are told again when it fails
_LONGEST = 8192  # characters of a line that has no end yet
_RULE = "-" * 20
_COLOURS = {StepState.FAILED: 31, StepState.CANCELLED: 33, StepState.CACHED: 34, StepState.DONE: 34}
_ENDS = {
    StepState.CACHED: "CACHED",
    StepState.FAILED: "ERROR",
    StepState.CANCELLED: "CANCELED",
}


class Outputs:
    """What steps print, cut into lines; the last of each are remembered."""

    def __init__(self) -> None:
        self._rest: dict[str, str] = {}
        self._last: dict[str, deque[str]] = {}

    def feed(self, step: str, text: str) -> list[str]:
        """The lines that this ends."""
        *whole, rest = (self._rest.get(step, "") + text).split("\n")
        while len(rest) > _LONGEST:
            whole.append(rest[:_LONGEST])
            rest = rest[_LONGEST:]
        self._rest[step] = rest
        last = self._last.setdefault(step, deque(maxlen=_REMEMBERED))
        lines = [_overwritten(line) for line in whole]
        last.extend(lines)
        return lines

    def finish(self, step: str) -> list[str]:
        """What was left without an end."""
        return self.feed(step, "\n") if self._rest.get(step) else []

    def last(self, step: str, count: int) -> list[str]:
        return list(self._last.get(step, ()))[-count:]


class PlainText:
    """One line after the other, each with the number of its step."""

    def __init__(self) -> None:
        self.outputs = Outputs()
        self._numbers: dict[str, int] = {}
        self._began: dict[str, float] = {}
        self._told: set[str] = set()

    def lines(self, build: Build, event: BuildEvent, now: float) -> list[str]:
        """What an event, which `build` already knows, adds; `now` in seconds of any clock."""
        step = build.steps.get(event.id)
        if event.kind == "step" and step is not None:
            return self._step(build, step, now)
        if event.kind == "output" and event.id:
            self._begin(event.id, now)
            return self._output(event.id, self.outputs.feed(event.id, event.text), now)
        if event.kind == "progress":
            key = f"{event.id}\n{event.what}\n{event.status}"
            if key in self._told or not event.what:
                return []
            self._told.add(key)
            size = f" {human_size(event.total)}" if event.total > 0 else ""
            head = f"#{self._number(event.id)} " if event.id else ""
            return [f"{head}{printable(event.what)} {printable(event.status)}".rstrip() + size]
        return []

    def _step(self, build: Build, step: Step, now: float) -> list[str]:
        lines = []
        if step.id not in self._numbers:
            lines += ["", f"#{self._number(step.id)} {_headline(build, step)}"]
        self._begin(step.id, now)
        if step.over:
            lines += self._output(step.id, self.outputs.finish(step.id), now)
            took = f"DONE {(step.seconds(step.ended) or 0):.1f}s"
            lines.append(f"#{self._number(step.id)} {_ENDS.get(step.state, took)}")
        return lines

    def _output(self, step: str, lines: Iterable[str], now: float) -> list[str]:
        head = f"#{self._number(step)} {now - self._began[step]:.3f}"
        return [f"{head} {line}" for line in lines]

    def _begin(self, step: str, now: float) -> None:
        self._began.setdefault(step, now)

    def _number(self, step: str) -> int:
        return self._numbers.setdefault(step, len(self._numbers) + 1)


class LiveText:
    """A list of steps that is drawn again and again in its place."""

    def __init__(self, *, colours: bool = True) -> None:
        self.outputs = Outputs()
        self._colours = colours
        self._drawn = 0

    def take(self, event: BuildEvent) -> None:
        """Remember what is printed."""
        if event.kind == "output":
            self.outputs.feed(event.id, event.text)

    def drawing(self, build: Build, now: int, width: int, height: int) -> str:
        """What to write to bring the list up to date; `now` in Unix nanoseconds."""
        lines = self.rows(build, now, width, height)
        up = f"\x1b[{self._drawn}A" if self._drawn else ""
        self._drawn = len(lines)
        body = "".join(f"\x1b[2K{line}\n" for line in lines)
        return f"\r{up}{body}\x1b[J"

    def rows(self, build: Build, now: int, width: int, height: int) -> list[str]:
        """The lines, no wider than the terminal and fewer than its height."""
        took = max(0, now - build.started) / 1e9 if build.started else 0.0
        told = [
            (step.over, self._step(build, step, now, width))
            for step in build.steps.values()
            if step.state is not StepState.WAITING
        ]
        if not build.steps:
            told += [(False, [line]) for line in self._transfers(build, "", width)]
        room = max(2, height - 2)
        while len(told) > 1 and sum(len(lines) for _, lines in told) > room:
            del told[next((at for at, (over, _) in enumerate(told) if over), 0)]
        head = f"[+] Building {took:.1f}s ({build.finished}/{len(build.steps)})"
        shown = [line for _, lines in told for line in lines]
        return [head[: width - 1], *shown[-room:]]

    def _step(self, build: Build, step: Step, now: int, width: int) -> list[str]:
        words = f"=> {_ENDS[step.state]} " if step.state in _ENDS else "=> "
        words += _headline(build, step)
        seconds = step.seconds(now)
        took = f"{seconds:.1f}s" if seconds is not None else ""
        room = width - len(took) - 3
        line = f" {_cut(words, room).ljust(room)} {took}"
        colour = _COLOURS.get(step.state)
        if colour and self._colours:
            line = f"\x1b[{colour}m{line}\x1b[0m"
        if step.over:
            return [line]
        below = [
            f" {_cut(f'=> => # {printable(text)}', width - 2)}"
            for text in self.outputs.last(step.id, _LAST_LINES)
        ]
        return [line, *self._transfers(build, step.id, width), *below]

    def _transfers(self, build: Build, step: str, width: int) -> list[str]:
        lines = []
        for key, transfer in build.transfers.items():
            if transfer.step != step or not transfer.current:
                continue
            size = human_size(transfer.current)
            if transfer.total:
                size = f"{size} / {human_size(transfer.total)}"
            what = f"{key.partition(chr(10))[2]} {transfer.status}".strip()
            lines.append(f" {_cut(f'=> => {printable(what)} {size}', width - 2)}")
        return lines[-_LAST_LINES:]


def failure_text(build: Build, failure: Failure, output: list[str], dockerfile: str) -> str:
    """What is told at the end of a build that failed: output, place, reason, advice."""
    lines: list[str] = []
    step = build.steps.get(failure.step)
    if step is not None and output:
        lines += ["------", f" > {_headline(build, step)}:", *output, "------"]
    first = failure.line or (step.line if step else 0)
    last = max(first, step.end_line) if step is not None and step.line == first else first
    lines += place_text(build.dockerfile or "Dockerfile", dockerfile, first, last)
    lines.append(f"ERROR: failed to build: {failure.text}")
    if failure.hint:
        lines.append(failure.hint)
    return "\n".join(lines)


def place_text(name: str, dockerfile: str, first: int, last: int) -> list[str]:
    """The lines of a Dockerfile around those that something is said about."""
    shown = excerpt(dockerfile, first, last)
    if not shown:
        return []
    rows = [
        f" {line.number:3} | {'>>>' if line.marked else '   '} {printable(line.text)}".rstrip()
        for line in shown
    ]
    return [f"{name}:{first}", _RULE, *rows, _RULE]


def finding_text(name: str, dockerfile: str, finding: Finding) -> str:
    """A warning about a Dockerfile, with its place."""
    rule = finding.rule or "error"
    head = f"WARNING: {rule}" if finding.rule else "ERROR: the Dockerfile cannot be read"
    lines = ["", head, finding.detail]
    return "\n".join([*lines, *place_text(name, dockerfile, finding.line, finding.line)])


def printable(text: str) -> str:
    """One line without escape sequences, and with nothing that moves a cursor."""
    text = ansi.strip(text).replace("\t", "    ")
    return text if text.isprintable() else "".join(c if c.isprintable() else "\ufffd" for c in text)


def _headline(build: Build, step: Step) -> str:
    return f"{printable(build.name(step))} {printable(' '.join(step.instruction.split()))}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(1, width - 1)]}…"


def _overwritten(line: str) -> str:
    """What is left on a terminal's line of progress that returns to its beginning."""
    return line.removesuffix("\r").rpartition("\r")[2]
