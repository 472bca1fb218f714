"""Image references: the distribution grammar, the normal form and the familiar form (pure).

    reference  = [domain "/"] path [":" tag] ["@" digest]

The normal form always has a domain: `ubuntu` is `docker.io/library/ubuntu`. The familiar form is
the shortest text that means the same. Grammar: distribution/reference, reference.go.
"""

import re
from typing import Final

import msgspec
from typing_extensions import override

from davit_engine.errors import InvalidParameter

DEFAULT_DOMAIN: Final = "docker.io"
DEFAULT_TAG: Final = "latest"
NAME_MAX: Final = 255
_TEXT_MAX: Final = 4096
_LEGACY_DOMAIN: Final = "index.docker.io"
_OFFICIAL: Final = "library/"

_LABEL = r"(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
_HOST = rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[a-fA-F0-9:]+\])"
_COMPONENT = r"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_TAG = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}"
_ALGORITHM = r"[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*"
_REFERENCE: Final = re.compile(
    rf"(?P<domain>{_HOST}(?::[0-9]+)?)/(?P<path>{_COMPONENT}(?:/{_COMPONENT})*)"
    rf"(?::(?P<tag>{_TAG}))?(?:@(?P<digest>{_ALGORITHM}:[0-9a-fA-F]{{32,}}))?"
)
_DIGEST_LENGTHS: Final = {"sha256": 64, "sha384": 96, "sha512": 128}


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A name in normal form, with a tag, a digest, both or neither."""

    domain: str
    path: str
    tag: str = ""
    digest: str = ""

    @property
    def name(self) -> str:
        """The repository with its domain: docker.io/library/ubuntu."""
        return f"{self.domain}/{self.path}"

    @property
    def familiar_name(self) -> str:
        if self.domain != DEFAULT_DOMAIN:
            return self.name
        bare = self.path.removeprefix(_OFFICIAL)
        return self.path if "/" in bare else bare

    @property
    def familiar(self) -> str:
        return self.familiar_name + self._suffix

    @override
    def __str__(self) -> str:
        return self.name + self._suffix

    @property
    def _suffix(self) -> str:
        return (f":{self.tag}" if self.tag else "") + (f"@{self.digest}" if self.digest else "")

    @property
    def target(self) -> str:
        """What a registry is asked for: the digest if there is one, else the tag."""
        return self.digest or self.tag

    @property
    def bare(self) -> "Reference":
        """The repository alone."""
        return Reference(domain=self.domain, path=self.path)

    @property
    def tagged(self) -> "Reference":
        """Itself, or with the tag `latest` when it has neither tag nor digest."""
        return self if self.target else self.with_tag(DEFAULT_TAG)

    @property
    def key(self) -> "Reference":
        """How images are filed: a digest makes the tag beside it meaningless."""
        return self.with_digest(self.digest) if self.digest else self.tagged

    def with_tag(self, tag: str) -> "Reference":
        """The repository with this tag. Raises InvalidParameter."""
        if not re.fullmatch(_TAG, tag):
            raise InvalidParameter("invalid tag format")
        return Reference(domain=self.domain, path=self.path, tag=tag)

    def with_digest(self, digest: str) -> "Reference":
        return Reference(domain=self.domain, path=self.path, digest=parse_digest(digest))


def parse_reference(text: str) -> Reference:
    """A reference as a person types it, in normal form. Raises InvalidParameter."""
    if not text:
        raise InvalidParameter("repository name must have at least one component")
    if len(text) > _TEXT_MAX:
        raise InvalidParameter("invalid reference format")
    if re.fullmatch(r"[a-f0-9]{64}", text):
        raise InvalidParameter(
            f"invalid repository name ({text}), cannot specify 64-byte hexadecimal strings"
        )
    domain, remainder = _split_domain(text)
    path = re.split("[:@]", remainder, maxsplit=1)[0]
    match = _REFERENCE.fullmatch(f"{domain}/{remainder}")
    if match is None:
        if path != path.lower() and path.isascii():
            raise InvalidParameter(
                f"invalid reference format: repository name ({path}) must be lowercase"
            )
        raise InvalidParameter("invalid reference format")
    if len(match["path"]) > NAME_MAX:
        raise InvalidParameter(f"repository name must not be more than {NAME_MAX} characters")
    _check_port(match["domain"])
    return Reference(
        domain=match["domain"],
        path=match["path"],
        tag=match["tag"] or "",
        digest=parse_digest(match["digest"]) if match["digest"] else "",
    )


def parse_digest(text: str) -> str:
    """The digest itself once it is known to be well-formed; safe to build a path from.

    Raises InvalidParameter.
    """
    algorithm, colon, value = text.partition(":")
    if not colon or not re.fullmatch(_ALGORITHM, algorithm):
        raise InvalidParameter("invalid checksum digest format")
    length = _DIGEST_LENGTHS.get(algorithm)
    if length is None:
        raise InvalidParameter(f"unsupported digest algorithm {algorithm[:32]!r}")
    if len(value) != length:
        raise InvalidParameter("invalid checksum digest length")
    if not re.fullmatch(r"[a-f0-9]+", value):
        raise InvalidParameter("invalid checksum digest format")
    return text


def parse_sha256(text: str) -> str:
    """As `parse_digest`, for content that the engine stores: sha256 only."""
    if not parse_digest(text).startswith("sha256:"):
        raise InvalidParameter(
            f"unsupported digest algorithm {text.partition(':')[0]!r}: only sha256 is stored"
        )
    return text


def _split_domain(text: str) -> tuple[str, str]:
    """Docker's rule for telling a registry from the first part of a path."""
    first, slash, rest = text.partition("/")
    is_domain = slash and (
        "." in first or ":" in first or first == "localhost" or first != first.lower()
    )
    domain, remainder = (first, rest) if is_domain else (DEFAULT_DOMAIN, text)
    if domain == _LEGACY_DOMAIN:
        domain = DEFAULT_DOMAIN
    if domain == DEFAULT_DOMAIN and "/" not in remainder:
        remainder = _OFFICIAL + remainder
    return domain, remainder


def _check_port(domain: str) -> None:
    port = re.search(r":([0-9]+)$", domain)
    if port and not domain.endswith("]") and not 0 < int(port[1][:9]) < 65536:
        raise InvalidParameter(f"invalid reference format: port {port[1][:9]} is not below 65536")
