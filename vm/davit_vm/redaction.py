"""Take secrets out of text and documents before they are shown to anybody else (pure).

Recognised are the machine's own keys by their content, and everybody else's secrets by their shape:
private keys, values whose names say that they are secret, passwords in addresses, authorization
headers, and the tokens of well-known services. It is better that one word too many goes.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

MARK: Final = "[redacted]"

_SECRET_NAME: Final = (
    r"(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|auth|authorization|bearer"
    r"|cookie|session|signature|sig|api[_-]?key|access[_-]?key|private[_-]?key|key"
    r"|jwt|otp|salt|dsn)s?"
)
# The name may stand in a longer one: DB_PASSWORD, registryToken, X-Registry-Auth, credsStore.
_NAME: Final = rf"[A-Za-z0-9_.\-]{{0,80}}{_SECRET_NAME}(?:[_.\-][A-Za-z0-9_.\-]{{0,80}})?"
_IS_SECRET: Final = re.compile(
    r"pass|pwd|secret|token|credential|auth|cookie|session|signature|private|jwt|dsn"
    r"|(?:^|[_.\-])(?:sig|otp|salt|key)s?(?:$|[_.\-])|[a-z]Key$|apikey|accesskey",
    re.IGNORECASE,
)
_HARMLESS: Final = frozenset({"authorized-keys", "public_key", "publickey", "author"})

_PRIVATE_KEY: Final = re.compile(
    r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----"
    r"(?:.*?-----END [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----|[^\"']*)",
    re.DOTALL,
)
_END_OF_KEY: Final = re.compile(r"\A[A-Za-z0-9+/=\s]*-----END [A-Z0-9 ]*PRIVATE KEY[A-Z0-9 ]*-----")
"""Of a log whose beginning was cut off."""
_USER_INFO: Final = re.compile(
    r"(?<![A-Za-z0-9+.\-])([A-Za-z][A-Za-z0-9+.\-]{0,20}://)[^/\s\"'@]*(?:@[^/\s\"'@]*)*@"
)
_HEADER: Final = re.compile(
    r"(?i)\b((?:proxy-)?authorization|x-registry-auth|x-registry-config|(?:set-)?cookie"
    r"|x-[a-z\-]{0,40}token)([\"']?\s*[:=]\s*)([^\r\n]*)"
)
_SCHEME: Final = re.compile(r"(?i)\b(bearer|basic|negotiate|digest)\s+[A-Za-z0-9+/=._~\-]{6,}")
_QUOTED_PAIR: Final = re.compile(
    rf"(?i)([\"']{_NAME}[\"']\s*[:=]\s*)([\"'])(?:\\.|(?!\2)[^\\])*(?:\2|$)"
)
"""Of "password": "x"; the value ends at its quote."""
_IN_QUOTES: Final = re.compile(rf"(?i)(([\"']){_NAME}=)(?:\\.|(?!\2)[^\\])*(\2|$)")
"""Of "DB_PASSWORD=a b"; the pair ends at the quote around it."""
_PAIR: Final = re.compile(
    rf"(?i)(?<![A-Za-z0-9_])({_NAME}\s?(?:=|:(?!//))\s?)"
    r"(?:\"(?:\\.|[^\"\\])*(?:\"|$)|'(?:\\.|[^'\\])*(?:'|$)|[^\s,;&\"'\]\)}]+)"
)
_FLAG: Final = re.compile(rf"(?i)(--{_NAME}(?:['\"],)?\s+)(?:\"[^\"]*\"|'[^']*'|(?!-)[^\s,\]]+)")
_TOKEN: Final = re.compile(
    r"\b(?:eyJ[A-Za-z0-9_\-]{5,}\.[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]*)?"
    r"|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{16,}|glpat-[\w\-]{16,}|dckr_pat_[\w\-]{16,}"
    r"|xox[a-z]-[\w\-]{10,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|sk-[\w\-]{16,}|npm_[A-Za-z0-9]{16,}"
    r"|pypi-[\w\-]{16,}|ya29\.[\w\-]{10,}|AGE-SECRET-KEY-[A-Z0-9]+)"
)


def redact(text: str, known: Iterable[str] = ()) -> str:
    """`known` are secrets by their content; the shorter the text after it, the more was secret."""
    for secret in sorted(known, key=len, reverse=True):
        text = text.replace(secret, MARK)
    text = _END_OF_KEY.sub(MARK, _PRIVATE_KEY.sub(MARK, text))
    text = _USER_INFO.sub(rf"\g<1>{MARK}@", text)
    text = _HEADER.sub(_header, text)
    text = _SCHEME.sub(rf"\g<1> {MARK}", text)
    text = _QUOTED_PAIR.sub(
        lambda found: _unless_harmless(found, f"{found[2]}{MARK}{found[2]}"), text
    )
    text = _IN_QUOTES.sub(lambda found: _unless_harmless(found, f"{MARK}{found[3]}"), text)
    text = _PAIR.sub(lambda found: _unless_harmless(found, MARK), text)
    text = _FLAG.sub(rf"\g<1>{MARK}", text)
    return _TOKEN.sub(MARK, text)


def redact_document(document: Any, known: Iterable[str] = ()) -> Any:
    """A decoded JSON document without its secrets, told by the names of keys and by their shape."""
    secrets = tuple(known)
    match document:
        case dict():
            return {
                redact(str(name), secrets): MARK
                if _names_secret(str(name)) and value not in ("", None, (), [], {})
                else redact_document(value, secrets)
                for name, value in document.items()
            }
        case list() | tuple():
            return [redact_document(item, secrets) for item in document]
        case str():
            return redact(document, secrets)
        case _:
            return document


def _names_secret(name: str) -> bool:
    return name.lower() not in _HARMLESS and _IS_SECRET.search(name) is not None


def _unless_harmless(found: re.Match[str], replacement: str) -> str:
    name = re.split(r"[=:]", found[1].strip("\"' "), maxsplit=1)[0].strip("\"' ")
    return f"{found[1]}{replacement}" if _names_secret(name) else found[0]


def _header(found: re.Match[str]) -> str:
    # In a JSON document on one line, the header's value ends at its quote.
    rest = found[3]
    quote = rest[:1] if rest[:1] in "\"'" else found[2][:1] if found[2][:1] in "\"'" else ""
    if quote and rest.startswith(quote):
        end = re.search(rf"(?<!\\){quote}", rest[1:])
        return f"{found[1]}{found[2]}{quote}{MARK}" + (rest[1 + end.start() :] if end else "")
    return f"{found[1]}{found[2]}{MARK}"
