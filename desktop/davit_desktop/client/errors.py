"""What can go wrong between this client and an engine, each with a sentence fit to be shown.

ClientError                     everything below; `str(error)` is the sentence
├── InvalidHost                 the engine's address cannot be understood
├── EngineUnreachable           nobody answers at that address; `hint` says what to do
├── ConnectionLost              the engine hung up, or was silent for too long, in mid-answer
├── UnexpectedAnswer            an answer that is not Docker's API
├── ProgressFailed              a pull, push or load reported its failure as the last line
├── TransferFailed              a file of this computer could not be read or written
├── DownloadBroke               a server of the web cannot be reached, or stopped in mid-answer
├── UpdateFailed                an update could not be had or put in; `hint` says what to do
│   └── UpdateRefused           it is not what it has to be; nothing of it was used
└── ApiError                    the engine refused; `status` and Docker's own `message`
    ├── BadRequest       400
    ├── Unauthorized     401
    ├── Forbidden        403
    ├── NotFound         404
    ├── Conflict         409    also: already in that state, still in use
    └── EngineFault      5xx
"""

from __future__ import annotations

from davit_desktop.translation import tr


class ClientError(Exception):
    """Base of all errors of this package."""


class InvalidHost(ClientError):
    """The address of the engine is malformed or of a kind this client does not speak."""


class EngineUnreachable(ClientError):
    """No engine answers at `host`; `hint` says what the person can do about it."""

    def __init__(self, host: str, why: str, hint: str) -> None:
        super().__init__(
            tr("Cannot reach the engine at {host}: {why}. {hint}").format(
                host=host, why=why, hint=hint
            )
        )
        self.host = host
        self.why = why
        self.hint = hint


class ConnectionLost(ClientError):
    """The connection broke, or timed out, after it had been made."""


class UnexpectedAnswer(ClientError):
    """The peer answered something the Docker API does not say."""


class ProgressFailed(ClientError):
    """A stream of progress ended with the engine's error; the message is the engine's."""


class TransferFailed(ClientError):
    """A file of this computer, or an archive of the engine's, stopped a transfer."""


class DownloadBroke(ClientError):
    """A server of the web did not answer, or not to the end."""


class UpdateFailed(ClientError):
    """No update came of it, and what is installed goes on; `hint` says what the person can do."""

    def __init__(self, why: str, hint: str = "", details: str = "") -> None:
        super().__init__(why)
        self.hint = hint
        self.details = details


class UpdateRefused(UpdateFailed):
    """What a server gave is not what its maker signed, or is too old; nothing of it was used."""


class ApiError(ClientError):
    """The engine answered with an error status; the message is Docker's `message` field."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class BadRequest(ApiError):
    """400: the request was malformed or asks for something impossible."""


class Unauthorized(ApiError):
    """401: missing or wrong credentials."""


class Forbidden(ApiError):
    """403: not permitted."""


class NotFound(ApiError):
    """404: no such object."""


class Conflict(ApiError):
    """409: the object's state, or another's name, stands in the way."""


class EngineFault(ApiError):
    """5xx: the engine itself failed."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
}


def api_error(status: int, message: str) -> ApiError:
    """The error for an HTTP status, with Docker's message as it stands."""
    text = message.strip() or tr(
        "the engine answered with status {status} and no explanation"
    ).format(status=status)
    kind = _BY_STATUS.get(status, EngineFault if status >= 500 else ApiError)
    return kind(status, text)
