"""A registry's error answer in Docker's words (pure).

Bodies are `{"errors": [{"code", "message"}]}`, by the distribution specification.
"""

from collections.abc import Iterable, Sequence
from http import HTTPStatus

import msgspec

from davit_engine.errors import EngineError, Forbidden, NotFound, Unauthorized, Unavailable
from davit_engine.images.authentication import Challenge
from davit_engine.images.reference import Reference

_TEXT_MAX = 512


class _Entry(msgspec.Struct):
    code: str = ""
    message: str = ""


class _Body(msgspec.Struct):
    errors: list[_Entry] = msgspec.field(default_factory=list)


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer with a status of 400 or more says."""

    status: int
    code: str
    """The specification's word, such as MANIFEST_UNKNOWN; empty when the body is no error body."""
    text: str
    retry_after: float | None = None
    """Seconds to wait before another attempt."""

    @property
    def transient(self) -> bool:
        return self.status in (408, 425, 429) or self.status >= 500


class Interrupted(Unavailable):
    """The registry or the way to it failed for now; worth another attempt."""

    def __init__(self, text: str, retry_after: float | None = None) -> None:
        super().__init__(text)
        self.retry_after = retry_after


def parse_refusal(
    status: int, body: bytes, challenges: Iterable[Challenge] = (), retry_after: str = ""
) -> Refusal:
    """What a registry's answer means; never raises, whatever the body is."""
    entries = list(_entries(body))
    for challenge in challenges:
        match challenge.parameters.get("error") if challenge.scheme == "bearer" else None:
            case "invalid_token":
                entries.insert(0, _Entry("UNAUTHORIZED", "authentication required"))
            case "insufficient_scope":
                entries.insert(0, _Entry("DENIED", "requested access to the resource is denied"))
    if not entries and status == HTTPStatus.UNAUTHORIZED:
        entries = [_Entry("UNAUTHORIZED", "authentication required")]
    if not entries and status == HTTPStatus.TOO_MANY_REQUESTS:
        entries = [_Entry("TOOMANYREQUESTS", "the registry limits the rate of requests")]
    wait = float(retry_after) if retry_after.isdecimal() and len(retry_after) < 7 else None
    if not entries:
        text = f"received unexpected HTTP status: {status} {_phrase(status)}".rstrip()
        return Refusal(status=status, code="", text=text, retry_after=wait)
    text = f"{_words(entries[0].code)}: {entries[0].message or _words(entries[0].code)}"
    return Refusal(status=status, code=entries[0].code, text=text[:_TEXT_MAX], retry_after=wait)


def refused(refusal: Refusal, prefix: str = "") -> EngineError:
    """The error of any request that has no better words of its own."""
    text = prefix + refusal.text
    if refusal.transient:
        return Interrupted(text, refusal.retry_after)
    match refusal.status:
        case 401:
            return Unauthorized(text)
        case 403:
            return Forbidden(text)
        case 404:
            return NotFound(text)
    return Unavailable(text)


def pull_refused(refusal: Refusal, reference: Reference) -> EngineError:
    """As Docker's translatePullError."""
    if refusal.code == "DENIED":
        return NotFound(
            f"pull access denied for {reference.familiar_name}, repository does not exist or may "
            f"require 'docker login': {refusal.text}"
        )
    if refusal.code == "NAME_UNKNOWN":
        return NotFound(f"repository {reference.familiar_name} not found: {refusal.text}")
    if refusal.code == "MANIFEST_UNKNOWN" or refusal.status == HTTPStatus.NOT_FOUND:
        reason = refusal.text if refusal.code else "manifest unknown: manifest unknown"
        return NotFound(f"manifest for {reference.familiar} not found: {reason}")
    if refusal.status == HTTPStatus.UNAUTHORIZED:
        return Unauthorized(f"{refusal.text}. Log in with: docker login {reference.domain}")
    return refused(refusal)


def _entries(body: bytes) -> Sequence[_Entry]:
    try:
        return [entry for entry in msgspec.json.decode(body, type=_Body).errors[:8] if entry.code]
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return []


def _words(code: str) -> str:
    return code.replace("_", " ").lower()


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
