"""Failures of the command line: what is printed to stderr, and the exit code."""

from __future__ import annotations

from davit_desktop.client.errors import ApiError, ClientError, EngineUnreachable


class CommandFailed(Exception):
    """Ends the command with `code`, after printing the message (nothing when it is empty)."""

    def __init__(self, message: str = "", code: int = 1) -> None:
        super().__init__(message)
        self.code = code


class UsageFailed(CommandFailed):
    """The command was called wrongly; it is followed by how it is to be called."""


def worded(error: ClientError) -> str:
    """The sentence docker prints for an error of the engine."""
    if isinstance(error, ApiError):
        return f"Error response from daemon: {error.message}"
    if isinstance(error, EngineUnreachable):
        return f"Cannot connect to the engine at {error.host}: {error.why}. {error.hint}"
    return str(error)
