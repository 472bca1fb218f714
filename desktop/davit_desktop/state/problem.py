"""What went wrong, in words: what failed, why, and what to try (pure)."""

import re

import msgspec

from davit_desktop.client.errors import (
    ApiError,
    ClientError,
    ConnectionLost,
    EngineUnreachable,
    NotFound,
    UpdateFailed,
)
from davit_desktop.state.machine_words import told_problem
from davit_desktop.translation import tr
from davit_vm.errors import MachineError


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """`title` names what failed and to which thing; `details` is the raw text for experts."""

    title: str
    reason: str
    advice: str = ""
    details: str = ""

    @property
    def text(self) -> str:
        """All of it, for the clipboard."""
        parts = [f"{self.title}: {self.reason}", self.advice]
        if self.details and self.details != self.reason:
            parts.append(self.details)
        return "\n".join(part for part in parts if part)


def problem(title: str, error: BaseException) -> Problem:
    """The words for an error. `title` reads "Cannot start web"."""
    if isinstance(error, EngineUnreachable):
        return Problem(
            title=title,
            reason=tr("The engine does not answer"),
            advice=error.hint,
            details=str(error),
        )
    if isinstance(error, ConnectionLost):
        return Problem(
            title=title,
            reason=tr("The connection to the engine broke"),
            advice=tr("See whether it happened all the same, then try again."),
            details=str(error),
        )
    if isinstance(error, ApiError):
        return _of_engine(title, error)
    if isinstance(error, UpdateFailed):
        return Problem(
            title=title,
            reason=_sentence(str(error)),
            advice=error.hint,
            details=error.details or str(error),
        )
    if isinstance(error, ClientError):
        return Problem(title=title, reason=_sentence(str(error)), details=str(error))
    if isinstance(error, MachineError):
        said = told_problem(error.problem)
        reason = f"{said.what.rstrip('.')}: {said.why}" if said.why else said.what
        return Problem(title=title, reason=reason, advice=said.hint, details=said.details)
    if isinstance(error, OSError) and error.strerror:
        return Problem(title=title, reason=error.strerror, details=str(error))
    return Problem(
        title=title,
        reason=tr("Davit made a mistake"),
        advice=tr("Please report it with the details."),
        details=f"{type(error).__name__}: {error}",
    )


def _of_engine(title: str, error: ApiError) -> Problem:
    text = error.message
    reason, advice = _sentence(text), ""
    port = re.search(r":(\d+)(?:/\w+)? failed: port is already allocated", text) or re.search(
        r"listen \w+ [^ ]*:(\d+): bind: address already in use", text
    )
    if port:
        reason = tr("Port {port} is in use").format(port=port[1])
        advice = tr("Stop what uses it, or publish another port of this computer.")
    elif "executable file not found" in text or "no such file or directory" in text:
        command = re.search(r'exec: "([^"]+)"', text)
        if command:
            reason = tr("The image has no program {program}").format(program=command[1])
            advice = tr("Check the command and the entrypoint.")
    elif isinstance(error, NotFound) and "no such image" in text.lower():
        advice = tr("Pull the image first.")
    elif "is already in use by container" in text:
        advice = tr("Choose another name, or delete the other container.")
    elif registry := re.search(r'(?:Get|Head) "https?://([^/"]+)[^"]*": (?:.*: )?(.+)$', text):
        reason = tr("The registry {registry} cannot be reached: {reason}").format(
            registry=registry[1], reason=registry[2]
        )
        advice = tr("Check the image's name and the network.")
    return Problem(title=title, reason=reason, advice=advice, details=text)


def _sentence(text: str) -> str:
    """The message without the prefixes that daemons put before it, capital first."""
    text = re.sub(r"^(?:Error response from daemon: |Error: )+", "", text.strip())
    first = text.splitlines()[0] if text else tr("no reason was given")
    return first[:1].upper() + first[1:]
