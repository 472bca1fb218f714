"""What a registry's refusal asks for, and how to answer it (pure).

WWW-Authenticate by RFC 9110 §11.6.1, bearer parameters by RFC 6750 §3, tokens by the distribution
token specification.
"""

import base64
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from davit_engine.errors import Unauthorized
from davit_engine.images.credentials import Credentials

ANSWER_MAX: Final = 1024 * 1024
"""Bytes of a token server's answer."""
_TOKEN_MAX: Final = 128 * 1024
_HEADER_MAX: Final = 16 * 1024
_PARAMETER: Final = re.compile(r'([A-Za-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_SCHEME: Final = re.compile(
    r"(?:^|,)\s*([A-Za-z][A-Za-z0-9_-]*)(?=\s+[A-Za-z0-9_-]+\s*=|\s*(?:,|$))"
)


class Challenge(msgspec.Struct, frozen=True):
    """One offered way to log in."""

    scheme: str
    """Lower case: basic or bearer."""
    parameters: Mapping[str, str]


class Token(msgspec.Struct, frozen=True, kw_only=True):
    value: str
    expires_in: float
    """Seconds."""
    refresh: str = ""
    """An identity token, where one was asked for."""


class _TokenAnswer(msgspec.Struct):
    token: str | None = None
    access_token: str | None = None
    expires_in: float | None = None
    refresh_token: str | None = None


def parse_challenges(headers: Iterable[str]) -> list[Challenge]:
    """The challenges of all WWW-Authenticate headers; what is malformed is passed over."""
    challenges = []
    for header in headers:
        text = header[:_HEADER_MAX]
        quoted = [match.span() for match in re.finditer(r'"(?:[^"\\]|\\.)*"', text)]
        starts = [
            match
            for match in _SCHEME.finditer(text)
            if not any(start <= match.start(1) < end for start, end in quoted)
        ]
        for position, match in enumerate(starts):
            end = starts[position + 1].start() if position + 1 < len(starts) else len(text)
            parameters = {
                found[1].lower(): re.sub(r"\\(.)", r"\1", found[2])
                if found[3] is None
                else found[3]
                for found in _PARAMETER.finditer(text, match.end(), end)
            }
            challenges.append(Challenge(match[1].lower(), parameters))
    return challenges


def basic(credentials: Credentials) -> str:
    """The value of an Authorization header."""
    pair = f"{credentials.username}:{credentials.password}".encode()
    return f"Basic {base64.b64encode(pair).decode()}"


def token_query(
    challenge: Challenge, scopes: Sequence[str], credentials: Credentials
) -> list[tuple[str, str]]:
    """The parameters of a token request; form fields when there is an identity token."""
    fields = [("service", challenge.parameters["service"])] * ("service" in challenge.parameters)
    if credentials.identity_token:
        return [
            *fields,
            ("grant_type", "refresh_token"),
            ("refresh_token", credentials.identity_token),
            ("client_id", "davit"),
            *([("scope", " ".join(scopes))] if scopes else []),
        ]
    fields += [("scope", scope) for scope in scopes]
    if credentials.username:
        fields.append(("account", credentials.username))
    return fields


def parse_token(body: bytes, realm: str) -> Token:
    """Raises Unauthorized when the answer holds no usable token."""
    try:
        answer = msgspec.json.decode(body, type=_TokenAnswer)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Unauthorized(f"the token server {realm} did not answer with a token") from error
    value = answer.token or answer.access_token or ""
    if not value or len(value) > _TOKEN_MAX or not re.fullmatch(r"[\x21-\x7e]+", value):
        raise Unauthorized(f"authorization server {realm} did not include a token in the response")
    # Tokens without a life are valid for 60 seconds by the specification.
    return Token(
        value=value, expires_in=answer.expires_in or 60.0, refresh=answer.refresh_token or ""
    )
